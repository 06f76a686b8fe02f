/* plan.c: the five-year plans: “十四五”时期, “七五”计划, 第一个五年计划期间, and the years of each.
 *
 * The first ran from 1953, the second from 1958; after three years of adjustment the third began in 1966, and
 * every five years since another one. */
#include "plan.h"

#include "period.h"

int plan_first_year(int plan) {
  return plan < 3 ? 1953 + 5 * (plan - 1) : 1966 + 5 * (plan - 3);
}

/* 时期, 期间, 末, 以来 behind the plan's name, or 首年, 收官之年. */
static uint32_t add_plan(Scan *s, uint32_t start, uint32_t core_start, uint32_t core_end, uint32_t at, int plan) {
  static const char *const tails[] = {"规划时期", "规划期间", "计划时期", "计划期间", "时期",   "期间",   "以来",
                                      "期末",     "规划期末", "末期",     "末",       "规划期", "计划期", NULL};
  static const char *const firsts[] = {"首年", "头一年", "第一年", "开局之年", "起步之年", NULL};
  static const char *const lasts[] = {"末年", "最后一年", "收官之年", NULL};
  Period p = {.start = start,
              .core_start = core_start,
              .core_end = core_end,
              .end = at,
              .grain = YH_PLAN_PERIOD,
              .first = plan_first_year(plan),
              .last = plan_first_year(plan) + 4};
  for (const char *const *tail = tails; *tail; tail++) {
    if (!at_word(s, at, *tail)) continue;
    p.end = at + (uint32_t)strlen(*tail);
    if (strstr(*tail, "末")) p.first = p.last;
    if (strstr(*tail, "以来")) p.use = YH_SINCE;
    break;
  }
  if (p.end == at) {
    const uint32_t of = at_word(s, at, "的") ? 3 : 0, first = any_word(s, at + of, firsts);
    const uint32_t last = first ? 0 : any_word(s, at + of, lasts);
    if (first) p.last = p.first;
    if (last) p.first = p.last;
    if (first || last) p.end += of + first + last;
  }
  if (p.start > s->floor && p.first == p.last && word_before(s->text, s->floor, p.start, "到"))
    p.start -= 3, p.use = YH_BY;
  period_add(s, &p);
  return core_end; /* the quotation mark behind it still closes a term */
}

int plan_name_at(const char *text, uint32_t at, uint32_t end, uint32_t *name_end) {
  enum { TEN = 0x5341, FIVE = 0x4E94 };
  uint32_t length;
  int plan = 0;
  if (char_at(text, end, at, &length) == TEN) plan = 10, at += length;
  const int digit = number_digit_chinese(char_at(text, end, at, &length));
  uint32_t after = at + length, width;
  if (digit >= 1 && digit <= 9 && length == 3 && char_at(text, end, after, &width) == FIVE) plan += digit, at = after;
  else if (plan != 10) return 0;
  if (char_at(text, end, at, &length) != FIVE) return 0;
  *name_end = at + length;
  return plan;
}

/* 第十四个五年规划, 第一个五年计划 */
static uint32_t scan_numbered(Scan *s, uint32_t at) {
  Number n;
  if (!word_before(s->text, s->floor, at, "第") || !number_parse(s->text, s->end, at, &n)) return 0;
  if (n.value < 1 || n.value > 40 || n.decimal) return 0;
  if (!at_word(s, n.end, "个五年规划") && !at_word(s, n.end, "个五年计划")) return 0;
  return add_plan(s, at - 3, at - 3, n.end + 15, n.end + 15, (int)n.value);
}

uint32_t plan_scan(Scan *s, uint32_t at) {
  uint32_t end, tail = scan_numbered(s, at);
  if (tail) return tail;
  const int plan = plan_name_at(s->text, at, s->end, &end);
  if (!plan) return 0;
  if (at_word(s, end, "普法") || at_word(s, end, "”普法")) /* “八五”普法 counts its own plans */
    return scan_reject(s, NULL, at, end, YH_NAME);
  static const char *const quotes[][2] = {{"“", "”"}, {"\"", "\""}, {"‘", "’"}};
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
    uint32_t length = (uint32_t)strlen(quotes[i][0]);
    if (word_before(s->text, s->begin, at, quotes[i][0]) && at_word(s, end, quotes[i][1]))
      return add_plan(s, at - length, at, end, end + length, plan);
  }
  static const char *const nouns[] = {"时期", "期间", "规划", "计划", "末", "以来", "收官", "开局", "目标", NULL};
  for (const char *const *noun = nouns; *noun; noun++)
    if (at_word(s, end, *noun)) return add_plan(s, at, at, end, end, plan);
  return 0;
}
