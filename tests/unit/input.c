/* input.c: from a path or bytes to reports: tables of reports, and everything that is no report at all. */
#include "read/reader.h"
#include "tap.h"
#include "yanhu.h"

#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/yanhu-input-XXXXXX";

static const char *path_of(const char *name) {
  static char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static const char *write_file(const char *name, const void *bytes, size_t length) {
  const char *path = path_of(name);
  FILE *file = fopen(path, "wb");
  if (length) fwrite(bytes, 1, length, file);
  fclose(file);
  return path;
}

/* What the input says when it is opened and read to its first report: YH_OK where it is one. */
static YhCode outcome(const char *path, const YhOptions *options, YhError *error) {
  YhInput *input = yh_input_open(path, options, error);
  if (!input) return error->code;
  YhReport *report = yh_input_next(input, error);
  const YhCode code = report ? YH_OK : error->code;
  yh_report_free(report);
  yh_input_close(input);
  return code;
}

static void test_no_reports(void) {
  YhError error;
  OK(outcome(path_of("absent.txt"), NULL, &error) == YH_EOPEN && strlen(error.message) > 5);
  mkdir(path_of("folder.docx"), 0700);
  OK(outcome(path_of("folder.docx"), NULL, &error) == YH_EOPEN && strstr(error.message, "folder"));
  mkfifo(path_of("pipe.txt"), 0600);
  OK(outcome(path_of("pipe.txt"), NULL, &error) == YH_EOPEN && strstr(error.message, "pipe"));
  OK(symlink("nowhere", path_of("broken.txt")) == 0);
  OK(outcome(path_of("broken.txt"), NULL, &error) == YH_EOPEN);
  OK(outcome("/dev/zero", NULL, &error) == YH_EOPEN && strstr(error.message, "device"));
  OK(outcome(write_file("empty.txt", "", 0), NULL, &error) == YH_EEMPTY);
  OK(outcome(write_file("blank.txt", " \n\t\n　\n", 8), NULL, &error) == YH_EEMPTY);
  char noise[4096];
  for (size_t i = 0; i < sizeof noise; i++) noise[i] = (char)(i * 7919 >> 3 ^ i * i);
  OK(outcome(write_file("noise.bin", noise, sizeof noise), NULL, &error) == YH_EENCODING);
}

/* A file that somebody writes to meanwhile is not half read. */
static void test_changing(void) {
  YhError error;
  Source source;
  char text[70000];
  memset(text, 'a', sizeof text);
  for (int longer = 0; longer < 2; longer++) {
    const char *path = write_file("changing.txt", text, sizeof text);
    if (!OK(source_open(&source, path, &error))) return;
    OK(truncate(path, longer ? 80000 : 10) == 0);
    OK(!source_load(&source, 1 << 20, &error) && error.code == YH_EREAD && strstr(error.message, "changed"));
    source_close(&source);
  }
  if (!OK(source_open(&source, path_of("changing.txt"), &error))) return;
  unlink(path_of("changing.txt")); /* vanished, but open: whole */
  OK(source_load(&source, 1 << 20, &error) && source.length == 80000);
  source_close(&source);
}

static void test_standard_input(void) {
  YhError error;
  const int kept = dup(STDIN_FILENO);
  int ends[2];
  OK(pipe(ends) == 0 && write(ends[1], "各位代表：\n收入提高。", 31) == 31);
  close(ends[1]);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  OK(outcome("-", NULL, &error) == YH_OK);
  dup2(kept, STDIN_FILENO);
  close(kept);
}

static void test_limits(void) {
  YhError error;
  /* a file of a gigabyte takes no disk and no memory: it has a hole */
  const char *path = write_file("huge.txt", "a", 1);
  OK(truncate(path, (off_t)1 << 30) == 0);
  OK(outcome(path, NULL, &error) == YH_ELIMIT && strstr(error.message, "MiB"));
  char *same = malloc(9 << 20);
  memset(same, 'a', 9 << 20);
  OK(outcome(write_file("same.txt", same, 9 << 20), NULL, &error) == YH_OK);
  const YhOptions short_text = {.max_text = 8 << 20};
  OK(outcome(path_of("same.txt"), &short_text, &error) == YH_ELIMIT);
  OK(outcome(write_file("same.txt", same, 1 << 20), NULL, &error) == YH_OK);
  const YhOptions small = {.max_bytes = 100000};
  OK(outcome(path_of("same.txt"), &small, &error) == YH_ELIMIT);
  free(same);
}

static void test_odd_bytes(void) {
  static const char odd[] = "各位代表：\0现在\xFF报告工作。\n全年增长5%。";
  YhError error;
  YhInput *input = yh_input_memory(odd, sizeof odd - 1, NULL, &error);
  YhReport *report = yh_input_next(input, &error);
  if (OK(report != NULL)) SAME(yh_report_text(report, NULL), "各位代表：现在\uFFFD报告工作。\n全年增长5%。");
  yh_report_free(report);
  OK(yh_input_next(input, &error) == NULL && error.code == YH_OK);
  yh_input_close(input);
}

static const char TABLE[] =
    "id,year,region,报告人,正文,note\r\n"
    "one,2031,河湾县,李小河,\"各位代表：\n全年增长5%，称为\"\"快\"\"。\",甲\r\n"
    "\r\n"
    "two,2032,河湾县\n"
#ifdef HAVE_LIBXML2
    "three,2033,,,\"<html><body><p>各位代表：</p><p>收入提高，民生改善。</p></body></html>\",\n";
#else
    "three,2033,,,\"各位代表：\n收入提高，民生改善。\",\n";
#endif

static void check_variable(const YhReport *report, uint32_t i, const char *want_name, const char *want) {
  const char *value = NULL;
  SAME(yh_report_variable(report, i, &value), want_name);
  SAME(value, want);
}

static void check_table(YhInput *input) {
  YhError error;
  YhReport *report = yh_input_next(input, &error);
  if (!OK(report != NULL)) return;
  SAME(yh_report_text(report, NULL), "各位代表：\n全年增长5%，称为“快”。");
  SAME(yh_report_name(report), "one");
  OK(yh_report_line(report, 0) == 2 && yh_report_line(report, 20) == 3);
  check_variable(report, 0, "id", "one");
  check_variable(report, 3, "报告人", "李小河");
  check_variable(report, 4, "note", "甲");
  OK(yh_report_variable(report, 5, NULL) == NULL);
  OK(yh_report_meta(report)->year == 2031);
  yh_report_free(report);
  OK(yh_input_next(input, &error) == NULL && error.code == YH_EEMPTY && error.line == 5);
  report = yh_input_next(input, &error);
  if (OK(report != NULL)) SAME(yh_report_text(report, NULL), "各位代表：\n收入提高，民生改善。");
  yh_report_free(report);
  OK(yh_input_next(input, &error) == NULL && error.code == YH_OK);
  OK(yh_input_next(input, &error) == NULL && error.code == YH_OK);
}

static void test_tables(void) {
  YhError error;
  YhInput *input = yh_input_memory(TABLE, sizeof TABLE - 1, NULL, &error);
  check_table(input);
  yh_input_close(input);

  char gbk[2048], *in = (char *)(uintptr_t)TABLE, *out = gbk;
  size_t left = sizeof TABLE - 1, room = sizeof gbk;
  iconv_t converter = iconv_open("GB18030", "UTF-8");
  iconv(converter, &in, &left, &out, &room);
  iconv_close(converter);
  input = yh_input_open(write_file("table.csv", gbk, sizeof gbk - room), NULL, &error);
  check_table(input);
  yh_input_close(input);

  static const char lines[] = "{\"id\": 7, \"text\": \"各位代表：\\n全年增长5%。\", \"year\": 2031}\n"
                              "{\"id\": 8}\nno json\n{\"id\": 9, \"content\": \"收入提高。\"}";
  input = yh_input_memory(lines, sizeof lines - 1, NULL, &error);
  YhReport *report = yh_input_next(input, &error);
  if (OK(report != NULL)) SAME(yh_report_text(report, NULL), "各位代表：\n全年增长5%。");
  check_variable(report, 0, "id", "7");
  yh_report_free(report);
  OK(!yh_input_next(input, &error) && error.code == YH_EFORMAT && error.line == 2);
  OK(!yh_input_next(input, &error) && error.code == YH_EFORMAT && error.line == 3);
  report = yh_input_next(input, &error);
  if (OK(report != NULL)) SAME(yh_report_name(report), "9");
  yh_report_free(report);
  OK(!yh_input_next(input, &error) && error.code == YH_OK);
  yh_input_close(input);
}

/* A quotation mark that is never closed swallows the rest of a large file: an error, and little memory. */
static void test_open_quote(void) {
  char *table = malloc(12 << 20);
  memset(table, 'a', 12 << 20);
  memcpy(table, "id,text\n1,\"", 11);
  YhError error;
  OK(outcome(write_file("open.csv", table, 12 << 20), NULL, &error) == YH_ELIMIT && error.line == 2);
  free(table);
}

int main(void) {
  if (!mkdtemp(folder)) return 1;
  test_no_reports();
  test_changing();
  test_standard_input();
  test_limits();
  test_odd_bytes();
  test_tables();
  test_open_quote();
  char command[300];
  snprintf(command, sizeof command, "rm -rf %s", folder);
  return tap_end() | (system(command) != 0);
}
