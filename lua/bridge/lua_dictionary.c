/* lua_dictionary.c: the Lua type `dictionary`: many words in one pass. Positions are Lua's: bytes, from 1, inclusive.
 * The values of the words stand in a table, a user value of the dictionary, by the word's place. */
#include "types.h"

#include <stdlib.h>

/* The words of the table at index 1, their values into the table at `values`. Pointers are good while index 1 stands.
 */
static uint32_t read_words(lua_State *L, int values, Word *words, uint32_t room) {
  uint32_t count = 0;
  for (lua_pushnil(L); lua_next(L, 1) && count < room; lua_pop(L, 1)) {
    const int word = lua_type(L, -2) == LUA_TSTRING ? -2 : -1; /* word = value, or the words as a list */
    if (lua_type(L, word) != LUA_TSTRING)
      luaL_argerror(L, 1, lua_pushfstring(L, _("a word is a string, not a %s"), luaL_typename(L, word)));
    words[count].text = lua_tolstring(L, word, &words[count].length);
    lua_pushvalue(L, -1);
    lua_rawseti(L, values, ++count);
  }
  return count;
}

/* yanhu.dictionary(words): a list, or a table word -> value; a word of a list is its own value */
int dictionary_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  size_t room = 0;
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) room++;
  LuaDictionary *d = lua_newuserdatauv(L, sizeof *d, DICTIONARY_VALUES);
  *d = (LuaDictionary){.type = &dictionary_type};
  type_set(L, &dictionary_type);
  lua_createtable(L, (int)room, 0);
  Word *words = lua_newuserdatauv(L, (room + 1) * sizeof *words, 0);
  const uint32_t count = read_words(L, 3, words, (uint32_t)room);
  YhError error;
  d->dictionary = dictionary_new(words, count, &error);
  if (!d->dictionary) luaL_argerror(L, 1, lua_pushstring(L, error.message));
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, 2, DICTIONARY_ENTRIES);
  lua_settop(L, 2);
  return 1;
}

/* require "yanhu.frozen" (name) -> the dictionary that the build made under this name, or nil */
int dictionary_frozen(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  const BridgeFrozen *f = bridge_of(L)->frozen;
  while (f && f->name && strcmp(f->name, name) != 0) f++;
  if (!f || !f->name) {
    lua_pushnil(L);
    return 1;
  }
  LuaDictionary *d = lua_newuserdatauv(L, sizeof *d, DICTIONARY_VALUES);
  *d = (LuaDictionary){.type = &dictionary_type, .values = f->values};
  type_set(L, &dictionary_type);
  d->dictionary = dictionary_of_image(f->image);
  lua_newtable(L);
  lua_setiuservalue(L, -2, DICTIONARY_ENTRIES);
  return 1;
}

static Dictionary *check_dictionary(lua_State *L) {
  LuaDictionary *d = type_check(L, 1, &dictionary_type);
  return d->dictionary;
}

static int push_found(lua_State *L, int dictionary, size_t from, size_t to, uint32_t word) {
  lua_pushinteger(L, (lua_Integer)from);
  lua_pushinteger(L, (lua_Integer)to);
  lua_getiuservalue(L, dictionary, DICTIONARY_ENTRIES);
  push_value(L, lua_touserdata(L, dictionary), -1, word);
  lua_replace(L, -2);
  return 3;
}

/* d:find(s [, init]) -> from, to, value, or nil */
static int dictionary_find_in(lua_State *L) {
  Dictionary *d = check_dictionary(L);
  size_t length, start, end;
  const char *s = luaL_checklstring(L, 2, &length);
  const lua_Integer init = luaL_optinteger(L, 3, 1);
  luaL_argcheck(L, init >= 1, 3, _("positions count from 1"));
  const uint32_t word = dictionary_find(d, s, length, (size_t)init - 1, &start, &end);
  if (word != DICTIONARY_NONE) return push_found(L, 1, start + 1, end, word);
  lua_pushnil(L);
  return 1;
}

static int next_word(lua_State *L) { /* upvalues: dictionary, subject, where to go on */
  const LuaDictionary *d = lua_touserdata(L, lua_upvalueindex(1));
  size_t length, start, end;
  const char *s = lua_tolstring(L, lua_upvalueindex(2), &length);
  const uint32_t word =
      dictionary_find(d->dictionary, s, length, (size_t)lua_tointeger(L, lua_upvalueindex(3)), &start, &end);
  if (word == DICTIONARY_NONE) return 0;
  lua_pushinteger(L, (lua_Integer)end);
  lua_replace(L, lua_upvalueindex(3));
  return push_found(L, lua_upvalueindex(1), start + 1, end, word);
}

