/* rows.c: see rows.h. */
#include "rows.h"

#include "csv.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LONG_FIELD = 300, HEADER = 200 /* bytes of a column's name */, SLACK = 1 << 20 /* other columns of a row */ };

typedef enum Column {
  COLUMN_OTHER,
  COLUMN_TEXT,
  COLUMN_NAME,
  COLUMN_REGION,
  COLUMN_YEAR,
  COLUMN_DATE,
  COLUMN_SPEAKER,
  COLUMN_SESSION
} Column;

static const struct {
  const char *name;
  Column column;
} NAMES[] = {
    {"text", COLUMN_TEXT},       {"content", COLUMN_TEXT},     {"fulltext", COLUMN_TEXT}, {"full_text", COLUMN_TEXT},
    {"body", COLUMN_TEXT},       {"report_text", COLUMN_TEXT}, {"正文", COLUMN_TEXT},     {"内容", COLUMN_TEXT},
    {"全文", COLUMN_TEXT},       {"文本", COLUMN_TEXT},        {"报告全文", COLUMN_TEXT}, {"报告正文", COLUMN_TEXT},
    {"报告内容", COLUMN_TEXT},   {"文本内容", COLUMN_TEXT},    {"正文内容", COLUMN_TEXT}, {"name", COLUMN_NAME},
    {"report", COLUMN_NAME},     {"doc_id", COLUMN_NAME},      {"id", COLUMN_NAME},       {"文件名", COLUMN_NAME},
    {"名称", COLUMN_NAME},       {"编号", COLUMN_NAME},        {"region", COLUMN_REGION}, {"地区", COLUMN_REGION},
    {"地区名称", COLUMN_REGION}, {"行政区", COLUMN_REGION},    {"year", COLUMN_YEAR},     {"年份", COLUMN_YEAR},
    {"年度", COLUMN_YEAR},       {"date", COLUMN_DATE},        {"日期", COLUMN_DATE},     {"speaker", COLUMN_SPEAKER},
    {"报告人", COLUMN_SPEAKER},  {"session", COLUMN_SESSION},  {"会议", COLUMN_SESSION},  {"届次", COLUMN_SESSION}};

static Column column_of(const char *name) {
  while (*name == ' ') name++;
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
    if (strcasecmp(name, NAMES[i].name) == 0) return NAMES[i].column;
  return COLUMN_OTHER;
}

struct Rows {
  Source *source;
  Stream stream;
  bool json;
  Csv csv;
  CsvRecord header, ahead; /* ahead: the first row, where it had to be looked at to open the table */
  uint32_t text;           /* the text column */
  uint32_t row, line;
};

static bool has_suffix(const char *path, const char *suffix) {
  const size_t n = strlen(path), m = strlen(suffix);
  return n >= m && strcasecmp(path + n - m, suffix) == 0;
}

/* ---- which sources are tables ---- */

static bool fits_json(const char *text, size_t length) {
  const char *p = text, *end = text + length;
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) p++;
  if (p == end || *p++ != '{') return false;
  while (p < end && *p == ' ') p++;
  if (p == end || *p != '"') return false;
  char key[64];
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
    if (NAMES[i].column != COLUMN_TEXT) continue;
    const int n = snprintf(key, sizeof key, "\"%s\"", NAMES[i].name);
    if (memmem(p, (size_t)(end - p), key, (size_t)n)) return true;
  }
  return false;
}

