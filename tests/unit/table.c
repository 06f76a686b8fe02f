/* table.c: csv in the encodings of offices, workbooks made here, and those that are cut off. */
#include "read/table.h"
#include "text/buffer.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Records as text: cells joined by |, one line each. */
static bool collect(void *user, const char *const *cells, uint32_t count) {
  Buffer *out = user;
  for (uint32_t i = 0; i < count; i++) {
    if (i) buffer_add(out, "|", 1);
    buffer_add(out, cells[i], strlen(cells[i]));
  }
  buffer_add(out, "\n", 1);
  return true;
}

static void check_csv(const char *bytes, size_t length, const char *want) {
  char path[] = "/tmp/yanhu-table-XXXXXX";
  const int fd = mkstemp(path);
  OK(fd >= 0 && write(fd, bytes, length) == (ssize_t)length);
  close(fd);
  Buffer got = {0};
  YhError error = {0};
  const bool good = table_read(path, collect, &got, &error);
  buffer_add(&got, "", 1);
  tap_same(good ? got.bytes : error.message, want, bytes, __FILE__, __LINE__);
  buffer_free(&got);
  unlink(path);
}

static bool take_one(void *user, const char *const *cells, uint32_t count) {
  (void)cells;
  *(uint32_t *)user = count;
  return false;
}

#if defined(HAVE_LIBARCHIVE) && defined(HAVE_LIBXML2)
#include "make_zip.h"

static void check_sheet(const char *strings, const char *sheet, const char *want) {
  const Part parts[] = {{"xl/worksheets/sheet1.xml", sheet, strlen(sheet)},
                        {"xl/sharedStrings.xml", strings, strings ? strlen(strings) : 0}};
  Source source = make_zip(parts, strings ? 2 : 1);
  OK(sheet_fits(&source));
  Buffer got = {0};
  YhError error = {0};
  const bool good = sheet_read(&source, collect, &got, &error);
  buffer_add(&got, "", 1);
  tap_same(good ? got.bytes : error.message, want, sheet, __FILE__, __LINE__);
  buffer_free(&got);
  for (size_t cut = 0; cut < source.length; cut += 7) { /* any end of it is an error or fewer rows, never a crash */
    Source part = source;
    part.length = cut;
    Buffer rows = {0};
    sheet_read(&part, collect, &rows, &error);
    buffer_free(&rows);
  }
  free(source.bytes);
}

static void sheets(void) {
  check_sheet("<sst><si><t>任务</t></si><si><r><t>改造</t></r><r><t>路灯</t></r><rPh><t>gai</t></rPh></si></sst>",
              "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
              "t='inlineStr'><is><t>进度</t></is></c></row>"
              "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='C3'><v>12.5</v></c></row>"
              "<row r='4'><c r='A4'/><c r='B4'/></row>"
              "<row r='5'><c t='str'><f>A1</f><v>a&amp;b</v></c><c><v>2</v></c></row></sheetData></worksheet>",
              "任务|进度\n改造路灯||12.5\na&b|2\n");
  check_sheet("<sst/>",
              "<worksheet><sheetData><row><c t='s'><v>7</v></c><c "
              "t='s'><v>-1</v></c><c><v>1</v></c></row></sheetData></worksheet>",
              "||1\n");
  check_sheet(NULL,
              "<worksheet><sheetData><row><c r='ZZZZZZZZZZ1'><v>1</v></c><c r='B1'><v>2</v></c><c "
              "r='A1'><v>3</v></c></row></sheetData></worksheet>",
              "|2\n");
  check_sheet(NULL, "<worksheet><sheetData></sheetData></worksheet>", "");
  const Part parts[] = {{"word/document.xml", "<a/>", 4}};
  Source source = make_zip(parts, 1);
  YhError error = {0};
  OK(!sheet_read(&source, collect, NULL, &error) && error.code == YH_EFORMAT);
  free(source.bytes);
}
#else
static void sheets(void) {}
#endif

int main(void) {
  const char *utf8 = "\xEF\xBB\xBF任务,进度\r\n\"路灯, 80盏\",\"说\"\"好\"\"\"\r\n\r\n校舍,\r\n";
  check_csv(utf8, strlen(utf8), "任务|进度\n路灯, 80盏|说\"好\"\n校舍|\n");
  const char gbk[] = "\xC8\xCE\xCE\xF1\t\xBD\xF8\xB6\xC8\n\xB9\xA9\xCB\xAE\xB9\xA4\xB3\xCC\t\xBF\xAA\xB9\xA4\n";
  check_csv(gbk, sizeof gbk - 1, "任务|进度\n供水工程|开工\n");
  check_csv("a;b\n1;2\n", 8, "a|b\n1|2\n");

  YhError error = {0};
  OK(!table_read("/nowhere/ledger.csv", collect, NULL, &error) && error.code == YH_EOPEN);
  size_t length;
  OK(!text_read("/nowhere/rules.lua", &length, &error));
  uint32_t count = 0;
  OK(table_read("README.md", take_one, &count, &error) && count > 0); /* ends where the taker says so */
  char *text = text_read("README.md", &length, &error);
  OK(text && strlen(text) == length);
  free(text);
  sheets();
  return tap_end();
}
