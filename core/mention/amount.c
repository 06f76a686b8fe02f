/* amount.c: reads units and the words that make a part of a whole: 元/月, 个百分点, 百分之六, 三成半, 九折, 两个多月.
 */
#include "amount.h"
#include "unit.h"
#include <math.h>

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
  a->value = low * 100, a->high = high * 100;
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
    a->value = part.value, a->high = part.high;
  } else if (at_word(s, part.end, "世纪") || at_word(s, part.end, "个世纪")) { /* 四分之一个世纪 */
    a->value = part.value / n->value, a->high = part.high / n->value;
    a->unit = "世纪", a->dimension = YH_TIME, a->end = part.end + (at_word(s, part.end, "世纪") ? 6 : 9);
  } else set_part(a, part.value / n->value, part.high / n->value, part.end);
  return true;
}

/* 三又二分之一, 1/2, 1 3/4 */
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
  if (at_char(s, n->end) == ' ' && n->arabic && !n->decimal && !n->magnitude && /* 1 3/4 */
      number_parse(s->text, s->end, n->end + 1, &upper) && upper.arabic && at_char(s, upper.end) == '/' &&
      number_parse(s->text, s->end, upper.end + 1, &lower) && lower.arabic && lower.value > 1 && lower.digits < 3) {
    a->value = a->high = n->value + upper.value / lower.value, a->end = lower.end, a->dimension = YH_RATIO;
    return true;
  }
  uint32_t at = n->decimal ? 0 : spaced_word(s, n->end, "又");
  if (!at || !number_parse(s->text, s->end, at, &lower) || lower.value <= 0) return false;
  at = spaced_word(s, lower.end, "分之");
  if (!at || !number_parse(s->text, s->end, at, &upper)) return false;
  a->value = a->high = n->value + upper.value / lower.value, a->end = upper.end, a->dimension = YH_RATIO;
  return true;
}

/* 九折, 七五折: the price as percent. */
static bool read_discount(const Scan *s, const Number *n, Amount *a) {
  if (!at_word(s, n->end, "折") || n->magnitude || n->value <= 0 || n->value >= 100) return false;
  a->value = n->value < 10 ? n->value * 10 : n->value;
  a->high = a->value, a->end = n->end + 3, a->unit = "%", a->dimension = YH_PERCENT;
  return true;
}

/* 八成, 三成半, 七成六, 3成5: tenths, as percent. */
static bool read_tenths(const Scan *s, const Number *n, Amount *a) {
  if (!at_word(s, n->end, "成") || n->value > 10 || n->value <= 0 || n->vague) return false;
  uint32_t length, at = n->end + 3, c = char_at(s->text, s->end, at, &length);
  if (char_in(c, "为立本果长效员绩功熟套都品人份因渝") || (char_in(c, "就") && !at_word(s, at, "就业"))) return false;
  a->value = n->value * 10, a->high = n->high * 10, a->end = at, a->unit = "%", a->dimension = YH_PERCENT;
  if (c == ' ') c = char_at(s->text, s->end, ++at, &length);
  Number tail; /* not the number that follows: 三成 五百户 */
  bool alone = number_parse(s->text, s->end, at, &tail) && tail.digits == 1 && !tail.decimal && !tail.magnitude;
  bool ends = alone && tail.value > 0 && !unit_at(s->text, s->end, tail.end) && !range_mark(s->text, s->end, tail.end);
  if (char_in(c, "半")) a->value += 5, a->high += 5, a->end = at + length;
  else if (char_in(c, "多") && a->high == a->value) a->about = true, a->end = at + length; /* 三成多 */
  else if (ends) a->value += tail.value, a->high += tail.value, a->end = tail.end;
  return true;
}

/* 五元三角, 50元6角3分, 两美元又三美分: the change behind the whole. */
static void read_change(const Scan *s, Amount *a) {
  static const struct {
    const char *unit, *part;
    double worth;
  } parts[] = {{"元", "角", 0.1}, {"元", "毛", 0.1}, {"元", "分", 0.01}, {"美元", "美分", 0.01}};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    Number n;
    uint32_t at = at_word(s, a->end, "又") ? a->end + 3 : a->end;
    if (strcmp(a->unit, parts[i].unit) != 0 || !number_parse(s->text, s->end, at, &n)) continue;
    uint32_t end = n.end + (uint32_t)strlen(parts[i].part);
    if (n.decimal || n.value >= 100 || !at_word(s, n.end, parts[i].part) || char_in(at_char(s, end), "之钟")) continue;
    a->value += n.value * parts[i].worth, a->high = a->value, a->end = end;
  }
}

