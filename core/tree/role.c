/* role.c: see role.h. In a title the last word that names a role decides, seen with the period before it:
 * 目标任务 behind “十五五” is the five-year plan, behind 2026年 next year's; 目标任务完成情况 is a review. */
#include "role.h"

#include "../mention/plan.h"
#include "../text/utf8.h"
#include "date.h"
#include "sentence.h"

#include <string.h>

typedef struct Cue {
  const char *word;
  uint8_t role;
} Cue;

static const Cue title_cues[] = {
    {"回顾", YH_REVIEW},         {"总结", YH_REVIEW},         {"成就", YH_REVIEW},
    {"成绩", YH_REVIEW},         {"完成情况", YH_REVIEW},     {"执行情况", YH_REVIEW},     {"执行结果", YH_REVIEW},
    {"执行的结果", YH_REVIEW},   {"计划的执行", YH_REVIEW},   {"的完成", YH_REVIEW},
    {"基本完成", YH_REVIEW},     {"的胜利完成", YH_REVIEW},
    {"工作情况", YH_REVIEW},     {"进展情况", YH_REVIEW},     {"过去一年", YH_REVIEW},
    {"过去五年", YH_REVIEW},     {"过去的", YH_REVIEW},       {"五年来", YH_REVIEW},
    {"一年来", YH_REVIEW},       {"本届政府", YH_REVIEW},     {"主要成效", YH_REVIEW},     {"工作成效", YH_REVIEW},
    {"去年工作", YH_REVIEW},     {"年的工作", YH_REVIEW},     {"工作安排", YH_PLAN},
    {"今年的工作", YH_PLAN},     {"今年工作", YH_PLAN},       {"新的一年", YH_PLAN},
    {"计划安排", YH_PLAN},       {"总体安排", YH_PLAN},       {"的安排", YH_PLAN},         {"安排意见", YH_PLAN},
    {"主要任务", YH_PLAN},       {"重点任务", YH_PLAN},       {"目标任务", YH_PLAN},
    {"工作任务", YH_PLAN},       {"和任务", YH_PLAN},         {"的任务", YH_PLAN},
    {"发展任务", YH_PLAN},       {"重大任务", YH_PLAN},       {"重点工作", YH_PLAN},
    {"工作部署", YH_PLAN},       {"总体部署", YH_PLAN},       {"工作打算", YH_PLAN},
    {"总体要求", YH_PLAN},       {"预期目标", YH_PLAN},       {"奋斗目标", YH_PLAN},
    {"主要目标", YH_PLAN},       {"发展目标", YH_PLAN},       {"工作思路", YH_PLAN},
    {"发展思路", YH_PLAN},       {"年任务", YH_PLAN},         {"工作建议", YH_PLAN},
    {"总体思路", YH_PLAN},       {"政策取向", YH_PLAN},       {"工作要求", YH_PLAN},
    {"主要举措", YH_PLAN},       {"宏伟蓝图", YH_PLAN},       {"工作重点", YH_PLAN},
    {"今后五年", YH_FIVE_YEAR},  {"未来五年", YH_FIVE_YEAR},  {"五年规划", YH_FIVE_YEAR},
    {"五年计划", YH_FIVE_YEAR},  {"规划纲要", YH_FIVE_YEAR},  {"发展规划", YH_FIVE_YEAR},
    {"远景目标", YH_FIVE_YEAR},  {"结束语", YH_CLOSING},      {"结语", YH_CLOSING},
    {"问题和挑战", YH_PROBLEMS}, {"困难和挑战", YH_PROBLEMS}, {"困难和问题", YH_PROBLEMS},
    {"问题和困难", YH_PROBLEMS}, {"存在问题", YH_PROBLEMS},   {"存在的问题", YH_PROBLEMS},
    {"主要问题", YH_PROBLEMS},   {"问题与不足", YH_PROBLEMS}, {"工作中的缺点", YH_PROBLEMS},
    {"缺点和错误", YH_PROBLEMS}, {"困难与问题", YH_PROBLEMS}, {"问题和不足", YH_PROBLEMS},
    {"困难和不足", YH_PROBLEMS}, {"存在的困难", YH_PROBLEMS},
};

