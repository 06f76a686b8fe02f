/* diagnostic.c: see diagnostic.h. The caret stands under its character because columns are counted as the
 * terminal shows them: a Han character takes two. */
#include "diagnostic.h"
#include "text/utf8.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WINDOW = 96 }; /* columns of an excerpt: a paragraph of a report is cut around the caret */

uint32_t display_width(const char *text, size_t length) {
  uint32_t width = 0, step;
  for (size_t at = 0; at < length; at += step) {
    if (utf8_valid(text + at, length - at) == 0) {
      step = 1;
      width++;
      continue;
    }
    width += (uint32_t)utf8_width(utf8_decode(text + at, &step));
  }
  return width;
}

/* The given line of a text, or NULL. */
static const char *find_line(const char *source, uint32_t line, size_t *length) {
  for (; line > 1; line--) {
    source = strchr(source, '\n');
    if (!source) return NULL;
    source++;
  }
  *length = strcspn(source, "\r\n");
  return source;
}

static size_t step_over(const char *text, size_t at, size_t length) {
  uint32_t step = 1;
  if (utf8_valid(text + at, length - at) > 0) utf8_decode(text + at, &step);
  return at + step;
}

/* Writes the line with what is not printable as spaces. */
static void write_plain(Buffer *buffer, const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    const size_t next = step_over(text, at, length);
    const bool valid = utf8_valid(text + at, next - at) == next - at;
    if (!valid) buffer_string(buffer, "?");
    else if ((unsigned char)text[at] < 0x20 || text[at] == 0x7F) buffer_string(buffer, " ");
    else buffer_add(buffer, text + at, next - at);
    at = next;
  }
}

static void write_excerpt(Buffer *buffer, const Diagnostic *d) {
  size_t length;
  const char *text = find_line(d->source, d->line, &length);
  if (!text || !length) return;
  size_t caret = 0;
  for (uint32_t i = 1; i < d->column && caret < length; i++) caret = step_over(text, caret, length);
  size_t begin = 0, end = length;
  if (display_width(text, length) > WINDOW) { /* cut around the caret */
    while (begin < caret && display_width(text + begin, caret - begin) > WINDOW / 2)
      begin = step_over(text, begin, length);
    end = begin;
    for (uint32_t width = 0; end < length && width < WINDOW;) {
      const size_t next = step_over(text, end, length);
      width += display_width(text + end, next - end);
      end = next;
    }
  }
  buffer_format(buffer, "%5u | %s", d->line, begin ? "…" : "");
  write_plain(buffer, text + begin, end - begin);
  buffer_string(buffer, end < length ? "…\n" : "\n");
  if (!d->column) return;
  const uint32_t before = display_width(text + begin, caret - begin) + (begin ? 1 : 0);
  buffer_format(buffer, "      | %*s", (int)before, "");
  size_t stop = caret;
  for (uint32_t i = 0; i < (d->length ? d->length : 1) && stop < end; i++) stop = step_over(text, stop, length);
  uint32_t marks = display_width(text + caret, stop - caret);
  if (marks == 0 || d->length == 0) marks = 1;
  while (marks--) buffer_string(buffer, "^");
  buffer_string(buffer, "\n");
}

void diagnostic_write(Buffer *buffer, const Diagnostic *d) {
  if (d->file) {
    buffer_string(buffer, d->file);
    if (d->line) buffer_format(buffer, ":%u", d->line);
    if (d->line && d->column) buffer_format(buffer, ":%u", d->column);
    buffer_string(buffer, ": ");
  } else {
    buffer_string(buffer, "yanhu: ");
  }
  buffer_format(buffer, "%s\n", d->message);
  if (d->source && d->line) write_excerpt(buffer, d);
  if (d->hint) buffer_format(buffer, _("hint: %s\n"), d->hint);
}

void diagnostic_print(const Diagnostic *diagnostic) {
  Buffer buffer = {0};
  diagnostic_write(&buffer, diagnostic);
  fwrite(buffer.data, 1, buffer.length, stderr);
  buffer_free(&buffer);
}

void diagnostic_say(const char *hint, const char *format, ...) {
  char message[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  diagnostic_print(&(Diagnostic){.message = message, .hint = hint});
}
