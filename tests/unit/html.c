/* html.c and article.c: pages as portals make them, and pages that mean harm. */
#include "text/buffer.h"
#include "read/format.h"
#include "tap.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef HAVE_LIBXML2

static void check(const char *page, const char *want) {
  YhError error = {0};
  const Source source = {
      .path = "page.html", .bytes = (char *)(uintptr_t)page, .length = strlen(page), .max_text = 1 << 20, .fd = -1};
  Document *document = format_read(&source, &error);
  Text *text = document ? text_new(document) : NULL;
  tap_same(text ? text->bytes : error.message, want, page, __FILE__, __LINE__);
  if (text) arena_free(text->arena);
  document_free(document);
}

#define MENU "<div class='nav'><a href='/'>首页</a> | <a href='/a'>政务公开</a> | <a href='/b'>新闻中心</a></div>"
#define BODY "<p>各位代表：</p><p>过去一年，全县修路三条，收入提高。</p><p>今年，新建桥梁五座，改造水渠两条。</p>"
#define TEXT "各位代表：\n过去一年，全县修路三条，收入提高。\n今年，新建桥梁五座，改造水渠两条。"

static void test_article(void) {
  check("<html><body>" MENU "<div id='x'>" BODY
        "</div><div><a href='1'>上年报告</a> <a href='2'>解读</a></div></body></html>",
        TEXT);
  /* the title stands above the article, with a line of buttons between */
  check("<html><body>" MENU "<div><h1>河湾县政府工作报告</h1><div>字号：<a>大</a> <a>小</a></div><div>" BODY
        "</div></div><div>河湾县政府办公室主办</div></body></html>",
        "河湾县政府工作报告\n" TEXT);
  /* an old page: tables for layout, <br> for paragraphs */
  check("<html><body><table><tr><td><a href='/'>首页</a></td><td><a href='/b'>信息公开目录</a></td></tr></table>"
        "<table><tr><td>　　各位代表：<br>　　过去一年，全县修路三条，收入提高。<br><br>&nbsp;&nbsp;"
        "今年，新建桥梁五座，改造水渠两条。"
        "</td></tr></table></body></html>",
        TEXT);
  check("<html><body><nav>导航，各处。</nav><main>" BODY "</main><footer>版权，联系。</footer></body></html>", TEXT);
  check("<html><body><div style='display: none'>隐藏的话，很多。</div>" BODY
        "<script>var a = '，。';</script></body></html>",
        TEXT);
  check(BODY, TEXT); /* no page around it */
  /* text with a few tags left in it is no page: its lines are paragraphs */
  check("各位代表：\n过去一年，全县修路三条，收入提高。<br/>\n今年，新建桥梁五座，改造水渠两条。</p>\n", TEXT);
}

static void test_blocks(void) {
  check("<html><body><p>全县\n修<b>路</b>三条，\n<i>建</i>桥。</p></body></html>", "全县修路三条，建桥。");
  check("<html><body><table><tr><th>指标</th><th>数值</th></tr><tr><td></td><td>12万吨</td></tr></table></body></html>",
        "指标\t数值\n\t12万吨");
  check("<html><body><ol><li>修路。</li><li><p>建桥。</p></li></ol><ul><li>种树。</li></ul></body></html>",
        "1.修路。\n2.建桥。\n种树。");
  check("<html><body><p>“三水”行动<sup><a href='#3'>3</a></sup>，新增5km<sup>2</sup>。</p></body></html>",
        "“三水”行动，新增5km2。");
  check("<html><body><pre>各位代表：\n报告工作。</pre></body></html>", "各位代表：\n报告工作。");
  check("<html><head><meta charset=gb2312><title>县</title></head><body><p>修路，&ldquo;快&rdquo;。</p></body></html>",
        "修路，“快”。");
}

static char *repeat(const char *piece, size_t times) {
  Buffer page = {0};
  buffer_add(&page, "<html><body>", 12);
  for (size_t i = 0; i < times; i++) buffer_add(&page, piece, strlen(piece));
  buffer_add(&page, "", 1);
  return page.bytes;
}

static void check_code(char *page, YhCode code) {
  YhError error = {0};
  const Source source = {.path = "page.html", .bytes = page, .length = strlen(page), .max_text = 1 << 20, .fd = -1};
  Document *document = format_read(&source, &error);
  if (!OK(document ? code == YH_OK : error.code == code && error.message[0]))
    printf("# %.40s: %s\n", page, error.message);
  document_free(document);
  free(page);
}

static void test_hostile(void) {
  check_code(repeat("<div>", 200000), YH_ELIMIT);
  check_code(repeat("<b>", 400), YH_OK);
  check_code(repeat("</i></p></td>", 200000), YH_OK);
  check_code(repeat("<p>", 1000000), YH_OK);
  check_code(repeat("<td>一<table><tr>", 1000), YH_ELIMIT);
  check_code(repeat("&amp;&lt;&#20000;&bogus;", 100000), YH_OK);
  check_code(repeat("<!DOCTYPE a [<!ENTITY b \"b\">]>&b;", 10000), YH_OK);
  check_code(repeat("<p>各位代表，", 600000), YH_ELIMIT);
}

int main(void) {
  test_article();
  test_blocks();
  test_hostile();
  return tap_end();
}
#else
int main(void) {
  printf("# skipped: built without libxml2\n");
  return tap_end();
}
#endif
