/* chunk.h: the program's own Lua files, compiled when it was built: a stranger's script gets a new state for every
 * report, and each loads them. */
#ifndef YANHU_CHUNK_H
#define YANHU_CHUNK_H

#include "embed.h"
#include <lua.h>

/* Pushes the file's chunk, or a message where it does not compile. Any thread. */
int chunk_load(lua_State *L, const Embedded *file);

#endif
