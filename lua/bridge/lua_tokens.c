/* lua_tokens.c: d:tokens(sentence), a sentence as Lua tables of its tokens. The tables of tokens are made once and
 * filled anew: a script that reads ten thousand sentences makes a few hundred. */
#include "types.h"

#include <stdlib.h>

#include "../../core/text/arena.h"

/* Where things stand on the stack while tokens are written. */
enum {
  THE_DICTIONARY = 1,
  THE_SENTENCE,
  SETTLE,
  ENTRIES,
  POOL,
  TOKENS,
  KINDS,
  FROM = KINDS + TOKEN_KINDS,
  TO,
  W,
  M,
  THE_KIND,
  SWALLOWED
};

/* The classes of each word: the fields of its value, where that is a table, that are true. */
static void read_classes(lua_State *L, LuaDictionary *d) {
  const uint32_t count = dictionary_count(d->dictionary);
  const int base = lua_gettop(L);
  uint64_t *classes = lua_newuserdatauv(L, (count + 1) * sizeof *classes, 0); /* until all went well */
  const char *names[WORD_CLASSES];
  for (int c = 0; c < WORD_CLASSES; c++) names[c] = lua_pushstring(L, word_class_names[c]); /* interned: one address */
  for (uint32_t i = 0; i < count; i++) {
    classes[i] = 0;
    if (lua_rawgeti(L, ENTRIES, (lua_Integer)i + 1) == LUA_TTABLE)
      for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        const char *field = lua_type(L, -2) == LUA_TSTRING && lua_toboolean(L, -1) ? lua_tostring(L, -2) : NULL;
        for (int c = 0; field && c < WORD_CLASSES; c++)
          if (names[c] == field) classes[i] |= (uint64_t)1 << c;
      }
    lua_pop(L, 1);
  }
  d->classes = memory_resize(NULL, count + 1, sizeof *classes);
  memcpy(d->classes, classes, count * sizeof *classes);
  lua_settop(L, base);
}

/* Calls settle with the value of each word of the tokens that it has not had yet. Did it? Whatever it did, what was
 * read is to be read again. */
static bool settle_words(lua_State *L, LuaDictionary *d) {
  const uint64_t settled = (uint64_t)1 << WORD_CLASSES;
  bool called = false;
  for (uint32_t i = 0; i < d->list.count; i++) {
    const uint32_t word = d->list.items[i].word;
    if (word == TOKEN_NONE || (d->classes[word] & settled)) continue;
    d->classes[word] |= settled;
    lua_pushvalue(L, SETTLE);
    lua_rawgeti(L, ENTRIES, (lua_Integer)word + 1);
    lua_call(L, 1, 0);
    called = true;
  }
  return called;
}

/* Reads the sentence into the dictionary's list. */
static const Handle *read_tokens(lua_State *L, LuaDictionary *d) {
  const Handle *handle = check_handle(L, THE_SENTENCE, &node_type);
  const LuaReport *owner = handle->owner;
  const YhNode *n = &owner->nodes[handle->index];
  uint32_t mentions = n->mention;
  while (mentions < owner->mention_count && owner->mentions[mentions].start < n->end) mentions++;
  tokens_read(&d->list, &(Lexicon){d->dictionary, d->classes}, owner->text + n->start, n->end - n->start,
              owner->mentions + n->mention, mentions - n->mention, n->start);
  return handle;
}

static void push_pool(lua_State *L) {
  if (lua_getiuservalue(L, THE_DICTIONARY, DICTIONARY_TOKENS) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, THE_DICTIONARY, DICTIONARY_TOKENS);
}

/* Pushes what each token needs. */
static void push_names(lua_State *L) {
  static const char *const keys[] = {"from", "to", "w", "m", "kind", "swallowed"};
  for (unsigned kind = 0; kind < YH_MENTION_KINDS; kind++) lua_pushstring(L, yh_mention_name(kind));
  lua_pushliteral(L, "span");
  lua_pushboolean(L, false); /* no mention */
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) lua_pushstring(L, keys[i]);
}

