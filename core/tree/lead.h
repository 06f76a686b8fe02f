/* lead.h: run-in leads. Many reports give no marker to the topics of a section: each paragraph just opens
 * with a short sentence that names its topic (大力提振消费。). */
#ifndef YANHU_LEAD_H
#define YANHU_LEAD_H

#include "entry.h"

/* Makes leads (depth 3), or sections (depth 2) right under a part, of the paragraphs that open so. */
void lead_find(const Text *text, Entry *entries);

#endif
