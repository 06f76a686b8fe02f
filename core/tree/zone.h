/* zone.h: the rough stretches of a report: front matter, table of contents, body, notes. */
#ifndef YANHU_ZONE_H
#define YANHU_ZONE_H

#include "../text/phrase.h"
#include "entry.h"

/* Sets `zone` of all entries; marker, end, first_end and own_line must be there. */
void zone_find(const Text *text, Entry *entries);
/* 各位代表 and its like open the report and, later, its paragraphs. */
bool zone_salutation(const char *text, Span paragraph);

#endif
