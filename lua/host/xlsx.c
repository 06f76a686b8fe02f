/* xlsx.c: a workbook through libxlsxwriter: a sheet a table, typed cells, a header that stays in sight, filters, number
 * formats, widths by what stands in the first rows. */
#include "formats.h"
#ifdef HAVE_XLSXWRITER
#include "diagnostic.h"
#include "text/library.h"
#include <errno.h>
#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define FUNCTIONS(F)                                                                                                   \
  F(format_set_align)                                                                                                  \
  F(format_set_bg_color) F(format_set_bold) F(format_set_bottom) F(format_set_num_format) F(format_set_text_wrap)      \
      F(lxw_strerror) F(workbook_add_format) F(workbook_add_worksheet) F(workbook_close) F(workbook_new)               \
          F(workbook_set_properties) F(worksheet_autofilter) F(worksheet_freeze_panes) F(worksheet_set_column)         \
              F(worksheet_write_boolean) F(worksheet_write_datetime) F(worksheet_write_number)                         \
                  F(worksheet_write_string)
LIBRARY(Xlsx, xlsx_load, XLSXWRITER_SONAME, FUNCTIONS)

enum {
  CELL_MAX = 32767, /* characters that Excel takes in a cell; counted in bytes, so a little early */
  ROWS_MAX = 1048576,
  NAME_MAX_LENGTH = 31,
  WIDTH_ROWS = 200,
  WIDTH_MIN = 6,
  WIDTH_MAX = 60,
};

typedef struct Book {
  const Xlsx *library;
  lxw_workbook *workbook;
  lxw_format *header, *text, *whole, *decimal, *plain, *date;
} Book;

static void make_formats(Book *book) {
  const Xlsx *x = book->library;
  book->header = x->workbook_add_format(book->workbook);
  x->format_set_bold(book->header);
  x->format_set_bg_color(book->header, 0xE7EEF7);
  x->format_set_bottom(book->header, LXW_BORDER_THIN);
  lxw_format **formats[] = {&book->text, &book->whole, &book->decimal, &book->plain, &book->date};
  const char *codes[] = {"@", "#,##0", "#,##0.0#####", "0", "yyyy-mm-dd"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    *formats[i] = x->workbook_add_format(book->workbook);
    x->format_set_num_format(*formats[i], codes[i]);
    x->format_set_align(*formats[i], LXW_ALIGN_VERTICAL_TOP);
  }
  x->format_set_text_wrap(book->text);
}

/* Sheet names: at most 31 characters, none of []:*?/\ */
static lxw_worksheet *add_sheet(Book *book, const char *name) {
  char clean[NAME_MAX_LENGTH * 4 + 1];
  size_t length = 0;
  int characters = 0;
  for (const char *p = name; *p && length + 1 < sizeof clean; p++) {
    if (((unsigned char)*p & 0xC0) != 0x80 && ++characters > NAME_MAX_LENGTH) break;
    clean[length++] = strchr("[]:*?/\\", *p) ? '_' : *p;
  }
  clean[length] = '\0';
  return book->library->workbook_add_worksheet(book->workbook, length ? clean : NULL);
}

/* Cuts at a character so that the cell holds it. */
static const char *fit_cell(lua_State *L, const char *text, size_t length) {
  if (length <= CELL_MAX) return text;
  length = CELL_MAX - 3;
  while (((unsigned char)text[length] & 0xC0) == 0x80) length--;
  lua_pushlstring(L, text, length);
  lua_pushliteral(L, "…");
  lua_concat(L, 2);
  lua_replace(L, -2); /* in place of the value */
  return lua_tostring(L, -1);
}

static bool parse_date(const char *text, lxw_datetime *date) {
  *date = (lxw_datetime){0};
  int read = 0;
  return sscanf(text, "%4d-%2d-%2d%n", &date->year, &date->month, &date->day, &read) == 3 && !text[read] &&
         date->year >= 1900;
}

