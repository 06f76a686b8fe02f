/* guard_string.c: the string functions that work long on short arguments. */
#include "sandbox.h"
#include "state.h"
#include <lauxlib.h>

/* rep(s, n [, sep]): Lua's own counts to n even where s is empty, without a hook. */
static int guarded_rep(lua_State *L) {
  size_t length, separator = 0;
  luaL_checklstring(L, 1, &length);
  const lua_Integer n = luaL_checkinteger(L, 2);
  if (!lua_isnoneornil(L, 3)) luaL_checklstring(L, 3, &separator);
  if (n <= 0 || length + separator == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  state_charge(L, (uint64_t)n);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

void guard_string(lua_State *L) {
  luaL_setfuncs(L, string_matchers, 0);
  lua_getfield(L, -1, "rep");
  lua_pushcclosure(L, guarded_rep, 1);
  lua_setfield(L, -2, "rep");
}
