/* number.h: reads one number: 1,100万, 305.1亿, 3万4000, 二百三十五万, 一万五千亿, 八点三, 十五六, 数千, 500多万.
 *
 * A number is read by its own grammar alone; whether it means a quantity is for the callers to say. */
#ifndef YANHU_NUMBER_H
#define YANHU_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Number {
  uint32_t start, end; /* bytes */
  double value;        /* of 十五六, 数千: its lower bound */
  double high;         /* equals value unless the number is itself a range: 三四百, 几十, 数千 */
  double mantissa;     /* 10 of 10万: what a range shares its 万 with (10—15万) */
  double scale;        /* 1e4 of 10万; 1 without a magnitude word behind */
  uint16_t digits;     /* count of digit characters, saturating */
  bool arabic;         /* starts with an Arabic digit */
  bool magnitude;      /* has 十 百 千 万 亿 in it */
  bool implied;        /* starts with a magnitude: 千亿, 万 */
  bool decimal;        /* has a point */
  bool about;          /* 多, 余, 几 in it: 500多万, 二十几 */
  bool vague;          /* 几 without a magnitude: nothing is known */
} Number;

/* Reads the longest number that starts at `at`; false where none does. Linear in what it reads. */
bool number_parse(const char *text, uint32_t end, uint32_t at, Number *number);

/* The mark between the ends of a range at `at` (— – - ~ 至 到): its length in bytes, 0 for none. */
uint32_t range_mark(const char *text, uint32_t end, uint32_t at);

/* The digit of a character, 0 to 9, or -1: 一 二 两 〇 (Chinese), 0-9 full or half width (Arabic). */
int number_digit_chinese(uint32_t c);
int number_digit_arabic(uint32_t c);
/* The power of ten of 十 百 千 万 亿 兆, or 0. */
int number_power(uint32_t c);
/* How many tens one character stands for: 廿 (20), 卅, 卌; or 0. */
int number_tens(uint32_t c);

#endif
