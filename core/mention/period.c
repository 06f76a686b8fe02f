/* period.c: years, dates, spans of years, quarters and months, and the years they mean in this report.
 *
 * 2024年, 2021—2025年, 今年以来, 到2027年底, 前三季度, 3月20日, 连续5年, 过去五年, 三年行动, 八十年代. Plan periods
 * (“十四五”时期) have their own file. */
#include "period.h"
#include "lexicon.h"
#include <stddef.h>

enum { /* what a word such as 今年 counts from, and how far */
       REPORT = 0x00,
       BASE = 0x10, /* the year of delivery; the year the part speaks of */
       MINUS_2 = 0,
       MINUS_1,
       ZERO,
       PLUS_1,
       PLUS_2,
};

static const WordGroup year_words[] = {
    {REPORT | ZERO, "今年"},
    {REPORT | MINUS_1, "去年"},
    {REPORT | MINUS_2, "前年"},
    {REPORT | PLUS_1, "明年"},
    {REPORT | PLUS_2, "后年"},
    {BASE | MINUS_1, "上年 上年度"},
    {BASE | ZERO, "本年 本年度 当年 全年 年 上半年 下半年"},
    {0x20, "本世纪 上世纪"},
};

static Lexicon year_lexicon = {.groups = year_words, .group_count = sizeof year_words / sizeof *year_words};

void period_prepare(void) {
  lexicon_prepare(&year_lexicon);
}

uint32_t period_add(Scan *s, const Period *p) {
  YhMention *m = scan_add(s, YH_PERIOD, p->start, p->end);
  m->core_start = p->core_start, m->core_end = p->core_end;
  m->grain = (uint8_t)p->grain, m->use = (uint8_t)p->use;
  m->first_year = (int16_t)p->first, m->last_year = (int16_t)p->last;
  m->month = p->month, m->day = p->day;
  return p->end;
}

static uint32_t any_word_before(const Scan *s, uint32_t at, const char *const *list) {
  for (; *list; list++)
    if (word_before(s->text, s->floor, at, *list)) return (uint32_t)strlen(*list);
  return 0;
}

/* A small whole number such as a month: its end, or 0. */
static uint32_t small_number(const Scan *s, uint32_t at, int most, int *value) {
  Number n;
  if (!number_parse(s->text, s->end, at, &n) || n.decimal || n.about || n.vague || n.value != n.high) return 0;
  if (n.value < 1 || n.value > most || n.implied) return 0;
  *value = (int)n.value;
  return n.end;
}

/* 七八月, 七、八两月, 7、8月: where the second number ends, or 0. */
static uint32_t month_pair(const Scan *s, uint32_t at, int *month) {
  Number n;
  int second;
  if (!number_parse(s->text, s->end, at, &n) || n.value > 11 || n.about || n.magnitude) return 0;
  *month = (int)n.value;
  uint32_t end = n.high == n.value + 1 ? n.end : 0;
  if (!end && at_word(s, n.end, "、") && (end = small_number(s, n.end + 3, 12, &second)) && second != *month + 1)
    end = 0;
  if (end && at_word(s, end, "两")) end += 3;
  return end && at_word(s, end, "月") ? end : 0;
}

/* 3月, 1—11月, 3月20日: from the month's number on. */
static uint32_t read_month(const Scan *s, Period *p, uint32_t at) {
  int month, last, day;
  uint32_t end = month_pair(s, at, &month), next;
  if (!end) end = small_number(s, at, 12, &month);
  if (!end) return 0;
  uint32_t mark = range_mark(s->text, s->end, end);
  if (!mark && at_word(s, end, "月"))
    mark = range_mark(s->text, s->end, end + 3) ? 3 + range_mark(s->text, s->end, end + 3) : 0;
  if (mark && (next = small_number(s, end + mark, 12, &last)) && last > month && at_word(s, next, "月")) end = next;
  if (!at_word(s, end, "月")) return 0;
  end += 3;
  p->month = (uint8_t)month, p->grain = YH_MONTH;
  if (at_word(s, end, "份")) end += 3;
  else if ((next = small_number(s, end, 31, &day)) && (at_word(s, next, "日") || at_word(s, next, "号"))) {
    p->day = (uint8_t)day, p->grain = YH_DAY;
    end = next + 3;
  }
  return end;
}

