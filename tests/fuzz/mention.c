/* Fuzz target: mention_scan over any bytes. What must hold of every mention is checked, not only that it ends. */
#include "mention/mention.h"
#include <math.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena *arena = arena_new();
  MentionContext context = {.arena = arena, .report_year = 2025, .base_year = 2024, .role = YH_REVIEW};
  MentionList list = {0};
  uint32_t length = (uint32_t)size, number_end = 0;
  mention_scan((const char *)data, 0, length, 7, &context, &list);
  for (uint32_t i = 0; i < list.count; i++) {
    const YhMention *m = &list.items[i];
    if (m->start >= m->end || m->end > length || m->core_start < m->start || m->core_end > m->end) abort();
    if (i && list.items[i - 1].start > m->start) abort();
    if (!m->unit || m->sentence != 7) abort();
    if (m->low > m->high || m->value < m->low || m->value > m->high) abort();
    if (m->kind == YH_TERM || m->kind == YH_BOOK) continue;
    if (m->start < number_end) abort();
    number_end = m->end;
  }
  free(list.items);
  arena_free(arena);
  return 0;
}
