/* entry.h: what the steps of the outline learn of a paragraph: its zone, marker, list, title, depth and role.
 * Each step reads what those before it have found and adds its own (outline.c has their order). */
#ifndef YANHU_ENTRY_H
#define YANHU_ENTRY_H

#include "../text/phrase.h"
#include "../text/text.h"
#include "marker.h"

typedef enum Zone {
  ZONE_FRONT = 0, /* before 各位代表：: title, date, speaker */
  ZONE_CONTENTS,  /* 目录 and its lines */
  ZONE_BODY,
  ZONE_NOTES, /* a glossary: 相关注释, 名词解释 */
  ZONE_ANNEX  /* 附件1: a text with headings of its own */
} Zone;

#define NO_LIST UINT32_MAX

/* What the outline knows of one paragraph. */
typedef struct Entry {
  Marker marker;
  uint32_t title_start, title_end; /* of headings: without marker and closing 。 */
  uint32_t first_end;              /* end of the first sentence */
  uint32_t end;                    /* of the paragraph without trailing blanks */
  uint32_t list;                   /* the list that its marker belongs to */
  uint8_t zone, kind, role, form;  /* kind, role, form: YhNodeKind, YhRole, YhForm */
  uint8_t depth;                   /* of a heading, 1 to 3; 0 for any other paragraph */
  uint8_t under;                   /* depth of the heading that a paragraph stands under, 0 for the report */
  uint8_t level;                   /* of an unmarked heading: which of them are of one kind */
  bool opens;                      /* the heading of notes or an annex */
  bool titled;                     /* the line below 附件1 that is its title */
  uint8_t lead;                    /* lead.c's: whether it could open with a lead, once that is known */
  bool own_line;                   /* a line of its own without closing punctuation */
} Entry;

/* Paragraph i without the blanks around it. */
static inline Span entry_span(const Text *text, const Entry *entries, uint32_t i) {
  return (Span){text->paragraphs[i].start, entries[i].end};
}

#endif
