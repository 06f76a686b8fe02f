/* The same report in every format and encoding gives the same text: paragraphs, tables apart. */
#include "text/buffer.h"
#include "read/process.h"
#include "tap.h"
#include "text/utf8.h"
#include "yanhu.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const PARAGRAPHS[] = {
    "河湾县政府工作报告",
    "——2031年2月3日在河湾县第十届人民代表大会第二次会议上",
    "县长 李小河",
    "各位代表：",
    "现在，我代表县人民政府报告工作，请予审议，并请列席的同志提出宝贵意见。",
    "一、2030年工作回顾",
    "过去一年，全县坚持稳中求进，粮食产量12.6万吨、增长3.5%"
    "，新修水渠三条，改造公路五段，群众生活持续改善，财政收入稳定增长，"
    "社会大局保持稳定。",
    "（一）产业发展加快。新建产业园一座，引进企业12家，带动就业1300人，税收增长6%"
    "，工业投资增长较快，消费活力不断增强。",
    "（二）民生持续改善。新建学校两所，改造病房60间，发放补贴300万元，养老服务覆盖所有村组，群众的满意程度进一步提高。",
    "二、2031年工作安排",
    "今年的主要目标是：地区生产总值增长5%左右，一般公共预算收入增长4%"
    "，城镇新增就业1500人以上，居民收入与经济增长同步。",
    "一是建设水网。新修水渠12公里，整治河道三条，除险加固水库两座，让群众喝上放心水、用上放心水，让每一块农田旱能浇、涝"
    "能排。",
    "二是改造道路。改造农村公路60公里，新建桥梁四座，开通城乡公交线路六条，方便群众出行，降低物流成本，带动乡村旅游持续"
    "发展。",
    "三是提升服务。推行一窗办理，压减办理时限三成，公开办事指南，让企业和群众少跑路、好办事，让干部的作风更实、效率更高"
    "更好。",
    "各位代表！",
    "让我们团结一心，努力工作，为建设更加美好的河湾而奋斗！",
};
enum { COUNT = sizeof PARAGRAPHS / sizeof *PARAGRAPHS };

static char folder[] = "/tmp/yanhu-formats-XXXXXX";

static void put(Buffer *out, const char *text) {
  buffer_add(out, text, strlen(text));
}

static char *joined(const char *before, const char *after) {
  Buffer out = {0};
  for (int i = 0; i < COUNT; i++) put(&out, before), put(&out, PARAGRAPHS[i]), put(&out, after);
  buffer_add(&out, "", 1);
  return out.bytes;
}

static char *expected(void) {
  char *text = joined("", "\n");
  text[strlen(text) - 1] = 0;
  return text;
}

static void check_bytes(const char *what, const char *bytes, size_t length, const char *format, const char *encoding) {
  YhError error;
  char *want = expected();
  YhInput *input = yh_input_memory(bytes, length, NULL, &error);
  YhReport *report = input ? yh_input_next(input, &error) : NULL;
  if (!report) {
    tap_check(0, error.message, what, 0);
  } else {
    tap_same(yh_report_text(report, NULL), want, what, __FILE__, __LINE__);
    tap_same(yh_report_meta(report)->format, format, what, __FILE__, __LINE__);
    tap_same(yh_report_meta(report)->encoding, encoding, what, __FILE__, __LINE__);
  }
  yh_report_free(report);
  yh_input_close(input);
  free(want);
}

static void check_encoded(const char *text, const char *iconv_name, const char *mark, size_t mark_length,
                          const char *name) {
  const size_t length = strlen(text);
  char *out = malloc(length * 4 + 16), *to = out + mark_length, *in = (char *)(uintptr_t)text;
  size_t left = length, room = length * 4;
  memcpy(out, mark, mark_length);
  iconv_t converter = iconv_open(iconv_name, "UTF-8");
  iconv(converter, &in, &left, &to, &room);
  iconv_close(converter);
  check_bytes(iconv_name, out, (size_t)(to - out), "txt", name);
  free(out);
}

