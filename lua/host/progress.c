/* progress.c: see progress.h. */
#include "progress.h"
#include "clock.h"
#include "text/message.h"
#include <stdio.h>
#include <unistd.h>

enum { WIDTH = 30, MANY = 20 /* inputs: fewer need no bar */ };
static const double BAR_SECONDS = 0.1, LINE_SECONDS = 10;

void progress_begin(Progress *progress, size_t total, bool quiet) {
  *progress =
      (Progress){.on = !quiet && total >= MANY, .bar = isatty(STDERR_FILENO), .total = total, .begun = clock_seconds()};
  progress->last = progress->begun;
}

static void write_rest(const Progress *progress, size_t done, size_t failed) {
  const double seconds = clock_seconds() - progress->begun, rate = seconds > 0 ? (double)done / seconds : 0;
  const long left = rate > 0 ? (long)((double)(progress->total - done) / rate + 0.5) : 0;
  fprintf(stderr, "%zu/%zu", done, progress->total);
  if (failed) fprintf(stderr, _(", %zu failed"), failed);
  fprintf(stderr, _(", %.0f/s, %ld:%02ld left"), rate, left / 60, left % 60);
}

void progress_update(Progress *progress, size_t done, size_t failed) {
  const double time = clock_seconds();
  if (!progress->on || time - progress->last < (progress->bar ? BAR_SECONDS : LINE_SECONDS)) return;
  progress->last = time;
  if (progress->bar) {
    const size_t full = done * WIDTH / progress->total;
    fputs("\r\033[K[", stderr);
    for (size_t i = 0; i < WIDTH; i++) fputc(i < full ? '#' : '.', stderr);
    fputs("] ", stderr);
    write_rest(progress, done, failed);
    progress->shown = true;
  } else {
    fputs("yanhu: ", stderr);
    write_rest(progress, done, failed);
    fputc('\n', stderr);
  }
  fflush(stderr);
}

void progress_clear(Progress *progress) {
  if (progress->shown) fputs("\r\033[K", stderr);
  progress->shown = false;
}

void progress_end(Progress *progress, size_t reports, size_t unreadable, size_t failed) {
  progress_clear(progress);
  if (!progress->on && !(progress->total > 1 && (unreadable || failed))) return;
  const double seconds = clock_seconds() - progress->begun;
  if (seconds < 1 && !unreadable && !failed) return;
  fprintf(stderr, PLURAL("yanhu: %zu report", "yanhu: %zu reports", reports), reports);
  if (unreadable) fprintf(stderr, _(", %zu could not be read"), unreadable);
  if (failed) fprintf(stderr, PLURAL(", %zu failure of a script", ", %zu failures of a script", failed), failed);
  if (progress->on) fprintf(stderr, _(", %.1f s"), seconds);
  fputc('\n', stderr);
}
