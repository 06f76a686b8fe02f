/* manifest.h: the file of --manifest: what a result was made of, for citation and for making it again: the program,
 * the scripts with their arguments, and the hash of each input. The same run writes the same bytes. */
#ifndef YANHU_MANIFEST_H
#define YANHU_MANIFEST_H

#include "batch.h"

/* meta: the file of --meta, or NULL. False with a diagnostic printed where it cannot be written. settings->contents and
 * modules must have been filled. */
bool manifest_write(const char *path, const char *meta, const BatchSettings *settings);

#endif
