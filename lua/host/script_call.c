/* script_call.c: calling a script's report and finish. The rows of finish lie in memory, or on disk where they outgrew
 * that; then the script reads them through something that looks like a list. */
#include "bridge/bridge.h"
#include "row.h"
#include "script.h"
#include "text/message.h"
#include <lauxlib.h>
#include <string.h>

typedef struct Call {
  RowWriter writer;
  YhReport *report;
  Buffer *rows;
  bool found;
} Call;

/* call_report(call) */
static int call_report(lua_State *L) {
  Call *call = lua_touserdata(L, 1);
  bridge_push_report(L, call->report, false);
  script_push(L);
  lua_getfield(L, 3, "report");
  lua_pushvalue(L, 2);
  lua_pushvalue(L, 4);
  lua_call(L, 2, 2);
  call->found = lua_toboolean(L, -1);
  row_write_list(&call->writer, L, -2, call->rows);
  bridge_close_report(L, 2);
  return 0;
}

bool script_report(const Script *script, State *state, YhReport *report, Buffer *rows, size_t *count, bool *found) {
  uint32_t bytes;
  yh_report_text(report, &bytes);
  Call call = {.report = report, .rows = rows};
  row_begin(&call.writer, script, report);
  state_arm(state, bytes);
  lua_pushcfunction(state->L, call_report);
  lua_pushlightuserdata(state->L, &call);
  const bool good = state_call(state, 1, 0) == LUA_OK;
  *count = call.writer.count;
  *found = call.found;
  row_end(&call.writer);
  return good;
}

typedef struct Finish {
  RowWriter writer;
  const Script *script;
  Spool *lines;
  Buffer *rows;
  bool found;
} Finish;

/* rows[i] of rows that lie on disk. Upvalues: the spool, parse_json. */
static int row_index(lua_State *L) {
  Spool *lines = lua_touserdata(L, lua_upvalueindex(1));
  const lua_Integer number = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : 0;
  if (number < 1 || (lua_Unsigned)number > lines->stored) return 0;
  size_t length;
  const char *line = spool_line(lines, (size_t)number - 1, &length);
  if (!line) return luaL_error(L, _("row %d cannot be read back"), (int)number);
  row_push(L, line, length, lua_upvalueindex(2));
  return 1;
}

static int row_length(lua_State *L) {
  const Spool *lines = lua_touserdata(L, lua_upvalueindex(1));
  lua_pushinteger(L, (lua_Integer)lines->stored);
  return 1;
}

static int row_after(lua_State *L) {
  const lua_Integer number = lua_isnil(L, 2) ? 1 : lua_tointeger(L, 2) + 1;
  lua_settop(L, 1);
  lua_pushinteger(L, number);
  lua_pushvalue(L, -1);
  lua_gettable(L, 1);
  return lua_isnil(L, -1) ? 1 : 2;
}

static int row_pairs(lua_State *L) {
  lua_pushcfunction(L, row_after);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

/* Pushes the rows: a list, or where they lie on disk something that is read like one: rows[i], #rows, ipairs, pairs. */
static void push_rows(lua_State *L, Spool *lines) {
  lua_newtable(L);
  lua_getglobal(L, "yanhu");
  lua_getfield(L, -1, "parse_json");
  lua_remove(L, -2);
  const int parse = lua_gettop(L);
  if (!spool_settle(lines)) {
    size_t length;
    lua_Integer count = 0;
    for (const char *line; (line = spool_next(lines, &length));) {
      row_push(L, line, length, parse);
      lua_seti(L, parse - 1, ++count);
    }
    if (lines->lost) luaL_error(L, _("row %d cannot be read back"), (int)count + 1);
  } else {
    const luaL_Reg methods[] = {{"__index", row_index}, {"__len", row_length}, {"__pairs", row_pairs}, {NULL, NULL}};
    lua_newtable(L);
    lua_pushlightuserdata(L, lines);
    lua_pushvalue(L, parse);
    luaL_setfuncs(L, methods, 2);
    lua_setmetatable(L, parse - 1);
  }
  lua_settop(L, parse - 1);
}

/* The document on the stack at `index`, as a row of its own. */
static void write_document(lua_State *L, int index, Buffer *out) {
  size_t length;
  if (lua_type(L, index) != LUA_TSTRING)
    luaL_error(L, _("finish gives a document: a string, not a %s"), luaL_typename(L, index));
  const char *text = lua_tolstring(L, index, &length);
  buffer_string(out, "{\"document\":");
  buffer_json(out, text, length);
  buffer_string(out, "}\n");
}

/* call_finish(finish) */
static int call_finish(lua_State *L) {
  Finish *call = lua_touserdata(L, 1);
  script_push(L);
  lua_getfield(L, 2, "finish");
  push_rows(L, call->lines);
  lua_pushvalue(L, 3);
  lua_call(L, 2, 2);
  call->found = lua_toboolean(L, -1);
  if (call->script->document) write_document(L, lua_absindex(L, -2), call->rows);
  else row_write_list(&call->writer, L, -2, call->rows);
  return 0;
}

bool script_finish(const Script *script, State *state, Spool *lines, Buffer *rows, size_t *count, bool *found) {
  Finish call = {.script = script, .lines = lines, .rows = rows};
  row_begin(&call.writer, script, NULL);
  state_arm(state, lines->lines.length + lines->stored_bytes);
  lua_pushcfunction(state->L, call_finish);
  lua_pushlightuserdata(state->L, &call);
  const bool good = state_call(state, 1, 0) == LUA_OK;
  *count = call.writer.count;
  *found = call.found;
  row_end(&call.writer);
  return good;
}