/* Does the span end with a year: 2026年, 一九八五年? The latter is no 五年. */
static bool ends_with_year(const char *text, Span s) {
  static const char *const digits[] = {"〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", NULL};
  if (!span_ends(text, s, "年")) return false;
  s.end -= (uint32_t)strlen("年");
  if (s.end > s.start && text[s.end - 1] >= '0' && text[s.end - 1] <= '9') return true;
  uint32_t digit = 0, all = 0; /* two of them: 五 alone is how many */
  for (; all < 2; all++) {
    for (digit = 0; digits[digit] && !span_ends(text, s, digits[digit]); digit++) continue;
    if (!digits[digit]) break;
    s.end -= (uint32_t)strlen(digits[digit]);
  }
  return all == 2;
}

/* The span of years that the words before a cue speak of. */
static bool speaks_of_five_years(const char *text, Span before) {
  /* the nearest period before the cue: “十五五”, 五年, or 2026年, 今年 */
  for (uint32_t end = before.end; end > before.start; end--) {
    const Span s = {before.start, end};
    if (ends_with_year(text, s) || span_ends(text, s, "今年") || span_ends(text, s, "明年")) return false;
    if (span_ends(text, s, "五年") || span_ends(text, s, "五”") || span_ends(text, s, "五时期")) return true;
  }
  return false;
}

/* A title that speaks of the government's own conduct (政府自身建设). */
static bool is_government(const char *text, Span title) {
  static const char *const plain[] = {"自身建设", "自身改革", "作风建设", "廉政建设", "转变职能", "政风建设", NULL};
  static const char *const conduct[] = {"建设", "效能",     "治理",   "执行力", "履职", "职能",
                                        "作风", "服务水平", "公信力", "革命",   "自己", NULL};
  if (span_has_any(text, title, plain)) return true;
  for (Span rest = title;;) { /* 政府 with a word of conduct behind it, or the last word: 建设人民满意的政府 */
    const uint32_t at = span_find(text, rest, "政府");
    if (at == UINT32_MAX) return false;
    rest.start = at + (uint32_t)strlen("政府");
    if (rest.start >= title.end) return true;
    if (!span_starts(text, rest, "工作") && span_has_any(text, rest, conduct)) return true;
  }
}

/* A short title that starts with a period: “十五五”时期经济社会发展, 2026年政府工作. */
static bool names_period(const char *text, Span title) {
  static const char *const starts[] = {"“十", "过去", "今后", "未来", "今年", "明年", NULL};
  if (span_length(text, title) > 26 || span_find(text, title, "，") != UINT32_MAX) return false;
  if (span_starts_any(text, title, starts)) return true;
  Span year = {title.start, title.start + 7 > title.end ? title.end : title.start + 7};
  return year.end - year.start == 7 && span_ends(text, year, "年") && text[title.start] >= '1' &&
         text[title.start] <= '2';
}

/* …和2026年工作: a year's work without a word that says whether it is done. */
static bool ends_with_year_work(const char *text, Span title) {
  static const char *const works[] = {"年工作", "年重点工作", "年政府工作", NULL};
  for (int i = 0; works[i]; i++) {
    const uint32_t n = (uint32_t)strlen(works[i]);
    if (span_ends(text, title, works[i]) && title.end - n > title.start && text[title.end - n - 1] >= '0' &&
        text[title.end - n - 1] <= '9')
      return true;
  }
  return false;
}

