/* chunk.c: see chunk.h. A compiled chunk is only ever one that the build has made of the program's own files: Lua does
 * not check them. */
#include "chunk.h"
#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

int chunk_load(lua_State *L, const Embedded *file) {
  const bool compiled = file->code_length && strcmp(embedded_lua, lua_ident) == 0; /* by this very version of Lua */
  lua_pushfstring(L, "@%s", file->path);
  const int status = compiled ? luaL_loadbufferx(L, file->code, file->code_length, lua_tostring(L, -1), "b")
                              : luaL_loadbufferx(L, file->bytes, file->length, lua_tostring(L, -1), "t");
  lua_remove(L, -2);
  return status;
}
