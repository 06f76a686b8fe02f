/* residue_mark.c: which lines of a document are residue: those that say so themselves, and those that the lines
 * around them tell: comments, second copies of the text, running titles, tables of contents, the foot of a page. */
#include "residue.h"

#include "utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
  HEADING = 180 /* bytes */,
  HEAD_LINES = 40,
  FOOT_LINES = 60,
  FOOT_LINE = 120,
  LONG_LINE = 90 /* bytes: a sentence or more */
};

typedef struct Seen { /* what the rules about several lines need to know of each */
  uint64_t hash;      /* of the squashed line; 0 for blank */
  int32_t count;      /* codepoints of a short line, -1 of a long one */
  bool repeated;      /* an earlier line is the same */
  bool title;         /* a short line without a mark at its end that names a work report */
} Seen;

static void mark(Line *line, const char *reason) {
  line->kind = LINE_NOISE;
  line->reason = reason;
}

static bool is_text(const Line *line) {
  return line->kind == LINE_TEXT || line->kind == LINE_HEADING;
}

static uint64_t line_hash(const char *bytes, size_t length) {
  uint64_t hash = 0x9E3779B97F4A7C15u ^ length;
  const size_t most = length < 512 ? length : 512;
  for (size_t i = 0; i < most; i += 8) {
    uint64_t word = 0;
    memcpy(&word, bytes + i, most - i < 8 ? most - i : 8);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
    hash ^= hash >> 32;
  }
  return hash ? hash : 1;
}

static uint64_t hash_long(const Line *line) {
  const char *p = line->text, *end = p + line->length;
  for (uint32_t n; p < end && utf8_is_space(utf8_decode(p, &n)); p += n) continue;
  while (end > p) {
    const char *last = utf8_before(p, end);
    uint32_t n;
    if (!utf8_is_space(utf8_decode(last, &n))) break;
    end = last;
  }
  return line_hash(p, (size_t)(end - p));
}

/* `<!--` to `-->`, over as many lines as it takes. A comment that never ends is none. */
static void mark_comments(Document *document) {
  int64_t open = -1;
  for (uint32_t i = 0; i < document->count; i++) {
    Line *line = &document->lines[i];
    const char *end = line->text + line->length;
    if (open < 0) {
      const char *p = memchr(line->text, '<', line->length < 64 ? line->length : 64);
      if (!p || end - p < 4 || memcmp(p, "<!--", 4) != 0) continue;
      if (memmem(p, (size_t)(end - p), "-->", 3)) continue; /* within the line: inline residue */
      open = i;
      continue;
    }
    if (!memmem(line->text, line->length, "-->", 3)) continue;
    for (int64_t k = open; k <= i; k++) mark(&document->lines[k], "comment");
    open = -1;
  }
}

static bool is_title(const char *line, int count) {
  if (count < 5 || count > 40 || !strstr(line, "工作报告")) return false;
  return !strstr(line, "。") && !strstr(line, ",") && !strstr(line, ":");
}

/* Looks at each line once: residue by its own words, and a hash for the rules about several lines. */
static void look(Document *document, Seen *seen) {
  char squashed[SHORT_LINE];
  const char *last = NULL; /* reason of the line before, where a bracket of it may be left open */
  for (uint32_t i = 0; i < document->count; i++) {
    Line *line = &document->lines[i];
    if (line->length > 3 * SHORT_LINE || (seen[i].count = residue_squash(line, squashed)) < 0) {
      seen[i].count = -1;
      seen[i].hash = hash_long(line);
      last = NULL;
      continue;
    }
    if (!seen[i].count) continue;
    const size_t length = strlen(squashed);
    seen[i].hash = line_hash(squashed, length);
    seen[i].title = is_title(squashed, seen[i].count);
    if (!is_text(line)) continue;
    const bool closing = last && (strcmp(squashed, ")") == 0 || strcmp(squashed, "]") == 0);
    const char *reason = closing ? last : residue_of_line(squashed, seen[i].count);
    if (!reason && seen[i].count <= 60 && residue_is_button_row(line)) reason = "navigation";
    if (reason) mark(line, reason);
    last = reason;
  }
}

/* ---- repetition ---- */

