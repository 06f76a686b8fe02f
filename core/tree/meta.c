/* meta.c: see meta.h. The title page of a report says nearly all:
 *   2025年某市某区政府工作报告 / ——2025年3月20日在某市某区第九届人民代表大会第三次会议上 / 区长 某某某 */
#include "meta.h"

#include "../text/utf8.h"
#include "date.h"
#include "place.h"
#include "role.h"
#include "sentence.h"
#include "session.h"
#include "zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Finder {
  YhReport *report;
  const Text *text;
  const Entry *entries;
  uint32_t front; /* paragraphs of the title page */
  YhMeta *meta;
  Place place;
} Finder;

static Span paragraph_span(const Finder *f, uint32_t i) {
  return (Span){f->text->paragraphs[i].start, f->entries[i].end};
}

static const char *keep(Finder *f, Span s) {
  return arena_copy(f->report->arena, f->text->bytes + s.start, s.end - s.start);
}

/* A name without the blanks inside it. */
static const char *keep_tight(Finder *f, Span s) {
  char *copy = arena_copy(f->report->arena, f->text->bytes + s.start, s.end - s.start), *out = copy;
  for (const char *p = copy; *p;) {
    uint32_t length;
    const bool space = utf8_is_space(utf8_decode(p, &length));
    if (!space) memmove(out, p, length), out += length;
    p += length;
  }
  *out = 0;
  return copy;
}

static void place_take(Finder *f, const Place *place, const char *source) {
  f->place = *place;
  f->meta->region_source = source;
}

/* The region of words that name one and nothing else: from the table, or by the form of the name. */
static bool place_read(const Finder *f, Span words, Place *place) {
  Place guessed;
  const bool named = place_find(f->text->bytes, words, true, place);
  /* 龙河市望舒区 known only by halves is the whole of it */
  if (place_guess(f->text->bytes, words, &guessed) &&
      (!named || guessed.where.start != place->where.start || guessed.where.end != place->where.end)) {
    if (!named || guessed.where.start < place->where.start || guessed.where.end > place->where.end) {
      *place = guessed;
      return true;
    }
  }
  return named;
}

static void date_take(Finder *f, const Date *date, const char *source) {
  char iso[16];
  if (date->month && date->day) {
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", date->year, date->month, date->day);
    f->meta->date = arena_string(f->report->arena, iso);
    f->meta->date_source = source;
  }
  if (!f->meta->year) f->meta->year = date->year, f->meta->year_source = source;
}

/* Session, date and region of a line that names the assembly. `wanted`: 2 for a line with both date and the
 * assembly's full name, 1 for the name alone, 0 for 省十四届人大五次会议 with a date (a caption has none). */
static bool read_session_line(Finder *f, uint32_t i, int wanted) {
  const char *bytes = f->text->bytes;
  Span line = paragraph_span(f, i), session;
  if (line.end - line.start > 600) return false;
  /* the title page is often broken inside the name of the assembly */
  if (i + 1 < f->front && span_find(bytes, line, "次会议") == UINT32_MAX && span_find(bytes, line, "届") != UINT32_MAX)
    line.end = paragraph_span(f, i + 1).end;
  uint32_t before;
  if (!session_find(bytes, line, &session, &before)) return false;
  Date date;
  Span where = {line.start, line.start};
  const bool dated = date_find(bytes, line, &date, &where) && date.day;
  const bool spelled = span_find(bytes, session, "大会") != UINT32_MAX;
  if ((wanted == 2 && !(dated && spelled)) || (wanted == 1 && !spelled) || (wanted == 0 && !dated)) return false;
  f->meta->session = keep_tight(f, session);
  f->meta->session_source = "text";
  if (dated) date_take(f, &date, "text");
  Place place;
  if (span_find(bytes, session, "届全国") != UINT32_MAX) {
    place = place_nation();
    place_take(f, &place, "text");
  } else if (place_read(f, (Span){where.end <= before ? where.end : line.start, before}, &place)) {
    place_take(f, &place, "text");
  }
  return true;
}

static void read_session(Finder *f) {
  for (int wanted = 2; wanted >= 0; wanted--)
    for (uint32_t i = 0; i < f->front; i++)
      if (read_session_line(f, i, wanted)) return;
}

static void read_date(Finder *f) {
  for (uint32_t i = 0; i < f->front && !f->meta->date; i++) {
    const Span line = paragraph_span(f, i);
    Date date;
    /* 时间：2026-02-09 is when a portal put it up */
    static const char *const portal[] = {"时间", "发布", "来源", "日期", "浏览", "更新", "新闻", NULL};
    if (line.end - line.start > 300 || span_has_any(f->text->bytes, line, portal)) continue;
    if (date_find(f->text->bytes, line, &date, NULL) && date.day) date_take(f, &date, "text");
  }
}

