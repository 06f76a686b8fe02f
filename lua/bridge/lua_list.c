/* lua_list.c: the lazy iterators over nodes and mentions, and their filters: r:sentences{role = "plan"}.
 * A filter becomes bit sets once, when the iterator is made; a step is then a few comparisons a node. */
#include "types.h"

#define HEADINGS (BIT(YH_PART) | BIT(YH_SECTION) | BIT(YH_ITEM) | BIT(YH_LEAD))
#define ALL UINT32_MAX

const Listing listings[] = {{"parts", false, BIT(YH_PART)},
                            {"sections", false, BIT(YH_SECTION)},
                            {"items", false, BIT(YH_ITEM)},
                            {"leads", false, BIT(YH_LEAD)},
                            {"paragraphs", false, BIT(YH_PARAGRAPH)},
                            {"sentences", false, BIT(YH_SENTENCE)},
                            {"clauses", false, BIT(YH_CLAUSE)},
                            {"notes", false, BIT(YH_NOTE)},
                            {"tables", false, BIT(YH_TABLE)},
                            {"headings", false, HEADINGS},
                            {"nodes", false, ALL},
                            {"mentions", true, ALL},
                            {"quantities", true, BIT(YH_QUANTITY)},
                            {"ranks", true, BIT(YH_RANK)},
                            {"periods", true, BIT(YH_PERIOD)},
                            {"terms", true, BIT(YH_TERM)},
                            {"books", true, BIT(YH_BOOK)},
                            {"numerals", true, BIT(YH_NUMERAL)},
                            {NULL, false, 0}};

/* ---- filters --------------------------------------------------------------------------------- */

typedef struct Filter {
  uint32_t kinds, roles, forms, depths, dimensions, ops; /* bit sets */
  size_t units;                                          /* bytes of units[]: each with its NUL; 0: any unit */
} Filter;

typedef struct Cursor {
  LuaReport *owner;
  uint32_t next, end; /* nodes or mentions */
  uint32_t last;      /* mentions: bytes, where the scope ends */
  bool children;      /* from sibling to sibling */
  Filter filter;
  char units[];
} Cursor;

/* The names an enumeration can have in a filter, and their numbers. */
typedef const char *(*Namer)(unsigned value);
static const char *kind_name(unsigned i) {
  return i < YH_NODE_KINDS ? yh_kind_name(i) : NULL;
}
static const char *role_name(unsigned i) {
  return i + 1 < YH_ROLES ? yh_role_name(i + 1) : NULL;
}
static const char *form_name(unsigned i) {
  return i + 1 < YH_FORMS ? yh_form_name(i + 1) : NULL;
}
static const char *mention_name(unsigned i) {
  return i < YH_MENTION_KINDS ? yh_mention_name(i) : NULL;
}
static const char *op_name(unsigned i) {
  return i < YH_OPS ? yh_op_name(i) : NULL;
}
static const char *dimension_name(unsigned i) {
  return i + 1 < YH_DIMENSIONS ? yh_dimension_name(i + 1) : NULL;
}
static const char *depth_name(unsigned i) {
  static const char *const names[] = {"0", "1", "2", "3"};
  return i < 4 ? names[i] : NULL;
}

typedef struct Key {
  const char *name;
  bool nodes, mentions;
  Namer namer;
  unsigned first;
  size_t set;
} Key;
static const Key keys[] = {
    {"kind", true, false, kind_name, 0, offsetof(Filter, kinds)},
    {"kind", false, true, mention_name, 0, offsetof(Filter, kinds)},
    {"role", true, true, role_name, 1, offsetof(Filter, roles)},
    {"form", true, false, form_name, 1, offsetof(Filter, forms)},
    {"depth", true, false, depth_name, 0, offsetof(Filter, depths)},
    {"dimension", false, true, dimension_name, 1, offsetof(Filter, dimensions)},
    {"op", false, true, op_name, 0, offsetof(Filter, ops)},
    {"unit", false, true, NULL, 0, offsetof(Filter, units)},
};
enum { KEYS = sizeof keys / sizeof *keys };

static const Key *find_key(lua_State *L, int filter, bool mentions) { /* the key is below the value on top */
  const char *names[KEYS + 1];
  size_t count = 0;
  const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
  for (size_t i = 0; i < KEYS; i++) {
    if (!(mentions ? keys[i].mentions : keys[i].nodes)) continue;
    if (name && strcmp(keys[i].name, name) == 0) return &keys[i];
    names[count++] = keys[i].name;
  }
  names[count] = NULL;
  char hint[80];
  if (!name) luaL_argerror(L, filter, _("a filter's names are strings: { role = \"plan\" }"));
  luaL_argerror(L, filter,
                lua_pushfstring(L, _("unknown filter '%s'%s"), name, nearest_name(name, names, hint, sizeof hint)));
  return NULL;
}

