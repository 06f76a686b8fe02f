/* output_check.c: which format a result has, and whether it can hold what the scripts give: asked before a run. */
#include "diagnostic.h"
#include "formats.h"
#include "match/nearest.h"
#include "output_format.h"
#include "row.h"
#include "text/arena.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const Format formats[] = {
    {.name = "table", .suffixes = {"txt"}},
    {.name = "json", .suffixes = {"json"}},
    {.name = "ndjson", .suffixes = {"ndjson", "jsonl"}},
    {.name = "csv", .suffixes = {"csv"}, .one_table = true},
    {.name = "tsv", .suffixes = {"tsv", "tab"}, .one_table = true},
    {.name = "markdown", .suffixes = {"md", "markdown"}},
    {.name = "html", .suffixes = {"html", "htm"}},
    {.name = "xlsx", .suffixes = {"xlsx"}, .own_file = true},
    {.name = "sqlite", .suffixes = {"sqlite", "db", "sqlite3"}, .own_file = true, .adds = true},
    {.name = "dta", .suffixes = {"dta"}, .one_table = true, .own_file = true},
    {.name = "svg", .suffixes = {"svg"}, .one_table = true},
    {.name = NULL},
};

static const Format *find_format(const char *name) {
  for (const Format *format = formats; format->name; format++)
    if (strcmp(format->name, name) == 0) return format;
  return NULL;
}

static const Format *format_of_suffix(const char *path) {
  const char *dot = strrchr(path, '.');
  for (const Format *format = formats; dot && format->name; format++)
    for (int i = 0; format->suffixes[i]; i++)
      if (strcmp(dot + 1, format->suffixes[i]) == 0) return format;
  return dot ? find_format(dot + 1) : NULL;
}

bool output_is_folder(const char *path) {
  struct stat status;
  return path && (path[strlen(path) - 1] == '/' || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)));
}

/* `a/b.xyz` has one, `/dev/null` has none. */
static bool has_suffix(const char *path) {
  const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash + 1 : path, '.');
  return dot && dot != (slash ? slash + 1 : path) && dot[1];
}

const Format *output_format(const OutputSettings *settings) {
  if (settings->format) return find_format(settings->format);
  const Format *format = settings->path ? format_of_suffix(settings->path) : NULL;
  if (format) return format;
  if (settings->path && has_suffix(settings->path) && !output_is_folder(settings->path)) return NULL;
  return find_format(!settings->path && isatty(STDOUT_FILENO) ? "table" : "ndjson");
}

/* Does one of the scripts have the column? A script that declares none may have any. */
static bool has_column(Script *const *scripts, const char *name, size_t length) {
  for (size_t i = 0; document_variables[i]; i++)
    if (strlen(document_variables[i]) == length && strncmp(document_variables[i], name, length) == 0) return true;
  char *field = string_format("\"name\":\"%.*s\"", (int)length, name);
  bool has = false;
  for (; !has && *scripts; scripts++) has = !(*scripts)->model || strstr((*scripts)->model, field);
  free(field);
  return has;
}

static bool check_columns(const char *columns, Script *const *scripts) {
  for (const char *name = columns; name && *name;) {
    const size_t length = strcspn(name, ",");
    if (!has_column(scripts, name, length)) {
      char *hint = string_format(_("yanhu help %s lists the columns"), (*scripts)->name);
      diagnostic_say(hint, _("no column `%.*s`"), (int)length, name);
      free(hint);
      return false;
    }
    name += length + (name[length] == ',');
  }
  return true;
}

/* A script that makes a document has no rows to write: no other format than its own, no columns, a file to itself.
 * Beside others, in a folder, format and columns are those of the rows. */
static bool check_document(const OutputSettings *settings, const Script *script, bool alone) {
  const char *format = settings->format, *dot = settings->path ? strrchr(settings->path, '.') : NULL;
  if (!format && settings->path && !output_is_folder(settings->path) && has_suffix(settings->path)) format = dot + 1;
  char *hint = string_format(_("for example: -o %s.%s"), script->name, script->document);
  bool good = false;
  if (alone && format && strcmp(format, script->document) != 0)
    diagnostic_say(hint, _("%s gives a document of format %s, not %s"), script->name, script->document, format);
  else if (alone && settings->columns)
    diagnostic_say(NULL, _("%s gives a document: there are no columns to choose"), script->name);
  else if (!alone && !output_is_folder(settings->path))
    diagnostic_say(_("give a folder: -o FOLDER/, it gets a file a script"),
                   _("%s gives a document, which is a file of its own"), script->name);
  else good = true;
  free(hint);
  return good;
}

static bool check_documents(const OutputSettings *settings, Script *const *scripts, bool *all) {
  *all = true;
  for (Script *const *script = scripts; *script; script++) {
    if (!(*script)->document) *all = false;
    else if (!check_document(settings, *script, !scripts[1])) return false;
  }
  return true;
}

static bool check_charts(Script *const *scripts) {
  for (; *scripts; scripts++) {
    if ((*scripts)->chart) continue;
    diagnostic_say(_("for example: yanhu run compare … -f svg"), _("%s has no picture"), (*scripts)->name);
    return false;
  }
  return true;
}

static void print_unknown(const char *given) {
  const char *names[sizeof formats / sizeof *formats];
  size_t n = 0;
  for (const Format *f = formats; f->name; f++) names[n++] = f->name;
  names[n] = NULL;
  const char *near = nearest_of(given, names);
  char hint[160];
  snprintf(hint, sizeof hint,
           near ? _("did you mean %s?") : "table, json, ndjson, csv, tsv, markdown, html, xlsx, sqlite, dta, svg", near);
  diagnostic_say(hint, _("unknown format `%s`"), given);
}

bool output_check(const OutputSettings *settings, Script *const *scripts) {
  if (settings->path && !*settings->path) {
    diagnostic_say(NULL, _("--output needs a name"));
    return false;
  }
  bool documents;
  if (!check_documents(settings, scripts, &documents)) return false;
  if (documents) return true;
  const Format *format = output_format(settings);
  if (!format) {
    print_unknown(settings->format ? settings->format : strrchr(settings->path, '.') + 1);
    return false;
  }
  if (strcmp(format->name, "svg") == 0 && !check_charts(scripts)) return false;
  const char *library = formats_missing(format->name);
  if (library && strcmp(format->name, "svg") == 0) {
    diagnostic_say(_("Debian's package gnuplot-nox has it"), _("svg is drawn by %s, which is not installed"), library);
    return false;
  }
  if (library) {
    diagnostic_say(_("csv opens in the same programs"), _("this build has no %s: %s cannot be written"), library,
                   format->name);
    return false;
  }
  if (format->own_file && !settings->path) {
    diagnostic_say(NULL, _("%s goes to a file: -o NAME.%s"), format->name, format->suffixes[0]);
    return false;
  }
  size_t count = 0;
  while (scripts[count]) count++;
  if (format->one_table && count > 1 && !output_is_folder(settings->path)) {
    diagnostic_say(_("give a folder: -o FOLDER/, it gets a file a script"),
                   _("a %s file holds one table, and %zu scripts are called"), format->name, count);
    return false;
  }
  return check_columns(settings->columns, scripts);
}