static void test_txt(void) {
  char *unix_ends = joined("", "\n"), *indented = joined("　　", "\r\n\r\n"), *old = joined("", "\r");
  check_encoded(unix_ends, "UTF-8", "", 0, "utf-8");
  check_encoded(unix_ends, "UTF-8", "\xEF\xBB\xBF", 3, "utf-8");
  check_encoded(old, "UTF-8", "", 0, "utf-8");
  check_encoded(indented, "GB18030", "", 0, "gb18030");
  check_encoded(unix_ends, "GBK", "", 0, "gb18030");
  check_encoded(indented, "UTF-16LE", "\xFF\xFE", 2, "utf-16le");
  check_encoded(unix_ends, "UTF-16BE", "\xFE\xFF", 2, "utf-16be");
  check_encoded(unix_ends, "UTF-16LE", "", 0, "utf-16le");
  check_encoded(unix_ends, "UTF-16BE", "", 0, "utf-16be");
  free(unix_ends);
  free(indented);
  free(old);
}

/* Big5 is told from GB18030, although each of its bytes could be one of GB18030's. */
static void test_big5(void) {
  static const char text[] = "各位代表：\n過去一年，全縣經濟穩步發展，糧食產量增長5%，民生持續改善。\n";
  char out[512], *in = (char *)(uintptr_t)text, *to = out;
  size_t left = sizeof text - 1, room = sizeof out;
  iconv_t converter = iconv_open("BIG5", "UTF-8");
  iconv(converter, &in, &left, &to, &room);
  iconv_close(converter);
  YhError error;
  YhInput *input = yh_input_memory(out, sizeof out - room, NULL, &error);
  YhReport *report = yh_input_next(input, &error);
  if (OK(report != NULL)) {
    SAME(yh_report_meta(report)->encoding, "big5");
#ifdef HAVE_OPENCC
    SAME(yh_report_text(report, NULL), "各位代表：\n过去一年，全县经济稳步发展，粮食产量增长5%，民生持续改善。");
#endif
  }
  yh_report_free(report);
  yh_input_close(input);
}

/* A damaged byte here and there does not change what the encoding is found to be. */
static void test_damage(void) {
  static const char *const NAMES[][2] = {{"UTF-8", "utf-8"}, {"GB18030", "gb18030"}};
  char *text = joined("", "\n");
  for (int k = 0; k < 2; k++) {
    char out[8192], *in = text, *to = out;
    size_t left = strlen(text), room = sizeof out;
    iconv_t converter = iconv_open(NAMES[k][0], "UTF-8");
    iconv(converter, &in, &left, &to, &room);
    iconv_close(converter);
    for (char *p = out + 50; p < to; p += 150) *p = (char)0xFF;
    YhError error;
    YhInput *input = yh_input_memory(out, (size_t)(to - out), NULL, &error);
    YhReport *report = yh_input_next(input, &error);
    if (OK(report != NULL)) SAME(yh_report_meta(report)->encoding, NAMES[k][1]);
    yh_report_free(report);
    yh_input_close(input);
  }
  free(text);
}

/* Each line cut at 38 columns, as an old mail program did it. */
static void test_wrapped(void) {
  Buffer out = {0};
  for (int i = 0; i < COUNT; i++) {
    int columns = 0;
    const char *indent = i > 3 && strstr(PARAGRAPHS[i], "，") ? "　　" : "";
    put(&out, indent);
    columns = indent[0] ? 4 : 0;
    for (const char *p = PARAGRAPHS[i]; *p;) {
      uint32_t n;
      const int width = utf8_width(utf8_decode(p, &n));
      if (columns + width > 38) put(&out, "\n"), columns = 0;
      buffer_add(&out, p, n);
      columns += width;
      p += n;
    }
    put(&out, "\n");
  }
  check_bytes("wrapped", out.bytes, out.length, "txt", "utf-8");
  buffer_free(&out);
}

static void test_html(void) {
#ifdef HAVE_LIBXML2
  char *body = joined("<p>", "</p>\n");
  Buffer out = {0};
  put(&out,
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>门户</title></head><body><div><a href=\"1\">首页</a>"
      "<a href=\"2\">政务公开</a></div>\n<div id=\"article\">");
  put(&out, body);
  put(&out, "</div><div>主办：河湾县人民政府　<a href=\"3\">联系我们</a></div></body></html>");
  check_bytes("html", out.bytes, out.length, "html", "utf-8");
  char wide[1 << 14], *in = out.bytes, *to = wide + 2;
  size_t left = out.length, room = sizeof wide - 2;
  memcpy(wide, "\xFF\xFE", 2);
  iconv_t converter = iconv_open("UTF-16LE", "UTF-8");
  iconv(converter, &in, &left, &to, &room);
  iconv_close(converter);
  check_bytes("html in UTF-16", wide, (size_t)(to - wide), "html", "utf-16le");
  buffer_free(&out);
  free(body);
#else
  printf("# html skipped: built without libxml2\n");
#endif
}