/* 一季度, 前三季度, 第四季度 */
static uint32_t read_quarter(const Scan *s, Period *p, uint32_t at) {
  int quarter;
  bool first = at_word(s, at, "前");
  if (first || at_word(s, at, "第")) at += 3;
  uint32_t end = small_number(s, at, 4, &quarter), mark = end ? range_mark(s->text, s->end, end) : 0, next;
  int last;
  if (mark && (next = small_number(s, end + mark, 4, &last)) && last > quarter) end = next; /* 一至三季度 */
  if (!end || !at_word(s, end, "季度")) return 0;
  p->grain = YH_QUARTER, p->month = first ? 1 : (uint8_t)(quarter * 3 - 2);
  return end + 6;
}

static uint32_t read_half_year(const Scan *s, Period *p, uint32_t at) {
  if (!at_word(s, at, "上半年") && !at_word(s, at, "下半年")) return 0;
  p->grain = YH_HALF, p->month = at_word(s, at, "上") ? 1 : 7;
  return at + 9;
}

/* What may follow a year: its parts, its end, and the words that make it a deadline or a beginning. */
static uint32_t read_tail(const Scan *s, Period *p, uint32_t at) {
  static const char *const ends[] = {"年底", "年末", "年初", "底", "末", "初", "度", NULL};
  static const char *const limits[] = {"以前", "之前", "前", NULL};
  static const char *const since[] = {"以来", "来", "起", NULL};
  uint32_t next;
  if (!at_word(s, at, "中期") && !at_word(s, at, "度假") && !at_word(s, at, "末位")) at += any_word(s, at, ends);
  if ((next = read_quarter(s, p, at)) || (next = read_half_year(s, p, at)) || (next = read_month(s, p, at))) at = next;
  if (p->grain == YH_MONTH && !at_word(s, at, "初步")) at += any_word(s, at, ends);
  p->core_end = at;
  if (at_word(s, at, "内") && !char_in(at_char(s, at + 3), "部外容陆蒙需销")) at += 3; /* 今年内, 1956年内 */
  uint32_t limit = any_word(s, at, limits);
  if (limit == 3 && char_in(at_char(s, at + 3), "列往沿景三四五十置期海两后端提所移进")) limit = 0;
  if (limit) p->use = YH_BY, at += limit;
  uint32_t start = any_word(s, at, since);
  if (start == 3 && char_in(at_char(s, at + 3), "自源到步点草降实全")) start = 0;
  if (start) p->use = YH_SINCE, at += start;
  return at;
}

/* 恢复到2019年的108%, 至上年同期的1.2倍: a figure of that year is the base, the year no deadline. */
static bool is_base(const Scan *s, const Period *p) {
  Number n;
  uint32_t at = at_word(s, p->end, "同期") || at_word(s, p->end, "水平") ? p->end + 6 : p->end;
  if (!at_word(s, at, "的") || !number_parse(s->text, s->end, at + 3, &n)) return false;
  return at_word(s, n.end, "%") || at_word(s, n.end, "倍") || at_word(s, n.end, "分之");
}

/* 到2027年, 截至2024年底, 从2020年, 比2015年 */
static void read_lead(const Scan *s, Period *p) {
  static const char *const by[] = {"截至到", "截止到", "截至", "截止", NULL};
  uint32_t length = any_word_before(s, p->start, by), c = before_char(s, p->start);
  if (length) p->start -= length;
  else if (p->start > s->floor && (char_in(c, "到至"))) {
    uint32_t earlier = before_char(s, p->start - 3);
    if (char_in(earlier, "达高增升降减低少加推延直甚乃以")) return;
    p->start -= 3;
    if (p->use == YH_DURING) p->use = is_base(s, p) ? YH_FROM : YH_BY;
  } else if (char_in(c, "是为") && at_word(s, p->end, "的")) p->use = YH_FROM; /* 是2015年的2.6倍 */
  else if (char_in(c, "从由比较") && p->use == YH_DURING) p->use = YH_FROM;
}

static bool is_year(const Number *n) {
  return n->digits == 4 && !n->magnitude && !n->decimal && n->value >= 1700 && n->value <= 2200;
}

