/* outline.c: the headings of a report, through libyanhu.
 *
 *     cc outline.c $(pkg-config --cflags --libs yanhu) -o outline && ./outline REPORT
 */
#include <stdio.h>
#include <yanhu.h>

int main(int argc, char **argv) {
  YhError error = {0};
  YhInput *input = argc > 1 ? yh_input_open(argv[1], NULL, &error) : NULL;
  YhReport *report = input ? yh_input_next(input, &error) : NULL;
  if (!report) {
    fprintf(stderr, "outline: %s\n", argc > 1 ? error.message : "which report?");
    yh_input_close(input);
    return 2;
  }
  uint32_t length, count;
  const char *text = yh_report_text(report, &length);
  const YhNode *nodes = yh_report_nodes(report, &count);
  for (uint32_t i = 0; i < count; i++) {
    const YhNode *n = &nodes[i];
    if (!n->depth) continue;
    printf("%*s%.*s%.*s\n", 2 * (n->depth - 1), "", (int)(n->marker_end - n->marker_start), text + n->marker_start,
           (int)(n->title_end - n->title_start), text + n->title_start);
  }
  yh_report_free(report);
  yh_input_close(input);
  return 0;
}
