/* encoding.c: bytes of an unknown encoding into UTF-8.
 *
 * UTF-8 proves itself. Where bytes are no UTF-8, each candidate decodes a sample, and the one whose text reads
 * most like Chinese wins: the commonest marks and characters of the language (，。、的) are hardly ever met by
 * chance. uchardet's guess decides between equals. Decoding is iconv's work. */
#include "../text/library.h"
#include "../text/utf8.h"
#include "reader.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#ifdef HAVE_UCHARDET
#include <uchardet/uchardet.h>

#define FUNCTIONS(F) \
  F(uchardet_new) F(uchardet_handle_data) F(uchardet_data_end) F(uchardet_get_charset) F(uchardet_delete)
LIBRARY(Uchardet, uchardet_load, UCHARDET_SONAME, FUNCTIONS)
#endif

enum { SAMPLE = 1 << 16, CLEAR = 60 /* of likeness: plain Chinese has 100 and more */ };
static const char REPLACEMENT[] = "\xEF\xBF\xBD";

typedef struct Decoded {
  char *text; /* malloc'ed, NUL-terminated */
  size_t length;
  size_t damaged; /* bytes that did not fit */
} Decoded;

static void grow(Decoded *out, size_t *capacity, size_t need) {
  if (*capacity - out->length > need) return;
  *capacity = *capacity * 2 + need + 1;
  out->text = memory_resize(out->text, *capacity, 1);
}

/* Bytes that do not fit become U+FFFD. false where iconv does not know the encoding. */
static bool decode(const char *encoding, const char *bytes, size_t length, Decoded *out) {
  *out = (Decoded){0};
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return false;
  size_t capacity = length + length / 2 + 16;
  out->text = memory_resize(NULL, capacity, 1);
  char *in = (char *)(uintptr_t)bytes;
  size_t left = length;
  while (left) {
    char *to = out->text + out->length;
    size_t room = capacity - out->length - 1;
    const size_t result = iconv(converter, &in, &left, &to, &room);
    out->length = (size_t)(to - out->text);
    if (result != (size_t)-1) break;
    if (errno == E2BIG) {
      grow(out, &capacity, left * 2 + 16);
      continue;
    }
    grow(out, &capacity, 4);
    memcpy(out->text + out->length, REPLACEMENT, 3);
    out->length += 3;
    out->damaged++;
    in++;
    left--;
  }
  out->text[out->length] = 0;
  iconv_close(converter);
  return true;
}

/* Bytes that are no UTF-8; a character cut off at the end counts as one. */
static size_t count_damage(const char *bytes, size_t length) {
  size_t damaged = 0;
  for (size_t i = utf8_valid(bytes, length); i < length; i += utf8_valid(bytes + i, length - i)) damaged++, i++;
  return damaged;
}

/* UTF-8 with stray bytes: each becomes U+FFFD. Returns how many there were. */
static size_t repair_utf8(const char *bytes, size_t length, Decoded *out) {
  *out = (Decoded){.text = memory_resize(NULL, length * 3 + 1, 1)};
  for (size_t i = 0; i < length;) {
    const size_t good = utf8_valid(bytes + i, length - i);
    memcpy(out->text + out->length, bytes + i, good);
    out->length += good;
    i += good;
    if (i == length) break;
    memcpy(out->text + out->length, REPLACEMENT, 3);
    out->length += 3;
    out->damaged++;
    i++;
  }
  out->text[out->length] = 0;
  return out->damaged;
}

/* How much text reads like Chinese: common marks and characters in 1000 codepoints, less what never stands in text. */
static long likeness(const char *text, size_t length) {
  long common = 0, wrong = 0, count = 0;
  for (size_t i = 0; i < length; count++) {
    uint32_t n, c = utf8_decode(text + i, &n);
    i += n;
    switch (c) {
    case 0xFF0C:
    case 0x3002:
    case 0x3001:
    case 0xFF1A:
    case 0x201C:
    case 0x201D: /* ，。、：“” */
    case 0x7684:
    case 0x548C:
    case 0x5E74:
    case 0x4E00:
    case 0x5728:
    case 0x6709: /* 的和年一在有 */
      common++;
      break;
    default:
      if (c == 0xFFFD || (c & 0xFFFE) == 0xFFFE || (c >= 0xE000 && c <= 0xF8FF) ||
          (c < 32 && c != '\n' && c != '\r' && c != '\t'))
        wrong++;
    }
  }
  return count ? (common - 4 * wrong) * 1000 / count : -1000;
}

static const char *guess_of_uchardet(const char *bytes, size_t length, char *name, size_t size) {
  name[0] = 0;
#ifdef HAVE_UCHARDET
  const char *missing;
  const Uchardet *u = uchardet_load(&missing);
  if (!u) return name; /* a guess less */
  uchardet_t detector = u->uchardet_new();
  if (u->uchardet_handle_data(detector, bytes, length) == 0) {
    u->uchardet_data_end(detector);
    strncpy(name, u->uchardet_get_charset(detector), size - 1);
    name[size - 1] = 0;
  }
  u->uchardet_delete(detector);
#else
  (void)bytes, (void)length, (void)size;
#endif
  return name;
}

