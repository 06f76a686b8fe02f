/* yanhu.h: the one public header of libyanhu, a reader of Chinese government work reports.
 *
 * The way of the data: bytes -> document (lines) -> text (normalised) -> report (tree) -> mentions.
 * A Report owns everything it hands out, in one arena; a node, mention or string is valid while its
 * Report lives, and yh_report_free frees all of it at once. Positions are byte offsets, half open, in
 * the normalised UTF-8 text; yh_report_codepoint turns them into codepoints for people and records.
 */
#ifndef YANHU_H
#define YANHU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YH_VERSION "0.1.0"
#define YH_API 1 /* grows when scripts can rely on something new */

#if defined(__GNUC__)
#define YH_PUBLIC __attribute__((visibility("default")))
#else
#define YH_PUBLIC
#endif

/* ---- errors ---------------------------------------------------------------------------------- */

typedef enum YhCode {
  YH_OK = 0,
  YH_EOPEN,        /* missing, no permission, not a regular file */
  YH_EREAD,        /* reading failed half-way, truncated archive */
  YH_EFORMAT,      /* not a text or document that can be read */
  YH_EUNSUPPORTED, /* a format whose library was missing at build time */
  YH_EENCODING,    /* bytes that are no text in any known encoding */
  YH_EEMPTY,       /* no text in it */
  YH_ELIMIT,       /* too large, too deep, too many */
  YH_EARGUMENT,    /* a wrong option, pattern or selector */
} YhCode;

/* What went wrong, for one clear line to the user. `line` and `column` are 1-based, 0 where unknown. */
typedef struct YhError {
  YhCode code;
  uint32_t line, column;
  char message[480];
} YhError;

YH_PUBLIC const char *yh_code_name(YhCode code); /* "cannot open", "wrong format", ... */

/* ---- the tree -------------------------------------------------------------------------------- */

typedef enum YhNodeKind {
  YH_REPORT = 0,
  YH_PART,      /* 一、2024年工作回顾 */
  YH_SECTION,   /* （一）…, or ——…。 / 一是…。 right under a part */
  YH_ITEM,      /* 一是…, 第一，…, 1.… below a section */
  YH_LEAD,      /* a short run-in sentence that names the topic of its paragraph, below a section */
  YH_PARAGRAPH,
  YH_SENTENCE,  /* also the sentence of a heading: its parent is then the heading itself */
  YH_CLAUSE,    /* a sentence cut at ，；： and the like */
  YH_NOTE,      /* an entry of the glossary: term and explanation */
  YH_TABLE,     /* rows of a table; each row is a paragraph */
  YH_NODE_KINDS
} YhNodeKind;

typedef enum YhRole {
  YH_NO_ROLE = 0,
  YH_OPENING, YH_REVIEW, YH_PROBLEMS, YH_PLAN, YH_FIVE_YEAR, YH_GOVERNMENT, YH_CLOSING, YH_NOTES,
  YH_ROLES
} YhRole;

typedef enum YhForm { YH_NO_FORM = 0, YH_OWN_LINE, YH_RUN_IN, YH_FORMS } YhForm;

/* Nodes stand in one array in document order (pre-order). The subtree of node i is [i, next); its
 * first child is i + 1 where i + 1 < next; the sibling of child c is nodes[c].next. */
typedef struct YhNode {
  uint8_t kind, role, form, depth; /* depth: 0 report, 1 part, 2 section, 3 item or lead, else 0 */
  uint32_t start, end;             /* bytes in the normalised text, the whole subtree */
  uint32_t marker_start, marker_end; /* `（二）`, `三是`, `——`, `1.`; empty for none */
  uint32_t title_start, title_end;   /* headings and notes (the term); without marker and closing 。 */
  uint32_t parent, next;           /* indices; the root's parent is itself */
  uint32_t line;                   /* in the source: line of a text, paragraph of docx, html, pdf */
  uint32_t mention;                /* index of the first mention at or after start */
} YhNode;

/* ---- mentions -------------------------------------------------------------------------------- */

typedef enum YhMentionKind {
  YH_QUANTITY = 0, /* 400亿元以上, 4.5%—5%, 58个, 八成以上, 两万多人 */
  YH_RANK,         /* 全市第1, 居全国第2位, 首位 */
  YH_PERIOD,       /* 2024年, 今年, “十四五”时期, 到2027年, 前三季度 */
  YH_TERM,         /* “…”, without the quotation marks in `inner` */
  YH_BOOK,         /* 《…》 */
  YH_NUMERAL,      /* a number that is no quantity: ordinal, enumerator, name, slogan; `why` says which */
  YH_MENTION_KINDS
} YhMentionKind;

