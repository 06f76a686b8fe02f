/* store.c: see store.h. One connection, one lock: a look-up takes microseconds, a report milliseconds. */
#include "store.h"
#include "clock.h"
#include "diagnostic.h"
#include <stdlib.h>

#ifdef HAVE_SQLITE3
#include "text/arena.h"
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

enum {
  BUSY_MS = 10000,
  APPLICATION = 0x79616e68, /* "yanh" */
};

static const char schema[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                             "CREATE TABLE IF NOT EXISTS results (path TEXT NOT NULL, setup TEXT NOT NULL,"
                             " content TEXT NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (path, setup)) WITHOUT ROWID;";

struct Store {
  char *path;
  sqlite3 *db;
  sqlite3_stmt *get, *put;
  pthread_mutex_t lock;
  bool open_transaction, broken;
  double begun;
};

static void complain(Store *store, const char *hint) {
  diagnostic_print(&(Diagnostic){.file = store->path, .message = sqlite3_errmsg(store->db), .hint = hint});
}

/* A database of something else is not touched. */
static bool is_ours(Store *store) {
  sqlite3_stmt *query = NULL;
  int application = -1, tables = -1;
  if (sqlite3_prepare_v2(store->db, "PRAGMA application_id", -1, &query, NULL) == SQLITE_OK &&
      sqlite3_step(query) == SQLITE_ROW)
    application = sqlite3_column_int(query, 0);
  sqlite3_finalize(query);
  query = NULL;
  if (sqlite3_prepare_v2(store->db, "SELECT count(*) FROM sqlite_master", -1, &query, NULL) == SQLITE_OK &&
      sqlite3_step(query) == SQLITE_ROW)
    tables = sqlite3_column_int(query, 0);
  sqlite3_finalize(query);
  if (tables < 0) {
    complain(store, _("it is locked or damaged: wait for the other run, or remove the file; results are made anew"));
    return false;
  }
  if (application == APPLICATION || tables == 0) return true;
  diagnostic_print(&(Diagnostic){
      .file = store->path, .message = _("is a database, but no store of yanhu"), .hint = _("name another file for --store")});
  return false;
}

Store *store_open(const char *path) {
  Store *store = memory_resize(NULL, 1, sizeof *store);
  *store = (Store){.path = string_copy(path)};
  pthread_mutex_init(&store->lock, NULL);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  bool good = sqlite3_open_v2(path, &store->db, flags, NULL) == SQLITE_OK;
  if (!good) complain(store, NULL);
  if (good) sqlite3_busy_timeout(store->db, BUSY_MS);
  good = good && is_ours(store);
  if (good) {
    char pragma[64];
    snprintf(pragma, sizeof pragma, "PRAGMA application_id = %d", APPLICATION);
    good = sqlite3_exec(store->db, pragma, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_exec(store->db, schema, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_prepare_v2(store->db, "SELECT rows FROM results WHERE path = ? AND setup = ? AND content = ?", -1,
                              &store->get, NULL) == SQLITE_OK &&
           sqlite3_prepare_v2(store->db, "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", -1, &store->put, NULL) ==
               SQLITE_OK;
    if (!good) complain(store, _("it is locked, damaged or cannot be written"));
  }
  if (good) return store;
  store_close(store);
  return NULL;
}

bool store_get(Store *store, const char *path, const char *setup, const char *content, Buffer *out) {
  pthread_mutex_lock(&store->lock);
  sqlite3_bind_text(store->get, 1, path, -1, SQLITE_STATIC);
  sqlite3_bind_text(store->get, 2, setup, -1, SQLITE_STATIC);
  sqlite3_bind_text(store->get, 3, content, -1, SQLITE_STATIC);
  const bool found = sqlite3_step(store->get) == SQLITE_ROW;
  if (found) {
    const void *rows = sqlite3_column_blob(store->get, 0);
    buffer_add(out, rows ? rows : "", (size_t)sqlite3_column_bytes(store->get, 0));
  }
  sqlite3_reset(store->get);
  pthread_mutex_unlock(&store->lock);
  return found;
}

static bool run(Store *store, const char *sql) {
  return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static void commit(Store *store) {
  if (store->open_transaction && !run(store, "COMMIT")) store->broken = true;
  store->open_transaction = false;
}

void store_put(Store *store, const char *path, const char *setup, const char *content, const char *bytes,
               size_t length) {
  pthread_mutex_lock(&store->lock);
  if (!store->broken) {
    if (!store->open_transaction) {
      store->broken = !run(store, "BEGIN IMMEDIATE");
      store->open_transaction = !store->broken;
      store->begun = clock_seconds();
    }
    sqlite3_bind_text(store->put, 1, path, -1, SQLITE_STATIC);
    sqlite3_bind_text(store->put, 2, setup, -1, SQLITE_STATIC);
    sqlite3_bind_text(store->put, 3, content, -1, SQLITE_STATIC);
    sqlite3_bind_blob64(store->put, 4, bytes ? bytes : "", length, SQLITE_STATIC);
    if (!store->broken && sqlite3_step(store->put) != SQLITE_DONE) store->broken = true;
    sqlite3_reset(store->put);
    if (!store->broken && clock_seconds() - store->begun > 0.5) commit(store); /* what a kill can cost */
    if (store->broken) {
      complain(store, _("results of this run are no longer kept; the run goes on"));
      run(store, "ROLLBACK");
      store->open_transaction = false;
    }
  }
  pthread_mutex_unlock(&store->lock);
}

void store_close(Store *store) {
  if (!store) return;
  const bool before = store->broken;
  commit(store);
  if (store->broken && !before) complain(store, _("the last results of this run are not kept"));
  sqlite3_finalize(store->get);
  sqlite3_finalize(store->put);
  sqlite3_close(store->db);
  pthread_mutex_destroy(&store->lock);
  free(store->path);
  free(store);
}

#else

Store *store_open(const char *path) {
  (void)path;
  diagnostic_say(_("install libsqlite3-dev and build again"), _("this build has no sqlite3: --store cannot be used"));
  return NULL;
}
bool store_get(Store *store, const char *path, const char *setup, const char *content, Buffer *out) {
  (void)store, (void)path, (void)setup, (void)content, (void)out;
  return false;
}
void store_put(Store *store, const char *path, const char *setup, const char *content, const char *bytes,
               size_t length) {
  (void)store, (void)path, (void)setup, (void)content, (void)bytes, (void)length;
}
void store_close(Store *store) {
  (void)store;
}

#endif
