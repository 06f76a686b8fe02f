/* spool.c: see spool.h. */
#include "spool.h"
#include "text/arena.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MEMORY_MAX = 64 << 20 };

static FILE *open_temporary(void) {
  const char *folder = getenv("TMPDIR");
  char *path = string_format("%s/yanhu.XXXXXX", folder && *folder ? folder : "/tmp");
  const int descriptor = mkstemp(path);
  if (descriptor >= 0) unlink(path);
  free(path);
  return descriptor >= 0 ? fdopen(descriptor, "w+b") : NULL;
}

/* Moves the lines from memory behind those of the file. Where that fails they stay in memory. */
static void spill(Spool *spool) {
  if (!spool->file) spool->file = open_temporary();
  if (!spool->file || fseeko(spool->file, spool->size, SEEK_SET) != 0) return;
  const size_t length = spool->lines.length - spool->read;
  if (fwrite(spool->lines.data + spool->read, 1, length, spool->file) != length || fflush(spool->file) != 0) {
    clearerr(spool->file);
    return;
  }
  spool->size += (int64_t)length;
  buffer_clear(&spool->lines);
  spool->read = 0;
}

void spool_add(Spool *spool, const char *lines, size_t length) {
  if (spool->read == spool->lines.length) {
    buffer_clear(&spool->lines);
    spool->read = 0;
  }
  buffer_add(&spool->lines, lines, length);
  if (spool->lines.length - spool->read > (spool->memory_max ? spool->memory_max : MEMORY_MAX)) spill(spool);
}

static const char *read_line(Spool *spool, int64_t at, size_t *length) {
  if (ftello(spool->file) != at && fseeko(spool->file, at, SEEK_SET) != 0) return NULL;
  const ssize_t got = getline(&spool->line, &spool->line_room, spool->file);
  if (got <= 0) return NULL;
  spool->line[got - 1] = '\0';
  *length = (size_t)got - 1;
  return spool->line;
}

const char *spool_next(Spool *spool, size_t *length) {
  if (spool->read_at < spool->size) {
    const char *line = read_line(spool, spool->read_at, length);
    if (line) {
      spool->read_at += (int64_t)*length + 1;
      return line;
    }
    spool->read_at = spool->size;
  }
  if (spool->read == spool->lines.length) return NULL;
  const char *line = spool->lines.data + spool->read;
  const char *end = memchr(line, '\n', spool->lines.length - spool->read);
  *length = (size_t)(end - line);
  spool->read += *length + 1;
  return line;
}

size_t spool_index(Spool *spool) {
  size_t room = 0, length;
  const int64_t read_at = spool->read_at;
  const size_t read = spool->read;
  spool->count = 0;
  for (;;) {
    const int64_t start = spool->read_at < spool->size ? spool->read_at : spool->size + (int64_t)spool->read;
    if (!spool_next(spool, &length)) break;
    if (spool->count == room)
      spool->starts = memory_resize(spool->starts, room = room ? 2 * room : 256, sizeof *spool->starts);
    spool->starts[spool->count++] = start;
  }
  spool->read_at = read_at;
  spool->read = read;
  return spool->count;
}

const char *spool_line(Spool *spool, size_t number, size_t *length) {
  const int64_t start = spool->starts[number];
  if (start < spool->size) return read_line(spool, start, length);
  const char *line = spool->lines.data + (start - spool->size);
  *length = (size_t)((char *)memchr(line, '\n', spool->lines.length - (size_t)(start - spool->size)) - line);
  return line;
}

void spool_free(Spool *spool) {
  if (spool->file) fclose(spool->file);
  buffer_free(&spool->lines);
  free(spool->line);
  free(spool->starts);
  *spool = (Spool){0};
}
