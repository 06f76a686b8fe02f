/* What must hold of every mention of every text: order, spans, bounds; numbers that come back from their Chinese
 * numerals; time that grows with the text and not faster. */
#include "mention/mention.h"
#include "mention/number.h"
#include "tap.h"
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

static Arena *arena;
static uint64_t state = 88172645463325252u;

static uint64_t next_random(void) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return state;
}

static MentionList scan(const char *text, uint32_t length) {
  MentionContext context = {.arena = arena, .report_year = 2025, .base_year = 2024, .role = YH_REVIEW};
  MentionList list = {0};
  mention_scan(text, 0, length, 0, &context, &list);
  return list;
}

/* NULL, or the rule that is broken. */
static const char *broken_rule(const MentionList *list, uint32_t length) {
  uint32_t end = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    const YhMention *m = &list->items[i];
    if (m->start >= m->end || m->end > length) return "a span lies inside the text";
    if (m->core_start < m->start || m->core_end > m->end) return "a core lies inside its span";
    if (i && m->start < list->items[i - 1].start) return "mentions are sorted";
    if (m->low > m->high || m->value < m->low || m->value > m->high) return "low ≤ value ≤ high";
    if (m->op == YH_RANGE && !isnan(m->value)) return "a range has no value";
    if (m->kind == YH_TERM || m->kind == YH_BOOK) continue;
    if (m->start < end) return "numbers never overlap";
    end = m->end;
  }
  return NULL;
}

static void check_text(const char *text, uint32_t length) {
  MentionList list = scan(text, length);
  const char *rule = broken_rule(&list, length);
  if (!tap_check(!rule, rule ? rule : "rules hold", __FILE__, __LINE__)) printf("#   in: %.*s\n", (int)length, text);
  free(list.items);
}

/* Texts made of the pieces that numbers are made of, in any order. */
static void check_pieces(void) {
  static const char *const pieces[] = {
      "一",       "二",   "两", "三",   "五",    "九",      "十",   "百",       "千",   "万",  "亿",     "零",
      "〇",       "点",   "几", "多",   "余",    "半",      "1",    "20",       "2025", "3.5", "1,100",  "%",
      "个百分点", "元",   "人", "个",   "年",    "月",      "日",   "年底",     "公里", "第",  "前",     "全国",
      "位",       "首位", "约", "超过", "以上",  "左右",    "内",   "—",        "-",    "至",  "到",     "、",
      "，",       "“",    "”",  "《",   "》",    "十四五",  "时期", "分之",     "成",   "倍",  "翻",     "番",
      "今年",     "比",   "/",  ":",    "∶",     "+",       "A",    "\xE4\xB8", "\xFF", "来",  "控制在", "k",
      "e",        "^",    ".",  " ",    "$",     "又",      "角",   "打对折",   "廿",   "间",  "和",     "并且",
      "大于",     "小于", "大", "折",   "3个、", "http://", "位数", "是"};
  char text[1200];
  for (int round = 0; round < 3000; round++) {
    uint32_t length = 0;
    for (uint64_t count = 1 + next_random() % 40; count--;) {
      const char *piece = pieces[next_random() % (sizeof pieces / sizeof *pieces)];
      memcpy(text + length, piece, strlen(piece));
      length += (uint32_t)strlen(piece);
    }
    check_text(text, length);
  }
}

static void check_bytes(void) {
  char text[300];
  for (int round = 0; round < 2000; round++) {
    uint32_t length = (uint32_t)(next_random() % sizeof text);
    for (uint32_t i = 0; i < length; i++) text[i] = (char)next_random();
    check_text(text, length);
  }
}

/* A whole number below 1e16 in Chinese numerals, the way it is read aloud. */
static void put_section(char *out, unsigned n, bool inner) {
  static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, *const powers[] = {
                                                                                                        "千", "百",
                                                                                                        "十", ""};
  unsigned place = 1000;
  bool begun = inner, zero = false;
  for (int i = 0; i < 4; i++, place /= 10) {
    unsigned digit = n / place % 10;
    if (!digit) {
      zero = true;
      continue;
    }
    if (zero && begun) strcat(out, "零");
    strcat(out, digits[digit]), strcat(out, powers[i]);
    begun = true, zero = false;
  }
}

