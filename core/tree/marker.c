/* marker.c: see marker.h. One look at the first character decides which form can follow, so that the
 * many paragraphs without a marker cost nothing. */
#include "marker.h"

#include "../text/utf8.h"

#include <string.h>

typedef struct Cursor {
  const char *text;
  uint32_t at, end;
} Cursor;

static uint32_t peek(const Cursor *c, uint32_t *length) {
  if (c->at >= c->end) {
    *length = 0;
    return 0;
  }
  return utf8_decode(c->text + c->at, length);
}

static bool take(Cursor *c, uint32_t wanted) {
  uint32_t length;
  if (peek(c, &length) != wanted || !length) return false;
  c->at += length;
  return true;
}

static bool take_word(Cursor *c, const char *word) {
  const size_t length = strlen(word);
  if (c->end - c->at < length || memcmp(c->text + c->at, word, length)) return false;
  c->at += (uint32_t)length;
  return true;
}

static void skip_spaces(Cursor *c) {
  uint32_t length;
  while (utf8_is_space(peek(c, &length)) && length) c->at += length;
}

static int han_digit(uint32_t c) {
  static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D}; /* 一…九 */
  for (int i = 0; i < 9; i++)
    if (digits[i] == c) return i + 1;
  return 0;
}

/* 一 to 一百九十九; 0 where there is no numeral. */
static uint32_t take_han(Cursor *c) {
  uint32_t value = 0, digit = 0, length;
  for (int i = 0; i < 6; i++) {
    const uint32_t ch = peek(c, &length);
    const int d = han_digit(ch);
    if (d) {
      if (digit) return 0; /* 一九 is no enumerator */
      digit = (uint32_t)d;
    } else if (ch == 0x5341 || ch == 0x767E) { /* 十 百 */
      value += (digit ? digit : 1) * (ch == 0x5341 ? 10 : 100);
      digit = 0;
    } else if (!(ch == 0x96F6 && value >= 100)) { /* 零 */
      break;
    }
    c->at += length;
  }
  return value + digit;
}

/* 1 to 999; 0 for none or more digits. */
static uint32_t take_digits(Cursor *c) {
  uint32_t value = 0, n = 0;
  while (c->at < c->end && utf8_is_digit((unsigned char)c->text[c->at])) {
    if (++n > 3) return 0;
    value = value * 10 + (uint32_t)(c->text[c->at++] - '0');
  }
  return value;
}

static bool take_any(Cursor *c, const uint32_t *set) {
  for (; *set; set++)
    if (take(c, *set)) return true;
  return false;
}

static const uint32_t close_paren[] = {0xFF09, ')', 0x3015, 0};         /* ） ) 〕 */
static const uint32_t stops[] = {0x3001, 0xFF0E, '.', 0xFF61, 0};       /* 、 ． . ｡ */
static const uint32_t commas[] = {0xFF0C, ',', 0x3001, 0xFF1A, ':', 0}; /* ， , 、 ： : */

static Marker found(Cursor *c, MarkerStyle style, uint32_t number) {
  skip_spaces(c);
  return (Marker){(uint8_t)style, number, c->at};
}

static Marker read_paren(Cursor c, Marker none) {
  skip_spaces(&c);
  uint32_t n = take_han(&c);
  const MarkerStyle style = n ? MARKER_HAN_PAREN : MARKER_DIGIT_PAREN;
  if (!n) n = take_digits(&c);
  skip_spaces(&c);
  if (!n || !take_any(&c, close_paren)) return none;
  take(&c, 0x3001); /* （一）、 */
  return found(&c, style, n);
}

static Marker read_han(Cursor c, Marker none) {
  const uint32_t n = take_han(&c);
  if (!n) return none;
  skip_spaces(&c);
  if (take_any(&c, stops)) return found(&c, MARKER_HAN, n);
  if (take(&c, 0x662F)) { /* 是 */
    take_any(&c, commas);
    return found(&c, MARKER_HAN_IS, n);
  }
  if (take(&c, 0x8981)) return found(&c, MARKER_HAN_MUST, n); /* 要 */
  return none;
}

