/* residue.c: residue within a line. See residue.h. */
#include "residue.h"

#include "utf8.h"

#include <string.h>
#include <strings.h>

static bool starts(const char *p, const char *end, const char *word) {
  const size_t n = strlen(word);
  return (size_t)(end - p) >= n && memcmp(p, word, n) == 0;
}

/* `[bookmark: name]`, as Word's text export leaves it. */
static uint32_t bookmark(const char *p, const char *end) {
  if (!starts(p, end, "[bookmark:")) return 0;
  const char *close = memchr(p, ']', (size_t)(end - p));
  return close && close - p < 80 ? (uint32_t)(close + 1 - p) : 0;
}

/* `<U+00A0>`: a character that a program printed by its number. Returns its length, 0 where there is none. */
uint32_t residue_escape(const char *p, const char *end, uint32_t *codepoint) {
  if (!starts(p, end, "<U+")) return 0;
  uint32_t c = 0, digits = 0;
  const char *q = p + 3;
  for (; q < end && digits < 6; q++, digits++) {
    if (*q >= '0' && *q <= '9') c = c * 16 + (uint32_t)(*q - '0');
    else if (*q >= 'A' && *q <= 'F') c = c * 16 + (uint32_t)(*q - 'A' + 10);
    else break;
  }
  if (digits < 4 || q >= end || *q != '>' || c < ' ' || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return 0;
  *codepoint = c;
  return (uint32_t)(q + 1 - p);
}

uint32_t residue_space(const char *p, const char *end) {
  uint32_t c, length;
  if (*p == '&') return starts(p, end, "&nbsp;") ? 6 : 0;
  if (*p != '<' || !(length = residue_escape(p, end, &c))) return 0;
  return utf8_is_space(c) ? length : 0;
}

static const char *skip_digits(const char *p, const char *end, int *digits) {
  for (*digits = 0; p < end; ++*digits) {
    uint32_t n, c = utf8_decode(p, &n);
    if (!utf8_is_digit(c) && !(c >= 0xFF10 && c <= 0xFF19) && !(c >= 0x2460 && c <= 0x2473)) break;
    p += n;
  }
  return p;
}

/* ［12］, [3], 〔4〕, 【5】, （注6） behind a word: a note mark. Four digits are the year of a document, 〔2024〕15号.
 */
static uint32_t note_mark(const char *p, const char *end, uint32_t before) {
  static const char *const OPEN[] = {"[", "［", "〔", "【", "（注", "(注"};
  static const char *const CLOSE[] = {"]", "］", "〕", "】", "）", ")"};
  if (!before || utf8_is_space(before)) return 0;
  for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++) {
    if (!starts(p, end, OPEN[i])) continue;
    int digits;
    const char *q = skip_digits(p + strlen(OPEN[i]), end, &digits);
    if (digits && digits < 4 && starts(q, end, CLOSE[i])) return (uint32_t)(q + strlen(CLOSE[i]) - p);
  }
  return 0;
}

/* [编辑], which a wiki puts behind each heading. */
static uint32_t edit_link(const char *p, const char *end) {
  static const char *const LINKS[] = {"[编辑]", "[編輯]", "［编辑］", "[edit]", "[编辑源代码]", "[编辑 | 编辑源代码]"};
  for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++)
    if (starts(p, end, LINKS[i])) return (uint32_t)strlen(LINKS[i]);
  return 0;
}

/* `<!-- … -->` within a line. */
static uint32_t comment(const char *p, const char *end) {
  if (!starts(p, end, "<!--")) return 0;
  const char *close = memmem(p + 4, (size_t)(end - p - 4), "-->", 3);
  return close ? (uint32_t)(close + 3 - p) : 0;
}

/* `<br/>`, `</p>`, `<span class="x">`: a tag of HTML that a bad conversion left. */
static uint32_t tag(const char *p, const char *end) {
  static const char *const NAMES[] = {"a",    "b",   "br",     "center", "div",    "em",    "font",  "h1",  "h2",  "h3",
                                      "h4",   "hr",  "i",      "img",    "input",  "li",    "ol",    "p",   "o:p", "s",
                                      "span", "st1", "strong", "sub",    "sup",    "table", "tbody", "td",  "th",  "tr",
                                      "u",    "ul",  "style",  "script", "iframe", "html",  "body",  "head"};
  if (end - p < 3 || *p != '<') return 0;
  const char *name = p + 1 + (p[1] == '/'), *q = name;
  while (q < end && (utf8_is_letter((unsigned char)*q) || utf8_is_digit((unsigned char)*q) || *q == ':')) q++;
  bool known = false;
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && !known; i++)
    known = (size_t)(q - name) == strlen(NAMES[i]) && strncasecmp(name, NAMES[i], strlen(NAMES[i])) == 0;
  for (; known && q < end && q - p < 300; q++) {
    if (*q == '>') return (uint32_t)(q + 1 - p);
    if (*q < ' ' || *q == '<') return 0; /* also what is not ASCII */
  }
  return 0;
}

bool residue_is_superscript(const char *text, size_t length, const Buffer *before) {
  int digits;
  if (skip_digits(text, text + length, &digits) != text + length || !digits || digits > 3) return false;
  return !before->length || !utf8_is_letter((unsigned char)before->bytes[before->length - 1]);
}

uint32_t residue_inline(const char *p, const char *end, uint32_t before, const char **reason) {
  uint32_t length;
  if ((length = bookmark(p, end))) return *reason = "bookmark", length;
  if ((length = note_mark(p, end, before))) return *reason = "note-mark", length;
  if ((length = edit_link(p, end))) return *reason = "navigation", length;
  if ((length = comment(p, end))) return *reason = "comment", length;
  if ((length = tag(p, end))) return *reason = "markup", length;
  return 0;
}
