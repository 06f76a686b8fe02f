/* row.c: see row.h. */
#include "row.h"
#include "match/nearest.h"
#include "text/arena.h"
#include "text/message.h"
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

const char *const document_variables[] = {"report", "region", "region_code", "level", "year", NULL};

static void add_name(Buffer *out, const char *name) {
  buffer_json(out, name, strlen(name));
  buffer_add(out, ":", 1);
}

static bool declares(const Script *script, const char *name) {
  for (char **column = script->columns; column && *column; column++)
    if (strcmp(*column, name) == 0) return true;
  return false;
}

static void add_text(Buffer *out, const char *name, const char *text) {
  add_name(out, name);
  if (text && *text) buffer_json(out, text, strlen(text));
  else buffer_string(out, "null");
  buffer_add(out, ",", 1);
}

static void begin_columns(RowWriter *writer) {
  size_t count = 0;
  while (writer->script->columns && writer->script->columns[count]) count++;
  writer->columns = memory_resize(writer->columns, count + 1, sizeof *writer->columns);
  writer->column_count = count;
  buffer_clear(&writer->names);
  for (size_t i = 0; i < count; i++) {
    RowColumn *column = &writer->columns[i];
    *column = (RowColumn){.name_at = writer->names.length};
    add_name(&writer->names, writer->script->columns[i]);
    column->name_length = writer->names.length - column->name_at;
    buffer_string(&writer->names, "null,");
    column->null_length = writer->names.length - column->name_at;
  }
}

void row_begin(RowWriter *writer, const Script *script, const YhReport *report) {
  writer->script = script;
  writer->report = report;
  writer->count = 0;
  buffer_clear(&writer->variables);
  begin_columns(writer);
  if (!report) return;
  const YhMeta *meta = yh_report_meta(report);
  const char *texts[] = {yh_report_name(report), meta->region, meta->region_code, meta->level};
  for (int i = 0; i < 4; i++)
    if (!declares(script, document_variables[i])) add_text(&writer->variables, document_variables[i], texts[i]);
  if (declares(script, "year")) return;
  if (meta->year) buffer_format(&writer->variables, "\"year\":%d,", meta->year);
  else buffer_string(&writer->variables, "\"year\":null,");
}

void row_end(RowWriter *writer) {
  buffer_free(&writer->variables);
  buffer_free(&writer->names);
  free(writer->columns);
  writer->columns = NULL;
  free(writer->nested.bytes);
  writer->nested = (BridgeBuffer){0};
}

/* A text of a declared column, copied where the row before has the same: as JSON it is its bytes between quotes, unless
 * one had to be escaped. */
static void add_string(RowColumn *column, const char *text, size_t length, Buffer *out) {
  if (column->bytes == length + 2 && memcmp(out->data + column->at + 1, text, length) == 0) {
    buffer_repeat(out, column->at, column->bytes);
    return;
  }
  column->at = out->length;
  buffer_json(out, text, length);
  column->bytes = out->length - column->at;
}

/* The value on top of the stack; `column` is NULL for a field that is not declared. */
static void add_value(RowWriter *writer, lua_State *L, Buffer *out, const char *name, RowColumn *column) {
  size_t length;
  switch (lua_type(L, -1)) {
  case LUA_TNIL:
    buffer_string(out, "null");
    break;
  case LUA_TBOOLEAN:
    buffer_string(out, lua_toboolean(L, -1) ? "true" : "false");
    break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, -1)) buffer_integer(out, lua_tointeger(L, -1));
    else buffer_number(out, lua_tonumber(L, -1));
    break;
  case LUA_TSTRING: {
    const char *text = lua_tolstring(L, -1, &length);
    if (column) add_string(column, text, length, out);
    else buffer_json(out, text, length);
    break;
  }
  case LUA_TTABLE:
  case LUA_TLIGHTUSERDATA: /* yanhu.null */
    writer->nested.length = 0;
    bridge_json(L, lua_absindex(L, -1), 0, &writer->nested);
    buffer_add(out, writer->nested.bytes, writer->nested.length);
    break;
  default: {
    BridgePlace place;
    if (bridge_place(L, -1, &place))
      luaL_error(L, _("field `%s` of a row is a node or a mention: give its text, and let `at` tell the place"), name);
    luaL_error(L, _("field `%s` of a row is a %s: no table can hold it"), name, luaL_typename(L, -1));
  }
  }
}

