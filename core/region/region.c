/* region.c: see region.h. The table is sorted by name, so the names that start a text are found by halving. */
#include "region.h"

#include "../text/utf8.h"

#include <string.h>

/* The first row whose name is not less than the `length` bytes at p. */
static uint32_t lower_bound(const char *p, size_t length) {
  uint32_t low = 0, high = region_row_count;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (strncmp(region_rows[middle].name, p, length) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

static uint32_t rows_named(uint32_t first) {
  uint32_t n = 1;
  while (first + n < region_row_count && !strcmp(region_rows[first + n].name, region_rows[first].name)) n++;
  return n;
}

const RegionRow *region_at(const char *text, Span span, uint32_t *rows) {
  const char *p = text + span.start;
  const size_t left = span.end > span.start ? span.end - span.start : 0;
  if (left < 6) return NULL;
  const RegionRow *best = NULL;
  /* all names that share their first two characters with the text stand together */
  for (uint32_t i = lower_bound(p, 6); i < region_row_count && !strncmp(region_rows[i].name, p, 6); i++) {
    const size_t length = strlen(region_rows[i].name);
    if (length > left || memcmp(region_rows[i].name, p, length)) continue;
    if (best && strlen(best->name) >= length) continue;
    best = &region_rows[i];
    *rows = rows_named(i);
  }
  return best;
}

static int rank(const RegionRow *row) {
  const int level = row->code % 10000 == 0 ? 0 : row->code % 100 == 0 ? 1 : 2;
  return 2 * level + (row->now != row->code);
}

const RegionRow *region_short_at(const char *text, Span span, uint32_t *length) {
  const char *p = text + span.start;
  for (uint32_t bytes = 12; bytes >= 6; bytes -= 3) {
    if (span.end - span.start < bytes) continue;
    const RegionRow *best = NULL;
    bool several = false;
    for (uint32_t i = lower_bound(p, bytes); i < region_row_count && !strncmp(region_rows[i].name, p, bytes); i++) {
      const RegionRow *row = &region_rows[i];
      /* the rest must be what regions are called: at most 维吾尔自治区, and no other place name (甲水 ≠ 甲水坊) */
      const char *rest = row->name + bytes;
      static const char *const kinds[] = {"省", "市", "县", "区", "旗", "盟", "州", NULL};
      const Span name = {0, (uint32_t)strlen(row->name)};
      bool kind = strlen(rest) == 3 && span_starts_any(rest, (Span){0, 3}, kinds);
      kind = kind || span_ends(row->name, name, "自治区") || !strcmp(rest, "地区") ||
             span_ends(row->name, name, "自治州") || span_ends(row->name, name, "自治县");
      if (!kind) continue;
      if (!best || rank(row) < rank(best)) best = row, several = false;
      else if (rank(row) == rank(best)) several = true;
    }
    if (best && (!several || rank(best) == 0)) {
      *length = bytes;
      return best;
    }
  }
  return NULL;
}

const RegionRow *region_former_at(const char *text, Span span, uint32_t *length) {
  /* 地区 became cities and prefectures, counties became cities; never the other way round */
  static const struct {
    const char *former, *latter;
  } changes[] = {{"地区", "市"}, {"地区", "州"}, {"行署", "市"}, {"县", "市"}};
  for (uint32_t stem = 6; stem <= 12 && span.start + stem < span.end; stem += 3) {
    const Span rest = {span.start + stem, span.end};
    for (size_t k = 0; k < sizeof changes / sizeof *changes; k++) {
      if (!span_starts(text, rest, changes[k].former)) continue;
      char name[24];
      memcpy(name, text + span.start, stem);
      strcpy(name + stem, changes[k].latter);
      const uint32_t i = lower_bound(name, sizeof name);
      if (i == region_row_count || strcmp(region_rows[i].name, name) || rows_named(i) > 1) continue;
      *length = stem + (uint32_t)strlen(changes[k].former);
      return &region_rows[i];
    }
  }
  return NULL;
}

const char *region_name(uint32_t code) {
  for (uint32_t i = 0; i < region_row_count; i++)
    if (region_rows[i].code == code && region_rows[i].now == code) return region_rows[i].name;
  return NULL;
}

const char *region_level(uint32_t code) {
  if (!code) return "national";
  return code % 10000 == 0 ? "province" : code % 100 == 0 ? "prefecture" : "county";
}