/* 1角5分, 一角上下, 每斤三角: small money without the whole; 金三角 is a place. */
static bool read_coins(const Scan *s, const Number *n, Amount *a) {
  static const char *const hedges[] = {"上下", "左右", "以上", "以下", "以内", "多", "钱"};
  if (!at_word(s, n->end, "角") || n->decimal || n->magnitude || n->value < 1 || n->value >= 10) return false;
  uint32_t at = n->end + 3;
  Number fen;
  bool parted = number_parse(s->text, s->end, at, &fen) && fen.value < 10 && !fen.decimal && at_word(s, fen.end, "分");
  bool hedged = false;
  for (size_t i = 0; i < sizeof hedges / sizeof *hedges; i++) hedged = hedged || at_word(s, at, hedges[i]);
  uint32_t before = before_char(s, n->start);
  if (!parted && !hedged && !(char_in(before, "了到至为约达低减高涨升降加斤度吨亩价") && !utf8_is_han(at_char(s, at)))) return false;
  a->value = n->value / 10 + (parted ? fen.value / 100 : 0), a->high = n->high / 10 + (parted ? fen.value / 100 : 0);
  a->unit = "元", a->dimension = YH_MONEY, a->end = parted ? fen.end + 3 : at;
  return true;
}

/* 提价四分, 降价一分五厘: the smallest money, behind a word of prices. */
static bool read_cents(const Scan *s, const Number *n, Amount *a) {
  const bool cent = at_word(s, n->end, "分");
  if ((!cent && !at_word(s, n->end, "厘")) || n->decimal || n->magnitude || n->value < 1 || n->value >= 10) return false;
  if (!word_before(s->text, s->floor, n->start, "提价") && !word_before(s->text, s->floor, n->start, "降价") &&
      !word_before(s->text, s->floor, n->start, "加价"))
    return false;
  uint32_t at = n->end + 3;
  Number part;
  const bool parted = cent && number_parse(s->text, s->end, at, &part) && part.value < 10 && at_word(s, part.end, "厘");
  if (parted) at = part.end + 3;
  if (utf8_is_han(at_char(s, at))) return false;
  a->value = (cent ? n->value / 100 : n->value / 1000) + (parted ? part.value / 1000 : 0), a->high = a->value;
  a->unit = "元", a->dimension = YH_MONEY, a->end = at;
  return true;
}

/* 3金4银5铜: medals, by their metal. */
static bool read_medals(const Scan *s, const Number *n, Amount *a) {
  static const char *const metals[] = {"金", "银", "铜"};
  if (!n->arabic || n->decimal || n->magnitude) return false;
  for (size_t i = 0; i < sizeof metals / sizeof *metals; i++) {
    uint32_t behind = at_char(s, n->end + 3);
    if (!at_word(s, n->end, metals[i]) || (utf8_is_han(behind) && !char_in(behind, "的"))) continue;
    a->unit = metals[i], a->dimension = YH_THINGS, a->end = n->end + 3;
    return true;
  }
  return false;
}

/* 台（套）, 条（段）, 头（只、匹）: a measure word with the others that would do as well. */
static void read_alternative(const Scan *s, Amount *a, uint32_t unit_start) {
  uint32_t length, c = char_at(s->text, s->end, a->end, &length), at = a->end + length;
  if (!char_in(c, "（(") || (a->dimension != YH_THINGS && a->dimension != YH_PEOPLE)) return;
  do {
    const Word *other = unit_at(s->text, s->end, at);
    if (!other || (unit_dimension(other) != YH_THINGS && unit_dimension(other) != YH_PEOPLE)) return;
    c = char_at(s->text, s->end, at += other->length, &length);
    if (char_in(c, "、")) at += length;
  } while (char_in(c, "、"));
  if (!char_in(c, "）)")) return;
  a->end = at + length;
  a->unit = arena_copy(s->context->arena, s->text + unit_start, a->end - unit_start);
}