/* What `at` says of a field that the row itself leaves open; false where it says nothing. */
static bool add_from_place(const BridgePlace *place, const char *name, Buffer *out) {
  if (!place->report) return false;
  if (strcmp(name, "line") == 0) buffer_format(out, "%u", place->line);
  else if (strcmp(name, "start") == 0) buffer_format(out, "%u", yh_report_codepoint(place->report, place->start));
  else if (strcmp(name, "end") == 0) buffer_format(out, "%u", yh_report_codepoint(place->report, place->end));
  else return false;
  return true;
}

/* Rows of finish bring the document variables themselves, or do not have them. */
static bool is_present_variable(const RowWriter *writer, const char *name) {
  for (int i = 0; document_variables[i]; i++)
    if (writer->present[i] && strcmp(document_variables[i], name) == 0) return true;
  return false;
}

static void find_present(RowWriter *writer, lua_State *L, int list, lua_Integer length) {
  memset(writer->present, 0, sizeof writer->present);
  if (writer->report) return;
  for (lua_Integer i = 1; i <= length; i++) {
    if (lua_geti(L, list, i) == LUA_TTABLE)
      for (int v = 0; document_variables[v]; v++) {
        if (writer->present[v] || declares(writer->script, document_variables[v])) continue;
        writer->present[v] = lua_getfield(L, -1, document_variables[v]) != LUA_TNIL;
        lua_pop(L, 1);
      }
    lua_pop(L, 1);
  }
}

/* Names the first, by order of names, of the fields that `columns` leaves out. */
static _Noreturn void raise_unknown(RowWriter *writer, lua_State *L, int row) {
  const char *first = NULL;
  for (lua_pushnil(L); lua_next(L, row); lua_pop(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING)
      luaL_error(L, _("a row has a key that is a %s, not a name"), luaL_typename(L, -2));
    const char *key = lua_tostring(L, -2);
    const bool known = strcmp(key, "at") == 0 || declares(writer->script, key) || is_present_variable(writer, key);
    if (!known && (!first || strcmp(key, first) < 0)) first = key;
  }
  const char *near = first ? nearest_of(first, (const char *const *)writer->script->columns) : NULL;
  if (near) luaL_error(L, _("a row has a field `%s` that `columns` does not name; did you mean `%s`?"), first, near);
  luaL_error(L, _("a row has a field `%s` that `columns` does not name"), first ? first : "?");
  abort();
}

/* A row of a script that declares its columns: all of them, in their order. Their names stand on the stack from `names`
 * on, and behind them `at`. */
