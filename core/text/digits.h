/* digits.h: numbers as the digits people and JSON read, the same on every machine and in every locale. */
#ifndef YANHU_DIGITS_H
#define YANHU_DIGITS_H

#include <stddef.h>

enum { DIGITS_MAX = 32 }; /* bytes that `out` must have room for; no NUL is written */

size_t digits_of_integer(long long value, char *out);
/* The fewest digits that read back as the same double; a whole number below 2^53 has no point: 4.5, 30510000000. The
 * value is finite. */
size_t digits_of_double(double value, char *out);

#endif
