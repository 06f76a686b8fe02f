/* command_repl.c: yanhu repl REPORT: lines of Lua on a report, with history and completion where libedit is built in.
 */
#include "bridge/bridge.h"
#include "command.h"
#include "diagnostic.h"
#include "host_module.h"
#include "state.h"
#include "text/library.h"
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef HAVE_LIBEDIT
#include <editline/readline.h>
#endif

static State *repl_state; /* the completer of libedit takes no argument */

/* Calls repl[name] with the value on top of the stack; its result takes the value's place. */
static bool call(State *state, const char *name) {
  lua_State *L = state->L;
  state_arm(state, 0);
  lua_getfield(L, LUA_REGISTRYINDEX, "yanhu.repl");
  lua_getfield(L, -1, name);
  lua_remove(L, -2);
  lua_insert(L, -2);
  const bool good = state_call(state, 1, 1) == LUA_OK;
  fwrite(state->printed.data, 1, state->printed.length, stdout);
  fflush(stdout);
  return good;
}

/* A line without libedit's help: from a pipe, or where there is no libedit. */
static char *plain_line(const char *prompt) {
  char *line = NULL;
  size_t room = 0;
  if (isatty(STDIN_FILENO)) {
    fputs(prompt, stdout);
    fflush(stdout);
  }
  const ssize_t got = getline(&line, &room, stdin);
  if (got > 0 && line[got - 1] == '\n') line[got - 1] = '\0';
  if (got > 0) return line;
  free(line);
  return NULL;
}

#ifdef HAVE_LIBEDIT
#define NAMES(F)                                                                                                       \
  F(readline)                                                                                                          \
  F(add_history) F(using_history) F(read_history) F(write_history) F(stifle_history) F(rl_completion_matches)          \
      F(rl_attempted_completion_over) F(rl_completion_append_character) F(rl_readline_name)                            \
          F(rl_attempted_completion_function) F(rl_completer_word_break_characters)
LIBRARY(Edit, edit_load, EDIT_SONAME, NAMES)

static const Edit *edit; /* NULL: no terminal to type at, or no libedit any more */

static char *next_name(const char *text, int number) {
  (void)text;
  lua_State *L = repl_state->L;
  if (lua_geti(L, -1, number + 1) != LUA_TSTRING) number = -1;
  char *name = number < 0 ? NULL : string_copy(lua_tostring(L, -1));
  lua_pop(L, 1);
  return name;
}

static int next_number;
static char *generate(const char *text, int first) {
  if (first == 0) next_number = 0;
  return next_name(text, next_number++);
}

static char **complete(const char *text, int start, int end) {
  (void)start, (void)end;
  *edit->rl_attempted_completion_over = 1;
  *edit->rl_completion_append_character = '\0'; /* a field may go on: r.meta.year */
  lua_pushstring(repl_state->L, text);
  char **names = NULL;
  if (call(repl_state, "complete") && lua_istable(repl_state->L, -1))
    names = edit->rl_completion_matches(text, generate);
  lua_pop(repl_state->L, 1);
  return names;
}

static char *history_path(void) {
  const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
  if (state && *state) return string_format("%s/yanhu_history", state);
  return home && *home ? string_format("%s/.yanhu_history", home) : NULL;
}

static char *read_line(const char *prompt) {
  if (!edit) return plain_line(prompt);
  char *line = edit->readline(prompt);
  if (line && *line) edit->add_history(line);
  return line;
}

static void begin_lines(void) {
  const char *missing;
  edit = isatty(STDIN_FILENO) ? edit_load(&missing) : NULL;
  if (!edit) return;
  char *path = history_path();
  *edit->rl_readline_name = "yanhu";
  *edit->rl_attempted_completion_function = complete;
  *edit->rl_completer_word_break_characters = (char *)(uintptr_t) " \t\n\"'(){}[]=+-*/,;#<>~^%|&";
  edit->using_history();
  if (path) edit->read_history(path);
  free(path);
}

static void end_lines(void) {
  if (!edit) return;
  char *path = history_path();
  if (path) {
    edit->stifle_history(1000);
    edit->write_history(path);
  }
  putchar('\n'); /* behind the prompt */
  free(path);
}
#else
static char *read_line(const char *prompt) {
  return plain_line(prompt);
}
static void begin_lines(void) {}
static void end_lines(void) {}
#endif

/* open(report): loads the module and hands it the report. */
static int open_repl(lua_State *L) {
  luaL_requiref(L, "yanhu.host", host_open, 0);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "yanhu.repl");
  lua_call(L, 1, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, "yanhu.repl");
  lua_getfield(L, -1, "start");
  bridge_push_report(L, lua_touserdata(L, 1), false);
  lua_call(L, 1, 0);
  return 0;
}

/* The message on top of the stack, but for the line that says that the repl called it. */
static void print_error(lua_State *L) {
  static const char caller[] = "lua/yanhu/repl.lua:";
  const char *message = lua_tostring(L, -1), *place = strstr(message, caller);
  const char *cut = place ? memrchr(message, '\n', (size_t)(place - message)) : NULL;
  fprintf(stderr, "%.*s", (int)(cut ? cut - message : (ptrdiff_t)strlen(message)), message);
  if (cut) fputs(place + sizeof caller - 1 + strspn(place + sizeof caller - 1, "0123456789"), stderr);
  fputc('\n', stderr);
}

static void talk(State *state) {
  lua_State *L = state->L;
  begin_lines();
  bool more = false;
  for (char *line; (line = read_line(more ? ">> " : "> ")); free(line)) {
    lua_pushstring(L, line);
    const bool good = call(state, "line");
    if (!good) print_error(L);
    more = good && lua_toboolean(L, -1);
    state->tripped = NOT_TRIPPED; /* a line that went too far ends; the next one starts anew */
    lua_settop(L, 0);
  }
  end_lines();
}

ExitCode command_repl(Options *options) {
  if (options->word_count != 1) {
    diagnostic_say(_("for example: yanhu repl report.txt"), _("repl takes one report"));
    return EXIT_USAGE;
  }
  YhError error = {0};
  YhInput *input = yh_input_open(options->words[0], NULL, &error);
  YhReport *report = input ? yh_input_next(input, &error) : NULL;
  if (input) yh_input_close(input);
  if (!report) {
    diagnostic_print(&(Diagnostic){.file = options->words[0],
                                   .line = error.line,
                                   .message = error.message[0] ? error.message : _(yh_code_name(error.code))});
    return EXIT_REPORT;
  }
  State *state = repl_state = state_new(&options->limits, options->trust);
  lua_pushcfunction(state->L, open_repl);
  lua_pushlightuserdata(state->L, report);
  if (state_call(state, 1, 0) == LUA_OK) {
    fwrite(state->printed.data, 1, state->printed.length, stdout);
    talk(state);
  } else {
    print_error(state->L);
  }
  state_free(state);
  yh_report_free(report);
  return EXIT_WELL;
}