static void write_declared(RowWriter *writer, lua_State *L, int row, int names, const BridgePlace *place, Buffer *out) {
  const int at = names + (int)writer->column_count; /* the name of `at` */
  size_t found = 0, keys = 0;
  for (lua_pushnil(L); lua_next(L, row); lua_pop(L, 1)) keys++;
  for (int i = 0; document_variables[i]; i++) {
    if (!writer->present[i]) continue;
    add_name(out, document_variables[i]);
    if (lua_getfield(L, row, document_variables[i]) != LUA_TNIL) found++;
    add_value(writer, L, out, document_variables[i], NULL);
    buffer_add(out, ",", 1);
    lua_pop(L, 1);
  }
  for (size_t i = 0; i < writer->column_count; i++) {
    RowColumn *column = &writer->columns[i];
    const char *name = writer->script->columns[i];
    const char *written = writer->names.data + column->name_at;
    lua_pushvalue(L, names + (int)i);
    const bool given = lua_rawget(L, row) != LUA_TNIL;
    if (!given && !place->report) {
      buffer_add(out, written, column->null_length);
      continue;
    }
    buffer_add(out, written, column->name_length);
    if (given) found++;
    if (given || !add_from_place(place, name, out)) add_value(writer, L, out, name, column);
    buffer_add(out, ",", 1);
  }
  lua_settop(L, row); /* the values */
  lua_pushvalue(L, at);
  if (lua_rawget(L, row) != LUA_TNIL && !declares(writer->script, "at")) found++;
  lua_pop(L, 1);
  if (found != keys) raise_unknown(writer, L, row);
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A row of a script that declares none: its fields by name. */
static void write_free(RowWriter *writer, lua_State *L, int row, const BridgePlace *place, Buffer *out) {
  enum { MAX = 256 };
  const char *keys[MAX];
  size_t count = 0;
  bool line = false;
  for (lua_pushnil(L); lua_next(L, row); lua_pop(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING)
      luaL_error(L, _("a row has a key that is a %s, not a name"), luaL_typename(L, -2));
    const char *key = lua_tostring(L, -2); /* lives as long as the row */
    if (strcmp(key, "at") == 0) continue;
    if (count == MAX) luaL_error(L, _("a row has more than %d fields"), MAX);
    line = line || strcmp(key, "line") == 0;
    keys[count++] = key;
  }
  qsort(keys, count, sizeof *keys, by_name);
  for (size_t i = 0; i < count; i++) {
    add_name(out, keys[i]);
    lua_pushstring(L, keys[i]);
    lua_rawget(L, row);
    add_value(writer, L, out, keys[i], NULL);
    buffer_add(out, ",", 1);
    lua_pop(L, 1);
  }
  if (place->report && !line) buffer_format(out, "\"line\":%u,", place->line);
}

static void write_row(RowWriter *writer, lua_State *L, int row, int names, Buffer *out) {
  BridgePlace place = {0};
  lua_pushvalue(L, names + (int)writer->column_count);
  if (lua_rawget(L, row) != LUA_TNIL && !declares(writer->script, "at") && !bridge_place(L, -1, &place))
    luaL_error(L, _("`at` of a row is a %s: it must be a node or a mention"), luaL_typename(L, -1));
  lua_pop(L, 1);
  buffer_add(out, "{", 1);
  buffer_add(out, writer->variables.data, writer->variables.length);
  if (writer->script->columns) write_declared(writer, L, row, names, &place, out);
  else write_free(writer, L, row, &place, out);
  if (out->data[out->length - 1] == ',') out->length--;
  buffer_add(out, "}\n", 2);
  writer->count++;
}

void row_write_list(RowWriter *writer, lua_State *L, int index, Buffer *out) {
  index = lua_absindex(L, index);
  if (lua_isnil(L, index)) return;
  if (!lua_istable(L, index)) luaL_error(L, _("rows must be a list of tables, not a %s"), luaL_typename(L, index));
  const lua_Integer length = luaL_len(L, index);
  if (length == 0 && (lua_pushnil(L), lua_next(L, index)))
    luaL_error(L, _("rows must be a list of tables: this table is itself a row"));
  luaL_checkstack(L, 2 * (int)writer->column_count + 16, "too many columns"); /* their names, and a row's values */
  const int names = lua_gettop(L) + 1;
  for (size_t i = 0; i < writer->column_count; i++) {
    writer->columns[i].bytes = 0;
    lua_pushstring(L, writer->script->columns[i]);
  }
  lua_pushliteral(L, "at");
  find_present(writer, L, index, length);
  for (lua_Integer i = 1; i <= length; i++) {
    if (lua_geti(L, index, i) != LUA_TTABLE)
      luaL_error(L, _("row %d is a %s, not a table"), (int)i, luaL_typename(L, -1));
    write_row(writer, L, lua_gettop(L), names, out);
    lua_pop(L, 1);
  }
  lua_settop(L, names - 1);
}

void row_push(lua_State *L, const char *line, size_t length, int parse) {
  lua_pushvalue(L, parse);
  lua_pushlstring(L, line, length);
  lua_call(L, 1, 1);
  if (!lua_istable(L, -1)) luaL_error(L, _("a row is no JSON object"));
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
    if (lua_type(L, -1) != LUA_TLIGHTUSERDATA) continue;
    lua_pushvalue(L, -2);
    lua_pushnil(L);
    lua_rawset(L, -5); /* clearing a field does not disturb lua_next */
  }
}
