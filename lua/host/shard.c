/* shard.c: see shard.h. */
#include "shard.h"
#include "diagnostic.h"
#include "sink.h"
#include "text/arena.h"
#include <cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { SHARDS_MAX = 1000000 };

bool shard_parse(const char *text, Shard *shard) {
  int read = 0;
  if (sscanf(text, "%u/%u%n", &shard->number, &shard->of, &read) == 2 && !text[read] && shard->number >= 1 &&
      shard->number <= shard->of && shard->of <= SHARDS_MAX)
    return true;
  diagnostic_say(_("for example --shard 1/8 … --shard 8/8"), _("--shard takes I/N, not `%s`"), text);
  return false;
}

void shard_hash(Script **scripts, char out[HASH_SIZE]) {
  Buffer all = {0};
  buffer_string(&all, YH_VERSION);
  for (; *scripts; scripts++) {
    buffer_add(&all, (*scripts)->name, strlen((*scripts)->name) + 1);
    buffer_string(&all, (*scripts)->arguments);
    buffer_string(&all, (*scripts)->modules);
    buffer_add(&all, (*scripts)->source, (*scripts)->length);
  }
  hash_bytes(all.data, all.length, out);
  buffer_free(&all);
}

static void write_head(Sink *sink, const Shard *shard, const char *names, const Options *options, Script **scripts) {
  char hash[HASH_SIZE];
  shard_hash(scripts, hash);
  Buffer head = {0};
  buffer_format(&head, "{\"shard\":%u,\"of\":%u,\"scripts\":", shard->number, shard->of);
  buffer_json(&head, names, strlen(names));
  buffer_format(&head, ",\"hash\":\"%s\",\"arguments\":{", hash);
  for (size_t i = 0; i < options->argument_count; i++) {
    if (i) buffer_string(&head, ",");
    buffer_json(&head, options->arguments[i].name, strlen(options->arguments[i].name));
    buffer_string(&head, ":");
    buffer_json(&head, options->arguments[i].value, strlen(options->arguments[i].value));
  }
  buffer_string(&head, "}}\n");
  sink_write(sink, head.data, head.length);
  buffer_free(&head);
}

bool shard_write(const Shard *shard, const char *path, const char *names, const Options *options, Run *run,
                 ExitCode *code) {
  Sink sink;
  if (!sink_open(&sink, path)) {
    *code = run_end(run);
    return false;
  }
  write_head(&sink, shard, names, options, run->settings.scripts);
  size_t length;
  for (bool more = true; more;) {
    more = !sink.error && run_step(run);
    for (size_t i = 0; i < run->scripts; i++)
      for (const char *line; (line = spool_next(&run->spools[i], &length));)
        sink_row(&sink, run->settings.scripts[i]->name, line, length);
  }
  const size_t reports = run->reports, unreadable = run->unreadable, failed = run->failed;
  const bool found = run->found;
  *code = run_end(run);
  sink_format(&sink, "{\"end\":true,\"reports\":%zu,\"unreadable\":%zu,\"failed\":%zu,\"found\":%s}\n", reports,
              unreadable, failed, found ? "true" : "false");
  return sink_commit(&sink);
}

static bool refuse(const char *path, const char *message) {
  diagnostic_print(&(Diagnostic){
      .file = path, .message = message, .hint = _("run this shard again: yanhu run … --shard I/N -o FILE")});
  return false;
}

static const char *text_of(const cJSON *object, const char *name) {
  const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
  return text ? text : "";
}

static double number_of(const cJSON *object, const char *name) {
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
  return cJSON_IsNumber(item) && item->valuedouble >= 0 && item->valuedouble < 1e15 ? item->valuedouble : 0;
}

bool shard_read_head(const char *path, ShardHead *head) {
  *head = (ShardHead){0};
  FILE *file = fopen(path, "rb");
  if (!file) return refuse(path, strerror(errno));
  char *line = NULL;
  size_t room = 0;
  cJSON *json = getline(&line, &room, file) > 0 ? cJSON_Parse(line) : NULL;
  fclose(file);
  free(line);
  head->shard = (Shard){(unsigned)number_of(json, "shard"), (unsigned)number_of(json, "of")};
  const bool good = head->shard.number > 0 && head->shard.number <= head->shard.of && head->shard.of <= SHARDS_MAX;
  if (good) {
    head->names = string_copy(text_of(json, "scripts"));
    head->hash = string_copy(text_of(json, "hash"));
    const cJSON *argument;
    cJSON_ArrayForEach(argument, cJSON_GetObjectItemCaseSensitive(json, "arguments")) {
      head->arguments = memory_resize(head->arguments, head->count + 1, sizeof *head->arguments);
      head->arguments[head->count++] = (ScriptArgument){
          string_copy(argument->string), string_copy(argument->valuestring ? argument->valuestring : ""), false};
    }
  }
  cJSON_Delete(json);
  return good || refuse(path, _("is no shard of a yanhu run"));
}

void shard_free_head(ShardHead *head) {
  for (size_t i = 0; i < head->count; i++) {
    free((char *)(uintptr_t)head->arguments[i].name);
    free((char *)(uintptr_t)head->arguments[i].value);
  }
  free(head->arguments);
  free(head->names);
  free(head->hash);
}

/* `{"script":"facts",…` → the script's number, and how much of the line that was. */
static bool find_script(const Run *run, const char *line, size_t length, size_t *script, size_t *skip) {
  static const char start[] = "{\"script\":\"";
  const size_t at = sizeof start - 1;
  if (length < at || memcmp(line, start, at) != 0) return false;
  for (size_t i = 0; i < run->scripts; i++) {
    const char *name = run->settings.scripts[i]->name;
    const size_t n = strlen(name);
    if (length < at + n + 2 || memcmp(line + at, name, n) != 0 || line[at + n] != '"') continue;
    *script = i;
    *skip = at + n + (line[at + n + 1] == ',' ? 2 : 1);
    return true;
  }
  return false;
}

bool shard_read_rows(const char *path, Run *run) {
  FILE *file = fopen(path, "rb");
  if (!file) return refuse(path, strerror(errno));
  char *line = NULL;
  size_t room = 0, script, skip;
  bool ended = false, good = true;
  ssize_t got = getline(&line, &room, file); /* the head was read before */
  Buffer row = {0};
  while (good && !ended && (got = getline(&line, &room, file)) > 0) {
    good = line[got - 1] == '\n';
    if (good && find_script(run, line, (size_t)got, &script, &skip)) {
      buffer_clear(&row);
      buffer_string(&row, "{");
      buffer_add(&row, line + skip, (size_t)got - skip);
      spool_add(&run->spools[script], row.data, row.length);
      continue;
    }
    cJSON *end = good ? cJSON_Parse(line) : NULL;
    ended = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(end, "end"));
    good = good && ended;
    run->reports += (size_t)number_of(end, "reports");
    run->unreadable += (size_t)number_of(end, "unreadable");
    run->failed += (size_t)number_of(end, "failed");
    run->script_error = run->failed > 0;
    if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(end, "found"))) run->found = true;
    cJSON_Delete(end);
  }
  fclose(file);
  free(line);
  buffer_free(&row);
  return (good && ended) || refuse(path, _("this shard was cut off: its last line is missing"));
}
