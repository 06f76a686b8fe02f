/* rows.h: a csv, tsv or jsonl file with a text column: one report a row, read as a stream, so that the file may be
 * of any size. The other columns are document variables; some of them name the report or its region and year. */
#ifndef YANHU_ROWS_H
#define YANHU_ROWS_H

#include "reader.h"

typedef struct Rows Rows;

/* Whether the first piece of the source begins such a table. */
bool rows_fit(const Source *source);
/* NULL and *error where no column holds text. Borrows the source. */
Rows *rows_open(Source *source, YhError *error);
/* The report of the next row. `options`: what its columns say about it is filled in; its strings live as long as the
 * document's arena. NULL with error->code YH_OK at the end; after another error the next call goes on with the row
 * behind. */
Document *rows_next(Rows *rows, YhOptions *options, YhError *error);
void rows_close(Rows *rows);

#endif
