/* bridge.c: what all Lua types of the bridge have in common: registering them, finding their fields, good errors. */
#include "types.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- the state ------------------------------------------------------------------------------- */

static const char state_key;

Bridge *bridge_of(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &state_key);
  Bridge *bridge = lua_touserdata(L, -1);
  lua_pop(L, 1);
  if (!bridge) {
    bridge = lua_newuserdatauv(L, sizeof *bridge, 0);
    memset(bridge, 0, sizeof *bridge);
    bridge_set_limits(L, NULL);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &state_key);
  }
  return bridge;
}

void bridge_set_frozen(lua_State *L, const BridgeFrozen *frozen) {
  bridge_of(L)->frozen = frozen;
}

void bridge_set_limits(lua_State *L, const BridgeLimits *limits) {
  if (limits) bridge_of(L)->limits = *limits;
}

/* ---- types ----------------------------------------------------------------------------------- */

static void field_add(FieldTable *table, const char *name, int code) {
  size_t i = field_slot(name);
  while (table->slots[i].name) i = (i + 1) % FIELD_SLOTS;
  table->slots[i].name = name;
  table->slots[i].code = code;
}

/* Pushes the name and anchors it in the table at `names`; its address is good for the life of that table. */
static const char *intern(lua_State *L, int names, const char *name) {
  const char *interned = lua_pushstring(L, name);
  lua_rawseti(L, names, (lua_Integer)lua_rawlen(L, names) + 1);
  return interned;
}

static void push_index(lua_State *L, const Type *type) {
  FieldTable *table = lua_newuserdatauv(L, sizeof *table, 0);
  memset(table, 0, sizeof *table);
  lua_newtable(L);
  const int names = lua_gettop(L);
  for (int i = 0; type->fields && type->fields[i]; i++) field_add(table, intern(L, names, type->fields[i]), i);
  if (type->fields) { /* so that C finds a field's name by its number, one more */
    lua_pushvalue(L, names);
    lua_rawsetp(L, LUA_REGISTRYINDEX, type->fields);
  }
  int methods = 0;
  for (const luaL_Reg *m = type->methods; m && m->name; m++) {
    field_add(table, intern(L, names, m->name), FIELD_METHOD + methods++);
    lua_pushcfunction(L, m->func);
  }
  for (const Listing *l = type->listings; l && l->name; l++) {
    field_add(table, intern(L, names, l->name), FIELD_METHOD + methods++);
    lua_pushboolean(L, l->mentions);
    lua_pushinteger(L, l->kinds);
    lua_pushcclosure(L, list_call, 2);
  }
  lua_pushcclosure(L, type->index, methods + 2);
}

static int method_missing(lua_State *L) { /* upvalue: the type */
  return field_missing(L, lua_touserdata(L, lua_upvalueindex(1)));
}

