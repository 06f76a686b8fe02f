/* Any bytes make a valid tree or an error. */
#include "../unit/tree_check.h"

#include <stddef.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  YhError error;
  YhInput *input = yh_input_memory((const char *)data, size, NULL, &error);
  if (!input) return 0;
  for (YhReport *report; (report = yh_input_next(input, &error));) {
    const char *wrong = tree_check(report);
    if (wrong) {
      fprintf(stderr, "%s\n", wrong);
      abort();
    }
    yh_report_free(report);
  }
  yh_input_close(input);
  return 0;
}
