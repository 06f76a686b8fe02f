/* buffer.c: see buffer.h. */
#include "buffer.h"
#include "text/arena.h"
#include "text/digits.h"
#include "text/utf8.h"
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_reserve(Buffer *buffer, size_t more) {
  const size_t need = buffer->length + more + 1;
  if (need <= buffer->capacity) return;
  size_t capacity = buffer->capacity ? buffer->capacity : 64;
  while (capacity < need) capacity += capacity / 2 + 64;
  buffer->data = memory_resize(buffer->data, capacity, 1);
  buffer->capacity = capacity;
}

void buffer_repeat(Buffer *buffer, size_t at, size_t length) {
  buffer_reserve(buffer, length);
  memcpy(buffer->data + buffer->length, buffer->data + at, length);
  buffer->length += length;
  buffer->data[buffer->length] = '\0';
}

void buffer_string(Buffer *buffer, const char *string) {
  buffer_add(buffer, string, strlen(string));
}

__attribute__((nonnull)) static void add_format(Buffer *buffer, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  if (length > 0) {
    buffer_reserve(buffer, (size_t)length);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    buffer->length += (size_t)length;
  }
  va_end(again);
}

void buffer_format(Buffer *buffer, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add_format(buffer, format, arguments);
  va_end(arguments);
}

static bool needs_escape(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

static void add_escape(Buffer *buffer, unsigned char c) {
  static const char hex[] = "0123456789abcdef", named[] = "\"\\\n\t\r", names[] = "\"\\ntr";
  char escape[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
  const char *place = memchr(named, c, sizeof named - 1);
  if (place) escape[1] = names[place - named];
  buffer_add(buffer, escape, place ? 2 : 6);
}

void buffer_json(Buffer *buffer, const char *bytes, size_t length) {
  buffer_reserve(buffer, length + 2);
  buffer_add(buffer, "\"", 1);
  size_t run = 0, at = 0; /* what is between them needs no escape */
  while (at < length) {
    const unsigned char c = (unsigned char)bytes[at];
    const size_t good = c >= 0x80 ? utf8_length(bytes + at, length - at) : !needs_escape(c);
    if (good) {
      at += good;
      continue;
    }
    buffer_add(buffer, bytes + run, at - run);
    if (c < 0x80) add_escape(buffer, c);
    else buffer_add(buffer, "\xEF\xBF\xBD", 3);
    run = ++at;
  }
  buffer_add(buffer, bytes + run, at - run);
  buffer_add(buffer, "\"", 1);
}

void buffer_integer(Buffer *buffer, long long number) {
  buffer_reserve(buffer, DIGITS_MAX);
  buffer->length += digits_of_integer(number, buffer->data + buffer->length);
  buffer->data[buffer->length] = '\0';
}

void buffer_number(Buffer *buffer, double number) {
  if (!isfinite(number)) {
    buffer_add(buffer, "null", 4);
    return;
  }
  buffer_reserve(buffer, DIGITS_MAX);
  buffer->length += digits_of_double(number, buffer->data + buffer->length);
  buffer->data[buffer->length] = '\0';
}

void buffer_clear(Buffer *buffer) {
  buffer->length = 0;
  if (buffer->data) buffer->data[0] = '\0';
}

void buffer_free(Buffer *buffer) {
  free(buffer->data);
  *buffer = (Buffer){0};
}

int buffer_read_file(Buffer *buffer, const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return errno;
  char block[16384];
  size_t got;
  while ((got = fread(block, 1, sizeof block, file)) > 0) buffer_add(buffer, block, got);
  const int failed = ferror(file) ? (errno ? errno : EIO) : 0;
  fclose(file);
  if (!failed) buffer_add(buffer, "", 0);
  return failed;
}

char *string_format(const char *format, ...) {
  Buffer buffer = {0};
  va_list arguments;
  va_start(arguments, format);
  add_format(&buffer, format, arguments);
  va_end(arguments);
  buffer_add(&buffer, "", 0);
  return buffer.data;
}

char *string_copy(const char *string) {
  return string ? string_format("%s", string) : NULL;
}
