/* traditional.c: see traditional.h. The conversion is OpenCC's (t2s). */
#include "traditional.h"

#ifdef HAVE_OPENCC
#include "library.h"
#include "utf8.h"

#include <opencc/opencc.h>
#include <pthread.h>
#include <string.h>

#define FUNCTIONS(F) F(opencc_open) F(opencc_convert_utf8) F(opencc_convert_utf8_free)
LIBRARY(OpenCC, opencc_load, OPENCC_SONAME, FUNCTIONS)

enum { SAMPLE = 124 /* bytes */, FIRST = 0x4E00, LAST = 0x9FFF };

/* Common characters of reports that look different in the two scripts, pair by pair. */
static const char SIMPLIFIED[] =
    "业产进实动区国务设经长强万资农体会个济点项开亿总质费稳为创坚规级现标优机续达镇学电办医县对关调乡运扩场转们态积数"
    "领价营险养时环与构风综结护预决过节导园财题减划统内计专争协户网两气问战严绿别监试础众术额议亩义难断兴员贸应粮条际"
    "补权确处间紧单类来盐链继势报车债让税压贯药习疗盖种联吨参门验备线约";
static const char TRADITIONAL[] =
    "業產進實動區國務設經長強萬資農體會個濟點項開億總質費穩為創堅規級現標優機續達鎮學電辦醫縣對關調鄉運擴場轉們態積數"
    "領價營險養時環與構風綜結護預決過節導園財題減劃統內計專爭協戶網兩氣問戰嚴綠別監試礎眾術額議畝義難斷興員貿應糧條際"
    "補權確處間緊單類來鹽鏈繼勢報車債讓稅壓貫藥習療蓋種聯噸參門驗備線約";

static signed char sides[LAST - FIRST + 1]; /* +1 traditional, -1 simplified */
static const OpenCC *opencc;
static opencc_t converter;

static void load(const char *characters, signed char side) {
  for (const char *p = characters; *p;) {
    uint32_t n, c = utf8_decode(p, &n);
    sides[c - FIRST] = side;
    p += n;
  }
}

static void load_sides(void) {
  load(SIMPLIFIED, -1);
  load(TRADITIONAL, 1);
}

static void open_converter(void) { /* apart: it reads OpenCC's dictionaries, which most texts never need */
  const char *missing;
  opencc = opencc_load(&missing);
  if (!opencc) return; /* the text stays as it is */
  converter = opencc->opencc_open("t2s.json");
  if (converter == (opencc_t)-1) converter = NULL;
}

int traditional_side(const char *text, uint32_t length) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load_sides);
  int traditional = 0, simplified = 0;
  for (const char *p = text, *end = text + (length < SAMPLE ? length : SAMPLE - 4); p < end;) {
    uint32_t n, c = utf8_decode(p, &n);
    p += n;
    if (c < FIRST || c > LAST) continue;
    traditional += sides[c - FIRST] > 0;
    simplified += sides[c - FIRST] < 0;
  }
  return traditional >= 2 && traditional > 2 * simplified  ? 1
         : simplified >= 2 && simplified > 2 * traditional ? -1
                                                           : 0;
}

const char *traditional_simplify(Arena *arena, const char *text, uint32_t *length) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_converter);
  if (!converter) return text;
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* OpenCC does not say that a converter may be shared */
  pthread_mutex_lock(&lock);
  char *simple = opencc->opencc_convert_utf8(converter, text, *length);
  pthread_mutex_unlock(&lock);
  if (!simple) return text;
  const char *kept = arena_string(arena, simple);
  opencc->opencc_convert_utf8_free(simple);
  if (!kept[0]) return text;
  *length = (uint32_t)strlen(kept);
  return kept;
}

#else
int traditional_side(const char *text, uint32_t length) {
  (void)text, (void)length;
  return 0;
}

const char *traditional_simplify(Arena *arena, const char *text, uint32_t *length) {
  (void)arena, (void)length;
  return text;
}
#endif
