/* numeral.h: numbers as Word's list formats write them: 一、（二）, 甲, Ⅳ, ③. */
#ifndef YANHU_NUMERAL_H
#define YANHU_NUMERAL_H

#include <stddef.h>

/* Writes `number` in a format of w:numFmt ("chineseCounting", "decimal", "upperRoman", ...), UTF-8, NUL-terminated;
 * returns its length. An unknown format counts as decimal. `size` at least 32. */
size_t numeral_write(const char *format, int number, char *out, size_t size);

#endif
