/* batch.c: see batch.h. A job is one input. Threads take jobs in order, never more than a window ahead of the oldest
 * unfinished one; a job that holds many reports (a csv) hands each over as it is done and waits while too much of it
 * lies there, so memory stays flat. */
#include "batch.h"
#include "text/arena.h"
#include "where.h"
#include <lauxlib.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  WINDOW_PER_THREAD = 16,
  KEEP_MAX = 64 << 20,    /* bytes of rows of one input that the store takes */
  PENDING_MAX = 16 << 20, /* bytes of rows that a job may have waiting while others are before it */
};

typedef struct Job {
  Result *first, *last;
  size_t pending;
  bool done;
} Job;

struct Batch {
  const BatchSettings *settings;
  size_t scripts;
  Job *jobs;
  size_t next, head; /* the job to be taken next; the oldest that is not handed over */
  pthread_mutex_t lock;
  pthread_cond_t room, ready;
  bool stop;
  int thread_count;
  pthread_t threads[];
};

/* ---- a thread's side ---- */

/* A bundled script keeps its state from report to report; a stranger's gets a fresh one each time, so that nothing it
 * left behind reaches the next report. */
static bool keeps_state(const Script *script, bool trusted) {
  return trusted || script->origin == ORIGIN_BUNDLED || script->origin == ORIGIN_LUA_DIR;
}

static void run_script(const BatchSettings *settings, const Script *script, State **state, YhReport *report,
                       Part *part) {
  bool good = true;
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
  part->printed = (*state)->printed;
  (*state)->printed = (Buffer){0};
  if (good && keeps_state(script, settings->trusted)) return;
  state_free(*state);
  *state = NULL;
}

static Result *result_new(size_t scripts, const char *path) {
  Result *result = memory_resize(NULL, 1, sizeof *result + scripts * sizeof *result->parts);
  memset(result, 0, sizeof *result + scripts * sizeof *result->parts);
  result->path = string_copy(path);
  return result;
}

static size_t result_bytes(const Result *result, size_t scripts) {
  size_t bytes = sizeof *result;
  for (size_t i = 0; i < scripts; i++) bytes += result->parts[i].rows.length + result->parts[i].printed.length;
  return bytes;
}

/* Appends to the job; false where the batch was stopped. */
static bool hand_over(Batch *batch, size_t index, Result *result) {
  Job *job = &batch->jobs[index];
  pthread_mutex_lock(&batch->lock);
  while (!batch->stop && batch->head != index && job->pending > PENDING_MAX)
    pthread_cond_wait(&batch->room, &batch->lock);
  while (!batch->stop && batch->head == index && job->pending > 4 * PENDING_MAX)
    pthread_cond_wait(&batch->room, &batch->lock);
  job->pending += result_bytes(result, batch->scripts);
  if (job->last) job->last->next = result;
  else job->first = result;
  job->last = result;
  const bool go_on = !batch->stop;
  pthread_cond_signal(&batch->ready);
  pthread_mutex_unlock(&batch->lock);
  return go_on;
}

/* ---- results kept from earlier runs ---- */

typedef struct Kept { /* of one script and one input */
  Buffer bytes;       /* what the store has, or what it will get: an entry a report */
  size_t at;          /* the next entry */
  bool hit, failed;   /* it was found there; the script failed on a report, so it is not to be kept */
} Kept;

static void keep_part(Kept *kept, const Result *result, const Part *part) {
  if (part->error) kept->failed = true;
  if (kept->failed || kept->bytes.length > KEEP_MAX) return;
  buffer_format(&kept->bytes, "%zu %zu %zu %d %zu %zu\n", strlen(result->path), result->bytes, part->count, part->found,
                part->rows.length, part->printed.length);
  buffer_string(&kept->bytes, result->path);
  buffer_add(&kept->bytes, part->rows.data, part->rows.length);
  buffer_add(&kept->bytes, part->printed.data, part->printed.length);
}

/* The next kept entry; false at the end, or where it is not what keep_part writes. path may be NULL. */
static bool take_part(Kept *kept, Part *part, char **path, size_t *bytes) {
  size_t path_length, rows, printed;
  int found, read = 0;
  if (kept->at >= kept->bytes.length || sscanf(kept->bytes.data + kept->at, "%zu %zu %zu %d %zu %zu%n", &path_length,
                                               bytes, &part->count, &found, &rows, &printed, &read) != 6)
    return false;
  const char *data = kept->bytes.data + kept->at + read + 1;
  const size_t left = kept->bytes.length - (kept->at + (size_t)read + 1);
  if (path_length > left || rows > left - path_length || printed > left - path_length - rows) return false;
  if (path) *path = string_format("%.*s", (int)path_length, data);
  buffer_add(&part->rows, data + path_length, rows);
  buffer_add(&part->printed, data + path_length + rows, printed);
  part->found = found;
  kept->at += (size_t)read + 1 + path_length + rows + printed;
  return true;
}

