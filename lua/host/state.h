/* state.h: a Lua state for somebody else's script: an allow-list of libraries, and limits on memory, instructions and
 * time that a script can neither lift nor swallow. A State owns its lua_State; one thread uses it at a time. */
#ifndef YANHU_STATE_H
#define YANHU_STATE_H

#include "buffer.h"
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Limits {
  size_t memory;                 /* bytes of Lua's heap; 0: 512 MiB */
  uint64_t instructions;         /* of the Lua machine, for one call of a script; 0: 20 thousand million */
  double seconds;                /* of wall time, for one call of a script; 0: 60 */
  size_t rows;                   /* bytes of a script's rows that wait in memory, the others on disk; 0: 64 MiB */
  uint32_t pattern, depth, heap; /* of one search of a pattern, as BridgeLimits has them; 0: as there */
} Limits;

typedef enum Tripped { NOT_TRIPPED = 0, TRIPPED_MEMORY, TRIPPED_INSTRUCTIONS, TRIPPED_TIME, TRIPPED_PATTERN } Tripped;

typedef struct State {
  lua_State *L;
  Limits limits;
  bool trusted;
  struct Pool *pool;    /* of its small blocks */
  size_t used, refused; /* bytes in use; size of the last request that was refused, 0 once one as large was granted */
  uint64_t steps;
  double deadline, budget;
  Tripped tripped;
  char pattern[480];  /* what a pattern said that reached a limit */
  char where[160];    /* "file:line" of the script when a limit was reached */
  const char *folder; /* of the script, for its own modules; NULL for none; not owned */
  Buffer modules;     /* that were loaded, as module_list.h says */
  Buffer printed;     /* what the script printed since the state was armed */
} State;

/* A state with the sandbox's libraries and `yanhu`. Ends the program where there is no memory for one. */
State *state_new(const Limits *limits, bool trusted);
void state_free(State *state);
State *state_of(lua_State *L);

/* Sets the counters back before a call. bytes: the size of the report, which lengthens the time. */
void state_arm(State *state, size_t bytes);

/* Calls the function below its `arguments` on the stack, as lua_pcall; results, or one message on the stack. The
 * message names the limit where one was reached, and ends with the traceback of the script's own lines. */
int state_call(State *state, int arguments, int results);

/* From now on until the call ends its instructions are counted: before a coroutine is made, which inherits that. */
void state_watch(State *state);

/* Raises again where a limit was reached: what a wrapper of pcall does with an error. */
void state_raise_again(lua_State *L);

/* Counts work done inside C as instructions; raises where a limit is reached. */
void state_charge(lua_State *L, uint64_t steps);

/* "memory limit of 512 MiB reached", …; NULL where none was. Static or inside the state. */
const char *state_limit_message(State *state);

#endif
