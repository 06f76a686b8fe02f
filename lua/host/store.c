/* store.c: see store.h. One connection, one lock: a look-up takes microseconds, a report milliseconds. */
#include "store.h"
#include "clock.h"
#include "diagnostic.h"

#ifdef HAVE_SQLITE3
#include "module_list.h"
#include "text/arena.h"
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
  APPLICATION = 0x79616e68, /* "yanh" */
  VERSION = 3,              /* of the schema */
  OPEN_MS = 10000,          /* how long the lock of another process is waited for: when the store is opened, */
  RUN_MS = 20,              /* while reports are read: what waits can wait longer, */
  CLOSE_MS = 60000,         /* and at the end */
  WAITING_BYTES = 8 << 20,  /* written at once when there is so much of it, */
  WAITING_MAX = 64 << 20,   /* given up where it cannot be */
};

#define WAITING_SECONDS 0.5 /* what a kill can cost */

static const char schema[] =
    "DROP TABLE IF EXISTS results;"
    "CREATE TABLE results (id INTEGER PRIMARY KEY, path TEXT NOT NULL, script TEXT NOT NULL, arguments TEXT NOT NULL,"
    " code TEXT NOT NULL, content TEXT NOT NULL, sum TEXT NOT NULL, used INTEGER NOT NULL, skipped INTEGER,"
    " found INTEGER, count INTEGER, modules TEXT, rows BLOB, printed BLOB, UNIQUE (path, script, arguments));"
    "CREATE INDEX results_used ON results (used);";
static const char get[] = "SELECT id, used, skipped, found, count, modules, rows, printed, sum FROM results"
                          " WHERE path = ? AND script = ? AND arguments = ? AND code = ? AND content = ?";
static const char put[] = "INSERT OR REPLACE INTO results (path, script, arguments, code, content, sum, used, skipped,"
                          " found, count, modules, rows, printed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char touch[] = "UPDATE results SET used = ? WHERE id = ?";

typedef struct Waiting { /* to be written */
  struct Waiting *next;
  sqlite3_int64 id; /* of an entry that was used; 0: a new one */
  StoreKey key;     /* with a path of its own */
  Part part;
  char sum[HASH_SIZE];
} Waiting;

struct Store {
  char *path;
  sqlite3 *db;
  sqlite3_stmt *get, *put, *touch;
  pthread_mutex_t lock;
  Waiting *first, **last;
  size_t bytes; /* that wait */
  double tried; /* to write them */
  long today;   /* in days */
  bool held;    /* by somebody else, the last time */
  bool broken;
};

static bool complain(Store *store, const char *hint) {
  diagnostic_print(&(Diagnostic){.file = store->path, .message = sqlite3_errmsg(store->db), .hint = hint});
  return false;
}

static int run(Store *store, const char *sql) {
  return sqlite3_exec(store->db, sql, NULL, NULL, NULL);
}

/* The number that a query gives; -1 where it fails. */
static long number_of(Store *store, const char *sql) {
  sqlite3_stmt *query = NULL;
  long number = -1;
  if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW)
    number = (long)sqlite3_column_int64(query, 0);
  sqlite3_finalize(query);
  return number;
}

/* Makes the tables, or makes those of an older program anew. Another run may be doing the same. */
static bool make_tables(Store *store) {
  char sql[100];
  if (number_of(store, "PRAGMA user_version") == VERSION) return true;
  run(store, "PRAGMA auto_vacuum = INCREMENTAL");
  run(store, "PRAGMA journal_mode = WAL");
  if (run(store, "BEGIN IMMEDIATE") != SQLITE_OK) return false;
  snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", APPLICATION, VERSION);
  if (number_of(store, "PRAGMA user_version") == VERSION) return run(store, "ROLLBACK") == SQLITE_OK;
  return run(store, schema) == SQLITE_OK && run(store, sql) == SQLITE_OK;
}

