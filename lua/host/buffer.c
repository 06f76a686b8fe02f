/* buffer.c: see buffer.h. */
#include "buffer.h"
#include "text/arena.h"
#include "text/utf8.h"
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(Buffer *buffer, size_t more) {
  const size_t need = buffer->length + more + 1;
  if (need <= buffer->capacity) return;
  size_t capacity = buffer->capacity ? buffer->capacity : 64;
  while (capacity < need) capacity += capacity / 2 + 64;
  buffer->data = memory_resize(buffer->data, capacity, 1);
  buffer->capacity = capacity;
}

void buffer_add(Buffer *buffer, const char *bytes, size_t length) {
  reserve(buffer, length);
  if (length) memcpy(buffer->data + buffer->length, bytes, length);
  buffer->length += length;
  buffer->data[buffer->length] = '\0';
}

void buffer_string(Buffer *buffer, const char *string) {
  buffer_add(buffer, string, strlen(string));
}

static void add_format(Buffer *buffer, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  const int length = vsnprintf(NULL, 0, format, arguments);
  if (length > 0) {
    reserve(buffer, (size_t)length);
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

void buffer_json(Buffer *buffer, const char *bytes, size_t length) {
  reserve(buffer, length + 2);
  buffer_add(buffer, "\"", 1);
  size_t at = 0;
  while (at < length) {
    const size_t valid = at + utf8_valid(bytes + at, length - at);
    size_t run = at;
    for (; at < valid; at++) {
      const unsigned char c = (unsigned char)bytes[at];
      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
      buffer_add(buffer, bytes + run, at - run);
      run = at + 1;
      if (c == '"') buffer_add(buffer, "\\\"", 2);
      else if (c == '\\') buffer_add(buffer, "\\\\", 2);
      else if (c == '\n') buffer_add(buffer, "\\n", 2);
      else if (c == '\t') buffer_add(buffer, "\\t", 2);
      else if (c == '\r') buffer_add(buffer, "\\r", 2);
      else buffer_format(buffer, "\\u%04x", c);
    }
    buffer_add(buffer, bytes + run, at - run);
    if (at < length) {
      buffer_add(buffer, "\xEF\xBF\xBD", 3);
      at++;
    }
  }
  buffer_add(buffer, "\"", 1);
}

void buffer_number(Buffer *buffer, double number) {
  if (!isfinite(number)) {
    buffer_add(buffer, "null", 4);
    return;
  }
  if (number == floor(number) && fabs(number) < 1e15) {
    buffer_format(buffer, "%.0f", number == 0 ? 0.0 : number);
    return;
  }
  char text[40];
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, sizeof text, "%.*g", digits, number);
    if (strtod(text, NULL) == number) break;
  }
  buffer_string(buffer, text);
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
