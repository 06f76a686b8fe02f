/* lexicon.h: fixed lists of words, looked up at a place of a text, the longest first.
 *
 * A lexicon is static data that lexicon_prepare takes apart and sorts once, before any thread reads it. */
#ifndef YANHU_LEXICON_H
#define YANHU_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct WordGroup {
  uint8_t tag;       /* what the lexicon's owner says of these words */
  const char *words; /* separated by single blanks */
} WordGroup;

typedef struct Word {
  const char *text;    /* NUL-terminated, lives as long as the program */
  uint8_t tag, length; /* length in bytes */
  uint16_t slot;
  uint8_t probe; /* index of the byte that tells words of one slot apart best */
} Word;

enum { LEXICON_SLOTS = 1024 };

typedef struct Lexicon {
  const WordGroup *groups;
  size_t group_count;
  bool backward; /* looked up by last character: the word that ends at a place */
  /* made by lexicon_prepare */
  Word *words;
  uint16_t count;
  uint16_t slots[LEXICON_SLOTS];
} Lexicon;

void lexicon_prepare(Lexicon *lexicon);
/* The longest word that starts (backward: ends) at `at` inside [begin, end), or NULL. */
const Word *lexicon_find(const Lexicon *lexicon, const char *text, uint32_t begin, uint32_t end, uint32_t at);

#endif
