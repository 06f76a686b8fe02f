/* module.c: where a script's `require` looks: yanhu's own modules, then the folder of the script. A module is text. */
#include "embed.h"
#include "hash.h"
#include "sandbox.h"
#include "state.h"
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

const char *embed_override;

const Embedded *embed_find(const char *path) {
  for (const Embedded *file = embedded_files; file->path; file++)
    if (strcmp(file->path, path) == 0) return file;
  return NULL;
}

/* A module's name: words of letters, digits, _ and -, joined by dots. Nothing that leaves its folder. */
static bool is_module_name(const char *name) {
  bool word = false;
  for (; *name; name++) {
    const bool letter = (*name >= 'a' && *name <= 'z') || (*name >= 'A' && *name <= 'Z') || (*name >= '0' && *name <= '9');
    if (letter || *name == '_' || *name == '-') word = true;
    else if (*name == '.' && word) word = false;
    else return false;
  }
  return word;
}

/* Results depend on the modules of a script as well. */
static void remember(lua_State *L, const char *name, const char *bytes, size_t length) {
  char hash[HASH_SIZE];
  hash_bytes(bytes, length, hash);
  buffer_format(&state_of(L)->modules, "%s %s\n", name, hash);
}

/* Loads a file's text as a chunk; false with a message, or nothing pushed and *found false where it is not there. */
static bool load_file(lua_State *L, const char *path, bool *found) {
  Buffer text = {0};
  *found = buffer_read_file(&text, path) == 0;
  if (!*found) {
    buffer_free(&text);
    return false;
  }
  lua_pushfstring(L, "@%s", path);
  const int status = luaL_loadbufferx(L, text.data, text.length, lua_tostring(L, -1), "t");
  remember(L, path, text.data, text.length);
  buffer_free(&text);
  lua_remove(L, -2);
  return status == LUA_OK;
}

bool module_load(lua_State *L, const char *name) {
  if (!is_module_name(name)) {
    lua_pushfstring(L, "`%s` is no name of a module", name);
    return false;
  }
  char *relative = string_format("%s.lua", name);
  for (char *p = relative; *p && strcmp(p, ".lua") != 0; p++)
    if (*p == '.') *p = '/';
  const bool own = strncmp(name, "yanhu.", 6) == 0;
  const char *folder = own ? embed_override : state_of(L)->folder;
  bool found = false, loaded = false;
  if (folder) {
    char *path = string_format("%s/%s", folder, relative);
    loaded = load_file(L, path, &found);
    free(path);
    if (!found && own) {
      path = string_format("%s/lua/%s", folder, relative);
      loaded = load_file(L, path, &found);
      free(path);
    }
  }
  if (!found && own) {
    char *path = string_format("lua/%s", relative);
    const Embedded *file = embed_find(path);
    free(path);
    if (file) {
      found = true;
      remember(L, file->path, file->bytes, file->length);
      lua_pushfstring(L, "@%s", file->path);
      loaded = luaL_loadbufferx(L, file->bytes, file->length, lua_tostring(L, -1), "t") == LUA_OK;
      lua_remove(L, -2);
    }
  }
  if (!found) lua_pushfstring(L, "no module `%s` %s", name, own ? "in yanhu" : "beside the script");
  free(relative);
  return loaded;
}

/* require(name): upvalue 1 is Lua's own for trusted scripts, else nil. */
int module_require(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, name) != LUA_TNIL) return 1;
  lua_pop(L, 1);
  if (!module_load(L, name)) {
    const bool own = strncmp(name, "yanhu.", 6) == 0; /* never from the current folder */
    if (own || lua_isnil(L, lua_upvalueindex(1))) return luaL_error(L, "%s", lua_tostring(L, -1));
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    return 1;
  }
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, name);
  return 1;
}
