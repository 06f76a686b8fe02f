/* ordinal.c: numbers that order instead of measure: ranks (全国第2位, 全市首位, 前三), ordinals (第一产业), sessions
 * (十四届四次会议, 二十大), enumerators (一是, （三）). */
#include "lexicon.h"
#include "scan.h"
#include <math.h>
#include <stddef.h>

/* Whom a rank is among; a rank's text holds it where it stands right in front. */
static const WordGroup scope_words[] = {
    {0, "全国 全省 全市 全区 全县 全州 全盟 全旗 全球 全世界 世界 行业 全行业 同行业 国内 省内 区内 市内 亚洲 中部 西部 "
        "东部 西北 西南 东北 华北 华东 华南 华中 中西部 沿海 沿海省份 西部地区 中部地区 东部地区 同类城市 同类地区 "
        "全国同类 各省 各市 各省区 省级 副省级城市 副省级 地级市 各县 各区 全域 全流域 全疆 西部省份 同期 省会城市 "
        "区县 县区 县市 区域 各城市 各省区市 各省市 各省份 各市州 各地市 各地 各区县 各县区 各县市区 各县（市、区） "
        "中心城区 主城区 城区 "
        "县域 全国县域 百强县 百强区 全国百强县 全国百强区 同类县 县级 "
        "全国主要城市 主要城市 重点城市 全国城市 沿黄省区 同类开发区 沿江 沿边 沿线 县级市 山区县 老区"},
};
static Lexicon scopes = {
    .groups = scope_words, .group_count = sizeof scope_words / sizeof *scope_words, .backward = true};

/* Whose number says among how many a rank is: 15个副省级城市第3位. */
static const WordGroup field_words[] = {
    {0, "县（市） 县（区） 副省级城市 省会城市 计划单列市 省区市 省（区、市） 省区 省份 省市 市州 州市 地市 设区市 地级市 市（州） 区县 县区 县市区 县（市、区） "
        "区（县） 县市 旗县区 旗县 乡镇 镇街 街道 板块 片区 园区 国家级新区 国家级高新区 国家高新区 高新区 国家级经开区 经开区 开发区 万亿城市 主要城市 "
        "大中城市 重点城市 沿海城市 参评城市 城市"},
};
static Lexicon fields = {.groups = field_words, .group_count = sizeof field_words / sizeof *field_words};

/* Verbs that make 第一, 前三 behind them a rank. */
static const WordGroup verb_words[] = {
    {0, "居 居于 位居 位列 列 排 排名 排在 名列 稳居 跃居 均居 保持 位次 升至 升到 跃升至 跻身 进入 进位至 上升至 "
        "上升到 前移至 提升至 提升到 位于 夺得 勇夺 拿下 摘得 获 获得 荣获 均为 都是 连续 占 迈入 挺进 冲进 位居前 "
        "取得 并列 实现 跃为 升为 降为 降至 降到 退至 跃升为 上升为 "
        "蝉联 考核 夺取 位列前 总量 增速"},
};
static Lexicon verbs = {.groups = verb_words, .group_count = sizeof verb_words / sizeof *verb_words, .backward = true};

void rank_prepare(void) {
  lexicon_prepare(&scopes);
  lexicon_prepare(&verbs);
  lexicon_prepare(&fields);
}

/* What a rank may be among: counties, cities, provinces, schools, ports. */
static const char *const ranked = "市县区州盟旗镇乡省份港岸校院";
enum { LONGEST_KIND = 6 }; /* characters: 山区县, 高职院校 */

/* 全国|资源型城市|第3位: a kind of places that no list holds, behind the whole that they are in; 0 for none. */
static uint32_t kind_start(const Scan *s, uint32_t at) {
  static const char *const wholes[] = {"全国", "全省", "全市", "全区", "全县", "全州"};
  if (!char_in(before_char(s, at), ranked)) return 0;
  for (int i = 0; i < LONGEST_KIND && at > s->floor + 3 && utf8_is_han(before_char(s, at)); i++) {
    at = char_start(s->text, s->floor, at);
    for (size_t k = 0; k < sizeof wholes / sizeof *wholes; k++)
      if (word_before(s->text, s->floor, at, wholes[k])) return at - 6;
  }
  return 0;
}

static uint32_t scope_start(const Scan *s, uint32_t at) {
  const Word *w;
  uint32_t end = at, kind;
  for (int i = 0; i < 3 && (w = lexicon_find(&scopes, s->text, s->floor, s->end, at)); i++) at -= w->length;
  return at == end && (kind = kind_start(s, end)) ? kind : at;
}

