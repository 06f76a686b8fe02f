/* report.c: makes a report of a text, step by step, and hands out what it holds. */
#include "report.h"

#include "../text/utf8.h"
#include "meta.h"
#include "note.h"
#include "outline.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

enum { STEP = 64 }; /* bytes between two entries of the codepoint index */

/* Codepoints that start in one whole step: a loop of known length, which compilers do many bytes at a time. */
static uint32_t codepoints_in_step(const char *p) {
  uint8_t n = 0;
  for (int i = 0; i < STEP; i++) n = (uint8_t)(n + ((p[i] & 0xC0) != 0x80));
  return n;
}

static void codepoints_index(YhReport *report) {
  const Text *text = report->text;
  report->codepoints = arena_alloc(report->arena, (text->length / STEP + 1) * sizeof *report->codepoints);
  uint32_t n = 0;
  for (uint32_t at = 0, i = 0; at <= text->length; at += STEP, i++) {
    report->codepoints[i] = n;
    n += text->length - at < STEP ? utf8_count(text->bytes + at, text->length - at)
                                  : codepoints_in_step(text->bytes + at);
  }
  report->meta.characters = n;
}

YhReport *report_build(Text *text, const Document *document, const YhOptions *options) {
  YhReport *report = arena_alloc(text->arena, sizeof *report);
  report->arena = text->arena;
  report->text = text;
  report->name = arena_string(report->arena, document->name ? document->name : "");
  report->path = arena_string(report->arena, document->path ? document->path : "");
  report->variables = arena_alloc(report->arena, document->variable_count * sizeof(Variable) + 1);
  report->variable_count = document->variable_count;
  for (uint32_t i = 0; i < document->variable_count; i++) {
    report->variables[i].name = arena_string(report->arena, document->variables[i].name);
    report->variables[i].value = arena_string(report->arena, document->variables[i].value);
  }
  codepoints_index(report);
  for (uint32_t i = 0; i < text->noise_count; i++)
    report->meta.noise += utf8_count(text->noise[i].text, text->noise[i].length);

  Diagnostics diagnostics = {.text = text};
  Entry *entries = outline_find(text, &diagnostics);
  meta_find(report, entries, document, options, &diagnostics);
  tree_build(report, entries);
  note_link(report);
  free(entries);

  report->diagnostics = arena_alloc(report->arena, diagnostics.count * sizeof *diagnostics.items + 1);
  if (diagnostics.count) memcpy(report->diagnostics, diagnostics.items, diagnostics.count * sizeof *diagnostics.items);
  report->diagnostic_count = diagnostics.count;
  free(diagnostics.items);
  return report;
}

void yh_report_free(YhReport *report) {
  if (!report) return;
  free(report->nodes);
  free(report->mentions);
  arena_free(report->arena); /* the report itself lies in it */
}

const char *yh_report_name(const YhReport *report) {
  return report->name;
}
const char *yh_report_path(const YhReport *report) {
  return report->path;
}
const YhMeta *yh_report_meta(const YhReport *report) {
  return &report->meta;
}

const char *yh_report_text(const YhReport *report, uint32_t *length) {
  if (length) *length = report->text->length;
  return report->text->bytes;
}

const YhNode *yh_report_nodes(const YhReport *report, uint32_t *count) {
  if (count) *count = report->node_count;
  return report->nodes;
}

const YhMention *yh_report_mentions(const YhReport *report, uint32_t *count) {
  if (count) *count = report->mention_count;
  return report->mentions;
}

const YhNoise *yh_report_noise(const YhReport *report, uint32_t *count) {
  if (count) *count = report->text->noise_count;
  return report->text->noise;
}

const YhUse *yh_report_uses(const YhReport *report, uint32_t *count) {
  if (count) *count = report->use_count;
  return report->uses;
}

const YhDiagnostic *yh_report_diagnostics(const YhReport *report, uint32_t *count) {
  if (count) *count = report->diagnostic_count;
  return report->diagnostics;
}

const char *yh_report_variable(const YhReport *report, uint32_t index, const char **value) {
  if (index >= report->variable_count) return NULL;
  if (value) *value = report->variables[index].value;
  return report->variables[index].name;
}

uint32_t yh_report_codepoint(const YhReport *report, uint32_t byte) {
  if (byte > report->text->length) byte = report->text->length;
  const uint32_t base = byte / STEP;
  return report->codepoints[base] + utf8_count(report->text->bytes + base * STEP, byte % STEP);
}

uint32_t yh_report_byte(const YhReport *report, uint32_t codepoint) {
  const Text *text = report->text;
  uint32_t low = 0, high = text->length / STEP + 1;
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    if (report->codepoints[middle] <= codepoint) low = middle;
    else high = middle;
  }
  /* codepoints[low] counts the first bytes before low * STEP; the one looked for starts at or after it */
  uint32_t at = low * STEP, n = report->codepoints[low];
  for (; at < text->length; at++)
    if (((unsigned char)text->bytes[at] & 0xC0) != 0x80 && n++ == codepoint) return at;
  return text->length;
}

uint32_t yh_report_line(const YhReport *report, uint32_t byte) {
  return text_line(report->text, byte);
}
