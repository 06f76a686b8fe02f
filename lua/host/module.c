/* module.c: where a script's `require` looks: yanhu's own modules, then the folder of the script. A module is Lua
 * text, or the text of a page: style, script, template. */
#include "chunk.h"
#include "hash.h"
#include "sandbox.h"
#include "state.h"
#include "text/message.h"
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
    const bool letter =
        (*name >= 'a' && *name <= 'z') || (*name >= 'A' && *name <= 'Z') || (*name >= '0' && *name <= '9');
    if (letter || *name == '_' || *name == '-') word = true;
    else if (*name == '.' && word) word = false;
    else return false;
  }
  return word;
}

/* Results depend on the modules of a script as well, and on those that it looked for in vain. */
static void remember(lua_State *L, const char *path, const char *hash) {
  buffer_format(&state_of(L)->modules, "%s %s\n", path, hash);
}

/* The bytes of a module's file, and the path they were found at. */
typedef struct Source {
  char *path;
  const char *bytes;
  size_t length;
  Buffer file;              /* holds the bytes where they come from a disk */
  const Embedded *embedded; /* where they are part of the program */
} Source;

static bool read_source(Source *source, char *path) {
  source->path = path;
  if (buffer_read_file(&source->file, path) != 0) {
    free(path);
    source->path = NULL;
    return false;
  }
  source->bytes = source->file.data ? source->file.data : "";
  source->length = source->file.length;
  return true;
}

static void free_source(Source *source) {
  free(source->path);
  buffer_free(&source->file);
}

/* relative: `yanhu/table.lua`. yanhu's own lie in the override folder or the program, all others beside the script. */
static bool find_source(lua_State *L, const char *relative, bool own, Source *source) {
  const char *folder = own ? embed_override : state_of(L)->folder;
  if (folder && read_source(source, string_format("%s/%s", folder, relative))) return true;
  if (folder && own && read_source(source, string_format("%s/lua/%s", folder, relative))) return true;
  if (!own) return false;
  char *path = string_format("lua/%s", relative);
  const Embedded *file = embed_find(path);
  free(path);
  if (!file) return false;
  source->path = string_copy(file->path);
  source->bytes = file->bytes;
  source->length = file->length;
  source->embedded = file;
  return true;
}

static int give_text(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  return 1;
}

/* Pushes the chunk of the source, of a text the function that gives it; or a message. */
static bool load_source(lua_State *L, const Source *source, bool text) {
  char hash[HASH_SIZE];
  if (!source->embedded) hash_bytes(source->bytes, source->length, hash);
  remember(L, source->path, source->embedded ? source->embedded->hash : hash);
  if (text) {
    lua_pushlstring(L, source->bytes, source->length);
    lua_pushcclosure(L, give_text, 1);
    return true;
  }
  if (source->embedded) return chunk_load(L, source->embedded) == LUA_OK;
  lua_pushfstring(L, "@%s", source->path);
  const bool loaded = luaL_loadbufferx(L, source->bytes, source->length, lua_tostring(L, -1), "t") == LUA_OK;
  lua_remove(L, -2);
  return loaded;
}

/* `yanhu.page.page.css` → `yanhu/page/page.css`: what a page is made of may lie in files that are no Lua. The caller
 * frees; NULL where the last word is no suffix of such a file. */
static char *text_path(const char *name) {
  static const char *const suffixes[] = {".css", ".html", ".js", ".svg", NULL};
  const char *suffix = strrchr(name, '.');
  for (int i = 0; suffix && suffixes[i]; i++) {
    if (strcmp(suffix, suffixes[i]) != 0) continue;
    char *path = string_copy(name);
    for (char *p = path; p < path + (suffix - name); p++)
      if (*p == '.') *p = '/';
    return path;
  }
  return NULL;
}

bool module_load(lua_State *L, const char *name) {
  if (!is_module_name(name)) {
    lua_pushfstring(L, _("`%s` is no name of a module"), name);
    return false;
  }
  const bool own = strncmp(name, "yanhu.", 6) == 0;
  Source source = {0};
  char *relative = string_format("%s.lua", name), *text = NULL;
  for (char *p = relative; *p && strcmp(p, ".lua") != 0; p++)
    if (*p == '.') *p = '/';
  bool found = find_source(L, relative, own, &source);
  if (!found && (text = text_path(name)) != NULL) found = find_source(L, text, own, &source);
  bool loaded = false;
  if (found) loaded = load_source(L, &source, text != NULL);
  else lua_pushfstring(L, own ? _("no module `%s` in yanhu") : _("no module `%s` beside the script"), name);
  if (!found && !own && state_of(L)->folder) {
    char *path = string_format("%s/%s", state_of(L)->folder, relative);
    remember(L, path, "-");
    free(path);
  }
  free(relative);
  free(text);
  free_source(&source);
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
    lua_call(L, 1, 2); /* the module, and the path it was found at */
    char hash[HASH_SIZE];
    const char *path = lua_tostring(L, -1);
    if (path && hash_file(path, hash)) remember(L, path, hash);
    lua_pop(L, 1);
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
