/* source.c: gets the bytes of a file or of standard input, without ever hanging on what is no file. */
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe (use - to read standard input)";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

/* Reads to the end of the descriptor, at most max_bytes. `expected` spares reallocation. */
static bool read_all(Source *source, int fd, size_t expected, size_t max_bytes, YhError *error) {
  size_t capacity = expected + 1;
  source->bytes = memory_resize(NULL, capacity + 1, 1);
  for (;;) {
    if (source->length == capacity) {
      capacity = capacity * 2 < 65536 ? 65536 : capacity * 2;
      if (capacity > max_bytes + 1) capacity = max_bytes + 1;
      source->bytes = memory_resize(source->bytes, capacity + 1, 1);
    }
    const ssize_t got = read(fd, source->bytes + source->length, capacity - source->length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return error_set(error, YH_EREAD, "reading failed after %zu bytes: %s", source->length, strerror(errno));
    if (got == 0) break;
    source->length += (size_t)got;
    if (source->length > max_bytes)
      return error_set(error, YH_ELIMIT, "larger than %zu MiB, the limit for one input", max_bytes >> 20);
  }
  source->bytes[source->length] = 0;
  return true;
}

static bool read_file(Source *source, int fd, size_t max_bytes, YhError *error) {
  struct stat before, after;
  if (fstat(fd, &before)) return error_set(error, YH_EOPEN, "%s", strerror(errno));
  if (!S_ISREG(before.st_mode)) return error_set(error, YH_EOPEN, "is %s, not a file", kind_of(before.st_mode));
  if ((uintmax_t)before.st_size > max_bytes)
    return error_set(error, YH_ELIMIT, "%ju MiB large, the limit for one input is %zu MiB",
                     (uintmax_t)before.st_size >> 20, max_bytes >> 20);
  if (!read_all(source, fd, (size_t)before.st_size, max_bytes, error)) return false;
  if (fstat(fd, &after) || source->length != (size_t)before.st_size || after.st_size != before.st_size ||
      after.st_mtim.tv_sec != before.st_mtim.tv_sec || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec)
    return error_set(error, YH_EREAD, "changed while it was read");
  return true;
}

bool source_open(Source *source, const char *path, size_t max_bytes, YhError *error) {
  *source = (Source){.path = path};
  bool ok;
  if (strcmp(path, "-") == 0) {
    ok = read_all(source, STDIN_FILENO, 0, max_bytes, error);
  } else {
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); /* O_NONBLOCK: a FIFO must not hang */
    if (fd < 0) return error_set(error, YH_EOPEN, "%s", strerror(errno));
    ok = read_file(source, fd, max_bytes, error);
    close(fd);
  }
  if (!ok) source_close(source);
  return ok;
}

void source_close(Source *source) {
  free(source->bytes);
  source->bytes = NULL;
  source->length = 0;
}
