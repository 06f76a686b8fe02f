/* host_module.c: see host_module.h. */
#include "host_module.h"
#include "bridge/bridge.h"
#include "diagnostic.h"
#include "meta_file.h"
#include <lauxlib.h>
#include <sys/stat.h>

/* host.read(path) → list of reports, or nil, message */
static int host_read(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  YhError error = {0};
  YhOptions options = {0};
  lua_getfield(L, LUA_REGISTRYINDEX, HOST_META);
  const MetaFile *meta = lua_touserdata(L, -1);
  lua_pop(L, 1);
  if (meta) meta_file_find(meta, path, &options);
  YhInput *input = yh_input_open(path, &options, &error);
  lua_newtable(L);
  lua_Integer count = 0;
  for (YhReport *report; input && (report = yh_input_next(input, &error));) {
    bridge_push_report(L, report, true);
    lua_seti(L, -2, ++count);
  }
  if (input) yh_input_close(input);
  if (error.code == YH_OK) return 1;
  Buffer text = {0};
  diagnostic_write(&text, &(Diagnostic){.file = path,
                                        .line = error.line,
                                        .column = error.column,
                                        .message = error.message[0] ? error.message : _(yh_code_name(error.code))});
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
  Diagnostic d = {.file = optional_field(L, "file"),
                  .message = optional_field(L, "message"),
                  .source = optional_field(L, "source"),
                  .hint = optional_field(L, "hint")};
  uint32_t *numbers[] = {&d.line, &d.column, &d.length};
  const char *names[] = {"line", "column", "length"};
  for (int i = 0; i < 3; i++) {
    lua_getfield(L, 1, names[i]);
    const lua_Integer number = lua_tointeger(L, -1);
    *numbers[i] = number > 0 && number < UINT32_MAX ? (uint32_t)number : 0;
    lua_pop(L, 1);
  }
  luaL_argcheck(L, d.message, 1, _("message is missing"));
  Buffer text = {0};
  diagnostic_write(&text, &d);
  lua_pushlstring(L, text.data, text.length);
  buffer_free(&text);
  return 1;
}

/* host.make_folder(path): nothing where it is there; what fails shows when something is written in it. */
static int host_make_folder(lua_State *L) {
  mkdir(luaL_checkstring(L, 1), 0777);
  return 0;
}

/* host.fields(value) → list of fields, list of methods; nil for what is no report, node or mention */
static int host_fields(lua_State *L) {
  luaL_checkany(L, 1);
  return bridge_fields(L, 1);
}

int host_open(lua_State *L) {
  static const luaL_Reg functions[] = {{"read", host_read},
                                       {"diagnostic", host_diagnostic},
                                       {"make_folder", host_make_folder},
                                       {"fields", host_fields},
                                       {NULL, NULL}};
  luaL_newlib(L, functions);
  return 1;
}
