/* options.c: one table of commands, one of options; help, checking and suggestions all come from them. */
#include "options.h"
#include "diagnostic.h"
#include "match/nearest.h"
#include "text/arena.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  RUN = 1,
  LIST = 2,
  HELP = 4,
  TREE = 8,
  NEW = 16,
  CHECK = 32,
  REPL = 64,
  MERGE = 128,
  STORE = 256,
  EXPLAIN = 512,
  SCORE = 1024,
  ANY = 2047
};

typedef struct Command {
  const char *name;
  unsigned bit;
  const char *usage, *help;
} Command;

static const Command commands[] = {
    {"run", RUN, N_("run SCRIPT[,SCRIPT…] PATH…"), N_("run scripts over reports, folders or - (standard input)")},
    {"list", LIST, "list", N_("the scripts that can be called by name, and where each comes from")},
    {"help", HELP, N_("help [SCRIPT|COMMAND]"), N_("what a script or a command does")},
    {"tree", TREE, N_("tree REPORT…"), N_("the structure of a report as yanhu reads it")},
    {"new", NEW, N_("new NAME"), N_("write a commented script that runs at once")},
    {"check", CHECK, N_("check SCRIPT [PATH…]"), N_("find what is wrong in a script, run its examples")},
    {"repl", REPL, N_("repl REPORT"), N_("try Lua on a report, line by line")},
    {"merge", MERGE, N_("merge SHARD…"), N_("put the shards of one run together")},
    {"store", STORE, N_("store FILE"),
     N_("what is in the file of --store, script by script; --prune makes it smaller")},
    {"explain", EXPLAIN, N_("explain REPORT:LINE"), N_("how the facts of a sentence were made, and why others were not")},
    {"score", SCORE, N_("score GOLD FACTS"), N_("facts against gold; show=N names N misses, bar=F1 ends with 1 below it")},
    {NULL, 0, NULL, NULL},
};

typedef struct Option {
  const char *name;
  char letter;
  const char *value; /* name of its value; NULL for a switch */
  unsigned commands;
  const char *help;
} Option;

static const Option options_known[] = {
    {"output", 'o', N_("FILE"), RUN | MERGE,
     N_("write there; its suffix chooses the format; it appears when complete")},
    {"format", 'f', N_("FORMAT"), RUN | MERGE, "table json ndjson csv tsv markdown html xlsx sqlite dta svg"},
    {"columns", 'c', N_("NAME,…"), RUN | MERGE, N_("only these columns, in this order")},
    {"arg", 'a', N_("NAME=VALUE"), RUN | CHECK, N_("an argument of the script")},
    {"severity", 0, N_("LEVEL"), RUN, N_("short for -a severity=LEVEL: error, warning or info")},
    {"layout", 0, N_("LAYOUT"), RUN, N_("short for -a layout=LAYOUT: long or wide")},
    {"jobs", 'j', "N", RUN, N_("threads (default: one a core)")},
    {"category", 0, N_("NAME"), RUN | LIST, N_("all scripts of a category in place of SCRIPT")},
    {"sample", 0, "N", RUN, N_("N reports, spread evenly over the input")},
    {"where", 0, N_("NAME=VALUE,…"), RUN, N_("only reports whose variables are these: level=county,year=2025")},
    {"meta", 0, N_("FILE.csv"), RUN | TREE,
     N_("what is known of the reports beforehand: path,region,year,date,speaker,session")},
    {"store", 0, N_("FILE"), RUN, N_("keep results per report there, and do nothing twice")},
    {"prune", 0, N_("DAYS"), STORE, N_("drop what no run has used for so many days")},
    {"shard", 0, "I/N", RUN, N_("only the I-th of N parts of the input, for yanhu merge")},
    {"manifest", 0, N_("FILE"), RUN, N_("write hashes of reports and scripts there")},
    {"dry-run", 0, NULL, RUN, N_("name the reports that would be read, and stop")},
    {"excel", 0, NULL, RUN | MERGE, N_("csv with a byte order mark")},
    {"noise", 0, NULL, TREE, N_("show what was taken out as residue")},
    {"limit", 0, N_("NAME=VALUE,…"), RUN | CHECK | REPL,
     N_("memory=512M,seconds=60,instructions=2e10 for a report, pattern=1e6 for a search, rows=64M in memory")},
    {"trust", 0, NULL, RUN | CHECK | REPL, N_("the script may do what you may: files, programs, no limits")},
    {"quiet", 'q', NULL, RUN | MERGE, N_("no progress")},
    {"lua-dir", 0, N_("FOLDER"), ANY, N_("scripts/ and yanhu/ there stand before the program's own")},
    {"version", 'V', NULL, ANY, N_("the version, and the libraries it was built with")},
    {"help", 'h', NULL, ANY, N_("this text")},
    {NULL, 0, NULL, 0, NULL},
};

