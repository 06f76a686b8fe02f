/* lua_tokens.c: d:tokens(sentence), a sentence as a list of tokens. What each token is stands in an array of bits; its
 * table is made when it is first asked for, and filled anew for the next sentence: a script that reads ten thousand
 * sentences makes a few hundred. */
#include "types.h"

#include <stdlib.h>

#include "../../core/text/arena.h"
#include "../../core/tree/marker.h"

/* Where things stand on the stack while a sentence is read. */
enum { THE_DICTIONARY = 1, THE_SENTENCE, SETTLE, ENTRIES, TOKENS };

/* Upvalues of the lists' __index: the dictionary, its entries, the tables of tokens by place, names. */
enum { OF_DICTIONARY = 1, OF_ENTRIES, OF_POOL, FROM, TO, W, M, THE_KIND, SWALLOWED, KINDS, UPVALUES = KINDS + TOKEN_KINDS - 1 };

#define CLASS_BITS (((uint64_t)1 << WORD_CLASSES) - 1)

/* The classes of a word by its value, on top of the stack: the first bits of an integer, the fields of a table that are
 * true. */
static uint64_t classes_of(lua_State *L) {
  if (lua_isinteger(L, -1)) return (uint64_t)lua_tointeger(L, -1) & CLASS_BITS;
  uint64_t classes = 0;
  for (int c = 0; lua_istable(L, -1) && c < WORD_CLASSES; c++) {
    lua_pushstring(L, word_class_names[c]);
    lua_rawget(L, -2);
    if (lua_toboolean(L, -1)) classes |= (uint64_t)1 << c;
    lua_pop(L, 1);
  }
  return classes;
}

static void read_classes(lua_State *L, LuaDictionary *d) {
  const uint32_t count = dictionary_count(d->dictionary);
  uint64_t *classes = lua_newuserdatauv(L, (count + 1) * sizeof *classes, 0); /* until all went well */
  for (uint32_t i = 0; d->values && i < count; i++) classes[i] = (uint64_t)d->values[i] & CLASS_BITS;
  for (uint32_t i = 0; !d->values && i < count; i++) {
    lua_rawgeti(L, ENTRIES, (lua_Integer)i + 1);
    classes[i] = classes_of(L);
    lua_pop(L, 1);
  }
  d->classes = memory_resize(NULL, count + 1, sizeof *classes);
  memcpy(d->classes, classes, count * sizeof *classes);
  d->bits = memory_resize(NULL, count + 1, sizeof *d->bits);
  memset(d->bits, 0, count * sizeof *d->bits);
  lua_pop(L, 1);
}

/* Calls settle with the value and the text of each word of the tokens that it has not had yet, and keeps the bits that it
 * returns, and as the word's value what it returns besides. Did it? Whatever it did, what was read is to be read again. */
static bool settle_words(lua_State *L, LuaDictionary *d) {
  const uint64_t settled = (uint64_t)1 << WORD_CLASSES;
  bool called = false;
  for (uint32_t i = 0; i < d->list.count; i++) {
    const uint32_t word = d->list.items[i].word;
    if (word == TOKEN_NONE || (d->classes[word] & settled)) continue;
    d->classes[word] |= settled;
    lua_pushvalue(L, SETTLE);
    push_value(L, d, ENTRIES, word);
    const Word text = dictionary_word(d->dictionary, word);
    lua_pushlstring(L, text.text, text.length);
    lua_call(L, 2, 2);
    d->bits[word] = luaL_optinteger(L, -2, 0) & -((lua_Integer)1 << TOKEN_BITS);
    if (lua_isnil(L, -1)) {
      lua_pop(L, 1);
    } else {
      d->classes[word] |= classes_of(L); /* a class may be found only now */
      lua_rawseti(L, ENTRIES, (lua_Integer)word + 1);
    }
    lua_pop(L, 1);
    called = true;
  }
  return called;
}

/* The bytes of the marker that opens a sentence: 一是, ——, 2.; 0 without one, and in 一、二产业, which counts. */
static uint32_t marker_length(const char *text, uint32_t start, uint32_t end) {
  const Marker marker = marker_read(text, start, end);
  return marker.end < end && !marker_read(text, marker.end, end).number ? marker.end - start : 0;
}

