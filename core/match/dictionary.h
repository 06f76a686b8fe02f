/* dictionary.h: many words looked for in one pass; of those that start at the same place the longest wins.
 * A double-array trie over bytes. Words are valid UTF-8 and not empty; matches start and end between codepoints.
 * Offsets are bytes. A Dictionary is read-only once built, but for the backward trie, made at the first backward
 * search. */
#ifndef YANHU_DICTIONARY_H
#define YANHU_DICTIONARY_H

#include "../yanhu.h"

typedef struct Dictionary Dictionary;

typedef struct Word {
  const char *text;
  size_t length;
} Word;

/* Copies the words. A word that comes twice keeps its first place. NULL and *error for an empty word or one that is
 * not valid UTF-8. */
Dictionary *dictionary_new(const Word *words, uint32_t count, YhError *error);
void dictionary_free(Dictionary *dictionary); /* NULL is fine */
uint32_t dictionary_count(const Dictionary *dictionary);
Word dictionary_word(const Dictionary *dictionary, uint32_t place); /* the dictionary's own copy */
size_t dictionary_bytes(const Dictionary *dictionary); /* memory it holds */

#define DICTIONARY_NONE UINT32_MAX

/* The leftmost word in text[from, length), the longest of those that start there: its place in the list, with *start
 * and *end; DICTIONARY_NONE where there is none. */
uint32_t dictionary_find(Dictionary *dictionary, const char *text, size_t length, size_t from, size_t *start,
                         size_t *end);
/* The longest word that starts at byte `at`, with its end. */
uint32_t dictionary_longest(Dictionary *dictionary, const char *text, size_t length, size_t at, size_t *end);
/* The longest word that ends at byte `at` (exclusive), with its start. */
uint32_t dictionary_ending(Dictionary *dictionary, const char *text, size_t at, size_t *start);

#endif
