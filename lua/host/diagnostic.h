/* diagnostic.h: the one printer of messages about a place in a file, be it a report, a script or a pattern:
 *
 *     rules.lua:3:9: unknown declaration `sumary`
 *       3 | sumary = "Every sum of money"
 *         | ^^^^^^
 *     hint: did you mean `summary`?
 */
#ifndef YANHU_DIAGNOSTIC_H
#define YANHU_DIAGNOSTIC_H

#include "buffer.h"
#include "text/message.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Diagnostic {
  const char *file;    /* NULL: no place is known */
  uint32_t line;       /* from 1; 0 where unknown */
  uint32_t column;     /* codepoints, from 1; 0 where unknown */
  uint32_t length;     /* codepoints to underline; 0 is taken as 1 */
  const char *message; /* further lines are kept as they are */
  const char *source;  /* text in which `line` is found; NULL: no excerpt */
  const char *hint;    /* NULL for none */
} Diagnostic;

/* Appends the diagnostic's text, with a line feed at its end. */
void diagnostic_write(Buffer *buffer, const Diagnostic *diagnostic);
void diagnostic_print(const Diagnostic *diagnostic); /* to standard error */
/* One line `yanhu: …` to standard error, and its hint. */
void diagnostic_say(const char *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Columns that length bytes of UTF-8 take on a terminal. */
uint32_t display_width(const char *text, size_t length);

#endif