/* Writes the value on top of the stack; gives the columns that it takes on the screen. */
static uint32_t write_cell(lua_State *L, Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at,
                           const Column *column, int type) {
  const Xlsx *x = book->library;
  if (type == LUA_TNUMBER) {
    const double number = lua_tonumber(L, -1);
    const bool whole = number == floor(number);
    /* years, lines and counts are plain; amounts are grouped */
    lxw_format *format = !whole ? book->decimal : column->type == COLUMN_NUMBER ? book->whole : book->plain;
    x->worksheet_write_number(sheet, row, at, number, format);
    return 12;
  }
  if (type == LUA_TBOOLEAN) {
    x->worksheet_write_boolean(sheet, row, at, lua_toboolean(L, -1), NULL);
    return 6;
  }
  size_t length;
  const char *text = luaL_tolstring(L, -1, &length);
  lxw_datetime date;
  if (column->type == COLUMN_DATE && parse_date(text, &date)) {
    x->worksheet_write_datetime(sheet, row, at, &date, book->date);
    length = 11;
  } else {
    x->worksheet_write_string(sheet, row, at, fit_cell(L, text, length), book->text);
    length = length > 400 ? 400 : length;
    length = display_width(text, length);
  }
  lua_pop(L, 1);
  return (uint32_t)length;
}

static void write_sheet(lua_State *L, Book *book, int table) {
  size_t count;
  const Column *columns = formats_columns(L, table, &count);
  const Xlsx *x = book->library;
  lxw_worksheet *sheet = add_sheet(book, formats_text(L, table, "name"));
  if (!sheet) luaL_error(L, _("no sheet can be named `%s`"), formats_text(L, table, "name"));
  uint32_t *widths = lua_newuserdatauv(L, (count + 1) * sizeof *widths, 0);
  for (size_t i = 0; i < count; i++) {
    const char *title = *columns[i].title ? columns[i].title : columns[i].name;
    x->worksheet_write_string(sheet, 0, (lxw_col_t)i, title, book->header);
    widths[i] = display_width(title, strlen(title)) + 3; /* room for the filter's arrow */
  }
  lxw_row_t row = 1;
  for (; formats_next(L, table); row++) {
    if (row == ROWS_MAX) luaL_error(L, _("a sheet holds 1,048,576 rows: use csv or sqlite, or --where"));
    for (size_t i = 0; i < count; i++) {
      const int type = formats_field(L, columns[i].name);
      const uint32_t width = type == LUA_TNIL ? 0 : write_cell(L, book, sheet, row, (lxw_col_t)i, &columns[i], type);
      if (row <= WIDTH_ROWS && width > widths[i]) widths[i] = width;
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  for (size_t i = 0; i < count; i++) {
    const uint32_t width = widths[i] < WIDTH_MIN ? WIDTH_MIN : widths[i] > WIDTH_MAX ? WIDTH_MAX : widths[i];
    x->worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, width + 1, NULL);
  }
  x->worksheet_freeze_panes(sheet, 1, 0);
  if (count) x->worksheet_autofilter(sheet, 0, 0, row > 1 ? row - 1 : 1, (lxw_col_t)(count - 1));
  lua_pop(L, 2);
}

static int write_sheets(lua_State *L) {
  Book *book = lua_touserdata(L, 1);
  const lua_Integer count = luaL_len(L, 2);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_geti(L, 2, i);
    write_sheet(L, book, lua_gettop(L));
    lua_pop(L, 1);
  }
  return 0;
}

/* xlsx(path, tables) */
int xlsx_write(lua_State *L) {
  const char *missing;
  const Xlsx *x = xlsx_load(&missing);
  if (!x) return luaL_error(L, _("a workbook needs libxlsxwriter: %s"), missing);
  Book book = {.library = x, .workbook = x->workbook_new(luaL_checkstring(L, 1))};
  if (!book.workbook) return luaL_error(L, _("the workbook cannot be made"));
  make_formats(&book);
  lxw_doc_properties properties = {.comments = (char *)(uintptr_t) "yanhu",
                                   .created = 946684800}; /* the same bytes each time */
  x->workbook_set_properties(book.workbook, &properties);
  lua_pushcfunction(L, write_sheets);
  lua_pushlightuserdata(L, &book);
  lua_pushvalue(L, 2);
  const int status = lua_pcall(L, 2, 0, 0); /* the workbook is closed whatever happens */
  errno = 0;
  const lxw_error error = x->workbook_close(book.workbook);
  if (status != LUA_OK) return lua_error(L);
  if (!error) return 0;
  lua_pushfstring(L, _("the workbook cannot be written: %s"), errno ? strerror(errno) : x->lxw_strerror(error));
  return lua_error(L);
}
#endif
