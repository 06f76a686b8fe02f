/* library.h: shared libraries that are loaded when one of their functions is first wanted. Linked the usual way, those
 * of the readers and writers, with all that they need themselves, would cost each start of the program more than its
 * own work.
 *
 *     #define FUNCTIONS(F) F(archive_read_new) F(archive_read_free)
 *     LIBRARY(Archive, archive_load, ARCHIVE_SONAME, FUNCTIONS)
 *
 * makes `const Archive *archive_load(const char **why)`: the functions (or variables: pointers to them) as fields of a
 * struct that lives as long as the program. NULL where the library is not installed any more; *why then says what is
 * missing. Any thread. */
#ifndef YANHU_LIBRARY_H
#define YANHU_LIBRARY_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define LIBRARY_FIELD(name) __typeof__(name) *name;
#define LIBRARY_NAME(name) #name,

#define LIBRARY_TYPE(Type, FUNCTIONS)                                                                                  \
  typedef struct Type {                                                                                                \
    FUNCTIONS(LIBRARY_FIELD)                                                                                           \
  } Type
#define LIBRARY_LOAD(Type, load, SONAME, FUNCTIONS)                                                                    \
  const Type *load(const char **why) {                                                                                 \
    static const char *const names[] = {FUNCTIONS(LIBRARY_NAME)};                                                      \
    static Type functions;                                                                                             \
    static Library library = {PTHREAD_MUTEX_INITIALIZER, false, ""};                                                   \
    return library_load(&library, SONAME, names, sizeof names / sizeof *names, &functions, why) ? &functions : NULL;   \
  }
#define LIBRARY(Type, load, SONAME, FUNCTIONS)                                                                         \
  LIBRARY_TYPE(Type, FUNCTIONS);                                                                                       \
  static LIBRARY_LOAD(Type, load, SONAME, FUNCTIONS)

typedef struct Library {
  pthread_mutex_t lock;
  bool tried;
  char missing[200]; /* "" once all is there */
} Library;

/* Fills `functions`, pointers in the order of the names, at the first call. Is all there? */
bool library_load(Library *library, const char *soname, const char *const names[], size_t count, void *functions,
                  const char **why);

#endif
