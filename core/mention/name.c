/* name.c: numbers that are part of a name: PM2.5, 5G, T1000, 国道521, 006号, “1+11”, 5A级, 世界500强, 12345热线. */
#include "lexicon.h"
#include "scan.h"
#include "unit.h"
#include <stddef.h>

static bool is_letter(uint32_t c) {
  return utf8_is_letter(c) || (c >= 0xFF21 && c <= 0xFF5A) || (c >= 0x391 && c <= 0x3C9);
}

enum { ANY, CODE, BARE, BORN, PLAIN };
/* What makes a number a name when it stands behind: any number (500强), a code (006号), a number without unit or
 * magnitude (863计划, 104国道); BORN: 80后; PLAIN: longer than one of these, but no name. */
static const WordGroup tail_words[] = {
    {ANY, "级 强 热线 型 周年 版 英寸 x 制 维 路公交 式 码 次产业"}, /* 一二三次产业 */
    {CODE, "号"},
    {BORN, "后"},
    {PLAIN, "级联 型号 制造 制定 制度 制作 制种 制剂 制药 制品 制氢 制糖 制冷 制图 制衣 制茶 维护 维修 号召"},
    {BARE, "工程 计划 行动 战略 体系 模式 机制 政策 格局 布局 战法 部署 思路 工作法 工作机制 产业体系 发展战略 高校 "
           "院校 产业 "
           "品牌 平台 系统 规划 人员 国道 省道 县道 乡道"},
};
static Lexicon tails = {.groups = tail_words, .group_count = sizeof tail_words / sizeof *tail_words};

static const WordGroup lead_words[] = {{CODE, "国道 省道 县道 高速 编号 代号 热线"}, {BARE, "歼 轰"}};
static Lexicon leads = {.groups = lead_words, .group_count = sizeof lead_words / sizeof *lead_words, .backward = true};

void name_prepare(void) {
  lexicon_prepare(&tails);
  lexicon_prepare(&leads);
}

bool name_graded(const Scan *s, uint32_t at) {
  const Word *tail = char_in(at_char(s, at), "级制") ? lexicon_find(&tails, s->text, s->begin, s->end, at) : NULL;
  return tail && tail->tag == ANY;
}

/* Signs that join numbers to slogans and models: 1+11, N+1, 7×24, 8·15, 5G-A. */
static bool is_joined(const Scan *s, const Number *n) {
  uint32_t before = before_char(s, n->start), behind = at_char(s, n->end);
  if (char_in(before, "+＋×*") || char_in(behind, "+＋×*")) return true;
  if (char_in(behind, "·・") && n->end < s->end)
    return number_digit_arabic(at_char(s, n->end + 2)) >= 0 && behind == 0xB7;
  if (at_word(s, n->end, "对") && number_digit_arabic(at_char(s, n->end + 3)) >= 0) return true; /* 1对1 */
  return before == 0xB7 ||
         (char_in(before, "对") && n->start >= s->begin + 4 && utf8_is_digit((unsigned char)s->text[n->start - 4]));
}

