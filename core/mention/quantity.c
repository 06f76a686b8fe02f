/* quantity.c: decides what a number with its unit is, and makes a mention of it: 400亿元以上, 4.5%—5%, 8.3∶41.4∶50.3.
 */
#include "amount.h"
#include "lexicon.h"
#include "unit.h"
#include <math.h>

/* 8.3, 41, 十八点七; not 3万, not 十八 */
static bool may_be_term(const Number *n) {
  return n->arabic ? !n->magnitude : n->decimal && n->value < 100;
}

/* The term of a ratio behind `n`: ∶41.4, :2, 比1.2. */
static bool next_term(const Scan *s, const Number *n, Number *next) {
  uint32_t length, mark = char_at(s->text, s->end, n->end, &length);
  bool word = char_in(mark, "比");
  if (!word && !char_in(mark, "∶:：")) return false;
  if (!number_parse(s->text, s->end, n->end + length, next) || !may_be_term(n) || !may_be_term(next)) return false;
  return !word || (n->arabic && next->value < 100 && !unit_at(s->text, s->end, next->end));
}

/* 控制在2.1∶1以内, 不低于1∶4: the bound around two terms is that of the one which is not 1. */
static uint32_t hedge_ratio(const Scan *s, YhMention *m) {
  const Number none = {.implied = false};
  Hedge h = hedge_around(s, m[0].start, m[1].end, YH_RATIO, &none);
  if (h.op == YH_EQ) return m[1].end;
  m[0].start = h.start;
  for (int i = 0; i < 2; i++)
    if (m[i].value != 1) {
      const double value = m[i].value;
      m[i].value = m[i].low = m[i].high = NAN;
      quantity_bounds(&m[i], h.op, value, value);
    }
  return h.end;
}

/* 8.3∶41.4∶50.3: each term is a mention of its own. Returns the end, or 0. */
static uint32_t scan_ratio(Scan *s, const Number *first) {
  uint32_t count = s->list->count;
  Number n = *first, next;
  if (!next_term(s, &n, &next)) return 0;
  for (bool more = true; more; n = more ? next : n) {
    YhMention *m = scan_add(s, YH_QUANTITY, n.start, n.end);
    m->dimension = YH_RATIO;
    quantity_bounds(m, YH_EQ, n.value, n.value);
    more = next_term(s, &n, &next);
  }
  if (s->list->count - count == 2 && n.digits == 2 && !n.decimal && s->text[n.start] == '0') { /* 9:05 */
    s->list->count = count;
    return scan_reject(s, NULL, first->start, n.end, YH_DATE);
  }
  return s->list->count - count == 2 ? hedge_ratio(s, &s->list->items[count]) : n.end;
}

/* A numeral that counts nothing, but is said as a number: “五”, 答案是十五. Others are parts of words. */
static uint32_t pass_numeral(Scan *s, const Number *n) {
  uint32_t before = before_char(s, n->start), behind = at_char(s, n->end);
  bool front = !before || char_in(before, "，。；：“‘\"（( 是为负負"),
       back = !behind || char_in(behind, "，。；！？”’\"）) ");
  bool told = char_in(before, "是为") && char_in(behind, "不而却那这");
  if (!front || !(back || told)) return n->end;
  return scan_reject(s, n, n->start, n->end, YH_NAME);
}

