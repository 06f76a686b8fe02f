/* digits.c: tests of core/text/digits: the fewest digits, which read back as the same double. */
#include "text/digits.h"
#include "tap.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

static const char *of_double(double value) {
  static char text[DIGITS_MAX + 1];
  text[digits_of_double(value, text)] = '\0';
  return text;
}

static const char *of_integer(long long value) {
  static char text[DIGITS_MAX + 1];
  text[digits_of_integer(value, text)] = '\0';
  return text;
}

int main(void) {
  SAME(of_integer(0), "0");
  SAME(of_integer(-120), "-120");
  SAME(of_integer(LLONG_MAX), "9223372036854775807");
  SAME(of_integer(LLONG_MIN), "-9223372036854775808");
  SAME(of_double(0), "0");
  SAME(of_double(-0.0), "0");
  SAME(of_double(30510000000.0), "30510000000");
  SAME(of_double(9007199254740991.0), "9007199254740991");
  SAME(of_double(4.5), "4.5");
  SAME(of_double(-0.05), "-0.05");
  SAME(of_double(0.000001), "0.000001");
  SAME(of_double(1.37), "1.37");
  SAME(of_double(65.625), "65.625");
  SAME(of_double(100.07), "100.07");
  SAME(of_double(0.1 + 0.2), "0.30000000000000004");
  SAME(of_double(1e300), "1e+300");
  SAME(of_double(5e-324), "4.94065645841247e-324");
  int wrong = 0;
  unsigned long long seed = 2025;
  for (int i = 0; i < 100000; i++) { /* figures as reports have them, and any bits at all */
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    double value = (double)(seed >> 40) / pow(10, (double)(seed % 8));
    if (i % 2) memcpy(&value, &seed, sizeof value);
    if (!isfinite(value)) continue;
    char plain[40];
    snprintf(plain, sizeof plain, "%.17g", value);
    const char *text = of_double(value);
    if (strtod(text, NULL) != value || (strlen(text) > strlen(plain) && fabs(value) < 1e15 && fabs(value) > 1e-4))
      wrong++;
  }
  OK(wrong == 0);
  return tap_end();
}
