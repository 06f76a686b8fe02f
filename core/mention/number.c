/* number.c: the grammar of numbers, Arabic, Chinese and mixed.
 *
 * A number is a row of pairs, digits and a magnitude: 3|万 4|千, 一|百 八|十 五|万. 十 百 千 fill a section
 * below one 万; 万 亿 兆 close the section and multiply what stands lower than themselves, which is why
 * 一万五千亿 is 15000 亿. Each pair is taken only if it goes on falling, so that 二百二百 is two numbers. */
#include "number.h"
#include "chars.h"
#include "unit.h"
#include <math.h>

enum { NONE = 99 }; /* no small magnitude yet in this section */

/* x / 10^places, kept apart so that 305.1亿 comes out as the exact integer */
typedef struct Decimal {
  double x;
  int places;
} Decimal;

typedef struct Reader {
  const char *text;
  uint32_t end, at;
  Decimal section;  /* what has been read below the next 万 */
  double spread;    /* high - low, in units of the section */
  int last;         /* power of the last small magnitude in the section, or NONE */
  bool filled;      /* the section holds something */
  Decimal stack[4]; /* closed sections, their magnitudes falling */
  int powers[4], depth;
  int rows; /* of digits */
  Number *number;
} Reader;

typedef struct Digits {
  double value, spread;
  int places;
  uint32_t count;
  bool arabic, some; /* some: 几 or 数 */
} Digits;

static bool is_several(uint32_t c) {
  return c == 0x51E0 || c == 0x5E7E;
} /* 几 幾 */
static bool is_more(uint32_t c) {
  return c == 0x591A || c == 0x4F59 || c == 0x9918;
} /* 多 余 餘 */
static bool is_point(uint32_t c) {
  return c == '.' || c == 0xFF0E;
}
static bool is_dot(uint32_t c) {
  return c == 0x70B9 || c == 0x9EDE;
} /* 点 點 */
static bool is_zero(uint32_t c) {
  return number_digit_chinese(c) == 0;
}

static double power_of_ten(int n) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  return n <= 22 ? powers[n] : pow(10, n);
}

static double decimal_value(Decimal d) {
  return d.places ? d.x / power_of_ten(d.places) : d.x;
}

static Decimal decimal_raise(Decimal d, int power) {
  int eaten = power < d.places ? power : d.places;
  return (Decimal){d.x * power_of_ten(power - eaten), d.places - eaten};
}

static Decimal decimal_add(Decimal a, Decimal b) {
  if (a.places == b.places) return (Decimal){a.x + b.x, a.places};
  if (a.places < b.places) return (Decimal){a.x * power_of_ten(b.places - a.places) + b.x, b.places};
  return decimal_add(b, a);
}

/* The character behind the blanks at `at`, if it is one that may go on a Chinese number; else the blank itself. */
static uint32_t peek_over_blanks(const Reader *r, uint32_t at, uint32_t *length) {
  uint32_t blank = char_at(r->text, r->end, at, length), size = *length, over = 0, c = blank;
  for (; utf8_is_space(c) && over < 12; c = char_at(r->text, r->end, at + over, &size)) over += size;
  if (number_digit_chinese(c) < 0 && !number_power(c) && !is_several(c) && !is_more(c) && !is_dot(c)) return blank;
  *length = over + size;
  return c;
}

/* The character at `at`. Inside a number, blanks before a Chinese numeral are passed over (一百 五 十 二, 1000 万). */
static inline uint32_t peek(const Reader *r, uint32_t at, uint32_t *length) {
  uint32_t c = char_at(r->text, r->end, at, length);
  return utf8_is_space(c) && at != r->number->start ? peek_over_blanks(r, at, length) : c;
}

/* Digits of one row, at most 17 of them counted into x: more do not change a double. */
static uint32_t digit_row(const Reader *r, uint32_t at, Digits *d, bool fraction) {
  uint32_t length;
  for (int digit; (digit = number_digit_arabic(peek(r, at, &length))) >= 0; at += length) {
    if (d->value < 1e17) {
      d->value = d->value * 10 + digit;
      if (fraction) d->places++;
    } else if (!fraction) d->value *= 10;
    d->count++;
  }
  return at;
}

