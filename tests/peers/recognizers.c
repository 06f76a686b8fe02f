/* The Chinese cases of microsoft/Recognizers-Text against the mentions of the whole reader.
 *
 *     recognizers FOLDER DIFFERENCES
 *
 * A case is a text and what the peer finds in it. It passes where each finding is a mention (or the core of one) with
 * the same value, and where nothing is found if the peer finds nothing. DIFFERENCES lists the cases in which yanhu
 * means to differ, `MODEL<TAB>INPUT`, below the line `= reason` that they share; these are counted apart, and a
 * listed case that passes is reported, so that the list stays true. */
#include "tap.h"
#include "text/traditional.h"
#include "text/utf8.h"
#include "yanhu.h"
#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>

typedef struct Difference {
  char *model, *input;
  bool used;
} Difference;
static Difference differences[1000];
static int difference_count, agreed, differing, failing;

static char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  char *bytes = NULL;
  size_t length = 0, got = 0;
  do {
    length += got;
    bytes = realloc(bytes, length + 65537);
    got = fread(bytes + length, 1, 65536, file);
  } while (got);
  bytes[length] = 0;
  fclose(file);
  return bytes;
}

static void read_differences(char *text) {
  for (char *rest, *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    char *tab = strchr(line, '\t');
    if (!tab || difference_count == 1000) continue;
    *tab = 0;
    differences[difference_count++] = (Difference){line, tab + 1, false};
  }
}

static Difference *find_difference(const char *model, const char *input) {
  for (int i = 0; i < difference_count; i++)
    if (!strcmp(differences[i].model, model) && !strcmp(differences[i].input, input)) return &differences[i];
  return NULL;
}

/* The simplified form of the characters that numbers are made of: a traditional text is read as a simplified one. */
static uint32_t simplified(uint32_t c) {
  static const char *const pairs = "萬万億亿兩两貳贰幾几點点個个餘余雙双陸陆塊块";
  for (uint32_t at = 0, size, other; pairs[at]; at += 2 * size) {
    other = utf8_decode(pairs + at, &size);
    if (other == c) return utf8_decode(pairs + at + size, &size);
  }
  return c;
}

/* Traditional characters made simplified, full-width ones folded, blanks and case dropped: both sides of a comparison
 * of texts. */
static void fold(const char *text, uint32_t length, char *out) {
  Arena *arena = arena_new();
  text = traditional_simplify(arena, text, &length);
  for (size_t at = 0; at < length;) {
    uint32_t size, c = utf8_decode(text + at, &size);
    at += size;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (utf8_is_space(c)) continue;
    c = simplified(c);
    if (c >= 'A' && c <= 'Z') c += 32;
    out += utf8_encode(c, out);
  }
  *out = 0;
  arena_free(arena);
}

static bool same_text(const char *text, uint32_t start, uint32_t end, const char *want, bool part) {
  static char a[20000], b[20000];
  if (end - start > 5000 || strlen(want) > 5000) return false;
  fold(text + start, end - start, a), fold(want, (uint32_t)strlen(want), b);
  return part ? strstr(a, b) != NULL : strcmp(a, b) == 0;
}

