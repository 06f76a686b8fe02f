/* token.c: see token.h. Where a word and a mention meet, the mention wins, but a numeral within a word is the word's
 * (二是), and of a term and a figure that begins inside it the figure. */
#include "token.h"

#include <stdlib.h>
#include <string.h>

#include "../text/arena.h"

const char *const word_class_names[WORD_CLASSES] = {"plain", "brief", "stop",  "tempers", "open", "close",
                                                    "rise",  "fall",  "reach", "adverb",  "act",  "level"};

enum { ASIDE = 120 /* tokens: a bracket that is longer is none */ };

typedef struct Reader {
  TokenList *list;
  const YhMention *mentions;
  uint32_t count, base;
  uint32_t next; /* the next mention to put */
  uint32_t at;   /* up to here the sentence is tokens */
} Reader;

static bool is_figure(unsigned kind) {
  return kind == YH_QUANTITY || kind == YH_RANK;
}

static uint32_t start_of(const Reader *r, uint32_t mention) {
  return mention < r->count ? r->mentions[mention].start - r->base : UINT32_MAX;
}

static uint32_t end_of(const Reader *r, uint32_t mention) {
  return r->mentions[mention].end - r->base;
}

static bool is_kind(const Reader *r, uint32_t mention, YhMentionKind kind) {
  return mention < r->count && r->mentions[mention].kind == kind;
}

static void add(TokenList *list, Token token) {
  list->items = memory_room(list->items, list->count, &list->capacity, sizeof token);
  list->items[list->count++] = token;
}

static void put(Reader *r, Token token) {
  if (token.start > r->at) add(r->list, (Token){r->at, token.start, TOKEN_NONE, TOKEN_NONE, 0, TOKEN_TEXT});
  add(r->list, token);
  r->at = token.end;
}

/* Puts the mentions that start before byte `limit`. */
static void put_mentions(Reader *r, uint32_t limit) {
  while (start_of(r, r->next) < limit) {
    const uint32_t i = r->next++, start = start_of(r, i), end = end_of(r, i);
    const YhMention *m = &r->mentions[i];
    if (start < r->at) continue;
    if (start_of(r, i + 1) == start && is_kind(r, i + 1, YH_PERIOD)) continue; /* “十四五”|时期: the longer */
    if ((m->kind == YH_TERM || m->kind == YH_BOOK) && is_kind(r, i + 1, YH_QUANTITY) && start_of(r, i + 1) < end)
      continue; /* the figure inside counts */
    put(r, (Token){start, end, TOKEN_NONE, i, 0, m->kind});
  }
}

static void read_words(Reader *r, const Lexicon *lexicon, const char *text, uint32_t length, uint32_t marker) {
  uint32_t last_figure = UINT32_MAX; /* without one all is read */
  for (uint32_t i = 0; i < r->count; i++)
    if (is_figure(r->mentions[i].kind)) last_figure = start_of(r, i);
  if (marker) put(r, (Token){0, marker, TOKEN_NONE, TOKEN_NONE, 0, YH_NUMERAL});
  while (start_of(r, r->next) < marker) r->next++;
  size_t from, to;
  uint32_t word;
  for (size_t on = marker; (word = dictionary_find(lexicon->dictionary, text, length, on, &from, &to)) != TOKEN_NONE;) {
    on = to;
    uint32_t limit = start_of(r, r->next);
    if (limit >= from && limit < to && is_kind(r, r->next, YH_NUMERAL) && to > end_of(r, r->next))
      limit = start_of(r, ++r->next);
    if (limit < to && limit > from && limit > r->at) { /* 扩大到|年末: the word ends where the mention begins */
      word = dictionary_longest(lexicon->dictionary, text, limit, from, &to);
      if (word == TOKEN_NONE) continue;
    }
    if (limit <= from) {
      put_mentions(r, (uint32_t)from + 1);
      limit = start_of(r, r->next);
    }
    if (from < r->at) { /* 2024年|产量 holds 年产量 */
      on = r->at;
      continue;
    }
    const uint64_t classes = lexicon->classes[word];
    if ((classes & CLASS(BRIEF)) && to != (limit < length ? limit : length)) continue;
    const bool plain = classes & CLASS(PLAIN);
    put(r,
        (Token){(uint32_t)from, (uint32_t)to, plain ? TOKEN_NONE : word, TOKEN_NONE, plain ? 0 : classes, TOKEN_TEXT});
    if ((classes & CLASS(STOP)) && from > last_figure) {
      length = (uint32_t)from;
      break;
    }
  }
  put_mentions(r, length);
  if (r->at < length) add(r->list, (Token){r->at, length, TOKEN_NONE, TOKEN_NONE, 0, TOKEN_TEXT});
}

