/* word.c: Chinese numerals in ordinary words, where they count nothing: 三位一体, 千方百计, 统一, and names of places.
 *
 * Only words whose numeral would otherwise pass for a number are listed: 一致, 三农 or 三心二意 need no entry, because
 * a single digit without a measure word is no quantity anyway. Places come from the table of regions. */
#include "../region/region.h"
#include "lexicon.h"
#include "scan.h"
#include "unit.h"
#include <stddef.h>
#include <stdio.h>

enum { SKIP = 0, NOT_A_WORD = 1 }; /* NOT_A_WORD: longer than a word in the list, but a number after all */

static const WordGroup words[] = {
    /* sizes, that 上, 过, 近 or 超 before them would make bounds of: 亲近百姓, 跨过千山万水 */
    {SKIP, "十足 十全 十指 十之八九 百分百 百姓 百般 百年 百花 百货 百科 百家争鸣 百家姓 百业 "
           "百折不挠 百舸 百尺竿头 百里 百川 百炼成钢 百废 百强 百团 百战 百端 百感 百倍 千方百计 "
           "百分之百地 千家万户 千万不 千万要 千万别 千山万水 千辛万苦 千军万马 千言万语 千秋 千年 千古 千载 千里 "
           "千钧 千头万绪 千差万别 千变万化 千篇一律 千锤百炼 千难万险 千兆 千帆 千行百业 千企 千村 "
           "千乡 千县 千禧 千百万 千万工程 万众 万一 万里 万家灯火 万户千 万事 万物 万象 万能 "
           "万分 万元户 万紫千红 万水千山 万古 万世 万年 万岁 万全 万无一失 万企 万村 万亩方 "
           "万顷 万般 万卷 万马 亿万 兆头"},
    /* days and years that are no period: feasts, wars, and time as a figure of speech */
    {SKIP, "十月革命 十年树木 十年寒窗 千百年 二十四节气 二十四小时 二七 二月二 三天两头 三月三 三伏 "
           "四周 五四 五一 五年规划 五年计划 六一 七一 八一 八小时外 九一八 数千年 数百年 数十年如一日 "
           "数百万年 几十年如一日"},
    /* slogans and doctrines, named by the number of their points: they count nothing that is done */
    {SKIP, "两个确立 两个维护 两个毫不动摇 两个一百年 两个百年 两个结合 两个健康 两个务必 两个文明 "
           "两个基本点 两个先行 两个大局 两个替代 两个根本 两条路线 两个阶级 两个凡是 两次科技革命 两类矛盾 两类不同 "
           "两个转变 三个一 三个代表 三个面向 三个有利于 三个一批 三个务必 三个区分开来 三个世界 三个倍增 "
           "三个年 三个文明 三位一体 三条红线 三条线 三条保障线 三条控制线 三座大山 三项制度 三项机制 "
           "三张清单 三三制 三块地 四个意识 四个自信 四个全面 四个现代化 四个伟大 四个革命 四个敢 "
           "四个坚持 四个最严 四个一批 四个面向 四个扎根 四个着力 四个中心 四个服务 四个不摘 四个重大 "
           "四项基本 四项原则 四轮驱动 四人帮 四位一体 四大 五项原则 五位一体 五个必由之路 五个统筹 "
           "五个坚持 五个文明 五个认同 五个一 五大 五级书记 六个必须坚持 六个方面 七个有之 八项规定"},
    /* numbers as names and in sayings: grades, kinds, plays, distances */
    {SKIP, "一元化 一千道一万 一亩三分地 一分为二 一倍以上的努力 一米阳光 一吨当 二级 二轮 二次 二类 "
           "二万五千里长征 二人台 二人转 二号 二维码 二十国集团 两两 两条腿 两级 两位数 两型 两场 "
           "三百六十行 三次产业 三类水 三类县 三级 三番五次 三块牌子 三只手 三七 三人行 三位数 四级 四条屏 "
           "四套班子 五类水 五级 五次三番 六级 七级 八级 八千里路 九级 九段 几万里 几千里 数万里 "
           "二元结构 二元经济"},
    {NOT_A_WORD, "十分之 十分钟 万分之"},
};

static Lexicon ordinary = {.groups = words, .group_count = sizeof words / sizeof *words};
static char *place_words; /* kept as long as the program runs */
static WordGroup place_group;
static Lexicon places = {.groups = &place_group, .group_count = 1};

static bool is_numeral(uint32_t c) {
  return number_digit_chinese(c) >= 0 || number_power(c);
}

/* 七台河市, and 七台河 alone; but 五台 is five machines, and only 五台山 is the place. */
static void add_place(const char *name) {
  enum { LAST = 3, LONGEST = 64 }; /* bytes of 市, 县, 区; of a name */
  size_t length = strlen(name), used = place_words ? strlen(place_words) : 0, most = used + 2 * LONGEST;
  place_words = memory_resize(place_words, most, 1);
  uint32_t numeral, end = (uint32_t)length - LAST;
  utf8_decode(name, &numeral);
  const Word *unit = unit_at(name, end, numeral);
  const char *mountain = unit && numeral + unit->length == end ? "山" : "";
  snprintf(place_words + used, most - used, "%s%s %.*s%s", used ? " " : "", name, (int)end, name, mountain);
}

void word_prepare(void) {
  lexicon_prepare(&ordinary);
  for (uint32_t i = 0, length; i < region_row_count; i++)
    if (is_numeral(utf8_decode(region_rows[i].name, &length))) add_place(region_rows[i].name);
  place_group.words = place_words;
  lexicon_prepare(&places);
}

/* 一一列出, 一一对应: one by one; not the digits of 一一九 or 一一·五. */
static bool one_by_one(const Scan *s, uint32_t at) {
  uint32_t behind = at_char(s, at + 6);
  return at_word(s, at, "一一") && utf8_is_han(behind) && !is_numeral(behind) && !char_in(behind, "〇年月日点");
}

uint32_t word_skip(const Scan *s, uint32_t at) {
  if (one_by_one(s, at)) return at + 6;
  if (at_word(s, at, "一") && char_in(before_char(s, at), "统唯")) return at + 3;
  const Word *w = lexicon_find(&ordinary, s->text, s->begin, s->end, at);
  if (w) return w->tag == SKIP ? at + w->length : 0;
  w = lexicon_find(&places, s->text, s->begin, s->end, at);
  return w ? at + w->length : 0;
}
