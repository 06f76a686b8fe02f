/* message.h: what is said to people, in the language of their locale (gettext). The English text stands in the code and
 * is the key to its translation in lua/locale. Data (fields, codes, names of columns) is never translated. */
#ifndef YANHU_MESSAGE_H
#define YANHU_MESSAGE_H

#define N_(text) text /* taken into the catalogue here, translated where it is printed */

#ifdef HAVE_LIBINTL
#include <libintl.h>
#define _(text) dgettext("yanhu", text)
#define PLURAL(one, many, n) dngettext("yanhu", one, many, n)
#else
#define _(text) (text)
#define PLURAL(one, many, n) ((n) == 1 ? (one) : (many))
#endif

#endif
