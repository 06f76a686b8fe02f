/* reader.h: what a reader of one format is, and the bytes that it gets.
 * A Source owns its bytes; a reader borrows them and hands back a Document that owns its own text. */
#ifndef YANHU_READER_H
#define YANHU_READER_H

#include "../text/error.h"
#include "document.h"

typedef struct Source {
  const char *path; /* for messages and metadata; "-" for standard input */
  char *bytes;
  size_t length;
  size_t max_text; /* bytes of text that may be taken out of it */
} Source;

/* Reads a whole regular file, or standard input for "-", into *source (path is not copied). A folder, pipe, device,
 * broken link, a file above max_bytes or one that changes while it is read are errors; none of them blocks. */
bool source_open(Source *source, const char *path, size_t max_bytes, YhError *error);
void source_close(Source *source);

/* The bytes as UTF-8, in the arena. The encoding is found from the bytes (a BOM, valid UTF-8, else the one among
 * UTF-16, GB18030 and Big5 in which they read most like Chinese); `declared` (of a web page's head; NULL) goes first
 * where it fits. Single bytes that fit nowhere become U+FFFD. NULL and YH_EENCODING where it is no text at all. */
const char *encoding_decode(Arena *arena, const char *bytes, size_t length, const char *declared, size_t *out_length,
                            const char **encoding, YhError *error);

/* The lines of decoded text, which must live as long as the document's arena. */
void txt_lines(Document *document, const char *text, size_t length);

/* One function a format; all give NULL and *error on failure. */
Document *txt_read(const Source *source, YhError *error);
Document *docx_read(const Source *source, YhError *error);
Document *html_read(const Source *source, YhError *error);
Document *pdf_read(const Source *source, YhError *error);

#endif
