/* quantity.c: a number, its unit, its hedges: 400亿元以上, 4.5%—5%, 百分之六, 八成以上, 三到五年, 8.3∶41.4∶50.3. */
#include "scan.h"
#include "unit.h"
#include <math.h>

/* A number with its unit, before hedges. */
typedef struct Amount {
  Number number;
  uint32_t start, end;
  double value, high, mantissa;
  const char *unit;
  YhDimension dimension;
  bool about;
} Amount;

enum { COUNT_ONE_MAX = 9 };

static uint32_t at_char(const Scan *s, uint32_t at) {
  return char_of(s->text, s->end, at);
}

/* Where the word at `at` ends, blanks around its characters passed over; 0 where it does not stand there. */
static uint32_t spaced_word(const Scan *s, uint32_t at, const char *word) {
  for (;;) {
    for (int blanks = 0; blanks < 4 && at_char(s, at) == ' '; blanks++) at++;
    if (!*word) return at;
    uint32_t length;
    if (at_char(s, at) != utf8_decode(word, &length)) return 0;
    at += length, word += length;
  }
}

/* A part of a whole, as 八成 is: 三分之二 becomes 66.7 %. */
static void set_part(Amount *a, double low, double high, uint32_t end) {
  a->value = low * 100, a->high = high * 100, a->mantissa = a->value;
  a->end = end, a->unit = "%", a->dimension = YH_PERCENT;
}

/* 百分之六, 千分之五, 三分之二: `n` is the part in front of 分之. */
static bool read_fraction(const Scan *s, const Number *n, Amount *a) {
  uint32_t at = spaced_word(s, n->end, "分之");
  Number part;
  if (!at || !number_parse(s->text, s->end, at, &part) || part.vague || n->about || n->value <= 0) return false;
  a->number = part, a->end = part.end, a->about = part.about;
  double whole = n->implied ? n->value : 0;
  if (whole == 100 || whole == 1000 || whole == 10000) {
    a->unit = whole == 100 ? "%" : whole == 1000 ? "‰" : "‱";
    a->dimension = YH_PERCENT;
    a->value = a->mantissa = part.value, a->high = part.high;
  } else set_part(a, part.value / n->value, part.high / n->value, part.end);
  return true;
}

/* 三又二分之一, 1/2 */
static bool read_mixed(const Scan *s, const Number *n, Amount *a) {
  Number lower, upper;
  if (at_char(s, n->end) == '/' && n->arabic && !n->magnitude && !n->decimal &&
      number_parse(s->text, s->end, n->end + 1, &lower)) {
    if (lower.magnitude || lower.decimal || lower.value < 2 || lower.digits > 2 || n->digits > 2 ||
        char_in(at_char(s, lower.end), "/.-"))
      return false;
    set_part(a, n->value / lower.value, n->value / lower.value, lower.end);
    return true;
  }
  uint32_t at = n->decimal ? 0 : spaced_word(s, n->end, "又");
  if (!at || !number_parse(s->text, s->end, at, &lower) || lower.value <= 0) return false;
  at = spaced_word(s, lower.end, "分之");
  if (!at || !number_parse(s->text, s->end, at, &upper)) return false;
  a->value = a->high = a->mantissa = n->value + upper.value / lower.value, a->end = upper.end, a->dimension = YH_RATIO;
  return true;
}

/* 九折, 七五折: the price as percent. */
static bool read_discount(const Scan *s, const Number *n, Amount *a) {
  if (at_char(s, n->end) != 0x6298 || n->magnitude || n->value <= 0 || n->value >= 100) return false; /* 折 */
  a->value = n->value < 10 ? n->value * 10 : n->value;
  a->high = a->mantissa = a->value, a->end = n->end + 3, a->unit = "%", a->dimension = YH_PERCENT;
  return true;
}

