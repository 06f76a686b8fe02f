/* phrase.c: see phrase.h. */
#include "phrase.h"

#include "../text/utf8.h"

#include <string.h>

bool span_starts(const char *text, Span span, const char *word) {
  const size_t length = strlen(word);
  return span.end - span.start >= length && !memcmp(text + span.start, word, length);
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

uint32_t span_find(const char *text, Span span, const char *word) {
  if (span.end <= span.start) return UINT32_MAX;
  const char *p = memmem(text + span.start, span.end - span.start, word, strlen(word));
  return p ? (uint32_t)(p - text) : UINT32_MAX;
}

bool span_starts_any(const char *text, Span span, const char *const *words) {
  for (; *words; words++)
    if (span_starts(text, span, *words)) return true;
  return false;
}

bool span_has_any(const char *text, Span span, const char *const *words) {
  for (; *words; words++)
    if (span_find(text, span, *words) != UINT32_MAX) return true;
  return false;
}

bool span_ends_open(const char *text, Span span) {
  static const char *const closing[] = {"。", "！", "？", "；", "：", "，",  "、", "…", ".",
                                        "!",  "?",  ";",  ":",  ",",  "”。", "】", NULL};
  for (size_t i = 0; closing[i]; i++)
    if (span_ends(text, span, closing[i])) return false;
  return span.end > span.start;
}

uint32_t span_length(const char *text, Span span) {
  return span.end > span.start ? utf8_count(text + span.start, span.end - span.start) : 0;
}
