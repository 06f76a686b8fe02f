/* argument_file.h: files that a call names in its arguments, read before any script runs, so that scripts need no
 * access to files. */
#ifndef YANHU_ARGUMENT_FILE_H
#define YANHU_ARGUMENT_FILE_H

#include <lua.h>

/* read_text(path) → the file as UTF-8; nil, message. For arguments of type `file`. */
int argument_read_text(lua_State *L);
/* read_table(path) → list of tables, header → cell as text; nil, message. For arguments of type `data`: csv, tsv, xlsx.
 */
int argument_read_table(lua_State *L);

#endif
