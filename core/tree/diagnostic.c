/* diagnostic.c: see diagnostic.h. */
#include "diagnostic.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void diagnostic_add(Diagnostics *list, YhLevel level, const char *code, uint32_t start, uint32_t end,
                    const char *format, ...) {
  if (list->count >= 200) return;
  char message[400];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? 2 * list->capacity : 8;
    list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
  }
  list->items[list->count++] = (YhDiagnostic){level, code, arena_copy(list->text->arena, message, strlen(message)),
                                              start, end,  text_line(list->text, start)};
}
