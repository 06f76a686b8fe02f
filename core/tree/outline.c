/* outline.c: see outline.h. Reads the markers, finds the zones, gathers lists, nests them, and last looks for
 * leads and roles. Every step is one walk over the paragraphs. */
#include "outline.h"

#include "lead.h"
#include "list.h"
#include "nest.h"
#include "role.h"
#include "sentence.h"
#include "unmarked.h"
#include "zone.h"

#include <stdlib.h>
#include <string.h>

enum { TITLE_MAX = 60 };

/* 一是…；二是…；三是… in one sentence is no item. */
static bool counts_on(const char *text, Span sentence, const Marker *marker) {
  static const char *const numerals[] = {"二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (marker->style != MARKER_HAN_IS && marker->style != MARKER_HAN_MUST) return false;
  if (marker->number < 1 || marker->number > 9) return false;
  char next[8];
  strcpy(next, numerals[marker->number - 1]);
  strcat(next, marker->style == MARKER_HAN_IS ? "是" : "要");
  return span_find(text, sentence, next) != UINT32_MAX;
}

/* 一、2024年工作回顾： is a heading all the same. */
static bool ends_in_colon(const char *text, Span whole, uint8_t style) {
  enum { COLON_MAX = 30 };
  if (style != MARKER_HAN && style != MARKER_HAN_PAREN && style != MARKER_CHAPTER) return false;
  return (span_ends(text, whole, "：") || span_ends(text, whole, ":")) && !span_longer(text, whole, COLON_MAX);
}

static void entry_read(const Text *text, Entry *e, uint32_t i) {
  const Paragraph *p = &text->paragraphs[i];
  const char *bytes = text->bytes;
  *e = (Entry){.marker = {MARKER_NONE, 0, p->start}, .list = NO_LIST};
  e->end = blank_trim(bytes, p->start, p->end);
  e->first_end = sentence_end(bytes, p->start, e->end);
  if (p->kind == LINE_ROW || p->kind == LINE_NOTE || e->end == p->start) return;
  Marker marker = marker_read(bytes, p->start, e->end);
  const Span whole = {p->start, e->end};
  if (marker.style) e->first_end = sentence_end(bytes, marker.end, e->end);
  if (marker.end >= e->end || counts_on(bytes, (Span){marker.end, e->first_end}, &marker))
    marker = (Marker){MARKER_NONE, 0, p->start};
  e->marker = marker;
  if (marker.style == MARKER_CHAPTER || marker.style == MARKER_CHAPTER_SECTION)
    if (e->first_end != e->end || !(span_ends_open(bytes, whole) || ends_in_colon(bytes, whole, marker.style)))
      e->marker = (Marker){MARKER_NONE, 0, p->start};
  e->own_line = e->first_end == e->end && !span_longer(bytes, whole, TITLE_MAX) &&
                (span_ends_open(bytes, whole) || ends_in_colon(bytes, whole, e->marker.style));
}

/* The farewell: from the last 各位代表 behind the last heading on, where words of farewell follow; without one,
 * the last paragraph. */
static void closing_find(const Text *text, Entry *entries) {
  uint32_t end = text->paragraph_count, from;
  while (end && entries[end - 1].zone != ZONE_BODY) end--;
  from = end;
  bool farewell = false;
  for (uint32_t i = end; i-- > 0 && end - i <= 8;) {
    if (entries[i].zone != ZONE_BODY || entries[i].list != NO_LIST) break;
    const Span s = entry_span(text, entries, i);
    if (role_is_closing(text->bytes, s)) {
      farewell = true;
      const bool only = i && entries[i - 1].own_line && entries[i - 1].marker.style != MARKER_NONE;
      if (i + 1 == end && !only) from = i; /* all that stands under a heading is more than a farewell */
    }
    if (!farewell || !zone_salutation(text->bytes, s)) continue;
    from = i;
    break;
  }
  for (uint32_t i = from; i < end; i++) entries[i].role = YH_CLOSING;
}

Entry *outline_find(const Text *text, Diagnostics *diagnostics) {
  const uint32_t n = text->paragraph_count;
  Entry *entries = memory_resize(NULL, n ? n : 1, sizeof *entries);
  for (uint32_t i = 0; i < n; i++) entry_read(text, &entries[i], i);
  zone_find(text, entries);
  unmarked_find(text, entries);
  Lists lists = list_find(text, entries, diagnostics);
  closing_find(text, entries);
  headings_nest(text, entries, lists);
  lead_find(text, entries);
  role_assign(text, entries);
  if (!lists.count && n) diagnostic_add(diagnostics, YH_WARNING, "no-headings", 0, 0, "no heading was found");
  free(lists.items);
  return entries;
}
