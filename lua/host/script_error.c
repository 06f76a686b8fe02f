/* script_error.c: what went wrong in a script, with its line and the place in it. Lua tells a line but no column: the
 * name that its message quotes is looked for. */
#include "script_error.h"
#include "bridge/bridge.h"
#include "hints.h"
#include <ctype.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

static uint32_t count_characters(const char *from, const char *to) {
  uint32_t count = 0;
  for (; from < to; from++) count += ((unsigned char)*from & 0xC0) != 0x80;
  return count;
}

uint32_t script_find_field(const char *source, const char *field, uint32_t *column) {
  const size_t length = strlen(field);
  uint32_t line = 1;
  const char *begin = source;
  for (const char *p = source; *p; p++) {
    if (*p == '\n') {
      line++;
      begin = p + 1;
    }
    const bool word = p == source || !(isalnum((unsigned char)p[-1]) || p[-1] == '_');
    if (!word || strncmp(p, field, length) != 0) continue;
    const char *after = p + length;
    after += strspn(after, " \t");
    const bool function = p - begin >= 9 && strncmp(p - 9, "function ", 9) == 0;
    if ((*after == '=' && after[1] != '=') || function) {
      *column = count_characters(begin, p) + 1;
      return line;
    }
  }
  return 0;
}

/* Takes `file:line:` off the message; 0 where it has none. */
static uint32_t take_line(const char *path, const char **message) {
  const size_t length = strlen(path);
  if (strncmp(*message, path, length) != 0 || (*message)[length] != ':') return 0;
  char *end;
  const unsigned long line = strtoul(*message + length + 1, &end, 10);
  if (*end != ':') return 0;
  *message = end + 1 + strspn(end + 1, " ");
  return (uint32_t)line;
}

static const char *find_line(const Diagnostic *d) {
  const char *line = d->source;
  for (uint32_t i = 1; line && i < d->line; i++) line = (line = strchr(line, '\n')) ? line + 1 : NULL;
  return line;
}

/* A wrong pattern or selector is told with its column, its text and a caret below. Where that text stands in the
 * script's line, the caret of the line tells it, and `text`, the message, loses its own. */
static bool point_into_literal(Diagnostic *d, Buffer *text) {
  uint32_t column = 0;
  const char *message = text->data, *line = find_line(d), *behind, *told = bridge_column(message, &column, &behind);
  const char *excerpt = strstr(message, "\n  ");
  if (!line || !told || !excerpt || told > excerpt) return false;
  const size_t shown = strcspn(excerpt + 3, "\n");
  const char *caret = excerpt + 3 + shown;
  const char *place = shown ? memmem(line, strcspn(line, "\n"), excerpt + 3, shown) : NULL;
  if (!place || !column || strncmp(caret, "\n  ", 3) != 0) return false;
  d->column = count_characters(line, place) + column;
  d->length = 1;
  const char *rest = caret + 3 + strcspn(caret + 3, "\n");
  Buffer shorter = {0};
  buffer_format(&shorter, "%.*s%.*s%s", (int)(told - message), message, (int)(excerpt - behind), behind, rest);
  buffer_free(text);
  *text = shorter;
  return true;
}

/* Lua tells no column: the name that the message quotes is looked for in the line. */
static void find_column(Diagnostic *d) {
  const char *line = find_line(d);
  if (!line) return;
  const size_t length = strcspn(line, "\n");
  const char *quote = d->message;
  size_t name_length = 0;
  while ((quote = strpbrk(quote, "'`")) != NULL) {
    quote++;
    name_length = strcspn(quote, "'`\n");
    if (quote[name_length] != '\'' && quote[name_length] != '`') return;
    for (const char *p = line; name_length && p + name_length <= line + length; p++) {
      if (strncmp(p, quote, name_length) != 0) continue;
      const char before = p == line ? ' ' : p[-1], after = p[name_length];
      const bool name = isalnum((unsigned char)*quote) || *quote == '_';
      if (name && (isalnum((unsigned char)before) || before == '_' || isalnum((unsigned char)after) || after == '_'))
        continue;
      d->column = count_characters(line, p) + 1;
      d->length = count_characters(p, p + name_length);
      return;
    }
    quote += name_length + 1;
  }
  size_t indent = strspn(line, " \t");
  if (indent < length) d->column = (uint32_t)indent + 1;
}