/* 八成, 三成半, 七成六: tenths, as percent. */
static bool read_tenths(const Scan *s, const Number *n, Amount *a) {
  if (at_char(s, n->end) != 0x6210 || n->value > 10 || n->value <= 0 || n->vague) return false; /* 成 */
  uint32_t length, at = n->end + 3, c = char_at(s->text, s->end, at, &length);
  if (char_in(c, "为立本果长效员绩就功熟套都品人份因渝")) return false;
  a->value = n->value * 10, a->high = n->high * 10, a->end = at, a->unit = "%", a->dimension = YH_PERCENT;
  int digit = number_digit_chinese(c);
  if (c == 0x534A) a->value += 5, a->high += 5, a->end += length; /* 半 */
  else if (digit > 0 && !unit_at(s->text, s->end, at + length)) a->value += digit, a->high += digit, a->end += length;
  a->mantissa = a->value;
  return true;
}

/* 元/月, 微克/立方米, 件/万人: the unit joined to the one behind it. */
static void join_units(const Scan *s, Amount *a, uint32_t unit_start) {
  uint32_t length, c = char_at(s->text, s->end, a->end, &length);
  if (c != '/' && c != 0xFF0F) return;
  uint32_t at = a->end + length, c2 = char_at(s->text, s->end, at, &length);
  if (number_power(c2) >= 2) at += length; /* 每万人 */
  const Word *lower = unit_at(s->text, s->end, at);
  if (!lower && number_power(c2) >= 2) lower = unit_at(s->text, s->end, at -= length);
  if (!lower) return;
  YhDimension over = a->dimension, under = unit_dimension(lower);
  a->dimension = over == YH_MONEY                        ? YH_MONEY_RATE
                 : over == YH_MASS && under == YH_VOLUME ? YH_CONCENTRATION
                 : over == YH_LENGTH && under == YH_TIME ? YH_SPEED
                                                         : YH_RATE;
  a->end = at + lower->length;
  a->unit = arena_copy(s->context->arena, s->text + unit_start, a->end - unit_start);
}

static bool read_half(const Scan *s, const Number *n, Amount *a) {
  if (n->decimal || n->high != n->value || at_char(s, a->end) != 0x534A) return false;
  if (a->dimension == YH_THINGS || a->dimension == YH_PEOPLE || char_in(at_char(s, a->end + 3), "导岛自成山价数径决"))
    return false;
  a->value += 0.5, a->high += 0.5, a->end += 3;
  return true;
}

/* 3.4个、1个百分点: the 百分点 of the list's last member. */
static bool points_follow(const Scan *s, uint32_t at) {
  Number n;
  if (!char_in(at_char(s, at), "、和及") || !number_parse(s->text, s->end, at + 3, &n)) return false;
  return word_at(s->text, s->end, n.end, "个百分点") || (n.decimal && word_at(s->text, s->end, n.end, "个"));
}

/* 两个多月, 三个多小时; 5个亿, 3.5个亿元 */
static bool read_colloquial(const Scan *s, uint32_t at, Amount *a) {
  static const char *const times[][2] = {{"月", "个月"}, {"小时", "个小时"}, {"星期", "个星期"}, {"世纪", "个世纪"}};
  if (at_char(s, at) != 0x4E2A) return false; /* 个 */
  bool more = at_char(s, at + 3) == 0x591A;   /* 多 */
  at += more ? 6 : 3;
  for (size_t i = 0; i < sizeof times / sizeof *times && more; i++) {
    if (!word_at(s->text, s->end, at, times[i][0])) continue;
    a->unit = times[i][1], a->dimension = YH_TIME, a->about = true;
    a->end = at + (uint32_t)strlen(times[i][0]);
    return true;
  }
  if (at_char(s, at) != 0x4EBF) return false; /* 亿 */
  a->value *= 1e8, a->high *= 1e8, a->number.magnitude = true, a->about = a->about || more, a->end = at + 3;
  const Word *unit = unit_at(s->text, s->end, a->end);
  if (unit) a->unit = unit->text, a->dimension = unit_dimension(unit), a->end += unit->length;
  return true;
}

static bool read_unit(const Scan *s, const Number *n, Amount *a) {
  uint32_t at = n->end;
  if (at_char(s, at) == 0x6765 && n->magnitude && unit_at(s->text, s->end, at + 3))
    at += 3, a->about = true; /* 十来个 */
  if (read_colloquial(s, at, a)) return true;
  uint32_t points = spaced_word(s, at, "个百分点");
  if (points) {
    a->unit = "个百分点", a->dimension = YH_POINTS, a->end = points;
    return true;
  }
  const Word *unit = unit_at(s->text, s->end, at);
  if (!unit) return false;
  a->unit = unit->text, a->dimension = unit_dimension(unit), a->end = at + unit->length;
  if (n->decimal && !strcmp(a->unit, "个") && points_follow(s, a->end)) a->unit = "个百分点", a->dimension = YH_POINTS;
  join_units(s, a, at);
  read_half(s, n, a);
  return true;
}