/* Reads the sentence into the dictionary's list. */
static const Handle *read_tokens(lua_State *L, LuaDictionary *d) {
  const Handle *handle = check_handle(L, THE_SENTENCE, &node_type);
  const LuaReport *owner = handle->owner;
  const YhNode *n = &owner->nodes[handle->index];
  uint32_t mentions = n->mention;
  while (mentions < owner->mention_count && owner->mentions[mentions].start < n->end) mentions++;
  tokens_read(&d->list, &(Lexicon){d->dictionary, d->classes}, owner->text + n->start, n->end - n->start,
              owner->mentions + n->mention, mentions - n->mention, n->start,
              marker_length(owner->text, n->start, n->end));
  return handle;
}

/* __index of a list of tokens: the token's table */
static int token_at(lua_State *L) {
  LuaDictionary *d = lua_touserdata(L, lua_upvalueindex(OF_DICTIONARY));
  if (!lua_isinteger(L, 2)) return 0;
  if (lua_topointer(L, 1) != d->tokens) return luaL_error(L, _("tokens are good until the next sentence is read"));
  const lua_Integer place = lua_tointeger(L, 2);
  if (place < 1 || place > d->list.count) return 0;
  const Token *t = &d->list.items[place - 1];
  const LuaReport *owner = check_open(L, d->owner, &node_type);
  enum { TABLE = 3 };
  if (lua_rawgeti(L, lua_upvalueindex(OF_POOL), place) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 8);
    lua_pushvalue(L, -1);
    lua_rawseti(L, lua_upvalueindex(OF_POOL), place);
  }
  lua_pushvalue(L, lua_upvalueindex(FROM));
  lua_pushinteger(L, (lua_Integer)t->start + 1);
  lua_rawset(L, TABLE);
  lua_pushvalue(L, lua_upvalueindex(TO));
  lua_pushinteger(L, t->end);
  lua_rawset(L, TABLE);
  lua_pushvalue(L, lua_upvalueindex(W));
  if (t->word == TOKEN_NONE) lua_pushboolean(L, false);
  else push_value(L, d, lua_upvalueindex(OF_ENTRIES), t->word);
  lua_rawset(L, TABLE);
  lua_pushvalue(L, lua_upvalueindex(M));
  if (t->mention == TOKEN_NONE) {
    lua_pushboolean(L, false);
  } else {
    lua_getiuservalue(L, lua_upvalueindex(OF_DICTIONARY), DICTIONARY_SENTENCE);
    push_mention_table(L, owner, d->mention + t->mention, lua_absindex(L, -1));
    lua_replace(L, -2);
  }
  lua_rawset(L, TABLE);
  lua_pushvalue(L, lua_upvalueindex(THE_KIND));
  lua_pushvalue(L, lua_upvalueindex(KINDS + t->kind));
  lua_rawset(L, TABLE);
  lua_pushvalue(L, lua_upvalueindex(SWALLOWED));
  lua_pushboolean(L, false);
  lua_rawset(L, TABLE);
  lua_pushvalue(L, TABLE);
  lua_rawseti(L, 1, place);
  return 1;
}

static int token_count(lua_State *L) { /* __len; upvalue: the dictionary */
  const LuaDictionary *d = lua_touserdata(L, lua_upvalueindex(OF_DICTIONARY));
  lua_pushinteger(L, lua_topointer(L, 1) == d->tokens ? d->list.count : 0);
  return 1;
}

/* Pushes the metatable of lists of tokens. */
static void push_metatable(lua_State *L) {
  static const char *const keys[] = {"from", "to", "w", "m", "kind", "swallowed"};
  if (lua_getiuservalue(L, THE_DICTIONARY, DICTIONARY_LISTS) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_createtable(L, 0, 3);
  lua_pushvalue(L, THE_DICTIONARY);
  lua_pushvalue(L, ENTRIES);
  lua_newtable(L);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) lua_pushstring(L, keys[i]);
  for (unsigned kind = 0; kind < YH_MENTION_KINDS; kind++) lua_pushstring(L, yh_mention_name(kind));
  lua_pushliteral(L, "span");
  lua_pushboolean(L, false); /* no mention */
  lua_pushcclosure(L, token_at, UPVALUES);
  lua_setfield(L, -2, "__index");
  lua_pushvalue(L, THE_DICTIONARY);
  lua_pushcclosure(L, token_count, 1);
  lua_setfield(L, -2, "__len");
  lua_pushboolean(L, false);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, THE_DICTIONARY, DICTIONARY_LISTS);
}

static void push_array(lua_State *L, int value) {
  if (lua_getiuservalue(L, THE_DICTIONARY, value) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, THE_DICTIONARY, value);
}

/* Sets the fields `at`: where each token begins, and behind them where the last one ends; `bits`: what each is, 0 at the
 * places beside the sentence, which a reader may look at; and `has`: what any of them is. */