/* ,123 or ，１２３ (the wide comma only between wide digits): where the group ends, or 0. */
static uint32_t thousands_group(const Reader *r, uint32_t at) {
  uint32_t length, comma = peek(r, at, &length);
  if (comma != ',' && comma != 0xFF0C) return 0;
  at += length;
  for (int i = 0; i < 3; i++, at += length) {
    uint32_t c = peek(r, at, &length);
    if (number_digit_arabic(c) < 0 || (comma == 0xFF0C && c < 0xFF10)) return 0;
  }
  return number_digit_arabic(peek(r, at, &length)) < 0 ? at : 0;
}

/* e5, E-3, ^2 behind digits: their power, as figures of science and tables of other programs have it. */
static uint32_t read_exponent(const Reader *r, uint32_t at, Digits *d) {
  uint32_t length, sign = peek(r, at, &length), digits = at + length;
  if ((sign != 'e' && sign != 'E' && sign != '^') || r->at != r->number->start) return at;
  if (r->at && utf8_is_letter((unsigned char)r->text[r->at - 1])) return at; /* T2E5 */
  uint32_t mark = peek(r, digits, &length);
  if (mark == 0xFF0D) mark = '-';
  if (mark == '+' || mark == '-') digits += length;
  Digits power = {0};
  uint32_t end = digit_row(r, digits, &power, false);
  if (!power.count || power.value > 300 || utf8_is_letter(peek(r, end, &length))) return at;
  int exponent = mark == '-' ? -(int)power.value : (int)power.value;
  if (sign == '^') d->value = pow(d->value / power_of_ten(d->places), exponent), d->places = 0;
  else if (exponent >= d->places) d->value *= power_of_ten(exponent - d->places), d->places = 0;
  else d->places -= exponent;
  return end;
}

/* 40k is 40000, but km and kW begin otherwise. Whether it is the name 4K is for others to say. */
static uint32_t read_thousands(const Reader *r, uint32_t at, Digits *d) {
  uint32_t length, after, c = peek(r, at, &length), next = peek(r, at + length, &after);
  if ((c != 'k' && c != 'K') || utf8_is_letter(next) || number_digit_arabic(next) >= 0 || unit_at(r->text, r->end, at))
    return at;
  d->value *= 1000;
  return at + length;
}

static uint32_t read_decimal(const Reader *r, uint32_t at, Digits *d) {
  uint32_t length;
  d->arabic = true;
  at = digit_row(r, at, d, false);
  if (d->count <= 3 && d->value > 0) {
    for (uint32_t next; (next = thousands_group(r, at)); at = next) {
      Reader group = *r;
      group.end = next;
      peek(r, at, &length);
      digit_row(&group, at + length, d, false);
    }
  }
  uint32_t c = peek(r, at, &length), after = at + length;
  bool dot = c == 0xB7; /* 15·3%, as some old prints have it; but 8·15 is a date */
  if ((!is_point(c) && !dot) || number_digit_arabic(peek(r, after, &length)) < 0) return at;
  Digits before = *d;
  after = digit_row(r, after, d, true);
  if (!dot || char_in(peek(r, after, &length), "%％万亿")) return after;
  *d = before;
  return at;
}

static uint32_t read_arabic(const Reader *r, uint32_t at, Digits *d) {
  uint32_t end = read_decimal(r, at, d), behind = read_exponent(r, end, d);
  return behind > end ? behind : read_thousands(r, end, d);
}

