/* tree_check.h: what must be true of any report's tree, whatever bytes it was made of. Returns what is wrong, or
 * NULL. Used by the property test and the fuzz target. */
#ifndef YANHU_TREE_CHECK_H
#define YANHU_TREE_CHECK_H

#include "text/utf8.h"
#include "yanhu.h"
#include <stdlib.h>

static inline bool tree_check_blank(const char *text, uint32_t from, uint32_t to) {
  for (uint32_t length; from < to; from += length)
    if (!utf8_is_space(utf8_decode(text + from, &length))) return false;
  return true;
}

/* The children of node i: in order, apart, inside it; of paragraphs and sentences: nothing left out but blanks. */
static inline const char *tree_check_children(const char *text, const YhNode *nodes, uint32_t i) {
  const YhNode *node = &nodes[i];
  const bool tiled = node->kind == YH_PARAGRAPH || node->kind == YH_SENTENCE;
  uint32_t at = node->start, line = node->line;
  for (uint32_t c = i + 1; c < node->next; c = nodes[c].next) {
    const YhNode *child = &nodes[c];
    if (child->parent != i) return "a child's parent is another";
    if (child->next <= c || child->next > node->next) return "a child's subtree leaves its parent's";
    if (child->start < at || child->end < child->start || child->end > node->end)
      return "a child out of order or outside";
    if (child->line < line) return "lines run backwards";
    if (tiled && !tree_check_blank(text, at, child->start)) return "text between children is left out";
    at = child->end;
    line = child->line;
  }
  if (tiled && !tree_check_blank(text, at, node->end)) return "text behind the last child is left out";
  if (node->kind == YH_CLAUSE && node->next != i + 1) return "a clause has children";
  return NULL;
}

static inline const char *tree_check(const YhReport *report) {
  uint32_t count, length, mentions, uses;
  const char *text = yh_report_text(report, &length);
  const YhNode *nodes = yh_report_nodes(report, &count);
  const YhMention *list = yh_report_mentions(report, &mentions);
  const YhUse *used = yh_report_uses(report, &uses);
  if (!count || nodes[0].kind != YH_REPORT || nodes[0].next != count || nodes[0].parent)
    return "the root is not the report";
  if (nodes[0].start || nodes[0].end != length) return "the report is not its whole text";
  for (uint32_t i = 0; i < count; i++) {
    const YhNode *node = &nodes[i];
    const char *wrong = tree_check_children(text, nodes, i);
    if (wrong) return wrong;
    if (i && node->parent >= i) return "a node before its parent";
    if (node->end > length || ((unsigned char)text[node->start] & 0xC0) == 0x80)
      return "a node starts inside a character";
    if (node->title_start < node->start || node->title_end > node->end || node->title_end < node->title_start)
      return "a title outside of its node";
    if (node->marker_start < node->start || node->marker_end > node->end || node->marker_end < node->marker_start)
      return "a marker outside of its node";
    if ((node->depth > 0) != (node->kind >= YH_PART && node->kind <= YH_LEAD)) return "a depth without a heading";
    if (node->mention > mentions || (i && node->mention < nodes[i - 1].mention)) return "first mentions run backwards";
    if (i && node->role >= YH_ROLES) return "no such role";
  }
  for (uint32_t m = 0; m < mentions; m++) {
    const YhMention *mention = &list[m];
    if (mention->sentence >= count || nodes[mention->sentence].kind != YH_SENTENCE)
      return "a mention outside of a sentence";
    if (mention->clause >= count || nodes[mention->clause].kind != YH_CLAUSE) return "a mention outside of a clause";
    if (nodes[mention->clause].parent != mention->sentence) return "a mention's clause is of another sentence";
    if (mention->start < nodes[mention->clause].start || mention->start >= nodes[mention->clause].end)
      return "a mention outside of its clause";
    if (m && mention->start < list[m - 1].start) return "mentions out of order";
  }
  for (uint32_t u = 0; u < uses; u++) {
    if (used[u].note >= count || nodes[used[u].note].kind != YH_NOTE) return "a use of no note";
    if (used[u].sentence >= count || nodes[used[u].sentence].kind != YH_SENTENCE) return "a use outside of a sentence";
    if (u && used[u].note < used[u - 1].note) return "uses out of order";
    if (used[u].start < nodes[used[u].sentence].start || used[u].start >= nodes[used[u].sentence].end)
      return "a use outside of its sentence";
  }
  const uint32_t characters = yh_report_meta(report)->characters;
  if (yh_report_codepoint(report, length) != characters || yh_report_byte(report, characters) != length)
    return "codepoints do not add up";
  return NULL;
}

#endif
