/* utf8.c: see utf8.h. */
#include "utf8.h"

#include <string.h>

uint32_t utf8_encode(uint32_t c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

/* Eight bytes at once: those that go on a codepoint are 10xxxxxx. */
uint32_t utf8_count(const char *p, size_t length) {
  enum { WORD = sizeof(uint64_t) };
  const uint64_t ones = UINT64_MAX / 0xFF;
  size_t i = 0, behind = 0;
  for (; i + WORD <= length; i += WORD) {
    uint64_t word;
    memcpy(&word, p + i, WORD);
    behind += (size_t)((word >> 7 & ~word >> 6 & ones) * ones >> 56);
  }
  for (; i < length; i++) behind += ((unsigned char)p[i] & 0xC0) == 0x80;
  return (uint32_t)(length - behind);
}

static bool is_continued(unsigned char c) {
  return (c & 0xC0) == 0x80;
}

size_t utf8_rare_length(const char *p, size_t length) {
  const unsigned char *s = (const unsigned char *)p;
  const unsigned c = s[0];
  const size_t n = c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
  if (length < n) return 0;
  for (size_t k = 1; k < n; k++)
    if (!is_continued(s[k])) return 0;
  if ((c == 0xE0 && s[1] < 0xA0) || (c == 0xED && s[1] > 0x9F) || (c == 0xF0 && s[1] < 0x90) || (c == 0xF4 && s[1] > 0x8F))
    return 0;
  return n;
}

size_t utf8_valid(const char *p, size_t length) {
  size_t i = 0;
  while (i < length) {
    const size_t n = utf8_length(p + i, length - i);
    if (!n) return i;
    i += n;
  }
  return length;
}

int utf8_width(uint32_t c) {
  if (c == 0 || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF) return 0;
  if ((c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
      (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
      (c >= 0x20000 && c <= 0x3FFFD))
    return 2;
  return 1;
}