static const struct {
  const char *iconv, *name;
} CANDIDATES[] = {{"GB18030", "gb18030"}, {"BIG5-HKSCS", "big5"}, {"UTF-16LE", "utf-16le"}, {"UTF-16BE", "utf-16be"}};
enum { CANDIDATE_COUNT = sizeof CANDIDATES / sizeof *CANDIDATES };

/* The candidate that fits best, -1 for none. The first that reads like plain Chinese without a damaged byte is it. */
static int best_candidate(const char *bytes, size_t length, const char *declared) {
  const size_t sample = (length < SAMPLE ? length : SAMPLE) & ~(size_t)1;
  long scores[CANDIDATE_COUNT];
  for (int i = 0; i < CANDIDATE_COUNT; i++) {
    Decoded decoded;
    scores[i] = -1000;
    if (!decode(CANDIDATES[i].iconv, bytes, sample, &decoded)) continue;
    scores[i] = likeness(decoded.text, decoded.length);
    free(decoded.text);
    if (scores[i] >= CLEAR && !decoded.damaged) return i;
  }
  char hint[64];
  guess_of_uchardet(bytes, sample, hint, sizeof hint);
  int best = -1;
  long best_score = -300;
  for (int i = 0; i < CANDIDATE_COUNT; i++) {
    if (strncasecmp(hint, CANDIDATES[i].name, 4) == 0) scores[i] += 15;
    if (declared && strncasecmp(declared, CANDIDATES[i].name, 2) == 0) scores[i] += 15;
    if (scores[i] > best_score) best_score = scores[i], best = i;
  }
  return best;
}

static size_t count_wide(const char *bytes, size_t length) { /* bytes that are not ASCII */
  size_t wide = 0;
  for (size_t i = 0; i < length; i++) wide += (unsigned char)bytes[i] >= 0x80;
  return wide;
}

static size_t count_zeros(const char *bytes, size_t length) {
  size_t zeros = 0;
  const char *end = bytes + length;
  for (const char *p = bytes; p < end && (p = memchr(p, 0, (size_t)(end - p))); p++) zeros++;
  return zeros;
}

bool encoding_guess(const char *bytes, size_t length, const char *declared, const char **iconv_name, size_t *mark,
                    const char **encoding) {
  const unsigned char *b = (const unsigned char *)bytes;
  *iconv_name = NULL;
  *mark = 0;
  *encoding = "utf-8";
  if (length >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) return *mark = 3, true;
  if (length >= 2 && b[0] == 0xFF && b[1] == 0xFE) {
    *iconv_name = "UTF-16LE", *encoding = "utf-16le", *mark = 2;
    return true;
  }
  if (length >= 2 && b[0] == 0xFE && b[1] == 0xFF) {
    *iconv_name = "UTF-16BE", *encoding = "utf-16be", *mark = 2;
    return true;
  }
  const size_t sample = length < SAMPLE ? length : SAMPLE, zeros = count_zeros(bytes, sample);
  if (zeros * 50 <= sample) { /* bytes of another encoding are hardly ever UTF-8; damaged UTF-8 mostly is */
    const size_t damaged = count_damage(bytes, length), wide = count_wide(bytes, length);
    if (damaged * 10 <= wide || wide <= 3 /* one character cut off */) return true;
  }
  const int best = best_candidate(bytes, length, declared);
  if (best < 0) return false;
  *iconv_name = CANDIDATES[best].iconv;
  *encoding = CANDIDATES[best].name;
  return true;
}

static const char *keep(Arena *arena, Decoded *decoded, size_t *length) {
  *length = decoded->length;
  const char *kept = arena_copy(arena, decoded->text, decoded->length);
  free(decoded->text);
  return kept;
}

const char *encoding_decode(Arena *arena, const char *bytes, size_t length, const char *declared, size_t *out_length,
                            const char **encoding, YhError *error) {
  const char *iconv_name;
  size_t mark;
  Decoded decoded;
  *encoding = "utf-8";
  if (utf8_valid(bytes, length) == length && !memchr(bytes, 0, length)) { /* most files */
    mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    *out_length = length - mark;
    return arena_copy(arena, bytes + mark, length - mark);
  }
  if (!encoding_guess(bytes, length, declared, &iconv_name, &mark, encoding)) {
    error_set(error, YH_EENCODING, _("no text in UTF-8, UTF-16, GB18030 or Big5"));
    return NULL;
  }
  bytes += mark;
  length -= mark;
  if (!iconv_name) {
    if (utf8_valid(bytes, length) == length) {
      *out_length = length;
      return arena_copy(arena, bytes, length);
    }
    repair_utf8(bytes, length, &decoded);
    return keep(arena, &decoded, out_length);
  }
  if (!decode(iconv_name, bytes, length, &decoded) || decoded.damaged * 50 > length) {
    free(decoded.text);
    error_set(error, YH_EENCODING, _("too many bytes that are no %s"), *encoding);
    return NULL;
  }
  return keep(arena, &decoded, out_length);
}