/* A type without fields: its methods in a table, which Lua looks into without a call. */
static void push_methods(lua_State *L, const Type *type) {
  lua_newtable(L);
  luaL_setfuncs(L, type->methods, 0);
  lua_createtable(L, 0, 1);
  lua_pushlightuserdata(L, (void *)(uintptr_t)type);
  lua_pushcclosure(L, method_missing, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
}

void type_open(lua_State *L, const Type *type) {
  luaL_checkstack(L, 100, NULL);
  lua_newtable(L);
  lua_pushfstring(L, "yanhu.%s", type->name);
  lua_setfield(L, -2, "__name");
  luaL_setfuncs(L, type->metamethods, 0);
  lua_pushcfunction(L, field_readonly);
  lua_setfield(L, -2, "__newindex");
  lua_pushliteral(L, "locked"); /* a script gets no hold of what other scripts share with it */
  lua_setfield(L, -2, "__metatable");
  if (type->index) push_index(L, type);
  else push_methods(L, type);
  lua_setfield(L, -2, "__index");
  lua_rawsetp(L, LUA_REGISTRYINDEX, type);
}

void *type_check(lua_State *L, int index, const Type *type) {
  void *p = type_test(L, index, type);
  if (!p) {
    char name[40]; /* not on the stack, where it would stand in for an argument that is missing */
    snprintf(name, sizeof name, "yanhu.%s", type->name);
    luaL_typeerror(L, index, name);
  }
  return p;
}

int stale(lua_State *L, const Type *type) {
  return luaL_error(L, _("stale %s: its report was closed"), type->name);
}

/* ---- names ----------------------------------------------------------------------------------- */

int field_missing(lua_State *L, const Type *type) {
  if (lua_type(L, 2) != LUA_TSTRING)
    return luaL_error(L, _("a %s has no field of type %s"), type->name, luaL_typename(L, 2));
  const char *names[FIELD_SLOTS], *wanted = lua_tostring(L, 2);
  size_t count = 0;
  for (size_t i = 0; type->fields && type->fields[i]; i++) names[count++] = type->fields[i];
  for (const luaL_Reg *m = type->methods; m && m->name; m++) names[count++] = m->name;
  for (const Listing *l = type->listings; l && l->name; l++) names[count++] = l->name;
  names[count] = NULL;
  char hint[80];
  return luaL_error(L, _("a %s has no field '%s'%s"), type->name, wanted,
                    nearest_name(wanted, names, hint, sizeof hint));
}

int field_readonly(lua_State *L) {
  luaL_getmetafield(L, 1, "__name");
  return luaL_error(L, _("a %s cannot be changed"), lua_tostring(L, -1) + strlen("yanhu."));
}

const char *bridge_column(const char *message, uint32_t *column, const char **behind) {
  const char *form = _("column %u: "), *number = strstr(form, "%u");
  const size_t head = (size_t)(number - form), tail = strlen(number + 2);
  for (const char *at = message; head && (at = memmem(at, strlen(at), form, head)); at++) {
    char *stop;
    const unsigned long value = strtoul(at + head, &stop, 10);
    if (stop == at + head || value > UINT32_MAX || strncmp(stop, number + 2, tail) != 0) continue;
    *column = (uint32_t)value;
    *behind = stop + tail;
    return at;
  }
  return NULL;
}

int raise_source(lua_State *L, const char *what, const char *source, size_t length, const YhError *error) {
  luaL_where(L, 1);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  luaL_addstring(&b, what);
  if (error->column) {
    char at[40];
    snprintf(at, sizeof at, _("column %u: "), error->column);
    luaL_addstring(&b, at);
  }
  luaL_addstring(&b, error->message);
  if (error->column) {
    const char *line = source, *end = source + length, *stop;
    for (uint32_t n = 1; n < error->line && (stop = memchr(line, '\n', (size_t)(end - line))); n++) line = stop + 1;
    stop = memchr(line, '\n', (size_t)(end - line));
    if (!stop) stop = end;
    luaL_addstring(&b, "\n  ");
    luaL_addlstring(&b, line, (size_t)(stop - line));
    luaL_addstring(&b, "\n  ");
    const char *p = line;
    for (uint32_t column = 1; column < error->column && p < stop; column++) {
      const char *next = p + 1;
      while (next < stop && ((unsigned char)*next & 0xC0) == 0x80) next++;
      luaL_addstring(&b, next - p > 2 ? "  " : " "); /* Han and full-width marks take two columns */
      p = next;
    }
    luaL_addchar(&b, '^');
  }
  luaL_pushresult(&b);
  lua_concat(L, 2);
  return lua_error(L);
}

/* A cache is {[0] = how many, source = userdata, …}: no source is a number. */
bool cache_get(lua_State *L, const void *key, int source) {
  source = lua_absindex(L, source);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE) {
    lua_pushvalue(L, source);
    if (lua_rawget(L, -2) == LUA_TUSERDATA) {
      lua_remove(L, -2);
      return true;
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return false;
}

void cache_put(lua_State *L, const void *key, int source) {
  enum { MOST = 128 };
  source = lua_absindex(L, source);
  lua_Integer count = MOST;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE) {
    lua_rawgeti(L, -1, 0);
    count = lua_tointeger(L, -1);
    lua_pop(L, 1);
  }
  if (count >= MOST) {
    count = 0;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
  }
  lua_pushinteger(L, count + 1);
  lua_rawseti(L, -2, 0);
  lua_pushvalue(L, source);
  lua_pushvalue(L, -3);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

/* ---- places ---------------------------------------------------------------------------------- */

bool bridge_place(lua_State *L, int index, BridgePlace *place) {
  const LuaReport *report = type_test(L, index, &report_type);
  const Handle *handle;
  uint32_t node = 0;
  if (report) {
    check_open(L, report, &report_type);
    *place = (BridgePlace){.report = report->report, .end = report->length, .line = report->nodes[0].line};
    return true;
  }
  if ((handle = type_test(L, index, &mention_type))) {
    report = check_open(L, handle->owner, &mention_type);
    const YhMention *m = &report->mentions[handle->index];
    *place = (BridgePlace){
        .report = report->report, .start = m->start, .end = m->end, .line = yh_report_line(report->report, m->start)};
    node = m->sentence;
  } else if ((handle = type_test(L, index, &node_type))) {
    report = check_open(L, handle->owner, &node_type);
    const YhNode *n = &report->nodes[node = handle->index];
    *place = (BridgePlace){.report = report->report, .start = n->start, .end = n->end, .line = n->line};
  } else return false;
  node = ancestor(report->nodes, node, BIT(YH_SENTENCE));
  place->sentence = node == YH_NOWHERE ? 0 : node;
  return true;
}

static const Type *type_of(lua_State *L, int index) {
  const Type *const types[] = {&report_type, &node_type, &mention_type, &meta_type, &pattern_type, &dictionary_type};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (type_test(L, index, types[i])) return types[i];
  return NULL;
}

int bridge_fields(lua_State *L, int index) {
  const Type *type = type_of(L, index);
  if (!type) {
    lua_pushnil(L);
    return 1;
  }
  lua_newtable(L);
  for (lua_Integer i = 0; type->fields && type->fields[i]; i++) {
    lua_pushstring(L, type->fields[i]);
    lua_rawseti(L, -2, i + 1);
  }
  lua_Integer count = 0;
  lua_newtable(L);
  for (const luaL_Reg *m = type->methods; m && m->name; m++) {
    lua_pushstring(L, m->name);
    lua_rawseti(L, -2, ++count);
  }
  for (const Listing *l = type->listings; l && l->name; l++) {
    lua_pushstring(L, l->name);
    lua_rawseti(L, -2, ++count);
  }
  return 2;
}
