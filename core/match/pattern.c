/* pattern.c: PCRE2 with what reports and strangers' scripts need of it: UTF-8 always on and broken bytes harmless
 * (PCRE2_MATCH_INVALID_UTF), JIT where the machine has it, limits that are named when they are reached.
 *
 * PCRE2 counts its match limit anew for each place where a match may start, so a long subject could cost its length
 * times the limit. The search therefore goes on from window to window of such places, and between two windows the
 * caller may end it. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../text/arena.h"
#include "../text/error.h"
#include "../text/utf8.h"

struct Pattern {
  pcre2_code *code;
  pcre2_match_data *data;
  pcre2_match_context *context;
  PatternLimits limits; /* that the context was made with */
  bool compiled;        /* by the JIT, at the first search: many patterns of a program are never used */
  bool interpreted;     /* the limits ask for it */
  bool in_windows;      /* not where the place a search starts at has a meaning of its own: \G, anchored */
  char *source;
  const char **names; /* by group; NULL for none */
  uint32_t groups;
};

enum { DEFAULT_MATCH = 1000000, DEFAULT_DEPTH = 100000, DEFAULT_HEAP = 65536, WINDOW = 256 /* bytes */ };

/* PCRE2 counts bytes of the pattern; people count characters. */
static void place(YhError *error, const char *regex, size_t length, size_t offset) {
  if (offset > length) offset = length;
  size_t line_start = 0;
  error->line = 1;
  for (size_t i = 0; i < offset; i++)
    if (regex[i] == '\n') error->line++, line_start = i + 1;
  error->column = utf8_count(regex + line_start, offset - line_start) + 1;
}

static void read_names(Pattern *pattern) {
  uint32_t count = 0, size = 0;
  PCRE2_SPTR table = NULL;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
  for (uint32_t i = 0; i < count; i++, table += size)
    pattern->names[table[0] << 8 | table[1]] = (const char *)table + 2; /* lives with the code */
}

Pattern *pattern_new(const char *regex, size_t length, uint32_t flags, YhError *error) {
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT;
  if (flags & PATTERN_CASELESS) options |= PCRE2_CASELESS;
  if (flags & PATTERN_EXTENDED) options |= PCRE2_EXTENDED;
  if (flags & PATTERN_MULTILINE) options |= PCRE2_MULTILINE;
  if (flags & PATTERN_DOTALL) options |= PCRE2_DOTALL;
  if (flags & PATTERN_ANCHORED) options |= PCRE2_ANCHORED;
  int code = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)regex, length, options, &code, &offset, NULL);
  if (!compiled) {
    *error = (YhError){.code = YH_EARGUMENT};
    pcre2_get_error_message(code, (PCRE2_UCHAR *)error->message, sizeof error->message);
    place(error, regex, length, offset);
    return NULL;
  }
  Pattern *pattern = memory_resize(NULL, 1, sizeof *pattern);
  *pattern = (Pattern){.code = compiled};
  pattern->data = pcre2_match_data_create_from_pattern(compiled, NULL);
  pattern->context = pcre2_match_context_create(NULL);
  if (!pattern->data || !pattern->context) memory_resize(NULL, SIZE_MAX, 2); /* ends with the message */
  pattern->source = memory_resize(NULL, length + 1, 1);
  memcpy(pattern->source, regex, length);
  pattern->source[length] = '\0';
  pattern->in_windows = !(flags & PATTERN_ANCHORED) && !strstr(pattern->source, "\\G");
  pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &pattern->groups);
  pattern->names = memory_resize(NULL, pattern->groups + 1, sizeof *pattern->names);
  for (uint32_t i = 0; i <= pattern->groups; i++) pattern->names[i] = NULL;
  read_names(pattern);
  return pattern;
}

void pattern_free(Pattern *pattern) {
  if (!pattern) return;
  pcre2_match_context_free(pattern->context);
  pcre2_match_data_free(pattern->data);
  pcre2_code_free(pattern->code);
  free(pattern->names);
  free(pattern->source);
  free(pattern);
}