static void write_token(lua_State *L, const LuaReport *owner, const Token *t, uint32_t first_mention,
                        lua_Integer place) {
  if (lua_rawgeti(L, POOL, place) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 8);
    lua_pushvalue(L, -1);
    lua_rawseti(L, POOL, place);
  }
  lua_pushvalue(L, FROM);
  lua_pushinteger(L, (lua_Integer)t->start + 1);
  lua_rawset(L, -3);
  lua_pushvalue(L, TO);
  lua_pushinteger(L, t->end);
  lua_rawset(L, -3);
  lua_pushvalue(L, W);
  if (t->word == TOKEN_NONE) lua_pushboolean(L, false);
  else lua_rawgeti(L, ENTRIES, (lua_Integer)t->word + 1);
  lua_rawset(L, -3);
  lua_pushvalue(L, M);
  if (t->mention == TOKEN_NONE) lua_pushboolean(L, false);
  else push_mention_table(L, owner, first_mention + t->mention, THE_SENTENCE);
  lua_rawset(L, -3);
  lua_pushvalue(L, THE_KIND);
  lua_pushvalue(L, KINDS + t->kind);
  lua_rawset(L, -3);
  lua_pushvalue(L, SWALLOWED);
  lua_pushboolean(L, false);
  lua_rawset(L, -3);
  lua_rawseti(L, TOKENS, place);
}

/* Sets the field `name` of the tokens to a list of `count` places, `shift` more than the numbers at `first`, which
 * stand `step` bytes apart. */
static void write_places(lua_State *L, const char *name, const uint32_t *first, size_t step, uint32_t count,
                         int shift) {
  lua_createtable(L, (int)count, 0);
  for (uint32_t i = 0; i < count; i++) {
    lua_pushinteger(L, (lua_Integer) * (const uint32_t *)((const char *)first + i * step) + shift);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, TOKENS, name);
}

static void write_survey(lua_State *L, const TokenList *list) {
  const Figure *f = list->figures;
  enum { STEP = sizeof *f };
  static const Figure none;
  if (!f) f = &none;
  write_places(L, "values", &f->token, STEP, list->figure_count, 1);
  write_places(L, "floors", &f->floor, STEP, list->figure_count, 0);
  write_places(L, "clauses", &f->clause, STEP, list->figure_count, 1);
  write_places(L, "periods_before", &f->periods, STEP, list->figure_count, 0);
  write_places(L, "periods", list->periods, sizeof *list->periods, list->period_count, 1);
  if (!list->tempered) return;
  lua_pushboolean(L, true);
  lua_setfield(L, TOKENS, "tempered");
}

/* d:tokens(sentence [, settle]) -> list of tokens */
int dictionary_tokens(lua_State *L) {
  LuaDictionary *d = type_check(L, 1, &dictionary_type);
  const Handle *handle = check_handle(L, 2, &node_type);
  luaL_argcheck(L, handle->owner->nodes[handle->index].kind == YH_SENTENCE, 2, "not a sentence");
  lua_settop(L, 3);
  if (!lua_isnil(L, 3)) luaL_checktype(L, 3, LUA_TFUNCTION);
  luaL_checkstack(L, 50, NULL);
  lua_getiuservalue(L, 1, DICTIONARY_ENTRIES);
  push_pool(L);
  if (!d->classes) read_classes(L, d);
  do handle = read_tokens(L, d);
  while (!lua_isnil(L, 3) && settle_words(L, d));
  const LuaReport *owner = handle->owner;
  const uint32_t first_mention = owner->nodes[handle->index].mention;
  lua_createtable(L, (int)d->list.count, 8);
  push_names(L);
  for (uint32_t i = 0; i < d->list.count; i++)
    write_token(L, owner, &d->list.items[i], first_mention, (lua_Integer)i + 1);
  write_survey(L, &d->list);
  lua_settop(L, TOKENS);
  return 1;
}
