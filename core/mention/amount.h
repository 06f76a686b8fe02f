/* amount.h: a number with its unit, before hedges: 5亿元, 三到五年, 百分之六, 八成, 元/月. */
#ifndef YANHU_AMOUNT_H
#define YANHU_AMOUNT_H

#include "scan.h"

typedef struct Amount {
  Number number;       /* of 百分之六: the six */
  uint32_t start, end; /* bytes, number and unit */
  double value, high;  /* high differs from value in 三四百 and the like */
  const char *unit;    /* static or in the arena of the scan; "" for none */
  YhDimension dimension;
  bool about; /* 多, 余, 几, 来 in it */
  bool least; /* 2个以上百分点 */
} Amount;

/* Reads what stands behind a number that has just been read: its unit, or the fraction that it begins. */
void amount_read(const Scan *s, const Number *n, Amount *a);
/* 3、5万人, 3000、5000元: gives a bare number the unit and the 万 of the list that it begins. */
void amount_share(const Scan *s, Amount *a);
/* The upper end of a range whose lower end is `low`: —5%, 至5个. May scale `low` (10—15万). False where there is none.
 */
bool amount_range(const Scan *s, Amount *low, Amount *high);

#endif
