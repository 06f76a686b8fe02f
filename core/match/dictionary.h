/* dictionary.h: many words looked for in one pass; of those that start at the same place the longest wins.
 * A double-array trie over bytes. Words are valid UTF-8 and not empty; matches start and end between codepoints.
 * Offsets are bytes. A Dictionary is read-only once built, but for its tries, made at the first search that wants
 * them. */
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

/* A dictionary as plain data: the build writes long ones as C (lua/freeze.c), so that no start makes them. */
typedef struct DictionaryCell {
  uint32_t base;  /* of a node: where its children are counted from, or TAIL | the one word; of an END cell: the word */
  uint32_t check; /* the parent's cell; NONE: free */
} DictionaryCell;

typedef struct DictionaryImage {
  uint32_t count;
  uint32_t bits;          /* one less than a power of two: how much of a codepoint chooses a bit of `first` */
  const char *bytes;      /* of all words, */
  const uint32_t *starts; /* and where each starts; behind them where the last one ends */
  const uint64_t *first;  /* a bit of each word's first codepoint */
  uint64_t opens, closes; /* a bit of the last byte of each word's first character, and of its last one */
  const DictionaryCell *cells[2]; /* tries of the words, and of the words reversed; NULL: not made yet */
  uint32_t cell_count[2];
} DictionaryImage;

/* The image stays where it is, and is good as long as it is. */
Dictionary *dictionary_of_image(const DictionaryImage *image);
/* Its image, with both tries; good while the dictionary is. */
const DictionaryImage *dictionary_image(Dictionary *dictionary);

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
