/* output.h: renders the rows of a run. ndjson of all columns is copied through as it is; everything else is a writer in
 * lua/yanhu/writers, which reads the rows as tables. */
#ifndef YANHU_OUTPUT_H
#define YANHU_OUTPUT_H

#include "run.h"

typedef struct OutputSettings {
  const char *format;  /* NULL: by the suffix of path, else a table on a terminal and ndjson in a pipe */
  const char *path;    /* NULL: standard output; a folder (or a name ending in /): one file a script */
  const char *columns; /* names with commas between; NULL: all */
  bool excel;
} OutputSettings;

/* Checks before anything is run: an unknown format or column, a format that cannot hold several tables. Prints a
 * diagnostic. `scripts` ends with NULL. */
bool output_check(const OutputSettings *settings, Script *const *scripts);
/* Writes everything; false with a diagnostic printed where it could not be written. */
bool output_write(const OutputSettings *settings, Run *run);

#endif
