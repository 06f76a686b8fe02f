/* Fuzz target: PDF files. */
#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_read(pdf_read, data, size);
  return 0;
}
