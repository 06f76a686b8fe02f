/* main.c: the command line. Each command has a file of its own in lua/host. */
#include "host/command.h"
#include "host/embed.h"
#include "host/installed.h"
#include "host/sink.h"
#include "host/version.h"
#include "yanhu.h"
#include <stdlib.h>
#include <string.h>

static ExitCode dispatch(Options *options) {
  if (options->version) return version_print();
  if (options->help || !options->command) {
    options_print_help(options->command);
    return options->help ? EXIT_WELL : EXIT_USAGE;
  }
  if (strcmp(options->command, "run") == 0) return command_run(options);
  if (strcmp(options->command, "merge") == 0) return command_merge(options);
  if (strcmp(options->command, "store") == 0) return command_store(options);
  if (strcmp(options->command, "check") == 0) return command_check(options);
  if (strcmp(options->command, "repl") == 0) return command_repl(options);
  if (strcmp(options->command, "list") == 0) return command_list(options);
  if (strcmp(options->command, "help") == 0) return command_help(options);
  return command_lua(options);
}

int main(int argc, char **argv) {
  installed_messages();
  sink_watch_signals();
  Options options;
  if (!options_parse(&options, argc, argv)) {
    options_free(&options);
    return EXIT_USAGE;
  }
  embed_override = options.lua_dir ? options.lua_dir : getenv("YANHU_LUA_DIR");
  const ExitCode code = dispatch(&options);
  options_free(&options);
  return (int)code;
}
