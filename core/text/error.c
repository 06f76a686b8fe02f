/* error.c: see error.h. */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void error_clear(YhError *error) {
  if (error) memset(error, 0, sizeof *error);
}

bool error_set(YhError *error, YhCode code, const char *format, ...) {
  if (!error) return false;
  error_clear(error);
  error->code = code;
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  if (length >= (int)sizeof error->message) {
    size_t cut = sizeof error->message - 1;
    while (cut && ((unsigned char)error->message[cut] & 0xC0) == 0x80) cut--;
    error->message[cut] = 0;
  }
  return false;
}

const char *yh_code_name(YhCode code) {
  switch (code) {
  case YH_OK:
    return "ok";
  case YH_EOPEN:
    return N_("cannot open");
  case YH_EREAD:
    return N_("cannot read");
  case YH_EFORMAT:
    return N_("wrong format");
  case YH_EUNSUPPORTED:
    return N_("format not supported");
  case YH_EENCODING:
    return N_("unknown encoding");
  case YH_EEMPTY:
    return N_("empty");
  case YH_ELIMIT:
    return N_("limit exceeded");
  case YH_EARGUMENT:
    return N_("wrong argument");
  }
  return N_("unknown error");
}
