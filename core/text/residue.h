/* residue.h: knows what got into a report's text but is no part of it, by kind: an editor's bookmarks, note marks,
 * navigation and share buttons of a web page, publication lines, licences, captions, page numbers, second copies.
 * Nothing is lost by it: residue becomes noise, with its reason. */
#ifndef YANHU_RESIDUE_H
#define YANHU_RESIDUE_H

#include "buffer.h"
#include "document.h"

/* The length of the residue that starts at p, 0 for none. `before`: the codepoint in front of it, 0 at the start
 * of a line. */
uint32_t residue_inline(const char *p, const char *end, uint32_t before, const char **reason);

/* Whether a superscript text behind what is in `before` is a note mark (3, ②) rather than a power (km²). The readers
 * put it in brackets ［3］, so that it is told as such. */
bool residue_is_superscript(const char *text, size_t length, const Buffer *before);

/* A character that a program printed by its number, `<U+9550>`. */
uint32_t residue_escape(const char *p, const char *end, uint32_t *codepoint);
/* The same for a space that a program printed by its number, `<U+00A0>`: it still divides words. */
uint32_t residue_space(const char *p, const char *end);

/* Marks the lines of a document that are residue as a whole: kind LINE_NOISE, and a reason. */
void residue_mark(Document *document);

enum { SHORT_LINE = 320 }; /* bytes: what is longer is no button, no caption, no title */

/* A short line without its spaces, full-width ASCII folded, NUL-terminated; what rules are held against. Returns its
 * codepoints; 0 for a blank line, and -1 where it is longer than SHORT_LINE. */
int residue_squash(const Line *line, char *out);

/* The kind of residue that a squashed line of `count` codepoints is by itself; NULL for none. */
const char *residue_of_line(const char *line, int count);
/* Whether a short line is a row of buttons: words like 首页, 打印, 登录 and nothing else, divided by spaces or bars. */
bool residue_is_button_row(const Line *line);
/* Whether a squashed line belongs to the foot of a web page: a licence, links to other pages; NULL for none. */
const char *residue_of_foot(const char *line);

#endif
