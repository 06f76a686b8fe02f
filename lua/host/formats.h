/* formats.h: the formats that a library writes: xlsx, sqlite, dta. Each is a Lua function write(path, tables) behind
 * the table model; what a build lacks is left out. And the program that draws svg. */
#ifndef YANHU_FORMATS_H
#define YANHU_FORMATS_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

/* A lua_CFunction: pushes { xlsx = write, sqlite = write, dta = write, gnuplot = run }. */
int formats_open(lua_State *L);
/* The library that a format needs and this build lacks (or the program, and it is not installed), or NULL where it can
 * be written. */
const char *formats_missing(const char *format);

int xlsx_write(lua_State *L);
int sqlite_write(lua_State *L);
int dta_write(lua_State *L);
int gnuplot_run(lua_State *L);

/* ---- what the three share: reading the tables that the Lua side hands over ----
 * tables: a list of { name=, summary=, columns={ { name=, title=, type= }, … }, rows=iterator, count= }. */

enum { COLUMNS_MAX = 4096 };

typedef enum ColumnType { COLUMN_STRING, COLUMN_INTEGER, COLUMN_NUMBER, COLUMN_BOOLEAN, COLUMN_DATE } ColumnType;

typedef struct Column {
  const char *name, *title; /* valid while the table stands on the stack */
  ColumnType type;
} Column;

/* The columns of the table at `index`, in a userdata that is left on the stack; *count of them. */
Column *formats_columns(lua_State *L, int index, size_t *count);
/* Pushes the next row of the table at `index`; false (nothing pushed) at the end. */
bool formats_next(lua_State *L, int index);
/* The text of a field of the table at `index`, "" where it has none. */
const char *formats_text(lua_State *L, int index, const char *name);
/* Pushes the field of the row on top of the stack. A list becomes its JSON text; null becomes nil. Gives its type. */
int formats_field(lua_State *L, const char *name);

#endif
