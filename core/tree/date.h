/* date.h: dates as reports write them: 2025年3月20日, 二〇二五年一月十四日, 1955年7月5日至6日, 2025-01-14. */
#ifndef YANHU_DATE_H
#define YANHU_DATE_H

#include "../text/phrase.h"

typedef struct Date {
  int year, month, day;
} Date; /* month and day 0 where not said */

/* The first date in the span; its own span in *where (may be NULL). False for none. */
bool date_find(const char *text, Span span, Date *date, Span *where);
/* A year at text[at): 2025年, 二〇二五年, 2025; 0 for none. `end` is where it ends, before 年. */
int date_year_at(const char *text, Span span, uint32_t *end);

#endif