/* A database of something else is not touched. */
static bool is_ours(Store *store) {
  const long tables = number_of(store, "SELECT count(*) FROM sqlite_master");
  if (tables < 0)
    return complain(store,
                    _("it is locked or damaged: wait for the other run, or remove the file; results are made anew"));
  if (tables == 0 || number_of(store, "PRAGMA application_id") == APPLICATION) return true;
  diagnostic_print(&(Diagnostic){.file = store->path,
                                 .message = _("is a database, but no store of yanhu"),
                                 .hint = _("name another file for --store")});
  return false;
}

static bool prepare(Store *store, const char *sql, sqlite3_stmt **statement) {
  return sqlite3_prepare_v2(store->db, sql, -1, statement, NULL) == SQLITE_OK;
}

Store *store_open(const char *path) {
  Store *store = memory_resize(NULL, 1, sizeof *store);
  *store = (Store){.path = string_copy(path), .tried = clock_seconds(), .today = (long)(time(NULL) / 86400)};
  store->last = &store->first;
  pthread_mutex_init(&store->lock, NULL);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  bool good = sqlite3_open_v2(path, &store->db, flags, NULL) == SQLITE_OK || complain(store, NULL);
  sqlite3_busy_timeout(store->db, OPEN_MS);
  good = good && is_ours(store);
  if (good) {
    run(store, "PRAGMA synchronous = NORMAL");
    good = make_tables(store) && prepare(store, get, &store->get) && prepare(store, put, &store->put) &&
           prepare(store, touch, &store->touch);
    if (!good) complain(store, _("it is locked, damaged or cannot be written; results are made anew"));
  }
  sqlite3_busy_timeout(store->db, RUN_MS);
  if (good) return store;
  store_close(store);
  return NULL;
}

/* ---- reading ---- */

