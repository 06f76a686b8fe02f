/* plan.h: the names of the five-year plans, 十四五, 九五, and the years that each runs. */
#ifndef YANHU_PLAN_H
#define YANHU_PLAN_H

#include <stdint.h>

/* The number of the plan whose name stands at byte `at` of text[0, end), with or without quotation marks around it; its
 * end in *name_end. 0 for none. */
int plan_name_at(const char *text, uint32_t at, uint32_t end, uint32_t *name_end);
/* The first of its five years. */
int plan_first_year(int plan);

#endif