typedef enum YhOp { YH_EQ = 0, YH_ABOUT, YH_GE, YH_GT, YH_LE, YH_LT, YH_RANGE, YH_OPS } YhOp;

typedef enum YhDimension {
  YH_NO_DIMENSION = 0, /* a bare number */
  YH_MONEY, YH_MONEY_RATE, /* 元; 元/月, 元/平方米 */
  YH_PERCENT, YH_POINTS, YH_TIMES, /* %; 个百分点; 倍 */
  YH_AREA, YH_LENGTH, YH_MASS, YH_VOLUME, YH_ENERGY, YH_POWER, YH_TIME,
  YH_PEOPLE,       /* 人, 人次, 户 (households), 名 */
  YH_THINGS,       /* counted things: 个 家 项 条 座 … */
  YH_CONCENTRATION, YH_SPEED, YH_TEMPERATURE, YH_DATA, YH_RATE, /* 微克/立方米; 公里/小时; ℃; GB; other x/y */
  YH_RANK_DIMENSION, YH_RATIO, /* 位; one term of 8.3∶41.4∶50.3 */
  YH_DIMENSIONS
} YhDimension;

typedef enum YhWhy { /* why a numeral is no quantity */
  YH_NOT_REJECTED = 0,
  YH_ORDINAL, YH_ENUMERATOR, YH_NAME, YH_SLOGAN, YH_VAGUE, YH_IDIOM, YH_DATE, YH_CODE_NUMBER, YH_SESSION,
  YH_WHYS
} YhWhy;

typedef enum YhGrain { /* of a period */
  YH_NO_GRAIN = 0, YH_DAY, YH_MONTH, YH_QUARTER, YH_HALF, YH_YEAR, YH_YEARS, YH_PLAN_PERIOD
} YhGrain;

typedef enum YhPeriodUse { /* how its words use it */
  YH_DURING = 0, /* 2024年, 今年, “十四五”时期 */
  YH_BY,         /* 到2027年, 年底前: a deadline */
  YH_SINCE,      /* 2020年以来 */
  YH_FROM,       /* 从2020年的…, the base of a comparison */
  YH_FOR,        /* 连续5年, 三年来: a length, ending at the reviewed year */
} YhPeriodUse;

/* A mention's span holds its hedge: `400亿元以上`, `超1.37亿元`. value, low and high are NaN where the
 * guide says null; multiplied out, in `unit`; never signed (下降 is the rules'
 * business) but for temperatures below zero. */
typedef struct YhMention {
  uint8_t kind, op, dimension, why;
  uint8_t grain, use;          /* periods */
  uint8_t in_quotes, in_book;  /* stands within “…” / 《…》 */
  uint32_t start, end;         /* with the hedge */
  uint32_t core_start, core_end; /* number and unit without the hedge; the inside of “…” and 《…》;
                                    for a rank 第1 without its scope */
  uint32_t sentence, clause;   /* node indices */
  double value, low, high;
  const char *unit;            /* as written, magnitude words removed; "" for none; static or in the arena */
  int16_t first_year, last_year; /* periods: 2021, 2025; 0 where not said */
  uint8_t month, day;            /* periods, 0 where not said */
} YhMention;

/* ---- notes, residue, metadata ---------------------------------------------------------------- */

/* Text that the normaliser took out: bookmarks, navigation, page numbers. `anchor`: where in the
 * normalised text it stood. */
typedef struct YhNoise {
  const char *text; uint32_t length; /* bytes */
  uint32_t anchor, line;
  const char *reason; /* "bookmark", "navigation", "page-number", "licence", ... */
} YhNoise;

/* A place that uses a note's term. */
typedef struct YhUse { uint32_t note, sentence, start, end; bool worded; /* the words differ from the note's term */ } YhUse;

typedef struct YhMeta {
  const char *title, *region, *region_code, *level; /* "" or NULL where unknown */
  const char *date, *session, *speaker, *office;    /* ISO date; no spaces in speaker */
  int year, review_year, plan_year;                 /* 0 where unknown */
  const char *format, *encoding;                    /* "txt", "docx", ...; "utf-8", "gb18030", ... */
  uint32_t characters, sentences, noise;            /* codepoints, count, codepoints of residue */
  /* where each came from: "text", "name", "folder", "manifest", "" */
  const char *region_source, *year_source, *date_source, *session_source, *speaker_source;
} YhMeta;

typedef enum YhLevel { YH_INFO = 0, YH_WARNING, YH_ERROR } YhLevel;

typedef struct YhDiagnostic { /* an oddity of the text, never a failure */
  YhLevel level;
  const char *code, *message;
  uint32_t start, end, line;
} YhDiagnostic;

/* ---- reports --------------------------------------------------------------------------------- */

