/* where.c: see where.h. Names are the document variables, the fields of meta, and the columns of a csv row. */
#include "where.h"
#include "diagnostic.h"
#include "match/nearest.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"report", "region",  "region_code", "level",  "year",   "title",
                                    "date",   "session", "speaker",     "office", "format", NULL};

static const char *value_of(const YhReport *report, const char *name, size_t length, char number[16]) {
  const YhMeta *meta = yh_report_meta(report);
  const char *values[] = {
      yh_report_name(report), meta->region,  meta->region_code, meta->level, NULL, meta->title, meta->date,
      meta->session,          meta->speaker, meta->office,      meta->format};
  for (int i = 0; names[i]; i++) {
    if (strlen(names[i]) != length || strncmp(names[i], name, length) != 0) continue;
    if (values[i]) return values[i];
    snprintf(number, 16, "%d", meta->year);
    return meta->year ? number : "";
  }
  const char *value;
  for (uint32_t i = 0;; i++) {
    const char *variable = yh_report_variable(report, i, &value);
    if (!variable) return "";
    if (strlen(variable) == length && strncmp(variable, name, length) == 0) return value;
  }
}

bool where_check(const char *where) {
  for (const char *p = where; *p; p += *p == ',') {
    const size_t name = strcspn(p, "=,");
    if (name == 0 || p[name] != '=') {
      diagnostic_say(_("for example --where level=county,year=2025"), _("--where takes NAME=VALUE,…, not `%s`"), where);
      return false;
    }
    p += strcspn(p, ",");
  }
  return true;
}

const char *where_near(const char *where) {
  const char *near = NULL;
  for (const char *p = where; *p && !near; p += *p == ',') {
    char *name = string_format("%.*s", (int)strcspn(p, "="), p);
    bool known = false;
    for (int i = 0; names[i]; i++) known = known || strcmp(names[i], name) == 0;
    if (!known) near = nearest_of(name, names);
    free(name);
    p += strcspn(p, ",");
  }
  return near;
}

bool where_matches(const char *where, const YhReport *report) {
  for (const char *p = where; *p; p += *p == ',') {
    const size_t name = strcspn(p, "=,");
    char number[16];
    const char *value = value_of(report, p, name, number);
    const size_t length = strlen(value);
    bool match = false;
    for (p += name; *p == '=' || *p == '|';) {
      p++;
      const size_t choice = strcspn(p, "|,");
      match = match || (choice == length && strncmp(p, value, length) == 0);
      p += choice;
    }
    if (!match) return false;
  }
  return true;
}
