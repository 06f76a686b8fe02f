/* state.c: the sandbox's limits. How each door is shut:
 *  - memory: Lua's allocator is ours and refuses what goes beyond; the refusal is remembered, so that a pcall around
 *    it raises again;
 *  - instructions and time: a count hook, which coroutines inherit. Once a limit is reached every further hook raises.
 *    The hook makes the Lua machine a fifth slower, so it is set only when a call has lasted PATIENCE seconds, makes a
 *    coroutine, or is to be counted from its start because its limit is a small one;
 *  - patterns: PCRE2 counts; a search that reached its limit is as the script's own;
 *  - swallowing: pcall, xpcall, load and the coroutine library are wrapped in sandbox.c and raise again;
 *  - C functions that loop: guard_string.c, lstrmatch.c and guard_table.c charge for their work. */
#include "state.h"
#include "bridge/bridge.h"
#include "clock.h"
#include "embed.h"
#include "pool.h"
#include "sandbox.h"
#include "text/message.h"
#include "watchdog.h"
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  HOOK_STEP = 1000,         /* instructions between two looks at the clock: some 5 µs */
  RESERVE = 1 << 20,        /* what a state may use beyond its limit to report that it was reached */
  LARGE_REQUEST = 64 << 10, /* a request of this size looks at the clock: it may be one of many in C */
};

#define PATIENCE 0.05          /* seconds */
#define COUNTED_FROM_START 1e9 /* instructions: more than can be done in PATIENCE */

static void *allocate(void *user, void *block, size_t old, size_t size) {
  State *state = user;
  if (!block) { /* mostly a small thing, where one was dropped before */
    void *again = size && !state->refused && state->used + size <= state->limits.memory ? pool_again(state->pool, size) : NULL;
    if (again) {
      state->used += size;
      return again;
    }
    old = 0;
  }
  if (size == 0) {
    pool_release(state->pool, block, old);
    state->used -= old;
    return NULL;
  }
  if (size > old) {
    const size_t limit = state->limits.memory + (state->tripped ? RESERVE : 0);
    const bool late = size - old >= LARGE_REQUEST && state->deadline > 0 && clock_seconds() > state->deadline;
    if (late && !state->tripped) state->tripped = TRIPPED_TIME;
    if (late || size - old > limit || state->used > limit - (size - old)) {
      if (size > state->refused) state->refused = size;
      return NULL;
    }
  }
  void *moved = pool_resize(state->pool, block, old, size);
  if (!moved) {
    if (size > old && size > state->refused) state->refused = size;
    return size <= old ? block : NULL; /* Lua expects that shrinking never fails */
  }
  state->used += size - old;
  if (state->refused && size >= state->refused) state->refused = 0; /* the collector made room */
  return moved;
}

State *state_of(lua_State *L) {
  void *user;
  lua_getallocf(L, &user);
  return user;
}

static void trip(State *state, lua_State *L, Tripped why) {
  if (state->tripped) return;
  state->tripped = why;
  lua_Debug frame;
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0) continue;
    snprintf(state->where, sizeof state->where, "%s:%d", frame.short_src, frame.currentline);
    break;
  }
}

static void look(State *state, lua_State *L) {
  if (state->steps > state->limits.instructions) trip(state, L, TRIPPED_INSTRUCTIONS);
  else if (state->deadline > 0 && clock_seconds() > state->deadline) trip(state, L, TRIPPED_TIME);
}

static void hook(lua_State *L, lua_Debug *frame) {
  (void)frame;
  State *state = state_of(L);
  state->steps += HOOK_STEP;
  if (!state->tripped) look(state, L);
  if (state->tripped) {
    lua_sethook(L, hook, LUA_MASKCOUNT, 1); /* nothing more runs here: no handler, no __close */
    luaL_error(L, "%s", state_limit_message(state));
  }
}

void state_charge(lua_State *L, uint64_t steps) {
  State *state = state_of(L);
  state->steps += steps;
  if (!state->tripped) look(state, L);
  if (state->tripped) luaL_error(L, "%s", state_limit_message(state));
}

void state_raise_again(lua_State *L) {
  State *state = state_of(L);
  if (!state->tripped && state->refused) trip(state, L, TRIPPED_MEMORY);
  if (state->tripped) luaL_error(L, "%s", state_limit_message(state));
}

static bool interrupted(void *user) {
  State *state = user;
  if (!state->tripped && state->deadline > 0 && clock_seconds() > state->deadline) trip(state, state->L, TRIPPED_TIME);
  return state->tripped != NOT_TRIPPED;
}

static void pattern_reached(void *user, const char *message) {
  State *state = user;
  if (state->trusted || state->tripped) return;
  snprintf(state->pattern, sizeof state->pattern, "%s", message);
  trip(state, state->L, TRIPPED_PATTERN);
}

