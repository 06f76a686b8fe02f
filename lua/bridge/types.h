/* types.h: what the files of the bridge share: the userdata behind each Lua type, and how fields are found.
 *
 * Reading a field is the hot path. Lua interns short strings, so a field's name is known by its address: FieldTable is
 * a small hash of addresses, made once a state; the names stay anchored in the upvalues of __index. */
#ifndef YANHU_BRIDGE_TYPES_H
#define YANHU_BRIDGE_TYPES_H

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

#include "../../core/figure/token.h"
#include "../../core/match/dictionary.h"
#include "../../core/match/nearest.h"
#include "../../core/match/pattern.h"
#include "../../core/match/selector.h"
#include "../../core/text/message.h"
#include "bridge.h"

/* ---- types ----------------------------------------------------------------------------------- */

/* A Lua type. Its address is the first word of each of its userdata and its metatable's key in the registry. */
typedef struct Type {
  const char *name;               /* "node": for messages; __name is "yanhu.node" */
  const char *const *fields;      /* NULL-terminated: a field's place is its number */
  const luaL_Reg *methods;        /* may be NULL */
  const struct Listing *listings; /* methods that list nodes or mentions; may be NULL */
  const luaL_Reg *metamethods;    /* others than __index */
  lua_CFunction index;            /* __index, with the upvalues below; NULL: a table of the methods */
} Type;

extern const Type report_type, node_type, mention_type, meta_type, pattern_type, dictionary_type;

/* Registers the type in this state. */
void type_open(lua_State *L, const Type *type);
/* Sets the metatable of the userdata on top. */
static inline void type_set(lua_State *L, const Type *type) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, type);
  lua_setmetatable(L, -2);
}
/* The userdata at `index` if it is of this type, else NULL. A light userdata has the length 0. */
static inline void *type_test(lua_State *L, int index, const Type *type) {
  const Type *const *p = lua_touserdata(L, index);
  return p && lua_rawlen(L, index) >= 2 * sizeof *p && *p == type ? (void *)p : NULL;
}
void *type_check(lua_State *L, int index, const Type *type); /* raises */

/* ---- fields ---------------------------------------------------------------------------------- */

enum { FIELD_NONE = -1, FIELD_METHOD = 100, FIELD_SLOTS = 256, UPVALUE_FIELDS = 1, UPVALUE_NAMES, UPVALUE_METHODS };

typedef struct FieldTable {
  struct {
    const char *name;
    int code;
  } slots[FIELD_SLOTS];
} FieldTable;

static inline size_t field_slot(const char *name) {
  const uintptr_t p = (uintptr_t)name;
  return (p >> 4 ^ p >> 12) % FIELD_SLOTS;
}

/* In an __index function: the number of the field named at stack index 2, or FIELD_NONE. A method is pushed, and its
 * code is FIELD_METHOD or more. */
static inline int field_find(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return FIELD_NONE;
  const char *name = lua_tostring(L, 2);
  const FieldTable *table = lua_touserdata(L, lua_upvalueindex(UPVALUE_FIELDS));
  for (size_t i = field_slot(name); table->slots[i].name; i = (i + 1) % FIELD_SLOTS)
    if (table->slots[i].name == name) {
      const int code = table->slots[i].code;
      if (code >= FIELD_METHOD) lua_pushvalue(L, lua_upvalueindex(UPVALUE_METHODS + code - FIELD_METHOD));
      return code;
    }
  return FIELD_NONE;
}
/* Raises for the field named at stack index 2, which `type` has not. */
int field_missing(lua_State *L, const Type *type);
int field_readonly(lua_State *L); /* a __newindex that raises */

/* ---- reports, nodes, mentions ---------------------------------------------------------------- */

/* User values of a report */
enum { REPORT_NODES = 1, REPORT_MENTIONS, REPORT_PATHS, REPORT_TEXT, REPORT_META, REPORT_VARIABLES, REPORT_VALUES = 6 };

typedef struct LuaReport {
  const Type *type;
  YhReport *report; /* NULL: closed */
  const char *text;
  const YhNode *nodes;
  const YhMention *mentions;
  uint32_t length, node_count, mention_count;
  bool own;
  bool counted; /* its text counts against the state's parse_bytes */
} LuaReport;

/* A node or a mention. User values: 1 the report's userdata, which it keeps alive; 2 (nodes) its text once asked for.
 */
enum { HANDLE_REPORT = 1, HANDLE_TEXT };

typedef struct Handle {
  const Type *type;
  LuaReport *owner;
  uint32_t index;
} Handle;

int stale(lua_State *L, const Type *type); /* raises */

static inline const LuaReport *check_open(lua_State *L, const LuaReport *report, const Type *type) {
  if (!report->report) stale(L, type);
  return report;
}
static inline Handle *check_handle(lua_State *L, int index, const Type *type) {
  Handle *handle = type_test(L, index, type);
  if (!handle) handle = type_check(L, index, type);
  check_open(L, handle->owner, type);
  return handle;
}

/* Pushes a node or mention of the report whose userdata is on top of the stack; that stays below it. */
void push_node(lua_State *L, const LuaReport *owner, uint32_t node);
void push_mention(lua_State *L, const LuaReport *owner, uint32_t mention);
/* Pushes a table of the mention's fields but for core_from, core_to, clause and report; `sentence` is its node at that
 * stack index. One call where a script would make a dozen. */
