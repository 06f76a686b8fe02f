/* command_run.c: yanhu run SCRIPT[,SCRIPT…] PATH… */
#include "command.h"
#include "diagnostic.h"
#include "output.h"
#include "text/arena.h"
#include "where.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void free_scripts(Script **scripts) {
  for (Script **script = scripts; script && *script; script++) script_free(*script);
  free(scripts);
}

/* The scripts of `a,b,c`, prepared; NULL with diagnostics printed. */
static Script **take_scripts(Options *options, char *names, ExitCode *code) {
  size_t count = 0;
  Script **scripts = memory_resize(NULL, 1, sizeof *scripts);
  scripts[0] = NULL;
  for (char *next, *name = names; name; name = next) {
    next = strchr(name, ',');
    if (next) *next++ = '\0';
    Script *script = script_find(name);
    if (!script) {
      *code = EXIT_USAGE;
      free_scripts(scripts);
      return NULL;
    }
    scripts = memory_resize(scripts, count + 2, sizeof *scripts);
    scripts[count++] = script;
    scripts[count] = NULL;
  }
  for (size_t i = 0; i < count; i++)
    if (!script_prepare(scripts[i], &options->limits, options->trust, options->arguments, options->argument_count)) {
      *code = EXIT_SCRIPT;
      free_scripts(scripts);
      return NULL;
    }
  for (size_t i = 0; i < options->argument_count; i++)
    if (!options->arguments[i].used) {
      diagnostic_say("yanhu help SCRIPT lists its arguments", "no script takes an argument `%s`", options->arguments[i].name);
      *code = EXIT_USAGE;
      free_scripts(scripts);
      return NULL;
    }
  return scripts;
}

ExitCode command_run(Options *options) {
  if (options->word_count < 2) {
    diagnostic_say("for example: yanhu run facts report.txt", options->word_count ? "no report is named" : "no script is named");
    return EXIT_USAGE;
  }
  const OutputSettings output = {options->format, options->output, options->columns, options->excel};
  if (options->where && !where_check(options->where)) return EXIT_USAGE;
  ExitCode code = EXIT_WELL;
  Script **scripts = take_scripts(options, options->words[0], &code);
  if (!scripts) return code;
  size_t count = 0;
  while (scripts[count]) count++;
  Inputs inputs = {0};
  bool empty_folder = false;
  for (size_t i = 1; i < options->word_count; i++)
    if (!inputs_add(&inputs, options->words[i])) empty_folder = true;
  if (options->sample) inputs_sample(&inputs, (size_t)options->sample);
  if (options->dry_run) {
    for (size_t i = 0; i < inputs.count; i++) puts(inputs.paths[i]);
  } else if (!output_check(&output, scripts)) {
    code = EXIT_USAGE;
  } else if (inputs.count) {
    const BatchSettings settings = {scripts, &inputs, options->where, options->limits, options->trust, options->jobs};
    Run run;
    if (run_start(&run, &settings)) {
      const bool written = output_write(&output, &run);
      code = run_end(&run);
      if (!written) code = EXIT_USAGE;
    } else {
      code = EXIT_USAGE;
    }
  }
  if (empty_folder && code < EXIT_REPORT) code = EXIT_REPORT;
  inputs_free(&inputs);
  free_scripts(scripts);
  return code;
}
