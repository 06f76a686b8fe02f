/* pdf.c: the text layer of a PDF into paragraphs, through poppler. A page is lines at places: what repeats at its
 * edges is a header, footer or page number; a line that fills the column goes on in the next one, unless that one
 * is indented or stands apart. */
#include "reader.h"

#ifdef HAVE_POPPLER
#include "../text/join.h"
#include "../text/utf8.h"
#include "../text/buffer.h"
#include "../text/library.h"

#include <poppler.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(F) \
  F(poppler_document_new_from_bytes) F(poppler_document_get_n_pages) F(poppler_document_get_page) \
  F(poppler_page_get_text) F(poppler_page_get_text_layout) \
  F(g_object_unref) F(g_bytes_new_static) F(g_bytes_unref) F(g_free) F(g_clear_error) F(g_utf8_validate) F(g_utf8_make_valid)
LIBRARY(Poppler, poppler_load, POPPLER_SONAME, FUNCTIONS)

enum {
  MAX_PAGES = 5000,
  SCAN = 8 /* characters a page: fewer are no text layer */,
  EDGE = 3 /* lines at each edge of a page that may be a header or footer */
};

typedef struct Row { /* a line of a page */
  size_t start, end; /* in Pdf.text */
  double left, right, top, bottom;
  uint32_t page;
  uint32_t cells; /* divided by wide gaps, tabs in the text */
  uint64_t shape; /* hash of its text without digits and spaces, and of its height on the page */
  const char *reason;
} Row;

typedef struct Pdf {
  const Poppler *library;
  Buffer text;
  Row *rows;
  uint32_t count, room, pages;
  double left, right, height, gap; /* of the body: margins, height of a line, from one line's top to the next */
} Pdf;

/* The value that `percent` of the values are below. Reorders them. */
static double quantile(double *a, uint32_t count, uint32_t percent) {
  uint32_t low = 0, high = count ? count - 1 : 0;
  const uint32_t k = (uint32_t)((uint64_t)count * percent / 100);
  while (low < high) { /* Hoare's selection */
    const double pivot = a[low + (high - low) / 2];
    uint32_t i = low, j = high;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i > j) break;
      const double t = a[i];
      a[i++] = a[j];
      a[j] = t;
      if (!j) break;
      j--;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return count ? a[k] : 0;
}

static uint64_t shape_of(const char *text, size_t length, double top) {
  uint64_t hash = 0xCBF29CE484222325u ^ (uint64_t)(top > 0 && top < 1e6 ? top / 4 : 0);
  for (size_t i = 0; i < length; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (c <= ' ' || (c >= '0' && c <= '9')) continue;
    hash = (hash ^ c) * 0x100000001B3u;
  }
  return hash;
}

static void add_row(Pdf *pdf, Row row) {
  const char *text = pdf->text.bytes + row.start;
  size_t length = row.end - row.start;
  while (length && text[length - 1] == ' ') length--;
  if (!length) return;
  row.end = row.start + length;
  Row *last = pdf->count ? &pdf->rows[pdf->count - 1] : NULL;
  if (last && last->page == row.page && row.left >= last->right && row.top - last->top < 2 && last->top - row.top < 2) {
    /* a wide space within one line: poppler takes the two for columns */
    Buffer piece = {0};
    buffer_add(&piece, text, length);
    pdf->text.length = last->end;
    buffer_add(&pdf->text, "\t", 1);
    buffer_add(&pdf->text, piece.bytes, length);
    buffer_free(&piece);
    last->end = pdf->text.length;
    last->right = row.right;
    last->cells += row.cells;
    if (row.bottom > last->bottom) last->bottom = row.bottom;
    last->shape = shape_of(pdf->text.bytes + last->start, last->end - last->start, last->top);
    return;
  }
  row.shape = shape_of(text, length, row.top);
  pdf->rows = memory_room(pdf->rows, pdf->count, &pdf->room, sizeof *pdf->rows);
  pdf->rows[pdf->count++] = row;
}

