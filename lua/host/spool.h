/* spool.h: rows on their way from the scripts to a writer, as lines in the order they came. They lie in memory until
 * they outgrow it; then they move to a temporary database without a name (in TMPDIR), so that memory stays flat as a
 * batch grows, and a script that finishes can have any of them. Without the library sqlite3 all stay in memory. */
#ifndef YANHU_SPOOL_H
#define YANHU_SPOOL_H

#include "buffer.h"
#include <stdbool.h>

typedef struct Spool {
  Buffer lines;         /* in memory: the newest ones */
  size_t read;          /* bytes of them that were handed on */
  struct sqlite3 *disk; /* the older ones, numbered from 0; NULL while all are in memory */
  struct sqlite3_stmt *put, *get;
  size_t stored, taken; /* lines on disk; those of them that were handed on */
  size_t stored_bytes;
  size_t memory_max; /* bytes; 0: 64 MiB */
  bool full;         /* the disk took no more: the others stay in memory */
  bool lost;         /* a line cannot be read back from the disk */
} Spool;

void spool_add(Spool *spool, const char *lines, size_t length); /* whole lines */
/* The next line without its line feed, valid until the next call on the spool; NULL where there is none now. */
const char *spool_next(Spool *spool, size_t *length);
/* Whether all lines are on disk, where spool_line has any of them; else spool_next gives them. Nothing is added
 * afterwards.
 */
bool spool_settle(Spool *spool);
/* The line of that number, from 0 to spool->stored, valid until the next call; NULL where it cannot be read. */
const char *spool_line(Spool *spool, size_t number, size_t *length);
void spool_free(Spool *spool);

#endif