static void put_chinese(char *out, uint64_t n) {
  *out = 0;
  if (n >= 1000000000000u) {
    put_section(out, (unsigned)(n / 1000000000000u), false), strcat(out, "万");
    if (n / 100000000u % 10000) put_section(out, (unsigned)(n / 100000000u % 10000), true);
    strcat(out, "亿");
  } else if (n >= 100000000u) put_section(out, (unsigned)(n / 100000000u), false), strcat(out, "亿");
  unsigned middle = (unsigned)(n / 10000 % 10000);
  if (middle) put_section(out, middle, *out != 0), strcat(out, "万");
  if (!middle && *out && n % 10000 && n % 10000 >= 1000) strcat(out, "零");
  put_section(out, (unsigned)(n % 10000), *out != 0);
}

static void check_round_trip(void) {
  char text[400];
  for (int round = 0; round < 20000; round++) {
    uint64_t n = 1 + (next_random() >> (11 + next_random() % 50)) % 9000000000000000u;
    put_chinese(text, n);
    Number number;
    bool ok = number_parse(text, (uint32_t)strlen(text), 0, &number) && number.end == strlen(text) &&
              number.value == (double)n;
    if (!tap_check(ok, "number → numeral → number", __FILE__, __LINE__))
      printf("#   %" PRIu64 " %s: %.17g\n", n, text, number.value);
  }
  for (int round = 0; round < 2000; round++) { /* decimals with 万 and 亿 come out exact */
    unsigned n = (unsigned)(next_random() % 1000000);
    snprintf(text, sizeof text, "%u.%02u亿", n / 100, n % 100);
    Number number;
    bool ok = number_parse(text, (uint32_t)strlen(text), 0, &number) && number.value == n * 1e6;
    if (!tap_check(ok, "decimal of 亿", __FILE__, __LINE__)) printf("#   %s: %.17g\n", text, number.value);
  }
}

static double seconds_for(const char *unit, uint32_t count) {
  uint32_t size = (uint32_t)strlen(unit), length = size * count;
  char *text = malloc(length);
  for (uint32_t i = 0; i < count; i++) memcpy(text + i * size, unit, size);
  double best = 1e9;
  for (int i = 0; i < 5; i++) {
    clock_t begin = clock();
    MentionList list = scan(text, length);
    double spent = (double)(clock() - begin) / CLOCKS_PER_SEC;
    free(list.items);
    if (spent < best) best = spent;
  }
  free(text);
  return best;
}

/* Four times the text may take eight times as long at most (quadratic work would take sixteen). */
static void check_linear(void) {
  static const char *const units[] = {
      "7",      "一",    "“",        "约",       "万",  "二百",      "1,100", "1-",    "一至",  "第一、",
      "前三",   "《",    "“十四五”", "到2025年", "超",  "百分之",    "8:",    "元",    "翻",    "3月",
      "20世纪", "1.",    "五、六",   "一万零",   "半",  "几",        "多",    "零",    "〇",    "十一一一",
      "壹",     "7%",    "2021—",    "个",       "”",   "连续5年、", "1、",   "3个、", "1亿、", "大于1小于2",
      "?a=1",   "://1 ", ".5",       "1e1",      "5元", "2k-",       "是一"};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    double small = seconds_for(units[i], 25000), large = seconds_for(units[i], 100000);
    if (!tap_check(large <= 8 * small + 0.004, "time grows with the text", __FILE__, __LINE__))
      printf("#   %s: %g s, then %g s\n", units[i], small, large);
  }
}

/* A number of 100,000 digits is read as one, in one go, and is no figure. */
static void check_long_number(void) {
  enum { LENGTH = 100000 };
  char *text = malloc(LENGTH);
  memset(text, '7', LENGTH);
  clock_t begin = clock();
  MentionList list = scan(text, LENGTH);
  double spent = (double)(clock() - begin) / CLOCKS_PER_SEC;
  bool one = list.count == 1 && list.items[0].kind == YH_NUMERAL && list.items[0].end == LENGTH;
  tap_check(one, "100,000 digits are one numeral", __FILE__, __LINE__);
  if (!tap_check(spent < 0.5, "100,000 digits are read at once", __FILE__, __LINE__)) printf("#   %g s\n", spent);
  free(list.items), free(text);
}

int main(void) {
  arena = arena_new();
  check_pieces();
  check_bytes();
  check_round_trip();
  check_linear();
  check_long_number();
  arena_free(arena);
  return tap_end();
}
