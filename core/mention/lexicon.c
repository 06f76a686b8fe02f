/* lexicon.c: words hang in buckets by their first (backward: last) three bytes, the longest in front. */
#include "lexicon.h"
#include <stdlib.h>
#include <string.h>

static uint32_t edge_key(const char *word, size_t length, bool backward) {
  size_t n = length < 3 ? length : 3;
  if ((unsigned char)(backward ? word[length - 1] : word[0]) < 0x80) n = 1;
  const unsigned char *p = (const unsigned char *)(backward ? word + length - n : word);
  uint32_t key = 0;
  for (size_t i = 0; i < n; i++) key = key << 8 | p[i];
  return key;
}

static uint32_t slot_of(uint32_t key) { return (key * 2654435761u) >> 22; }

static uint32_t word_slot(const Word *w, bool backward) { return slot_of(edge_key(w->text, w->length, backward)); }

static int by_slot(const Word *a, const Word *b, bool backward) {
  uint32_t x = word_slot(a, backward), y = word_slot(b, backward);
  if (x != y) return x < y ? -1 : 1;
  if (a->length != b->length) return a->length > b->length ? -1 : 1;
  return strcmp(a->text, b->text);
}

static int forward_order(const void *a, const void *b) { return by_slot(a, b, false); }
static int backward_order(const void *a, const void *b) { return by_slot(a, b, true); }

void lexicon_prepare(Lexicon *lexicon) {
  for (uint16_t i = 0; i < lexicon->count; i++) lexicon->words[i].length = (uint8_t)strlen(lexicon->words[i].text);
  qsort(lexicon->words, lexicon->count, sizeof(Word), lexicon->backward ? backward_order : forward_order);
  for (uint16_t i = lexicon->count; i-- > 0;)
    lexicon->slots[word_slot(&lexicon->words[i], lexicon->backward)] = (uint16_t)(i + 1);
}

const Word *lexicon_find(const Lexicon *lexicon, const char *text, uint32_t begin, uint32_t end, uint32_t at) {
  bool backward = lexicon->backward;
  uint32_t room = backward ? at - begin : end - at;
  if (!room) return NULL;
  uint32_t slot = slot_of(edge_key(backward ? text + begin : text + at, room, backward));
  for (uint16_t i = lexicon->slots[slot]; i && i <= lexicon->count; i++) {
    const Word *w = &lexicon->words[i - 1];
    if (word_slot(w, backward) != slot) return NULL;
    if (w->length <= room && memcmp(backward ? text + at - w->length : text + at, w->text, w->length) == 0) return w;
  }
  return NULL;
}
