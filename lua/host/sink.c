/* sink.c: see sink.h. */
#include "sink.h"
#include "buffer.h"
#include "diagnostic.h"
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *volatile unfinished; /* the temporary of the sink that is open; one at a time */

static void on_signal(int number) {
  if (unfinished) unlink(unfinished);
  signal(number, SIG_DFL);
  raise(number);
}

void sink_watch_signals(void) {
  const int signals[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    if (signal(signals[i], on_signal) == SIG_IGN) signal(signals[i], SIG_IGN); /* nohup stays nohup */
}

static bool fail(const char *path, const char *what) {
  diagnostic_print(&(Diagnostic){.file = path ? path : _("standard output"), .message = what});
  return false;
}

bool sink_open(Sink *sink, const char *path) {
  *sink = (Sink){0};
  if (!path) {
    sink->file = stdout;
    return true;
  }
  struct stat status;
  if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) { /* /dev/null, a pipe: nothing to rename */
    if (S_ISDIR(status.st_mode)) return fail(path, _("is a folder"));
    sink->file = fopen(path, "wb");
    if (!sink->file) return fail(path, strerror(errno));
    sink->path = string_copy(path);
    return true;
  }
  const char *slash = strrchr(path, '/');
  const int folder = slash ? (int)(slash - path) + 1 : 0;
  sink->temporary = string_format("%.*s.%s.XXXXXX", folder, path, path + folder);
  const int descriptor = mkstemp(sink->temporary);
  unfinished = descriptor >= 0 ? sink->temporary : NULL;
  if (descriptor >= 0) {
    const mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
    sink->file = fdopen(descriptor, "wb");
  }
  if (!sink->file) {
    const int error = errno;
    unfinished = NULL;
    free(sink->temporary);
    sink->temporary = NULL;
    return fail(path, strerror(error));
  }
  sink->path = string_copy(path);
  return true;
}

static bool note(Sink *sink, bool good) {
  if (!good && !sink->error) sink->error = errno;
  return good;
}

bool sink_write(Sink *sink, const char *bytes, size_t length) {
  return note(sink, fwrite(bytes, 1, length, sink->file) == length);
}

bool sink_format(Sink *sink, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = vfprintf(sink->file, format, arguments);
  va_end(arguments);
  return note(sink, length >= 0);
}

bool sink_row(Sink *sink, const char *script, const char *row, size_t length) {
  if (!script) return sink_write(sink, row, length) && sink_write(sink, "\n", 1);
  return sink_format(sink, "{\"script\":\"%s\"%s", script, length > 2 ? "," : "") &&
         sink_write(sink, row + 1, length - 1) && sink_write(sink, "\n", 1);
}

bool sink_commit(Sink *sink) {
  note(sink, fflush(sink->file) == 0);
  if (sink->temporary) note(sink, fsync(fileno(sink->file)) == 0 || errno == EINVAL);
  if (sink->path) note(sink, fclose(sink->file) == 0);
  sink->file = NULL;
  if (sink->temporary && !sink->error) note(sink, rename(sink->temporary, sink->path) == 0);
  if (sink->error) {
    fail(sink->path, strerror(sink->error));
    sink_abandon(sink);
    return false;
  }
  unfinished = NULL;
  free(sink->temporary);
  free(sink->path);
  *sink = (Sink){0};
  return true;
}

void sink_abandon(Sink *sink) {
  if (sink->file && sink->path) fclose(sink->file);
  if (sink->temporary) unlink(sink->temporary);
  unfinished = NULL;
  free(sink->temporary);
  free(sink->path);
  *sink = (Sink){0};
}
