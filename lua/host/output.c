/* output.c: see output.h. The writers run in a trusted state of their own, on the caller's thread. */
#include "output.h"
#include "diagnostic.h"
#include "formats.h"
#include "match/nearest.h"
#include "row.h"
#include "sandbox.h"
#include "sink.h"
#include <cJSON.h>
#include <errno.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Format {
  const char *name;
  const char *suffixes[4];
  bool one_table; /* a file holds one table only */
  bool own_file;  /* a library writes it: not to standard output */
  bool adds;      /* to what the file holds already, in a transaction: it is not replaced */
} Format;

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

static bool is_folder(const char *path) {
  struct stat status;
  return path && (path[strlen(path) - 1] == '/' || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)));
}

/* `a/b.xyz` has one, `/dev/null` has none. */
static bool has_suffix(const char *path) {
  const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash + 1 : path, '.');
  return dot && dot != (slash ? slash + 1 : path) && dot[1];
}

static const Format *choose(const OutputSettings *settings) {
  if (settings->format) return find_format(settings->format);
  const Format *format = settings->path ? format_of_suffix(settings->path) : NULL;
  if (format) return format;
  if (settings->path && has_suffix(settings->path) && !is_folder(settings->path)) return NULL;
  return find_format(!settings->path && isatty(STDOUT_FILENO) ? "table" : "ndjson");
}

