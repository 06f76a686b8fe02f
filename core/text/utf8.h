/* utf8.h: reading valid UTF-8, one codepoint at a time, and what kind of character it is.
 * Everything behind the readers is valid UTF-8: the cleaner has replaced what was not. */
#ifndef YANHU_UTF8_H
#define YANHU_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The codepoint at p and its length in bytes. p must stand on the first byte of valid UTF-8; a NUL is 1 byte. */
static inline uint32_t utf8_decode(const char *p, uint32_t *length) {
  const unsigned char *s = (const unsigned char *)p;
  if (s[0] < 0x80) { *length = 1; return s[0]; }
  if (s[0] < 0xE0) { *length = 2; return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F); }
  if (s[0] < 0xF0) { *length = 3; return (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F); }
  *length = 4;
  return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

/* The start of the codepoint that ends at p (p > begin). */
static inline const char *utf8_before(const char *begin, const char *p) {
  do p--; while (p > begin && ((unsigned char)*p & 0xC0) == 0x80);
  return p;
}

/* Writes a codepoint, returns its length (1 to 4). */
uint32_t utf8_encode(uint32_t codepoint, char *out);
/* Codepoints in length bytes. */
uint32_t utf8_count(const char *p, size_t length);
/* The length of the codepoint that length bytes begin with (one at least); 0 where they are no valid UTF-8. */
size_t utf8_rare_length(const char *p, size_t length);
static inline size_t utf8_length(const char *p, size_t length) {
  const unsigned char *s = (const unsigned char *)p;
  if (s[0] < 0x80) return 1;
  if (s[0] > 0xE0 && s[0] < 0xED && length >= 3) return (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 ? 3 : 0; /* nearly all Chinese text */
  return utf8_rare_length(p, length);
}
/* The first byte that is not valid UTF-8 (overlong, surrogate, cut), or length where all is valid. */
size_t utf8_valid(const char *p, size_t length);

static inline bool utf8_is_han(uint32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}
static inline bool utf8_is_digit(uint32_t c) { return c >= '0' && c <= '9'; }
static inline bool utf8_is_letter(uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static inline bool utf8_is_space(uint32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x205F || c == 0xFEFF;
}
/* A number in one character: ① to ⑳, ⑴ to ⒇, ⒈ to ⒛, ❶ to ❿, ㈠ to ㈩ */
static inline bool utf8_is_enclosed_number(uint32_t c) {
  return (c >= 0x2460 && c <= 0x249B) || (c >= 0x2776 && c <= 0x277F) || (c >= 0x3220 && c <= 0x3229);
}
/* Columns on a terminal: 2 for Han, kana, full-width forms, 0 for combining marks, else 1. */
int utf8_width(uint32_t c);

#endif