/* The bit of the value on top of the stack. */
static uint32_t value_bit(lua_State *L, int filter, const Key *key) {
  const char *names[40], *name;
  unsigned count = 0;
  if (key->namer == depth_name && lua_isinteger(L, -1)) {
    const lua_Integer depth = lua_tointeger(L, -1);
    if (depth >= 0 && depth < 4) return BIT(depth);
  }
  const char *wanted = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  for (; (name = key->namer(count)); count++) {
    if (wanted && strcmp(name, wanted) == 0) return BIT(count + key->first);
    names[count] = name;
  }
  names[count] = NULL;
  char hint[80];
  if (!wanted) wanted = luaL_tolstring(L, -1, NULL);
  luaL_argerror(
      L, filter,
      lua_pushfstring(L, _("unknown %s '%s'%s"), key->name, wanted, nearest_name(wanted, names, hint, sizeof hint)));
  return 0;
}

/* Adds the value on top to the filter: a bit, or the bytes of a unit to the buffer. */
static void add_value(lua_State *L, int index, const Key *key, Filter *filter, char *units, size_t room) {
  if (key->namer) {
    *(uint32_t *)((char *)filter + key->set) |= value_bit(L, index, key);
    return;
  }
  size_t length;
  luaL_argcheck(L, lua_type(L, -1) == LUA_TSTRING, index, _("a unit is a string"));
  const char *unit = lua_tolstring(L, -1, &length);
  luaL_argcheck(L, filter->units + length + 1 <= room, index, _("too many units"));
  memcpy(units + filter->units, unit, length + 1);
  filter->units += length + 1;
}

/* Reads the table at `index` (or nothing). A value may be a list of values. */
static void read_filter(lua_State *L, int index, bool mentions, Filter *filter, char *units, size_t room) {
  const uint32_t kinds = filter->kinds;
  *filter = (Filter){kinds, ALL, ALL, ALL, ALL, ALL, 0};
  if (lua_isnoneornil(L, index)) return;
  luaL_checktype(L, index, LUA_TTABLE);
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
    const Key *key = find_key(L, index, mentions);
    if (key->namer) *(uint32_t *)((char *)filter + key->set) = 0;
    if (lua_type(L, -1) != LUA_TTABLE) {
      add_value(L, index, key, filter, units, room);
      continue;
    }
    const lua_Unsigned count = lua_rawlen(L, -1);
    luaL_argcheck(L, count, index, _("an empty list chooses nothing"));
    for (lua_Unsigned i = 1; i <= count; i++) {
      lua_rawgeti(L, -1, (lua_Integer)i);
      add_value(L, index, key, filter, units, room);
      lua_pop(L, 1);
    }
  }
  filter->kinds &= kinds;
}

/* ---- scopes ---------------------------------------------------------------------------------- */

Scope check_scope(lua_State *L, int index) {
  LuaReport *report = type_test(L, index, &report_type);
  if (report) {
    check_open(L, report, &report_type);
    lua_pushvalue(L, index);
    return (Scope){report, 0, 0, report->node_count};
  }
  const Handle *handle = check_handle(L, index, &node_type);
  lua_getiuservalue(L, index, HANDLE_REPORT);
  return (Scope){handle->owner, handle->index, handle->index + 1, handle->owner->nodes[handle->index].next};
}

/* ---- stepping -------------------------------------------------------------------------------- */

static bool node_fits(const YhNode *n, const Filter *f) {
  return (BIT(n->kind) & f->kinds) && (BIT(n->role) & f->roles) && (BIT(n->form) & f->forms) &&
         (BIT(n->depth) & f->depths);
}

static bool unit_fits(const Cursor *cursor, const char *unit) {
  if (!cursor->filter.units) return true;
  for (const char *p = cursor->units; p < cursor->units + cursor->filter.units; p += strlen(p) + 1)
    if (unit && strcmp(p, unit) == 0) return true;
  return false;
}

static bool measure_fits(const Cursor *cursor, const YhMention *m) {
  const Filter *f = &cursor->filter;
  if ((f->dimensions & f->ops) == ALL && !f->units) return true;
  return (m->kind == YH_QUANTITY || m->kind == YH_RANK) && (BIT(m->dimension) & f->dimensions) &&
         (BIT(m->op) & f->ops) && unit_fits(cursor, m->unit);
}

static Cursor *cursor_of(lua_State *L) { /* upvalues: the cursor, the report */
  Cursor *cursor = lua_touserdata(L, lua_upvalueindex(1));
  check_open(L, cursor->owner, &report_type);
  return cursor;
}