typedef struct YhReport YhReport;

/* What the caller knows beforehand; all may be zero. Strings are copied. */
typedef struct YhOptions {
  const char *name;     /* file name for messages and metadata; NULL: the path */
  const char *region, *date, *speaker, *session; int year; /* of a manifest: used where the text is silent */
  size_t max_bytes;     /* of one input; 0: 128 MiB */
  size_t max_text;      /* bytes of the text of one report; 0: 8 MiB, a hundred times a long report, of a plain text max_bytes */
} YhOptions;

/* A file, folder entry or stream that holds one report, or many (a csv or jsonl with a text column). */
typedef struct YhInput YhInput;

/* Opens a path ("-": standard input). NULL and *error on failure. */
YH_PUBLIC YhInput *yh_input_open(const char *path, const YhOptions *options, YhError *error);
YH_PUBLIC YhInput *yh_input_memory(const char *bytes, size_t length, const YhOptions *options, YhError *error);
/* The next report, owned by the caller; NULL at the end (error->code == YH_OK) or on failure. After a
 * failed row of a csv the next call goes on with the row behind it. */
YH_PUBLIC YhReport *yh_input_next(YhInput *input, YhError *error);
YH_PUBLIC void yh_input_close(YhInput *input);

/* The two steps of yh_input_next, for threads that share a table: taking is quick and for one thread at a time, making
 * the report takes the time and is any thread's business. The input outlives what was taken of it. */
typedef struct YhRaw YhRaw; /* one report, not looked at yet */
YH_PUBLIC bool yh_input_is_table(const YhInput *input); /* holds many reports */
YH_PUBLIC YhRaw *yh_input_take(YhInput *input, YhError *error); /* as yh_input_next */
YH_PUBLIC YhReport *yh_raw_report(YhRaw *raw, YhError *error);  /* frees raw; NULL and *error on failure */
YH_PUBLIC void yh_raw_free(YhRaw *raw);
/* Hands all bytes that the report depends on to `add`, piece by piece, for a hash: of a file its content. */
typedef void YhDigest(void *user, const char *bytes, size_t length);
YH_PUBLIC void yh_raw_digest(const YhRaw *raw, YhDigest *add, void *user);

/* What can be read, in the order of detection: NULL behind the last one. For --version. */
typedef struct YhFormat { const char *name, *library; bool available; /* library "": none needed */ } YhFormat;
YH_PUBLIC const YhFormat *yh_format(uint32_t index);

YH_PUBLIC void yh_report_free(YhReport *report);

YH_PUBLIC const char *yh_report_name(const YhReport *report); /* file name without folder and extension */
YH_PUBLIC const char *yh_report_path(const YhReport *report);
YH_PUBLIC const char *yh_report_text(const YhReport *report, uint32_t *length); /* normalised, NUL-terminated */
YH_PUBLIC const YhMeta *yh_report_meta(const YhReport *report);
YH_PUBLIC const YhNode *yh_report_nodes(const YhReport *report, uint32_t *count);
YH_PUBLIC const YhMention *yh_report_mentions(const YhReport *report, uint32_t *count); /* sorted by start */
YH_PUBLIC const YhNoise *yh_report_noise(const YhReport *report, uint32_t *count);
YH_PUBLIC const YhUse *yh_report_uses(const YhReport *report, uint32_t *count);         /* sorted by note */
YH_PUBLIC const YhDiagnostic *yh_report_diagnostics(const YhReport *report, uint32_t *count);
/* Document variables of a csv row or manifest: NULL for none. Names and values, in order. */
YH_PUBLIC const char *yh_report_variable(const YhReport *report, uint32_t index, const char **value);

YH_PUBLIC uint32_t yh_report_codepoint(const YhReport *report, uint32_t byte); /* byte offset -> codepoint offset */
YH_PUBLIC uint32_t yh_report_byte(const YhReport *report, uint32_t codepoint);
YH_PUBLIC uint32_t yh_report_line(const YhReport *report, uint32_t byte);      /* line in the source */

YH_PUBLIC const char *yh_kind_name(YhNodeKind kind);       /* "section" */
YH_PUBLIC const char *yh_role_name(YhRole role);           /* "five_year"; NULL for none */
YH_PUBLIC const char *yh_form_name(YhForm form);           /* "own-line" */
YH_PUBLIC const char *yh_mention_name(YhMentionKind kind); /* "quantity" */
YH_PUBLIC const char *yh_op_name(YhOp op);                 /* "≥" */
YH_PUBLIC const char *yh_dimension_name(YhDimension dimension); /* "money"; NULL for none */
YH_PUBLIC const char *yh_why_name(YhWhy why);              /* "ordinal"; NULL for none */

#endif
