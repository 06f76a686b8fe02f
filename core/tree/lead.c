/* lead.c: see lead.h. One short sentence proves nothing; where most paragraphs of a stretch open with one,
 * they are its leads. */
#include "lead.h"

#include "phrase.h"
#include "zone.h"

#include <stdlib.h>

enum { LEAD_MIN = 4, LEAD_MAX = 34 };

/* A paragraph that could open with a lead: a short first sentence in 。, more behind it, and no word that
 * starts a narration. */
static bool lead_possible(const Text *text, const Entry *entries, uint32_t i) {
  static const char *const narrating[] = {"各位", "我们", "今年", "去年", "今后", "过去", "一年来", "五年来", "当前", "同时", "在", "对此",
                                          "这", "此外", "刚刚", "截至", "为", "围绕", "全年", "全市", "全省", "全区", "全县", "全国", "如果",
                                          "实践", "成绩", "回顾", "展望", "新的一年", "总体", "总的", "主要", "具体", "因此", "但", "也",
                                          "其中", "总之", "由于", "根据", "按照", "通过", "随着", "面对", "经过", "特别", "尤其", NULL};
  static const char *const telling[] = {"是", "我们", "，其中", "：", "；", "已经", "了", NULL};
  const char *bytes = text->bytes;
  const Entry *e = &entries[i];
  if (e->depth || e->zone != ZONE_BODY || e->role == YH_CLOSING || text->paragraphs[i].kind == LINE_ROW) return false;
  const Span first = {text->paragraphs[i].start, e->first_end};
  if (e->first_end >= e->end || !span_ends(bytes, first, "。")) return false;
  const uint32_t length = span_length(bytes, first);
  if (length < LEAD_MIN || length > LEAD_MAX + 1) return false;
  if (span_starts_any(bytes, first, narrating) || span_has_any(bytes, first, telling)) return false;
  for (uint32_t b = first.start; b < first.end; b++) /* a figure is a fact, no topic; “14+1” is a name */
    if (bytes[b] == '%') return false;
  return true;
}

static void lead_make(const Text *text, Entry *e, uint32_t i) {
  e->depth = (uint8_t)(e->under + 1 > 3 ? 3 : e->under + 1);
  if (e->depth < 2) e->depth = 2;
  e->kind = e->depth == 2 ? YH_SECTION : YH_LEAD;
  e->form = YH_RUN_IN;
  e->title_start = text->paragraphs[i].start;
  e->title_end = e->first_end - 3;
}

void lead_find(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count;
  for (uint32_t i = 0; i < n;) {
    if (entries[i].depth || entries[i].zone != ZONE_BODY || !entries[i].under) { i++; continue; }
    /* a stretch of plain paragraphs under one heading */
    uint32_t end = i, possible = 0, run = 0, longest = 0;
    for (; end < n && !entries[end].depth && entries[end].zone == ZONE_BODY && entries[end].under == entries[i].under; end++) {
      if (lead_possible(text, entries, end)) possible++, run++;
      else run = 0;
      if (run > longest) longest = run;
    }
    if (longest >= 2)
      for (uint32_t k = i; k < end; k++)
        if (lead_possible(text, entries, k)) lead_make(text, &entries[k], k);
    i = end;
  }
}
