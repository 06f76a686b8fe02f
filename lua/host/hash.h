/* hash.h: SHA-1 of what a result depends on, as 40 hexadecimal digits. For telling contents apart, not for security. */
#ifndef YANHU_HASH_H
#define YANHU_HASH_H

#include "script.h"

enum { HASH_SIZE = 41 };

void hash_bytes(const char *bytes, size_t length, char out[HASH_SIZE]);
/* Of a file's content; false where it cannot be read. */
bool hash_file(const char *path, char out[HASH_SIZE]);
/* Of everything but the report that a script's rows depend on: its text and modules, its arguments, this program. */
void hash_script(const Script *script, char out[HASH_SIZE]);

#endif
