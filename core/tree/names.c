/* names.c: the words by which scripts and records know kinds, roles and the like. */
#include "../yanhu.h"

#define NAME_OF(table, value) ((size_t)(value) < sizeof(table) / sizeof *(table) ? (table)[value] : NULL)

const char *yh_kind_name(YhNodeKind kind) {
  static const char *const names[YH_NODE_KINDS] = {"report",    "part",     "section", "item", "lead",
                                                   "paragraph", "sentence", "clause",  "note", "table"};
  return NAME_OF(names, kind);
}

const char *yh_role_name(YhRole role) {
  static const char *const names[YH_ROLES] = {NULL,        "opening",    "review",  "problems", "plan",
                                              "five_year", "government", "closing", "notes"};
  return NAME_OF(names, role);
}

const char *yh_form_name(YhForm form) {
  static const char *const names[YH_FORMS] = {NULL, "own-line", "run-in"};
  return NAME_OF(names, form);
}

const char *yh_mention_name(YhMentionKind kind) {
  static const char *const names[YH_MENTION_KINDS] = {"quantity", "rank", "period", "term", "book", "numeral"};
  return NAME_OF(names, kind);
}

const char *yh_op_name(YhOp op) {
  static const char *const names[YH_OPS] = {"=", "≈", "≥", ">", "≤", "<", "range"};
  return NAME_OF(names, op);
}

const char *yh_dimension_name(YhDimension dimension) {
  static const char *const names[YH_DIMENSIONS] = {
      NULL,    "money",       "money_rate", "percent", "points", "times",  "area",   "length",
      "mass",  "volume",      "energy",     "power",   "time",   "people", "things", "concentration",
      "speed", "temperature", "data",       "rate",    "rank",   "ratio"};
  return NAME_OF(names, dimension);
}

const char *yh_why_name(YhWhy why) {
  static const char *const names[YH_WHYS] = {NULL,    "ordinal", "enumerator", "name", "slogan",
                                             "vague", "idiom",   "date",       "code", "session"};
  return NAME_OF(names, why);
}
