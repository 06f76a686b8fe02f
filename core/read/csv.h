/* csv.h: records of a csv or tsv stream (RFC 4180: fields may be quoted, and then hold line ends and "" for "). */
#ifndef YANHU_CSV_H
#define YANHU_CSV_H

#include "stream.h"

typedef struct CsvField {
  size_t start, end; /* in CsvRecord.text; a NUL stands behind each field */
  uint32_t line;     /* of the file, where the field's text begins */
} CsvField;

typedef struct CsvRecord {
  Buffer text;
  CsvField *fields;
  uint32_t count, room;
  uint32_t line; /* where it begins */
} CsvRecord;

typedef struct Csv {
  Stream *stream;
  char delimiter;
  uint32_t line; /* the next one, from 1 */
  size_t limit;  /* bytes of a record */
} Csv;

/* Reads the next record that is not blank; false at the end (error->code YH_OK) or on failure: a record beyond the
 * limit is skipped, and the next call goes on behind it. */
bool csv_next(Csv *csv, CsvRecord *record, YhError *error);
void csv_free(CsvRecord *record);
/* The delimiter of a header line: the commonest of comma, tab and semicolon. */
char csv_delimiter(const char *line, size_t length);

#endif
