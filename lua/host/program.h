/* program.h: another program as a filter: text in, text out. It is started without a shell, with nothing open but its
 * standard streams, and is ended when its time is up. */
#ifndef YANHU_PROGRAM_H
#define YANHU_PROGRAM_H

#include "buffer.h"
#include <stdbool.h>
#include <stddef.h>

enum { PROGRAM_OUTPUT_MAX = 64 << 20 };

/* Is there a program of that name in PATH? */
bool program_found(const char *name);

/* Runs argv[0] (looked for in PATH; argv ends with NULL) with `input` on its standard input, and appends what it writes
 * to `output`. False with a message, in a block the caller frees, where it cannot be started, fails, writes too much or
 * takes more than `seconds`. */
bool program_run(char *const argv[], const char *input, size_t length, int seconds, Buffer *output, char **message);

#endif
