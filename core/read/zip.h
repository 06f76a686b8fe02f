/* zip.h: one part of a zip archive in memory, read in pieces through libarchive. */
#ifndef YANHU_ZIP_H
#define YANHU_ZIP_H

#include "reader.h"

typedef struct ZipPart ZipPart;

/* Opens the part of this name. NULL where the archive has none (error->code stays YH_OK) or is damaged. `limit`: bytes
 * that may come out of it; more is an error of zip_read, so that a bomb ends early. */
ZipPart *zip_open(const Source *source, const char *name, size_t limit, YhError *error);
/* The next piece, valid until the next call: its length, 0 at the end, -1 and *error on failure. */
long zip_read(ZipPart *part, const void **bytes, YhError *error);
void zip_close(ZipPart *part);

#endif
