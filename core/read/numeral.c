/* numeral.c: see numeral.h. */
#include "numeral.h"

#include <stdio.h>
#include <string.h>

static const char *const DIGITS[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const LEGAL[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
static const char *const STEMS[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
static const char *const BRANCHES[] = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};

static size_t put(char *out, size_t at, const char *word) {
  memcpy(out + at, word, strlen(word) + 1);
  return at + strlen(word);
}

/* 一百二十三, 十二, 一百零五; up to 9999. */
static size_t chinese(int number, const char *const *digits, const char *const *units, int bare_ten, char *out) {
  size_t length = 0;
  int gap = 0;
  for (int power = 3, scale = 1000; power >= 0; power--, scale /= 10) {
    const int digit = number / scale % 10;
    if (!digit) {
      gap = length > 0;
      continue;
    }
    if (gap) length = put(out, length, "零");
    gap = 0;
    if (!(bare_ten && power == 1 && digit == 1 && number < 20)) length = put(out, length, digits[digit]);
    length = put(out, length, units[power]);
  }
  return length;
}

static size_t chinese_digits(int number, char *out) {
  char plain[16];
  size_t length = 0;
  snprintf(plain, sizeof plain, "%d", number);
  for (const char *p = plain; *p; p++) length = put(out, length, DIGITS[*p - '0']);
  return length;
}

static size_t roman(int number, int lower, char *out) {
  static const struct {
    int value;
    const char *upper, *lower;
  } PARTS[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
               {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
               {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
  size_t length = 0;
  for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
    for (; number >= PARTS[i].value; number -= PARTS[i].value)
      length = put(out, length, lower ? PARTS[i].lower : PARTS[i].upper);
  return length;
}

size_t numeral_write(const char *format, int number, char *out, size_t size) {
  static const char *const UNITS[] = {"", "十", "百", "千"}, *const LEGAL_UNITS[] = {"", "拾", "佰", "仟"};
  out[0] = 0;
  if (strcmp(format, "none") == 0) return 0;
  const int small = number > 0 && number < 10000;
  if (small && (strcmp(format, "chineseCounting") == 0 || strcmp(format, "chineseCountingThousand") == 0 ||
                strcmp(format, "japaneseCounting") == 0 || strcmp(format, "taiwaneseCountingThousand") == 0 ||
                strcmp(format, "taiwaneseCounting") == 0))
    return chinese(number, DIGITS, UNITS, 1, out);
  if (small && strcmp(format, "chineseLegalSimplified") == 0) return chinese(number, LEGAL, LEGAL_UNITS, 0, out);
  if (small && (strcmp(format, "ideographDigital") == 0 || strcmp(format, "japaneseDigitalTenThousand") == 0 ||
                strcmp(format, "taiwaneseDigital") == 0))
    return chinese_digits(number, out);
  if (strcmp(format, "ideographTraditional") == 0 && number > 0) return put(out, 0, STEMS[(number - 1) % 10]);
  if (strcmp(format, "ideographZodiac") == 0 && number > 0) return put(out, 0, BRANCHES[(number - 1) % 12]);
  if (number > 0 && number < 1000 && strcmp(format, "upperRoman") == 0) return roman(number, 0, out);
  if (number > 0 && number < 1000 && strcmp(format, "lowerRoman") == 0) return roman(number, 1, out);
  if (number > 0 && (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0)) {
    out[0] = (char)((format[0] == 'u' ? 'A' : 'a') + (number - 1) % 26);
    out[1] = 0;
    return 1;
  }
  if (number > 0 && number <= 20 && strncmp(format, "decimalEnclosedCircle", 21) == 0) { /* ① is E2 91 A0 */
    const char circle[] = {(char)0xE2, (char)0x91, (char)(0x9F + number), 0};
    return put(out, 0, circle);
  }
  const int length = snprintf(out, size, strcmp(format, "decimalZero") == 0 ? "%02d" : "%d", number);
  return length > 0 && (size_t)length < size ? (size_t)length : 0;
}
