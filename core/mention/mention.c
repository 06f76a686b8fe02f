/* mention.c: one pass over a sentence. Most characters mean nothing here and cost one look into a table;
 * the rest are numbers, words that stand for one (今年, 首位), quotation marks and titles of books. */
#include "period.h"
#include "scan.h"
#include "unit.h"
#include <math.h>
#include <pthread.h>

enum {
  PLAIN = 0,
  NUMERAL,
  PERIOD_WORD,
  EVENT_WORD,
  RANK_WORD,
  TOLD_WORD,
  STRAIGHT_QUOTE,
  OPEN_QUOTE,
  CLOSE_QUOTE,
  OPEN_BOOK,
  CLOSE_BOOK
};

/* By codepoint below 0x10000: what may begin there, and one bit that says whether anything may, to skip by. Written
 * once, under `once`. */
static uint8_t interest[0x10000];
static uint64_t interesting[0x10000 / 64];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void mark(const char *characters, uint8_t class) {
  for (uint32_t length; *characters; characters += length) {
    uint32_t c = utf8_decode(characters, &length);
    interest[c] = class;
    interesting[c / 64] |= (uint64_t)1 << c % 64;
  }
}

static void prepare(void) {
  unit_prepare();
  hedge_prepare();
  word_prepare();
  period_prepare();
  rank_prepare();
  quantity_prepare();
  name_prepare();
  mark("0123456789０１２３４５６７８９", NUMERAL);
  mark("一二三四五六七八九两兩零〇壹贰貳叁肆伍陆陸柒捌玖俩倆", NUMERAL);
  mark("十百千万亿兆拾佰仟萬億几幾数半廿卅卌", NUMERAL);
  mark("今去前上下明后本当全年", PERIOD_WORD);
  mark("以", EVENT_WORD);
  mark("首榜冠", RANK_WORD);
  mark("翻成折倍", TOLD_WORD);
  mark("\"", STRAIGHT_QUOTE);
  mark("“「", OPEN_QUOTE);
  mark("”」", CLOSE_QUOTE);
  mark("《", OPEN_BOOK);
  mark("》", CLOSE_BOOK);
}

/* .5, as some leave out the 0 before the point. */
static bool begins_with_point(const Scan *s, uint32_t at) {
  if (at <= s->floor || s->text[at - 1] != '.' || !utf8_is_digit((unsigned char)s->text[at])) return false;
  uint32_t before = before_char(s, at - 1);
  return before <= ' ' || before >= 0x7F || before == '-';
}

static uint32_t scan_number(Scan *s, uint32_t at) {
  if (at_word(s, at, "数") && char_in(before_char(s, at), "人户次件台家总指系基倍岁度")) return 0; /* 达线人数|万人比 */
  uint32_t end = plan_scan(s, at);
  if (!end && utf8_is_digit((unsigned char)s->text[at])) end = address_scan(s, at);
  if (!end) end = digits_scan(s, at);
  if (!end) end = word_skip(s, at);
  if (!end) end = half_scan(s, at);
  if (!end) end = zero_scan(s, at);
  if (!end && (at_word(s, at, "数以") || at_word(s, at, "千千万"))) end = told_scan(s, at);
  if (end) return end;
  Number n;
  if (begins_with_point(s, at)) at--;
  if (!number_parse(s->text, s->end, at, &n)) return 0;
  if (isinf(n.value)) return scan_reject(s, &n, n.start, n.end, YH_CODE_NUMBER);
  if ((end = ordinal_scan(s, &n)) || (end = period_scan(s, &n)) || (end = graded_scan(s, &n)) ||
      (end = name_scan(s, &n)))
    return end;
  return quantity_scan(s, &n);
}

/* Terms and books wait for their closing mark on a chain through `clause`: the index of the one opened before. */
static uint32_t open_mark(Scan *s, uint32_t open, YhMentionKind kind, uint32_t mark_start, uint32_t mark_end) {
  YhMention *m = scan_add(s, kind, mark_start, mark_start);
  m->core_start = mark_end, m->clause = open;
  return s->list->count - 1;
}

static uint32_t close_mark(Scan *s, uint32_t open, YhMentionKind kind, uint32_t mark_start, uint32_t mark_end) {
  while (open != UINT32_MAX) {
    YhMention *m = &s->list->items[open];
    open = m->clause;
    m->clause = 0;
    if (m->kind != kind) continue; /* an unclosed mark inside: stays without an end, and is dropped */
    m->end = mark_end, m->core_end = mark_start;
    break;
  }
  return open;
}

