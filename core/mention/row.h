/* row.h: one row of digits within a number: 1,100 and 8.3, 3.5e2, 一九七八, 七八 (a span), 几. */
#ifndef YANHU_ROW_H
#define YANHU_ROW_H

#include "chars.h"
#include "number.h"

/* What a number is read from, and where it starts. */
typedef struct RowText {
  const char *text;
  uint32_t end, start;
} RowText;

typedef struct Digits {
  double value, spread;
  int places;
  uint32_t count;
  bool arabic, some; /* some: 几 or 数 */
} Digits;

static inline bool is_several(uint32_t c) {
  return c == 0x51E0 || c == 0x5E7E;
} /* 几 幾 */
static inline bool is_more(uint32_t c) {
  return c == 0x591A || c == 0x4F59 || c == 0x9918;
} /* 多 余 餘 */
static inline bool is_point(uint32_t c) {
  return c == '.' || c == 0xFF0E;
}
static inline bool is_dot(uint32_t c) {
  return c == 0x70B9 || c == 0x9EDE;
} /* 点 點 */
static inline bool is_zero(uint32_t c) {
  return number_digit_chinese(c) == 0;
}

/* The character behind the blanks at `at`, if it is one that may go on a Chinese number; else the blank itself. */
uint32_t row_peek_over_blanks(const RowText *t, uint32_t at, uint32_t *length);

/* The character at `at`. Inside a number, blanks before a Chinese numeral are passed over (一百 五 十 二, 1000 万). */
static inline uint32_t row_peek(const RowText *t, uint32_t at, uint32_t *length) {
  uint32_t c = char_at(t->text, t->end, at, length);
  return utf8_is_space(c) && at != t->start ? row_peek_over_blanks(t, at, length) : c;
}

/* Reads the row at `at` into `d`, which is zero; returns its end, `at` where there is none. `string`: Chinese digits
 * may be a row of many (一九七八), not one of a pair only. */
uint32_t row_read(const RowText *t, uint32_t at, bool string, Digits *d);

#endif
