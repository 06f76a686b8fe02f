/* script.h: a script: where it was found, what it declares, and how it is called. A Script is shared by all threads
 * and not changed once script_prepare has succeeded; each State has its own copy of its functions. */
#ifndef YANHU_SCRIPT_H
#define YANHU_SCRIPT_H

#include "spool.h"
#include "state.h"
#include "yanhu.h"

typedef enum Origin {
  ORIGIN_BUNDLED,
  ORIGIN_LUA_DIR,
  ORIGIN_INSTALLED,
  ORIGIN_USER,
  ORIGIN_FOLDER,
  ORIGIN_PATH
} Origin;

typedef struct Script {
  char *name;   /* `targets` */
  char *path;   /* as messages name it */
  char *folder; /* of its own modules; NULL for a bundled one */
  char *source;
  size_t length;
  Origin origin;
  /* from here on: after script_prepare */
  char **columns;       /* declared names, ends with NULL; NULL where it declares none */
  char *model;          /* the columns as JSON, for the table model: [{"name":…,"title":…,"type":…}, …] */
  char *modules;        /* those it loaded at its top, as module_list.h says */
  char *arguments;      /* the arguments as JSON, defaults filled in */
  char *summary, *help; /* one line; the text of `yanhu help` */
  char *categories;     /* joined by commas, with one at each end */
  bool finishes;        /* has a function finish */
  bool is_module;       /* script_describe and script_prepare failed because it is one */
  bool misused;         /* the given arguments are wrong, not the script */
  State *ready;         /* the state it was prepared in, loaded, until somebody takes it */
  char *brief;          /* the columns of a table on a narrow terminal, as JSON; NULL: all */
  char *chart;          /* how -f svg draws its rows, as JSON; NULL: it does not */
  char *document;       /* `html`: finish gives one text of that kind instead of rows; NULL: rows */
} Script;

/* The script of that name (./scripts, the user's, the installed folder, the bundled ones) or path (it has a slash or
 * ends in .lua). NULL, with a diagnostic printed, where there is none. */
Script *script_find(const char *name);
void script_free(Script *script);

/* All scripts that can be called by name, sorted, ending with NULL; a name is taken from the first place that has it.
 */
Script **script_list(void);
void script_list_free(Script **list);
const char *origin_name(Origin origin);

typedef struct ScriptArgument {
  const char *name, *value;
  bool used;
} ScriptArgument;

/* Runs the script's chunk in a state of its own and checks what it declares and the given arguments (`name=value`, for
 * whichever of several scripts declares them; those that it took are marked as used). False with a diagnostic printed.
 */
bool script_prepare(Script *script, const Limits *limits, bool trusted, ScriptArgument *arguments, size_t count);
/* The same without arguments: for list and help, where a required argument is not asked for. */
bool script_describe(Script *script, const Limits *limits);
bool script_has_category(const Script *script, const char *category);

/* Asks a prepared script whose state was not taken yet whether it can work with its arguments: accept(args). False
 * with a diagnostic printed; script->misused tells a wrong argument from a script that failed. */
bool script_accept(Script *script);

/* A state with the script loaded, once after script_prepare; then NULL. The caller owns it. Any thread. */
State *script_take_state(Script *script);

/* Loads a prepared script into a state; afterwards script_report and script_finish call it there. False with the
 * message on the state's stack. */
bool script_load(const Script *script, State *state);

/* Calls report(r, args) and appends its rows to `rows`, one JSON object a line, *count of them. *found is set where
 * the script said so. False with the message on the stack. */
bool script_report(const Script *script, State *state, YhReport *report, Buffer *rows, size_t *count, bool *found);

/* Calls finish(rows, args) with the rows of all reports (JSON lines, as script_report made them) and appends what it
 * returns; of a script with a `document` that is one row {"document": text}. Rows that outgrew memory are read one by
 * one as the script asks for them. False with the message on the stack. */
bool script_finish(const Script *script, State *state, Spool *lines, Buffer *rows, size_t *count, bool *found);

/* Pushes the declarations and the arguments of the script that was loaded into this state. */
void script_push(lua_State *L);

#endif
