/* numbering.c: see numbering.h. The counters follow Word: a level counts on until a higher level counts; lists
 * (w:num) of one definition (w:abstractNum) count together, unless one says where it starts. */
#include "numbering.h"
#include "reader.h"

#ifdef HAVE_LIBXML2
#include "numeral.h"
#include "xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAME = 64, PATTERN = 48, MAX_ITEMS = 20000, MAX_CHAIN = 16 };

typedef struct Style {
  char id[NAME], name[NAME], parent[NAME];
  int outline, list, level; /* -1: not said */
  bool is_default;
} Style;

typedef struct ListLevel {
  char pattern[PATTERN]; /* `（%1）` */
  char format[32];       /* "chineseCounting" */
  char style[NAME];      /* w:pStyle: paragraphs of this style are of this level */
  int start, restart;    /* restart: the level that makes it start anew; -1: any higher one */
} ListLevel;

typedef struct Definition { /* w:abstractNum */
  int id;
  char style[NAME]; /* w:numStyleLink: the definition stands elsewhere, behind this style */
  ListLevel levels[LIST_LEVELS];
  int count[LIST_LEVELS];
  bool begun[LIST_LEVELS];
} Definition;

typedef struct List { /* w:num */
  int id, definition;
  int start[LIST_LEVELS]; /* -1: as the definition says */
  bool used;
} List;

struct Numbering {
  Style *styles;
  Definition *definitions;
  List *lists;
  uint32_t style_count, definition_count, list_count;
  uint32_t style_room, definition_room, list_room;
  /* while reading */
  int level, override;
  bool in_list;
};

/* ---- styles ---- */

static void style_start(void *context, const char *name, XmlAttributes attributes) {
  Numbering *n = context;
  if (strcmp(name, "style") == 0) {
    char flag[8] = "", type[16] = "";
    if (n->style_count == MAX_ITEMS) return;
    n->styles = memory_room(n->styles, n->style_count, &n->style_room, sizeof *n->styles);
    Style *style = &n->styles[n->style_count++];
    *style = (Style){.outline = -1, .list = -1, .level = -1};
    xml_attribute(attributes, "styleId", style->id, NAME);
    xml_attribute(attributes, "type", type, sizeof type);
    xml_attribute(attributes, "default", flag, sizeof flag);
    style->is_default = flag[0] == '1' && strcmp(type, "paragraph") == 0;
    return;
  }
  if (!n->style_count) return;
  Style *style = &n->styles[n->style_count - 1];
  if (strcmp(name, "name") == 0) xml_attribute(attributes, "val", style->name, NAME);
  else if (strcmp(name, "basedOn") == 0) xml_attribute(attributes, "val", style->parent, NAME);
  else if (strcmp(name, "outlineLvl") == 0) style->outline = xml_number(attributes, "val", -1);
  else if (strcmp(name, "numId") == 0) style->list = xml_number(attributes, "val", -1);
  else if (strcmp(name, "ilvl") == 0) style->level = xml_number(attributes, "val", 0);
}

static void ignore_end(void *context, const char *name) {
  (void)context, (void)name;
}
static void ignore_text(void *context, const char *text, size_t length) {
  (void)context, (void)text, (void)length;
}

static int compare_styles(const void *a, const void *b) {
  return strcmp(((const Style *)a)->id, ((const Style *)b)->id);
}

static const Style *find_style(const Numbering *n, const char *id) {
  if (!id[0]) {
    for (uint32_t i = 0; i < n->style_count; i++)
      if (n->styles[i].is_default) return &n->styles[i];
    return NULL;
  }
  Style key;
  snprintf(key.id, sizeof key.id, "%s", id);
  return n->style_count ? bsearch(&key, n->styles, n->style_count, sizeof key, compare_styles) : NULL;
}

int numbering_heading(const Numbering *n, const char *id) {
  const Style *style = find_style(n, id);
  for (int i = 0; style && i < MAX_CHAIN; i++) {
    if (style->outline >= 0) return style->outline < 9 ? style->outline + 1 : 0;
    int level;
    if (strncasecmp(style->name, "heading ", 8) == 0 && (level = style->name[8] - '0') >= 1 && level <= 9) return level;
    style = style->parent[0] ? find_style(n, style->parent) : NULL;
  }
  return 0;
}

