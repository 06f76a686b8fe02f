/* store.h: what scripts made of reports in earlier runs, kept by all that it depends on. A database that several
 * threads and several runs may use at once: what is to be kept waits in memory and is written in short transactions; a
 * lock of somebody else is waited out. Without the library sqlite3 no store can be opened. */
#ifndef YANHU_STORE_H
#define YANHU_STORE_H

#include "hash.h"
#include "part.h"

typedef struct Store Store;

/* An entry stands for a report, a script and its arguments. It holds for as long as code and content are the same, and
 * is replaced when they are not: old versions do not pile up. */
typedef struct StoreKey {
  const char *path; /* of the input; with `#7` behind it for the seventh row of a table */
  const Setup *setup;
  char content[HASH_SIZE];
} StoreKey;

/* Makes the file where there is none. NULL, with a diagnostic printed, where it is no store or cannot be used. */
Store *store_open(const char *path);
/* Fills the part; false, and the part untouched, where there is none, or a module that it used is another now. */
bool store_get(Store *store, const StoreKey *key, Part *part);
/* Keeps a copy. A failure is told once, and ends the keeping, not the run. */
void store_put(Store *store, const StoreKey *key, const Part *part);
/* Writes what waits, and drops what no run has used for half a year. NULL is fine. */
void store_close(Store *store);

enum { STORE_DAYS = 180 };
/* Drops what was not used in the last `days`, and gives the room back to the disk; -1 with a diagnostic printed. */
long store_prune(Store *store, long days);
/* Prints what is in it, a line for each script and its arguments; false with a diagnostic printed. */
bool store_list(Store *store);

#endif
