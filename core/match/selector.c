/* selector.c: parses a selector into steps, and runs all steps at once over the nodes in document order.
 *
 * A step that a node fulfils is a bit. Going down the tree, each open node keeps the bits that it and those above it
 * have; a step is fulfilled where the node passes its tests and the step before it is among those bits. So each node
 * is looked at once, whatever the selector. */
#include "selector.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../text/arena.h"
#include "../text/message.h"
#include "../text/utf8.h"
#include "nearest.h"

enum { STEPS = 32, HEADINGS = 1 << YH_PART | 1 << YH_SECTION | 1 << YH_ITEM | 1 << YH_LEAD };

typedef enum Name { ROLE, FORM, DEPTH, LINE, HAS, TITLE, MARKER, TEXT } Name;
static const char *const names[] = {"role", "form", "depth", "line", "has", "title", "marker", "text", NULL};

typedef enum Comparison { SET, EQUAL, CONTAINS, STARTS, ENDS } Comparison;

typedef struct Value {
  const char *text;
  uint32_t length, number;
} Value;

typedef struct Test {
  Name name;
  Comparison comparison;
  bool negated;
  uint32_t set, dimensions; /* of enumerations: the values as bits; has: mention kinds, dimensions */
  Value *values;            /* of texts and lines */
  uint32_t count;
} Test;

typedef struct Step {
  uint32_t kinds;
  bool first, last; /* of its path */
  bool child;       /* right below the step before */
  Test *tests;
  uint32_t count;
} Step;

struct Selector {
  Arena *arena;
  Step steps[STEPS];
  uint32_t count;
  uint32_t for_kind[YH_NODE_KINDS]; /* the steps that a node of this kind can fulfil */
  uint32_t last;                    /* the steps that end a path */
};

/* ---- parsing --------------------------------------------------------------------------------- */

typedef struct Parser {
  Selector *selector;
  const char *source, *p, *end;
  YhError *error;
} Parser;

static bool wrong(const Parser *parser, const char *at, const char *format, ...) {
  *parser->error = (YhError){.code = YH_EARGUMENT, .line = 1};
  parser->error->column = utf8_count(parser->source, (size_t)(at - parser->source)) + 1;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(parser->error->message, sizeof parser->error->message, format, arguments);
  va_end(arguments);
  return false;
}

static bool skip_spaces(Parser *parser) { /* was there one? */
  const char *begin = parser->p;
  while (parser->p < parser->end && strchr(" \t\r\n", *parser->p) && *parser->p) parser->p++;
  return parser->p > begin;
}

static bool take(Parser *parser, const char *token) {
  const size_t length = strlen(token);
  if ((size_t)(parser->end - parser->p) < length || memcmp(parser->p, token, length)) return false;
  parser->p += length;
  return true;
}

/* A name of letters, _ and -, as a string; "" where there is none. */
static const char *take_name(Parser *parser) {
  const char *begin = parser->p;
  while (parser->p < parser->end &&
         (utf8_is_letter((unsigned char)*parser->p) || *parser->p == '_' || *parser->p == '-'))
    parser->p++;
  return arena_copy(parser->selector->arena, begin, (size_t)(parser->p - begin));
}

static bool take_value(Parser *parser, Value *value) {
  const char *begin = parser->p;
  if (parser->p < parser->end && (*begin == '"' || *begin == '\'')) {
    const char *close = memchr(begin + 1, *begin, (size_t)(parser->end - begin - 1));
    if (!close) return wrong(parser, begin, _("the quotation mark is not closed"));
    value->text = arena_copy(parser->selector->arena, begin + 1, (size_t)(close - begin - 1));
    value->length = (uint32_t)(close - begin - 1);
    parser->p = close + 1;
    return true;
  }
  while (parser->p < parser->end && *parser->p != ']' && *parser->p != '|') parser->p++;
  const char *stop = parser->p;
  while (stop > begin && stop[-1] == ' ') stop--;
  value->text = arena_copy(parser->selector->arena, begin, (size_t)(stop - begin));
  value->length = (uint32_t)(stop - begin);
  return value->length ? true : wrong(parser, begin, _("a value is missing"));
}

