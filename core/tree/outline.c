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

enum { TITLE_MAX = 60, UNMARKED_MAX = 60 };

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
  if (marker.style == MARKER_CHAPTER || marker.style == MARKER_CHAPTER_SECTION)
    if (e->first_end != e->end || !ends_open(bytes, whole)) e->marker = (Marker){MARKER_NONE, 0, p->start};
  e->own_line = e->first_end == e->end && ends_open(bytes, whole) && span_length(bytes, whole) <= TITLE_MAX;
}

/* ---- headings without a marker --------------------------------------------------------------- */

/* A line that was broken in mid-sentence ends with a word that wants another. */
static bool ends_broken(const char *text, Span s) {
  static const char *const words[] = {"的", "是", "于", "从", "把", "被", "我们", NULL};
  for (size_t i = 0; words[i]; i++)
    if (span_ends(text, s, words[i])) return true;
  return false;
}

static bool speaks_as_sentence(const char *text, Span s) {
  static const char *const words[] = {"我代表", "请予", "审议", "记者", "来源", "编辑", "摄", "http", "www", "注：", "报道", "政府工作报告", "以下", "如下", "做好", "抓好",
                                      "，重点", NULL};
  return span_has_any(text, s, words);
}

static bool unmarked_possible(const Text *text, const Entry *entries, uint32_t i) {
  const Entry *e = &entries[i];
  if ((e->zone != ZONE_BODY && e->zone != ZONE_ANNEX) || e->marker.style || !e->own_line || e->opens || e->titled) return false;
  const Span s = entry_span(text, entries, i);
  const uint32_t length = span_length(text->bytes, s), n = text->paragraph_count;
  if (length > UNMARKED_MAX || zone_salutation(text->bytes, s)) return false;
  if (text->paragraphs[i].kind == LINE_HEADING) return true;
  if (length < 3) return false;
  if (ends_broken(text->bytes, s) || speaks_as_sentence(text->bytes, s)) return false;
  if (i && entries[i - 1].zone == e->zone && !entries[i - 1].own_line && !entries[i - 1].marker.style && ends_open(text->bytes, entry_span(text, entries, i - 1)))
    return false;
  /* body text must follow, at once or behind one more heading: a title has something to be the title of */
  for (uint32_t k = i + 1; k < n && k < i + 3 && entries[k].zone == e->zone; k++)
    if (!entries[k].own_line || entries[k].marker.style) return true;
  return false;
}

/* A silent heading is of one kind with those that name a role where the same lists stand below them. */
static void silent_promote(const Text *text, Entry *entries) {
  bool below[MARKER_STYLES] = {false};
  const uint32_t n = text->paragraph_count;
  for (int pass = 0; pass < 2; pass++) {
    uint8_t next = MARKER_NONE; /* style_below, from the end on: one walk */
    for (uint32_t i = n; i-- > 0;) {
      Entry *e = &entries[i];
      if (e->zone != ZONE_BODY) continue;
      if (e->marker.style == MARKER_UNMARKED) {
        if (!pass && e->level == LEVEL_SPEAKING) below[next] = true;
        if (pass && e->level == LEVEL_SILENT && next && below[next]) e->level = LEVEL_SPEAKING;
        next = MARKER_NONE;
      } else if (e->marker.style && e->own_line) {
        next = e->marker.number == 1 ? e->marker.style : MARKER_NONE;
      }
    }
  }
}

/* The first of the marked lines that name roles, where two or more do: the report's parts have marks. */
static uint32_t marked_parts(const Text *text, const Entry *entries) {
  uint32_t first = UINT32_MAX, count = 0;
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    const Entry *e = &entries[i];
    if (e->zone != ZONE_BODY || !e->own_line || (e->marker.style != MARKER_HAN && e->marker.style != MARKER_CHAPTER)) continue;
    if (!role_of_title(text->bytes, (Span){e->marker.end, e->end}).role) continue;
    if (!count++) first = i;
  }
  return count > 1 ? first : UINT32_MAX;
}

