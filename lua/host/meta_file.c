/* meta_file.c: see meta_file.h. Lines are sorted by the last part of their path, so that each report is one search. */
#include "meta_file.h"
#include "read/csv.h"
#include "text/error.h"
#include <stdio.h>

enum { KEY = 0, REGION, YEAR, DATE, SPEAKER, SESSION, FIELDS };

static const char *const names[][4] = {{"path", "report", "file", "name"}, {"region", "地区", "", ""},
                                       {"year", "年份", "", ""},           {"date", "日期", "", ""},
                                       {"speaker", "报告人", "", ""},      {"session", "会议", "", ""}};

typedef struct Entry {
  const char *fields[FIELDS], *base; /* NULL where empty; base: the key behind its last slash, without extension */
  size_t base_length;
  uint32_t order;
} Entry;

struct MetaFile {
  Arena *arena;
  Entry *entries;
  uint32_t count, room;
};

static const char *base_of(const char *path, size_t *length) {
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  const char *dot = strrchr(base, '.');
  *length = dot && dot > base ? (size_t)(dot - base) : strlen(base);
  return base;
}

static int compare(const char *a, size_t a_length, const char *b, size_t b_length) {
  const int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
  return order ? order : (a_length > b_length) - (a_length < b_length);
}

static int by_base(const void *a, const void *b) {
  const Entry *x = a, *y = b;
  const int order = compare(x->base, x->base_length, y->base, y->base_length);
  return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* Which column holds which field, -1 for none. */
static bool read_header(const CsvRecord *record, int columns[FIELDS], YhError *error) {
  for (int f = 0; f < FIELDS; f++) {
    columns[f] = -1;
    for (uint32_t i = 0; i < record->count; i++)
      for (int n = 0; n < 4; n++)
        if (columns[f] < 0 && names[f][n][0] && strcmp(record->text.bytes + record->fields[i].start, names[f][n]) == 0)
          columns[f] = (int)i;
  }
  return columns[KEY] >= 0 ||
         error_set(error, YH_EARGUMENT, _("no column `path` or `report` says which report a line is about"));
}

static void add(MetaFile *file, const CsvRecord *record, const int columns[FIELDS]) {
  Entry entry = {.order = file->count};
  for (int f = 0; f < FIELDS; f++) {
    if (columns[f] < 0 || (uint32_t)columns[f] >= record->count) continue;
    const char *text = record->text.bytes + record->fields[columns[f]].start;
    if (*text) entry.fields[f] = arena_string(file->arena, text);
  }
  if (!entry.fields[KEY]) return;
  entry.base = base_of(entry.fields[KEY], &entry.base_length);
  if (file->count == file->room) {
    file->room = file->room ? 2 * file->room : 64;
    file->entries = memory_resize(file->entries, file->room, sizeof *file->entries);
  }
  file->entries[file->count++] = entry;
}

MetaFile *meta_file_read(const char *path, YhError *error) {
  *error = (YhError){0};
  Source source;
  if (!source_open(&source, path, error)) return NULL;
  Stream stream;
  MetaFile *file = NULL;
  if (stream_open(&stream, &source, error)) {
    while (stream.text.length == 0 && stream_fill(&stream, error)) continue;
    const char *end = stream.text.length ? memchr(stream.text.bytes, '\n', stream.text.length) : NULL;
    const size_t length = end ? (size_t)(end - stream.text.bytes) : stream.text.length;
    Csv csv = {.stream = &stream, .delimiter = csv_delimiter(stream.text.bytes, length), .line = 1, .limit = 1 << 20};
    CsvRecord record = {0};
    int columns[FIELDS];
    if (csv_next(&csv, &record, error) && read_header(&record, columns, error)) {
      file = memory_resize(NULL, 1, sizeof *file);
      *file = (MetaFile){.arena = arena_new()};
      while (csv_next(&csv, &record, error)) add(file, &record, columns);
    } else if (error->code == YH_OK) {
      error_set(error, YH_EEMPTY, _("no line in it"));
    }
    csv_free(&record);
    stream_close(&stream);
  }
  source_close(&source);
  if (file && error->code != YH_OK) {
    meta_file_free(file);
    return NULL;
  }
  if (file && file->count) qsort(file->entries, file->count, sizeof *file->entries, by_base);
  return file;
}

/* Whether the entry's key speaks of this path: the same, its end behind a slash, or its name alone. */
static bool speaks_of(const Entry *entry, const char *path) {
  const char *key = entry->fields[KEY];
  const size_t key_length = strlen(key), length = strlen(path);
  if (!strchr(key, '/') && (key_length == entry->base_length)) return true;
  if (key_length > length || strcmp(path + length - key_length, key) != 0) return false;
  return key_length == length || path[length - key_length - 1] == '/';
}

void meta_file_find(const MetaFile *file, const char *path, YhOptions *options) {
  size_t length;
  const char *base = base_of(path, &length);
  uint32_t low = 0, high = file->count;
  while (low < high) { /* the first entry that is not before */
    const uint32_t middle = low + (high - low) / 2;
    if (compare(file->entries[middle].base, file->entries[middle].base_length, base, length) < 0) low = middle + 1;
    else high = middle;
  }
  for (; low < file->count; low++) {
    const Entry *entry = &file->entries[low];
    if (compare(entry->base, entry->base_length, base, length) != 0) return;
    if (!speaks_of(entry, path)) continue;
    options->region = entry->fields[REGION];
    options->year = entry->fields[YEAR] ? atoi(entry->fields[YEAR]) : 0;
    options->date = entry->fields[DATE];
    options->speaker = entry->fields[SPEAKER];
    options->session = entry->fields[SESSION];
    return;
  }
}

void meta_file_free(MetaFile *file) {
  if (!file) return;
  arena_free(file->arena);
  free(file->entries);
  free(file);
}
