/* nearest.h: what somebody may have meant who wrote a name that does not exist. */
#ifndef YANHU_NEAREST_H
#define YANHU_NEAREST_H

#include <stddef.h>

/* Writes ", did you mean 'x'?" for the name nearest to `wanted`, or "" where none is near, into hint; returns hint.
 * `names` ends with NULL. */
const char *nearest_name(const char *wanted, const char *const *names, char *hint, size_t size);

#endif