static uint32_t scan_amount(Scan *s, Amount *a, bool measured) {
  Amount upper;
  bool range = amount_range(s, a, &upper);
  if (!range) amount_share(s, a);
  if (!measured && !(range && *upper.unit)) return pass_numeral(s, &a->number); /* 三 alone; but 三到五年 */
  Number hedged = a->number;
  hedged.about = a->about || (range && upper.about);
  hedged.start = a->start;
  YhDimension dimension = range ? upper.dimension : a->dimension;
  uint32_t end = range ? upper.end : a->end;
  Hedge h = hedge_around(s, a->start, end, dimension, &hedged);
  if (a->least && h.op == YH_EQ) h.op = YH_GE;
  while (s->list->count && s->list->items[s->list->count - 1].sentence == s->sentence &&
         s->list->items[s->list->count - 1].start > h.start)
    s->list->count--; /* the 千人 of 超每千人3批次 */
  YhMention *m = scan_add(s, YH_QUANTITY, h.start, h.end);
  m->core_start = a->start, m->core_end = end;
  m->unit = range ? upper.unit : a->unit, m->dimension = (uint8_t)dimension;
  if (!strcmp(m->unit, "位") && !utf8_is_han(at_char(s, h.end)))
    m->dimension = YH_RANK_DIMENSION; /* 前移3位, not 3位专家 */
  if (range) m->op = YH_RANGE, m->low = a->value, m->high = upper.high;
  else quantity_bounds(m, h.op, a->value, a->high);
  bounds_merge(s);
  return h.end;
}

/* 新建小学一所、引进院士一名: the count behind its noun, at the end of its clause. */
static bool stands_behind(const Scan *s, const Number *n, const Amount *a) {
  if (!char_in(at_char(s, a->end), "，、。；）") || !char_in(at_char(s, n->end), "个家项所条处台座件套辆架艘名人位户"))
    return false;
  uint32_t previous = before_char(s, n->start);
  return utf8_is_han(previous) && !char_in(previous, "又有是了只如像成为作多少哪一无其中到干做办抓");
}

/* Whether a Chinese number with this unit counts something. 三级, 两手 do not; 一 counts only measures and what is
 * built (一座, not 一种). */
static bool counts(const Scan *s, const Number *n, const Amount *a) {
  if (n->arabic || !*a->unit || a->dimension == YH_PERCENT || a->dimension == YH_RATIO) return true;
  const Word *unit = unit_at(s->text, s->end, n->end);
  if (a->dimension == YH_MONEY && unit && (unit->tag & UNIT_LOOSE)) return true; /* 提价四分 */
  if (n->decimal && unit && char_in(at_char(s, n->end), "头眼孔本部道度层级口尺寸丈里方日")) return true; /* 一点八头; not 三点一线 */
  if (n->magnitude || n->decimal || !unit) return !(unit && (unit->tag & UNIT_LOOSE) && n->value <= 10);
  if (unit->tag & UNIT_LOOSE) return false;
  if (n->value != 1 || n->high != n->value) return true; /* 一两个 */
  if (char_in(before_char(s, n->start), "每这那某同另第任万之逐统唯单进")) return false;
  if (stands_behind(s, n, a)) return true;
  if (a->dimension == YH_THINGS)
    return char_in(at_char(s, n->end), "座所艘架幢栋") && at_char(s, n->end) != at_char(s, n->end + 3);
  return a->dimension != YH_PEOPLE && a->dimension != YH_TIME;
}

/* Verbs whose object 百场, 千名 behind them count, about so many. */
static const WordGroup doing_words[] = {
    {0, "举办 开展 组织 选派 选聘 培训 培育 培养 引进 新增 新建 建成 打造 评选 发布 推出 放映 演出 资助 招募 吸引 组建"}};
static Lexicon doing = {.groups = doing_words, .group_count = 1, .backward = true};

void quantity_prepare(void) {
  lexicon_prepare(&doing);
}

/* 举办百场茶会, 选派千名干部; not 组织千名干部进村行动, which is a name. */
static bool is_counted(const Scan *s, const Number *n, const Amount *a) {
  if (a->dimension != YH_THINGS && a->dimension != YH_PEOPLE) return false;
  if (!lexicon_find(&doing, s->text, s->floor, s->end, n->start)) return false;
  for (uint32_t at = a->end, length; utf8_is_han(at_char(s, at)); at += length) {
    if (at_word(s, at, "行动") || at_word(s, at, "工程") || at_word(s, at, "计划")) return false;
    char_at(s->text, s->end, at, &length);
  }
  return true;
}

