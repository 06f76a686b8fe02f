/* version.c: see version.h. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "version.h"
#include "embed.h"
#include "formats.h"
#include "text/message.h"
#include "yanhu.h"
#include <cJSON.h>
#include <lua.h>
#include <pcre2.h>
#include <stdio.h>

typedef struct Library {
  const char *name, *purpose;
  int built;
} Library;

/* 1 where the Makefile gave -DHAVE_…, else 0: the given macro is 1, and pastes to a comma that shifts the arguments. */
#define COMMA_1 ,
#define SECOND(first, second, ...) second
#define PICK(shifted) SECOND(shifted 1, 0, 0)
#define PASTE(value) PICK(COMMA_##value)
#define BUILT(macro) PASTE(macro)

static const Library libraries[] = {
    {"sqlite3", N_("stores of results, -f sqlite"), BUILT(HAVE_SQLITE3)},
    {"libxlsxwriter", "-f xlsx", BUILT(HAVE_XLSXWRITER)},
    {"libreadstat", "-f dta", BUILT(HAVE_READSTAT)},
    {"libarchive", "docx", BUILT(HAVE_LIBARCHIVE)},
    {"libxml2", "docx, html", BUILT(HAVE_LIBXML2)},
    {"poppler-glib", "pdf", BUILT(HAVE_POPPLER)},
    {"uchardet", N_("encodings that are hard to tell"), BUILT(HAVE_UCHARDET)},
    {"OpenCC", N_("traditional characters"), BUILT(HAVE_OPENCC)},
    {"friso", N_("words"), BUILT(HAVE_FRISO)},
    {"gettext", N_("messages in other languages"), BUILT(HAVE_LIBINTL)},
    {"libedit", N_("history and completion in repl"), BUILT(HAVE_LIBEDIT)},
    {NULL, NULL, 0},
};

ExitCode version_print(void) {
  char pcre[64] = "";
  pcre2_config(PCRE2_CONFIG_VERSION, pcre);
  printf("yanhu %s (API %d)\n%s, PCRE2 %s, cJSON %s\n", YH_VERSION, YH_API, LUA_RELEASE, pcre, cJSON_Version());
  for (const Library *library = libraries; library->name; library++)
    printf(library->built ? _("with %s: %s\n") : _("without %s: %s\n"), library->name, _(library->purpose));
  printf(formats_missing("svg") ? _("without %s: %s\n") : _("with %s: %s\n"), "gnuplot", "-f svg");
  const bool charts = embed_find("lua/yanhu/page/chart.js") != NULL;
  printf(charts ? _("with %s: %s\n") : _("without %s: %s\n"), "Chart.js", _("charts of pages"));
  return EXIT_WELL;
}
