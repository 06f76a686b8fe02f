/* report.h: the report as the core sees it. A Report owns its text's arena and with it everything
 * but the two large arrays, nodes and mentions, which are blocks of their own. */
#ifndef YANHU_REPORT_H
#define YANHU_REPORT_H

#include "../text/text.h"
#include "../yanhu.h"

struct YhReport {
  Arena *arena;
  Text *text;
  const char *name, *path;
  YhNode *nodes;
  uint32_t node_count;
  YhMention *mentions;
  uint32_t mention_count;
  YhUse *uses;
  uint32_t use_count;
  YhDiagnostic *diagnostics;
  uint32_t diagnostic_count;
  Variable *variables;
  uint32_t variable_count;
  uint32_t *codepoints; /* codepoints before byte 64 * i of the text */
  YhMeta meta;
};

/* Builds the tree of a cleaned document: takes over the text with its arena. Never fails: a text without
 * any heading gives a report of paragraphs and a diagnostic. */
YhReport *report_build(Text *text, const Document *document, const YhOptions *options);

#endif
