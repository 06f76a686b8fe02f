/* manifest.c: see manifest.h. */
#include "manifest.h"
#include "sink.h"
#include <string.h>

static void add_string(Buffer *out, const char *name, const char *value) {
  buffer_format(out, "\"%s\": ", name);
  if (value) buffer_json(out, value, strlen(value));
  else buffer_string(out, "null");
}

bool manifest_write(const char *path, const BatchSettings *settings) {
  Sink sink;
  if (!sink_open(&sink, path)) return false;
  Buffer out = {0};
  buffer_format(&out, "{\n  \"yanhu\": \"%s\",\n  \"api\": %d,\n  ", YH_VERSION, YH_API);
  add_string(&out, "where", settings->where);
  buffer_string(&out, ",\n  \"scripts\": [");
  for (size_t i = 0; settings->scripts[i]; i++) {
    const Script *script = settings->scripts[i];
    char hash[HASH_SIZE];
    hash_bytes(script->source, script->length, hash);
    buffer_string(&out, i ? ",\n    {" : "\n    {");
    add_string(&out, "name", script->name);
    buffer_string(&out, ", ");
    add_string(&out, "path", script->path);
    buffer_format(&out, ", \"sha1\": \"%s\", \"arguments\": %s, \"modules\": {", hash, script->arguments);
    const char *separator = "";
    for (const char *line = script->modules; line && *line; line = strchr(line, '\n') + 1) {
      const int name = (int)strcspn(line, " ");
      buffer_format(&out, "%s\"%.*s\": \"%.40s\"", separator, name, line, line + name + 1);
      separator = ", ";
    }
    buffer_string(&out, "}}");
  }
  buffer_string(&out, "\n  ],\n  \"inputs\": [");
  for (size_t i = 0; i < settings->inputs->count; i++) {
    buffer_string(&out, i ? ",\n    {" : "\n    {");
    add_string(&out, "path", settings->inputs->paths[i]);
    buffer_string(&out, ", ");
    add_string(&out, "sha1", settings->contents[i][0] ? settings->contents[i] : NULL);
    buffer_string(&out, "}");
  }
  buffer_string(&out, "\n  ]\n}\n");
  fwrite(out.data, 1, out.length, sink.file);
  buffer_free(&out);
  return sink_commit(&sink);
}