/* 元/月, 微克/立方米, 件/万人: the unit joined to the one behind it. */
static void join_units(const Scan *s, Amount *a, uint32_t unit_start) {
  uint32_t length, c = char_at(s->text, s->end, a->end, &length);
  bool each = char_in(c, "每") && a->dimension == YH_MONEY; /* 3元每平方米 */
  if (c != '/' && c != 0xFF0F && !each) return;
  uint32_t at = a->end + length;
  const Word *lower = unit_at(s->text, s->end, at);
  if (each && (!lower || utf8_is_han(at_char(s, at + lower->length)))) return; /* 5亿元|每年新增 */
  for (int i = 0; i < 3 && !lower && number_power(char_at(s->text, s->end, at, &length)) >= 2;
       i++) { /* /万人, /百亿元 */
    at += length;
    lower = unit_at(s->text, s->end, at);
  }
  if (!lower) return;
  YhDimension over = a->dimension, under = unit_dimension(lower);
  a->dimension = over == YH_MONEY                        ? YH_MONEY_RATE
                 : over == YH_MASS && under == YH_VOLUME ? YH_CONCENTRATION
                 : over == YH_LENGTH && under == YH_TIME ? YH_SPEED
                                                         : YH_RATE;
  a->end = at + lower->length;
  const Word *third = at_char(s, a->end) == '/' ? unit_at(s->text, s->end, a->end + 1) : NULL; /* 元/平方米/月 */
  if (third) a->end += 1 + third->length;
  a->unit = arena_copy(s->context->arena, s->text + unit_start, a->end - unit_start);
}

static bool read_half(const Scan *s, const Number *n, Amount *a) {
  if (n->decimal || n->high != n->value || !at_word(s, a->end, "半")) return false;
  bool counted = a->dimension == YH_THINGS || a->dimension == YH_PEOPLE; /* 六台半；, but 三个|半成品仓库 */
  if (counted ? utf8_is_han(at_char(s, a->end + 3)) : char_in(at_char(s, a->end + 3), "导岛自成山价数径决")) return false;
  a->value += 0.5, a->high += 0.5, a->end += 3;
  return true;
}

enum { LONGEST_LIST = 8 }; /* members that are looked at for the unit they share */

/* 3.4个、1个百分点: the 百分点 of the list's last member. */
static bool points_follow(const Scan *s, uint32_t at) {
  Number n;
  for (int i = 0; i < LONGEST_LIST; i++, at = n.end + 3) {
    if (!char_in(at_char(s, at), "、和及与") || !number_parse(s->text, s->end, at + 3, &n)) return false;
    if (at_word(s, n.end, "个百分点")) return true;
    if (!at_word(s, n.end, "个")) return false;
  }
  return false;
}

/* 10个|亿元村, 100个|亿元以上工业项目, 3个|亿吨级港口: the 亿 begins the name of what is counted. */
static bool is_size_of_things(const Scan *s, uint32_t at) {
  const Word *unit = unit_at(s->text, s->end, at += 3);
  if (unit) at += unit->length;
  if (at_word(s, at, "级")) return true;
  if (!unit) return false;
  return at_word(s, at, "以上") || at_word(s, at, "及以上") || at_word(s, at, "台阶") || char_in(at_char(s, at), "村镇乡县企产项园品楼商店");
}

/* 两个多月, 三个多小时; 5个亿, 3.5个亿元 */
static bool read_colloquial(const Scan *s, uint32_t at, Amount *a) {
  static const char *const times[][2] = {{"月", "个月"}, {"小时", "个小时"}, {"星期", "个星期"}, {"世纪", "个世纪"}};
  if (!at_word(s, at, "个")) return false;
  bool more = at_word(s, at + 3, "多"); /* 多 */
  at += more ? 6 : 3;
  for (size_t i = 0; i < sizeof times / sizeof *times && more; i++) {
    if (!at_word(s, at, times[i][0])) continue;
    a->unit = times[i][1], a->dimension = YH_TIME, a->about = true;
    a->end = at + (uint32_t)strlen(times[i][0]);
    return true;
  }
  if (!at_word(s, at, "亿") || (!more && is_size_of_things(s, at))) return false;
  a->value *= 1e8, a->high *= 1e8, a->number.magnitude = true, a->about = a->about || more, a->end = at + 3;
  const Word *unit = unit_at(s->text, s->end, a->end);
  if (unit) a->unit = unit->text, a->dimension = unit_dimension(unit), a->end += unit->length;
  return true;
}

