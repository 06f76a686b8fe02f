/* script.c: loading a script, checking what it declares, calling it. */
#include "script.h"

#include "argument_file.h"
#include "bridge/bridge.h"
#include "diagnostic.h"
#include "row.h"
#include "sandbox.h"
#include "text/arena.h"
#include <ctype.h>
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SCRIPT_KEY[] = "yanhu.script"; /* in a state's registry: the table of declarations */
static const char ARGUMENTS_KEY[] = "yanhu.arguments";

void script_free(Script *script) {
  if (!script) return;
  for (char **column = script->columns; column && *column; column++) free(*column);
  free(script->columns);
  free(script->name);
  free(script->path);
  free(script->folder);
  free(script->source);
  free(script->model);
  free(script->arguments);
  free(script->summary);
  free(script->help);
  free(script->modules);
  free(script->categories);
  free(script->document);
  state_free(script->ready);
  free(script);
}

/* Pushes the module declaration. */
static void push_declaration(lua_State *L) {
  lua_pushcfunction(L, module_require); /* its upvalue is none: no other place to look */
  lua_pushliteral(L, "yanhu.declaration");
  lua_call(L, 1, 1);
}

/* run_chunk(script) → table of declarations, kept in the registry as well. */
static int run_chunk(lua_State *L) {
  const Script *script = lua_touserdata(L, 1);
  push_declaration(L);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_getfield(L, -1, "yanhu.strict");
  lua_getfield(L, -1, "environment");
  lua_pushglobaltable(L);
  lua_getfield(L, 2, "fields");
  lua_call(L, 2, 2);
  lua_pushfstring(L, "@%s", script->path);
  if (luaL_loadbufferx(L, script->source, script->length, lua_tostring(L, -1), "t") != LUA_OK) return lua_error(L);
  lua_pushvalue(L, -4);
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  lua_call(L, 0, 0);
  lua_pop(L, 1);
  lua_call(L, 0, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  return 1;
}

/* The line of the source where the field is set, and its column; 0 where it is not found. */
static uint32_t find_field(const char *source, const char *field, uint32_t *column) {
  const size_t length = strlen(field);
  uint32_t line = 1;
  const char *begin = source;
  for (const char *p = source; *p; p++) {
    if (*p == '\n') {
      line++;
      begin = p + 1;
    }
    const bool word = p == source || !(isalnum((unsigned char)p[-1]) || p[-1] == '_');
    if (!word || strncmp(p, field, length) != 0) continue;
    const char *after = p + length;
    after += strspn(after, " \t");
    const bool function = p - begin >= 9 && strncmp(p - 9, "function ", 9) == 0;
    if ((*after == '=' && after[1] != '=') || function) {
      *column = (uint32_t)(p - begin) + 1;
      return line;
    }
  }
  return 0;
}

/* Takes `file:line:` off the message; 0 where it has none. */
static uint32_t take_line(const char *path, const char **message) {
  const size_t length = strlen(path);
  if (strncmp(*message, path, length) != 0 || (*message)[length] != ':') return 0;
  char *end;
  const unsigned long line = strtoul(*message + length + 1, &end, 10);
  if (*end != ':') return 0;
  *message = end + 1 + strspn(end + 1, " ");
  return (uint32_t)line;
}

/* Lua tells no column: the name that the message quotes is looked for in the line. */
static void find_column(Diagnostic *d) {
  const char *line = d->source;
  for (uint32_t i = 1; line && i < d->line; i++) line = (line = strchr(line, '\n')) ? line + 1 : NULL;
  if (!line) return;
  const size_t length = strcspn(line, "\n");
  const char *quote = d->message;
  size_t name_length = 0;
  while ((quote = strpbrk(quote, "'`")) != NULL) {
    quote++;
    name_length = strcspn(quote, "'`\n");
    if (quote[name_length] != '\'' && quote[name_length] != '`') return;
    for (const char *p = line; name_length && p + name_length <= line + length; p++) {
      if (strncmp(p, quote, name_length) != 0) continue;
      const char before = p == line ? ' ' : p[-1], after = p[name_length];
      const bool name = isalnum((unsigned char)*quote) || *quote == '_';
      if (name && (isalnum((unsigned char)before) || before == '_' || isalnum((unsigned char)after) || after == '_')) continue;
      d->column = 1;
      for (const char *q = line; q < p; q++)
        if (((unsigned char)*q & 0xC0) != 0x80) d->column++;
      d->length = 0;
      for (const char *q = p; q < p + name_length; q++)
        if (((unsigned char)*q & 0xC0) != 0x80) d->length++;
      return;
    }
    quote += name_length + 1;
  }
  size_t indent = strspn(line, " \t");
  if (indent < length) d->column = (uint32_t)indent + 1;
}

void script_print_error(const Script *script, const char *message, const char *report) {
  Buffer first = {0}, source = {0};
  Diagnostic d = {.file = script->path, .message = message, .source = script->source};
  d.line = take_line(script->path, &d.message);
  if (!d.line) { /* raised in a module, or nowhere */
    const char *colon = strchr(message, ':');
    const size_t length = colon ? (size_t)(colon - message) : 0;
    if (length > 4 && strncmp(colon - 4, ".lua", 4) == 0) {
      buffer_add(&first, message, length);
      d.line = take_line(first.data, &d.message);
      if (d.line) d.file = first.data;
      if (d.line && buffer_read_file(&source, first.data) == 0) d.source = source.data;
      else d.source = NULL;
    }
  }
  Buffer text = {0};
  buffer_string(&text, d.message);
  if (report) buffer_format(&text, "\n  in report %s", report);
  d.message = text.data;
  if (d.line && d.source) find_column(&d);
  diagnostic_print(&d);
  buffer_free(&text);
  buffer_free(&first);
  buffer_free(&source);
}

/* Prints the error value on top of the stack: a message, or { field, message } of declaration.lua. */
static void print_load_error(Script *script, lua_State *L) {
  if (!lua_istable(L, -1)) {
    script_print_error(script, luaL_tolstring(L, -1, NULL), NULL);
    return;
  }
  lua_getfield(L, -1, "misuse");
  script->misused = lua_toboolean(L, -1);
  lua_pop(L, 1);
  lua_getfield(L, -1, "message");
  lua_getfield(L, -2, "field");
  if (script->misused) {
    char *hint = string_format("yanhu help %s lists its arguments", script->name);
    diagnostic_say(hint, "%s: %s", script->name, lua_tostring(L, -2));
    free(hint);
    lua_pop(L, 2);
    return;
  }
  Diagnostic d = {.file = script->path, .message = lua_tostring(L, -2), .source = script->source};
  const char *field = lua_tostring(L, -1);
  if (field) d.line = find_field(script->source, field, &d.column);
  if (d.line) d.length = (uint32_t)strlen(field);
  diagnostic_print(&d);
  lua_pop(L, 2);
}

static char *copy_field(lua_State *L, int index, const char *name) {
  lua_getfield(L, index, name);
  char *copy = string_copy(lua_tostring(L, -1));
  lua_pop(L, 1);
  return copy;
}

static void keep_json(lua_State *L, int index, char **out) {
  BridgeBuffer json = {0};
  bridge_json(L, lua_absindex(L, index), 0, &json);
  *out = string_format("%.*s", (int)json.length, json.bytes);
  free(json.bytes);
}

typedef struct Preparation {
  Script *script;
  ScriptArgument *arguments;
  size_t count;
} Preparation;

/* Takes the columns on top of the stack over into the script; `line` is added where its rows have an `at`. */
static void keep_columns(Script *script, lua_State *L) {
  bool line = false;
  lua_Integer count = luaL_len(L, -1);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, -1, i);
    lua_getfield(L, -1, "name");
    line = line || strcmp(lua_tostring(L, -1), "line") == 0;
    lua_pop(L, 2);
  }
  uint32_t column;
  if (!line && !script->finishes && find_field(script->source, "at", &column)) {
    lua_createtable(L, 0, 2);
    lua_pushliteral(L, "line");
    lua_setfield(L, -2, "name");
    lua_pushliteral(L, "integer");
    lua_setfield(L, -2, "type");
    lua_seti(L, -2, ++count);
  }
  script->columns = memory_resize(NULL, (size_t)count + 1, sizeof *script->columns);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, -1, i);
    script->columns[i - 1] = copy_field(L, lua_gettop(L), "name");
    lua_pop(L, 1);
  }
  script->columns[count] = NULL;
  keep_json(L, -1, &script->model);
}

