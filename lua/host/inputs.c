/* inputs.c: see inputs.h. In a folder only files with a report's suffix count: a folder holds other things too. */
#include "inputs.h"
#include "buffer.h"
#include "diagnostic.h"
#include "text/arena.h"
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

void inputs_sample(Inputs *inputs, size_t count) {
  if (count >= inputs->count) return;
  for (size_t i = 0, kept = 0; i < inputs->count; i++) {
    if (kept < count && i == kept * inputs->count / count) inputs->paths[kept++] = inputs->paths[i];
    else free(inputs->paths[i]);
  }
  inputs->count = count;
}

void inputs_free(Inputs *inputs) {
  for (size_t i = 0; i < inputs->count; i++) free(inputs->paths[i]);
  free(inputs->paths);
}
