/* docx.c: a Word document into lines: paragraphs, headings by style, numbers that Word would write, tables row by
 * row, foot- and endnotes. Text boxes are read once, tracked changes as if accepted, hidden text as noise. */
#include "reader.h"

#if defined(HAVE_LIBARCHIVE) && defined(HAVE_LIBXML2)
#include "../text/residue.h"
#include "../text/buffer.h"
#include "numbering.h"
#include "xml.h"

#include <string.h>

enum { NESTED = 8, XML_RATIO = 16 }; /* paragraphs within paragraphs (text boxes); XML around each byte of text */

typedef struct Para {
  Buffer text;
  char style[64];
  int list, level, outline; /* -1: not said */
  uint32_t number;
  bool goes_on; /* its end was deleted: the next paragraph continues it */
} Para;

typedef struct CellPara { /* a paragraph of a table row, while the row is open */
  size_t start, end;      /* in Docx.row */
  uint32_t number;
  int cell;
} CellPara;

typedef struct Docx {
  Document *document;
  Numbering *numbering;
  ZipPart *part;
  Para paras[NESTED];
  int para_depth, extra; /* `extra`: paragraphs open beyond NESTED */
  int skip;              /* open elements within one that is not read */
  bool in_properties, in_run, in_text, hidden, superscript, notes;
  int table_depth, cell;
  Buffer row;
  CellPara *cell_paras;
  uint32_t cell_count, cell_room;
  uint32_t number; /* paragraphs so far */
  size_t taken, max_text;
} Docx;

static bool is(const char *a, const char *b) {
  return strcmp(a, b) == 0;
}

static bool is_on(XmlAttributes attributes) { /* <w:vanish/>, <w:vanish w:val="0"/> */
  char value[8];
  return !xml_attribute(attributes, "val", value, sizeof value) || !(is(value, "0") || is(value, "false"));
}

/* Parts that hold no text of the document, or text of an earlier version of it. */
static bool is_skipped(const char *name) {
  static const char *const NAMES[] = {"del",         "moveFrom", "Fallback",       "pPrChange",  "rPrChange",
                                      "tblPrChange", "sectPr",   "trPrChange",     "tcPrChange", "instrText",
                                      "sdtPr",       "rt",       "numberingChange"};
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
    if (is(name, NAMES[i])) return true;
  return false;
}

static Para *open_para(Docx *docx) {
  return docx->para_depth ? &docx->paras[docx->para_depth - 1] : NULL;
}

static void begin_para(Docx *docx) {
  docx->number++;
  if (docx->para_depth == NESTED) {
    docx->extra++;
    return;
  }
  Para *para = &docx->paras[docx->para_depth++];
  if (!para->goes_on) para->text.length = 0;
  para->goes_on = false;
  para->style[0] = 0;
  para->list = para->level = para->outline = -1;
  para->number = docx->number;
}

/* One line of the document for each line of the text: Word's own line breaks stand as line feeds in it. */
static void add_lines(Docx *docx, const char *text, size_t length, uint32_t number, LineKind kind, int level,
                      const char *reason) {
  for (const char *p = text, *end = text + length; p < end;) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    if (!stop) stop = end;
    if (stop > p) document_add(docx->document, p, (size_t)(stop - p), number, kind, (uint8_t)level, reason);
    p = stop + 1;
  }
}

static void add_para(Docx *docx, Para *para) {
  int level = para->level < 0 ? 0 : para->level, style_level = 0;
  const int style_list = numbering_style_list(docx->numbering, para->style, &style_level);
  const int list = para->list >= 0 ? para->list : style_list;
  if (para->level < 0) level = style_level;
  char mark[256];
  const size_t mark_length = list > 0 ? numbering_next(docx->numbering, list, level, mark, sizeof mark) : 0;
  if (!para->text.length) return;
  Buffer text = {0};
  buffer_add(&text, mark, mark_length);
  buffer_add(&text, para->text.bytes, para->text.length);
  int heading = numbering_heading(docx->numbering, para->style);
  if (para->outline >= 0) heading = para->outline < 9 ? para->outline + 1 : 0;
  if (docx->notes) add_lines(docx, text.bytes, text.length, para->number, LINE_NOTE, 0, NULL);
  else if (numbering_is_contents(docx->numbering, para->style))
    add_lines(docx, text.bytes, text.length, para->number, LINE_NOISE, 0, "contents");
  else if (heading) add_lines(docx, text.bytes, text.length, para->number, LINE_HEADING, heading, NULL);
  else add_lines(docx, text.bytes, text.length, para->number, LINE_TEXT, 0, NULL);
  buffer_free(&text);
}

