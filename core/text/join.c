/* join.c: see join.h. */
#include "join.h"

#include "residue.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST = 160, TOLERANCE = 4 }; /* columns; a full line may lack two characters that must not begin a line */

/* A line without the spaces, bookmarks and note marks around it. */
typedef struct Ends {
  const char *begin, *end;
} Ends;

static const char *skip_front(const char *p, const char *end) {
  const char *reason;
  while (p < end) {
    uint32_t n;
    if (!utf8_is_space(utf8_decode(p, &n)) && !(n = residue_space(p, end)) && !(n = residue_inline(p, end, 0, &reason)))
      break;
    p += n;
  }
  return p;
}

/* The start of the note mark, tag or comment that ends at `end`; `end` where there is none. */
static const char *residue_before(const char *begin, const char *end) {
  const char *reason, *p = end;
  for (int i = 0; i < 40 && p > begin; i++) {
    p = utf8_before(begin, p);
    if (p > begin && residue_inline(p, end, 'x', &reason) == (uint32_t)(end - p)) return p;
  }
  return end;
}

static Ends trim(const Line *line) {
  Ends ends = {skip_front(line->text, line->text + line->length), line->text + line->length};
  while (ends.end > ends.begin) {
    const char *last = utf8_before(ends.begin, ends.end);
    uint32_t n;
    const uint32_t c = utf8_decode(last, &n);
    if (!utf8_is_space(c)) {
      const bool closes = c == ']' || c == '>' || c == 0xFF3D || c == 0x3015 || c == 0x3011 || c == 0xFF09 || c == ')';
      if (!closes || (last = residue_before(ends.begin, ends.end)) == ends.end) break;
    }
    ends.end = last;
  }
  return ends;
}

static uint32_t first_codepoint(Ends line) {
  uint32_t n;
  return line.begin < line.end ? utf8_decode(line.begin, &n) : 0;
}

static uint32_t last_codepoint(Ends line) {
  uint32_t n;
  return line.begin < line.end ? utf8_decode(utf8_before(line.begin, line.end), &n) : 0;
}

bool join_is_indented(const Line *line) {
  uint32_t n, c = line->length ? utf8_decode(line->text, &n) : 0;
  if (c == 0x3000 || c == '\t' || c == 0xA0) return true;
  return c == ' ' && line->length > 1 && (line->text[1] == ' ' || line->text[1] == '\t');
}

static bool opens(uint32_t c) { /* （《“〈「『【〔: the reader waits for what is inside */
  return c == 0xFF08 || c == '(' || c == 0x300A || c == 0x201C || c == 0x2018 || c == 0x3008 || c == 0x300C ||
         c == 0x300E || c == 0x3014;
}

static bool waits(uint32_t c) {
  return c == 0xFF0C || c == 0x3001;
} /* ，、 */

static bool closes(uint32_t c) { /* ，。、；：！？）》”〉」』〕％ begin no line */
  return c == 0xFF0C || c == 0x3002 || c == 0x3001 || c == 0xFF1B || c == 0xFF1A || c == 0xFF01 || c == 0xFF1F ||
         c == 0xFF09 || c == ')' || c == 0x300B || c == 0x201D || c == 0x2019 || c == 0x3009 || c == 0x300D ||
         c == 0x300F || c == 0x3015 || c == 0xFF05 || c == '%';
}

static bool finishes(uint32_t c) { /* 。！？：；” end a line that is whole */
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1A || c == 0xFF1B || c == 0x201D || c == '!' || c == ':';
}

static bool is_numeral(uint32_t c) {
  static const uint16_t numerals[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B,
                                      0x4E5D, 0x5341, 0x767E, 0x3007, 0x96F6, 0}; /* 一 to 十, 百 〇 零 */
  size_t i = 0;
  while (numerals[i] && numerals[i] != c) i++;
  return numerals[i];
}

