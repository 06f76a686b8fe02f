/* pool.c: see pool.h. Blocks of up to POOL_LARGEST bytes come in steps of POOL_GRAIN; larger ones are malloc's. A chunk is given
 * back only with the pool: a state's small things need about as much at each report. */
#include "pool.h"
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 << 10 };

typedef struct PoolChunk {
  struct PoolChunk *next;
  max_align_t bytes[];
} Chunk;

static size_t class_of(size_t size) {
  return (size - 1) / POOL_GRAIN;
}

Pool *pool_new(void) {
  return calloc(1, sizeof(Pool));
}

void pool_free(Pool *pool) {
  if (!pool) return;
  for (Chunk *chunk = pool->chunks, *next; chunk; chunk = next) {
    next = chunk->next;
    free(chunk);
  }
  free(pool);
}

static void *take(Pool *pool, size_t size) {
  void *again = pool_again(pool, size);
  if (again) return again;
  const size_t bytes = (class_of(size) + 1) * POOL_GRAIN;
  if (pool->left < bytes) { /* what is left of the chunk is too small for this size, and is forgotten */
    Chunk *chunk = malloc(sizeof *chunk + CHUNK);
    if (!chunk) return NULL;
    chunk->next = pool->chunks;
    pool->chunks = chunk;
    pool->fresh = (char *)chunk->bytes;
    pool->left = CHUNK;
  }
  void *fresh = pool->fresh;
  pool->fresh += bytes;
  pool->left -= bytes;
  return fresh;
}

void pool_release(Pool *pool, void *block, size_t size) {
  if (!block) return;
  if (size > POOL_LARGEST) {
    free(block);
    return;
  }
  PoolBlock *dropped = block;
  dropped->next = pool->free[class_of(size)];
  pool->free[class_of(size)] = dropped;
}

void *pool_resize(Pool *pool, void *block, size_t old, size_t size) {
  if (!block) return size > POOL_LARGEST ? malloc(size) : take(pool, size);
  if (old > POOL_LARGEST && size > POOL_LARGEST) return realloc(block, size);
  if (old <= POOL_LARGEST && size <= POOL_LARGEST && class_of(old) == class_of(size)) return block;
  void *moved = size > POOL_LARGEST ? malloc(size) : take(pool, size);
  if (!moved) return NULL;
  memcpy(moved, block, old < size ? old : size);
  pool_release(pool, block, old);
  return moved;
}
