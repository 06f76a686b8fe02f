/* join.h: whether a line goes on in the next one: a sentence, a bracket or a heading's marker was broken. */
#ifndef YANHU_JOIN_H
#define YANHU_JOIN_H

#include "document.h"

/* How the lines of one document were broken. */
typedef struct JoinStyle {
  bool lines;       /* lines of a text file, not the paragraphs of a document */
  uint32_t columns; /* hard-wrapped at this width; 0: each line is a paragraph */
  bool spaced;      /* wrapped, and blank lines divide the paragraphs */
  bool indented;    /* a paragraph's first line is indented: what is not, and follows at once, continues it */
} JoinStyle;

JoinStyle join_style(const Document *document);

/* Whether `next` continues `line`, both text. `open`: the paragraph that `line` ends began with an indent. */
bool join_lines(const JoinStyle *style, const Line *line, const Line *next, bool open);

/* Bytes of a heading's marker at the start of a text: 一、 （三） 第二， 3. ① —— 一是; 0 for none. */
size_t join_marker(const char *text, size_t length);

/* Whether the line begins with an indent (or is nothing else). */
bool join_is_indented(const Line *line);

#endif