/* 两三, 七八, 三五: two digits that mean a span. */
static bool is_pair(int a, int b) {
  return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

static bool is_financial(uint32_t c) {
  return number_digit_chinese(c) > 0 && !char_in(c, "一二两兩三四五六七八九");
}

/* A digit of a Chinese row; a 0 inside it (二0三五) is the 〇 that was not at hand. */
static int chinese_digit(const Reader *r, uint32_t at, uint32_t count, uint32_t *length) {
  uint32_t c = peek(r, at, length), after;
  int digit = number_digit_chinese(c);
  return c == '0' && count && number_digit_chinese(peek(r, at + 1, &after)) >= 0 ? 0 : digit;
}

/* Chinese digits: one, a pair, or (only where `string` allows) a row such as 一九七八. */
static uint32_t read_chinese(const Reader *r, uint32_t at, Digits *d, bool string) {
  int first = -1, previous = -1;
  uint32_t start = at, length, second = at;
  for (int digit; (digit = chinese_digit(r, at, d->count, &length)) >= 0; at += length) {
    if (d->count && !(digit == 2 && previous == 1) && peek(r, at, &length) == 0x4E24) break; /* 第九|两条 */
    if (d->count == 1) second = at;
    if (!d->count) first = digit;
    if (d->value < 1e17) d->value = d->value * 10 + digit;
    d->count++, previous = digit;
  }
  if (d->count == 1 && string && peek(r, at, &length) == 0x3001) { /* 五、六倍 means a span as well */
    uint32_t after, other = at + length, third = number_digit_chinese(peek(r, other, &after));
    bool ordinal = start >= 3 && word_before(r->text, start - 3, start, "第");
    bool listed = start >= 6 && word_before(r->text, start - 3, start, "、") && /* 一、二、三次产业 */
                  number_digit_chinese(char_of(r->text, start - 3, start - 6)) == first - 1;
    uint32_t next = peek(r, other + after, &length);
    bool measured = number_power(next) || unit_at(r->text, r->end, other + after) ||
                    word_at(r->text, r->end, other + after, "两月");
    bool part = start >= 3 && word_before(r->text, start - 3, start, "之") && (!next || char_in(next, "，。、；）"));
    if (!ordinal && !listed && (int)third == first + 1 && (measured || part)) { /* also 百分之四、五 */
      d->spread = 1;
      return other + after;
    }
  }
  uint32_t next = peek(r, at, &length);
  if (d->count == 2 && is_pair(first, previous) && (!string || number_power(next) || unit_at(r->text, r->end, at))) {
    d->value = first, d->spread = previous - first;
    return at;
  }
  if (d->count > 1 && !string) { /* 三十五六七: take the first */
    d->value = first, d->count = 1;
    return second;
  }
  return d->count ? at : start;
}

static uint32_t read_digits(const Reader *r, Digits *d, bool string) {
  uint32_t length, c = peek(r, r->at, &length);
  if (number_digit_arabic(c) >= 0 || is_point(c)) return read_arabic(r, r->at, d); /* .5: begun by its point */
  if (is_several(c) || c == 0x6570) { /* 几百, 数千, 几个; 数 only before a magnitude */
    uint32_t after;
    int power = number_power(peek(r, r->at + length, &after));
    if (c == 0x6570 && !power) return r->at;
    d->value = 1, d->spread = 9, d->count = 1, d->some = true;
    return r->at + length;
  }
  return read_chinese(r, r->at, d, string);
}

/* 千瓦, 兆瓦, 百分点: the magnitude belongs to the unit unless a larger one follows (五千万千瓦). */
static bool belongs_to_unit(const Reader *r, uint32_t at, int power) {
  return (power == 2 || power == 3 || power == 12) && unit_at(r->text, r->end, at);
}

/* Multiplies all that is smaller than the magnitude; false where the magnitude cannot stand here. */
static bool close_section(Reader *r, int power) {
  Decimal sum = r->section;
  bool filled = r->filled;
  int depth = r->depth;
  while (depth && r->powers[depth - 1] <= power) {
    if (r->powers[depth - 1] == power && r->filled) return false;
    sum = decimal_add(sum, r->stack[--depth]);
    filled = true;
  }
  if (!filled && r->number->end > r->number->start) return false;
  if (!filled) sum = (Decimal){1, 0}, r->number->implied = true;
  r->depth = depth;
  r->stack[r->depth] = decimal_raise(sum, power);
  r->powers[r->depth++] = power;
  r->spread *= power_of_ten(power);
  r->section = (Decimal){0, 0}, r->last = NONE, r->filled = false;
  return true;
}

/* What digits without a magnitude behind them are worth: 二百五 (250), 一万三 (13000), 3万4000, 一千零五. */
static bool add_tail(Reader *r, const Digits *d, bool zero) {
  int below = r->last != NONE ? r->last : r->depth ? r->powers[r->depth - 1] : NONE;
  if (below == NONE) { /* the whole number is these digits */
    r->section = (Decimal){d->value, d->places};
    r->spread = d->spread;
    return true;
  }
  if (d->some || d->places) return false;
  if (d->arabic) {
    bool fits = zero || (int)d->count == below || (below == 4 && d->count == 3);
    if (!fits || d->value >= power_of_ten(below)) return false;
  }
  if (!zero && peek(r, r->at - 3, &(uint32_t){0}) == 0x4E24) return false; /* 七万万|两 */
  int shift = zero || d->arabic || below == 1 ? 0 : below - 1;
  if (shift && unit_at(r->text, r->end, r->at)) return false; /* 一百|五年: no one leaves out 十 before a unit */
  r->section = decimal_add(r->section, (Decimal){(d->value) * power_of_ten(shift), 0});
  r->spread += d->spread * power_of_ten(shift);
  return true;
}

/* 零 between the pairs: 一千零五, 一万零一十二. False where what follows cannot stand behind it. */
static bool pass_zero(Reader *r, bool *zero) {
  uint32_t length, after, c = peek(r, r->at, &length);
  if (!is_zero(c)) return true;
  uint32_t next = peek(r, r->at + length, &after);
  *zero = true, r->at += length;
  return number_digit_chinese(next) > 0 || number_digit_arabic(next) >= 0 || number_power(next) == 1 ||
         is_several(next);
}

/* 十几, 二十几万: 几 at the place of a digit that nobody knows; 一千几百 is a pair like others. */
static bool pass_several(Reader *r) {
  uint32_t length, after;
  if (!is_several(peek(r, r->at, &length))) return false;
  int power = number_power(peek(r, r->at + length, &after));
  if (power > 0 && power < 4) return false;
  r->number->about = true, r->at += length;
  return true;
}

/* 多 and 余 before a magnitude: 500多万, 一亿一千多万. */
static bool pass_more(Reader *r) {
  uint32_t length, after;
  if (!is_more(peek(r, r->at, &length)) || !number_power(peek(r, r->at + length, &after))) return false;
  r->at += length;
  return true;
}

/* 十 百 千: adds the pair to the section. */
static bool add_small(Reader *r, const Digits *d, int power, bool first) {
  if (!d->count && !first && power != 1) return false;
  if (!d->count && first && power > 1) r->number->implied = true;
  Decimal digits = d->count ? (Decimal){d->value, d->places} : (Decimal){1, 0};
  r->section = decimal_add(r->section, decimal_raise(digits, power));
  r->spread += d->spread * power_of_ten(power);
  r->last = power, r->filled = true;
  return true;
}

/* 万 亿 兆: closes the section, with the digits right before it. */
static bool add_large(Reader *r, const Digits *d, int power, bool zero) {
  if (d->count) {
    if (d->arabic && r->filled && !zero && d->value >= power_of_ten(r->last)) return false;
    r->section = decimal_add(r->section, (Decimal){d->value, d->places});
    r->spread += d->spread;
    r->filled = true;
  }
  return close_section(r, power);
}

static bool try_pair(Reader *r) {
  Number *n = r->number;
  bool first = r->at == n->start, zero = false;
  if (r->last == 0) return false; /* 二百五, 3万4000: over */
  if (!first && !pass_zero(r, &zero)) return false;
  if (!first && pass_several(r)) return true;
  Digits d = {0};
  uint32_t length;
  int tens = number_tens(peek(r, r->at, &length)), power = 1;
  bool more = false;
  if (tens) d.value = tens, d.count = 1;
  else {
    r->at = read_digits(r, &d, first);
    more = (!first || d.count) && pass_more(r);
    power = number_power(peek(r, r->at, &length));
  }
  if (power && (d.count || !first) && belongs_to_unit(r, r->at, power)) power = 0;
  if (power && power < 4 && !(power < r->last && (d.count || !r->filled || power == 1))) power = 0; /* not falling */
  if (power >= 4 ? !add_large(r, &d, power, zero)
      : power    ? !add_small(r, &d, power, first)
                 : more || !d.count || !add_tail(r, &d, zero))
    return false;
  r->rows += d.count > 0;
  if (power) r->at += length, n->magnitude = true;
  else r->last = 0, r->filled = true; /* nothing goes below */
  n->vague = !power && d.some;
  n->about = n->about || more;
  n->decimal = n->decimal || d.places;
  if (first) n->arabic = d.arabic;
  n->digits = (uint16_t)(n->digits + d.count > 60000 ? 60000 : n->digits + d.count);
  return true;
}

static bool may_go_on(uint32_t c) {
  return number_digit_arabic(c) >= 0 || number_digit_chinese(c) >= 0 || number_power(c) || is_several(c) ||
         is_more(c) || number_tens(c) || c == 0x6570; /* 数 */
}

/* One more pair of digits and magnitude. False, and nothing taken, where the number is over. */
static bool read_pair(Reader *r) {
  uint32_t length, c = peek(r, r->at, &length);
  if (!may_go_on(c) && !(is_point(c) && r->at == r->number->start)) return false; /* spares most the copies */
  Reader before = *r;
  Number number = *r->number;
  if (try_pair(r)) return true;
  *r = before, *r->number = number;
  return false;
}

/* 八点三, 一点五万: the point of a Chinese number and the digits behind it. */
static void read_point(Reader *r) {
  uint32_t length, c = peek(r, r->at, &length), at = r->at + length, count = 0;
  if (r->number->decimal || r->number->about || !is_dot(c)) return;
  Decimal fraction = {0, 0};
  for (int digit; (digit = number_digit_chinese(c = peek(r, at, &length))) >= 0 && !char_in(c, "两兩");
       at += length, count++)
    if (fraction.places < 15) fraction = (Decimal){fraction.x * 10 + digit, fraction.places + 1};
  int power = number_power(c = peek(r, at, &length));
  if (!count || (power && power < 4 && !belongs_to_unit(r, at, power)) ||
      (count == 1 && char_in(c, "是要个") && !word_at(r->text, r->end, at, "个百分")))
    return;
  if (r->last == NONE) r->filled = true;
  r->section = decimal_add(r->section, fraction);
  r->number->decimal = true, r->at = at;
  while ((power = number_power(peek(r, r->at, &length))) >= 4 && !belongs_to_unit(r, r->at, power) &&
         close_section(r, power)) {
    r->at += length;
    r->number->magnitude = true;
  }
}

/* 多, 余 behind the whole number: 二十多, 500余; not behind one digit (一多). */
static void read_more(Reader *r) {
  uint32_t length;
  Number *n = r->number;
  if (n->about || (n->decimal && !n->magnitude) || (!n->magnitude && n->digits < 2) ||
      !is_more(peek(r, r->at, &length)))
    return;
  n->about = true, r->at += length;
}

/* 壹, 陆, 拾 and the like are also in 大陆, 队伍, 收拾: alone they are numerals only behind 分之, 又 and 是. */
static bool is_formal_digit(const Reader *r, uint32_t next) {
  uint32_t at = r->at;
  while (at && r->text[at - 1] == ' ' && r->at - at < 4) at--;
  if (at < 3) return false;
  if (word_before(r->text, at - 3, at, "之") || word_before(r->text, at - 3, at, "又")) return true;
  return word_before(r->text, at - 3, at, "是") && !utf8_is_han(next);
}

/* The magnitude words at the end that the members of a range share: 万亿 of 4.5万亿, 千 of 5千, but not the 万 of
 * 一亿二千万; 十 is said with each (三十到五十). */
static double shared_scale(const Reader *r) {
  uint32_t at = r->at;
  int powers = 0;
  while (at > r->number->start) {
    uint32_t start = char_start(r->text, r->number->start, at), c = char_of(r->text, r->end, start);
    int power = number_power(c);
    if (power == 1 || (!power && c != ' ')) break;
    powers += power, at = start;
  }
  if (r->rows == 1 && at > r->number->start) return power_of_ten(powers);
  return r->depth == 1 && !r->filled ? power_of_ten(r->powers[0]) : 1;
}

bool number_parse(const char *text, uint32_t end, uint32_t at, Number *number) {
  *number = (Number){.start = at, .end = at, .scale = 1};
  Reader r = {.text = text, .end = end, .at = at, .last = NONE, .number = number};
  uint32_t length, after, c = peek(&r, at, &length), next = peek(&r, at + length, &after);
  if (is_zero(c) && !is_dot(next)) return false;         /* 零件, 零增长 */
  bool formal = is_financial(c) || char_in(c, "拾佰仟"); /* also 收拾, 大陆, 队伍 */
  if (formal && !number_power(next) && number_digit_chinese(next) < 0 && !is_dot(next) &&
      !char_in(next, "折成分余又") && !is_formal_digit(&r, next))
    return false;
  while (read_pair(&r)) number->end = r.at;
  if (r.at == at) return false;
  if (!number->arabic || number->magnitude) read_point(&r);
  number->scale = shared_scale(&r);
  read_more(&r);
  number->end = r.at;
  Decimal sum = r.section;
  for (int i = r.depth; i-- > 0;) sum = decimal_add(sum, r.stack[i]);
  number->value = decimal_value(sum);
  number->high = number->value + r.spread;
  number->mantissa = number->value / number->scale;
  return true;
}

uint32_t range_mark(const char *text, uint32_t end, uint32_t at) {
  uint32_t length, c = char_at(text, end, at, &length), total = 0;
  if (char_in(c, "至到")) return length;
  if (c == ' ') c = char_at(text, end, at + ++total, &length);
  uint32_t blank = total;
  for (int i = 0; i < 2 && char_in(c, "-–—－~～−"); i++, c = char_at(text, end, at + total, &length)) total += length;
  if (total == blank) return 0;
  return c == ' ' && blank ? total + 1 : total;
}
