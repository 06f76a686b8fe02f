/* residue.h: knows what got into a report's text but is not part of it, by kind: bookmarks of an editor, note
 * marks, navigation and share buttons of a web page, publication lines, licences, captions, page numbers. */
#ifndef YANHU_RESIDUE_H
#define YANHU_RESIDUE_H

#include <stdint.h>

/* The length of the residue that starts at p, 0 for none. `before`: the codepoint in front of it, 0 at the start
 * of a line. */
uint32_t residue_inline(const char *p, const char *end, uint32_t before, const char **reason);

#endif
