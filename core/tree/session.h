/* session.h: the assembly that a report was given to, and who gave it. */
#ifndef YANHU_SESSION_H
#define YANHU_SESSION_H

#include "../text/phrase.h"

/* 第九届人民代表大会第三次会议 in the span, as written, without the region's name; false for none. `before` is
 * where the words before it end: ...在乙市丙区. */
bool session_find(const char *text, Span span, Span *session, uint32_t *before);

typedef struct Speaker {
  Span office;     /* 区长, 省长, 国务院总理 */
  Span name;       /* may be empty: the next line holds it */
  uint32_t before; /* where the words before the office end: 乙市丙区人民政府 */
} Speaker;

/* An office and the name behind it in one line of the title page. */
bool speaker_find(const char *text, Span line, Speaker *speaker);
/* Whether a line is nothing but a person's name, spaces aside. */
bool speaker_is_name(const char *text, Span line);

#endif
