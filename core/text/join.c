/* join.c: see join.h. */
#include "join.h"

#include "utf8.h"

#include <string.h>

static uint32_t first_codepoint(const Line *line) {
  for (uint32_t i = 0; i < line->length;) {
    uint32_t n, c = utf8_decode(line->text + i, &n);
    if (!utf8_is_space(c)) return c;
    i += n;
  }
  return 0;
}

static uint32_t last_codepoint(const Line *line) {
  for (const char *p = line->text + line->length; p > line->text;) {
    uint32_t n;
    p = utf8_before(line->text, p);
    const uint32_t c = utf8_decode(p, &n);
    if (!utf8_is_space(c)) return c;
  }
  return 0;
}

static bool opens(uint32_t c) { /* （《“〈「『【〔 and what else leaves the reader waiting */
  return c == 0xFF08 || c == '(' || c == 0x300A || c == 0x201C || c == 0x2018 || c == 0x3008 || c == 0x300C ||
         c == 0x300E || c == 0x3014;
}

static bool waits(uint32_t c) {
  return c == 0xFF0C || c == 0x3001;
} /* ，、 */

static bool closes(uint32_t c) { /* ，。、；：！？）》”〉」』〕％ begin no line */
  return c == 0xFF0C || c == 0x3002 || c == 0x3001 || c == 0xFF1B || c == 0xFF1A || c == 0xFF01 || c == 0xFF1F ||
         c == 0xFF09 || c == ')' || c == 0x300B || c == 0x201D || c == 0x2019 || c == 0x3009 || c == 0x300D ||
         c == 0x300F || c == 0x3015 || c == 0xFF05 || c == '%';
}

bool join_lines(const Line *line, const Line *next) {
  if (line->kind != LINE_TEXT || next->kind != LINE_TEXT) return false;
  const uint32_t last = last_codepoint(line), first = first_codepoint(next);
  if (!last || !first) return false;
  return opens(last) || closes(first) || waits(last);
}
