/* unmarked.c: see unmarked.h. A line without punctuation proves little: it must have text below it, and either name
 * what a part is for, be styled as a heading by the source, or be one of several. */
#include "unmarked.h"

#include "list.h"
#include "zone.h"

enum { UNMARKED_MAX = 60 };

/* A line that was broken in mid-sentence ends with a word that wants another. */
static bool ends_broken(const char *text, Span s) {
  static const char *const words[] = {"的", "是", "于", "从", "把", "被", "我们", NULL};
  for (size_t i = 0; words[i]; i++)
    if (span_ends(text, s, words[i])) return true;
  return false;
}

static bool speaks_as_sentence(const char *text, Span s) {
  static const char *const words[] = {"我代表", "请予", "审议",         "记者", "来源", "编辑", "摄",   "http",   "www",
                                      "注：",   "报道", "政府工作报告", "以下", "如下", "做好", "抓好", "，重点", NULL};
  return span_has_any(text, s, words);
}

static bool unmarked_possible(const Text *text, const Entry *entries, uint32_t i) {
  const Entry *e = &entries[i];
  if ((e->zone != ZONE_BODY && e->zone != ZONE_ANNEX) || e->marker.style || !e->own_line || e->opens || e->titled)
    return false;
  const Span s = entry_span(text, entries, i);
  const uint32_t length = span_length(text->bytes, s), n = text->paragraph_count;
  if (length > UNMARKED_MAX || zone_salutation(text->bytes, s)) return false;
  if (text->paragraphs[i].kind == LINE_HEADING) return true;
  if (length < 3) return false;
  if (ends_broken(text->bytes, s) || speaks_as_sentence(text->bytes, s)) return false;
  if (i && entries[i - 1].zone == e->zone && !entries[i - 1].own_line && !entries[i - 1].marker.style &&
      span_ends_open(text->bytes, entry_span(text, entries, i - 1)))
    return false;
  /* body text must follow, at once or behind one more heading: a title has something to be the title of */
  for (uint32_t k = i + 1; k < n && k < i + 3 && entries[k].zone == e->zone; k++)
    if (!entries[k].own_line || entries[k].marker.style) return true;
  return false;
}

/* A silent heading is of one kind with those that name a role where the same lists stand below them. */
static void silent_promote(const Text *text, Entry *entries) {
  bool below[MARKER_STYLES] = {false};
  const uint32_t n = text->paragraph_count;
  for (int pass = 0; pass < 2; pass++) {
    uint8_t next = MARKER_NONE; /* style_below, from the end on: one walk */
    for (uint32_t i = n; i-- > 0;) {
      Entry *e = &entries[i];
      if (e->zone != ZONE_BODY) continue;
      if (e->marker.style == MARKER_UNMARKED) {
        if (!pass && e->level == LEVEL_SPEAKING) below[next] = true;
        if (pass && e->level == LEVEL_SILENT && next && below[next]) e->level = LEVEL_SPEAKING;
        next = MARKER_NONE;
      } else if (e->marker.style && e->own_line) {
        next = e->marker.number == 1 ? e->marker.style : MARKER_NONE;
      }
    }
  }
}

/* What the marked lines say of the parts. */
typedef struct MarkedParts {
  uint32_t first;  /* UINT32_MAX where fewer than two marked lines name roles: the parts have no marks */
  bool government; /* one of them is about the government itself */
} MarkedParts;

static MarkedParts marked_parts(const Text *text, const Entry *entries) {
  MarkedParts parts = {UINT32_MAX, false};
  uint32_t first = UINT32_MAX, count = 0;
  for (uint32_t i = 0; i < text->paragraph_count; i++) {
    const Entry *e = &entries[i];
    if (e->zone != ZONE_BODY || !e->own_line || (e->marker.style != MARKER_HAN && e->marker.style != MARKER_CHAPTER))
      continue;
    const YhRole role = role_of_title(text->bytes, (Span){e->marker.end, e->end}).role;
    if (role && !count++) first = i;
    parts.government = parts.government || role == YH_GOVERNMENT;
  }
  if (count > 1) parts.first = first;
  return parts;
}

void unmarked_find(const Text *text, Entry *entries) {
  const uint32_t n = text->paragraph_count;
  const MarkedParts marked = marked_parts(text, entries);
  for (uint32_t i = 0; i < n; i++) {
    if (!unmarked_possible(text, entries, i)) continue;
    Entry *e = &entries[i];
    const bool styled = text->paragraphs[i].kind == LINE_HEADING;
    const TitleRole title = role_of_title(text->bytes, entry_span(text, entries, i));
    const bool part =
        i < marked.first || title.role == YH_CLOSING || (title.role == YH_GOVERNMENT && !marked.government);
    static const char *const telling[] = {"我们", "这五年", "五年来", "这一年", NULL};
    const bool speaks = e->zone == ZONE_BODY && title.speaks && part &&
                        !span_starts_any(text->bytes, entry_span(text, entries, i), telling);
    e->level = (uint8_t)(speaks ? LEVEL_SPEAKING : styled ? LEVEL_STYLED + text->paragraphs[i].level : LEVEL_SILENT);
    e->marker = (Marker){MARKER_UNMARKED, 0, text->paragraphs[i].start};
  }
  silent_promote(text, entries);
}

TitleRole unmarked_role(const Text *text, const Entry *entries, uint32_t i) {
  if (entries[i].marker.style != MARKER_UNMARKED || entries[i].level != LEVEL_SPEAKING)
    return (TitleRole){YH_NO_ROLE, false, YH_NO_ROLE};
  return role_of_title(text->bytes, entry_span(text, entries, i));
}
