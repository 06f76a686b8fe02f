/* dictionary.c: a double-array trie (Aoe 1989) over bytes, and a bitmap of first characters in front of it.
 *
 * Cell `base[node] + code(byte)` is the child when its check says so; code 0 marks the end of a word. Where a single
 * word goes on, its node says which, and the rest of it is compared: most of a trie would be such tails. In a report
 * nearly every character starts no word: the bitmap answers those with one probe each, so that a pass over the
 * text costs little more than reading it; it is as large as the words are many. */
#include "dictionary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../text/arena.h"
#include "../text/error.h"
#include "../text/utf8.h"

enum { END = 0, CODES = 257, MANY = 8 /* free cells tried for a node */, MANY_WORDS = 100, FEW = 8 };
enum { LEAST_BITS = 1 << 9, MOST_BITS = 1 << 16, BITS_A_WORD = 32 }; /* of the bitmap */

typedef DictionaryCell Cell;

/* A trie while it is built. */
typedef struct Trie {
  Cell *cells;         /* 0 is the root; every base + CODES is within the array */
  uint32_t count, end; /* room; the first cell behind all that were ever taken */
  uint32_t crowded;    /* few cells are free before this one */
  uint32_t *next;      /* the next free cell at or after this one (a path-halving union) */
} Trie;

