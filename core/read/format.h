/* format.h: which reader a source needs, by what is in it rather than by its name. */
#ifndef YANHU_FORMAT_H
#define YANHU_FORMAT_H

#include "reader.h"

/* Reads the source with the reader of its format. NULL and *error on failure; a format whose library was missing at
 * build time is YH_EUNSUPPORTED with the library's name. */
Document *format_read(const Source *source, YhError *error);

#endif
