/* lua_report.c: the Lua type `report`. Its nodes, mentions and texts are made when a script asks for them; the tables
 * that make the same node the same Lua value hold them weakly, so that a long report does not pile up. */
#include "types.h"

static const char weak_key; /* registry: the metatable {__mode = "v"} of those tables */

/* Pushes the table of handles of the report on top of the stack, preallocated so that filling it never moves it. */
static void push_cache(lua_State *L, int which, uint32_t count) {
  enum { LARGE = 1 << 20 }; /* beyond it, room grows with what is in use */
  if (lua_getiuservalue(L, -1, which) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_createtable(L, count <= LARGE ? (int)count : 0, 0);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &weak_key) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &weak_key);
  }
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, -3, which);
}

static void push_handle(lua_State *L, const LuaReport *owner, uint32_t index, const Type *type, int cache,
                        uint32_t count, int values) {
  push_cache(L, cache, count);
  if (lua_rawgeti(L, -1, (lua_Integer)index + 1) != LUA_TNIL) {
    lua_remove(L, -2);
    return;
  }
  lua_pop(L, 1);
  Handle *handle = lua_newuserdatauv(L, sizeof *handle, values);
  *handle = (Handle){type, (LuaReport *)owner, index};
  type_set(L, type);
  lua_pushvalue(L, -3);
  lua_setiuservalue(L, -2, HANDLE_REPORT);
  lua_pushvalue(L, -1);
  lua_rawseti(L, -3, (lua_Integer)index + 1);
  lua_remove(L, -2);
}

void push_node(lua_State *L, const LuaReport *owner, uint32_t node) {
  push_handle(L, owner, node, &node_type, REPORT_NODES, owner->node_count, HANDLE_TEXT);
}

void push_mention(lua_State *L, const LuaReport *owner, uint32_t mention) {
  push_handle(L, owner, mention, &mention_type, REPORT_MENTIONS, owner->mention_count, HANDLE_REPORT);
}

void bridge_push_report(lua_State *L, YhReport *report, bool own) {
  luaL_checkstack(L, 8, NULL);
  LuaReport *r = lua_newuserdatauv(L, sizeof *r, REPORT_VALUES);
  *r = (LuaReport){.type = &report_type, .report = report, .own = own};
  r->text = yh_report_text(report, &r->length);
  r->nodes = yh_report_nodes(report, &r->node_count);
  r->mentions = yh_report_mentions(report, &r->mention_count);
  type_set(L, &report_type);
}

static void close_report(lua_State *L, LuaReport *r) {
  if (!r->report) return;
  if (r->counted) bridge_of(L)->parsed -= r->length;
  if (r->own) yh_report_free(r->report);
  *r = (LuaReport){.type = &report_type};
}

void bridge_close_report(lua_State *L, int index) {
  LuaReport *r = type_test(L, index, &report_type);
  if (!r) return;
  index = lua_absindex(L, index);
  close_report(L, r);
  for (int i = 1; i <= REPORT_VALUES; i++) { /* the cached texts go too */
    lua_pushnil(L);
    lua_setiuservalue(L, index, i);
  }
}

static LuaReport *check_report(lua_State *L, int index) {
  LuaReport *r = type_check(L, index, &report_type);
  check_open(L, r, &report_type);
  return r;
}

/* ---- fields ---------------------------------------------------------------------------------- */

enum { NAME, PATH, TEXT, META, VARIABLES, ROOT };
static const char *const fields[] = {"name", "path", "text", "meta", "variables", "root", NULL};

static void push_variables(lua_State *L, const LuaReport *r) { /* a fresh table: nobody else sees what becomes of it */
  lua_newtable(L);
  const char *name, *value;
  for (uint32_t i = 0; (name = yh_report_variable(r->report, i, &value)); i++) {
    lua_pushstring(L, value);
    lua_setfield(L, -2, name);
  }
}

static void push_meta(lua_State *L, LuaReport *r) {
  if (lua_getiuservalue(L, 1, REPORT_META) == LUA_TUSERDATA) return;
  Handle *meta = lua_newuserdatauv(L, sizeof *meta, HANDLE_REPORT);
  *meta = (Handle){&meta_type, r, 0};
  type_set(L, &meta_type);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, HANDLE_REPORT);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, REPORT_META);
}

static void push_text(lua_State *L, const LuaReport *r) {
  if (lua_getiuservalue(L, 1, REPORT_TEXT) == LUA_TSTRING) return;
  lua_pushlstring(L, r->text, r->length);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, REPORT_TEXT);
}

