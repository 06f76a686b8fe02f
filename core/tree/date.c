/* date.c: see date.h. */
#include "date.h"

#include "../text/utf8.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2099 };

/* 0 to 9 of an Arabic or a Chinese digit (零〇○ for 0), -1 for any other character. */
static int digit_of(uint32_t c) {
  if (utf8_is_digit(c)) return (int)(c - '0');
  static const uint32_t han[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
  for (int i = 0; i < 10; i++)
    if (han[i] == c) return i;
  return c == 0x96F6 || c == 0x25CB || c == 0x25EF || c == 'O' || c == 0x3018 ? 0 : -1;
}

int date_year_at(const char *text, Span span, uint32_t *end) {
  int year = 0;
  uint32_t at = span.start, length;
  for (int i = 0; i < 4; i++) {
    if (at >= span.end) return 0;
    const int d = digit_of(utf8_decode(text + at, &length));
    if (d < 0) return 0;
    year = 10 * year + d;
    at += length;
  }
  if (at < span.end && utf8_is_digit((unsigned char)text[at])) return 0;
  *end = at;
  return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

/* A number up to 31: 7, 07, 二十七, 三十. */
static int small_at(const char *text, Span span, uint32_t *end) {
  int value = 0, digit = -1;
  uint32_t at = span.start, length;
  for (int i = 0; i < 3 && at < span.end; i++) {
    const uint32_t c = utf8_decode(text + at, &length);
    const int d = digit_of(c);
    if (c == 0x5341) value += (digit < 0 ? 1 : digit) * 10, digit = -1; /* 十 */
    else if (d < 0) break;
    else if (digit >= 0) value += 10 * digit, digit = d;
    else digit = d;
    at += length;
  }
  value += digit < 0 ? 0 : digit;
  *end = at;
  return at > span.start && value >= 1 && value <= 31 ? value : 0;
}

static bool date_at(const char *text, Span span, Date *date, uint32_t *end) {
  uint32_t at;
  const int year = date_year_at(text, span, &at);
  if (!year) return false;
  Span rest = {at, span.end};
  const bool dashed = rest.start < rest.end && (text[at] == '-' || text[at] == '/' || text[at] == '.');
  if (!dashed && !span_starts(text, rest, "年")) return false;
  *date = (Date){year, 0, 0};
  rest.start += dashed ? 1 : 3;
  *end = rest.start;
  const int month = small_at(text, rest, &at);
  if (!month || month > 12) return !dashed;
  rest.start = at;
  if (dashed ? !(at < span.end && (text[at] == '-' || text[at] == '/' || text[at] == '.'))
             : !span_starts(text, rest, "月"))
    return !dashed;
  date->month = month;
  rest.start += dashed ? 1 : 3;
  *end = rest.start;
  const int day = small_at(text, rest, &at);
  if (!day) return !dashed;
  date->day = day;
  rest.start = at;
  *end = !dashed && span_starts(text, rest, "日") ? at + 3 : at;
  return true;
}

bool date_find(const char *text, Span span, Date *date, Span *where) {
  uint32_t length;
  bool inside = false; /* of a longer number */
  for (uint32_t at = span.start; at < span.end; at += length) {
    const int d = digit_of(utf8_decode(text + at, &length));
    uint32_t end;
    if (d > 0 && !inside && date_at(text, (Span){at, span.end}, date, &end)) {
      if (where) *where = (Span){at, end};
      return true;
    }
    inside = d >= 0;
  }
  return false;
}