static void read_amount(const Scan *s, const Number *n, Amount *a) {
  *a = (Amount){.number = *n,
                .start = n->start,
                .end = n->end,
                .value = n->value,
                .high = n->high,
                .mantissa = n->mantissa,
                .unit = "",
                .about = n->about};
  if (!read_fraction(s, n, a) && !read_mixed(s, n, a) && !read_tenths(s, n, a) && !read_discount(s, n, a))
    read_unit(s, n, a);
}

/* The upper end of a range whose lower end is `low`; false where there is none. */
static bool read_range(const Scan *s, Amount *low, Amount *high) {
  uint32_t length = range_mark(s->text, s->end, low->end);
  bool between = !length && char_in(at_char(s, low->end), "和与"); /* 5%与6%之间 */
  if (between) length = 3;
  Number n;
  if (!length || low->number.vague || !number_parse(s->text, s->end, low->end + length, &n) || n.vague) return false;
  bool words = length == 3 && char_in(at_char(s, low->end), "至到");
  if (words && *low->unit && char_in(char_before(s->text, s->begin, low->start), "从由")) return false;
  read_amount(s, &n, high);
  if (between && !word_at(s->text, s->end, high->end, "之间")) return false;
  if (n.digits == 4 && !n.magnitude && at_char(s, n.end) == 0x5E74) return false; /* 5—2025年 */
  if (*low->unit && *high->unit && strcmp(low->unit, high->unit) != 0) return false;
  if (*low->unit && !*high->unit) { /* 百分之三到五 */
    if (low->dimension != YH_PERCENT || low->end != low->number.end || low->number.start == low->start) return false;
    high->unit = low->unit, high->dimension = low->dimension;
  }
  double scale = n.scale > 1 && !*low->unit && low->number.scale <= 1 && low->value < n.mantissa ? n.scale : 1;
  if (low->value * scale >= high->value) return false;
  low->value *= scale;
  if (between) high->end += 6;
  return true;
}

static void set_bounds(YhMention *m, uint8_t op, double value, double high) {
  m->op = op;
  if (op == YH_GE || op == YH_GT) m->value = m->low = value;
  else if (op == YH_LE || op == YH_LT) m->value = m->high = high;
  else if (high != value) m->op = YH_RANGE, m->low = value, m->high = high;
  else m->value = m->low = m->high = value;
}

/* The term of a ratio behind `n`: ∶41.4, :2, 比1.2. */
static bool next_term(const Scan *s, const Number *n, Number *next) {
  uint32_t length, mark = char_at(s->text, s->end, n->end, &length);
  bool word = mark == 0x6BD4; /* 比 */
  if (!word && !char_in(mark, "∶:：")) return false;
  if (!number_parse(s->text, s->end, n->end + length, next) || next->magnitude || !next->arabic) return false;
  return !word || (n->arabic && next->value < 100 && !unit_at(s->text, s->end, next->end));
}

/* 8.3∶41.4∶50.3: each term is a mention of its own. Returns the end, or 0. */
static uint32_t scan_ratio(Scan *s, const Number *first) {
  uint32_t count = s->list->count;
  Number n = *first, next;
  if (n.magnitude || !next_term(s, &n, &next)) return 0;
  for (bool more = true; more; n = more ? next : n) {
    YhMention *m = scan_add(s, YH_QUANTITY, n.start, n.end);
    m->dimension = YH_RATIO;
    set_bounds(m, YH_EQ, n.value, n.value);
    more = next_term(s, &n, &next);
  }
  if (s->list->count - count == 2 && n.digits == 2 && !n.decimal && s->text[n.start] == '0') { /* 9:05 */
    s->list->count = count;
    return scan_reject(s, NULL, first->start, n.end, YH_DATE);
  }
  return n.end;
}

