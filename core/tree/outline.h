/* outline.h: which paragraphs are headings, how deep they are, and what the others stand under.
 * Nothing is fixed: 一、 is a part in one report and an item in another. Markers are gathered into lists by
 * their numbers; which list stands inside which item gives the depth. */
#ifndef YANHU_OUTLINE_H
#define YANHU_OUTLINE_H

#include "diagnostic.h"
#include "entry.h"

/* One entry for each paragraph of the text; memory of the caller's (free). */
Entry *outline_find(const Text *text, Diagnostics *diagnostics);

#endif