static bool read_unit(const Scan *s, const Number *n, Amount *a) {
  uint32_t at = n->end;
  if (at_word(s, at, "来") && n->magnitude && unit_at(s->text, s->end, at + 3)) at += 3, a->about = true; /* 十来个 */
  if (read_colloquial(s, at, a) || read_coins(s, n, a) || read_cents(s, n, a) || read_medals(s, n, a)) return true;
  uint32_t points = spaced_word(s, at, "个百分点");
  if (!points && at_word(s, at, "个多百分点")) points = at + 15, a->about = true;
  if (!points && at_word(s, at, "个以上百分点")) points = at + 18, a->least = true;
  if (points) {
    a->unit = "个百分点", a->dimension = YH_POINTS, a->end = points;
    return true;
  }
  const Word *unit = unit_at(s->text, s->end, at);
  if (!unit) return false;
  a->unit = unit->text, a->dimension = unit_dimension(unit), a->end = at + unit->length;
  if (!strcmp(a->unit, "个") && points_follow(s, a->end)) a->unit = "个百分点", a->dimension = YH_POINTS;
  read_alternative(s, a, at);
  join_units(s, a, at);
  if (!read_half(s, n, a) && a->dimension == YH_MONEY && !n->decimal && n->high == n->value) read_change(s, a);
  return true;
}

/* What in front of a number makes a measure of it: $20, ￥300; 摄氏30度. */
static void read_front(const Scan *s, Amount *a) {
  static const struct {
    const char *front, *unit;
    bool degrees;
    uint8_t dimension;
  } fronts[] = {{"$", "美元", false, YH_MONEY},
                {"＄", "美元", false, YH_MONEY},
                {"￥", "元", false, YH_MONEY},
                {"¥", "元", false, YH_MONEY},
                {"€", "欧元", false, YH_MONEY},
                {"£", "英镑", false, YH_MONEY},
                {"摄氏", "摄氏度", true, YH_TEMPERATURE},
                {"摄氏温度", "摄氏度", true, YH_TEMPERATURE},
                {"华氏", "华氏度", true, YH_TEMPERATURE},
                {"华氏温度", "华氏度", true, YH_TEMPERATURE}};
  bool degrees = !strcmp(a->unit, "度");
  if (*a->unit && !degrees) return;
  for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
    if (fronts[i].degrees != degrees || !word_before(s->text, s->floor, a->number.start, fronts[i].front)) continue;
    a->start = a->number.start - (uint32_t)strlen(fronts[i].front);
    a->unit = fronts[i].unit, a->dimension = fronts[i].dimension;
    return;
  }
}

/* 零下20℃, -5℃; 自然增长率-2.1‰: what may be less than nothing. A stroke behind a digit, a unit or a letter joins two
 * (5-10℃, 3%-5%, A-3), and two of them are a dash. */
static void read_sign(const Scan *s, Amount *a) {
  static const char *const signs[] = {"零下", "负", "-", "－", "−"}; /* 由负3%转为正5% */
  const bool degrees = a->dimension == YH_TEMPERATURE;
  const bool rate = a->dimension == YH_PERCENT && a->number.arabic && a->unit[0] != '/';
  if ((!degrees && !rate) || a->start != a->number.start) return;
  for (size_t i = degrees ? 0 : 1; i < sizeof signs / sizeof *signs; i++) {
    if (!word_before(s->text, s->floor, a->start, signs[i])) continue;
    const uint32_t start = a->start - (uint32_t)strlen(signs[i]), before = char_before(s->text, s->begin, start);
    if (degrees ? number_digit_arabic(before) >= 0 : !utf8_is_han(before) && !char_in(before, "：，；、（")) continue;
    a->value = -a->value, a->high = -a->high, a->start = start;
    return;
  }
}

/* 百分之九十八、九十七和九十三: a Chinese number that goes on from a part of a hundred or a thousand is one as well. */
static void read_next_part(const Scan *s, Amount *a) {
  if (*a->unit || a->dimension != YH_NO_DIMENSION || a->number.arabic || a->value > 1000 || !s->list->count) return;
  const YhMention *before = &s->list->items[s->list->count - 1];
  if (before->kind != YH_QUANTITY || before->dimension != YH_PERCENT || before->end + 3 != a->start) return;
  if (!char_in(at_char(s, before->end), "、和与及") || at_char(s, before->core_end - 3) == 0x6210) return; /* 三成 */
  const uint32_t behind = at_char(s, a->end);
  if (behind && !char_in(behind, "，。；、和与及）")) return;
  const uint32_t first = at_char(s, before->core_start);
  if (number_digit_chinese(first) >= 0 || number_power(first)) a->unit = before->unit, a->dimension = before->dimension;
}

