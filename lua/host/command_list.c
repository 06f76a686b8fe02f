/* command_list.c: yanhu list, yanhu help SCRIPT: what scripts say of themselves. */
#include "command.h"
#include "diagnostic.h"
#include "script_error.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

ExitCode command_list(Options *options) {
  ExitCode code = EXIT_WELL;
  Script **list = script_list();
  for (Script **item = list; *item; item++) {
    Script *script = *item;
    if (!script_describe(script, &options->limits)) {
      if (!script->is_module) code = EXIT_SCRIPT;
      continue;
    }
    if (options->category && !script_has_category(script, options->category)) continue;
    const int width = (int)display_width(script->name, strlen(script->name));
    printf("%s%*s %-9s  %s\n", script->name, width < 14 ? 14 - width : 1, "", origin_name(script->origin),
           *script->summary ? _(script->summary) : "");
  }
  script_list_free(list);
  return code;
}

ExitCode command_help(Options *options) {
  if (!options->word_count) {
    options_print_help(NULL);
    return EXIT_WELL;
  }
  if (options_is_command(options->words[0])) {
    options_print_help(options->words[0]);
    return EXIT_WELL;
  }
  Script *script = script_find(options->words[0]);
  if (!script) return EXIT_USAGE;
  const bool good = script_describe(script, &options->limits);
  if (good) fputs(script->help, stdout);
  else if (script->is_module) script_print_is_module(script);
  script_free(script);
  return good ? EXIT_WELL : EXIT_SCRIPT;
}
