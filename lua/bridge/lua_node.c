/* lua_node.c: the Lua type `node`: a part, section, sentence, clause, note, ... of a report. */
#include "types.h"

/* clang-format off */
enum {
  KIND, ROLE, FORM, DEPTH, MARKER, TITLE, TEXT, START, STOP, LINE, FROM, TO, PARENT, REPORT, PART, SECTION, ITEM,
  PARAGRAPH, SENTENCE, HEADING, PATH, PREVIOUS, NEXT
};
static const char *const fields[] = {"kind", "role", "form", "depth", "marker", "title", "text", "start", "stop", "line",
                                     "from", "to", "parent", "report", "part", "section", "item", "paragraph",
                                     "sentence", "heading", "path", "previous", "next", NULL};
/* clang-format on */

enum { HEADINGS = BIT(YH_PART) | BIT(YH_SECTION) | BIT(YH_ITEM) | BIT(YH_LEAD) };

/* Pushes node i of the report of the handle at stack index 1, nil for YH_NOWHERE. */
static void push_relative(lua_State *L, const LuaReport *owner, uint32_t i) {
  if (i == YH_NOWHERE) {
    lua_pushnil(L);
    return;
  }
  lua_getiuservalue(L, 1, HANDLE_REPORT);
  push_node(L, owner, i);
}

/* The node of the same kind before (step -1) or behind this one. */
static uint32_t sibling(const LuaReport *owner, uint32_t i, int step) {
  const uint8_t kind = owner->nodes[i].kind;
  if (step > 0) {
    for (i++; i < owner->node_count; i++)
      if (owner->nodes[i].kind == kind) return i;
  } else {
    while (i-- > 0)
      if (owner->nodes[i].kind == kind) return i;
  }
  return YH_NOWHERE;
}

/* Titles of the headings above, joined; kept for each innermost heading, since its sentences share it. */
static void push_path(lua_State *L, const LuaReport *owner, uint32_t node) {
  const YhNode *nodes = owner->nodes;
  const uint32_t inner = node ? ancestor(nodes, nodes[node].parent, HEADINGS) : YH_NOWHERE;
  if (inner == YH_NOWHERE) {
    lua_pushliteral(L, "");
    return;
  }
  lua_getiuservalue(L, 1, HANDLE_REPORT);
  const int report = lua_gettop(L);
  if (lua_getiuservalue(L, report, REPORT_PATHS) != LUA_TTABLE) {
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, report, REPORT_PATHS);
    lua_replace(L, -2);
  }
  if (lua_rawgeti(L, -1, inner) == LUA_TSTRING) return;
  enum { MOST = 32 };
  uint32_t above[MOST], count = 0;
  for (uint32_t i = inner; i != YH_NOWHERE && count < MOST;
       i = i ? ancestor(nodes, nodes[i].parent, HEADINGS) : YH_NOWHERE)
    above[count++] = i;
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (count-- > 0) {
    const YhNode *n = &nodes[above[count]];
    luaL_addlstring(&b, owner->text + n->title_start, n->title_end - n->title_start);
    if (count) luaL_addstring(&b, " / ");
  }
  luaL_pushresult(&b);
  lua_pushvalue(L, -1);
  lua_rawseti(L, report + 1, inner);
}

static void push_text(lua_State *L, const LuaReport *owner, const YhNode *n) {
  if (lua_getiuservalue(L, 1, HANDLE_TEXT) == LUA_TSTRING) return;
  push_span(L, owner, n->start, n->end);
  if (n->kind == YH_SENTENCE || n->kind == YH_CLAUSE) { /* asked for again and again; the others would pile up */
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, 1, HANDLE_TEXT);
  }
}

/* clauses: bytes in the sentence's text, as Lua counts them */
static void push_in_sentence(lua_State *L, const LuaReport *owner, const YhNode *n, uint32_t byte, int shift) {
  const uint32_t s = n->kind == YH_CLAUSE ? ancestor(owner->nodes, n->parent, BIT(YH_SENTENCE)) : YH_NOWHERE;
  if (s == YH_NOWHERE) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)(byte - owner->nodes[s].start) + shift);
}

