/* exit_code.h: what the program's exit code says. The worst thing that happened wins, except that a wrong
 * command line stops everything before it starts. */
#ifndef YANHU_EXIT_CODE_H
#define YANHU_EXIT_CODE_H

typedef enum ExitCode {
  EXIT_WELL = 0,   /* all well */
  EXIT_FOUND = 1,  /* a checking script found something */
  EXIT_REPORT = 2, /* some reports could not be read; the others are done */
  EXIT_SCRIPT = 3, /* a script is wrong or failed */
  EXIT_USAGE = 4,  /* the command line is wrong, or the result cannot be written */
} ExitCode;

#endif
