/* worker.h: what a thread does with one report: looks whether its results are kept, else runs the scripts on it and
 * keeps what they make of it. A Worker and its Lua states are one thread's. */
#ifndef YANHU_WORKER_H
#define YANHU_WORKER_H

#include "batch.h"

typedef struct Worker {
  const BatchSettings *settings;
  size_t scripts;
  State **states; /* one a script; NULL until it is needed */
  bool *kept;     /* of the report at hand: the script's part came from the store */
} Worker;

void worker_begin(Worker *worker, const BatchSettings *settings);
void worker_end(Worker *worker);
/* Does the report, which it frees, and fills the result. key: names it in the store; NULL: it is not kept. options:
 * what is known of it beforehand. */
void worker_do(Worker *worker, YhRaw *raw, const char *key, const YhOptions *options, Result *result);

#endif