/* 2021—2025年, 一九五三年到一九五七年, 一九八一年起到一九九○年, 2021-25年: the second year, or 0. */
static uint32_t read_last_year(const Scan *s, uint32_t at, int first, int *last) {
  if (at_word(s, at, "起到") || at_word(s, at, "起至")) at += 3;
  uint32_t mark = range_mark(s->text, s->end, at);
  Number n;
  if (!mark) return 0;
  const int report = s->context->report_year; /* 从1979年到去年 */
  const bool this_year = at_word(s, at + mark, "今年");
  if (report && (this_year || at_word(s, at + mark, "去年") || at_word(s, at + mark, "上年"))) {
    *last = report - !this_year;
    return *last > first && *last <= first + 60 ? at + mark + 3 : 0; /* before 年, as behind a number */
  }
  if (!number_parse(s->text, s->end, at + mark, &n) || n.magnitude || n.decimal) return 0;
  int year = is_year(&n) ? (int)n.value : n.digits == 2 ? first - first % 100 + (int)n.value : 0;
  if (year <= first || year > first + 60) return 0;
  *last = year;
  return n.end;
}

/* 2025-03-20, 2025.3.20, 2025/3/20 */
static uint32_t scan_iso_date(Scan *s, const Number *n) {
  uint32_t at = n->end, mark = at_char(s, at);
  int month, day;
  if (!n->arabic || !char_in(mark, "-./")) return 0;
  uint32_t length, from = ++at;
  for (month = 0; at < from + 2 && number_digit_arabic(char_at(s->text, s->end, at, &length)) >= 0; at++)
    month = month * 10 + s->text[at] - '0';
  if (month < 1 || month > 12 || at_char(s, at) != mark) return 0;
  for (from = ++at, day = 0; at < from + 2 && at < s->end && utf8_is_digit((unsigned char)s->text[at]); at++)
    day = day * 10 + s->text[at] - '0';
  if (day < 1 || day > 31 || number_digit_arabic(at_char(s, at)) >= 0) return 0;
  return period_add(s, &(Period){.start = n->start,
                                 .end = at,
                                 .core_start = n->start,
                                 .core_end = at,
                                 .grain = YH_DAY,
                                 .first = (int)n->value,
                                 .last = (int)n->value,
                                 .month = (uint8_t)month,
                                 .day = (uint8_t)day});
}

/* 1988、1989两年, 一九八四年和一九八五年这两年: the end of both years in a row, or 0. */
static uint32_t read_both_years(const Scan *s, uint32_t at, int first) {
  if (at_word(s, at, "年")) at += 3;
  Number n;
  if (!char_in(at_char(s, at), "、和与及") || !number_parse(s->text, s->end, at + 3, &n)) return 0;
  if (!is_year(&n) || (int)n.value != first + 1) return 0;
  at = n.end + (at_word(s, n.end, "年") ? 3 : 0);
  if (at_word(s, at, "这")) at += 3;
  return at_word(s, at, "两年") ? at + 6 : 0;
}

static uint32_t scan_years(Scan *s, const Number *n) {
  Period p = {
      .start = n->start, .core_start = n->start, .grain = YH_YEAR, .first = (int)n->value, .last = (int)n->value};
  uint32_t at = n->end, next;
  Number other;
  bool year = at_word(s, at, "年");
  if ((next = read_last_year(s, year ? at + 3 : at, p.first, &p.last))) {
    if (!at_word(s, next, "年") && !at_word(s, next, "学年") && !(n->arabic && !year && next - at > 5)) next = 0;
  }
  if (next) {
    p.grain = YH_YEARS;
    at = next + (at_word(s, next, "年") ? 3 : at_word(s, next, "学年") ? 6 : 0);
  } else if ((next = read_both_years(s, at, p.first))) p.grain = YH_YEARS, p.last = p.first + 1, at = next;
  else if (year) p.last = p.first, at += 3;
  else if (char_in(at_char(s, at), "、和") && number_parse(s->text, s->end, at + 3, &other) && is_year(&other) &&
           at_word(s, other.end, "年"))
    return period_add(
        s, &(Period){n->start, at, n->start, at, YH_YEAR, YH_DURING, p.first, p.first, 0, 0}); /* 2023、2024年 */
  else return scan_iso_date(s, n);
  if (at_word(s, at, "代")) return 0;
  p.end = read_tail(s, &p, at);
  const uint32_t mark = p.grain != YH_YEAR && p.grain != YH_YEARS ? range_mark(s->text, s->end, p.end) : 0;
  if (mark && number_parse(s->text, s->end, p.end + mark, &other) && is_year(&other) && (int)other.value > p.first &&
      at_word(s, other.end, "年")) { /* 2008年下半年到2009年年初 */
    p.grain = YH_YEARS, p.month = 0, p.last = (int)other.value;
    p.end = read_tail(s, &p, other.end + 3);
    p.grain = YH_YEARS, p.month = 0;
  }
  read_lead(s, &p);
  return period_add(s, &p);
}