void script_print_error(const Script *script, const char *message, const char *report) {
  Buffer first = {0}, source = {0};
  Diagnostic d = {.file = script->path, .message = message, .source = script->source};
  d.line = take_line(script->path, &d.message);
  if (!d.line) { /* raised in a module, or nowhere */
    const char *colon = strchr(message, ':');
    const size_t length = colon ? (size_t)(colon - message) : 0;
    if (length > 4 && strncmp(colon - 4, ".lua", 4) == 0) {
      buffer_add(&first, message, length);
      d.line = take_line(first.data, &d.message);
      if (d.line) d.file = first.data;
      if (d.line && buffer_read_file(&source, first.data) == 0) d.source = source.data;
      else d.source = NULL;
    }
  }
  Buffer text = {0};
  buffer_string(&text, d.message);
  if (report) buffer_format(&text, _("\n  in report %s"), report);
  const bool pointed = d.line && d.source && point_into_literal(&d, &text);
  d.message = text.data;
  if (d.line && d.source && !pointed) find_column(&d);
  d.hint = hint_for(d.message);
  diagnostic_print(&d);
  buffer_free(&text);
  buffer_free(&first);
  buffer_free(&source);
}

static uint32_t number_field(lua_State *L, int index, const char *name) {
  lua_getfield(L, index, name);
  const lua_Integer number = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return number > 0 && number < UINT32_MAX ? (uint32_t)number : 0;
}

void script_print_misuse(Script *script, const char *message) {
  char *hint = string_format(_("yanhu help %s lists its arguments"), script->name);
  diagnostic_say(hint, "%s: %s", script->name, message);
  free(hint);
  script->misused = true;
}

void script_print_load_error(Script *script, lua_State *L) {
  if (!lua_istable(L, -1)) {
    script_print_error(script, luaL_tolstring(L, -1, NULL), NULL);
    return;
  }
  lua_getfield(L, -1, "misuse");
  const bool misuse = lua_toboolean(L, -1);
  lua_pop(L, 1);
  lua_getfield(L, -1, "message");
  lua_getfield(L, -2, "field");
  if (misuse) {
    script_print_misuse(script, lua_tostring(L, -2));
    lua_pop(L, 2);
    return;
  }
  Diagnostic d = {.file = script->path, .message = lua_tostring(L, -2), .source = script->source};
  const char *field = lua_tostring(L, -1);
  if (field) d.line = script_find_field(script->source, field, &d.column);
  if (d.line) d.length = (uint32_t)strlen(field);
  if (!field) {
    d.line = number_field(L, -3, "line");
    d.column = number_field(L, -3, "column");
    d.length = number_field(L, -3, "length");
  }
  d.hint = hint_for(d.message);
  diagnostic_print(&d);
  lua_pop(L, 2);
}

void script_print_is_module(const Script *script) {
  diagnostic_print(&(Diagnostic){.file = script->path, .message = _("is a module, not a script: it declares nothing")});
}

void script_print_finding(const Script *script, Diagnostic d, const char *field, const char *word) {
  const char *message = d.message;
  d.file = script->path;
  d.source = script->source;
  if (!d.line && field) {
    d.line = script_find_field(script->source, field, &d.column);
    d.length = (uint32_t)strlen(field);
  } else if (!d.column && word) {
    char *quoted = string_format("`%s`", word);
    d.message = quoted; /* what find_column looks for */
    find_column(&d);
    d.message = message;
    free(quoted);
  }
  if (!d.hint) d.hint = hint_for(d.message);
  diagnostic_print(&d);
}