const char *state_limit_message(State *state) {
  static _Thread_local char message[128];
  switch (state->tripped) {
  case TRIPPED_MEMORY:
    snprintf(message, sizeof message, _("memory limit of %zu MiB reached"), state->limits.memory >> 20);
    return message;
  case TRIPPED_INSTRUCTIONS:
    snprintf(message, sizeof message, _("instruction limit of %.0f million reached"),
             (double)state->limits.instructions / 1e6);
    return message;
  case TRIPPED_TIME:
    snprintf(message, sizeof message, _("time limit of %g s reached"), state->budget);
    return message;
  case TRIPPED_PATTERN:
    return state->pattern;
  default:
    return NULL;
  }
}

static int open_all(lua_State *L) {
  sandbox_open(L);
  return 0;
}

State *state_new(const Limits *limits, bool trusted) {
  State *state = calloc(1, sizeof *state);
  if (state) {
    if (limits) state->limits = *limits;
    if (!state->limits.memory) state->limits.memory = (size_t)512 << 20;
    if (!state->limits.instructions) state->limits.instructions = 20000000000u;
    if (state->limits.seconds <= 0) state->limits.seconds = 60;
    if (trusted) {
      state->limits.memory = SIZE_MAX / 4;
      state->limits.instructions = UINT64_MAX;
      state->limits.seconds = 1e12;
    }
    state->trusted = trusted;
    state->pool = pool_new();
    state->L = state->pool ? lua_newstate(allocate, state) : NULL;
  }
  if (!state || !state->L) {
    fputs(_("yanhu: out of memory\n"), stderr);
    exit(3);
  }
  lua_pushcfunction(state->L, open_all);
  if (lua_pcall(state->L, 0, 0, 0) != LUA_OK) {
    fprintf(stderr, _("yanhu: cannot make a Lua state: %s\n"), lua_tostring(state->L, -1));
    exit(3);
  }
  const BridgeLimits bridge = {.pattern_match = state->limits.pattern,
                               .pattern_depth = state->limits.depth,
                               .pattern_heap = state->limits.heap,
                               .interrupted = interrupted,
                               .reached = pattern_reached,
                               .argument = state};
  lua_gc(state->L, LUA_GCGEN, 50, 300); /* nearly all things die young, and what was theirs is still in the cache */
  bridge_set_limits(state->L, &bridge);
  bridge_set_frozen(state->L, embed_override ? NULL : frozen_lists); /* other Lua files may have other words */
  state_arm(state, 0);
  return state;
}

void state_free(State *state) {
  if (!state) return;
  state->deadline = 0;
  state->tripped = NOT_TRIPPED;
  lua_close(state->L);
  pool_free(state->pool);
  buffer_free(&state->modules);
  buffer_free(&state->printed);
  free(state);
}

void state_arm(State *state, size_t bytes) {
  state->steps = 0;
  state->refused = 0;
  buffer_clear(&state->printed);
  state->budget = state->limits.seconds + (double)bytes / 1e5 * (state->limits.seconds / 60);
  state->deadline = clock_seconds() + state->budget;
}

/* The message handler: adds the script's lines to a message, and what a limit's own message is. */
static int explain(lua_State *L) {
  State *state = state_of(L);
  if (state->tripped) return 1;
  if (lua_type(L, 1) != LUA_TSTRING) {
    const char *text = luaL_getmetafield(L, 1, "__tostring") ? NULL : lua_tostring(L, 1);
    if (!text) lua_pushfstring(L, _("(an error that is a %s)"), luaL_typename(L, 1));
    lua_replace(L, 1);
    lua_settop(L, 1);
  }
  return sandbox_explain(L);
}

void state_watch(State *state) {
  if (!state->trusted && !lua_gethook(state->L)) lua_sethook(state->L, hook, LUA_MASKCOUNT, HOOK_STEP);
}

static void wake(void *state) {
  state_watch(state);
} /* in a signal handler, as lua.c does with Ctrl-C */

static void watch_begin(State *state) {
  lua_sethook(state->L, NULL, 0, 0);
  if (state->trusted) return;
  if ((double)state->limits.instructions < COUNTED_FROM_START || state->budget <= PATIENCE ||
      !watchdog_start(PATIENCE, wake, state))
    state_watch(state);
}

int state_call(State *state, int arguments, int results) {
  lua_State *L = state->L;
  const int base = lua_gettop(L) - arguments;
  lua_pushcfunction(L, explain);
  lua_insert(L, base);
  watch_begin(state);
  const int status = lua_pcall(L, arguments, results, base);
  watchdog_stop();
  if (status != LUA_OK) {
    if (!state->tripped && (status == LUA_ERRMEM || state->refused)) trip(state, L, TRIPPED_MEMORY);
    if (state->tripped) {
      lua_pop(L, 1);
      if (state->where[0]) lua_pushfstring(L, "%s: %s", state->where, state_limit_message(state));
      else lua_pushstring(L, state_limit_message(state));
    }
  }
  lua_remove(L, base);
  return status;
}
