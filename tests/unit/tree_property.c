/* Trees of reports that chance has put together: lines from a box of parts, in any order, cut and spoilt. Each must
 * be a valid tree (tree_check.h). The seed is fixed, so that a failure comes back. */
#include "tap.h"
#include "text/arena.h"
#include "tree_check.h"

static const char *const lines[] = {
    "各位代表：",
    "一、2031年工作回顾",
    "二、2032年工作安排",
    "三、加强政府自身建设",
    "（一）着力扩大内需",
    "（二）做强产业。抓好项目12个。",
    "一是修路。修路120公里，增长5%。",
    "二是植树。",
    "三是治水",
    "——城乡面貌焕然一新。新建公园3座。",
    "第一，抓项目",
    "第二，抓招商。引资2亿元。",
    "1.新建学校2所",
    "2.改造小区5个；",
    "①",
    "㈠ 着力扩大内需",
    "⒈做大总量。开工项目12个。",
    "⑴新建学校2所",
    "●",
    "第一部分",
    "第二章 主要任务",
    "附件1",
    "附件2：名词解释",
    "相关注释",
    "3.“三青”工程：青山、青水、青天。",
    "“三青”工程完成投资1.2亿元。",
    "大力推进“三青”工程。全年种树30万株，成活率95%以上。",
    "提升服务能力。服务群众2万人次。",
    "目录",
    "“十六五”时期主要目标",
    "2032年重点工作",
    "云林县第九届人民代表大会第三次会议",
    "——2032年1月8日在云林县第九届人民代表大会第三次会议上",
    "云林县县长 林一舟",
    "我们也清醒地看到，还存在不少困难和问题。",
    "各位代表！让我们团结起来，为建设美好云林而努力奋斗！",
    "",
    "　　",
    "。",
    "！？……”）",
    "《怎么办？》（草案）",
    "\t\t表\t格\t",
    "城镇新增就业\t3000\t人",
    "“没有收尾的引号，一直到这里：还是没有",
    "（（（（",
    "》》》",
    "\xF0\xA0\x80\x80里有生僻字。",
    "a very long Latin line, with 12,345.67 and 3:30, etc.",
};

static uint64_t state = 20320108;

static uint32_t chance(uint32_t below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33) % below;
}

static void try_bytes(const char *bytes, size_t length, uint32_t round) {
  YhError error;
  YhInput *input = yh_input_memory(bytes, length, NULL, &error);
  if (!input) return;
  for (YhReport *report; (report = yh_input_next(input, &error));) {
    const char *wrong = tree_check(report);
    if (!OK(!wrong)) {
      printf("# round %u: %s\n", round, wrong);
      FILE *file = fopen("/tmp/tree_property.txt", "wb");
      if (file) fwrite(bytes, 1, length, file), fclose(file);
    }
    yh_report_free(report);
  }
  yh_input_close(input);
}

int main(void) {
  static char bytes[1 << 16];
  for (uint32_t round = 0; round < 3000; round++) {
    size_t length = 0;
    const uint32_t count = 1 + chance(60);
    for (uint32_t k = 0; k < count; k++) {
      const char *line = lines[chance(sizeof lines / sizeof *lines)];
      const size_t n = strlen(line);
      if (length + n + 2 > sizeof bytes) break;
      memcpy(bytes + length, line, n);
      length += n;
      if (chance(8)) bytes[length++] = '\n'; /* now and then two lines run together */
    }
    /* one report in four is spoilt byte by byte */
    if (!(round & 3) && length)
      for (uint32_t k = 1 + chance(20); k--;) bytes[chance((uint32_t)length)] = (char)chance(256);
    try_bytes(bytes, length, round);
  }
  /* much of one kind: no recursion, no quadratic growth */
  static const char *const much[] = {
      "（一）", "一是", "“", "各位代表！\n", "附件1\n", "1.“甲”：乙\n", "第一届人民代表大会\n", "。", "——"};
  for (uint32_t m = 0; m < sizeof much / sizeof *much; m++) {
    const size_t n = strlen(much[m]), times = 400000 / n;
    char *many = memory_resize(NULL, n * times, 1);
    for (size_t k = 0; k < times; k++) memcpy(many + k * n, much[m], n);
    try_bytes(many, n * times, 100000 + m);
    free(many);
  }
  /* more paragraphs than any report has are an error, not a gigabyte of nodes */
  const size_t paragraphs = (1 << 19) + 1;
  char *lines_of_one = memory_resize(NULL, paragraphs, 2);
  for (size_t i = 0; i < paragraphs; i++) memcpy(lines_of_one + 2 * i, "a\n", 2);
  YhError error;
  YhInput *input = yh_input_memory(lines_of_one, 2 * paragraphs, NULL, &error);
  OK(input && !yh_input_next(input, &error) && error.code == YH_ELIMIT);
  yh_input_close(input);
  free(lines_of_one);
  return tap_end();
}