static void free_results(Result *result, size_t scripts) {
  while (result) {
    Result *next = result->next;
    result_free(result, scripts);
    result = next;
  }
}

/* Hands over what the store has of all scripts; false, and nothing handed over, where that does not fit together. */
static bool replay(Batch *batch, size_t index, Kept *kept) {
  Result *first = NULL, **last = &first;
  size_t taken;
  do {
    Result *result = *last = result_new(batch->scripts, "");
    char *path = NULL;
    for (taken = 0; taken < batch->scripts; taken++)
      if (!take_part(&kept[taken], &result->parts[taken], taken ? NULL : &path, &result->bytes)) break;
    if (path) {
      free(result->path);
      result->path = path;
    }
    last = &result->next;
  } while (taken == batch->scripts);
  bool whole = true;
  for (size_t i = 0; i < batch->scripts; i++) whole = whole && kept[i].at == kept[i].bytes.length;
  if (!whole) {
    free_results(first, batch->scripts);
    return false;
  }
  while (first->next) { /* the last one is the empty one behind the end */
    Result *result = first;
    first = result->next;
    result->next = NULL;
    if (!hand_over(batch, index, result)) break;
  }
  free_results(first, batch->scripts);
  return true;
}

/* ---- a job ---- */

/* What the rows of an input depend on besides the scripts: its content and what --meta says of it. */
static void describe_input(const BatchSettings *settings, size_t index, const YhOptions *options, char out[HASH_SIZE]) {
  const char *path = settings->inputs->paths[index];
  char content[HASH_SIZE] = "";
  out[0] = '\0';
  if (strcmp(path, "-") == 0 || !hash_file(path, content)) return;
  if (settings->contents) memcpy(settings->contents[index], content, HASH_SIZE);
  char *known = string_format("%s|%s|%d|%s|%s|%s|%s", content, options->region ? options->region : "", options->year,
                              options->date ? options->date : "", options->speaker ? options->speaker : "",
                              options->session ? options->session : "", settings->where ? settings->where : "");
  hash_bytes(known, strlen(known), out);
  free(known);
}

/* Reads the input's reports and runs the scripts on them, but for those whose parts are kept. */
static bool run_reports(Batch *batch, size_t index, const YhOptions *options, State **states, Kept *kept) {
  const BatchSettings *settings = batch->settings;
  const char *path = settings->inputs->paths[index];
  YhError error = {0};
  bool whole = true;
  YhInput *input = yh_input_open(path, options, &error);
  for (bool go_on = true; go_on;) {
    YhReport *report = input ? yh_input_next(input, &error) : NULL;
    if (!report && error.code == YH_OK) break;
    if (report && settings->where && !where_matches(settings->where, report)) {
      yh_report_free(report);
      continue;
    }
    Result *result = result_new(batch->scripts, report ? yh_report_path(report) : path);
    if (report) {
      uint32_t bytes;
      yh_report_text(report, &bytes);
      result->bytes = bytes;
      for (size_t i = 0; i < batch->scripts; i++) {
        size_t ignored;
        if (kept[i].hit && take_part(&kept[i], &result->parts[i], NULL, &ignored)) continue;
        run_script(settings, settings->scripts[i], &states[i], report, &result->parts[i]);
        if (settings->store) keep_part(&kept[i], result, &result->parts[i]);
      }
      yh_report_free(report);
    } else {
      result->error = error;
      whole = false;
    }
    go_on = hand_over(batch, index, result);
    if (!go_on) whole = false;
    go_on = go_on && input;
  }
  if (input) yh_input_close(input);
  return whole;
}

static void run_job(Batch *batch, size_t index, State **states) {
  const BatchSettings *settings = batch->settings;
  const char *path = settings->inputs->paths[index];
  YhOptions options = {0};
  if (settings->meta) meta_file_find(settings->meta, path, &options);
  char content[HASH_SIZE] = "";
  if (settings->store || settings->contents) describe_input(settings, index, &options, content);
  Kept *kept = memory_resize(NULL, batch->scripts + 1, sizeof *kept);
  memset(kept, 0, (batch->scripts + 1) * sizeof *kept);
  size_t hits = 0;
  for (size_t i = 0; settings->store && content[0] && i < batch->scripts; i++) {
    kept[i].hit = store_get(settings->store, path, settings->setups[i], content, &kept[i].bytes);
    hits += kept[i].hit;
  }
  const bool done = hits == batch->scripts && settings->store && replay(batch, index, kept);
  if (!done) {
    for (size_t i = 0; hits == batch->scripts && i < batch->scripts; i++) { /* it does not fit together: all anew */
      buffer_free(&kept[i].bytes);
      kept[i] = (Kept){0};
    }
    const bool whole = run_reports(batch, index, &options, states, kept);
    for (size_t i = 0; settings->store && whole && content[0] && i < batch->scripts; i++)
      if (!kept[i].hit && !kept[i].failed && kept[i].bytes.length <= KEEP_MAX)
        store_put(settings->store, path, settings->setups[i], content, kept[i].bytes.data, kept[i].bytes.length);
  }
  for (size_t i = 0; i < batch->scripts; i++) buffer_free(&kept[i].bytes);
  free(kept);
}

