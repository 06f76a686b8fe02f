/* dictionary.c: a double-array trie (Aoe 1989) over bytes, and a bitmap of first characters in front of it.
 *
 * Cell `base[node] + code(byte)` is the child when its check says so; code 0 marks the end of a word. Where a single
 * word goes on, its node says which, and the rest of it is compared: most of a trie would be such tails. In a report
 * nearly every character starts no word: the bitmap answers those with one probe each, so that a pass over the
 * text costs little more than reading it. */
#include "dictionary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../text/arena.h"
#include "../text/error.h"
#include "../text/utf8.h"

enum { END = 0, CODES = 257, MANY = 8 /* free cells tried for a node */, MANY_WORDS = 100, FEW = 8 };

typedef struct Cell {
  uint32_t base;  /* of a node: where its children are counted from, or TAIL | the one word; of an END cell: the word */
  uint32_t check; /* the parent's cell; NONE: free */
} Cell;

typedef struct Trie {
  Cell *cells;         /* 0 is the root; every base + CODES is within the array */
  uint32_t count, end; /* room; the first cell behind all that were ever taken */
  uint32_t crowded;    /* while it is built: few cells are free before this one */
  uint32_t *next;      /* while it is built: the next free cell at or after this one (a path-halving union) */
} Trie;

struct Dictionary {
  char *bytes; /* of all words */
  Word *words;
  uint32_t count;
  Trie forward, backward; /* backward: over reversed words; each is made when it is first asked for */
  uint64_t first[1024];   /* bit of the low 16 bits of each word's first codepoint */
};

#define NONE DICTIONARY_NONE
#define TAIL ((uint32_t)1 << 31)

/* ---- building -------------------------------------------------------------------------------- */

static unsigned byte_at(const Word *word, size_t depth, bool reversed) {
  return (unsigned char)word->text[reversed ? word->length - 1 - depth : depth];
}

static unsigned code_at(const Word *word, size_t depth, bool reversed) {
  return depth == word->length ? END : byte_at(word, depth, reversed) + 1;
}

/* A word to be sorted: its first bytes as a number tell most words apart. */
typedef struct Sorted {
  uint64_t key;
  uint32_t word;
} Sorted;

typedef struct Order {
  const Word *words;
  bool reversed;
} Order;

static int compare(const void *left, const void *right, void *argument) {
  const Order *order = argument;
  const Sorted *a = left, *b = right;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  const Word *u = &order->words[a->word], *v = &order->words[b->word];
  const size_t shorter = u->length < v->length ? u->length : v->length;
  for (size_t i = 0; i < shorter; i++) {
    const int d = (int)byte_at(u, i, order->reversed) - (int)byte_at(v, i, order->reversed);
    if (d) return d;
  }
  if (u->length != v->length) return u->length < v->length ? -1 : 1;
  return a->word < b->word ? -1 : 1; /* the first of two equal words comes first, and is the one that is kept */
}

/* A radix sort: byte by byte, the last one first. */
static void sort_by_key(Sorted *sorted, uint32_t count) {
  Sorted *from = sorted, *to = memory_resize(NULL, count, sizeof *to), *const spare = to;
  for (int shift = 0; shift < 64; shift += 8) {
    uint32_t starts[257] = {0};
    for (uint32_t i = 0; i < count; i++) starts[(from[i].key >> shift & 0xFF) + 1]++;
    for (int b = 0; b < 256; b++) starts[b + 1] += starts[b];
    for (uint32_t i = 0; i < count; i++) to[starts[from[i].key >> shift & 0xFF]++] = from[i];
    Sorted *const swapped = from;
    from = to, to = swapped;
  }
  free(spare); /* after eight passes all is back where it was */
}

static void sort_by_comparing(Sorted *sorted, uint32_t count, Order *order) {
  if (count > FEW) {
    qsort_r(sorted, count, sizeof *sorted, compare, order);
    return;
  }
  for (uint32_t i = 1; i < count; i++) { /* by insertion: most are two or three */
    const Sorted one = sorted[i];
    uint32_t at = i;
    for (; at > 0 && compare(&one, &sorted[at - 1], order) < 0; at--) sorted[at] = sorted[at - 1];
    sorted[at] = one;
  }
}

static Sorted *sort(const Word *words, uint32_t count, bool reversed) {
  Sorted *sorted = memory_resize(NULL, (size_t)count + 1, sizeof *sorted);
  for (uint32_t i = 0; i < count; i++) {
    sorted[i] = (Sorted){0, i};
    for (size_t depth = 0; depth < sizeof sorted->key; depth++)
      sorted[i].key = sorted[i].key << 8 | (depth < words[i].length ? byte_at(&words[i], depth, reversed) : 0);
  }
  Order order = {words, reversed};
  if (count < MANY_WORDS) {
    sort_by_comparing(sorted, count, &order);
    return sorted;
  }
  sort_by_key(sorted, count);
  for (uint32_t i = 0, end; i < count; i = end) { /* words with the same first bytes */
    for (end = i + 1; end < count && sorted[end].key == sorted[i].key;) end++;
    sort_by_comparing(sorted + i, end - i, &order);
  }
  return sorted;
}

