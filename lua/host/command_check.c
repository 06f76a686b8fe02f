/* command_check.c: yanhu check SCRIPT [REPORT…]: what is wrong in a script, before anybody relies on its rows. */
#include "command.h"
#include "command_scripts.h"
#include "diagnostic.h"
#include "script_error.h"
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int add_bytes(lua_State *L, const void *bytes, size_t length, void *user) {
  (void)L;
  buffer_add(user, bytes, length);
  return 0;
}

typedef struct Check {
  const Script *script;
  Buffer dump;
} Check;

/* check(check) → findings, number of examples */
static int call_check(lua_State *L) {
  Check *check = lua_touserdata(L, 1);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "yanhu.check");
  lua_call(L, 1, 1);
  if (luaL_loadbufferx(L, check->script->source, check->script->length, check->script->name, "t") != LUA_OK)
    return lua_error(L);
  lua_dump(L, add_bytes, &check->dump, 0);
  lua_pop(L, 1);
  lua_pushlstring(L, check->dump.data, check->dump.length);
  lua_pushlstring(L, check->script->source, check->script->length);
  script_push(L);
  lua_call(L, 4, 2);
  return 2;
}

/* Prints the finding on top of the stack. */
static void print_finding(const Script *script, lua_State *L) {
  lua_getfield(L, -1, "line");
  lua_getfield(L, -2, "field");
  lua_getfield(L, -3, "word");
  lua_getfield(L, -4, "message");
  lua_getfield(L, -5, "hint");
  script_print_finding(script, (uint32_t)lua_tointeger(L, -5), lua_tostring(L, -4), lua_tostring(L, -3),
                       lua_tostring(L, -2), lua_tostring(L, -1));
  lua_pop(L, 5);
}

/* Runs the script over the reports; false where it fails on one. *rows counts what it gives. */
static bool try_reports(const Script *script, State *state, char **paths, size_t *rows, ExitCode *code) {
  for (; *paths; paths++) {
    YhError error = {0};
    YhInput *input = yh_input_open(*paths, NULL, &error);
    for (YhReport *report; input && (report = yh_input_next(input, &error));) {
      Buffer lines = {0};
      size_t count = 0;
      bool found;
      const bool good = script_report(script, state, report, &lines, &count, &found);
      if (!good) script_print_error(script, lua_tostring(state->L, -1), *paths);
      *rows += count;
      buffer_free(&lines);
      yh_report_free(report);
      if (good) continue;
      yh_input_close(input);
      return false;
    }
    if (input) yh_input_close(input);
    if (error.code == YH_OK) continue;
    diagnostic_print(&(Diagnostic){.file = *paths, .line = error.line, .message = error.message});
    *code = EXIT_REPORT;
  }
  return true;
}

static ExitCode check_script(const Script *script, const Options *options, char **paths) {
  State *state = state_new(&options->limits, options->trust);
  Check check = {.script = script};
  ExitCode code = EXIT_WELL;
  size_t rows = 0, examples = 0, findings = 0;
  bool good = script_load(script, state);
  if (good) {
    state_arm(state, 0);
    lua_pushcfunction(state->L, call_check);
    lua_pushlightuserdata(state->L, &check);
    good = state_call(state, 1, 2) == LUA_OK;
  }
  if (good) {
    examples = (size_t)lua_tointeger(state->L, -1);
    findings = (size_t)lua_rawlen(state->L, -2);
    for (size_t i = 1; i <= findings; i++) {
      lua_rawgeti(state->L, -2, (lua_Integer)i);
      print_finding(script, state->L);
      lua_pop(state->L, 1);
    }
    if (!try_reports(script, state, paths, &rows, &code)) code = EXIT_SCRIPT;
    if (code == EXIT_WELL && *paths && rows == 0) {
      diagnostic_print(&(Diagnostic){.file = script->path, .message = "gives no row on these reports"});
      findings++;
    }
  } else {
    script_print_error(script, lua_tostring(state->L, -1), NULL);
    code = EXIT_SCRIPT;
  }
  if (state->printed.length) fwrite(state->printed.data, 1, state->printed.length, stderr);
  buffer_free(&check.dump);
  state_free(state);
  if (code == EXIT_WELL && findings) code = EXIT_FOUND;
  if (code == EXIT_WELL) {
    printf("%s: well; %zu example%s", script->path, examples, examples == 1 ? "" : "s");
    if (*paths) printf(", %zu rows", rows);
    putchar('\n');
  }
  return code;
}

ExitCode command_check(Options *options) {
  if (!options->word_count) {
    diagnostic_say("for example: yanhu check rules.lua report.txt", "no script is named");
    return EXIT_USAGE;
  }
  ExitCode code = EXIT_WELL;
  Script **scripts = scripts_take(options, options->words[0], &code);
  if (!scripts) return code;
  for (Script **script = scripts; *script; script++) {
    const ExitCode one = check_script(*script, options, options->words + 1);
    if (one > code || script == scripts) code = one;
  }
  scripts_free(scripts);
  return code;
}
