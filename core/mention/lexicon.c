/* lexicon.c: words hang in buckets by their first (backward: last) three bytes, the longest in front. */
#include "lexicon.h"
#include "../text/arena.h"
#include <stdlib.h>
#include <string.h>

static uint32_t edge_key(const char *word, size_t length, bool backward) {
  size_t n = length < 3 ? length : 3;
  if (backward ? (unsigned char)word[length - 1] < 0x80 : (unsigned char)word[0] < 0xE0) n = 1; /* no Han: %, °, km */
  const unsigned char *p = (const unsigned char *)(backward ? word + length - n : word);
  uint32_t key = 0;
  for (size_t i = 0; i < n; i++) key = key << 8 | p[i];
  return key;
}

static uint32_t slot_of(uint32_t key) {
  return (key * 2654435761u) >> 22;
}

static int by_slot(const void *left, const void *right) {
  const Word *a = left, *b = right;
  if (a->slot != b->slot) return a->slot < b->slot ? -1 : 1;
  if (a->length != b->length) return a->length > b->length ? -1 : 1;
  return strcmp(a->text, b->text);
}

static void add_group(Lexicon *lexicon, const WordGroup *group) {
  char *copy = memory_resize(NULL, strlen(group->words) + 1, 1), *rest;
  strcpy(copy, group->words);
  for (char *text = strtok_r(copy, " ", &rest); text; text = strtok_r(NULL, " ", &rest)) {
    lexicon->words = memory_resize(lexicon->words, lexicon->count + 1, sizeof(Word));
    Word *w = &lexicon->words[lexicon->count++];
    *w = (Word){.text = text, .tag = group->tag, .length = (uint8_t)strlen(text)};
    w->slot = (uint16_t)slot_of(edge_key(text, w->length, lexicon->backward));
    w->probe = (uint8_t)(w->length < 6 ? w->length - 1 : lexicon->backward ? w->length - 4 : 5);
  }
}

void lexicon_prepare(Lexicon *lexicon) {
  for (size_t i = 0; i < lexicon->group_count; i++) add_group(lexicon, &lexicon->groups[i]);
  qsort(lexicon->words, lexicon->count, sizeof(Word), by_slot);
  for (uint16_t i = lexicon->count; i-- > 0;) lexicon->slots[lexicon->words[i].slot] = (uint16_t)(i + 1);
}

const Word *lexicon_find(const Lexicon *lexicon, const char *text, uint32_t begin, uint32_t end, uint32_t at) {
  bool backward = lexicon->backward;
  uint32_t room = backward ? at - begin : end - at;
  if (!room) return NULL;
  uint32_t slot = slot_of(edge_key(backward ? text + begin : text + at, room, backward)), first = lexicon->slots[slot];
  if (!first) return NULL;
  const Word *last = lexicon->words + lexicon->count;
  for (const Word *w = &lexicon->words[first - 1]; w < last && w->slot == slot; w++) {
    if (w->length > room) continue;
    const char *p = backward ? text + at - w->length : text + at;
    if (p[w->probe] == w->text[w->probe] && memcmp(p, w->text, w->length) == 0) return w;
  }
  return NULL;
}