/* poppler gives the text of a page, and a rectangle for each character of it. */
static void add_page(Pdf *pdf, PopplerPage *page, uint32_t number) {
  const Poppler *library = pdf->library;
  char *text = library->poppler_page_get_text(page);
  if (text && !library->g_utf8_validate(text, -1, NULL)) { /* a font's map may name surrogates */
    char *valid = library->g_utf8_make_valid(text, -1);
    (library->g_free)(text);
    text = valid;
  }
  PopplerRectangle *rectangles = NULL;
  guint count = 0;
  if (!text || !library->poppler_page_get_text_layout(page, &rectangles, &count)) {
    (library->g_free)(text);
    return;
  }
  Row row = {.start = pdf->text.length, .page = number, .cells = 1};
  bool begun = false;
  guint i = 0;
  for (const char *p = text; *p && i < count; i++) {
    uint32_t n, c = utf8_decode(p, &n);
    if (c == '\n') {
      row.end = pdf->text.length;
      add_row(pdf, row);
      row = (Row){.start = pdf->text.length, .page = number, .cells = 1};
      begun = false;
    } else {
      const PopplerRectangle *r = &rectangles[i];
      if (!utf8_is_space(c)) {
        if (begun && r->x1 - row.right > 1.2 * (r->y2 - r->y1)) {
          while (pdf->text.length > row.start && pdf->text.bytes[pdf->text.length - 1] == ' ') pdf->text.length--;
          buffer_add(&pdf->text, "\t", 1);
          row.cells++;
        }
        if (!begun || r->x1 < row.left) row.left = r->x1;
        if (!begun || r->x2 > row.right) row.right = r->x2;
        if (!begun || r->y1 < row.top) row.top = r->y1;
        if (!begun || r->y2 > row.bottom) row.bottom = r->y2;
        begun = true;
      }
      buffer_add(&pdf->text, p, n);
    }
    p += n;
  }
  row.end = pdf->text.length;
  add_row(pdf, row);
  (library->g_free)(rectangles); /* in brackets: newer versions of glib have a macro of that name */
  (library->g_free)(text);
}

