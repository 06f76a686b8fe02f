/* note.c: see note.h. A note opens with its term, which ends at the first ：outside of quotation marks. */
#include "note.h"

#include "../match/dictionary.h"
#include "../text/utf8.h"
#include "../text/phrase.h"
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

/* A word by which a note's term may be called in the text. */
typedef struct Call {
  uint32_t note;
  bool worded; /* it differs from the term: 吨半粮田 for “吨半粮田” */
} Call;

typedef struct Linker {
  YhReport *report;
  Word *words; /* in step with `calls` */
  Call *calls;
  uint32_t count, capacity;
  uint32_t *sentences, sentence_count;
  YhUse *uses;
  uint32_t use_count, use_capacity;
} Linker;

static void call_add(Linker *linker, uint32_t note, Span word, bool worded) {
  if (word.end - word.start < 6) return; /* one character names nothing */
  if (linker->count == linker->capacity) {
    linker->capacity = linker->capacity ? 2 * linker->capacity : 64;
    linker->words = memory_resize(linker->words, linker->capacity, sizeof *linker->words);
    linker->calls = memory_resize(linker->calls, linker->capacity, sizeof *linker->calls);
  }
  linker->words[linker->count] = (Word){linker->report->text->bytes + word.start, word.end - word.start};
  linker->calls[linker->count++] = (Call){note, worded};
}

/* A term, its quoted core with and without the quotation marks, and what stands before its bracket. */
static void calls_of(Linker *linker, uint32_t note) {
  const char *text = linker->report->text->bytes;
  const YhNode *node = &linker->report->nodes[note];
  const Span term = {node->title_start, node->title_end};
  call_add(linker, note, term, false);
  const uint32_t open = span_find(text, term, "“");
  const uint32_t close = open == UINT32_MAX ? open : span_find(text, (Span){open, term.end}, "”");
  if (close != UINT32_MAX) {
    call_add(linker, note, (Span){open, close + 3}, false);
    call_add(linker, note, (Span){open + 3, close}, true);
  }
  const uint32_t bracket = span_find(text, term, "（");
  if (bracket != UINT32_MAX && bracket > term.start) call_add(linker, note, (Span){term.start, bracket}, true);
}

/* The sentence of the body that byte `at` stands in; 0 for none. */
static uint32_t sentence_at(const Linker *linker, uint32_t at) {
  const YhNode *nodes = linker->report->nodes;
  uint32_t low = 0, high = linker->sentence_count;
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    if (nodes[linker->sentences[middle]].start <= at) low = middle;
    else high = middle;
  }
  if (!linker->sentence_count) return 0;
  const uint32_t sentence = linker->sentences[low];
  return nodes[sentence].start <= at && at < nodes[sentence].end ? sentence : 0;
}

static void use_add(Linker *linker, YhUse use) {
  if (linker->use_count == linker->use_capacity) {
    linker->use_capacity = linker->use_capacity ? 2 * linker->use_capacity : 64;
    linker->uses = memory_resize(linker->uses, linker->use_capacity, sizeof *linker->uses);
  }
  linker->uses[linker->use_count++] = use;
}

/* All calls in one pass over the body. */
static void uses_search(Linker *linker, uint32_t end) {
  YhError error;
  Dictionary *dictionary = dictionary_new(linker->words, linker->count, &error);
  size_t start, stop;
  for (size_t at = 0; dictionary; at = stop) {
    const uint32_t word = dictionary_find(dictionary, linker->report->text->bytes, end, at, &start, &stop);
    if (word == DICTIONARY_NONE) break;
    const Call call = linker->calls[word];
    const uint32_t sentence = sentence_at(linker, (uint32_t)start);
    if (sentence) use_add(linker, (YhUse){call.note, sentence, (uint32_t)start, (uint32_t)stop, call.worded});
  }
  dictionary_free(dictionary);
}

/* ［3］ that the cleaner took out behind a word calls note 3. */
static void marks_search(Linker *linker) {
  enum { NUMBER_MAX = 1000 };
  const YhReport *report = linker->report;
  uint32_t numbered[NUMBER_MAX] = {0};
  for (uint32_t i = 0; i < report->node_count; i++) {
    const YhNode *node = &report->nodes[i];
    if (node->kind != YH_NOTE) continue;
    const Marker marker = marker_read(report->text->bytes, node->start, node->end);
    if (marker.number && marker.number < NUMBER_MAX && !numbered[marker.number]) numbered[marker.number] = i;
  }
  for (uint32_t k = 0; k < report->text->noise_count; k++) {
    const YhNoise *noise = &report->text->noise[k];
    if (strcmp(noise->reason, "note-mark") || !noise->anchor) continue;
    uint32_t number = 0;
    for (uint32_t c = 0; c < noise->length && number < NUMBER_MAX; c++)
      if (utf8_is_digit((unsigned char)noise->text[c])) number = 10 * number + (uint32_t)(noise->text[c] - '0');
    const uint32_t note = number < NUMBER_MAX ? numbered[number] : 0;
    const uint32_t at =
        (uint32_t)(utf8_before(report->text->bytes, report->text->bytes + noise->anchor) - report->text->bytes);
    const uint32_t sentence = note ? sentence_at(linker, at) : 0;
    if (sentence) use_add(linker, (YhUse){note, sentence, at, noise->anchor, true});
  }
}

static int use_order(const void *left, const void *right) {
  const YhUse *a = left, *b = right;
  if (a->note != b->note) return a->note < b->note ? -1 : 1;
  if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
  if (a->worded != b->worded) return a->worded ? 1 : -1;
  return a->start < b->start ? -1 : a->start > b->start;
}

/* Sorts the uses and drops what is doubtful: other words where the term itself is used, a second call in one sentence.
 */
static uint32_t uses_settle(Linker *linker) {
  YhUse *uses = linker->uses;
  uint32_t kept = 0;
  if (linker->use_count) qsort(uses, linker->use_count, sizeof *uses, use_order);
  for (uint32_t i = 0; i < linker->use_count;) {
    uint32_t end = i;
    bool exact = false;
    for (; end < linker->use_count && uses[end].note == uses[i].note; end++) exact = exact || !uses[end].worded;
    for (uint32_t k = i; k < end; k++) {
      const bool mark = uses[k].worded && uses[k].end - uses[k].start <= 4;
      const bool again = kept && uses[kept - 1].note == uses[k].note && uses[kept - 1].sentence == uses[k].sentence;
      if (again || (exact && uses[k].worded && !mark)) continue;
      uses[kept++] = uses[k];
    }
    i = end;
  }
  return kept;
}

void note_link(YhReport *report) {
  Linker linker = {.report = report};
  uint32_t body_end = 0;
  linker.sentences = memory_resize(NULL, report->meta.sentences + 1, sizeof *linker.sentences);
  for (uint32_t i = 0; i < report->node_count; i++) {
    const YhNode *node = &report->nodes[i];
    if (node->kind == YH_NOTE && node->title_end > node->title_start) calls_of(&linker, i);
    if (node->kind != YH_SENTENCE || node->role == YH_NOTES) continue;
    linker.sentences[linker.sentence_count++] = i;
    body_end = node->end;
  }
  if (linker.count) {
    uses_search(&linker, body_end);
    marks_search(&linker);
    report->use_count = uses_settle(&linker);
    report->uses = arena_alloc(report->arena, report->use_count * sizeof *linker.uses + 1);
    if (report->use_count) memcpy(report->uses, linker.uses, report->use_count * sizeof *linker.uses);
  }
  free(linker.words);
  free(linker.calls);
  free(linker.sentences);
  free(linker.uses);
}