void amount_read(const Scan *s, const Number *n, Amount *a) {
  *a = (Amount){.number = *n,
                .start = n->start,
                .end = n->end,
                .value = n->value,
                .high = n->high,
                .unit = "",
                .about = n->about};
  if (!read_fraction(s, n, a) && !read_mixed(s, n, a) && !read_tenths(s, n, a) && !read_discount(s, n, a))
    read_unit(s, n, a);
  read_next_part(s, a);
  if (a->dimension != YH_PERCENT) read_front(s, a);
  read_sign(s, a);
}

void amount_share(const Scan *s, Amount *a) {
  if (*a->unit || a->dimension != YH_NO_DIMENSION || !a->number.arabic) return;
  Amount next = *a;
  for (int i = 0; i < LONGEST_LIST && !*next.unit; i++) {
    Number n;
    if (!char_in(at_char(s, next.end), "、和与") || !number_parse(s->text, s->end, next.end + 3, &n)) return;
    if (!n.arabic || n.vague) return;
    amount_read(s, &n, &next);
  }
  if (next.dimension == YH_NO_DIMENSION || char_in(at_char(s, next.number.end), "年月日号")) return;
  const Number *n = &next.number;
  bool alike = a->value < 20 * n->mantissa && n->mantissa < 20 * a->value; /* but 800、1.2万人 */
  if (n->scale > 1 && a->number.scale <= 1 && alike) a->value *= n->scale, a->high *= n->scale;
  a->unit = next.unit, a->dimension = next.dimension;
}

/* 5%与6%之间, 200和300间: whether the words behind the second say so, and how long they are. */
static uint32_t between_word(const Scan *s, const Number *n, Amount *high) {
  if (at_word(s, high->end, "之间")) return 6;
  if (!at_word(s, n->end, "间") || utf8_is_han(at_char(s, n->end + 3))) return 0;
  high->unit = "", high->dimension = YH_NO_DIMENSION, high->end = n->end; /* no measure word for rooms here */
  return 3;
}

/* 提高30元|至640元: by how much, and to what; what is more than twice as much is no other end of a range. */
static bool moves_on(const Scan *s, const Amount *low, const Amount *high) {
  static const char *const verbs[] = {"提高", "增加", "上调", "提升", "降低", "减少", "下调", "下降", "缩短", "上涨"};
  if (!*low->unit || low->dimension == YH_PERCENT || high->value < 2 * low->value) return false;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    if (word_before(s->text, s->floor, low->start, verbs[i])) return true;
  return false;
}

bool amount_range(const Scan *s, Amount *low, Amount *high) {
  uint32_t length = range_mark(s->text, s->end, low->end);
  bool between = !length && char_in(at_char(s, low->end), "和与"); /* 5%与6%之间 */
  if (between) length = 3;
  Number n;
  if (!length || low->number.vague || !number_parse(s->text, s->end, low->end + length, &n) || n.vague) return false;
  if (isinf(n.value)) return false;
  bool words = length == 3 && char_in(at_char(s, low->end), "至到");
  if (words && *low->unit && char_in(before_char(s, low->start), "从由")) return false;
  amount_read(s, &n, high);
  uint32_t closing = between ? between_word(s, &n, high) : 0;
  if (between && !closing) return false;
  if (n.digits == 4 && !n.magnitude && at_word(s, n.end, "年")) return false; /* 5—2025年 */
  if (*low->unit && *high->unit && strcmp(low->unit, high->unit) != 0) return false;
  if (words && *high->unit && moves_on(s, low, high)) return false;
  if (*low->unit && !*high->unit) { /* 百分之三到五 */
    if (low->dimension != YH_PERCENT || low->end != low->number.end || low->number.start == low->start) return false;
    high->unit = low->unit, high->dimension = low->dimension;
  }
  double scale = n.scale > 1 && !*low->unit && low->number.scale <= 1 && low->value < n.mantissa ? n.scale : 1;
  bool tenths = !*low->unit && (at_word(s, n.end, "成") || at_word(s, n.end, "折")) && n.value < 10;
  if (tenths && high->dimension == YH_PERCENT) scale = 10; /* 三至五成 */
  if (low->value * scale >= high->value) return false;
  low->value *= scale;
  high->end += closing;
  return true;
}
