/* buffer.h: bytes that grow. A Buffer owns its bytes until buffer_free. */
#ifndef YANHU_BUFFER_H
#define YANHU_BUFFER_H

#include "arena.h"

#include <stdlib.h>
#include <string.h>

typedef struct Buffer {
  char *bytes;
  size_t length, capacity;
} Buffer;

static inline void buffer_add(Buffer *buffer, const char *bytes, size_t length) {
  if (buffer->capacity - buffer->length < length) {
    buffer->capacity = buffer->capacity * 2 + length;
    buffer->bytes = memory_resize(buffer->bytes, buffer->capacity, 1);
  }
  if (length) memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
}

static inline void buffer_free(Buffer *buffer) {
  free(buffer->bytes);
  *buffer = (Buffer){0};
}

#endif
