/* stream.h: a source as a stream of UTF-8, in pieces, whatever its encoding. */
#ifndef YANHU_STREAM_H
#define YANHU_STREAM_H

#include "../text/buffer.h"
#include "reader.h"

typedef struct Stream {
  Source *source;
  void *converter; /* of iconv; NULL for UTF-8 */
  Buffer text;     /* decoded; what is before `at` has been used up */
  size_t at;
  Buffer rest; /* bytes of a character that was cut at the end of a piece */
  bool end;
  const char *encoding;
} Stream;

/* false and *error where the first piece is no text. */
bool stream_open(Stream *stream, Source *source, YhError *error);
/* Decodes one more piece behind stream->text; false at the end or on failure (error->code). */
bool stream_fill(Stream *stream, YhError *error);
/* The next byte without taking it, -1 at the end. */
static inline int stream_peek(Stream *stream, YhError *error) {
  while (stream->at == stream->text.length)
    if (!stream_fill(stream, error)) return -1;
  return (unsigned char)stream->text.bytes[stream->at];
}
void stream_close(Stream *stream);

#endif
