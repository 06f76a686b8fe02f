/* region.h: the table of China's regions (GB/T 2260, down to the county) and names looked up in it. */
#ifndef YANHU_REGION_H
#define YANHU_REGION_H

#include "../text/phrase.h"

#include <stddef.h>

typedef struct RegionRow {
  const char *name;
  uint32_t code; /* six digits */
  uint32_t now;  /* = code for a name in force; of a former name its successor's, 0 for none */
} RegionRow;

extern const RegionRow region_rows[];
extern const uint32_t region_row_count;

/* The longest name that text[span) starts with: its first row, and how many rows share the name. NULL for none. */
const RegionRow *region_at(const char *text, Span span, uint32_t *rows);
/* The same for a name without its last word (`甲水`, `乙山`), if only one region is meant. Provinces before
 * prefectures before counties. `length` bytes of the text were matched. */
const RegionRow *region_short_at(const char *text, Span span, uint32_t *length);
/* A former prefecture or county that only its root tells: 乙山地区 is 乙山市. `length` as above. */
const RegionRow *region_former_at(const char *text, Span span, uint32_t *length);
/* The name in force of a code; NULL for none. */
const char *region_name(uint32_t code);
/* "national", "province", "prefecture", "county". */
const char *region_level(uint32_t code);

#endif