static void set_limits(Pattern *pattern, const PatternLimits *wanted) {
  const PatternLimits limits = {.match = wanted && wanted->match ? wanted->match : DEFAULT_MATCH,
                                .depth = wanted && wanted->depth ? wanted->depth : DEFAULT_DEPTH,
                                .heap = wanted && wanted->heap ? wanted->heap : DEFAULT_HEAP};
  const PatternLimits *now = &pattern->limits;
  if (limits.match == now->match && limits.depth == now->depth && limits.heap == now->heap) return;
  pattern->limits = limits;
  pattern->interpreted = wanted && (wanted->depth || wanted->heap);
  pcre2_set_match_limit(pattern->context, limits.match);
  pcre2_set_depth_limit(pattern->context, limits.depth);
  pcre2_set_heap_limit(pattern->context, limits.heap);
}

static PatternResult limit(const Pattern *pattern, int rc, YhError *error) {
  const char *source = pattern->source;
  size_t shown = strlen(source);
  if (shown > 200) /* cut between codepoints */
    for (shown = 200; ((unsigned char)source[shown] & 0xC0) == 0x80;) shown--;
  char reason[120];
  if (rc == PCRE2_ERROR_MATCHLIMIT) snprintf(reason, sizeof reason, _("match limit (%u)"), pattern->limits.match);
  else if (rc == PCRE2_ERROR_DEPTHLIMIT) snprintf(reason, sizeof reason, _("depth limit (%u)"), pattern->limits.depth);
  else if (rc == PCRE2_ERROR_HEAPLIMIT) snprintf(reason, sizeof reason, _("heap limit (%u KiB)"), pattern->limits.heap);
  else if (pcre2_get_error_message(rc, (PCRE2_UCHAR *)reason, sizeof reason) < 0)
    snprintf(reason, sizeof reason, _("error %d"), rc);
  error_set(error, YH_ELIMIT, _("pattern '%.*s%s' reached its %s"), (int)shown, source, source[shown] ? "…" : "",
            reason);
  return PATTERN_LIMIT;
}

static int match(Pattern *pattern, const char *subject, size_t length, size_t from) {
  PCRE2_SPTR s = (PCRE2_SPTR)subject;
  if (!pattern->compiled) pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE); /* else the interpreter does the work */
  pattern->compiled = true;
  const uint32_t options = pattern->interpreted ? PCRE2_NO_JIT : 0;
  const int rc = pcre2_match(pattern->code, s, length, from, options, pattern->data, pattern->context);
  if (rc != PCRE2_ERROR_JIT_STACKLIMIT) return rc;
  /* the interpreter has more room, on the heap and counted */
  return pcre2_match(pattern->code, s, length, from, PCRE2_NO_JIT, pattern->data, pattern->context);
}

PatternResult pattern_find(Pattern *pattern, const char *subject, size_t length, size_t from,
                           const PatternLimits *limits, YhError *error) {
  if (from > length) return PATTERN_NONE;
  set_limits(pattern, limits);
  for (;;) {
    size_t last = length; /* of this window's places to start at: inside a codepoint none does */
    if (pattern->in_windows && length - from > WINDOW) last = from + WINDOW;
    pcre2_set_offset_limit(pattern->context, last < length ? last : PCRE2_UNSET);
    const int rc = match(pattern, subject, length, from);
    if (rc > 0) return PATTERN_FOUND;
    if (rc != PCRE2_ERROR_NOMATCH) return limit(pattern, rc, error);
    if (last == length) return PATTERN_NONE;
    for (from = last + 1; from < length && ((unsigned char)subject[from] & 0xC0) == 0x80;) from++;
    if (limits && limits->interrupted && limits->interrupted(limits->argument)) {
      error_set(error, YH_ELIMIT, _("interrupted"));
      return PATTERN_LIMIT;
    }
  }
}

const size_t *pattern_ends(const Pattern *pattern) {
  return pcre2_get_ovector_pointer(pattern->data);
}
uint32_t pattern_groups(const Pattern *pattern) {
  return pattern->groups;
}
const char *pattern_group_name(const Pattern *pattern, uint32_t group) {
  return group <= pattern->groups ? pattern->names[group] : NULL;
}
const char *pattern_source(const Pattern *pattern) {
  return pattern->source;
}