static const Command *find_command(const char *name) {
  for (const Command *c = commands; c->name; c++)
    if (strcmp(c->name, name) == 0) return c;
  return NULL;
}

bool options_is_command(const char *name) {
  return find_command(name) != NULL;
}

static const char *near_command(const char *name) {
  const char *names[sizeof commands / sizeof *commands];
  size_t n = 0;
  for (const Command *c = commands; c->name; c++) names[n++] = c->name;
  names[n] = NULL;
  return nearest_of(name, names);
}

static const char *near_option(const char *name) {
  const char *names[sizeof options_known / sizeof *options_known];
  size_t n = 0;
  for (const Option *o = options_known; o->name; o++) names[n++] = o->name;
  names[n] = NULL;
  return nearest_of(name, names);
}

void options_print_help(const char *name) {
  const Command *command = name ? find_command(name) : NULL;
  if (command) printf(_("usage: yanhu %s\n\n%s\n\n"), _(command->usage), _(command->help));
  else {
    fputs(_("yanhu reads Chinese government work reports and runs Lua scripts on them.\n\nusage:\n"), stdout);
    for (const Command *c = commands; c->name; c++) {
      const char *usage = _(c->usage);
      const int width = (int)display_width(usage, strlen(usage));
      printf("  yanhu %s%*s %s\n", usage, width < 30 ? 30 - width : 1, "", _(c->help));
    }
    fputs(_("\noptions:\n"), stdout);
  }
  for (const Option *o = options_known; o->name; o++) {
    if (command && !(o->commands & command->bit)) continue;
    char left[64];
    const char *value = o->value ? _(o->value) : "";
    if (o->letter) snprintf(left, sizeof left, "-%c, --%s %s", o->letter, o->name, value);
    else snprintf(left, sizeof left, "    --%s %s", o->name, value);
    const int width = (int)display_width(left, strlen(left));
    printf("  %s%*s %s\n", left, width < 30 ? 30 - width : 1, "", _(o->help));
  }
}

static bool read_count(const char *name, const char *text, long *out) {
  char *end;
  *out = strtol(text, &end, 10);
  if (*text && !*end && *out > 0) return true;
  diagnostic_say(NULL, _("--%s takes a whole number from 1, not `%s`"), name, text);
  return false;
}

/* False where there is no limit of that name. */
static bool set_limit(Limits *limits, const char *name, size_t length, double value) {
  const struct {
    const char *name;
    size_t *bytes;
    uint64_t *count;
    uint32_t *small, unit;
    double *seconds;
  } known[] = {{.name = "memory", .bytes = &limits->memory},
               {.name = "rows", .bytes = &limits->rows},
               {.name = "seconds", .seconds = &limits->seconds},
               {.name = "instructions", .count = &limits->instructions},
               {.name = "pattern", .small = &limits->pattern, .unit = 1},
               {.name = "depth", .small = &limits->depth, .unit = 1},
               {.name = "heap", .small = &limits->heap, .unit = 1024}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strlen(known[i].name) != length || strncmp(known[i].name, name, length) != 0) continue;
    if (known[i].bytes) *known[i].bytes = (size_t)value;
    if (known[i].count) *known[i].count = (uint64_t)value;
    if (known[i].seconds) *known[i].seconds = value;
    if (known[i].small) {
      value = value / known[i].unit + 0.999; /* never 0, which is the default */
      *known[i].small = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
    }
    return true;
  }
  return false;
}

/* memory=512M,seconds=60,instructions=1e9 */
static bool read_limits(Limits *limits, const char *text) {
  while (*text) {
    const size_t name = strcspn(text, "=,");
    char *end = NULL;
    double value = text[name] == '=' ? strtod(text + name + 1, &end) : 0;
    if (end && (*end == 'K' || *end == 'M' || *end == 'G')) {
      value *= *end == 'K' ? 1024.0 : *end == 'M' ? 1048576.0 : 1073741824.0;
      end++;
    }
    const bool understood = end && (*end == ',' || !*end) && value > 0 && value < 1e18;
    if (!understood || !set_limit(limits, text, name, value)) {
      diagnostic_say(_("for example --limit memory=512M,seconds=60"), _("no limit that is understood: `%s`"), text);
      return false;
    }
    text = *end ? end + 1 : end;
  }
  return true;
}

static bool add_named(Options *options, const char *name, const char *value) {
  options->arguments = memory_resize(options->arguments, options->argument_count + 1, sizeof *options->arguments);
  options->arguments[options->argument_count++] = (ScriptArgument){name, value, false};
  return true;
}

static bool add_argument(Options *options, char *text) {
  char *equals = strchr(text, '=');
  if (!equals || equals == text) {
    diagnostic_say(_("for example -a min=10000"), _("an argument is NAME=VALUE, not `%s`"), text);
    return false;
  }
  *equals = '\0';
  return add_named(options, text, equals + 1);
}

