/* lua_json.c: JSON out of Lua values and back.
 *
 * Reading is cJSON's. Writing is done here, straight into one buffer: cJSON would build a tree of every row first,
 * knows no 64-bit integers and does not choose the shortest digits. What is printed is the same on every run: keys in
 * the order of a list, or sorted. */
#include "types.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../core/text/arena.h"
#include "../../core/text/digits.h"
#include "../../core/text/utf8.h"

enum { DEEPEST = 100 }; /* of tables in tables; also ends tables that hold themselves */

static int is_null(lua_State *L, int index) {
  return lua_islightuserdata(L, index) && !lua_touserdata(L, index);
}

/* ---- the buffer ------------------------------------------------------------------------------ */

static char *reserve(BridgeBuffer *b, size_t more) { /* room for `more` bytes behind what is there */
  if (b->capacity - b->length < more) {
    b->capacity = b->capacity * 2 > b->length + more ? b->capacity * 2 : b->length + more + 256;
    b->bytes = memory_resize(b->bytes, b->capacity, 1);
  }
  return b->bytes + b->length;
}

static void add(BridgeBuffer *b, const char *bytes, size_t length) {
  memcpy(reserve(b, length), bytes, length);
  b->length += length;
}

/* ---- scalars --------------------------------------------------------------------------------- */

static void add_integer(BridgeBuffer *b, long long value) {
  b->length += digits_of_integer(value, reserve(b, DIGITS_MAX));
}
static void add_double(BridgeBuffer *b, double value) {
  b->length += digits_of_double(value, reserve(b, DIGITS_MAX));
}

static const char *add_string(BridgeBuffer *b, const char *s, size_t length) { /* NULL, or what is wrong with it */
  static const char hex[] = "0123456789abcdef";
  if (utf8_valid(s, length) != length) return _("a string that is not valid UTF-8");
  char *out = reserve(b, 6 * length + 2), *const begin = out;
  *out++ = '"';
  for (size_t i = 0; i < length; i++) {
    const unsigned char c = (unsigned char)s[i];
    if (c >= 0x20 && c != '"' && c != '\\') {
      *out++ = (char)c;
      continue;
    }
    const char *escape = memchr("\"\\\n\r\t", c, 5);
    *out++ = '\\';
    if (c && escape) *out++ = "\"\\nrt"[escape - (const char *)memchr("\"\\\n\r\t", '"', 5)];
    else {
      memcpy(out, "u00", 3);
      out[3] = hex[c >> 4];
      out[4] = hex[c & 15];
      out += 5;
    }
  }
  *out++ = '"';
  b->length += (size_t)(out - begin);
  return NULL;
}

/* ---- tables ---------------------------------------------------------------------------------- */

static const char *add_value(lua_State *L, int index, int keys, int depth, BridgeBuffer *b);

static const char *add_list(lua_State *L, int index, lua_Unsigned count, int depth, BridgeBuffer *b) {
  const char *wrong = NULL;
  add(b, "[", 1);
  for (lua_Unsigned i = 1; i <= count && !wrong; i++) {
    if (i > 1) add(b, ",", 1);
    lua_rawgeti(L, index, (lua_Integer)i);
    wrong = add_value(L, lua_gettop(L), 0, depth + 1, b);
    lua_pop(L, 1);
  }
  add(b, "]", 1);
  return wrong;
}

static const char *add_pair(lua_State *L, const char *key, size_t length, bool first, int depth, BridgeBuffer *b) {
  if (!first) add(b, ",", 1); /* the value is on top */
  const char *wrong = add_string(b, key, length);
  add(b, ":", 1);
  if (!wrong) wrong = add_value(L, lua_gettop(L), 0, depth + 1, b);
  lua_pop(L, 1);
  return wrong;
}