/* How long the kind of places at `at` is, that a count is of: 15个|副省级城市, 27个|山区县; 0 for none. */
static uint32_t kind_length(const Scan *s, uint32_t at) {
  const Word *w = lexicon_find(&fields, s->text, s->begin, s->end, at);
  if (w) return w->length;
  uint32_t from = at, length, c = char_at(s->text, s->end, at, &length), ends = 0;
  for (int i = 0; i < LONGEST_KIND && utf8_is_han(c) && !char_in(c, "居列排位获为名比夺占进升在的");
       i++, c = char_at(s->text, s->end, at, &length)) {
    at += length;
    if (char_in(c, ranked)) ends = at - from;
  }
  return ends;
}

/* 在9个县中|排名靠后: ranked among so many, though no rank is told. */
static bool ranked_among(const Scan *s, uint32_t at) {
  static const char *const ranking[] = {"排", "位居", "位列", "居", "列", "名列", "处于", "名次", "位次"};
  for (size_t i = 0; i < sizeof ranking / sizeof *ranking && at_word(s, at, "中"); i++)
    if (at_word(s, at + 3, ranking[i])) return true;
  return false;
}

bool rank_field(const Scan *s, uint32_t at) {
  uint32_t length = kind_length(s, at), c;
  if (!length) return false;
  at += length;
  if (ranked_among(s, at)) return true;
  for (int i = 0; i < 8; i++, at += length) {
    c = char_at(s->text, s->end, at, &length);
    if (!utf8_is_han(c)) return false;
    uint32_t next = at_char(s, at + length);
    bool numbered = number_digit_arabic(next) >= 0 || number_digit_chinese(next) > 0 || number_power(next) == 1;
    if ((char_in(c, "第前") && numbered) || at_word(s, at, "首位") || at_word(s, at, "榜首")) return true;
  }
  return false;
}

static bool verb_before(const Scan *s, uint32_t at) {
  return lexicon_find(&verbs, s->text, s->floor, s->end, at) != NULL;
}

/* Whether a statement may end at `at`: 第一，… 第一的… 第一、… */
static bool is_close(const Scan *s, uint32_t at) {
  uint32_t c = at_char(s, at);
  return c == 0 || char_in(c, "，。、；：！？,;）)”\n和与及的以并且");
}

/* 15个|副省级城市|第3位: the number among how many, or NULL. */
static const YhMention *field_before(const Scan *s, uint32_t at) {
  const YhMention *m = s->list->count ? &s->list->items[s->list->count - 1] : NULL;
  if (!m || m->sentence != s->sentence || m->why != YH_NAME) return NULL;
  uint32_t kind = kind_length(s, m->end);
  return kind && m->end + kind == at ? m : NULL;
}

static uint32_t add_rank(Scan *s, uint32_t core_start, uint32_t end, double value, bool top) {
  uint32_t start = scope_start(s, core_start);
  const YhMention *field = field_before(s, core_start);
  if (field) {
    const Word *whole = lexicon_find(&scopes, s->text, s->begin, s->end, field->start);
    start = field->start - (whole ? whole->length : 0);
    s->list->count--;
  }
  YhMention *m = scan_add(s, YH_RANK, start, end);
  m->core_start = core_start;
  m->dimension = YH_RANK_DIMENSION, m->unit = "位", m->value = m->high = value;
  if (top) m->op = YH_LE;
  else m->low = value;
  return end;
}

static bool is_session(const Scan *s, uint32_t at) {
  Number n; /* 十次、十一次全会 */
  if ((at_word(s, at, "次、") || at_word(s, at, "次和")) && number_parse(s->text, s->end, at + 6, &n)) at = n.end;
  return at_word(s, at, "届") || at_word(s, at, "次会议") || at_word(s, at, "次全会") || at_word(s, at, "次全体") ||
         at_word(s, at, "次代表") || at_word(s, at, "次常务") || at_word(s, at, "次党代会") || at_word(s, at, "次全国");
}

/* 居全市第二、第一、第四位: a rank stands right before the list's comma. */
static bool follows_rank(const Scan *s, uint32_t at) {
  const YhMention *last = s->list->count ? &s->list->items[s->list->count - 1] : NULL;
  return last && last->kind == YH_RANK && last->sentence == s->sentence && last->end + 3 == at &&
         char_in(before_char(s, at), "、和与及");
}

