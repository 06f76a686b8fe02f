/* where.h: the condition of --where: `level=county,year=2024|2025` on a report's variables. */
#ifndef YANHU_WHERE_H
#define YANHU_WHERE_H

#include "yanhu.h"
#include <stdbool.h>

/* Prints a diagnostic and returns false for a condition that is none. */
bool where_check(const char *where);
/* The variable that may have been meant where a name is not one that every report has; NULL for none. */
const char *where_near(const char *where);
bool where_matches(const char *where, const YhReport *report);

#endif
