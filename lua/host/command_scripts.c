/* command_scripts.c: see command_scripts.h. */
#include "command_scripts.h"
#include "diagnostic.h"
#include "text/arena.h"
#include <stdlib.h>
#include <string.h>

void scripts_free(Script **scripts) {
  for (Script **script = scripts; script && *script; script++) script_free(*script);
  free(scripts);
}

static bool check_arguments(const Options *options) {
  for (size_t i = 0; i < options->argument_count; i++) {
    if (options->arguments[i].used) continue;
    diagnostic_say(_("yanhu help SCRIPT lists its arguments"), _("no script takes an argument `%s`"),
                   options->arguments[i].name);
    return false;
  }
  return true;
}

Script **scripts_take(Options *options, char *names, ExitCode *code) {
  size_t count = 0;
  Script **scripts = memory_resize(NULL, 1, sizeof *scripts);
  scripts[0] = NULL;
  bool good = true;
  for (char *next, *name = names; good && name; name = next) {
    next = strchr(name, ',');
    if (next) *next++ = '\0';
    Script *script = script_find(name);
    for (size_t i = 0; script && i < count; i++)
      if (strcmp(scripts[i]->name, script->name) == 0) {
        diagnostic_say(NULL, _("script `%s` is named twice"), script->name);
        script_free(script);
        script = NULL;
      }
    good = script != NULL;
    *code = EXIT_USAGE;
    scripts = memory_resize(scripts, count + 2, sizeof *scripts);
    if (good) scripts[count++] = script;
    scripts[count] = NULL;
  }
  for (size_t i = 0; good && i < count; i++) {
    good = script_prepare(scripts[i], &options->limits, options->trust, options->arguments, options->argument_count);
    if (!good) *code = scripts[i]->misused ? EXIT_USAGE : EXIT_SCRIPT;
  }
  if (good && !check_arguments(options)) {
    *code = EXIT_USAGE;
    good = false;
  }
  if (good) return scripts;
  scripts_free(scripts);
  return NULL;
}

char *scripts_of_category(const Options *options) {
  Buffer names = {0};
  Script **list = script_list();
  for (Script **script = list; *script; script++)
    if (script_describe(*script, &options->limits) && script_has_category(*script, options->category)) {
      if (names.length) buffer_string(&names, ",");
      buffer_string(&names, (*script)->name);
    }
  script_list_free(list);
  if (!names.length)
    diagnostic_say(_("yanhu help SCRIPT names its categories"), _("no script is of the category `%s`"), options->category);
  return names.data;
}