/* 突破百亿元、千亿元: the bound before the 、 is said of this one too. */
static bool follows_bound(const Scan *s, const Amount *a) {
  const YhMention *m = s->list->count ? &s->list->items[s->list->count - 1] : NULL;
  return m && m->kind == YH_QUANTITY && m->sentence == s->sentence && m->op == YH_GT && m->end + 3 == a->start &&
         char_in(at_char(s, m->end), "、和") && !strcmp(m->unit, a->unit);
}

/* 千亿元, 万名 without a hedge name a size (千亿元产业), they do not measure. */
static bool is_size(const Scan *s, const Number *n, const Amount *a) {
  if (follows_bound(s, a)) return false;
  if (!n->implied || a->dimension == YH_PERCENT || a->dimension == YH_RATIO || is_counted(s, n, a)) return false;
  Hedge h = hedge_around(s, a->start, a->end, a->dimension, n);
  return h.op == YH_EQ && !char_in(before_char(s, n->start), "达到破过越上");
}

/* Where a number without unit or magnitude stands for no quantity. */
static bool is_bare_name(const Scan *s, const Number *n, const Amount *a) {
  if (*a->unit || a->dimension != YH_NO_DIMENSION) return false;
  if (!n->arabic) {
    bool plain = n->value < 100 && !n->decimal && !n->about && n->high == n->value;
    return plain && hedge_around(s, a->start, a->end, a->dimension, n).op == YH_EQ;
  }
  if (n->decimal && !n->magnitude && n->value == floor(n->value)) /* 服务业开放2.0方案; but 收入比2.0 */
    return utf8_is_han(at_char(s, n->end)) || !char_in(before_char(s, n->start), "比数值率达为至到");
  return n->digits == 4 && !n->magnitude && !n->decimal && n->value >= 1900 && n->value < 2100;
}

/* 三个方面, 两个维度, 12方面, 六项工作：the text counts its own points. */
static bool counts_points(const Scan *s, const Amount *a) {
  static const char *const points[] = {"方面", "层面", "维度", "环节", "角度", "部分", "步骤", "阶段", "字"};
  static const char *const announced[] = {"工作：", "任务：", "举措：", "措施："};
  if (!strcmp(a->unit, "方面")) return true;
  for (size_t i = 0; i < sizeof announced / sizeof *announced && !strcmp(a->unit, "项"); i++)
    if (at_word(s, a->end, announced[i])) return true;
  if (strcmp(a->unit, "个") != 0) return false;
  for (size_t i = 0; i < sizeof points / sizeof *points; i++)
    if (at_word(s, a->end, points[i])) return true;
  return false;
}

/* 五十亿企业, 500亿产业: money without its unit names a class of firms. */
static bool is_size_class(const Scan *s, const Amount *a) {
  static const char *const classes[] = {"企业", "产业", "集群", "园区", "项目", "板块"};
  if (!char_in(before_char(s, a->end), "亿")) return false;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (at_word(s, a->end, classes[i])) return true;
  return false;
}

/* 36台制冰机, 6家制革厂: what they make, not a system (八小时制). */
static bool is_maker(const Scan *s, const Amount *a) {
  return at_word(s, a->end, "制") && a->dimension == YH_THINGS && char_in(at_char(s, a->number.end), "台座家套条所处") &&
         utf8_is_han(at_char(s, a->end + 3)) && utf8_is_han(at_char(s, a->end + 6));
}

