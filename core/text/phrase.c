/* phrase.c: see phrase.h. */
#include "phrase.h"

#include "utf8.h"

#include <string.h>

bool span_starts(const char *text, Span span, const char *word) {
  const char *p = text + span.start, *end = text + span.end;
  while (*word && p < end && *p == *word) p++, word++;
  return !*word;
}

bool span_starts_loosely(const char *text, Span span, const char *word, uint32_t *end) {
  uint32_t at = span.start;
  while (*word) {
    uint32_t have, want;
    if (at >= span.end) return false;
    const uint32_t c = utf8_decode(text + at, &have);
    if (c == utf8_decode(word, &want)) word += want;
    else if (!utf8_is_space(c) || at == span.start) return false;
    at += have;
  }
  *end = at;
  return true;
}

bool span_ends(const char *text, Span span, const char *word) {
  const size_t length = strlen(word);
  return span.end - span.start >= length && !memcmp(text + span.end - length, word, length);
}

/* By the last byte of the word's first character: of the three it is the one that differs most. */
uint32_t span_find(const char *text, Span span, const char *word) {
  const size_t length = strlen(word), told = length < 3 ? 0 : 2;
  if (span.end < span.start + length) return UINT32_MAX;
  for (const char *p = text + span.start, *end = text + span.end - length + 1; p < end; p++) {
    p = memchr(p + told, word[told], (size_t)(end - p));
    if (!p) break;
    p -= told;
    if (memcmp(p, word, length) == 0) return (uint32_t)(p - text);
  }
  return UINT32_MAX;
}

bool span_starts_any(const char *text, Span span, const char *const *words) {
  for (; *words; words++)
    if (span_starts(text, span, *words)) return true;
  return false;
}

/* A number from 0 to 255 of the first character at p. */
static unsigned first_hash(const char *p) {
  const unsigned char *s = (const unsigned char *)p;
  if (s[0] < 0x80) return s[0];
  return s[0] < 0xE0 || !s[1] ? s[1] : (s[1] * 37u + s[2]) & 255;
}

/* One pass: a bit for the first character of each word says where it is worth comparing. */
bool span_has_any(const char *text, Span span, const char *const *words) {
  uint64_t first[4] = {0};
  for (const char *const *w = words; *w; w++) {
    const unsigned hash = first_hash(*w);
    first[hash >> 6] |= (uint64_t)1 << (hash & 63);
  }
  for (uint32_t at = span.start; at < span.end;) {
    const unsigned char lead = (unsigned char)text[at];
    const unsigned hash = first_hash(text + at);
    if (first[hash >> 6] >> (hash & 63) & 1 && span_starts_any(text, (Span){at, span.end}, words)) return true;
    at += lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  }
  return false;
}

bool span_ends_open(const char *text, Span span) {
  static const char *const closing[] = {"。", "！", "？", "；", "：", "，",  "、", "…", ".",
                                        "!",  "?",  ";",  ":",  ",",  "”。", "】", NULL};
  for (size_t i = 0; closing[i]; i++)
    if (span_ends(text, span, closing[i])) return false;
  return span.end > span.start;
}

bool span_longer(const char *text, Span span, uint32_t codepoints) {
  if (span.end <= span.start) return false;
  const uint32_t bytes = span.end - span.start;
  return bytes > 4 * codepoints || (bytes > codepoints && span_length(text, span) > codepoints);
}

uint32_t span_length(const char *text, Span span) {
  return span.end > span.start ? utf8_count(text + span.start, span.end - span.start) : 0;
}
