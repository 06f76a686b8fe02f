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

/* Whether a tag stands in the first 8 KiB that only web pages have. */
bool html_fits(const Source *source) {
  static const char *const TAGS[] = {"<!doctype html", "<html", "<head", "<body", "<div", "<table", "</p>", "</h1>"};
  const size_t head = source->length < 8192 ? source->length : 8192;
  const char *p = source->bytes, *end = p + head;
  while ((p = memchr(p, '<', (size_t)(end - p)))) {
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
      if ((size_t)(end - p) >= strlen(TAGS[i]) && strncasecmp(p, TAGS[i], strlen(TAGS[i])) == 0) return true;
    p++;
  }
  return false;
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
    error_set(error, YH_EUNSUPPORTED, "%s needs %s, which was missing when yanhu was built", format->about.name,
              format->about.library);
    return NULL;
  }
  return NULL;
}

const YhFormat *yh_format(uint32_t index) {
  return index < FORMAT_COUNT ? &FORMATS[index].about : NULL;
}
