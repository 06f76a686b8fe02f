/* sink.h: where a result goes. A file appears under its name only when it is complete: until then it stands beside it
 * under a name that begins with a dot. */
#ifndef YANHU_SINK_H
#define YANHU_SINK_H

#include <stdbool.h>
#include <stdio.h>

typedef struct Sink {
  FILE *file;
  char *path, *temporary; /* NULL for standard output */
} Sink;

/* path NULL: standard output. False with a diagnostic printed. */
bool sink_open(Sink *sink, const char *path);
/* Writes out what is buffered, syncs and renames; false with a diagnostic printed, and the old file still there. */
bool sink_commit(Sink *sink);
/* Lets an interrupted program (SIGINT, SIGTERM, SIGHUP) leave no temporary behind. */
void sink_watch_signals(void);
void sink_abandon(Sink *sink); /* removes the temporary; nothing after sink_commit */

#endif
