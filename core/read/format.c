/* format.c: see format.h. */
#include "format.h"

#include <string.h>
#include <strings.h>

#if defined(HAVE_LIBARCHIVE) && defined(HAVE_LIBXML2)
enum { DOCX = true };
#else
enum { DOCX = false };
#define docx_read NULL
#endif

#ifdef HAVE_LIBXML2
enum { HTML = true };
#else
enum { HTML = false };
#define html_read NULL
#endif

#ifdef HAVE_POPPLER
enum { PDF = true };
#else
enum { PDF = false };
#define pdf_read NULL
#endif

typedef struct Format {
  YhFormat about;
  bool (*fits)(const Source *source);
  Document *(*read)(const Source *source, YhError *error);
} Format;

static bool begins(const Source *source, const char *bytes, size_t length) {
  return source->length >= length && memcmp(source->bytes, bytes, length) == 0;
}

static bool is_zip(const Source *source) {
  return begins(source, "PK\3\4", 4) || begins(source, "PK\5\6", 4);
}
static bool is_pdf(const Source *source) { /* the mark may stand behind some rubbish */
  return memmem(source->bytes, source->length < 1024 ? source->length : 1024, "%PDF-", 5) != NULL;
}

static bool tag_at(const char *p, const char *end, const char *const *tags) {
  for (; *tags; tags++)
    if ((size_t)(end - p) >= strlen(*tags) && strncasecmp(p, *tags, strlen(*tags)) == 0) return true;
  return false;
}

/* A page says so at its beginning; a piece of one has a block tag on most of its lines. Text in which a tag was left
 * behind here and there is text: in HTML its line ends would mean nothing. */
bool html_fits(const Source *source) {
  static const char *const PAGE[] = {"<!doctype html", "<html", "<head>", "<body", NULL};
  static const char *const BLOCK[] = {"<p>", "<p ", "</p>", "<div", "</div", "<br", "<td", "<li", "<h1", "<h2", NULL};
  char head[8192];
  size_t length = 0;
  const size_t first = source->length < 2 * sizeof head ? source->length : 2 * sizeof head;
  if (!first || !memchr(source->bytes, '<', first)) return false;
  for (size_t i = 0; i < first && length < sizeof head; i++)
    if (source->bytes[i]) head[length++] = source->bytes[i]; /* without the zeros of UTF-16 */
  size_t blocks = 0, lines = 1;
  for (const char *p = head, *end = head + length; p < end; p++) {
    if (*p == '\n') lines++;
    if (*p != '<') continue;
    if (tag_at(p, end, PAGE)) return true;
    blocks += tag_at(p, end, BLOCK);
  }
  return blocks >= 2 && blocks >= lines;
}

static bool is_any(const Source *source) {
  return source != NULL;
}

/* Tables hold many reports and are read as streams (rows.h): they are here for the list only. */
static bool is_table(const Source *source) {
  return source == NULL;
}

static const Format FORMATS[] = {
    {{"docx", "libarchive, libxml2", DOCX}, is_zip, docx_read},
    {{"doc", "antiword, catdoc or LibreOffice when it runs", true}, doc_fits, doc_read},
    {{"pdf", "poppler-glib", PDF}, is_pdf, pdf_read},
    {{"html", "libxml2", HTML}, html_fits, html_read},
    {{"csv", "", true}, is_table, NULL},
    {{"jsonl", "libcjson", true}, is_table, NULL},
    {{"txt", "", true}, is_any, txt_read},
};
enum { FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS };

Document *format_read(const Source *source, YhError *error) {
  for (int i = 0; i < FORMAT_COUNT; i++) {
    const Format *format = &FORMATS[i];
    if (!format->fits(source)) continue;
    if (format->read) return format->read(source, error);
    error_set(error, YH_EUNSUPPORTED, _("%s needs %s, which was missing when yanhu was built"), format->about.name,
              format->about.library);
    return NULL;
  }
  return NULL;
}

const YhFormat *yh_format(uint32_t index) {
  return index < FORMAT_COUNT ? &FORMATS[index].about : NULL;
}
