/* phrase.h: looking for words in a stretch of a text that ends with no NUL of its own. */
#ifndef YANHU_PHRASE_H
#define YANHU_PHRASE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Span {
  uint32_t start, end;
} Span;

bool span_starts(const char *text, Span span, const char *word);
bool span_ends(const char *text, Span span, const char *word);
/* Whether the span starts with the word, blanks and line ends between its characters aside; where it ends then. */
bool span_starts_loosely(const char *text, Span span, const char *word, uint32_t *end);
/* Byte offset of the first `word` in the span, UINT32_MAX where there is none. */
uint32_t span_find(const char *text, Span span, const char *word);
/* Whether any word of a NULL-ended list starts the span, or stands in it. */
bool span_starts_any(const char *text, Span span, const char *const *words);
bool span_has_any(const char *text, Span span, const char *const *words);
/* Whether the span ends as a title does: without punctuation. */
bool span_ends_open(const char *text, Span span);
/* Whether the span has more than so many codepoints; cheap where it is long. */
bool span_longer(const char *text, Span span, uint32_t codepoints);
/* Codepoints in the span. */
uint32_t span_length(const char *text, Span span);

#endif
