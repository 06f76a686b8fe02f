/* pattern.h: regular expressions over UTF-8, PCRE2 with JIT.
 * A Pattern owns its code and its match data: one thread at a time. A limit that was reached is a result of its own,
 * never "no match". Offsets are bytes. */
#ifndef YANHU_PATTERN_H
#define YANHU_PATTERN_H

#include "../yanhu.h"

typedef struct Pattern Pattern;

typedef enum PatternFlag {                        /* UTF and Unicode properties are always on */
                           PATTERN_CASELESS = 1,  /* i */
                           PATTERN_EXTENDED = 2,  /* x: white space and # comments in the pattern are not part of it */
                           PATTERN_MULTILINE = 4, /* m: ^ and $ at each line */
                           PATTERN_DOTALL = 8,    /* s: . also matches a line feed */
                           PATTERN_ANCHORED = 16  /* a: only at the place where the search starts */
} PatternFlag;

typedef struct PatternLimits {
  uint32_t match, depth, heap; /* heap in KiB; 0: the default. Depth and heap count for PCRE2's interpreter only: where
                                  one of them is given JIT is not used */
  bool (*interrupted)(void *); /* asked now and then in a long search; true ends it as a limit does. May be NULL */
  void *argument;
} PatternLimits;

typedef enum PatternResult { PATTERN_NONE = 0, PATTERN_FOUND, PATTERN_LIMIT /* *error says which */ } PatternResult;

/* Compiles `regex`. NULL and *error (line and column in codepoints, from 1) where it is wrong. */
Pattern *pattern_new(const char *regex, size_t length, uint32_t flags, YhError *error);
void pattern_free(Pattern *pattern); /* NULL is fine */

/* The leftmost match in subject[from, length). Offsets of group i of the last match: ends[2i], ends[2i + 1] of
 * pattern_ends, PATTERN_UNSET for a group that took no part. Subjects need not be valid UTF-8: what is not never
 * matches. */
PatternResult pattern_find(Pattern *pattern, const char *subject, size_t length, size_t from,
                           const PatternLimits *limits, YhError *error);
#define PATTERN_UNSET ((size_t)-1)
const size_t *pattern_ends(const Pattern *pattern);

uint32_t pattern_groups(const Pattern *pattern);                        /* captures, without the whole match */
const char *pattern_group_name(const Pattern *pattern, uint32_t group); /* NULL for one without a name */
const char *pattern_source(const Pattern *pattern);

#endif
