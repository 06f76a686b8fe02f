/* text.c: lines into paragraphs: takes residue out, joins what was broken in mid-sentence, folds characters. */
#include "text.h"

#include "fold.h"
#include "join.h"
#include "residue.h"
#include "traditional.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

/* What is being made; the arrays grow outside the arena and are copied into it at the end. */
typedef struct Maker {
  Fold fold;
  Arena *arena;
  Paragraph *paragraphs;
  Segment *segments;
  YhNoise *noise;
  uint32_t paragraph_count, segment_count, noise_count;
  uint32_t paragraph_room, segment_room, noise_room;
  uint32_t line; /* being folded */
} Maker;

static void add_noise(void *context, const char *text, uint32_t length, const char *reason) {
  Maker *maker = context;
  const uint32_t anchor = maker->fold.length;
  if (text == maker->fold.out + anchor) { /* taken back: what stood within it stands here */
    text = arena_copy(maker->arena, text, length);
    for (uint32_t i = maker->noise_count; i-- > 0 && maker->noise[i].anchor > anchor;) maker->noise[i].anchor = anchor;
  }
  YhNoise *last = maker->noise_count ? &maker->noise[maker->noise_count - 1] : NULL;
  if (last && last->text + last->length == text && last->line == maker->line && strcmp(last->reason, reason) == 0) {
    last->length += length;
    return;
  }
  maker->noise = memory_room(maker->noise, maker->noise_count, &maker->noise_room, sizeof *maker->noise);
  maker->noise[maker->noise_count++] =
      (YhNoise){.text = text, .length = length, .anchor = anchor, .line = maker->line, .reason = reason};
}

static void begin_paragraph(Maker *maker, const Line *line) {
  if (maker->paragraph_count) maker->fold.out[maker->fold.length++] = '\n';
  maker->paragraphs =
      memory_room(maker->paragraphs, maker->paragraph_count, &maker->paragraph_room, sizeof *maker->paragraphs);
  maker->paragraphs[maker->paragraph_count++] =
      (Paragraph){.start = maker->fold.length, .line = line->number, .kind = line->kind, .level = line->level};
}

static void add_segment(Maker *maker, uint32_t start, uint32_t line) {
  maker->segments = memory_room(maker->segments, maker->segment_count, &maker->segment_room, sizeof *maker->segments);
  maker->segments[maker->segment_count++] = (Segment){.start = start, .line = line};
}

/* Folds one line at the end of the text. A space between it and what is there only divides two Latin words. */
static void fold_piece(Fold *fold, const Line *line, bool joined) {
  const uint32_t start = fold->length;
  const bool space = joined && start && utf8_is_letter((unsigned char)fold->out[start - 1]);
  if (space) fold->out[fold->length++] = ' ';
  const uint32_t content = fold->length;
  fold_line(fold, line->text, line->length, line->kind == LINE_ROW);
  if (!space || (fold->length > content && utf8_is_letter((unsigned char)fold->out[content]))) return;
  memmove(fold->out + start, fold->out + content, fold->length - content);
  fold->length--;
}

/* Adds one line, as a new paragraph or at the end of the last one. A line that is nothing but inline residue leaves
 * no trace but its noise. */
static void add_line(Maker *maker, const Line *line, bool joined) {
  Fold *fold = &maker->fold;
  maker->line = line->number;
  const uint32_t before = fold->length, paragraphs = maker->paragraph_count, noise = maker->noise_count;
  if (!joined) begin_paragraph(maker, line);
  const uint32_t start = fold->length;
  fold_piece(fold, line, joined);
  if (fold->length > start) {
    add_segment(maker, start, line->number);
    maker->paragraphs[maker->paragraph_count - 1].end = fold->length;
  } else {
    fold->length = before;
    maker->paragraph_count = paragraphs;
  }
  for (uint32_t i = noise; i < maker->noise_count; i++) /* what it stood behind may have gone */
    if (maker->noise[i].anchor > fold->length) maker->noise[i].anchor = fold->length;
}

