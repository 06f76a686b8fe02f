/* lua_pattern.c: the Lua type `pattern`: a compiled PCRE2 expression. Positions are Lua's: bytes, from 1, inclusive. */
#include "types.h"

#include <stdio.h>

static const char cache_key; /* registry: source -> pattern, for methods that take a pattern as a string */

/* The code of a pattern; raises where it is wrong. */
static Pattern *compiled(lua_State *L, LuaPattern *pattern) {
  YhError error;
  if (pattern->pattern) return pattern->pattern;
  pattern->pattern = pattern_new(pattern->source, pattern->length, pattern->flags, &error);
  if (!pattern->pattern) raise_source(L, _("wrong pattern: "), pattern->source, pattern->length, &error);
  return pattern->pattern;
}

/* Pushes the pattern whose source is the string at an index, not compiled yet. */
static LuaPattern *push_pattern(lua_State *L, int source, uint32_t flags) {
  LuaPattern *pattern = lua_newuserdatauv(L, sizeof *pattern, 1);
  *pattern = (LuaPattern){.type = &pattern_type, .bridge = bridge_of(L), .flags = flags};
  type_set(L, &pattern_type);
  pattern->source = lua_tolstring(L, source, &pattern->length);
  lua_pushvalue(L, source);
  lua_setiuservalue(L, -2, 1);
  return pattern;
}

LuaPattern *check_pattern(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TSTRING) {
    LuaPattern *pattern = type_test(L, index, &pattern_type);
    if (!pattern) luaL_typeerror(L, index, "yanhu.pattern or string");
    return pattern;
  }
  if (!cache_get(L, &cache_key, index)) {
    compiled(L, push_pattern(L, index, 0));
    cache_put(L, &cache_key, index);
  }
  lua_replace(L, index);
  return lua_touserdata(L, index);
}

bool run_pattern(lua_State *L, LuaPattern *pattern, const char *s, size_t length, size_t from) {
  const BridgeLimits *l = &pattern->bridge->limits;
  YhError error;
  const PatternLimits limits = {l->pattern_match, l->pattern_depth, l->pattern_heap, l->interrupted, l->argument};
  switch (pattern_find(compiled(L, pattern), s, length, from, &limits, &error)) {
  case PATTERN_FOUND:
    return true;
  case PATTERN_NONE:
    return false;
  default:
    if (l->reached) l->reached(l->argument, error.message);
    luaL_error(L, "%s", error.message);
    return false;
  }
}

static void push_group(lua_State *L, const size_t *ends, const char *s, uint32_t group) {
  if (ends[2 * group] == PATTERN_UNSET) lua_pushnil(L);
  else lua_pushlstring(L, s + ends[2 * group], ends[2 * group + 1] - ends[2 * group]);
}

/* { [0] = whole, captures by number and name, from =, to = }; a capture named so hides the position */
void push_match(lua_State *L, const Pattern *pattern, const char *s) {
  const size_t *ends = pattern_ends(pattern);
  const uint32_t groups = pattern_groups(pattern);
  lua_createtable(L, (int)groups, 3);
  lua_pushinteger(L, (lua_Integer)ends[0] + 1);
  lua_setfield(L, -2, "from");
  lua_pushinteger(L, (lua_Integer)ends[1]);
  lua_setfield(L, -2, "to");
  for (uint32_t i = 0; i <= groups; i++) {
    const char *name = pattern_group_name(pattern, i);
    push_group(L, ends, s, i);
    if (name) {
      lua_pushvalue(L, -1);
      lua_setfield(L, -3, name);
    }
    lua_rawseti(L, -2, i);
  }
}

/* yanhu.pattern(regex [, flags]): flags of "imsxa" */
static uint32_t check_flags(lua_State *L, int index) {
  static const char letters[] = "ixmsa"; /* in the order of the bits of PatternFlag */
  uint32_t flags = 0;
  for (const char *p = luaL_optstring(L, index, ""); *p; p++) {
    const char *letter = strchr(letters, *p);
    if (!letter) luaL_argerror(L, index, lua_pushfstring(L, _("unknown flag '%c', not one of i, m, s, x, a"), *p));
    flags |= BIT(letter - letters);
  }
  return flags;
}

/* Is it the main chunk of a module that stands in the program that asks? Its patterns are tested, and many of them never
 * used; those that its functions are given are a user's. */
static bool is_own(lua_State *L) {
  lua_Debug caller;
  return bridge_of(L)->frozen && lua_getstack(L, 1, &caller) && lua_getinfo(L, "S", &caller) &&
         strcmp(caller.what, "main") == 0 && strncmp(caller.source, "@lua/yanhu/", 11) == 0;
}

