/* told.c: quantities that are told in words: 翻番, 翻两番以上, 半数, 半年. */
#include "scan.h"
#include <math.h>

/* A quantity that is told without a number of its own. */
static uint32_t add_told(Scan *s, uint32_t start, uint32_t end, double value, const char *unit, YhDimension dimension) {
  Hedge h = hedge_around(s, start, end, dimension, &(Number){.implied = false});
  YhMention *m = scan_add(s, YH_QUANTITY, h.start, h.end);
  m->core_start = start, m->core_end = end, m->unit = unit, m->dimension = (uint8_t)dimension;
  quantity_bounds(m, h.op, value, value);
  return h.end;
}

static uint32_t double_scan(Scan *s, uint32_t at) {
  uint32_t end = at + 3, told = s->list->count;
  if (at_word(s, end, "了")) end += 3;
  if (at_word(s, end, "番")) return add_told(s, at, end + 3, 2, "倍", YH_TIMES);
  Number n;
  const bool about = at_word(s, end, "近") || at_word(s, end, "将近");
  if (about) end += at_word(s, end, "近") ? 3 : 6;
  if (!number_parse(s->text, s->end, end, &n) || n.value < 1 || n.value > 20 || !at_word(s, n.end, "番")) return 0;
  end = n.end + 3;
  bool half = at_word(s, end, "半") && !char_in(at_char(s, end + 3), "年月天数个"); /* 翻了一番半 */
  end = add_told(s, at, half ? end + 3 : end, half ? round(100 * exp2(n.value + 0.5)) / 100 : exp2(n.value), "倍", YH_TIMES);
  if (about && s->list->items[told].op == YH_EQ) s->list->items[told].op = YH_ABOUT; /* 翻了近一番 */
  return end;
}

/* 降至零, 均为零: nothing is left, where nothing else stands behind it; 由零增至80公里. */
uint32_t zero_scan(Scan *s, uint32_t at) {
  if (!at_word(s, at, "零")) return 0;
  uint32_t before = before_char(s, at), behind = at_char(s, at + 3);
  bool from = char_in(before, "由从") && char_in(behind, "增升提扩发跃上");
  if (!from && (!char_in(before, "为至到") || utf8_is_han(behind))) return 0;
  return add_told(s, at, at + 3, 0, "", YH_NO_DIMENSION);
}

/* 打对折 */
static uint32_t halved_scan(Scan *s, uint32_t at) {
  if (!word_before(s->text, s->floor, at, "打对") && !word_before(s->text, s->floor, at, "打對")) return 0;
  return add_told(s, at - 3, at + 3, 50, "%", YH_PERCENT);
}

/* Large crowds: no quantity, but the least that they are is told. */
uint32_t told_scan(Scan *s, uint32_t at) {
  static const struct {
    const char *word;
    double least;
  } crowds[] = {{"成百上千", 100},   {"成千上万", 1000},  {"成千成万", 1000}, {"千千万万", 10000},
                {"数以百计", 100},   {"数以千计", 1000},  {"数以万计", 1e4},  {"数以十万计", 1e5},
                {"数以百万计", 1e6}, {"数以千万计", 1e7}, {"数以亿计", 1e8}};
  if (at_word(s, at, "翻")) return double_scan(s, at);
  if (at_word(s, at, "倍")) /* 实现倍增 */
    return at_word(s, at, "倍增") && word_before(s->text, s->floor, at, "实现") && !utf8_is_han(at_char(s, at + 6))
               ? add_told(s, at, at + 6, 2, "倍", YH_TIMES)
               : 0;
  if (at_word(s, at, "折")) return halved_scan(s, at);
  for (size_t i = 0; i < sizeof crowds / sizeof *crowds; i++) {
    if (!at_word(s, at, crowds[i].word)) continue;
    YhMention *m = scan_add(s, YH_NUMERAL, at, at + (uint32_t)strlen(crowds[i].word));
    m->why = YH_VAGUE;
    quantity_bounds(m, YH_GE, crowds[i].least, crowds[i].least);
    return m->end;
  }
  return 0;
}

