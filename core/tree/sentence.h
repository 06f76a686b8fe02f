/* sentence.h: where a sentence and a clause end.
 * A sentence ends at 。！？ (with the quotation marks and brackets that close behind it) or with its
 * paragraph; ；does not end one. A clause ends at ，；： outside of numbers, brackets and quotes. */
#ifndef YANHU_SENTENCE_H
#define YANHU_SENTENCE_H

#include <stdint.h>

/* The end of the sentence that starts at `start` (> start where start < end). */
uint32_t sentence_end(const char *text, uint32_t start, uint32_t end);
/* The end of the clause that starts at `start`, its comma included. `limit` is the end of the sentence. */
uint32_t clause_end(const char *text, uint32_t start, uint32_t limit);
/* The first byte at or after `start` that is no blank, at most `end`; and the end without trailing blanks. */
uint32_t blank_skip(const char *text, uint32_t start, uint32_t end);
uint32_t blank_trim(const char *text, uint32_t start, uint32_t end);

#endif
