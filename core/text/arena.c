/* arena.c: blocks in a chain, each at least twice a page, larger ones for larger wishes. */
#include "arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Block {
  struct Block *next;
  size_t used, size;
  max_align_t data[];
} Block;

struct Arena {
  Block *block;
  size_t grow;
};

void *memory_resize(void *block, size_t count, size_t size) {
  const bool possible = !size || count <= PTRDIFF_MAX / size;
  const size_t bytes = possible ? count * size : 0;
  void *p = possible ? realloc(block, bytes > 0 ? bytes : 1) : NULL;
  if (!p) {
    fprintf(stderr, "yanhu: out of memory (%zu x %zu bytes)\n", count, size);
    exit(70);
  }
  return p;
}

void *memory_room(void *items, uint32_t count, uint32_t *room, size_t size) {
  if (count < *room) return items;
  *room = *room ? *room * 2 : 32;
  return memory_resize(items, *room, size);
}

Arena *arena_new(void) {
  Arena *arena = memory_resize(NULL, 1, sizeof *arena);
  arena->block = NULL;
  arena->grow = 8192;
  return arena;
}

void arena_free(Arena *arena) {
  if (!arena) return;
  for (Block *b = arena->block, *next; b; b = next) {
    next = b->next;
    free(b);
  }
  free(arena);
}

void *arena_alloc(Arena *arena, size_t bytes) {
  const size_t unit = sizeof(max_align_t);
  if (bytes > SIZE_MAX - 2 * unit - sizeof(Block)) memory_resize(NULL, SIZE_MAX, 2);
  const size_t need = (bytes + unit - 1) / unit * unit;
  Block *b = arena->block;
  if (!b || b->size - b->used < need) {
    const size_t size = need > arena->grow ? need : arena->grow;
    Block *fresh = memory_resize(NULL, 1, sizeof *fresh + size);
    fresh->used = 0;
    fresh->size = size;
    if (arena->grow < (size_t)1 << 20) arena->grow *= 2;
    /* a large wish goes behind the block in use, so that its rest is not lost */
    if (b && need > arena->grow / 4) {
      fresh->next = b->next;
      b->next = fresh;
    } else {
      fresh->next = b;
      arena->block = fresh;
    }
    b = fresh;
  }
  void *p = (char *)b->data + b->used;
  b->used += need;
  memset(p, 0, need);
  return p;
}

char *arena_copy(Arena *arena, const char *bytes, size_t length) {
  char *p = arena_alloc(arena, length + 1);
  if (length) memcpy(p, bytes, length);
  return p;
}

char *arena_string(Arena *arena, const char *string) {
  return string ? arena_copy(arena, string, strlen(string)) : NULL;
}
