/* poppler_load.c: see poppler_load.h. */
#ifdef HAVE_POPPLER
#include "poppler_load.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static Poppler poppler;
static char missing[200]; /* "" once all is there */

static void load(void) {
  void *library = dlopen(POPPLER_SONAME, RTLD_LAZY | RTLD_LOCAL);
  if (!library) {
    snprintf(missing, sizeof missing, "%s", dlerror());
    return;
  }
#define F(name)                                                                                                        \
  if (!(*(void **)&poppler.name = dlsym(library, #name)))                                                              \
    snprintf(missing, sizeof missing, POPPLER_SONAME ": no " #name);
  POPPLER_FUNCTIONS(F)
#undef F
}

const Poppler *poppler_load(const char **why) {
  pthread_once(&once, load);
  *why = missing;
  return missing[0] ? NULL : &poppler;
}
#else
typedef int PopplerIsLeftOut; /* ISO C wants something in a file */
#endif
