/* mention.h: finds the quantities, ranks, periods, quoted terms and books of a sentence.
 * Linear in the sentence's length; needs no node of the tree. */
#ifndef YANHU_MENTION_H
#define YANHU_MENTION_H

#include "../text/arena.h"
#include "../yanhu.h"

typedef struct MentionList {
  YhMention *items; /* grown with memory_resize; the owner of the list frees it */
  uint32_t count, capacity;
} MentionList;

typedef struct MentionContext {
  Arena *arena;    /* for units that are not in the static table */
  int report_year; /* the year that the report plans; 0 where unknown */
  int this_year;   /* the one that 今年, 去年, 明年 count from; 0: report_year */
  int base_year; /* the year that the part speaks of, which 全年, 上年, 年底, 前三季度 mean: the reviewed year in a
                    review part, else report_year */
  YhRole role; /* of the part that the sentence stands in */
} MentionContext;

/* Appends all mentions of text[start, end), one sentence, sorted by start. Offsets are absolute. `sentence`
 * is stored in each; `clause` is left to the caller. Mentions may nest (a quantity inside a quoted term:
 * in_quotes is set) but quantities, ranks, periods and numerals never overlap each other. */
void mention_scan(const char *text, uint32_t start, uint32_t end, uint32_t sentence, const MentionContext *context,
                  MentionList *list);

#endif
