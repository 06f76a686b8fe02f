/* period.h: what the files on periods share. */
#ifndef YANHU_PERIOD_H
#define YANHU_PERIOD_H

#include "scan.h"

typedef struct Period {
  uint32_t start, end, core_start, core_end;
  YhGrain grain;
  YhPeriodUse use;
  int first, last; /* years, 0 where not said */
  uint8_t month, day;
} Period;

uint32_t period_add(Scan *s, const Period *p); /* returns the period's end */

/* A five-year plan: “十四五”时期, 十一五, 第一个五年计划. Returns where to go on, or 0. */
uint32_t plan_scan(Scan *s, uint32_t at);

#endif
