/* token.h: a sentence as tokens: its mentions, the words of a lexicon and the text between them, in one pass.
 *
 *   社会消费品零售总额 | 同比 | 增长 | 4.5% | ， | ...
 *
 * Which words there are and what each does to a figure is the lexicon's to say: a set of classes a word. Linear in the
 * sentence's length. Offsets are bytes in the sentence, half open. */
#ifndef YANHU_TOKEN_H
#define YANHU_TOKEN_H

#include "../match/dictionary.h"

/* The classes that a reader of tokens asks for; lua/yanhu/lexicon.lua says what each means. */
typedef enum WordClass {
  WORD_PLAIN,   /* only keeps a shorter word inside it from being seen: a token of text */
  WORD_BRIEF,   /* 高, 多: a word only right before a figure */
  WORD_STOP,    /* ends a clause */
  WORD_TEMPERS, /* bears on the time of a figure */
  WORD_OPEN,    /* （ */
  WORD_CLOSE,
  WORD_RISE,
  WORD_FALL,
  WORD_REACH,
  WORD_ADVERB,
  WORD_ACT,
  WORD_LEVEL,
  WORD_CLASSES
} WordClass;
extern const char *const word_class_names[WORD_CLASSES]; /* "plain", "brief", ...: the fields of an entry */

#define CLASS(name) ((uint64_t)1 << WORD_##name)

typedef struct Lexicon {
  Dictionary *dictionary;
  const uint64_t *classes; /* of each word of the dictionary: CLASS(...) bits */
} Lexicon;

typedef enum TokenKind {                                /* a mention's kind, or one of these */
                         TOKEN_SPAN = YH_MENTION_KINDS, /* a length of time that says when: 五年|降低17% */
                         TOKEN_TEXT,                    /* no mention */
                         TOKEN_KINDS
} TokenKind;

/* What a token is, as bits. Those of its kind come first, 1 << kind; a reader may add some of its own above TOKEN_BITS. */
enum {
  TOKEN_WORD = 1 << TOKEN_KINDS, /* a word of the lexicon that is not plain */
  TOKEN_MENTION = 2 << TOKEN_KINDS,
  TOKEN_FIGURE = 4 << TOKEN_KINDS, /* a quantity or rank that is no span */
  TOKEN_BITS = TOKEN_KINDS + 3
};

#define TOKEN_NONE UINT32_MAX

typedef struct Token {
  uint32_t start, end;
  uint32_t word;    /* place in the dictionary, or TOKEN_NONE */
  uint32_t mention; /* place among the sentence's mentions, or TOKEN_NONE */
  uint64_t classes; /* of the word, 0 without one */
  uint8_t kind;
} Token;

/* A figure among the tokens (a quantity or rank), by places of tokens. */
typedef struct Figure {
  uint32_t token;
  uint32_t floor;   /* the boundary before it, one more: a figure or the end of a clause; 0 for the sentence's start */
  uint32_t clause;  /* the first token of its clause */
  uint32_t periods; /* how many periods stand before it */
} Figure;

/* Filled anew by each tokens_read; zero one to begin with. */
typedef struct TokenList {
  Token *items; /* cover the sentence without a gap, as far as it is read */
  Figure *figures;
  uint32_t *periods; /* the tokens that are periods */
  uint32_t count, figure_count, period_count;
  uint32_t capacity, figure_capacity, period_capacity;
  bool tempered; /* a word bears on time */
  bool lasts;    /* years are counted: a span, 5年 */
} TokenList;

/* Reads text[0, length), a sentence whose mentions, in order, are those; their offsets count from `base`, the place of
 * the sentence. The marker that opens it (一是, ——, 2.) has `marker` bytes: a numeral, and no part of its first clause. What
 * follows the clause of the last figure, if there is one, is left out. */
void tokens_read(TokenList *list, const Lexicon *lexicon, const char *text, size_t length, const YhMention *mentions,
                 uint32_t count, uint32_t base, uint32_t marker);
uint32_t token_bits(const Token *token);
void tokens_free(TokenList *list); /* what the list holds, not the list */

#endif
