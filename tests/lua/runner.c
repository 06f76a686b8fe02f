/* runner.c: runs the tests of the Lua API, one file after another, each in a state of its own with the bridge and the
 * standard libraries, and nothing of the host. A file calls test(what, f); ends with `N passed, N failed`. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>

#include "../../lua/bridge/bridge.h"

static int passed, failed;

static int traceback(lua_State *L) {
  luaL_traceback(L, L, lua_tostring(L, 1), 1);
  return 1;
}

/* test(what, f): f raises where the test fails */
static int test(lua_State *L) {
  const char *what = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_pushcfunction(L, traceback);
  lua_insert(L, 2);
  if (lua_pcall(L, 0, 0, 2) == LUA_OK) passed++;
  else {
    failed++;
    printf("not ok - %s: %s\n", what, lua_tostring(L, -1));
  }
  return 0;
}

/* close(report): what the host does when it is done with one */
static int close_report(lua_State *L) {
  bridge_close_report(L, 1);
  return 0;
}

/* limit(match): the match limit of patterns */
static int limit(lua_State *L) {
  bridge_set_limits(L, &(BridgeLimits){.pattern_match = (uint32_t)luaL_checkinteger(L, 1)});
  return 0;
}

static void run(const char *file) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  luaL_requiref(L, "yanhu", yanhu_open, 1);
  lua_register(L, "test", test);
  lua_register(L, "close", close_report);
  lua_register(L, "limit", limit);
  lua_settop(L, 0);
  lua_pushcfunction(L, traceback);
  if (luaL_loadfile(L, file) != LUA_OK || lua_pcall(L, 0, 0, 1) != LUA_OK) {
    failed++;
    printf("not ok - %s: %s\n", file, lua_tostring(L, -1));
  }
  lua_close(L);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) run(argv[i]);
  printf("%d passed, %d failed\n", passed, failed);
  return failed != 0;
}