static bool take_option(Options *options, const Option *option, char *value) {
  const char *name = option->name;
  long count;
  if (strcmp(name, "output") == 0) options->output = value;
  else if (strcmp(name, "format") == 0) options->format = value;
  else if (strcmp(name, "arg") == 0) return add_argument(options, value);
  else if (strcmp(name, "severity") == 0 || strcmp(name, "layout") == 0) return add_named(options, name, value);
  else if (strcmp(name, "jobs") == 0) {
    if (!read_count(name, value, &count)) return false;
    options->jobs = count > 256 ? 256 : (int)count;
  } else if (strcmp(name, "sample") == 0) return read_count(name, value, &options->sample);
  else if (strcmp(name, "prune") == 0) return read_count(name, value, &options->prune);
  else if (strcmp(name, "category") == 0) options->category = value;
  else if (strcmp(name, "where") == 0) options->where = value;
  else if (strcmp(name, "meta") == 0) options->meta = value;
  else if (strcmp(name, "store") == 0) options->store = value;
  else if (strcmp(name, "shard") == 0) options->shard = value;
  else if (strcmp(name, "manifest") == 0) options->manifest = value;
  else if (strcmp(name, "lua-dir") == 0) options->lua_dir = value;
  else if (strcmp(name, "limit") == 0) return read_limits(&options->limits, value);
  else if (strcmp(name, "dry-run") == 0) options->dry_run = true;
  else if (strcmp(name, "columns") == 0) options->columns = value;
  else if (strcmp(name, "excel") == 0) options->excel = true;
  else if (strcmp(name, "noise") == 0) options->noise = true;
  else if (strcmp(name, "trust") == 0) options->trust = true;
  else if (strcmp(name, "quiet") == 0) options->quiet = true;
  else if (strcmp(name, "version") == 0) options->version = true;
  else if (strcmp(name, "help") == 0) options->help = true;
  return true;
}

/* The option that argv[*at] names; its value, from behind `=`, behind the letter or from the next word. */
static const Option *read_option(int argc, char **argv, int *at, char **value) {
  char *word = argv[*at];
  const Option *option = options_known;
  *value = NULL;
  if (word[1] == '-') {
    const size_t length = strcspn(word + 2, "=");
    while (option->name && (strncmp(option->name, word + 2, length) != 0 || option->name[length])) option++;
    if (word[2 + length] == '=') *value = word + 3 + length;
  } else {
    while (option->name && option->letter != word[1]) option++;
    if (option->name && word[2]) *value = word[2] == '=' ? word + 3 : word + 2;
  }
  if (!option->name) {
    word[strcspn(word, "=")] = '\0';
    const char *near = word[1] == '-' ? near_option(word + 2) : NULL;
    char hint[80];
    snprintf(hint, sizeof hint, near ? _("did you mean --%s?") : _("yanhu --help lists the options"), near);
    diagnostic_say(hint, _("unknown option `%s`"), word);
    return NULL;
  }
  if (!option->value && *value) {
    diagnostic_say(NULL, _("--%s takes no value"), option->name);
    return NULL;
  }
  if (option->value && !*value && *at + 1 < argc) *value = argv[++*at];
  if (option->value && !*value) {
    diagnostic_say(NULL, _("--%s needs a value: --%s %s"), option->name, option->name, _(option->value));
    return NULL;
  }
  return option;
}

bool options_parse(Options *options, int argc, char **argv) {
  *options = (Options){0};
  options->words = memory_resize(NULL, (size_t)argc + 1, sizeof *options->words);
  options->words[0] = NULL;
  const Command *command = NULL;
  bool plain = false;
  for (int i = 1; i < argc; i++) {
    char *word = argv[i];
    if (!plain && strcmp(word, "--") == 0) {
      plain = true;
      continue;
    }
    if (plain || word[0] != '-' || !word[1]) {
      if (!command) {
        command = find_command(word);
        if (!command) {
          const char *near = near_command(word);
          char hint[80];
          snprintf(hint, sizeof hint, near ? _("did you mean `%s`?") : _("yanhu --help lists the commands"), near);
          diagnostic_say(hint, _("unknown command `%s`"), word);
          return false;
        }
        options->command = command->name;
        continue;
      }
      options->words[options->word_count++] = word;
      options->words[options->word_count] = NULL;
      continue;
    }
    char *value;
    const Option *option = read_option(argc, argv, &i, &value);
    if (!option) return false;
    if (command && !(option->commands & command->bit)) {
      char hint[80];
      snprintf(hint, sizeof hint, _("yanhu %s --help lists its options"), command->name);
      diagnostic_say(hint, _("`%s` has no option --%s"), command->name, option->name);
      return false;
    }
    if (!take_option(options, option, value)) return false;
  }
  return true;
}

void options_free(Options *options) {
  free(options->words);
  free(options->arguments);
}