static void read_speaker(Finder *f) {
  const char *bytes = f->text->bytes;
  for (uint32_t i = 0; i < f->front; i++) {
    const Span line = paragraph_span(f, i);
    Speaker speaker;
    if (line.end - line.start > 300 || !speaker_find(bytes, line, &speaker)) continue;
    Span name = speaker.name;
    if (name.end == name.start) {
      if (i + 1 >= f->front || !speaker_is_name(bytes, paragraph_span(f, i + 1))) continue;
      name = paragraph_span(f, i + 1);
    }
    f->meta->office = keep(f, speaker.office);
    f->meta->speaker = keep_tight(f, name);
    f->meta->speaker_source = "text";
    Place place;
    if (!f->place.level && place_read(f, (Span){line.start, speaker.before}, &place)) place_take(f, &place, "text");
    if (!f->place.level && span_find(bytes, line, "国务院") != UINT32_MAX) {
      place = place_nation();
      place_take(f, &place, "text");
    }
    return;
  }
}

/* 某市2026年政府工作报告, 2026年某市政府工作报告: the name before or behind the year. */
static bool read_title_place(Finder *f, Span line, uint32_t title, Place *place) {
  const char *bytes = f->text->bytes;
  Date date;
  Span year, words = {line.start, title};
  if (span_ends(bytes, words, "人民")) words.end -= 6;
  if (date_find(bytes, words, &date, &year)) {
    Span before = {words.start, year.start}, behind = {year.end, words.end};
    words = before.end > before.start ? before : behind;
  }
  return place_find(bytes, words, false, place) || place_guess(bytes, words, place);
}

static void read_title(Finder *f) {
  const char *bytes = f->text->bytes;
  for (uint32_t i = 0; i < f->front && i < 40; i++) {
    const Span line = paragraph_span(f, i);
    static const char *const other[] = {"。", "次会议", ">", "：", NULL};
    const uint32_t title = span_find(bytes, line, "政府工作报告");
    if ((title == UINT32_MAX && !span_ends(bytes, line, "工作报告")) || span_length(bytes, line) > 40) continue;
    if (span_has_any(bytes, line, other)) continue;
    f->meta->title = keep(f, line);
    Date date;
    Place place;
    if (!f->meta->year && date_find(bytes, line, &date, NULL)) f->meta->year = date.year, f->meta->year_source = "text";
    if (!f->place.level && title != UINT32_MAX && read_title_place(f, line, title, &place))
      place_take(f, &place, "text");
    if (!f->place.level && span_find(bytes, line, "国务院") != UINT32_MAX) {
      place = place_nation();
      place_take(f, &place, "text");
    }
    return;
  }
  f->meta->title = "政府工作报告";
}

/* 我代表某市人民政府 or 国务院, in the first paragraphs of the body. */
static void read_opening(Finder *f) {
  const char *bytes = f->text->bytes;
  if (f->place.level) return;
  for (uint32_t i = f->front; i < f->text->paragraph_count && i < f->front + 8; i++) {
    const Span span = paragraph_span(f, i);
    const uint32_t at = span_find(bytes, span, "代表");
    static const char *const nation[] = {"国务院", "全国人民代表大会", NULL};
    Place place = place_nation();
    if (at == UINT32_MAX) continue;
    Span rest = {at + 6, span.end};
    if (rest.end - rest.start > 120) rest.end = rest.start + 120;
    const uint32_t government = span_find(bytes, rest, "政府");
    if (government != UINT32_MAX && place_find(bytes, (Span){rest.start, government}, true, &place)) {
      place_take(f, &place, "text");
      return;
    }
    if (!span_has_any(bytes, span, nation)) continue;
    place = place_nation();
    place_take(f, &place, "text");
    return;
  }
}

/* Years that the headings name: 2024年工作回顾, 2025年工作安排. */
static void read_headings(Finder *f) {
  const char *bytes = f->text->bytes;
  YhMeta *meta = f->meta;
  int review = 0, plan = 0;
  for (uint32_t i = 0; i < f->text->paragraph_count; i++) {
    const Entry *e = &f->entries[i];
    if (e->depth != 1 || e->zone != ZONE_BODY) continue;
    Date date;
    Span rest = {e->title_start, e->title_end}, where;
    int last = 0;
    while (date_find(bytes, rest, &date, &where)) last = date.year, rest.start = where.end;
    if (last && e->role == YH_REVIEW && !review) review = last;
    if (last && e->role == YH_PLAN && !plan) plan = last;
  }
  if (!meta->year && (plan || review)) meta->year = plan ? plan : review + 1, meta->year_source = "text";
  /* one of November or December looks back on its own year, and plans the next */
  const bool late = meta->date && atoi(meta->date) == meta->year && atoi(meta->date + 5) >= 11;
  if (late && !plan && !review) review = meta->year, plan = meta->year + 1;
  /* a heading may speak of five years or of a past plan: only the years next to the report's own count */
  meta->plan_year = plan && (!meta->year || abs(plan - meta->year) <= 1) ? plan : meta->year;
  meta->review_year = review && (!meta->year || (review <= meta->year && review >= meta->year - 2)) ? review
                      : meta->plan_year ? meta->plan_year - 1
                                        : 0;
}

