/* nearest.c: the fewest letters to change (Levenshtein). */
#include "nearest.h"
#include "../text/message.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_NAME = 31 };

static size_t smallest(size_t a, size_t b, size_t c) {
  const size_t ab = a < b ? a : b;
  return ab < c ? ab : c;
}

static size_t distance(const char *a, const char *b) { /* Levenshtein; both at most LONGEST_NAME long */
  size_t row[LONGEST_NAME + 1];
  const size_t n = strlen(b);
  for (size_t j = 0; j <= n; j++) row[j] = j;
  for (size_t i = 1; a[i - 1]; i++) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      const size_t above = row[j];
      row[j] = smallest(above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1]));
      corner = above;
    }
  }
  return row[n];
}

const char *nearest_of(const char *wanted, const char *const *names) {
  const char *best = NULL;
  size_t least = strlen(wanted) / 2 + 1; /* half of it wrong is no slip of the pen */
  if (strlen(wanted) > LONGEST_NAME) return NULL;
  for (; *names; names++) {
    const size_t d = strlen(*names) <= LONGEST_NAME ? distance(wanted, *names) : least;
    if (d < least) least = d, best = *names;
  }
  return best;
}

const char *nearest_name(const char *wanted, const char *const *names, char *hint, size_t size) {
  const char *best = nearest_of(wanted, names);
  hint[0] = '\0';
  if (best) snprintf(hint, size, _(", did you mean '%s'?"), best);
  return hint;
}
