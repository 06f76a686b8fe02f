/* row.h: rows leave a script's state as text, one JSON object a line, with the report's own variables first: the same
 * bytes that `-f ndjson` prints, the store keeps and a shard hands to merge. */
#ifndef YANHU_ROW_H
#define YANHU_ROW_H

#include "bridge/bridge.h"
#include "buffer.h"
#include "script.h"

/* A declared column: `"name":` as it stands in each row, `null,` behind it, and where `out` has its last text as JSON: rows
 * in a row often say the same. */
typedef struct RowColumn {
  size_t name_at, name_length, null_length; /* in the writer's `names`, without and with the null */
  size_t at, bytes;
} RowColumn;

typedef struct RowWriter {
  const Script *script;
  const YhReport *report; /* NULL in finish */
  Buffer variables;       /* `"report":"…","region":…,` of the report */
  BridgeBuffer nested;    /* of a field that is a table */
  size_t count;
  Buffer names;
  RowColumn *columns; /* as many as the script declares */
  size_t column_count;
  bool present[5]; /* in finish: which document variables the rows have */
} RowWriter;

/* Names of the document variables, in order, ending with NULL. */
extern const char *const document_variables[];

/* Starts on a report; may be called again for the next. */
void row_begin(RowWriter *writer, const Script *script, const YhReport *report);
void row_end(RowWriter *writer); /* frees what it holds */

/* Appends the rows of the list at `index` (nil: none). Raises for what is no list of rows, a field that `columns` does
 * not name, a value that no table can hold. */
void row_write_list(RowWriter *writer, lua_State *L, int index, Buffer *out);

/* The way back: pushes a line as a table, null fields left out. parse: stack index of yanhu.parse_json. May raise. */
void row_push(lua_State *L, const char *line, size_t length, int parse);

#endif
