/* fold.c: see fold.h. */
#include "fold.h"

#include "radicals.h"
#include "residue.h"
#include "utf8.h"

#include <string.h>

typedef struct Cursor {
  const char *p, *begin, *end;
  uint32_t start, run; /* in the folded text: where this line began, where the last space was */
  bool row, quoted;
  int prose; /* -1: not looked at yet */
} Cursor;

/* The plain form of a full-width digit, letter or mark, or of a radical; c itself where it has none. */
static uint32_t plain(uint32_t c) {
  if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A)) return c - 0xFEE0;
  switch (c) {
  case 0xFF05:
  case 0xFE6A:
    return '%';
  case 0xFF0B:
    return '+';
  case 0xFF0F:
    return '/';
  default:
    return radical_ideograph(c);
  }
}

static bool is_mark(uint32_t c) { /* Chinese punctuation */
  return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F) || (c >= 0x2010 && c <= 0x2027) || c == 0x2236 ||
         c == 0xB7 || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
         (c >= 0xFF5B && c <= 0xFF65);
}

static bool is_dropped(uint32_t c) { /* no text: controls, zero-width and direction marks, soft hyphens */
  return c < 32 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

static uint32_t next_plain(const char *p, const char *end, uint32_t *length) {
  if (p >= end) return *length = 0, 0;
  return plain(utf8_decode(p, length));
}

static uint32_t last_codepoint(const Fold *fold, uint32_t start) {
  if (fold->length == start) return 0;
  uint32_t n;
  return utf8_decode(utf8_before(fold->out + start, fold->out + fold->length), &n);
}

static bool same_class(uint32_t a, uint32_t b) {
  return (utf8_is_han(a) && utf8_is_han(b)) || (utf8_is_digit(a) && utf8_is_digit(b));
}

/* Whether the line is running text, where a space between two characters means nothing, rather than a title or a
 * name, where it divides words. */
static bool is_prose(Cursor *cursor) {
  if (cursor->prose < 0) {
    cursor->prose = 0;
    for (const char *p = cursor->begin; p + 3 <= cursor->end && !cursor->prose; p++)
      cursor->prose = memcmp(p, "，", 3) == 0 || memcmp(p, "。", 3) == 0 || memcmp(p, "；", 3) == 0;
  }
  return cursor->prose;
}

/* Whether the character at the end of the folded text stands alone behind a space: the 9 of `1 9 9 3`. */
static bool alone_before(const Fold *fold, uint32_t run) {
  const char *begin = fold->out + run, *last = utf8_before(begin, fold->out + fold->length);
  if (last == begin) return true;
  uint32_t n;
  return !same_class(utf8_decode(utf8_before(begin, last), &n), utf8_decode(last, &n));
}

static bool alone_after(const char *p, const char *end) {
  uint32_t n, m;
  const uint32_t first = next_plain(p, end, &n), second = next_plain(p + n, end, &m);
  return !same_class(first, second) && !(utf8_is_digit(first) && second == '/'); /* 1 3/4 is no 13/4 */
}

/* Whether the space at the end of the folded text and in front of `cursor` divides words and stays. */
static bool keeps_space(const Fold *fold, Cursor *cursor, uint32_t before, uint32_t after) {
  if (!before || !after || is_mark(before) || is_mark(after)) return false;
  if (same_class(before, after)) {
    if (alone_before(fold, cursor->run) && alone_after(cursor->p, cursor->end)) return false;
    return utf8_is_digit(before) || cursor->quoted || !is_prose(cursor);
  }
  if (utf8_is_han(before) || utf8_is_han(after)) return false;
  return !(utf8_is_digit(before) && (after == '%' || after == 0x2030 /* ‰ */ || after == '.'));
}

/* A run of spaces: skips them all, keeps one where it divides words, and the tabs between the cells of a row. */
static void fold_space(Fold *fold, Cursor *cursor) {
  bool tab = false;
  while (cursor->p < cursor->end) {
    uint32_t n = residue_space(cursor->p, cursor->end);
    if (n) {
      fold->noise(fold->context, cursor->p, n, "escaped-space");
      cursor->p += n;
      continue;
    }
    const uint32_t c = utf8_decode(cursor->p, &n);
    if (!utf8_is_space(c) && !is_dropped(c)) break;
    if (cursor->row && c == '\t') fold->out[fold->length++] = '\t', tab = true;
    cursor->p += n;
  }
  uint32_t n;
  const uint32_t before = last_codepoint(fold, cursor->start), after = next_plain(cursor->p, cursor->end, &n);
  if (!tab && before != '\t' && keeps_space(fold, cursor, before, after)) fold->out[fold->length++] = ' ';
  cursor->run = fold->length;
}

/* What was taken out or folded may have left the two halves of a tag side by side, `<scr<b>ipt>`: a tag that ends with
 * the > at the end of the folded text goes as well. */
static void take_tag(Fold *fold, uint32_t start) {
  enum { LONGEST = 300 }; /* bytes of a tag */
  const char *end = fold->out + fold->length;
  const uint32_t looked = fold->length - start < LONGEST ? fold->length - start : LONGEST;
  const char *open = memrchr(end - looked, '<', looked), *reason;
  if (!open || residue_inline(open, end, 0, &reason) != (uint32_t)(end - open)) return;
  fold->length = (uint32_t)(open - fold->out);
  fold->noise(fold->context, open, (uint32_t)(end - open), reason);
}

static bool is_wide_digit(const char *p, const char *begin, const char *end) {
  return p >= begin && end - p >= 3 && memcmp(p, "\xEF\xBC", 2) == 0 && (unsigned char)p[2] >= 0x90 &&
         (unsigned char)p[2] <= 0x99;
}

/* Whether the wide comma in front of p groups the digits of one number, １，２３４: one to three wide digits before
 * it, just three behind. */
static bool groups_digits(const Cursor *cursor, const char *p) {
  const char *before = p - 6, *end = cursor->end;
  int count = 0;
  while (count < 4 && is_wide_digit(before, cursor->begin, end)) before -= 3, count++;
  if (!count || count > 3 || (before >= cursor->begin && memcmp(before, "．", 3) == 0)) return false;
  for (int i = 0; i < 3; i++, p += 3)
    if (!is_wide_digit(p, p, end)) return false;
  return !is_wide_digit(p, p, end);
}

/* What is neither a plain ASCII character nor one of the common Han: folds one character or a run of spaces. */
static void fold_special(Fold *fold, Cursor *cursor) {
  uint32_t n, c = utf8_decode(cursor->p, &n);
  const uint32_t escape = c == '<' ? residue_escape(cursor->p, cursor->end, &c) : 0;
  if (escape) n = escape;
  c = plain(c);
  if (utf8_is_space(c) || residue_space(cursor->p, cursor->end)) {
    fold_space(fold, cursor);
    return;
  }
  if (!escape &&
      (c == '[' || c == '<' || c == '&' || c == 0xFF3B || c == 0x3014 || c == 0x3010 || c == 0xFF08 || c == '(')) {
    const char *reason;
    const uint32_t length = residue_inline(cursor->p, cursor->end, last_codepoint(fold, cursor->start), &reason);
    if (length) {
      fold->noise(fold->context, cursor->p, length, reason);
      cursor->p += length;
      return;
    }
  }
  cursor->p += n;
  if (is_dropped(c)) return;
  if (c == 0x201C || c == 0x300A) cursor->quoted = true;
  if (c == 0x201D || c == 0x300B) cursor->quoted = false;
  uint32_t m;
  const bool point = c == 0xFF0E && utf8_is_digit(last_codepoint(fold, cursor->start)) &&
                     utf8_is_digit(next_plain(cursor->p, cursor->end, &m)); /* ７．３％ */
  const bool group = c == 0xFF0C && groups_digits(cursor, cursor->p);
  fold->length += utf8_encode(point ? '.' : group ? ',' : c, fold->out + fold->length);
  if (c == '>') take_tag(fold, cursor->start);
}

void fold_line(Fold *fold, const char *text, uint32_t length, bool row) {
  const uint32_t start = fold->length;
  Cursor cursor = {
      .p = text, .begin = text, .end = text + length, .start = start, .run = start, .row = row, .prose = -1};
  while (cursor.p < cursor.end) {
    const unsigned char c = (unsigned char)*cursor.p;
    if (c >= 0xE4 && c <= 0xE9) {
      memcpy(fold->out + fold->length, cursor.p, 3);
      fold->length += 3;
      cursor.p += 3;
    } else if (c > ' ' && c < 0x7F && c != '[' && c != '(' && c != '<' && c != '&') {
      fold->out[fold->length++] = (char)c;
      cursor.p++;
      if (c == '>') take_tag(fold, start);
    } else {
      fold_special(fold, &cursor);
    }
  }
  while (!row && fold->length > start && fold->out[fold->length - 1] == ' ') fold->length--;
}
