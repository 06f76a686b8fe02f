/* input.c: from a path or bytes to reports, one at a time: chooses the reader, cleans the text, builds the tree. */
#include "read/format.h"
#include "read/rows.h"
#include "text/text.h"
#include "tree/report.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_BYTES = 128 << 20, MAX_TEXT = 8 << 20, MAX_PARAGRAPHS = 1 << 19 };

struct YhInput {
  Arena *arena; /* of the strings below */
  YhOptions options;
  Source source;
  Rows *rows; /* of a table, from the first report on */
  bool table, done;
};

static YhInput *input_new(const char *path, const YhOptions *options) {
  YhInput *input = memory_resize(NULL, 1, sizeof *input);
  memset(input, 0, sizeof *input);
  input->arena = arena_new();
  if (options) input->options = *options;
  YhOptions *own = &input->options;
  own->name = arena_string(input->arena, own->name ? own->name : path);
  own->region = arena_string(input->arena, own->region);
  own->date = arena_string(input->arena, own->date);
  own->speaker = arena_string(input->arena, own->speaker);
  own->session = arena_string(input->arena, own->session);
  if (!own->max_bytes) own->max_bytes = MAX_BYTES;
  return input;
}

static void begin(YhInput *input, const char *path) {
  input->source.path = path;
  const YhOptions *options = &input->options;
  input->source.max_text = options->max_text ? options->max_text : MAX_TEXT;
  input->source.max_plain = options->max_text ? options->max_text : options->max_bytes;
  input->table = rows_fit(&input->source);
}

YhInput *yh_input_open(const char *path, const YhOptions *options, YhError *error) {
  error_clear(error);
  YhInput *input = input_new(path, options);
  if (!source_open(&input->source, path, error)) {
    yh_input_close(input);
    return NULL;
  }
  begin(input, input->options.name);
  if (!input->table && !source_load(&input->source, input->options.max_bytes, error)) {
    yh_input_close(input);
    return NULL;
  }
  return input;
}

YhInput *yh_input_memory(const char *bytes, size_t length, const YhOptions *options, YhError *error) {
  error_clear(error);
  YhInput *input = input_new("", options);
  if (length > input->options.max_bytes) {
    error_set(error, YH_ELIMIT, _("%zu MiB large, the limit for one input is %zu MiB"), length >> 20,
              input->options.max_bytes >> 20);
    yh_input_close(input);
    return NULL;
  }
  char *copy = memory_resize(NULL, length + 1, 1);
  if (length) memcpy(copy, bytes, length);
  copy[length] = 0;
  input->source = (Source){.bytes = copy, .length = length, .fd = -1, .at_end = true, .size = -1};
  begin(input, input->options.name);
  return input;
}

/* The report of a document, which is given up; NULL and YH_EEMPTY where it holds no text. */
static YhReport *build(Document *document, const YhOptions *options, YhError *error) {
  Text *text = text_new(document);
  YhReport *report = NULL;
  if (text->paragraph_count > MAX_PARAGRAPHS) {
    error_set(error, YH_ELIMIT, _("%u paragraphs, the limit for one report is %d"), text->paragraph_count,
              MAX_PARAGRAPHS);
    arena_free(text->arena);
  } else if (text->length) report = report_build(text, document, options);
  else {
    arena_free(text->arena);
    error_set(error, YH_EEMPTY, _("no text in it"));
  }
  document_free(document);
  return report;
}

struct YhRaw {
  YhInput *input;
  Row row; /* of a table */
};

bool yh_input_is_table(const YhInput *input) {
  return input->table;
}

YhRaw *yh_input_take(YhInput *input, YhError *error) {
  error_clear(error);
  if (input->done) return NULL;
  Row row = {0};
  if (!input->table) {
    input->done = true;
  } else {
    if (!input->rows && !(input->rows = rows_open(&input->source, error))) input->done = true;
    if (!input->rows) return NULL;
    if (!rows_take(input->rows, &row, error)) {
      if (!error->code) input->done = true;
      return NULL;
    }
  }
  YhRaw *raw = memory_resize(NULL, 1, sizeof *raw);
  *raw = (YhRaw){input, row};
  return raw;
}

void yh_raw_free(YhRaw *raw) {
  if (!raw) return;
  row_free(&raw->row);
  free(raw);
}

void yh_raw_digest(const YhRaw *raw, YhDigest *add, void *user) {
  const YhInput *input = raw->input;
  if (input->table) row_digest(input->rows, &raw->row, add, user);
  else add(user, input->source.bytes, input->source.length);
}

YhReport *yh_raw_report(YhRaw *raw, YhError *error) {
  YhInput *input = raw->input;
  YhOptions options = input->options;
  Document *document;
  if (input->table) {
    document = rows_document(input->rows, &raw->row, &options, error);
  } else {
    document = format_read(&input->source, error);
    source_close(&input->source);
  }
  yh_raw_free(raw);
  return document ? build(document, &options, error) : NULL;
}

YhReport *yh_input_next(YhInput *input, YhError *error) {
  YhError own;
  if (!error) error = &own;
  YhRaw *raw = yh_input_take(input, error);
  return raw ? yh_raw_report(raw, error) : NULL;
}

void yh_input_close(YhInput *input) {
  if (!input) return;
  rows_close(input->rows);
  source_close(&input->source);
  arena_free(input->arena);
  free(input);
}
