/* installed.c: see installed.h. */
#include "installed.h"
#include "buffer.h"
#include "text/message.h"
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the program; NULL where that is not known. The caller frees. */
static char *program_folder(void) {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0 || (size_t)length == sizeof path) return NULL;
  const char *slash = memrchr(path, '/', (size_t)length);
  return slash ? string_format("%.*s", (int)(slash - path), path) : NULL;
}

char *installed_share(const char *name) {
  char *folder = program_folder();
  char *path = folder ? string_format("%s/../share/%s", folder, name) : NULL;
  free(folder);
  return path;
}

#ifdef HAVE_LIBINTL
/* The name of the locale that messages are wanted in, as setlocale takes it from the environment. */
static const char *wanted_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "C";
}

/* A fresh machine often names a locale in LANG that it has not made. Messages need nothing of it but its name. */
static void choose_language(void) {
  const char *wanted = wanted_locale(), *chosen = getenv("LANGUAGE");
  if (setlocale(LC_MESSAGES, "") || !setlocale(LC_MESSAGES, "C.UTF-8") || (chosen && *chosen)) return;
  char *language = string_format("%.*s", (int)strcspn(wanted, ".@"), wanted);
  setenv("LANGUAGE", language, 1);
  free(language);
}

void installed_messages(void) {
  setlocale(LC_CTYPE, "C.UTF-8");
  choose_language();
  char *folder = program_folder();
  char *catalogues = folder ? string_format("%s/locale", folder) : NULL; /* beside a program that is not installed */
  if (catalogues && access(catalogues, R_OK) != 0) {
    free(catalogues);
    catalogues = installed_share("locale");
  }
  if (catalogues) bindtextdomain("yanhu", catalogues);
  bind_textdomain_codeset("yanhu", "UTF-8");
  free(catalogues);
  free(folder);
}
#else
void installed_messages(void) {
  setlocale(LC_CTYPE, "C.UTF-8");
}
#endif
