/* residue_line.c: which lines are page furniture, by their words. The words are those that portals and newspapers put
 * around any article, never those of a report. */
#include "residue.h"

#include "utf8.h"

#include <string.h>

static bool starts(const char *line, const char *word) {
  return strncmp(line, word, strlen(word)) == 0;
}

static bool ends(const char *line, const char *word) {
  const size_t n = strlen(line), m = strlen(word);
  return n >= m && strcmp(line + n - m, word) == 0;
}

static bool has(const char *line, const char *word) {
  return strstr(line, word) != NULL;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool any(const char *line, const char *const *words, size_t count, bool (*test)(const char *, const char *)) {
  for (size_t i = 0; i < count; i++)
    if (test(line, words[i])) return true;
  return false;
}

/* The same for tests of a line's start: nearly all words differ in their first character already. */
static bool any_start(const char *line, const char *const *words, size_t count,
                      bool (*test)(const char *, const char *)) {
  for (size_t i = 0; i < count; i++)
    if (words[i][0] == line[0] && words[i][1] == line[1] && words[i][2] == line[2] && test(line, words[i])) return true;
  return false;
}

int residue_squash(const Line *line, char *out) {
  if (line->length > SHORT_LINE + SHORT_LINE / 2 && !memchr(line->text, '<', line->length)) return -1;
  int count = 0;
  size_t length = 0;
  for (uint32_t i = 0; i < line->length;) {
    if (line->text[i] == '<' && line->length - i >= 8 && memcmp(line->text + i, "<U+", 3) == 0 &&
        line->text[i + 7] == '>') {
      i += 8;
      continue;
    }
    uint32_t n, c = utf8_decode(line->text + i, &n);
    i += n;
    if (utf8_is_space(c) || c == 0) continue;
    if (c > 0xFF00 && c < 0xFF5F) c -= 0xFEE0; /* also ：（）, so that each rule needs one form only */
    if (length + 4 >= SHORT_LINE) return -1;
    length += utf8_encode(c, out + length);
    count++;
  }
  out[length] = 0;
  return count;
}

static const char *const BUTTONS[] = {
    "邮箱",       "EN",       "简",       "繁",         "超大",       "个人中心", "我要分享", "注销",     "客户端",
    "微信公众号", "政务微博", "政务微信", "手机版",     "移动版",     "下载",     "打印",     "全屏",     "收藏",
    "关闭",       "关闭窗口", "关闭本页", "打印本页",   "打印正文",   "加大",     "还原",     "减小",     "放大",
    "缩小",       "默认",     "大",       "中",         "小",         "大中小",   "分享",     "分享到",   "微信",
    "微博",       "新浪微博", "QQ空间",   "QQ",         "复制链接",   "扫一扫",   "返回顶部", "返回",     "返回首页",
    "回到顶部",   "上一篇",   "下一篇",   "上一页",     "下一页",     "首页",     "尾页",     "末页",     "网站地图",
    "联系我们",   "关于我们", "无障碍",   "无障碍浏览", "无障碍阅读", "适老化",   "长者模式", "繁体",     "简体",
    "繁體",       "English",  "登录",     "注册",       "搜索",       "检索",     "我要纠错", "纠错",     "设为首页",
    "加入收藏",   "语音播报", "朗读",     "点赞",       "评论",       "举报",     "订阅",     "转发",     "导航",
    "更多",       "更多>>",   "打开APP",  "[打印]",     "[关闭]",     "[收藏]",   "【打印】", "【关闭】", "【收藏】",
    "打印关闭",   "收藏打印", "字体",     "字号",       "展开全文",   "阅读全文"};

static bool equal(const char *line, const char *word) {
  return strcmp(line, word) == 0;
}

bool residue_is_button_row(const Line *line) {
  if (line->length > SHORT_LINE) return false;
  char word[SHORT_LINE + 4];
  size_t length = 0;
  int words = 0;
  for (uint32_t i = 0; i <= line->length;) {
    uint32_t n = 1, c = ' ';
    if (i < line->length) c = utf8_decode(line->text + i, &n);
    const bool divides = utf8_is_space(c) || c == '|' || c == 0xFF5C || c == '/' || c == 0xB7;
    if (!divides) {
      memcpy(word + length, line->text + i, n);
      length += n;
    } else if (length) {
      word[length] = 0;
      if (length > 30 || !any_start(word, BUTTONS, COUNT(BUTTONS), equal)) return false;
      words++;
      length = 0;
    }
    i += n;
  }
  return words >= 2;
}

static const char *const BUTTON_STARTS[] = {
    "【字号",    "【字体",    "[字号",    "[字体",     "字号:",    "字体:",        "【E-mail",     "【大中小",
    "【打印",    "【纠错",    "【关闭",   "【返回",    "【收藏",   "【分享",       "【我要纠错",   "分享到:",
    "分享到",    "扫一扫",    "扫码",     "当前位置",  "您的位置", "您现在的位置", "您当前的位置", "当前的位置",
    "你的位置",  "现在位置",  "所在位置", "首页>",     "首页»",    "首页-",        "上一篇:",      "下一篇:",
    "浏览次数:", "点击次数:", "点击数:",  "阅读次数:", "阅读量:",  "访问量:",      "访问次数:",    "浏览量:",
    "浏览:",     "点击:",     "阅读:",    "附件下载",  "用微信扫", "打开微信",     "微信扫"};

/* Lines of a publication: `来源:`, `发布时间:`; each needs its colon. */
static const char *const PUBLICATION_STARTS[] = {
    "来源:",     "信息来源:", "文章来源:", "稿件来源:", "新闻来源:", "发布时间:", "发布日期:",     "发文日期:",
    "成文日期:", "生成日期:", "发表时间:", "更新时间:", "录入时间:", "公开日期:", "作者:",         "编辑:",
    "责任编辑:", "责编:",     "审核:",     "校对:",     "初审:",     "复审:",     "终审:",         "供稿:",
    "供稿单位:", "录入:",     "发布人:",   "发布机构:", "发布单位:", "公开机构:", "信息公开机构:", "索引号:",
    "发文字号:", "文号:",     "主题词:",   "主题分类:", "信息分类:", "公文种类:", "有效性:",       "发文机关:",
    "发文单位:", "编辑人:",   "编稿:",     "摄影:",     "记者:",     "统一编号:"};

static bool is_date_tail(const char *p) { /* 2026-02-02, 2026年2月2日, with a time behind or not */
  int digits = 0;
  for (; *p >= '0' && *p <= '9'; p++) digits++;
  return digits == 4 && (starts(p, "-") || starts(p, "/") || starts(p, ".") || starts(p, "年"));
}

static bool is_publication(const char *line, int count) {
  if (count > 60) return false;
  if (starts(line, "(") || starts(line, "[")) line++;
  else if (starts(line, "【")) line += strlen("【");
  if (any_start(line, PUBLICATION_STARTS, COUNT(PUBLICATION_STARTS), starts)) return true;
  if ((starts(line, "时间:") || starts(line, "日期:")) && is_date_tail(line + strlen("时间:"))) return true;
  if (ends(line, "印发") && has(line, "年") && has(line, "月") && has(line, "日")) return true;
  if (has(line, "来源:") && (has(line, "www.") || is_date_tail(line))) return true;
  if (has(line, "www.") && (has(line, ".cn") || has(line, ".com"))) return true;
  /* `新华社甲水3月15日电`, `本报讯` */
  return count <= 24 &&
         ((starts(line, "新华社") && (ends(line, "电") || ends(line, "电)"))) || strcmp(line, "本报讯") == 0);
}

static bool is_caption(const char *line, int count) {
  if (count > 80) return false;
  if (starts(line, "图为") || starts(line, "(图为") || starts(line, "图片来源") || starts(line, "图/")) return true;
  if (ends(line, "摄") || ends(line, "摄)") || ends(line, "/摄") || ends(line, "供图") || ends(line, "供图)"))
    return count <= 60;
  return has(line, "记者") && !ends(line, "。") &&
         (has(line, "作政府工作报告。") || has(line, "作工作报告。") || ends(line, "报道"));
}

static bool is_file_name(const char *line) {
  static const char *const SUFFIXES[] = {".jpg", ".jpeg", ".png",  ".gif", ".bmp", ".webp", ".JPG",
                                         ".PNG", ".doc",  ".docx", ".pdf", ".mp4", ".wps"};
  return any(line, SUFFIXES, COUNT(SUFFIXES), ends);
}

/* -12-, —12—, ·12·, 第12页, 第1页共30页, 12/30 */
static bool is_page_number(const char *line) {
  static const char *const PARTS[] = {"-", "—", "–", "―", "─", "·", "第", "页", "共", "/", "~", "Page", "of", "P", "."};
  bool digit = false, mark = false;
  for (const char *p = line; *p;) {
    if (*p >= '0' && *p <= '9') {
      digit = true;
      p++;
      continue;
    }
    size_t i = 0;
    while (i < COUNT(PARTS) && !starts(p, PARTS[i])) i++;
    if (i == COUNT(PARTS) || (i == COUNT(PARTS) - 1 && !mark)) return false;
    mark = true;
    p += strlen(PARTS[i]);
  }
  char *slash;
  const unsigned long page = strtoul(line, &slash, 10);
  if (*slash == '/' && slash > line && page > strtoul(slash + 1, NULL, 10)) return false; /* 16/5 is a fraction */
  const bool dashes = !(line[0] >= '0' && line[0] <= '9') &&
                      !(strlen(line) && line[strlen(line) - 1] >= '0' && line[strlen(line) - 1] <= '9');
  return digit && mark && (dashes || has(line, "页") || has(line, "/") || starts(line, "Page"));
}

/* `河湾县政府 第1页共3页`: a footer with the page's number. */
static bool is_page_footer(const char *line, int count) {
  const char *p = strstr(line, "第");
  if (count > 40 || !p || has(line, "。") || has(line, ",")) return false;
  p += strlen("第");
  size_t digits = strspn(p, "0123456789");
  if (!digits || !starts(p + digits, "页")) return false;
  p += digits + strlen("页");
  if (starts(p, "/") || starts(p, ",")) p++;
  if (!starts(p, "共")) return !*p;
  p += strlen("共");
  digits = strspn(p, "0123456789");
  return digits && strcmp(p + digits, "页") == 0;
}

/* `一、建设项目……12`: an entry of a table of contents. */
static bool is_contents(const char *line) {
  const size_t length = strlen(line);
  size_t end = length;
  while (end && (line[end - 1] >= '0' && line[end - 1] <= '9')) end--;
  if (end == length || end < 12) return false;
  return memcmp(line + end - 6, "……", 6) == 0 || memcmp(line + end - 6, "......", 6) == 0 ||
         memcmp(line + end - 6, "······", 6) == 0;
}

static bool is_brackets(const char *line) { /* what is left of a button: 】, |, >> */
  static const char *const PARTS[] = {"】", "【", "|", "｜", ">", "<", "»", "·", "•", "*", "#", "_", "=", "~", "^"};
  for (const char *p = line; *p;) {
    size_t i = 0;
    while (i < COUNT(PARTS) && !starts(p, PARTS[i])) i++;
    if (i == COUNT(PARTS)) return false;
    p += strlen(PARTS[i]);
  }
  return true;
}

static bool is_url(const char *line) {
  if (!starts(line, "http://") && !starts(line, "https://")) return false;
  for (const char *p = line; *p; p++)
    if ((unsigned char)*p >= 0x80) return false;
  return true;
}

const char *residue_of_line(const char *line, int count) {
  static const char *const VALUES[] = {"false", "true", "null", "undefined", "NaN", "NULL"};
  if (any_start(line, BUTTONS, COUNT(BUTTONS), equal) || is_brackets(line)) return "navigation";
  if (count <= 60 && any_start(line, BUTTON_STARTS, COUNT(BUTTON_STARTS), starts)) return "navigation";
  if (any_start(line, VALUES, COUNT(VALUES), equal)) return "markup";
  if (is_url(line)) return "link";
  if (is_publication(line, count)) return "publication";
  if (is_caption(line, count)) return "caption";
  if (is_file_name(line)) return "file-name";
  if (is_page_number(line) || is_page_footer(line, count)) return "page-number";
  if (is_contents(line)) return "contents";
  return NULL;
}

const char *residue_of_foot(const char *line) {
  static const char *const LICENCE[] = {"公有领域", "Publicdomain", "维基文库", "CreativeCommons", "知识共享署名",
                                        "版权所有", "ICP备",        "公网安备", "网站标识码",      "转载请注明",
                                        "免责声明", "Copyright",    "©"};
  static const char *const LINKS[] = {"相关报道:", "相关链接:", "相关阅读:", "相关新闻:", "相关稿件:", "相关文章:",
                                      "延伸阅读:", "推荐阅读:", "相关附件:", "相关解读:", "相关文件:"};
  if (any(line, LICENCE, COUNT(LICENCE), has) || starts(line, "本作品是") || starts(line, "本作品在")) return "licence";
  if (any(line, LINKS, COUNT(LINKS), starts)) return "navigation";
  return NULL;
}
