/* outline.c: see outline.h. Reads the markers, finds the zones, gathers lists, nests them, and last looks for
 * leads and roles. Every step is one walk over the paragraphs. */
#include "outline.h"

#include "lead.h"
#include "list.h"
#include "phrase.h"
#include "role.h"
#include "sentence.h"
#include "zone.h"

#include <stdlib.h>
#include <string.h>

enum { TITLE_MAX = 60, UNMARKED_MAX = 40 };

static Span entry_span(const Text *text, const Entry *entries, uint32_t i) {
  return (Span){text->paragraphs[i].start, entries[i].end};
}

/* A paragraph that ends as a title does: without punctuation. */
static bool ends_open(const char *text, Span s) {
  static const char *const closing[] = {"。", "！", "？", "；", "：", "，", "、", "…", ".", "!", "?", ";", ":", ",", "”。", "】", NULL};
  for (size_t i = 0; closing[i]; i++)
    if (span_ends(text, s, closing[i])) return false;
  return s.end > s.start;
}

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
  e->own_line = e->first_end == e->end && ends_open(bytes, whole) && span_length(bytes, whole) <= TITLE_MAX;
}

/* Lines that could be headings without a marker. */
static bool unmarked_possible(const Text *text, const Entry *entries, uint32_t i) {
  const Entry *e = &entries[i];
  if (e->zone != ZONE_BODY || e->marker.style || !e->own_line) return false;
  const Span s = entry_span(text, entries, i);
  const uint32_t length = span_length(text->bytes, s);
  if (length < 3 || length > UNMARKED_MAX || zone_salutation(text->bytes, s)) return false;
  if (text->paragraphs[i].kind == LINE_HEADING) return true;
  /* body text must follow: a title has something to be the title of */
  const uint32_t next = i + 1;
  return next < text->paragraph_count && entries[next].zone == ZONE_BODY && (!entries[next].own_line || entries[next].marker.style);
}

static void unmarked_find(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count;
  uint32_t possible = 0;
  for (uint32_t i = 0; i < n; i++) possible += unmarked_possible(text, entries, i);
  for (uint32_t i = 0; i < n; i++) {
    if (!unmarked_possible(text, entries, i)) continue;
    const bool speaks = role_of_title(text->bytes, entry_span(text, entries, i)).role != YH_NO_ROLE;
    const bool styled = text->paragraphs[i].kind == LINE_HEADING;
    if (speaks || styled || possible >= 2) entries[i].marker = (Marker){MARKER_UNMARKED, 0, text->paragraphs[i].start};
  }
}

/* ---- nesting --------------------------------------------------------------------------------- */

typedef struct Nest {
  const Text *text;
  Entry *entries;
  Lists lists;
  uint32_t holder[4]; /* the heading that is open at depth 1 to 3 */
  uint8_t depth;      /* of the innermost open heading */
  bool chapters, parts; /* the report has 第一部分 / own-line 一、 lists */
} Nest;

/* How high a style stands where nothing else tells. */
static int style_rank(uint8_t style) {
  switch (style) {
  case MARKER_CHAPTER: return 0;
  case MARKER_HAN: return 1;
  case MARKER_UNMARKED: return 1;
  case MARKER_HAN_PAREN: return 2;
  default: return 3;
  }
}

static bool heading_contains(const Nest *nest, uint32_t i) {
  const Entry *e = &nest->entries[i];
  return e->list != NO_LIST && list_contains(&nest->lists, e);
}

/* Closes headings that hold nothing but their own paragraph. */
static void nest_close_small(Nest *nest, uint32_t i, bool is_heading) {
  while (nest->depth) {
    const uint32_t holder = nest->holder[nest->depth];
    if (heading_contains(nest, holder)) break;
    /* an item right behind its run-in section: （一）…。 then 1.… */
    const Entry *h = &nest->entries[holder];
    if (is_heading && i == holder + 1 && style_rank(h->marker.style) < 3 &&
        style_rank(nest->entries[i].marker.style) > style_rank(h->marker.style))
      break;
    nest->depth--;
  }
}

/* The depth of a list that starts at entry i. */
static uint8_t list_depth(Nest *nest, uint32_t i) {
  Entry *e = &nest->entries[i];
  const uint8_t style = e->marker.style;
  if (style == MARKER_UNMARKED && role_of_title(nest->text->bytes, entry_span(nest->text, nest->entries, i)).role) return 1;
  if (nest->depth) return (uint8_t)(nest->depth < 3 ? nest->depth + 1 : 3);
  const int rank = style_rank(style);
  const bool low = rank > 2 || (nest->chapters && rank > 0) || (nest->parts && rank > 1) ||
                   (nest->parts && style == MARKER_UNMARKED);
  return low ? 2 : 1;
}

