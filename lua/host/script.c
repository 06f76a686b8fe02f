/* script.c: loading a script and checking what it declares. */
#include "script.h"

#include "argument_file.h"
#include "bridge/bridge.h"
#include "diagnostic.h"
#include "sandbox.h"
#include "script_error.h"
#include "text/arena.h"
#include <lauxlib.h>
#include <pthread.h>
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
  free(script->brief);
  free(script->chart);
  state_free(script->ready);
  free(script);
}

/* Pushes the module declaration. */
static void push_declaration(lua_State *L) {
  lua_pushcfunction(L, module_require); /* its upvalue is none: no other place to look */
  lua_pushliteral(L, "yanhu.declaration");
  lua_call(L, 1, 1);
}

/* run_chunk(script) → table of declarations, kept in the registry as well; what the chunk returns, as modules do. */
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
  lua_call(L, 0, 1);
  lua_replace(L, -2);
  lua_insert(L, -2);
  lua_call(L, 0, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  lua_insert(L, -2);
  return 2;
}

/* A file beside the scripts that declares nothing and returns something is a module of theirs. Takes what it returned
 * off the stack. */
static bool take_module(lua_State *L) {
  const bool returns = !lua_isnil(L, -1);
  lua_pop(L, 1);
  lua_pushnil(L);
  const bool declares = lua_next(L, -2) != 0;
  if (declares) lua_pop(L, 2);
  return returns && !declares;
}

/* Makes `report` out of the rules of the declarations at `given`; the module declaration is at `module`. */
static void complete(lua_State *L, int module, int given, const Script *script) {
  lua_getfield(L, module, "complete");
  lua_pushvalue(L, given);
  lua_pushlstring(L, script->source, script->length);
  lua_call(L, 2, 0);
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

/* Takes the columns on top of the stack over into the script; `line` is added where its rows have an `at`, as those of
 * rules always do. */
static void keep_columns(Script *script, lua_State *L, bool rules) {
  bool line = false;
  lua_Integer count = luaL_len(L, -1);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, -1, i);
    lua_getfield(L, -1, "name");
    line = line || strcmp(lua_tostring(L, -1), "line") == 0;
    lua_pop(L, 2);
  }
  uint32_t column;
  if (!line && !script->finishes && (rules || script_find_field(script->source, "at", &column))) {
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
  complete(L, 3, 2, script);
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
  if (lua_getfield(L, 2, "brief") == LUA_TTABLE) keep_json(L, -1, &script->brief);
  if (lua_getfield(L, 2, "chart") == LUA_TTABLE) keep_json(L, -1, &script->chart);
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
  if (lua_isnil(L, -1)) return 0;
  const bool rules = lua_getfield(L, 2, "rules") == LUA_TTABLE;
  lua_pop(L, 1);
  keep_columns(script, L, rules);
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
  bool good = state_call(state, 1, 2) == LUA_OK;
  if (good && take_module(L)) {
    script->is_module = true;
    if (arguments) script_print_is_module(script);
    state_free(state);
    return false;
  }
  if (good) {
    lua_pushcfunction(L, prepare);
    lua_insert(L, -2);
    lua_pushlightuserdata(L, &preparation);
    lua_insert(L, -2);
    good = lua_pcall(L, 2, 0, 0) == LUA_OK;
  }
  if (good) script->modules = string_format("%s", state->modules.data ? state->modules.data : "");
  else script_print_load_error(script, L);
  if (good && arguments) {
    lua_settop(L, 0);
    if (call_with_script(state, set_arguments, script)) script->ready = state;
  }
  if (!script->ready) state_free(state);
  return good;
}

State *script_take_state(Script *script) {
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&lock);
  State *ready = script->ready;
  script->ready = NULL;
  pthread_mutex_unlock(&lock);
  return ready;
}

bool script_prepare(Script *script, const Limits *limits, bool trusted, ScriptArgument *arguments, size_t count) {
  ScriptArgument none = {NULL, NULL, false};
  return describe(script, limits, trusted, arguments ? arguments : &none, count);
}

bool script_describe(Script *script, const Limits *limits) {
  return describe(script, limits, false, NULL, 0);
}

/* call_accept() → what is wrong with the arguments; nil for nothing. */
static int call_accept(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  if (lua_getfield(L, -1, "accept") == LUA_TNIL) return 1;
  lua_getfield(L, LUA_REGISTRYINDEX, ARGUMENTS_KEY);
  lua_call(L, 1, 1);
  if (!lua_isnil(L, -1) && !lua_isstring(L, -1))
    return luaL_error(L, _("accept gives a message or nil, not a %s"), luaL_typename(L, -1));
  return 1;
}

bool script_accept(Script *script) {
  State *state = script->ready;
  lua_State *L = state->L;
  lua_settop(L, 0);
  state_arm(state, 0);
  lua_pushcfunction(L, call_accept);
  const bool well = state_call(state, 0, 1) == LUA_OK;
  if (!well) script_print_error(script, luaL_tolstring(L, -1, NULL), NULL);
  else if (!lua_isnil(L, -1)) script_print_misuse(script, *lua_tostring(L, -1) ? _(lua_tostring(L, -1)) : "");
  const bool accepted = well && lua_isnil(L, -1);
  lua_settop(L, 0);
  return accepted;
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
  lua_pop(L, 1);
  push_declaration(L);
  complete(L, lua_gettop(L), lua_gettop(L) - 1, lua_touserdata(L, 1));
  lua_settop(L, 1);
  return set_arguments(L);
}

bool script_load(const Script *script, State *state) {
  state->folder = script->folder;
  state_arm(state, 0);
  return call_with_script(state, load, script);
}

void script_push(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, SCRIPT_KEY);
  lua_getfield(L, LUA_REGISTRYINDEX, ARGUMENTS_KEY);
}
