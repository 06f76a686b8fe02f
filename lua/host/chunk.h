/* chunk.h: the program's own Lua files, compiled once in a process and then copied into each state: a stranger's script
 * gets a new state for every report. */
#ifndef YANHU_CHUNK_H
#define YANHU_CHUNK_H

#include "embed.h"
#include "hash.h"
#include <lua.h>

/* Pushes the file's chunk, or a message where it does not compile. Any thread. */
int chunk_load(lua_State *L, const Embedded *file);
/* Hash of the file's bytes. */
void chunk_hash(const Embedded *file, char out[HASH_SIZE]);

#endif
