/* number.c: the grammar of numbers, Arabic, Chinese and mixed.
 *
 * A number is a row of pairs, digits and a magnitude: 3|万 4|千, 一|百 八|十 五|万. 十 百 千 fill a section
 * below one 万; 万 亿 兆 close the section and multiply what stands lower than themselves, which is why
 * 一万五千亿 is 15000 亿. Each pair is taken only if it goes on falling, so that 二百二百 is two numbers. */
#include "number.h"
#include "decimal.h"
#include "row.h"
#include "unit.h"

enum { NONE = 99 }; /* no small magnitude yet in this section */

typedef struct Reader {
  RowText in;
  uint32_t at;
  Decimal section;  /* what has been read below the next 万 */
  double spread;    /* high - low, in units of the section */
  int last;         /* power of the last small magnitude in the section, or NONE */
  bool filled;      /* the section holds something */
  Decimal stack[4]; /* closed sections, their magnitudes falling */
  int powers[4], depth;
  int rows; /* of digits */
  Number *number;
} Reader;

/* 千瓦, 兆瓦, 百分点: the magnitude belongs to the unit unless a larger one follows (五千万千瓦). */
static bool belongs_to_unit(const Reader *r, uint32_t at, int power) {
  return (power == 2 || power == 3 || power == 12) && unit_at(r->in.text, r->in.end, at);
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
  if (!filled && r->number->end > r->in.start) return false;
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
  if (!zero && row_peek(&r->in, r->at - 3, &(uint32_t){0}) == 0x4E24) return false; /* 七万万|两 */
  int shift = zero || d->arabic || below == 1 ? 0 : below - 1;
  if (shift && unit_at(r->in.text, r->in.end, r->at)) return false; /* 一百|五年: no one leaves out 十 before a unit */
  r->section = decimal_add(r->section, (Decimal){(d->value) * power_of_ten(shift), 0});
  r->spread += d->spread * power_of_ten(shift);
  return true;
}

/* 零 between the pairs: 一千零五, 一万零一十二. False where what follows cannot stand behind it. */
static bool pass_zero(Reader *r, bool *zero) {
  uint32_t length, after, c = row_peek(&r->in, r->at, &length);
  if (!is_zero(c)) return true;
  uint32_t next = row_peek(&r->in, r->at + length, &after);
  *zero = true, r->at += length;
  return number_digit_chinese(next) > 0 || number_digit_arabic(next) >= 0 || number_power(next) == 1 ||
         is_several(next);
}

/* 十几, 二十几万: 几 at the place of a digit that nobody knows; 一千几百 is a pair like others. */
static bool pass_several(Reader *r) {
  uint32_t length, after;
  if (!is_several(row_peek(&r->in, r->at, &length))) return false;
  int power = number_power(row_peek(&r->in, r->at + length, &after));
  if (power > 0 && power < 4) return false;
  r->number->about = true, r->at += length;
  return true;
}

/* 多 and 余 before a magnitude: 500多万, 一亿一千多万. */
static bool pass_more(Reader *r) {
  uint32_t length, after;
  if (!is_more(row_peek(&r->in, r->at, &length)) || !number_power(row_peek(&r->in, r->at + length, &after)))
    return false;
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
  int tens = number_tens(row_peek(&r->in, r->at, &length)), power = 1;
  bool more = false;
  if (tens) d.value = tens, d.count = 1;
  else {
    r->at = row_read(&r->in, r->at, first, &d);
    more = (!first || d.count) && pass_more(r);
    power = number_power(row_peek(&r->in, r->at, &length));
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
  uint32_t length, c = row_peek(&r->in, r->at, &length);
  if (!may_go_on(c) && !(is_point(c) && r->at == r->in.start)) return false; /* spares most the copies */
  Reader before = *r;
  Number number = *r->number;
  if (try_pair(r)) return true;
  *r = before, *r->number = number;
  return false;
}

/* 八点三, 一点五万: the point of a Chinese number and the digits behind it. */
static void read_point(Reader *r) {
  uint32_t length, c = row_peek(&r->in, r->at, &length), at = r->at + length, count = 0;
  if (r->number->decimal || r->number->about || !is_dot(c)) return;
  Decimal fraction = {0, 0};
  for (int digit; (digit = number_digit_chinese(c = row_peek(&r->in, at, &length))) >= 0 && !char_in(c, "两兩");
       at += length, count++)
    if (fraction.places < 15) fraction = (Decimal){fraction.x * 10 + digit, fraction.places + 1};
  int power = number_power(c = row_peek(&r->in, at, &length));
  if (!count || (power && power < 4 && !belongs_to_unit(r, at, power)) ||
      (count == 1 && char_in(c, "是要个") && !word_at(r->in.text, r->in.end, at, "个百分") &&
       !word_at(r->in.text, r->in.end, at, "个千分")))
    return;
  if (r->last == NONE) r->filled = true;
  r->section = decimal_add(r->section, fraction);
  r->number->decimal = true, r->at = at;
  while ((power = number_power(row_peek(&r->in, r->at, &length))) >= 4 && !belongs_to_unit(r, r->at, power) &&
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
      !is_more(row_peek(&r->in, r->at, &length)))
    return;
  n->about = true, r->at += length;
}

static bool is_financial(uint32_t c) {
  return number_digit_chinese(c) > 0 && !char_in(c, "一二两兩三四五六七八九");
}

/* 壹, 陆, 拾 and the like are also in 大陆, 队伍, 收拾: alone they are numerals only behind 分之, 又 and 是. */
static bool is_formal_digit(const Reader *r, uint32_t next) {
  uint32_t at = r->at;
  while (at && r->in.text[at - 1] == ' ' && r->at - at < 4) at--;
  if (at < 3) return false;
  if (word_before(r->in.text, at - 3, at, "之") || word_before(r->in.text, at - 3, at, "又")) return true;
  return word_before(r->in.text, at - 3, at, "是") && !utf8_is_han(next);
}

/* The magnitude words at the end that the members of a range share: 万亿 of 4.5万亿, 千 of 5千, but not the 万 of
 * 一亿二千万; 十 is said with each (三十到五十). */
static double shared_scale(const Reader *r) {
  uint32_t at = r->at;
  int powers = 0;
  while (at > r->in.start) {
    uint32_t start = char_start(r->in.text, r->in.start, at), c = char_of(r->in.text, r->in.end, start);
    int power = number_power(c);
    if (power == 1 || (!power && c != ' ')) break;
    powers += power, at = start;
  }
  if (r->rows == 1 && at > r->in.start) return power_of_ten(powers);
  return r->depth == 1 && !r->filled ? power_of_ten(r->powers[0]) : 1;
}

bool number_parse(const char *text, uint32_t end, uint32_t at, Number *number) {
  *number = (Number){.start = at, .end = at, .scale = 1};
  Reader r = {.in = {text, end, at}, .at = at, .last = NONE, .number = number};
  uint32_t length, after, c = row_peek(&r.in, at, &length), next = row_peek(&r.in, at + length, &after);
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
