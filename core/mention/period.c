/* period.c: years, dates and spans of time. */
#include "scan.h"

void period_prepare(void) {}
uint32_t period_word_scan(Scan *s, uint32_t at) { (void)s; (void)at; return 0; }

uint32_t period_scan(Scan *s, const Number *n) {
  if (n->digits != 4 || n->magnitude || n->decimal || n->value < 1800 || n->value > 2200) return 0;
  if (char_of(s->text, s->end, n->end) != 0x5E74) return 0;
  YhMention *m = scan_add(s, YH_PERIOD, n->start, n->end + 3);
  m->first_year = m->last_year = (int16_t)n->value;
  m->grain = YH_YEAR;
  return m->end;
}