typedef const char *(*Namer)(uint32_t);
static const char *kind_name(uint32_t i) {
  return yh_kind_name((YhNodeKind)i);
}
static const char *role_name(uint32_t i) {
  return yh_role_name((YhRole)i);
}
static const char *form_name(uint32_t i) {
  return yh_form_name((YhForm)i);
}
static const char *mention_name(uint32_t i) {
  return yh_mention_name((YhMentionKind)i);
}
static const char *dimension_name(uint32_t i) {
  return yh_dimension_name((YhDimension)i);
}

/* The number of `wanted` among [first, count), or count. Collects the names for a hint. */
static uint32_t look_up(const char *wanted, Namer namer, uint32_t first, uint32_t count, const char **known,
                        size_t *n) {
  for (uint32_t i = first; i < count; i++) {
    const char *name = namer(i);
    if (name && strcmp(name, wanted) == 0) return i;
    if (name) known[(*n)++] = name;
  }
  return count;
}

static bool unknown(const Parser *parser, const char *at, const char *what, const char *wanted, const char **known,
                    size_t n) {
  char hint[80];
  known[n] = NULL;
  return wrong(parser, at, _("unknown %s '%.100s'%s"), what, wanted, nearest_name(wanted, known, hint, sizeof hint));
}

static bool add_enumerated(Parser *parser, Test *test, const Value *value, const char *at) {
  const char *known[YH_DIMENSIONS + YH_MENTION_KINDS + YH_ROLES + 1];
  size_t n = 0;
  if (test->name == HAS) {
    const uint32_t kind = look_up(value->text, mention_name, 0, YH_MENTION_KINDS, known, &n);
    if (kind < YH_MENTION_KINDS) return test->set |= 1u << kind, true;
    const uint32_t dimension = look_up(value->text, dimension_name, 1, YH_DIMENSIONS, known, &n);
    if (dimension < YH_DIMENSIONS) return test->dimensions |= 1u << dimension, true;
    return unknown(parser, at, _("mention or dimension"), value->text, known, n);
  }
  if (test->name == DEPTH) {
    if (value->length != 1 || value->text[0] < '0' || value->text[0] > '3')
      return wrong(parser, at, _("a depth is 0, 1, 2 or 3"));
    return test->set |= 1u << (value->text[0] - '0'), true;
  }
  const uint32_t count = test->name == ROLE ? YH_ROLES : YH_FORMS;
  const uint32_t found = look_up(value->text, test->name == ROLE ? role_name : form_name, 1, count, known, &n);
  if (found == count) return unknown(parser, at, names[test->name], value->text, known, n);
  return test->set |= 1u << found, true;
}

static bool add_value(Parser *parser, Test *test, Value *value, const char *at) {
  if (test->name < LINE || test->name == HAS) return add_enumerated(parser, test, value, at);
  if (test->name == LINE) {
    char *stop;
    const unsigned long number = strtoul(value->text, &stop, 10);
    if (*stop || number > UINT32_MAX || !utf8_is_digit((unsigned char)value->text[0]))
      return wrong(parser, at, _("a line is a number"));
    value->number = (uint32_t)number;
  }
  Value *grown = arena_alloc(parser->selector->arena, (test->count + 1) * sizeof *grown);
  if (test->count) memcpy(grown, test->values, test->count * sizeof *grown);
  grown[test->count++] = *value;
  test->values = grown;
  return true;
}

static bool parse_test(Parser *parser, Test *test) {
  skip_spaces(parser);
  const char *at = parser->p, *name = take_name(parser);
  uint32_t i = 0;
  while (names[i] && strcmp(names[i], name)) i++;
  if (!*name) return wrong(parser, at, _("a test's name is missing"));
  if (!names[i]) {
    const char *known[sizeof names / sizeof *names];
    memcpy(known, names, sizeof names);
    return unknown(parser, at, _("test"), name, known, sizeof names / sizeof *names - 1);
  }
  *test = (Test){.name = (Name)i};
  skip_spaces(parser);
  at = parser->p;
  if (take(parser, "]")) return true;
  if (take(parser, "!=")) test->negated = true, test->comparison = EQUAL;
  else if (take(parser, "*=")) test->comparison = CONTAINS;
  else if (take(parser, "^=")) test->comparison = STARTS;
  else if (take(parser, "$=")) test->comparison = ENDS;
  else if (take(parser, "=")) test->comparison = EQUAL;
  else return wrong(parser, at, _("expected ], =, !=, *=, ^= or $="));
  if (test->comparison > EQUAL && test->name < TITLE) return wrong(parser, at, _("%s has no parts: = or !="), names[i]);
  do {
    Value value = {0};
    skip_spaces(parser);
    at = parser->p;
    if (!take_value(parser, &value) || !add_value(parser, test, &value, at)) return false;
    skip_spaces(parser);
  } while (take(parser, "|"));
  return take(parser, "]") ? true : wrong(parser, parser->p, _("expected ] or |"));
}

