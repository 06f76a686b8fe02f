/* Drives the readable tables of tests/tree: the lines of a fictional report, then what the tree must say of them.
 *
 *     @ name of the case [file=2025年某省政府工作报告]     starts a case
 *     > a line of the report            #1 a line styled as a heading of level 1, ^ a footnote, | a row of a table
 *     1 part review own-line [一、] 2024年工作回顾         every heading, in order: depth, kind, role, form, marker,
 * title role 5 problems                                      the role of the first node on line 5 under 5 part
 * 一、2024年工作回顾                      what that node stands in: kind and its first words meta year=2025 region=某省
 * fields of the metadata note “甲乙”工程 3 9                                  a note's term and the lines that use it
 *     says skipped-marker 7                                a diagnostic and its line
 *     s a sentence / c a clause                            all sentences, all clauses, in order */
#include "tap.h"
#include "tree/report.h"
#include <dirent.h>
#include <stdlib.h>

static char place[300];

typedef struct Case {
  Document *document;
  YhReport *report;
  uint32_t lines;
  uint32_t heading, sentence, clause, note; /* how far the expectations have come */
  bool headings, sentences, clauses;        /* whether the case speaks of them */
} Case;

static const char *word(char **rest) {
  while (**rest == ' ') ++*rest;
  char *start = *rest;
  while (**rest && **rest != ' ') ++*rest;
  if (**rest) *(*rest)++ = 0;
  return start;
}

static void build(Case *c) {
  if (c->report || !c->document) return;
  YhOptions options = {0};
  c->report = report_build(text_new(c->document), c->document, &options);
}

static const YhNode *node_of_line(const Case *c, uint32_t line) {
  for (uint32_t i = 1; i < c->report->node_count; i++)
    if (c->report->nodes[i].line == line) return &c->report->nodes[i];
  return NULL;
}

static void put_heading(const Case *c, const YhNode *n, char *out, size_t room) {
  const char *text = c->report->text->bytes, *role = yh_role_name(n->role);
  snprintf(out, room, "%d %s %s %s [%.*s] %.*s", n->depth, yh_kind_name(n->kind), role ? role : "-",
           yh_form_name(n->form), (int)(n->marker_end - n->marker_start), text + n->marker_start,
           (int)(n->title_end - n->title_start), text + n->title_start);
}

/* The next node from *at on for which `wanted` holds; NULL for none. */
static const YhNode *next_node(const Case *c, uint32_t *at, int kind) {
  while (*at < c->report->node_count) {
    const YhNode *n = &c->report->nodes[(*at)++];
    if (kind < 0 ? n->depth > 0 : n->kind == kind) return n;
  }
  return NULL;
}

static void expect_text(const Case *c, uint32_t *at, int kind, const char *want) {
  const YhNode *n = next_node(c, at, kind);
  char got[6000] = "(none)";
  if (n && kind < 0) put_heading(c, n, got, sizeof got);
  else if (n) snprintf(got, sizeof got, "%.*s", (int)(n->end - n->start), c->report->text->bytes + n->start);
  tap_same(got, want, place, "tests/tree", 0);
}

static void expect_under(const Case *c, char *rest) {
  const YhNode *n = node_of_line(c, (uint32_t)atoi(word(&rest)));
  char got[400] = "(no such line)", want[400];
  snprintf(want, sizeof want, "%s", rest);
  if (n) {
    const YhNode *p = &c->report->nodes[n->parent];
    const char *kind = yh_kind_name(p->kind);
    const size_t room = strlen(want) > strlen(kind) + 1 ? strlen(want) - strlen(kind) - 1 : 0;
    const uint32_t length = p->end - p->start < room ? p->end - p->start : (uint32_t)room;
    snprintf(got, sizeof got, room ? "%s %.*s" : "%s", kind, (int)length, c->report->text->bytes + p->start);
  }
  tap_same(got, want, place, "tests/tree", 0);
}

static void meta_value(const YhMeta *m, const char *field, char *out, size_t room) {
  const char *s = NULL;
  int number = -1;
  if (!strcmp(field, "title")) s = m->title;
  else if (!strcmp(field, "region")) s = m->region;
  else if (!strcmp(field, "code")) s = m->region_code;
  else if (!strcmp(field, "level")) s = m->level;
  else if (!strcmp(field, "date")) s = m->date;
  else if (!strcmp(field, "session")) s = m->session;
  else if (!strcmp(field, "speaker")) s = m->speaker;
  else if (!strcmp(field, "office")) s = m->office;
  else if (!strcmp(field, "region-source")) s = m->region_source;
  else if (!strcmp(field, "year-source")) s = m->year_source;
  else if (!strcmp(field, "year")) number = m->year;
  else if (!strcmp(field, "review")) number = m->review_year;
  else if (!strcmp(field, "plan")) number = m->plan_year;
  if (number >= 0) snprintf(out, room, "%d", number);
  else snprintf(out, room, "%s", s && *s ? s : "-");
}

