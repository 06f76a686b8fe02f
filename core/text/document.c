/* document.c: see document.h. */
#include "document.h"

#include <stdlib.h>
#include <string.h>

Document *document_new(const char *path, const char *format, const char *encoding) {
  Document *document = memory_resize(NULL, 1, sizeof *document);
  memset(document, 0, sizeof *document);
  document->arena = arena_new();
  document->path = arena_string(document->arena, path ? path : "");
  const char *slash = strrchr(document->path, '/');
  const char *base = slash && slash[1] ? slash + 1 : document->path;
  const char *dot = strrchr(base, '.');
  document->name = dot && dot > base ? arena_copy(document->arena, base, (size_t)(dot - base)) : base;
  document->format = format;
  document->encoding = encoding;
  return document;
}

void document_add_kept(Document *document, const char *text, size_t length, uint32_t number, LineKind kind,
                       uint8_t level, const char *reason) {
  document->lines = memory_room(document->lines, document->count, &document->capacity, sizeof *document->lines);
  document->lines[document->count++] = (Line){.text = text,
                                              .length = (uint32_t)length,
                                              .number = number,
                                              .kind = (uint8_t)kind,
                                              .level = level,
                                              .reason = reason};
}

void document_add(Document *document, const char *text, size_t length, uint32_t number, LineKind kind, uint8_t level,
                  const char *reason) {
  document_add_kept(document, arena_copy(document->arena, text, length), length, number, kind, level, reason);
}

void document_free(Document *document) {
  if (!document) return;
  arena_free(document->arena);
  free(document->lines);
  free(document);
}