/* A first line of short fields, one of them named like a text column, or a file that says it is a table. */
static bool fits_csv(const Source *source, const char *text, size_t length) {
  const char *stop = memchr(text, '\n', length);
  if (!stop) stop = memchr(text, '\r', length);
  if (!stop || stop == text) return false;
  const size_t line = (size_t)(stop - text);
  const char delimiter = csv_delimiter(text, line);
  if (!memchr(text, delimiter, line)) return false;
  bool named = has_suffix(source->path, ".csv") || has_suffix(source->path, ".tsv");
  for (const char *p = text, *end = text + line; p < end;) {
    const char *next = memchr(p, delimiter, (size_t)(end - p));
    if (!next) next = end;
    const char *from = p, *to = next;
    while (to > from && (to[-1] == '\r' || to[-1] == '"' || to[-1] == ' ')) to--;
    while (from < to && (*from == '"' || *from == ' ')) from++;
    char name[HEADER];
    if ((size_t)(to - from) >= sizeof name) return false;
    memcpy(name, from, (size_t)(to - from));
    name[to - from] = 0;
    named |= column_of(name) == COLUMN_TEXT;
    p = next + 1;
  }
  return named;
}

bool rows_fit(const Source *source) {
  const char *iconv_name, *encoding;
  size_t mark;
  if (source->length < 4 || memcmp(source->bytes, "PK\3\4", 4) == 0) return false;
  const unsigned char first = (unsigned char)source->bytes[0];
  if (first < 0xFE && fits_json(source->bytes, source->length)) return true;
  /* only a first line of ASCII and Chinese with a delimiter is worth decoding */
  if (!encoding_guess(source->bytes, source->length < 4096 ? source->length : 4096, NULL, &iconv_name, &mark,
                      &encoding))
    return false;
  if (!iconv_name) return fits_csv(source, source->bytes + mark, source->length - mark);
  Source head = {.bytes = source->bytes, .length = source->length < 4096 ? source->length : 4096, .fd = -1};
  Stream stream;
  YhError error;
  bool fits = false;
  if (stream_open(&stream, &head, &error)) {
    stream_fill(&stream, &error);
    fits = fits_csv(source, stream.text.bytes, stream.text.length);
  }
  stream_close(&stream);
  return fits;
}

/* ---- opening ---- */

static const char *field(const CsvRecord *record, uint32_t i) {
  return record->text.bytes + record->fields[i].start;
}

/* The column named as text; else, in a file that says it is a table, the longest field of the first row. */
static bool find_text_column(Rows *rows, YhError *error) {
  if (!csv_next(&rows->csv, &rows->header, error))
    return error->code ? false : error_set(error, YH_EEMPTY, _("a table without a header"));
  for (uint32_t i = 0; i < rows->header.count; i++)
    if (column_of(field(&rows->header, i)) == COLUMN_TEXT) {
      rows->text = i;
      return true;
    }
  if (!csv_next(&rows->csv, &rows->ahead, error))
    return error->code ? false : error_set(error, YH_EEMPTY, _("a table without rows"));
  size_t longest = 0;
  for (uint32_t i = 0; i < rows->ahead.count && i < rows->header.count; i++) {
    const size_t length = rows->ahead.fields[i].end - rows->ahead.fields[i].start;
    if (length > longest) longest = length, rows->text = i;
  }
  return longest >= LONG_FIELD ||
         error_set(error, YH_EFORMAT, _("a table without a column of text (name it text, content, 正文 or 全文)"));
}

Rows *rows_open(Source *source, YhError *error) {
  error_clear(error);
  Rows *rows = memory_resize(NULL, 1, sizeof *rows);
  memset(rows, 0, sizeof *rows);
  rows->source = source;
  rows->line = 1;
  bool ok = stream_open(&rows->stream, source, error);
  if (ok) {
    stream_fill(&rows->stream, error);
    rows->json = fits_json(rows->stream.text.bytes, rows->stream.text.length);
    const char *stop = memchr(rows->stream.text.bytes, '\n', rows->stream.text.length);
    const size_t line = stop ? (size_t)(stop - rows->stream.text.bytes) : rows->stream.text.length;
    rows->csv = (Csv){.stream = &rows->stream,
                      .delimiter = csv_delimiter(rows->stream.text.bytes, line),
                      .line = 1,
                      .limit = source->max_text + SLACK};
    ok = !error->code && (rows->json || find_text_column(rows, error));
  }
  if (ok) return rows;
  rows_close(rows);
  return NULL;
}