/* d:gmatch(s) -> iterator of from, to, value; words do not overlap */
static int dictionary_gmatch(lua_State *L) {
  check_dictionary(L);
  luaL_checkstring(L, 2);
  lua_settop(L, 2);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_word, 3);
  return 1;
}

/* d:union(s) -> the values of all the words that s has, integers, or-ed: what of many things it has, in one pass */
static int dictionary_union(lua_State *L) {
  const LuaDictionary *d = type_check(L, 1, &dictionary_type);
  size_t length, start, end = 0;
  const char *s = luaL_checklstring(L, 2, &length);
  lua_Integer all = 0;
  lua_settop(L, 2);
  lua_getiuservalue(L, 1, DICTIONARY_ENTRIES);
  for (uint32_t word; (word = dictionary_find(d->dictionary, s, length, end, &start, &end)) != DICTIONARY_NONE;) {
    push_value(L, d, 3, word);
    if (!lua_isinteger(L, -1)) return luaL_error(L, _("the word `%s` stands for no integer"), lua_pushlstring(L, s + start, end - start));
    all |= lua_tointeger(L, -1);
    lua_pop(L, 1);
  }
  lua_pushinteger(L, all);
  return 1;
}

static int push_edge(lua_State *L, lua_Integer edge, uint32_t word) {
  if (word == DICTIONARY_NONE) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, edge);
  lua_getiuservalue(L, 1, DICTIONARY_ENTRIES);
  push_value(L, lua_touserdata(L, 1), -1, word);
  lua_replace(L, -2);
  return 2;
}

/* d:longest(s, at) -> to, value, or nil */
static int dictionary_longest_at(lua_State *L) {
  Dictionary *d = check_dictionary(L);
  size_t length, end = 0;
  const char *s = luaL_checklstring(L, 2, &length);
  const lua_Integer at = luaL_checkinteger(L, 3);
  luaL_argcheck(L, at >= 1, 3, _("positions count from 1"));
  const uint32_t word = dictionary_longest(d, s, length, (size_t)at - 1, &end);
  return push_edge(L, (lua_Integer)end, word);
}

/* d:ending(s, at) -> from, value, or nil: the last byte of the word is byte `at` */
static int dictionary_ending_at(lua_State *L) {
  Dictionary *d = check_dictionary(L);
  size_t length, start = 0;
  const char *s = luaL_checklstring(L, 2, &length);
  const lua_Integer at = luaL_checkinteger(L, 3);
  luaL_argcheck(L, at >= 0 && (size_t)at <= length, 3, _("outside the string"));
  const uint32_t word = dictionary_ending(d, s, (size_t)at, &start);
  return push_edge(L, (lua_Integer)start + 1, word);
}

static int dictionary_len(lua_State *L) {
  lua_pushinteger(L, dictionary_count(check_dictionary(L)));
  return 1;
}

static int dictionary_tostring(lua_State *L) {
  lua_pushfstring(L, "dictionary of %d words", (int)dictionary_count(check_dictionary(L)));
  return 1;
}

static int dictionary_gc(lua_State *L) {
  LuaDictionary *d = type_test(L, 1, &dictionary_type);
  if (d) {
    dictionary_free(d->dictionary);
    free(d->classes);
    free(d->bits);
    tokens_free(&d->list);
    d->dictionary = NULL;
    d->classes = NULL;
    d->bits = NULL;
  }
  return 0;
}

static const luaL_Reg methods[] = {{"find", dictionary_find_in},
                                   {"gmatch", dictionary_gmatch},
                                   {"union", dictionary_union},
                                   {"longest", dictionary_longest_at},
                                   {"ending", dictionary_ending_at},
                                   {"tokens", dictionary_tokens},
                                   {NULL, NULL}};
static const luaL_Reg metamethods[] = {
    {"__tostring", dictionary_tostring}, {"__len", dictionary_len}, {"__gc", dictionary_gc}, {NULL, NULL}};

const Type dictionary_type = {"dictionary", NULL, methods, NULL, metamethods, NULL};
