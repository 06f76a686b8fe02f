/* embed.c: a tool of the build: prints the files named as C (host/embed.h): their bytes, their hash and, of Lua files,
 * the compiled chunk with its lines and names, so that the program need not compile them at every start. The part of a
 * path up to `--strip PREFIX` is no part of a file's name. */
#include <lauxlib.h>
#include <nettle/sha1.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Bytes {
  unsigned char *data;
  size_t length;
} Bytes;

static void add(Bytes *bytes, const void *data, size_t length) {
  bytes->data = realloc(bytes->data, bytes->length + length + 1);
  if (!bytes->data) exit(1);
  memcpy(bytes->data + bytes->length, data, length);
  bytes->length += length;
}

static Bytes read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  Bytes bytes = {NULL, 0};
  unsigned char block[1 << 16];
  for (size_t got; file && (got = fread(block, 1, sizeof block, file)) > 0;) add(&bytes, block, got);
  if (!file || ferror(file)) {
    perror(path);
    exit(1);
  }
  fclose(file);
  return bytes;
}

static int keep(lua_State *L, const void *data, size_t length, void *bytes) {
  (void)L;
  add(bytes, data, length);
  return 0;
}

/* Empty for what is no Lua, or no Lua that compiles: that is told when it is used. */
static Bytes compile(lua_State *L, const char *name, const Bytes *source) {
  Bytes code = {NULL, 0};
  const char *suffix = strrchr(name, '.');
  if (!suffix || strcmp(suffix, ".lua") != 0) return code;
  lua_pushfstring(L, "@%s", name);
  if (luaL_loadbufferx(L, (const char *)source->data, source->length, lua_tostring(L, -1), "t") == LUA_OK)
    lua_dump(L, keep, &code, 0);
  lua_settop(L, 0);
  return code;
}

static void print_bytes(const char *name, int number, const Bytes *bytes) {
  printf("static const unsigned char %s%d[] = {", name, number);
  for (size_t i = 0; i < bytes->length; i++) printf("%u,", bytes->data[i]);
  puts("0};");
}

static void print_hash(const Bytes *bytes) {
  struct sha1_ctx context;
  uint8_t digest[SHA1_DIGEST_SIZE];
  sha1_init(&context);
  sha1_update(&context, bytes->length, bytes->data);
  sha1_digest(&context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) printf("%02x", digest[i]);
}

int main(int argc, char **argv) {
  const char *strip = "";
  lua_State *L = luaL_newstate();
  if (argc > 2 && strcmp(argv[1], "--strip") == 0) strip = argv[2], argc -= 2, argv += 2;
  Bytes table = {NULL, 0};
  puts("#include \"host/embed.h\"");
  for (int i = 1; i < argc; i++) {
    const char *name = strncmp(argv[i], strip, strlen(strip)) == 0 ? argv[i] + strlen(strip) : argv[i];
    Bytes source = read_file(argv[i]), code = compile(L, name, &source);
    print_bytes("file", i, &source);
    print_bytes("code", i, &code);
    printf("static const char hash%d[] = \"", i);
    print_hash(&source);
    puts("\";");
    char row[4096];
    const int length =
        snprintf(row, sizeof row, "{\"%s\", (const char *)file%d, %zu, (const char *)code%d, %zu, hash%d},\n", name, i,
                 source.length, i, code.length, i);
    if (length < 0 || (size_t)length >= sizeof row) return 1;
    add(&table, row, (size_t)length);
    free(source.data);
    free(code.data);
  }
  printf("const char embedded_lua[] = \"%s\";\nconst Embedded embedded_files[] = {\n", lua_ident);
  fwrite(table.data, 1, table.length, stdout);
  puts("{0, 0, 0, 0, 0, 0}};");
  free(table.data);
  lua_close(L);
  return ferror(stdout) ? 1 : 0;
}