static bool parse_kinds(Parser *parser, Step *step) {
  const char *at = parser->p;
  if (take(parser, "*")) return step->kinds = UINT32_MAX, true;
  const char *name = take_name(parser), *known[YH_NODE_KINDS + 2];
  if (!*name)
    return wrong(parser, at, at == parser->end ? _("a kind of node is missing") : _("expected a kind of node or *"));
  if (strcmp(name, "heading") == 0) return step->kinds = HEADINGS, true;
  size_t n = 0;
  const uint32_t kind = look_up(name, kind_name, 0, YH_NODE_KINDS, known, &n);
  known[n++] = "heading";
  if (kind == YH_NODE_KINDS) return unknown(parser, at, "kind", name, known, n);
  return step->kinds = 1u << kind, true;
}

static bool parse_step(Parser *parser, bool first, bool child) {
  Selector *selector = parser->selector;
  if (selector->count == STEPS) return wrong(parser, parser->p, _("more than %d steps"), STEPS);
  Step *step = &selector->steps[selector->count++];
  step->first = first;
  step->child = child;
  if (!parse_kinds(parser, step)) return false;
  while (take(parser, "[")) {
    Test *tests = arena_alloc(selector->arena, (step->count + 1) * sizeof *tests);
    if (step->count) memcpy(tests, step->tests, step->count * sizeof *tests);
    step->tests = tests;
    if (!parse_test(parser, &tests[step->count])) return false;
    step->count++;
  }
  return true;
}

static bool parse(Parser *parser) {
  bool first = true, child = false;
  for (;;) {
    skip_spaces(parser);
    if (!parse_step(parser, first, child)) return false;
    const bool space = skip_spaces(parser), end = parser->p == parser->end, comma = !end && take(parser, ",");
    parser->selector->steps[parser->selector->count - 1].last = end || comma;
    if (end) return true;
    first = comma;
    child = !comma && take(parser, ">");
    if (!space && !comma && !child) return wrong(parser, parser->p, _("expected a space, >, a comma or ["));
  }
}

Selector *selector_new(const char *source, size_t length, YhError *error) {
  Selector *selector = memory_resize(NULL, 1, sizeof *selector);
  *selector = (Selector){.arena = arena_new()};
  Parser parser = {selector, source, source, source + length, error};
  if (!parse(&parser)) {
    selector_free(selector);
    return NULL;
  }
  for (uint32_t i = 0; i < selector->count; i++) {
    for (uint32_t kind = 0; kind < YH_NODE_KINDS; kind++)
      if (selector->steps[i].kinds >> kind & 1) selector->for_kind[kind] |= 1u << i;
    if (selector->steps[i].last) selector->last |= 1u << i;
  }
  return selector;
}

void selector_free(Selector *selector) {
  if (!selector) return;
  arena_free(selector->arena);
  free(selector);
}

/* ---- testing a node -------------------------------------------------------------------------- */

typedef struct Open {
  uint32_t end, own, above;
} Open; /* an open node: where it ends, its steps, those above it */

struct SelectorWalk {
  const Selector *selector;
  const YhNode *nodes;
  const YhMention *mentions;
  const char *text;
  uint32_t next, last, mention_count;
  Open *open;
  uint32_t depth, room;
};

static bool has_mention(const SelectorWalk *walk, const YhNode *n, const Test *test) {
  for (uint32_t i = n->mention; i < walk->mention_count && walk->mentions[i].start < n->end; i++) {
    const YhMention *m = &walk->mentions[i];
    if (test->comparison == SET || test->set >> m->kind & 1) return true;
    if ((m->kind == YH_QUANTITY || m->kind == YH_RANK) && test->dimensions >> m->dimension & 1) return true;
  }
  return false;
}

static bool compare(const char *text, uint32_t length, const Value *value, Comparison comparison) {
  if (comparison == SET) return length > 0;
  if (value->length > length) return false;
  switch (comparison) {
  case EQUAL:
    return value->length == length && memcmp(text, value->text, length) == 0;
  case STARTS:
    return memcmp(text, value->text, value->length) == 0;
  case ENDS:
    return memcmp(text + length - value->length, value->text, value->length) == 0;
  default:
    return memmem(text, length, value->text, value->length) != NULL;
  }
}

