/* lexicon.h: fixed lists of words, looked up at a place of a text, the longest first.
 *
 * A lexicon is static data that lexicon_prepare sorts once, before any thread reads it. */
#ifndef YANHU_LEXICON_H
#define YANHU_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Word {
  const char *text;
  uint8_t tag;    /* what the lexicon's owner says of it */
  uint8_t length; /* bytes; this and the slot are filled in by lexicon_prepare */
  uint16_t slot;
} Word;

enum { LEXICON_SLOTS = 1024 };

typedef struct Lexicon {
  Word *words;
  uint16_t count;
  bool backward; /* looked up by last character: the word that ends at a place */
  uint16_t slots[LEXICON_SLOTS];
} Lexicon;

void lexicon_prepare(Lexicon *lexicon);
/* The longest word that starts (backward: ends) at `at` inside [begin, end), or NULL. */
const Word *lexicon_find(const Lexicon *lexicon, const char *text, uint32_t begin, uint32_t end, uint32_t at);

#endif