/* A short term without punctuation is a name or slogan: its numbers are no quantities. */
static bool is_slogan(const Scan *s, const YhMention *m) {
  if (m->core_end - m->core_start > 45) return false;
  for (uint32_t at = m->core_start, length; at < m->core_end; at += length)
    if (char_in(char_at(s->text, m->core_end, at, &length), "，。；！？：")) return false;
  return true;
}

/* Drops marks that never closed and tells every mention what it stands in. */
static void finish(Scan *s, uint32_t first) {
  MentionList *list = s->list;
  uint32_t kept = first, quote_end = 0, book_end = 0, slogan_end = 0;
  for (uint32_t i = first; i < list->count; i++) {
    YhMention *m = &list->items[i];
    bool mark = m->kind == YH_TERM || m->kind == YH_BOOK;
    if (mark && m->end == m->start) continue;
    m->clause = 0;
    m->in_quotes = m->start < quote_end && m->end <= quote_end;
    m->in_book = m->start < book_end && m->end <= book_end;
    if (m->kind == YH_TERM) {
      if (m->end > quote_end) quote_end = m->end;
      if (m->end > slogan_end && is_slogan(s, m)) slogan_end = m->end;
    } else if (m->kind == YH_BOOK) {
      if (m->end > book_end) book_end = m->end;
    } else if (m->kind == YH_QUANTITY || m->kind == YH_RANK) {
      if (m->in_book || m->end <= slogan_end) m->why = m->in_book ? YH_NAME : YH_SLOGAN, m->kind = YH_NUMERAL;
    }
    YhMention item = *m; /* 到“十四五”末 begins before its quotation mark was seen: one or two places back */
    uint32_t place = kept++;
    for (; place > first && list->items[place - 1].start > item.start; place--)
      list->items[place] = list->items[place - 1];
    list->items[place] = item;
  }
  list->count = kept;
}

/* The first place from `at` on where something may begin. */
static uint32_t next_place(const char *text, uint32_t end, uint32_t at) {
  while (at < end) {
    const unsigned char *p = (const unsigned char *)text + at;
    if ((*p & 0xF0) != 0xE0 || end - at < 3) { /* of all else only Arabic digits and " matter */
      if (utf8_is_digit(*p) || *p == '"') return at;
      at++;
      continue;
    }
    uint32_t c = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    if (interesting[c / 64] >> c % 64 & 1) return at;
    at += 3;
  }
  return end;
}

void mention_scan(const char *text, uint32_t start, uint32_t end, uint32_t sentence, const MentionContext *context,
                  MentionList *list) {
  pthread_once(&once, prepare);
  Scan s = {
      .text = text, .begin = start, .end = end, .floor = start, .sentence = sentence, .context = context, .list = list};
  uint32_t first = list->count, open = UINT32_MAX;
  for (uint32_t at = next_place(text, end, start), length; at < end; at = next_place(text, end, at + length)) {
    uint32_t c = char_at(text, end, at, &length), next = 0, count = list->count;
    switch (c < 0x10000 ? interest[c] : PLAIN) {
    case PLAIN:
      continue;
    case NUMERAL:
      next = scan_number(&s, at);
      break;
    case PERIOD_WORD:
      next = period_word_scan(&s, at);
      break;
    case EVENT_WORD:
      next = event_scan(&s, at);
      break;
    case RANK_WORD:
      next = rank_word_scan(&s, at);
      break;
    case TOLD_WORD:
      next = told_scan(&s, at);
      break;
    case STRAIGHT_QUOTE: /* closes what the last of its kind has opened */
      if (open != UINT32_MAX && text[list->items[open].start] == '"')
        open = close_mark(&s, open, YH_TERM, at, at + length);
      else open = open_mark(&s, open, YH_TERM, at, at + length);
      break;
    case OPEN_QUOTE:
    case OPEN_BOOK:
      open = open_mark(&s, open, interest[c] == OPEN_BOOK ? YH_BOOK : YH_TERM, at, at + length);
      break;
    case CLOSE_QUOTE:
      open = close_mark(&s, open, YH_TERM, at, at + length);
      break;
    case CLOSE_BOOK:
      open = close_mark(&s, open, YH_BOOK, at, at + length);
      break;
    }
    if (next <= at) continue;
    length = next - at;
    if (list->count > count) s.floor = next;
  }
  finish(&s, first);
}
