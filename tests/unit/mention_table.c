/* Drives the readable tables of tests/mention: a sentence, then one line for each mention expected in it.
 *
 *     > 投资5亿元以上。
 *     quantity 5亿元以上 | value=500000000 low=500000000 high=- op=≥ unit=元 dimension=money
 *
 * Only the fields named are compared. `@ review 2025 2024` sets role, report year and base year for what follows;
 * `terms` after a sentence's > (`>>`) lists terms and books too, which are left out otherwise. */
#include "mention/mention.h"
#include "tap.h"
#include <dirent.h>
#include <math.h>
#include <stdlib.h>

static Arena *arena;
static MentionContext context;

static void put_number(char *out, size_t room, double x) {
  if (isnan(x)) snprintf(out, room, "-");
  else if (x == floor(x) && fabs(x) < 1e18) snprintf(out, room, "%.0f", x);
  else snprintf(out, room, "%.12g", x);
}

static const char *grains[] = {"-", "day", "month", "quarter", "half", "year", "years", "plan"};
static const char *uses[] = {"during", "by", "since", "from", "for"};

static void field_value(const char *text, const YhMention *m, const char *name, char *out, size_t room) {
  if (!strcmp(name, "value")) put_number(out, room, m->value);
  else if (!strcmp(name, "low")) put_number(out, room, m->low);
  else if (!strcmp(name, "high")) put_number(out, room, m->high);
  else if (!strcmp(name, "op")) snprintf(out, room, "%s", yh_op_name(m->op));
  else if (!strcmp(name, "unit")) snprintf(out, room, "%s", m->unit);
  else if (!strcmp(name, "dimension")) snprintf(out, room, "%s", m->dimension ? yh_dimension_name(m->dimension) : "-");
  else if (!strcmp(name, "why")) snprintf(out, room, "%s", m->why ? yh_why_name(m->why) : "-");
  else if (!strcmp(name, "core")) snprintf(out, room, "%.*s", (int)(m->core_end - m->core_start), text + m->core_start);
  else if (!strcmp(name, "years")) snprintf(out, room, "%d-%d", m->first_year, m->last_year);
  else if (!strcmp(name, "month")) snprintf(out, room, "%d", m->month);
  else if (!strcmp(name, "day")) snprintf(out, room, "%d", m->day);
  else if (!strcmp(name, "grain")) snprintf(out, room, "%s", grains[m->grain]);
  else if (!strcmp(name, "use")) snprintf(out, room, "%s", uses[m->use]);
  else if (!strcmp(name, "quoted")) snprintf(out, room, "%d", m->in_quotes);
  else if (!strcmp(name, "book")) snprintf(out, room, "%d", m->in_book);
  else snprintf(out, room, "(no such field)");
}

/* One expected line against one mention; says what differs. */
static void compare(const char *place, const char *text, const YhMention *m, char *want) {
  char got[5000], line[6000];
  char *fields = strstr(want, " | "), *rest = NULL;
  if (fields) *fields = 0, fields += 3;
  snprintf(got, sizeof got, "%s %.*s", yh_mention_name(m->kind), (int)(m->end - m->start), text + m->start);
  tap_same(got, want, place, text, 0);
  for (char *f = fields ? strtok_r(fields, " ", &rest) : NULL; f; f = strtok_r(NULL, " ", &rest)) {
    char *equals = strchr(f, '=');
    if (!equals) {
      tap_check(0, f, place, 0);
      continue;
    }
    *equals = 0;
    field_value(text, m, f, got, sizeof got);
    snprintf(line, sizeof line, "%s: %s of %s", place, f, want);
    tap_same(got, equals + 1, line, text, 0);
  }
}

static bool is_mark(const YhMention *m) {
  return m->kind == YH_TERM || m->kind == YH_BOOK;
}

typedef struct Case {
  char text[4000];
  bool marks, open;
  MentionList list;
  uint32_t at;
} Case;

static void skip_marks(Case *c) {
  while (!c->marks && c->at < c->list.count && is_mark(&c->list.items[c->at])) c->at++;
}

static void close_case(Case *c, const char *place) {
  if (!c->open) return;
  for (skip_marks(c); c->at < c->list.count; c->at++, skip_marks(c)) {
    const YhMention *m = &c->list.items[c->at];
    char got[5000];
    snprintf(got, sizeof got, "%s %.*s", yh_mention_name(m->kind), (int)(m->end - m->start), c->text + m->start);
    tap_same(got, "(no more mentions)", place, c->text, 0);
  }
  free(c->list.items);
  *c = (Case){.open = false};
}

static void set_context(const char *line) {
  char role[40] = "";
  sscanf(line, "%39s %d %d", role, &context.report_year, &context.base_year);
  context.role = !strcmp(role, "review") ? YH_REVIEW : !strcmp(role, "plan") ? YH_PLAN : YH_NO_ROLE;
}

static void run_table(const char *path) {
  FILE *file = fopen(path, "r");
  if (!tap_check(file != NULL, path, path, 0)) return;
  static char line[4000];
  static Case c;
  char place[700];
  set_context("none 2025 2025");
  for (int number = 1; fgets(line, sizeof line, file); number++) {
    line[strcspn(line, "\r\n")] = 0;
    snprintf(place, sizeof place, "%s:%d", path, number);
    if (!*line || *line == '#') continue;
    if (*line == '@') {
      close_case(&c, place);
      set_context(line + 2);
      continue;
    }
    if (*line == '>') {
      close_case(&c, place);
      c.open = true, c.marks = line[1] == '>';
      snprintf(c.text, sizeof c.text, "%s", line + (c.marks ? 3 : 2));
      mention_scan(c.text, 0, (uint32_t)strlen(c.text), 0, &context, &c.list);
      continue;
    }
    skip_marks(&c);
    if (c.at < c.list.count) compare(place, c.text, &c.list.items[c.at++], line);
    else tap_same("(no more mentions)", line, place, c.text, 0);
  }
  close_case(&c, place);
  fclose(file);
}

static int is_table(const struct dirent *entry) {
  const char *dot = strrchr(entry->d_name, '.');
  return dot && !strcmp(dot, ".test");
}

int main(int argc, char **argv) {
  const char *folder = argc > 1 ? argv[1] : "tests/mention";
  struct dirent **entries;
  int count = scandir(folder, &entries, is_table, alphasort);
  arena = arena_new();
  context.arena = arena;
  tap_check(count > 0, "tables found", folder, 0);
  for (int i = 0; i < count; i++) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    run_table(path);
    free(entries[i]);
  }
  if (count >= 0) free(entries);
  arena_free(arena);
  return tap_end();
}