static void bind_text(sqlite3_stmt *statement, int at, const char *text) {
  sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

static void bind_key(sqlite3_stmt *statement, const StoreKey *key) {
  bind_text(statement, 1, key->path);
  bind_text(statement, 2, key->setup->script);
  bind_text(statement, 3, key->setup->arguments);
  bind_text(statement, 4, key->setup->code);
  bind_text(statement, 5, key->content);
}

static void take_bytes(sqlite3_stmt *statement, int column, Buffer *out) {
  const void *bytes = sqlite3_column_blob(statement, column);
  if (bytes) buffer_add(out, bytes, (size_t)sqlite3_column_bytes(statement, column));
}

static void enqueue(Store *store, Waiting waiting) {
  *store->last = memory_resize(NULL, 1, sizeof waiting);
  **store->last = waiting;
  store->last = &(*store->last)->next;
  store->bytes += sizeof waiting + waiting.part.rows.length + waiting.part.printed.length;
}

/* Of all that an entry says: a database does not notice when a byte of it changes. */
static void sum_of(const StoreKey *key, const Part *part, char out[HASH_SIZE]) {
  Buffer all = {0};
  buffer_format(&all, "%s %s %zu %d %d %s ", key->content, key->setup->code, part->count, part->found, part->skipped,
                part->modules ? part->modules : "");
  buffer_add(&all, part->rows.data, part->rows.length);
  buffer_add(&all, part->printed.data, part->printed.length);
  hash_bytes(all.data, all.length, out);
  buffer_free(&all);
}

static void take_part(sqlite3_stmt *row, Part *part) {
  const char *modules = (const char *)sqlite3_column_text(row, 5);
  *part = (Part){.count = (size_t)sqlite3_column_int64(row, 4),
                 .found = sqlite3_column_int(row, 3),
                 .skipped = sqlite3_column_int(row, 2),
                 .modules = modules ? string_copy(modules) : NULL};
  take_bytes(row, 6, &part->rows);
  take_bytes(row, 7, &part->printed);
}

bool store_get(Store *store, const StoreKey *key, Part *part) {
  pthread_mutex_lock(&store->lock);
  bind_key(store->get, key);
  char sum[HASH_SIZE] = "", kept[HASH_SIZE] = "";
  if (sqlite3_step(store->get) == SQLITE_ROW) {
    take_part(store->get, part);
    snprintf(kept, sizeof kept, "%s", (const char *)sqlite3_column_text(store->get, 8));
    if (sqlite3_column_int64(store->get, 1) < store->today)
      enqueue(store, (Waiting){.id = sqlite3_column_int64(store->get, 0)});
  }
  sqlite3_reset(store->get);
  pthread_mutex_unlock(&store->lock);
  if (kept[0]) sum_of(key, part, sum);
  if (kept[0] && strcmp(sum, kept) == 0 && module_list_unchanged(part->modules)) return true;
  part_free(part);
  return false;
}

/* ---- writing ---- */

static void drop_waiting(Store *store) {
  for (Waiting *waiting = store->first, *next; waiting; waiting = next) {
    next = waiting->next;
    free((char *)(uintptr_t)waiting->key.path);
    part_free(&waiting->part);
    free(waiting);
  }
  store->first = NULL;
  store->last = &store->first;
  store->bytes = 0;
}

static int write_entry(Store *store, const Waiting *waiting) {
  sqlite3_stmt *statement = waiting->id ? store->touch : store->put;
  if (waiting->id) {
    sqlite3_bind_int64(statement, 1, store->today);
    sqlite3_bind_int64(statement, 2, waiting->id);
  } else {
    const Part *part = &waiting->part;
    bind_key(statement, &waiting->key);
    bind_text(statement, 6, waiting->sum);
    sqlite3_bind_int64(statement, 7, store->today);
    sqlite3_bind_int(statement, 8, part->skipped);
    sqlite3_bind_int(statement, 9, part->found);
    sqlite3_bind_int64(statement, 10, (sqlite3_int64)part->count);
    bind_text(statement, 11, part->modules);
    sqlite3_bind_blob64(statement, 12, part->rows.data, part->rows.length, SQLITE_STATIC);
    sqlite3_bind_blob64(statement, 13, part->printed.data, part->printed.length, SQLITE_STATIC);
  }
  const int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* Writes what waits, in one transaction. It goes on waiting where somebody else holds the lock. */
static void write_waiting(Store *store, bool patient) {
  store->tried = clock_seconds();
  if (store->broken || !store->first) return;
  int code = run(store, "BEGIN IMMEDIATE");
  for (const Waiting *waiting = store->first; waiting && code == SQLITE_OK; waiting = waiting->next)
    code = write_entry(store, waiting);
  if (code == SQLITE_OK) code = run(store, "COMMIT");
  store->held = code == SQLITE_BUSY;
  if (store->held && !patient && store->bytes < WAITING_MAX) {
    if (!sqlite3_get_autocommit(store->db)) run(store, "ROLLBACK");
    return;
  }
  if (code != SQLITE_OK) {
    store->broken = true;
    complain(store, store->held ? _("another process holds it: results of this run are no longer kept")
                                : _("results of this run are no longer kept; the run goes on"));
    if (!sqlite3_get_autocommit(store->db)) run(store, "ROLLBACK");
  }
  drop_waiting(store);
}

void store_put(Store *store, const StoreKey *key, const Part *part) {
  Waiting waiting = {.key = *key, .part = {.count = part->count, .found = part->found, .skipped = part->skipped}};
  sum_of(key, part, waiting.sum);
  pthread_mutex_lock(&store->lock);
  if (!store->broken) {
    waiting.key.path = string_copy(key->path);
    waiting.part.modules = part->modules ? string_copy(part->modules) : NULL;
    buffer_add(&waiting.part.rows, part->rows.data, part->rows.length);
    buffer_add(&waiting.part.printed, part->printed.data, part->printed.length);
    enqueue(store, waiting);
    if (clock_seconds() - store->tried > WAITING_SECONDS || (store->bytes > WAITING_BYTES && !store->held))
      write_waiting(store, false);
  }
  pthread_mutex_unlock(&store->lock);
}

long store_prune(Store *store, long days) {
  char sql[80];
  snprintf(sql, sizeof sql, "DELETE FROM results WHERE used < %ld", store->today - days);
  if (run(store, sql) != SQLITE_OK) return complain(store, _("it is locked or damaged")), -1;
  const long dropped = sqlite3_changes(store->db);
  if (dropped) run(store, "PRAGMA incremental_vacuum");
  return dropped;
}

void store_close(Store *store) {
  if (!store) return;
  write_waiting(store, false);
  if (store->first) {
    diagnostic_say(NULL, _("%s is held by another process; waiting for it, %d s at most"), store->path,
                   CLOSE_MS / 1000);
    sqlite3_busy_timeout(store->db, CLOSE_MS);
    write_waiting(store, true);
  }
  char old[80];
  snprintf(old, sizeof old, "SELECT count(*) FROM results WHERE used < %ld", store->today - STORE_DAYS);
  if (store->put && !store->broken && number_of(store, old) > 0) store_prune(store, STORE_DAYS);
  drop_waiting(store);
  sqlite3_finalize(store->get);
  sqlite3_finalize(store->put);
  sqlite3_finalize(store->touch);
  sqlite3_close(store->db);
  pthread_mutex_destroy(&store->lock);
  free(store->path);
  free(store);
}

/* ---- looking at it ---- */

static void print_line(sqlite3_stmt *query) {
  const time_t used = (time_t)sqlite3_column_int64(query, 4) * 86400;
  char day[16] = "";
  struct tm date;
  if (gmtime_r(&used, &date)) strftime(day, sizeof day, "%Y-%m-%d", &date);
  const char *script = (const char *)sqlite3_column_text(query, 0),
             *arguments = (const char *)sqlite3_column_text(query, 1);
  printf("%-10s  %8lld  %9.1f MB  %s%s%s\n", day, (long long)sqlite3_column_int64(query, 2),
         sqlite3_column_double(query, 3) / 1e6, script, *arguments ? "  " : "", arguments);
}

bool store_list(Store *store) {
  sqlite3_stmt *query = NULL;
  const long pages = number_of(store, "PRAGMA page_count"), size = number_of(store, "PRAGMA page_size");
  const char *sql =
      "SELECT script, arguments, count(*), sum(length(rows)) + sum(length(printed)), max(used) FROM results"
      " GROUP BY script, arguments ORDER BY script, arguments";
  if (pages < 0 || size < 0 || !prepare(store, sql, &query)) return complain(store, _("it is locked or damaged"));
  printf(_("%s: %ld reports, %.1f MB\n"), store->path, number_of(store, "SELECT count(DISTINCT path) FROM results"),
         (double)pages * (double)size / 1e6);
  int code;
  for (bool first = true; (code = sqlite3_step(query)) == SQLITE_ROW; first = false) {
    if (first) printf("%-10s  %8s  %12s  %s\n", _("last used"), _("reports"), _("rows"), _("script and arguments"));
    print_line(query);
  }
  sqlite3_finalize(query);
  return code == SQLITE_DONE || complain(store, _("it is locked or damaged"));
}

#else

Store *store_open(const char *path) {
  (void)path;
  diagnostic_say(_("install libsqlite3-dev and build again"), _("this build has no sqlite3: --store cannot be used"));
  return NULL;
}
bool store_get(Store *store, const StoreKey *key, Part *part) {
  (void)store, (void)key, (void)part;
  return false;
}
void store_put(Store *store, const StoreKey *key, const Part *part) {
  (void)store, (void)key, (void)part;
}
void store_close(Store *store) {
  (void)store;
}
long store_prune(Store *store, long days) {
  (void)store, (void)days;
  return -1;
}
bool store_list(Store *store) {
  (void)store;
  return false;
}

#endif
