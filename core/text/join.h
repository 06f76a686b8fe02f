/* join.h: whether a line goes on in the next one: a sentence, a bracket or a heading's marker was broken. */
#ifndef YANHU_JOIN_H
#define YANHU_JOIN_H

#include "../read/document.h"

bool join_lines(const Line *line, const Line *next);

#endif