/* 20250120 */
static bool is_day(const Number *n) {
  if (n->digits != 8 || n->decimal || n->value < 19000101 || n->value > 21001231) return false;
  int month = (int)n->value / 100 % 100, day = (int)n->value % 100;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 110联动, 12306平台, 95598热线: the numbers of emergency and service lines. */
static bool is_service_line(const Number *n) {
  int value = n->value < 1e6 ? (int)n->value : 0;
  if (n->digits == 3) return value == 110 || value == 114 || value == 119 || value == 120 || value == 122;
  return n->digits == 5 && (value / 1000 == 12 || value / 1000 == 95 || value / 1000 == 96);
}

/* PM2.5, T1000, 5G, M102线: letters that touch an Arabic number make it a name, unless they are its unit. */
static bool has_letters(const Scan *s, const Number *n, const Word *unit) {
  bool before = is_letter(before_char(s, n->start)), behind = is_letter(at_char(s, n->end));
  if (before && !n->magnitude && (!unit || (unit->tag & UNIT_LOOSE))) return true;
  if (before && unit && n->decimal && unit_dimension(unit) == YH_THINGS) return true;
  return behind && (!unit || is_letter(at_char(s, n->end + unit->length)));
}

/* 4K, 8K超高清: what a number of thousands is called that stands for itself; but 5k-20k, 12k人. */
static bool is_resolution(const Scan *s, const Number *n, const Word *unit) {
  uint32_t c = before_char(s, n->end);
  return (c == 'k' || c == 'K') && !unit && !range_mark(s->text, s->end, n->end);
}

/* 5、6号船台, 1至3号楼: the 号 behind the last one is said of all. */
static bool lists_codes(const Scan *s, const Number *n) {
  Number other = *n;
  for (int i = 0; i < 8; i++) {
    uint32_t length, c = char_at(s->text, s->end, other.end, &length), mark = char_in(c, "、和及") ? length : 0;
    if (!mark) mark = range_mark(s->text, s->end, other.end);
    if (!mark || !number_parse(s->text, s->end, other.end + mark, &other)) return false;
    if (char_in(at_char(s, other.end), "号") && lexicon_find(&tails, s->text, s->begin, s->end, other.end)->tag == CODE)
      return true;
  }
  return false;
}

uint32_t name_scan(Scan *s, const Number *n) {
  if (is_joined(s, n)) return scan_reject(s, n, n->start, n->end, YH_SLOGAN);
  const Word *tail = lexicon_find(&tails, s->text, s->begin, s->end, n->end);
  int kind = tail ? tail->tag : PLAIN;
  if (kind == CODE) return scan_reject(s, n, n->start, n->end, YH_CODE_NUMBER);
  if (kind == ANY || (kind == BORN && n->arabic && n->digits == 2)) return scan_reject(s, n, n->start, n->end, YH_NAME);
  if (!n->arabic) return 0;
  const Word *unit = unit_at(s->text, s->end, n->end);
  if (has_letters(s, n, unit) || is_resolution(s, n, unit)) return scan_reject(s, n, n->start, n->end, YH_NAME);
  if (unit && utf8_is_han(at_char(s, n->end + unit->length)) &&
      (!strcmp(unit->text, "千伏") || !strcmp(unit->text, "kV")))
    return scan_reject(s, n, n->start, n->end + unit->length, YH_NAME); /* 750千伏输变电工程 */
  if (unit || n->magnitude || n->about) return 0;
  if (lists_codes(s, n)) return scan_reject(s, n, n->start, n->end, YH_CODE_NUMBER);
  const Word *lead = lexicon_find(&leads, s->text, s->begin, s->end, n->start);
  bool leading_zero = s->text[n->start] == '0' && n->digits > 1 && !n->decimal;
  if ((lead && lead->tag == CODE) || leading_zero || n->digits > 12 || is_day(n))
    return scan_reject(s, n, n->start, n->end, YH_CODE_NUMBER);
  bool bound = hedge_around(s, n->start, n->end, YH_NO_DIMENSION, n).op != YH_EQ; /* 不低于0并小于5 */
  bool nothing = n->value == 0 && utf8_is_han(at_char(s, n->end)) && !bound;      /* 0距离 */
  if (kind == BARE || lead || nothing || (!n->decimal && is_service_line(n)))
    return scan_reject(s, n, n->start, n->end, YH_NAME);
  return 0;
}

static bool is_graph(uint32_t c) {
  return c > ' ' && c < 0x7F;
}

/* http://…?page=2, www.…: the numbers in an address of the web are its letters. */
uint32_t address_scan(Scan *s, uint32_t at) {
  enum { LONGEST = 500 };
  uint32_t start = at, end = at;
  while (start && at - start < LONGEST && is_graph((unsigned char)s->text[start - 1])) start--;
  if (!memmem(s->text + start, at - start, "://", 3) && !word_at(s->text, at, start, "www.")) return 0;
  if (start < s->floor) start = s->floor; /* a ? has begun a new sentence */
  while (end < s->end && is_graph((unsigned char)s->text[end])) end++;
  return scan_reject(s, NULL, start, end, YH_CODE_NUMBER);
}