static int compare_shapes(const void *a, const void *b) {
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static bool is_number_only(const Pdf *pdf, const Row *row) { /* 12, - 12 -, 第 12 页, 3/20 */
  bool digit = false;
  for (size_t i = row->start; i < row->end;) {
    uint32_t n, c = utf8_decode(pdf->text.bytes + i, &n);
    i += n;
    if (utf8_is_digit(c)) digit = true;
    else if (!utf8_is_space(c) && c != '-' && c != 0x2014 && c != 0x2013 && c != '/' && c != 0x7B2C && c != 0x9875 &&
             c != 0x5171 && c != 0xB7)
      return false;
  }
  return digit;
}

static bool comes_again(const uint64_t *shapes, uint32_t count, uint64_t shape, uint32_t bar) {
  uint32_t low = 0, high = count;
  while (low < high) {
    const uint32_t m = low + (high - low) / 2;
    if (shapes[m] < shape) low = m + 1;
    else high = m;
  }
  uint32_t same = 0;
  while (same < bar && low + same < count && shapes[low + same] == shape) same++;
  return same >= bar;
}

/* Marks the lines from one edge of a page inwards, as long as they are headers or page numbers. */
static void mark_edge(Pdf *pdf, const uint64_t *shapes, uint32_t count, int64_t from, int64_t to, int step) {
  const uint32_t bar = pdf->pages / 3 > 2 ? pdf->pages / 3 : 2;
  for (int64_t i = from; i != to && i != from + step * EDGE; i += step) {
    Row *row = &pdf->rows[i];
    if (row->reason) return;
    const char *text = pdf->text.bytes + row->start;
    if (memmem(text, row->end - row->start, "，", 3) || memmem(text, row->end - row->start, "。", 3)) return;
    if (is_number_only(pdf, row)) row->reason = "page-number";
    else if (comes_again(shapes, count, row->shape, bar)) row->reason = "page-header";
    else return;
  }
}

/* Headers and footers stand at the same height of their pages with the same text, but for numbers. */
static void mark_edges(Pdf *pdf) {
  uint64_t *shapes = memory_resize(NULL, (size_t)pdf->count + 1, sizeof *shapes);
  uint32_t count = 0;
  for (uint32_t first = 0, last; first < pdf->count; first = last) {
    for (last = first; last < pdf->count && pdf->rows[last].page == pdf->rows[first].page; last++) continue;
    for (uint32_t i = first; i < last; i++)
      if (i - first < EDGE || last - i <= EDGE) shapes[count++] = pdf->rows[i].shape;
  }
  qsort(shapes, count, sizeof *shapes, compare_shapes);
  for (uint32_t first = 0, last; first < pdf->count; first = last) {
    for (last = first; last < pdf->count && pdf->rows[last].page == pdf->rows[first].page; last++) continue;
    mark_edge(pdf, shapes, count, first, last, 1);
    mark_edge(pdf, shapes, count, (int64_t)last - 1, (int64_t)first - 1, -1);
  }
  free(shapes);
}

/* Margins and line spacing that most body lines share. */
static void measure(Pdf *pdf) {
  double *values = memory_resize(NULL, (size_t)pdf->count + 1, sizeof *values);
  uint32_t count = 0, gaps = 0;
  for (uint32_t i = 0; i < pdf->count; i++)
    if (!pdf->rows[i].reason) values[count++] = pdf->rows[i].bottom - pdf->rows[i].top;
  pdf->height = quantile(values, count, 50);
  if (pdf->height <= 0) pdf->height = 1;
  count = 0;
  for (uint32_t i = 0; i < pdf->count; i++)
    if (!pdf->rows[i].reason && pdf->rows[i].right - pdf->rows[i].left > 12 * pdf->height)
      values[count++] = pdf->rows[i].left;
  pdf->left = quantile(values, count, 50);
  for (uint32_t i = 0; i < count; i++) /* where paragraphs are short, the middle line may be an indented one */
    if (values[i] < pdf->left && pdf->left - values[i] < 3 * pdf->height) pdf->left = values[i];
  pdf->right = 0;
  for (uint32_t i = 0; i < pdf->count; i++)
    if (!pdf->rows[i].reason && pdf->rows[i].right > pdf->right) pdf->right = pdf->rows[i].right;
  for (uint32_t i = 1; i < pdf->count; i++)
    if (pdf->rows[i].page == pdf->rows[i - 1].page && !pdf->rows[i].reason &&
        pdf->rows[i].top > pdf->rows[i - 1].top + 0.8 * pdf->height)
      values[gaps++] = pdf->rows[i].top - pdf->rows[i - 1].top;
  pdf->gap = quantile(values, gaps, 20); /* where paragraphs are short, most gaps are between them */
  free(values);
}

/* Rows with cells that follow each other are a table; a single one is a line with a wide space. */
static bool is_table_row(const Pdf *pdf, const Row *row) {
  const size_t i = (size_t)(row - pdf->rows);
  if (row->cells < 2 || row->reason) return false;
  return (i > 0 && row[-1].cells > 1 && row[-1].page == row->page) ||
         (i + 1 < pdf->count && row[1].cells > 1 && row[1].page == row->page);
}

/* How much of a line the start of the next one would have taken: a number is not broken, nor is a mark parted from
 * its character. */
static double unbroken(const Pdf *pdf, const Row *next) {
  double width = 0;
  for (size_t i = next->start; i < next->end;) {
    uint32_t n, c = utf8_decode(pdf->text.bytes + i, &n);
    i += n;
    if (utf8_is_han(c)) break;
    width += c < 0x80 ? pdf->height / 2 : pdf->height;
  }
  return width;
}

/* Whether a sentence ends with the line and an item begins with the next. 二是 may well begin a line by chance. */
static bool begins_item(const Pdf *pdf, const Row *row, const Row *next) {
  const char *end = pdf->text.bytes + row->end, *text = pdf->text.bytes + next->start;
  if (row->end - row->start < 3 || memcmp(end - 3, "。", 3) != 0) return false;
  const size_t mark = join_marker(text, next->end - next->start);
  if (!mark || mark == next->end - next->start) return false;
  const bool run_in = mark >= 3 && (memcmp(text + mark - 3, "是", 3) == 0 || memcmp(text + mark - 3, "要", 3) == 0);
  return !run_in || next->page != row->page;
}

static bool goes_on(const Pdf *pdf, const Row *row, const Row *next) {
  if (is_table_row(pdf, row) || is_table_row(pdf, next)) return false;
  if (begins_item(pdf, row, next)) return false;
  if (row->right < pdf->right - 2.2 * pdf->height - unbroken(pdf, next)) return false; /* not filled */
  if (next->left > pdf->left + 1.2 * pdf->height) return false;                        /* indented or centred */
  if (next->page == row->page)
    return next->top - row->top < 1.35 * pdf->gap && next->top > row->top; /* not set apart */
  return next->page == row->page + 1;
}

static void add_paragraphs(Pdf *pdf, Document *document) {
  Buffer paragraph = {0};
  const Row *last = NULL;
  uint32_t number = 0;
  for (uint32_t i = 0; i <= pdf->count; i++) {
    const Row *row = i < pdf->count ? &pdf->rows[i] : NULL;
    const char *text = row ? pdf->text.bytes + row->start : NULL;
    if (row && row->reason) {
      document_add(document, text, row->end - row->start, number + 1, LINE_NOISE, 0, row->reason);
      continue;
    }
    if (last && (!row || !goes_on(pdf, last, row))) {
      document_add(document, paragraph.bytes, paragraph.length, ++number,
                   is_table_row(pdf, last) ? LINE_ROW : LINE_TEXT, 0, NULL);
      paragraph.length = 0;
    }
    if (!row) break;
    if (paragraph.length && utf8_is_letter((unsigned char)text[0]) &&
        utf8_is_letter((unsigned char)paragraph.bytes[paragraph.length - 1]))
      buffer_add(&paragraph, " ", 1);
    buffer_add(&paragraph, text, row->end - row->start);
    last = row;
  }
  buffer_free(&paragraph);
}

/* A scan has no text, or its page numbers and a stamp only. */
static bool check_text(const Pdf *pdf, YhError *error) {
  size_t characters = 0;
  for (uint32_t i = 0; i < pdf->count; i++)
    if (!pdf->rows[i].reason)
      characters += utf8_count(pdf->text.bytes + pdf->rows[i].start, pdf->rows[i].end - pdf->rows[i].start);
  if (pdf->count && characters >= SCAN * pdf->pages) return true;
  return error_set(error, YH_EEMPTY,
                   characters ? _("hardly a text layer (pages: %u): a scan? Its text must be recognised (OCR) first")
                              : _("no text layer (pages: %u): a scan? Its text must be recognised (OCR) first"),
                   pdf->pages);
}

static bool read_pages(Pdf *pdf, PopplerDocument *poppler, size_t max_text, YhError *error) {
  const Poppler *p = pdf->library;
  const int pages = p->poppler_document_get_n_pages(poppler);
  if (pages > MAX_PAGES) return error_set(error, YH_ELIMIT, _("%d pages, the limit is %d"), pages, MAX_PAGES);
  pdf->pages = pages > 0 ? (uint32_t)pages : 0;
  for (int i = 0; i < pages; i++) {
    PopplerPage *page = p->poppler_document_get_page(poppler, i);
    if (!page) continue;
    add_page(pdf, page, (uint32_t)i);
    p->g_object_unref(page);
    if (pdf->text.length > max_text)
      return error_set(error, YH_ELIMIT, _("holds more than %zu MiB of text"), max_text >> 20);
  }
  return true;
}

Document *pdf_read(const Source *source, YhError *error) {
  const char *missing;
  const Poppler *p = poppler_load(&missing);
  if (!p) {
    error_set(error, YH_EUNSUPPORTED, _("a PDF, which needs poppler: %s"), missing);
    return NULL;
  }
  GError *why = NULL;
  GBytes *bytes = p->g_bytes_new_static(source->bytes, source->length);
  PopplerDocument *poppler = p->poppler_document_new_from_bytes(bytes, NULL, &why);
  if (!poppler) {
    if (why && why->code == POPPLER_ERROR_ENCRYPTED) error_set(error, YH_EFORMAT, _("a PDF locked with a password"));
    else error_set(error, YH_EREAD, _("a damaged PDF: %s"), why ? why->message : _("unknown error"));
    p->g_clear_error(&why);
    p->g_bytes_unref(bytes);
    return NULL;
  }
  Pdf pdf = {.library = p};
  Document *document = NULL;
  bool ok = read_pages(&pdf, poppler, source->max_text, error);
  if (ok) {
    mark_edges(&pdf);
    ok = check_text(&pdf, error);
  }
  if (ok) {
    document = document_new(source->path, "pdf", "utf-8");
    measure(&pdf);
    add_paragraphs(&pdf, document);
  }
  buffer_free(&pdf.text);
  free(pdf.rows);
  p->g_object_unref(poppler);
  p->g_bytes_unref(bytes);
  return document;
}
#endif
