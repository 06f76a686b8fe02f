-- The plan as tasks: what is a deliverable and what is not, the account, ids, the offices' ledger.
package.path = "lua/?.lua;" .. package.path
local tasks = require "yanhu.tasks"
local ledger = require "yanhu.ledger"

local function pieces_of(body)
  local r = assert(yanhu.parse("云岭县政府工作报告\n各位代表：\n二、2025年工作安排\n（一）做实各项工作\n" .. body .. "\n", { name = "yunling-2025", year = 2025 }))
  return tasks.pieces(r, { "plan" })
end

local function kinds_of(body)
  local list, whole = {}, 0
  for _, piece in ipairs(pieces_of(body)) do
    if piece.kind ~= "heading" then list[#list + 1] = piece end
  end
  return list
end

-- + deliverable, - measure, . neither; one line a clause
local cases = [[
+ 新建幼儿园2所
+ 建设青溪至白石公路
+ 推进青溪水库除险加固
+ 确保北环路汛期前通车
+ 加快食品产业园建设
+ 推动茶博馆、老街商业中心尽快建成运营
+ 着力推进白石药业、红土新材料等项目建设
+ 编制全县国土空间总体规划
+ 出台支持民营经济的若干办法
+ 办好“山城茶会”系列活动
+ 举办第三届山地马拉松
+ 争创省级茶旅融合示范区
+ 设立青溪贸易分中心
+ 力争茶产业产值增长12%以上
+ 当年投产率达到70%以上
+ 为300户老人家庭提供适老化改造
+ 提高城乡居民养老金标准
+ 青溪大桥年底前建成通车
+ 推动青江铁路、白石高铁等加快建设
+ 推动青溪机场加快建设
+ 办好县十二运会
+ 加快建设青溪茶学院、白石药学院等新型载体
+ 加快实施青溪渠东线、白石渠西线等工程
+ 启动青溪医院东院区、白石医院西院区等病房改造
+ 出台促进茶旅融合的实施意见
+ 实施白石塘坝加固、青溪渠治理等项目
- 实施塘坝加固、中小河流治理等项目
- 实施茶叶良种研发工程
- 推进“三大基地”建设
- 加快风电光伏项目建设
- 推进城市更新和背街小巷改造
- 打通断头路
- 力争早日开工建设
- 推进养老保险基金投资运营
- 推进幸福河湖建设
+ 县茶检中心新址建成投用
+ 加快县中医院选址建设
+ 推进老街博物馆群建设
+ 设立茶贸联动发展区
+ 实现乡镇茶站全覆盖
+ 保持零就业家庭动态清零
+ 启动第三轮修志
+ 推进村庄规划编制
+ 编纂《云岭茶志》
+ 定期发布茶企项目清单
+ 实施用工保障等十条支持措施
+ 创办山地茶马运动会
- 有序推动老旧小区和背街小巷提升改造
- 分类整治入河排污口
- 建设城际快速路
- 建设市政道路、供水管网等设施
- 统筹建设“一谷三园”
- 实施省级重大生态修复项目
- 推动执法监督全覆盖
- 精准梳理茶企名单
- 发展壮大茶产业
- 一村一策推进移风易俗
. 今年是茶产业转型之年
. 机遇和挑战并存
. 优势和困难同在
. 我们要恪尽职守、锐意进取
. 实现上述目标
- 加强作风建设
- 深化医药卫生体制改革
- 加快构建现代化产业体系
- 支持茶企开拓市场
- 推动茶产业高质量发展
- 打造宜居宜业的美丽家园
- 实施一批民生项目
- 建设高素质干部队伍
- 推进平安校园建设
- 深入实施强基工程
- 推动市级重点工程建设加快提效
. 让群众生活更有盼头
. 以茶旅融合为抓手
. 在全面承接省级实事的基础上
]]

for line in cases:gmatch("[^\n]+") do
  local mark, text = line:match("^(.) (.+)$")
  test(line, function()
    local list = kinds_of("加强协调，" .. text .. "。")
    local kind = list[#list].kind
    local expected = mark == "+" and kind == "deliverable" or mark == "-" and kind == "measure" or mark == "." and kind ~= "deliverable" and kind ~= "measure"
    assert(expected and list[#list].text == text, kind .. ": " .. list[#list].text)
  end)
end

test("a list of promises is cut, a list of names is not", function()
  local list = kinds_of("引进4亿元以上项目1个、2亿元以上项目2个，推进青溪水厂建设、白石电站扩建，建成茶厂、药厂各1座。")
  assert(list[1].text == "引进4亿元以上项目1个" and list[1].value == 1 and list[1].quantity == "1个")
  assert(list[2].text == "2亿元以上项目2个" and list[2].value == 2)
  assert(list[3].text == "推进青溪水厂建设" and list[4].text == "白石电站扩建")
  assert(#list == 5)
end)

test("a promise and its measure against last year are one", function()
  local list = kinds_of("新增茶园2万亩，比上年增加3000亩，增加茶企3家。")
  assert(#list == 2 and list[1].text == "新增茶园2万亩，比上年增加3000亩" and list[1].value == 20000 and list[2].value == 3)
end)

test("a part that sets the aims holds no tasks outside its sections, however long it is", function()
  local function kinds(title)
    local aims = ("我们要定力如磐，加强协作，推动发展，扩大开放，新建学校2所。\n"):rep(30)
    local r = assert(yanhu.parse("云岭县政府工作报告\n各位代表：\n一、2025年" .. title .. "\n" .. aims ..
      "二、2025年重点任务\n（一）做强产业\n新建茶厂3家。\n", { name = "yunling-2025", year = 2025 }))
    local count = {}
    for _, piece in ipairs(tasks.pieces(r, { "plan" })) do count[piece.kind] = (count[piece.kind] or 0) + 1 end
    return count
  end
  local aims, work = kinds("总体要求和预期目标"), kinds("工作安排")
  assert(aims.goal == 30 and aims.deliverable == 1 and not aims.measure)
  assert(not work.goal and work.deliverable == 31 and work.measure >= 30)
end)

test("the scope of a promise is no promise", function()
  local list = kinds_of("在14个乡镇、开发区新增学位2万个。")
  assert(#list == 1 and list[1].quantity == "2万个" and list[1].value == 20000)
end)

test("action, object, quantity, deadline, strength", function()
  local one = kinds_of("确保6月底前新建公办幼儿园2所。")[1]
  assert(one.quantity == "2所" and one.value == 2 and one.unit == "所" and one.strength == "must" and one.deadline == "6月底前", one.deadline)
  local road = kinds_of("建设农村公路12条86公里。")[1]
  assert(road.action == "建设" and road.object == "农村公路" and road.quantity == "12条86公里")
end)

test("the pieces are the whole plan: nothing is dropped", function()
  local body = "推进青溪水厂建设，加强管理；让群众满意！各位代表，前路宽广。\n办好8件实事：\n一是新建学校2所。"
  local text = ""
  for _, piece in ipairs(pieces_of(body)) do text = text .. piece.text end
  for _, word in ipairs { "做实各项工作", "推进青溪水厂建设", "加强管理", "让群众满意", "各位代表", "前路宽广", "办好8件实事", "新建学校2所" } do
    assert(text:find(word, 1, true), word)
  end
end)

test("an id stays when punctuation or other text changes, and differs between sections", function()
  assert(ledger.id("（一）", "新建学校2所", {}) == ledger.id("（一）", "新建学校 2所，", {}))
  assert(ledger.id("（一）", "新建学校2所", {}) ~= ledger.id("（二）", "新建学校2所", {}))
  assert(ledger.id("（一）", "新建学校2所", {}) ~= ledger.id("（一）", "新建学校3所", {}))
  assert(ledger.id("（一）", "新建学校2所", {}):find("^一%-%x+$"))
  local seen = {}
  assert(ledger.id("", "新建学校2所", seen) ~= ledger.id("", "新建学校2所", seen))
end)

test("a ledger that came back: same, added, changed, dropped; the offices' columns stay", function()
  local function row(text) return { task = ledger.id("（一）", text, {}), text = text, kind = "deliverable" } end
  local past = { row "新建学校2所", row "改造农村公路30公里", row "建成青溪水厂", row "更换老旧路灯800盏" }
  past[1].lead_unit, past[1].progress = "教育局", "已开工"
  past[2].lead_unit = "交通局"
  local rows = ledger.merge({ row "新建学校2所", row "改造农村公路35公里", row "举办山地马拉松", row "建成青溪水厂" }, past)
  assert(rows[1].change == "same" and rows[1].lead_unit == "教育局" and rows[1].progress == "已开工")
  assert(rows[2].change == "changed" and rows[2].was == "改造农村公路30公里" and rows[2].lead_unit == "交通局")
  assert(rows[3].change == "added" and rows[3].lead_unit == nil)
  assert(rows[4].change == "same")
  assert(rows[5].change == "dropped" and rows[5].text == "更换老旧路灯800盏" and #rows == 5)
end)

test("a ledger whose heads are the titles of the workbook", function()
  local past = { { ["编号"] = ledger.id("（一）", "新建学校2所", {}), ["任务"] = "新建学校2所", ["牵头单位"] = "教育局", ["进度"] = "" } }
  local rows = ledger.merge({ { task = past[1]["编号"], text = "新建学校2所" } }, past)
  assert(rows[1].change == "same" and rows[1].lead_unit == "教育局" and rows[1].progress == nil)
end)

test("mapping: the first rule that speaks fills a column; a function; a wrong one is told", function()
  local fill = ledger.mapping([[return { { match = "学校|幼儿园", lead_unit = "教育局" }, { section = "民生", support_units = "财政局" }, { lead_unit = "政府办" } }]], "m")
  local school = fill { text = "新建学校2所", section = "保障民生" }
  assert(school.lead_unit == "教育局" and school.support_units == "财政局")
  assert(fill({ text = "修路", section = "城乡" }).lead_unit == "政府办")
  assert(ledger.mapping("return function(t) return { owner = t.text } end", "m") { text = "x" }.owner == "x")
  assert(not pcall(ledger.mapping, "return { { unit = 1 } }", "m"))
  assert(not pcall(ledger.mapping, "return {", "m"))
end)
