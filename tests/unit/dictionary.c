/* dictionary.c: tests of core/match/dictionary, above all against a search that is too simple to be wrong. */
#include "match/dictionary.h"
#include "tap.h"

#include <stdlib.h>

static YhError error;

/* ---- the naive search ------------------------------------------------------------------------ */

static uint32_t naive_longest(const Word *words, uint32_t count, const char *text, size_t length, size_t at) {
  uint32_t best = DICTIONARY_NONE;
  for (uint32_t i = 0; i < count; i++)
    if (words[i].length <= length - at && memcmp(text + at, words[i].text, words[i].length) == 0 &&
        (best == DICTIONARY_NONE || words[i].length > words[best].length))
      best = i;
  return best;
}

static uint32_t naive_ending(const Word *words, uint32_t count, const char *text, size_t at) {
  uint32_t best = DICTIONARY_NONE;
  for (uint32_t i = 0; i < count; i++)
    if (words[i].length <= at && memcmp(text + at - words[i].length, words[i].text, words[i].length) == 0 &&
        (best == DICTIONARY_NONE || words[i].length > words[best].length))
      best = i;
  return best;
}

/* ---- random words and texts ------------------------------------------------------------------ */

static uint32_t seed = 20250116;
static uint32_t random_below(uint32_t n) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % n;
}

/* Few different characters, of one to four bytes, some with bytes in common: so words often overlap and contain others.
 */
static size_t random_text(char *out, uint32_t characters) {
  static const char *const alphabet[] = {"a", "b", "é", "水", "渠", "库", "汽", "水", "𠮷", "𠮸"};
  size_t length = 0;
  for (uint32_t i = 0; i < characters; i++) {
    const char *c = alphabet[random_below(sizeof alphabet / sizeof *alphabet)];
    memcpy(out + length, c, strlen(c));
    length += strlen(c);
  }
  out[length] = '\0';
  return length;
}

static bool agrees(Dictionary *dictionary, const Word *words, uint32_t count, const char *text, size_t length) {
  size_t start = 0, end = 0, from = 0;
  for (size_t at = 0; at <= length; at++) {
    const uint32_t longest = at < length ? naive_longest(words, count, text, length, at) : DICTIONARY_NONE;
    if (dictionary_longest(dictionary, text, length, at, &end) != longest) return false;
    if (longest != DICTIONARY_NONE && end != at + words[longest].length) return false;
    const uint32_t ending = naive_ending(words, count, text, at);
    if (dictionary_ending(dictionary, text, at, &start) != ending) return false;
    if (ending != DICTIONARY_NONE && start != at - words[ending].length) return false;
  }
  for (size_t at = 0; at < length;) { /* the pass: leftmost, longest, no overlap */
    const uint32_t longest = naive_longest(words, count, text, length, at);
    if (longest == DICTIONARY_NONE) {
      at++;
      continue;
    }
    if (dictionary_find(dictionary, text, length, from, &start, &end) != longest || start != at) return false;
    from = at = end;
  }
  return dictionary_find(dictionary, text, length, from, &start, &end) == DICTIONARY_NONE;
}

static void properties(void) {
  enum { WORDS = 300, LONGEST = 6, TEXT = 80 };
  static char bytes[WORDS][4 * LONGEST + 1], text[4 * TEXT + 1];
  Word words[WORDS];
  uint32_t wrong = 0;
  for (int round = 0; round < 400; round++) {
    const uint32_t count = random_below(WORDS + 1);
    for (uint32_t i = 0; i < count; i++) words[i] = (Word){bytes[i], random_text(bytes[i], 1 + random_below(LONGEST))};
    const size_t length = random_text(text, random_below(TEXT + 1));
    Dictionary *dictionary = dictionary_new(words, count, &error);
    if (!dictionary || dictionary_count(dictionary) != count || !agrees(dictionary, words, count, text, length))
      wrong++;
    Dictionary *image = dictionary_of_image(dictionary_image(dictionary)); /* as data it is the same */
    if (!agrees(image, words, count, text, length)) wrong++;
    dictionary_free(image);
    dictionary_free(dictionary);
  }
  OK(wrong == 0);
}

/* ---- cases ----------------------------------------------------------------------------------- */

static Dictionary *make(const char *const *texts) {
  Word words[20];
  uint32_t count = 0;
  for (; texts[count]; count++) words[count] = (Word){texts[count], strlen(texts[count])};
  return dictionary_new(words, count, &error);
}

static void cases(void) {
  size_t start = 9, end = 9;
  Dictionary *d = make((const char *const[]){"水", "水库", "水库大坝", "水库", NULL});
  OK(dictionary_find(d, "修水库大桥", 15, 0, &start, &end) == 1); /* the longest; of two equal words the first */
  OK(start == 3 && end == 9);
  OK(dictionary_find(d, "修水库大桥", 15, 4, &start, &end) == DICTIONARY_NONE);
  OK(dictionary_find(d, "修水库大桥", 15, 99, &start, &end) == DICTIONARY_NONE);
  OK(dictionary_longest(d, "水", 3, 0, &end) == 0 && end == 3);
  OK(dictionary_longest(d, "水", 3, 3, &end) == DICTIONARY_NONE);
  OK(dictionary_ending(d, "水库", 6, &start) == 1 && start == 0);
  OK(dictionary_ending(d, "水库", 0, &start) == DICTIONARY_NONE);
  OK(dictionary_find(d, "\xE6\xB0水", 5, 0, &start, &end) == 0 && start == 2); /* behind a broken character */
  OK(dictionary_find(d, "\xE6水", 4, 0, &start, &end) == 0 && start == 1);
  OK(dictionary_find(d, "水\xE6", 4, 1, &start, &end) == DICTIONARY_NONE);
  OK(dictionary_bytes(d) > 100);
  dictionary_free(d);

  d = make((const char *const[]){NULL});
  OK(d && dictionary_find(d, "水", 3, 0, &start, &end) == DICTIONARY_NONE);
  OK(dictionary_ending(d, "水", 3, &start) == DICTIONARY_NONE);
  dictionary_free(d);

  OK(!make((const char *const[]){"水", "", NULL}) && error.code == YH_EARGUMENT);
  SAME(error.message, "word 2 of the dictionary is empty");
  OK(!make((const char *const[]){"\xE6\xB0", NULL}));
  SAME(error.message, "word 1 of the dictionary is not valid UTF-8");
}

static void large(void) { /* a word of a hundred thousand bytes: no recursion, memory in proportion */
  enum { LENGTH = 99999 };
  char *text = malloc(LENGTH + 1);
  for (size_t i = 0; i < LENGTH; i += 3) memcpy(text + i, "长", 3);
  text[LENGTH] = '\0';
  const Word words[] = {{text, LENGTH}, {text, LENGTH / 3 / 3 * 3}};
  Dictionary *d = dictionary_new(words, 2, &error);
  size_t start, end;
  OK(dictionary_find(d, text, LENGTH, 0, &start, &end) == 0 && end == LENGTH);
  OK(dictionary_find(d, text, LENGTH - 3, 0, &start, &end) == 1);
  OK(dictionary_ending(d, text, LENGTH, &start) == 0 && start == 0);
  OK(dictionary_bytes(d) < 64 * LENGTH);
  dictionary_free(d);
  free(text);
}

int main(void) {
  cases();
  properties();
  large();
  return tap_end();
}