static void grow(Trie *trie, uint32_t count) {
  if (count <= trie->count) return;
  const uint32_t wanted = count > trie->count * 2 ? count : trie->count * 2;
  trie->cells = memory_resize(trie->cells, wanted, sizeof *trie->cells);
  trie->next = memory_resize(trie->next, (size_t)wanted + 1, sizeof *trie->next);
  for (uint32_t i = trie->count; i < wanted; i++) {
    trie->cells[i] = (Cell){0, NONE};
    trie->next[i] = i;
  }
  trie->next[wanted] = wanted;
  trie->count = wanted;
}

/* The first free cell at or after i; trie->count where there is none. */
static uint32_t next_free(Trie *trie, uint32_t i) {
  while (trie->next[i] != i) i = trie->next[i] = trie->next[trie->next[i]];
  return i;
}

static void take(Trie *trie, uint32_t cell, uint32_t parent) {
  trie->cells[cell].check = parent;
  if (cell >= trie->end) trie->end = cell + 1;
  trie->next[cell] = cell + 1;
}

/* A base under which all codes fall on free cells; never 0, so that no child is the root. A search that tried many
 * cells tells the next ones where to begin: what lies before is left to nodes with one child, which fit anywhere. */
static uint32_t find_base(Trie *trie, const unsigned *codes, uint32_t count) {
  uint32_t cell = codes[0] + 1;
  if (count > 1 && cell < trie->crowded) cell = trie->crowded;
  for (int tries = 0;; tries++, cell++) {
    grow(trie, cell + 1);
    cell = next_free(trie, cell);
    const uint32_t base = cell - codes[0];
    grow(trie, base + CODES + 1);
    uint32_t i = 1;
    while (i < count && trie->next[base + codes[i]] == base + codes[i]) i++;
    if (i < count) continue; /* there are cells at the end of the array that no node has taken */
    if (tries > MANY) trie->crowded = cell;
    return base;
  }
}

typedef struct Branch {
  uint32_t node, low, high;
  size_t depth;
} Branch; /* words[low, high) share `depth` bytes */

static void trie_build(Trie *trie, const Word *words, uint32_t count, bool reversed) {
  *trie = (Trie){0};
  grow(trie, 2 * CODES);
  take(trie, 0, 0);
  Sorted *order = sort(words, count, reversed);
  Branch *branches = NULL;
  uint32_t waiting = 0, room = 0;
  unsigned codes[CODES];
  uint32_t starts[CODES + 1];
  Branch branch = {0, 0, count, 0};
  for (bool more = count > 0; more; more = waiting > 0, branch = more ? branches[--waiting] : branch) {
    if (branch.high - branch.low == 1) {
      trie->cells[branch.node].base = TAIL | order[branch.low].word;
      continue;
    }
    uint32_t children = 0;
    for (uint32_t i = branch.low; i < branch.high; i++) {
      const unsigned code = code_at(&words[order[i].word], branch.depth, reversed);
      if (children && codes[children - 1] == code) continue;
      codes[children] = code;
      starts[children++] = i;
    }
    starts[children] = branch.high;
    const uint32_t base = find_base(trie, codes, children);
    trie->cells[branch.node].base = base;
    for (uint32_t i = 0; i < children; i++) take(trie, base + codes[i], branch.node);
    if (waiting + children > room)
      branches = memory_resize(branches, room = 2 * (waiting + children), sizeof *branches);
    for (uint32_t i = 0; i < children; i++) {
      if (codes[i] == END) trie->cells[base].base = order[starts[i]].word;
      else branches[waiting++] = (Branch){base + codes[i], starts[i], starts[i + 1], branch.depth + 1};
    }
  }
  free(branches);
  free(order);
  free(trie->next);
  trie->next = NULL;
}

static bool check_word(const Word *word, uint32_t place, YhError *error) {
  if (word->length && utf8_valid(word->text, word->length) == word->length) return true;
  return error_set(error, YH_EARGUMENT,
                   word->length ? _("word %u of the dictionary is not valid UTF-8")
                                : _("word %u of the dictionary is empty"),
                   place + 1);
}

