/* spool.c: see spool.h. */
#include "spool.h"
#include <string.h>

void spool_add(Spool *spool, const char *lines, size_t length) {
  if (spool->read == spool->lines.length) {
    buffer_clear(&spool->lines);
    spool->read = 0;
  }
  buffer_add(&spool->lines, lines, length);
}

const char *spool_next(Spool *spool, size_t *length) {
  if (spool->read == spool->lines.length) return NULL;
  const char *line = spool->lines.data + spool->read;
  const char *end = memchr(line, '\n', spool->lines.length - spool->read);
  *length = (size_t)(end - line);
  spool->read += *length + 1;
  return line;
}

void spool_free(Spool *spool) {
  buffer_free(&spool->lines);
  spool->read = 0;
}
