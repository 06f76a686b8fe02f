/* command.h: the commands, a function each: what stands behind their name on the command line → exit code. */
#ifndef YANHU_COMMAND_H
#define YANHU_COMMAND_H

#include "exit_code.h"
#include "options.h"

ExitCode command_run(Options *options);
ExitCode command_merge(Options *options);
ExitCode command_store(Options *options);
ExitCode command_check(Options *options);
ExitCode command_repl(Options *options);
ExitCode command_list(Options *options);
ExitCode command_help(Options *options);
/* A command that is a Lua module: yanhu.command.NAME, a function of the list of words → exit code. It may open files.
 */
ExitCode command_lua(Options *options);

#endif
