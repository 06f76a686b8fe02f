/* inputs.c: see inputs.h. In a folder only files with a report's suffix count: a folder holds other things too. */
#include "inputs.h"
#include "buffer.h"
#include "diagnostic.h"
#include "text/arena.h"
#include "yanhu.h"
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static const char *const suffixes[] = {"txt", "text", "docx", "doc", "wps",   "htm",    "html",
                                       "mht", "pdf",  "csv",  "tsv", "jsonl", "ndjson", NULL};

static bool is_report(const char *name) {
  const char *dot = strrchr(name, '.');
  if (name[0] == '.' || name[0] == '~') return false;
  for (const char *const *suffix = suffixes; dot && *suffix; suffix++)
    if (strcasecmp(dot + 1, *suffix) == 0) return true;
  return false;
}

static void add(Inputs *inputs, const char *path) {
  if (inputs->count == inputs->capacity) {
    inputs->capacity = inputs->capacity ? inputs->capacity * 2 : 64;
    inputs->paths = memory_resize(inputs->paths, inputs->capacity, sizeof *inputs->paths);
  }
  inputs->paths[inputs->count++] = string_copy(path);
}

static int by_name(const FTSENT **a, const FTSENT **b) {
  return strcmp((*a)->fts_name, (*b)->fts_name);
}

bool inputs_add(Inputs *inputs, const char *path) {
  struct stat status;
  if (strcmp(path, "-") == 0 || stat(path, &status) != 0 || !S_ISDIR(status.st_mode)) {
    add(inputs, path);
    return true;
  }
  char *roots[] = {string_copy(path), NULL};
  for (size_t length = strlen(path); length > 1 && roots[0][length - 1] == '/'; length--) roots[0][length - 1] = '\0';
  const size_t before = inputs->count;
  FTS *walk = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name);
  for (FTSENT *entry; walk && (entry = fts_read(walk));) {
    switch (entry->fts_info) {
    case FTS_D:
      if (entry->fts_level > 0 && entry->fts_name[0] == '.') fts_set(walk, entry, FTS_SKIP);
      break;
    case FTS_F:
    case FTS_SL:
    case FTS_SLNONE: /* a broken link, a file that cannot be looked at: reading it says so */
    case FTS_NS:
      if (is_report(entry->fts_name)) add(inputs, entry->fts_path);
      break;
    case FTS_DNR:
      add(inputs, entry->fts_path);
      break;
    default:
      break; /* leaving a folder, a cycle of links, a device or pipe */
    }
  }
  if (walk) fts_close(walk);
  free(roots[0]);
  if (inputs->count > before) return true;
  diagnostic_print(&(Diagnostic){.file = path,
                                 .message = _("no report in this folder"),
                                 .hint = _("files ending in .txt .docx .doc .html .pdf .csv .jsonl are read")});
  return false;
}

/* ---- a sample, a shard ---- */

/* The rows of a table; 0 for what is no table. A look at each file would take too long: only names that say so. */
static size_t count_rows(const char *path) {
  static const char *const tables[] = {".csv", ".tsv", ".jsonl", ".ndjson"};
  const char *dot = strrchr(path, '.');
  bool named = false;
  for (size_t i = 0; dot && i < sizeof tables / sizeof *tables; i++) named = named || strcasecmp(dot, tables[i]) == 0;
  YhError error;
  YhInput *input = named ? yh_input_open(path, NULL, &error) : NULL;
  size_t rows = 0;
  while (input && yh_input_is_table(input)) {
    YhRaw *raw = yh_input_take(input, &error);
    if (!raw && error.code == YH_OK) break;
    yh_raw_free(raw);
    rows++; /* also one that cannot be read */
  }
  yh_input_close(input);
  return rows;
}

static bool wanted(const Inputs *inputs, size_t number) {
  const size_t rank = (number * inputs->sample + inputs->total - 1) / inputs->total; /* of the next one in the sample */
  return rank * inputs->total / inputs->sample == number && rank >= inputs->from && rank < inputs->to;
}

void inputs_select(Inputs *inputs, size_t sample, unsigned shard, unsigned of) {
  if (!inputs->count) return;
  size_t *rows = memory_resize(NULL, inputs->count, sizeof *rows);
  inputs->firsts = memory_resize(NULL, inputs->count, sizeof *inputs->firsts);
  for (size_t i = 0; i < inputs->count; i++) {
    rows[i] = count_rows(inputs->paths[i]);
    inputs->total += rows[i] ? rows[i] : 1;
  }
  inputs->sample = sample && sample < inputs->total ? sample : inputs->total;
  inputs->from = inputs->sample * (shard - 1) / of;
  inputs->to = inputs->sample * shard / of;
  size_t kept = 0, first = 0;
  for (size_t i = 0; i < inputs->count; i++) {
    bool any = false;
    const size_t end = first + (rows[i] ? rows[i] : 1);
    for (size_t number = first; !any && number < end; number++) any = wanted(inputs, number);
    inputs->firsts[kept] = rows[i] ? first : SIZE_MAX;
    first = end;
    if (any) inputs->paths[kept++] = inputs->paths[i];
    else free(inputs->paths[i]);
  }
  inputs->count = kept;
  free(rows);
}

bool inputs_wants(const Inputs *inputs, size_t index, size_t row) {
  if (!inputs->firsts || inputs->firsts[index] == SIZE_MAX) return true;
  return wanted(inputs, inputs->firsts[index] + row - 1);
}

void inputs_free(Inputs *inputs) {
  for (size_t i = 0; i < inputs->count; i++) free(inputs->paths[i]);
  free(inputs->paths);
  free(inputs->firsts);
}