static void expect_meta(const Case *c, char *rest) {
  while (*rest) {
    const char *pair = word(&rest);
    char *equals = strchr(pair, '='), got[300];
    if (!equals) {
      tap_check(0, pair, place, 0);
      continue;
    }
    *equals = 0;
    meta_value(&c->report->meta, pair, got, sizeof got);
    tap_same(got, equals + 1, place, pair, 0);
  }
}

static void expect_note(Case *c, const char *want) {
  const YhNode *n = next_node(c, &c->note, YH_NOTE);
  char got[1000] = "(no more notes)";
  if (n) {
    int length = snprintf(got, sizeof got, "%.*s", (int)(n->title_end - n->title_start),
                          c->report->text->bytes + n->title_start);
    for (uint32_t u = 0; u < c->report->use_count; u++)
      if (&c->report->nodes[c->report->uses[u].note] == n)
        length += snprintf(got + length, sizeof got - (size_t)length, " %u%s",
                           c->report->nodes[c->report->uses[u].sentence].line, c->report->uses[u].worded ? "~" : "");
  }
  tap_same(got, want, place, "tests/tree", 0);
}

static void expect_diagnostic(const Case *c, char *rest) {
  const char *code = word(&rest);
  const uint32_t line = (uint32_t)atoi(word(&rest));
  bool found = false;
  for (uint32_t i = 0; i < c->report->diagnostic_count; i++)
    found =
        found || (!strcmp(c->report->diagnostics[i].code, code) && (!line || c->report->diagnostics[i].line == line));
  if (!tap_check(found, place, "tests/tree", 0)) printf("#   no %s\n", code);
}

static void close_case(Case *c) {
  build(c);
  if (c->headings) expect_text(c, &c->heading, -1, "(none)");
  if (c->sentences) expect_text(c, &c->sentence, YH_SENTENCE, "(none)");
  if (c->clauses) expect_text(c, &c->clause, YH_CLAUSE, "(none)");
  yh_report_free(c->report);
  if (c->document) document_free(c->document);
  *c = (Case){0};
}

static void open_case(Case *c, char *rest) {
  char *file = strstr(rest, " file=");
  c->document = document_new(file ? file + 6 : "", "txt", "utf-8");
  if (file)
    c->document->name = arena_string(c->document->arena, strrchr(file, '/') ? strrchr(file, '/') + 1 : file + 6);
}

static void read_line(Case *c, char *line) {
  char *rest = line;
  const LineKind kind = line[0] == '#'   ? LINE_HEADING
                        : line[0] == '^' ? LINE_NOTE
                        : line[0] == '|' ? LINE_ROW
                                         : LINE_TEXT;
  if (line[0] == '@') {
    close_case(c);
    open_case(c, line + 1);
  } else if (kind || line[0] == '>') {
    rest = line + (kind == LINE_HEADING ? 2 : 1);
    if (*rest == ' ') rest++;
    document_add(c->document, rest, strlen(rest), ++c->lines, kind, kind == LINE_HEADING ? (uint8_t)(line[1] - '0') : 0,
                 NULL);
  } else {
    build(c);
    if (line[0] >= '1' && line[0] <= '3' && line[1] == ' ') c->headings = true, expect_text(c, &c->heading, -1, line);
    else if (!strncmp(line, "s ", 2)) c->sentences = true, expect_text(c, &c->sentence, YH_SENTENCE, line + 2);
    else if (!strncmp(line, "c ", 2)) c->clauses = true, expect_text(c, &c->clause, YH_CLAUSE, line + 2);
    else if (!strncmp(line, "meta ", 5)) expect_meta(c, line + 5);
    else if (!strncmp(line, "note ", 5)) expect_note(c, line + 5);
    else if (!strncmp(line, "says ", 5)) expect_diagnostic(c, line + 5);
    else if (!strncmp(line, "under ", 6)) expect_under(c, line + 6);
    else if (!strncmp(line, "role ", 5)) {
      rest += 5;
      const YhNode *n = node_of_line(c, (uint32_t)atoi(word(&rest)));
      tap_same(n ? yh_role_name(n->role) : "(no such line)", rest, place, "tests/tree", 0);
    } else tap_check(0, line, place, 0);
  }
}

static void read_table(const char *path) {
  FILE *file = fopen(path, "r");
  if (!OK(file)) return;
  char line[8000];
  Case c = {0};
  for (int number = 1; fgets(line, sizeof line, file); number++) {
    line[strcspn(line, "\n")] = 0;
    snprintf(place, sizeof place, "%s:%d", path, number);
    if (line[0] && strncmp(line, "--", 2)) read_line(&c, line);
  }
  close_case(&c);
  fclose(file);
}

int main(void) {
  DIR *folder = opendir("tests/tree");
  if (!OK(folder)) return tap_end();
  for (struct dirent *entry; (entry = readdir(folder));) {
    char path[300];
    if (!strstr(entry->d_name, ".test")) continue;
    snprintf(path, sizeof path, "tests/tree/%s", entry->d_name);
    read_table(path);
  }
  closedir(folder);
  return tap_end();
}
