/* spool.h: rows on their way from the scripts to a writer, as lines in the order they came. They lie in memory until
 * they outgrow it, then in a temporary file without a name (TMPDIR), so that memory stays flat as a batch grows. */
#ifndef YANHU_SPOOL_H
#define YANHU_SPOOL_H

#include "buffer.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct Spool {
  FILE *file;            /* the older lines; NULL while all are in memory */
  Buffer lines;          /* the newer ones */
  size_t read;           /* bytes of lines already handed on */
  int64_t read_at, size; /* of the file, bytes */
  char *line;            /* read from the file */
  size_t line_room;
  int64_t *starts; /* made by spool_index */
  size_t count;
  size_t memory_max; /* bytes; 0: 64 MiB */
} Spool;

void spool_add(Spool *spool, const char *lines, size_t length); /* whole lines */
/* The next line without its line feed, valid until the next call on the spool; NULL where there is none now. */
const char *spool_next(Spool *spool, size_t *length);
/* Numbers the lines from 0, for spool_line; gives their count. Nothing is added or taken afterwards. */
size_t spool_index(Spool *spool);
const char *spool_line(Spool *spool, size_t number, size_t *length); /* valid until the next call */
void spool_free(Spool *spool);

#endif
