/* place.c: see place.h. */
#include "place.h"

#include "../text/utf8.h"
#include "sentence.h"

#include <stdio.h>
#include <string.h>

Place place_nation(void) {
  return (Place){.name = "全国", .code = "000000", .level = "national"};
}

/* A district is known only with its city (乙市丙区), other counties by their own name. */
static bool needs_parent(const RegionRow *row) {
  const char *end = row->name + strlen(row->name) - 3;
  return row->code % 100 && !strcmp(end, "区");
}

static const char *parent_name(const RegionRow *row) {
  const uint32_t code = row->now ? row->now : row->code;
  const char *name = region_name(code / 100 * 100);
  if (!name && code / 100 * 100 != code / 10000 * 10000) name = region_name(code / 10000 * 10000);
  /* a municipality has no prefectures: 某市丁区 */
  return name;
}

static void place_set(Place *place, const RegionRow *row, const RegionRow *parent) {
  const uint32_t code = row->now ? row->now : row->code;
  place->row = row;
  place->level = region_level(code);
  if (row->code % 100 == 0 && code % 100) place->level = region_level(row->code); /* a former prefecture */
  snprintf(place->code, sizeof place->code, "%06u", code % 1000000u);
  const char *before = NULL;
  if (row->code % 100)
    before = parent && parent->code % 10000 ? parent->name : needs_parent(row) ? parent_name(row) : NULL;
  if (before && parent && parent->code % 10000 == 0 && !needs_parent(row)) before = NULL;
  snprintf(place->name, sizeof place->name, "%s%s", before ? before : "", row->name);
}

/* Whether `row` lies in `above`. */
static bool lies_in(const RegionRow *row, const RegionRow *above) {
  const uint32_t a = above->now ? above->now : above->code, r = row->code;
  return a % 10000 == 0 ? r / 10000 == a / 10000 : a % 100 == 0 ? r / 100 == a / 100 : r == a;
}

/* 丁河镇, 西街街道 behind a county: up to seven characters. */
static uint32_t township_end(const char *text, Span span) {
  static const char *const kinds[] = {"街道", "民族乡", "镇", "乡", "苏木", NULL};
  uint32_t at = span.start, length;
  for (int n = 0; n < 8 && at < span.end; n++) {
    if (n)
      for (int k = 0; kinds[k]; k++)
        if (span_starts(text, (Span){at, span.end}, kinds[k])) {
          const uint32_t end = at + (uint32_t)strlen(kinds[k]);
          return span_starts(text, (Span){end, span.end}, "办事处") ? end : end;
        }
    if (!utf8_is_han(utf8_decode(text + at, &length))) break;
    at += length;
  }
  return span.start;
}

/* The chain of regions that starts at `at`: 甲省乙市丙区. Returns where it ends, at for none. */
static uint32_t chain_at(const char *text, uint32_t at, uint32_t end, bool strict, Place *place) {
  const RegionRow *above = NULL, *last = NULL;
  const uint32_t start = at;
  bool former = false; /* the last name is no more: 乙山地区 keeps its words */
  while (at < end) {
    uint32_t rows = 0, length = 0;
    const Span rest = {at, end};
    const RegionRow *row = region_at(text, rest, &rows);
    if (row) {
      length = (uint32_t)strlen(row->name);
      const RegionRow *pick = NULL;
      for (uint32_t i = 0; i < rows; i++) {
        if (above && !lies_in(&row[i], above)) continue;
        if (!pick || (row[i].now == row[i].code && pick->now != pick->code)) pick = &row[i];
      }
      if (above && !pick) break; /* 乙市 … 丁区: two regions side by side */
      row = pick;
      former = false;
    } else if ((row = region_former_at(text, rest, &length))) {
      former = true;
    } else if (!strict) {
      row = region_short_at(text, rest, &length);
      former = false;
    }
    if (!row || (above && row->code % 100 == 0 && above->code % 100)) break;
    above = last = row;
    at += length;
  }
  if (!last) return start;
  /* the region above the last one */
  const RegionRow *upper = NULL;
  uint32_t rows = 0;
  if (at - start > strlen(last->name)) {
    const RegionRow *first = region_at(text, (Span){start, end}, &rows);
    for (uint32_t p = start; first && p + strlen(first->name) < at;) {
      upper = first;
      p += (uint32_t)strlen(first->name);
      first = region_at(text, (Span){p, at}, &rows);
      if (first && p + strlen(first->name) >= at) break;
    }
  }
  *place = (Place){.where = {start, at}};
  place_set(place, last, upper);
  if (former) snprintf(place->name, sizeof place->name, "%.*s", (int)(at - start), text + start);
  const uint32_t town = township_end(text, (Span){at, end});
  if (town > at && last->code % 100) {
    const size_t n = strlen(place->name);
    snprintf(place->name + n, sizeof place->name - n, "%.*s", (int)(town - at), text + at);
    place->code[0] = 0;
    place->level = "township";
    place->row = NULL;
    at = town;
    place->where.end = at;
  }
  return at;
}

