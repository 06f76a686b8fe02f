/* place.h: which region words of a title page mean: 乙市丙区 is one county, 区 of 区人民政府 none. */
#ifndef YANHU_PLACE_H
#define YANHU_PLACE_H

#include "../region/region.h"
#include "../text/arena.h"
#include "../text/phrase.h"

typedef struct Place {
  char name[120];       /* official: 乙市丙区; "" for none */
  char code[8];         /* "" where there is none */
  const char *level;    /* NULL for none */
  const RegionRow *row; /* the table's row; NULL for the nation, a township, none */
  Span where;           /* the words that named it */
} Place;

/* The region whose name ends the span or stands alone in it: the last chain of names. `strict` takes full names
 * only, else 甲水 and 乙山 are understood too. */
bool place_find(const char *text, Span span, bool strict, Place *place);
/* A region that the table does not know, by the form of its name: the words of the span without 在 before and
 * 人民政府 behind them, where they end as regions do (…市…区). Its level is known by its last word, no code. */
bool place_guess(const char *text, Span span, Place *place);
/* The nation. */
Place place_nation(void);
/* Of several regions of one name the one that the text speaks of: its prefecture or province is named most. */
void place_settle(const char *text, uint32_t length, Place *place);

#endif