#ifdef HAVE_POPPLER
/* ---- a PDF, line by line ---- */

static void put_number(Buffer *out, const char *format, unsigned value) {
  char text[160];
  snprintf(text, sizeof text, format, value);
  put(out, text);
}

static void put_hex(Buffer *out, const char *text, size_t length) {
  put(out, "<");
  for (size_t i = 0; i < length;) {
    uint32_t n, c = utf8_decode(text + i, &n);
    put_number(out, "%04X", c);
    i += n;
  }
  put(out, "> Tj\n");
}

static void show(Buffer *page, double x, double y, const char *text, size_t length) {
  char at[64];
  snprintf(at, sizeof at, "1 0 0 1 %.1f %.1f Tm ", x, y);
  put(page, at);
  put_hex(page, text, length);
}

enum { LINES_A_PAGE = 12, CHARACTERS = 30, MAX_OBJECTS = 64 };

/* Text in a font that is not embedded and says which character each code is: 12 points, each character as wide. */
static void write_pdf(Buffer *out) {
  Buffer pages[8] = {{0}};
  int page = 0, line = 0;
  for (int i = 0; i < COUNT; i++) {
    const bool indented = strstr(PARAGRAPHS[i], "，") != NULL;
    int used = indented ? 2 : 0;
    const char *from = PARAGRAPHS[i];
    for (const char *p = from; *from;) {
      uint32_t n = 0;
      if (*p) utf8_decode(p, &n);
      if (*p && used < CHARACTERS) {
        used++;
        p += n;
        continue;
      }
      const double centre = i < 3 ? 6 * (CHARACTERS - used) : 0;
      show(&pages[page], from == PARAGRAPHS[i] && indented ? 96 : 72 + centre, 760 - 24 * line, from,
           (size_t)(p - from));
      from = p;
      used = 0;
      if (++line == LINES_A_PAGE) line = 0, page++;
    }
  }
  size_t places[MAX_OBJECTS] = {0};
  int count = 0;
#define OBJECT() places[++count] = out->length, put_number(out, "%u 0 obj\n", (unsigned)count)
  put(out, "%PDF-1.4\n");
  OBJECT();
  put(out, "<</Type/Catalog/Pages 2 0 R>>endobj\n");
  OBJECT();
  put(out, "<</Type/Pages/Kids[");
  for (int i = 0; i <= page; i++) put_number(out, "%u 0 R ", (unsigned)(6 + 2 * i));
  put_number(out, "]/Count %u>>endobj\n", (unsigned)page + 1);
  OBJECT();
  put(out,
      "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>endobj\n");
  OBJECT();
  put(out,
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
      "/DW 1000>>endobj\n");
  Buffer map = {0};
  put(&map, "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
            "endcodespacerange\n");
  for (unsigned high = 0; high < 256; high++) {
    if (high >= 0xD8 && high < 0xE0) continue;
    char range[64];
    snprintf(range, sizeof range, "1 beginbfrange <%02X00> <%02XFF> <%02X00> endbfrange\n", high, high, high);
    put(&map, range);
  }
  put(&map, "endcmap end end");
  OBJECT();
  put_number(out, "<</Length %u>>stream\n", (unsigned)map.length);
  buffer_add(out, map.bytes, map.length);
  put(out, "\nendstream endobj\n");
  buffer_free(&map);
  for (int i = 0; i <= page; i++) {
    Buffer all = {0};
    char number[16];
    snprintf(number, sizeof number, "— %d —", i + 1);
    put(&all, "BT /F 12 Tf\n");
    show(&all, 250, 810, "河湾县人民代表大会文件", strlen("河湾县人民代表大会文件"));
    buffer_add(&all, pages[i].bytes, pages[i].length);
    show(&all, 280, 40, number, strlen(number));
    put(&all, "ET");
    OBJECT();
    put_number(
        out, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %u 0 R>>endobj\n",
        (unsigned)count + 1);
    OBJECT();
    put_number(out, "<</Length %u>>stream\n", (unsigned)all.length);
    buffer_add(out, all.bytes, all.length);
    put(out, "\nendstream endobj\n");
    buffer_free(&all);
    buffer_free(&pages[i]);
  }
  const size_t start = out->length;
  put_number(out, "xref\n0 %u\n0000000000 65535 f \n", (unsigned)count + 1);
  for (int i = 1; i <= count; i++) put_number(out, "%010u 00000 n \n", (unsigned)places[i]);
  put_number(out, "trailer<</Size %u/Root 1 0 R>>\n", (unsigned)count + 1);
  put_number(out, "startxref\n%u\n%%%%EOF\n", (unsigned)start);
#undef OBJECT
}

