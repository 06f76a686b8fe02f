/* residue: what is taken out of a text, why, and that it is not lost. */
#include "read/reader.h"
#include "tap.h"
#include "text/text.h"

#include <stdlib.h>

typedef struct Cleaned {
  Document *document;
  Text *text;
} Cleaned;

static Cleaned clean(const char *source) {
  YhError error;
  const Source s = {
      .path = "made-up.txt", .bytes = (char *)(uintptr_t)source, .length = strlen(source), .max_text = 1 << 20};
  Cleaned cleaned = {.document = txt_read(&s, &error)};
  cleaned.text = text_new(cleaned.document);
  return cleaned;
}

static void done(Cleaned cleaned) {
  arena_free(cleaned.text->arena);
  document_free(cleaned.document);
}

static uint32_t noise_of(const Text *text, const char *reason) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < text->noise_count; i++) count += strcmp(text->noise[i].reason, reason) == 0;
  return count;
}

/* The whole line is noise of this kind; the report around it stays. NULL: it is text. */
static void check_line(const char *line, const char *reason) {
  char source[1024], name[1100];
  snprintf(source, sizeof source, "河湾县政府工作报告\n%s\n各位代表：\n现在报告工作。\n", line);
  const Cleaned cleaned = clean(source);
  snprintf(name, sizeof name, "%s is %s", line, reason ? reason : "text");
  tap_check(reason ? noise_of(cleaned.text, reason) == 1 : cleaned.text->noise_count == 0, name, __FILE__, __LINE__);
  tap_check(cleaned.text->paragraph_count == (reason ? 3 : 4), name, __FILE__, __LINE__);
  done(cleaned);
}

static void check_text(const char *source, const char *want) {
  const Cleaned cleaned = clean(source);
  tap_same(cleaned.text->bytes, want, source, __FILE__, __LINE__);
  done(cleaned);
}

static void test_lines(void) {
  check_line("打印", "navigation");
  check_line("【字号：大 中 小】", "navigation");
  check_line("当前位置：首页 > 政务公开 > 政府工作报告", "navigation");
  check_line("】", "navigation");
  check_line("来源：河湾日报", "publication");
  check_line("发布时间： 2031-02-03 10:20", "publication");
  check_line("时间：2031-02-03", "publication");
  check_line("（责任编辑：李小河）", "publication");
  check_line("新华社河湾2月3日电", "publication");
  check_line("李小河作政府工作报告。本报记者　王大山　摄", "caption");
  check_line("图为会场。", "caption");
  check_line("W020310203.jpg", "file-name");
  check_line("— 12 —", "page-number");
  check_line("第 3 页 共 20 页", "page-number");
  check_line("3/20", "page-number");
  check_line("河湾县政府网 第 1 页 共 3 页", "page-number");
  check_line("【关闭窗口】", "navigation");
  check_line("您当前的位置：首页>政务公开", "navigation");
  check_line("一、上年工作回顾…………3", "contents");
  check_line("首页 | 繁体 | English EN | 登录 | 邮箱 | 无障碍", "navigation");
  check_line("https://www.example.com/report.html", "link");
  check_line("undefined", "markup");
  check_line("河湾县人民政府办公室  2031年2月3日印发", "publication");

  check_line("时间不等人，机遇不等人。", NULL);
  check_line("一、发展目标", NULL);
  check_line("——收入增长5%。", NULL);
  check_line("小微企业贷款增长较快。", NULL);
  check_line("记者节等活动成功举办。", NULL);
  check_line("2030", NULL);
  check_line("16/5", NULL);
}

