/* pattern.c: tests of core/match/pattern: what is found, where an error is shown, limits that are told. */
#include "match/pattern.h"
#include "tap.h"

#include <stdlib.h>

static YhError error;

/* "from-to" of the match and of each group, or "none", "limit", "wrong L:C". */
static const char *run(const char *regex, uint32_t flags, const char *subject, size_t from) {
  static char out[400];
  memset(&error, 0, sizeof error);
  Pattern *pattern = pattern_new(regex, strlen(regex), flags, &error);
  if (!pattern) {
    snprintf(out, sizeof out, "wrong %u:%u", error.line, error.column);
    return out;
  }
  const PatternResult result = pattern_find(pattern, subject, strlen(subject), from, NULL, &error);
  snprintf(out, sizeof out, result == PATTERN_LIMIT ? "limit" : "none");
  if (result == PATTERN_FOUND) {
    size_t used = 0;
    const size_t *ends = pattern_ends(pattern);
    for (uint32_t i = 0; i <= pattern_groups(pattern); i++)
      used += (size_t)snprintf(out + used, sizeof out - used, ends[2 * i] == PATTERN_UNSET ? "%s-" : "%s%zu-%zu",
                               i ? " " : "", ends[2 * i], ends[2 * i + 1]);
  }
  pattern_free(pattern);
  return out;
}

static void finding(void) {
  SAME(run("水.", 0, "引水渠道", 0), "3-9");
  SAME(run("水.", 0, "引水渠道", 4), "none");
  SAME(run("(?<n>\\d+)(万)?亩", 0, "种植300亩", 0), "6-12 6-9 -");
  SAME(run("(?<n>\\d+)(万)?亩", 0, "种植30万亩", 0), "6-14 6-8 8-11");
  SAME(run("^", 0, "", 0), "0-0");
  SAME(run("a", 0, "", 0), "none");
  SAME(run("a", 0, "a", 2), "none"); /* beyond the end */
  SAME(run("gdp", PATTERN_CASELESS, "GDP", 0), "0-3");
  SAME(run(" 水 # 渠\n 库", PATTERN_EXTENDED, "水库", 0), "0-6");
  SAME(run("^库", PATTERN_MULTILINE, "水\n库", 0), "4-7");
  SAME(run("水.库", PATTERN_DOTALL, "水\n库", 0), "0-7");
  SAME(run("库", PATTERN_ANCHORED, "水库", 0), "none");
  SAME(run("库", PATTERN_ANCHORED, "水库", 3), "3-6");
  SAME(run("\\w+", 0, "水库ab", 0), "0-8");   /* Unicode properties are on */
  SAME(run("库", 0, "\xE6\xB0库", 0), "2-5"); /* broken bytes do no harm */
  SAME(run(".", 0, "\xFF\xFE", 0), "none");
}

static void errors(void) {
  SAME(run("增长[0-9", 0, "", 0), "wrong 1:7"); /* behind the last character: there the ] is missing */
  SAME(run("一\n二(", 0, "", 0), "wrong 2:3");
  SAME(run("(?<n>一)(?<n>二)", 0, "", 0), "wrong 1:13");
  SAME(run("\\C", 0, "", 0), "wrong 1:3"); /* half a character cannot be asked for */
  OK(error.code == YH_EARGUMENT && error.message[0]);
}

static bool stop_at_third(void *calls) {
  return ++*(int *)calls == 3;
}

/* Long subjects are searched in windows; nothing of that must show. */
static void windows(void) {
  enum { LENGTH = 3000 };
  static char subject[LENGTH + 1];
  for (size_t i = 0; i < LENGTH; i += 3) memcpy(subject + i, "茶", 3);
  for (size_t at = 0; at < LENGTH; at += 3) {
    memcpy(subject + at, "园", 3);
    char want[40];
    snprintf(want, sizeof want, "%zu-%zu", at, at + 3);
    if (strcmp(run("园", 0, subject, 0), want)) SAME(run("园", 0, subject, 0), want);
    memcpy(subject + at, "茶", 3);
  }
  SAME(run("(?<=茶)茶{900}$", 0, subject, 0), "300-3000");
  SAME(run("^茶$", 0, subject, 0), "none");
  SAME(run("\\G园", 0, subject, 0), "none");
  SAME(run("\\G茶", 0, subject, 1500), "1500-1503");
  memcpy(subject + 1500, "园", 3);
  SAME(run("\\G园", 0, subject, 0), "none"); /* only where the search starts */
  SAME(run("园", PATTERN_ANCHORED, subject, 0), "none");

  int calls = 0;
  Pattern *pattern = pattern_new("树", 3, 0, &error);
  const PatternLimits limits = {.interrupted = stop_at_third, .argument = &calls};
  OK(pattern_find(pattern, subject, LENGTH, 0, &limits, &error) == PATTERN_LIMIT);
  SAME(error.message, "interrupted");
  OK(calls == 3);
  pattern_free(pattern);
}

static void names(void) {
  static const char source[] = "(?<low>\\d+)(至)(?<high>\\d+)";
  Pattern *pattern = pattern_new(source, sizeof source - 1, 0, &error);
  if (!OK(pattern != NULL)) return;
  OK(pattern_groups(pattern) == 3);
  SAME(pattern_group_name(pattern, 0), NULL);
  SAME(pattern_group_name(pattern, 1), "low");
  SAME(pattern_group_name(pattern, 2), NULL);
  SAME(pattern_group_name(pattern, 3), "high");
  SAME(pattern_group_name(pattern, 4), NULL);
  SAME(pattern_source(pattern), source);
  pattern_free(pattern);
}

static void limits(void) {
  char subject[3001];
  memset(subject, 'a', 3000);
  subject[3000] = '\0';
  SAME(run("(a+)+$|b", 0, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", 0), "limit");
  OK(error.code == YH_ELIMIT);
  OK(strstr(error.message, "(a+)+$|b") != NULL); /* it names the pattern */
  OK(strstr(error.message, "match limit") != NULL);
  /* a limit of one's own, on a pattern that is used again afterwards */
  Pattern *pattern = pattern_new("(a|ab)*[cd]", 11, 0, &error);
  OK(pattern_find(pattern, subject, 3000, 0, &(PatternLimits){.match = 10}, &error) == PATTERN_LIMIT);
  OK(pattern_find(pattern, "abc", 3, 0, NULL, &error) == PATTERN_FOUND);
  pattern_free(pattern);
  /* more than the JIT's stack: the interpreter goes on, and its own limits are told too */
  char *deep = malloc(200001);
  memset(deep, 'a', 200000);
  deep[200000] = '\0';
  pattern = pattern_new("(?:a(?=(a|b)))*[bc]", 19, 0, &error);
  const PatternResult result = pattern_find(pattern, deep, 200000, 0, &(PatternLimits){.heap = 64}, &error);
  OK(result == PATTERN_LIMIT);
  pattern_free(pattern);
  free(deep);
}

int main(void) {
  finding();
  errors();
  names();
  windows();
  limits();
  return tap_end();
}
