/* run.c: see run.h. */
#include "run.h"
#include "diagnostic.h"
#include "module_list.h"
#include "script_error.h"
#include "text/arena.h"
#include "where.h"
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

enum { FAILURES_SHOWN = 20 };

void run_prepare(Run *run, const BatchSettings *settings) {
  *run = (Run){.settings = *settings};
  while (settings->scripts[run->scripts]) run->scripts++;
  run->spools = memory_resize(NULL, run->scripts, sizeof *run->spools);
  memset(run->spools, 0, run->scripts * sizeof *run->spools);
  for (size_t i = 0; i < run->scripts; i++) run->spools[i].memory_max = settings->limits.rows;
  run->failures = memory_resize(NULL, run->scripts, sizeof *run->failures);
  memset(run->failures, 0, run->scripts * sizeof *run->failures);
  run->finished = memory_resize(NULL, run->scripts, sizeof *run->finished);
  memset(run->finished, 0, run->scripts * sizeof *run->finished);
}

bool run_start(Run *run, const BatchSettings *settings, bool quiet) {
  run_prepare(run, settings);
  progress_begin(&run->progress, settings->inputs->count, quiet);
  run->batch = batch_start(&run->settings);
  if (!run->batch) diagnostic_say(NULL, _("cannot start a thread"));
  return run->batch != NULL;
}

void run_print_unreadable(const Result *result) {
  const YhError *error = &result->error;
  diagnostic_print(&(Diagnostic){.file = result->path,
                                 .line = error->line,
                                 .column = error->column,
                                 .message = error->message[0] ? error->message : _(yh_code_name(error->code))});
}

/* A script that fails on every report of ten thousand need not say so ten thousand times, nor each time in full. */
static void print_failure(Run *run, size_t index, const char *message, const char *path) {
  const Script *script = run->settings.scripts[index];
  struct Failures *failures = &run->failures[index];
  run->failed++;
  run->script_error = true;
  if (failures->count++ >= FAILURES_SHOWN) {
    if (failures->count == FAILURES_SHOWN + 1)
      diagnostic_say(NULL, _("further failures of %s are only counted"), script->name);
    return;
  }
  const size_t length = strcspn(message, "\n");
  if (failures->last && strlen(failures->last) == length && strncmp(failures->last, message, length) == 0) {
    char *again = string_format(_("the same in report %s"), path);
    diagnostic_print(&(Diagnostic){.file = script->path, .message = again});
    free(again);
    return;
  }
  free(failures->last);
  failures->last = string_format("%.*s", (int)length, message);
  script_print_error(script, message, path);
}

/* Whether something of it goes to standard error. */
static bool has_words(const Result *result, size_t scripts) {
  for (size_t i = 0; i < scripts; i++)
    if (result->parts[i].error || result->parts[i].printed.length) return true;
  return false;
}

bool run_step(Run *run) {
  Result *result = run->batch ? batch_next(run->batch) : NULL;
  if (!result) {
    batch_free(run->batch);
    run->batch = NULL;
    return false;
  }
  if (result->error.code != YH_OK || has_words(result, run->scripts)) progress_clear(&run->progress);
  if (result->error.code != YH_OK) {
    run->unreadable++;
    run_print_unreadable(result);
  } else {
    run->reports++;
  }
  for (size_t i = 0; i < run->scripts; i++) {
    Part *part = &result->parts[i];
    if (part->printed.length) fwrite(part->printed.data, 1, part->printed.length, stderr);
    if (part->error) print_failure(run, i, part->error, result->path);
    run->found = run->found || part->found;
    run->rows += part->count;
    if (run->settings.modules) module_list_add(&run->settings.modules[i], part->modules);
    spool_add(&run->spools[i], part->rows.data, part->rows.length);
  }
  result_free(result, run->scripts);
  progress_update(&run->progress, batch_done(run->batch), run->reports, run->unreadable + run->failed);
  return true;
}

/* Runs finish over the rows of all reports, and puts what it gives in their place. */
static void finish(Run *run, size_t index) {
  const Script *script = run->settings.scripts[index];
  Spool *spool = &run->spools[index];
  Buffer rows = {0};
  State *state = state_new(&run->settings.limits, run->settings.trusted);
  size_t count = 0;
  bool found = false;
  if (script_load(script, state) && script_finish(script, state, spool, &rows, &count, &found)) {
    run->found = run->found || found;
  } else {
    run->script_error = true;
    script_print_error(script, luaL_tolstring(state->L, -1, NULL), NULL);
    buffer_clear(&rows);
  }
  if (state->printed.length) fwrite(state->printed.data, 1, state->printed.length, stderr);
  state_free(state);
  spool_free(spool);
  spool_add(spool, rows.data, rows.length);
  buffer_free(&rows);
  run->finished[index] = true;
}

const char *run_next_row(Run *run, size_t script, size_t *length) {
  const bool finishes = run->settings.scripts[script]->finishes;
  if (finishes && !run->finished[script]) {
    while (run_step(run)) continue;
    finish(run, script);
  }
  for (;;) {
    const char *line = spool_next(&run->spools[script], length);
    if (line || !run_step(run)) return line;
  }
}

static void print_none(const char *where) {
  char hint[80];
  const char *near = where_near(where);
  snprintf(hint, sizeof hint, near ? _("did you mean `%s`?") : _("yanhu run meta shows what the reports are"), near);
  diagnostic_say(hint, _("no report is as --where says: %s"), where);
}

ExitCode run_end(Run *run) {
  while (run_step(run)) continue;
  for (size_t i = 0; i < run->scripts; i++) spool_free(&run->spools[i]);
  free(run->spools);
  free(run->finished);
  for (size_t i = 0; i < run->scripts; i++) free(run->failures[i].last);
  free(run->failures);
  progress_end(&run->progress, run->reports, run->unreadable, run->failed);
  if (run->settings.where && run->settings.inputs && !run->reports && !run->unreadable) print_none(run->settings.where);
  if (run->script_error) return EXIT_SCRIPT;
  if (run->unreadable) return EXIT_REPORT;
  return run->found ? EXIT_FOUND : EXIT_WELL;
}
