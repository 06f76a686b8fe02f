/* html.c: a web page into blocks of text, through libxml2's HTML parser; article.c chooses among them. */
#include "reader.h"

#ifdef HAVE_LIBXML2
#include "../text/residue.h"
#include "../text/utf8.h"
#include "article.h"
#include "numeral.h"
#include "xml.h"

#include <string.h>
#include <strings.h>

enum { MAX_DEPTH = 512, MAX_RATIO = 4 /* markup around each byte of text */, CELL = 400 /* bytes */ };

typedef struct Open {    /* an open element that counts */
  uint32_t first, prose; /* block and running text where it began */
  bool container, table;
  uint32_t rows, last_row; /* tables: rows with two cells or more, and where the open one began */
  bool layout;
  bool list;            /* ul, ol */
  const char *counting; /* ol: the numeral_write format */
  int item;             /* number of its last li */
} Open;

typedef struct Row {
  uint32_t first, last, cells;
  int table; /* depth of its table */
} Row;

typedef struct Html {
  Page page;
  Open open[MAX_DEPTH];
  int depth, skip, navigation, links, table;
  uint32_t prose, cell, number, linked;
  size_t start;       /* of the open block in page.text */
  size_t superscript; /* where a <sup> began in it */
  char marker[40];    /* of a list item whose text has not begun */
  int heading;
  bool pre, space, stopped, deep;
  Row *rows;
  uint32_t row_count, row_room;
  const Xml *xml;
  htmlParserCtxtPtr parser;
} Html;

static bool is(const char *a, const char *b) {
  return strcmp(a, b) == 0;
}

static bool is_one_of(const char *name, const char *const *names) {
  for (; *names; names++)
    if (is(name, *names)) return true;
  return false;
}

static const char *const SKIPPED[] = {"script", "style",  "noscript", "template", "svg",   "iframe", "select",
                                      "object", "button", "textarea", "title",    "audio", "video",  NULL};
static const char *const NAVIGATION[] = {"nav", "footer", "aside", NULL};
static const char *const CONTAINERS[] = {"div", "article", "main", "section", "td", "body", "center", "form", NULL};
static const char *const BLOCKS[] = {
    "p",        "div",     "h1",    "h2",     "h3",         "h4",      "h5",         "h6",   "li",
    "ul",       "ol",      "dl",    "dt",     "dd",         "table",   "tr",         "td",   "th",
    "br",       "hr",      "td",    "pre",    "section",    "article", "blockquote", "main", "header",
    "nav",      "footer",  "aside", "figure", "figcaption", "center",  "form",       "body", "head",
    "fieldset", "caption", "tbody", "thead",  "tfoot",      "address", "option",     NULL};

/* Ends the open block: trims it, and keeps it unless it is blank. */
static void end_block(Html *html) {
  Page *page = &html->page;
  const char *text = page->text.bytes ? page->text.bytes + html->start : "";
  size_t length = page->text.length - html->start;
  while (length && (text[length - 1] == ' ' || text[length - 1] == '\t')) length--;
  bool blank = true;
  for (size_t i = 0; i < length && blank;) {
    uint32_t n;
    blank = utf8_is_space(utf8_decode(text + i, &n));
    i += n;
  }
  html->space = false;
  const uint32_t linked = html->linked;
  html->linked = 0;
  if (blank) {
    page->text.length = html->start;
    return;
  }
  page->text.length = html->start + length;
  page->blocks = memory_room(page->blocks, page->block_count, &page->block_room, sizeof *page->blocks);
  Block *block = &page->blocks[page->block_count++];
  *block = (Block){.start = html->start,
                   .end = page->text.length,
                   .characters = utf8_count(text, length),
                   .linked = linked,
                   .number = ++html->number,
                   .kind = html->heading ? LINE_HEADING : LINE_TEXT,
                   .level = (uint8_t)html->heading,
                   .cell = html->cell};
  block->prose = block_has(page, block, "，") || block_has(page, block, "。");
  if (html->navigation) block->kind = LINE_NOISE, block->reason = "navigation";
  else if (block->prose && block->linked * 2 <= block->characters) html->prose += block->characters;
  html->start = page->text.length;
}

