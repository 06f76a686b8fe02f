/* lua_mention.c: the Lua type `mention`: a quantity, rank, period, quoted term, book or other numeral. */
#include "types.h"

#include <math.h>
#include <stdio.h>

/* clang-format off */
enum {
  KIND, TEXT, START, STOP, LINE, FROM, TO, CORE_FROM, CORE_TO, CORE, VALUE, LOW, HIGH, OP, UNIT, DIMENSION, FIRST_YEAR,
  LAST_YEAR, MONTH, DAY, GRAIN, USE, PERIOD, WHY, QUOTED, IN_BOOK, SENTENCE, CLAUSE, REPORT
};
static const char *const fields[] = {"kind", "text", "start", "stop", "line", "from", "to", "core_from", "core_to",
                                     "core", "value", "low", "high", "op", "unit", "dimension", "first_year",
                                     "last_year", "month", "day", "grain", "use", "period", "why", "quoted", "in_book",
                                     "sentence", "clause", "report", NULL};
/* clang-format on */

static const char *const grains[] = {NULL, "day", "month", "quarter", "half", "year", "years", "plan-period"};
static const char *const uses[] = {"during", "by", "since", "from", "for"};

static bool measured(const YhMention *m) {
  return m->kind == YH_QUANTITY || m->kind == YH_RANK;
}

static void push_number(lua_State *L, const YhMention *m, double value) {
  if (!measured(m) || isnan(value)) lua_pushnil(L);
  else lua_pushnumber(L, value);
}

static void push_known(lua_State *L, const YhMention *m, int value) { /* of a period; 0 is not said */
  if (m->kind == YH_PERIOD && value) lua_pushinteger(L, value);
  else lua_pushnil(L);
}

static void push_period(lua_State *L, const YhMention *m) {
  if (m->kind != YH_PERIOD || !(m->first_year || m->last_year)) {
    lua_pushnil(L);
    return;
  }
  const int first = m->first_year ? m->first_year : m->last_year, last = m->last_year ? m->last_year : first;
  char period[24];
  if (first == last) snprintf(period, sizeof period, "%d", first);
  else snprintf(period, sizeof period, "%d-%d", first, last);
  lua_pushstring(L, period);
}

static void push_node_of(lua_State *L, const LuaReport *owner, uint32_t node) {
  lua_getiuservalue(L, 1, HANDLE_REPORT);
  push_node(L, owner, node);
}

/* Pushes a field that needs no handle; false for the others. */
/* clang-format off */
static bool push_field(lua_State *L, const LuaReport *owner, const YhMention *m, int field) {
  const uint32_t sentence = owner->nodes[m->sentence].start;
  switch (field) {
  case KIND: push_name(L, yh_mention_name(m->kind)); break;
  case TEXT: push_span(L, owner, m->start, m->end); break;
  case START: lua_pushinteger(L, yh_report_codepoint(owner->report, m->start)); break;
  case STOP: lua_pushinteger(L, yh_report_codepoint(owner->report, m->end)); break;
  case LINE: lua_pushinteger(L, yh_report_line(owner->report, m->start)); break;
  case FROM: lua_pushinteger(L, (lua_Integer)(m->start - sentence) + 1); break;
  case TO: lua_pushinteger(L, m->end - sentence); break;
  case CORE_FROM: lua_pushinteger(L, (lua_Integer)(m->core_start - sentence) + 1); break;
  case CORE_TO: lua_pushinteger(L, m->core_end - sentence); break;
  case CORE: push_span(L, owner, m->core_start, m->core_end); break;
  case VALUE: push_number(L, m, m->value); break;
  case LOW: push_number(L, m, m->low); break;
  case HIGH: push_number(L, m, m->high); break;
  case OP: push_name(L, measured(m) ? yh_op_name(m->op) : NULL); break;
  case UNIT: push_name(L, measured(m) ? m->unit : NULL); break;
  case DIMENSION: push_name(L, measured(m) ? yh_dimension_name(m->dimension) : NULL); break;
  case FIRST_YEAR: push_known(L, m, m->first_year); break;
  case LAST_YEAR: push_known(L, m, m->last_year); break;
  case MONTH: push_known(L, m, m->month); break;
  case DAY: push_known(L, m, m->day); break;
  case GRAIN: push_name(L, m->kind == YH_PERIOD ? grains[m->grain] : NULL); break;
  case USE: push_name(L, m->kind == YH_PERIOD ? uses[m->use] : NULL); break;
  case PERIOD: push_period(L, m); break;
  case WHY: push_name(L, m->kind == YH_NUMERAL ? yh_why_name(m->why) : NULL); break;
  case QUOTED: lua_pushboolean(L, m->in_quotes); break;
  case IN_BOOK: lua_pushboolean(L, m->in_book); break;
  default: return false;
  }
  return true;
}

