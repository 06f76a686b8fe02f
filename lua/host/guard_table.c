/* guard_table.c: the table functions that loop over a length, which a metatable or an argument can make endless.
 * Each charges what it is about to do as instructions; then Lua's own runs. */
#include "sandbox.h"
#include "state.h"
#include <lauxlib.h>
#include <math.h>

static void charge(lua_State *L, double count) {
  if (count > 0) state_charge(L, count < 1e18 ? (uint64_t)count : (uint64_t)1e18);
}

static int call_own(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

/* insert(list [, pos], value), remove(list [, pos]): move what stands behind pos. */
static int guarded_shift(lua_State *L) {
  if (lua_gettop(L) > 1 && (lua_istable(L, 1) || lua_isuserdata(L, 1)))
    charge(L, (double)luaL_len(L, 1) - (lua_isnumber(L, 2) ? lua_tonumber(L, 2) : 0));
  return call_own(L);
}

/* move(a1, from, to, at [, a2]) */
static int guarded_move(lua_State *L) {
  charge(L, luaL_checknumber(L, 3) - luaL_checknumber(L, 2));
  return call_own(L);
}

/* concat(list [, separator [, from [, to]]]), unpack is bound by the stack */
static int guarded_concat(lua_State *L) {
  const double from = luaL_optnumber(L, 3, 1);
  charge(L, (lua_isnoneornil(L, 4) ? (double)luaL_len(L, 1) : luaL_checknumber(L, 4)) - from);
  return call_own(L);
}

static int guarded_sort(lua_State *L) {
  const double count = (double)luaL_len(L, 1);
  if (count > 1) charge(L, count * log2(count));
  return call_own(L);
}

void guard_table(lua_State *L) {
  static const luaL_Reg guards[] = {{"insert", guarded_shift},  {"remove", guarded_shift}, {"move", guarded_move},
                                    {"concat", guarded_concat}, {"sort", guarded_sort},    {NULL, NULL}};
  for (const luaL_Reg *guard = guards; guard->name; guard++) {
    lua_getfield(L, -1, guard->name);
    lua_pushcclosure(L, guard->func, 1);
    lua_setfield(L, -2, guard->name);
  }
}
