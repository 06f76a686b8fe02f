/* lead.c: see lead.h. One short sentence proves nothing; where most paragraphs of a stretch open with one, or
 * several in a row open alike, they are its leads. */
#include "lead.h"

#include "../text/phrase.h"
#include "role.h"
#include "sentence.h"
#include "zone.h"

#include "../text/utf8.h"

enum { LEAD_MIN = 4, LEAD_MAX = 35, ALIKE_MAX = 45 };

static Span first_span(const Text *text, const Entry *entries, uint32_t i) {
  return (Span){text->paragraphs[i].start, entries[i].first_end};
}

/* A paragraph of the body with more than one sentence. */
static bool is_full(const Text *text, const Entry *entries, uint32_t i) {
  const Entry *e = &entries[i];
  return !e->depth && e->zone == ZONE_BODY && e->role != YH_CLOSING && e->first_end < e->end &&
         text->paragraphs[i].kind != LINE_ROW;
}

/* A figure makes a sentence a fact; “14+1” is a name and 15件实事 a topic. */
static bool has_figure(const char *text, Span s) {
  static const char *const topics[] = {"件", "项", "大", "条", "个方面", "年", NULL};
  uint32_t length;
  bool quoted = false;
  for (uint32_t at = s.start; at < s.end; at += length) {
    const uint32_t c = utf8_decode(text + at, &length);
    quoted = c == 0x201C || (quoted && c != 0x201D);
    if (!utf8_is_digit(c) || quoted) continue;
    if (at + 1 < s.end && utf8_is_digit((unsigned char)text[at + 1])) continue;
    if (!span_starts_any(text, (Span){at + 1, s.end}, topics)) return true;
  }
  return false;
}

/* 今年再办好15件实事：一是…: what comes is a list of its own, and the sentence before it only its motto. */
static bool introduces_list(const Text *text, const Entry *entries, uint32_t i) {
  static const char *const words[] = {"件民生实事", "件实事", "项民生实事", "件惠民实事", NULL};
  const char *bytes = text->bytes;
  const uint32_t start = entries[i].first_end, end = sentence_end(bytes, start, entries[i].end);
  return span_has_any(bytes, (Span){start, end}, words) &&
         (span_starts(bytes, (Span){end, entries[i].end}, "一是") ||
          span_find(bytes, (Span){start, end}, "：一是") != UINT32_MAX);
}

/* Words of a topic: nothing that narrates or exhorts. */
static bool names_topic(const char *bytes, Span first) {
  static const char *const narrating[] = {
      "各位", "我们", "今年", "去年",     "今后", "过去", "一年来", "五年来", "当前", "同时", "在",   "对此", "这",
      "此外", "刚刚", "截至", "为",       "围绕", "全年", "全市",   "全省",   "全区", "全县", "全国", "如果", "实践",
      "成绩", "回顾", "展望", "新的一年", "总体", "总的", "主要",   "具体",   "因此", "但",   "也",   "其中", "总之",
      "由于", "根据", "按照", "通过",     "随着", "面对", "经过",   "特别",   "尤其", "各级", NULL};
  static const char *const telling[] = {"是",   "我们", "今年", "，其中", "：",   "；",
                                        "已经", "必须", "应该", "应当",   "面临", NULL};
  enum { VERY_SHORT = 12 };
  if (utf8_is_digit((unsigned char)bytes[first.start]) || span_starts_any(bytes, first, narrating)) return false;
  if (span_has_any(bytes, first, telling)) return false;
  /* 了 tells what was done, but 抗旱保供打了硬仗 names a topic all the same */
  return span_find(bytes, first, "了") == UINT32_MAX || !span_longer(bytes, first, VERY_SHORT);
}

static bool lead_judge(const Text *text, const Entry *entries, uint32_t i) {
  const char *bytes = text->bytes;
  const Span first = first_span(text, entries, i);
  if (!span_ends(bytes, first, "。")) return false;
  const uint32_t length = span_length(bytes, first);
  if (length < LEAD_MIN || length > LEAD_MAX || !names_topic(bytes, first) || has_figure(bytes, first)) return false;
  return !introduces_list(text, entries, i) && !role_opens_government(bytes, (Span){first.start, entries[i].end});
}

/* A short first sentence in 。 that names a topic. Asked more than once, judged once. */
static bool lead_possible(const Text *text, Entry *entries, uint32_t i) {
  enum { UNKNOWN, NO, YES };
  if (!is_full(text, entries, i)) return false;
  if (entries[i].lead == UNKNOWN) entries[i].lead = lead_judge(text, entries, i) ? YES : NO;
  return entries[i].lead == YES;
}

/* Two paragraphs open alike: 我们…。 我们…。, or 令人振奋的是，… 难能可贵的是，…. */
static bool opens_alike(const Text *text, const Entry *entries, uint32_t a, uint32_t b) {
  const char *bytes = text->bytes;
  const Span one = first_span(text, entries, a), two = first_span(text, entries, b);
  uint32_t same = 0;
  while (one.start + same < one.end && two.start + same < two.end && bytes[one.start + same] == bytes[two.start + same])
    same++;
  if (same >= 6) return true;
  const uint32_t x = span_find(bytes, one, "的是，"), y = span_find(bytes, two, "的是，");
  return x != UINT32_MAX && y != UINT32_MAX && x - one.start <= 24 && y - two.start <= 24;
}