static void unmarked_find(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count, marked = marked_parts(text, entries);
  for (uint32_t i = 0; i < n; i++) {
    if (!unmarked_possible(text, entries, i)) continue;
    Entry *e = &entries[i];
    const bool styled = text->paragraphs[i].kind == LINE_HEADING;
    const TitleRole title = role_of_title(text->bytes, entry_span(text, entries, i));
    const bool part = marked == UINT32_MAX || i < marked || title.role == YH_CLOSING || title.role == YH_GOVERNMENT;
    static const char *const telling[] = {"我们", "这五年", "五年来", "这一年", NULL};
    const bool speaks = e->zone == ZONE_BODY && title.speaks && part && !span_starts_any(text->bytes, entry_span(text, entries, i), telling);
    e->level = (uint8_t)(speaks ? LEVEL_SPEAKING : styled ? LEVEL_STYLED + text->paragraphs[i].level : LEVEL_SILENT);
    e->marker = (Marker){MARKER_UNMARKED, 0, text->paragraphs[i].start};
  }
  silent_promote(text, entries);
}

/* ---- nesting --------------------------------------------------------------------------------- */

typedef struct Nest {
  const Text *text;
  Entry *entries;
  Lists lists;
  uint32_t holder[4]; /* the heading that is open at depth 1 to 3 */
  uint8_t depth;      /* of the innermost open heading */
  uint8_t part_style; /* the style of the parts, MARKER_NONE for none */
  uint32_t first_part; /* entry */
  bool section_style[MARKER_STYLES]; /* own-line lists of this style stand right under a part elsewhere */
} Nest;

/* How high a style stands where nothing else tells. */
static int style_rank(uint8_t style) {
  switch (style) {
  case MARKER_CHAPTER: return 0;
  case MARKER_HAN: return 1;
  case MARKER_UNMARKED: return 1;
  case MARKER_HAN_PAREN: return 2;
  case MARKER_CHAPTER_SECTION: return 2;
  default: return 3;
  }
}

/* The longest list of a style and form. */
static List *list_longest(Lists lists, const Entry *entries, uint8_t style, bool own_line, uint32_t at_least) {
  List *best = NULL;
  for (uint32_t k = 0; k < lists.count; k++) {
    List *list = &lists.items[k];
    if (list->style != style || list->count < at_least || entries[list->first].zone != ZONE_BODY || (style != MARKER_CHAPTER && list->own_line != own_line)) continue;
    if (!best || list->last - list->first > best->last - best->first) best = list;
  }
  return best;
}

static TitleRole unmarked_role(const Text *text, const Entry *entries, uint32_t i) {
  if (entries[i].marker.style != MARKER_UNMARKED || entries[i].level != LEVEL_SPEAKING) return (TitleRole){YH_NO_ROLE, false, YH_NO_ROLE};
  return role_of_title(text->bytes, entry_span(text, entries, i));
}

/* Unmarked headings are the parts where two or more name a role and no list of 一、 runs across one of them. */
static bool unmarked_parts(const Nest *nest, const List *han) {
  uint32_t speaking = 0;
  for (uint32_t i = 0; i < nest->text->paragraph_count; i++) {
    const TitleRole title = unmarked_role(nest->text, nest->entries, i);
    if (!title.speaks) continue;
    if (han && han->first < i && i < han->last) return false;
    speaking += title.role != YH_CLOSING;
  }
  return han ? speaking >= 2 : speaking >= 1;
}