static void nest_heading(Nest *nest, uint32_t i) {
  Entry *e = &nest->entries[i];
  List *list = &nest->lists.items[e->list];
  const char *bytes = nest->text->bytes;
  if (!list->depth || list->depth > nest->depth + 1) nest_close_small(nest, i, true);
  if (!list->depth) list->depth = list_depth(nest, i);
  uint8_t depth = list->depth;
  if (e->marker.style == MARKER_UNMARKED && depth > 1 && role_of_title(bytes, entry_span(nest->text, nest->entries, i)).role)
    depth = 1;
  e->depth = depth;
  e->kind = depth == 1 ? YH_PART : depth == 2 ? YH_SECTION : e->marker.style == MARKER_UNMARKED ? YH_LEAD : YH_ITEM;
  e->form = e->own_line || (e->first_end == e->end && heading_contains(nest, i)) ? YH_OWN_LINE : YH_RUN_IN;
  e->title_start = e->marker.end;
  e->title_end = e->first_end;
  if (span_ends(bytes, (Span){e->title_start, e->title_end}, "。")) e->title_end -= 3;
  nest->depth = depth;
  nest->holder[depth] = i;
}

/* Behind the last section of a part: words that no longer belong to the section. */
static bool leaves_section(const Nest *nest, uint32_t i) {
  static const char *const summing[] = {"过去一年的成绩", "过去一年，", "过去一年取得", "回顾过去", "回顾一年", "一年来", "五年来", "总的看",
                                        "总结过去", "这些成绩", "成绩的取得", "在肯定成绩", "在看到成绩", "回望过去", NULL};
  const char *bytes = nest->text->bytes;
  const Span s = entry_span(nest->text, nest->entries, i);
  if (role_opens_government(bytes, s)) return true;
  if (zone_salutation(bytes, s) && (role_is_closing(bytes, s) || s.end - s.start <= 18)) return true;
  if (nest->entries[nest->holder[1]].role != YH_REVIEW) return false;
  Span rest = s;
  if (zone_salutation(bytes, s)) rest.start += s.end - s.start > 15 ? 15 : 0;
  return role_is_problems(bytes, s) || span_starts_any(bytes, s, summing) || span_starts_any(bytes, rest, summing);
}

static void nest_plain(Nest *nest, uint32_t i) {
  Entry *e = &nest->entries[i];
  nest_close_small(nest, i, false);
  if (e->role == YH_CLOSING) nest->depth = 0;
  if (nest->depth > 1) {
    const uint32_t holder = nest->holder[2] ? nest->holder[2] : nest->holder[nest->depth];
    const Entry *section = &nest->entries[holder];
    if (section->list != NO_LIST && i > nest->lists.items[section->list].last && leaves_section(nest, i)) nest->depth = 1;
  }
  e->under = nest->depth;
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
      if (i + 1 == end) from = i;
    }
    if (!farewell || !zone_salutation(text->bytes, s)) continue;
    from = i;
    break;
  }
  for (uint32_t i = from; i < end; i++) entries[i].role = YH_CLOSING;
}

static void headings_nest(const Text *text, Entry *entries, Lists lists) {
  Nest nest = {.text = text, .entries = entries, .lists = lists};
  for (uint32_t k = 0; k < lists.count; k++) {
    nest.chapters = nest.chapters || lists.items[k].style == MARKER_CHAPTER;
    nest.parts = nest.parts || (lists.items[k].style == MARKER_HAN && lists.items[k].count > 1 && lists.items[k].own_line);
  }
  uint8_t notes_under = 0;
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    Entry *e = &entries[i];
    if (e->zone == ZONE_NOTES && (i == 0 || entries[i - 1].zone != ZONE_NOTES) && e->own_line) {
      *e = (Entry){.marker = {MARKER_NONE, 0, text->paragraphs[i].start}, .list = NO_LIST, .zone = ZONE_NOTES, .kind = YH_PART,
                   .role = YH_NOTES, .form = YH_OWN_LINE, .depth = 1, .end = e->end, .first_end = e->first_end, .own_line = true,
                   .title_start = text->paragraphs[i].start, .title_end = e->end};
      notes_under = 1;
      continue;
    }
    if (e->zone == ZONE_NOTES) {
      e->under = notes_under;
      e->role = YH_NOTES;
    } else if (e->zone != ZONE_BODY) {
      continue;
    } else if (e->list != NO_LIST) {
      nest_heading(&nest, i);
      if (e->depth == 1) {
        nest.holder[2] = nest.holder[3] = 0;
        e->role = role_of_title(text->bytes, (Span){e->title_start, e->title_end}).role;
      }
    } else {
      nest_plain(&nest, i);
    }
  }
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