static void add_row(Html *html, Open *table) {
  html->rows = memory_room(html->rows, html->row_count, &html->row_room, sizeof *html->rows);
  html->rows[html->row_count++] =
      (Row){.first = table->last_row, .last = html->page.block_count, .cells = html->cell, .table = html->table};
  table->rows += html->cell >= 2;
}

static Open *open_table(Html *html) {
  for (int i = html->depth - 1; i >= 0; i--)
    if (html->open[i].table) return &html->open[i];
  return NULL;
}

/* One line for the row's blocks, cells divided by tabs. The text is written anew at the end of the page's text. */
static void merge_row(Html *html, const Row *row) {
  Page *page = &html->page;
  if (row->first == row->last) return;
  Block *into = &page->blocks[row->first];
  const size_t start = page->text.length;
  uint32_t cell = 1, characters = 0, linked = 0;
  for (uint32_t i = row->first; i < row->last; i++) {
    const Block *block = &page->blocks[i];
    if (i > row->first && block->cell == cell) buffer_add(&page->text, " ", 1);
    for (; cell < block->cell; cell++) buffer_add(&page->text, "\t", 1);
    const size_t length = block->end - block->start;
    Buffer piece = {0};
    buffer_add(&piece, page->text.bytes + block->start, length);
    buffer_add(&page->text, piece.bytes, length);
    buffer_free(&piece);
    characters += block->characters;
    linked += block->linked;
  }
  for (; cell < row->cells; cell++) buffer_add(&page->text, "\t", 1);
  into->start = start;
  into->end = page->text.length;
  into->characters = characters;
  into->linked = linked;
  into->kind = LINE_ROW;
  for (uint32_t i = row->first + 1; i < row->last; i++) page->blocks[i].start = page->blocks[i].end = 0;
}

/* At the end of a table: rows of short cells are rows; a table that holds paragraphs is layout. */
static void end_table(Html *html, const Open *table) {
  bool layout = table->layout || table->rows < 2;
  uint32_t from = html->row_count;
  while (from && html->rows[from - 1].table == html->table) from--;
  for (uint32_t i = from; i < html->row_count && !layout; i++)
    for (uint32_t k = html->rows[i].first; k < html->rows[i].last && !layout; k++) {
      const Block *block = &html->page.blocks[k];
      layout = block->end - block->start > CELL || block->kind != LINE_TEXT;
    }
  for (uint32_t i = from; i < html->row_count && !layout; i++)
    if (html->rows[i].cells >= 2) merge_row(html, &html->rows[i]);
  html->row_count = from;
  html->start = html->page.text.length;
}

static bool is_hidden(const xmlChar **attributes) {
  for (; attributes && attributes[0]; attributes += 2) {
    const char *name = (const char *)attributes[0], *value = (const char *)attributes[1];
    if (is(name, "hidden")) return true;
    if (!value || !is(name, "style")) continue;
    const char *p = strcasestr(value, "display");
    if (!p) continue;
    p += strlen("display");
    while (*p == ' ' || *p == ':') p++;
    if (strncasecmp(p, "none", 4) == 0) return true;
  }
  return false;
}

static const char *value_of(const xmlChar **attributes, const char *name) {
  for (; attributes && attributes[0]; attributes += 2)
    if (is((const char *)attributes[0], name)) return attributes[1] ? (const char *)attributes[1] : "";
  return "";
}

static void start_list(Open *open, const char *name, const xmlChar **attributes) {
  open->list = true;
  if (!is(name, "ol")) return;
  const char *type = value_of(attributes, "type"), *start = value_of(attributes, "start");
  open->counting = is(type, "a")   ? "lowerLetter"
                   : is(type, "A") ? "upperLetter"
                   : is(type, "i") ? "lowerRoman"
                   : is(type, "I") ? "upperRoman"
                                   : "decimal";
  open->item = start[0] ? atoi(start) - 1 : 0;
}

