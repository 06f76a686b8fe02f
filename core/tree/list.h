/* list.h: the numbered lists of a report: 一、 二、 三、 is one, each run of （一）（二） another.
 * Found from numbers and styles alone, before anything is known of depth. */
#ifndef YANHU_LIST_H
#define YANHU_LIST_H

#include "diagnostic.h"
#include "entry.h"

/* Kinds of headings without a marker (entry.level): those that name a role or period, others, and those that the
 * source styled as headings, by their level. */
enum { LEVEL_SPEAKING, LEVEL_SILENT, LEVEL_STYLED };

typedef struct List {
  uint8_t style;
  uint8_t level;        /* of unmarked headings: the entries' */
  bool own_line;        /* its members are lines of their own */
  bool heads;           /* its only member has its text in the paragraph below */
  uint32_t first, last; /* entries */
  uint32_t number;      /* of the last member */
  uint32_t count;
  uint32_t spaced; /* members with other paragraphs between them and the next one */
  uint32_t gap;    /* most paragraphs between two members */
  uint32_t twin;   /* the list of its style that was open when it started anew; NO_LIST for none */
  uint8_t depth;   /* the outline's: 0 until known */
} List;

typedef struct Lists {
  List *items;
  uint32_t count, capacity;
} Lists;

/* Gathers the marked entries of the body into lists (entry.list). Members whose list does not hold (a single
 * run-in 一是) lose their marker. Repeated and skipped numbers give diagnostics. The caller frees items. */
Lists list_find(const Text *text, Entry *entries, Diagnostics *diagnostics);

/* Whether the paragraphs behind a member belong to it. */
bool list_contains(const Lists *lists, const Entry *entry);

#endif
