/* spool.c: see spool.h. */
#include "spool.h"
#include "diagnostic.h"
#include <string.h>

enum { MEMORY_MAX = 64 << 20 };

/* The next line in memory, with its line feed; NULL for none. */
static const char *next_in_memory(Spool *spool, size_t *length) {
  if (spool->read == spool->lines.length) return NULL;
  const char *line = spool->lines.data + spool->read;
  *length = (size_t)((const char *)memchr(line, '\n', spool->lines.length - spool->read) - line);
  spool->read += *length + 1;
  return line;
}

static void forget_read(Spool *spool) {
  if (spool->read < spool->lines.length) return;
  buffer_clear(&spool->lines);
  spool->read = 0;
}

#ifdef HAVE_SQLITE3
#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

static bool run(Spool *spool, const char *sql) {
  return sqlite3_exec(spool->disk, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* A database that is only ours: its file has no name any more once it is open. Not one of sqlite's own temporary ones:
 * those may want to write when they are read, which a full disk does not let them. */
static bool open_file(Spool *spool) {
  const char *folder = getenv("TMPDIR");
  char *path = string_format("%s/yanhu.XXXXXX", folder && *folder ? folder : "/tmp");
  const int descriptor = mkstemp(path);
  if (descriptor >= 0) close(descriptor);
  const bool good =
      descriptor >= 0 && sqlite3_open(path, &spool->disk) == SQLITE_OK &&
      run(spool, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                 "CREATE TABLE lines (number INTEGER PRIMARY KEY, line BLOB)");
  if (descriptor >= 0) unlink(path);
  free(path);
  return good;
}

static bool prepare(Spool *spool, const char *sql, sqlite3_stmt **statement) {
  return sqlite3_prepare_v2(spool->disk, sql, -1, statement, NULL) == SQLITE_OK;
}

static bool open_disk(Spool *spool) {
  return spool->disk || (open_file(spool) && prepare(spool, "INSERT INTO lines VALUES (?, ?)", &spool->put) &&
                         prepare(spool, "SELECT line FROM lines WHERE number = ?", &spool->get));
}

/* Moves the lines from memory to the disk: all or, where it takes no more, none. */
static void spill(Spool *spool) {
  const size_t read = spool->read, stored = spool->stored, bytes = spool->lines.length - read;
  size_t length;
  bool good = open_disk(spool) && run(spool, "BEGIN");
  for (const char *line; good && (line = next_in_memory(spool, &length));) {
    sqlite3_bind_int64(spool->put, 1, (sqlite3_int64)spool->stored++);
    sqlite3_bind_blob64(spool->put, 2, line, length, SQLITE_STATIC);
    good = sqlite3_step(spool->put) == SQLITE_DONE;
    sqlite3_reset(spool->put);
  }
  if (good && run(spool, "COMMIT")) {
    spool->stored_bytes += bytes;
    forget_read(spool);
    return;
  }
  diagnostic_say(_("TMPDIR names another folder"), _("rows stay in memory, no more of them can go to disk: %s"),
                 spool->disk ? sqlite3_errmsg(spool->disk) : strerror(errno));
  if (spool->disk) run(spool, "ROLLBACK");
  spool->read = read;
  spool->stored = stored;
  spool->full = true;
}

const char *spool_line(Spool *spool, size_t number, size_t *length) {
  sqlite3_reset(spool->get); /* what the last one gave was valid until now */
  sqlite3_bind_int64(spool->get, 1, (sqlite3_int64)number);
  if (sqlite3_step(spool->get) == SQLITE_ROW) {
    const char *line = sqlite3_column_blob(spool->get, 0);
    *length = (size_t)sqlite3_column_bytes(spool->get, 0);
    return line;
  }
  if (!spool->lost) diagnostic_say(NULL, _("rows cannot be read back from disk: %s"), sqlite3_errmsg(spool->disk));
  spool->lost = true;
  return NULL;
}

static void close_disk(Spool *spool) {
  sqlite3_finalize(spool->put);
  sqlite3_finalize(spool->get);
  sqlite3_close(spool->disk);
}

#else

static void spill(Spool *spool) {
  spool->full = true;
}
const char *spool_line(Spool *spool, size_t number, size_t *length) {
  (void)spool, (void)number, (void)length;
  return NULL;
}
static void close_disk(Spool *spool) {
  (void)spool;
}

#endif

void spool_add(Spool *spool, const char *lines, size_t length) {
  forget_read(spool);
  buffer_add(&spool->lines, lines, length);
  const size_t max = spool->memory_max ? spool->memory_max : MEMORY_MAX;
  if (!spool->full && spool->lines.length - spool->read > max) spill(spool);
}

const char *spool_next(Spool *spool, size_t *length) {
  if (spool->taken < spool->stored) return spool->lost ? NULL : spool_line(spool, spool->taken++, length);
  return next_in_memory(spool, length);
}

bool spool_settle(Spool *spool) {
  if (spool->stored && !spool->full && spool->read < spool->lines.length) spill(spool);
  return spool->stored > 0 && !spool->full;
}

void spool_free(Spool *spool) {
  close_disk(spool);
  buffer_free(&spool->lines);
  *spool = (Spool){.memory_max = spool->memory_max};
}