int pattern_create(lua_State *L) {
  luaL_checkstring(L, 1);
  LuaPattern *pattern = push_pattern(L, 1, check_flags(L, 2));
  if (!is_own(L)) compiled(L, pattern);
  return 1;
}

/* The place to start at, as string.find takes it. */
static size_t check_init(lua_State *L, int index, size_t length) {
  const lua_Integer init = luaL_optinteger(L, index, 1);
  if (init > 0) return (size_t)init - 1;
  if (init == 0 || init < -(lua_Integer)length) return 0;
  return length - (size_t)-init;
}

/* p:find(s [, init]) -> from, to, captures… */
static int pattern_find_in(lua_State *L) {
  LuaPattern *pattern = type_check(L, 1, &pattern_type);
  size_t length;
  const char *s = luaL_checklstring(L, 2, &length);
  if (!run_pattern(L, pattern, s, length, check_init(L, 3, length))) {
    lua_pushnil(L);
    return 1;
  }
  const size_t *ends = pattern_ends(pattern->pattern);
  const uint32_t groups = pattern_groups(pattern->pattern);
  luaL_checkstack(L, (int)groups + 2, "too many captures");
  lua_pushinteger(L, (lua_Integer)ends[0] + 1);
  lua_pushinteger(L, (lua_Integer)ends[1]);
  for (uint32_t i = 1; i <= groups; i++) push_group(L, ends, s, i);
  return (int)groups + 2;
}

/* p:match(s [, init]) -> table of captures, or nil */
static int pattern_match_in(lua_State *L) {
  LuaPattern *pattern = type_check(L, 1, &pattern_type);
  size_t length;
  const char *s = luaL_checklstring(L, 2, &length);
  if (run_pattern(L, pattern, s, length, check_init(L, 3, length))) push_match(L, pattern->pattern, s);
  else lua_pushnil(L);
  return 1;
}

/* p:test(s [, init]) -> boolean */
static int pattern_test_in(lua_State *L) {
  LuaPattern *pattern = type_check(L, 1, &pattern_type);
  size_t length;
  const char *s = luaL_checklstring(L, 2, &length);
  lua_pushboolean(L, run_pattern(L, pattern, s, length, check_init(L, 3, length)));
  return 1;
}

static int next_match(lua_State *L) { /* upvalues: pattern, subject, where to go on */
  LuaPattern *pattern = lua_touserdata(L, lua_upvalueindex(1));
  size_t length, from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  const char *s = lua_tolstring(L, lua_upvalueindex(2), &length);
  if (!run_pattern(L, pattern, s, length, from)) return 0;
  const size_t *ends = pattern_ends(pattern->pattern);
  from = ends[1];
  if (ends[0] == ends[1]) /* an empty match: one codepoint on */
    do from++;
    while (from < length && ((unsigned char)s[from] & 0xC0) == 0x80);
  lua_pushinteger(L, (lua_Integer)from);
  lua_replace(L, lua_upvalueindex(3));
  push_match(L, pattern->pattern, s);
  return 1;
}

/* p:gmatch(s) -> iterator over tables of captures */
static int pattern_gmatch(lua_State *L) {
  type_check(L, 1, &pattern_type);
  luaL_checkstring(L, 2);
  lua_settop(L, 2);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_match, 3);
  return 1;
}

static const char *const fields[] = {"source", "groups", NULL};

static int pattern_index(lua_State *L) {
  const int field = field_find(L);
  if (field >= FIELD_METHOD) return 1; /* checks its pattern itself */
  LuaPattern *pattern = type_check(L, 1, &pattern_type);
  switch (field) {
  case 0:
    lua_pushstring(L, pattern->source);
    break;
  case 1:
    lua_pushinteger(L, pattern_groups(compiled(L, pattern)));
    break;
  default:
    field_missing(L, &pattern_type);
  }
  return 1;
}

static int pattern_tostring(lua_State *L) {
  const LuaPattern *pattern = type_check(L, 1, &pattern_type);
  lua_pushfstring(L, "pattern '%s'", pattern->source);
  return 1;
}

static int pattern_gc(lua_State *L) {
  LuaPattern *pattern = type_test(L, 1, &pattern_type);
  if (pattern) {
    pattern_free(pattern->pattern);
    pattern->pattern = NULL;
  }
  return 0;
}

static const luaL_Reg methods[] = {{"find", pattern_find_in},
                                   {"match", pattern_match_in},
                                   {"test", pattern_test_in},
                                   {"gmatch", pattern_gmatch},
                                   {NULL, NULL}};
static const luaL_Reg metamethods[] = {{"__tostring", pattern_tostring}, {"__gc", pattern_gc}, {NULL, NULL}};

const Type pattern_type = {"pattern", fields, methods, NULL, metamethods, pattern_index};
