/* progress.c: see progress.h. */
#include "progress.h"
#include "clock.h"
#include "text/message.h"
#include <stdio.h>
#include <unistd.h>

enum { WIDTH = 30, MANY = 20 /* of which a run need not speak */ };
static const double BAR_SECONDS = 0.1, LINE_SECONDS = 10, COUNT_SECONDS = 1;

void progress_begin(Progress *progress, size_t inputs, bool quiet) {
  *progress = (Progress){.on = !quiet, .bar = isatty(STDERR_FILENO), .inputs = inputs, .begun = clock_seconds()};
  progress->last = progress->begun;
}

static void write_bar(size_t done, size_t inputs) {
  fputc('[', stderr);
  for (size_t i = 0; i < WIDTH; i++) fputc(i < done * WIDTH / inputs ? '#' : '.', stderr);
  fputs("] ", stderr);
}

/* 120/600, 2 failed, 40/s, 0:12 left */
static void write_inputs(const Progress *progress, size_t done, size_t failed, double seconds) {
  const double rate = (double)done / seconds;
  const long left = done ? (long)((double)(progress->inputs - done) / rate + 0.5) : 0;
  fprintf(stderr, "%zu/%zu", done, progress->inputs);
  if (failed) fprintf(stderr, _(", %zu failed"), failed);
  fprintf(stderr, _(", %.0f/s, %ld:%02ld left"), rate, left / 60, left % 60);
}

/* 600 reports, 2 failed, 40/s: how many a table holds shows at its end */
static void write_reports(size_t reports, size_t failed, double seconds) {
  fprintf(stderr, PLURAL("%zu report", "%zu reports", reports), reports);
  if (failed) fprintf(stderr, _(", %zu failed"), failed);
  fprintf(stderr, _(", %.0f/s"), (double)reports / seconds);
}

void progress_update(Progress *progress, size_t done, size_t reports, size_t failed) {
  const double time = clock_seconds(), seconds = time - progress->begun;
  const bool many = progress->inputs >= MANY;
  if (!progress->on || time - progress->last < (progress->bar ? BAR_SECONDS : LINE_SECONDS)) return;
  if (!many && (reports < MANY || seconds < COUNT_SECONDS)) return;
  progress->last = time;
  fputs(progress->bar ? "\r\033[K" : "yanhu: ", stderr);
  if (many && progress->bar) write_bar(done, progress->inputs);
  if (many) write_inputs(progress, done, failed, seconds);
  else write_reports(reports, failed, seconds);
  if (!progress->bar) fputc('\n', stderr);
  progress->shown = progress->bar;
  fflush(stderr);
}

void progress_clear(Progress *progress) {
  if (progress->shown) fputs("\r\033[K", stderr);
  progress->shown = false;
}

void progress_end(Progress *progress, size_t reports, size_t unreadable, size_t failed) {
  progress_clear(progress);
  const double seconds = clock_seconds() - progress->begun;
  const bool told = progress->on && (progress->inputs >= MANY || reports >= MANY);
  if (unreadable || failed ? progress->inputs < 2 && reports < 2 : !told || seconds < COUNT_SECONDS) return;
  fprintf(stderr, PLURAL("yanhu: %zu report", "yanhu: %zu reports", reports), reports);
  if (unreadable) fprintf(stderr, _(", %zu could not be read"), unreadable);
  if (failed) fprintf(stderr, PLURAL(", %zu failure of a script", ", %zu failures of a script", failed), failed);
  if (told) fprintf(stderr, _(", %.1f s"), seconds);
  fputc('\n', stderr);
}
