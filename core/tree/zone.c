/* zone.c: see zone.h. A report is spoken to an assembly: what stands before 各位代表 is its title page. The
 * notes have a heading of their own behind the body, or were footnotes in the source. */
#include "zone.h"

#include "../text/utf8.h"

#include <string.h>

enum { FRONT_MAX = 60, TITLE_PAGE_MAX = 12 };

bool zone_salutation(const char *text, Span paragraph) {
  static const char *const words[] = {"各位代表", "各位委员", "各位领导", "主席团，", "同志们：", "代表同志们", NULL};
  return span_starts_any(text, paragraph, words);
}

static Span span_of(const Text *text, const Entry *entries, uint32_t i) {
  return (Span){text->paragraphs[i].start, entries[i].end};
}

/* 目录, 目 录 */
static bool is_contents_heading(const char *text, Span s) {
  if (s.end - s.start > 24 || !span_starts(text, s, "目")) return false;
  return span_ends(text, s, "录") && span_length(text, s) <= 5;
}

/* 相关注释, 名词解释, 附件1：…, 《政府工作报告》有关用语说明 */
static bool is_notes_heading(const char *text, Span s) {
  static const char *const whole[] = {"注释", "解释", "注解", "用语说明", "术语说明", "名词说明", "附件", "附录", "有关说明", NULL};
  static const char *const opening[] = {"附件", "附录", "附：", "附表", NULL};
  if (span_length(text, s) > 36) return false;
  if (span_starts_any(text, s, opening)) return true;
  if (span_ends(text, s, "：") || span_ends(text, s, ":")) s.end -= span_ends(text, s, ":") ? 1 : 3;
  for (size_t i = 0; whole[i]; i++)
    if (span_ends(text, s, whole[i])) return true;
  return false;
}

/* Where the body starts. */
static uint32_t front_end(const Text *text, const Entry *entries) {
  const uint32_t n = text->paragraph_count;
  for (uint32_t i = 0; i < n && i < FRONT_MAX; i++) {
    const Span s = span_of(text, entries, i);
    if (zone_salutation(text->bytes, s)) return i;
  }
  for (uint32_t i = 0; i < n && i < TITLE_PAGE_MAX; i++) {
    const Entry *e = &entries[i];
    if (e->marker.style == MARKER_HAN || e->marker.style == MARKER_HAN_PAREN || e->marker.style == MARKER_CHAPTER) return i;
    if (!e->own_line && span_length(text->bytes, span_of(text, entries, i)) > 30) return i;
    if (is_contents_heading(text->bytes, span_of(text, entries, i))) return i;
  }
  return 0;
}

/* A line of a table of contents without the page number that it may end with. */
static Span contents_line(const char *text, Span s) {
  while (s.end > s.start) {
    uint32_t length;
    const char *p = utf8_before(text + s.start, text + s.end);
    const uint32_t c = utf8_decode(p, &length);
    if (!utf8_is_digit(c) && !utf8_is_space(c) && c != '.' && c != 0x2026 && c != 0xB7 && c != '-' && c != '(' && c != ')')
      break;
    s.end = (uint32_t)(p - text);
  }
  return s;
}

static uint32_t contents_end(const Text *text, const Entry *entries, uint32_t heading) {
  Span first = {0, 0};
  uint32_t i = heading + 1;
  for (; i < text->paragraph_count; i++) {
    const Span s = contents_line(text->bytes, span_of(text, entries, i));
    if (span_length(text->bytes, s) > 60) break;
    const bool same = first.end > first.start && s.end - s.start == first.end - first.start &&
                      !memcmp(text->bytes + s.start, text->bytes + first.start, s.end - s.start);
    if (same || zone_salutation(text->bytes, s)) break;
    if (first.end == first.start) first = s;
  }
  return i;
}

void zone_find(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count;
  uint32_t i = front_end(text, entries);
  for (uint32_t k = 0; k < i; k++) entries[k].zone = ZONE_FRONT;
  uint8_t zone = ZONE_BODY;
  bool any_heading = false;
  for (; i < n; i++) {
    const Span s = span_of(text, entries, i);
    if (zone == ZONE_BODY && !any_heading && is_contents_heading(text->bytes, s)) {
      const uint32_t end = contents_end(text, entries, i);
      for (; i < end; i++) entries[i].zone = ZONE_CONTENTS;
      i--;
      continue;
    }
    if (zone == ZONE_BODY && entries[i].own_line && any_heading && is_notes_heading(text->bytes, s)) zone = ZONE_NOTES;
    entries[i].zone = text->paragraphs[i].kind == LINE_NOTE ? ZONE_NOTES : zone;
    any_heading = any_heading || entries[i].marker.style || !entries[i].own_line;
  }
}
