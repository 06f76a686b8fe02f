/* command_run.c: yanhu run SCRIPT[,SCRIPT…] PATH… */
#include "command.h"
#include "command_scripts.h"
#include "diagnostic.h"
#include "manifest.h"
#include "output.h"
#include "shard.h"
#include "text/arena.h"
#include "where.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a run holds besides its batch; freed together. */
typedef struct Materials {
  Script **scripts;
  size_t script_count;
  Inputs inputs;
  MetaFile *meta;
  Store *store;
  Setup *setups;               /* of the scripts, for the store */
  char (*contents)[HASH_SIZE]; /* for the manifest, */
  Buffer *modules;             /* and so are these */
} Materials;

static void free_materials(Materials *materials) {
  store_close(materials->store); /* it needs the setups */
  for (size_t i = 0; i < materials->script_count; i++) {
    if (materials->setups) free(materials->setups[i].arguments);
    if (materials->modules) buffer_free(&materials->modules[i]);
  }
  meta_file_free(materials->meta);
  inputs_free(&materials->inputs);
  scripts_free(materials->scripts);
  free(materials->contents);
  free(materials->setups);
  free(materials->modules);
}

static bool read_meta(const Options *options, Materials *materials) {
  if (!options->meta) return true;
  YhError error;
  materials->meta = meta_file_read(options->meta, &error);
  if (materials->meta) return true;
  diagnostic_print(
      &(Diagnostic){.file = options->meta, .line = error.line, .column = error.column, .message = error.message});
  return false;
}

/* A store that cannot be used is told of; the run goes on without it. */
static void open_store(const Options *options, Materials *materials) {
  if (!options->store) return;
  materials->setups = memory_resize(NULL, materials->script_count, sizeof *materials->setups);
  for (size_t i = 0; i < materials->script_count; i++)
    setup_make(&materials->setups[i], materials->scripts[i], options->where);
  materials->store = store_open(options->store);
}

/* Room for what a manifest says and is known at the end only. */
static void prepare_manifest(const Options *options, Materials *materials) {
  if (!options->manifest) return;
  materials->contents = memory_resize(NULL, materials->inputs.count + 1, HASH_SIZE);
  memset(materials->contents, 0, (materials->inputs.count + 1) * HASH_SIZE);
  materials->modules = memory_resize(NULL, materials->script_count, sizeof *materials->modules);
  memset(materials->modules, 0, materials->script_count * sizeof *materials->modules);
}

static ExitCode execute(Options *options, Materials *materials, const Shard *shard, const char *names) {
  const OutputSettings output = {options->format, options->output, options->columns, options->excel};
  const BatchSettings settings = {.scripts = materials->scripts,
                                  .inputs = &materials->inputs,
                                  .where = options->where,
                                  .limits = options->limits,
                                  .trusted = options->trust,
                                  .jobs = options->jobs,
                                  .meta = materials->meta,
                                  .store = materials->store,
                                  .setups = materials->setups,
                                  .contents = materials->contents,
                                  .modules = materials->modules};
  Run run;
  const bool rows_pass = !options->output && options->format && isatty(STDOUT_FILENO); /* no bar between them */
  if (!run_start(&run, &settings, options->quiet || rows_pass)) return EXIT_USAGE;
  ExitCode code;
  bool written;
  if (shard) {
    written = shard_write(shard, options->output, names, options, &run, &code);
  } else {
    written = output_write(&output, &run);
    code = run_end(&run);
  }
  if (written && options->manifest) written = manifest_write(options->manifest, options->meta, &settings);
  return written ? code : EXIT_USAGE;
}

/* Names the reports that would be read. */
static ExitCode dry_run(const Options *options, const Materials *materials) {
  Script *none = NULL;
  const BatchSettings settings = {.scripts = &none,
                                  .inputs = &materials->inputs,
                                  .where = options->where,
                                  .jobs = options->jobs,
                                  .meta = materials->meta};
  Batch *batch = batch_start(&settings);
  ExitCode code = batch ? EXIT_WELL : EXIT_USAGE;
  for (Result *result; batch && (result = batch_next(batch));) {
    if (result->error.code == YH_OK) puts(result->path);
    else {
      run_print_unreadable(result);
      code = EXIT_REPORT;
    }
    result_free(result, 0);
  }
  batch_free(batch);
  return code;
}

static ExitCode run_on(Options *options, Materials *materials, char **paths, const char *names) {
  Shard shard = {0};
  if (options->where && !where_check(options->where)) return EXIT_USAGE;
  if (options->shard && !shard_parse(options->shard, &shard)) return EXIT_USAGE;
  const OutputSettings output = {options->format, options->output, options->columns, options->excel};
  if (!options->shard && !output_check(&output, materials->scripts)) return EXIT_USAGE;
  if (!read_meta(options, materials)) return EXIT_USAGE;
  bool empty = false;
  for (; *paths; paths++)
    if (!inputs_add(&materials->inputs, *paths)) empty = true;
  if (options->sample || options->shard)
    inputs_select(&materials->inputs, (size_t)options->sample, options->shard ? shard.number : 1,
                  options->shard ? shard.of : 1);
  ExitCode code = EXIT_WELL;
  if (options->dry_run) {
    code = dry_run(options, materials);
  } else if (materials->inputs.count || options->shard) {
    open_store(options, materials);
    prepare_manifest(options, materials);
    code = execute(options, materials, options->shard ? &shard : NULL, names);
  }
  return empty && code < EXIT_REPORT ? EXIT_REPORT : code;
}

/* Whether the scripts can work with their arguments. Of a category those that cannot are left out: it is the scripts
 * that were asked for, not this one. */
static bool accept_arguments(const Options *options, Materials *materials, ExitCode *code) {
  size_t kept = 0;
  bool good = true;
  for (size_t i = 0; i < materials->script_count; i++) {
    Script *script = materials->scripts[i];
    if (good && script_accept(script)) {
      materials->scripts[kept++] = script;
      continue;
    }
    *code = script->misused ? EXIT_USAGE : EXIT_SCRIPT;
    good = good && options->category && script->misused;
    script_free(script);
  }
  materials->script_count = kept;
  materials->scripts[kept] = NULL;
  return good && kept;
}

static char *join_names(Script *const *scripts) {
  Buffer names = {0};
  for (Script *const *script = scripts; *script; script++)
    buffer_format(&names, "%s%s", names.length ? "," : "", (*script)->name);
  return names.data;
}

ExitCode command_run(Options *options) {
  char **paths = options->words;
  char *names = NULL;
  if (options->category) {
    names = scripts_of_category(options);
    if (!names) return EXIT_USAGE;
  } else if (*paths) {
    names = string_copy(*paths++);
  }
  if (!names || !*paths) {
    diagnostic_say(_("for example: yanhu run facts report.txt"),
                   names ? _("no report is named") : _("no script is named"));
    free(names);
    return EXIT_USAGE;
  }
  Materials materials = {0};
  ExitCode code = EXIT_WELL;
  char *cut = string_copy(names);
  materials.scripts = scripts_take(options, cut, &code);
  free(cut);
  if (materials.scripts) {
    while (materials.scripts[materials.script_count]) materials.script_count++;
    if (accept_arguments(options, &materials, &code)) {
      if (options->category) {
        free(names);
        names = join_names(materials.scripts);
      }
      code = run_on(options, &materials, paths, names);
    }
  }
  free(names);
  free_materials(&materials);
  return code;
}
