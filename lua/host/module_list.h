/* module_list.h: the modules that a script loaded, as a result depends on them: a line each, its path and the hash of
 * its bytes, or `-` for one that was looked for and not there. */
#ifndef YANHU_MODULE_LIST_H
#define YANHU_MODULE_LIST_H

#include "hash.h"

/* The line at `lines`, cut in two; gives the lines behind it. NULL at the end, or where lines is NULL. */
const char *module_list_next(const char *lines, const char **path, size_t *path_length, char hash[HASH_SIZE]);
/* Adds the lines that are not there yet; the caller frees. */
void module_list_add(Buffer *list, const char *lines);
/* The lines of `all` that are not among `known`, NULL for none. */
char *module_list_beyond(const char *all, const char *known);
/* Whether the modules are still what they were. */
bool module_list_unchanged(const char *lines);

#endif
