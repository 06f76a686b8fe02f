/* reader.h: what a reader of one format is, and the bytes that it gets.
 * A Source owns its bytes; a reader borrows them and hands back a Document that owns its own text. */
#ifndef YANHU_READER_H
#define YANHU_READER_H

#include "../text/error.h"
#include "../text/document.h"

enum { SOURCE_PIECE = 1 << 16 };

typedef struct Source {
  const char *path; /* for messages and metadata; "-" for standard input */
  char *bytes;
  size_t length;
  size_t max_text; /* bytes of text that may be taken out of it */
  size_t max_plain; /* the same where it is nothing but text, and cannot grow beyond its size; 0: no other */
  int fd;          /* -1: all of it is in memory */
  bool own_fd, at_end;
  int64_t size, changed; /* of a file when it was opened: bytes, time of last change; size -1 for a stream */
} Source;

/* Opens a regular file, or standard input for "-" (path is not copied), and reads its first piece. A folder, pipe,
 * device or broken link is an error; none of them blocks. */
bool source_open(Source *source, const char *path, YhError *error);
/* Reads all the rest behind the first piece. More than max_bytes, or a file that changes meanwhile, are errors. */
bool source_load(Source *source, size_t max_bytes, YhError *error);
/* Replaces the bytes by the next piece; an empty one at the end. */
bool source_more(Source *source, YhError *error);
void source_close(Source *source);

/* The bytes as UTF-8, in the arena. The encoding is found from the bytes (a BOM, valid UTF-8, else the one among
 * UTF-16, GB18030 and Big5 in which they read most like Chinese); `declared` (of a web page's head; NULL) goes first
 * where it fits. Single bytes that fit nowhere become U+FFFD. NULL and YH_EENCODING where it is no text at all. */
const char *encoding_decode(Arena *arena, const char *bytes, size_t length, const char *declared, size_t *out_length,
                            const char **encoding, YhError *error);

/* The iconv name of the encoding of a sample, NULL for UTF-8, and its length of byte order mark; *encoding is the name
 * for metadata. false where it is no text. */
bool encoding_guess(const char *bytes, size_t length, const char *declared, const char **iconv_name, size_t *mark,
                    const char **encoding);

/* The lines of decoded text, which must live as long as the document's arena. */
void txt_lines(Document *document, const char *text, size_t length, uint32_t first_number);

/* One function a format; all give NULL and *error on failure. */
bool html_fits(const Source *source); /* a web page */
bool doc_fits(const Source *source);  /* an Office file of before 2007, or RTF */

Document *txt_read(const Source *source, YhError *error);
Document *docx_read(const Source *source, YhError *error);
Document *html_read(const Source *source, YhError *error);
Document *pdf_read(const Source *source, YhError *error);
Document *doc_read(const Source *source, YhError *error);

#endif
