/* digits.c: see digits.h. Most figures of a report have few decimals, and need no printf. */
#include "digits.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t write_unsigned(unsigned long long value, char *out) {
  char digits[24], *p = digits + sizeof digits;
  do *--p = (char)('0' + value % 10);
  while (value /= 10);
  const size_t length = (size_t)(digits + sizeof digits - p);
  memcpy(out, p, length);
  return length;
}

size_t digits_of_integer(long long value, char *out) {
  if (value >= 0) return write_unsigned((unsigned long long)value, out);
  *out = '-';
  return 1 + write_unsigned(0 - (unsigned long long)value, out + 1);
}

/* n / 10^decimals */
static size_t write_decimal(long long n, size_t decimals, char *out) {
  size_t length = 0;
  if (n < 0) out[length++] = '-', n = -n;
  char digits[24];
  size_t count = write_unsigned((unsigned long long)n, digits), lead = 0;
  if (count <= decimals) lead = decimals + 1 - count; /* 0.05 */
  memset(out + length, '0', lead);
  memcpy(out + length + lead, digits, count);
  length += lead + count;
  memmove(out + length - decimals + 1, out + length - decimals, decimals);
  out[length - decimals] = '.';
  return length + 1;
}

size_t digits_of_double(double value, char *out) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  const double exact = 9007199254740992.0; /* 2^53 */
  /* n / 10^k is rounded correctly, so its digits read back as the very double that it is */
  for (size_t k = 0; k < sizeof powers / sizeof *powers && fabs(value) * powers[k] < exact / 4; k++) {
    const double n = nearbyint(value * powers[k]);
    if (n / powers[k] != value) continue;
    return k ? write_decimal((long long)n, k, out) : digits_of_integer((long long)n, out);
  }
  if (value == floor(value) && fabs(value) < exact) return digits_of_integer((long long)value, out);
  char digits[DIGITS_MAX];
  int length = 0;
  for (int precision = 15; precision <= 17; precision++) {
    length = snprintf(digits, sizeof digits, "%.*g", precision, value);
    if (strtod(digits, NULL) == value) break;
  }
  char *comma = memchr(digits, ',', (size_t)length); /* some locales */
  if (comma) *comma = '.';
  memcpy(out, digits, (size_t)length);
  return (size_t)length;
}