bool numbering_is_contents(const Numbering *n, const char *id) {
  const Style *style = find_style(n, id);
  return style && strncasecmp(style->name, "toc ", 4) == 0 && style->name[4] >= '0' && style->name[4] <= '9';
}

/* ---- lists ---- */

static void definition_start(Numbering *n, const char *name, XmlAttributes attributes) {
  Definition *d = &n->definitions[n->definition_count - 1];
  if (strcmp(name, "lvl") == 0) {
    n->level = xml_number(attributes, "ilvl", 0);
    return;
  }
  if (strcmp(name, "numStyleLink") == 0) xml_attribute(attributes, "val", d->style, NAME);
  if (n->level < 0 || n->level >= LIST_LEVELS) return;
  ListLevel *level = &d->levels[n->level];
  if (strcmp(name, "start") == 0) level->start = xml_number(attributes, "val", 1);
  else if (strcmp(name, "numFmt") == 0) xml_attribute(attributes, "val", level->format, sizeof level->format);
  else if (strcmp(name, "lvlText") == 0) xml_attribute(attributes, "val", level->pattern, sizeof level->pattern);
  else if (strcmp(name, "pStyle") == 0) xml_attribute(attributes, "val", level->style, NAME);
  else if (strcmp(name, "lvlRestart") == 0) level->restart = xml_number(attributes, "val", -1);
}

static void list_start(Numbering *n, const char *name, XmlAttributes attributes) {
  List *list = &n->lists[n->list_count - 1];
  if (strcmp(name, "abstractNumId") == 0) list->definition = xml_number(attributes, "val", -1);
  else if (strcmp(name, "lvlOverride") == 0) n->override = xml_number(attributes, "ilvl", -1);
  else if (strcmp(name, "startOverride") == 0 && n->override >= 0 && n->override < LIST_LEVELS)
    list->start[n->override] = xml_number(attributes, "val", 1);
}

static void numbering_start(void *context, const char *name, XmlAttributes attributes) {
  Numbering *n = context;
  if (strcmp(name, "abstractNum") == 0) {
    n->in_list = false;
    n->level = -1;
    if (n->definition_count == MAX_ITEMS) return;
    n->definitions = memory_room(n->definitions, n->definition_count, &n->definition_room, sizeof *n->definitions);
    Definition *d = &n->definitions[n->definition_count++];
    memset(d, 0, sizeof *d);
    d->id = xml_number(attributes, "abstractNumId", -1);
    for (int i = 0; i < LIST_LEVELS; i++) d->levels[i].start = 1, d->levels[i].restart = -1;
  } else if (strcmp(name, "num") == 0) {
    n->in_list = true;
    n->override = -1;
    if (n->list_count == MAX_ITEMS) return;
    n->lists = memory_room(n->lists, n->list_count, &n->list_room, sizeof *n->lists);
    List *list = &n->lists[n->list_count++];
    *list = (List){.id = xml_number(attributes, "numId", -1), .definition = -1};
    for (int i = 0; i < LIST_LEVELS; i++) list->start[i] = -1;
  } else if (n->in_list && n->list_count) list_start(n, name, attributes);
  else if (!n->in_list && n->definition_count) definition_start(n, name, attributes);
}

static int compare_lists(const void *a, const void *b) {
  const int x = ((const List *)a)->id, y = ((const List *)b)->id;
  return (x > y) - (x < y);
}

static int compare_definitions(const void *a, const void *b) {
  const int x = ((const Definition *)a)->id, y = ((const Definition *)b)->id;
  return (x > y) - (x < y);
}

static List *find_list(const Numbering *n, int id) {
  const List key = {.id = id};
  return n->list_count ? bsearch(&key, n->lists, n->list_count, sizeof key, compare_lists) : NULL;
}

static Definition *find_definition(const Numbering *n, int id) {
  const Definition key = {.id = id};
  return n->definition_count ? bsearch(&key, n->definitions, n->definition_count, sizeof key, compare_definitions)
                             : NULL;
}

/* The level that a list's definition gives to a style; 0 where it names none. */
static int level_of_style(const Numbering *n, int list_id, const char *style) {
  const List *list = find_list(n, list_id);
  const Definition *d = list ? find_definition(n, list->definition) : NULL;
  for (int i = 0; d && i < LIST_LEVELS; i++)
    if (d->levels[i].style[0] && strcmp(d->levels[i].style, style) == 0) return i;
  return 0;
}

