/* lua_yanhu.c: the table `yanhu`: what scripts call without a report at hand, and how the bridge is opened. */
#include "types.h"

#include <nettle/sha1.h>
#include <stdlib.h>

#include "../../core/text/utf8.h"
#include "../../core/tree/place.h"

int pattern_create(lua_State *L);
int dictionary_create(lua_State *L);
int dictionary_frozen(lua_State *L);
int json_print(lua_State *L);
int segment(lua_State *L);

/* yanhu.width(s) -> columns on a terminal; a byte that is no UTF-8 takes one */
static int width(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length), *end = s + length;
  lua_Integer columns = 0;
  while (s < end) {
    const char *valid = s + utf8_valid(s, (size_t)(end - s));
    for (uint32_t bytes; s < valid; s += bytes) columns += utf8_width(utf8_decode(s, &bytes));
    if (s < end) s++, columns++;
  }
  lua_pushinteger(L, columns);
  return 1;
}

static bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* yanhu.split(s) -> list of the words between white space */
static int split(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length), *end = s + length;
  lua_Integer count = 0;
  lua_newtable(L);
  while (s < end) {
    const char *word = s;
    while (s < end && !is_space(*s)) s++;
    if (s > word) {
      lua_pushlstring(L, word, (size_t)(s - word));
      lua_rawseti(L, -2, ++count);
    }
    if (s < end) s++;
  }
  return 1;
}

/* yanhu.sha1(s) -> 40 hex digits */
static int sha1(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  struct sha1_ctx context;
  uint8_t digest[SHA1_DIGEST_SIZE];
  char text[2 * SHA1_DIGEST_SIZE];
  sha1_init(&context);
  sha1_update(&context, length, (const uint8_t *)s);
  sha1_digest(&context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    text[2 * i] = "0123456789abcdef"[digest[i] >> 4];
    text[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
  }
  lua_pushlstring(L, text, sizeof text);
  return 1;
}

/* The region whose official name this is; false for none, or several (丁区). */
static bool find_region(const char *name, size_t length, Place *place) {
  *place = place_nation();
  if (strcmp(name, place->name) == 0) return true;
  if (length >= sizeof place->name || utf8_valid(name, length) != length) return false;
  const Span span = {0, (uint32_t)length};
  if (!place_find(name, span, true, place) || place->where.start || place->where.end != length) return false;
  uint32_t rows = 0;
  const RegionRow *row = region_at(name, span, &rows); /* a name alone, without the region it lies in */
  return !row || strlen(row->name) < length || rows == 1;
}

/* yanhu.region(name) -> {name, code, level}, or nil */
static int region(lua_State *L) {
  size_t length;
  const char *name = luaL_checklstring(L, 1, &length);
  Place place;
  if (!find_region(name, length, &place)) {
    lua_pushnil(L);
    return 1;
  }
  const struct {
    const char *field, *value;
  } fields[] = {{"name", place.name}, {"code", place.code}, {"level", place.level}};
  lua_createtable(L, 0, 3);
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    if (!fields[i].value || !*fields[i].value) continue;
    lua_pushstring(L, fields[i].value);
    lua_setfield(L, -2, fields[i].field);
  }
  return 1;
}

static const char *option(lua_State *L, const char *name) { /* of the table at 2; the string stays on the stack */
  const int type = lua_getfield(L, 2, name);
  if (type == LUA_TNIL) return NULL;
  if (type != LUA_TSTRING) luaL_argerror(L, 2, lua_pushfstring(L, _("option '%s' is a string"), name));
  return lua_tostring(L, -1);
}

static void check_options(lua_State *L) {
  static const char *const names[] = {"name", "region", "date", "speaker", "session", "year", NULL};
  for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
    const char *const *name = names;
    const char *given = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "?";
    while (*name && strcmp(*name, given)) name++;
    char hint[80];
    if (!*name)
      luaL_argerror(L, 2,
                    lua_pushfstring(L, _("unknown option '%s'%s"), given, nearest_name(given, names, hint, sizeof hint)));
  }
}

static int fail(lua_State *L, const YhError *error) { /* nil, message, code */
  lua_pushnil(L);
  lua_pushstring(L, error->message);
  lua_pushstring(L, yh_code_name(error->code));
  return 3;
}

/* yanhu.parse(text [, options]) -> report, or nil, message, code: the text is read as a file's bytes would be */
static int parse(lua_State *L) {
  enum { DEFAULT_BYTES = 256 << 20 };
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  YhOptions options = {.name = "text"};
  if (!lua_isnoneornil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    check_options(L);
    const char *name = option(L, "name");
    if (name) options.name = name;
    options.region = option(L, "region");
    options.date = option(L, "date");
    options.speaker = option(L, "speaker");
    options.session = option(L, "session");
    if (lua_getfield(L, 2, "year") != LUA_TNIL) {
      luaL_argcheck(L, lua_isinteger(L, -1), 2, _("option 'year' is an integer"));
      options.year = (int)lua_tointeger(L, -1);
    }
  }
  Bridge *bridge = bridge_of(L);
  const size_t limit = bridge->limits.parse_bytes ? bridge->limits.parse_bytes : DEFAULT_BYTES;
  if (length > limit - (bridge->parsed < limit ? bridge->parsed : limit)) lua_gc(L, LUA_GCCOLLECT);
  if (length > limit - (bridge->parsed < limit ? bridge->parsed : limit))
    return luaL_error(L, _("reports of yanhu.parse hold more than %d KiB of text"), (int)(limit >> 10));
  YhError error = {.code = YH_OK};
  YhInput *input = yh_input_memory(text, length, &options, &error);
  if (!input) return fail(L, &error);
  YhReport *report = yh_input_next(input, &error);
  yh_input_close(input);
  if (!report) return fail(L, &error);
  bridge_push_report(L, report, true);
  LuaReport *r = lua_touserdata(L, -1);
  r->counted = true;
  bridge->parsed += r->length;
  lua_gc(L, LUA_GCSTEP, (int)(r->length >> 8)); /* the arena is about four times its text: the collector hears of it */
  return 1;
}

/* require "yanhu.translate" (text) → the text in the language of the locale */
static int translate(lua_State *L) {
  const char *text = luaL_checkstring(L, 1);
  lua_pushstring(L, *text ? _(text) : text);
  return 1;
}

static const luaL_Reg functions[] = {{"pattern", pattern_create},
                                     {"dictionary", dictionary_create},
                                     {"json", json_print},
                                     {"parse_json", parse_json},
                                     {"width", width},
                                     {"split", split},
                                     {"sha1", sha1},
                                     {"parse", parse},
                                     {"region", region},
                                     {"segment", segment},
                                     {NULL, NULL}};

int yanhu_open(lua_State *L) {
  bridge_of(L);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &report_type) == LUA_TNIL) {
    const Type *const types[] = {&report_type, &node_type, &mention_type, &meta_type, &pattern_type, &dictionary_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) type_open(L, types[i]);
  }
  lua_pop(L, 1);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushcfunction(L, translate);
  lua_setfield(L, -2, "yanhu.translate");
  lua_pushcfunction(L, dictionary_frozen);
  lua_setfield(L, -2, "yanhu.frozen");
  lua_pop(L, 1);
  luaL_newlib(L, functions);
  lua_pushinteger(L, YH_API);
  lua_setfield(L, -2, "api");
  lua_pushliteral(L, YH_VERSION);
  lua_setfield(L, -2, "version");
  lua_pushlightuserdata(L, NULL);
  lua_setfield(L, -2, "null");
  return 1;
}