/* 两位数增长: how many digits it has is all that is told. */
uint32_t digits_scan(Scan *s, uint32_t at) {
  uint32_t length, c = char_at(s->text, s->end, at, &length), end = at + length;
  if (!at_word(s, end, "位数") || at_word(s, end, "位数字")) return 0;
  int digits = number_digit_chinese(c) < 0 ? number_digit_arabic(c) : number_digit_chinese(c);
  if (digits < 2) return 0;
  YhMention *m = scan_add(s, YH_NUMERAL, at, end + 6);
  m->why = YH_VAGUE, m->op = YH_RANGE, m->low = pow(10, digits - 1), m->high = pow(10, digits);
  return m->end;
}

/* 占比过半, 过半企业: more than half; 时间过半 is none. */
static uint32_t past_half_scan(Scan *s, uint32_t at) {
  static const char *const shares[] = {"占比", "比重", "比例", "占", "率", "面", "份额", "已"};
  uint32_t start = at - 3, end = at_word(s, at + 3, "数") ? at + 6 : at + 3;
  if (!word_before(s->text, s->floor, at, "过")) return 0;
  static const char *const adverbs[] = {"首次", "再次", "已经", "第一次", "均", "都"};
  uint32_t noun_end = start;
  for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs && noun_end == start; i++) /* 比重首次过半 */
    if (word_before(s->text, s->floor, start, adverbs[i])) noun_end -= (uint32_t)strlen(adverbs[i]);
  bool shared = char_in(before_char(s, start), "，。；、") || start == s->begin;
  for (size_t i = 0; i < sizeof shares / sizeof *shares && !shared; i++)
    shared = word_before(s->text, s->floor, noun_end, shares[i]) && !utf8_is_han(at_char(s, end));
  if (!shared) return 0;
  YhMention *m = scan_add(s, YH_QUANTITY, start, end);
  m->core_start = at, m->unit = "%", m->dimension = YH_PERCENT;
  quantity_bounds(m, YH_GT, 50, 50);
  return end;
}

uint32_t half_scan(Scan *s, uint32_t at) {
  if (!at_word(s, at, "半") && !at_word(s, at, "一半")) return 0;
  uint32_t past = at_word(s, at, "半") ? past_half_scan(s, at) : 0;
  if (past) return past;
  if (at_word(s, at, "半百")) return scan_reject(s, &(Number){.value = 50, .high = 50}, at, at + 6, YH_IDIOM);
  if (at_word(s, at, "半成") && !at_word(s, at, "半成品")) return add_told(s, at, at + 6, 5, "%", YH_PERCENT);
  if (at_word(s, at, "半折")) return add_told(s, at, at + 6, 50, "%", YH_PERCENT);
  static const struct {
    const char *word, *unit;
    double value;
  } halves[] = {{"半年", "年", 0.5},         {"半个月", "个月", 0.5},     {"半小时", "小时", 0.5},
                {"半个小时", "个小时", 0.5}, {"半个世纪", "个世纪", 0.5}, {"半个多世纪", "个世纪", 0.5}};
  if (at_word(s, at, "半") && word_before(s->text, s->floor, at, "近") && !char_in(at_char(s, at + 3), "年个天月小世日季学数")) /* 近半茶园 */
    return add_told(s, at, at + 3, 50, "%", YH_PERCENT);
  static const char *const parts[] = {"半数", "一半"};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (at_word(s, at, parts[i])) return add_told(s, at, at + 6, 50, "%", YH_PERCENT);
  for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
    if (!at_word(s, at, halves[i].word) || char_in(before_char(s, at), "上下大前后") || at_word(s, at, "半年度"))
      continue;
    return add_told(s, at, at + (uint32_t)strlen(halves[i].word), halves[i].value, halves[i].unit, YH_TIME);
  }
  return 0;
}
