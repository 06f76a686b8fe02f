/* traditional.h: lines in traditional characters, which rules written in simplified ones must see as such. */
#ifndef YANHU_TRADITIONAL_H
#define YANHU_TRADITIONAL_H

#include "arena.h"

#include <stdint.h>

/* 1: the line is written in traditional characters, -1: in simplified ones, 0: it does not say. Counts characters that
 * only one of the two scripts has, at its beginning; a name or two do not decide. Always 0 without OpenCC. */
int traditional_side(const char *text, uint32_t length);
/* The line in simplified characters, in the arena; the text itself where that fails. */
const char *traditional_simplify(Arena *arena, const char *text, uint32_t *length);

#endif
