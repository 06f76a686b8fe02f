/* nest.c: see nest.h. First the parts are chosen; then one walk over the paragraphs keeps the headings that are open.
 * A heading on a line of its own holds what follows; a run-in one holds its own paragraph, unless the members of its
 * list are seen to hold more. */
#include "nest.h"

#include "role.h"
#include "unmarked.h"
#include "zone.h"

#include <stdlib.h>
#include <string.h>

typedef struct Nest {
  const Text *text;
  Entry *entries;
  Lists lists;
  uint32_t holder[4];                /* the heading that is open at depth 1 to 3 */
  uint8_t depth;                     /* of the innermost open heading */
  uint8_t part_style;                /* the style of the parts, MARKER_NONE for none */
  uint32_t first_part;               /* entry */
  bool section_style[MARKER_STYLES]; /* own-line lists of this style stand right under a part elsewhere */
} Nest;

/* How high a style stands where nothing else tells. */
static int style_rank(uint8_t style) {
  switch (style) {
  case MARKER_CHAPTER:
    return 0;
  case MARKER_HAN:
    return 1;
  case MARKER_UNMARKED:
    return 1;
  case MARKER_HAN_PAREN:
    return 2;
  case MARKER_CHAPTER_SECTION:
    return 2;
  default:
    return 3;
  }
}

/* The longest list of a style and form. */
static List *list_longest(Lists lists, const Entry *entries, uint8_t style, bool own_line, uint32_t at_least) {
  List *best = NULL;
  for (uint32_t k = 0; k < lists.count; k++) {
    List *list = &lists.items[k];
    if (list->style != style || list->count < at_least || entries[list->first].zone != ZONE_BODY ||
        (style != MARKER_CHAPTER && list->own_line != own_line))
      continue;
    if (!best || list->last - list->first > best->last - best->first) best = list;
  }
  return best;
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
      if (list->style != MARKER_UNMARKED || list->level != LEVEL_SPEAKING ||
          nest->entries[list->first].zone != ZONE_BODY)
        continue;
      list->depth = 1;
      if (list->first < nest->first_part) nest->first_part = list->first;
    }
    return;
  }
  if (!parts) parts = han;
  /* 一、 run into their paragraphs are parts only where they carry the whole report */
  if (!parts) parts = list_longest(nest->lists, nest->entries, MARKER_HAN, false, 2);
  if (parts && !parts->own_line && parts->style == MARKER_HAN &&
      3 * (parts->last - parts->first) < nest->text->paragraph_count)
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
    if (nest->entries[list->first].zone == ZONE_BODY && list->style == parts->style &&
        list->own_line == parts->own_line && list->level == parts->level && list->first > parts->last)
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
  if (nest->depth < 2 || !list->own_line || list->style == MARKER_UNMARKED || !nest->section_style[list->style] ||
      2 * list->spaced < list->count - 1)
    return false;
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
  if (list->depth > nest->depth + 1 && nest->depth)
    list->depth = (uint8_t)(nest->depth + 1); /* its section has closed */
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
  static const char *const summing[] = {"过去一年的成绩", "过去一年，", "过去一年取得", "回顾过去", "回顾一年",
                                        "一年来",         "五年来",     "总的看",       "总结过去", "这些成绩",
                                        "成绩的取得",     "在肯定成绩", "在看到成绩",   "回望过去", NULL};
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
    if (section->list != NO_LIST && i > nest->lists.items[section->list].last && leaves_section(nest, i))
      nest->depth = 1;
  }
  e->under = nest->depth;
}

/* Among marked parts, one unmarked line that is neither before them nor a farewell introduces what follows. */
static bool stands_alone(const Nest *nest, uint32_t i) {
  const Entry *e = &nest->entries[i];
  if (e->marker.style != MARKER_UNMARKED || e->level != LEVEL_SPEAKING || nest->part_style == MARKER_UNMARKED)
    return false;
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
void headings_nest(const Text *text, Entry *entries, Lists lists) {
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
