/* Fuzz target: zip archives. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_read(docx_read, data, size);
  return 0;
}
