/* progress.h: how far a run is: a bar on a terminal, now and then a plain line elsewhere; on standard error. Of few
 * inputs that hold many reports the reports are counted. */
#ifndef YANHU_PROGRESS_H
#define YANHU_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Progress {
  bool on, bar, shown;
  size_t inputs;
  double begun, last;
} Progress;

void progress_begin(Progress *progress, size_t inputs, bool quiet);
/* done: inputs of which all is handed on. */
void progress_update(Progress *progress, size_t done, size_t reports, size_t failed);
/* Takes the bar away, so that other lines can be printed; the next update brings it back. */
void progress_clear(Progress *progress);
/* The last word: what the run amounts to. Nothing for a short run in which all went well. */
void progress_end(Progress *progress, size_t reports, size_t unreadable, size_t failed);

#endif
