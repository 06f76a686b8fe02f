/* name.c: numbers that are part of a name: PM2.5, 5G, T1000, 国道521, 006号, “1+11”, 5A级, 世界500强, 12345热线. */
#include "lexicon.h"
#include "scan.h"
#include "unit.h"
#include <stddef.h>

static bool at_word(const Scan *s, uint32_t at, const char *word) {
  return word_at(s->text, s->end, at, word);
}
static uint32_t at_char(const Scan *s, uint32_t at) {
  return char_of(s->text, s->end, at);
}

static bool is_letter(uint32_t c) {
  return utf8_is_letter(c) || (c >= 0xFF21 && c <= 0xFF5A) || (c >= 0x391 && c <= 0x3C9);
}

/* Words behind a number that make it a name. */
static const char *const nouns[] = {"级",   "强", "热线", "号", "型",     "周年", "版", "后",
                                    "英寸", "x",  "制",   "维", "路公交", "式",   "码", NULL};

static bool is_named(const Scan *s, const Number *n) {
  for (const char *const *noun = nouns; *noun; noun++)
    if (at_word(s, n->end, *noun)) {
      if (at_word(s, n->end, "级")) return !at_word(s, n->end, "级联");
      if (at_word(s, n->end, "后")) return n->digits == 2 && n->arabic;
      if (at_word(s, n->end, "号")) return true;
      return true;
    }
  return false;
}

/* 863计划, 13710工作机制, 104国道: a bare number in front of these is a name. */
static bool names_noun(const Scan *s, const Number *n) {
  static const char *const tails[] = {"工程",     "计划", "行动", "战略", "体系", "模式",   "机制",     "政策",
                                      "格局",     "布局", "战法", "部署", "思路", "工作法", "工作机制", "产业体系",
                                      "发展战略", "高校", "院校", "产业", "品牌", "平台",   "系统",     "规划",
                                      "人员",     "国道", "省道", "县道", "乡道", NULL};
  for (const char *const *tail = tails; *tail; tail++)
    if (at_word(s, n->end, *tail)) return true;
  return false;
}

static bool road_before(const Scan *s, uint32_t at) {
  static const char *const roads[] = {"国道", "省道", "县道", "高速", "编号", "代号", "热线", NULL};
  for (const char *const *road = roads; *road; road++)
    if (word_before(s->text, s->begin, at, *road)) return true;
  return false;
}

/* Signs that join numbers to slogans and models: 1+11, N+1, 7×24, 8·15, 5G-A. */
static bool is_joined(const Scan *s, const Number *n) {
  uint32_t before = char_before(s->text, s->begin, n->start), behind = at_char(s, n->end);
  if (char_in(before, "+＋×*") || char_in(behind, "+＋×*")) return true;
  if (char_in(behind, "·・") && n->end < s->end)
    return number_digit_arabic(at_char(s, n->end + 2)) >= 0 && behind == 0xB7;
  if (before == 0xB7) return true;
  return false;
}

/* 20250120 */
static bool is_day(const Number *n) {
  if (n->digits != 8 || n->decimal || n->value < 19000101 || n->value > 21001231) return false;
  int month = (int)n->value / 100 % 100, day = (int)n->value % 100;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 12345市民服务热线, 12380举报平台 */
static bool is_hotline(const Scan *s, const Number *n) {
  if (n->digits < 3 || n->digits > 6 || n->decimal) return false;
  for (uint32_t at = n->end, length, i = 0; i < 8; i++, at += length) {
    if (at_word(s, at, "热线") || at_word(s, at, "平台") || at_word(s, at, "电话")) return true;
    if (!utf8_is_han(char_at(s->text, s->end, at, &length))) return false;
  }
  return false;
}

uint32_t name_scan(Scan *s, const Number *n) {
  if (is_joined(s, n)) return scan_reject(s, n, n->start, n->end, YH_SLOGAN);
  if (is_named(s, n)) return scan_reject(s, n, n->start, n->end, at_word(s, n->end, "号") ? YH_CODE_NUMBER : YH_NAME);
  if (!n->arabic) return 0;
  uint32_t before = char_before(s->text, s->begin, n->start), behind = at_char(s, n->end);
  const Word *unit = unit_at(s->text, s->end, n->end);
  if (is_letter(before) && (!unit || (unit->tag & UNIT_LOOSE)) && !n->magnitude)
    return scan_reject(s, n, n->start, n->end, YH_NAME);
  if (is_letter(before) && unit && n->decimal && unit_dimension(unit) == YH_THINGS)
    return scan_reject(s, n, n->start, n->end, YH_NAME);
  if (unit && utf8_is_han(at_char(s, n->end + unit->length)) &&
      (at_word(s, n->end, "千伏") || at_word(s, n->end, "kV")))
    return scan_reject(s, n, n->start, n->end + unit->length, YH_NAME); /* 750千伏输变电工程 */
  if (is_letter(behind) && (!unit || is_letter(at_char(s, n->end + unit->length))))
    return scan_reject(s, n, n->start, n->end, YH_NAME);
  if (unit || n->magnitude || n->about) return 0;
  bool leading_zero = s->text[n->start] == '0' && n->digits > 1 && !n->decimal;
  if (is_hotline(s, n) || names_noun(s, n) || char_in(before, "歼轰"))
    return scan_reject(s, n, n->start, n->end, YH_NAME);
  if (road_before(s, n->start) || leading_zero || n->digits > 12 || is_day(n))
    return scan_reject(s, n, n->start, n->end, YH_CODE_NUMBER);
  return 0;
}