/* clang-format off */
static int report_index(lua_State *L) {
  LuaReport *r = check_report(L, 1);
  const int field = field_find(L);
  switch (field) {
  case NAME: lua_pushstring(L, yh_report_name(r->report)); break;
  case PATH: lua_pushstring(L, yh_report_path(r->report)); break;
  case TEXT: push_text(L, r); break;
  case META: push_meta(L, r); break;
  case VARIABLES: push_variables(L, r); break;
  case ROOT:
    lua_settop(L, 1);
    push_node(L, r, 0);
    break;
  default:
    if (field < FIELD_METHOD) field_missing(L, &report_type);
  }
  return 1;
}
/* clang-format on */

/* ---- methods --------------------------------------------------------------------------------- */

/* A counter over an array of the report: upvalues the report and the next place. */
static void count_up(lua_State *L, LuaReport **report, uint32_t *i) {
  *report = check_report(L, lua_upvalueindex(1));
  *i = (uint32_t)lua_tointeger(L, lua_upvalueindex(2));
  lua_pushinteger(L, (lua_Integer)*i + 1);
  lua_replace(L, lua_upvalueindex(2));
}

static int push_counter(lua_State *L, lua_CFunction next) {
  check_report(L, 1);
  lua_settop(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next, 2);
  return 1;
}

static void set_integer(lua_State *L, const char *key, lua_Integer value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, key);
}
static void set_string(lua_State *L, const char *key, const char *value) {
  lua_pushstring(L, value);
  lua_setfield(L, -2, key);
}

static int next_noise(lua_State *L) {
  LuaReport *r;
  uint32_t i, count;
  count_up(L, &r, &i);
  const YhNoise *noise = yh_report_noise(r->report, &count);
  if (i >= count) return 0;
  lua_createtable(L, 0, 4);
  lua_pushlstring(L, noise[i].text, noise[i].length);
  lua_setfield(L, -2, "text");
  set_integer(L, "line", noise[i].line);
  set_integer(L, "anchor", yh_report_codepoint(r->report, noise[i].anchor));
  set_string(L, "reason", noise[i].reason);
  return 1;
}

static int next_diagnostic(lua_State *L) {
  static const char *const levels[] = {"info", "warning", "error"};
  LuaReport *r;
  uint32_t i, count;
  count_up(L, &r, &i);
  const YhDiagnostic *d = yh_report_diagnostics(r->report, &count);
  if (i >= count) return 0;
  lua_createtable(L, 0, 6);
  set_string(L, "level", levels[d[i].level]);
  set_string(L, "code", d[i].code);
  set_string(L, "message", d[i].message);
  set_integer(L, "line", d[i].line);
  set_integer(L, "start", yh_report_codepoint(r->report, d[i].start));
  set_integer(L, "stop", yh_report_codepoint(r->report, d[i].end));
  return 1;
}

enum { OF_REPORT = 1, NEXT_MENTION, ABOUT, TOLD, ABOUT_NAMES };
enum { FIGURES, QUOTED, PERIODS, BETWEEN, LINE, PART, PARAGRAPH, HEADING, ROLE, ABOUT_FIELDS };

/* Puts what the iterator below tells of a sentence into the table on top of the stack, but for what was told before. */
static void set_about(lua_State *L, const LuaReport *r, uint32_t sentence, uint32_t *about) {
  enum { HEADINGS = BIT(YH_PART) | BIT(YH_SECTION) | BIT(YH_ITEM) | BIT(YH_LEAD) };
  uint32_t *told = lua_touserdata(L, lua_upvalueindex(TOLD));
  const YhNode *n = &r->nodes[sentence], *above = &r->nodes[n->parent];
  about[LINE] = n->line;
  about[PART] = ancestor(r->nodes, sentence, BIT(YH_PART));
  about[PARAGRAPH] = ancestor(r->nodes, sentence, BIT(YH_PARAGRAPH));
  about[HEADING] = (BIT(above->kind) & HEADINGS) && n->start < above->title_end;
  about[ROLE] = n->role;
  for (int field = 0; field < ABOUT_FIELDS; field++) {
    if (about[field] == told[field]) continue;
    told[field] = about[field];
    lua_pushvalue(L, lua_upvalueindex(ABOUT_NAMES + field));
    if (field == ROLE) push_name(L, yh_role_name(n->role));
    else if (field == HEADING) lua_pushboolean(L, about[HEADING]);
    else if (about[field] == YH_NOWHERE) lua_pushboolean(L, false);
    else lua_pushinteger(L, about[field]);
    lua_rawset(L, -3);
  }
}

