/* options.h: the command line. Strings point into argv. */
#ifndef YANHU_OPTIONS_H
#define YANHU_OPTIONS_H

#include "script.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct Options {
  const char *command;
  char **words; /* what is no option, in order; ends with NULL */
  size_t word_count;
  const char *format, *output, *columns, *lua_dir, *meta, *where, *manifest, *store, *category, *shard;
  ScriptArgument *arguments; /* -a name=value */
  size_t argument_count;
  int jobs;    /* 0: as many as there are cores */
  long sample; /* 0: all */
  long prune;  /* days; 0: nothing */
  Limits limits;
  bool trust, noise, excel, dry_run, quiet, help, version;
} Options;

/* Reads argv; prints a diagnostic and returns false where it is wrong. The caller frees with options_free. */
bool options_parse(Options *options, int argc, char **argv);
void options_free(Options *options);
bool options_is_command(const char *name);
void options_print_help(const char *command); /* NULL: of the program */

#endif