TitleRole role_of_title(const char *text, Span title) {
  if (is_government(text, title)) return (TitleRole){YH_GOVERNMENT, true, YH_GOVERNMENT};
  TitleRole found = {YH_NO_ROLE, false, YH_NO_ROLE};
  uint32_t last = title.start, first = UINT32_MAX;
  for (size_t i = 0; i < sizeof title_cues / sizeof *title_cues; i++) {
    const uint32_t at = span_find(text, title, title_cues[i].word);
    if (at == UINT32_MAX) continue;
    const uint32_t end = at + (uint32_t)strlen(title_cues[i].word);
    uint8_t role = title_cues[i].role;
    const uint32_t year = strncmp(title_cues[i].word, "年", 3) ? 0 : 3; /* 一九九一|年任务 */
    if (role == YH_PLAN && speaks_of_five_years(text, (Span){title.start, at + year})) role = YH_FIVE_YEAR;
    if (at < first) first = at, found.first = role;
    if (end >= last) last = end, found.role = role;
  }
  if (found.role == YH_FIVE_YEAR && ends_with_year_work(text, title)) found.role = YH_PLAN;
  found.speaks = found.role || names_period(text, title);
  return found;
}

/* The first `count` sentences of a paragraph. */
static Span first_sentences(const char *text, Span paragraph, int count) {
  uint32_t end = paragraph.start;
  while (count-- > 0 && end < paragraph.end) end = sentence_end(text, end, paragraph.end);
  return (Span){paragraph.start, end};
}

bool role_is_problems(const char *text, Span paragraph) {
  static const char *const trouble[] = {"问题", "困难", "挑战", "不足", "矛盾", "差距", "短板", "缺点", "弱项", "沟坎", "制约", "薄弱", "偏低", "不平衡", "滞后", "只有", "不高", "不优", "不强", "尚未", NULL};
  static const char *const owning[] = {"清醒",     "也看到",   "要看到",   "应看到",         "必须看到",
                                       "也认识到", "要认识到", "深知",     "仍存在",         "还存在",
                                       "存在不少", "存在一些", "存在着",   "还面临",         "仍面临",
                                       "仍然面临", "正视",     "不容忽视", "肯定成绩的同时",
                                       "看到成绩的同时", "仍然突出", "依然突出", "还有不少", "看清短板", NULL};
  const Span head = first_sentences(text, paragraph, 3);
  return span_has_any(text, head, trouble) && span_has_any(text, head, owning);
}

/* Words of duty and clean hands: two kinds of them in one paragraph speak of the government itself. */
static bool speaks_of_conduct(const char *text, Span paragraph) {
  static const char *const words[] = {"履职尽责", "依法行政", "从严治党", "廉洁",      "廉政",
                                      "担当作为", "作风",     "法治政府", "两个维护”", NULL};
  int n = 0;
  for (int i = 0; words[i]; i++) n += span_find(text, paragraph, words[i]) != UINT32_MAX;
  return n >= 3;
}

bool role_opens_government(const char *text, Span paragraph) {
  static const char *const words[] = {
      "政府自身建设", "加强自身建设", "对政府工作提出", "对政府自身", "各级政府及其工作人员",
      "政府自身改革", "建设人民满意", "加强政府建设",   "对政府提出", NULL};
  const Span head = first_sentences(text, paragraph, 3);
  const bool at_all = span_find(text, head, "政府") != UINT32_MAX || span_find(text, head, "自身建设") != UINT32_MAX;
  return (at_all && span_has_any(text, head, words)) ||
         (span_starts(text, paragraph, "各位代表") && speaks_of_conduct(text, paragraph));
}

bool role_is_closing(const char *text, Span paragraph) {
  static const char *const words[] = {"让我们", "紧密地团结", "紧密团结", "团结在以", "努力奋斗", "而奋斗",
                                      "再创",   "奋力谱写",   "团结起来", "团结一致", "谱写",     NULL};
  return span_has_any(text, paragraph, words);
}

static uint32_t count_words(const char *text, Span span, const char *const *words) {
  uint32_t n = 0;
  for (; *words; words++)
    for (Span s = span;;) {
      const uint32_t at = span_find(text, s, *words);
      if (at == UINT32_MAX) break;
      n++;
      s.start = at + (uint32_t)strlen(*words);
    }
  return n;
}

/* Review or plan, by the words of a stretch whose title says nothing. `awaited`: the year was reviewed, and no title names
 * what is planned: it is told of subject by subject, each with its year before. */
