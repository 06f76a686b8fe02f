/* error.h: fills a YhError; the one place where messages are cut to their buffer. */
#ifndef YANHU_ERROR_H
#define YANHU_ERROR_H

#include "../yanhu.h"
#include "message.h"

/* Sets code and message, line and column to 0. `error` may be NULL. Returns false, so that a failing function can
 * say `return error_set(error, YH_EREAD, ...)`. A message too long for its buffer is cut at a whole character. */
bool error_set(YhError *error, YhCode code, const char *format, ...) __attribute__((format(printf, 3, 4)));
void error_clear(YhError *error);

#endif