/* 2小时交通圈, 24小时自助, 5亿元级: the quantity is part of a name. */
static bool is_part_of_name(const Scan *s, const Amount *a) {
  if (*a->unit && name_graded(s, a->end) && !is_maker(s, a)) return true;
  if (!*a->unit && is_size_class(s, a)) return true;
  if (!strcmp(a->unit, "个") && rank_field(s, a->end)) return true;
  if (!strcmp(a->unit, "个") && (at_word(s, a->end, "五年计划") || at_word(s, a->end, "五年规划"))) return true; /* time */
  if (!strcmp(a->unit, "类") && at_word(s, a->end, "水")) return true;   /* 3类水体 */
  if (!strcmp(a->unit, "位") && at_word(s, a->end, "一体")) return true; /* 六位一体 */
  if (!strcmp(a->unit, "度") && (a->value == 180 || a->value == 360)) return true;
  if (!strcmp(a->unit, "天") && a->value == 365) return true;
  if (a->dimension != YH_TIME) return false;
  static const char *const schooling[] = {"义务", "一贯", "免费教育", "贯通"};
  for (size_t i = 0; i < sizeof schooling / sizeof *schooling; i++)
    if (at_word(s, a->end, schooling[i])) return true; /* 九年义务教育 */
  if (at_word(s, a->end, "游")) return true;           /* 三日游 */
  if (word_before(s->text, s->begin, a->start, "学前") || word_before(s->text, s->begin, a->start, "新")) return true;
  if (a->value == 24 && word_before(s->text, s->begin, a->end, "小时") && !at_word(s, a->end, "内") &&
      !at_word(s, a->end, "以内"))
    return true;
  uint32_t at = a->end, length;
  for (int i = 0; i < 8; i++, at += length) {
    uint32_t c = char_at(s->text, s->end, at, &length);
    if (char_in(c, "圈")) return true;
    if (!utf8_is_han(c)) return false;
  }
  return false;
}

/* 盐税达亿元级, 再次迈入百亿级规模: a size that is reached is the least of it; 千亿级产业 is a name. */
uint32_t graded_scan(Scan *s, const Number *n) {
  static const char *const reaching[] = {"达", "达到", "突破", "迈入", "迈上", "跨入", "跃上", "跃升至", "进入"};
  if (!n->magnitude) return 0;
  const Word *unit = at_word(s, n->end, "级") ? NULL : unit_at(s->text, s->end, n->end);
  uint32_t at = n->end + (unit ? unit->length : 0), end = at + 3;
  if (!at_word(s, at, "级")) return 0;
  if (utf8_is_han(at_char(s, end)) && !at_word(s, end, "规模") && !at_word(s, end, "水平")) return 0;
  for (size_t i = 0; i < sizeof reaching / sizeof *reaching; i++) {
    if (!word_before(s->text, s->floor, n->start, reaching[i])) continue;
    YhMention *m = scan_add(s, YH_QUANTITY, n->start, end);
    m->core_end = at, m->unit = unit ? unit->text : "";
    m->dimension = (uint8_t)(unit ? unit_dimension(unit) : YH_NO_DIMENSION);
    quantity_bounds(m, YH_GE, n->value, n->value);
    return end;
  }
  return 0;
}

uint32_t quantity_scan(Scan *s, const Number *n) {
  uint32_t end = scan_ratio(s, n);
  if (end) return end;
  Amount a;
  amount_read(s, n, &a);
  bool fraction = a.dimension == YH_RATIO || a.dimension == YH_PERCENT;
  if (n->vague || !counts(s, n, &a)) return a.end;
  if (!n->arabic && !n->magnitude && !n->decimal && !*a.unit && !fraction) return scan_amount(s, &a, false);
  if (!fraction && word_before(s->text, s->begin, n->start, "每"))
    return scan_reject(s, n, n->start, a.end, YH_NAME); /* 每 */
  if (n->implied && !n->digits && !*a.unit && n->end - n->start == 3 && is_size(s, n, &a))
    return n->end; /* 百|折不回 */
  if (counts_points(s, &a)) return scan_reject(s, n, n->start, a.end, YH_VAGUE);
  if (is_size(s, n, &a) || is_part_of_name(s, &a)) return scan_reject(s, n, n->start, a.end, YH_NAME);
  if (is_bare_name(s, n, &a)) return n->arabic ? scan_reject(s, n, n->start, n->end, YH_NAME) : pass_numeral(s, n);
  return scan_amount(s, &a, true);
}
