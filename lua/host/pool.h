/* pool.h: memory for the small blocks of one Lua state: lists of free blocks by size, cut from large ones. Much faster
 * than malloc for what Lua does, which is to make and drop millions of small things; one thread at a time. */
#ifndef YANHU_POOL_H
#define YANHU_POOL_H

#include <stddef.h>

typedef struct Pool Pool;

Pool *pool_new(void);       /* NULL where there is no memory */
void pool_free(Pool *pool); /* with all blocks; NULL is fine */

/* As realloc, for a block of `old` bytes (0 where block is NULL); size > 0. NULL where there is no memory: the block
 * then stays as it is. */
void *pool_resize(Pool *pool, void *block, size_t old, size_t size);
void pool_release(Pool *pool, void *block, size_t size);

#endif
