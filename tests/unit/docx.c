/* docx.c: Word documents made here, piece by piece, and archives that mean harm. */
#include "text/buffer.h"
#include "read/format.h"
#include "tap.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

#if defined(HAVE_LIBARCHIVE) && defined(HAVE_LIBXML2)
#include "make_zip.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define MC "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""

static Source make_docx(const char *body, const char *more_name, const char *more) {
  Buffer document = {0};
  const char *head = "<?xml version=\"1.0\"?><w:document " W " " MC "><w:body>", *tail = "</w:body></w:document>";
  buffer_add(&document, head, strlen(head));
  buffer_add(&document, body, strlen(body));
  buffer_add(&document, tail, strlen(tail));
  static const char styles[] =
      "<w:styles " W "><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>"
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr>"
      "<w:numId w:val=\"6\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
  const Part parts[] = {{"word/styles.xml", styles, sizeof styles - 1},
                        {"word/document.xml", document.bytes, document.length},
                        {more_name, more, more ? strlen(more) : 0}};
  const Source source = make_zip(parts, more ? 3 : 2);
  buffer_free(&document);
  return source;
}

static Text *read_text(const Source *source, YhError *error) {
  Document *document = format_read(source, error);
  if (!document) return NULL;
  Text *text = text_new(document);
  document_free(document);
  return text;
}

static void check_more(const char *body, const char *name, const char *more, const char *want) {
  YhError error;
  Source source = make_docx(body, name, more);
  Text *text = read_text(&source, &error);
  tap_same(text ? text->bytes : error.message, want, body, __FILE__, __LINE__);
  if (text) arena_free(text->arena);
  free(source.bytes);
}

static void check(const char *body, const char *want) {
  check_more(body, NULL, NULL, want);
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(text) "<w:tc>" P(text) "</w:tc>"
#define NUMBERED(level, text)                                                                                          \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr><w:r><w:t>" text          \
  "</w:t></w:r></w:p>"

static void test_text(void) {
  check(P("各位代表：") P("") P("全年增长5%。"), "各位代表：\n全年增长5%。");
  check("<w:p><w:r><w:t>修</w:t><w:t>路&amp;桥</w:t></w:r><w:r><w:t>三条</w:t></w:r></w:p>", "修路&桥三条");
  check("<w:p><w:r><w:t>河湾县</w:t><w:br/><w:t>政府工作报告</w:t></w:r></w:p>", "河湾县\n政府工作报告");
  /* tracked changes: as if accepted; a deleted paragraph mark joins two paragraphs */
  check("<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText></w:r></w:del><w:ins><w:r><w:t>6%"
        "</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>",
        "增长6%");
  check("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>修路</w:t></w:r></w:p>" P("建桥"), "修路建桥");
  check("<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>正文"
        "</w:t></w:r></w:p>",
        "正文");
  /* a text box is there twice, for new and for old programs */
  check("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(
            "框内") "</w:txbxContent></mc:Choice>"
                    "<mc:Fallback><w:txbxContent>" P(
                        "框内") "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r>"
                                "<w:t>框外</w:t></w:r></w:p>",
        "框内\n框外");
  check("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r></w:p>", "可见");
  /* a note mark set as superscript by hand, and a power */
  check(
      "<w:p><w:r><w:t>“三水”行动</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>3</w:t></w:r>"
      "<w:r><w:t>，新增5km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>",
      "“三水”行动，新增5km2");
  check("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>页</w:t></w:r></w:p>", "页");
  check("<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>一、目标 3</w:t></w:r></w:p>" P("正文"), "正文");
}

static void test_tables(void) {
  check("<w:tbl><w:tr>" TC("指标") TC("数值") "</w:tr><w:tr>" TC("") TC("12 万吨") "</w:tr></w:tbl>",
        "指标\t数值\n\t12万吨");
  check("<w:tbl><w:tr><w:tc>" P("各位代表：") P("报告工作。") "</w:tc></w:tr></w:tbl>", "各位代表：\n报告工作。");
  check("<w:tbl><w:tr>" TC("甲") "<w:tc>" P("水渠") P("公路") "</w:tc></w:tr></w:tbl>", "甲\t水渠 公路");
}

static void test_numbering(void) {
  const char *numbering =
      "<w:numbering " W "><w:abstractNum w:abstractNumId=\"2\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
      "w:val=\"%1、\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
      "w:val=\"（%2）\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:start w:val=\"9\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>";
  check_more(NUMBERED("0", "回顾") NUMBERED("1", "工业") NUMBERED("1", "农业") NUMBERED("0", "安排")
                 NUMBERED("1", "交通") NUMBERED("2", "公路") NUMBERED("2", "铁路") NUMBERED("1", "民生")
                     NUMBERED("2", "教育"),
             "word/numbering.xml", numbering,
             "一、回顾\n（一）工业\n（二）农业\n二、安排\n（一）交通\n9.公路\n10.铁路\n（二）民生\n9.教育");
}