/* Bytes of a heading's marker: 一、 （三） 第二， 3. ① ——, or a bare 一是; 0 for none. */
static size_t marker(Ends line) {
  const char *p = line.begin;
  uint32_t n, c = first_codepoint(line);
  if (!c) return 0;
  n = utf8_decode(p, &n) == c ? n : 0;
  if (c == 0x2014 || utf8_is_enclosed_number(c)) { /* —— ① */
    while (p < line.end && utf8_decode(p, &n) == c) p += n;
    return (size_t)(p - line.begin);
  }
  const bool bracket = c == 0xFF08 || c == '(';
  const bool ordinal = c == 0x7B2C; /* 第 */
  if (bracket || ordinal) p += n;
  int digits = 0;
  for (; p < line.end && digits < 4; digits++) {
    c = utf8_decode(p, &n);
    if (!utf8_is_digit(c) && !(c >= 0xFF10 && c <= 0xFF19) && !is_numeral(c)) break;
    p += n;
  }
  if (!digits || p >= line.end) return 0;
  c = utf8_decode(p, &n);
  const char *const after = bracket ? "）)" : ordinal ? "，、：,章节" : "、．.是要";
  if (!memmem(after, strlen(after), p, n)) return 0;
  if (c == '.' && p + 1 < line.end && utf8_is_digit((unsigned char)p[1])) return 0; /* 6.8 */
  return (size_t)(p + n - line.begin);
}

size_t join_marker(const char *text, size_t length) {
  return marker((Ends){text, text + length});
}

static bool has_comma(Ends line) {
  const size_t length = (size_t)(line.end - line.begin);
  return memmem(line.begin, length, "，", 3) || memmem(line.begin, length, "。", 3) ||
         memmem(line.begin, length, "；", 3);
}

/* Width in columns, up to WIDEST + 1; whatever is not ASCII is wide, as editors in China count. */
static uint32_t columns(Ends line) {
  if (line.end - line.begin > WIDEST * 3 / 2) return WIDEST + 1;
  uint32_t width = 0;
  for (const char *p = line.begin; p < line.end; p++) {
    const unsigned char c = (unsigned char)*p;
    width += c < 0x80 ? 1 : (c & 0xC0) != 0x80 ? 2 : 0;
  }
  return width;
}

/* Formats that say themselves where a paragraph ends. */
static bool has_paragraphs(const Document *document) {
  return document->format && (strcmp(document->format, "docx") == 0 || strcmp(document->format, "html") == 0 ||
                              strcmp(document->format, "pdf") == 0);
}

static uint32_t width_of(const Line *line, Ends ends) {
  return columns(ends) + (join_is_indented(line) ? 4 : 0);
}

/* The width that most lines have, a little more or less; 0 where lines are of any length. `total`: lines of some
 * length. Marks that hang over the margin make some lines wider. */
static uint32_t wrap_width(const uint32_t *histogram, uint32_t total) {
  uint32_t longer = histogram[WIDEST + 1];
  for (uint32_t width = WIDEST; width >= 24 && total >= 8; width--) {
    uint32_t full = 0, mode = width;
    for (uint32_t w = width; w >= width - TOLERANCE; w--) {
      full += histogram[w];
      if (histogram[w] > histogram[mode]) mode = w;
    }
    if (longer * 20 > total) return 0;
    if (histogram[width] && full * 2 >= total) return mode;
    longer += histogram[width];
  }
  return 0;
}

static bool is_full(const JoinStyle *style, const Line *line, Ends ends) {
  return width_of(line, ends) + TOLERANCE >= style->columns;
}

/* Whether blank lines stand behind the last lines of paragraphs, those that are not full. */
static bool is_spaced(const JoinStyle *style, const Document *document) {
  uint32_t gaps = 0, others = 0;
  for (uint32_t i = 0; i + 1 < document->count; i++) {
    const Line *line = &document->lines[i];
    if (line->kind != LINE_TEXT || line[1].kind != LINE_TEXT || is_full(style, line, trim(line))) continue;
    if (line[1].number > line->number + 1) gaps++;
    else others++;
  }
  return gaps >= 4 && gaps > 4 * others;
}

JoinStyle join_style(const Document *document) {
  JoinStyle style = {0};
  uint32_t histogram[WIDEST + 2] = {0}, total = 0, indented = 0, starts = 0, last = 0;
  for (uint32_t i = 0; i < document->count; i++) {
    const Line *line = &document->lines[i];
    if (line->kind != LINE_TEXT) continue;
    const Ends ends = trim(line);
    if (line->number != last + 1 || join_is_indented(line)) starts++, indented += join_is_indented(line);
    last = line->number;
    if (ends.begin == ends.end) continue;
    const uint32_t width = width_of(line, ends);
    histogram[width > WIDEST ? WIDEST + 1 : width]++;
    total += width >= 20;
  }
  style.lines = !has_paragraphs(document);
  style.indented = style.lines && indented >= 4 && indented * 10 >= starts * 6;
  style.columns = wrap_width(histogram, total);
  style.spaced = style.columns && is_spaced(&style, document);
  return style;
}

