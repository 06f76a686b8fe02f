/* host_module.h: the module yanhu.host: what commands written in Lua see of the host. */
#ifndef YANHU_HOST_MODULE_H
#define YANHU_HOST_MODULE_H

#include <lua.h>

/* In the registry: the MetaFile of --meta as a light userdata, or NULL. */
#define HOST_META "yanhu.meta"

/* A lua_CFunction: pushes { read, diagnostic, make_folder, fields }. */
int host_open(lua_State *L);

#endif