struct Dictionary {
  DictionaryImage image; /* each trie is made when it is first asked for */
  bool own;              /* the words and the bitmap are its own, */
  Cell *cells[2];        /* and these are: forward, backward */
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

/* The cells of a trie of the words; *taken: how many. */
static Cell *trie_build(const Word *words, uint32_t count, bool reversed, uint32_t *taken) {
  Trie made = {0}, *trie = &made;
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
  *taken = trie->end + CODES + 1 < trie->count ? trie->end + CODES + 1 : trie->count; /* every base lies before the end */
  return trie->cells;
}

/* Of the 64 bytes that end a character outside ASCII each has its bit. */
static uint64_t byte_bit(char byte) {
  return (uint64_t)1 << ((unsigned char)byte & 63);
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
  uint32_t bits = LEAST_BITS;
  while (bits < MOST_BITS && bits < count * BITS_A_WORD) bits *= 2;
  char *bytes = memory_resize(NULL, total + 1, 1), *p = bytes;
  uint32_t *starts = memory_resize(NULL, (size_t)count + 1, sizeof *starts);
  uint64_t *first = memory_resize(NULL, bits / 64, sizeof *first);
  memset(first, 0, bits / 8);
  uint64_t opens = 0, closes = 0;
  for (uint32_t i = 0; i < count; i++) {
    memcpy(p, words[i].text, words[i].length);
    starts[i] = (uint32_t)(p - bytes);
    uint32_t length;
    const uint32_t bit = utf8_decode(p, &length) & (bits - 1);
    first[bit >> 6] |= (uint64_t)1 << (bit & 63);
    opens |= byte_bit(p[length - 1]);
    p += words[i].length;
    closes |= byte_bit(p[-1]);
  }
  starts[count] = (uint32_t)total;
  Dictionary *dictionary = memory_resize(NULL, 1, sizeof *dictionary);
  *dictionary = (Dictionary){{count, bits - 1, bytes, starts, first, opens, closes, {NULL, NULL}, {0, 0}}, true, {NULL, NULL}};
  return dictionary;
}

Dictionary *dictionary_of_image(const DictionaryImage *image) {
  Dictionary *dictionary = memory_resize(NULL, 1, sizeof *dictionary);
  *dictionary = (Dictionary){.image = *image};
  return dictionary;
}

void dictionary_free(Dictionary *dictionary) {
  if (!dictionary) return;
  free(dictionary->cells[0]);
  free(dictionary->cells[1]);
  if (dictionary->own) {
    free((void *)(uintptr_t)dictionary->image.bytes);
    free((void *)(uintptr_t)dictionary->image.starts);
    free((void *)(uintptr_t)dictionary->image.first);
  }
  free(dictionary);
}

uint32_t dictionary_count(const Dictionary *dictionary) {
  return dictionary->image.count;
}

static Word word_at(const DictionaryImage *image, uint32_t place) {
  return (Word){image->bytes + image->starts[place], image->starts[place + 1] - image->starts[place]};
}

Word dictionary_word(const Dictionary *dictionary, uint32_t place) {
  return word_at(&dictionary->image, place);
}

size_t dictionary_bytes(const Dictionary *dictionary) {
  const DictionaryImage *image = &dictionary->image;
  size_t bytes = sizeof *dictionary;
  if (dictionary->own) bytes += image->starts[image->count] + (image->count + 1) * sizeof *image->starts + (image->bits + 1) / 8;
  for (int i = 0; i < 2; i++) bytes += dictionary->cells[i] ? image->cell_count[i] * sizeof(Cell) : 0;
  return bytes;
}

static void make_trie(Dictionary *dictionary, bool reversed) {
  DictionaryImage *image = &dictionary->image;
  Word *words = memory_resize(NULL, (size_t)image->count + 1, sizeof *words);
  for (uint32_t i = 0; i < image->count; i++) words[i] = word_at(image, i);
  image->cells[reversed] = dictionary->cells[reversed] =
      trie_build(words, image->count, reversed, &image->cell_count[reversed]);
  free(words);
}

const DictionaryImage *dictionary_image(Dictionary *dictionary) {
  for (int i = 0; i < 2; i++)
    if (!dictionary->image.cells[i]) make_trie(dictionary, i);
  return &dictionary->image;
}

/* ---- looking up ------------------------------------------------------------------------------ */

/* The longest word along the bytes p[0], p[step], ... of which there are `room`; *length is its length. step: 1 or -1
 */
static uint32_t walk(Dictionary *dictionary, const char *p, size_t room, int step, size_t *length) {
  const DictionaryImage *image = &dictionary->image;
  if (!image->cells[step < 0]) make_trie(dictionary, step < 0);
  const Cell *cells = image->cells[step < 0];
  uint32_t node = 0, word = NONE;
  for (size_t i = 0;; i++) {
    const uint32_t base = cells[node].base;
    if (base & TAIL) {
      const Word only = word_at(image, base & ~TAIL);
      if (only.length > room) return word;
      const size_t rest = only.length - i;
      const bool same =
          step > 0 ? memcmp(p + i, only.text + i, rest) == 0 : memcmp(p - (only.length - 1), only.text, rest) == 0;
      if (same) word = base & ~TAIL, *length = only.length;
      return word;
    }
    if (cells[base].check == node) word = cells[base].base, *length = i;
    if (i == room) return word;
    const uint32_t child = base + (unsigned char)p[(ptrdiff_t)i * step] + 1;
    if (cells[child].check != node) return word;
    node = child;
  }
}

/* Nearly all that is asked starts or ends with no character of a word: a bit each tells that without the trie. */
uint32_t dictionary_longest(Dictionary *dictionary, const char *text, size_t length, size_t at, size_t *end) {
  if (at >= length) return NONE;
  const unsigned char c = (unsigned char)text[at];
  const size_t last = at + (c < 0xC0 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3);
  if (last >= length || !(dictionary->image.opens & byte_bit(text[last]))) return NONE;
  size_t bytes;
  const uint32_t word = walk(dictionary, text + at, length - at, 1, &bytes);
  if (word != NONE) *end = at + bytes;
  return word;
}

uint32_t dictionary_ending(Dictionary *dictionary, const char *text, size_t at, size_t *start) {
  if (!at || !(dictionary->image.closes & byte_bit(text[at - 1]))) return NONE;
  size_t bytes;
  const uint32_t word = walk(dictionary, text + at - 1, at, -1, &bytes);
  if (word != NONE) *start = at - bytes;
  return word;
}

uint32_t dictionary_find(Dictionary *dictionary, const char *text, size_t length, size_t from, size_t *start,
                         size_t *end) {
  const unsigned char *s = (const unsigned char *)text;
  const uint64_t *first = dictionary->image.first;
  const uint32_t bits = dictionary->image.bits;
  for (size_t i = from, step = 1; i < length; i += step) {
    uint32_t c = s[i];
    step = 1;
    if (c >= 0x80) { /* Han first; in broken text each byte is looked at, and none starts a word */
      if (c >= 0xE0 && c < 0xF0 && length - i >= 3) {
        c = c << 12 | (uint32_t)(s[i + 1] & 0x3F) << 6 | (s[i + 2] & 0x3F); /* the bits above 16 count for nothing */
        if ((s[i + 1] & 0xC0) == 0x80 && (s[i + 2] & 0xC0) == 0x80) step = 3;
      } else {
        const size_t bytes = c < 0xC0 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        if (!bytes || length - i < bytes) continue;
        c = utf8_decode(text + i, &(uint32_t){0});
      }
    }
    c &= bits;
    if (!(first[c >> 6] >> (c & 63) & 1)) continue;
    size_t bytes;
    const uint32_t word = walk(dictionary, text + i, length - i, 1, &bytes);
    if (word != NONE) {
      *start = i, *end = i + bytes;
      return word;
    }
  }
  return NONE;
}
