/* Fuzz target: patterns, dictionaries and selectors. The first byte chooses; the first line is the pattern, the words
 * (parted by spaces) or the selector, what follows the text. */
#include "match/dictionary.h"
#include "match/pattern.h"
#include "match/selector.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_pattern(const char *regex, size_t length, const char *text, size_t size) {
  YhError error;
  Pattern *pattern = pattern_new(regex, length, 0, &error);
  if (!pattern) {
    if (!error.column || error.column > utf8_count(regex, length) + 1) abort();
    return;
  }
  const PatternLimits limits = {.match = 10000, .depth = 1000, .heap = 1000};
  if (pattern_find(pattern, text, size, 0, &limits, &error) == PATTERN_FOUND) {
    const size_t *ends = pattern_ends(pattern);
    for (uint32_t i = 0; i <= pattern_groups(pattern); i++)
      if (ends[2 * i] != PATTERN_UNSET && (ends[2 * i] > ends[2 * i + 1] || ends[2 * i + 1] > size)) abort();
  }
  pattern_free(pattern);
}

static void try_dictionary(const char *line, size_t length, const char *text, size_t size) {
  Word words[64];
  uint32_t count = 0;
  for (const char *p = line, *end = line + length; p < end && count < 64; count++) {
    const char *stop = memchr(p, ' ', (size_t)(end - p));
    if (!stop) stop = end;
    words[count] = (Word){p, (size_t)(stop - p)};
    p = stop + 1;
  }
  YhError error;
  Dictionary *dictionary = dictionary_new(words, count, &error);
  if (!dictionary) return;
  size_t start, end, from = 0;
  uint32_t word;
  while ((word = dictionary_find(dictionary, text, size, from, &start, &end)) != DICTIONARY_NONE) {
    if (start < from || end > size || end - start != words[word].length) abort();
    if (memcmp(text + start, words[word].text, words[word].length)) abort();
    /* the longest word that ends here starts no later */
    size_t before;
    if (dictionary_ending(dictionary, text, end, &before) == DICTIONARY_NONE || before > start) abort();
    from = end;
  }
  dictionary_free(dictionary);
}

static void try_selector(const char *source, size_t length, const char *text, size_t size) {
  YhError error;
  Selector *selector = selector_new(source, length, &error);
  if (!selector) {
    if (!error.column || error.column > utf8_count(source, length) + 1 || !error.message[0]) abort();
    return;
  }
  YhInput *input = yh_input_memory(text, size, &(YhOptions){.name = "text"}, &error);
  YhReport *report = input ? yh_input_next(input, &error) : NULL;
  if (report) {
    uint32_t count, node, last = 0;
    yh_report_nodes(report, &count);
    SelectorWalk *walk = selector_walk(selector, report, 0, count);
    while ((node = selector_next(walk)) != SELECTOR_END) {
      if (node >= count || (last && node <= last)) abort();
      last = node;
    }
    selector_walk_free(walk);
  }
  yh_report_free(report);
  yh_input_close(input);
  selector_free(selector);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 2) return 0;
  const char *line = (const char *)data + 1, *end = (const char *)data + size;
  const char *stop = memchr(line, '\n', size - 1);
  if (!stop) stop = end;
  const char *text = stop < end ? stop + 1 : end;
  const size_t length = (size_t)(stop - line), rest = (size_t)(end - text);
  if (data[0] % 3 == 0) try_pattern(line, length, text, rest);
  else if (data[0] % 3 == 1) try_dictionary(line, length, text, rest);
  else try_selector(line, length, text, rest);
  return 0;
}
