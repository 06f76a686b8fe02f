/* stream.c: see stream.h. */
#include "stream.h"

#include "../text/utf8.h"

#include <errno.h>
#include <iconv.h>

static const char REPLACEMENT[] = "\xEF\xBF\xBD";

bool stream_open(Stream *stream, Source *source, YhError *error) {
  *stream = (Stream){.source = source};
  const char *iconv_name;
  size_t mark;
  if (!encoding_guess(source->bytes, source->length, NULL, &iconv_name, &mark, &stream->encoding))
    return error_set(error, YH_EENCODING, _("no text in UTF-8, UTF-16, GB18030 or Big5"));
  if (iconv_name) {
    const iconv_t converter = iconv_open("UTF-8", iconv_name);
    if (converter == (iconv_t)-1) return error_set(error, YH_EENCODING, _("%s is not known here"), iconv_name);
    stream->converter = converter;
  }
  buffer_add(&stream->rest, source->bytes + mark, source->length - mark);
  return true;
}

/* Length of a character of UTF-8 that the end of the bytes cuts off, 0 for none. */
static size_t cut_off(const char *bytes, size_t length) {
  for (size_t back = 1; back <= 3 && back <= length; back++) {
    const unsigned char c = (unsigned char)bytes[length - back];
    if ((c & 0xC0) == 0x80) continue;
    const size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    return need > back ? back : 0;
  }
  return 0;
}

static void add_utf8(Stream *stream, const char *bytes, size_t length) {
  for (size_t i = 0; i < length;) {
    const size_t good = utf8_valid(bytes + i, length - i);
    buffer_add(&stream->text, bytes + i, good);
    i += good;
    if (i == length) break;
    buffer_add(&stream->text, REPLACEMENT, 3);
    i++;
  }
}

/* Decodes stream->rest; what is left of it is a cut character. */
static void decode(Stream *stream, bool last) {
  Buffer *rest = &stream->rest;
  if (!stream->converter) {
    const size_t cut = last ? 0 : cut_off(rest->bytes, rest->length);
    add_utf8(stream, rest->bytes, rest->length - cut);
    if (cut) memmove(rest->bytes, rest->bytes + rest->length - cut, cut);
    rest->length = cut;
    return;
  }
  char *in = rest->bytes;
  size_t left = rest->length;
  while (left) {
    char piece[4096], *out = piece;
    size_t room = sizeof piece;
    const size_t result = iconv((iconv_t)stream->converter, &in, &left, &out, &room);
    buffer_add(&stream->text, piece, sizeof piece - room);
    if (result != (size_t)-1 || errno == E2BIG) continue;
    if (errno == EINVAL && !last) break;
    buffer_add(&stream->text, REPLACEMENT, 3);
    in++;
    left--;
  }
  if (left) memmove(rest->bytes, in, left);
  rest->length = left;
}

bool stream_fill(Stream *stream, YhError *error) {
  if (stream->end) return false;
  if (stream->at) {
    stream->text.length -= stream->at;
    memmove(stream->text.bytes, stream->text.bytes + stream->at, stream->text.length);
    stream->at = 0;
  }
  const size_t before = stream->text.length;
  do {
    const bool last = stream->source->length == 0;
    decode(stream, last);
    if (last) stream->end = true;
    else if (!source_more(stream->source, error)) return !(stream->end = true);
    buffer_add(&stream->rest, stream->source->bytes, stream->source->length);
  } while (stream->text.length == before && !stream->end);
  return stream->text.length > before;
}

void stream_close(Stream *stream) {
  if (stream->converter) iconv_close((iconv_t)stream->converter);
  buffer_free(&stream->text);
  buffer_free(&stream->rest);
}
