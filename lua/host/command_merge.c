/* command_merge.c: yanhu merge SHARD…: the shards of one run, in any order, become what the whole run would have given.
 */
#include "command.h"
#include "command_scripts.h"
#include "diagnostic.h"
#include "output.h"
#include "shard.h"
#include "text/arena.h"
#include <stdlib.h>
#include <string.h>

/* Puts the files in the order of their shards; false where one is missing, stands twice or belongs to another run. */
static bool order_shards(char **paths, ShardHead *heads, size_t count) {
  const size_t of = heads[0].shard.of;
  char **ordered = memory_resize(NULL, of, sizeof *ordered);
  memset(ordered, 0, of * sizeof *ordered);
  bool good = true;
  for (size_t i = 0; good && i < count; i++) {
    const Shard *shard = &heads[i].shard;
    const char *message = NULL;
    if (strcmp(heads[i].hash, heads[0].hash) != 0 || shard->of != of) message = _("belongs to another run than the first");
    else if (ordered[shard->number - 1]) message = _("this shard was named before");
    if (message) diagnostic_print(&(Diagnostic){.file = paths[i], .message = message});
    else ordered[shard->number - 1] = paths[i];
    good = !message;
  }
  for (size_t i = 0; good && i < of; i++) {
    if (!ordered[i]) diagnostic_say(NULL, _("shard %zu of %zu is missing"), i + 1, of);
    good = ordered[i];
  }
  for (size_t i = 0; good && i < of; i++) paths[i] = ordered[i];
  free(ordered);
  return good;
}

static ExitCode merge(Options *options, ShardHead *head, char **paths, size_t count) {
  Options call = *options;
  call.arguments = head->arguments;
  call.argument_count = head->count;
  ExitCode code = EXIT_WELL;
  char *names = string_copy(head->names);
  Script **scripts = scripts_take(&call, names, &code);
  free(names);
  if (!scripts) return code;
  const OutputSettings output = {options->format, options->output, options->columns, options->excel};
  char hash[HASH_SIZE];
  shard_hash(scripts, hash);
  if (strcmp(hash, head->hash) != 0) {
    diagnostic_say(_("merge where the same scripts are"), _("the scripts are not the ones that made the shards"));
    code = EXIT_SCRIPT;
  } else if (!output_check(&output, scripts)) {
    code = EXIT_USAGE;
  } else {
    const BatchSettings settings = {.scripts = scripts, .limits = options->limits, .trusted = options->trust};
    Run run;
    run_prepare(&run, &settings);
    bool good = true;
    for (size_t i = 0; good && i < count; i++) good = shard_read_rows(paths[i], &run);
    good = good && output_write(&output, &run);
    code = run_end(&run);
    if (!good) code = EXIT_USAGE;
  }
  scripts_free(scripts);
  return code;
}

ExitCode command_merge(Options *options) {
  const size_t count = options->word_count;
  if (!count) {
    diagnostic_say(_("for example: yanhu merge part-*.ndjson -o facts.csv"), _("no shard is named"));
    return EXIT_USAGE;
  }
  ShardHead *heads = memory_resize(NULL, count, sizeof *heads);
  memset(heads, 0, count * sizeof *heads);
  bool good = true;
  for (size_t i = 0; i < count; i++) good = shard_read_head(options->words[i], &heads[i]) && good;
  good = good && order_shards(options->words, heads, count);
  const ExitCode code = good ? merge(options, &heads[0], options->words, count) : EXIT_USAGE;
  for (size_t i = 0; i < count; i++) shard_free_head(&heads[i]);
  free(heads);
  return code;
}
