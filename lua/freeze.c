/* freeze.c: a tool of the build: prints the long lists of words of lua/yanhu/lists.lua as C, dictionaries that need not be
 * made (core/match/dictionary.h). Its argument is the folder of the Lua files. */
#include <inttypes.h>
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

#include "bridge/types.h"

static void print_cells(const char *name, const DictionaryImage *image, int reversed) {
  printf("static const DictionaryCell %s_cells%d[] = {", name, reversed);
  for (uint32_t i = 0; i < image->cell_count[reversed]; i++)
    printf("{%" PRIu32 "u,%" PRIu32 "u},", image->cells[reversed][i].base, image->cells[reversed][i].check);
  puts("};");
}

static void print_image(const char *name, const DictionaryImage *image) {
  printf("static const char %s_bytes[] = {", name);
  for (uint32_t i = 0; i < image->starts[image->count]; i++) printf("%d,", image->bytes[i]);
  printf("0};\nstatic const uint32_t %s_starts[] = {", name);
  for (uint32_t i = 0; i <= image->count; i++) printf("%" PRIu32 ",", image->starts[i]);
  printf("};\nstatic const uint64_t %s_first[] = {", name);
  for (uint32_t i = 0; i <= image->bits / 64; i++) printf("%" PRIu64 "u,", image->first[i]);
  puts("};");
  for (int reversed = 0; reversed < 2; reversed++) print_cells(name, image, reversed);
  printf("static const DictionaryImage %s = {%" PRIu32 ", %" PRIu32
         ", %s_bytes, %s_starts, %s_first, %" PRIu64 "u, %" PRIu64 "u, {%s_cells0, %s_cells1}, {%" PRIu32 ", %" PRIu32 "}};\n",
         name, image->count, image->bits, name, name, name, image->opens, image->closes, name, name, image->cell_count[0], image->cell_count[1]);
}

/* freeze(name, words): words -> integers, in the order of the words, so that each build prints the same */
static int freeze(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  const uint32_t count = (uint32_t)luaL_len(L, 2);
  Word *words = lua_newuserdatauv(L, (count + 1) * sizeof *words, 0);
  printf("static const int64_t %s_values[] = {", name);
  for (uint32_t i = 0; i < count; i++) {
    lua_geti(L, 2, (lua_Integer)i + 1); /* the list holds the word */
    words[i].text = luaL_checklstring(L, -1, &words[i].length);
    lua_gettable(L, 3);
    printf("%" PRId64 ",", (int64_t)luaL_checkinteger(L, -1));
    lua_pop(L, 1);
  }
  puts("0};");
  YhError error;
  Dictionary *dictionary = dictionary_new(words, count, &error);
  if (!dictionary) return luaL_error(L, "%s: %s", name, error.message);
  print_image(name, dictionary_image(dictionary));
  dictionary_free(dictionary);
  return 0;
}

static const char all[] =
    "local freeze, folder = ...\n"
    "package.path = folder .. '/?.lua'\n"
    "local function sorted(t)\n"
    "  local keys = {}\n"
    "  for key in pairs(t) do keys[#keys + 1] = key end\n"
    "  table.sort(keys)\n"
    "  return keys\n"
    "end\n"
    "local lists, rows = require('yanhu.lists').all(), {}\n"
    "for n, name in ipairs(sorted(lists)) do\n"
    "  local words = lists[name]()\n"
    "  freeze(name, sorted(words), words)\n"
    "  rows[n] = ('{\"%s\", &%s, %s_values}, '):format(name, name, name)\n"
    "end\n"
    "print('const BridgeFrozen frozen_lists[] = {' .. table.concat(rows) .. '{0, 0, 0}};')\n";

int main(int argc, char **argv) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  luaL_requiref(L, "yanhu", yanhu_open, 1);
  puts("#include \"bridge/bridge.h\"\n#include \"match/dictionary.h\"\n#include \"host/embed.h\"");
  const int status = luaL_loadstring(L, all);
  lua_pushcfunction(L, freeze);
  lua_pushstring(L, argc > 1 ? argv[1] : ".");
  if (status != LUA_OK || lua_pcall(L, 2, 0, 0) != LUA_OK) {
    fprintf(stderr, "freeze: %s\n", lua_tostring(L, -1));
    return 1;
  }
  lua_close(L);
  return ferror(stdout) ? 1 : 0;
}
