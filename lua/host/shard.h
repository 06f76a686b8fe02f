/* shard.h: one part of a run that is spread over machines (--shard I/N): the rows as the scripts made them, before
 * finish and any writer, between a first line that says what was called and a last line that says how it went. A shard
 * without its last line was cut off and is refused. */
#ifndef YANHU_SHARD_H
#define YANHU_SHARD_H

#include "options.h"
#include "run.h"

typedef struct Shard {
  unsigned number, of; /* from 1 */
} Shard;

/* `I/N`; prints a diagnostic and returns false where it is not that. */
bool shard_parse(const char *text, Shard *shard);
/* Runs it and writes the shard; *code is what its run amounts to. False where it could not be written. */
bool shard_write(const Shard *shard, const char *path, const char *names, const Options *options, Run *run,
                 ExitCode *code);

/* What a shard's first line says: names of the scripts, and the arguments. */
typedef struct ShardHead {
  Shard shard;
  char *names, *hash;
  ScriptArgument *arguments;
  size_t count;
} ShardHead;

bool shard_read_head(const char *path, ShardHead *head); /* false with a diagnostic printed */
void shard_free_head(ShardHead *head);
/* Adds the shard's rows and counts to a run without a batch. */
bool shard_read_rows(const char *path, Run *run);
/* Hash of the scripts' texts and modules: shards of different scripts are not put together. */
void shard_hash(Script **scripts, char out[HASH_SIZE]);

#endif
