/* sandbox.c: the globals of a script. An allow-list: what is not named here does not exist for it. Not there, and
 * why: io, os, package, debug (the machine is none of a script's business; time makes results differ from day to
 * day), dofile, loadfile, string.dump and binary chunks (bytecode is not checked by Lua), collectgarbage but for
 * "count", __gc (finalizers run where no hook counts). */
#include "sandbox.h"
#include "bridge/bridge.h"
#include "diagnostic.h"
#include "match/nearest.h"
#include "state.h"
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <string.h>

enum { PRINT_MAX = 1 << 20 };

/* pcall(f, …) and xpcall(f, handler, …): as Lua's own, but a limit's error goes on. */
static int after_pcall(lua_State *L, int status, lua_KContext extra) {
  if (status != LUA_OK && status != LUA_YIELD) {
    if (status == LUA_ERRMEM) state_of(L)->refused = 1;
    state_raise_again(L);
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
  }
  return lua_gettop(L) - (int)extra;
}

static int guarded_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  const int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, after_pcall);
  return after_pcall(L, status, 0);
}

/* A handler runs inside the failing hook, where no hook counts: after a limit it must not run at all. */
static int guarded_handler(lua_State *L) {
  if (state_of(L)->tripped || state_of(L)->refused) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

static int guarded_xpcall(lua_State *L) {
  const int n = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, guarded_handler, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  const int status = lua_pcallk(L, n - 2, LUA_MULTRET, 2, 2, after_pcall);
  return after_pcall(L, status, 2);
}

/* Calls the library's function in the upvalue and lets no limit's error end there. */
static int guarded_call(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  if (state_of(L)->tripped || (lua_type(L, 1) == LUA_TBOOLEAN && !lua_toboolean(L, 1))) state_raise_again(L);
  return lua_gettop(L);
}

/* coroutine.close and the like run __close handlers, after a limit without a hook: then they do nothing. */
static int guarded_close(lua_State *L) {
  if (state_of(L)->tripped) state_raise_again(L);
  return guarded_call(L);
}

/* coroutine.wrap: Lua's own closes a coroutine that failed, and runs its __close handlers without a hook. */
static int wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int results;
  const int n = lua_gettop(L);
  if (!lua_checkstack(co, n)) return luaL_error(L, _("too many arguments to resume"));
  if (lua_status(co) == LUA_OK && lua_gettop(co) == 0) return luaL_error(L, _("cannot resume dead coroutine"));
  lua_xmove(L, co, n);
  const int status = lua_resume(co, L, n, &results);
  if (status != LUA_OK && status != LUA_YIELD) {
    if (status == LUA_ERRMEM) state_of(L)->refused = 1;
    lua_xmove(co, L, 1);
    state_raise_again(L);
    lua_resetthread(co);
    lua_settop(co, 0);
    return lua_error(L);
  }
  if (!lua_checkstack(L, results + 1)) return luaL_error(L, _("too many results to resume"));
  lua_xmove(co, L, results);
  return results;
}

static int guarded_create(lua_State *L) {
  state_watch(state_of(L));
  return guarded_call(L);
}

static int guarded_wrap(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  state_watch(state_of(L));
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  lua_pushcclosure(L, wrapped, 1);
  return 1;
}

static int guarded_setmetatable(lua_State *L) {
  if (lua_istable(L, 2)) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, _("scripts cannot have finalizers (__gc)"));
    lua_pop(L, 1);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

/* load(chunk [, name [, mode [, env]]]): text only. */
static int guarded_load(lua_State *L) {
  const bool environment = lua_gettop(L) >= 4;
  lua_settop(L, 4);
  lua_pushliteral(L, "t");
  lua_replace(L, 3);
  if (!environment) lua_settop(L, 3);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  if (lua_isnil(L, 1)) state_raise_again(L);
  return lua_gettop(L);
}

static int count_memory(lua_State *L) {
  const char *what = luaL_optstring(L, 1, "count");
  if (strcmp(what, "count") != 0) return luaL_error(L, _("scripts can only call collectgarbage(\"count\")"));
  lua_pushnumber(L, (double)state_of(L)->used / 1024);
  return 1;
}

/* print(…): kept until the report is done, so that threads do not mix their lines; shown on standard error. */
static int print(lua_State *L) {
  State *state = state_of(L);
  const int n = lua_gettop(L);
  for (int i = 1; i <= n; i++) {
    size_t length;
    const char *text = luaL_tolstring(L, i, &length);
    if (state->printed.length + length > PRINT_MAX) return luaL_error(L, _("too much printed"));
    if (i > 1) buffer_string(&state->printed, "\t");
    buffer_add(&state->printed, text, length);
    lua_pop(L, 1);
  }
  buffer_string(&state->printed, "\n");
  return 0;
}

/* Puts a closure of `guard` around the library's own function into the table on the stack. */
static void wrap(lua_State *L, const char *name, lua_CFunction guard) {
  lua_getfield(L, -1, name);
  lua_pushcclosure(L, guard, 1);
  lua_setfield(L, -2, name);
}

static void drop(lua_State *L, const char *const *names) {
  for (; *names; names++) {
    lua_pushnil(L);
    lua_setfield(L, -2, *names);
  }
}

