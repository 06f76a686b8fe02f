/* process.c and doc.c: other programs, with a stand-in for antiword. */
#include "read/process.h"
#include "read/reader.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void test_run(void) {
  YhError error;
  Buffer out = {0};
  char *const echo[] = {"echo", "a  b; $HOME", NULL};
  OK(process_run(echo, 10, 100, &out, &error));
  OK(out.length == 12 && memcmp(out.bytes, "a  b; $HOME\n", 12) == 0);
  char *const fails[] = {"false", NULL}, *const absent[] = {"/no/such/program", NULL};
  OK(!process_run(fails, 10, 100, &out, &error) && error.code == YH_EFORMAT);
  OK(!process_run(absent, 10, 100, &out, &error) && error.code == YH_EREAD);
  char *const loud[] = {"yes", NULL}, *const slow[] = {"sh", "-c", "sleep 60 & sleep 60", NULL};
  OK(!process_run(loud, 10, 10000, &out, &error) && error.code == YH_ELIMIT);
  const time_t start = time(NULL);
  OK(!process_run(slow, 1, 100, &out, &error) && error.code == YH_ELIMIT);
  OK(time(NULL) - start < 10);
  OK(process_exists("sh") && !process_exists("no-such-program"));
  buffer_free(&out);
}

/* A compound file that names a Word document: enough to be handed to a converter. */
static void test_doc(void) {
  char bytes[1024] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  const char *name = "WordDocument";
  const Source source = {.path = "old.doc", .bytes = bytes, .length = sizeof bytes, .max_text = 1 << 20, .fd = -1};
  YhError error;
  OK(doc_fits(&source));
  OK(!doc_read(&source, &error) && error.code == YH_EFORMAT);
  for (int i = 0; name[i]; i++) bytes[600 + 2 * i] = name[i];

  char folder[] = "/tmp/yanhu-path-XXXXXX", temporary[] = "/tmp/yanhu-temporary-XXXXXX", file[128];
  if (!OK(mkdtemp(folder) && mkdtemp(temporary))) return;
  setenv("TMPDIR", temporary, 1);
  char *path = strdup(getenv("PATH"));
  snprintf(file, sizeof file, "%s/antiword", folder);
  FILE *script = fopen(file, "w");
  fputs("#!/bin/sh\nfor last; do :; done\ntest -s \"$last\" && printf '各位代表：\\n收入提高。\\n'\n", script);
  fclose(script);
  chmod(file, 0700);
  char both[4096];
  snprintf(both, sizeof both, "%s:%s", folder, path);
  setenv("PATH", both, 1);
  Document *document = doc_read(&source, &error);
  if (OK(document != NULL)) {
    SAME(document->format, "doc");
    OK(document->count == 2 && document->lines[1].length == 15);
  }
  document_free(document);
  setenv("PATH", "/nowhere", 1);
  OK(!doc_read(&source, &error) && error.code == YH_EUNSUPPORTED && strstr(error.message, "antiword"));
  setenv("PATH", path, 1);
  free(path);
  remove(file);
  remove(folder);
  OK(rmdir(temporary) == 0); /* empty: the copy handed to the converter is gone */
}

int main(void) {
  test_run();
  test_doc();
  return tap_end();
}
