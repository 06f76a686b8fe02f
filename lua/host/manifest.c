/* manifest.c: see manifest.h. */
#include "manifest.h"
#include "module_list.h"
#include "sink.h"
#include <string.h>

static void add_string(Buffer *out, const char *name, const char *value) {
  buffer_format(out, "\"%s\": ", name);
  if (value) buffer_json(out, value, strlen(value));
  else buffer_string(out, "null");
}

/* Those of the script's top, and those that it loaded later. What it looked for in vain is none. */
static void add_modules(Buffer *out, const char *top, const Buffer *later) {
  Buffer list = {0};
  module_list_add(&list, top);
  module_list_add(&list, later->data);
  const char *path, *separator = "";
  size_t length;
  char hash[HASH_SIZE];
  for (const char *lines = list.data; (lines = module_list_next(lines, &path, &length, hash));) {
    if (strcmp(hash, "-") == 0) continue;
    buffer_string(out, separator);
    buffer_json(out, path, length);
    buffer_format(out, ": \"%s\"", hash);
    separator = ", ";
  }
  buffer_free(&list);
}

bool manifest_write(const char *path, const char *meta, const BatchSettings *settings) {
  Sink sink;
  if (!sink_open(&sink, path)) return false;
  Buffer out = {0};
  buffer_format(&out, "{\n  \"yanhu\": \"%s\",\n  \"api\": %d,\n  ", YH_VERSION, YH_API);
  add_string(&out, "where", settings->where);
  if (meta) {
    char hash[HASH_SIZE] = "";
    buffer_string(&out, ",\n  \"meta\": {");
    add_string(&out, "path", meta);
    buffer_string(&out, ", ");
    add_string(&out, "sha1", hash_file(meta, hash) ? hash : NULL);
    buffer_string(&out, "}");
  }
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
    add_modules(&out, script->modules, &settings->modules[i]);
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
  sink_write(&sink, out.data, out.length);
  buffer_free(&out);
  return sink_commit(&sink);
}
