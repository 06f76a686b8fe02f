/* row.c: see row.h. */
#include "row.h"
#include "decimal.h"
#include "unit.h"

uint32_t row_peek_over_blanks(const RowText *t, uint32_t at, uint32_t *length) {
  uint32_t blank = char_at(t->text, t->end, at, length), size = *length, over = 0, c = blank;
  for (; utf8_is_space(c) && over < 12; c = char_at(t->text, t->end, at + over, &size)) over += size;
  if (number_digit_chinese(c) < 0 && !number_power(c) && !is_several(c) && !is_more(c) && !is_dot(c)) return blank;
  *length = over + size;
  return c;
}

/* Digits of one row, at most 17 of them counted into x: more do not change a double. */
static uint32_t digit_row(const RowText *t, uint32_t at, Digits *d, bool fraction) {
  uint32_t length;
  for (int digit; (digit = number_digit_arabic(row_peek(t, at, &length))) >= 0; at += length) {
    if (d->value < 1e17) {
      d->value = d->value * 10 + digit;
      if (fraction) d->places++;
    } else if (!fraction) d->value *= 10;
    d->count++;
  }
  return at;
}

/* ,123 or ，１２３ (the wide comma only between wide digits): where the group ends, or 0. */
static uint32_t thousands_group(const RowText *t, uint32_t at) {
  uint32_t length, comma = row_peek(t, at, &length);
  if (comma != ',' && comma != 0xFF0C) return 0;
  at += length;
  for (int i = 0; i < 3; i++, at += length) {
    uint32_t c = row_peek(t, at, &length);
    if (number_digit_arabic(c) < 0 || (comma == 0xFF0C && c < 0xFF10)) return 0;
  }
  return number_digit_arabic(row_peek(t, at, &length)) < 0 ? at : 0;
}

/* e5, E-3, ^2 behind digits: their power, as figures of science and tables of other programs have it. */
static uint32_t read_exponent(const RowText *t, uint32_t from, uint32_t at, Digits *d) {
  uint32_t length, sign = row_peek(t, at, &length), digits = at + length;
  if ((sign != 'e' && sign != 'E' && sign != '^') || from != t->start) return at;
  if (from && utf8_is_letter((unsigned char)t->text[from - 1])) return at; /* T2E5 */
  uint32_t mark = row_peek(t, digits, &length);
  if (mark == 0xFF0D) mark = '-';
  if (mark == '+' || mark == '-') digits += length;
  Digits power = {0};
  uint32_t end = digit_row(t, digits, &power, false);
  if (!power.count || power.value > 300 || utf8_is_letter(row_peek(t, end, &length))) return at;
  int exponent = mark == '-' ? -(int)power.value : (int)power.value;
  if (sign == '^') d->value = pow(d->value / power_of_ten(d->places), exponent), d->places = 0;
  else if (exponent >= d->places) d->value *= power_of_ten(exponent - d->places), d->places = 0;
  else d->places -= exponent;
  return end;
}

/* 40k is 40000, but km and kW begin otherwise. Whether it is the name 4K is for others to say. */
static uint32_t read_thousands(const RowText *t, uint32_t at, Digits *d) {
  uint32_t length, after, c = row_peek(t, at, &length), next = row_peek(t, at + length, &after);
  if ((c != 'k' && c != 'K') || utf8_is_letter(next) || number_digit_arabic(next) >= 0 || unit_at(t->text, t->end, at))
    return at;
  d->value *= 1000;
  return at + length;
}

static uint32_t read_decimal(const RowText *t, uint32_t at, Digits *d) {
  uint32_t length;
  d->arabic = true;
  at = digit_row(t, at, d, false);
  if (d->count <= 3 && d->value > 0) {
    for (uint32_t next; (next = thousands_group(t, at)); at = next) {
      RowText group = *t;
      group.end = next;
      row_peek(t, at, &length);
      digit_row(&group, at + length, d, false);
    }
  }
  uint32_t c = row_peek(t, at, &length), after = at + length;
  bool dot = c == 0xB7; /* 15·3%, as some old prints have it; but 8·15 is a date */
  if ((!is_point(c) && !dot) || number_digit_arabic(row_peek(t, after, &length)) < 0) return at;
  Digits before = *d;
  after = digit_row(t, after, d, true);
  if (!dot || char_in(row_peek(t, after, &length), "%％万亿")) return after;
  *d = before;
  return at;
}

