/* table.h: a small table in a file, as records of text cells: csv and tsv in any encoding, the first sheet of an xlsx
 * workbook. For ledgers and gold that a person gives to a script; reports in a table are read by rows.h. */
#ifndef YANHU_TABLE_H
#define YANHU_TABLE_H

#include "reader.h"

/* Takes one record, cells of UTF-8 with a NUL behind each, valid during the call; false ends the reading. */
typedef bool (*TableTake)(void *user, const char *const *cells, uint32_t count);

/* Reads all of the file; false and *error where it cannot be read or is no table. More than 64 MiB are an error. */
bool table_read(const char *path, TableTake take, void *user, YhError *error);
/* The whole file as UTF-8, to be freed by the caller; NULL and *error on failure. */
char *text_read(const char *path, size_t *length, YhError *error);

/* A workbook in memory (sheet.c). */
bool sheet_fits(const Source *source);
bool sheet_read(const Source *source, TableTake take, void *user, YhError *error);

#endif