/* 97年, 九五年: a year of the century, in a report of its time. How long something lasts is hardly ever as much. */
static uint32_t scan_short_year(Scan *s, const Number *n) {
  const int report = s->context->report_year, year = 1900 + (int)n->value;
  if (n->digits != 2 || n->magnitude || n->decimal || n->about || n->value != n->high || n->value < 49) return 0;
  if (report < 1955 || report > 2005 || year < report - 30 || year > report + 12 || !at_word(s, n->end, "年")) return 0;
  if (at_word(s, n->end, "年代") || char_in(before_char(s, n->start), "近这连后前满了第过")) return 0;
  Period p = {.start = n->start, .core_start = n->start, .grain = YH_YEAR, .first = year, .last = year};
  p.end = read_tail(s, &p, n->end + 3);
  read_lead(s, &p);
  return period_add(s, &p);
}

/* The last year of what has passed, as seen from this part. */
static int past_year(const Scan *s) {
  const MentionContext *c = s->context;
  if (c->role == YH_REVIEW && c->base_year) return c->base_year;
  return c->report_year ? c->report_year - 1 : 0;
}

/* Whether the text itself says which years a length covers: 1953年到1978年的二十六年间, 结束恢复的这一年. */
static bool is_told_elsewhere(const Scan *s, uint32_t start, int count, bool looks_back) {
  uint32_t lead = before_char(s, start);
  bool counted_on = char_in(lead, "的") && word_before(s->text, s->begin, start - 3, "年"); /* 年的 */
  bool behind_period = start == s->floor && start > s->begin;
  return counted_on || behind_period || (count >= 50 && !looks_back) || (count == 1 && at_word(s, start, "这"));
}

/* 这八年, 八年内: the span of as many years that was named not long before, if there is one. */
static bool is_named_again(const Scan *s, Period *p, int count) {
  if (!at_word(s, p->start, "这") && p->use != YH_BY) return false;
  for (size_t i = s->list->count, tries = 0; i-- > 0 && tries < 40; tries++) {
    const YhMention *m = &s->list->items[i];
    const bool plan = m->grain == YH_PLAN_PERIOD && m->sentence == s->sentence; /* 第一个五年计划…，五年内 */
    if (m->kind != YH_PERIOD || (m->grain != YH_YEARS && !plan) || m->use == YH_FOR || !m->first_year) continue;
    if (m->last_year - m->first_year + 1 != count) continue;
    p->first = m->first_year, p->last = m->last_year, p->use = YH_DURING;
    return true;
  }
  return false;
}

/* 到2000年的二十年内: the years that end with the one named in front. */
static bool ends_with_named(const Scan *s, Period *p, int count) {
  const YhMention *until = s->list->count ? &s->list->items[s->list->count - 1] : NULL;
  if (!until || until->kind != YH_PERIOD || until->use != YH_BY || until->end + 3 != p->start || !at_word(s, until->end, "的")) return false;
  if (!until->last_year || until->first_year != until->last_year || count < 2) return false;
  p->last = until->last_year, p->first = p->last - count + 1, p->use = YH_DURING;
  return true;
}

/* 用五年左右时间, 需要三年的时间: how long the words behind the years are, 0 without them */
static uint32_t span_used(const Scan *s, uint32_t at) {
  static const char *const tails[] = {"时间", "的时间", "左右时间", "左右的时间", NULL};
  return any_word(s, at, tails);
}