static uint32_t scan_amount(Scan *s, Amount *a, bool measured) {
  Amount upper;
  bool range = read_range(s, a, &upper);
  if (!measured && !(range && *upper.unit)) return a->end; /* 三 alone; but 三到五年 */
  Number hedged = a->number;
  hedged.about = a->about || (range && upper.about);
  hedged.start = a->start;
  YhDimension dimension = range ? upper.dimension : a->dimension;
  uint32_t end = range ? upper.end : a->end;
  Hedge h = hedge_around(s, a->start, end, dimension, &hedged);
  YhMention *m = scan_add(s, YH_QUANTITY, h.start, h.end);
  m->core_start = a->start, m->core_end = end;
  m->unit = range ? upper.unit : a->unit, m->dimension = (uint8_t)dimension;
  if (!strcmp(m->unit, "位") && !utf8_is_han(at_char(s, h.end)))
    m->dimension = YH_RANK_DIMENSION; /* 前移3位, not 3位专家 */
  if (range) m->op = YH_RANGE, m->low = a->value, m->high = upper.high;
  else set_bounds(m, h.op, a->value, a->high);
  return h.end;
}

/* 新建小学一所、引进院士一名: the count behind its noun, at the end of its clause. */
static bool stands_behind(const Scan *s, const Number *n, const Amount *a) {
  if (!char_in(at_char(s, a->end), "，、。；）") || !char_in(at_char(s, n->end), "个家项所条处台座件套辆架艘名人位户"))
    return false;
  uint32_t previous = char_before(s->text, s->begin, n->start);
  return utf8_is_han(previous) && !char_in(previous, "又有是了只如像成为作多少哪一无其中到");
}

/* Whether a Chinese number with this unit counts something. 三级, 两手 do not; 一 counts only measures and what is
 * built (一座, not 一种). */
static bool counts(const Scan *s, const Number *n, const Amount *a) {
  if (n->arabic || !*a->unit || a->dimension == YH_PERCENT || a->dimension == YH_RATIO) return true;
  const Word *unit = unit_at(s->text, s->end, n->end);
  if (n->magnitude || n->decimal || !unit) return !(unit && (unit->tag & UNIT_LOOSE) && n->value <= 10);
  if (unit->tag & UNIT_LOOSE) return false;
  if (n->value != 1) return true;
  if (char_in(char_before(s->text, s->begin, n->start), "每这那某同另第任万之逐统唯单进")) return false;
  if (stands_behind(s, n, a)) return true;
  if (a->dimension == YH_THINGS)
    return char_in(at_char(s, n->end), "座所艘架幢栋") && at_char(s, n->end) != at_char(s, n->end + 3);
  return a->dimension != YH_PEOPLE && a->dimension != YH_TIME;
}

/* 千亿元, 万名 without a hedge name a size (千亿元产业), they do not measure. */
static bool is_size(const Scan *s, const Number *n, const Amount *a) {
  if (!n->implied || a->dimension == YH_PERCENT || a->dimension == YH_RATIO) return false;
  Hedge h = hedge_around(s, a->start, a->end, a->dimension, n);
  return h.op == YH_EQ && !char_in(char_before(s->text, s->begin, n->start), "达到破过越上");
}

/* Where a number without unit or magnitude stands for no quantity. */
static bool is_bare_name(const Scan *s, const Number *n, const Amount *a) {
  if (*a->unit || a->dimension != YH_NO_DIMENSION) return false;
  if (!n->arabic) {
    bool plain = n->value < 100 && !n->decimal && !n->about && n->high == n->value;
    return plain && hedge_around(s, a->start, a->end, a->dimension, n).op == YH_EQ;
  }
  if (n->decimal && !n->magnitude && n->value == floor(n->value)) return true; /* 服务业开放2.0方案 */
  return n->digits == 4 && !n->magnitude && !n->decimal && n->value >= 1900 && n->value < 2100;
}

