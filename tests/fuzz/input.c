/* Fuzz target: the whole way, from bytes whose format must be found to reports: what must hold of every tree. */
#include "yanhu.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_report(const YhReport *report) {
  uint32_t length, count, mentions;
  yh_report_text(report, &length);
  const YhNode *nodes = yh_report_nodes(report, &count);
  const YhMention *mention = yh_report_mentions(report, &mentions);
  if (!count || nodes[0].kind != YH_REPORT || nodes[0].next != count) abort();
  for (uint32_t i = 1; i < count; i++) {
    const YhNode *n = &nodes[i], *parent = &nodes[n->parent];
    if (n->parent >= i || n->next <= i || n->next > parent->next) abort();
    if (n->start > n->end || n->end > length || n->start < parent->start || n->end > parent->end) abort();
    if (n->mention > mentions) abort();
  }
  for (uint32_t i = 0; i < mentions; i++) {
    if (mention[i].start >= mention[i].end || mention[i].end > length || mention[i].sentence >= count) abort();
    if (i && mention[i].start < mention[i - 1].start) abort();
  }
  if (yh_report_byte(report, yh_report_codepoint(report, length)) != length) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  YhError error;
  const YhOptions options = {.name = "fuzz.txt", .max_text = 1 << 20};
  YhInput *input = yh_input_memory((const char *)data, size, &options, &error);
  for (int rows = 0; input && rows < 1000; rows++) {
    YhReport *report = yh_input_next(input, &error);
    if (!report && !error.code) break;
    if (report) check_report(report);
    else if (!error.message[0]) abort();
    yh_report_free(report);
  }
  yh_input_close(input);
  return 0;
}