/* Which lists are the parts: all else is seen from there. */
static void parts_choose(Nest *nest) {
  List *parts = list_longest(nest->lists, nest->entries, MARKER_CHAPTER, true, 2);
  List *han = list_longest(nest->lists, nest->entries, MARKER_HAN, true, 2);
  if (!parts && unmarked_parts(nest, han)) {
    nest->part_style = MARKER_UNMARKED;
    for (uint32_t k = 0; k < nest->lists.count; k++) {
      List *list = &nest->lists.items[k];
      if (list->style != MARKER_UNMARKED || list->level != LEVEL_SPEAKING || nest->entries[list->first].zone != ZONE_BODY) continue;
      list->depth = 1;
      if (list->first < nest->first_part) nest->first_part = list->first;
    }
    return;
  }
  if (!parts) parts = han;
  /* 一、 run into their paragraphs are parts only where they carry the whole report */
  if (!parts) parts = list_longest(nest->lists, nest->entries, MARKER_HAN, false, 2);
  if (parts && !parts->own_line && parts->style == MARKER_HAN && 3 * (parts->last - parts->first) < nest->text->paragraph_count)
    parts = NULL;
  List *single = list_longest(nest->lists, nest->entries, MARKER_HAN, true, 1);
  if (!parts) parts = list_longest(nest->lists, nest->entries, MARKER_HAN_PAREN, true, 2);
  if (parts && parts->style == MARKER_HAN_PAREN && single && single->first < parts->first) parts = single;
  if (!parts) parts = single;
  if (!parts) parts = list_longest(nest->lists, nest->entries, MARKER_UNMARKED, true, 2);
  if (!parts) parts = list_longest(nest->lists, nest->entries, MARKER_HAN_PAREN, false, 2);
  if (!parts) return;
  nest->part_style = parts->style;
  nest->first_part = parts->first;
  parts->depth = 1;
  /* a slip may start the numbers again */
  for (uint32_t k = 0; k < nest->lists.count; k++) {
    List *list = &nest->lists.items[k];
    if (nest->entries[list->first].zone == ZONE_BODY && list->style == parts->style && list->own_line == parts->own_line &&
        list->level == parts->level && list->first > parts->last)
      list->depth = list->count > 1 ? 1 : 0;
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
    if (nest->entries[holder].opens || heading_contains(nest, holder)) break;
    /* an item right behind its run-in section: （一）…。 then 1.… */
    const Entry *h = &nest->entries[holder];
    if (is_heading && i == holder + 1 && style_rank(h->marker.style) < 3 &&
        style_rank(nest->entries[i].marker.style) > style_rank(h->marker.style))
      break;
    nest->depth--;
  }
}

/* Where each item of a list holds a paragraph or two, the last one holds no more than the others. */
static void nest_close_full(Nest *nest, uint32_t i) {
  for (; nest->depth > 1; nest->depth--) {
    const uint32_t holder = nest->holder[nest->depth];
    const Entry *h = &nest->entries[holder];
    if (h->list == NO_LIST) return;
    const List *list = &nest->lists.items[h->list];
    if (list->count < 3 || list->gap < 1 || list->gap > 2 || i <= list->last || i - holder <= list->gap) return;
  }
}

/* The depth of a list that starts at entry i. */
static uint8_t list_depth(const Nest *nest) {
  if (nest->depth) return (uint8_t)(nest->depth < 3 ? nest->depth + 1 : 3);
  return nest->part_style ? 2 : 1;
}

/* Behind the last （六） of a part, 一是 on lines of their own are sections too where they are so in another part. */
static bool leaves_for_sections(const Nest *nest, const List *list, uint32_t i) {
  if (nest->depth < 2 || !list->own_line || list->style == MARKER_UNMARKED || !nest->section_style[list->style] || 2 * list->spaced < list->count - 1) return false;
  const Entry *section = &nest->entries[nest->holder[2] ? nest->holder[2] : nest->holder[nest->depth]];
  return section->depth == 2 && section->list != NO_LIST && i > nest->lists.items[section->list].last;
}