static bool has_aside(const TokenList *list) {
  for (uint32_t k = 0; k < list->count; k++)
    if (list->items[k].classes & CLASS(OPEN)) return true;
  return false;
}

/* A bracket without a figure in it is one token of text: a stop inside it cuts no clause. */
static void join_asides(TokenList *list) {
  uint32_t kept = 0;
  for (uint32_t k = 0; k < list->count; k++) {
    Token token = list->items[k];
    if (token.classes & CLASS(OPEN)) {
      const uint32_t last = list->count - k <= ASIDE ? list->count : k + ASIDE + 1;
      uint32_t c = k + 1;
      while (c < last && !(list->items[c].classes & CLASS(CLOSE)) && !is_figure(list->items[c].kind)) c++;
      if (c < last && (list->items[c].classes & CLASS(CLOSE))) {
        token = (Token){token.start, list->items[c].end, TOKEN_NONE, TOKEN_NONE, 0, TOKEN_TEXT};
        k = c;
      }
    }
    list->items[kept++] = token;
  }
  list->count = kept;
}

static bool counts_years(const YhMention *m) {
  return strcmp(m->unit, "年") == 0;
}

/* 五年降低17%: a length in words before a verb says when. */
static bool tells_when(const YhMention *m, const char *text, const Token *token, const Token *after) {
  if (!after || !counts_years(m)) return false;
  if (!(after->classes & (CLASS(RISE) | CLASS(FALL) | CLASS(REACH) | CLASS(ADVERB) | CLASS(ACT) | CLASS(LEVEL))))
    return false;
  for (uint32_t i = token->start; i < token->end; i++)
    if (text[i] >= '0' && text[i] <= '9') return false;
  return true;
}

static void survey(TokenList *list, const char *text, const YhMention *mentions, uint32_t marker) {
  uint32_t floor = marker > 0, clause = floor;
  for (uint32_t k = 0; k < list->count; k++) {
    Token *t = &list->items[k];
    if (t->kind == YH_QUANTITY && tells_when(&mentions[t->mention], text, t, k + 1 < list->count ? t + 1 : NULL)) {
      t->kind = TOKEN_SPAN;
      list->lasts = true;
    } else if (is_figure(t->kind)) {
      list->lasts |= counts_years(&mentions[t->mention]);
      list->figures = memory_room(list->figures, list->figure_count, &list->figure_capacity, sizeof *list->figures);
      list->figures[list->figure_count++] = (Figure){k, floor, clause, list->period_count};
      floor = k + 1;
    } else if (t->kind == YH_PERIOD) {
      list->periods = memory_room(list->periods, list->period_count, &list->period_capacity, sizeof *list->periods);
      list->periods[list->period_count++] = k;
    } else if (t->classes & CLASS(STOP)) {
      floor = clause = k + 1;
    } else if (t->classes & CLASS(TEMPERS)) {
      list->tempered = true;
    }
  }
}

void tokens_read(TokenList *list, const Lexicon *lexicon, const char *text, size_t length, const YhMention *mentions,
                 uint32_t count, uint32_t base, uint32_t marker) {
  list->count = list->figure_count = list->period_count = 0;
  list->tempered = list->lasts = false;
  read_words(&(Reader){list, mentions, count, base, 0, 0}, lexicon, text, (uint32_t)length, marker);
  if (has_aside(list)) join_asides(list);
  survey(list, text, mentions, marker);
}

uint32_t token_bits(const Token *t) {
  if (t->word != TOKEN_NONE) return TOKEN_WORD;
  const uint32_t kind = (uint32_t)1 << t->kind;
  return t->mention == TOKEN_NONE ? kind : kind | TOKEN_MENTION | (is_figure(t->kind) ? TOKEN_FIGURE : 0);
}

void tokens_free(TokenList *list) {
  free(list->items);
  free(list->figures);
  free(list->periods);
  *list = (TokenList){0};
}