/* 第一, 第3位, 第十七届, 第三产业 */
static uint32_t scan_numbered(Scan *s, const Number *n) {
  uint32_t start = n->start - 3, end = n->end;
  if (word_before(s->text, s->floor, start, "倒数")) start -= 6; /* 由倒数第2升到第6 */
  uint32_t scope = scope_start(s, start);
  if (at_word(s, end, "季度") || at_word(s, end, "个五年")) return 0;
  if (is_session(s, end)) return scan_reject(s, n, start, end + 3, YH_SESSION);
  uint32_t next = at_char(s, end + 3);
  bool place =
      at_word(s, end, "位") || (at_word(s, end, "名") && (is_close(s, end + 3) || char_in(next, "提升跃上前进移降")));
  if (place) end += 3;
  if (place && (word_before(s->text, s->floor, start, "放在") || word_before(s->text, s->floor, start, "摆在"))) /* 把…放在第一位 */
    return scan_reject(s, n, start, end, YH_ORDINAL);
  if (place && at_word(s, end, "的") && scope == start && !verb_before(s, scope)) /* 第一位的事情 */
    return scan_reject(s, n, start, end, YH_ORDINAL);
  bool named = scope < start || verb_before(s, scope) || follows_rank(s, start) || field_before(s, start);
  bool moves = char_in(before_char(s, scope), "由从") && char_in(at_char(s, end), "升上提跃前降退进"); /* 由第7升至第5 */
  if (place || moves || (is_close(s, end) && named)) return add_rank(s, start, end, n->value, false);
  return scan_reject(s, n, start, n->end, YH_ORDINAL);
}

/* 全国前三, 前10位, 前十名, 前三甲 */
static uint32_t scan_top(Scan *s, const Number *n) {
  uint32_t start = n->start - 3, end = n->end, scope = scope_start(s, start);
  const bool counted = at_word(s, end, "位") || at_word(s, end, "名") || at_word(s, end, "甲");
  const bool place = counted || at_word(s, end, "强");
  static const char *const entering[] = {"跻身", "进入", "位列", "挺进", "迈入", "迈进", "闯入", "冲进", "入围"};
  for (size_t i = 0; i < sizeof entering / sizeof *entering && at_word(s, end, "强") && is_close(s, end + 3); i++)
    if (word_before(s->text, s->floor, scope, entering[i])) return add_rank(s, start, end + 3, n->value, true);
  if (!place && !(is_close(s, end) && (scope < start || verb_before(s, start) || field_before(s, start)))) return 0;
  if (place && at_word(s, end + 3, "中")) return scan_reject(s, n, start, end + 3, YH_ORDINAL); /* 前100名中有3个 */
  if (counted) end += 3;
  else if (place) return scan_reject(s, n, start, end + 3, YH_NAME); /* 前十强 */
  return add_rank(s, start, end, n->value, true);
}

/* 召开|8次会议, 先后举行|三次会议: how many were held, not which one. */
static bool is_held(const Scan *s, const Number *n) {
  static const char *const holding[] = {"召开", "召开了", "举行", "举行了", "主持召开", "组织召开", "召集"};
  for (size_t i = 0; i < sizeof holding / sizeof *holding; i++)
    if (word_before(s->text, s->floor, n->start, holding[i])) return true;
  return false;
}

/* 十四届, 三中全会, 四次会议, 二十大 */
static uint32_t scan_session(Scan *s, const Number *n) {
  uint32_t end = n->end;
  if (at_word(s, end, "中全会")) return scan_reject(s, n, n->start, end + 9, YH_SESSION);
  if (is_session(s, end) && !at_word(s, end, "届") && !is_held(s, n)) return scan_reject(s, n, n->start, end + 3, YH_SESSION);
  if (at_word(s, end, "届")) {
    static const char *const bodies[] = {"全国", "省",   "市", "区", "县", "自治", "人大", "政协", "中央",
                                         "党",   "人民", "州", "盟", "旗", "镇",   "乡",   "历",   NULL};
    Number inner;
    bool session = number_parse(s->text, s->end, end + 3, &inner);
    for (const char *const *body = bodies; *body && !session; body++) session = at_word(s, end + 3, *body);
    return session && !n->arabic ? scan_reject(s, n, n->start, end + 3, YH_SESSION) : 0;
  }
  if (at_word(s, end, "大") && n->value > 0 && n->value < 100 && !n->decimal && n->high == n->value &&
      !word_before(s->text, s->floor, n->start, "比")) {
    bool congress = !n->arabic && n->value > 10 && !char_in(at_char(s, end + 3), "类项任重工行");
    return scan_reject(s, n, n->start, end + 3, congress ? YH_SESSION : YH_NAME);
  }
  return 0;
}

