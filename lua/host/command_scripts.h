/* command_scripts.h: the scripts that a command line names. */
#ifndef YANHU_COMMAND_SCRIPTS_H
#define YANHU_COMMAND_SCRIPTS_H

#include "exit_code.h"
#include "options.h"

/* The scripts of `a,b,c` (the text is cut up), prepared, ending with NULL; NULL with diagnostics printed. */
Script **scripts_take(Options *options, char *names, ExitCode *code);
/* The names of all scripts of a category, `a,b,c`, in a block that the caller frees; NULL with a diagnostic printed. */
char *scripts_of_category(const Options *options);
void scripts_free(Script **scripts);

#endif