/* 十年前, 五年后 */
static bool is_distance(const Scan *s, uint32_t at) {
  static const char *const tails[] = {"之前", "以前", "之后", "以后", "前", "后", NULL};
  uint32_t length = any_word(s, at, tails);
  return length && (length > 3 || !char_in(at_char(s, at + 3), "期置端沿列往三四五十两续备勤"));
}

/* “十四五”前四年, “六五”计划的头三年, 后两年: the first or last years of the plan named in front, which ends with them. */
static bool end_part_of_plan(Scan *s, uint32_t start, uint32_t end, int count) {
  static const char *const joints[] = {"计划的", "规划的", "计划", "规划", "的", NULL};
  const bool late = at_word(s, start, "后");
  if (!late && !at_word(s, start, "前") && !at_word(s, start, "头")) return false;
  if (!s->list->count || !count || count > 5) return false;
  YhMention *plan = &s->list->items[s->list->count - 1];
  if (plan->grain != YH_PLAN_PERIOD || plan->sentence != s->sentence || plan->first_year == plan->last_year) return false;
  if (plan->end != start && plan->end + any_word(s, plan->end, joints) != start) return false;
  const int first = late ? plan->last_year - count + 1 : plan->first_year;
  plan->first_year = (int16_t)first, plan->last_year = (int16_t)(first + count - 1);
  plan->grain = YH_YEARS, plan->use = YH_DURING, plan->end = plan->core_end = end;
  return true;
}

/* 三年期间, 三年调整期间; 经过三年, 经过三年努力: the end of it, or 0. */
static uint32_t read_effort(const Scan *s, Period *p, uint32_t start, uint32_t at) {
  static const char *const spans[] = {"期间", "调整期间", "治理整顿期间", "整顿期间", "恢复期间", NULL};
  uint32_t length = any_word(s, at, spans);
  if (length) return at + length;
  if (!word_before(s->text, s->begin, start, "经过")) return 0;
  p->start = start - 6;
  return at;
}

/* ，头三年新建…, 后两年: years of a span that is known from elsewhere. */
static bool opens_as_part(const Scan *s, uint32_t start) {
  if (start < s->begin || !char_in(at_char(s, start), "前头后")) return false;
  if (char_in(at_char(s, start), "前")) return start == s->begin || !char_in(before_char(s, start), "目以之当日年从先提眼向");
  return start == s->begin || char_in(before_char(s, start), "，。；：、在");
}

