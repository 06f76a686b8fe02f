/* lua_selector.c: r:select(selector) and n:select(selector): nodes by a path of kinds and tests. A selector is compiled
 * when it is first used and kept by its text. */
#include "types.h"

static const char cache_key; /* registry: source -> selector */

typedef struct LuaSelector {
  Selector *selector;
} LuaSelector;
typedef struct LuaWalk {
  LuaReport *owner;
  SelectorWalk *walk;
} LuaWalk;

static int selector_gc(lua_State *L) {
  LuaSelector *s = lua_touserdata(L, 1);
  selector_free(s->selector);
  s->selector = NULL;
  return 0;
}

static int walk_gc(lua_State *L) {
  LuaWalk *w = lua_touserdata(L, 1);
  selector_walk_free(w->walk);
  w->walk = NULL;
  return 0;
}

/* A userdata with nothing but a destructor; it never reaches a script. */
static void *push_box(lua_State *L, size_t size, lua_CFunction gc, const void *key) {
  void *box = memset(lua_newuserdatauv(L, size, 0), 0, size);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, gc);
    lua_setfield(L, -2, "__gc");
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
  }
  lua_setmetatable(L, -2);
  return box;
}

/* Pushes the selector whose source stands at index 2. */
static Selector *push_selector(lua_State *L) {
  static const char type_key;
  size_t length;
  const char *source = luaL_checklstring(L, 2, &length);
  if (cache_get(L, &cache_key, 2)) return ((LuaSelector *)lua_touserdata(L, -1))->selector;
  LuaSelector *s = push_box(L, sizeof *s, selector_gc, &type_key);
  YhError error;
  s->selector = selector_new(source, length, &error);
  if (!s->selector) raise_source(L, _("wrong selector: "), source, length, &error);
  cache_put(L, &cache_key, 2);
  return s->selector;
}

static int next_selected(lua_State *L) { /* upvalues: the walk, the report, the selector */
  LuaWalk *w = lua_touserdata(L, lua_upvalueindex(1));
  check_open(L, w->owner, &report_type);
  const uint32_t i = selector_next(w->walk);
  if (i == SELECTOR_END) return 0;
  lua_pushvalue(L, lua_upvalueindex(2));
  push_node(L, w->owner, i);
  return 1;
}

int list_select(lua_State *L) {
  static const char type_key;
  luaL_checkstring(L, 2);
  lua_settop(L, 2);
  const Scope scope = check_scope(L, 1);
  const Selector *selector = push_selector(L); /* 3 the report, 4 the selector */
  LuaWalk *w = push_box(L, sizeof *w, walk_gc, &type_key);
  *w = (LuaWalk){scope.owner, selector_walk(selector, scope.owner->report, scope.first, scope.last)};
  lua_insert(L, 3);
  lua_pushcclosure(L, next_selected, 3);
  return 1;
}