/* prepare(preparation, declarations) */
static int prepare(lua_State *L) {
  Preparation *p = lua_touserdata(L, 1);
  Script *script = p->script;
  push_declaration(L);
  lua_getfield(L, 3, "check");
  lua_pushvalue(L, 2);
  lua_call(L, 1, 0);
  script->summary = copy_field(L, 2, "summary");
  script->document = copy_field(L, 2, "document");
  lua_getfield(L, 3, "help");
  lua_pushstring(L, script->name);
  lua_pushvalue(L, 2);
  lua_call(L, 2, 2);
  script->help = string_copy(lua_tostring(L, -2));
  script->categories = string_copy(lua_tostring(L, -1));
  lua_pop(L, 2);
  lua_getfield(L, 2, "finish");
  script->finishes = lua_isfunction(L, -1);
  lua_pop(L, 1);
  if (!p->arguments) return 0;
  lua_getfield(L, 3, "arguments");
  if (lua_getfield(L, 2, "args") == LUA_TNIL) {
    lua_pop(L, 1);
    lua_newtable(L);
  }
  lua_newtable(L);
  for (size_t i = 0; i < p->count; i++) {
    const bool known = lua_getfield(L, -2, p->arguments[i].name) != LUA_TNIL;
    lua_pop(L, 1);
    if (!known) continue;
    p->arguments[i].used = true;
    lua_pushstring(L, p->arguments[i].value);
    lua_setfield(L, -2, p->arguments[i].name);
  }
  luaL_newlib(L, ((const luaL_Reg[]){{"text", argument_read_text}, {"table", argument_read_table}, {NULL, NULL}}));
  lua_call(L, 3, 1);
  keep_json(L, -1, &script->arguments);
  lua_getfield(L, 3, "columns");
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -3);
  lua_call(L, 2, 1);
  if (!lua_isnil(L, -1)) keep_columns(script, L);
  return 0;
}

