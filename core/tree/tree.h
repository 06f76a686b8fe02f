/* tree.h: puts the nodes of a report in their order and has the mentions of its sentences found. */
#ifndef YANHU_TREE_H
#define YANHU_TREE_H

#include "entry.h"
#include "report.h"

/* Fills nodes and mentions of the report; its metadata must be there. */
void tree_build(YhReport *report, const Entry *entries);

#endif
