/* The printer of messages: the caret stands under its character as a terminal shows it. */
#include "host/diagnostic.h"
#include "tap.h"
#include <stdlib.h>

static char *written(Diagnostic d) {
  Buffer text = {0};
  diagnostic_write(&text, &d);
  return text.data;
}

static void same(Diagnostic d, const char *want) {
  char *got = written(d);
  SAME(got, want);
  free(got);
}

int main(void) {
  same((Diagnostic){.message = "no script is named", .hint = "for example"},
       "yanhu: no script is named\nhint: for example\n");
  same((Diagnostic){.file = "a.txt", .message = "cannot open"}, "a.txt: cannot open\n");
  same(
      (Diagnostic){
          .file = "a.lua", .line = 2, .column = 1, .length = 6, .message = "unknown", .source = "x\nsumary = 1\n"},
      "a.lua:2:1: unknown\n"
      "    2 | sumary = 1\n"
      "      | ^^^^^^\n");
  /* a Han character is one column for people and two on the screen */
  same((Diagnostic){.file = "r.txt", .line = 1, .column = 3, .length = 2, .message = "两", .source = "投资两亿元"},
       "r.txt:1:3: 两\n"
       "    1 | 投资两亿元\n"
       "      |     ^^^^\n");
  same((Diagnostic){.file = "r.txt", .line = 1, .column = 2, .message = "tab and CR", .source = "\tx\r\nnext"},
       "r.txt:1:2: tab and CR\n"
       "    1 |  x\n"
       "      |  ^\n");
  /* beyond the end: the caret stands behind the line; a line that is not there gives no excerpt */
  same((Diagnostic){.file = "r", .line = 1, .column = 9, .message = "end", .source = "ab"},
       "r:1:9: end\n    1 | ab\n      |   ^\n");
  same((Diagnostic){.file = "r", .line = 7, .column = 1, .message = "gone", .source = "ab"}, "r:7:1: gone\n");
  same((Diagnostic){.file = "r", .line = 1, .column = 1, .message = "bytes", .source = "\xFF\xFE"},
       "r:1:1: bytes\n    1 | ??\n      | ^\n");

  /* a paragraph is cut around the caret, and the caret is still right */
  char paragraph[3 * 400 + 1] = "";
  for (int i = 0; i < 400; i++) strcat(paragraph, i == 300 ? "错" : "字");
  char *text = written((Diagnostic){.file = "r", .line = 1, .column = 301, .message = "long", .source = paragraph});
  char *excerpt = strstr(text, "| ") + 2, *caret = strstr(excerpt, "| ") + 2;
  const char *at = strstr(excerpt, "错");
  OK(at && display_width(excerpt, (size_t)(at - excerpt)) == strspn(caret, " "));
  OK(display_width(excerpt, strcspn(excerpt, "\n")) <= 100);
  free(text);

  OK(display_width("盐湖ab", 8) == 6);
  OK(display_width("\xE7", 1) == 1);
  return tap_end();
}
