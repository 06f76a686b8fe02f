/* hints.h: a word of help with messages that are not yanhu's own: Lua's and PCRE2's, which are terse, and English. */
#ifndef YANHU_HINTS_H
#define YANHU_HINTS_H

/* What may help with the first line of the message, in the language of the locale; NULL where nothing is known. */
const char *hint_for(const char *message);

#endif