static YhRole role_of_content(const char *text, Span span, YhRole before, bool awaited) {
  static const char *const past[] = {"比上年", "一年来", "过去", "五年来", "取得", "去年",
                                     "成就",   "已经",   "了",   "同比",   NULL};
  static const char *const future[] = {"要",   "将",   "今年",   "必须", "应该", "应当",
                                       "力争", "确保", "进一步", "继续", "努力", NULL};
  if (span.end - span.start > 24000) span.end = span.start + 24000;
  const uint32_t done = count_words(text, span, past), ahead = count_words(text, span, future);
  if (awaited && ahead && done < 3 * ahead) return YH_PLAN;
  return done > ahead || (done == ahead && !before) ? YH_REVIEW : YH_PLAN; /* a report begins with what was */
}

/* Roles of the paragraphs before the first part: an old report may review the year there without a heading. */
static void role_opening(const Text *text, Entry *entries, uint32_t from, uint32_t to) {
  static const char *const reviewing[] = {"工作回顾", "报告过去", "首先报告", "过去一年", "过去的一年",
                                          "刚刚过去", "一年来",   "五年来",   "去年",     NULL};
  static const char *const planning[] = {"总体要求",         "预期目标",   "今年工作", "今年的工作",
                                         "今年经济社会发展", "今年要着重", NULL};
  YhRole role = YH_OPENING;
  const bool long_opening = to - from > 6;
  for (uint32_t i = from; i < to; i++) {
    const Span head = first_sentences(text->bytes, entry_span(text, entries, i), 2);
    if (long_opening && i > from) {
      if (role != YH_PLAN && role_is_problems(text->bytes, entry_span(text, entries, i))) role = YH_PROBLEMS;
      else if (role != YH_OPENING && span_has_any(text->bytes, head, planning)) role = YH_PLAN;
      else if (role == YH_OPENING && span_has_any(text->bytes, head, reviewing)) role = YH_REVIEW;
    }
    entries[i].role = (uint8_t)role;
  }
}

/* 做好今年工作的总体要求是…: from here on a review without a heading behind it speaks of the plan. A review that
 * says that its targets were reached does not. */
static bool turns_to_plan(const char *text, Span first) {
  static const char *const words[] = {"今年工作的总体要求",
                                      "今年工作总的要求",
                                      "做好今年各项工作",
                                      "做好今年工作",
                                      "今年要着重做好",
                                      "今年政府工作的",
                                      "今年经济社会发展的主要预期目标",
                                      "今年经济社会发展主要预期目标",
                                      NULL};
  static const char *const done[] = {"完成", "实现了", "达到", NULL};
  return span_has_any(text, first, words) && !span_has_any(text, first, done);
}

/* Where a part whose title names two roles passes from the first to the last. */
static bool turns_to_last(const char *text, Span first, Span title, YhRole last) {
  static const char *const years[] = {"今后五年", "未来五年", "今后一个时期", "展望", NULL};
  static const char *const year[] = {"今年", "新的一年", NULL};
  if (last == YH_FIVE_YEAR) {
    /* the plan that the title names last: “十五五” */
    Span named = {title.start, title.start};
    for (Span rest = title;;) {
      const uint32_t at = span_find(text, rest, "“十");
      if (at == UINT32_MAX) break;
      named = (Span){at, at + 12 < title.end ? at + 12 : title.end};
      rest.start = at + 3;
    }
    char plan[16] = "";
    if (named.end > named.start) memcpy(plan, text + named.start, named.end - named.start);
    return span_has_any(text, first, years) || (plan[0] && span_starts(text, first, plan));
  }
  if (last == YH_PLAN)
    return span_starts_any(text, first, year) || turns_to_plan(text, first) ||
           (names_period(text, (Span){first.start, first.start + 7}) && text[first.start] == '2');
  return true;
}

