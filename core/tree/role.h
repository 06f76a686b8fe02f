/* role.h: what a part of a report is for, found from its language: review, problems, plan, five-year plan,
 * the government's own conduct, closing. */
#ifndef YANHU_ROLE_H
#define YANHU_ROLE_H

#include "../text/phrase.h"
#include "entry.h"

typedef struct TitleRole {
  uint8_t role;  /* YhRole; YH_NO_ROLE where the title does not say */
  bool speaks;   /* it names a role, or at least the period of a part: 2026年工作 */
  uint8_t first; /* the role it names first: “十四五”成就和“十五五”目标 starts as a review */
} TitleRole;

/* The role that a title names. */
TitleRole role_of_title(const char *text, Span title);
/* A paragraph that owns up to problems (我们也清醒地看到…问题). */
bool role_is_problems(const char *text, Span paragraph);
/* A paragraph that opens the passage about the government's own conduct. */
bool role_opens_government(const char *text, Span paragraph);
/* Words of farewell: 让我们更加紧密地团结…. */
bool role_is_closing(const char *text, Span paragraph);

/* Gives every entry its role; depths must be there. */
void role_assign(const Text *text, Entry *entries);

#endif
