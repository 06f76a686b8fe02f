/* gnuplot.c: pictures through gnuplot, which is called for each and is no part of the build. */
#include "formats.h"
#include "program.h"
#include <lauxlib.h>
#include <stdlib.h>

enum { SECONDS = 60 };

/* gnuplot(commands) → what they print */
int gnuplot_run(lua_State *L) {
  size_t length;
  const char *commands = luaL_checklstring(L, 1, &length);
  char name[] = "gnuplot", defaults[] = "--default-settings", standard_input[] = "-";
  char *const argv[] = {name, defaults, standard_input, NULL};
  Buffer output = {0};
  char *message = NULL;
  if (program_run(argv, commands, length, SECONDS, &output, &message))
    lua_pushlstring(L, output.data ? output.data : "", output.length);
  else lua_pushstring(L, message);
  buffer_free(&output);
  if (!message) return 1;
  free(message);
  return lua_error(L);
}