static void open_base(lua_State *L) {
  luaL_requiref(L, LUA_GNAME, luaopen_base, 1);
  static const luaL_Reg own[] = {{"pcall", guarded_pcall},
                                 {"xpcall", guarded_xpcall},
                                 {"collectgarbage", count_memory},
                                 {"print", print},
                                 {NULL, NULL}};
  luaL_setfuncs(L, own, 0);
  wrap(L, "setmetatable", guarded_setmetatable);
  wrap(L, "load", guarded_load);
  drop(L, (const char *const[]){"dofile", "loadfile", "warn", NULL});
  lua_pop(L, 1);
}

static void open_libraries(lua_State *L) {
  luaL_requiref(L, LUA_COLIBNAME, luaopen_coroutine, 1);
  wrap(L, "create", guarded_create);
  wrap(L, "resume", guarded_close);
  wrap(L, "close", guarded_close);
  lua_pushcfunction(L, guarded_wrap);
  lua_setfield(L, -2, "wrap");
  lua_pop(L, 1);
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 1);
  guard_string(L);
  drop(L, (const char *const[]){"dump", NULL});
  lua_pop(L, 1);
  luaL_requiref(L, LUA_TABLIBNAME, luaopen_table, 1);
  guard_table(L);
  lua_pop(L, 1);
  luaL_requiref(L, LUA_UTF8LIBNAME, luaopen_utf8, 1);
  lua_pop(L, 1);
  luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 1);
  lua_getfield(L, -1, "randomseed"); /* the same input gives the same bytes */
  lua_pushinteger(L, 1);
  lua_call(L, 1, 0);
  lua_pop(L, 1);
}

/* nearest(word, list) → the name of the list that was probably meant, or nil. */
static int nearest(lua_State *L) {
  enum { MAX = 512 };
  const char *names[MAX + 1], *wrong = luaL_checkstring(L, 1);
  const lua_Integer length = luaL_len(L, 2);
  luaL_checkstack(L, MAX + 8, NULL);
  int count = 0;
  for (lua_Integer i = 1; i <= length && count < MAX; i++) { /* the names stay on the stack while they are used */
    lua_geti(L, 2, i);
    names[count++] = luaL_checkstring(L, -1);
  }
  names[count] = NULL;
  const char *name = nearest_of(wrong, names);
  if (name) lua_pushstring(L, name);
  else lua_pushnil(L);
  return 1;
}

/* Reading or setting a global that does not exist raises. */
static void make_strict(lua_State *L) {
  if (!module_load(L, "yanhu.strict")) lua_error(L);
  lua_pushcfunction(L, nearest);
  lua_call(L, 1, 1);
  lua_pushvalue(L, -1);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_insert(L, -2);
  lua_setfield(L, -2, "yanhu.strict");
  lua_pop(L, 1);
  lua_getfield(L, -1, "seal");
  lua_pushglobaltable(L);
  lua_call(L, 1, 0);
  lua_pop(L, 1);
}

void sandbox_open(lua_State *L) {
  if (state_of(L)->trusted) {
    luaL_openlibs(L);
    lua_getglobal(L, "require");
    lua_pushcclosure(L, module_require, 1);
    lua_setglobal(L, "require");
    lua_pushcfunction(L, print);
    lua_setglobal(L, "print");
  } else {
    open_base(L);
    open_libraries(L);
    lua_pushnil(L);
    lua_pushcclosure(L, module_require, 1);
    lua_setglobal(L, "require");
  }
  luaL_requiref(L, "yanhu", yanhu_open, 1);
  lua_pop(L, 1);
  make_strict(L);
}

/* Appends `called from file:line` for the lines behind the first. */
static void add_callers(lua_State *L, Buffer *text) {
  lua_Debug frame;
  int shown = 0;
  bool first = true;
  for (int level = 1; shown < 4 && lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0) continue;
    char place[LUA_IDSIZE + 16];
    const int length = snprintf(place, sizeof place, "%s:%d:", frame.short_src, frame.currentline);
    if (!first && strncmp(text->data, place, (size_t)length) != 0) { /* the message itself begins with its place */
      buffer_format(text, _("\n  called from %.*s"), length - 1, place);
      shown++;
    }
    first = false;
  }
}

/* The innermost local that is a node or a mention tells which sentence the script was at. */
static void add_sentence(lua_State *L, Buffer *text) {
  lua_Debug frame;
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "l", &frame);
    if (frame.currentline <= 0) continue;
    BridgePlace best = {0};
    for (int i = 1; lua_getlocal(L, &frame, i); i++) {
      BridgePlace place;
      if (lua_isuserdata(L, -1) && bridge_place(L, -1, &place) && place.sentence) best = place;
      lua_pop(L, 1);
    }
    if (!best.report) continue;
    uint32_t count;
    const YhNode *sentence = yh_report_nodes(best.report, &count) + best.sentence;
    const char *bytes = yh_report_text(best.report, &count);
    const uint32_t length = sentence->end - sentence->start;
    buffer_format(text, _("\n  at line %u: %.*s"), sentence->line, (int)length, bytes + sentence->start);
    return;
  }
}

static int add_place(lua_State *L) {
  Buffer *text = lua_touserdata(L, 1);
  add_sentence(L, text);
  return 0;
}

int sandbox_explain(lua_State *L) {
  size_t length;
  const char *message = lua_tolstring(L, 1, &length);
  if (!message) return 1;
  Buffer text = {0};
  buffer_add(&text, message, length);
  add_callers(L, &text);
  lua_pushcfunction(L, add_place); /* protected: a stale node raises */
  lua_pushlightuserdata(L, &text);
  if (lua_pcall(L, 1, 0, 0) != LUA_OK) lua_pop(L, 1);
  lua_pushlstring(L, text.data, text.length);
  buffer_free(&text);
  return 1;
}