/* The role that paragraph or section i of a part turns to, or 0. */
static YhRole turn_at(const Text *text, const Entry *entries, uint32_t i, uint32_t from, YhRole running,
                      TitleRole part) {
  const char *bytes = text->bytes;
  const Entry *e = &entries[i];
  const Span span = entry_span(text, entries, i), first = first_sentences(bytes, span, 1);
  if (running == part.first && part.first != part.role)
    return turns_to_last(bytes, first, (Span){entries[from].title_start, entries[from].title_end}, part.role)
               ? part.role
               : YH_NO_ROLE;
  if (e->depth) return YH_NO_ROLE;
  if (part.role == YH_REVIEW && role_is_problems(bytes, span)) return YH_PROBLEMS;
  if (part.role == YH_REVIEW && turns_to_plan(bytes, first)) return YH_PLAN;
  if (part.role == YH_PLAN && i > from + 3 && role_opens_government(bytes, span)) return YH_GOVERNMENT;
  return YH_NO_ROLE;
}

/* Roles within one part: entries[from] is its heading. */
static void role_part(const Text *text, Entry *entries, uint32_t from, uint32_t to, TitleRole part) {
  const char *bytes = text->bytes;
  uint8_t running = part.first ? part.first : part.role, section = running;
  entries[from].role = part.role;
  for (uint32_t i = from + 1; i < to; i++) {
    Entry *e = &entries[i];
    const uint8_t level = e->depth ? e->depth : (uint8_t)(e->under + 1);
    if (level <= 2) {
      const YhRole turn = turn_at(text, entries, i, from, running, part);
      if (turn) running = (uint8_t)turn;
      section = running;
    }
    if (e->depth == 2) {
      static const char *const trouble[] = {"问题", "困难", "不足", "缺点", NULL};
      const Span title = {e->title_start, e->title_end};
      const YhRole own = span_find(bytes, title, "自身建设") != UINT32_MAX ? YH_GOVERNMENT
                         : span_has_any(bytes, title, trouble)             ? (YhRole)role_of_title(bytes, title).role
                                                                           : YH_NO_ROLE;
      if (own == YH_PROBLEMS) section = YH_PROBLEMS;
      if (own == YH_GOVERNMENT && running == YH_PLAN) section = YH_GOVERNMENT;
      if (running == YH_PROBLEMS && own != YH_PROBLEMS) section = running = part.role;
    }
    e->role = section;
  }
}

/* The last year in a part's title, also a bare one before a colon (2030：顶压前行); 0 for none. */
static int title_year(const Text *text, const Entry *e) {
  Span rest = {e->title_start, e->title_end}, where;
  int year = 0;
  for (Date date; date_find(text->bytes, rest, &date, &where); rest.start = where.end) year = date.year;
  uint32_t end;
  const int bare = year ? 0 : date_year_at(text->bytes, rest, &end);
  return bare && span_starts(text->bytes, (Span){end, rest.end}, "：") ? bare : year;
}

/* The first year of the plan that a title names last (“十三五”圆满收官, “十五五”时期的方向); 0 for none. */
static int title_plan(const char *text, Span title) {
  static const char *const nouns[] = {"时期", "期间", "规划", "计划", NULL};
  int plan = 0;
  for (uint32_t at = title.start, end, length; at < title.end; at = end) {
    const int number = plan_name_at(text, at, title.end, &end);
    if (!number) utf8_decode(text + at, &length), end = at + length;
    else if (span_ends(text, (Span){title.start, at}, "“") || span_starts_any(text, (Span){end, title.end}, nouns))
      plan = plan_first_year(number);
  }
  return plan;
}

/* What a part is for by the five-year plan that its title names: what is over is reviewed; one that begins is laid out, but
 * its good start is the work of its first year. */
static YhRole role_of_plan(const char *text, Span title, int delivered) {
  static const char *const starts[] = {"开局", "开好局", "起步", "第一步", "头一年", "第一年", NULL};
  const int plan = delivered ? title_plan(text, title) : 0;
  if (!plan || (plan < delivered && delivered <= plan + 4)) return YH_NO_ROLE;
  if (plan < delivered) return YH_REVIEW;
  return span_has_any(text, title, starts) ? YH_PLAN : YH_FIVE_YEAR;
}

