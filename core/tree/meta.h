/* meta.h: whose report it is, of when, by whom: from its title page first, then from file name, folder and
 * what the caller knows; with the source of each. */
#ifndef YANHU_META_H
#define YANHU_META_H

#include "diagnostic.h"
#include "entry.h"
#include "report.h"

/* Fills report->meta but for the counts; a region whose name is no more, is unknown or is that of several gives a
 * diagnostic. */
void meta_find(YhReport *report, const Entry *entries, const Document *document, const YhOptions *options,
               Diagnostics *diagnostics);

#endif
