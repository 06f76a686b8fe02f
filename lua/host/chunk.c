/* chunk.c: see chunk.h. A compiled chunk is only ever one that this process has made itself: Lua does not check them.
 */
#include "chunk.h"
#include "buffer.h"
#include "text/arena.h"
#include <lauxlib.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct Compiled {
  Buffer code; /* never changed once it is there */
  char hash[HASH_SIZE];
} Compiled;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Compiled *compiled; /* one for each embedded file, for the life of the process */

static Compiled *compiled_of(const Embedded *file) { /* under the lock */
  if (!compiled) {
    size_t count = 0;
    while (embedded_files[count].path) count++;
    compiled = memory_resize(NULL, count + 1, sizeof *compiled);
    memset(compiled, 0, (count + 1) * sizeof *compiled);
  }
  return &compiled[file - embedded_files];
}

static int write(lua_State *L, const void *bytes, size_t length, void *buffer) {
  (void)L;
  buffer_add(buffer, bytes, length);
  return 0;
}

int chunk_load(lua_State *L, const Embedded *file) {
  pthread_mutex_lock(&lock);
  const Buffer known = compiled_of(file)->code;
  pthread_mutex_unlock(&lock);
  lua_pushfstring(L, "@%s", file->path);
  const int status = known.length ? luaL_loadbufferx(L, known.data, known.length, lua_tostring(L, -1), "b")
                                  : luaL_loadbufferx(L, file->bytes, file->length, lua_tostring(L, -1), "t");
  lua_remove(L, -2);
  if (status != LUA_OK || known.length) return status;
  Buffer code = {0};
  lua_dump(L, write, &code, 0); /* with its lines and names, for messages */
  pthread_mutex_lock(&lock);
  Compiled *mine = compiled_of(file);
  if (!mine->code.length) {
    mine->code = code;
    code = (Buffer){0};
  }
  pthread_mutex_unlock(&lock);
  buffer_free(&code);
  return LUA_OK;
}

void chunk_hash(const Embedded *file, char out[HASH_SIZE]) {
  pthread_mutex_lock(&lock);
  Compiled *mine = compiled_of(file);
  if (!mine->hash[0]) hash_bytes(file->bytes, file->length, mine->hash);
  memcpy(out, mine->hash, HASH_SIZE);
  pthread_mutex_unlock(&lock);
}