int numbering_style_list(const Numbering *n, const char *id, int *level) {
  const Style *style = find_style(n, id);
  int said = -1;
  for (int i = 0; style && i < MAX_CHAIN; i++) {
    if (said < 0) said = style->level;
    if (style->list >= 0) {
      *level = said >= 0 ? said : level_of_style(n, style->list, id);
      return style->list > 0 ? style->list : -1; /* 0 takes the list of the style above away */
    }
    style = style->parent[0] ? find_style(n, style->parent) : NULL;
  }
  return -1;
}

/* ---- both ---- */

static bool read_part(Numbering *n, const Source *source, const char *part_name, size_t limit,
                      void (*start)(void *, const char *, XmlAttributes), YhError *error) {
  ZipPart *part = zip_open(source, part_name, limit, error);
  if (!part) return error->code == YH_OK;
  const XmlHandler handler = {.start = start, .end = ignore_end, .text = ignore_text, .context = n};
  const bool ok = xml_parse(&handler, (XmlFeed)zip_read, part, error);
  zip_close(part);
  return ok;
}

Numbering *numbering_read(const Source *source, size_t limit, YhError *error) {
  Numbering *n = memory_resize(NULL, 1, sizeof *n);
  memset(n, 0, sizeof *n);
  if (!read_part(n, source, "word/styles.xml", limit, style_start, error) ||
      !read_part(n, source, "word/numbering.xml", limit, numbering_start, error)) {
    numbering_free(n);
    return NULL;
  }
  if (n->style_count) qsort(n->styles, n->style_count, sizeof *n->styles, compare_styles);
  if (n->definition_count) qsort(n->definitions, n->definition_count, sizeof *n->definitions, compare_definitions);
  if (n->list_count) qsort(n->lists, n->list_count, sizeof *n->lists, compare_lists);
  return n;
}

void numbering_free(Numbering *n) {
  if (!n) return;
  free(n->styles);
  free(n->definitions);
  free(n->lists);
  free(n);
}

/* Lets `level` of the definition count on, and the levels below it start anew. */
static void count_on(Definition *d, List *list, int level) {
  if (!list->used) {
    list->used = true;
    for (int i = 0; i < LIST_LEVELS; i++)
      if (list->start[i] >= 0) d->begun[i] = false;
  }
  for (int i = 0; i <= level; i++) {
    if (d->begun[i] && i < level) continue;
    const int start = list->start[i] >= 0 ? list->start[i] : d->levels[i].start;
    d->count[i] = d->begun[i] ? d->count[i] + 1 : start;
    d->begun[i] = true;
  }
  for (int i = level + 1; i < LIST_LEVELS; i++) {
    const int restart = d->levels[i].restart; /* 0: never; k: by level k - 1 and those above it */
    if (restart < 0 || level < restart) d->begun[i] = false;
  }
}

size_t numbering_next(Numbering *n, int list_id, int level, char *out, size_t size) {
  out[0] = 0;
  List *list = find_list(n, list_id);
  Definition *d = list ? find_definition(n, list->definition) : NULL;
  if (d && d->style[0]) { /* the definition stands behind a style */
    int ignored;
    list = find_list(n, numbering_style_list(n, d->style, &ignored));
    d = list ? find_definition(n, list->definition) : NULL;
  }
  if (!d || level < 0 || level >= LIST_LEVELS) return 0;
  count_on(d, list, level);
  const ListLevel *own = &d->levels[level];
  if (strcmp(own->format, "none") == 0 && !strchr(own->pattern, '%')) return 0;
  size_t length = 0;
  for (const char *p = own->pattern; *p && length + 40 < size; p++) {
    if (*p == '%' && p[1] >= '1' && p[1] <= '9') {
      const int i = *++p - '1';
      length += numeral_write(d->levels[i].format, d->count[i], out + length, size - length);
    } else {
      out[length++] = *p;
    }
  }
  out[length] = 0;
  /* a bullet from a symbol font is no character: U+F0xx */
  if (strcmp(own->format, "bullet") == 0 && (unsigned char)out[0] == 0xEF) out[length = 0] = 0;
  const unsigned char last = length ? (unsigned char)out[length - 1] : 0;
  if (last >= '0' && last <= '9') out[length++] = ' ', out[length] = 0;
  return length;
}
#endif
