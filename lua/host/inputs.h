/* inputs.h: which reports a run reads: the given paths, folders walked in sorted order; of these a sample, a shard. */
#ifndef YANHU_INPUTS_H
#define YANHU_INPUTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Inputs {
  char **paths; /* in the order of the run */
  size_t count, capacity;
  /* after inputs_select; else all reports are wanted */
  size_t *firsts;       /* of each table its first row's number among all reports; SIZE_MAX for what is taken whole */
  size_t total, sample; /* reports there are, and are wanted */
  size_t from, to;      /* which of the sample: this shard */
} Inputs;

/* Adds a file, `-`, or the reports below a folder. What cannot be looked into is added as it is, so that reading it
 * gives the error its place among the others. False where a folder holds no report (a diagnostic is printed). */
bool inputs_add(Inputs *inputs, const char *path);
void inputs_free(Inputs *inputs);

/* Keeps `sample` reports (0: all), spread evenly, and of those the part `shard` (from 1) of `of`: neighbours, so that
 * shards put together are the whole in its order. The rows of a table are reports of their own; a table on standard
 * input is one piece. */
void inputs_select(Inputs *inputs, size_t sample, unsigned shard, unsigned of);
/* Whether a row (from 1) of the table at `index` was selected. */
bool inputs_wants(const Inputs *inputs, size_t index, size_t row);

#endif
