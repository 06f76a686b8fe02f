/* word.c: Chinese numerals in ordinary words, and numbers in names. */
#include "scan.h"

void word_prepare(void) {}
uint32_t word_skip(const Scan *s, uint32_t at) { (void)s; (void)at; return 0; }

uint32_t name_scan(Scan *s, const Number *n) {
  uint32_t before = char_before(s->text, s->begin, n->start), behind = char_of(s->text, s->end, n->end);
  if (n->arabic && (utf8_is_letter(before) || char_in(before, "+") || char_in(behind, "+ADG"))) return scan_reject(s, n, n->start, n->end, YH_NAME);
  return 0;
}
