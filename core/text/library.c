/* library.c: see library.h. */
#include "library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static void look_up(Library *library, const char *soname, const char *const names[], size_t count, void *functions) {
  void *handle = dlopen(soname, RTLD_LAZY | RTLD_LOCAL);
  if (!handle) {
    snprintf(library->missing, sizeof library->missing, "%s", dlerror());
    return;
  }
  for (size_t i = 0; i < count; i++) {
    void *function = dlsym(handle, names[i]);
    if (!function) snprintf(library->missing, sizeof library->missing, "%s: no %s", soname, names[i]);
    memcpy((char *)functions + i * sizeof function, &function, sizeof function);
  }
}

bool library_load(Library *library, const char *soname, const char *const names[], size_t count, void *functions,
                  const char **why) {
  pthread_mutex_lock(&library->lock);
  if (!library->tried) look_up(library, soname, names, count, functions);
  library->tried = true;
  pthread_mutex_unlock(&library->lock);
  *why = library->missing;
  return !library->missing[0];
}