/* 连续5年, 过去五年, 五年来, 未来三年, 今明两年, 三年内, 三年行动: lengths that say when. */
static uint32_t scan_length(Scan *s, const Number *n) {
  static const char *const past[] = {"过去的", "过去", "回首", "回顾", "回望", "最近",
                                     "近",     "这",   "连续", "连",   "已连续", NULL};
  static const char *const future[] = {"未来", "今后", "接下来", "往后", "今明", NULL};
  static const char *const since[] = {"多以来", "多来", "以来", "来", "间", NULL};
  static const char *const sums[] = {"平均", "年均", "累计", "共计", "合计", "总共", NULL};
  static const char *const within[] = {"之内", "以内", "内", NULL};
  static const char *const plans[] = {"行动", "攻坚", "倍增",   "滚动",   "提升行动", "任务",
                                      "规划", "禁渔", "大变样", "见成效", NULL};
  bool years = at_word(s, n->end, "年"), months = at_word(s, n->end, "个月");
  if ((!years && !months) || n->decimal || n->value > 1000) return 0;
  uint32_t at = n->end + (years ? 3 : 6), length;
  int count = years && !n->about && n->value == n->high ? (int)n->value : 0; /* 0: no years to reckon */
  Period p = {.start = n->start,
              .core_start = n->start,
              .core_end = at,
              .end = at,
              .use = YH_FOR,
              .grain = years ? YH_YEARS : YH_MONTH};
  enum { NOWHERE, BEHIND, AHEAD } side = NOWHERE;
  if ((length = any_word_before(s, n->start, past))) p.start -= length, side = BEHIND;
  else if ((length = any_word_before(s, n->start, future))) p.start -= length, side = AHEAD;
  if (side == NOWHERE && years && word_before(s->text, s->begin, n->start, "以来的")) side = BEHIND; /* 解放以来的三十年 */
  length = any_word(s, at, since);
  if (!length && years && at_word(s, at, "中") && !char_in(at_char(s, at + 3), "专考学期级职等心")) length = 3; /* 三年中 */
  if (length && !at_word(s, at, "来自")) {
    p.end = at + length;
    if (side == NOWHERE) side = BEHIND;
  } else if (side != BEHIND && years && (length = any_word(s, at, within))) {
    bool over = side == NOWHERE && s->context->role == YH_REVIEW && !char_in(before_char(s, n->start), "争划拟将要用");
    p.end = at + length; /* `over`: 三年内开工的有四百个 */
    if (count == 5 && side == NOWHERE && s->context->role != YH_PLAN) count = 0; /* from now on, or the years of the plan? */
    if (!over) p.use = YH_BY;
    side = over ? BEHIND : AHEAD;
  } else if (side == NOWHERE && years && (length = read_effort(s, &p, n->start, at))) { /* 三年调整期间, 经过三年努力 */
    p.end = length;
    side = s->context->role == YH_PLAN || s->context->role == YH_FIVE_YEAR ? AHEAD : BEHIND;
    if (s->context->role == YH_FIVE_YEAR && count == 5) count = 0; /* those of the plan */
  } else if (side == NOWHERE && years) {
    bool sum = any_word(s, at, sums), earlier = char_in(before_char(s, n->start), "前头"); /* 五年累计, 前五年 */
    static const char *const former[] = {"上一个", "上个", NULL};
    if ((length = any_word_before(s, n->start, former))) earlier = true, p.start -= length; /* 上个五年 */
    if (earlier && word_before(s->text, s->begin, n->start, "学前")) return 0;
    if (n->start >= s->floor + 3 && end_part_of_plan(s, n->start - 3, p.end, count)) return p.end;
    const bool part = n->start >= s->floor + 3 && opens_as_part(s, n->start - 3);
    if (part) p.start -= 3, earlier = true;
    uint32_t used = span_used(s, at);
    p.end += used;
    if (used && s->context->role != YH_REVIEW && char_in(before_char(s, n->start), "用花")) side = AHEAD;
    else if (used) side = BEHIND, count = 0;
    else if (!sum && !earlier && !is_distance(s, at) && (n->about || !any_word(s, at, plans))) return 0;
    else {
      static const char *const ago[] = {"之前", "以前", "前", NULL};
      side = BEHIND;
      if (earlier || !sum || s->context->role != YH_REVIEW) count = 0;
      if (!earlier && !sum && !n->about && is_distance(s, at)) {
        const uint32_t before = any_word(s, at, ago);
        p.end = at + before; /* 是五年前的三倍 */
        if (before && n->value >= 8 && n->value < 100 && s->context->report_year) { /* 五十年前，…: then */
          p.first = p.last = s->context->report_year - (int)n->value, p.grain = YH_YEAR, p.use = YH_DURING;
          return period_add(s, &p);
        }
      }
    }
  }
  if (side == NOWHERE) return 0;
  if (side == AHEAD && ends_with_named(s, &p, count)) return period_add(s, &p);
  if (is_told_elsewhere(s, p.start, count, word_before(s->text, s->begin, p.end, "来"))) count = 0;
  if (count > 2 && side != NOWHERE && is_named_again(s, &p, count)) return period_add(s, &p);
  if (count && side == BEHIND && past_year(s)) p.last = past_year(s), p.first = p.last - count + 1;
  if (count && side == AHEAD && s->context->report_year) {
    p.first = s->context->report_year, p.last = p.first + count - 1;
  }
  return period_add(s, &p);
}

/* 八十年代, 20世纪90年代, 21世纪. A decade that ends with the year before the report's, or begins with it, is that of two
 * five-year plans: 1981 to 1990. */
