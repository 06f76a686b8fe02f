/* argument_file.c: see argument_file.h. */
#include "argument_file.h"

#include "read/table.h"
#include <lauxlib.h>
#include <stdlib.h>

static int fail(lua_State *L, const char *path, const YhError *error) {
  lua_pushnil(L);
  lua_pushfstring(L, _("cannot read %s: %s"), path, error->message);
  return 2;
}

int argument_read_text(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  YhError error = {0};
  size_t length;
  char *text = text_read(path, &length, &error);
  if (!text) return fail(L, path, &error);
  lua_pushlstring(L, text, length);
  free(text);
  return 1;
}

enum { ROWS = 2, HEADER = 3 }; /* places on the stack: the list of rows, the list of names */

/* The state is only that of loading a script: it may run out of memory, and then the program ends. */
static bool take(void *user, const char *const *cells, uint32_t count) {
  lua_State *L = user;
  const bool header = lua_rawlen(L, HEADER) == 0;
  if (!header) lua_createtable(L, 0, (int)count);
  for (uint32_t i = 0; i < count; i++) {
    if (header) {
      lua_pushstring(L, cells[i]);
      lua_rawseti(L, HEADER, (lua_Integer)i + 1);
    } else if (lua_rawgeti(L, HEADER, (lua_Integer)i + 1) == LUA_TSTRING) {
      lua_pushstring(L, cells[i]);
      lua_rawset(L, -3);
    } else {
      lua_pop(L, 1);
    }
  }
  if (!header) lua_rawseti(L, ROWS, (lua_Integer)lua_rawlen(L, ROWS) + 1);
  return true;
}

int argument_read_table(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  lua_settop(L, 1);
  lua_newtable(L);
  lua_newtable(L);
  YhError error = {0};
  if (!table_read(path, take, L, &error)) return fail(L, path, &error);
  lua_pushvalue(L, ROWS);
  return 1;
}