static bool alike_possible(const Text *text, const Entry *entries, uint32_t i) {
  if (!is_full(text, entries, i)) return false;
  const Span first = first_span(text, entries, i);
  return span_ends(text->bytes, first, "。") && span_length(text->bytes, first) <= ALIKE_MAX &&
         !has_figure(text->bytes, first) && !zone_salutation(text->bytes, first);
}

/* The words by which a speaker starts one paragraph after another. */
static bool opens_spoken(const Text *text, const Entry *entries, uint32_t i) {
  static const char *const words[] = {"我们",     "这五年",   "这一年", "五年来", "一年来",
                                      "过去五年", "过去一年", "“",      NULL};
  const Span first = first_span(text, entries, i);
  return span_starts_any(text->bytes, first, words) || span_find(text->bytes, first, "的是，") != UINT32_MAX;
}

/* The end of the run of paragraphs from i on that open alike. */
static uint32_t alike_end(const Text *text, const Entry *entries, uint32_t i, uint32_t end) {
  if (!alike_possible(text, entries, i)) return i;
  uint32_t k = i + 1;
  while (k < end && alike_possible(text, entries, k) && opens_alike(text, entries, k - 1, k)) k++;
  return k;
}

static void lead_make(const Text *text, Entry *e, uint32_t i) {
  e->depth = e->under >= 2 ? 3 : 2;
  e->kind = e->depth == 2 ? YH_SECTION : YH_LEAD;
  e->form = YH_RUN_IN;
  e->title_start = text->paragraphs[i].start;
  e->title_end = e->first_end - 3;
}

/* A short sentence that is a paragraph of its own, with the text it names in the next one. */
static bool own_possible(const Text *text, const Entry *entries, uint32_t i, uint32_t end) {
  if (i + 1 >= end) return false;
  const Entry *e = &entries[i];
  if (e->depth || e->role == YH_CLOSING || e->first_end != e->end || text->paragraphs[i + 1].kind == LINE_ROW)
    return false;
  const Span whole = {text->paragraphs[i].start, e->end};
  const uint32_t below = entries[i + 1].end - text->paragraphs[i + 1].start;
  if (!is_full(text, entries, i + 1) && below < 2 * (whole.end - whole.start)) return false;
  if (!span_ends(text->bytes, whole, "。") || text->paragraphs[i].kind == LINE_ROW) return false;
  const uint32_t length = span_length(text->bytes, whole);
  return length >= LEAD_MIN && length <= ALIKE_MAX && !has_figure(text->bytes, whole) &&
         !zone_salutation(text->bytes, whole);
}

/* Three or more such pairs in a row are headings, and two where both name topics: 坚持教育优先发展。 / 大力推进素质
 * 教育…. Once there are some, a single pair further on is one too. True where some were made. */
static bool own_make(const Text *text, Entry *entries, uint32_t from, uint32_t to) {
  uint32_t first = to;
  for (uint32_t i = from; i < to && first == to; i++) {
    uint32_t end = i;
    bool topics = true;
    for (; end < i + 6 && own_possible(text, entries, end, to); end += 2)
      topics = topics && names_topic(text->bytes, (Span){text->paragraphs[end].start, entries[end].end});
    if (end == i + 6 || (end == i + 4 && topics)) first = i;
  }
  uint32_t previous = first;
  for (uint32_t i = first; i < to; i++) {
    if (!own_possible(text, entries, i, to)) continue;
    const Span whole = {text->paragraphs[i].start, entries[i].end};
    const bool follows = i <= previous + 2;
    if (!follows && !names_topic(text->bytes, whole) && !opens_alike(text, entries, previous, i)) continue;
    lead_make(text, &entries[i], i);
    entries[i].form = YH_OWN_LINE;
    entries[i + 1].under = entries[i].depth;
    previous = i++;
  }
  return first < to;
}

/* One stretch of plain paragraphs under one heading. */
static void stretch_read(const Text *text, Entry *entries, uint32_t from, uint32_t to) {
  if (own_make(text, entries, from, to)) return;
  uint32_t possible = 0, full = 0, run = 0, longest = 0;
  for (uint32_t i = from; i < to; i++) {
    const bool lead = lead_possible(text, entries, i);
    full += is_full(text, entries, i);
    possible += lead;
    run = lead ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  if (possible >= 2 && (longest >= 3 || 2 * possible >= full)) {
    for (uint32_t i = from; i < to; i++)
      if (lead_possible(text, entries, i)) lead_make(text, &entries[i], i);
    return;
  }
  for (uint32_t i = from; i < to;) {
    const uint32_t end = alike_end(text, entries, i, to);
    bool all = end - i >= 2;
    for (uint32_t k = i; k < end; k++) all = all && lead_possible(text, entries, k);
    if (all || (end - i >= 3 && opens_spoken(text, entries, i)))
      for (uint32_t k = i; k < end; k++) lead_make(text, &entries[k], k);
    i = end > i ? end : i + 1;
  }
}

void lead_find(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count;
  for (uint32_t i = 0; i < n;) {
    if (entries[i].depth || entries[i].zone != ZONE_BODY || !entries[i].under) {
      i++;
      continue;
    }
    uint32_t end = i;
    while (end < n && !entries[end].depth && entries[end].zone == ZONE_BODY && entries[end].under == entries[i].under)
      end++;
    stretch_read(text, entries, i, end);
    i = end;
  }
}
