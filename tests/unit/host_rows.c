/* Rows on their way out: JSON text and numbers, and the spool that moves to disk. */
#include "host/buffer.h"
#include "host/spool.h"
#include "tap.h"
#include <math.h>
#include <stdlib.h>

static void json(const char *bytes, size_t length, const char *want) {
  Buffer text = {0};
  buffer_json(&text, bytes, length);
  SAME(text.data, want);
  buffer_free(&text);
}

static void number(double value, const char *want) {
  Buffer text = {0};
  buffer_number(&text, value);
  SAME(text.data, want);
  if (isfinite(value)) OK(strtod(text.data, NULL) == value);
  buffer_free(&text);
}

/* Lines go in, in portions; the same come out in order, whatever lies in memory and whatever on disk. */
static void spool(size_t memory, int lines, int portion) {
  Spool s = {.memory_max = memory};
  int in = 0, out = 0, wrong = 0;
  size_t length;
  while (out < lines) {
    for (int i = 0; i < portion && in < lines; i++, in++) {
      char *line = string_format("{\"n\":%d}\n", in);
      spool_add(&s, line, strlen(line));
      free(line);
    }
    for (int i = 0; i < portion / 2 + 1; i++) {
      const char *line = spool_next(&s, &length);
      if (!line) break;
      wrong += atoi(line + 5) != out++ || line[length - 1] != '}';
    }
  }
  OK(wrong == 0);
  OK(spool_next(&s, &length) == NULL);
  spool_free(&s);
}

static void spool_by_number(size_t memory) {
  Spool s = {.memory_max = memory};
  size_t length;
  for (int i = 0; i < 1000; i++) {
    char *line = string_format("%d\n", i * 7);
    spool_add(&s, line, strlen(line));
    free(line);
  }
  OK(spool_settle(&s));
  OK(s.stored == 1000);
  int wrong = 0;
  for (size_t i = 0; i < 1000; i += 13) {
    const size_t n = (i * 331) % 1000;
    wrong += atoi(spool_line(&s, n, &length)) != (int)n * 7;
  }
  OK(wrong == 0);
  spool_free(&s);
}

int main(void) {
  json("", 0, "\"\"");
  json("a\"b\\c\n\t\r\x01\x7F", 10, "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f\"");
  json("盐湖", 6, "\"盐湖\"");
  json("a\xFFz\xE7\x9B", 5, "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\"");
  json("a\0b", 3, "\"a\\u0000b\"");
  number(5e8, "500000000");
  number(0.1, "0.1");
  number(4.5, "4.5");
  number(1.0 / 3, "0.3333333333333333");
  number(-0.0, "0");
  number(1e20, "1e+20");
  number(123456789012345678.0, "1.2345678901234568e+17");
  number(NAN, "null");
  number(INFINITY, "null");
  spool(1 << 20, 1000, 10);
  spool(100, 1000, 10);
  spool(1, 200, 1);
  spool(500, 3000, 700);
  spool_by_number(100);
  return tap_end();
}