static void start_item(Html *html) {
  int i = html->depth - 1;
  while (i >= 0 && !html->open[i].list) i--;
  if (i < 0 || !html->open[i].counting) return;
  Open *list = &html->open[i];
  if (list->item < 10000) list->item++;
  const size_t length = numeral_write(list->counting, list->item, html->marker, sizeof html->marker - 2);
  strcpy(html->marker + length, ".");
}

/* A note mark is put in brackets, where the cleaner knows it for one. */
static void end_superscript(Html *html) {
  Buffer *out = &html->page.text;
  if (html->superscript < html->start || html->superscript >= out->length) return;
  const Buffer before = {.bytes = out->bytes, .length = html->superscript > html->start ? html->superscript : 0};
  char mark[32];
  const size_t length = out->length - html->superscript;
  if (length >= sizeof mark) return;
  memcpy(mark, out->bytes + html->superscript, length);
  if (!residue_is_superscript(mark, length, &before)) return;
  out->length = html->superscript;
  buffer_add(out, "［", 3);
  buffer_add(out, mark, length);
  buffer_add(out, "］", 3);
}

static void stop(Html *html) {
  html->deep = html->stopped = true;
  html->xml->xmlStopParser(html->parser);
}

static void on_start(void *context, const xmlChar *xml_name, const xmlChar **attributes) {
  Html *html = context;
  const char *name = (const char *)xml_name;
  if (html->stopped) return;
  if (html->depth == MAX_DEPTH) {
    stop(html);
    return;
  }
  Open *open = &html->open[html->depth++];
  *open = (Open){.first = html->page.block_count, .prose = html->prose};
  if (html->skip || is_one_of(name, SKIPPED) || is_hidden(attributes)) {
    html->skip++;
    return;
  }
  if (is(name, "a")) html->links++;
  if (is(name, "sup")) html->superscript = html->page.text.length;
  if (!is_one_of(name, BLOCKS)) return;
  end_block(html);
  open->first = html->page.block_count;
  open->prose = html->prose;
  open->container = is_one_of(name, CONTAINERS);
  if (is_one_of(name, NAVIGATION)) html->navigation++;
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2]) html->heading = name[1] - '0';
  if (is(name, "pre")) html->pre = true;
  if (is(name, "ol") || is(name, "ul")) start_list(open, name, attributes);
  if (is(name, "li")) start_item(html);
  if (is(name, "table")) {
    Open *outer = open_table(html);
    if (outer) outer->layout = true;
    open->table = true;
    html->table++;
    html->cell = 0;
  } else if (is(name, "tr")) {
    Open *table = open_table(html);
    if (table) table->last_row = html->page.block_count;
    html->cell = 0;
  } else if (is(name, "td") || is(name, "th")) {
    html->cell++;
  }
}

static void on_end(void *context, const xmlChar *xml_name) {
  Html *html = context;
  const char *name = (const char *)xml_name;
  if (html->stopped || !html->depth) return;
  const Open open = html->open[--html->depth];
  if (html->skip) {
    html->skip--;
    return;
  }
  if (is(name, "a") && html->links) html->links--;
  if (is(name, "sup")) end_superscript(html);
  if (!is_one_of(name, BLOCKS)) return;
  end_block(html);
  Page *page = &html->page;
  if (open.container && page->block_count > open.first && html->prose > open.prose) {
    page->containers =
        memory_room(page->containers, page->container_count, &page->container_room, sizeof *page->containers);
    page->containers[page->container_count++] = (Container){open.first, page->block_count, html->prose - open.prose};
  }
  if (is_one_of(name, NAVIGATION) && html->navigation) html->navigation--;
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2]) html->heading = 0;
  if (is(name, "pre")) html->pre = false;
  if (is(name, "li")) html->marker[0] = 0;
  Open *table = open_table(html);
  if (is(name, "tr") && table) add_row(html, table);
  if (is(name, "table")) {
    end_table(html, &open);
    html->table--;
    html->cell = 0;
  }
}

