/* diagnostic.h: a growing list of oddities that the tree found in a report. */
#ifndef YANHU_DIAGNOSTIC_H
#define YANHU_DIAGNOSTIC_H

#include "../text/text.h"

typedef struct Diagnostics {
  YhDiagnostic *items; /* in the text's arena once the report is built; until then the owner's to free */
  uint32_t count, capacity;
  const Text *text;
} Diagnostics;

/* Adds one; code is static, the message is formatted into the arena. At most 200 are kept. */
void diagnostic_add(Diagnostics *list, YhLevel level, const char *code, uint32_t start, uint32_t end,
                    const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 6, 7)))
#endif
    ;

#endif