/* Does one of the scripts have the column? A script that declares none may have any. */
static bool has_column(Script *const *scripts, const char *name, size_t length) {
  static const char *const variables[] = {"report", "region", "region_code", "level", "year"};
  for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
    if (strlen(variables[i]) == length && strncmp(variables[i], name, length) == 0) return true;
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
  if (!format && settings->path && !is_folder(settings->path) && has_suffix(settings->path)) format = dot + 1;
  char *hint = string_format(_("for example: -o %s.%s"), script->name, script->document);
  bool good = false;
  if (alone && format && strcmp(format, script->document) != 0)
    diagnostic_say(hint, _("%s gives a document of format %s, not %s"), script->name, script->document, format);
  else if (alone && settings->columns)
    diagnostic_say(NULL, _("%s gives a document: there are no columns to choose"), script->name);
  else if (!alone && !is_folder(settings->path))
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

bool output_check(const OutputSettings *settings, Script *const *scripts) {
  if (settings->path && !*settings->path) {
    diagnostic_say(NULL, _("--output needs a name"));
    return false;
  }
  bool documents;
  if (!check_documents(settings, scripts, &documents)) return false;
  if (documents) return true;
  const Format *format = choose(settings);
  if (!format) {
    const char *names[sizeof formats / sizeof *formats];
    size_t n = 0;
    for (const Format *f = formats; f->name; f++) names[n++] = f->name;
    names[n] = NULL;
    const char *given = settings->format ? settings->format : strrchr(settings->path, '.') + 1;
    const char *near = nearest_of(given, names);
    char hint[160];
    snprintf(hint, sizeof hint,
             near ? _("did you mean %s?") : "table, json, ndjson, csv, tsv, markdown, html, xlsx, sqlite, dta, svg",
             near);
    diagnostic_say(hint, _("unknown format `%s`"), given);
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
  if (format->one_table && count > 1 && !is_folder(settings->path)) {
    diagnostic_say(_("give a folder: -o FOLDER/, it gets a file a script"),
                   _("a %s file holds one table, and %zu scripts are called"), format->name, count);
    return false;
  }
  return check_columns(settings->columns, scripts);
}

/* What was to be read could not be: an older output is worth more than an empty one. What failed has been said. */
static bool gave_nothing(const Run *run) {
  return !run->reports && run->unreadable;
}

static bool lost_rows(const Run *run) {
  for (size_t i = 0; i < run->scripts; i++)
    if (run->spools[i].lost) return true;
  return false;
}

/* ---- ndjson ---- */

static bool copy_rows(Sink *sink, Run *run, size_t from, size_t to) {
  size_t length;
  for (size_t i = from; i < to; i++) {
    const char *name = to - from > 1 ? run->settings.scripts[i]->name : NULL;
    for (const char *line; (line = run_next_row(run, i, &length)) && sink_row(sink, name, line, length);) continue;
  }
  if (!gave_nothing(run) && !lost_rows(run)) return sink_commit(sink);
  sink_abandon(sink);
  return !lost_rows(run);
}

/* ---- writers in Lua ---- */

typedef struct Writing {
  Run *run;
  Sink *sink;
  const OutputSettings *settings;
  const char *format;
  const char *name; /* of the result, for messages */
  const char *path; /* for a library that writes the file itself */
  size_t from, to;
} Writing;

/* next_row() → table or nil. Upvalues: run, script's number, parse_json. */
static int next_row(lua_State *L) {
  Run *run = lua_touserdata(L, lua_upvalueindex(1));
  size_t length;
  const char *line = run_next_row(run, (size_t)lua_tointeger(L, lua_upvalueindex(2)), &length);
  if (!line && lost_rows(run)) return luaL_error(L, _("rows are missing: nothing is written"));
  if (!line) return 0;
  row_push(L, line, length, lua_upvalueindex(3));
  return 1;
}

/* write(text): upvalue 1 is the sink. What fails is reported when the sink is committed; here it ends the writing. */
static int write_text(lua_State *L) {
  Sink *sink = lua_touserdata(L, lua_upvalueindex(1));
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  if (!sink_write(sink, text, length)) return luaL_error(L, _("cannot write"));
  return 0;
}

static void push_table(lua_State *L, Run *run, size_t index) {
  const Script *script = run->settings.scripts[index];
  lua_newtable(L);
  lua_pushstring(L, script->name);
  lua_setfield(L, -2, "name");
  lua_pushstring(L, script->summary);
  lua_setfield(L, -2, "summary");
  lua_pushboolean(L, script->finishes);
  lua_setfield(L, -2, "finished");
  lua_getglobal(L, "yanhu");
  lua_getfield(L, -1, "parse_json");
  lua_remove(L, -2);
  if (script->model) {
    lua_pushvalue(L, -1);
    lua_pushstring(L, script->model);
    lua_call(L, 1, 1);
    lua_setfield(L, -3, "columns");
  }
  if (script->chart) {
    lua_pushvalue(L, -1);
    lua_pushstring(L, script->chart);
    lua_call(L, 1, 1);
    lua_setfield(L, -3, "chart");
  }
  lua_pushlightuserdata(L, run);
  lua_insert(L, -2);
  lua_pushinteger(L, (lua_Integer)index);
  lua_insert(L, -2);
  lua_pushcclosure(L, next_row, 3);
  lua_setfield(L, -2, "next_row");
}

static int terminal_width(void) {
  struct winsize size;
  const char *columns = getenv("COLUMNS");
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return columns && atoi(columns) > 0 ? atoi(columns) : 0;
}

static int call_writer(lua_State *L) {
  Writing *w = lua_touserdata(L, 1);
  luaL_requiref(L, "yanhu.formats", formats_open, 0);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "yanhu.output");
  lua_call(L, 1, 1);
  lua_pushstring(L, w->format);
  lua_newtable(L);
  for (size_t i = w->from; i < w->to; i++) {
    push_table(L, w->run, i);
    lua_seti(L, -2, (lua_Integer)(i - w->from + 1));
  }
  lua_newtable(L);
  lua_pushlightuserdata(L, w->sink);
  lua_pushcclosure(L, write_text, 1);
  lua_setfield(L, -2, "write");
  lua_pushstring(L, w->path);
  lua_setfield(L, -2, "path");
  lua_pushboolean(L, w->settings->excel);
  lua_setfield(L, -2, "excel");
  lua_pushstring(L, w->settings->columns);
  lua_setfield(L, -2, "columns");
  lua_pushinteger(L, w->sink->path ? 0 : terminal_width());
  lua_setfield(L, -2, "width");
  lua_call(L, 3, 0);
  return 0;
}

static bool call_writers(Writing *w) {
  State *state = state_new(NULL, true);
  lua_pushcfunction(state->L, call_writer);
  lua_pushlightuserdata(state->L, w);
  bool good = state_call(state, 1, 0) == LUA_OK;
  if (!good && !w->sink->error) {
    const char *message = lua_tostring(state->L, -1);
    char *line = string_format("%.*s", (int)strcspn(message, "\n"), message); /* without the lines that called */
    diagnostic_print(&(Diagnostic){.file = w->name, .message = line});
    free(line);
  }
  if (w->sink->error || (good && !gave_nothing(w->run))) good = sink_commit(w->sink);
  else sink_abandon(w->sink);
  state_free(state);
  return good;
}

static bool write_tables(const OutputSettings *settings, const Format *format, Run *run, const char *path, size_t from,
                         size_t to) {
  Sink sink = {.file = stdout};
  if (!format->adds && !sink_open(&sink, path)) return false;
  if (format->adds) /* others write to it as well: it is not locked while reports are read */
    while (run_step(run)) continue;
  if (strcmp(format->name, "ndjson") == 0 && !settings->columns) return copy_rows(&sink, run, from, to);
  const char *own = format->adds || !sink.temporary ? path : sink.temporary;
  Writing writing = {run, &sink, settings, format->name, path, own, from, to};
  return call_writers(&writing);
}

/* ---- documents ---- */

static bool write_document(Run *run, size_t index, const char *path) {
  Sink sink;
  size_t length;
  if (!sink_open(&sink, path)) return false;
  const char *line = run_next_row(run, index, &length);
  cJSON *row = line ? cJSON_ParseWithLength(line, length) : NULL;
  const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(row, "document"));
  if (text && !gave_nothing(run)) sink_write(&sink, text, strlen(text));
  const bool good = text != NULL;
  cJSON_Delete(row);
  if (good && !gave_nothing(run)) return sink_commit(&sink);
  sink_abandon(&sink); /* what failed has been said; an older document stays */
  return good;
}

bool output_write(const OutputSettings *settings, Run *run) {
  Script *const *scripts = run->settings.scripts;
  if (scripts[0]->document && !is_folder(settings->path)) return write_document(run, 0, settings->path);
  const Format *format = choose(settings);
  if (!is_folder(settings->path)) return write_tables(settings, format, run, settings->path, 0, run->scripts);
  if (mkdir(settings->path, 0777) != 0 && errno != EEXIST) {
    diagnostic_print(&(Diagnostic){.file = settings->path, .message = strerror(errno)});
    return false;
  }
  bool good = true;
  for (size_t i = 0; i < run->scripts; i++) {
    const char *slash = settings->path[strlen(settings->path) - 1] == '/' ? "" : "/";
    const char *document = scripts[i]->document;
    char *path =
        string_format("%s%s%s.%s", settings->path, slash, scripts[i]->name, document ? document : format->suffixes[0]);
    good = (document ? write_document(run, i, path) : write_tables(settings, format, run, path, i, i + 1)) && good;
    free(path);
  }
  return good;
}
