/* selector.h: chooses nodes of a report: `section[role=plan] item[has=money]`.
 *
 *   selector  = path { "," path }
 *   path      = step { [ ">" ] step }           a space: anywhere below; ">": right below
 *   step      = ( kind | "*" ) { "[" test "]" }
 *   test      = name [ ( "=" | "!=" | "*=" | "^=" | "$=" ) value { "|" value } ]
 *   value     = word | '"' text '"'
 *
 * kind: part, section, item, lead, paragraph, sentence, clause, note, table, report, or `heading` for the four that
 * are. name: role, form, depth, line; title, marker, text (also *= contains, ^= starts, $= ends); has: a mention
 * within, by kind (quantity, term, ...) or dimension (money, percent, ...). A name alone asks whether there is one at
 * all. A Selector is compiled once and read-only; matching walks the nodes once. */
#ifndef YANHU_SELECTOR_H
#define YANHU_SELECTOR_H

#include "../yanhu.h"

typedef struct Selector Selector;
typedef struct SelectorWalk SelectorWalk;

/* NULL and *error (column in codepoints, from 1) where it is wrong. */
Selector *selector_new(const char *source, size_t length, YhError *error);
void selector_free(Selector *selector); /* NULL is fine */

/* A walk over nodes [first, last) of a report; steps above `first` are looked up too. Both must outlive the walk. */
SelectorWalk *selector_walk(const Selector *selector, const YhReport *report, uint32_t first, uint32_t last);
#define SELECTOR_END UINT32_MAX
uint32_t selector_next(SelectorWalk *walk); /* the next node that the selector chooses, in document order */
void selector_walk_free(SelectorWalk *walk);

#endif
