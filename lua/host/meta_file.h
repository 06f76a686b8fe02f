/* meta_file.h: the file of --meta: what somebody knows of the reports beforehand, a line each: `path` (or `report`),
 * region, year, date, speaker, session. Used where the text is silent. */
#ifndef YANHU_META_FILE_H
#define YANHU_META_FILE_H

#include "yanhu.h"

typedef struct MetaFile MetaFile;

/* NULL and *error where it cannot be read or has no column that names the report. */
MetaFile *meta_file_read(const char *path, YhError *error);
/* Fills what the file says of the report at this path (its strings live as long as the MetaFile): the line whose path
 * is the same or its end, or whose report is the file's name with or without extension. */
void meta_file_find(const MetaFile *file, const char *path, YhOptions *options);
void meta_file_free(MetaFile *file); /* NULL is fine */

#endif
