/* text.h: the normalised text of a report and the way back to its source.
 *
 * Full-width digits, letters and ％ are folded, spaces inside words and numbers dropped, lines that were
 * broken in mid-sentence joined, residue taken out and kept as noise. Paragraphs are joined by one line
 * feed. Everything lives in the arena, which the text takes over from its document. */
#ifndef YANHU_TEXT_H
#define YANHU_TEXT_H

#include "document.h"

typedef struct Paragraph {
  uint32_t start, end; /* bytes in the normalised text, without the line feed */
  uint32_t line;       /* source line of its first character */
  uint8_t kind, level; /* LineKind of the document's line */
} Paragraph;

typedef struct Segment {
  uint32_t start, line;
} Segment; /* from byte `start` on, text comes from source line `line` */

typedef struct Text {
  Arena *arena;
  const char *bytes; /* NUL-terminated */
  uint32_t length;
  Paragraph *paragraphs;
  uint32_t paragraph_count;
  Segment *segments;
  uint32_t segment_count;
  YhNoise *noise;
  uint32_t noise_count;
} Text;

/* Cleans a document's lines; takes over document->arena (the document itself stays to be freed). */
Text *text_new(Document *document);
/* The source line that a byte of the text comes from. */
uint32_t text_line(const Text *text, uint32_t byte);

#endif
