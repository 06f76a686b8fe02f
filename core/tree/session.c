/* session.c: see session.h. “2025年3月20日在某市某区第九届人民代表大会第三次会议上 某区人民政府区长 某某某” */
#include "session.h"

#include "../text/utf8.h"
#include "sentence.h"

#include <string.h>

static const char han_numerals[] = "一二三四五六七八九十百零〇";

/* The start of the numeral that ends at `at`, not before `from`. */
static uint32_t numeral_before(const char *text, uint32_t from, uint32_t at) {
  while (at > from) {
    const uint32_t previous = (uint32_t)(utf8_before(text + from, text + at) - text);
    const Span c = {previous, at};
    if (!utf8_is_digit((unsigned char)text[previous])) {
      char one[5] = {0};
      if (c.end - c.start > 4) break;
      memcpy(one, text + c.start, c.end - c.start);
      if (c.end - c.start != 3 || !strstr(han_numerals, one)) break;
    }
    at = previous;
  }
  return at;
}

bool session_find(const char *text, Span span, Span *session, uint32_t *before) {
  for (Span rest = span;;) {
    const uint32_t term = span_find(text, rest, "届");
    if (term == UINT32_MAX) return false;
    rest.start = term + 3;
    uint32_t start = numeral_before(text, span.start, term), at;
    if (start == term) continue;
    if (start >= span.start + 3 && !memcmp(text + start - 3, "第", 3)) start -= 3;
    Span tail = {blank_skip(text, term + 3, span.end), span.end};
    if (span_starts_loosely(text, tail, "全国", &at)) tail.start = blank_skip(text, at, tail.end);
    if (!span_starts_loosely(text, tail, "人民代表大会", &at) && !span_starts_loosely(text, tail, "人大", &at))
      continue;
    *before = start;
    *session = (Span){start, at};
    for (uint32_t n = 0, length; at < tail.end && n < 24; at += length, n++) {
      utf8_decode(text + at, &length);
      if (span_starts_loosely(text, (Span){at, tail.end}, "次会议", &session->end)) break;
    }
    return true;
  }
}

static bool is_name_character(uint32_t c) {
  return utf8_is_han(c) || c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2027;
}

/* The name at the start of the span: two to four characters, or a longer one with a middle dot. */
static Span name_at(const char *text, Span span) {
  static const char *const stops[] = {"同志", "作", "代表", "在",   "向",   "于", "所",
                                      "做",   "受", "先生", "女士", "报告", NULL};
  uint32_t at = span.start, length, n = 0;
  while (at < span.end && (utf8_is_space(utf8_decode(text + at, &length)) ||
                           span_starts(text, (Span){at, span.end}, "：") || text[at] == ':'))
    at += length;
  const uint32_t start = at;
  bool dotted = false;
  uint32_t end = at;
  while (at < span.end && n < 20) {
    const uint32_t c = utf8_decode(text + at, &length);
    if (n >= 2 && span_starts_any(text, (Span){at, span.end}, stops)) break;
    if (utf8_is_space(c)) { /* 龚　正 */
      at += length;
      continue;
    }
    if (!is_name_character(c)) break;
    dotted = dotted || !utf8_is_han(c);
    at += length;
    end = at;
    n++;
  }
  return n >= 2 && (n <= 4 || dotted) ? (Span){start, end} : (Span){start, start};
}

bool speaker_is_name(const char *text, Span line) {
  const Span name = name_at(text, line);
  return name.end > name.start && name.end == line.end;
}

bool speaker_find(const char *text, Span line, Speaker *speaker) {
  /* longer words first: 副省长 would be read as 省长, so a deputy counts as an office of its own */
  static const char *const offices[] = {"国务院总理", "行政长官", "管委会主任", "办事处主任", "省长", "市长",
                                        "区长",       "县长",     "州长",       "盟长",       "旗长", "镇长",
                                        "乡长",       "专员",     "主席",       "总理",       NULL};
  static const char *const prefixes[] = {"代理", "代", "副", "常务副", NULL};
  Speaker found = {{0, 0}, {0, 0}, 0};
  bool any = false;
  for (int i = 0; offices[i]; i++) {
    for (Span rest = line;;) {
      const uint32_t at = span_find(text, rest, offices[i]);
      if (at == UINT32_MAX) break;
      rest.start = at + (uint32_t)strlen(offices[i]);
      const bool chair = !strcmp(offices[i], "主席");
      /* 主席团, 国家主席: only the 主席 of an autonomous region holds the office */
      if (chair && (span_starts(text, rest, "团") || span_find(text, (Span){line.start, at}, "自治区") == UINT32_MAX)) {
        if (rest.end - at > 48 || span_starts(text, rest, "团")) continue;
      }
      Speaker one = {{at, rest.start}, name_at(text, rest), at};
      for (int p = 0; prefixes[p]; p++) {
        const uint32_t n = (uint32_t)strlen(prefixes[p]);
        if (one.office.start >= line.start + n && !memcmp(text + one.office.start - n, prefixes[p], n)) {
          one.office.start -= n;
          one.before -= n;
          p = -1; /* 代理 before 副 */
        }
      }
      const bool named = one.name.end > one.name.start;
      if (any && !(named && found.name.end == found.name.start)) continue;
      if (!named && rest.start != line.end) continue;
      found = one;
      any = true;
    }
    if (any && found.name.end > found.name.start) break;
  }
  *speaker = found;
  return any;
}
