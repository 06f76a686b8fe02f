/* bridge.h: Lua's view of the core. What the host, the module for a stock Lua and the tests use of it.
 *
 * A report on the Lua side is a userdata around a YhReport; nodes and mentions are light userdata blocks that keep
 * their report alive and ask it for everything. Closing a report leaves its handles stale: each use of one raises. */
#ifndef YANHU_BRIDGE_H
#define YANHU_BRIDGE_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../core/yanhu.h"

/* What one script may spend inside C, where the instruction hook does not reach. 0 means the default. */
typedef struct BridgeLimits {
  uint32_t pattern_match;      /* PCRE2 match limit, 1,000,000 */
  uint32_t pattern_depth;      /* backtracking depth, 100,000; one that is given is counted without JIT */
  uint32_t pattern_heap;       /* KiB, 65,536; the same */
  size_t parse_bytes;          /* bytes of text that live reports of yanhu.parse may hold together, 256 MiB */
  bool (*interrupted)(void *); /* asked now and then inside long work; true raises "interrupted". May be NULL */
  void (*reached)(void *, const char *); /* told when a pattern reached a limit, before that raises. May be NULL */
  void *argument;
} BridgeLimits;

/* A lua_CFunction: pushes the table `yanhu` (a fresh copy; what it holds is shared and cannot be changed). Also what
 * `require "yanhu"` calls, as luaopen_yanhu. Call it once a state before any other function here. */
int yanhu_open(lua_State *L);

/* Dictionaries whose words stand for integers, made when the program was built; ends with a NULL name. `require
 * "yanhu.frozen"` gives the function that finds one by its name, and nil where there is none. */
typedef struct BridgeFrozen {
  const char *name;
  const struct DictionaryImage *image;
  const int64_t *values; /* of each word */
} BridgeFrozen;
/* They stay where they are. */
void bridge_set_frozen(lua_State *L, const BridgeFrozen *frozen);

/* Copies the limits for this state. */
void bridge_set_limits(lua_State *L, const BridgeLimits *limits);

/* Pushes a report. own: it is freed by Lua's collector or bridge_close_report, whichever comes first; else the caller
 * frees it after bridge_close_report. */
void bridge_push_report(lua_State *L, YhReport *report, bool own);

/* Closes the report at `index`: from now on it, its nodes and its mentions are stale. Nothing where it was closed. */
void bridge_close_report(lua_State *L, int index);

/* Where a value stands: for a row's `at`. False for a value that is no report, node or mention. Raises for a stale one.
 */
typedef struct BridgePlace {
  const YhReport *report;
  uint32_t start, end; /* bytes in the normalised text */
  uint32_t line;       /* in the source */
  uint32_t sentence;   /* node index; 0 (the root) where it stands in none */
} BridgePlace;
bool bridge_place(lua_State *L, int index, BridgePlace *place);

/* Pushes the names of the fields and of the methods of the value at `index`, two lists; gives 2. Pushes nil and gives 1
 * for what is no value of the bridge. */
int bridge_fields(lua_State *L, int index);

/* Where `column N: ` stands in the message of a wrong pattern or selector, in the language of the locale; N and what is
 * behind it. NULL where it is in none. */
const char *bridge_column(const char *message, uint32_t *column, const char **behind);

/* Appends the value at `index` as JSON, no line feed: what yanhu.json gives. `keys`: stack index of a list of the keys
 * of the outermost object in order (absent ones print as null, others are left out), or 0: sorted keys. Raises for a
 * value that JSON cannot hold. The buffer is malloc'ed and grows; the caller frees bytes. */
typedef struct BridgeBuffer {
  char *bytes;
  size_t length, capacity;
} BridgeBuffer;
void bridge_json(lua_State *L, int index, int keys, BridgeBuffer *buffer);

#endif
