/* nest.h: from lists to depths: which list stands inside which item of another. */
#ifndef YANHU_NEST_H
#define YANHU_NEST_H

#include "entry.h"
#include "list.h"

/* Sets depth, kind, form, title and role of headings, `under` of all other paragraphs. Entries of the farewell have
 * their role already. */
void headings_nest(const Text *text, Entry *entries, Lists lists);

#endif
