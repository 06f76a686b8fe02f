/* sheet.c: the first sheet of an xlsx workbook: shared strings, then rows of cells (`C7` says column and row).
 * Values as they are kept: a number has its digits, a formula its last result; dates stay numbers. */
#include "table.h"

#include "xml.h"
#include "zip.h"

#include <string.h>

bool sheet_fits(const Source *source) {
  return source->length > 4 && memcmp(source->bytes, "PK\3\4", 4) == 0;
}

#if defined(HAVE_LIBXML2) && defined(HAVE_LIBARCHIVE)
#include "../text/buffer.h"

enum { UNPACKED_MAX = 256 << 20, COLUMNS_MAX = 4096 };

typedef struct Sheet {
  ZipPart *part;
  Buffer strings; /* shared strings, a NUL behind each */
  size_t *starts;
  uint32_t count, room;
  bool in_text, phonetic;
  /* of the row that is being read */
  Buffer cells;
  size_t offsets[COLUMNS_MAX];
  uint32_t width, column;
  bool shared, filled, stopped;
  Buffer value;
  TableTake take;
  void *user;
} Sheet;

static bool is(const char *a, const char *b) {
  return strcmp(a, b) == 0;
}

static long feed(void *stream, const void **bytes, YhError *error) {
  Sheet *sheet = stream;
  return sheet->stopped ? 0 : zip_read(sheet->part, bytes, error);
}

/* ---- shared strings ---- */

static void string_start(void *context, const char *name, XmlAttributes attributes) {
  Sheet *sheet = context;
  (void)attributes;
  if (is(name, "si")) {
    if (sheet->count == sheet->room) {
      sheet->room = sheet->room ? sheet->room * 2 : 256;
      sheet->starts = memory_resize(sheet->starts, sheet->room, sizeof *sheet->starts);
    }
    sheet->starts[sheet->count++] = sheet->strings.length;
  } else if (is(name, "rPh")) sheet->phonetic = true;
  else if (is(name, "t")) sheet->in_text = !sheet->phonetic;
}

static void string_end(void *context, const char *name) {
  Sheet *sheet = context;
  if (is(name, "t")) sheet->in_text = false;
  else if (is(name, "rPh")) sheet->phonetic = false;
  else if (is(name, "si")) buffer_add(&sheet->strings, "", 1);
}

static void string_text(void *context, const char *text, size_t length) {
  Sheet *sheet = context;
  if (sheet->in_text) buffer_add(&sheet->strings, text, length);
}

/* ---- rows ---- */

/* `AB12` → 27 */
static uint32_t column_of(const char *reference) {
  uint32_t column = 0;
  for (; *reference >= 'A' && *reference <= 'Z' && column < COLUMNS_MAX; reference++)
    column = column * 26 + (uint32_t)(*reference - 'A' + 1);
  return column ? column - 1 : 0;
}

static void cell_start(void *context, const char *name, XmlAttributes attributes) {
  Sheet *sheet = context;
  char text[24];
  if (is(name, "row")) {
    sheet->width = sheet->column = 0;
    sheet->cells.length = 0;
    sheet->filled = false;
  } else if (is(name, "c")) {
    if (xml_attribute(attributes, "r", text, sizeof text)) sheet->column = column_of(text);
    sheet->shared = xml_attribute(attributes, "t", text, sizeof text) && is(text, "s");
    sheet->value.length = 0;
  } else if (is(name, "v") || is(name, "t")) {
    sheet->in_text = true;
  }
}

static void add_cell(Sheet *sheet) {
  buffer_add(&sheet->value, "", 1);
  const char *text = sheet->value.bytes;
  if (sheet->shared) {
    const unsigned long index = strtoul(text, NULL, 10);
    text = index < sheet->count ? sheet->strings.bytes + sheet->starts[index] : "";
  }
  while (sheet->width <= sheet->column && sheet->width < COLUMNS_MAX) { /* columns left out are empty */
    sheet->offsets[sheet->width++] = sheet->cells.length;
    if (sheet->width <= sheet->column) buffer_add(&sheet->cells, "", 1);
  }
  buffer_add(&sheet->cells, text, strlen(text) + 1);
  sheet->filled = sheet->filled || *text;
  sheet->column++;
}

static void cell_end(void *context, const char *name) {
  Sheet *sheet = context;
  if (is(name, "v") || is(name, "t")) sheet->in_text = false;
  else if (is(name, "c") && sheet->column >= sheet->width && sheet->column < COLUMNS_MAX) add_cell(sheet);
  else if (is(name, "row") && sheet->filled && !sheet->stopped) {
    const char *cells[COLUMNS_MAX];
    for (uint32_t i = 0; i < sheet->width; i++) cells[i] = sheet->cells.bytes + sheet->offsets[i];
    sheet->stopped = !sheet->take(sheet->user, cells, sheet->width);
  }
}

static void cell_text(void *context, const char *text, size_t length) {
  Sheet *sheet = context;
  if (sheet->in_text) buffer_add(&sheet->value, text, length);
}

bool sheet_read(const Source *source, TableTake take, void *user, YhError *error) {
  Sheet *sheet = memory_resize(NULL, 1, sizeof *sheet);
  *sheet = (Sheet){.take = take, .user = user};
  bool good = true;
  sheet->part = zip_open(source, "xl/sharedStrings.xml", UNPACKED_MAX, error);
  if (sheet->part) {
    good = xml_parse(&(XmlHandler){string_start, string_end, string_text, sheet}, feed, sheet, error);
    zip_close(sheet->part);
  } else if (error->code) {
    good = false;
  }
  if (good) {
    sheet->part = zip_open(source, "xl/worksheets/sheet1.xml", UNPACKED_MAX, error);
    if (sheet->part) {
      good = xml_parse(&(XmlHandler){cell_start, cell_end, cell_text, sheet}, feed, sheet, error);
      zip_close(sheet->part);
    } else {
      good = error->code ? false : error_set(error, YH_EFORMAT, _("a zip archive, but no workbook in it"));
    }
  }
  buffer_free(&sheet->strings);
  buffer_free(&sheet->cells);
  buffer_free(&sheet->value);
  free(sheet->starts);
  free(sheet);
  return good;
}
#else
bool sheet_read(const Source *source, TableTake take, void *user, YhError *error) {
  (void)source, (void)take, (void)user;
  return error_set(error, YH_EUNSUPPORTED, _("this build cannot read workbooks: libarchive or libxml2 was missing"));
}
#endif