static void test_pdf(void) {
  Buffer out = {0};
  write_pdf(&out);
  check_bytes("pdf", out.bytes, out.length, "pdf", "utf-8");
  YhError error;
  YhInput *input = yh_input_memory(out.bytes, out.length / 2, NULL, &error);
  YhReport *report = yh_input_next(input, &error);
  OK(report || error.code == YH_EREAD || error.code == YH_EEMPTY); /* cut in half: some text, or why not */
  yh_report_free(report);
  yh_input_close(input);
  buffer_free(&out);

  static const char scan[] =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
      "1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n";
  input = yh_input_memory(scan, sizeof scan - 1, NULL, &error);
  OK(!yh_input_next(input, &error) && error.code == YH_EEMPTY && strstr(error.message, "OCR"));
  yh_input_close(input);
}
#else
static void test_pdf(void) {
  printf("# pdf skipped: built without poppler-glib\n");
}
#endif

/* ---- as other programs write them ---- */

#ifdef HAVE_LIBXML2
static void check_made(const char *what, const char *command, const char *file, const char *format) {
  char line[1024];
  snprintf(line, sizeof line, "cd %s && %s >/dev/null 2>&1", folder, command);
  if (system(line) != 0) {
    printf("# %s skipped: its program failed\n", what);
    return;
  }
  char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, file);
  FILE *stream = fopen(path, "rb");
  if (!stream) {
    printf("# %s skipped: no file was made\n", what);
    return;
  }
  static char bytes[1 << 20];
  const size_t length = fread(bytes, 1, sizeof bytes, stream);
  fclose(stream);
  check_bytes(what, bytes, length, format, "utf-8");
}

static void test_programs(void) {
  if (!process_exists("pandoc")) {
    printf("# pandoc is not here: its docx and html are skipped\n");
    return;
  }
  char path[128], *text = joined("", "\n\n");
  snprintf(path, sizeof path, "%s/in.md", folder);
  FILE *file = fopen(path, "w");
  for (const char *p = text; *p; p++) {
    if (*p == '.' || *p == '-') fputc('\\', file); /* no lists, no dashes: as it stands */
    fputc(*p, file);
  }
  fclose(file);
  free(text);
#if defined(HAVE_LIBARCHIVE) && defined(HAVE_LIBXML2)
  check_made("pandoc docx", "pandoc -f markdown-smart in.md -o out.docx", "out.docx", "docx");
#endif
#ifdef HAVE_LIBXML2
  check_made("pandoc html", "pandoc -f markdown-smart -s -M title=' ' in.md -o out.html", "out.html", "html");
#endif
#ifdef HAVE_POPPLER
  if (process_exists("chromium") && system("test -n \"$(fc-list :lang=zh 2>/dev/null)\"") == 0)
    check_made(
        "chromium pdf",
        "timeout 60 chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=out.pdf "
        "out.html",
        "out.pdf", "pdf");
  else printf("# chromium or a Chinese font is not here: its pdf is skipped\n");
#endif
}
#else
static void test_programs(void) {
  printf("# pandoc's formats skipped: built without libxml2\n");
}
#endif

int main(void) {
  if (!mkdtemp(folder)) return 1;
  test_txt();
  test_big5();
  test_damage();
  test_wrapped();
  test_html();
  test_pdf();
  test_programs();
  char command[128];
  snprintf(command, sizeof command, "rm -rf %s", folder);
  return tap_end() | (system(command) != 0);
}
