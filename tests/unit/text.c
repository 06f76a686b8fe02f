/* text.c: the cleaned text of a document: folding, joining, noise, and the way back to the source. */
#include "text/text.h"
#include "read/reader.h"
#include "tap.h"

#include <stdlib.h>

static Text *clean(const char *source, Document **document) {
  YhError error;
  const Source s = {
      .path = "made/up.txt", .bytes = (char *)(uintptr_t)source, .length = strlen(source), .max_text = 1 << 20};
  *document = txt_read(&s, &error);
  return text_new(*document);
}

static void check_clean(const char *source, const char *want) {
  Document *document;
  Text *text = clean(source, &document);
  tap_same(text->bytes, want, source, __FILE__, __LINE__);
  OK(text->length == strlen(text->bytes));
  arena_free(text->arena);
  document_free(document);
}

int main(void) {
  check_clean("增长７．３％，达到１２０亿元", "增长7.3%，达到120亿元");
  check_clean("产量１，２３４万吨、１２，３４５，６７８户", "产量1,234万吨、12,345,678户");
  check_clean("甲县１２，３４户；１２３４，５６７；１．２，３４５", "甲县12，34户；1234，567；1.2，345");
  check_clean("种植1 3/4亩，第 4 页", "种植1 3/4亩，第4页");
  check_clean("1 9 9 3 年，粮食增长 5 %。", "1993年，粮食增长5%。");
  check_clean("人口出生率 9.3 ‰，增长 1 倍。", "人口出生率9.3‰，增长1倍。");
  check_clean("县长　　龚　正", "县长 龚正");
  check_clean("开展“河畔好市 惠享秋收”活动，销售增长。", "开展“河畔好市 惠享秋收”活动，销售增长。");
  check_clean("发展 新质 生产力，提高 GDP 总量。", "发展新质生产力，提高GDP总量。");
  check_clean("落实\"五清\"，建\"一网\"。\n一根12\"管，\"GDP\"", "落实“五清”，建“一网”。\n一根12\"管，\"GDP\"");
  check_clean("\"五清\"\"四改\"落实\"", "\"五清\"\"四改\"落实\"");
  check_clean("<U+00A0><U+00A0> 各位代表：\r\r\n　　现在报告工作。\r\n", "各位代表：\n现在报告工作。");
  check_clean("[bookmark: OLE_LINK9]一是修路。新建水厂［12］三座。", "一是修路。新建水厂三座。");
  check_clean("（\n三）改善民生\n修好《\n河道条例\n》的配套办法。", "（三）改善民生\n修好《河道条例》的配套办法。");
  check_clean("Green\n河。\n（AI\nLab）", "Green\n河。\n（AI\nLab）");
  check_clean("空气更好，细颗粒物（PM\n2.5\n）浓度下降。\n河水更清。", "空气更好，细颗粒物（PM2.5）浓度下降。\n河水更清。");

#ifdef HAVE_OPENCC
  check_clean("一、二〇三〇年工作回顧\n過去一年，全縣經濟穩步發展，糧食產量增長５％。\n縣長龔正",
              "一、二〇三〇年工作回顾\n过去一年，全县经济稳步发展，粮食产量增长5%。\n县长龚正");
  check_clean("县长李昇发言，农业发展较快。\n县长　龔　正\n產業發展",
              "县长李昇发言，农业发展较快。\n县长 龔正\n产业发展");
#endif

  Document *document;
  Text *text = clean("各位代表：\n\n增长很快，\n收入提高[3]。\n", &document);
  SAME(text->bytes, "各位代表：\n增长很快，收入提高。");
  OK(text->paragraph_count == 2 && text->paragraphs[1].line == 3 && text->paragraphs[1].end == text->length);
  OK(text_line(text, 0) == 1 && text_line(text, 16) == 3 && text_line(text, 31) == 4);
  OK(text->noise_count == 1 && text->noise[0].line == 4 && text->noise[0].length == 3);
  SAME(text->noise[0].reason, "note-mark");
  arena_free(text->arena);
  document_free(document);
  return tap_end();
}