/* Keeps the arguments where script_report finds them. */
static int set_arguments(lua_State *L) {
  const Script *script = lua_touserdata(L, 1);
  lua_getglobal(L, "yanhu");
  lua_getfield(L, -1, "parse_json");
  lua_pushstring(L, script->arguments ? script->arguments : "{}");
  lua_call(L, 1, 1);
  lua_setfield(L, LUA_REGISTRYINDEX, ARGUMENTS_KEY);
  return 0;
}

static bool call_with_script(State *state, lua_CFunction function, const Script *script) {
  lua_pushcfunction(state->L, function);
  lua_pushlightuserdata(state->L, (void *)(uintptr_t)script);
  return state_call(state, 1, 0) == LUA_OK;
}

static bool describe(Script *script, const Limits *limits, bool trusted, ScriptArgument *arguments, size_t count) {
  State *state = state_new(limits, trusted);
  lua_State *L = state->L;
  state->folder = script->folder;
  Preparation preparation = {script, arguments, count};
  lua_pushcfunction(L, run_chunk);
  lua_pushlightuserdata(L, script);
  bool good = state_call(state, 1, 1) == LUA_OK;
  if (good) {
    lua_pushcfunction(L, prepare);
    lua_insert(L, -2);
    lua_pushlightuserdata(L, &preparation);
    lua_insert(L, -2);
    good = lua_pcall(L, 2, 0, 0) == LUA_OK;
  }
  if (good) script->modules = string_format("%s", state->modules.data ? state->modules.data : "");
  else print_load_error(script, L);
  if (good && arguments) {
    lua_settop(L, 0);
    if (call_with_script(state, set_arguments, script)) script->ready = state;
  }
  if (!script->ready) state_free(state);
  return good;
}

State *script_take_state(Script *script) {
  State *ready = script->ready;
  script->ready = NULL;
  return ready;
}

bool script_prepare(Script *script, const Limits *limits, bool trusted, ScriptArgument *arguments, size_t count) {
  ScriptArgument none = {NULL, NULL, false};
  return describe(script, limits, trusted, arguments ? arguments : &none, count);
}

bool script_describe(Script *script, const Limits *limits) {
  return describe(script, limits, false, NULL, 0);
}