/* White space of the source is one space, as a browser shows it. */
static void on_text(void *context, const xmlChar *xml_text, int length) {
  Html *html = context;
  if (html->stopped || html->skip) return;
  const char *text = (const char *)xml_text, *end = text + length;
  Buffer *out = &html->page.text;
  for (const char *p = text; p < end;) {
    if (html->pre && *p == '\n') {
      end_block(html);
      p++;
      continue;
    }
    if (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t') {
      while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) p++;
      html->space = out->length > html->start;
      continue;
    }
    const char *from = p;
    while (p < end && !(*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) p++;
    if (html->space) buffer_add(out, " ", 1);
    buffer_add(out, html->marker, strlen(html->marker));
    html->marker[0] = 0;
    html->space = false;
    buffer_add(out, from, (size_t)(p - from));
    if (html->links) html->linked += utf8_count(from, (size_t)(p - from));
  }
}

/* `charset=` of the page's head; "" where it says none. */
static void find_charset(const Source *source, char *charset, size_t size) {
  charset[0] = 0;
  const size_t head = source->length < 4096 ? source->length : 4096;
  const char *p = memmem(source->bytes, head, "charset=", 8);
  if (!p) return;
  p += 8;
  const char *end = source->bytes + head;
  size_t length = 0;
  while (p < end && (*p == '"' || *p == '\'' || *p == ' ')) p++;
  while (p < end && length + 1 < size &&
         (utf8_is_letter((unsigned char)*p) || utf8_is_digit((unsigned char)*p) || *p == '-' || *p == '_'))
    charset[length++] = *p++;
  charset[length] = 0;
}

static bool parse(Html *html, const char *text, size_t length, YhError *error) {
  const Xml *xml = html->xml = xml_load(error);
  if (!xml) return false;
  html->parser = xml->htmlCreateMemoryParserCtxt(text, (int)length);
  if (!html->parser) return error_set(error, YH_EFORMAT, _("no HTML"));
  htmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = sax.cdataBlock = sax.ignorableWhitespace = on_text;
  *html->parser->sax = sax;
  html->parser->userData = html;
  xml->htmlCtxtUseOptions(html->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                            HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xml->xmlSwitchEncoding(html->parser, XML_CHAR_ENCODING_UTF8);
  xml->htmlParseDocument(html->parser);
  if (!html->deep) end_block(html);
  if (html->parser->myDoc) xml->xmlFreeDoc(html->parser->myDoc);
  xml->htmlFreeParserCtxt(html->parser);
  return !html->deep || error_set(error, YH_ELIMIT, _("elements nested deeper than %d"), MAX_DEPTH);
}

Document *html_read(const Source *source, YhError *error) {
  char charset[32];
  if (source->length > source->max_text * MAX_RATIO * 2) {
    error_set(error, YH_ELIMIT, _("%zu MiB of markup"), source->length >> 20);
    return NULL;
  }
  find_charset(source, charset, sizeof charset);
  Document *document = document_new(source->path, "html", NULL);
  size_t length = 0;
  const char *text = encoding_decode(document->arena, source->bytes, source->length, charset[0] ? charset : NULL,
                                     &length, &document->encoding, error);
  Html *html = memory_resize(NULL, 1, sizeof *html);
  memset(html, 0, sizeof *html);
  bool ok = text != NULL;
  if (ok && length > source->max_text * MAX_RATIO)
    ok = error_set(error, YH_ELIMIT, _("%zu MiB of markup"), length >> 20);
  if (ok && (ok = parse(html, text, length, error))) article_add(&html->page, document);
  page_free(&html->page);
  free(html->rows);
  free(html);
  if (ok) return document;
  document_free(document);
  return NULL;
}
#endif