static bool ends_with(Ends line, const char *word) {
  const size_t n = strlen(word);
  return (size_t)(line.end - line.begin) >= n && memcmp(line.end - n, word, n) == 0;
}

/* The line of delivery, `——2030年1月2日在某县第十届人民代表大会第二次会议上`, broken anywhere within. */
static bool is_delivery(Ends line, Ends next) {
  const size_t length = (size_t)(line.end - line.begin), next_length = (size_t)(next.end - next.begin);
  if (length < 24 || length > 160 || next_length > 90 || has_comma(line) || has_comma(next)) return false;
  if (!memmem(line.begin, length, "日", 3) || ends_with(line, "上") || ends_with(line, "上）")) return false;
  const uint32_t first = first_codepoint(line);
  if (first != 0x2014 && first != 0xFF08 && first != '(' && !utf8_is_digit(first) && first != 0x4E8C) return false;
  return ends_with(next, "会议上") || ends_with(next, "大会上") || ends_with(next, "会上") || ends_with(next, "上）") ||
         ends_with(next, "上)");
}

static bool is_salutation(Ends line) {
  return line.end - line.begin >= 12 && memcmp(line.begin, "各位代表", 12) == 0;
}

/* A bracket was opened within the last words and is not closed: `细颗粒物（PM`. */
static bool leaves_bracket_open(Ends line) {
  const char *p = line.end;
  for (int i = 0; i < 16 && p > line.begin; i++) {
    uint32_t n;
    p = utf8_before(line.begin, p);
    const uint32_t c = utf8_decode(p, &n);
    if (c == 0xFF08 || c == '(') return p > line.begin; /* a line that begins so is a marker or a remark */
    if (c == 0xFF09 || c == ')' || finishes(c)) return false;
  }
  return false;
}

/* Running text whose last sentence has no end, and more of it in the next line. A heading has no 。 in it. */
static bool is_broken(Ends line, Ends next) {
  const size_t length = (size_t)(line.end - line.begin);
  if (!has_comma(next) || is_salutation(next)) return false;
  return memmem(line.begin, length, "。", 3) || (length > 150 && has_comma(line) && !marker(line));
}

/* Behind a full line that ends a sentence: a salutation, or, where paragraphs are indented, a heading. */
static bool begins_anew(const JoinStyle *style, const Line *next, Ends ends) {
  if (is_salutation(ends)) return true;
  return style->indented && style->columns && !is_full(style, next, ends) && last_codepoint(ends) != 0x3002 &&
         !has_comma(ends);
}

/* Whether a marker is one that stands within paragraphs as well: 一是, 二要. */
static bool is_run_in(Ends line, size_t mark) {
  return mark >= 6 && (memcmp(line.begin + mark - 3, "是", 3) == 0 || memcmp(line.begin + mark - 3, "要", 3) == 0);
}

bool join_lines(const JoinStyle *style, const Line *line, const Line *next, bool open) {
  if (line->kind != LINE_TEXT || next->kind != LINE_TEXT) return false;
  const Ends a = trim(line), b = trim(next);
  const uint32_t last = last_codepoint(a), first = first_codepoint(b);
  if (!last || !first) return false;
  if (opens(last) || closes(first)) return true;
  if (is_delivery(a, b)) return true;
  const size_t mark = marker(a), next_mark = marker(b);
  if (waits(last)) return !next_mark && !(is_salutation(a) && a.end - a.begin < 30);

  const bool adjacent = next->number == line->number + 1 && !join_is_indented(next);
  if (!adjacent) return false;
  if (mark && mark == (size_t)(a.end - a.begin)) return true; /* a marker alone */
  if (style->lines && !next_mark && !is_salutation(b) && leaves_bracket_open(a)) return true;
  const bool whole = finishes(last), full = style->columns && is_full(style, line, a);
  if (full && style->spaced) return true;
  const bool run_in = is_run_in(b, next_mark); /* where items are indented, one that is not stands within a paragraph */
  if (full && run_in && (last == 0xFF1B || last == 0xFF1A || (style->indented && open))) return true;
  if (whole && (next_mark || begins_anew(style, next, b))) return false;
  if (full && (open || !style->indented || (mark && !whole))) return true;
  if (!whole && !next_mark && style->lines && is_broken(a, b)) return true;
  if (!style->indented || !open || next_mark) return false;
  if (mark && !has_comma(a) && !whole) return false; /* a heading */
  const uint32_t next_last = last_codepoint(b);
  return !whole || finishes(next_last) || opens(next_last) || memmem(b.begin, (size_t)(b.end - b.begin), "。", 3);
}