bool script_has_category(const Script *script, const char *category) {
  char *wanted = string_format(",%s,", category);
  const bool has = script->categories && strstr(script->categories, wanted);
  free(wanted);
  return has;
}

/* load(script): run_chunk, then the arguments. */
static int load(lua_State *L) {
  run_chunk(L);
  lua_settop(L, 1);
  return set_arguments(L);
}

bool script_load(const Script *script, State *state) {
  state->folder = script->folder;
  state_arm(state, 0);
  return call_with_script(state, load, script);
}

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
  lua_getfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  lua_getfield(L, -1, "report");
  lua_pushvalue(L, 2);
  lua_getfield(L, LUA_REGISTRYINDEX, ARGUMENTS_KEY);
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

/* Pushes row `number` (from 0); parse_json is the value at `parse`. */
static void push_row(lua_State *L, Spool *lines, size_t number, int parse) {
  size_t length;
  const char *line = spool_line(lines, number, &length);
  if (!line) luaL_error(L, "row %d cannot be read from the temporary file", (int)number + 1);
  row_push(L, line, length, parse);
}

/* rows[i] of rows that lie on disk. Upvalues: the spool, parse_json. */
static int row_index(lua_State *L) {
  Spool *lines = lua_touserdata(L, lua_upvalueindex(1));
  const lua_Integer number = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : 0;
  if (number < 1 || (lua_Unsigned)number > lines->count) return 0;
  push_row(L, lines, (size_t)number - 1, lua_upvalueindex(2));
  return 1;
}

static int row_length(lua_State *L) {
  const Spool *lines = lua_touserdata(L, lua_upvalueindex(1));
  lua_pushinteger(L, (lua_Integer)lines->count);
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
  const size_t count = spool_index(lines);
  lua_newtable(L);
  lua_getglobal(L, "yanhu");
  lua_getfield(L, -1, "parse_json");
  lua_remove(L, -2);
  const int parse = lua_gettop(L);
  if (!lines->file) {
    for (size_t i = 0; i < count; i++) {
      push_row(L, lines, i, parse);
      lua_seti(L, parse - 1, (lua_Integer)i + 1);
    }
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
    luaL_error(L, "finish gives a document: a string, not a %s", luaL_typename(L, index));
  const char *text = lua_tolstring(L, index, &length);
  buffer_string(out, "{\"document\":");
  buffer_json(out, text, length);
  buffer_string(out, "}\n");
}

/* call_finish(finish) */
static int call_finish(lua_State *L) {
  Finish *call = lua_touserdata(L, 1);
  lua_getfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  lua_getfield(L, -1, "finish");
  push_rows(L, call->lines);
  lua_getfield(L, LUA_REGISTRYINDEX, ARGUMENTS_KEY);
  lua_call(L, 2, 2);
  call->found = lua_toboolean(L, -1);
  if (call->script->document) write_document(L, lua_absindex(L, -2), call->rows);
  else row_write_list(&call->writer, L, -2, call->rows);
  return 0;
}

bool script_finish(const Script *script, State *state, Spool *lines, Buffer *rows, size_t *count, bool *found) {
  Finish call = {.script = script, .lines = lines, .rows = rows};
  row_begin(&call.writer, script, NULL);
  state_arm(state, lines->lines.length + (size_t)lines->size);
  lua_pushcfunction(state->L, call_finish);
  lua_pushlightuserdata(state->L, &call);
  const bool good = state_call(state, 1, 0) == LUA_OK;
  *count = call.writer.count;
  *found = call.found;
  row_end(&call.writer);
  return good;
}

void script_push(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  lua_getfield(L, LUA_REGISTRYINDEX, ARGUMENTS_KEY);
}

void script_print_finding(const Script *script, uint32_t line, const char *field, const char *word, const char *message,
                          const char *hint) {
  Diagnostic d = {.file = script->path, .line = line, .source = script->source, .hint = hint, .message = message};
  if (!line && field) {
    d.line = find_field(script->source, field, &d.column);
    d.length = (uint32_t)strlen(field);
  } else if (word) {
    char *quoted = string_format("`%s`", word);
    d.message = quoted; /* what find_column looks for */
    find_column(&d);
    d.message = message;
    free(quoted);
  }
  diagnostic_print(&d);
}
