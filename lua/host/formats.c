/* formats.c: see formats.h. */
#include "formats.h"
#include "program.h"
#include "text/message.h"
#include <lauxlib.h>
#include <string.h>

typedef struct LibraryFormat {
  const char *name, *library;
  lua_CFunction write; /* NULL: this build has not got the library */
} LibraryFormat;

static const LibraryFormat library_formats[] = {
#ifdef HAVE_XLSXWRITER
    {"xlsx", "libxlsxwriter", xlsx_write},
#else
    {"xlsx", "libxlsxwriter", NULL},
#endif
#ifdef HAVE_SQLITE3
    {"sqlite", "sqlite3", sqlite_write},
#else
    {"sqlite", "sqlite3", NULL},
#endif
#ifdef HAVE_READSTAT
    {"dta", "libreadstat", dta_write},
#else
    {"dta", "libreadstat", NULL},
#endif
    {NULL, NULL, NULL},
};

const char *formats_missing(const char *format) {
  if (strcmp(format, "svg") == 0) return program_found("gnuplot") ? NULL : "gnuplot";
  for (const LibraryFormat *f = library_formats; f->name; f++)
    if (strcmp(f->name, format) == 0) return f->write ? NULL : f->library;
  return NULL;
}

int formats_open(lua_State *L) {
  lua_newtable(L);
  for (const LibraryFormat *f = library_formats; f->name; f++) {
    if (!f->write) continue;
    lua_pushcfunction(L, f->write);
    lua_setfield(L, -2, f->name);
  }
  lua_pushcfunction(L, gnuplot_run);
  lua_setfield(L, -2, "gnuplot");
  return 1;
}

const char *formats_text(lua_State *L, int index, const char *name) {
  lua_getfield(L, index, name);
  const char *text = lua_tostring(L, -1);
  lua_pop(L, 1); /* it stays in the table */
  return text ? text : "";
}

static ColumnType type_of(const char *name) {
  if (strcmp(name, "integer") == 0) return COLUMN_INTEGER;
  if (strcmp(name, "number") == 0) return COLUMN_NUMBER;
  if (strcmp(name, "boolean") == 0) return COLUMN_BOOLEAN;
  if (strcmp(name, "date") == 0) return COLUMN_DATE;
  return COLUMN_STRING;
}

Column *formats_columns(lua_State *L, int index, size_t *count) {
  index = lua_absindex(L, index);
  luaL_checkstack(L, 8, NULL);
  lua_getfield(L, index, "columns");
  const lua_Integer length = luaL_len(L, -1);
  if (length > COLUMNS_MAX) luaL_error(L, _("a table of more than %d columns"), COLUMNS_MAX);
  *count = (size_t)length;
  Column *columns = lua_newuserdatauv(L, (*count + 1) * sizeof *columns, 0);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_geti(L, -2, i);
    Column *column = &columns[i - 1];
    column->name = formats_text(L, -1, "name");
    column->title = formats_text(L, -1, "title");
    column->type = type_of(formats_text(L, -1, "type"));
    lua_pop(L, 1);
  }
  lua_remove(L, -2);
  return columns;
}

bool formats_next(lua_State *L, int index) {
  lua_getfield(L, index, "rows");
  lua_call(L, 0, 1);
  if (lua_istable(L, -1)) return true;
  lua_pop(L, 1);
  return false;
}

int formats_field(lua_State *L, const char *name) {
  int type = lua_getfield(L, -1, name);
  if (type == LUA_TLIGHTUSERDATA) { /* yanhu.null */
    lua_pop(L, 1);
    lua_pushnil(L);
    return LUA_TNIL;
  }
  if (type != LUA_TTABLE) return type;
  lua_getglobal(L, "yanhu");
  lua_getfield(L, -1, "json");
  lua_remove(L, -2);
  lua_insert(L, -2);
  lua_call(L, 1, 1);
  return LUA_TSTRING;
}
