/* parse.c: reads reports and builds their trees and mentions, nothing else: the core's share of a run. */
#include "yanhu.h"

#include <stdio.h>

int main(int argc, char **argv) {
  size_t nodes = 0, mentions = 0;
  for (int i = 1; i < argc; i++) {
    YhError error = {.code = YH_OK};
    YhInput *input = yh_input_open(argv[i], NULL, &error);
    YhReport *report;
    while (input && (report = yh_input_next(input, &error))) {
      uint32_t count;
      yh_report_nodes(report, &count);
      nodes += count;
      yh_report_mentions(report, &count);
      mentions += count;
      yh_report_free(report);
    }
    if (error.code != YH_OK) fprintf(stderr, "%s: %s\n", argv[i], error.message);
    yh_input_close(input);
  }
  printf("%zu nodes, %zu mentions\n", nodes, mentions);
  return nodes == 0;
}
