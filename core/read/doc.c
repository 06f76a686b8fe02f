/* doc.c: the old binary format of Word, and RTF, through whichever converter is installed: antiword and catdoc print
 * the text, LibreOffice makes a docx of it. */
#include "reader.h"

#include "../text/buffer.h"
#include "process.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 120 };

static bool is_rtf(const Source *source) {
  return source->length > 5 && memcmp(source->bytes, "{\\rtf", 5) == 0;
}

static bool is_compound(const Source *source) { /* OLE: doc, xls, ppt, wps, encrypted docx */
  return source->length > 512 && memcmp(source->bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

bool doc_fits(const Source *source) {
  return is_rtf(source) || is_compound(source);
}

/* Whether the directory of a compound file names a stream, in UTF-16. */
static bool has_stream(const Source *source, const char *name) {
  char wide[64];
  size_t length = 0;
  for (const char *p = name; *p; p++) wide[length++] = *p, wide[length++] = 0;
  return memmem(source->bytes, source->length, wide, length) != NULL;
}

static bool check_kind(const Source *source, YhError *error) {
  if (is_rtf(source) || has_stream(source, "WordDocument")) return true;
  if (has_stream(source, "EncryptedPackage")) return error_set(error, YH_EFORMAT, _("a document locked with a password"));
  if (has_stream(source, "Workbook")) return error_set(error, YH_EFORMAT, _("an Excel file, no report"));
  if (has_stream(source, "PowerPoint Document")) return error_set(error, YH_EFORMAT, _("slides, no report"));
  return error_set(error, YH_EFORMAT, _("an Office file without a Word document in it"));
}

static bool write_all(const char *path, const char *bytes, size_t length, YhError *error) {
  FILE *file = fopen(path, "wbx");
  const bool ok = file && fwrite(bytes, 1, length, file) == length;
  if (file && fclose(file)) return error_set(error, YH_EREAD, _("no temporary file: %s"), strerror(errno));
  return ok || error_set(error, YH_EREAD, _("no temporary file: %s"), strerror(errno));
}

/* antiword and catdoc print the text. */
static Document *read_printed(const Source *source, char *const argv[], YhError *error) {
  Buffer out = {0};
  Document *document = NULL;
  if (process_run(argv, SECONDS, source->max_text, &out, error)) {
    document = document_new(source->path, "doc", "utf-8");
    size_t length;
    const char *text = encoding_decode(document->arena, out.bytes ? out.bytes : "", out.length, NULL, &length,
                                       &document->encoding, error);
    if (text) txt_lines(document, text, length, 1);
    else document_free(document), document = NULL;
  }
  buffer_free(&out);
  return document;
}

static Document *read_with_office(const Source *source, const char *program, const char *folder, char *file,
                                  YhError *error) {
#if defined(HAVE_LIBARCHIVE) && defined(HAVE_LIBXML2)
  char profile[600], made[600];
  snprintf(profile, sizeof profile, "-env:UserInstallation=file://%s/profile", folder);
  snprintf(made, sizeof made, "%s/in.docx", folder);
  char *const argv[] = {(char *)(uintptr_t)program, profile, "--headless", "--convert-to", "docx", "--outdir",
                        (char *)(uintptr_t)folder,  file,    NULL};
  Buffer out = {0};
  const bool ok = process_run(argv, SECONDS, 1 << 20, &out, error);
  buffer_free(&out);
  Source docx;
  if (!ok || !source_open(&docx, made, error)) return NULL;
  Document *document = NULL;
  docx.max_text = source->max_text;
  if (source_load(&docx, (size_t)128 << 20, error)) {
    docx.path = source->path;
    document = docx_read(&docx, error);
    if (document) document->format = "doc";
  }
  source_close(&docx);
  return document;
#else
  (void)source, (void)program, (void)folder, (void)file;
  error_set(error, YH_EUNSUPPORTED,
            _("doc through LibreOffice needs libarchive and libxml2, missing when yanhu was built"));
  return NULL;
#endif
}

static Document *convert(const Source *source, const char *folder, char *file, YhError *error) {
  char *const antiword[] = {"antiword", "-m", "UTF-8.txt", "-w", "0", file, NULL};
  char *const catdoc[] = {"catdoc", "-w", "-d", "utf-8", file, NULL};
  if (!is_rtf(source) && process_exists("antiword")) return read_printed(source, antiword, error);
  if (process_exists("catdoc")) return read_printed(source, catdoc, error);
  if (process_exists("soffice")) return read_with_office(source, "soffice", folder, file, error);
  if (process_exists("libreoffice")) return read_with_office(source, "libreoffice", folder, file, error);
  error_set(error, YH_EUNSUPPORTED,
            _("%s needs antiword, catdoc or LibreOffice, none of which is installed; or save it as docx"),
            is_rtf(source) ? "rtf" : _("the old doc format of Word"));
  return NULL;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)status, (void)type, (void)place;
  return remove(path);
}

Document *doc_read(const Source *source, YhError *error) {
  if (!check_kind(source, error)) return NULL;
  char folder[512], file[600];
  const char *parent = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/yanhu-doc-XXXXXX", parent && strlen(parent) < 400 ? parent : "/tmp");
  if (!mkdtemp(folder)) {
    error_set(error, YH_EREAD, _("no temporary folder: %s"), strerror(errno));
    return NULL;
  }
  snprintf(file, sizeof file, "%s/in.%s", folder, is_rtf(source) ? "rtf" : "doc");
  Document *document =
      write_all(file, source->bytes, source->length, error) ? convert(source, folder, file, error) : NULL;
  nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
  return document;
}
