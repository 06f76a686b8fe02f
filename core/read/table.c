/* table.c: see table.h. */
#include "table.h"

#include "csv.h"

enum { TABLE_MAX = 64 << 20, RECORD_MAX = 1 << 20 };

char *text_read(const char *path, size_t *length, YhError *error) {
  Source source;
  char *copy = NULL;
  if (!source_open(&source, path, error)) return NULL;
  Arena *arena = arena_new();
  const char *encoding;
  if (source_load(&source, TABLE_MAX, error)) {
    const char *text = encoding_decode(arena, source.bytes, source.length, NULL, length, &encoding, error);
    if (text) {
      copy = memory_resize(NULL, *length + 1, 1);
      memcpy(copy, text, *length);
      copy[*length] = '\0';
    }
  }
  arena_free(arena);
  source_close(&source);
  return copy;
}

static bool read_csv(Source *source, TableTake take, void *user, YhError *error) {
  Stream stream;
  if (!stream_open(&stream, source, error)) return false;
  const bool any = stream_peek(&stream, error) >= 0;
  const char *text = any ? stream.text.bytes + stream.at : "";
  const size_t length = any ? stream.text.length - stream.at : 0;
  const char *stop = length ? memchr(text, '\n', length) : NULL;
  Csv csv = {.stream = &stream, .line = 1, .limit = RECORD_MAX};
  csv.delimiter = csv_delimiter(text, stop ? (size_t)(stop - text) : length);
  CsvRecord record = {0};
  const char **cells = NULL;
  uint32_t room = 0;
  bool go_on = true;
  while (go_on && csv_next(&csv, &record, error)) {
    if (record.count > room) cells = memory_resize(cells, room = record.count * 2, sizeof *cells);
    for (uint32_t i = 0; i < record.count; i++) cells[i] = record.text.bytes + record.fields[i].start;
    go_on = take(user, cells, record.count);
  }
  free(cells);
  csv_free(&record);
  stream_close(&stream);
  return !error->code;
}

bool table_read(const char *path, TableTake take, void *user, YhError *error) {
  error_clear(error);
  Source source;
  if (!source_open(&source, path, error)) return false;
  bool good;
  if (sheet_fits(&source)) good = source_load(&source, TABLE_MAX, error) && sheet_read(&source, take, user, error);
  else good = read_csv(&source, take, user, error);
  source_close(&source);
  return good;
}