static void *work(void *user) {
  Batch *batch = user;
  State **states = memory_resize(NULL, batch->scripts + 1, sizeof(State *));
  memset(states, 0, (batch->scripts + 1) * sizeof(State *));
  pthread_mutex_lock(&batch->lock); /* from here on the number of threads is known */
  const size_t window = (size_t)batch->thread_count * WINDOW_PER_THREAD;
  for (size_t i = 0; i < batch->scripts; i++) states[i] = script_take_state(batch->settings->scripts[i]);
  while (!batch->stop && batch->next < batch->settings->inputs->count) {
    if (batch->next >= batch->head + window) {
      pthread_cond_wait(&batch->room, &batch->lock);
      continue;
    }
    const size_t index = batch->next++;
    pthread_mutex_unlock(&batch->lock);
    run_job(batch, index, states);
    pthread_mutex_lock(&batch->lock);
    batch->jobs[index].done = true;
    pthread_cond_signal(&batch->ready);
  }
  pthread_mutex_unlock(&batch->lock);
  for (size_t i = 0; i < batch->scripts; i++) state_free(states[i]);
  free(states);
  return NULL;
}

/* ---- the caller's side ---- */

Batch *batch_start(const BatchSettings *settings) {
  long threads = settings->jobs ? settings->jobs : sysconf(_SC_NPROCESSORS_ONLN);
  if (threads > (long)settings->inputs->count) threads = (long)settings->inputs->count;
  if (threads < 1) threads = 1;
  Batch *batch = memory_resize(NULL, 1, sizeof *batch + (size_t)threads * sizeof(pthread_t));
  *batch = (Batch){.settings = settings};
  while (settings->scripts[batch->scripts]) batch->scripts++;
  batch->jobs = memory_resize(NULL, settings->inputs->count + 1, sizeof(Job));
  memset(batch->jobs, 0, (settings->inputs->count + 1) * sizeof(Job));
  pthread_mutex_init(&batch->lock, NULL);
  pthread_cond_init(&batch->room, NULL);
  pthread_cond_init(&batch->ready, NULL);
  pthread_mutex_lock(&batch->lock); /* the threads read their number */
  while (batch->thread_count < threads && pthread_create(&batch->threads[batch->thread_count], NULL, work, batch) == 0)
    batch->thread_count++;
  pthread_mutex_unlock(&batch->lock);
  if (!batch->thread_count) {
    batch_free(batch);
    return NULL;
  }
  return batch;
}

Result *batch_next(Batch *batch) {
  Result *result = NULL;
  pthread_mutex_lock(&batch->lock);
  while (batch->head < batch->settings->inputs->count) {
    Job *job = &batch->jobs[batch->head];
    if (job->first) {
      result = job->first;
      job->first = result->next;
      if (!job->first) job->last = NULL;
      job->pending -= result_bytes(result, batch->scripts);
      pthread_cond_broadcast(&batch->room);
      break;
    }
    if (job->done) {
      batch->head++;
      pthread_cond_broadcast(&batch->room);
      continue;
    }
    pthread_cond_wait(&batch->ready, &batch->lock);
  }
  pthread_mutex_unlock(&batch->lock);
  return result;
}

size_t batch_done(const Batch *batch) {
  return batch->head; /* only the caller's thread moves it */
}

void result_free(Result *result, size_t scripts) {
  if (!result) return;
  for (size_t i = 0; i < scripts; i++) {
    buffer_free(&result->parts[i].rows);
    buffer_free(&result->parts[i].printed);
    free(result->parts[i].error);
  }
  free(result->path);
  free(result);
}

void batch_free(Batch *batch) {
  if (!batch) return;
  pthread_mutex_lock(&batch->lock);
  batch->stop = true;
  pthread_cond_broadcast(&batch->room);
  pthread_mutex_unlock(&batch->lock);
  for (int i = 0; i < batch->thread_count; i++) pthread_join(batch->threads[i], NULL);
  for (size_t i = 0; i < batch->settings->inputs->count; i++) free_results(batch->jobs[i].first, batch->scripts);
  pthread_mutex_destroy(&batch->lock);
  pthread_cond_destroy(&batch->room);
  pthread_cond_destroy(&batch->ready);
  free(batch->jobs);
  free(batch);
}
