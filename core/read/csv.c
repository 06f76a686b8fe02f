/* csv.c: see csv.h. Ours rather than libcsv's, because a report's text must lead back to its line in the file. */
#include "csv.h"

enum { MAX_FIELDS = 4096 };

static void begin_field(CsvRecord *record, uint32_t line) {
  record->fields = memory_room(record->fields, record->count, &record->room, sizeof *record->fields);
  record->fields[record->count++] = (CsvField){.start = record->text.length, .end = record->text.length, .line = line};
}

static void end_field(CsvRecord *record) {
  record->fields[record->count - 1].end = record->text.length;
  buffer_add(&record->text, "", 1);
}

/* Takes one record; `full` is set where it is beyond the limit and was not kept. false at the end of the stream. */
static bool take_record(Csv *csv, CsvRecord *record, bool *full, YhError *error) {
  Stream *stream = csv->stream;
  bool quoted = false, at_start = true;
  record->text.length = record->count = 0;
  record->line = csv->line;
  *full = false;
  if (stream_peek(stream, error) < 0) return false;
  begin_field(record, csv->line);
  for (;;) {
    const int c = stream_peek(stream, error);
    if (c < 0) break;
    stream->at++;
    if (c == '"' && quoted && stream_peek(stream, error) == '"') stream->at++; /* "" is a quotation mark */
    else if (c == '"' && quoted) {
      quoted = false;
      continue;
    } else if (c == '"' && at_start) {
      quoted = true;
      at_start = false;
      continue;
    } else if (c == csv->delimiter && !quoted) {
      if (record->count == MAX_FIELDS) *full = true;
      if (!*full) end_field(record), begin_field(record, csv->line);
      at_start = true;
      continue;
    } else if (c == '\n' || (c == '\r' && stream_peek(stream, error) != '\n')) {
      csv->line++;
      if (!quoted) break;
    } else if (c == '\r' && !quoted) {
      continue;
    }
    at_start = false;
    const char byte = (char)c;
    if (record->text.length >= csv->limit) *full = true;
    if (!*full) buffer_add(&record->text, &byte, 1);
  }
  end_field(record);
  return true;
}

bool csv_next(Csv *csv, CsvRecord *record, YhError *error) {
  bool full;
  error_clear(error);
  while (take_record(csv, record, &full, error)) {
    if (full) {
      error_set(error, YH_ELIMIT, _("a row of more than %zu MiB or %d fields: a quotation mark left open?"),
                csv->limit >> 20, MAX_FIELDS);
      error->line = record->line;
      return false;
    }
    if (record->count > 1 || record->text.length > 1) return true;
  }
  return false;
}

void csv_free(CsvRecord *record) {
  buffer_free(&record->text);
  free(record->fields);
  *record = (CsvRecord){0};
}

char csv_delimiter(const char *line, size_t length) {
  static const char DELIMITERS[] = {',', '\t', ';'};
  char best = ',';
  size_t most = 0;
  for (size_t d = 0; d < sizeof DELIMITERS; d++) {
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
      if (line[i] == '"') quoted = !quoted;
      else if (line[i] == DELIMITERS[d] && !quoted) count++;
    }
    if (count > most) most = count, best = DELIMITERS[d];
  }
  return best;
}
