/* hints.c: see hints.h. */
#include "hints.h"
#include "text/message.h"
#include <string.h>

static const struct {
  const char *says, *hint;
} hints[] = {
    /* PCRE2 */
    {"closing parenthesis", N_("each ( needs its ); a bracket that is looked for itself is written [(] or [)]")},
    {"missing terminating ]", N_("each [ needs its ]; for the sign itself write [[]")},
    {"quantifier does not follow",
     N_("* + ? {2,4} repeat what stands before them; for the signs themselves write [*] [+] [?]")},
    {"unknown property", N_("for example \\\\p{Han} for a Chinese character, \\\\d for a digit")},
    {"unrecognized character follows \\", N_("for example \\\\p{Han} for a Chinese character, \\\\d for a digit")},
    {"out of order", N_("the smaller one stands first: [0-9], {2,4}")},
    {"two named subpatterns", N_("each capture has a name of its own: (?<first>…) (?<second>…)")},
    {"lookbehind assertion is not fixed length", N_("each choice in (?<=…) has a fixed length: no * + ? in it")},
    /* Lua */
    {"invalid escape sequence", N_("a pattern's \\d is written \\\\d in \"…\", and as it is in [[…]]")},
    {"attempt to index a nil value",
     N_("what stands before the point is nil: it is misspelt, or was not set on this way")},
    {"attempt to call a nil value",
     N_("there is no function of that name: describe(x) in yanhu repl lists what x has")},
    {"attempt to compare number with nil",
     N_("the value of a range (3—5家) is nil: ask `if q.value then` first, or take q.low and q.high")},
    {"attempt to compare nil with number",
     N_("the value of a range (3—5家) is nil: ask `if q.value then` first, or take q.low and q.high")},
    {"attempt to perform arithmetic on a nil",
     N_("the value of a range (3—5家) is nil: ask `if q.value then` first, or take q.low and q.high")},
    {"attempt to concatenate a nil", N_("what may be nil is joined as (x or \"\")")},
    {"unfinished string", N_("the quotation mark at its end is missing; a text of several lines stands in [[…]]")},
    {"expected near", N_("a comma, a bracket or an `end` is missing there, or above")},
    {"unexpected symbol near", N_("a value is missing before it, or a comma, a bracket or an `end` above")},
};

const char *hint_for(const char *message) {
  const size_t length = strcspn(message, "\n");
  for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
    if (memmem(message, length, hints[i].says, strlen(hints[i].says))) return _(hints[i].hint);
  return NULL;
}
