/* module_list.c: see module_list.h. */
#include "module_list.h"
#include "embed.h"
#include <stdlib.h>
#include <string.h>

const char *module_list_next(const char *lines, const char **path, size_t *path_length, char hash[HASH_SIZE]) {
  const char *end = lines ? strchr(lines, '\n') : NULL;
  if (!end) return NULL;
  const char *word = end; /* the last one; a path may have spaces */
  while (word > lines && word[-1] != ' ') word--;
  const size_t length = (size_t)(end - word) < HASH_SIZE ? (size_t)(end - word) : HASH_SIZE - 1;
  memcpy(hash, word, length);
  hash[length] = '\0';
  *path = lines;
  *path_length = word > lines ? (size_t)(word - 1 - lines) : 0;
  return end + 1;
}

static bool holds(const char *lines, const char *line, size_t length) {
  for (; lines && *lines; lines = strchr(lines, '\n') + 1)
    if (strncmp(lines, line, length) == 0) return true; /* with its line feed */
  return false;
}

void module_list_add(Buffer *list, const char *lines) {
  for (const char *line = lines, *next; line && *line; line = next) {
    next = strchr(line, '\n') + 1;
    if (!holds(list->data, line, (size_t)(next - line))) buffer_add(list, line, (size_t)(next - line));
  }
}

char *module_list_beyond(const char *all, const char *known) {
  if (!all || strcmp(all, known) == 0) return NULL; /* mostly */
  Buffer beyond = {0};
  for (const char *line = all, *next; *line; line = next) {
    next = strchr(line, '\n') + 1;
    if (!holds(known, line, (size_t)(next - line))) buffer_add(&beyond, line, (size_t)(next - line));
  }
  return beyond.data;
}

static bool is_unchanged(const char *path, const char *hash) {
  const Embedded *embedded = embed_find(path);
  if (embedded && strcmp(embedded->hash, hash) == 0) return true;
  char now[HASH_SIZE];
  return strcmp(hash_file(path, now) ? now : "-", hash) == 0;
}

bool module_list_unchanged(const char *lines) {
  const char *path;
  size_t length;
  char hash[HASH_SIZE];
  bool same = true;
  while (same && (lines = module_list_next(lines, &path, &length, hash))) {
    char *name = string_format("%.*s", (int)length, path);
    same = is_unchanged(name, hash);
    free(name);
  }
  return same;
}
