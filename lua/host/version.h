/* version.h: what `yanhu --version` says: the version and the libraries that this build has and has not. */
#ifndef YANHU_VERSION_H
#define YANHU_VERSION_H

#include "exit_code.h"

ExitCode version_print(void);

#endif