static Marker read_ordinal(Cursor c, Marker none) {
  static const char *const units[] = {"部分", "章", "节", "篇", "编"};
  uint32_t n = take_han(&c);
  if (!n) n = take_digits(&c);
  if (!n) return none;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    Cursor u = c;
    if (!take_word(&u, units[i])) continue;
    /* 第一部分是… and 第二章的… are sentences about a part, not its heading */
    static const char *const about[] = {"是", "的", "和", "与", "规定", "已", "中", "里", "要", "讲", "写", "至", "到"};
    for (size_t k = 0; k < sizeof about / sizeof *about; k++) {
      Cursor word = u;
      if (take_word(&word, about[k])) return none;
    }
    skip_spaces(&u);
    take_any(&u, commas);
    return found(&u, strcmp(units[i], "节") ? MARKER_CHAPTER : MARKER_CHAPTER_SECTION, n);
  }
  if (take(&c, 0x662F)) return found(&c, MARKER_ORDINAL, n); /* 第一是 */
  if (!take_any(&c, commas)) return none;
  return found(&c, MARKER_ORDINAL, n);
}

static Marker read_word_ordinal(Cursor c, Marker none) {
  static const char *const words[] = {"首先", "其次", "再次"};
  for (uint32_t i = 0; i < 3; i++) {
    Cursor w = c;
    if (take_word(&w, words[i]) && take_any(&w, commas)) return found(&w, MARKER_ORDINAL, i + 1);
  }
  return none;
}

static Marker read_digits(Cursor c, Marker none) {
  const uint32_t n = take_digits(&c);
  if (!n) return none;
  skip_spaces(&c);
  if (take_any(&c, close_paren)) return found(&c, MARKER_DIGIT_PAREN, n);
  if (!take_any(&c, stops)) return none;
  uint32_t length;
  if (utf8_is_digit(peek(&c, &length))) return none; /* 1.5亿 */
  return found(&c, MARKER_DIGIT, n);
}

static Marker read_dash(Cursor c, Marker none) {
  static const uint32_t dashes[] = {0x2014, 0x2015, 0x2500, 0xFF0D, 0x2013, 0x2012, '-', 0};
  uint32_t n = 0, length;
  while (n < 8 && take_any(&c, dashes)) n++;
  /* one dash may be a minus: -5℃ */
  if (!n || (n == 1 && utf8_is_digit(peek(&c, &length)))) return none;
  return found(&c, MARKER_DASH, 0);
}

/* ① ⑴ ⒈ ❶ ㈠: the marker in one character, as the form it stands for */
static Marker read_enclosed(Cursor c, uint32_t first) {
  static const struct {
    uint32_t one;
    uint8_t style;
  } rows[] = {
      {0x3220, MARKER_HAN_PAREN},   {0x2776, MARKER_CIRCLED}, {0x2488, MARKER_DIGIT},
      {0x2474, MARKER_DIGIT_PAREN}, {0x2460, MARKER_CIRCLED},
  };
  size_t row = 0;
  while (first < rows[row].one) row++;
  take_any(&c, stops); /* ㈠、 */
  return found(&c, rows[row].style, first - rows[row].one + 1);
}

Marker marker_read(const char *text, uint32_t start, uint32_t end) {
  const Marker none = {MARKER_NONE, 0, start};
  Cursor c = {text, start, end};
  uint32_t length;
  const uint32_t first = peek(&c, &length);
  switch (first) {
  case 0xFF08:
  case '(':
  case 0x3014: /* （ ( 〔 */
    c.at += length;
    return read_paren(c, none);
  case 0x7B2C: /* 第 */
    c.at += length;
    return read_ordinal(c, none);
  case 0x9996:
  case 0x5176:
  case 0x518D: /* 首 其 再 */
    return read_word_ordinal(c, none);
  case 0x2014:
  case 0x2015:
  case 0x2500:
  case 0xFF0D:
  case 0x2013:
  case 0x2012:
  case '-':
    return read_dash(c, none);
  case 0x25CF:
  case 0x25A0:
  case 0x25C6:
  case 0x25B2:
  case 0x2605:
  case 0x25CB:
  case 0x25A1:
  case 0x25C7:
  case 0x2022:
  case 0x00B7:
  case 0x27A2:
  case 0x25B6: /* ● ■ ◆ ▲ ★ ○ □ ◇ • · ➢ ▶ */
    c.at += length;
    return found(&c, MARKER_BULLET, 0);
  default:
    break;
  }
  if (utf8_is_enclosed_number(first)) {
    c.at += length;
    return read_enclosed(c, first);
  }
  if (utf8_is_digit(first)) return read_digits(c, none);
  if (han_digit(first) || first == 0x5341 || first == 0x767E) return read_han(c, none);
  return none;
}