void push_mention_table(lua_State *L, const LuaReport *owner, uint32_t mention, int sentence);

/* The nearest ancestor or self of node i whose kind is in the bit set `kinds`; YH_NOWHERE if there is none. */
#define YH_NOWHERE UINT32_MAX
#define BIT(n) ((uint32_t)1 << (n))
static inline uint32_t ancestor(const YhNode *nodes, uint32_t i, uint32_t kinds) {
  for (;; i = nodes[i].parent) {
    if (BIT(nodes[i].kind) & kinds) return i;
    if (!i) return YH_NOWHERE;
  }
}

static inline void push_span(lua_State *L, const LuaReport *owner, uint32_t start, uint32_t end) {
  lua_pushlstring(L, owner->text + start, end - start);
}
static inline void push_name(lua_State *L, const char *name) { /* of an enumeration; NULL is nil */
  if (name) lua_pushstring(L, name); /* found again by its address: Lua keeps a cache of these */
  else lua_pushnil(L);
}

/* ---- listings: methods of reports and nodes that iterate (lua_list.c) ------------------------- */

typedef struct Listing {
  const char *name;
  bool mentions;
  uint32_t kinds;
} Listing;
extern const Listing listings[]; /* ends with name NULL */
int list_call(lua_State *L);     /* upvalues: mentions, kinds */
int list_children(lua_State *L); /* n:children() */
int list_match(lua_State *L);    /* r:match(pattern [, filter]) */
int list_select(lua_State *L);   /* r:select(selector) */

/* What a method is called on: a report or a node, as a range of nodes; pushes the report's userdata. */
typedef struct Scope {
  LuaReport *owner;
  uint32_t node, first, last;
} Scope;
Scope check_scope(lua_State *L, int index);

/* ---- dictionaries ------------------------------------------------------------------------------ */

/* User values of a dictionary */
enum {
  DICTIONARY_ENTRIES = 1,
  DICTIONARY_SENTENCE,
  DICTIONARY_LISTS,
  DICTIONARY_AT, /* from here on arrays that are kept from sentence to sentence */
  DICTIONARY_BITS,
  DICTIONARY_FIGURES,
  DICTIONARY_FLOORS,
  DICTIONARY_CLAUSES,
  DICTIONARY_PERIODS_BEFORE,
  DICTIONARY_PERIODS,
  DICTIONARY_VALUES = DICTIONARY_PERIODS
};

typedef struct LuaDictionary {
  const Type *type;
  Dictionary *dictionary;
  const int64_t *values; /* of its words, by place, but for those that stand in the table; NULL: all do */
  uint64_t *classes; /* of its words; NULL until tokens are asked for */
  lua_Integer *bits; /* of its words: what settle returned */
  TokenList list;    /* of the sentence that was read last */
  const void *tokens;     /* the list of them in Lua, by its address */
  const LuaReport *owner; /* whose sentence it is, */
  uint32_t mention;       /* and its first mention */
} LuaDictionary;
int dictionary_tokens(lua_State *L); /* d:tokens(sentence [, settle]) */
/* Pushes the value of the word at a place; `entries`: stack index of the table of values. */
static inline void push_value(lua_State *L, const LuaDictionary *d, int entries, uint32_t word) {
  if (lua_rawgeti(L, entries, (lua_Integer)word + 1) != LUA_TNIL || !d->values) return;
  lua_pop(L, 1);
  lua_pushinteger(L, d->values[word]);
}

/* ---- the state ------------------------------------------------------------------------------- */

typedef struct Bridge {
  BridgeLimits limits;
  const BridgeFrozen *frozen;
  size_t parsed; /* bytes of text held by reports of yanhu.parse */
} Bridge;
Bridge *bridge_of(lua_State *L);
static inline void check_interrupt(lua_State *L, const Bridge *bridge) { /* raises where the host wants it to end */
  if (bridge->limits.interrupted && bridge->limits.interrupted(bridge->limits.argument)) luaL_error(L, _("interrupted"));
}

/* The pattern at `index`; a string there is compiled, kept for the next time and replaced by its pattern. Raises. */
typedef struct LuaPattern {
  const Type *type;
  Pattern *pattern; /* NULL until it is first used, where the program's own modules make it */
  const Bridge *bridge;
  const char *source; /* its user value holds the string */
  size_t length;
  uint32_t flags;
} LuaPattern;
LuaPattern *check_pattern(lua_State *L, int index);
/* Runs it; raises where a limit was reached. */
bool run_pattern(lua_State *L, LuaPattern *pattern, const char *s, size_t length, size_t from);
void push_match(lua_State *L, const Pattern *pattern, const char *s); /* the table of captures */

/* Raises: what is wrong, the source with a caret under the error's column, by display width. */
int raise_source(lua_State *L, const char *what, const char *source, size_t length, const YhError *error);
/* Things compiled from their source, kept for the next time: pushes the one whose source string stands at `source`, or
 * nothing; keeps the one on top. A full cache starts anew. */
bool cache_get(lua_State *L, const void *key, int source);
void cache_put(lua_State *L, const void *key, int source);
int parse_json(lua_State *L); /* yanhu.parse_json */

#endif
