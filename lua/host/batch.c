/* batch.c: see batch.h. Threads take reports in input order, and each gets the next place in the order of results
 * before it is worked on. A file is one report and its thread's alone; the rows of a table (a csv with a report a row)
 * are taken one by one by whichever thread is free. Nobody gets more than a window ahead of the oldest result that is
 * not handed on, so memory stays flat. */
#include "batch.h"
#include "text/arena.h"
#include "worker.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  WINDOW_PER_THREAD = 16, /* results */
  WAITING_MAX = 64 << 20, /* bytes of results that are ready */
};

typedef struct Job { /* one input */
  YhOptions options; /* what is known of it beforehand */
  YhInput *table;    /* NULL: it is a file, or was not opened yet */
  size_t rows;       /* of the table, that were read; the reading thread's */
  bool reading;      /* a thread is taking the next one */
  bool taken;        /* nothing more is to be taken */
  Result *first, *last;
} Job;

typedef struct Task { /* one report to be done */
  size_t index;       /* of its job */
  Result *result;
  YhRaw *raw; /* NULL: the input is to be opened, or the row could not be read */
  size_t row; /* of a table, from 1; 0 for an input to be opened */
} Task;

struct Batch {
  const BatchSettings *settings;
  size_t scripts;
  Job *jobs;
  size_t next, head; /* the job to be begun next; the oldest that is not handed on */
  size_t untaken;    /* jobs that were begun and are not taken completely */
  size_t ahead;      /* results that are not handed on */
  size_t waiting;    /* bytes of those that are ready */
  size_t threads_max;
  pthread_mutex_t lock;
  pthread_cond_t room, ready;
  bool stop;
  size_t thread_count;
  pthread_t threads[];
};

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

void result_free(Result *result, size_t scripts) {
  if (!result) return;
  for (size_t i = 0; i < scripts; i++) part_free(&result->parts[i]);
  free(result->path);
  free(result);
}

/* ---- a thread's side; all but work and its callees under the lock ---- */

/* Whether the job may have one more result. The oldest one always may: everybody waits for it. */
static bool has_room(const Batch *batch, const Job *job) {
  if (job == &batch->jobs[batch->head] && !job->first) return true;
  return batch->ahead < batch->thread_count * WINDOW_PER_THREAD && batch->waiting < WAITING_MAX;
}

static Result *add_result(Batch *batch, size_t index) {
  Job *job = &batch->jobs[index];
  Result *result = result_new(batch->scripts, batch->settings->inputs->paths[index]);
  if (job->last) job->last->next = result;
  else job->first = result;
  job->last = result;
  batch->ahead++;
  return result;
}

static void end_taking(Batch *batch, Job *job) {
  job->taken = true;
  batch->untaken--;
  pthread_cond_broadcast(&batch->room);
  pthread_cond_signal(&batch->ready);
}

/* The oldest table from which a row may be taken now; NULL for none. */
static Job *open_table(const Batch *batch) {
  for (Job *job = batch->jobs + batch->head; job < batch->jobs + batch->next; job++)
    if (job->table && !job->taken && !job->reading && has_room(batch, job)) return job;
  return NULL;
}

/* The table's next row that is wanted. NULL with error->code YH_OK at the end. */
static YhRaw *next_row(Batch *batch, Job *job, YhError *error) {
  const Inputs *inputs = batch->settings->inputs;
  for (;;) {
    YhRaw *raw = yh_input_take(job->table, error);
    if (!raw && error->code == YH_OK) return NULL;
    if (inputs_wants(inputs, (size_t)(job - batch->jobs), ++job->rows)) return raw;
    yh_raw_free(raw);
  }
}

/* Takes a row; false where the table has no more. */
static bool take_row(Batch *batch, Job *job, Task *task) {
  YhError error;
  job->reading = true;
  pthread_mutex_unlock(&batch->lock);
  YhRaw *raw = next_row(batch, job, &error);
  pthread_mutex_lock(&batch->lock);
  job->reading = false;
  if (!raw && error.code == YH_OK) {
    end_taking(batch, job);
    return false;
  }
  const size_t index = (size_t)(job - batch->jobs);
  *task = (Task){index, add_result(batch, index), raw, job->rows};
  task->result->error = error;
  pthread_cond_signal(&batch->room); /* for the next row */
  return true;
}

static bool take_input(Batch *batch, Task *task) {
  const size_t index = batch->next;
  if (index == batch->settings->inputs->count || !has_room(batch, &batch->jobs[index])) return false;
  batch->next++;
  batch->untaken++;
  *task = (Task){.index = index, .result = add_result(batch, index)};
  return true;
}

/* The next thing to do, waited for; false at the end. */
static bool take(Batch *batch, Task *task) {
  while (!batch->stop && (batch->untaken || batch->next < batch->settings->inputs->count)) {
    Job *table = open_table(batch);
    if (table ? take_row(batch, table, task) : take_input(batch, task)) return true;
    if (!table) pthread_cond_wait(&batch->room, &batch->lock);
  }
  return false;
}

static void hand_over(Batch *batch, Result *result) {
  result->ready = true;
  batch->waiting += result_bytes(result, batch->scripts);
  pthread_cond_signal(&batch->ready);
}

static void start_threads(Batch *batch, size_t count);

