/* promise: reads the ndjson rows of `facts` on standard input and the reports they came from, and checks what every
 * row promises: `text` stands at `offset` in `quote` and at [start, end) in the report, and the line is that text's
 * line.
 *
 *     yanhu run facts REPORT… -f ndjson | promise REPORT…
 */
#include "unit/tap.h"
#include <cJSON.h>
#include <stdlib.h>
#include <yanhu.h>

typedef struct Source {
  const char *name;
  YhReport *report;
} Source;

static const char *string_of(const cJSON *row, const char *key) {
  const char *value = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(row, key));
  return value ? value : "";
}

/* A position or line of the row; 0xFFFFFFFF where it has none. */
static uint32_t number_of(const cJSON *row, const char *key) {
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(row, key);
  return cJSON_IsNumber(item) && item->valuedouble >= 0 ? (uint32_t)item->valuedouble : UINT32_MAX;
}

/* The byte behind `codepoints` codepoints of s; its end where there are fewer. */
static const char *forward(const char *s, uint32_t codepoints) {
  while (*s && codepoints--) do
      s++;
    while (((unsigned char)*s & 0xC0) == 0x80);
  return s;
}

static uint32_t length_of(const char *s) {
  uint32_t count = 0;
  for (; *s; s++) count += ((unsigned char)*s & 0xC0) != 0x80;
  return count;
}

static void check_row(const char *json, const cJSON *row, const Source *sources, int count) {
  const char *text = string_of(row, "text"), *quote = string_of(row, "quote"), *name = string_of(row, "report");
  const uint32_t offset = number_of(row, "offset"), start = number_of(row, "start"), end = number_of(row, "end");
  const Source *source = NULL;
  for (int i = 0; i < count && !source; i++)
    if (strcmp(sources[i].name, name) == 0) source = &sources[i];
  if (!OK(source && *text && end > start && end != UINT32_MAX)) {
    printf("#   row:  %s", json);
    return;
  }
  const int quoted = strncmp(forward(quote, offset), text, strlen(text)) == 0;
  const char *whole = yh_report_text(source->report, NULL);
  const uint32_t from = yh_report_byte(source->report, start), to = yh_report_byte(source->report, end);
  const int spanned = to - from == strlen(text) && memcmp(whole + from, text, to - from) == 0;
  const int lined = number_of(row, "line") == yh_report_line(source->report, from);
  if (!OK(quoted) | !OK(spanned) | !OK(lined) | !OK(end - start == length_of(text))) printf("#   row:  %s", json);
}

int main(int argc, char **argv) {
  Source *sources = calloc((size_t)argc, sizeof *sources);
  if (!sources) return 3;
  int count = 0;
  for (int i = 1; i < argc; i++) {
    YhError error = {0};
    YhInput *input = yh_input_open(argv[i], NULL, &error);
    YhReport *report = input ? yh_input_next(input, &error) : NULL;
    if (!OK(report)) printf("#   %s: %s\n", argv[i], error.message);
    else sources[count++] = (Source){.name = yh_report_name(report), .report = report};
    if (input) yh_input_close(input);
  }
  char *json = NULL;
  size_t capacity = 0;
  int rows = 0;
  for (; getline(&json, &capacity, stdin) > 0; rows++) {
    cJSON *row = cJSON_Parse(json);
    if (OK(row)) check_row(json, row, sources, count);
    cJSON_Delete(row);
  }
  OK(rows > 0);
  free(json);
  for (int i = 0; i < count; i++) yh_report_free(sources[i].report);
  free(sources);
  return tap_end();
}
