/* embed.h: the Lua files that the build (lua/embed.c) puts into the program, found by their path in the repository:
 * `lua/yanhu/table.lua`, `scripts/facts.lua`. Static memory, nothing to free. */
#ifndef YANHU_EMBED_H
#define YANHU_EMBED_H

#include "bridge/bridge.h"
#include <stddef.h>

typedef struct Embedded {
  const char *path, *bytes;
  size_t length;
  const char *code; /* the compiled chunk; none where code_length is 0 */
  size_t code_length;
  const char *hash; /* of the bytes, as hash_bytes makes it */
} Embedded;

/* The long lists of words, made by lua/freeze.c; bridge_set_frozen is given them. */
extern const BridgeFrozen frozen_lists[];

extern const char embedded_lua[];       /* which Lua compiled them: its lua_ident */
extern const Embedded embedded_files[]; /* ends with a NULL path; sorted by path */

const Embedded *embed_find(const char *path);
/* The folder whose files stand before the embedded ones (--lua-dir, YANHU_LUA_DIR); NULL for none. */
extern const char *embed_override;

#endif