static void add_to_row(Docx *docx, const Para *para) {
  docx->cell_paras = memory_room(docx->cell_paras, docx->cell_count, &docx->cell_room, sizeof *docx->cell_paras);
  const size_t start = docx->row.length;
  buffer_add(&docx->row, para->text.bytes, para->text.length);
  docx->cell_paras[docx->cell_count++] = (CellPara){start, docx->row.length, para->number, docx->cell};
}

static void end_para(Docx *docx) {
  if (docx->extra) {
    docx->extra--;
    return;
  }
  if (!docx->para_depth) return;
  Para *para = &docx->paras[--docx->para_depth];
  if (para->goes_on) return;
  if (docx->table_depth) add_to_row(docx, para);
  else add_para(docx, para);
}

/* A row with one cell is layout: its paragraphs are the document's own. */
static void end_row(Docx *docx) {
  if (docx->cell <= 1) {
    for (uint32_t i = 0; i < docx->cell_count; i++) {
      const CellPara *para = &docx->cell_paras[i];
      add_lines(docx, docx->row.bytes + para->start, para->end - para->start, para->number, LINE_TEXT, 0, NULL);
    }
  } else if (docx->cell_count) {
    Buffer line = {0};
    int cell = 1;
    for (uint32_t i = 0; i < docx->cell_count; i++) {
      const CellPara *para = &docx->cell_paras[i];
      const bool same = cell == para->cell && line.length && line.bytes[line.length - 1] != '\t';
      for (; cell < para->cell; cell++) buffer_add(&line, "\t", 1);
      if (same && para->end > para->start) buffer_add(&line, " ", 1);
      for (size_t k = para->start; k < para->end; k++) {
        const char c = docx->row.bytes[k];
        buffer_add(&line, c == '\t' || c == '\n' ? " " : &c, 1);
      }
    }
    for (; cell < docx->cell; cell++) buffer_add(&line, "\t", 1);
    bool blank = true;
    for (size_t k = 0; k < line.length && blank; k++) blank = line.bytes[k] == '\t' || line.bytes[k] == ' ';
    if (!blank) document_add(docx->document, line.bytes, line.length, docx->cell_paras[0].number, LINE_ROW, 0, NULL);
    buffer_free(&line);
  }
  docx->cell_count = 0;
  docx->row.length = 0;
  docx->cell = 0;
}

static void add_text(Docx *docx, const char *text, size_t length) {
  Para *para = open_para(docx);
  if (!para) return;
  docx->taken += length;
  if (docx->taken > docx->max_text) return; /* the feed ends it */
  if (docx->hidden) document_add(docx->document, text, length, para->number, LINE_NOISE, 0, "hidden");
  else if (docx->superscript && residue_is_superscript(text, length, &para->text)) {
    buffer_add(&para->text, "［", 3);
    buffer_add(&para->text, text, length);
    buffer_add(&para->text, "］", 3);
  } else buffer_add(&para->text, text, length);
}

static void start_property(Para *para, const char *name, XmlAttributes attributes) {
  if (is(name, "pStyle")) xml_attribute(attributes, "val", para->style, sizeof para->style);
  else if (is(name, "numId")) para->list = xml_number(attributes, "val", -1);
  else if (is(name, "ilvl")) para->level = xml_number(attributes, "val", -1);
  else if (is(name, "outlineLvl")) para->outline = xml_number(attributes, "val", -1);
}