static int compare_hashes(const void *a, const void *b) {
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

/* Sets `repeated` where an earlier line has the same hash: sorts (hash, index) pairs. */
static void find_repeated(const Document *document, Seen *seen) {
  uint64_t(*pairs)[2] = memory_resize(NULL, document->count + 1, sizeof *pairs);
  uint32_t count = 0;
  for (uint32_t i = 0; i < document->count; i++)
    if (seen[i].hash) pairs[count][0] = seen[i].hash, pairs[count++][1] = i;
  /* indices ascend within equal hashes because a stable order is part of the key */
  for (uint32_t i = 0; i < count; i++) pairs[i][0] = (pairs[i][0] & ~(uint64_t)0xFFFFFFFF) | pairs[i][1];
  qsort(pairs, count, sizeof *pairs, compare_hashes);
  for (uint32_t i = 1; i < count; i++)
    if (pairs[i][0] >> 32 == pairs[i - 1][0] >> 32) seen[pairs[i][1]].repeated = true;
  free(pairs);
}

static bool is_long(const Line *line, const Seen *seen) {
  return is_text(line) && (seen->count < 0 || line->length >= LONG_LINE);
}

/* A page that was saved with its frames holds the report two or more times: all but the first copy are noise. A
 * single paragraph that comes twice is the author's business. */
static void mark_copies(Document *document, const Seen *seen) {
  uint32_t longs = 0, copies = 0;
  for (uint32_t i = 0; i < document->count; i++) {
    if (!is_long(&document->lines[i], &seen[i])) continue;
    longs++;
    copies += seen[i].repeated;
  }
  if (copies < 3 || copies * 10 < longs) return;
  /* from the back: whether the next long line is a copy decides about the short ones before it */
  bool next_is_copy = false;
  bool *copied = memory_resize(NULL, document->count, sizeof *copied);
  for (uint32_t i = document->count; i-- > 0;) {
    if (is_long(&document->lines[i], &seen[i])) next_is_copy = seen[i].repeated;
    copied[i] = next_is_copy;
  }
  bool last_is_copy = false;
  for (uint32_t i = 0; i < document->count; i++) {
    Line *line = &document->lines[i];
    if (is_long(line, &seen[i])) last_is_copy = seen[i].repeated;
    if (is_text(line) && seen[i].repeated && (copied[i] || last_is_copy)) mark(line, "copy");
  }
  free(copied);
}

/* The title of the report at the head of each page, and once more under the page's own heading. */
static void mark_running_titles(Document *document, const Seen *seen) {
  for (uint32_t i = 0; i < document->count; i++)
    if (is_text(&document->lines[i]) && seen[i].repeated && seen[i].title) mark(&document->lines[i], "repeated-title");
}

/* Bare numbers, each greater than the last, are the pages' even without dashes. */
static void mark_bare_page_numbers(Document *document, const Seen *seen) {
  char squashed[SHORT_LINE];
  for (int pass = 0, found = 0; pass < 2; pass++) {
    long last = 0;
    for (uint32_t i = 0; i < document->count; i++) {
      Line *line = &document->lines[i];
      if (!is_text(line) || seen[i].count < 1 || seen[i].count > 3) continue;
      residue_squash(line, squashed);
      if (squashed[strspn(squashed, "0123456789")]) continue;
      const long number = strtol(squashed, NULL, 10);
      if (number <= last || number > last + 3) {
        if (pass == 0 && last) return; /* not one ascending row: no page numbers */
        continue;
      }
      last = number;
      if (pass) mark(line, "page-number");
      else found++;
    }
    if (found < 3) return;
  }
}

/* Whether a line below `from` is this entry of a table of contents, or begins with it as a sentence. */
static bool comes_as_heading(const Document *document, const Seen *seen, uint32_t from, const char *entry) {
  const size_t length = strlen(entry);
  const uint64_t hash = line_hash(entry, length);
  for (uint32_t k = from + 1; k < document->count && k < from + 5000; k++) {
    const Line *line = &document->lines[k];
    if (!is_text(line)) continue;
    if (seen[k].hash == hash) return true;
    Line head = *line; /* a heading at the start of its paragraph ends with 。 */
    if (head.length > HEADING) {
      head.length = HEADING;
      while (head.length && ((unsigned char)head.text[head.length] & 0xC0) == 0x80) head.length--;
    }
    char squashed[SHORT_LINE];
    if (residue_squash(&head, squashed) > 0 && strncmp(squashed, entry, length) == 0 &&
        strncmp(squashed + length, "。", 3) == 0)
      return true;
  }
  return false;
}

/* An entry without its page number and the dots in front of it; false for what is none. */
static bool contents_entry(const Line *line, char *entry) {
  const int count = residue_squash(line, entry);
  if (count < 3 || count > 48 || strstr(entry, "。")) return false;
  size_t length = strlen(entry);
  if (entry[length - 1] == ':') return false;
  while (length && ((entry[length - 1] >= '0' && entry[length - 1] <= '9') || entry[length - 1] == '.')) length--;
  while (length >= 3 && memcmp(entry + length - 3, "…", 3) == 0) length -= 3;
  entry[length] = 0;
  return length >= 6;
}

/* 目录, and the lines below it that come again as headings. One or two that were worded otherwise do not end it. */
static void mark_contents(Document *document, const Seen *seen) {
  enum { HEAD = 400, ENTRIES = 200 };
  char squashed[SHORT_LINE];
  uint32_t begin = 0;
  for (; begin < document->count && begin < HEAD; begin++) {
    if (!is_text(&document->lines[begin]) || seen[begin].count != 2) continue;
    residue_squash(&document->lines[begin], squashed);
    if (strcmp(squashed, "目录") == 0 || strcmp(squashed, "目錄") == 0) break;
  }
  if (begin == document->count || begin == HEAD) return;
  uint32_t end = begin + 1, entries = 0, others = 0;
  for (uint32_t i = begin + 1; i < document->count && i < begin + ENTRIES && others <= 2; i++) {
    if (!seen[i].count || !is_text(&document->lines[i])) continue;
    if (seen[i].count < 0 || !contents_entry(&document->lines[i], squashed)) break;
    if (!comes_as_heading(document, seen, i, squashed)) {
      others++;
      continue;
    }
    end = i + 1;
    entries++;
    others = 0;
  }
  if (entries < 2) return;
  for (uint32_t i = begin; i < end; i++)
    if (is_text(&document->lines[i])) mark(&document->lines[i], "contents");
}

/* What a line above the buttons of a page may be that is no menu: the title, the delivery, who speaks. */
static bool is_menu(const char *line, int count) {
  static const char *const WORDS[] = {"报告", "会议", "大会", "代表", "总理", "主席", "省长", "市长", "县长", "区长",
                                      "州长", "盟长", "旗长", "镇长", "乡长", "主任", "——",   "。",   ",",    "年"};
  if (count > 12) return false;
  for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
    if (strstr(line, WORDS[i])) return false;
  return true;
}

/* The head of a web page: what is short and stands above its buttons is its menu. */
static void mark_head(Document *document, const Seen *seen) {
  char squashed[SHORT_LINE];
  uint32_t buttons = 0, bottom = 0;
  for (uint32_t i = 0, looked = 0; i < document->count && looked < HEAD_LINES; i++) {
    if (!seen[i].count) continue;
    if (is_long(&document->lines[i], &seen[i])) break;
    looked++;
    if (document->lines[i].kind == LINE_NOISE && strcmp(document->lines[i].reason, "navigation") == 0)
      buttons++, bottom = i;
  }
  for (uint32_t i = 0; i < bottom && buttons >= 2; i++) {
    if (!is_text(&document->lines[i]) || seen[i].count < 1) continue;
    residue_squash(&document->lines[i], squashed);
    if (is_menu(squashed, seen[i].count)) mark(&document->lines[i], "navigation");
  }
}

/* What stands below a licence or a list of links at the end of a page. */
static void mark_foot(Document *document, const Seen *seen) {
  char squashed[SHORT_LINE];
  uint32_t looked = 0, from = document->count;
  const char *reason = NULL;
  for (uint32_t i = document->count; i-- > 0 && looked < FOOT_LINES;) {
    Line *line = &document->lines[i];
    if (line->kind == LINE_NOISE || !seen[i].count) continue;
    if (seen[i].count < 0 || seen[i].count > FOOT_LINE || !is_text(line)) break;
    looked++;
    residue_squash(line, squashed);
    const char *own = residue_of_foot(squashed);
    if (own) reason = own, from = i;
  }
  for (uint32_t i = from; i < document->count; i++)
    if (document->lines[i].kind != LINE_NOISE) mark(&document->lines[i], reason);
}

void residue_mark(Document *document) {
  if (!document->count) return;
  Seen *seen = memory_resize(NULL, document->count, sizeof *seen);
  memset(seen, 0, document->count * sizeof *seen);
  mark_comments(document);
  look(document, seen);
  find_repeated(document, seen);
  mark_copies(document, seen);
  mark_contents(document, seen);
  mark_running_titles(document, seen);
  mark_bare_page_numbers(document, seen);
  mark_head(document, seen);
  mark_foot(document, seen);
  free(seen);
}
