/* command_check.c: yanhu check SCRIPT [PATH…]: what is wrong in a script, before anybody relies on its rows. */
#include "command.h"
#include "command_scripts.h"
#include "diagnostic.h"
#include "inputs.h"
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
  lua_getfield(L, 2, "all");
  lua_insert(L, 3);
  lua_call(L, 4, 2);
  return 2;
}

static uint32_t number_field(lua_State *L, const char *name) {
  lua_getfield(L, -1, name);
  const lua_Integer number = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return number > 0 && number < UINT32_MAX ? (uint32_t)number : 0;
}

/* Text of a field of the table on top of the stack; lives as long as the table. */
static const char *text_field(lua_State *L, const char *name) {
  const char *text = lua_getfield(L, -1, name) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  lua_pop(L, 1);
  return text;
}

/* Prints the findings, a list on top of the stack; how many. */
static size_t print_findings(const Script *script, lua_State *L) {
  const size_t count = (size_t)lua_rawlen(L, -1);
  for (size_t i = 1; i <= count; i++) {
    lua_rawgeti(L, -1, (lua_Integer)i);
    const Diagnostic finding = {.line = number_field(L, "line"), .column = number_field(L, "column"),
                                .length = number_field(L, "length"), .message = text_field(L, "message"),
                                .hint = text_field(L, "hint")};
    script_print_finding(script, finding, text_field(L, "field"), text_field(L, "word"));
    lua_pop(L, 1);
  }
  return count;
}

/* silent(script) → findings: the rules that found nothing */
static int call_silent(lua_State *L) {
  const Script *script = lua_touserdata(L, 1);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "yanhu.check");
  lua_call(L, 1, 1);
  lua_getfield(L, -1, "silent");
  lua_pushlstring(L, script->source, script->length);
  lua_call(L, 1, 1);
  return 1;
}

/* Runs the script over the reports; false where it fails on one. *rows counts what it gives. */
static bool try_reports(const Script *script, State *state, const Inputs *inputs, size_t *rows, ExitCode *code) {
  for (size_t i = 0; i < inputs->count; i++) {
    const char *path = inputs->paths[i];
    YhError error = {0};
    YhInput *input = yh_input_open(path, NULL, &error);
    for (YhReport *report; input && (report = yh_input_next(input, &error));) {
      Buffer lines = {0};
      size_t count = 0;
      bool found;
      const bool good = script_report(script, state, report, &lines, &count, &found);
      if (!good) script_print_error(script, lua_tostring(state->L, -1), path);
      *rows += count;
      buffer_free(&lines);
      yh_report_free(report);
      if (good) continue;
      yh_input_close(input);
      return false;
    }
    if (input) yh_input_close(input);
    if (error.code == YH_OK) continue;
    diagnostic_print(&(Diagnostic){.file = path, .line = error.line, .message = error.message});
    *code = EXIT_REPORT;
  }
  return true;
}

static ExitCode check_script(const Script *script, const Options *options, const Inputs *inputs) {
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
    lua_pop(state->L, 1);
    findings = print_findings(script, state->L);
    if (!try_reports(script, state, inputs, &rows, &code)) code = EXIT_SCRIPT;
    if (code == EXIT_WELL && inputs->count && rows == 0) {
      diagnostic_print(&(Diagnostic){.file = script->path, .message = _("gives no row on these reports")});
      findings++;
    } else if (code == EXIT_WELL && inputs->count) {
      state_arm(state, 0);
      lua_pushcfunction(state->L, call_silent);
      lua_pushlightuserdata(state->L, (void *)(uintptr_t)script);
      if (state_call(state, 1, 1) == LUA_OK) findings += print_findings(script, state->L);
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
    printf(PLURAL("%s: well; %zu example", "%s: well; %zu examples", examples), script->path, examples);
    if (inputs->count) printf(PLURAL(", %zu row", ", %zu rows", rows), rows);
    putchar('\n');
  }
  return code;
}

ExitCode command_check(Options *options) {
  if (!options->word_count) {
    diagnostic_say(_("for example: yanhu check rules.lua report.txt"), _("no script is named"));
    return EXIT_USAGE;
  }
  Inputs inputs = {0};
  for (size_t i = 1; i < options->word_count; i++)
    if (!inputs_add(&inputs, options->words[i])) {
      inputs_free(&inputs);
      return EXIT_REPORT;
    }
  ExitCode code = EXIT_WELL;
  Script **scripts = scripts_take(options, options->words[0], &code);
  for (Script **script = scripts; script && *script; script++) {
    const ExitCode one = check_script(*script, options, &inputs);
    if (one > code || script == scripts) code = one;
  }
  scripts_free(scripts);
  inputs_free(&inputs);
  return code;
}
