/* source.c: gets the bytes of a file or of standard input, without ever hanging on what is no file. */
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return _("a folder");
  if (S_ISFIFO(mode)) return _("a pipe (use - to read standard input)");
  if (S_ISSOCK(mode)) return _("a socket");
  return _("a device");
}

static int64_t time_of(const struct stat *status) {
  return (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

/* Reads up to `most` bytes behind those that are there. */
static bool read_piece(Source *source, size_t most, YhError *error) {
  size_t got_all = 0;
  while (got_all < most && !source->at_end) {
    const ssize_t got = read(source->fd, source->bytes + source->length, most - got_all);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error_set(error, YH_EREAD, _("reading failed: %s"), strerror(errno));
    if (got == 0) source->at_end = true;
    source->length += (size_t)got;
    got_all += (size_t)got;
  }
  source->bytes[source->length] = 0;
  return true;
}

static bool check_file(Source *source, YhError *error) {
  struct stat status;
  if (fstat(source->fd, &status)) return error_set(error, YH_EOPEN, "%s", strerror(errno));
  if (!S_ISREG(status.st_mode)) return error_set(error, YH_EOPEN, _("is %s, not a file"), kind_of(status.st_mode));
  source->size = status.st_size;
  source->changed = time_of(&status);
  return true;
}

bool source_open(Source *source, const char *path, YhError *error) {
  *source = (Source){.path = path, .fd = STDIN_FILENO, .size = -1};
  bool ok = true;
  if (strcmp(path, "-") != 0) {
    source->fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); /* O_NONBLOCK: a FIFO must not hang */
    if (source->fd < 0) return error_set(error, YH_EOPEN, "%s", strerror(errno));
    source->own_fd = true;
    ok = check_file(source, error);
  }
  if (ok) {
    source->bytes = memory_resize(NULL, SOURCE_PIECE + 1, 1);
    ok = read_piece(source, SOURCE_PIECE, error);
  }
  if (!ok) source_close(source);
  return ok;
}

static bool check_unchanged(const Source *source, YhError *error) {
  struct stat status;
  if (source->size < 0) return true;
  if (fstat(source->fd, &status) || (int64_t)source->length != source->size || status.st_size != source->size ||
      time_of(&status) != source->changed)
    return error_set(error, YH_EREAD, _("changed while it was read"));
  return true;
}

bool source_load(Source *source, size_t max_bytes, YhError *error) {
  if (source->fd < 0) return true;
  if (source->size > (int64_t)max_bytes)
    return error_set(error, YH_ELIMIT, _("%lld MiB large, the limit for one input is %zu MiB"),
                     (long long)(source->size >> 20), max_bytes >> 20);
  size_t capacity = source->size > SOURCE_PIECE ? (size_t)source->size + 1 : 2 * SOURCE_PIECE;
  while (!source->at_end) {
    source->bytes = memory_resize(source->bytes, capacity + 1, 1);
    if (!read_piece(source, capacity - source->length, error)) return false;
    if (source->length > max_bytes)
      return error_set(error, YH_ELIMIT, _("larger than %zu MiB, the limit for one input"), max_bytes >> 20);
    capacity *= 2;
    if (capacity > max_bytes + 1) capacity = max_bytes + 1;
  }
  return check_unchanged(source, error);
}

bool source_more(Source *source, YhError *error) {
  source->length = 0;
  if (source->fd < 0 || source->at_end) return true;
  return read_piece(source, SOURCE_PIECE, error);
}

void source_close(Source *source) {
  if (source->own_fd && source->fd >= 0) close(source->fd);
  source->own_fd = false;
  source->fd = -1;
  free(source->bytes);
  source->bytes = NULL;
  source->length = 0;
}