/* 一是…, 二要…, （三）, 1. at the head of a clause */
static uint32_t scan_enumerator(Scan *s, const Number *n) {
  if (n->decimal || n->magnitude + n->arabic > 1 || n->value > 40) return 0;
  uint32_t lead = before_char(s, n->start), c = at_char(s, n->end);
  bool bracketed = char_in(lead, "（(") && char_in(c, "）)");
  if (bracketed) return scan_reject(s, n, n->start, n->end, YH_ENUMERATOR);
  bool head = n->start == s->begin || char_in(lead, "，。；：！？;:\n");
  if (!head) return 0;
  if (char_in(c, "来") && n->value > 9) return 0; /* 三十来个, but 一来 */
  if (!n->arabic && char_in(c, "是要、，则来") && (!char_in(c, "、") || n->start == s->begin))
    return scan_reject(s, n, n->start, n->end, YH_ENUMERATOR);
  bool point = char_in(c, ".．") && utf8_is_han(at_char(s, n->end + (c == '.' ? 1 : 3))); /* …；2.新建 */
  if (n->arabic && n->digits < 3 && (point || (n->start == s->begin && char_in(c, ".．、"))))
    return scan_reject(s, n, n->start, n->end, YH_ENUMERATOR);
  return 0;
}

/* 第一、二轮; 第十至十二位: the 第 of the first counts for the second. */
static bool follows_ordinal(const Scan *s, const Number *n) {
  if (!s->list->count || n->start < s->begin + 3) return false;
  const YhMention *m = &s->list->items[s->list->count - 1];
  if (m->end + 3 != n->start || m->sentence != s->sentence || !word_before(s->text, s->begin, m->core_start + 3, "第"))
    return false;
  return m->why == YH_ORDINAL && char_in(before_char(s, n->start), "、至到和");
}

/* 全国排名53位, 位居46位、82位: a rank without 第, not a count of people. */
static uint32_t scan_place(Scan *s, const Number *n) {
  if (!at_word(s, n->end, "位") || !is_close(s, n->end + 3) || n->decimal || n->about || n->high != n->value) return 0;
  bool listed = follows_rank(s, n->start);
  static const char *const verbs_of_place[] = {"排名", "位居", "位列", "位次", "名列", "列",  "居",
                                               "排",   "升至", "升到", "降至", "由",   "移至"};
  for (size_t i = 0; i < sizeof verbs_of_place / sizeof *verbs_of_place && !listed; i++)
    listed = word_before(s->text, s->floor, n->start, verbs_of_place[i]);
  return listed ? add_rank(s, n->start, n->end + 3, n->value, false) : 0;
}

uint32_t ordinal_scan(Scan *s, const Number *n) {
  if (n->vague) return 0;
  if (n->start > s->floor) {
    uint32_t lead = before_char(s, n->start), end = 0;
    if (char_in(lead, "第")) return n->start - s->floor >= 3 ? scan_numbered(s, n) : 0;
    if (char_in(lead, "前")) end = scan_top(s, n);
    if (char_in(lead, "后") && !word_before(s->text, s->begin, n->start, "退后") && at_word(s, n->end, "位") &&
        is_close(s, n->end + 3)) /* 退出全省后三位 */
      return scan_reject(s, n, n->start, n->end + 3, YH_ORDINAL);
    if (end) return end;
  }
  if (follows_ordinal(s, n)) return scan_reject(s, n, n->start, n->end, YH_ORDINAL);
  uint32_t end = scan_session(s, n);
  if (!end) end = scan_place(s, n);
  return end ? end : scan_enumerator(s, n);
}

/* 全国首位, 居榜首, 全省之首; but not 放在首位 or 首位度 */
uint32_t rank_word_scan(Scan *s, uint32_t at) {
  if (char_in(before_char(s, at), "之") && (at_word(s, at, "首") || at_word(s, at, "冠")) && is_close(s, at + 3))
    return scope_start(s, at - 3) < at - 3 ? add_rank(s, at - 3, at + 3, 1, false) : 0;
  if (!at_word(s, at, "首位") && !at_word(s, at, "榜首")) return 0;
  if (!is_close(s, at + 6) || char_in(before_char(s, at), "在于为作")) return 0;
  return add_rank(s, at, at + 6, 1, false);
}
