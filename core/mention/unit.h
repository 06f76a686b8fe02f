/* unit.h: units of measure and measure words, each with its dimension: the one table. */
#ifndef YANHU_UNIT_H
#define YANHU_UNIT_H

#include "../yanhu.h"
#include "lexicon.h"

void unit_prepare(void); /* once, before any thread calls unit_at */

enum {
  UNIT_LOOSE = 0x80
}; /* in the tag: also the head of many words (三步, 两手); counts only behind larger numbers */

static inline YhDimension unit_dimension(const Word *unit) {
  return (YhDimension)(unit->tag & 0x7F);
}

/* The longest unit that starts at `at`, its tag a YhDimension; NULL for none. A word that merely begins like a
 * unit (人均, 条件) is none. */
const Word *unit_at(const char *text, uint32_t end, uint32_t at);

#endif
