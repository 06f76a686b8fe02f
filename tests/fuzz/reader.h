/* reader.h: what the fuzz targets of the readers share: reads bytes as one format, cleans the text, and checks what
 * must hold of every text. */
#ifndef YANHU_FUZZ_READER_H
#define YANHU_FUZZ_READER_H

#include "read/reader.h"
#include "text/text.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void fuzz_check(const Text *text) {
  if (utf8_valid(text->bytes, text->length) != text->length || text->bytes[text->length]) abort();
  uint32_t end = 0;
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    const Paragraph *p = &text->paragraphs[i];
    if (p->start != (i ? end + 1 : 0) || p->end <= p->start || p->line == 0) abort();
    if (i && text->bytes[end] != '\n') abort();
    if (memchr(text->bytes + p->start, '\n', p->end - p->start)) abort();
    end = p->end;
  }
  if (end != text->length) abort();
  for (uint32_t i = 1; i < text->segment_count; i++)
    if (text->segments[i].start <= text->segments[i - 1].start) abort();
  for (uint32_t i = 0; i < text->noise_count; i++)
    if (text->noise[i].anchor > text->length || !text->noise[i].reason) abort();
}

static inline void fuzz_document(Document *document, const YhError *error) {
  if (!document) {
    if (error->code == YH_OK || !error->message[0]) abort(); /* every failure says why */
    return;
  }
  Text *text = text_new(document);
  fuzz_check(text);
  arena_free(text->arena);
  document_free(document);
}

static inline void fuzz_read(Document *(*read)(const Source *, YhError *), const uint8_t *data, size_t size) {
  char *bytes = memory_resize(NULL, size + 1, 1); /* of just this size, so that reading beyond is seen */
  if (size) memcpy(bytes, data, size);
  bytes[size] = 0;
  const Source source = {.path = "fuzz", .bytes = bytes, .length = size, .max_text = 1 << 20, .fd = -1};
  YhError error = {0};
  fuzz_document(read(&source, &error), &error);
  free(bytes);
}

#endif
