/* hash.c: see hash.h. */
#include "hash.h"
#include "embed.h"
#include <fcntl.h>
#include <nettle/sha1.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void finish(struct sha1_ctx *context, char out[HASH_SIZE]) {
  uint8_t digest[SHA1_DIGEST_SIZE];
  sha1_digest(context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) snprintf(out + 2 * i, 3, "%02x", digest[i]);
}

static void add(struct sha1_ctx *context, const char *string) {
  sha1_update(context, strlen(string) + 1, (const uint8_t *)string); /* with its NUL: no two fields run together */
}

void hash_bytes(const char *bytes, size_t length, char out[HASH_SIZE]) {
  struct sha1_ctx context;
  sha1_init(&context);
  sha1_update(&context, length, (const uint8_t *)bytes);
  finish(&context, out);
}

bool hash_file(const char *path, char out[HASH_SIZE]) {
  const int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return false;
  struct sha1_ctx context;
  sha1_init(&context);
  uint8_t block[1 << 16];
  ssize_t got;
  while ((got = read(file, block, sizeof block)) > 0) sha1_update(&context, (size_t)got, block);
  close(file);
  if (got < 0) return false;
  finish(&context, out);
  return true;
}

static void add_piece(void *context, const char *bytes, size_t length) {
  sha1_update(context, length, (const uint8_t *)bytes);
}

void hash_raw(const YhRaw *raw, char out[HASH_SIZE]) {
  struct sha1_ctx context;
  sha1_init(&context);
  yh_raw_digest(raw, add_piece, &context);
  finish(&context, out);
}

static void hash_code(const Script *script, char out[HASH_SIZE]) {
  struct sha1_ctx context;
  sha1_init(&context);
  add(&context, YH_VERSION);
  char program[HASH_SIZE] = "";
  hash_file("/proc/self/exe", program);
  add(&context, program);
  add(&context, script->name);
  add(&context, script->modules ? script->modules : "");
  sha1_update(&context, script->length, (const uint8_t *)script->source);
  finish(&context, out);
}

void setup_make(Setup *setup, const Script *script, const char *where) {
  enum { SHOWN = 200 };
  const char *arguments = script->arguments;
  if (!arguments || strcmp(arguments, "[]") == 0) arguments = "";
  char hash[HASH_SIZE];
  if (strlen(arguments) > SHOWN) {
    hash_bytes(arguments, strlen(arguments), hash);
    arguments = hash;
  }
  setup->script = script->path;
  setup->arguments = string_format("%s%s%s", arguments, where ? " --where " : "", where ? where : "");
  hash_code(script, setup->code);
}