void rows_close(Rows *rows) {
  if (!rows) return;
  stream_close(&rows->stream);
  csv_free(&rows->header);
  csv_free(&rows->ahead);
  free(rows);
}

/* ---- a row into a document ---- */

/* The text of a row that is itself a web page; NULL with error->code YH_OK where it is none. */
static Document *read_page(const Rows *rows, char *text, size_t length, YhError *error) {
#ifdef HAVE_LIBXML2
  const size_t max_text = rows->source->max_text;
  const Source page = {.path = rows->source->path, .bytes = text, .length = length, .max_text = max_text, .fd = -1};
  if (html_fits(&page)) return html_read(&page, error);
#else
  (void)rows, (void)text, (void)length, (void)error;
#endif
  return NULL;
}

static Document *read_text(const Rows *rows, char *text, size_t length, uint32_t line, YhError *error) {
  Document *document = NULL;
  if (length > rows->source->max_text)
    error_set(error, YH_ELIMIT, _("%zu MiB of text, the limit for one report is %zu MiB"), length >> 20,
              rows->source->max_text >> 20);
  else document = read_page(rows, text, length, error);
  if (!document && !error->code) {
    document = document_new(rows->source->path, NULL, NULL);
    txt_lines(document, arena_copy(document->arena, text, length), length, line);
  }
  if (!document) {
    error->line = line;
    return NULL;
  }
  document->format = rows->json ? "jsonl" : "csv";
  document->encoding = rows->stream.encoding;
  return document;
}

static void add_variable(Document *document, YhOptions *options, const char *name, const char *value, uint32_t room) {
  if (document->variable_count == room) return;
  const char *kept = arena_string(document->arena, value);
  document->variables[document->variable_count++] = (Variable){arena_string(document->arena, name), kept};
  if (!kept[0]) return;
  switch (column_of(name)) {
  case COLUMN_NAME:
    document->name = kept;
    break;
  case COLUMN_REGION:
    options->region = kept;
    break;
  case COLUMN_DATE:
    options->date = kept;
    break;
  case COLUMN_SPEAKER:
    options->speaker = kept;
    break;
  case COLUMN_SESSION:
    options->session = kept;
    break;
  case COLUMN_YEAR:
    options->year = atoi(kept);
    break;
  default:
    break;
  }
}

static void begin_variables(const Row *row, Document *document, uint32_t room) {
  char name[512];
  snprintf(name, sizeof name, "%.480s#%u", document->name, row->number);
  document->name = arena_string(document->arena, name);
  document->variables = arena_alloc(document->arena, (room + 1) * sizeof *document->variables);
}

static Document *csv_document(const Rows *rows, const Row *row, YhOptions *options, YhError *error) {
  const CsvRecord *record = &row->record;
  if (rows->text >= record->count) {
    error_set(error, YH_EEMPTY, _("row %u has %u fields: no text in it"), row->number, record->count);
    error->line = row->line;
    return NULL;
  }
  const CsvField *text = &record->fields[rows->text];
  Document *document = read_text(rows, record->text.bytes + text->start, text->end - text->start, text->line, error);
  if (!document) return NULL;
  begin_variables(row, document, rows->header.count);
  for (uint32_t i = 0; i < rows->header.count && i < record->count; i++)
    if (i != rows->text) add_variable(document, options, field(&rows->header, i), field(record, i), rows->header.count);
  return document;
}

