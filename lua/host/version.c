/* version.c: see version.h. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "version.h"
#include "embed.h"
#include "formats.h"
#include "yanhu.h"
#include <cJSON.h>
#include <lua.h>
#include <pcre2.h>
#include <stdio.h>

typedef struct Library {
  const char *name, *purpose;
  int built;
} Library;

#ifdef HAVE_LIBARCHIVE
#define WITH_LIBARCHIVE 1
#else
#define WITH_LIBARCHIVE 0
#endif
#ifdef HAVE_LIBXML2
#define WITH_LIBXML2 1
#else
#define WITH_LIBXML2 0
#endif
#ifdef HAVE_POPPLER
#define WITH_POPPLER 1
#else
#define WITH_POPPLER 0
#endif
#ifdef HAVE_UCHARDET
#define WITH_UCHARDET 1
#else
#define WITH_UCHARDET 0
#endif
#ifdef HAVE_OPENCC
#define WITH_OPENCC 1
#else
#define WITH_OPENCC 0
#endif

#ifdef HAVE_SQLITE3
#define WITH_SQLITE3 1
#else
#define WITH_SQLITE3 0
#endif
#ifdef HAVE_XLSXWRITER
#define WITH_XLSXWRITER 1
#else
#define WITH_XLSXWRITER 0
#endif
#ifdef HAVE_READSTAT
#define WITH_READSTAT 1
#else
#define WITH_READSTAT 0
#endif

#ifdef HAVE_LIBEDIT
#define WITH_LIBEDIT 1
#else
#define WITH_LIBEDIT 0
#endif
#ifdef HAVE_FRISO
#define WITH_FRISO 1
#else
#define WITH_FRISO 0
#endif

static const Library libraries[] = {
    {"sqlite3", "stores of results, -f sqlite", WITH_SQLITE3},
    {"libxlsxwriter", "-f xlsx", WITH_XLSXWRITER},
    {"libreadstat", "-f dta", WITH_READSTAT},
    {"libarchive", "docx", WITH_LIBARCHIVE},
    {"libxml2", "docx, html", WITH_LIBXML2},
    {"poppler-glib", "pdf", WITH_POPPLER},
    {"uchardet", "encodings that are hard to tell", WITH_UCHARDET},
    {"OpenCC", "traditional characters", WITH_OPENCC},
    {"friso", "words", WITH_FRISO},
    {"libedit", "history and completion in repl", WITH_LIBEDIT},
    {NULL, NULL, 0},
};

ExitCode version_print(void) {
  char pcre[64] = "";
  pcre2_config(PCRE2_CONFIG_VERSION, pcre);
  printf("yanhu %s (API %d)\n%s, PCRE2 %s, cJSON %s\n", YH_VERSION, YH_API, LUA_RELEASE, pcre, cJSON_Version());
  for (const Library *library = libraries; library->name; library++)
    printf("%s %s: %s\n", library->built ? "with" : "without", library->name, library->purpose);
  printf("%s gnuplot: -f svg\n", formats_missing("svg") ? "without" : "with");
  printf("%s Chart.js: charts of pages\n", embed_find("lua/yanhu/page/chart.js") ? "with" : "without");
  return EXIT_WELL;
}
