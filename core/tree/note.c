/* note.c: see note.h. A note opens with its term, which ends at the first ：outside of quotation marks. */
#include "note.h"

#include "phrase.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

enum { TERM_MAX = 60 };

bool note_read(const Text *text, const Entry *entries, uint32_t i, NoteHead *head) {
  const Entry *e = &entries[i];
  if (e->zone != ZONE_NOTES || e->depth || e->titled || text->paragraphs[i].kind == LINE_ROW) return false;
  const char *bytes = text->bytes;
  const uint32_t start = text->paragraphs[i].start;
  const Marker marker = marker_read(bytes, start, e->end);
  const Span body = {marker.end, e->end};
  const uint32_t wide = span_find(bytes, body, "："), narrow = span_find(bytes, body, ":");
  const uint32_t colon = wide < narrow ? wide : narrow;
  if (colon == UINT32_MAX || colon == body.start) return false;
  const Span term = {body.start, blank_trim(bytes, body.start, colon)};
  if (span_length(bytes, term) > TERM_MAX || span_find(bytes, term, "。") != UINT32_MAX) return false;
  *head = (NoteHead){start, blank_trim(bytes, start, marker.end), term.start, term.end};
  return true;
}

/* ---- who uses them --------------------------------------------------------------------------- */

/* The part of a term between its first quotation marks, or nothing. */
static Span quoted(const char *text, Span term) {
  const uint32_t open = span_find(text, term, "“");
  if (open == UINT32_MAX) return (Span){term.start, term.start};
  const uint32_t close = span_find(text, (Span){open, term.end}, "”");
  return close == UINT32_MAX ? (Span){term.start, term.start} : (Span){open + 3, close};
}

typedef struct Uses { YhUse *items; uint32_t count, capacity; } Uses;

static void use_add(Uses *uses, YhUse use) {
  if (uses->count == uses->capacity) {
    uses->capacity = uses->capacity ? 2 * uses->capacity : 32;
    uses->items = memory_resize(uses->items, uses->capacity, sizeof *uses->items);
  }
  uses->items[uses->count++] = use;
}

/* The sentence of the tree that byte `at` stands in; 0 for none. */
static uint32_t sentence_at(const YhReport *report, const uint32_t *sentences, uint32_t count, uint32_t at) {
  uint32_t low = 0, high = count;
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    if (report->nodes[sentences[middle]].start <= at) low = middle;
    else high = middle;
  }
  if (!count) return 0;
  const YhNode *node = &report->nodes[sentences[low]];
  return node->start <= at && at < node->end ? sentences[low] : 0;
}

static uint32_t search(YhReport *report, Uses *uses, const uint32_t *sentences, uint32_t count, uint32_t note, Span word,
                       bool worded) {
  const char *text = report->text->bytes;
  const uint32_t limit = report->nodes[note].start;
  uint32_t found = 0;
  char *needle = arena_copy(report->arena, text + word.start, word.end - word.start);
  for (Span rest = {0, limit};;) {
    const uint32_t at = span_find(text, rest, needle);
    if (at == UINT32_MAX) break;
    const uint32_t end = at + (word.end - word.start), sentence = sentence_at(report, sentences, count, at);
    if (sentence && report->nodes[sentence].role != YH_NOTES) {
      use_add(uses, (YhUse){note, sentence, at, end, worded});
      found++;
    }
    rest.start = end;
  }
  return found;
}

void note_link(YhReport *report) {
  uint32_t count = 0, notes = 0;
  for (uint32_t i = 0; i < report->node_count; i++) {
    count += report->nodes[i].kind == YH_SENTENCE;
    notes += report->nodes[i].kind == YH_NOTE;
  }
  if (!notes) return;
  uint32_t *sentences = memory_resize(NULL, count + 1, sizeof *sentences);
  count = 0;
  for (uint32_t i = 0; i < report->node_count; i++)
    if (report->nodes[i].kind == YH_SENTENCE) sentences[count++] = i;
  Uses uses = {NULL, 0, 0};
  for (uint32_t i = 0; i < report->node_count; i++) {
    const YhNode *node = &report->nodes[i];
    if (node->kind != YH_NOTE || node->title_end == node->title_start) continue;
    const Span term = {node->title_start, node->title_end};
    if (search(report, &uses, sentences, count, i, term, false)) continue;
    const Span inner = quoted(report->text->bytes, term);
    if (inner.end > inner.start) search(report, &uses, sentences, count, i, inner, true);
  }
  report->uses = arena_alloc(report->arena, uses.count * sizeof *uses.items + 1);
  if (uses.count) memcpy(report->uses, uses.items, uses.count * sizeof *uses.items);
  report->use_count = uses.count;
  free(uses.items);
  free(sentences);
}
