/* marker.h: the sign that opens a heading or an item: 一、（二） 三是 第四， 5. （6） ⑦ —— ●
 * Reads what stands there; what depth it means is the outline's business. */
#ifndef YANHU_MARKER_H
#define YANHU_MARKER_H

#include <stdbool.h>
#include <stdint.h>

typedef enum MarkerStyle {
  MARKER_NONE = 0,
  MARKER_CHAPTER,         /* 第一部分 第二章 */
  MARKER_CHAPTER_SECTION, /* 第一节 */
  MARKER_HAN,             /* 一、 */
  MARKER_HAN_PAREN,       /* （一） ㈠ */
  MARKER_HAN_IS,          /* 一是 */
  MARKER_HAN_MUST,        /* 一要 */
  MARKER_ORDINAL,         /* 第一， 首先， */
  MARKER_DIGIT,           /* 1. 1、 ⒈ */
  MARKER_DIGIT_PAREN,     /* （1） 1） ⑴ */
  MARKER_CIRCLED,         /* ① ❶ */
  MARKER_DASH,            /* —— */
  MARKER_BULLET,          /* ● ■ ◆ */
  MARKER_UNMARKED,        /* a heading without any marker; the outline gives it */
  MARKER_STYLES
} MarkerStyle;

typedef struct Marker {
  uint8_t style;
  uint32_t number; /* 0 for dashes and bullets */
  uint32_t end;    /* byte behind the marker and the blanks that follow it; = start for none */
} Marker;

/* The marker at the start of text[start, end). */
Marker marker_read(const char *text, uint32_t start, uint32_t end);

#endif
