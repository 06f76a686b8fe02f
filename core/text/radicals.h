/* radicals.h: radicals that look like ideographs, as ideographs. */
#ifndef YANHU_RADICALS_H
#define YANHU_RADICALS_H

#include <stdint.h>

/* The ideograph for a radical (U+2E80 to U+2FD5); any other codepoint is given back. */
uint32_t radical_ideograph(uint32_t c);

#endif