static uint32_t scan_decades(Scan *s, const Number *n) {
  Period p = {.start = n->start, .core_start = n->start, .grain = YH_YEARS};
  uint32_t end = 0;
  if (n->value > 3000) return 0;
  int decade = (int)n->value, century = 19, reference = s->context->report_year ? s->context->report_year : 2025;
  if (at_word(s, n->end, "世纪") && n->value >= 1 && n->value <= 30 && !n->about) {
    century = (int)n->value - 1, end = n->end + 6;
    p.first = century * 100, p.last = p.first + 99;
    Number inner;
    if (number_parse(s->text, s->end, end, &inner) && inner.value < 100 && at_word(s, inner.end, "年代"))
      decade = (int)inner.value, end = inner.end + 6;
    else decade = -1;
  } else if (at_word(s, n->end, "年代") && decade >= 10 && decade <= 90 && decade % 10 == 0 && !n->about) {
    end = n->end + 6;
    if (2000 + decade < reference && decade < 30) century = 20;
  } else if (at_word(s, n->end, "年代") && is_year(n)) century = decade / 100, decade %= 100, end = n->end + 6;
  else return 0;
  if (decade >= 0) {
    p.first = century * 100 + decade;
    if (reference == p.first + 1 || reference == p.first + 11) p.first++;
    p.last = p.first + 9;
  }
  p.core_end = p.end = end;
  if (decade >= 0 && at_word(s, end, "以来") && past_year(s) > p.first) p.use = YH_SINCE, p.last = past_year(s), p.end += 6;
  return period_add(s, &p);
}

/* 3月20日, 前三季度, 一季度 without a year: in the year that the part speaks of. */
static uint32_t scan_part_of_year(Scan *s, const Number *n) {
  if (n->value > 12 || (n->magnitude && n->arabic) || !char_in(at_char(s, n->end), "月季个、两至到-–—－~～−")) return 0;
  Period p = {.start = n->start, .core_start = n->start, .first = s->context->base_year, .last = s->context->base_year};
  uint32_t lead = before_char(s, n->start), end;
  if (at_word(s, n->end, "季度")) {
    if (n->start > s->floor && (char_in(lead, "前第"))) p.start = p.core_start -= 3;
    end = read_quarter(s, &p, p.start);
  } else if (n->start > s->floor && char_in(lead, "前") &&
             (at_word(s, n->end, "个月") || at_word(s, n->end, "个季度"))) {
    p.start = p.core_start -= 3, p.month = 1; /* 前8个月, 前三个季度 */
    p.grain = at_word(s, n->end, "个月") ? YH_MONTH : YH_QUARTER;
    end = n->end + (p.grain == YH_MONTH ? 6 : 9);
  } else {
    uint32_t mark = range_mark(s->text, s->end, n->end), next;
    int last;
    bool quarters = mark && (next = small_number(s, n->end + mark, 4, &last)) && at_word(s, next, "季度");
    end = quarters ? read_quarter(s, &p, n->start) : read_month(s, &p, n->start);
  }
  if (!end) return 0;
  p.end = read_tail(s, &p, end);
  read_lead(s, &p);
  return period_add(s, &p);
}

/* 上午9时30分, 20日 */
static uint32_t scan_clock(Scan *s, const Number *n) {
  if (n->decimal || n->magnitude || n->value > 31 || !n->arabic) return 0;
  if (at_word(s, n->end, "时") && n->value <= 24 &&
      (number_digit_arabic(at_char(s, n->end + 3)) >= 0 || char_in(at_char(s, n->end + 3), "许整至起前")))
    return scan_reject(s, n, n->start, n->end + 3, YH_DATE);
  if (!at_word(s, n->end, "日") || n->value < 1 || char_in(at_char(s, n->end + 3), "内游均以之产")) return 0;
  Period p = {.start = n->start,
              .core_start = n->start,
              .core_end = n->end + 3,
              .end = n->end + 3,
              .grain = YH_DAY,
              .day = (uint8_t)n->value,
              .first = s->context->base_year,
              .last = s->context->base_year};
  return period_add(s, &p);
}

uint32_t period_scan(Scan *s, const Number *n) {
  uint32_t end;
  if (n->vague || (n->implied && !n->about)) return 0;
  if (is_year(n) && (end = scan_years(s, n))) return end;
  if ((end = scan_short_year(s, n))) return end;
  if ((end = scan_decades(s, n)) || (end = scan_length(s, n)) || (end = scan_part_of_year(s, n))) return end;
  return scan_clock(s, n);
}