static bool text_fits(const SelectorWalk *walk, const YhNode *n, const Test *test) {
  const uint32_t start = test->name == TITLE ? n->title_start : test->name == MARKER ? n->marker_start : n->start;
  const uint32_t end = test->name == TITLE ? n->title_end : test->name == MARKER ? n->marker_end : n->end;
  if (test->comparison == SET) return end > start;
  for (uint32_t i = 0; i < test->count; i++)
    if (compare(walk->text + start, end - start, &test->values[i], test->comparison)) return true;
  return false;
}

static bool line_fits(const YhNode *n, const Test *test) {
  if (test->comparison == SET) return n->line > 0;
  for (uint32_t i = 0; i < test->count; i++)
    if (test->values[i].number == n->line) return true;
  return false;
}

static bool test_fits(const SelectorWalk *walk, const YhNode *n, const Test *test) {
  const bool any = test->comparison == SET;
  switch (test->name) {
  case ROLE:
    return any ? n->role > 0 : (test->set >> n->role & 1) != test->negated;
  case FORM:
    return any ? n->form > 0 : (test->set >> n->form & 1) != test->negated;
  case DEPTH:
    return any ? n->depth > 0 : (test->set >> n->depth & 1) != test->negated;
  case LINE:
    return line_fits(n, test) != test->negated;
  case HAS:
    return has_mention(walk, n, test) != test->negated;
  default:
    return text_fits(walk, n, test) != test->negated;
  }
}

static uint32_t steps_of(const SelectorWalk *walk, const YhNode *n) {
  const Selector *selector = walk->selector;
  const Open parent = walk->depth ? walk->open[walk->depth - 1] : (Open){0};
  uint32_t own = 0;
  for (uint32_t left = selector->for_kind[n->kind]; left; left &= left - 1) {
    const uint32_t i = (uint32_t)__builtin_ctz(left);
    const Step *step = &selector->steps[i];
    if (!step->first && !((step->child ? parent.own : parent.own | parent.above) >> (i - 1) & 1)) continue;
    uint32_t t = 0;
    while (t < step->count && test_fits(walk, n, &step->tests[t])) t++;
    if (t == step->count) own |= 1u << i;
  }
  return own;
}

/* ---- walking --------------------------------------------------------------------------------- */

static uint32_t visit(SelectorWalk *walk,
                      uint32_t i) { /* the steps that node i fulfils; it stays open for those below */
  const YhNode *n = &walk->nodes[i];
  while (walk->depth && walk->open[walk->depth - 1].end <= i) walk->depth--;
  const uint32_t own = steps_of(walk, n);
  const Open parent = walk->depth ? walk->open[walk->depth - 1] : (Open){0};
  if (walk->depth == walk->room)
    walk->open = memory_resize(walk->open, walk->room = 2 * walk->room + 16, sizeof *walk->open);
  walk->open[walk->depth++] = (Open){n->next, own, parent.own | parent.above};
  return own;
}

SelectorWalk *selector_walk(const Selector *selector, const YhReport *report, uint32_t first, uint32_t last) {
  SelectorWalk *walk = memory_resize(NULL, 1, sizeof *walk);
  uint32_t count;
  *walk = (SelectorWalk){.selector = selector, .next = first, .last = last};
  walk->nodes = yh_report_nodes(report, &count);
  walk->mentions = yh_report_mentions(report, &walk->mention_count);
  walk->text = yh_report_text(report, &(uint32_t){0});
  if (first >= count || !first) return walk;
  /* down from the root to the parent of `first` */
  uint32_t above = 0;
  for (uint32_t i = walk->nodes[first].parent; i; i = walk->nodes[i].parent) above++;
  for (; above != UINT32_MAX; above--) {
    uint32_t i = walk->nodes[first].parent;
    for (uint32_t up = 0; up < above; up++) i = walk->nodes[i].parent;
    visit(walk, i);
  }
  return walk;
}

uint32_t selector_next(SelectorWalk *walk) {
  while (walk->next < walk->last) {
    const uint32_t i = walk->next++;
    if (visit(walk, i) & walk->selector->last) return i;
  }
  return SELECTOR_END;
}

void selector_walk_free(SelectorWalk *walk) {
  if (!walk) return;
  free(walk->open);
  free(walk);
}