static void test_inline(void) {
  check_text("修路<br/>三条，<U+00A0>建桥<!-- 待核 -->五座［3］。", "修路三条，建桥五座。");
  check_text("引进企业[12]家", "引进企业家"); /* a note mark, as on every portal */
  check_text("<U+957F>江<U+00A0>治理，见<GB18030>标准。", "长江治理，见<GB18030>标准。");
  check_text("一、工作回顾[编辑]\n收入增长。", "一、工作回顾\n收入增长。");
  check_text("依据政发〔2030〕5号文件（注3），出台办法（试行）。", "依据政发〔2030〕5号文件，出台办法（试行）。");
  check_text("出台“1+5”政策<5项。", "出台“1+5”政策<5项。");
  check_text("\u2F2F业、\u2F08\u2F1D增\u2ED35%。", "工业、人口增长5%。"); /* radicals, as PDF files have them */
  /* what is left must make no new tag */
  check_text("修路<scr<b>ipt>三条。", "修路三条。");
  check_text("修路<scr<scr<b></b>ipt>ipt>三条。", "修路三条。");
  check_text("修路<<b>script>三条。", "修路三条。");
  check_text("修路＜b＞三条<ｓｃｒｉｐｔ>，建桥<U+003C>script>五座。", "修路＜b＞三条，建桥五座。");
  check_text("修路<!<b>-- 待核 -->三条。", "修路三条。");
  check_text("增速5<6且7>6。", "增速5<6且7>6。");
}

/* Noise within noise keeps its words, and its place. */
static void test_nested(void) {
  const Cleaned cleaned = clean("修路<scr<b>ipt>三条。");
  OK(cleaned.text->noise_count == 2);
  for (uint32_t i = 0; i < cleaned.text->noise_count; i++) OK(cleaned.text->noise[i].anchor == strlen("修路"));
  OK(strncmp(cleaned.text->noise[0].text, "<b>", 3) == 0 && strncmp(cleaned.text->noise[1].text, "<script>", 8) == 0);
  done(cleaned);
}

/* A noise points into the text even where the spaces around it went. */
static void test_anchors(void) {
  const Cleaned cleaned = clean("增长。 <U+00A0>\n<U+00A0>\n提高 <br/> \nAI\n<br/>");
  SAME(cleaned.text->bytes, "增长。\n提高\nAI");
  for (uint32_t i = 0; i < cleaned.text->noise_count; i++) OK(cleaned.text->noise[i].anchor <= cleaned.text->length);
  OK(cleaned.text->noise_count == 4);
  done(cleaned);
}

static void test_repeats(void) {
  const char *body = "过去一年，全县粮食产量稳步提高，新修水渠三条，改造公路五段，群众生活持续改善。\n"
                     "产业发展加快。新建产业园一座，引进企业十二家，带动就业一千三百人，税收稳定增长。\n"
                     "民生持续改善。新建学校两所，改造病房六十间，发放补贴三百万元，群众更加满意。\n";
  char source[4096], want[4096];
  snprintf(source, sizeof source, "河湾县政府工作报告\n各位代表：\n%s河湾县政府工作报告\n各位代表：\n%s", body, body);
  snprintf(want, sizeof want, "河湾县政府工作报告\n各位代表：\n%.*s", (int)strlen(body) - 1, body);
  check_text(source, want);
  const Cleaned copies = clean(source);
  OK(noise_of(copies.text, "copy") == 5);
  done(copies);

  check_text("目　录\n一、工作回顾\n二、工作安排\n河湾县政府工作报告\n一、工作回顾\n增长。\n二、工作安排\n提高。\n",
             "河湾县政府工作报告\n一、工作回顾\n增长。\n二、工作安排\n提高。");
  check_text("目录\n一、工作回顾\t1\n二、工作打算……3\n（一）修路建桥 "
             "4\n河湾县政府工作报告\n一、工作回顾\n增长。\n二、工作安排\n"
             "（一）修路建桥。全年新修公路三条、桥梁五座，方便群众出行，带动产业发展。\n",
             "河湾县政府工作报告\n一、工作回顾\n增长。\n二、工作安排\n（一）修路建桥。全年新修公路三条、桥梁五座，方便"
             "群众出行，带动产业"
             "发展。");
  check_text("河湾县政府工作报告\n增长。\n1\n河湾县政府工作报告\n提高。\n2\n河湾县政府工作报告\n结束。\n3\n",
             "河湾县政府工作报告\n增长。\n提高。\n结束。");
  check_text("各位代表！\n增长。\n各位代表！\n提高。\n", "各位代表！\n增长。\n各位代表！\n提高。");
}