/* A region's name does not start inside a longer word: 栖云县 is not 云县. */
static bool name_may_start(const char *text, Span span, uint32_t at) {
  static const char *const before[] = {"年", "在", "于", "上", "表", "日", "）", "的", "关于", NULL};
  if (at == span.start) return true;
  uint32_t length;
  if (!utf8_is_han(utf8_decode(utf8_before(text + span.start, text + at), &length))) return true;
  for (int i = 0; before[i]; i++)
    if (span_ends(text, (Span){span.start, at}, before[i])) return true;
  return false;
}

bool place_guess(const char *text, Span span, Place *place) {
  static const struct {
    const char *word, *level;
  } kinds[] = {
      {"自治区", "province"}, {"特别行政区", "province"}, {"省", "province"},   {"自治州", "prefecture"},
      {"地区", "prefecture"}, {"市", "prefecture"},       {"盟", "prefecture"}, {"县", "county"},
      {"区", "county"},       {"旗", "county"},           {"街道", "township"}, {"镇", "township"},
      {"乡", "township"},     {"苏木", "township"},
  };
  static const char *const tails[] = {"人民政府", "人民委员会", "革命委员会", "政府", NULL};
  static const char *const heads[] = {"——", "—", "在", "于", NULL};
  span.start = blank_skip(text, span.start, span.end);
  span.end = blank_trim(text, span.start, span.end);
  for (int i = 0; heads[i]; i++)
    if (span_starts(text, span, heads[i]))
      span.start = blank_skip(text, span.start + (uint32_t)strlen(heads[i]), span.end);
  for (int i = 0; tails[i]; i++)
    if (span_ends(text, span, tails[i])) span.end -= (uint32_t)strlen(tails[i]);
  const uint32_t length = span_length(text, span);
  if (length < 3 || length > 20) return false;
  for (uint32_t at = span.start, n; at < span.end; at += n)
    if (!utf8_is_han(utf8_decode(text + at, &n))) return false;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (!span_ends(text, span, kinds[i].word)) continue;
    *place = (Place){.level = kinds[i].level, .where = span};
    snprintf(place->name, sizeof place->name, "%.*s", (int)(span.end - span.start), text + span.start);
    return true;
  }
  return false;
}

bool place_find(const char *text, Span span, bool strict, Place *place) {
  bool found = false;
  for (uint32_t at = span.start; at < span.end;) {
    const uint32_t end = name_may_start(text, span, at) ? chain_at(text, at, span.end, strict, place) : at;
    if (end > at) {
      found = true;
      at = end;
      continue;
    }
    uint32_t length;
    utf8_decode(text + at, &length);
    at += length;
  }
  return found;
}

static uint32_t named(const char *text, uint32_t length, const char *name) {
  /* 乙山 counts for 乙山市 */
  char stem[40];
  snprintf(stem, sizeof stem, "%s", name);
  size_t n = strlen(stem);
  if (n > 6) stem[n -= 3] = 0;
  uint32_t count = 0;
  const char *p = text, *end = text + length;
  while (count < 100 && (p = memmem(p, (size_t)(end - p), stem, n))) count++, p += n;
  return count;
}

void place_settle(const char *text, uint32_t length, Place *place) {
  uint32_t rows = 0;
  if (!place->row || place->row->code % 100 == 0) return;
  const RegionRow *first = region_at(place->row->name, (Span){0, (uint32_t)strlen(place->row->name)}, &rows);
  if (!first || rows < 2) return;
  if (place->where.end - place->where.start > strlen(place->row->name)) return; /* the text said which */
  const RegionRow *best = NULL;
  uint32_t most = 0;
  for (uint32_t i = 0; i < rows; i++) {
    const char *parent = parent_name(&first[i]), *province = region_name(first[i].code / 10000 * 10000);
    const uint32_t count =
        (parent ? 4 * named(text, length, parent) : 0) + (province ? named(text, length, province) : 0);
    if (count > most) most = count, best = &first[i];
  }
  if (!best) {
    place->code[0] = 0; /* it cannot be told: rather nothing than a guess */
    snprintf(place->name, sizeof place->name, "%s", place->row->name);
    return;
  }
  place_set(place, best, NULL);
  const char *parent = parent_name(best);
  if (parent) snprintf(place->name, sizeof place->name, "%s%s", parent, best->name);
}
