/* nearest.h: what somebody may have meant who wrote a name that does not exist. */
#ifndef YANHU_NEAREST_H
#define YANHU_NEAREST_H

#include <stddef.h>

/* The name that differs from `wanted` by the fewest letters; NULL where none is near. `names` ends with NULL. */
const char *nearest_of(const char *wanted, const char *const *names);
/* Writes ", did you mean 'x'?" for the name nearest to `wanted`, or "" where none is near, into hint; returns hint.
 * `names` ends with NULL. */
const char *nearest_name(const char *wanted, const char *const *names, char *hint, size_t size);

#endif
