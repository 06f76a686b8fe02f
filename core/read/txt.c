/* txt.c: plain text into lines. Line ends may be mixed: LF, CR LF, CR, and the CR CR LF of files that were
 * converted twice, each one line end. */
#include "reader.h"

#include <string.h>

/* The first CR or LF at or after p. */
static const char *line_end(const char *p, const char *end, const char **cr) {
  const char *lf = memchr(p, '\n', (size_t)(end - p));
  const char *stop = lf ? lf : end;
  if (*cr && *cr < p) *cr = memchr(p, '\r', (size_t)(end - p)); /* remembered, so that the whole stays linear */
  if (*cr && *cr < stop) return *cr;
  return stop;
}

static const char *skip_line_end(const char *p, const char *end) {
  const char *q = p;
  while (q < end && *q == '\r') q++;
  if (q < end && *q == '\n') return q + 1;
  return p + 1;
}

void txt_lines(Document *document, const char *text, size_t length, uint32_t first_number) {
  const char *p = text, *end = text + length;
  const char *cr = memchr(p, '\r', length);
  for (uint32_t number = first_number; p < end; number++) {
    const char *stop = line_end(p, end, &cr);
    if (stop > p) document_add_kept(document, p, (size_t)(stop - p), number, LINE_TEXT, 0, NULL);
    p = stop < end ? skip_line_end(stop, end) : end;
  }
}

static bool check_size(size_t length, size_t limit, YhError *error) {
  return length <= limit ||
         error_set(error, YH_ELIMIT, _("%zu MiB of text, the limit for one report is %zu MiB"), length >> 20, limit >> 20);
}

Document *txt_read(const Source *source, YhError *error) {
  const size_t limit = source->max_plain ? source->max_plain : source->max_text;
  if (!check_size(source->length / 2, limit, error)) return NULL; /* UTF-16 may shrink to half */
  Document *document = document_new(source->path, "txt", NULL);
  size_t length;
  const char *text =
      encoding_decode(document->arena, source->bytes, source->length, NULL, &length, &document->encoding, error);
  if (!text || !check_size(length, limit, error)) {
    document_free(document);
    return NULL;
  }
  txt_lines(document, text, length, 1);
  return document;
}
