/* scan.c: the list of mentions that a scan fills. */
#include "scan.h"
#include <math.h>

YhMention *scan_add(Scan *s, YhMentionKind kind, uint32_t start, uint32_t end) {
  MentionList *list = s->list;
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? list->capacity * 2 : 64;
    list->items = memory_resize(list->items, list->capacity, sizeof(YhMention));
  }
  YhMention *m = &list->items[list->count++];
  *m = (YhMention){.kind = (uint8_t)kind,
                   .start = start,
                   .end = end,
                   .core_start = start,
                   .core_end = end,
                   .sentence = s->sentence,
                   .value = NAN,
                   .low = NAN,
                   .high = NAN,
                   .unit = ""};
  return m;
}

uint32_t scan_reject(Scan *s, const Number *n, uint32_t start, uint32_t end, YhWhy why) {
  YhMention *m = scan_add(s, YH_NUMERAL, start, end);
  m->why = (uint8_t)why;
  if (n && isfinite(n->value) && !n->vague) m->value = m->low = m->high = n->value;
  return end;
}
