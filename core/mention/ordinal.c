/* ordinal.c: ordinals, ranks and sessions. */
#include "scan.h"

void rank_prepare(void) {}
uint32_t rank_word_scan(Scan *s, uint32_t at) { (void)s; (void)at; return 0; }

uint32_t ordinal_scan(Scan *s, const Number *n) {
  if (!word_before(s->text, s->floor, n->start, "第")) return 0;
  return scan_reject(s, n, n->start - 3, n->end, YH_ORDINAL);
}
