/* runner.c: runs the tests of the Lua API, one file after another, each in a state of its own with the bridge and the
 * standard libraries, and nothing of the host. A file calls test(what, f); ends with `N passed, N failed`. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>

#include "../../lua/bridge/types.h"

static int passed, failed;

static int traceback(lua_State *L) {
  luaL_traceback(L, L, lua_tostring(L, 1), 1);
  return 1;
}

/* test(what, f): f raises where the test fails */
static int test(lua_State *L) {
  const char *what = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_pushcfunction(L, traceback);
  lua_insert(L, 2);
  if (lua_pcall(L, 0, 0, 2) == LUA_OK) passed++;
  else {
    failed++;
    printf("not ok - %s: %s\n", what, lua_tostring(L, -1));
  }
  return 0;
}

/* close(report): what the host does when it is done with one */
static int close_report(lua_State *L) {
  bridge_close_report(L, 1);
  return 0;
}

/* limit(match): the match limit of patterns */
static int limit(lua_State *L) {
  bridge_set_limits(L, &(BridgeLimits){.pattern_match = (uint32_t)luaL_checkinteger(L, 1)});
  return 0;
}

/* names(enumeration or type) -> list of what C calls them: for the proof that the manual says the same */
static const char *kind_name(int i) {
  return i < YH_NODE_KINDS ? yh_kind_name((YhNodeKind)i) : "";
}
static const char *role_name(int i) {
  return i < YH_ROLES ? yh_role_name((YhRole)i) : "";
}
static const char *form_name(int i) {
  return i < YH_FORMS ? yh_form_name((YhForm)i) : "";
}
static const char *mention_name(int i) {
  return i < YH_MENTION_KINDS ? yh_mention_name((YhMentionKind)i) : "";
}
static const char *op_name(int i) {
  return i < YH_OPS ? yh_op_name((YhOp)i) : "";
}
static const char *dimension_name(int i) {
  return i < YH_DIMENSIONS ? yh_dimension_name((YhDimension)i) : "";
}
static const char *why_name(int i) {
  return i < YH_WHYS ? yh_why_name((YhWhy)i) : "";
}

static void add_name(lua_State *L, const char *name) {
  lua_pushstring(L, name);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

static int names(lua_State *L) {
  static const struct {
    const char *what;
    const char *(*namer)(int);
  } enums[] = {{"Kind", kind_name}, {"Role", role_name},           {"Form", form_name}, {"MentionKind", mention_name},
               {"Op", op_name},     {"Dimension", dimension_name}, {"Why", why_name}};
  static const Type *const types[] = {&report_type, &node_type,    &mention_type,
                                      &meta_type,   &pattern_type, &dictionary_type};
  const char *what = luaL_checkstring(L, 1), *name;
  lua_newtable(L);
  for (size_t k = 0; k < sizeof enums / sizeof *enums; k++) {
    if (strcmp(enums[k].what, what)) continue;
    for (int i = 0; !(name = enums[k].namer(i)) || *name; i++)
      if (name) add_name(L, name);
    return 1;
  }
  for (size_t k = 0; k < sizeof types / sizeof *types; k++) {
    if (strcmp(types[k]->name, what)) continue;
    for (int i = 0; types[k]->fields && types[k]->fields[i]; i++) add_name(L, types[k]->fields[i]);
    for (const luaL_Reg *m = types[k]->methods; m && m->name; m++) add_name(L, m->name);
    for (const Listing *l = types[k]->listings; l && l->name; l++) add_name(L, l->name);
    return 1;
  }
  return luaL_argerror(L, 1, "unknown");
}

static void run(const char *file, const char *argument) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  luaL_requiref(L, "yanhu", yanhu_open, 1);
  lua_register(L, "test", test);
  lua_register(L, "close", close_report);
  lua_register(L, "limit", limit);
  lua_register(L, "names", names);
  lua_settop(L, 0);
  lua_pushcfunction(L, traceback);
  const bool loaded = luaL_loadfile(L, file) == LUA_OK;
  lua_pushstring(L, argument);
  if (!loaded || lua_pcall(L, 1, 0, 1) != LUA_OK) {
    failed++;
    if (!loaded) lua_pop(L, 1);
    printf("not ok - %s: %s\n", file, lua_tostring(L, -1));
  }
  lua_close(L);
}

/* FILE…: tests; --script FILE ARGUMENT: only runs it */
int main(int argc, char **argv) {
  if (argc == 4 && strcmp(argv[1], "--script") == 0) {
    run(argv[2], argv[3]);
    return failed != 0;
  }
  for (int i = 1; i < argc; i++) run(argv[i], NULL);
  printf("%d passed, %d failed\n", passed, failed);
  return failed != 0;
}
