/* rows.h: a csv, tsv or jsonl file with a text column: one report a row, read as a stream, so that the file may be
 * of any size. The other columns are document variables; some of them name the report or its region and year. */
#ifndef YANHU_ROWS_H
#define YANHU_ROWS_H

#include "csv.h"

typedef struct Rows Rows;

/* Whether the first piece of the source begins such a table. */
bool rows_fit(const Source *source);
/* NULL and *error where no column holds text. Borrows the source. */
Rows *rows_open(Source *source, YhError *error);

/* A row that was taken out of the table; its owner frees it. */
typedef struct Row {
  CsvRecord record;      /* of a jsonl file its text is the line, and there are no fields */
  uint32_t number, line; /* from 1; line: of the file, where it begins */
} Row;

/* Takes the next row. false with error->code YH_OK at the end; after another error the next call goes on with the row
 * behind. */
bool rows_take(Rows *rows, Row *row, YhError *error);
void row_free(Row *row);
/* The report of a row; changes nothing, so rows may be made reports of on several threads. `options`: what the row's
 * columns say about it is filled in; its strings live as long as the document's arena. */
Document *rows_document(const Rows *rows, const Row *row, YhOptions *options, YhError *error);
/* Hands on all that a row's report is made of. */
void row_digest(const Rows *rows, const Row *row, YhDigest *add, void *user);
void rows_close(Rows *rows);

#endif
