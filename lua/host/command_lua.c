/* command_lua.c: the commands that are written in Lua: yanhu.command.NAME. */
#include "command.h"
#include "diagnostic.h"
#include "embed.h"
#include "host_module.h"
#include "meta_file.h"
#include "sandbox.h"
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

/* call(options) → exit code */
static int call(lua_State *L) {
  const Options *options = lua_touserdata(L, 1);
  luaL_requiref(L, "yanhu.host", host_open, 0);
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
  YhError error;
  MetaFile *meta = options->meta ? meta_file_read(options->meta, &error) : NULL;
  if (options->meta && !meta) {
    diagnostic_print(&(Diagnostic){.file = options->meta, .line = error.line, .message = error.message});
    return EXIT_USAGE;
  }
  State *state = state_new(NULL, true);
  lua_pushlightuserdata(state->L, meta);
  lua_setfield(state->L, LUA_REGISTRYINDEX, HOST_META);
  lua_pushcfunction(state->L, call);
  lua_pushlightuserdata(state->L, options);
  ExitCode code = EXIT_SCRIPT;
  if (state_call(state, 1, 1) == LUA_OK)
    code = lua_isnil(state->L, -1) ? EXIT_WELL : (ExitCode)lua_tointeger(state->L, -1);
  else diagnostic_say(NULL, "%s", lua_tostring(state->L, -1));
  state_free(state);
  meta_file_free(meta);
  return code;
}
