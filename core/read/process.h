/* process.h: runs another program, without a shell and not for ever, and takes what it prints. */
#ifndef YANHU_PROCESS_H
#define YANHU_PROCESS_H

#include "../text/error.h"
#include "../text/buffer.h"

/* Runs argv[0] (looked for in PATH) with nothing on its standard input and appends its standard output to *out. It and
 * its children are killed after `seconds`, or when they print more than `limit` bytes. false and *error where it
 * could not be started, was killed or failed. */
bool process_run(char *const argv[], unsigned seconds, size_t limit, Buffer *out, YhError *error);

/* Whether PATH has a program of this name. */
bool process_exists(const char *name);

#endif