static void push_heading(lua_State *L, const LuaReport *owner, const YhNode *n) {
  const YhNode *above = &owner->nodes[n->parent];
  if (n->kind != YH_SENTENCE) lua_pushnil(L);
  else lua_pushboolean(L, (BIT(above->kind) & HEADINGS) && n->start < above->title_end);
}

/* clang-format off */
static int node_index(lua_State *L) {
  const Handle *handle = check_handle(L, 1, &node_type);
  const LuaReport *owner = handle->owner;
  const uint32_t i = handle->index;
  const YhNode *n = &owner->nodes[i];
  const int field = field_find(L);
  switch (field) {
  case KIND: push_name(L, yh_kind_name(n->kind)); break;
  case ROLE: push_name(L, yh_role_name(n->role)); break;
  case FORM: push_name(L, yh_form_name(n->form)); break;
  case DEPTH: lua_pushinteger(L, n->depth); break;
  case MARKER: push_span(L, owner, n->marker_start, n->marker_end); break;
  case TITLE: push_span(L, owner, n->title_start, n->title_end); break;
  case TEXT: push_text(L, owner, n); break;
  case START: lua_pushinteger(L, yh_report_codepoint(owner->report, n->start)); break;
  case STOP: lua_pushinteger(L, yh_report_codepoint(owner->report, n->end)); break;
  case LINE: lua_pushinteger(L, n->line); break;
  case FROM: push_in_sentence(L, owner, n, n->start, 1); break;
  case TO: push_in_sentence(L, owner, n, n->end, 0); break;
  case PARENT: push_relative(L, owner, i ? n->parent : YH_NOWHERE); break;
  case REPORT: lua_getiuservalue(L, 1, HANDLE_REPORT); break;
  case PART: push_relative(L, owner, ancestor(owner->nodes, i, BIT(YH_PART))); break;
  case SECTION: push_relative(L, owner, ancestor(owner->nodes, i, BIT(YH_SECTION))); break;
  case ITEM: push_relative(L, owner, ancestor(owner->nodes, i, BIT(YH_ITEM) | BIT(YH_LEAD))); break;
  case PARAGRAPH: push_relative(L, owner, ancestor(owner->nodes, i, BIT(YH_PARAGRAPH))); break;
  case SENTENCE: push_relative(L, owner, ancestor(owner->nodes, i, BIT(YH_SENTENCE))); break;
  case HEADING: push_heading(L, owner, n); break;
  case PATH: push_path(L, owner, i); break;
  case PREVIOUS: push_relative(L, owner, sibling(owner, i, -1)); break;
  case NEXT: push_relative(L, owner, sibling(owner, i, 1)); break;
  default:
    if (field < FIELD_METHOD) field_missing(L, &node_type);
  }
  return 1;
}
/* clang-format on */

/* ---- methods --------------------------------------------------------------------------------- */

/* n:walk(f): f(node) for it and all below in document order; a false from f skips what is below that node. The loop is
 * taken up again behind each call, so that f may yield. Stack: 1 the node, 2 f, 3 the report, 4 the place. */
static int walk_on(lua_State *L, int status, lua_KContext place) {
  const Handle *handle = check_handle(L, 1, &node_type);
  const uint32_t last = handle->owner->nodes[handle->index].next;
  uint32_t i = (uint32_t)place;
  for (;;) {
    if (status != LUA_OK) { /* back from a call of f on node i */
      const bool skip = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
      lua_settop(L, 3);
      check_open(L, handle->owner, &node_type); /* f may have closed it */
      i = skip ? handle->owner->nodes[i].next : i + 1;
    }
    if (i >= last) return 0;
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    push_node(L, handle->owner, i);
    lua_remove(L, -2);
    lua_callk(L, 1, 1, (lua_KContext)i, walk_on);
    status = LUA_YIELD;
  }
}

