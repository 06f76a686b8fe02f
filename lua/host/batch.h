/* batch.h: runs scripts over many inputs on several threads, and hands the results back in input order, whatever the
 * number of threads. Each thread has Lua states of its own, one a script. */
#ifndef YANHU_BATCH_H
#define YANHU_BATCH_H

#include "buffer.h"
#include "hash.h"
#include "inputs.h"
#include "meta_file.h"
#include "script.h"
#include "store.h"

typedef struct Part { /* what one script made of one report */
  Buffer rows;        /* a JSON object a line */
  size_t count;
  char *error;    /* message of a script that failed; NULL where it did not */
  Buffer printed; /* by print */
  bool found;     /* a checking script said so */
} Part;

typedef struct Result { /* of one report, or of an input that could not be read */
  struct Result *next;
  char *path;
  YhError error; /* code YH_OK: it was read */
  size_t bytes;  /* of its text */
  Part parts[];  /* one a script; none of them filled where the report could not be read */
} Result;

typedef struct BatchSettings {
  Script **scripts; /* prepared, ends with NULL */
  const Inputs *inputs;
  const char *where; /* `level=county,year=2025`, or NULL */
  Limits limits;
  bool trusted;
  int jobs;                    /* 0: one a core */
  const MetaFile *meta;        /* what is known of the reports beforehand, or NULL */
  Store *store;                /* where results are kept, or NULL */
  char (*contents)[HASH_SIZE]; /* gets the hash of each input, "" where it was not read; NULL: not wanted */
  char (*setups)[HASH_SIZE];   /* hash of each script and what it depends on: what the store needs */
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