static void add_lines(Maker *maker, const Document *document) {
  const JoinStyle style = join_style(document);
  const Line *previous = NULL; /* the last line that was kept */
  bool open = false;           /* its paragraph began with an indent */
  for (uint32_t i = 0; i < document->count; i++) {
    const Line *line = &document->lines[i];
    if (line->kind == LINE_NOISE) {
      maker->line = line->number;
      add_noise(maker, line->text, line->length, line->reason);
      continue;
    }
    /* an indent on a line of its own: the paragraph's text begins on the next one */
    const bool indent_above = i && line->number == line[-1].number + 1 && line[-1].kind == LINE_TEXT &&
                              join_is_indented(&line[-1]) && &line[-1] != previous;
    const bool joined = previous && !indent_above && join_lines(&style, previous, line, open);
    const uint32_t before = maker->fold.length;
    add_line(maker, line, joined);
    if (maker->fold.length == before) continue;
    previous = line;
    if (!joined) open = indent_above || join_is_indented(line);
  }
}

static void *keep(Arena *arena, void *items, uint32_t count, size_t size) {
  void *kept = arena_alloc(arena, count * size + 1);
  if (count) memcpy(kept, items, count * size);
  free(items);
  return kept;
}

/* Lines in traditional characters become simplified; in a document that is mostly so, those that do not say as well. */
static void simplify(Arena *arena, Document *document) {
  int64_t balance = 0;
  bool some = false;
  for (uint32_t i = 0; i < document->count; i++) {
    const int side = traditional_side(document->lines[i].text, document->lines[i].length);
    balance += side;
    some |= side > 0;
  }
  for (uint32_t i = 0; some && i < document->count; i++) {
    Line *line = &document->lines[i];
    if (line->kind != LINE_NOISE && traditional_side(line->text, line->length) >= (balance > 0 ? 0 : 1))
      line->text = traditional_simplify(arena, line->text, &line->length);
  }
}

/* "五清" becomes “五清”: straight quotes that pair within a line and stand beside Chinese. */
static void curl_quotes(Arena *arena, Line *line) {
  enum { CURLED = 3 }; /* bytes of “ and of ” */
  const char *end = line->text + line->length, *p = line->text;
  uint32_t quotes = 0;
  bool chinese = false;
  for (; (p = memchr(p, '"', (size_t)(end - p))); p++, quotes++) {
    uint32_t n;
    chinese |= (p > line->text && utf8_is_han(utf8_decode(utf8_before(line->text, p), &n))) ||
               (p + 1 < end && utf8_is_han(utf8_decode(p + 1, &n)));
  }
  if (!chinese || quotes % 2) return;
  char *out = arena_alloc(arena, line->length + quotes * (CURLED - 1) + 1), *to = out;
  bool open = false;
  for (p = line->text; p < end; p++) {
    if (*p != '"') {
      *to++ = *p;
      continue;
    }
    memcpy(to, open ? "”" : "“", CURLED);
    to += CURLED, open = !open;
  }
  line->text = out, line->length = (uint32_t)(to - out);
}

Text *text_new(Document *document) {
  Arena *arena = document->arena;
  document->arena = NULL;
  simplify(arena, document);
  for (uint32_t i = 0; i < document->count; i++)
    if (document->lines[i].kind != LINE_NOISE) curl_quotes(arena, &document->lines[i]);
  size_t room = 1;
  for (uint32_t i = 0; i < document->count; i++) room += document->lines[i].length + 2; /* line feed, or a space */
  Maker maker = {.fold = {.out = arena_alloc(arena, room + 8), .noise = add_noise}, .arena = arena};
  maker.fold.context = &maker;

  residue_mark(document);
  add_lines(&maker, document);

  Text *text = arena_alloc(arena, sizeof *text);
  *text = (Text){.arena = arena,
                 .bytes = maker.fold.out,
                 .length = maker.fold.length,
                 .paragraph_count = maker.paragraph_count,
                 .segment_count = maker.segment_count,
                 .noise_count = maker.noise_count};
  maker.fold.out[maker.fold.length] = 0;
  text->paragraphs = keep(arena, maker.paragraphs, maker.paragraph_count, sizeof *maker.paragraphs);
  text->segments = keep(arena, maker.segments, maker.segment_count, sizeof *maker.segments);
  text->noise = keep(arena, maker.noise, maker.noise_count, sizeof *maker.noise);
  return text;
}

uint32_t text_line(const Text *text, uint32_t byte) {
  uint32_t low = 0, high = text->segment_count;
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    if (text->segments[middle].start <= byte) low = middle;
    else high = middle;
  }
  return text->segment_count ? text->segments[low].line : 0;
}
