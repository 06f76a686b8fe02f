/* chars.h: walking over a sentence one character at a time, never beyond its end.
 *
 * Positions are byte offsets in the report's text. A byte that is no whole character counts as one
 * unknown character, so that any bytes may be scanned. */
#ifndef YANHU_CHARS_H
#define YANHU_CHARS_H

#include "../text/utf8.h"
#include <string.h>

/* The character at `at` and its length in bytes; 0 and length 0 at the end. */
static inline uint32_t char_at(const char *text, uint32_t end, uint32_t at, uint32_t *length) {
  if (at >= end) {
    *length = 0;
    return 0;
  }
  unsigned char b = (unsigned char)text[at];
  uint32_t need = b < 0x80 ? 1 : b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
  if (!need || need > end - at) {
    *length = 1;
    return 0xFFFD;
  }
  for (uint32_t i = 1; i < need; i++)
    if (((unsigned char)text[at + i] & 0xC0) != 0x80) {
      *length = 1;
      return 0xFFFD;
    }
  return utf8_decode(text + at, length);
}

static inline uint32_t char_of(const char *text, uint32_t end, uint32_t at) {
  uint32_t length;
  return char_at(text, end, at, &length);
}

/* Where the character that ends at `at` starts (at > begin). */
static inline uint32_t char_start(const char *text, uint32_t begin, uint32_t at) {
  uint32_t start = at;
  do start--;
  while (start > begin && at - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80);
  return start;
}

/* The character in front of `at`, 0 at the beginning. */
static inline uint32_t char_before(const char *text, uint32_t begin, uint32_t at) {
  return at > begin ? char_of(text, at, char_start(text, begin, at)) : 0;
}

static inline bool word_at(const char *text, uint32_t end, uint32_t at, const char *word) {
  size_t length = strlen(word);
  return end - at >= length && memcmp(text + at, word, length) == 0;
}

static inline bool word_before(const char *text, uint32_t begin, uint32_t at, const char *word) {
  size_t length = strlen(word);
  return at - begin >= length && memcmp(text + at - length, word, length) == 0;
}

/* Whether c is one of the characters of `set`. */
static inline bool char_in(uint32_t c, const char *set) {
  for (uint32_t length; *set; set += length)
    if (utf8_decode(set, &length) == c) return true;
  return false;
}

#endif