static const char *add_keyed(lua_State *L, int index, int keys, int depth, BridgeBuffer *b) {
  const lua_Unsigned count = lua_rawlen(L, keys);
  const char *wrong = NULL;
  add(b, "{", 1);
  for (lua_Unsigned i = 1; i <= count && !wrong; i++) {
    size_t length;
    lua_rawgeti(L, keys, (lua_Integer)i);
    if (lua_type(L, -1) != LUA_TSTRING) return _("a list of keys that holds something else than strings");
    const char *key = lua_tolstring(L, -1, &length);
    lua_pushvalue(L, -1);
    lua_rawget(L, index);
    wrong = add_pair(L, key, length, i == 1, depth, b);
    lua_pop(L, 1);
  }
  add(b, "}", 1);
  return wrong;
}

static int compare_keys(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static const char *add_sorted(lua_State *L, int index, size_t count, int depth, BridgeBuffer *b) {
  const char **keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
  size_t n = 0;
  for (lua_pushnil(L); lua_next(L, index) && n < count; lua_pop(L, 1)) keys[n++] = lua_tostring(L, -2);
  qsort(keys, n, sizeof *keys, compare_keys);
  const char *wrong = NULL;
  add(b, "{", 1);
  for (size_t i = 0; i < n && !wrong; i++) {
    lua_pushstring(L, keys[i]);
    lua_rawget(L, index);
    wrong = add_pair(L, keys[i], strlen(keys[i]), i == 0, depth, b);
  }
  add(b, "}", 1);
  lua_pop(L, 1);
  return wrong;
}

static const char *add_table(lua_State *L, int index, int keys, int depth, BridgeBuffer *b) {
  if (depth >= DEEPEST) return _("tables nested too deeply, or in themselves");
  luaL_checkstack(L, 12, NULL);
  if (keys) return add_keyed(L, index, keys, depth, b);
  size_t count = 0, numbers = 0;
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1), count++) {
    size_t length;
    if (lua_isinteger(L, -2)) {
      numbers++;
      continue;
    }
    if (lua_type(L, -2) != LUA_TSTRING || strlen(lua_tolstring(L, -2, &length)) != length) {
      lua_pop(L, 2);
      return _("a key that is neither a string nor a place in a list");
    }
  }
  if (!numbers && count) return add_sorted(L, index, count, depth, b);
  const lua_Unsigned length = lua_rawlen(L, index);
  if (numbers != count || length != count) return _("a table that is neither a list nor an object");
  return add_list(L, index, length, depth, b); /* the empty table is a list */
}

static const char *add_value(lua_State *L, int index, int keys, int depth, BridgeBuffer *b) {
  size_t length;
  switch (lua_type(L, index)) {
  case LUA_TNIL:
    add(b, "null", 4);
    return NULL;
  case LUA_TBOOLEAN:
    if (lua_toboolean(L, index)) add(b, "true", 4);
    else add(b, "false", 5);
    return NULL;
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) add_integer(b, lua_tointeger(L, index));
    else if (isfinite(lua_tonumber(L, index))) add_double(b, lua_tonumber(L, index));
    else return _("a number that is not finite");
    return NULL;
  case LUA_TSTRING: {
    const char *s = lua_tolstring(L, index, &length);
    return add_string(b, s, length);
  }
  case LUA_TTABLE:
    return add_table(L, index, keys, depth, b);
  case LUA_TLIGHTUSERDATA:
    if (is_null(L, index)) {
      add(b, "null", 4);
      return NULL;
    }
    return _("a light userdata");
  case LUA_TFUNCTION:
    return _("a function");
  case LUA_TUSERDATA:
    return _("a userdata");
  default:
    return _("a thread");
  }
}

void bridge_json(lua_State *L, int index, int keys, BridgeBuffer *buffer) {
  const int top = lua_gettop(L);
  const size_t length = buffer->length;
  const char *wrong = add_value(L, lua_absindex(L, index), keys ? lua_absindex(L, keys) : 0, 0, buffer);
  lua_settop(L, top);
  if (!wrong) return;
  buffer->length = length;
  luaL_error(L, _("JSON cannot hold %s"), wrong);
}

