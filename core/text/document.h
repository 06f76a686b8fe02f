/* document.h: what a reader hands on: the lines of one document, as UTF-8, with their place in the source.
 * A Document owns its arena; the text that is made of it takes the arena over. */
#ifndef YANHU_DOCUMENT_H
#define YANHU_DOCUMENT_H

#include "arena.h"
#include "../yanhu.h"

typedef enum LineKind {
  LINE_TEXT = 0,
  LINE_HEADING, /* styled as a heading in the source (docx heading style, html h1-h6); `level` says which */
  LINE_ROW,     /* a row of a table, cells joined by tabs */
  LINE_NOTE,    /* a footnote or endnote */
  LINE_NOISE    /* the reader itself knows it for residue: a page header, navigation; `reason` says why */
} LineKind;

typedef struct Line {
  const char *text; /* valid UTF-8, no line feed; not yet folded or cleaned */
  uint32_t length;
  uint32_t number;  /* line of a text file; paragraph number of docx, html, pdf; from 1 */
  uint8_t kind, level;
  const char *reason;
} Line;

typedef struct Variable { const char *name, *value; } Variable;

typedef struct Document {
  Arena *arena;
  const char *path, *name;         /* name: without folder and extension */
  const char *format, *encoding;   /* "txt", "docx", ...; "utf-8", "gb18030", ... */
  Line *lines; /* of the document, not of the arena: freed with it */
  uint32_t count, capacity;
  Variable *variables;             /* the other columns of a csv or jsonl row */
  uint32_t variable_count;
} Document;

Document *document_new(const char *path, const char *format, const char *encoding);
void document_add(Document *document, const char *text, size_t length, uint32_t number, LineKind kind, uint8_t level,
                  const char *reason); /* copies the text */
/* The same without a copy: the text must live as long as the arena. */
void document_add_kept(Document *document, const char *text, size_t length, uint32_t number, LineKind kind,
                       uint8_t level, const char *reason);
void document_free(Document *document); /* with its arena, unless that was taken (set to NULL) */

#endif
