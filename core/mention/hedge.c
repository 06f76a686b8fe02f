/* hedge.c: the words that make a number a bound or an approximation, before it and behind it.
 *
 * 超1.37亿元, 不低于5%, 约30万辆 | 400亿元以上, 5%左右, 20%以内. Verbs (达到, 完成) are no hedges. */
#include "lexicon.h"
#include "scan.h"
#include <stddef.h>

enum { OP = 0x0F, IMPLIED = 0x10, MAYBE = 0x20, LENGTHS = 0x40, VERB = 0x80 };
/* IMPLIED: only before 百, 千, 万 (上千, 过亿), with MAYBE behind digits as well (破400亿元); MAYBE: the character in
 * front decides (近, 约); LENGTHS: behind a measured unit only (五年多, 三天内); VERB: bounds the number but is no part
 * of it (迈上4万亿元). */

static const WordGroup before_words[] = {
    {YH_ABOUT, "约为 约有 约达 大约 大约有 大约为 大概 大致 大体 接近 将近 几近 接近于 差不多"},
    {YH_ABOUT | MAYBE, "约 近"},
    {YH_GT, "超过 超过了 超出 突破 突破了 首破 再破 首超 逾 高于 大于 多于 ＞ >"},
    {YH_GT | MAYBE, "超"},
    {YH_GT | IMPLIED | MAYBE, "破 过"},
    {YH_GE | IMPLIED, "上"},
    {YH_GE, "不低于 不少于 不小于 不下于 不下 至少 最少 不得低于 不得少于 不能低于 至少有 至少为 至少是 大于等于 "
            "大于或等于 大于或者等于 ≥ 高于或等于"},
    {YH_LE, "不超过 不得超过 不高于 不大于 不多于 至多 最多 不突破 不得高于 小于等于 小于或等于 小于或者等于 ≤ 不超出 "
            "不能超过 最多为 不逾 未超过"},
    {YH_GE | VERB, "迈上 跃上 站上 登上 跨上 迈入 跨入 踏上 跨越"},
    {YH_ABOUT | VERB, "约占 约合 约需 约增 约增长 约增加 约减少 约下降 约提高 约降低 约计"},
    {YH_LT, "低于 不到 不足 少于 小于 未达 不及 未到 ＜ <"},
};

static const WordGroup after_words[] = {
    {YH_ABOUT, "左右 上下 前后"},
    {YH_GE, "以上 及以上 或以上 或者以上 或更多 或者更多 之上"},
    {YH_GT, "开外"},
    {YH_LE, "以下 及以下 之下 以内 之内"},
    {YH_LE | LENGTHS, "内"},
    {YH_ABOUT | LENGTHS, "多 余"},
};

static Lexicon before = {
    .groups = before_words, .group_count = sizeof before_words / sizeof *before_words, .backward = true};
static Lexicon after = {.groups = after_words, .group_count = sizeof after_words / sizeof *after_words};

void hedge_prepare(void) {
  lexicon_prepare(&before);
  lexicon_prepare(&after);
}

