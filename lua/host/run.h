/* run.h: one run of scripts over inputs: pulls the batch's results, prints what went wrong, keeps the rows of each
 * script until its writer asks for them. */
#ifndef YANHU_RUN_H
#define YANHU_RUN_H

#include "batch.h"
#include "exit_code.h"
#include "progress.h"
#include "spool.h"

typedef struct Run {
  BatchSettings settings;
  Batch *batch; /* NULL once all results are in */
  size_t scripts;
  Spool *spools;  /* one a script: what the writer reads */
  bool *finished; /* finish has run */
  size_t reports, unreadable, failed, rows;
  struct Failures {
    size_t count;
    char *last; /* first line of the last message */
  } * failures; /* one a script */
  bool found, script_error;
  Progress progress;
} Run;

/* Without a batch: rows are put into the spools by others (shard.c). */
void run_prepare(Run *run, const BatchSettings *settings);
bool run_start(Run *run, const BatchSettings *settings, bool quiet);
/* The next row of a script, as a JSON line; NULL at the end. Runs the batch as far as that needs. */
const char *run_next_row(Run *run, size_t script, size_t *length);
/* Takes in one result; false at the end. */
bool run_step(Run *run);
void run_print_unreadable(const Result *result);
ExitCode run_end(Run *run); /* frees it; what the whole run amounts to */

#endif