/* Opens an input. Of a file the one report is done; a table is there for all threads from now on. */
static void open_input(Batch *batch, Worker *worker, const Task *task) {
  const BatchSettings *settings = batch->settings;
  const char *path = settings->inputs->paths[task->index];
  Job *job = &batch->jobs[task->index];
  Result *result = task->result;
  const bool named = strcmp(path, "-") != 0;
  if (settings->meta) meta_file_find(settings->meta, path, &job->options);
  YhInput *input = yh_input_open(path, &job->options, &result->error);
  YhRaw *raw = NULL;
  const bool table = input && yh_input_is_table(input);
  if (input && !table) raw = yh_input_take(input, &result->error);
  if (settings->contents && table && named) hash_file(path, settings->contents[task->index]);
  if (settings->contents && raw) hash_raw(raw, settings->contents[task->index]);
  pthread_mutex_lock(&batch->lock);
  if (table) {
    job->table = input;
    pthread_cond_broadcast(&batch->room);
    start_threads(batch, batch->threads_max);
  } else {
    end_taking(batch, job);
  }
  pthread_mutex_unlock(&batch->lock);
  if (raw) worker_do(worker, raw, named ? path : NULL, &job->options, result);
  result->skipped = result->skipped || table;
  if (!table) yh_input_close(input);
}

static void do_row(Batch *batch, Worker *worker, const Task *task) {
  Result *result = task->result;
  if (!task->raw) return;
  char *name = string_format("%s#%zu", result->path, task->row);
  worker_do(worker, task->raw, strcmp(result->path, "-") != 0 ? name : NULL, &batch->jobs[task->index].options, result);
  if (result->error.code == YH_OK) { /* an error has the row's line */
    free(result->path);
    result->path = name;
  } else {
    free(name);
  }
}

static void *work(void *user) {
  Batch *batch = user;
  Worker worker;
  Task task;
  worker_begin(&worker, batch->settings);
  pthread_mutex_lock(&batch->lock);
  while (take(batch, &task)) {
    pthread_mutex_unlock(&batch->lock);
    if (task.row) do_row(batch, &worker, &task);
    else open_input(batch, &worker, &task);
    pthread_mutex_lock(&batch->lock);
    hand_over(batch, task.result);
  }
  pthread_mutex_unlock(&batch->lock);
  worker_end(&worker);
  return NULL;
}

/* As many more as there is work for: a folder says at once how much that is, a table when it is opened. */
static void start_threads(Batch *batch, size_t count) {
  if (count > batch->threads_max) count = batch->threads_max;
  while (!batch->stop && batch->thread_count < count &&
         pthread_create(&batch->threads[batch->thread_count], NULL, work, batch) == 0)
    batch->thread_count++;
}

/* ---- the caller's side ---- */

Batch *batch_start(const BatchSettings *settings) {
  const long threads = settings->jobs ? settings->jobs : sysconf(_SC_NPROCESSORS_ONLN);
  const size_t most = threads > 0 ? (size_t)threads : 1;
  Batch *batch = memory_resize(NULL, 1, sizeof *batch + most * sizeof(pthread_t));
  *batch = (Batch){.settings = settings, .threads_max = most};
  while (settings->scripts[batch->scripts]) batch->scripts++;
  batch->jobs = memory_resize(NULL, settings->inputs->count + 1, sizeof(Job));
  memset(batch->jobs, 0, (settings->inputs->count + 1) * sizeof(Job));
  pthread_mutex_init(&batch->lock, NULL);
  pthread_cond_init(&batch->room, NULL);
  pthread_cond_init(&batch->ready, NULL);
  pthread_mutex_lock(&batch->lock);
  start_threads(batch, settings->inputs->count ? settings->inputs->count : 1);
  const bool started = batch->thread_count > 0;
  pthread_mutex_unlock(&batch->lock);
  if (!started) {
    batch_free(batch);
    return NULL;
  }
  return batch;
}

/* Takes the job's first result off, where a thread is done with it. */
static Result *take_result(Batch *batch, Job *job) {
  Result *result = job->first;
  if (!result || !result->ready) return NULL;
  job->first = result->next;
  if (!job->first) job->last = NULL;
  result->next = NULL;
  batch->ahead--;
  batch->waiting -= result_bytes(result, batch->scripts);
  pthread_cond_broadcast(&batch->room);
  return result;
}

Result *batch_next(Batch *batch) {
  Result *result = NULL;
  pthread_mutex_lock(&batch->lock);
  while (!result && batch->head < batch->settings->inputs->count) {
    Job *job = &batch->jobs[batch->head];
    result = take_result(batch, job);
    if (result && result->skipped) {
      result_free(result, batch->scripts);
      result = NULL;
    } else if (!result && job->taken && !job->first) {
      yh_input_close(job->table);
      job->table = NULL;
      batch->head++;
      pthread_cond_broadcast(&batch->room);
    } else if (!result) {
      pthread_cond_wait(&batch->ready, &batch->lock);
    }
  }
  pthread_mutex_unlock(&batch->lock);
  return result;
}

size_t batch_done(const Batch *batch) {
  return batch->head; /* only the caller's thread moves it */
}

void batch_free(Batch *batch) {
  if (!batch) return;
  pthread_mutex_lock(&batch->lock);
  batch->stop = true;
  pthread_cond_broadcast(&batch->room);
  pthread_mutex_unlock(&batch->lock);
  for (size_t i = 0; i < batch->thread_count; i++) pthread_join(batch->threads[i], NULL);
  for (Job *job = batch->jobs; job < batch->jobs + batch->settings->inputs->count; job++) {
    for (Result *result; (result = job->first);) {
      job->first = result->next;
      result_free(result, batch->scripts);
    }
    yh_input_close(job->table);
  }
  pthread_mutex_destroy(&batch->lock);
  pthread_cond_destroy(&batch->room);
  pthread_cond_destroy(&batch->ready);
  free(batch->jobs);
  free(batch);
}