static int mention_index(lua_State *L) {
  const Handle *handle = check_handle(L, 1, &mention_type);
  const LuaReport *owner = handle->owner;
  const YhMention *m = &owner->mentions[handle->index];
  const int field = field_find(L);
  if (push_field(L, owner, m, field)) return 1;
  switch (field) {
  case SENTENCE: push_node_of(L, owner, m->sentence); break;
  case CLAUSE: push_node_of(L, owner, m->clause); break;
  case REPORT: lua_getiuservalue(L, 1, HANDLE_REPORT); break;
  default: field_missing(L, &mention_type);
  }
  return 1;
}
/* clang-format on */

void push_mention_table(lua_State *L, const LuaReport *owner, uint32_t mention, int sentence) {
  enum { COMMON = BIT(KIND) | BIT(TEXT) | BIT(START) | BIT(STOP) | BIT(LINE) | BIT(FROM) | BIT(TO) | BIT(QUOTED) };
  enum { MEASURED = COMMON | BIT(VALUE) | BIT(LOW) | BIT(HIGH) | BIT(OP) | BIT(UNIT) | BIT(DIMENSION) };
  enum { DATED = COMMON | BIT(FIRST_YEAR) | BIT(LAST_YEAR) | BIT(MONTH) | BIT(DAY) | BIT(GRAIN) | BIT(USE) | BIT(PERIOD) };
  static const uint32_t sets[YH_MENTION_KINDS] = {[YH_QUANTITY] = MEASURED, [YH_RANK] = MEASURED,
                                                  [YH_PERIOD] = DATED,      [YH_TERM] = COMMON | BIT(CORE),
                                                  [YH_BOOK] = COMMON | BIT(CORE), [YH_NUMERAL] = COMMON | BIT(WHY)};
  const YhMention *m = &owner->mentions[mention];
  lua_createtable(L, 0, 16);
  lua_rawgetp(L, LUA_REGISTRYINDEX, fields);
  for (uint32_t set = sets[m->kind]; set; set &= set - 1) {
    const int field = __builtin_ctz(set);
    lua_rawgeti(L, -1, field + 1);
    push_field(L, owner, m, field);
    lua_rawset(L, -4);
  }
  lua_rawgeti(L, -1, SENTENCE + 1);
  lua_pushvalue(L, sentence);
  lua_rawset(L, -4);
  lua_pop(L, 1);
}

static int mention_tostring(lua_State *L) {
  const Handle *handle = type_check(L, 1, &mention_type);
  if (!handle->owner->report) {
    lua_pushliteral(L, "mention (stale)");
    return 1;
  }
  const YhMention *m = &handle->owner->mentions[handle->index];
  push_span(L, handle->owner, m->start, m->end);
  lua_pushfstring(L, "%s “%s” (line %d)", yh_mention_name(m->kind), lua_tostring(L, -1),
                  (int)yh_report_line(handle->owner->report, m->start));
  return 1;
}

static int mention_len(lua_State *L) {
  const Handle *handle = check_handle(L, 1, &mention_type);
  const YhMention *m = &handle->owner->mentions[handle->index];
  const YhReport *report = handle->owner->report;
  lua_pushinteger(L, (lua_Integer)yh_report_codepoint(report, m->end) - yh_report_codepoint(report, m->start));
  return 1;
}

static int mention_eq(lua_State *L) {
  const Handle *a = type_test(L, 1, &mention_type), *b = type_test(L, 2, &mention_type);
  lua_pushboolean(L, a && b && a->owner == b->owner && a->index == b->index);
  return 1;
}

static const luaL_Reg metamethods[] = {
    {"__tostring", mention_tostring}, {"__len", mention_len}, {"__eq", mention_eq}, {NULL, NULL}};

const Type mention_type = {"mention", fields, NULL, NULL, metamethods, mention_index};
