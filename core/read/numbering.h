/* numbering.h: the numbers that Word writes in front of a paragraph, and the styles that ask for them.
 * `（一）` of a heading is often no text at all, but the third entry of a list whose pattern is `（%1）`. */
#ifndef YANHU_NUMBERING_H
#define YANHU_NUMBERING_H

#ifdef HAVE_LIBXML2
#include "zip.h"

enum { LIST_LEVELS = 9 };

typedef struct Numbering Numbering;

/* Reads word/styles.xml and word/numbering.xml; a document may have neither. NULL and *error where one is broken. */
Numbering *numbering_read(const Source *source, size_t limit, YhError *error);
void numbering_free(Numbering *numbering);

/* The heading level of a paragraph style, 1 to 9; 0 for body text. `style` "" means the default style. */
int numbering_heading(const Numbering *numbering, const char *style);
/* Whether the style is one of a table of contents. */
bool numbering_is_contents(const Numbering *numbering, const char *style);
/* The list that a style puts its paragraphs in: -1 for none. */
int numbering_style_list(const Numbering *numbering, const char *style, int *level);
/* Counts on and writes the number of the next paragraph of list `list` at `level` (0-based); returns its length. */
size_t numbering_next(Numbering *numbering, int list, int level, char *out, size_t size);

#endif
#endif
