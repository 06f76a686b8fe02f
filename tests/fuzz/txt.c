/* Fuzz target: plain text in any encoding. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_read(txt_read, data, size);
  return 0;
}
