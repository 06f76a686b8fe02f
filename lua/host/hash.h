/* hash.h: SHA-1 of what a result depends on, as 40 hexadecimal digits. For telling contents apart, not for security. */
#ifndef YANHU_HASH_H
#define YANHU_HASH_H

#include "script.h"

enum { HASH_SIZE = 41 };

void hash_bytes(const char *bytes, size_t length, char out[HASH_SIZE]);
/* Of a file's content; false where it cannot be read. */
bool hash_file(const char *path, char out[HASH_SIZE]);
/* Of a report that was taken but not read yet: of a file the same as hash_file. */
void hash_raw(const YhRaw *raw, char out[HASH_SIZE]);

/* What a script's rows depend on besides the report. */
typedef struct Setup {
  const char *script;   /* its path; not owned */
  char *arguments;      /* as JSON, or its hash where it is long, and --where */
  char code[HASH_SIZE]; /* of the script's text, the modules of its top and this program */
} Setup;

void setup_make(Setup *setup, const Script *script, const char *where);

#endif
