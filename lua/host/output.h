/* output.h: renders the rows of a run. ndjson is copied through as it is; every other format is a writer in
 * lua/yanhu/writers, which reads the rows as tables. */
#ifndef YANHU_OUTPUT_H
#define YANHU_OUTPUT_H

#include "run.h"

typedef struct OutputSettings {
  const char *format; /* NULL: by the suffix of path, else a table on a terminal and ndjson in a pipe */
  const char *path;   /* NULL: standard output; a folder (or a name ending in /): one file a script */
  bool excel;
} OutputSettings;

/* Checks before anything is run: an unknown format, one that cannot hold several tables. Prints a diagnostic. */
bool output_check(const OutputSettings *settings, size_t scripts);
/* Writes everything; false with a diagnostic printed where it could not be written. */
bool output_write(const OutputSettings *settings, Run *run);

#endif