static int node_walk(lua_State *L) {
  const Handle *handle = check_handle(L, 1, &node_type);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_getiuservalue(L, 1, HANDLE_REPORT);
  return walk_on(L, LUA_OK, (lua_KContext)handle->index);
}

static int next_use(lua_State *L) { /* upvalues: the note, the next use */
  const Handle *handle = check_handle(L, lua_upvalueindex(1), &node_type);
  const LuaReport *owner = handle->owner;
  uint32_t count, i = (uint32_t)lua_tointeger(L, lua_upvalueindex(2));
  const YhUse *uses = yh_report_uses(owner->report, &count);
  if (i >= count || uses[i].note != handle->index) return 0;
  lua_pushinteger(L, (lua_Integer)i + 1);
  lua_replace(L, lua_upvalueindex(2));
  lua_createtable(L, 0, 5);
  lua_getiuservalue(L, lua_upvalueindex(1), HANDLE_REPORT);
  push_node(L, owner, uses[i].sentence);
  lua_setfield(L, -3, "sentence");
  lua_pop(L, 1);
  lua_pushinteger(L, yh_report_codepoint(owner->report, uses[i].start));
  lua_setfield(L, -2, "start");
  lua_pushinteger(L, yh_report_codepoint(owner->report, uses[i].end));
  lua_setfield(L, -2, "stop");
  lua_pushinteger(L, yh_report_line(owner->report, uses[i].start));
  lua_setfield(L, -2, "line");
  lua_pushboolean(L, uses[i].worded);
  lua_setfield(L, -2, "worded");
  return 1;
}

/* n:uses() -> iterator over the places that use a note's term */
static int node_uses(lua_State *L) {
  const Handle *handle = check_handle(L, 1, &node_type);
  uint32_t low = 0, high;
  const YhUse *uses = yh_report_uses(handle->owner->report, &high);
  while (low < high) { /* sorted by note */
    const uint32_t middle = low + (high - low) / 2;
    if (uses[middle].note < handle->index) low = middle + 1;
    else high = middle;
  }
  lua_settop(L, 1);
  lua_pushinteger(L, low);
  lua_pushcclosure(L, next_use, 2);
  return 1;
}

static const luaL_Reg methods[] = {{"children", list_children}, {"walk", node_walk},     {"uses", node_uses},
                                   {"match", list_match},       {"select", list_select}, {NULL, NULL}};

static int node_tostring(lua_State *L) {
  const Handle *handle = type_check(L, 1, &node_type);
  if (!handle->owner->report) {
    lua_pushliteral(L, "node (stale)");
    return 1;
  }
  const YhNode *n = &handle->owner->nodes[handle->index];
  const char *text = handle->owner->text;
  uint32_t start = n->start, end = n->end;
  if (n->title_end > n->title_start) start = n->title_start, end = n->title_end;
  enum { SHOWN = 90 };
  const bool cut = end - start > SHOWN;
  if (cut)
    for (end = start + SHOWN; ((unsigned char)text[end] & 0xC0) == 0x80;) end--;
  lua_pushlstring(L, text + start, end - start);
  lua_pushfstring(L, "%s “%s%s” (line %d)", yh_kind_name(n->kind), lua_tostring(L, -1), cut ? "…" : "", (int)n->line);
  return 1;
}

static int node_len(lua_State *L) {
  const Handle *handle = check_handle(L, 1, &node_type);
  const YhNode *n = &handle->owner->nodes[handle->index];
  const YhReport *report = handle->owner->report;
  lua_pushinteger(L, (lua_Integer)yh_report_codepoint(report, n->end) - yh_report_codepoint(report, n->start));
  return 1;
}

static int node_eq(lua_State *L) {
  const Handle *a = type_test(L, 1, &node_type), *b = type_test(L, 2, &node_type);
  lua_pushboolean(L, a && b && a->owner == b->owner && a->index == b->index);
  return 1;
}

static const luaL_Reg metamethods[] = {
    {"__tostring", node_tostring}, {"__len", node_len}, {"__eq", node_eq}, {NULL, NULL}};

const Type node_type = {"node", fields, methods, listings, metamethods, node_index};
