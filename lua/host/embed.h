/* embed.h: the Lua files that the Makefile puts into the program, found by their path in the repository:
 * `lua/yanhu/table.lua`, `scripts/facts.lua`. Static memory, nothing to free. */
#ifndef YANHU_EMBED_H
#define YANHU_EMBED_H

#include <stddef.h>

typedef struct Embedded {
  const char *path, *bytes;
  size_t length;
} Embedded;

extern const Embedded embedded_files[]; /* ends with a NULL path; sorted by path */

const Embedded *embed_find(const char *path);
/* The folder whose files stand before the embedded ones (--lua-dir, YANHU_LUA_DIR); NULL for none. */
extern const char *embed_override;

#endif
