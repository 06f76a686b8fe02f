/* pool.h: memory for the small blocks of one Lua state: lists of free blocks by size, cut from large ones. Much faster
 * than malloc for what Lua does, which is to make and drop millions of small things; one thread at a time. */
#ifndef YANHU_POOL_H
#define YANHU_POOL_H

#include <stddef.h>

enum { POOL_GRAIN = 16, POOL_LARGEST = 2048, POOL_CLASSES = POOL_LARGEST / POOL_GRAIN };

typedef struct PoolBlock {
  struct PoolBlock *next;
} PoolBlock;

typedef struct Pool {
  PoolBlock *free[POOL_CLASSES];
  struct PoolChunk *chunks;
  char *fresh; /* the part of the newest chunk that was never given out */
  size_t left;
} Pool;

Pool *pool_new(void);       /* NULL where there is no memory */
void pool_free(Pool *pool); /* with all blocks; NULL is fine */

/* A block of `size` bytes that was given back before, size > 0; NULL where there is none. */
static inline void *pool_again(Pool *pool, size_t size) {
  const size_t class = (size - 1) / POOL_GRAIN;
  PoolBlock *block = class < POOL_CLASSES ? pool->free[class] : NULL;
  if (!block) return NULL;
  pool->free[class] = block->next;
  __builtin_prefetch(block->next, 1); /* it was freed long ago, and is the next to be taken */
  return block;
}

/* As realloc, for a block of `old` bytes (0 where block is NULL); size > 0. NULL where there is no memory: the block
 * then stays as it is. */
void *pool_resize(Pool *pool, void *block, size_t old, size_t size);
void pool_release(Pool *pool, void *block, size_t size);

#endif