/* Region and year of a file name or a folder's: 2025年某省政府工作报告, provinces-2026. */
static void read_name(Finder *f, const char *name, const char *source) {
  const Span span = {0, (uint32_t)strlen(name)};
  Place place;
  if (!f->place.level && place_find(name, span, false, &place)) place_take(f, &place, source);
  if (f->meta->year) return;
  for (uint32_t at = 0; at < span.end; at++) {
    uint32_t end, digits = 0;
    if (at && utf8_is_digit((unsigned char)name[at - 1])) continue;
    if ((name[at] & 0xC0) == 0x80) continue;
    while (utf8_is_digit((unsigned char)name[at + digits])) digits++;
    /* 20320301 and 203203 are dates */
    const Span number = {at, digits == 8 || digits == 6 ? at + 4 : span.end};
    const int year = date_year_at(name, number, &end);
    if (!year) continue;
    f->meta->year = year;
    f->meta->year_source = source;
    return;
  }
}

/* The folder that the file lies in. */
static const char *folder_of(Finder *f, const char *path) {
  const char *end = strrchr(path, '/');
  if (!end) return "";
  const char *start = end;
  while (start > path && start[-1] != '/') start--;
  return arena_copy(f->report->arena, start, (size_t)(end - start));
}

/* What the caller knows, where all else is silent. */
static void read_options(Finder *f, const YhOptions *options) {
  YhMeta *meta = f->meta;
  Arena *arena = f->report->arena;
  if (!options) return;
  if (options->region && !f->place.level) {
    Place place;
    const Span words = {0, (uint32_t)strlen(options->region)};
    if (!strcmp(options->region, "全国")) {
      place = place_nation();
      place_take(f, &place, "manifest");
    } else if (place_find(options->region, words, false, &place) || place_guess(options->region, words, &place)) {
      place_take(f, &place, "manifest");
    }
  }
  if (options->year && !meta->year) meta->year = options->year, meta->year_source = "manifest";
  Date date;
  if (options->date && !meta->date && date_find(options->date, (Span){0, (uint32_t)strlen(options->date)}, &date, NULL))
    date_take(f, &date, "manifest");
  if (options->speaker && !meta->speaker)
    meta->speaker = arena_string(arena, options->speaker), meta->speaker_source = "manifest";
  if (options->session && !meta->session)
    meta->session = arena_string(arena, options->session), meta->session_source = "manifest";
}

/* What is odd about the region's name. */
static void region_remark(const Finder *f, Diagnostics *diagnostics) {
  const Place *place = &f->place;
  if (!place->name[0] || !strcmp(f->meta->level, "national")) return;
  const bool in_text = !strcmp(f->meta->region_source, "text");
  const uint32_t start = in_text ? place->where.start : 0, end = in_text ? place->where.end : 0;
  const char *now = place->row && place->row->now != place->row->code ? region_name(place->row->now) : NULL;
  if (now) diagnostic_add(diagnostics, YH_INFO, "former-region", start, end, "%s is %s now", place->row->name, now);
  else if (place->row && !place->code[0])
    diagnostic_add(diagnostics, YH_WARNING, "ambiguous-region", start, end, "several regions are called %s",
                   place->name);
  else if (!place->row && strcmp(place->level, "township"))
    diagnostic_add(diagnostics, YH_INFO, "unknown-region", start, end, "%s is not in the table of regions",
                   place->name);
}

void meta_find(YhReport *report, const Entry *entries, const Document *document, const YhOptions *options,
               Diagnostics *diagnostics) {
  const Text *text = report->text;
  Finder f = {.report = report, .text = text, .entries = entries, .meta = &report->meta};
  YhMeta *meta = &report->meta;
  meta->format = arena_string(report->arena, document->format ? document->format : "");
  meta->encoding = arena_string(report->arena, document->encoding ? document->encoding : "");
  meta->region_source = meta->year_source = meta->date_source = meta->session_source = meta->speaker_source = "";
  while (f.front < text->paragraph_count &&
         (entries[f.front].zone == ZONE_FRONT || entries[f.front].zone == ZONE_CONTENTS))
    f.front++;
  read_session(&f);
  read_date(&f);
  read_speaker(&f);
  read_title(&f);
  read_opening(&f);
  read_name(&f, report->name, "name");
  if (!meta->year) { read_headings(&f); }
  const char *folder = folder_of(&f, report->path);
  read_name(&f, folder, "folder");
  if (!f.place.level && (strstr(folder, "national") || strstr(folder, "全国") || strstr(folder, "国务院"))) {
    const Place nation = place_nation();
    place_take(&f, &nation, "folder");
  }
  read_options(&f, options);
  read_headings(&f);
  place_settle(text->bytes, text->length, &f.place);
  meta->region = arena_string(report->arena, f.place.name);
  meta->region_code = f.place.code[0] ? arena_string(report->arena, f.place.code) : NULL;
  meta->level = f.place.level;
  region_remark(&f, diagnostics);
}
