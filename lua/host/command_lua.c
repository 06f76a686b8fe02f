/* command_lua.c: the commands that are written in Lua, and what they see of the host: the module yanhu.host. */
#include "command.h"
#include "bridge/bridge.h"
#include "diagnostic.h"
#include "embed.h"
#include "sandbox.h"
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

/* host.read(path) → list of reports, or nil, message */
static int host_read(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  YhError error = {0};
  YhInput *input = yh_input_open(path, NULL, &error);
  lua_newtable(L);
  lua_Integer count = 0;
  for (YhReport *report; input && (report = yh_input_next(input, &error));) {
    bridge_push_report(L, report, true);
    lua_seti(L, -2, ++count);
  }
  if (input) yh_input_close(input);
  if (error.code == YH_OK) return 1;
  Buffer text = {0};
  diagnostic_write(&text, &(Diagnostic){.file = path, .line = error.line, .column = error.column,
                                        .message = error.message[0] ? error.message : yh_code_name(error.code)});
  lua_pushnil(L);
  lua_pushlstring(L, text.data, text.length);
  buffer_free(&text);
  return 2;
}

static const char *optional_field(lua_State *L, const char *name) {
  lua_getfield(L, 1, name);
  const char *text = lua_tostring(L, -1); /* lives as long as the table */
  lua_pop(L, 1);
  return text;
}

/* host.diagnostic{ file=, line=, column=, length=, message=, source=, hint= } → text */
static int host_diagnostic(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  Diagnostic d = {.file = optional_field(L, "file"), .message = optional_field(L, "message"),
                  .source = optional_field(L, "source"), .hint = optional_field(L, "hint")};
  uint32_t *numbers[] = {&d.line, &d.column, &d.length};
  const char *names[] = {"line", "column", "length"};
  for (int i = 0; i < 3; i++) {
    lua_getfield(L, 1, names[i]);
    const lua_Integer number = lua_tointeger(L, -1);
    *numbers[i] = number > 0 && number < UINT32_MAX ? (uint32_t)number : 0;
    lua_pop(L, 1);
  }
  luaL_argcheck(L, d.message, 1, "message is missing");
  Buffer text = {0};
  diagnostic_write(&text, &d);
  lua_pushlstring(L, text.data, text.length);
  buffer_free(&text);
  return 1;
}

static int open_host(lua_State *L) {
  static const luaL_Reg functions[] = {{"read", host_read}, {"diagnostic", host_diagnostic}, {NULL, NULL}};
  luaL_newlib(L, functions);
  return 1;
}

/* call(options) → exit code */
static int call(lua_State *L) {
  const Options *options = lua_touserdata(L, 1);
  luaL_requiref(L, "yanhu.host", open_host, 0);
  lua_getglobal(L, "require");
  lua_pushfstring(L, "yanhu.command.%s", options->command);
  lua_call(L, 1, 1);
  lua_newtable(L);
  for (size_t i = 0; i < options->word_count; i++) {
    lua_pushstring(L, options->words[i]);
    lua_seti(L, -2, (lua_Integer)i + 1);
  }
  lua_newtable(L);
  lua_pushboolean(L, options->noise);
  lua_setfield(L, -2, "noise");
  lua_pushstring(L, options->format);
  lua_setfield(L, -2, "format");
  lua_call(L, 2, 1);
  return 1;
}

ExitCode command_lua(Options *options) {
  State *state = state_new(NULL, true);
  lua_pushcfunction(state->L, call);
  lua_pushlightuserdata(state->L, options);
  ExitCode code = EXIT_SCRIPT;
  if (state_call(state, 1, 1) == LUA_OK) code = lua_isnil(state->L, -1) ? EXIT_WELL : (ExitCode)lua_tointeger(state->L, -1);
  else diagnostic_say(NULL, "%s", lua_tostring(state->L, -1));
  state_free(state);
  return code;
}