static Document *object_document(const Rows *rows, const Row *row, const cJSON *object, YhOptions *options,
                                 YhError *error) {
  const cJSON *text = NULL;
  uint32_t count = 0;
  for (const cJSON *item = object->child; item; item = item->next, count++)
    if (!text && cJSON_IsString(item) && column_of(item->string) == COLUMN_TEXT) text = item;
  if (!text) {
    error_set(error, YH_EFORMAT, _("row %u has no text (text, content, 正文 or 全文)"), row->number);
    error->line = row->line;
    return NULL;
  }
  Document *document = read_text(rows, text->valuestring, strlen(text->valuestring), 1, error);
  if (!document) return NULL;
  begin_variables(row, document, count);
  for (const cJSON *item = object->child; item; item = item->next) {
    if (item == text || cJSON_IsNull(item)) continue;
    char *printed = cJSON_IsString(item) ? NULL : cJSON_PrintUnformatted(item);
    add_variable(document, options, item->string,
                 printed             ? printed
                 : item->valuestring ? item->valuestring
                                     : "",
                 count);
    cJSON_free(printed);
  }
  return document;
}

static Document *json_document(const Rows *rows, const Row *row, YhOptions *options, YhError *error) {
  cJSON *object = cJSON_ParseWithLength(row->record.text.bytes, row->record.text.length);
  Document *document = NULL;
  if (cJSON_IsObject(object)) document = object_document(rows, row, object, options, error);
  else {
    error_set(error, YH_EFORMAT, _("row %u is no JSON object"), row->number);
    error->line = row->line;
  }
  cJSON_Delete(object);
  return document;
}

Document *rows_document(const Rows *rows, const Row *row, YhOptions *options, YhError *error) {
  error_clear(error);
  return rows->json ? json_document(rows, row, options, error) : csv_document(rows, row, options, error);
}

/* ---- taking a row ---- */

static bool take_csv(Rows *rows, Row *row, YhError *error) {
  if (rows->ahead.fields) {
    row->record = rows->ahead;
    rows->ahead = (CsvRecord){0};
  } else if (!csv_next(&rows->csv, &row->record, error)) {
    rows->row += error->code != YH_OK;
    return false;
  }
  row->line = row->record.line;
  return true;
}

/* The next line of the stream; false at the end. */
static bool next_line(Rows *rows, Buffer *line, bool *full, YhError *error) {
  line->length = 0;
  *full = false;
  if (stream_peek(&rows->stream, error) < 0) return false;
  for (;;) {
    if (stream_peek(&rows->stream, error) < 0) break;
    const char *p = rows->stream.text.bytes + rows->stream.at;
    const size_t length = rows->stream.text.length - rows->stream.at;
    const char *stop = memchr(p, '\n', length);
    const size_t take = stop ? (size_t)(stop - p) : length;
    if (line->length + take > rows->csv.limit) *full = true;
    if (!*full) buffer_add(line, p, take);
    rows->stream.at += take + (stop != NULL);
    if (stop) break;
  }
  return true;
}

static bool take_json(Rows *rows, Row *row, YhError *error) {
  Buffer *line = &row->record.text;
  bool full;
  while (next_line(rows, line, &full, error)) {
    row->line = rows->line++;
    size_t blank = 0;
    while (blank < line->length && (line->bytes[blank] == ' ' || line->bytes[blank] == '\r')) blank++;
    if (blank == line->length && !full) continue;
    if (!full) return true;
    rows->row++;
    error_set(error, YH_ELIMIT, _("a row of more than %zu MiB"), rows->csv.limit >> 20);
    error->line = row->line;
    return false;
  }
  return false;
}

bool rows_take(Rows *rows, Row *row, YhError *error) {
  error_clear(error);
  *row = (Row){0};
  if (!(rows->json ? take_json(rows, row, error) : take_csv(rows, row, error))) {
    row_free(row);
    return false;
  }
  row->number = ++rows->row;
  return true;
}

void row_free(Row *row) {
  csv_free(&row->record);
}

void row_digest(const Rows *rows, const Row *row, YhDigest *add, void *user) {
  const uint32_t place[] = {row->number, row->line};
  add(user, (const char *)place, sizeof place);
  add(user, rows->header.text.bytes, rows->header.text.length);
  add(user, row->record.text.bytes, row->record.text.length);
}
