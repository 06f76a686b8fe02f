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

static bool check_arguments(const Options *options, Script *const *scripts) {
  for (size_t i = 0; i < options->argument_count; i++) {
    if (options->arguments[i].used) continue;
    char *hint = string_format(_("yanhu help %s lists its arguments"), (*scripts)->name);
    diagnostic_say(hint, _("no script takes an argument `%s`"), options->arguments[i].name);
    free(hint);
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
  if (good && !check_arguments(options, scripts)) {
    *code = EXIT_USAGE;
    good = false;
  }
  if (good) return scripts;
  scripts_free(scripts);
  return NULL;
}

/* Adds to `a, b` what it has not of `,b,c,`. */
static void add_categories(Buffer *known, const char *categories) {
  for (const char *name = categories + strspn(categories, ","); *name;) {
    const size_t length = strcspn(name, ",");
    bool there = false;
    for (const char *at = known->data; at && *at && !there;) {
      const size_t one = strcspn(at, ",");
      there = one == length && strncmp(at, name, length) == 0;
      at += one + strspn(at + one, ", ");
    }
    if (!there) buffer_format(known, "%s%.*s", known->length ? ", " : "", (int)length, name);
    name += length + strspn(name + length, ",");
  }
}

char *scripts_of_category(const Options *options) {
  Buffer names = {0}, known = {0};
  Script **list = script_list();
  for (Script **script = list; *script; script++) {
    if (!script_describe(*script, &options->limits)) continue;
    add_categories(&known, (*script)->categories);
    if (!script_has_category(*script, options->category)) continue;
    if (names.length) buffer_string(&names, ",");
    buffer_string(&names, (*script)->name);
  }
  script_list_free(list);
  if (!names.length) {
    char *hint = string_format(_("there are %s"), known.data ? known.data : "");
    diagnostic_say(hint, _("no script is of the category `%s`"), options->category);
    free(hint);
  }
  buffer_free(&known);
  return names.data;
}