static void write_arrays(lua_State *L, const LuaDictionary *d) {
  enum { BESIDE = 3 };
  const uint32_t count = d->list.count;
  lua_Integer has = 0;
  push_array(L, DICTIONARY_AT);
  push_array(L, DICTIONARY_BITS);
  for (uint32_t i = 0; i < count; i++) {
    const Token *t = &d->list.items[i];
    lua_pushinteger(L, (lua_Integer)t->start + 1);
    lua_rawseti(L, -3, (lua_Integer)i + 1);
    const lua_Integer bits = token_bits(t) | (t->word == TOKEN_NONE ? 0 : d->bits[t->word]);
    has |= bits;
    lua_pushinteger(L, bits);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  for (int i = 0; i < BESIDE; i++) {
    lua_pushinteger(L, 0);
    lua_rawseti(L, -2, -i);
    lua_pushinteger(L, 0);
    lua_rawseti(L, -2, (lua_Integer)count + 1 + i);
  }
  lua_setfield(L, TOKENS, "bits");
  lua_pushinteger(L, count ? (lua_Integer)d->list.items[count - 1].end + 1 : 1);
  lua_rawseti(L, -2, (lua_Integer)count + 1);
  lua_setfield(L, TOKENS, "at");
  lua_pushinteger(L, has);
  lua_setfield(L, TOKENS, "has");
}

/* Sets the field `name` of the tokens to the array `value`, filled anew with `count` places, `shift` more than the numbers
 * at `first`, which stand `step` bytes apart. */
static void write_places(lua_State *L, const char *name, int value, const uint32_t *first, size_t step, uint32_t count,
                         int shift) {
  push_array(L, value);
  const lua_Unsigned before = lua_rawlen(L, -1);
  for (uint32_t i = 0; i < count; i++) {
    lua_pushinteger(L, (lua_Integer) * (const uint32_t *)((const char *)first + i * step) + shift);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  for (lua_Unsigned i = before; i > count; i--) {
    lua_pushnil(L);
    lua_rawseti(L, -2, (lua_Integer)i);
  }
  lua_setfield(L, TOKENS, name);
}

static void write_survey(lua_State *L, const TokenList *list) {
  const Figure *f = list->figures;
  enum { STEP = sizeof *f };
  static const Figure none;
  if (!f) f = &none;
  write_places(L, "values", DICTIONARY_FIGURES, &f->token, STEP, list->figure_count, 1);
  write_places(L, "floors", DICTIONARY_FLOORS, &f->floor, STEP, list->figure_count, 0);
  write_places(L, "clauses", DICTIONARY_CLAUSES, &f->clause, STEP, list->figure_count, 1);
  write_places(L, "periods_before", DICTIONARY_PERIODS_BEFORE, &f->periods, STEP, list->figure_count, 0);
  write_places(L, "periods", DICTIONARY_PERIODS, list->periods, sizeof *list->periods, list->period_count, 1);
  lua_pushboolean(L, list->tempered);
  lua_setfield(L, TOKENS, "tempered");
  lua_pushboolean(L, list->lasts);
  lua_setfield(L, TOKENS, "lasts");
}

/* d:tokens(sentence [, settle]) -> list of tokens */
int dictionary_tokens(lua_State *L) {
  LuaDictionary *d = type_check(L, 1, &dictionary_type);
  const Handle *handle = check_handle(L, 2, &node_type);
  luaL_argcheck(L, handle->owner->nodes[handle->index].kind == YH_SENTENCE, 2, "not a sentence");
  lua_settop(L, 3);
  if (!lua_isnil(L, 3)) luaL_checktype(L, 3, LUA_TFUNCTION);
  lua_getiuservalue(L, THE_DICTIONARY, DICTIONARY_ENTRIES);
  if (!d->classes) read_classes(L, d);
  do handle = read_tokens(L, d);
  while (!lua_isnil(L, SETTLE) && settle_words(L, d));
  lua_createtable(L, (int)d->list.count, 32); /* with room for what a reader adds: to grow would cost as much again */
  push_metatable(L);
  lua_setmetatable(L, TOKENS);
  lua_pushvalue(L, THE_SENTENCE);
  lua_setiuservalue(L, THE_DICTIONARY, DICTIONARY_SENTENCE);
  d->tokens = lua_topointer(L, TOKENS);
  d->owner = handle->owner;
  d->mention = handle->owner->nodes[handle->index].mention;
  write_arrays(L, d);
  write_survey(L, &d->list);
  lua_settop(L, TOKENS);
  return 1;
}
