/* make_zip.h: archives made here, part by part, for the tests of what reads them. */
#ifndef YANHU_MAKE_ZIP_H
#define YANHU_MAKE_ZIP_H

#include "read/reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

typedef struct Part {
  const char *name, *bytes;
  size_t length;
} Part;

static inline Source make_zip(const Part *parts, int count) {
  size_t room = 1 << 20, used = 0;
  for (int i = 0; i < count; i++) room += parts[i].length / 100;
  Source source = {.path = "made.docx", .bytes = malloc(room), .max_text = 1 << 20, .fd = -1};
  struct archive *archive = archive_write_new();
  archive_write_set_format_zip(archive);
  archive_write_open_memory(archive, source.bytes, room, &used);
  struct archive_entry *entry = archive_entry_new();
  for (int i = 0; i < count; i++) {
    archive_entry_clear(entry);
    archive_entry_set_pathname(entry, parts[i].name);
    archive_entry_set_size(entry, (la_int64_t)parts[i].length);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(archive, entry);
    archive_write_data(archive, parts[i].bytes, parts[i].length);
  }
  archive_entry_free(entry);
  archive_write_close(archive);
  archive_write_free(archive);
  source.length = used;
  return source;
}

#endif
