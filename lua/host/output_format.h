/* output_format.h: the formats of results, as output.c and output_check.c share them. */
#ifndef YANHU_OUTPUT_FORMAT_H
#define YANHU_OUTPUT_FORMAT_H

#include "output.h"

typedef struct Format {
  const char *name;
  const char *suffixes[4];
  bool one_table; /* a file holds one table only */
  bool own_file;  /* a library writes it: not to standard output */
  bool adds;      /* to what the file holds already, in a transaction: it is not replaced */
} Format;

/* By -f, or the suffix of -o; NULL where there is none of that name. */
const Format *output_format(const OutputSettings *settings);
/* `a/`, or a folder that is there. */
bool output_is_folder(const char *path);

#endif
