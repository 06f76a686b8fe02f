/* bounds.c: what a quantity's hedge says of its bounds, and two bounds that are one range: 大于100并且小于300,
 * 5亿元以上、10亿元以下. */
#include "scan.h"
#include <math.h>

void quantity_bounds(YhMention *m, uint8_t op, double value, double high) {
  m->op = op;
  if (op == YH_GE || op == YH_GT) m->value = m->low = value;
  else if (op == YH_LE || op == YH_LT) m->value = m->high = high;
  else if (high != value) m->op = YH_RANGE, m->low = value, m->high = high;
  else m->value = m->low = m->high = value;
}

static bool is_joint(const char *text, uint32_t start, uint32_t end) {
  static const char *const joints[] = {"",     "，",     "、",   "且",     "并",    "并且",
                                       "，且", "，并且", "同时", "的同时", "，同时"};
  while (start < end && text[start] == ' ') start++;
  while (end > start && text[end - 1] == ' ') end--;
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
    if (end - start == strlen(joints[i]) && memcmp(text + start, joints[i], end - start) == 0) return true;
  return false;
}

static bool is_floor(const YhMention *m) {
  return m->kind == YH_QUANTITY && isfinite(m->low) && isnan(m->high);
}

static bool is_ceiling(const YhMention *m) {
  return m->kind == YH_QUANTITY && isnan(m->low) && isfinite(m->high);
}

static bool same_unit(const YhMention *a, const YhMention *b) {
  return strcmp(a->unit, b->unit) == 0 || a->dimension == YH_NO_DIMENSION || b->dimension == YH_NO_DIMENSION;
}

void bounds_merge(Scan *s) {
  if (s->list->count < 2) return;
  YhMention *first = &s->list->items[s->list->count - 2], *second = first + 1;
  const YhMention *low = is_floor(first) ? first : second, *high = low == first ? second : first;
  if (first->sentence != s->sentence || !is_floor(low) || !is_ceiling(high) || low->low >= high->high) return;
  if (!same_unit(low, high) || !is_joint(s->text, first->end, second->start)) return;
  if (first->dimension == YH_NO_DIMENSION) first->unit = second->unit, first->dimension = second->dimension;
  double least = low->low, most = high->high;
  first->op = YH_RANGE, first->value = NAN, first->low = least, first->high = most;
  first->end = s->floor = second->end, first->core_end = second->core_end;
  s->list->count--;
}