static bool near_to(double a, double b) {
  return fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* `[20,30)`: both bounds, NaN for none. Whether a bound belongs to the range is the op's business, not compared. */
static bool same_range(const YhMention *m, const char *range, double scale) {
  const char *comma = strchr(range, ',');
  double low = comma == range + 1 ? NAN : strtod(range + 1, NULL) * scale;
  double high = comma[1] == ')' || comma[1] == ']' ? NAN : strtod(comma + 1, NULL) * scale;
  bool about = m->op == YH_ABOUT && isnan(high); /* 五百多: the peer's (500, ∞) is ≈ 500 in the guide */
  return (isnan(low) ? isnan(m->low) : near_to(m->low, low)) &&
         (about || (isnan(high) ? isnan(m->high) : near_to(m->high, high)));
}

/* Numbers keep no sign here: 下降 and 负 are for the rules. */
static bool same_value(const YhMention *m, const char *value, double scale) {
  if (!strcmp(m->unit, "‰")) scale *= 10; /* the peer has all parts of a whole in % */
  if (!strcmp(m->unit, "‱")) scale *= 100;
  if (*value == '[' || *value == '(') return same_range(m, value, scale);
  return near_to(m->value, fabs(strtod(value, NULL)) * scale);
}

static bool is_number(const YhMention *m) {
  return m->kind == YH_QUANTITY || m->kind == YH_RANK || m->kind == YH_NUMERAL;
}

/* The text without its sign, and without the verb in front: the guide leaves both outside a mention. */
static const char *bare_text(const char *text) {
  static const char *const fronts[] = {"-", "－", "负", "負", "等于", "位于"};
  for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
    if (!strncmp(text, fronts[i], strlen(fronts[i]))) return text + strlen(fronts[i]);
  return text;
}

/* １９９１年１月１６日: the numbers of a date are the fields of its mention. */
static bool is_in_date(const YhMention *m, const char *text, const char *want, const char *value) {
  if (m->kind != YH_PERIOD || !same_text(text, m->start, m->end, want, true)) return false;
  const double number = strtod(value, NULL);
  return number == m->first_year || number == m->month || number == m->day;
}

static bool has_finding(const char *model, const char *text, const YhMention *mentions, uint32_t count,
                        const cJSON *result) {
  const char *want = cJSON_GetStringValue(cJSON_GetObjectItem(result, "Text"));
  const char *value = cJSON_GetStringValue(cJSON_GetObjectItem(cJSON_GetObjectItem(result, "Resolution"), "value"));
  bool number = !strcmp(model, "NumberModel") || !strcmp(model, "OrdinalModel") || !strncmp(model, "NumberRange", 11);
  if (!want || !value) return false;
  want = bare_text(want);
  for (uint32_t i = 0; i < count; i++) {
    const YhMention *m = &mentions[i];
    if (number && is_in_date(m, text, want, value)) return true;
    if (!is_number(m) || (!number && m->kind != YH_QUANTITY)) continue;
    /* a part of a whole is percent in the guide: 五分之一 is 20 % */
    bool part = number && m->dimension == YH_PERCENT && same_value(m, value, 100);
    if (!part && !same_value(m, value, 1)) continue;
    /* a number may stand within its unit (5%, 百分之五), a quantity with its hedge */
    if (same_text(text, m->core_start, m->core_end, want, number) || same_text(text, m->start, m->end, want, number))
      return true;
  }
  return false;
}

static bool run_case(const char *model, const cJSON *test, const char **why) {
  const char *input = cJSON_GetStringValue(cJSON_GetObjectItem(test, "Input"));
  YhError error = {0};
  YhInput *file = yh_input_memory(input, strlen(input), &(YhOptions){.name = "case.txt"}, &error);
  YhReport *report = file ? yh_input_next(file, &error) : NULL;
  uint32_t count = 0;
  const char *text = report ? yh_report_text(report, NULL) : "";
  const YhMention *mentions = report ? yh_report_mentions(report, &count) : NULL;
  const cJSON *results = cJSON_GetObjectItem(test, "Results"), *result;
  bool ok = true;
  static char note[4000];
  *note = 0;
  cJSON_ArrayForEach(result, results) {
    if (has_finding(model, text, mentions, count, result)) continue;
    ok = false;
    snprintf(note, sizeof note, "wants %.300s", cJSON_GetStringValue(cJSON_GetObjectItem(result, "Text")));
  }
  if (!cJSON_GetArraySize(results))
    for (uint32_t i = 0; i < count; i++)
      if (mentions[i].kind == YH_QUANTITY) ok = false, snprintf(note, sizeof note, "wants nothing");
  for (uint32_t i = 0; !ok && i < count && strlen(note) < 3000; i++)
    if (is_number(&mentions[i])) {
      size_t at = strlen(note);
      snprintf(note + at, sizeof note - at, "; has %.*s = %g (%g to %g)", (int)(mentions[i].end - mentions[i].start),
               text + mentions[i].start, mentions[i].value, mentions[i].low, mentions[i].high);
    }
  *why = note;
  yh_report_free(report);
  yh_input_close(file);
  return ok;
}

static void run_model(const char *folder, const char *model) {
  char path[1000];
  snprintf(path, sizeof path, "%s/%s.json", folder, model);
  char *bytes = read_file(path);
  cJSON *cases = bytes ? cJSON_Parse(bytes) : NULL;
  if (!tap_check(cases != NULL, path, __FILE__, __LINE__)) return;
  const cJSON *test;
  cJSON_ArrayForEach(test, cases) {
    const char *input = cJSON_GetStringValue(cJSON_GetObjectItem(test, "Input")), *why;
    Difference *difference = find_difference(model, input);
    bool ok = run_case(model, test, &why);
    if (difference) {
      difference->used = true;
      differing++;
      if (ok) printf("# listed as a difference, but agrees: %s\t%s\n", model, input), tap_failed++;
      continue;
    }
    if (ok) agreed++;
    else failing++, printf("# %s\t%s\t%s\n", model, input, why);
  }
  cJSON_Delete(cases);
  free(bytes);
}

int main(int argc, char **argv) {
  static const char *const models[] = {"NumberModel",  "NumberRangeModel", "NumberRangeModelExperimentalMode",
                                       "PercentModel", "CurrencyModel",    "DimensionModel",
                                       "OrdinalModel", "TemperatureModel", "AgeModel"};
  if (argc != 3) return 4;
  char *list = read_file(argv[2]);
  if (list) read_differences(list);
  for (size_t i = 0; i < sizeof models / sizeof *models; i++) run_model(argv[1], models[i]);
  for (int i = 0; i < difference_count; i++)
    if (!tap_check(differences[i].used, "each listed difference is a case", __FILE__, __LINE__))
      printf("#   %s\t%s\n", differences[i].model, differences[i].input);
  printf("# %d agree, %d do not, %d differ on purpose\n", agreed, failing, differing);
  tap_check(agreed >= 0.97 * (agreed + failing), "97 in 100 of the cases agree", __FILE__, __LINE__);
  tap_check(differing <= 0.1 * (agreed + failing + differing), "10 in 100 are differences", __FILE__, __LINE__);
  free(list);
  return tap_end();
}
