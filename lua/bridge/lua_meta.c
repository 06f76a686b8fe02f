/* lua_meta.c: the Lua type `meta`: what is known of a report as a whole. Reads like a table (fields, pairs) but cannot
 * be changed, so that no script alters what the next one sees. */
#include "types.h"

/* clang-format off */
enum {
  TITLE, REGION, REGION_CODE, LEVEL, YEAR, DATE, SESSION, SPEAKER, OFFICE, REVIEW_YEAR, PLAN_YEAR, FORMAT, ENCODING,
  CHARACTERS, SENTENCES, NOISE, SOURCES, COUNT
};
static const char *const fields[] = {"title", "region", "region_code", "level", "year", "date", "session", "speaker",
                                     "office", "review_year", "plan_year", "format", "encoding", "characters",
                                     "sentences", "noise", "sources", NULL};
/* clang-format on */

static void push_known(lua_State *L, const char *value) {
  if (value && *value) lua_pushstring(L, value);
  else lua_pushnil(L);
}
static void push_year(lua_State *L, int year) {
  if (year) lua_pushinteger(L, year);
  else lua_pushnil(L);
}

static void push_sources(lua_State *L, const YhMeta *m) { /* a fresh table */
  const struct {
    const char *field, *source;
  } sources[] = {{"region", m->region_source},
                 {"year", m->year_source},
                 {"date", m->date_source},
                 {"session", m->session_source},
                 {"speaker", m->speaker_source}};
  lua_createtable(L, 0, 5);
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    push_known(L, sources[i].source);
    lua_setfield(L, -2, sources[i].field);
  }
}

/* clang-format off */
static void push_field(lua_State *L, const YhMeta *m, int field) {
  switch (field) {
  case TITLE: push_known(L, m->title); break;
  case REGION: push_known(L, m->region); break;
  case REGION_CODE: push_known(L, m->region_code); break;
  case LEVEL: push_known(L, m->level); break;
  case YEAR: push_year(L, m->year); break;
  case DATE: push_known(L, m->date); break;
  case SESSION: push_known(L, m->session); break;
  case SPEAKER: push_known(L, m->speaker); break;
  case OFFICE: push_known(L, m->office); break;
  case REVIEW_YEAR: push_year(L, m->review_year); break;
  case PLAN_YEAR: push_year(L, m->plan_year); break;
  case FORMAT: push_known(L, m->format); break;
  case ENCODING: push_known(L, m->encoding); break;
  case CHARACTERS: lua_pushinteger(L, m->characters); break;
  case SENTENCES: lua_pushinteger(L, m->sentences); break;
  case NOISE: lua_pushinteger(L, m->noise); break;
  default: push_sources(L, m);
  }
}
/* clang-format on */

static const YhMeta *meta_of(lua_State *L, int index) {
  return yh_report_meta(check_handle(L, index, &meta_type)->owner->report);
}

static int meta_index(lua_State *L) {
  const YhMeta *m = meta_of(L, 1);
  const int field = field_find(L);
  if (field == FIELD_NONE) return field_missing(L, &meta_type);
  push_field(L, m, field);
  return 1;
}

static int meta_next(lua_State *L) { /* upvalue: the next field */
  const YhMeta *m = meta_of(L, 1);
  int field = (int)lua_tointeger(L, lua_upvalueindex(1));
  for (; field < COUNT; field++) {
    lua_pushstring(L, fields[field]);
    push_field(L, m, field);
    if (!lua_isnil(L, -1)) {
      lua_pushinteger(L, field + 1);
      lua_replace(L, lua_upvalueindex(1));
      return 2;
    }
    lua_pop(L, 2);
  }
  return 0;
}

static int meta_pairs(lua_State *L) { /* in the order of the fields, the known ones */
  meta_of(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, meta_next, 1);
  lua_pushvalue(L, 1);
  return 2;
}

static int meta_tostring(lua_State *L) {
  const YhMeta *m = meta_of(L, 1);
  lua_pushfstring(L, "meta %s", m->title ? m->title : "");
  return 1;
}

static const luaL_Reg metamethods[] = {{"__pairs", meta_pairs}, {"__tostring", meta_tostring}, {NULL, NULL}};

const Type meta_type = {"meta", fields, NULL, NULL, metamethods, meta_index};