static void test_head(void) {
  check_text("首页\n登录 个人中心\n政务公开\n【字体：大 中 小】\n河湾县政府工作报告\n县长 "
             "李小河\n打印\n各位代表：\n收入增长。\n",
             "河湾县政府工作报告\n县长 李小河\n各位代表：\n收入增长。");
  check_text("政务公开\n收入增长。\n", "政务公开\n收入增长。"); /* no page around it */
}

static void test_foot(void) {
  check_text("收入增长。\n谢谢大家！\n相关链接：\n解读报告\n一图读懂\n", "收入增长。\n谢谢大家！");
  check_text("收入增长。\n版权所有：河湾县人民政府办公室\nfalse\n", "收入增长。");
  check_text("<!--\n 导航\n-->\n收入增长。\n", "收入增长。");
  check_text("<!--\n收入增长。\n", "<!--\n收入增长。"); /* never closed: no comment */
}

static void test_joins(void) {
  check_text("　　　　\n修路成效明显。\n全年修路三条，建桥五座。\n\n　　\n二是\n改善民生。\n\n　　三是建桥。\n\n　　\n"
             "四是修渠。\n执行《\n河道条例\n》。\n",
             "修路成效明显。全年修路三条，建桥五座。\n二是改善民生。\n三是建桥。\n四是修渠。执行《河道条例》。");
  check_text("——2031年2月3日在河湾县第十届人民代表大会\n第二次会议上\n",
             "——2031年2月3日在河湾县第十届人民代表大会第二次会议上");
  check_text("各位代表，\n现在报告工作，\n请予审议。\n抓好春耕，\n（二）抓好秋收。",
             "各位代表，\n现在报告工作，请予审议。\n抓好春耕，\n（二）抓好秋收。");
  check_text("全年修路三条。一般公共预算\n收入11.2亿元，增长5%。\n二是建桥。",
             "全年修路三条。一般公共预算收入11.2亿元，增长5%。\n二是建桥。");
  check_text("全年修路三条，收入提高。［3］\n[bookmark: OLE_LINK1]（一）建桥。新建五座，质量良好。",
             "全年修路三条，收入提高。\n（一）建桥。新建五座，质量良好。");
  check_text("各位代表，过去一年，工业、农业分别增长7.1%、\n6.8%，好于预期，\n全年修路三条。",
             "各位代表，过去一年，工业、农业分别增长7.1%、6.8%，好于预期，全年修路三条。");
  check_text("抓项目，促增长\n全年修路三条，建桥五座。", "抓项目，促增长\n全年修路三条，建桥五座。");
  /* wrapped at 40 columns */
  check_text("　　过去一年，全县粮食产量稳步提高，新\n修水渠三条，改造公路五段，群众生活持续\n改善。\n"
             "　　产业发展加快。新建产业园一座，引进\n企业十二家，带动就业一千三百人，税收稳\n定增长。\n"
             "一、坚持稳中求进主要目标和主要任务安排\n以及重点工作\n"
             "　　环境更加优美。一是种树。二是种草。\n三是治水。\n"
             "　　民生持续改善。新建学校两所，改造病\n房六十间，发放补贴三百万元，群众更加满\n意。\n"
             "　　交通更加便利。新建车站两座，改造桥\n梁六十座，新增班车三十辆，出行更加方便\n舒适。\n",
             "过去一年，全县粮食产量稳步提高，新修水渠三条，改造公路五段，群众生活持续改善。\n"
             "产业发展加快。新建产业园一座，引进企业十二家，带动就业一千三百人，税收稳定增长。\n一、坚持稳中求进主要目"
             "标和主要任务安排以及重点工作\n"
             "环境更加优美。一是种树。二是种草。三是治水。\n"
             "民生持续改善。新建学校两所，改造病房六十间，发放补贴三百万元，群众更加满意。\n"
             "交通更加便利。新建车站两座，改造桥梁六十座，新增班车三十辆，出行更加方便舒适。");
}

int main(void) {
  test_lines();
  test_inline();
  test_nested();
  test_anchors();
  test_repeats();
  test_head();
  test_foot();
  test_joins();
  return tap_end();
}
