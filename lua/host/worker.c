/* worker.c: see worker.h. */
#include "worker.h"
#include "module_list.h"
#include "text/arena.h"
#include "where.h"
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

void worker_begin(Worker *worker, const BatchSettings *settings) {
  *worker = (Worker){.settings = settings};
  while (settings->scripts[worker->scripts]) worker->scripts++;
  worker->states = memory_resize(NULL, worker->scripts + 1, sizeof *worker->states);
  worker->kept = memory_resize(NULL, worker->scripts + 1, sizeof *worker->kept);
  memset(worker->states, 0, worker->scripts * sizeof *worker->states);
}

void worker_end(Worker *worker) {
  for (size_t i = 0; i < worker->scripts; i++) state_free(worker->states[i]);
  free(worker->states);
  free(worker->kept);
}

/* A bundled script keeps its state from report to report; a stranger's gets a fresh one each time, so that nothing it
 * left behind reaches the next report. */
static bool keeps_state(const Script *script, bool trusted) {
  return trusted || script->origin == ORIGIN_BUNDLED || script->origin == ORIGIN_LUA_DIR;
}

static void run_script(const BatchSettings *settings, Script *script, State **state, YhReport *report, Part *part) {
  bool good = true;
  if (!*state) *state = script_take_state(script);
  if (!*state) {
    *state = state_new(&settings->limits, settings->trusted);
    good = script_load(script, *state);
  }
  if (good) good = script_report(script, *state, report, &part->rows, &part->count, &part->found);
  if (!good) {
    part->error = string_copy(luaL_tolstring((*state)->L, -1, NULL));
    buffer_clear(&part->rows);
    part->count = 0;
  }
  part->modules = module_list_beyond((*state)->modules.data, script->modules);
  part->printed = (*state)->printed;
  (*state)->printed = (Buffer){0};
  if (good && keeps_state(script, settings->trusted)) return;
  state_free(*state);
  *state = NULL;
}

static const char *known(const char *text) {
  return text ? text : "";
}

/* What a report's rows depend on besides the scripts: its content and what is known of it beforehand. */
static void hash_content(const YhRaw *raw, const YhOptions *options, char out[HASH_SIZE]) {
  char content[HASH_SIZE];
  hash_raw(raw, content);
  char *all = string_format("%s|%s|%d|%s|%s|%s", content, known(options->region), options->year, known(options->date),
                            known(options->speaker), known(options->session));
  hash_bytes(all, strlen(all), out);
  free(all);
}

/* Fills in what is kept; whether that is all. */
static bool look_up(Worker *worker, StoreKey *key, Result *result) {
  const BatchSettings *settings = worker->settings;
  bool all = key->path;
  for (size_t i = 0; i < worker->scripts; i++) {
    if (key->path) key->setup = &settings->setups[i];
    worker->kept[i] = key->path && store_get(settings->store, key, &result->parts[i]);
    all = all && worker->kept[i];
  }
  return all;
}

static void run_scripts(Worker *worker, YhReport *report, StoreKey *key, Result *result) {
  const BatchSettings *settings = worker->settings;
  result->skipped = settings->where && !where_matches(settings->where, report);
  for (size_t i = 0; i < worker->scripts; i++) {
    Part *part = &result->parts[i];
    if (worker->kept[i]) continue;
    if (!result->skipped) run_script(settings, settings->scripts[i], &worker->states[i], report, part);
    part->skipped = result->skipped;
    if (!key->path || part->error) continue;
    key->setup = &settings->setups[i];
    store_put(settings->store, key, part);
  }
}

void worker_do(Worker *worker, YhRaw *raw, const char *path, const YhOptions *options, Result *result) {
  const BatchSettings *settings = worker->settings;
  StoreKey key = {.path = settings->store ? path : NULL};
  if (key.path) hash_content(raw, options, key.content);
  if (look_up(worker, &key, result) || (!worker->scripts && !settings->where)) {
    yh_raw_free(raw);
    result->skipped = worker->scripts && result->parts[0].skipped;
    return;
  }
  YhReport *report = yh_raw_report(raw, &result->error);
  if (report) run_scripts(worker, report, &key, result);
  else
    for (size_t i = 0; i < worker->scripts; i++) part_free(&result->parts[i]);
  yh_report_free(report);
}
