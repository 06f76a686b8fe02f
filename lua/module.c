/* module.c: `require "yanhu"` in a stock Lua 5.4: the bridge alone, without the host, its limits and its scripts. */
#include "bridge/bridge.h"

YH_PUBLIC int luaopen_yanhu(lua_State *L);

int luaopen_yanhu(lua_State *L) { return yanhu_open(L); }
