/* library.c: libraries that are loaded when first wanted: found once, or missing with a reason. */
#include "text/library.h"
#include "tap.h"

#include <math.h>

#define THERE(F) F(cos) F(floor)
LIBRARY(There, there_load, "libm.so.6", THERE)

#define GONE(F) F(cos)
LIBRARY(Gone, gone_load, "libyanhu-no-such-library.so.7", GONE)

/* A name that the library has not got, as after an upgrade to a version without it. */
unsigned yanhu_no_such_function(void);
#define OTHER(F) F(cos) F(yanhu_no_such_function)
LIBRARY(Other, other_load, "libm.so.6", OTHER)

int main(void) {
  const char *why = NULL;
  const There *there = there_load(&why);
  OK(there && why[0] == 0);
  OK(there && there->floor(2.5) == 2 && there->cos(0) == 1);
  OK(there_load(&why) == there);

  for (int call = 0; call < 2; call++) {
    why = NULL;
    OK(gone_load(&why) == NULL && why && strstr(why, "libyanhu-no-such-library.so.7"));
    why = NULL;
    OK(other_load(&why) == NULL && why && strstr(why, "libm.so.6: no yanhu_no_such_function"));
  }
  return tap_end();
}
