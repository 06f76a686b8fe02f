/* Fuzz target: the XML within a Word document. The input's parts (document, styles, numbering, footnotes), divided by
 * lines of ===, are put into an archive that is whole. */
#include "reader.h"

#include <archive.h>
#include <archive_entry.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const NAMES[] = {"word/document.xml", "word/styles.xml", "word/numbering.xml",
                                      "word/footnotes.xml"};
  const size_t room = size + 4096;
  char *zip = memory_resize(NULL, room, 1);
  size_t used = 0;
  struct archive *archive = archive_write_new();
  archive_write_set_format_zip(archive);
  archive_write_set_options(archive, "zip:compression=store");
  archive_write_open_memory(archive, zip, room, &used);
  struct archive_entry *entry = archive_entry_new();
  const char *p = (const char *)data, *end = p + size;
  for (int i = 0; i < 4 && p < end; i++) {
    const char *stop = memmem(p, (size_t)(end - p), "\n===\n", 5);
    const size_t length = (size_t)((stop ? stop : end) - p);
    archive_entry_clear(entry);
    archive_entry_set_pathname(entry, NAMES[i]);
    archive_entry_set_size(entry, (la_int64_t)length);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(archive, entry);
    archive_write_data(archive, p, length);
    p = stop ? stop + 5 : end;
  }
  archive_entry_free(entry);
  archive_write_close(archive);
  archive_write_free(archive);
  fuzz_read(docx_read, (const uint8_t *)zip, used);
  free(zip);
  return 0;
}