/* 以上|年均, 安全|年, 过去|年: the word begins inside another. */
static bool is_tail(const Scan *s, uint32_t at) {
  uint32_t c = at_char(s, at), previous = before_char(s, at);
  if (char_in(c, "年")) return false;
  return char_in(previous, "以过目之文基成安健相向今往本同根版日跟样书资标齐完");
}

uint32_t period_word_scan(Scan *s, uint32_t at) {
  /* a look at the second character spares most 上, 下, 全 the search */
  if (!char_in(at_char(s, at + 3), "年半世底末初内终")) return 0;
  const Word *w = lexicon_find(&year_lexicon, s->text, s->begin, s->end, at);
  if (!w || is_tail(s, at)) return 0;
  /* 达产后|年产值, 目前|年接待 */
  if (w->length == 6 && char_in(at_char(s, at), "前后") && char_in(before_char(s, at), "产成营工改建用效运目以之此造制投")) return 0;
  const MentionContext *c = s->context;
  int base = (w->tag & BASE) ? c->base_year : c->this_year ? c->this_year : c->report_year, year = base ? base + (w->tag & 0x0F) - ZERO : 0;
  Period p = {.start = at, .core_start = at, .grain = YH_YEAR, .first = year, .last = year};
  uint32_t end = at + w->length;
  if (w->tag == 0x20) { /* 本世纪末, 本世纪中叶, 上世纪八十年代 */
    int century = c->report_year ? c->report_year / 100 * 100 : 2000;
    if (c->report_year && c->report_year % 100 == 0) century -= 100;
    p.first = century - (at_word(s, at, "上") ? 100 : 0), p.last = p.first + 99, p.grain = YH_YEARS;
    Number n;
    if (at_word(s, end, "末")) p.first = p.last = p.last + 1, end += 3;
    else if (at_word(s, end, "内")) p.first = p.last = p.last + 1, p.use = YH_BY, end += 3;
    else if (at_word(s, end, "中叶")) p.first = p.last = p.first + 50, end += 6;
    else if (number_parse(s->text, s->end, end, &n) && n.value < 100 && at_word(s, n.end, "年代")) {
      p.first += (int)n.value, p.last = p.first + 9, end = n.end + 6;
    }
    p.core_end = p.end = end;
    read_lead(s, &p);
    return period_add(s, &p);
  }
  if (w->length == 3) { /* 年底, 年内, 年末: 年 alone means nothing */
    static const char *const parts[] = {"底", "末", "初", "内", "终", NULL};
    if (!any_word(s, end, parts) || char_in(before_char(s, at), "青少成中老常多几往近历每")) return 0;
    end += 3;
    if (at_word(s, at, "年内")) p.use = YH_BY;
  }
  int last;
  uint32_t next = year && w->length == 6 ? read_last_year(s, end, year, &last) : 0;
  if (next && at_word(s, next, "年")) { /* 从今年起到1985年 */
    p.last = last, p.grain = YH_YEARS, p.core_end = p.end = next + 3;
    read_lead(s, &p);
    return period_add(s, &p);
  }
  if (at_word(s, at, "上半年") || at_word(s, at, "下半年")) read_half_year(s, &p, at);
  if (char_in(at_char(s, end), "轻龄")) return 0; /* 本年龄 */
  p.end = read_tail(s, &p, end);
  read_lead(s, &p);
  return period_add(s, &p);
}

/* 建国以来, 改革开放以来: the years since what everybody knows the year of. `at` stands on 以来. */
uint32_t event_scan(Scan *s, uint32_t at) {
  static const struct {
    const char *name;
    int first; /* the first whole year */
  } events[] = {{"建国", 1950},       {"新中国成立", 1950},       {"共和国成立", 1950},  {"解放", 1950},
                {"改革开放", 1979}, {"十一届三中全会", 1979}, {"粉碎“四人帮”", 1977}};
  if (!at_word(s, at, "以来")) return 0;
  for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
    if (!word_before(s->text, s->begin, at, events[i].name)) continue;
    int last = past_year(s);
    uint32_t start = at - (uint32_t)strlen(events[i].name);
    if (!last || events[i].first > last || start < s->floor) return 0;
    return period_add(s, &(Period){.start = start, .core_start = start, .core_end = at, .end = at + 6, .grain = YH_YEARS,
                                   .use = YH_SINCE, .first = events[i].first, .last = last});
  }
  return 0;
}
