/* part.h: what one script made of one report. Its owner frees it with part_free. */
#ifndef YANHU_PART_H
#define YANHU_PART_H

#include "buffer.h"
#include <stdbool.h>
#include <stdlib.h>

typedef struct Part {
  Buffer rows; /* a JSON object a line */
  size_t count;
  Buffer printed; /* by print */
  char *modules;  /* that it loaded besides those of its top, as module_list.h says; NULL for none */
  char *error;    /* message of a script that failed; NULL where it did not */
  bool found;     /* a checking script said so */
  bool skipped;   /* the report is not as --where says: the script was not called */
} Part;

static inline void part_free(Part *part) {
  buffer_free(&part->rows);
  buffer_free(&part->printed);
  free(part->modules);
  free(part->error);
  *part = (Part){0};
}

#endif
