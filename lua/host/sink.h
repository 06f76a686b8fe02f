/* sink.h: where a result goes. A file appears under its name only when it is complete: until then it stands beside it
 * under a name that begins with a dot. */
#ifndef YANHU_SINK_H
#define YANHU_SINK_H

#include <stdbool.h>
#include <stdio.h>

typedef struct Sink {
  FILE *file;
  char *path, *temporary; /* NULL for standard output */
  int error;              /* errno of the first write that failed */
} Sink;

/* path NULL: standard output. False with a diagnostic printed. */
bool sink_open(Sink *sink, const char *path);
/* False where it failed, which sink_commit tells: the caller may stop. */
bool sink_write(Sink *sink, const char *bytes, size_t length);
bool sink_format(Sink *sink, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A row as a line of ndjson; script: its name goes before the other fields. NULL: it does not. */
bool sink_row(Sink *sink, const char *script, const char *row, size_t length);
/* Writes out what is buffered, syncs and renames; false with a diagnostic printed, and the old file still there. */
bool sink_commit(Sink *sink);
/* Lets an interrupted program (SIGINT, SIGTERM, SIGHUP) leave no temporary behind. */
void sink_watch_signals(void);
void sink_abandon(Sink *sink); /* removes the temporary; nothing after sink_commit */

#endif
