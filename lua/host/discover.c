/* discover.c: where scripts are found: ./scripts, the user's folder, the installed folder, the program itself. */
#include "diagnostic.h"
#include "embed.h"
#include "installed.h"
#include "match/nearest.h"
#include "script.h"
#include "text/arena.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Place {
  char *folder;
  Origin origin;
} Place;

enum { PLACES = 4 };

/* The folders in the order in which a name is looked for; ends where folder is NULL. */
static void find_places(Place places[PLACES + 1]) {
  int n = 0;
  places[n++] = (Place){string_copy("scripts"), ORIGIN_FOLDER};
  const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
  if (data && *data) places[n++] = (Place){string_format("%s/yanhu/scripts", data), ORIGIN_USER};
  else if (home && *home) places[n++] = (Place){string_format("%s/.local/share/yanhu/scripts", home), ORIGIN_USER};
  if (embed_override) places[n++] = (Place){string_format("%s/scripts", embed_override), ORIGIN_LUA_DIR};
  char *installed = installed_share("yanhu/scripts");
  if (installed) places[n++] = (Place){installed, ORIGIN_INSTALLED};
  places[n] = (Place){NULL, ORIGIN_BUNDLED};
}

static void free_places(Place *places) {
  for (; places->folder; places++) free(places->folder);
}

const char *origin_name(Origin origin) {
  switch (origin) {
  case ORIGIN_LUA_DIR:
    return "--lua-dir";
  case ORIGIN_INSTALLED:
    return "installed";
  case ORIGIN_USER:
    return "user";
  case ORIGIN_FOLDER:
    return "./scripts";
  case ORIGIN_PATH:
    return "path";
  default:
    return "bundled";
  }
}

/* `a/b/name.lua` → `name` */
static char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  const size_t length = strlen(base);
  return string_format("%.*s", (int)(length > 4 && strcmp(base + length - 4, ".lua") == 0 ? length - 4 : length), base);
}

static Script *from_memory(const char *path, const char *bytes, size_t length, Origin origin) {
  Script *script = memory_resize(NULL, 1, sizeof *script);
  *script = (Script){.name = base_name(path), .path = string_copy(path), .origin = origin};
  script->source = memory_resize(NULL, length + 1, 1);
  memcpy(script->source, bytes, length);
  script->source[length] = '\0';
  script->length = length;
  if (origin != ORIGIN_BUNDLED) {
    const char *slash = strrchr(path, '/');
    script->folder = slash ? string_format("%.*s", (int)(slash - path), path) : string_copy(".");
  }
  return script;
}

/* A `./scripts` that is only a copy of what the program holds is yanhu's own repository: the text is what counts. */
static Script *from_file(const char *path, Origin origin) {
  Buffer text = {0};
  errno = buffer_read_file(&text, path);
  Script *script = errno ? NULL : from_memory(path, text.data, text.length, origin);
  buffer_free(&text);
  return script;
}

static char *known_names(const char *wrong) {
  Script **list = script_list();
  size_t count = 0;
  while (list[count]) count++;
  const char **names = memory_resize(NULL, count + 1, sizeof *names);
  for (size_t i = 0; i < count; i++) names[i] = list[i]->name;
  names[count] = NULL;
  const char *near = nearest_of(wrong, names);
  char *hint = near ? string_format(_("did you mean `%s`?"), near)
                    : string_copy(_("yanhu list names the scripts; a path ends in .lua"));
  free(names);
  script_list_free(list);
  return hint;
}

/* A path that is not there; `yanhu new NAME` has made scripts/NAME.lua, which is called without folder and suffix. */
static void print_missing(const char *path, int error) {
  char *base = base_name(path), *there = string_format("scripts/%s.lua", base);
  char *hint = error == ENOENT && access(there, R_OK) == 0 ? string_format(_("%s is called as `%s`"), there, base) : NULL;
  diagnostic_print(&(Diagnostic){.file = path, .message = strerror(error), .hint = hint});
  free(hint);
  free(there);
  free(base);
}

Script *script_find(const char *name) {
  const size_t length = strlen(name);
  Script *script = NULL;
  if (strchr(name, '/') || (length > 4 && strcmp(name + length - 4, ".lua") == 0)) {
    script = from_file(name, ORIGIN_PATH);
    if (!script) print_missing(name, errno);
    return script;
  }
  Place places[PLACES + 1];
  find_places(places);
  for (Place *place = places; place->folder && !script; place++) {
    char *path = string_format("%s/%s.lua", place->folder, name);
    script = from_file(path, place->origin);
    free(path);
  }
  free_places(places);
  char *path = string_format("scripts/%s.lua", name);
  const Embedded *file = embed_find(path);
  free(path);
  if (file && (!script || (script->length == file->length && memcmp(script->source, file->bytes, file->length) == 0))) {
    script_free(script);
    script = from_memory(file->path, file->bytes, file->length, ORIGIN_BUNDLED);
  }
  if (!script) {
    char *hint = known_names(name);
    diagnostic_say(hint, _("no script `%s`"), name);
    free(hint);
  }
  return script;
}

static int by_name(const void *a, const void *b) {
  return strcmp((*(Script *const *)a)->name, (*(Script *const *)b)->name);
}

typedef struct List {
  Script **items;
  size_t count;
} List;

static void add(List *list, const char *name) {
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i]->name, name) == 0) return;
  Script *script = script_find(name);
  if (!script) return;
  list->items = memory_resize(list->items, list->count + 2, sizeof *list->items);
  list->items[list->count++] = script;
}

Script **script_list(void) {
  List list = {memory_resize(NULL, 1, sizeof(Script *)), 0};
  Place places[PLACES + 1];
  find_places(places);
  for (Place *place = places; place->folder; place++) {
    DIR *folder = opendir(place->folder);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
      const size_t length = strlen(entry->d_name);
      if (length <= 4 || entry->d_name[0] == '.' || strcmp(entry->d_name + length - 4, ".lua") != 0) continue;
      char *name = base_name(entry->d_name);
      add(&list, name);
      free(name);
    }
    if (folder) closedir(folder);
  }
  free_places(places);
  for (const Embedded *file = embedded_files; file->path; file++) {
    if (strncmp(file->path, "scripts/", 8) != 0) continue;
    char *name = base_name(file->path);
    add(&list, name);
    free(name);
  }
  qsort(list.items, list.count, sizeof *list.items, by_name);
  list.items[list.count] = NULL;
  return list.items;
}

void script_list_free(Script **list) {
  for (Script **script = list; *script; script++) script_free(*script);
  free(list);
}
