/* script_error.h: messages about a script, through the printer of diagnostics. */
#ifndef YANHU_SCRIPT_ERROR_H
#define YANHU_SCRIPT_ERROR_H

#include "diagnostic.h"
#include "script.h"

/* Prints the message of a failed call, with the report's path where one was at hand. */
void script_print_error(const Script *script, const char *message, const char *report);

/* Says what is wrong with the given arguments: the caller's fault, so no line of the script is shown. */
void script_print_misuse(Script *script, const char *message);

/* Prints the error value on top of the stack: a message, or the { message, field } or { message, line, column,
 * length } of declaration.lua. Notes in script->misused whose fault it is. */
void script_print_load_error(Script *script, lua_State *L);

/* Says that the file is a module. */
void script_print_is_module(const Script *script);

/* Prints a finding about the script: its message and hint, at its line and column; without a line where `field` is
 * declared, without a column `word` is underlined. Each may be none. */
void script_print_finding(const Script *script, Diagnostic finding, const char *field, const char *word);

/* The line of the source where the field is set, and its column; 0 where it is not found. */
uint32_t script_find_field(const char *source, const char *field, uint32_t *column);

#endif
