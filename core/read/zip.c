/* zip.c: see zip.h. */
#include "zip.h"

#ifdef HAVE_LIBARCHIVE
#include "../text/library.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(F)                                                                                                   \
  F(archive_entry_pathname)                                                                                            \
  F(archive_error_string) F(archive_read_data) F(archive_read_free) F(archive_read_new) F(archive_read_next_header)    \
      F(archive_read_open_memory) F(archive_read_support_format_zip)
LIBRARY(Archive, archive_load, ARCHIVE_SONAME, FUNCTIONS)

enum { MAX_ENTRIES = 10000 };

struct ZipPart {
  const Archive *library;
  struct archive *archive;
  size_t taken, limit;
  char piece[1 << 16];
};

static bool find_part(const Archive *a, struct archive *archive, const char *name, bool *found, YhError *error) {
  struct archive_entry *entry;
  for (int entries = 0;; entries++) {
    const int result = a->archive_read_next_header(archive, &entry);
    if (result == ARCHIVE_EOF) return true;
    if (result < ARCHIVE_WARN)
      return error_set(error, YH_EREAD, _("the archive is damaged: %s"), a->archive_error_string(archive));
    if (entries == MAX_ENTRIES)
      return error_set(error, YH_ELIMIT, _("the archive has more than %d parts"), MAX_ENTRIES);
    const char *path = a->archive_entry_pathname(entry);
    if (path && strcmp(path, name) == 0) return *found = true;
  }
}

ZipPart *zip_open(const Source *source, const char *name, size_t limit, YhError *error) {
  error_clear(error);
  const char *missing;
  const Archive *a = archive_load(&missing);
  if (!a) {
    error_set(error, YH_EUNSUPPORTED, _("an archive, which needs libarchive: %s"), missing);
    return NULL;
  }
  ZipPart *part = memory_resize(NULL, 1, sizeof *part);
  part->library = a;
  part->taken = 0;
  part->limit = limit;
  part->archive = a->archive_read_new();
  a->archive_read_support_format_zip(part->archive);
  bool found = false;
  if (a->archive_read_open_memory(part->archive, source->bytes, source->length) != ARCHIVE_OK)
    error_set(error, YH_EREAD, _("the archive is damaged: %s"), a->archive_error_string(part->archive));
  else find_part(a, part->archive, name, &found, error);
  if (found) return part;
  zip_close(part);
  return NULL;
}

long zip_read(ZipPart *part, const void **bytes, YhError *error) {
  const Archive *a = part->library;
  const la_ssize_t length = a->archive_read_data(part->archive, part->piece, sizeof part->piece);
  *bytes = part->piece;
  if (length < 0) {
    const char *why = a->archive_error_string(part->archive);
    error_set(error, YH_EREAD, _("the archive is damaged or cut off: %s"), why ? why : _("unknown error"));
    return -1;
  }
  part->taken += (size_t)length;
  if (part->taken > part->limit) {
    error_set(error, YH_ELIMIT, _("unpacks to more than %zu MiB"), part->limit >> 20);
    return -1;
  }
  return (long)length;
}

void zip_close(ZipPart *part) {
  if (!part) return;
  part->library->archive_read_free(part->archive);
  free(part);
}
#endif
