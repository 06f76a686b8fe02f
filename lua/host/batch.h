/* batch.h: runs scripts over many reports on several threads, and hands the results on in input order, whatever the
 * number of threads. Each thread has Lua states of its own, one a script. */
#ifndef YANHU_BATCH_H
#define YANHU_BATCH_H

#include "inputs.h"
#include "meta_file.h"
#include "part.h"
#include "script.h"
#include "store.h"

typedef struct Result { /* of one report, or of an input that could not be read */
  struct Result *next;
  char *path;    /* of a row of a table with `#7` behind it */
  YhError error; /* code YH_OK: it was read */
  bool ready;    /* a thread is done with it */
  bool skipped;  /* there is nothing to hand on: no report that was asked for */
  Part parts[];  /* one a script; none of them filled where the report could not be read */
} Result;

typedef struct BatchSettings {
  Script **scripts; /* prepared, ends with NULL; none: reports are only read, and that only as far as `where` needs */
  const Inputs *inputs;
  const char *where; /* `level=county,year=2025`, or NULL */
  Limits limits;
  bool trusted;
  int jobs;                    /* 0: one a core */
  const MetaFile *meta;        /* what is known of the reports beforehand, or NULL */
  Store *store;                /* where results are kept, or NULL */
  Setup *setups;               /* one a script: what the store needs */
  char (*contents)[HASH_SIZE]; /* gets the hash of each input, "" where it was not read; NULL: not wanted */
  Buffer *modules;             /* one a script: gets those that were loaded while it ran; NULL: not wanted */
} BatchSettings;

typedef struct Batch Batch;

Batch *batch_start(const BatchSettings *settings); /* keeps the pointer; the settings outlive the batch */
/* The next result, freed by result_free; NULL at the end. Waits for the threads. */
Result *batch_next(Batch *batch);
void result_free(Result *result, size_t scripts);
/* Inputs whose results have been handed over completely. */
size_t batch_done(const Batch *batch);
void batch_free(Batch *batch); /* stops the threads, also in the middle */

#endif
