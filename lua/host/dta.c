/* dta.c: a Stata file through libreadstat (version 118, UTF-8): typed variables, their titles as labels, yes and no
 * with value labels, texts too long for a str# column as strL. */
#include "formats.h"
#include "text/message.h"
#ifdef HAVE_READSTAT
#include <errno.h>
#include <lauxlib.h>
#include <readstat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 32, LABEL_MAX = 80, STRING_MAX = 2045, VERSION = 118 };

typedef struct Variable {
  readstat_variable_t *variable;
  ColumnType type;
  bool long_text;
} Variable;

typedef struct Dataset {
  FILE *file;
  int error; /* errno of the first write that failed: the library overlooks some */
  readstat_writer_t *writer;
  int long_texts; /* inserted so far */
} Dataset;

static ssize_t put_bytes(const void *bytes, size_t length, void *user) {
  Dataset *d = user;
  if (fwrite(bytes, 1, length, d->file) == length) return (ssize_t)length;
  if (!d->error) d->error = errno;
  return -1;
}

static void check(lua_State *L, readstat_error_t error) {
  if (error != READSTAT_OK) luaL_error(L, "dta: %s", readstat_error_message(error));
}

/* Stata's names: letters, digits and _, at most 32, none of its own words. */
static void make_name(const char *column, char out[NAME_MAX_BYTES + 2]) {
  static const char *const words[] = {"in",   "if",    "using",  "with", "byte", "int",
                                      "long", "float", "double", "strL", NULL};
  size_t length = 0;
  if (*column >= '0' && *column <= '9') out[length++] = '_';
  for (; *column && length < NAME_MAX_BYTES; column++) {
    const unsigned char c = (unsigned char)*column;
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (c < 0x80) out[length++] = plain ? (char)c : '_';
    else if ((c & 0xC0) != 0x80) out[length++] = 'x'; /* a Chinese name: its title is the label */
  }
  out[length] = '\0';
  for (const char *const *word = words; *word; word++)
    if (strcmp(out, *word) == 0) {
      out[length++] = '_';
      out[length] = '\0';
    }
}

/* At most `max` characters of the text, for a label. */
static void copy_label(const char *text, size_t max, char *out) {
  size_t characters = 0, length = 0;
  for (; text[length]; length++)
    if (((unsigned char)text[length] & 0xC0) != 0x80 && ++characters > max) break;
  memcpy(out, text, length);
  out[length] = '\0';
}

static void add_variable(lua_State *L, Dataset *d, const Column *column, size_t width, readstat_label_set_t *yes_no,
                         Variable *out) {
  char name[NAME_MAX_BYTES + 2], label[LABEL_MAX * 4 + 1];
  make_name(column->name, name);
  out->type = column->type;
  out->long_text = width > STRING_MAX;
  readstat_type_t type = READSTAT_TYPE_DOUBLE;
  size_t storage = 0;
  if (column->type == COLUMN_INTEGER) type = READSTAT_TYPE_INT32;
  else if (column->type == COLUMN_BOOLEAN) type = READSTAT_TYPE_INT8;
  else if (column->type == COLUMN_STRING) {
    type = out->long_text ? READSTAT_TYPE_STRING_REF : READSTAT_TYPE_STRING;
    storage = out->long_text ? 0 : width ? width : 1;
  } else if (column->type == COLUMN_DATE) type = READSTAT_TYPE_INT32;
  out->variable = readstat_add_variable(d->writer, name, type, storage);
  if (!out->variable) luaL_error(L, _("dta: no variable can be named `%s`"), name);
  copy_label(*column->title ? column->title : column->name, LABEL_MAX, label);
  readstat_variable_set_label(out->variable, label);
  if (column->type == COLUMN_DATE) readstat_variable_set_format(out->variable, "%td");
  if (column->type == COLUMN_BOOLEAN) readstat_variable_set_label_set(out->variable, yes_no);
}

/* Days from 1960-01-01, as Stata counts; false for what is no date. */
static bool stata_date(const char *text, int32_t *days) {
  int year, month, day, read = 0;
  if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &read) != 3 || text[read]) return false;
  const int a = (14 - month) / 12, y = year + 4800 - a, m = month + 12 * a - 3;
  *days = day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045 - 2436935;
  return true;
}

/* Long texts stand behind the data, and the file's map wants to know beforehand how much they take. */
static void add_long_texts(lua_State *L, Dataset *d, int list, long rows, const Column *columns,
                           const Variable *variables, size_t count) {
  for (long row = 1; row <= rows; row++) {
    lua_geti(L, list, row);
    for (size_t i = 0; i < count; i++) {
      if (!variables[i].long_text) continue;
      const int type = formats_field(L, columns[i].name);
      if (type != LUA_TNIL && *luaL_tolstring(L, -1, NULL)) readstat_add_string_ref(d->writer, lua_tostring(L, -1));
      lua_pop(L, type != LUA_TNIL ? 2 : 1);
    }
    lua_pop(L, 1);
  }
}

