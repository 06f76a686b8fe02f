/* scan.h: what the units of the mention scanner share: the sentence, the place, the list that is filled. */
#ifndef YANHU_SCAN_H
#define YANHU_SCAN_H

#include "chars.h"
#include "mention.h"
#include "number.h"

typedef struct Scan {
  const char *text;
  uint32_t begin, end; /* the sentence */
  uint32_t floor;      /* end of the last mention of a number: looking back stops here */
  uint32_t sentence;
  const MentionContext *context;
  MentionList *list;
} Scan;

/* Appends a mention [start, end) with its core set to the same span; its other fields are zero or NaN. */
YhMention *scan_add(Scan *s, YhMentionKind kind, uint32_t start, uint32_t end);
/* A number that is no quantity. Returns where to go on. */
uint32_t scan_reject(Scan *s, const Number *n, uint32_t start, uint32_t end, YhWhy why);

/* Each looks at a number that has just been read. They return where to go on, or 0 where it is not theirs. */
uint32_t ordinal_scan(Scan *s, const Number *n); /* 第一, 全国第3位, 十四届, 二十大, 一是 */
uint32_t period_scan(Scan *s, const Number *n);  /* 2024年, 3月20日, 前三季度, 连续5年, 十四五 */
uint32_t name_scan(Scan *s, const Number *n);    /* PM2.5, 5G, 国道521, 1+11, 5A级 */
uint32_t address_scan(Scan *s, uint32_t at);     /* http://…?page=2: at the digit, before it is read */
bool name_graded(const Scan *s, uint32_t at); /* does 级 or 制 stand at `at`, alone: 5亿元级, not 3个制造业中心? */
uint32_t graded_scan(Scan *s, const Number *n);   /* 达亿元级 */
uint32_t quantity_scan(Scan *s, const Number *n); /* the rest; never 0 */

/* Words that need no number: 今年, 年底, 上半年; 首位, 榜首; 翻番. Return as above. */
uint32_t period_word_scan(Scan *s, uint32_t at);
uint32_t event_scan(Scan *s, uint32_t at); /* 建国以来: from behind the event */
uint32_t rank_word_scan(Scan *s, uint32_t at);
bool rank_field(const Scan *s, uint32_t at); /* 15个|副省级城市第3位: does the count in front say among how many? */
uint32_t told_scan(Scan *s, uint32_t at);   /* 翻番, 翻一番, 翻两番; 成千上万, 数以万计; 打对折 */
uint32_t half_scan(Scan *s, uint32_t at);   /* 半年, 半数; 一半; 半成 */
uint32_t zero_scan(Scan *s, uint32_t at);   /* 降至零 */
uint32_t digits_scan(Scan *s, uint32_t at); /* 两位数 */

/* A Chinese numeral that is part of an ordinary word (统一, 十分, 千方百计): where the word ends, or 0. */
uint32_t word_skip(const Scan *s, uint32_t at);

/* Hedges around [start, end): widens the span and sets op; returns the op. */
typedef struct Hedge {
  uint8_t op;
  uint32_t start, end;
} Hedge;
Hedge hedge_around(const Scan *s, uint32_t start, uint32_t end, YhDimension dimension, const Number *n);

/* Sets op, value, low and high as the guide has them: bounds leave the other side open, a range has no value. */
void quantity_bounds(YhMention *m, uint8_t op, double value, double high);

/* Makes one range of the last two mentions where they are the two bounds of one quantity. */
void bounds_merge(Scan *s);

static inline uint32_t at_char(const Scan *s, uint32_t at) {
  return char_of(s->text, s->end, at);
}
static inline bool at_word(const Scan *s, uint32_t at, const char *word) {
  return word_at(s->text, s->end, at, word);
}

/* The first of the words (a NULL-ended list) that stands at `at`: its length, or 0. */
static inline uint32_t any_word(const Scan *s, uint32_t at, const char *const *list) {
  for (; *list; list++)
    if (at_word(s, at, *list)) return (uint32_t)strlen(*list);
  return 0;
}
static inline uint32_t before_char(const Scan *s, uint32_t at) {
  return char_before(s->text, s->begin, at);
}

void hedge_prepare(void);
void word_prepare(void);
void period_prepare(void);
void rank_prepare(void);
void quantity_prepare(void);
void name_prepare(void);

#endif