/* The level of a style's list may stand in the list's definition only. */
static void test_style_numbering(void) {
  const char *numbering = "<w:numbering " W "><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                          "w:val=\"decimal\"/><w:lvlText w:val=\"第%1章 \"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt "
                          "w:val=\"chineseCounting\"/><w:pStyle w:val=\"x\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
                          "</w:abstractNum><w:num w:numId=\"6\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";
  check_more("<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>工业</w:t></w:r></w:p><w:p><w:pPr><w:pStyle "
             "w:val=\"x\"/></w:pPr><w:r><w:t>农业</w:t></w:r></w:p>",
             "word/numbering.xml", numbering, "（一）工业\n（二）农业");
}

static void test_structure(void) {
  YhError error;
  Source source =
      make_docx("<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>回顾</w:t></w:r></w:p>"
                "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>工业</w:t></w:r></w:p>" P("正文"),
                "word/footnotes.xml",
                "<w:footnotes " W
                "><w:footnote w:type=\"separator\">" P("线") "</w:footnote><w:footnote "
                                                             "w:id=\"2\">" P("注释。") "</w:footnote></w:footnotes>");
  Text *text = read_text(&source, &error);
  if (OK(text && text->paragraph_count == 4)) {
    const Paragraph *p = text->paragraphs;
    OK(p[0].kind == LINE_HEADING && p[0].level == 1);
    OK(p[1].kind == LINE_HEADING && p[1].level == 2);
    OK(p[2].kind == LINE_TEXT && p[2].line == 3);
    OK(p[3].kind == LINE_NOTE);
  }
  if (text) arena_free(text->arena);
  free(source.bytes);
}

static void check_code(Source source, YhCode code, const char *what) {
  YhError error = {0};
  Text *text = read_text(&source, &error);
  if (!tap_check(!text && error.code == code && error.message[0], what, __FILE__, __LINE__))
    printf("# %s: %s\n", yh_code_name(error.code), error.message);
  if (text) arena_free(text->arena);
  free(source.bytes);
}

static char *repeat(const char *piece, size_t times, const char *head, const char *tail) {
  const size_t n = strlen(piece), h = strlen(head);
  char *all = malloc(n * times + h + strlen(tail) + 1);
  memcpy(all, head, h);
  for (size_t i = 0; i < times; i++) memcpy(all + h + i * n, piece, n);
  strcpy(all + h + n * times, tail);
  return all;
}

static void test_hostile(void) {
  Source cut = make_docx(P("各位代表：") P("全年增长5%，收入提高，民生改善。"), NULL, NULL);
  for (size_t length = 4; length < cut.length; length += 97) { /* an error each time, or the text; never worse */
    YhError error = {0};
    Source part = cut;
    part.length = length;
    Text *text = read_text(&part, &error);
    OK(text || error.code);
    if (text) arena_free(text->arena);
  }
  cut.length = cut.length / 2;
  check_code(cut, YH_EREAD, "a truncated archive");

  char *zeros = calloc(1, 200 << 20);
  memset(zeros, ' ', 200 << 20);
  const Part bomb = {"word/document.xml", zeros, 200 << 20};
  check_code(make_zip(&bomb, 1), YH_ELIMIT, "200 MiB of spaces in 200 KB");
  memcpy(zeros, "<w:document " W "><w:body>", strlen("<w:document " W "><w:body>"));
  check_code(make_zip(&bomb, 1), YH_ELIMIT, "a zip bomb");
  free(zeros);

  const char *entities = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
                         "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&b;&x;</d>";
  const Part evil = {"word/document.xml", entities, strlen(entities)};
  check_code(make_zip(&evil, 1), YH_EFORMAT, "entities");

  char *deep = repeat("<w:p>", 200000, "<w:document " W "><w:body>", "");
  const Part nested = {"word/document.xml", deep, strlen(deep)};
  check_code(make_zip(&nested, 1), YH_ELIMIT, "200,000 elements deep");
  free(deep);

  char *rows = repeat("<w:p><w:r><w:t>各位代表各位代表</w:t></w:r></w:p>", 60000, "<w:document " W "><w:body>",
                      "</w:body></w:document>");
  const Part long_text = {"word/document.xml", rows, strlen(rows)};
  check_code(make_zip(&long_text, 1), YH_ELIMIT, "more text than a report has");
  free(rows);

  const Part other = {"hello.txt", "hello", 5};
  check_code(make_zip(&other, 1), YH_EFORMAT, "another archive");
  const Part book = {"xl/workbook.xml", "<x/>", 4};
  check_code(make_zip(&book, 1), YH_EFORMAT, "a workbook");
  const Part broken = {"word/document.xml", "<w:document><w:p>", 17};
  check_code(make_zip(&broken, 1), YH_EFORMAT, "broken XML");
}

int main(void) {
  test_text();
  test_tables();
  test_numbering();
  test_style_numbering();
  test_structure();
  test_hostile();
  return tap_end();
}
#else
int main(void) {
  printf("# skipped: built without libarchive or libxml2\n");
  return tap_end();
}
#endif
