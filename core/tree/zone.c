/* zone.c: see zone.h. A report is spoken to an assembly: what stands before 各位代表 is its title page. The
 * notes have a heading of their own behind the body, or were footnotes in the source. */
#include "zone.h"

#include "../text/utf8.h"

#include <string.h>

enum { FRONT_MAX = 200, TITLE_PAGE_MAX = 12 };

bool zone_salutation(const char *text, Span paragraph) {
  static const char *const words[] = {"各位代表", "各位委员", "各位领导", "主席团，", "同志们：", "代表同志们", NULL};
  return span_starts_any(text, paragraph, words);
}

/* 目录, 目 录 */
static bool is_contents_heading(const char *text, Span s) {
  if (s.end - s.start > 24 || !span_starts(text, s, "目")) return false;
  return span_ends(text, s, "录") && span_length(text, s) <= 5;
}

/* 相关注释, 名词解释, 有关用语说明 */
static bool names_glossary(const char *text, Span s) {
  static const char *const words[] = {"注释",     "附注",     "名词解释", "用语解释", "术语解释",
                                      "词语解释", "有关解释", "相关解释", "注解",     "用语说明",
                                      "术语说明", "名词说明", "词汇解释", "名词术语", NULL};
  return span_has_any(text, s, words);
}

/* Behind 附件1： and its like, where the title starts; the span's start where it is no annex. */
static uint32_t annex_marker_end(const char *text, Span s) {
  static const char *const words[] = {"附件", "附录", "附表", "附：", "附:", NULL};
  uint32_t at = s.start, length;
  for (int i = 0; words[i]; i++)
    if (span_starts(text, s, words[i])) {
      at += (uint32_t)strlen(words[i]);
      break;
    }
  if (at == s.start) return at;
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八",
                                         "九", "十", "：", ":",  "、", ".",  NULL};
  for (bool more = true; more && at < s.end;) {
    const uint32_t c = utf8_decode(text + at, &length);
    more = utf8_is_digit(c) || utf8_is_space(c) || span_starts_any(text, (Span){at, s.end}, numerals);
    if (more) at += length;
  }
  return at;
}

/* Makes entry i the heading of notes or of an annex, where it is one. `within`: the zone before it. */
static uint8_t notes_open(const Text *text, Entry *entries, uint32_t i, uint8_t within) {
  enum { HEADING_MAX = 36 };
  Entry *e = &entries[i];
  const char *bytes = text->bytes;
  const Span s = entry_span(text, entries, i);
  if (e->first_end != e->end || e->titled || span_longer(bytes, s, HEADING_MAX) || span_ends(bytes, s, "。") ||
      span_ends(bytes, s, "；"))
    return within;
  const uint32_t title = annex_marker_end(bytes, s);
  const bool annex = title > s.start;
  if (!annex && (within != ZONE_BODY || !names_glossary(bytes, s))) return within;
  e->opens = true;
  e->marker = (Marker){MARKER_NONE, 0, title};
  e->title_start = title;
  e->title_end = e->end - (span_ends(bytes, s, "：") ? 3 : span_ends(bytes, s, ":") ? 1 : 0);
  if (e->title_end < title) e->title_end = title;
  Span named = {title, e->title_end};
  if (annex && named.end == named.start) { /* 附件1 alone: the next line is its title */
    const bool below = i + 1 < text->paragraph_count && entries[i + 1].own_line && !entries[i + 1].marker.style;
    if (below) {
      entries[i + 1].titled = true;
      named = entry_span(text, entries, i + 1);
    } else {
      e->marker.end = s.start;
      named = s;
    }
    e->title_start = named.start;
    e->title_end = named.end;
  }
  return names_glossary(bytes, named) ? ZONE_NOTES : ZONE_ANNEX;
}

/* Where the body starts: at 各位代表, before which stand a table of contents perhaps and a paragraph or two of news,
 * but no body: no numbered heading with a paragraph behind it. */
static uint32_t front_end(const Text *text, const Entry *entries) {
  enum { NEWS_MAX = 2, LONG = 60 };
  const uint32_t n = text->paragraph_count;
  uint32_t news = 0;
  bool numbered = false;
  for (uint32_t i = 0; i < n && i < FRONT_MAX && news <= NEWS_MAX && !(numbered && !entries[i].own_line); i++) {
    const Span s = entry_span(text, entries, i);
    if (zone_salutation(text->bytes, s)) return i;
    news += !entries[i].own_line && span_longer(text->bytes, s, LONG);
    numbered |= entries[i].marker.style == MARKER_HAN && entries[i].own_line;
  }
  for (uint32_t i = 0; i < n && i < TITLE_PAGE_MAX; i++) {
    const Entry *e = &entries[i];
    if (e->marker.style == MARKER_HAN || e->marker.style == MARKER_HAN_PAREN || e->marker.style == MARKER_CHAPTER)
      return i;
    if (!e->own_line && span_length(text->bytes, entry_span(text, entries, i)) > 30) return i;
    if (is_contents_heading(text->bytes, entry_span(text, entries, i))) return i;
  }
  return 0;
}

/* A line of a table of contents without the page number that it may end with. */
static Span contents_line(const char *text, Span s) {
  while (s.end > s.start) {
    uint32_t length;
    const char *p = utf8_before(text + s.start, text + s.end);
    const uint32_t c = utf8_decode(p, &length);
    if (!utf8_is_digit(c) && !utf8_is_space(c) && c != '.' && c != 0x2026 && c != 0xB7 && c != '-' && c != '(' &&
        c != ')')
      break;
    s.end = (uint32_t)(p - text);
  }
  return s;
}

static uint32_t contents_end(const Text *text, const Entry *entries, uint32_t heading) {
  Span first = {0, 0};
  uint32_t i = heading + 1;
  for (; i < text->paragraph_count; i++) {
    const Span s = contents_line(text->bytes, entry_span(text, entries, i));
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
    const Span s = entry_span(text, entries, i);
    if (zone == ZONE_BODY && !any_heading && is_contents_heading(text->bytes, s)) {
      const uint32_t end = contents_end(text, entries, i);
      for (; i < end; i++) entries[i].zone = ZONE_CONTENTS;
      i--;
      continue;
    }
    if (any_heading) zone = notes_open(text, entries, i, zone);
    entries[i].zone = text->paragraphs[i].kind == LINE_NOTE ? ZONE_NOTES : zone;
    any_heading = any_heading || entries[i].marker.style || !entries[i].own_line;
  }
}
