/* sqlite_table.c: tables of a database, typed, keyed by report and row, added to safely by many runs: one transaction a
 * run; the rows of a report replace those that an earlier run left of it, those of other reports stay. */
#include "formats.h"
#ifdef HAVE_SQLITE3
#include "buffer.h"
#include "row.h"
#include "text/message.h"
#include <lauxlib.h>
#include <sqlite3.h>
#include <string.h>

enum { BUSY_MS = 60000 };

typedef struct Database {
  sqlite3 *db;
  sqlite3_stmt *insert, *delete;
  Buffer sql, last; /* last: the document variables of the row before */
} Database;

static _Noreturn void fail(lua_State *L, Database *d) {
  lua_pushfstring(L, _("database: %s"), sqlite3_errmsg(d->db));
  lua_error(L);
  __builtin_unreachable();
}

static void run(lua_State *L, Database *d, const char *sql) {
  if (sqlite3_exec(d->db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(L, d);
}

static sqlite3_stmt *prepare(lua_State *L, Database *d, const char *sql) {
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(d->db, sql, -1, &statement, NULL) != SQLITE_OK) fail(L, d);
  return statement;
}

/* "name", with its quotes doubled */
static void add_name(Buffer *sql, const char *name) {
  buffer_string(sql, "\"");
  for (; *name; name++) buffer_add(sql, *name == '"' ? "\"\"" : name, *name == '"' ? 2 : 1);
  buffer_string(sql, "\"");
}

static const char *affinity(ColumnType type) {
  switch (type) {
  case COLUMN_INTEGER:
    return "INTEGER";
  case COLUMN_NUMBER:
    return "REAL";
  case COLUMN_BOOLEAN:
    return "BOOLEAN";
  case COLUMN_DATE:
    return "DATE";
  default:
    return "TEXT";
  }
}

static bool is_variable(const char *name) {
  for (int i = 0; document_variables[i]; i++)
    if (strcmp(document_variables[i], name) == 0) return true;
  return false;
}

/* Makes the table, or adds the columns that an older one lacks. `row` counts the rows of a report from 1. */
static void make_table(lua_State *L, Database *d, const char *table, const Column *columns, size_t count) {
  buffer_clear(&d->sql);
  buffer_string(&d->sql, "CREATE TABLE IF NOT EXISTS ");
  add_name(&d->sql, table);
  buffer_string(&d->sql, " (\"row\" INTEGER NOT NULL");
  for (size_t i = 0; i < count; i++) {
    buffer_string(&d->sql, ", ");
    add_name(&d->sql, columns[i].name);
    buffer_format(&d->sql, " %s", affinity(columns[i].type));
  }
  buffer_string(&d->sql, ", PRIMARY KEY (");
  for (size_t i = 0; i < count; i++)
    if (is_variable(columns[i].name)) {
      add_name(&d->sql, columns[i].name);
      buffer_string(&d->sql, ", ");
    }
  buffer_string(&d->sql, "\"row\"))");
  run(L, d, d->sql.data);
  sqlite3_stmt *known = prepare(L, d, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
  for (size_t i = 0; i < count; i++) {
    sqlite3_bind_text(known, 1, table, -1, SQLITE_STATIC);
    sqlite3_bind_text(known, 2, columns[i].name, -1, SQLITE_STATIC);
    const bool there = sqlite3_step(known) == SQLITE_ROW;
    sqlite3_reset(known);
    if (there) continue;
    buffer_clear(&d->sql);
    buffer_string(&d->sql, "ALTER TABLE ");
    add_name(&d->sql, table);
    buffer_string(&d->sql, " ADD COLUMN ");
    add_name(&d->sql, columns[i].name);
    buffer_format(&d->sql, " %s", affinity(columns[i].type));
    if (sqlite3_exec(d->db, d->sql.data, NULL, NULL, NULL) != SQLITE_OK) {
      sqlite3_finalize(known);
      fail(L, d);
    }
  }
  sqlite3_finalize(known);
}

static void prepare_rows(lua_State *L, Database *d, const char *table, const Column *columns, size_t count) {
  buffer_clear(&d->sql);
  buffer_string(&d->sql, "INSERT OR REPLACE INTO ");
  add_name(&d->sql, table);
  buffer_string(&d->sql, " (\"row\"");
  for (size_t i = 0; i < count; i++) {
    buffer_string(&d->sql, ", ");
    add_name(&d->sql, columns[i].name);
  }
  buffer_string(&d->sql, ") VALUES (?");
  for (size_t i = 0; i < count; i++) buffer_string(&d->sql, ", ?");
  buffer_string(&d->sql, ")");
  d->insert = prepare(L, d, d->sql.data);
  buffer_clear(&d->sql);
  buffer_string(&d->sql, "DELETE FROM ");
  add_name(&d->sql, table);
  buffer_string(&d->sql, " WHERE 1");
  for (size_t i = 0; i < count; i++)
    if (is_variable(columns[i].name)) {
      buffer_string(&d->sql, " AND ");
      add_name(&d->sql, columns[i].name);
      buffer_string(&d->sql, " IS ?");
    }
  d->delete = prepare(L, d, d->sql.data);
}

/* Binds the value on top of the stack. */
static void bind(lua_State *L, sqlite3_stmt *statement, int at, int type) {
  size_t length;
  if (type == LUA_TNIL) sqlite3_bind_null(statement, at);
  else if (type == LUA_TBOOLEAN) sqlite3_bind_int(statement, at, lua_toboolean(L, -1));
  else if (lua_isinteger(L, -1)) sqlite3_bind_int64(statement, at, lua_tointeger(L, -1));
  else if (type == LUA_TNUMBER) sqlite3_bind_double(statement, at, lua_tonumber(L, -1));
  else {
    const char *text = luaL_tolstring(L, -1, &length);
    sqlite3_bind_text64(statement, at, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
    lua_pop(L, 1);
  }
}

/* Where the row on top of the stack begins another report: takes out what an earlier run left of that. */
static bool begin_report(lua_State *L, Database *d, const Column *columns, size_t count) {
  Buffer key = {0};
  int at = 1;
  sqlite3_reset(d->delete);
  for (size_t i = 0; i < count; i++) {
    if (!is_variable(columns[i].name)) continue;
    const int type = formats_field(L, columns[i].name);
    bind(L, d->delete, at++, type);
    size_t length;
    const char *text = luaL_tolstring(L, -1, &length);
    buffer_add(&key, text, length);
    buffer_add(&key, "", 1);
    lua_pop(L, 2);
  }
  const bool same = key.length == d->last.length && key.length && memcmp(key.data, d->last.data, key.length) == 0;
  buffer_free(&d->last);
  d->last = key;
  return !same;
}

static void write_table(lua_State *L, Database *d, int table) {
  size_t count;
  const Column *columns = formats_columns(L, table, &count);
  const char *name = formats_text(L, table, "name");
  make_table(L, d, name, columns, count);
  prepare_rows(L, d, name, columns, count);
  buffer_clear(&d->last);
  lua_newtable(L); /* reports of this run: key → rows so far, for a report that comes back */
  const int seen = lua_gettop(L);
  lua_Integer number = 0;
  bool first = true;
  while (formats_next(L, table)) {
    if (begin_report(L, d, columns, count) || first) {
      lua_pushlstring(L, d->last.data ? d->last.data : "", d->last.length);
      lua_pushvalue(L, -1);
      lua_rawget(L, seen);
      number = lua_tointeger(L, -1);
      const bool known = !lua_isnil(L, -1);
      lua_pop(L, 1);
      if (!known && sqlite3_step(d->delete) != SQLITE_DONE) fail(L, d);
      lua_pop(L, 1);
    }
    first = false;
    number++;
    sqlite3_bind_int64(d->insert, 1, number);
    for (size_t i = 0; i < count; i++) {
      const int type = formats_field(L, columns[i].name);
      bind(L, d->insert, (int)i + 2, type);
      lua_pop(L, 1);
    }
    if (sqlite3_step(d->insert) != SQLITE_DONE) fail(L, d);
    sqlite3_reset(d->insert);
    lua_pushlstring(L, d->last.data ? d->last.data : "", d->last.length);
    lua_pushinteger(L, number);
    lua_rawset(L, seen);
    lua_pop(L, 1);
  }
  sqlite3_finalize(d->insert);
  sqlite3_finalize(d->delete);
  d->insert = d->delete = NULL;
  lua_pop(L, 2);
}

static int write_tables(lua_State *L) {
  Database *d = lua_touserdata(L, 1);
  sqlite3_busy_timeout(d->db, BUSY_MS);
  run(L, d, "BEGIN IMMEDIATE");
  const lua_Integer count = luaL_len(L, 2);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, 2, i);
    write_table(L, d, lua_gettop(L));
    lua_pop(L, 1);
  }
  run(L, d, "COMMIT");
  return 0;
}

/* sqlite(path, tables) */
int sqlite_write(lua_State *L) {
  Database d = {0};
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(luaL_checkstring(L, 1), &d.db, flags, NULL) != SQLITE_OK) {
    lua_pushfstring(L, _("database: %s"), sqlite3_errmsg(d.db));
    sqlite3_close(d.db);
    return lua_error(L);
  }
  lua_pushcfunction(L, write_tables);
  lua_pushlightuserdata(L, &d);
  lua_pushvalue(L, 2);
  const int status = lua_pcall(L, 2, 0, 0);
  sqlite3_finalize(d.insert);
  sqlite3_finalize(d.delete);
  sqlite3_close(d.db); /* an open transaction is rolled back */
  buffer_free(&d.sql);
  buffer_free(&d.last);
  return status == LUA_OK ? 0 : lua_error(L);
}
#endif
