/* list.c: see list.h. A stack of the lists that are open; a marker goes on with the innermost list of its
 * style that waits for its number, or starts one with 一. */
#include "list.h"

#include "../text/utf8.h"

#include <string.h>

enum { OPEN_MAX = 32 };

typedef struct Open {
  uint32_t lists[OPEN_MAX];
  uint32_t count;
} Open;

static bool same_form(const List *list, const Entry *e) {
  if (list->style == MARKER_UNMARKED) return list->level == e->level;
  /* only 一、 is used both for parts and for the items of an old report's sentences */
  return list->style != MARKER_HAN || list->own_line == e->own_line;
}

static uint32_t list_open(Lists *lists, Open *open, const Entry *e, uint32_t entry, uint32_t twin) {
  if (lists->count == lists->capacity) {
    lists->capacity = lists->capacity ? 2 * lists->capacity : 32;
    lists->items = memory_resize(lists->items, lists->capacity, sizeof *lists->items);
  }
  lists->items[lists->count] = (List){.style = e->marker.style,
                                      .level = e->level,
                                      .own_line = e->own_line,
                                      .first = entry,
                                      .last = entry,
                                      .number = e->marker.number,
                                      .count = 1,
                                      .twin = twin};
  if (open->count == OPEN_MAX) open->count--;
  open->lists[open->count++] = lists->count;
  return lists->count++;
}

/* The open list that the entry goes on with, as an index into open->lists; -1 for none. */
static int list_waiting(const Lists *lists, const Open *open, const Entry *e) {
  const uint32_t n = e->marker.number;
  int slipped = -1;
  for (int k = (int)open->count - 1; k >= 0; k--) {
    const List *list = &lists->items[open->lists[k]];
    if (list->style != e->marker.style) continue;
    if (!n || n == list->number + 1) {
      if (same_form(list, e) || n > 1) return k;
    } else if (slipped < 0 && same_form(list, e) && (n > 1 || list->number == 1)) {
      slipped = k;
    }
  }
  return slipped;
}

static void list_slip(const Text *text, Diagnostics *diagnostics, const List *list, const Entry *e, uint32_t i) {
  const uint32_t start = text->paragraphs[i].start;
  const uint32_t n = e->marker.number, expected = list->number + 1;
  if (!n || n == expected) return;
  if (n == list->number)
    diagnostic_add(diagnostics, YH_WARNING, "repeated-marker", start, e->marker.end, "number %u stands twice in a row",
                   n);
  else
    diagnostic_add(diagnostics, YH_WARNING, n > expected ? "skipped-marker" : "disordered-marker", start, e->marker.end,
                   "number %u where %u was expected", n, expected);
}

/* A list of one is a list only where its member is a heading by its form. */
static bool list_holds(const Lists *lists, const Entry *e) {
  const List *list = &lists->items[e->list];
  if (list->style == MARKER_UNMARKED && list->level == LEVEL_SILENT)
    return list->count > 1; /* one odd line is no habit */
  if (list->count > 1 || e->own_line) return true;
  return list->style == MARKER_CHAPTER || list->style == MARKER_CHAPTER_SECTION || list->style == MARKER_HAN ||
         list->style == MARKER_HAN_PAREN;
}

/* （一）扩大内需。 with its text in the paragraph below: a heading, though it closes as a sentence does. */
static bool heads_text(const Text *text, const Entry *entries, uint32_t i) {
  enum { LONGEST = 35 };
  const Span whole = entry_span(text, entries, i);
  if (i + 1 >= text->paragraph_count || entries[i].first_end != whole.end) return false;
  if (span_longer(text->bytes, whole, LONGEST) || !span_ends(text->bytes, whole, "。")) return false;
  for (uint32_t at = entries[i].marker.end; at < whole.end; at++)
    if (utf8_is_digit((unsigned char)text->bytes[at])) return false; /* （一）新建公园3座。 says it all */
  const Entry *below = &entries[i + 1];
  if (below->zone != entries[i].zone || below->marker.style || text->paragraphs[i + 1].kind == LINE_ROW) return false;
  const Span next = entry_span(text, entries, i + 1);
  return below->first_end < next.end || next.end - next.start >= 2 * (whole.end - whole.start);
}

Lists list_find(const Text *text, Entry *entries, Diagnostics *diagnostics) {
  Lists lists = {NULL, 0, 0};
  Open open = {{0}, 0};
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    Entry *e = &entries[i];
    e->list = NO_LIST;
    if (e->opens || (i && entries[i - 1].zone != e->zone)) open.count = 0;
    if ((e->zone != ZONE_BODY && e->zone != ZONE_ANNEX) || !e->marker.style) continue;
    const int k = list_waiting(&lists, &open, e);
    if (k < 0) {
      /* a list that starts anew takes the place of an open one of its style and form */
      uint32_t twin = NO_LIST;
      for (uint32_t j = 0; j < open.count; j++) {
        const List *list = &lists.items[open.lists[j]];
        if (list->style != e->marker.style || !same_form(list, e)) continue;
        twin = open.lists[j];
        open.count = j;
      }
      if (e->marker.number > 1)
        diagnostic_add(diagnostics, YH_INFO, "list-start", text->paragraphs[i].start, e->marker.end,
                       "a list that starts with number %u", e->marker.number);
      e->list = list_open(&lists, &open, e, i, twin);
      continue;
    }
    List *list = &lists.items[open.lists[k]];
    list_slip(text, diagnostics, list, e, i);
    if (i - list->last > 1) list->spaced++;
    if (i - list->last - 1 > list->gap) list->gap = i - list->last - 1;
    list->last = i;
    list->number = e->marker.number;
    list->count++;
    e->list = open.lists[k];
    open.count = (uint32_t)k + 1;
  }
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    Entry *e = &entries[i];
    if (e->list == NO_LIST) continue;
    List *list = &lists.items[e->list];
    if (list_holds(&lists, e)) {
      list->heads = list->count == 1 && heads_text(text, entries, i);
      continue;
    }
    e->list = NO_LIST;
    e->marker = (Marker){MARKER_NONE, 0, text->paragraphs[i].start};
  }
  return lists;
}

bool list_contains(const Lists *lists, const Entry *entry) {
  const List *list = &lists->items[entry->list];
  if (list->count == 1)
    return entry->own_line || list->heads || list->style == MARKER_HAN || list->style == MARKER_CHAPTER;
  return 2 * list->spaced >= list->count - 1;
}
