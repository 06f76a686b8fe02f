/* tap.h: the smallest test harness. Each check prints a line `ok` or `not ok - what`; tap_end closes with
 * `N passed, N failed` and gives the exit code. */
#ifndef YANHU_TAP_H
#define YANHU_TAP_H

#include <stdio.h>
#include <string.h>

static int tap_passed, tap_failed;

static inline int tap_check(int ok, const char *what, const char *file, int line) {
  if (ok) tap_passed++;
  else {
    tap_failed++;
    printf("not ok - %s:%d: %s\n", file, line, what);
  }
  return ok;
}

static inline int tap_same(const char *got, const char *want, const char *what, const char *file, int line) {
  const int ok = got && want ? strcmp(got, want) == 0 : got == want;
  if (!tap_check(ok, what, file, line)) printf("#   got:  %s\n#   want: %s\n", got ? got : "NULL", want ? want : "NULL");
  return ok;
}

#define OK(condition) tap_check((condition) ? 1 : 0, #condition, __FILE__, __LINE__)
#define SAME(got, want) tap_same((got), (want), #got, __FILE__, __LINE__)

static inline int tap_end(void) {
  printf("%d passed, %d failed\n", tap_passed, tap_failed);
  return tap_failed != 0;
}

#endif
