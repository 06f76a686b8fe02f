/* arena.h: memory that is given back all at once. An Arena owns every block it hands out. */
#ifndef YANHU_ARENA_H
#define YANHU_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena); /* NULL is fine */
/* Zeroed memory, aligned for any type, valid until arena_free. Never NULL: the one place that checks an
 * allocation ends the program with a message when memory is gone. */
void *arena_alloc(Arena *arena, size_t bytes);
/* A NUL-terminated copy of length bytes. */
char *arena_copy(Arena *arena, const char *bytes, size_t length);
char *arena_string(Arena *arena, const char *string); /* NULL stays NULL */

/* Growing arrays outside an arena: realloc that cannot fail. */
void *memory_resize(void *block, size_t count, size_t size);
/* The array with room for one more than its `count` items; *room is how many it holds. */
void *memory_room(void *items, uint32_t count, uint32_t *room, size_t size);

#endif
