/* command_store.c: yanhu store FILE: what a store holds, and making it smaller. */
#include "command.h"
#include "diagnostic.h"
#include "store.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

ExitCode command_store(Options *options) {
  if (options->word_count != 1) {
    diagnostic_say(_("for example: yanhu store results.db"), _("one file is to be named"));
    return EXIT_USAGE;
  }
  const char *path = options->words[0];
  if (access(path, F_OK) != 0) { /* none is made here */
    diagnostic_print(&(Diagnostic){.file = path, .message = strerror(errno)});
    return EXIT_USAGE;
  }
  Store *store = store_open(path);
  if (!store) return EXIT_USAGE;
  bool good = true;
  if (options->prune) {
    const long dropped = store_prune(store, options->prune);
    good = dropped >= 0;
    if (good) printf(_("%ld results dropped\n"), dropped);
  }
  good = good && store_list(store);
  store_close(store);
  return good ? EXIT_WELL : EXIT_USAGE;
}