static void on_start(void *context, const char *name, XmlAttributes attributes) {
  Docx *docx = context;
  Para *para = open_para(docx);
  if (docx->skip) {
    docx->skip++;
    return;
  }
  if (is_skipped(name)) {
    if (docx->in_properties && para && is(name, "del")) para->goes_on = true;
    docx->skip = 1;
    return;
  }
  if (is(name, "p")) begin_para(docx);
  else if (is(name, "pPr")) docx->in_properties = true;
  else if (docx->in_properties && para) start_property(para, name, attributes);
  else if (is(name, "r")) docx->in_run = true, docx->hidden = docx->superscript = false;
  else if (is(name, "t")) docx->in_text = true;
  else if (is(name, "vanish")) docx->hidden = docx->in_run && is_on(attributes);
  else if (is(name, "vertAlign") && docx->in_run) {
    char value[16] = "";
    xml_attribute(attributes, "val", value, sizeof value);
    docx->superscript = is(value, "superscript");
  } else if (is(name, "tab") && docx->in_run) add_text(docx, "\t", 1);
  else if (is(name, "noBreakHyphen")) add_text(docx, "-", 1);
  else if (is(name, "br") || is(name, "cr")) add_text(docx, "\n", 1);
  else if (is(name, "tbl")) docx->table_depth++;
  else if (is(name, "tc") && docx->table_depth == 1) docx->cell++;
  else if (is(name, "footnote") || is(name, "endnote")) {
    char type[24];
    if (xml_attribute(attributes, "type", type, sizeof type) && !is(type, "normal")) docx->skip = 1;
  }
}

static void on_end(void *context, const char *name) {
  Docx *docx = context;
  if (docx->skip) {
    docx->skip--;
    return;
  }
  if (is(name, "t")) docx->in_text = false;
  else if (is(name, "p")) end_para(docx);
  else if (is(name, "pPr")) docx->in_properties = false;
  else if (is(name, "r")) docx->in_run = docx->hidden = docx->superscript = false;
  else if (is(name, "tr") && docx->table_depth == 1) end_row(docx);
  else if (is(name, "tbl") && docx->table_depth) docx->table_depth--;
}

static void on_text(void *context, const char *text, size_t length) {
  Docx *docx = context;
  if (!docx->skip && docx->in_text) add_text(docx, text, length);
}

/* The XML of a part, until the text in it is more than the caller wants. */
static long feed(void *stream, const void **bytes, YhError *error) {
  Docx *docx = stream;
  if (docx->taken > docx->max_text) {
    error_set(error, YH_ELIMIT, _("holds more than %zu MiB of text"), docx->max_text >> 20);
    return -1;
  }
  return zip_read(docx->part, bytes, error);
}

/* false with error->code YH_OK: there is no such part. */
static bool read_part(Docx *docx, const Source *source, const char *name, YhError *error) {
  docx->part = zip_open(source, name, source->max_text * XML_RATIO, error);
  if (!docx->part) return false;
  const XmlHandler handler = {.start = on_start, .end = on_end, .text = on_text, .context = docx};
  const bool ok = xml_parse(&handler, feed, docx, error);
  zip_close(docx->part);
  return ok;
}

static bool has_part(const Source *source, const char *name) {
  YhError error;
  ZipPart *part = zip_open(source, name, 1, &error);
  zip_close(part);
  return part != NULL;
}

/* What a zip archive is that holds no Word document. */
static bool other_archive(const Source *source, YhError *error) {
  if (has_part(source, "xl/workbook.xml")) return error_set(error, YH_EFORMAT, _("an Excel workbook: save it as csv"));
  if (has_part(source, "ppt/presentation.xml")) return error_set(error, YH_EFORMAT, _("slides, no report"));
  if (has_part(source, "content.xml")) return error_set(error, YH_EFORMAT, _("an OpenDocument text: save it as docx"));
  return error_set(error, YH_EFORMAT, _("a zip archive, but no Word document in it"));
}

static bool read_parts(Docx *docx, const Source *source, YhError *error) {
  docx->numbering = numbering_read(source, source->max_text * XML_RATIO, error);
  if (!docx->numbering) return false;
  if (!read_part(docx, source, "word/document.xml", error)) return error->code ? false : other_archive(source, error);
  docx->notes = true;
  if (!read_part(docx, source, "word/footnotes.xml", error) && error->code) return false;
  return read_part(docx, source, "word/endnotes.xml", error) || !error->code;
}

Document *docx_read(const Source *source, YhError *error) {
  Docx docx = {.document = document_new(source->path, "docx", "utf-8"), .max_text = source->max_text};
  const bool ok = read_parts(&docx, source, error);
  for (int i = 0; i < NESTED; i++) buffer_free(&docx.paras[i].text);
  buffer_free(&docx.row);
  free(docx.cell_paras);
  numbering_free(docx.numbering);
  if (ok) return docx.document;
  document_free(docx.document);
  return NULL;
}
#endif