Dictionary *dictionary_new(const Word *words, uint32_t count, YhError *error) {
  size_t total = 0;
  for (uint32_t i = 0; i < count; total += words[i++].length)
    if (!check_word(&words[i], i, error)) return NULL;
  if (total > UINT32_MAX / 16) {
    error_set(error, YH_ELIMIT, _("the dictionary's words are too long together"));
    return NULL;
  }
  Dictionary *dictionary = memory_resize(NULL, 1, sizeof *dictionary);
  *dictionary = (Dictionary){.count = count};
  dictionary->bytes = memory_resize(NULL, total + 1, 1);
  dictionary->words = memory_resize(NULL, (size_t)count + 1, sizeof *dictionary->words);
  char *p = dictionary->bytes;
  for (uint32_t i = 0; i < count; i++) {
    memcpy(p, words[i].text, words[i].length);
    dictionary->words[i] = (Word){p, words[i].length};
    uint32_t bytes;
    const uint32_t c = utf8_decode(p, &bytes) & 0xFFFF;
    dictionary->first[c >> 6] |= (uint64_t)1 << (c & 63);
    p += words[i].length;
  }
  return dictionary;
}

void dictionary_free(Dictionary *dictionary) {
  if (!dictionary) return;
  free(dictionary->forward.cells);
  free(dictionary->backward.cells);
  free(dictionary->words);
  free(dictionary->bytes);
  free(dictionary);
}

uint32_t dictionary_count(const Dictionary *dictionary) {
  return dictionary->count;
}

Word dictionary_word(const Dictionary *dictionary, uint32_t place) {
  return dictionary->words[place];
}

size_t dictionary_bytes(const Dictionary *dictionary) {
  size_t text = 0;
  for (uint32_t i = 0; i < dictionary->count; i++) text += dictionary->words[i].length;
  return sizeof *dictionary + text + dictionary->count * sizeof *dictionary->words +
         ((size_t)dictionary->forward.count + dictionary->backward.count) * sizeof(Cell);
}

/* ---- looking up ------------------------------------------------------------------------------ */

/* The longest word along the bytes p[0], p[step], ... of which there are `room`; *length is its length. step: 1 or -1
 */
static uint32_t walk(Dictionary *dictionary, const char *p, size_t room, int step, size_t *length) {
  Trie *trie = step > 0 ? &dictionary->forward : &dictionary->backward;
  if (!trie->cells) trie_build(trie, dictionary->words, dictionary->count, step < 0);
  const Cell *cells = trie->cells;
  uint32_t node = 0, word = NONE;
  for (size_t i = 0;; i++) {
    const uint32_t base = cells[node].base;
    if (base & TAIL) {
      const Word *only = &dictionary->words[base & ~TAIL];
      if (only->length > room) return word;
      const size_t rest = only->length - i;
      const bool same =
          step > 0 ? memcmp(p + i, only->text + i, rest) == 0 : memcmp(p - (only->length - 1), only->text, rest) == 0;
      if (same) word = base & ~TAIL, *length = only->length;
      return word;
    }
    if (cells[base].check == node) word = cells[base].base, *length = i;
    if (i == room) return word;
    const uint32_t child = base + (unsigned char)p[(ptrdiff_t)i * step] + 1;
    if (cells[child].check != node) return word;
    node = child;
  }
}

uint32_t dictionary_longest(Dictionary *dictionary, const char *text, size_t length, size_t at, size_t *end) {
  if (!dictionary->count || at >= length) return NONE;
  size_t bytes;
  const uint32_t word = walk(dictionary, text + at, length - at, 1, &bytes);
  if (word != NONE) *end = at + bytes;
  return word;
}

uint32_t dictionary_ending(Dictionary *dictionary, const char *text, size_t at, size_t *start) {
  if (!dictionary->count || !at) return NONE;
  size_t bytes;
  const uint32_t word = walk(dictionary, text + at - 1, at, -1, &bytes);
  if (word != NONE) *start = at - bytes;
  return word;
}

uint32_t dictionary_find(Dictionary *dictionary, const char *text, size_t length, size_t from, size_t *start,
                         size_t *end) {
  const unsigned char *s = (const unsigned char *)text;
  for (size_t i = from, step = 1; i < length; i += step) {
    uint32_t c = s[i];
    step = 1;
    if (c >= 0x80) { /* Han first; in broken text each byte is looked at, and none starts a word */
      if (c >= 0xE0 && c < 0xF0 && length - i >= 3) {
        c = (c << 12 | (uint32_t)(s[i + 1] & 0x3F) << 6 | (s[i + 2] & 0x3F)) & 0xFFFF;
        if ((s[i + 1] & 0xC0) == 0x80 && (s[i + 2] & 0xC0) == 0x80) step = 3;
      } else {
        const size_t bytes = c < 0xC0 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        if (!bytes || length - i < bytes) continue;
        c = utf8_decode(text + i, &(uint32_t){0}) & 0xFFFF;
      }
    }
    if (!(dictionary->first[c >> 6] >> (c & 63) & 1)) continue;
    const uint32_t word = dictionary_longest(dictionary, text, length, i, end);
    if (word != NONE) {
      *start = i;
      return word;
    }
  }
  return NONE;
}
