/* inputs.h: which files a run reads: the given paths, folders walked in sorted order. */
#ifndef YANHU_INPUTS_H
#define YANHU_INPUTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Inputs {
  char **paths; /* in the order of the run */
  size_t count, capacity;
} Inputs;

/* Adds a file, `-`, or the reports below a folder. What cannot be looked into is added as it is, so that reading it
 * gives the error its place among the others. False where a folder holds no report (a diagnostic is printed). */
bool inputs_add(Inputs *inputs, const char *path);
void inputs_free(Inputs *inputs);

/* Keeps `count` of them, spread evenly. */
void inputs_sample(Inputs *inputs, size_t count);

#endif