/* The role of a part whose title names none: 2030年工作 before 2031年工作 is a review; then the plan that it names, then its
 * words tell. */
static YhRole role_untold(const Text *text, const Entry *entries, uint32_t from, uint32_t to, YhRole before,
                          int delivered, int last_year, bool awaited) {
  const int year = title_year(text, &entries[from]);
  if (year && (year < last_year || year < delivered)) return YH_REVIEW;
  const Span title = {entries[from].title_start, entries[from].title_end};
  const YhRole planned = year ? YH_NO_ROLE : role_of_plan(text->bytes, title, delivered);
  if (planned) return planned;
  if (before == YH_PLAN || (before && year && year == last_year)) return YH_PLAN;
  return role_of_content(text->bytes, (Span){text->paragraphs[from].start, entries[to - 1].end}, before, awaited);
}

/* Does the title of a part name what is planned? */
static bool names_plan(const Text *text, const Entry *entries, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    const uint8_t role = entries[i].depth == 1 && entries[i].zone == ZONE_BODY
                             ? role_of_title(text->bytes, (Span){entries[i].title_start, entries[i].title_end}).role
                             : YH_NO_ROLE;
    if (role == YH_PLAN || role == YH_FIVE_YEAR) return true;
  }
  return false;
}

/* 三、2026年的工作, in a report of 2026 and behind a review, is what is planned, though 年的工作 mostly looks back. */
static bool is_work_ahead(const Text *text, const Entry *e, int delivered, int last_year) {
  const int year = title_year(text, e);
  return delivered && year == last_year && year >= delivered &&
         span_ends(text->bytes, (Span){e->title_start, e->title_end}, "年的工作");
}

void role_assign(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count;
  int last_year = 0;
  for (uint32_t i = 0; i < n; i++) {
    const int year = entries[i].depth == 1 ? title_year(text, &entries[i]) : 0;
    if (year > last_year) last_year = year;
  }
  uint32_t first = 0;
  int delivered = 0; /* the year that the report's head names */
  while (first < n && entries[first].zone != ZONE_BODY) {
    Date date;
    if (date_find(text->bytes, entry_span(text, entries, first), &date, NULL)) delivered = date.year;
    entries[first++].role = YH_OPENING;
  }
  uint32_t part = first;
  while (part < n &&
         !(entries[part].depth == 1 || entries[part].zone >= ZONE_NOTES || entries[part].role == YH_CLOSING))
    part++;
  role_opening(text, entries, first, part);
  YhRole before = YH_NO_ROLE;
  bool reviewed = false; /* a part whose title says so looked back on the year */
  for (uint32_t i = part; i < n;) {
    if (entries[i].zone >= ZONE_NOTES || entries[i].role == YH_CLOSING || entries[i].depth != 1) {
      if (entries[i].zone >= ZONE_NOTES) entries[i].role = YH_NOTES;
      else if (!entries[i].role) entries[i].role = YH_OPENING;
      i++;
      continue;
    }
    uint32_t end = i + 1;
    while (end < n && entries[end].depth != 1 && entries[end].zone == ZONE_BODY && entries[end].role != YH_CLOSING)
      end++;
    TitleRole title = role_of_title(text->bytes, (Span){entries[i].title_start, entries[i].title_end});
    if (before && title.role == YH_REVIEW && is_work_ahead(text, &entries[i], delivered, last_year))
      title.first = title.role = YH_PLAN;
    const int year = title_year(text, &entries[i]);
    if (title.role == YH_REVIEW || (year && year < delivered)) reviewed = true;
    if (!title.role) {
      const bool awaited = reviewed && before && !names_plan(text, entries, n);
      title.first = title.role = (uint8_t)role_untold(text, entries, i, end, before, delivered, last_year, awaited);
    }
    role_part(text, entries, i, end, title);
    before = (YhRole)title.role;
    i = end;
  }
}