static void nest_heading(Nest *nest, uint32_t i) {
  Entry *e = &nest->entries[i];
  List *list = &nest->lists.items[e->list];
  const char *bytes = nest->text->bytes;
  if (!list->depth && list->twin != NO_LIST) list->depth = nest->lists.items[list->twin].depth;
  if (!list->depth || list->depth > nest->depth + 1) nest_close_small(nest, i, true);
  if (!list->depth) nest_close_full(nest, i);
  if (!list->depth && leaves_for_sections(nest, list, i)) nest->depth = 1;
  if (!list->depth) list->depth = list_depth(nest);
  if (list->depth > nest->depth + 1 && nest->depth) list->depth = (uint8_t)(nest->depth + 1); /* its section has closed */
  uint8_t depth = list->depth;
  /* among 一、 parts an unmarked heading is one too where it stands before them, or is the last word */
  const YhRole role = unmarked_role(nest->text, nest->entries, i).role;
  if (role == YH_CLOSING || (role && (i < nest->first_part || role == YH_GOVERNMENT))) depth = 1;
  e->depth = depth;
  e->kind = depth == 1 ? YH_PART : depth == 2 ? YH_SECTION : e->marker.style == MARKER_UNMARKED ? YH_LEAD : YH_ITEM;
  e->form = e->own_line || (e->first_end == e->end && heading_contains(nest, i)) ? YH_OWN_LINE : YH_RUN_IN;
  e->title_start = e->marker.end;
  e->title_end = e->first_end;
  static const char *const closing[] = {"。", "；", "：", NULL};
  for (int k = 0; closing[k]; k++)
    if (span_ends(bytes, (Span){e->title_start, e->title_end}, closing[k])) e->title_end -= 3;
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
  nest_close_full(nest, i);
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

/* Among marked parts, one unmarked line that is neither before them nor a farewell introduces what follows. */
static bool stands_alone(const Nest *nest, uint32_t i) {
  const Entry *e = &nest->entries[i];
  if (e->marker.style != MARKER_UNMARKED || e->level != LEVEL_SPEAKING || nest->part_style == MARKER_UNMARKED) return false;
  const YhRole role = unmarked_role(nest->text, nest->entries, i).role;
  if (role == YH_CLOSING || role == YH_GOVERNMENT || i < nest->first_part) return false;
  return nest->lists.items[e->list].count == 1;
}

static void headings_walk(Nest *nest) {
  const Text *text = nest->text;
  Entry *entries = nest->entries;
  uint8_t notes_under = 0;
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    Entry *e = &entries[i];
    if (e->opens) {
      e->list = NO_LIST;
      e->kind = YH_PART;
      e->role = YH_NOTES;
      e->form = YH_OWN_LINE;
      e->depth = 1;
      nest->depth = notes_under = 1;
      nest->holder[1] = i;
      nest->holder[2] = nest->holder[3] = 0;
    } else if (e->zone == ZONE_NOTES) {
      e->under = notes_under;
      e->role = YH_NOTES;
    } else if (e->zone != ZONE_BODY && e->zone != ZONE_ANNEX) {
      continue;
    } else if (e->list != NO_LIST && !stands_alone(nest, i)) {
      nest_heading(nest, i);
      if (e->depth == 1) {
        nest->holder[2] = nest->holder[3] = 0;
        e->role = role_of_title(text->bytes, (Span){e->title_start, e->title_end}).role;
      }
    } else {
      nest_plain(nest, i);
    }
  }
}

/* Walks twice: what the first walk learns of a style's place, the second can lean on. */
static void headings_nest(const Text *text, Entry *entries, Lists lists) {
  Nest nest = {.text = text, .entries = entries, .lists = lists, .first_part = UINT32_MAX};
  parts_choose(&nest);
  uint8_t *parts = memory_resize(NULL, lists.count + 1, 1);
  for (uint32_t k = 0; k < lists.count; k++) parts[k] = lists.items[k].depth;
  headings_walk(&nest);
  for (uint32_t k = 0; k < lists.count; k++) {
    List *list = &lists.items[k];
    if (list->own_line && list->depth == 2) nest.section_style[list->style] = true;
    list->depth = parts[k];
  }
  free(parts);
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    entries[i].depth = entries[i].under = 0;
    if (entries[i].role != YH_CLOSING) entries[i].role = YH_NO_ROLE;
  }
  nest.depth = 0;
  memset(nest.holder, 0, sizeof nest.holder);
  headings_walk(&nest);
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