/* 损失|约680亿元, 设立|约30个: words whose last character would make another one with 约 (失约, 立约). */
static bool ends_word(const Scan *s, uint32_t at) {
  static const char *const words[] = {"损失", "流失", "丧失", "遗失", "缺失", "消失", "成立", "设立", "建立", "创立", "确立",
                                      "募集", "筹集", "征集", "收集", "采集", "归集", "招商", "电商", "客商", "外商", "出租",
                                      "转租", "承租", "结合", "综合", "联合", "融合", "组合", "整合", "编制", "研制", "控制",
                                      "办公", "理解", "化解", "缓解", "调解", "连续", "延续", "存续", "预制", "定制", "改制"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (word_before(s->text, s->floor, at, words[i])) return true;
  return false;
}

/* 节约|30%, 附近|30户, 签约|3个: the hedge at `at` is the tail of another word. */
static bool is_tail(const Scan *s, uint32_t at) {
  uint32_t c = at_char(s, at), previous = before_char(s, at);
  if (char_in(c, "约"))
    return char_in(previous, "节签预集契履条公合违制特相邀简婚续解失爽守立盟毁缔商大誓租爱") && !ends_word(s, at);
  if (char_in(c, "近")) return char_in(previous, "附最临邻靠亲贴逼相远切浅新左就");
  if (char_in(c, "破")) return char_in(previous, "打侦攻爆查撞识冲看点残");
  if (char_in(c, "过")) return char_in(previous, "通经不越跨迈渡错透路闯胜熬");
  if (char_in(c, "超")) return char_in(previous, "赶高反中英") && !word_before(s->text, s->floor, at, "其中");
  return false;
}

static const Word *find_before(const Scan *s, uint32_t at, const Number *n) {
  const Word *w = lexicon_find(&before, s->text, s->floor, s->end, at);
  if (!w) return NULL;
  if ((w->tag & IMPLIED) && !n->implied && !((w->tag & MAYBE) && n->magnitude)) return NULL;
  uint32_t start = at - w->length;
  if ((w->tag & MAYBE) && is_tail(s, start)) return NULL;
  return w;
}

static bool is_measured(YhDimension d) {
  return d != YH_THINGS && d != YH_PEOPLE && d != YH_MONEY && d != YH_NO_DIMENSION;
}

/* 三分之一强, 四成弱: more, and less than the part. */
static uint8_t rounded(const Scan *s, uint32_t end, YhDimension dimension) {
  if (dimension != YH_PERCENT || utf8_is_han(at_char(s, end + 3))) return YH_EQ;
  return char_in(at_char(s, end), "强") ? YH_GT : char_in(at_char(s, end), "弱") ? YH_LT : YH_EQ;
}

static const Word *find_after(const Scan *s, uint32_t at, uint32_t start, YhDimension dimension) {
  const Word *w = lexicon_find(&after, s->text, s->begin, s->end, at);
  if (!w || !(w->tag & LENGTHS)) return w;
  uint32_t next = at_char(s, at + w->length);
  if ((w->tag & OP) == YH_ABOUT)
    return is_measured(dimension) && dimension != YH_PERCENT && !char_in(next, "元样层种方功式个次项家边") ? w : NULL;
  if (dimension != YH_TIME && !word_before(s->text, s->begin, start, "控制在") &&
      !word_before(s->text, s->begin, start, "稳定在"))
    return NULL;
  return char_in(next, "涵外部容") ? NULL : w;
}

/* 迈上4万亿元、5万亿元台阶: the verb bounds the second as well. */
static bool shared_step(const Scan *s, uint32_t start) {
  if (!s->list->count || !word_before(s->text, s->begin, start, "、")) return false;
  const YhMention *m = &s->list->items[s->list->count - 1];
  if (m->sentence != s->sentence || m->kind != YH_QUANTITY || m->end + 3 != start || m->op != YH_GE ||
      m->end != m->core_end)
    return false;
  const Word *w = lexicon_find(&before, s->text, s->begin, s->end, m->start);
  return (w && (w->tag & VERB)) || word_before(s->text, s->begin, m->start, "、");
}

/* 比三十大, 比5%低一些: the word that stands around the number; not the comparison 比3%高0.5个百分点. */
static bool hedge_compared(const Scan *s, uint32_t start, uint32_t end, Hedge *h) {
  if (!word_before(s->text, s->floor, start, "比") || char_in(before_char(s, start - 3), "同环")) return false;
  uint32_t length, word = char_at(s->text, s->end, end, &length), behind = end + length;
  bool more = char_in(word, "大高多"), less = char_in(word, "小低少");
  if (at_word(s, behind, "一些") || at_word(s, behind, "一点")) behind += 6;
  if ((!more && !less) || utf8_is_han(at_char(s, behind)) || number_digit_arabic(at_char(s, behind)) >= 0) return false;
  *h = (Hedge){more ? YH_GT : YH_LT, start - 3, end + length};
  return true;
}

/* 超|每千人|3批次, 不低于|每人每月|680元: where the bases begin that the number at `at` is for, or `at`. */
static uint32_t bases_start(const Scan *s, uint32_t at) {
  enum { BASES = 2, LONGEST = 4 };
  for (int bases = 0; bases < BASES; bases++) {
    uint32_t from = at, c = 0;
    for (int i = 0; i < LONGEST && from > s->begin && !char_in(c, "每") && utf8_is_han(c = before_char(s, from)); i++)
      from = char_start(s->text, s->begin, from);
    if (!char_in(c, "每")) break;
    at = from;
  }
  return at;
}

/* The hedge in front of the bases that a number is for, its VERB apart. */
static const Word *find_before_bases(const Scan *s, uint32_t at, uint32_t *start) {
  uint32_t from = bases_start(s, at);
  const Word *w = from < at ? lexicon_find(&before, s->text, s->begin, s->end, from) : NULL;
  if (!w || w->tag & (VERB | IMPLIED) || ((w->tag & MAYBE) && is_tail(s, from - w->length))) return NULL;
  *start = from;
  return w;
}

Hedge hedge_around(const Scan *s, uint32_t start, uint32_t end, YhDimension dimension, const Number *n) {
  Hedge h = {n->about ? YH_ABOUT : YH_EQ, start, end};
  if (hedge_compared(s, start, end, &h)) return h;
  const Word *b = find_before(s, start, n), *a = find_after(s, end, start, dimension);
  if (!b) b = find_before_bases(s, start, &start);
  if (b && !(b->tag & VERB)) h.start = start - b->length;
  uint8_t round = a ? YH_EQ : rounded(s, end, dimension);
  if (a) h.end = end + a->length;
  if (round != YH_EQ) h.end = end + 3;
  uint8_t front = b ? b->tag & OP : shared_step(s, start) ? YH_GE : YH_EQ, back = a ? a->tag & OP : round;
  if (front != YH_EQ && front != YH_ABOUT) h.op = front;
  else if (back != YH_EQ && back != YH_ABOUT) h.op = back;
  else if (front == YH_ABOUT || back == YH_ABOUT) h.op = YH_ABOUT;
  return h;
}
