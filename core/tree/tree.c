/* tree.c: see tree.h. Nodes are written in document order into one array; those still open stand on a stack
 * that is never deeper than report, part, section, item, note or table, paragraph. */
#include "tree.h"

#include "../mention/mention.h"
#include "note.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

enum { STACK_MAX = 8 };

typedef struct Builder {
  YhReport *report;
  const Text *text;
  YhNode *nodes;
  uint32_t count, capacity;
  uint32_t stack[STACK_MAX], top; /* open nodes; stack[top] is the innermost */
  uint32_t segment;               /* of the text, that the last node started in */
  MentionList mentions;
  MentionContext context;
} Builder;

/* The source line of a byte; the bytes asked for never run backwards. */
static uint32_t line_at(Builder *b, uint32_t byte) {
  const Text *text = b->text;
  while (b->segment + 1 < text->segment_count && text->segments[b->segment + 1].start <= byte) b->segment++;
  return text->segment_count ? text->segments[b->segment].line : 0;
}

static uint32_t node_add(Builder *b, YhNodeKind kind, YhRole role, uint32_t start, uint32_t end) {
  if (b->count == b->capacity) {
    b->capacity += b->capacity / 2 + 64;
    b->nodes = memory_resize(b->nodes, b->capacity, sizeof *b->nodes);
  }
  const uint32_t i = b->count++;
  b->nodes[i] = (YhNode){.kind = (uint8_t)kind,
                         .role = (uint8_t)role,
                         .start = start,
                         .end = end,
                         .marker_start = start,
                         .marker_end = start,
                         .title_start = start,
                         .title_end = start,
                         .parent = i ? b->stack[b->top] : 0,
                         .next = i + 1,
                         .line = line_at(b, start),
                         .mention = b->mentions.count};
  return i;
}

static uint32_t node_open(Builder *b, YhNodeKind kind, YhRole role, uint32_t start, uint32_t end) {
  const uint32_t i = node_add(b, kind, role, start, end);
  if (i) b->top++;
  b->stack[b->top] = i;
  return i;
}

/* Closes open nodes until `top` is the innermost. */
static void node_close(Builder *b, uint32_t top) {
  while (b->top > top) {
    YhNode *closed = &b->nodes[b->stack[b->top--]];
    YhNode *parent = &b->nodes[b->stack[b->top]];
    closed->next = b->count;
    if (parent->end < closed->end) parent->end = closed->end;
  }
}

static void context_set(Builder *b, YhRole role) {
  const YhMeta *meta = &b->report->meta;
  const bool past = role == YH_REVIEW || role == YH_PROBLEMS;
  b->context.role = role;
  b->context.report_year = meta->plan_year ? meta->plan_year : meta->year;
  /* delivered in December, before the year that it plans: 今年 is the one that it reviews */
  const bool early = meta->date && meta->plan_year == meta->review_year + 1 && atoi(meta->date) == meta->review_year;
  b->context.this_year = early ? meta->review_year : b->context.report_year;
  b->context.base_year = past && meta->review_year ? meta->review_year : b->context.report_year;
}

static void sentence_add(Builder *b, YhRole role, uint32_t start, uint32_t end) {
  end = blank_trim(b->text->bytes, start, end);
  if (start >= end) return;
  const uint32_t sentence = node_open(b, YH_SENTENCE, role, start, end);
  const uint32_t first = b->mentions.count;
  mention_scan(b->text->bytes, start, end, sentence, &b->context, &b->mentions);
  uint32_t m = first;
  for (uint32_t at = start; at < end;) {
    const uint32_t stop = clause_end(b->text->bytes, at, end);
    const uint32_t clause = node_add(b, YH_CLAUSE, role, at, stop);
    b->nodes[clause].mention = m;
    for (; m < b->mentions.count && b->mentions.items[m].start < stop; m++) b->mentions.items[m].clause = clause;
    at = stop;
  }
  b->nodes[sentence].mention = first;
  node_close(b, b->top - 1);
  YhNode *holder = &b->nodes[b->stack[b->top]];
  if (holder->end < end) holder->end = end;
  b->report->meta.sentences++;
}

