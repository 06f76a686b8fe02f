/* sentence.c: see sentence.h. Every character that matters starts with byte E3 or EF, or is ASCII, so the
 * scan looks at others only by their first byte. */
#include "sentence.h"

#include "../text/utf8.h"

static inline uint32_t step(unsigned char lead) {
  return lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

static bool is_stop(uint32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?';
}

static bool is_closer(uint32_t c) {
  return c == 0x201D || c == 0x2019 || c == 0xFF09 || c == ')' || c == 0x300B || c == 0x300D || c == 0x300F ||
         c == 0x3011;
}

uint32_t blank_skip(const char *text, uint32_t start, uint32_t end) {
  uint32_t length;
  while (start < end && utf8_is_space(utf8_decode(text + start, &length))) start += length;
  return start;
}

uint32_t blank_trim(const char *text, uint32_t start, uint32_t end) {
  while (end > start) {
    uint32_t length;
    const char *p = utf8_before(text + start, text + end);
    if (!utf8_is_space(utf8_decode(p, &length))) break;
    end = (uint32_t)(p - text);
  }
  return end;
}

uint32_t sentence_end(const char *text, uint32_t start, uint32_t end) {
  uint32_t at = start, length, book = 0;
  while (at < end) {
    const unsigned char lead = (unsigned char)text[at];
    if (lead >= 0xE4 && lead < 0xEF) { /* nearly all: Han */
      at += 3;
      continue;
    }
    if (lead != 0xE3 && lead != 0xEF && lead != '!' && lead != '?') {
      at += step(lead);
      continue;
    }
    const uint32_t c = utf8_decode(text + at, &length);
    at += length;
    if (c == 0x300A) book = at; /* 《怎么办？》 is one name */
    if (c == 0x300B) book = 0;
    if (!is_stop(c) || (book && at - book < 90)) continue;
    /* 。” and ！） close with the sentence; so do ？！ and …… */
    while (at < end) {
      const uint32_t next = utf8_decode(text + at, &length);
      if (!is_closer(next) && !is_stop(next)) break;
      at += length;
    }
    return at;
  }
  return end;
}

uint32_t clause_end(const char *text, uint32_t start, uint32_t limit) {
  uint32_t at = start, length, depth = 0, opened = start;
  while (at < limit) {
    const unsigned char lead = (unsigned char)text[at];
    if (lead >= 0xE4 && lead < 0xEF) {
      at += 3;
      continue;
    }
    if (lead < 0x80 ? lead != ',' && lead != ';' && lead != ':' && lead != '(' && lead != ')' && lead != '\t'
                    : lead != 0xE2 && lead != 0xE3 && lead != 0xEF) {
      at += step(lead);
      continue;
    }
    const uint32_t c = utf8_decode(text + at, &length);
    const uint32_t before = at;
    at += length;
    switch (c) {
    case 0x201C:
    case 0xFF08:
    case '(':
    case 0x300A:
    case 0x300C: /* “ （ ( 《 「 */
      depth++;
      opened = at;
      break;
    case 0x201D:
    case 0xFF09:
    case ')':
    case 0x300B:
    case 0x300D:
      if (depth) depth--;
      break;
    case ',':
    case ':':
      /* 1,100 and 12:30 */
      if (before > start && utf8_is_digit((unsigned char)text[before - 1]) && at < limit &&
          utf8_is_digit((unsigned char)text[at]))
        break;
      /* fall through */
    case 0xFF0C:
    case 0xFF1B:
    case 0xFF1A:
    case ';':
    case '\t': /* ， ； ： */
      /* a quote that never closes must not swallow the sentence */
      if (!depth || at - opened > 240) return at;
      break;
    default:
      break;
    }
  }
  return limit;
}
