/* store.h: results of earlier runs, kept by what they depend on: the input's content, the script, its arguments and
 * this program. A database that several threads may use; what was committed survives a kill. Without the library
 * sqlite3 no store can be opened. */
#ifndef YANHU_STORE_H
#define YANHU_STORE_H

#include "buffer.h"
#include <stdbool.h>

typedef struct Store Store;

/* NULL, with a diagnostic printed, where the file is no store, is locked for long, or cannot be made. */
Store *store_open(const char *path);
/* The kept result of an input (its path) for a setup (hash of script and arguments), where the content is still the
 * same. Appends to `out`. */
bool store_get(Store *store, const char *path, const char *setup, const char *content, Buffer *out);
/* Keeps a result in place of what was there. A failure is told once, and ends the keeping, not the run. */
void store_put(Store *store, const char *path, const char *setup, const char *content, const char *bytes,
               size_t length);
void store_close(Store *store); /* commits; NULL is fine */

#endif