static void sentences_add(Builder *b, YhRole role, uint32_t start, uint32_t end) {
  const char *bytes = b->text->bytes;
  for (uint32_t at = blank_skip(bytes, start, end); at < end;) {
    const uint32_t stop = sentence_end(bytes, at, end);
    sentence_add(b, role, at, stop);
    at = blank_skip(bytes, stop, end);
  }
}

static void paragraph_add(Builder *b, YhRole role, uint32_t start, uint32_t end) {
  start = blank_skip(b->text->bytes, start, end);
  if (start >= end) return;
  node_open(b, YH_PARAGRAPH, role, start, end);
  sentences_add(b, role, start, end);
  node_close(b, b->top - 1);
}

static void heading_add(Builder *b, const Entry *e, uint32_t start) {
  node_close(b, e->depth - 1u > b->top ? b->top : e->depth - 1u);
  /* a section may stand right under the report: its place on the stack is its depth all the same */
  while (b->top + 1u < e->depth) {
    b->stack[b->top + 1] = b->stack[b->top];
    b->top++;
  }
  const uint32_t i = node_open(b, e->kind, e->role, start, e->first_end);
  YhNode *node = &b->nodes[i];
  node->form = e->form;
  node->depth = e->depth;
  node->marker_end = blank_trim(b->text->bytes, start, e->marker.end);
  node->title_start = e->title_start;
  node->title_end = e->title_end;
  sentence_add(b, e->role, start, e->first_end);
  paragraph_add(b, e->role, e->first_end, e->end);
}

void tree_build(YhReport *report, const Entry *entries) {
  const Text *text = report->text;
  Builder b = {.report = report, .text = text, .capacity = text->length / 24 + 64, .context = {.arena = report->arena}};
  b.nodes = memory_resize(NULL, b.capacity, sizeof *b.nodes);
  node_open(&b, YH_REPORT, YH_NO_ROLE, 0, text->length);
  uint32_t note = 0, table = 0; /* the open note or table, 0 for none */
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    const Entry *e = &entries[i];
    const uint32_t start = text->paragraphs[i].start;
    NoteHead head;
    context_set(&b, e->role);
    const bool is_row = text->paragraphs[i].kind == LINE_ROW;
    if (table && !is_row) node_close(&b, b.top - 1), table = 0;
    if (e->depth) {
      if (note) note = 0;
      heading_add(&b, e, start);
      continue;
    }
    if (note_read(text, entries, i, &head)) {
      if (note) node_close(&b, b.top - 1);
      else node_close(&b, e->under < b.top ? e->under : b.top);
      note = node_open(&b, YH_NOTE, YH_NOTES, start, e->end);
      YhNode *node = &b.nodes[note];
      node->marker_start = head.marker_start, node->marker_end = head.marker_end;
      node->title_start = head.term_start, node->title_end = head.term_end;
    } else if (note && e->zone != ZONE_NOTES) {
      note = 0;
    }
    if (!note && !table) node_close(&b, e->under < b.top ? e->under : b.top);
    if (is_row && !table) table = node_open(&b, YH_TABLE, e->role, start, e->end);
    paragraph_add(&b, e->role, start, e->end);
  }
  node_close(&b, 0);
  b.nodes[0].next = b.count;
  b.nodes[0].end = text->length;

  /* too large to be copied into the arena; yh_report_free gives them back */
  report->nodes = memory_resize(b.nodes, b.count, sizeof *b.nodes);
  report->node_count = b.count;
  report->mentions = memory_resize(b.mentions.items, b.mentions.count, sizeof *b.mentions.items);
  report->mention_count = b.mentions.count;
}
