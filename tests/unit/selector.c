/* selector.c: tests of core/match/selector: what it chooses in a small report, and where its errors point. */
#include "match/selector.h"
#include "tap.h"

#include <stdlib.h>

static const char text[] = "云岭县政府工作报告\n"
                           "（2025年1月8日在云岭县第十七届人民代表大会第四次会议上）\n"
                           "各位代表：\n"
                           "一、2024年工作回顾\n"
                           "（一）农业稳步发展\n"
                           "种植茶叶3万亩。建成“智慧茶园”两个。\n"
                           "二、2025年工作安排\n"
                           "（一）壮大产业\n"
                           "投资5亿元建设水厂。改造老街。\n"
                           "（二）改善民生\n"
                           "新增学位300个。\n";
static YhReport *report;
static YhError error;

/* The chosen nodes as `kind:title-or-text`, or the column and the message of the error. */
static const char *choose_below(const char *source, uint32_t first, uint32_t last) {
  static char out[2000];
  size_t used = 0;
  out[0] = '\0';
  Selector *selector = selector_new(source, strlen(source), &error);
  if (!selector) {
    snprintf(out, sizeof out, "%u: %s", error.column, error.message);
    return out;
  }
  uint32_t count, length, i;
  const YhNode *nodes = yh_report_nodes(report, &count);
  const char *bytes = yh_report_text(report, &length);
  SelectorWalk *walk = selector_walk(selector, report, first, last < count ? last : count);
  while ((i = selector_next(walk)) != SELECTOR_END && used < sizeof out - 200) {
    const bool titled = nodes[i].title_end > nodes[i].title_start;
    const uint32_t start = titled ? nodes[i].title_start : nodes[i].start,
                   end = titled ? nodes[i].title_end : nodes[i].end;
    used += (size_t)snprintf(out + used, sizeof out - used, "%s%s:%.*s", used ? " " : "", yh_kind_name(nodes[i].kind),
                             (int)(end - start), bytes + start);
  }
  selector_walk_free(walk);
  selector_free(selector);
  return out;
}
static const char *choose(const char *source) {
  return choose_below(source, 0, UINT32_MAX);
}

static void kinds(void) {
  SAME(choose("part"), "part:2024年工作回顾 part:2025年工作安排");
  SAME(choose("section"), "section:农业稳步发展 section:壮大产业 section:改善民生");
  SAME(choose("part[role=plan] section"), "section:壮大产业 section:改善民生");
  SAME(choose("part > section, part"),
       "part:2024年工作回顾 section:农业稳步发展 part:2025年工作安排 section:壮大产业 section:改善民生");
  SAME(choose("report > section"), "");
  SAME(choose("heading[depth=1]"), "part:2024年工作回顾 part:2025年工作安排");
  SAME(choose("*[marker]"),
       "part:2024年工作回顾 section:农业稳步发展 part:2025年工作安排 section:壮大产业 section:改善民生");
  SAME(choose("section section"), "");
}

static void tests(void) {
  SAME(choose("section[has=money]"), "section:壮大产业");
  SAME(choose("section[has=term|money]"), "section:农业稳步发展 section:壮大产业");
  SAME(choose("section[has!=money][role=plan]"), "section:改善民生");
  SAME(choose("sentence[has=quantity][role!=opening]"), "sentence:种植茶叶3万亩。 sentence:建成“智慧茶园”两个。 "
                                                        "sentence:投资5亿元建设水厂。 sentence:新增学位300个。");
  SAME(choose("section[title=壮大产业] sentence[text*=老街]"), "sentence:改造老街。");
  SAME(choose("section[title^=壮大|改善]"), "section:壮大产业 section:改善民生");
  SAME(choose("section[title$=\"产业\"]"), "section:壮大产业");
  SAME(choose("section[ title $= '产业' ]"), "section:壮大产业");
  SAME(choose("section[marker=（二）]"), "section:改善民生");
  SAME(choose("sentence[line=9]"), "sentence:投资5亿元建设水厂。 sentence:改造老街。");
  SAME(choose("section[form=own-line][role=review]"), "section:农业稳步发展");
}

static void scopes(void) { /* below the plan's part: steps above are found outside the range */
  uint32_t count, part = 0;
  const YhNode *nodes = yh_report_nodes(report, &count);
  for (uint32_t i = 0; i < count; i++)
    if (nodes[i].kind == YH_PART) part = i;
  SAME(choose_below("section", part + 1, nodes[part].next), "section:壮大产业 section:改善民生");
  SAME(choose_below("part[role=plan] > section[has=money]", part + 1, nodes[part].next), "section:壮大产业");
  SAME(choose_below("part[role=review] section", part + 1, nodes[part].next), "");
}

static void errors(void) {
  SAME(choose(""), "1: a kind of node is missing");
  SAME(choose("part >"), "7: a kind of node is missing");
  SAME(choose("part,"), "6: a kind of node is missing");
  SAME(choose("prat"), "1: unknown kind 'prat', did you mean 'part'?");
  SAME(choose("section[rol=plan]"), "9: unknown test 'rol', did you mean 'role'?");
  SAME(choose("section[role=plam]"), "14: unknown role 'plam', did you mean 'plan'?");
  SAME(choose("*[has=monye]"), "7: unknown mention or dimension 'monye', did you mean 'money'?");
  SAME(choose("section[title*=产业] itm"), "20: unknown kind 'itm', did you mean 'item'?");
  SAME(choose("section[role=plan"), "18: expected ] or |");
  SAME(choose("section[role=]"), "14: a value is missing");
  SAME(choose("section[role~plan]"), "13: expected ], =, !=, *=, ^= or $=");
  SAME(choose("section[role*=plan]"), "13: role has no parts: = or !=");
  SAME(choose("section[title=\"产业]"), "15: the quotation mark is not closed");
  SAME(choose("section[depth=7]"), "15: a depth is 0, 1, 2 or 3");
  SAME(choose("section[line=x]"), "14: a line is a number");
  SAME(choose("section]"), "8: expected a space, >, a comma or [");
  char many[5 * 40 + 1] = "";
  for (int i = 0; i < 40; i++) strcat(many, "part ");
  SAME(choose(many), "161: more than 32 steps");
}

int main(void) {
  const YhOptions options = {.name = "yunling"};
  YhInput *input = yh_input_memory(text, sizeof text - 1, &options, &error);
  report = input ? yh_input_next(input, &error) : NULL;
  yh_input_close(input);
  if (!OK(report != NULL)) return tap_end();
  kinds();
  tests();
  scopes();
  errors();
  yh_report_free(report);
  return tap_end();
}
