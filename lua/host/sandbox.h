/* sandbox.h: which libraries a script sees, and the guarded versions of those of their functions that could swallow a
 * limit's error or work long without the Lua machine counting. */
#ifndef YANHU_SANDBOX_H
#define YANHU_SANDBOX_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>

/* Fills the globals of a new state; state_of(L)->trusted opens every library. May raise. */
void sandbox_open(lua_State *L);

/* A lua_CFunction for the message at 1: adds the calling lines and the sentence that the script had in hand. */
int sandbox_explain(lua_State *L);

/* Pushes the chunk that the module's name stands for, or a message; false where there is none. `yanhu.…` is found in
 * the override folder or the program itself, everything else beside the script. A name that ends in .css, .html, .js or
 * .svg, and is no Lua module, stands for a function that gives that file's text. */
bool module_load(lua_State *L, const char *name);
int module_require(lua_State *L); /* the sandbox's `require` */

/* Puts the guarded functions into the string library on the stack. */
void guard_string(lua_State *L);
extern const luaL_Reg string_matchers[]; /* find, match, gmatch, gsub that count their work (lstrmatch.c) */
/* The same for table (guard_table.c). */
void guard_table(lua_State *L);

#endif
