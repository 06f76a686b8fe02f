/* pool.c: see pool.h. Blocks of up to LARGEST bytes come in steps of GRAIN; larger ones are malloc's. A chunk is given
 * back only with the pool: a state's small things need about as much at each report. */
#include "pool.h"
#include <stdlib.h>
#include <string.h>

enum { GRAIN = 16, LARGEST = 2048, CLASSES = LARGEST / GRAIN, CHUNK = 64 << 10 };

typedef struct Free {
  struct Free *next;
} Free;

typedef struct Chunk {
  struct Chunk *next;
  max_align_t bytes[];
} Chunk;

struct Pool {
  Free *free[CLASSES];
  Chunk *chunks;
  char *fresh; /* the part of the newest chunk that was never given out */
  size_t left;
};

static size_t class_of(size_t size) {
  return (size - 1) / GRAIN;
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
  const size_t class = class_of(size), bytes = (class + 1) * GRAIN;
  Free *block = pool->free[class];
  if (block) {
    pool->free[class] = block->next;
    __builtin_prefetch(block->next, 1); /* it was freed long ago, and is the next to be taken */
    return block;
  }
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
  if (size > LARGEST) {
    free(block);
    return;
  }
  Free *dropped = block;
  dropped->next = pool->free[class_of(size)];
  pool->free[class_of(size)] = dropped;
}

void *pool_resize(Pool *pool, void *block, size_t old, size_t size) {
  if (!block) return size > LARGEST ? malloc(size) : take(pool, size);
  if (old > LARGEST && size > LARGEST) return realloc(block, size);
  if (old <= LARGEST && size <= LARGEST && class_of(old) == class_of(size)) return block;
  void *moved = size > LARGEST ? malloc(size) : take(pool, size);
  if (!moved) return NULL;
  memcpy(moved, block, old < size ? old : size);
  pool_release(pool, block, old);
  return moved;
}
