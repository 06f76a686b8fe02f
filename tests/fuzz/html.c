/* Fuzz target: web pages. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_read(html_read, data, size);
  return 0;
}
