/* spool.h: rows on their way from the scripts to a writer, as lines in the order they came. They lie in memory until
 * they outgrow it, then in a temporary database. */
#ifndef YANHU_SPOOL_H
#define YANHU_SPOOL_H

#include "buffer.h"
#include <stdbool.h>

typedef struct Spool {
  Buffer lines;
  size_t read; /* bytes of lines already handed on */
} Spool;

void spool_add(Spool *spool, const char *lines, size_t length); /* whole lines */
/* The next line without its line feed, valid until the next call on the spool; NULL where there is none now. */
const char *spool_next(Spool *spool, size_t *length);
void spool_free(Spool *spool);

#endif