static void insert_text(lua_State *L, Dataset *d, const Variable *v, int type) {
  if (type == LUA_TNIL) lua_pushliteral(L, "");
  else luaL_tolstring(L, -1, NULL);
  const char *text = lua_tostring(L, -1);
  if (!v->long_text) check(L, readstat_insert_string_value(d->writer, v->variable, text));
  else if (!*text) check(L, readstat_insert_missing_value(d->writer, v->variable));
  else
    check(L, readstat_insert_string_ref(d->writer, v->variable, readstat_get_string_ref(d->writer, d->long_texts++)));
  lua_pop(L, 1);
}

static void insert(lua_State *L, Dataset *d, const Variable *v, int type) {
  int32_t days;
  if (v->type == COLUMN_STRING) {
    insert_text(L, d, v, type);
  } else if (v->type == COLUMN_DATE && type == LUA_TSTRING && stata_date(lua_tostring(L, -1), &days)) {
    check(L, readstat_insert_int32_value(d->writer, v->variable, days));
  } else if (v->type == COLUMN_BOOLEAN && type == LUA_TBOOLEAN) {
    check(L, readstat_insert_int8_value(d->writer, v->variable, (int8_t)lua_toboolean(L, -1)));
  } else if (v->type == COLUMN_INTEGER && type == LUA_TNUMBER) {
    const double number = lua_tonumber(L, -1);
    if (number < -2147483647.0 || number > 2147483620.0)
      luaL_error(L, _("dta: %f is too large for an integer column"), number);
    check(L, readstat_insert_int32_value(d->writer, v->variable, (int32_t)number));
  } else if (v->type == COLUMN_NUMBER && type == LUA_TNUMBER) {
    check(L, readstat_insert_double_value(d->writer, v->variable, lua_tonumber(L, -1)));
  } else {
    check(L, readstat_insert_missing_value(d->writer, v->variable));
  }
}

/* write_table(dataset, table): the table has its rows as a `list`, and each column the `width` of its longest text in
 * bytes. */
static int write_table(lua_State *L) {
  Dataset *d = lua_touserdata(L, 1);
  size_t count;
  lua_getfield(L, 2, "list");
  const int rows = lua_gettop(L);
  const long row_count = (long)luaL_len(L, rows);
  lua_getfield(L, 2, "columns");
  const int list = lua_gettop(L);
  const Column *columns = formats_columns(L, 2, &count);
  Variable *variables = lua_newuserdatauv(L, (count + 1) * sizeof *variables, 0);
  readstat_label_set_t *yes_no = readstat_add_label_set(d->writer, READSTAT_TYPE_INT8, "yes_no");
  readstat_label_int32_value(yes_no, 0, "否");
  readstat_label_int32_value(yes_no, 1, "是");
  for (size_t i = 0; i < count; i++) {
    lua_geti(L, list, (lua_Integer)i + 1);
    lua_getfield(L, -1, "width");
    add_variable(L, d, &columns[i], (size_t)lua_tointeger(L, -1), yes_no, &variables[i]);
    lua_pop(L, 2);
  }
  char label[LABEL_MAX * 4 + 1];
  copy_label(formats_text(L, 2, "summary"), LABEL_MAX, label);
  readstat_writer_set_file_label(d->writer, label);
  readstat_writer_set_file_timestamp(d->writer, 946684800); /* the same bytes each time */
  readstat_writer_set_file_format_version(d->writer, VERSION);
  add_long_texts(L, d, rows, row_count, columns, variables, count);
  check(L, readstat_begin_writing_dta(d->writer, d, row_count));
  for (long row = 1; row <= row_count; row++) {
    lua_geti(L, rows, row);
    check(L, readstat_begin_row(d->writer));
    for (size_t i = 0; i < count; i++) {
      const int type = formats_field(L, columns[i].name);
      insert(L, d, &variables[i], type);
      lua_pop(L, 1);
    }
    check(L, readstat_end_row(d->writer));
    lua_pop(L, 1);
  }
  check(L, readstat_end_writing(d->writer));
  return 0;
}

/* dta(path, { table }) */
int dta_write(lua_State *L) {
  Dataset d = {.file = fopen(luaL_checkstring(L, 1), "wb")};
  if (!d.file) {
    lua_pushstring(L, strerror(errno));
    return lua_error(L);
  }
  d.writer = readstat_writer_init();
  readstat_set_data_writer(d.writer, put_bytes);
  lua_pushcfunction(L, write_table);
  lua_pushlightuserdata(L, &d);
  lua_geti(L, 2, 1);
  const int status = lua_pcall(L, 2, 0, 0);
  readstat_writer_free(d.writer);
  if (fclose(d.file) != 0 && !d.error) d.error = errno;
  if (d.error) lua_pushstring(L, strerror(d.error));
  return d.error || status != LUA_OK ? lua_error(L) : 0;
}
#endif