static int next_of_sentence(lua_State *L) {
  const LuaReport *r = check_report(L, lua_upvalueindex(OF_REPORT));
  uint32_t i = (uint32_t)lua_tointeger(L, lua_upvalueindex(NEXT_MENTION)), about[ABOUT_FIELDS] = {0}, first = 0;
  if (i >= r->mention_count) return 0;
  const uint32_t sentence = r->mentions[i].sentence;
  for (uint32_t n = i ? r->mentions[i - 1].sentence + 1 : 0; n < sentence; n++) about[BETWEEN] += r->nodes[n].kind == YH_SENTENCE;
  for (; i < r->mention_count && r->mentions[i].sentence == sentence; i++) {
    const YhMention *m = &r->mentions[i];
    if (m->kind == YH_PERIOD && !about[PERIODS]++) first = i;
    if (m->kind != YH_QUANTITY && m->kind != YH_RANK) continue;
    about[FIGURES]++;
    about[QUOTED] += m->in_quotes;
  }
  lua_pushinteger(L, i);
  lua_replace(L, lua_upvalueindex(NEXT_MENTION));
  lua_pushvalue(L, lua_upvalueindex(OF_REPORT));
  push_node(L, r, sentence);
  lua_pushvalue(L, lua_upvalueindex(ABOUT));
  set_about(L, r, sentence, about);
  if (!about[PERIODS]) return 2;
  lua_pushvalue(L, lua_upvalueindex(OF_REPORT));
  push_mention(L, r, first);
  lua_remove(L, -2);
  return 3;
}

/* r:by_sentence() -> iterator of sentence, about, period: the sentences that hold mentions, what is told of each in a table
 * that is filled anew, and the first of its periods. To ask a node for as much would cost ten times the time. */
static int report_by_sentence(lua_State *L) {
  static const char *const names[ABOUT_FIELDS] = {"figures", "quoted", "periods", "between", "line", "part", "paragraph", "heading", "role"};
  check_report(L, 1);
  lua_settop(L, 1);
  lua_pushinteger(L, 0);
  lua_createtable(L, 0, ABOUT_FIELDS);
  memset(lua_newuserdatauv(L, ABOUT_FIELDS * sizeof(uint32_t), 0), 0xFE, ABOUT_FIELDS * sizeof(uint32_t)); /* nothing was told */
  for (int field = 0; field < ABOUT_FIELDS; field++) lua_pushstring(L, names[field]);
  lua_pushcclosure(L, next_of_sentence, ABOUT_NAMES - 1 + ABOUT_FIELDS);
  return 1;
}

static int report_noise(lua_State *L) {
  return push_counter(L, next_noise);
} /* r:noise() */
static int report_diagnostics(lua_State *L) {
  return push_counter(L, next_diagnostic);
} /* r:diagnostics() */

/* r:at(line) -> list of sentences with text from this source line */
static int report_at(lua_State *L) {
  const LuaReport *r = check_report(L, 1);
  const lua_Integer line = luaL_checkinteger(L, 2);
  lua_settop(L, 2);
  lua_newtable(L);
  lua_pushvalue(L, 1);
  lua_Integer count = 0;
  for (uint32_t i = 0; i < r->node_count; i++) {
    const YhNode *n = &r->nodes[i];
    if (n->kind != YH_SENTENCE) continue;
    const uint32_t last = n->end > n->start ? yh_report_line(r->report, n->end - 1) : n->line;
    if (line != n->line && (line < n->line || line > last)) continue;
    push_node(L, r, i);
    lua_rawseti(L, 3, ++count);
  }
  lua_settop(L, 3);
  return 1;
}

static const luaL_Reg methods[] = {{"noise", report_noise},
                                   {"diagnostics", report_diagnostics},
                                   {"at", report_at},
                                   {"by_sentence", report_by_sentence},
                                   {"match", list_match},
                                   {"select", list_select},
                                   {NULL, NULL}};

static int report_tostring(lua_State *L) {
  const LuaReport *r = type_check(L, 1, &report_type);
  if (r->report) lua_pushfstring(L, "report %s", yh_report_name(r->report));
  else lua_pushliteral(L, "report (closed)");
  return 1;
}

static int report_len(lua_State *L) {
  const LuaReport *r = check_report(L, 1);
  lua_pushinteger(L, yh_report_codepoint(r->report, r->length));
  return 1;
}

static int report_eq(lua_State *L) {
  const LuaReport *a = type_test(L, 1, &report_type), *b = type_test(L, 2, &report_type);
  lua_pushboolean(L, a && b && a->report && a->report == b->report);
  return 1;
}

static int report_gc(lua_State *L) {
  LuaReport *r = type_test(L, 1, &report_type);
  if (r) close_report(L, r);
  return 0;
}

static const luaL_Reg metamethods[] = {
    {"__tostring", report_tostring}, {"__len", report_len}, {"__eq", report_eq}, {"__gc", report_gc}, {NULL, NULL}};

const Type report_type = {"report", fields, methods, listings, metamethods, report_index};
