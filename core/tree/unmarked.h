/* unmarked.h: headings without a marker: short lines of their own without closing punctuation. */
#ifndef YANHU_UNMARKED_H
#define YANHU_UNMARKED_H

#include "entry.h"
#include "role.h"

/* Gives the style MARKER_UNMARKED and a level (list.h) to lines of body and annexes that can be headings. */
void unmarked_find(const Text *text, Entry *entries);
/* The role that an unmarked heading names as that of a part; none for any other entry. */
TitleRole unmarked_role(const Text *text, const Entry *entries, uint32_t i);

#endif
