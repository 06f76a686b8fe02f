/* output.c: see output.h. The writers run in a trusted state of their own, on the caller's thread. */
#include "diagnostic.h"
#include "formats.h"
#include "output_format.h"
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

/* Sets a field of the table below the parser that lies on top to what the JSON says, if there is any. */
static void set_parsed(lua_State *L, const char *name, const char *json) {
  if (!json) return;
  lua_pushvalue(L, -1);
  lua_pushstring(L, json);
  lua_call(L, 1, 1);
  lua_setfield(L, -3, name);
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
  set_parsed(L, "columns", script->model);
  set_parsed(L, "brief", script->brief);
  set_parsed(L, "chart", script->chart);
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
  if (scripts[0]->document && !output_is_folder(settings->path)) return write_document(run, 0, settings->path);
  const Format *format = output_format(settings);
  if (!output_is_folder(settings->path)) return write_tables(settings, format, run, settings->path, 0, run->scripts);
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