/* ---- in Lua ---------------------------------------------------------------------------------- */

static int buffer_gc(lua_State *L) {
  BridgeBuffer *buffer = lua_touserdata(L, 1);
  free(buffer->bytes);
  *buffer = (BridgeBuffer){0};
  return 0;
}

/* yanhu.json(v [, keys]) -> string */
int json_print(lua_State *L) {
  static const char key; /* registry: the buffer, used again and again */
  luaL_checkany(L, 1);
  const bool keyed = !lua_isnoneornil(L, 2);
  if (keyed) {
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 2, LUA_TTABLE);
  }
  lua_settop(L, 2);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &key) != LUA_TUSERDATA) {
    lua_pop(L, 1);
    BridgeBuffer *fresh = lua_newuserdatauv(L, sizeof *fresh, 0);
    *fresh = (BridgeBuffer){0};
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, buffer_gc);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  }
  BridgeBuffer *buffer = lua_touserdata(L, -1);
  buffer->length = 0;
  bridge_json(L, 1, keyed ? 2 : 0, buffer);
  lua_pushlstring(L, buffer->bytes, buffer->length);
  return 1;
}

static void push_item(lua_State *L, const cJSON *item) {
  if (cJSON_IsNull(item)) lua_pushlightuserdata(L, NULL);
  else if (cJSON_IsBool(item)) lua_pushboolean(L, cJSON_IsTrue(item));
  else if (cJSON_IsString(item)) lua_pushstring(L, item->valuestring);
  else if (cJSON_IsNumber(item)) {
    lua_Integer whole;
    if (lua_numbertointeger(item->valuedouble, &whole) && (lua_Number)whole == item->valuedouble)
      lua_pushinteger(L, whole);
    else lua_pushnumber(L, item->valuedouble);
  } else lua_newtable(L);
}

/* The tree to Lua, without recursion: its open tables stand on the Lua stack, their items in `open`. */
static int push_tree(lua_State *L) {
  const cJSON *open[DEEPEST + 1];
  lua_Integer places[DEEPEST + 1];
  int depth = 0;
  luaL_checkstack(L, DEEPEST + 10, NULL);
  const cJSON *item = lua_touserdata(L, 1);
  push_item(L, item);
  open[0] = item->child;
  places[0] = cJSON_IsArray(item) ? 0 : -1;
  while (depth >= 0) {
    const cJSON *now = open[depth];
    if (!now) { /* the table is complete: into the one around it */
      if (depth == 0) break;
      depth--;
      now = open[depth];
    } else {
      push_item(L, now);
      if (cJSON_IsArray(now) || cJSON_IsObject(now)) {
        if (depth == DEEPEST) luaL_error(L, _("JSON is nested too deeply"));
        depth++;
        open[depth] = now->child;
        places[depth] = cJSON_IsArray(now) ? 0 : -1;
        continue;
      }
    }
    if (places[depth] < 0) {
      lua_pushstring(L, now->string);
      lua_insert(L, -2);
      lua_rawset(L, -3);
    } else lua_rawseti(L, -2, ++places[depth]);
    open[depth] = now->next;
  }
  return 1;
}

/* yanhu.parse_json(s) -> value, or nil, message: null becomes yanhu.null */
int parse_json(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length), *end = NULL;
  cJSON *tree = cJSON_ParseWithLengthOpts(s, length + 1, &end, true);
  if (!tree) {
    const size_t at = end && end >= s && (size_t)(end - s) <= length ? (size_t)(end - s) : length;
    lua_pushnil(L);
    lua_pushfstring(L, _("no JSON from byte %d on"), (int)at + 1);
    return 2;
  }
  lua_pushcfunction(L, push_tree);
  lua_pushlightuserdata(L, tree);
  const int status = lua_pcall(L, 1, 1, 0);
  cJSON_Delete(tree);
  if (status != LUA_OK) lua_error(L);
  return 1;
}