/* 2小时交通圈, 24小时自助, 5亿元级: the quantity is part of a name. */
static bool is_part_of_name(const Scan *s, const Amount *a) {
  if (*a->unit && char_in(at_char(s, a->end), "级制")) return true;
  if (!strcmp(a->unit, "类") && at_char(s, a->end) == 0x6C34) return true; /* 3类水体 */
  if (a->dimension != YH_TIME) return false;
  static const char *const schooling[] = {"义务", "一贯", "免费教育", "贯通"};
  for (size_t i = 0; i < sizeof schooling / sizeof *schooling; i++)
    if (word_at(s->text, s->end, a->end, schooling[i])) return true; /* 九年义务教育 */
  if (at_char(s, a->end) == 0x6E38) return true;                     /* 三日游 */
  if (word_before(s->text, s->begin, a->start, "学前") || word_before(s->text, s->begin, a->start, "新")) return true;
  if (a->value == 24 && word_before(s->text, s->begin, a->end, "小时") && !word_at(s->text, s->end, a->end, "内") &&
      !word_at(s->text, s->end, a->end, "以内"))
    return true;
  uint32_t at = a->end, length;
  for (int i = 0; i < 8; i++, at += length) {
    uint32_t c = char_at(s->text, s->end, at, &length);
    if (c == 0x5708) return true; /* 圈 */
    if (!utf8_is_han(c)) return false;
  }
  return false;
}

uint32_t quantity_scan(Scan *s, const Number *n) {
  uint32_t end = scan_ratio(s, n);
  if (end) return end;
  Amount a;
  read_amount(s, n, &a);
  bool fraction = a.dimension == YH_RATIO || a.dimension == YH_PERCENT;
  if (n->vague || !counts(s, n, &a)) return a.end;
  if (!n->arabic && !n->magnitude && !n->decimal && !*a.unit && !fraction) return scan_amount(s, &a, false);
  if (!fraction && char_before(s->text, s->begin, n->start) == 0x6BCF)
    return scan_reject(s, n, n->start, a.end, YH_NAME); /* 每 */
  if (n->implied && !n->digits && !*a.unit && n->end - n->start == 3 && is_size(s, n, &a))
    return n->end; /* 百|折不回 */
  if (is_size(s, n, &a) || is_part_of_name(s, &a)) return scan_reject(s, n, n->start, a.end, YH_NAME);
  if (is_bare_name(s, n, &a)) return n->arabic ? scan_reject(s, n, n->start, n->end, YH_NAME) : n->end;
  return scan_amount(s, &a, true);
}

/* A quantity that is told without a number of its own. */
static uint32_t add_told(Scan *s, uint32_t start, uint32_t end, double value, const char *unit, YhDimension dimension) {
  Hedge h = hedge_around(s, start, end, dimension, &(Number){.implied = false});
  YhMention *m = scan_add(s, YH_QUANTITY, h.start, h.end);
  m->core_start = start, m->core_end = end, m->unit = unit, m->dimension = (uint8_t)dimension;
  set_bounds(m, h.op, value, value);
  return h.end;
}

uint32_t double_scan(Scan *s, uint32_t at) {
  uint32_t start = at, end = at + 3;
  if (word_at(s->text, s->end, end, "了")) end += 3;
  if (word_at(s->text, s->end, end, "番")) return add_told(s, start, end + 3, 2, "倍", YH_TIMES);
  Number n;
  if (word_at(s->text, s->end, end, "近")) end += 3;
  if (!number_parse(s->text, s->end, end, &n) || n.value < 1 || n.value > 20 || !word_at(s->text, s->end, n.end, "番"))
    return 0;
  return add_told(s, start, n.end + 3, exp2(n.value), "倍", YH_TIMES);
}

uint32_t half_scan(Scan *s, uint32_t at) {
  static const struct {
    const char *word, *unit;
    double value;
  } halves[] = {{"半年", "年", 0.5},         {"半个月", "个月", 0.5},     {"半小时", "小时", 0.5},
                {"半个小时", "个小时", 0.5}, {"半个世纪", "个世纪", 0.5}, {"半个多世纪", "个世纪", 0.5}};
  static const char *const parts[] = {"半数", "一半"};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (word_at(s->text, s->end, at, parts[i])) return add_told(s, at, at + 6, 50, "%", YH_PERCENT);
  for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
    if (!word_at(s->text, s->end, at, halves[i].word) || char_in(char_before(s->text, s->begin, at), "上下大前后"))
      continue;
    return add_told(s, at, at + (uint32_t)strlen(halves[i].word), halves[i].value, halves[i].unit, YH_TIME);
  }
  return 0;
}
