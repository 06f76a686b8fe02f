-- Proof-reading: each planted slip is found by its rule, and the right wording beside it is left alone.
package.path = "lua/?.lua;" .. package.path
local lint = require "yanhu.lint"

local head = "云岭县政府工作报告\n——2025年1月8日在云岭县第十八届人民代表大会第五次会议上\n云岭县县长 沈舟\n各位代表：\n"

local function rules_of(body, severity, silence)
  local r = assert(yanhu.parse(head .. body, { name = "yunling-2025" }))
  local found = {}
  for _, finding in ipairs(lint.findings(r, severity or "info", lint.silencer(silence))) do found[#found + 1] = finding end
  return found
end

local function has(found, rule)
  for _, finding in ipairs(found) do
    if finding.rule == rule then return finding end
  end
end

local two_parts = "一、2024年工作回顾\n%s\n二、2025年工作安排\n%s\n"
local notes = "\n名词解释\n1.“三色管理”：按红、黄、绿三色管理项目。\n2.“银龄行动”：组织退休教师支教。\n"

-- rule, the slip, the same without it
local cases = {
  { "count", "今年重点抓好三项工作：\n（一）做强产业\n建厂房。\n（二）改善民生\n办学校。\n", "今年重点抓好两项工作：\n（一）做强产业\n建厂房。\n（二）改善民生\n办学校。\n" },
  { "count", "办好5件民生实事：\n一是改造校舍。\n二是新建水厂。\n三是修通环路。\n四是安装路灯。\n", "办好4件民生实事：\n一是改造校舍。\n二是新建水厂。\n三是修通环路。\n四是安装路灯。\n" },
  { "marker", "抓好工作。\n（一）做强产业\n建厂房。\n（二）改善民生\n办学校。\n（四）保护山林\n种树。\n", "抓好工作。\n（一）做强产业\n建厂房。\n（二）改善民生\n办学校。\n（三）保护山林\n种树。\n" },
  { "enumeration", "专线通往青溪、白石、红土、黑水五县。\n", "专线通往青溪、白石、红土、黑水四县。\n" },
  { "growth", "茶园面积由2万亩增加到3万亩，增长40%。\n", "茶园面积由2万亩增加到3万亩，增长50%。\n" },
  { "share", "农村自来水普及率达到104%。\n", "农村自来水普及率达到94%。\n" },
  { "share", "三次产业结构调整为10.2∶39.5∶51.3。\n", "三次产业结构调整为9.2∶39.5∶51.3。\n" },
  { "part", "新增规上企业8家，其中工业企业12家。\n", "新增规上企业12家，其中工业企业8家。\n" },
  { "sum", "新建小学3所、中学2所，共6所。\n", "新建小学3所、中学2所，共5所。\n" },
  { "bracket", "落实(三色)管理。\n", "落实（三色）管理。\n" },
  { "digits", "新建茶厂3家，改造巷道26条，植树2000亩，种茶800亩，育苗12亩，开办药厂十五家。\n",
    "新建茶厂3家，改造巷道26条，植树2000亩，种茶800亩，育苗12亩，开办药厂15家。\n" },
  { "pair", "推广“三色管理，建成茶厂。\n", "推广“三色管理”，建成茶厂。\n" },
  { "pair", "落实《云岭县茶产业规划，建成茶厂。\n", "落实《云岭县茶产业规划》，建成茶厂。\n" },
  { "date", "6月31日，环城路通车。\n", "6月30日，环城路通车。\n" },
  { "date", "2023年2月29日，环城路通车。\n", "2024年2月29日，环城路通车。\n" },
  { "punctuation", "环城路通车，，茶厂投产。\n", "环城路通车，茶厂投产。\n" },
  { "repeated", "加快推进推进茶厂建设。\n", "加快推进茶厂建设。\n" },
  { "repeated", "缓税缓税5万元。\n", "退税缓税缓费5万元。\n" },
  { "half-width", "环城路通车;茶厂投产。\n", "环城路通车；茶厂投产。\n" },
  { "rate", "茶产业占比达32%，同比增长4%。\n", "茶产业占比达32%，同比提高4个百分点。\n" },
  { "note-missing", "推行“五线工作法”，推行“三色管理”，开展“银龄行动”。\n" .. notes, "推行“三色管理”，开展“银龄行动”。\n" .. notes },
  { "note-unused", "推行“三色管理”。\n" .. notes, "推行“三色管理”，开展“银龄行动”。\n" .. notes },
  { "note-order", "开展“银龄行动”，推行“三色管理”。\n" .. notes, "推行“三色管理”，开展“银龄行动”。\n" .. notes },
  { "note-worded", "推行三色管理，开展“银龄行动”。\n" .. notes, "推行“三色管理”，开展“银龄行动”。\n" .. notes },
  { "name", "举办“山城茶会 古镇夜市”，办好“山城茶会”。\n", "举办“山城茶会”，办好“山城茶会”。\n" },
}

for n, case in ipairs(cases) do
  test(("%s (%d): the slip is found, the right wording is not"):format(case[1], n), function()
    local found = has(rules_of(two_parts:format("平稳。", case[2])), case[1])
    assert(found, "not found")
    assert(found.line and found.column >= 1 and found.quote and found.message ~= "")
    assert(not found.message:find "%a%a+ %a%a+", "not in Chinese: " .. found.message)
    local wrong = has(rules_of(two_parts:format("平稳。", case[3])), case[1])
    assert(not wrong, wrong and wrong.message)
  end)
end

test("one quantity in two units, with both quotes", function()
  local found = has(rules_of(two_parts:format("粮食总产量达到2亿公斤。", "粮食总产量达到3亿斤。")), "unit")
  assert(found and found.other_line == 6 and found.line == 8 and found.quote:find("3亿斤", 1, true) and found.other_quote:find("2亿公斤", 1, true))
  assert(not has(rules_of(two_parts:format("粮食总产量达到2亿公斤。", "粮食总产量达到2.1亿公斤。")), "unit"))
end)

test("one quantity with two values", function()
  assert(has(rules_of(two_parts:format("地区生产总值增长5.2%。\n工业发展。地区生产总值增长6.2%。", "平稳。")), "value"))
  assert(not has(rules_of(two_parts:format("地区生产总值增长5.2%。\n工业发展。地区生产总值增长5.2%。", "平稳。")), "value"))
end)

test("three industries and the whole", function()
  local text = "第一产业增加值10亿元，第二产业增加值40亿元，第三产业增加值%d亿元。地区生产总值达到100亿元。"
  assert(has(rules_of(two_parts:format(text:format(30), "平稳。")), "industries"))
  assert(not has(rules_of(two_parts:format(text:format(50), "平稳。")), "industries"))
end)

test("a heading of another year", function()
  assert(has(rules_of("一、2021年工作回顾\n平稳。\n二、2025年工作安排\n平稳。\n"), "year"))
  assert(not has(rules_of(two_parts:format("平稳。", "平稳。")), "year"))
end)

test("an order of magnitude is no figure in another unit", function()
  assert(not has(rules_of(two_parts:format("粮食总产量达到57万吨。粮食总产量连续5年超亿斤。", "平稳。")), "unit"))
  assert(has(rules_of(two_parts:format("粮食总产量达到57万吨。粮食总产量连续5年超三亿斤。", "平稳。")), "unit"))
end)

test("a target is compared with a result of its kind", function()
  assert(has(rules_of(two_parts:format("新建数字茶厂30家。", "新建数字茶厂2家。")), "below"))
  assert(not has(rules_of(two_parts:format("数字茶厂达到30家。", "新建数字茶厂2家。")), "below"))
end)

test("a list of twelve, a rate, and a word within a longer one are no slips", function()
  local sections = {}
  for n, numeral in ipairs { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" } do
    sections[n] = ("（%s）做好第%d件事\n种树%d亩。\n"):format(numeral, n, n * 10)
  end
  local body = "今年重点抓好以下%s个方面：\n" .. table.concat(sections)
  assert(not has(rules_of(two_parts:format("种树。", body:format("十二"))), "count"))
  assert(has(rules_of(two_parts:format("种树。", body:format("十一"))), "count"))
  assert(not has(rules_of(two_parts:format("茶叶抽检量超每千人5批次，其中春茶抽检超3万批次。", "种树。")), "part"))
  assert(not has(rules_of(two_parts:format("引进博士博士后12名。", "种树。")), "repeated"))
  assert(has(rules_of(two_parts:format("引进博士博士12名。", "种树。")), "repeated"))
end)

test("a term that counts years or that all know needs no note", function()
  assert(not has(rules_of(two_parts:format("茶叶产量“八连增”，压减“三公经费”。", "推行“三色管理”，开展“银龄行动”。") .. notes), "note-missing"))
end)

test("a note is told once; one whose term is shorter in the text is used", function()
  local told = 0
  for _, finding in ipairs(rules_of(two_parts:format("推行三色管理。\n巩固三色管理。", "开展“银龄行动”。") .. notes)) do
    if finding.rule == "note-worded" then told = told + 1 end
  end
  assert(told == 1, told)
  local body = two_parts:format("平稳。", "推行“三色管理”，开展“银龄行动”，%s。") .. notes .. "3.“山区小户茶园托管”：由茶企代管茶园。\n"
  assert(not has(rules_of(body:format("推广小户茶园托管")), "note-unused"))
  assert(has(rules_of(body:format("推广茶园机耕")), "note-unused"))
end)

test("the same residue again and again is one finding, at the start of its line", function()
  local found = {}
  for _, finding in ipairs(rules_of(two_parts:format("平稳。\n【字体：大 中 小】\n茶厂投产。\n\n学校开学。\n【字体：大 中 小】\n环路通车。", "平稳。"))) do
    if finding.rule == "residue" then found[#found + 1] = finding end
  end
  assert(#found == 1 and found[1].message:find("共2处", 1, true) and found[1].line == 7 and found[1].column == 1, #found)
end)

test("severity and silence", function()
  local body = two_parts:format("平稳。", "6月31日，茶产业占比达32%，同比增长4%。")
  assert(has(rules_of(body, "error"), "date") and not has(rules_of(body, "error"), "rate"))
  assert(not has(rules_of(body, "info", "# looked at\ndate  6月31日\n"), "date"))
  assert(has(rules_of(body, "info", "date  7月31日\n"), "date"))
  assert(#rules_of(body, "info", "*") == 0)
end)

test("a clean report has no finding", function()
  local found = rules_of(two_parts:format("地区生产总值增长5.2%。", "今年重点抓好两项工作：\n（一）做强产业\n新建厂房3万平方米。\n（二）改善民生\n新增学位800个。\n"))
  assert(#found == 0, found[1] and found[1].message)
end)