static int next_node(lua_State *L) {
  Cursor *cursor = cursor_of(L);
  const YhNode *nodes = cursor->owner->nodes;
  while (cursor->next < cursor->end) {
    const uint32_t i = cursor->next;
    cursor->next = cursor->children ? nodes[i].next : i + 1;
    if (!node_fits(&nodes[i], &cursor->filter)) continue;
    lua_pushvalue(L, lua_upvalueindex(2));
    push_node(L, cursor->owner, i);
    return 1;
  }
  return 0;
}

static int next_mention(lua_State *L) {
  Cursor *cursor = cursor_of(L);
  const LuaReport *owner = cursor->owner;
  while (cursor->next < cursor->end) {
    const YhMention *m = &owner->mentions[cursor->next++];
    if (m->start >= cursor->last) {
      cursor->next = cursor->end;
      break;
    }
    if (!(BIT(m->kind) & cursor->filter.kinds) || !(BIT(owner->nodes[m->sentence].role) & cursor->filter.roles) ||
        !measure_fits(cursor, m))
      continue;
    lua_pushvalue(L, lua_upvalueindex(2));
    push_mention(L, owner, cursor->next - 1);
    return 1;
  }
  return 0;
}

/* Pushes the iterator; the report's userdata is on top. `index`: where the filter stands. */
static int push_cursor(lua_State *L, int index, const Scope *scope, bool mentions, uint32_t kinds, bool children) {
  char units[512];
  Filter filter = {.kinds = kinds};
  read_filter(L, index, mentions, &filter, units, sizeof units);
  const LuaReport *owner = scope->owner;
  Cursor *cursor = lua_newuserdatauv(L, sizeof *cursor + filter.units, 0);
  *cursor = (Cursor){.owner = scope->owner, .children = children, .filter = filter};
  memcpy(cursor->units, units, filter.units);
  if (mentions) {
    cursor->next = owner->nodes[scope->node].mention;
    cursor->end = owner->mention_count;
    cursor->last = owner->nodes[scope->node].end;
  } else {
    cursor->next = scope->first;
    cursor->end = scope->last;
  }
  lua_insert(L, -2); /* the report's userdata comes second */
  lua_pushcclosure(L, mentions ? next_mention : next_node, 2);
  return 1;
}

/* r:sentences{…}, n:quantities{…}, …: upvalues: of mentions?, bit set of kinds */
int list_call(lua_State *L) {
  lua_settop(L, 2);
  const Scope scope = check_scope(L, 1);
  return push_cursor(L, 2, &scope, lua_toboolean(L, lua_upvalueindex(1)),
                     (uint32_t)lua_tointeger(L, lua_upvalueindex(2)), false);
}

int list_children(lua_State *L) { /* n:children{…} */
  lua_settop(L, 2);
  check_handle(L, 1, &node_type);
  const Scope scope = check_scope(L, 1);
  return push_cursor(L, 2, &scope, false, ALL, true);
}

/* ---- matches --------------------------------------------------------------------------------- */

/* Upvalues: cursor, report, pattern, sentence in work (a node index, -1 for none), where to go on in it (bytes). */
static int next_match(lua_State *L) {
  Cursor *cursor = cursor_of(L);
  const LuaReport *owner = cursor->owner;
  LuaPattern *pattern = check_pattern(L, lua_upvalueindex(3));
  lua_Integer i = lua_tointeger(L, lua_upvalueindex(4));
  size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(5));
  for (;; i = -1) {
    while (i < 0 && cursor->next < cursor->end)
      if (node_fits(&owner->nodes[cursor->next++], &cursor->filter)) i = (lua_Integer)cursor->next - 1, from = 0;
    if (i < 0) return 0;
    const YhNode *n = &owner->nodes[i];
    const char *text = owner->text + n->start;
    if (!from) check_interrupt(L, pattern->bridge);
    if (!run_pattern(L, pattern, text, n->end - n->start, from)) continue;
    const size_t *ends = pattern_ends(pattern->pattern);
    from = ends[1];
    if (ends[0] == ends[1]) /* an empty match: one codepoint on */
      do from++;
      while (from < n->end - n->start && ((unsigned char)text[from] & 0xC0) == 0x80);
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(4));
    lua_pushinteger(L, (lua_Integer)from);
    lua_replace(L, lua_upvalueindex(5));
    push_match(L, pattern->pattern, text);
    lua_pushvalue(L, lua_upvalueindex(2));
    push_node(L, owner, (uint32_t)i);
    lua_remove(L, -2);
    return 2;
  }
}

int list_match(lua_State *L) {
  check_pattern(L, 2); /* a string is replaced by its pattern */
  lua_settop(L, 3);
  const Scope scope = check_scope(L, 1);
  push_cursor(L, 3, &scope, false, BIT(YH_SENTENCE), false);
  lua_getupvalue(L, -1, 1);
  lua_getupvalue(L, -2, 2);
  lua_pushvalue(L, 2);
  lua_pushinteger(L, -1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_match, 5);
  return 1;
}