static uint32_t read_arabic(const RowText *t, uint32_t at, Digits *d) {
  uint32_t end = read_decimal(t, at, d), behind = read_exponent(t, at, end, d);
  return behind > end ? behind : read_thousands(t, end, d);
}

/* 两三, 七八, 三五: two digits that mean a span. */
static bool is_pair(int a, int b) {
  return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

/* A digit of a Chinese row; a 0 inside it (二0三五) is the 〇 that was not at hand. */
static int chinese_digit(const RowText *t, uint32_t at, uint32_t count, uint32_t *length) {
  uint32_t c = row_peek(t, at, length), after;
  int digit = number_digit_chinese(c);
  return c == '0' && count && number_digit_chinese(row_peek(t, at + 1, &after)) >= 0 ? 0 : digit;
}

/* Chinese digits: one, a pair, or (only where `string` allows) a row such as 一九七八. */
static uint32_t read_chinese(const RowText *t, uint32_t at, Digits *d, bool string) {
  int first = -1, previous = -1;
  uint32_t start = at, length, second = at;
  for (int digit; (digit = chinese_digit(t, at, d->count, &length)) >= 0; at += length) {
    if (d->count && !(digit == 2 && previous == 1) && row_peek(t, at, &length) == 0x4E24) break; /* 第九|两条 */
    if (d->count == 1) second = at;
    if (!d->count) first = digit;
    if (d->value < 1e17) d->value = d->value * 10 + digit;
    d->count++, previous = digit;
  }
  if (d->count == 1 && string && row_peek(t, at, &length) == 0x3001) { /* 五、六倍 means a span as well */
    uint32_t after, other = at + length, third = number_digit_chinese(row_peek(t, other, &after));
    bool ordinal = start >= 3 && word_before(t->text, start - 3, start, "第");
    bool listed = start >= 6 && word_before(t->text, start - 3, start, "、") && /* 一、二、三次产业 */
                  number_digit_chinese(char_of(t->text, start - 3, start - 6)) == first - 1;
    uint32_t next = row_peek(t, other + after, &length);
    bool measured = number_power(next) || unit_at(t->text, t->end, other + after) ||
                    word_at(t->text, t->end, other + after, "两月");
    bool part = start >= 3 && word_before(t->text, start - 3, start, "之") && (!next || char_in(next, "，。、；）"));
    bool kinds = char_in(row_peek(t, other + after, &length), "类期级") && !char_in(row_peek(t, start, &length), "两"); /* 一、二类 */
    if (!ordinal && !listed && !kinds && (int)third == first + 1 && (measured || part)) { /* also 百分之四、五 */
      d->spread = 1;
      return other + after;
    }
  }
  uint32_t next = row_peek(t, at, &length);
  if (d->count == 2 && is_pair(first, previous) && (!string || number_power(next) || unit_at(t->text, t->end, at))) {
    d->value = first, d->spread = previous - first;
    return at;
  }
  if (d->count > 1 && !string) { /* 三十五六七: take the first */
    d->value = first, d->count = 1;
    return second;
  }
  return d->count ? at : start;
}

uint32_t row_read(const RowText *t, uint32_t at, bool string, Digits *d) {
  uint32_t length, c = row_peek(t, at, &length);
  if (number_digit_arabic(c) >= 0 || is_point(c)) return read_arabic(t, at, d); /* .5: begun by its point */
  if (is_several(c) || c == 0x6570) { /* 几百, 数千, 几个; 数 only before a magnitude */
    uint32_t after;
    int power = number_power(row_peek(t, at + length, &after));
    if (c == 0x6570 && !power) return at;
    d->value = 1, d->spread = 9, d->count = 1, d->some = true;
    return at + length;
  }
  return read_chinese(t, at, d, string);
}
