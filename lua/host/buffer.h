/* buffer.h: bytes that grow. Zero-initialise; the owner frees with buffer_free. Always NUL-terminated once
 * something was added (the NUL is not counted). */
#ifndef YANHU_BUFFER_H
#define YANHU_BUFFER_H

#include <stddef.h>
#include <string.h>

typedef struct Buffer {
  char *data;
  size_t length, capacity;
} Buffer;

void buffer_reserve(Buffer *buffer, size_t more); /* room for so many bytes and the NUL */
static inline void buffer_add(Buffer *buffer, const char *bytes, size_t length) {
  if (buffer->capacity - buffer->length <= length) buffer_reserve(buffer, length);
  if (length) memcpy(buffer->data + buffer->length, bytes, length);
  buffer->length += length;
  buffer->data[buffer->length] = '\0';
}
void buffer_repeat(Buffer *buffer, size_t at, size_t length); /* appends bytes it holds already */
void buffer_string(Buffer *buffer, const char *string);
void buffer_format(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull));
/* length bytes of UTF-8 as a JSON string with its quotes; what is not valid UTF-8 becomes U+FFFD. */
void buffer_json(Buffer *buffer, const char *bytes, size_t length);
/* A number as JSON: the shortest decimal that reads back as the same double; null for NaN and infinities. */
void buffer_number(Buffer *buffer, double number);
void buffer_integer(Buffer *buffer, long long number);
void buffer_clear(Buffer *buffer); /* keeps the memory */
void buffer_free(Buffer *buffer);

/* A whole file. 0, or errno. */
int buffer_read_file(Buffer *buffer, const char *path);

/* A string in its own block that the caller frees. */
char *string_format(const char *format, ...) __attribute__((format(printf, 1, 2), nonnull(1)));
char *string_copy(const char *string);

#endif
