-- Promises beside results: which figures belong together, in which unit, whether a promise was kept; quotes looked up.
package.path = "lua/?.lua;" .. package.path
local promises = require "yanhu.promises"
local units = require "yanhu.units"
local verify = require "yanhu.verify"

local function report(year, review, plan)
  local text = ("云岭县政府工作报告\n——%d年1月8日在云岭县第十八届人民代表大会第%s次会议上\n各位代表：\n一、%d年工作回顾\n%s\n二、%d年工作安排\n%s\n"):format(
    year, year == 2024 and "四" or "五", year - 1, review, year, plan)
  return assert(yanhu.parse(text, { name = "yunling-" .. year, year = year }))
end

local function settle(plan, review)
  local rows = {}
  for _, r in ipairs { report(2024, "平稳。", plan), report(2025, review, "平稳。") } do
    for _, row in ipairs(promises.figures(r, true)) do
      row.region, row.report = "云岭县", r.name
      rows[#rows + 1] = row
    end
  end
  local by = {}
  for _, row in ipairs(promises.settle(rows)) do by[#by + 1] = row end
  return by
end

-- the promise, what came of it, the outcome
local cases = {
  { "地区生产总值增长6%。", "地区生产总值增长6.2%。", "met" },
  { "地区生产总值增长6%。", "地区生产总值增长5.4%。", "missed" },
  { "地区生产总值增长6%左右。", "地区生产总值增长5.7%。", "met" },
  { "城镇登记失业率控制在4%以内。", "城镇登记失业率3.1%。", "met" },
  { "城镇登记失业率控制在4%以内。", "城镇登记失业率4.6%。", "missed" },
  { "居民消费价格涨幅3%左右。", "居民消费价格上涨0.4%。", "met" },
  { "粮食产量稳定在3亿斤以上。", "粮食产量达到1.6亿公斤。", "met" },
  { "粮食产量稳定在3亿斤以上。", "粮食产量达到1.4亿公斤。", "missed" },
  { "新建公办幼儿园5所。", "新建公办幼儿园4所。", "missed" },
  { "新建公办幼儿园5所。", "农村公路通车。", "not mentioned" },
}
for _, case in ipairs(cases) do
  test(case[1] .. " " .. case[2], function()
    local row = settle(case[1], "全年新增茶厂3家。" .. case[2])[1]
    assert(row.outcome == case[3], row.outcome)
    assert(case[3] == "not mentioned" or row.delivered_report == "yunling-2025" and row.promised_line == 7 and row.delivered_line == 5)
  end)
end

test("acts without a figure: spoken of by the next review, or not", function()
  local rows = {}
  for _, r in ipairs { report(2024, "平稳。", "（一）做实工作\n确保县医院新院区10月底前建成投用，开工建设青溪抽水蓄能电站。"),
                       report(2025, "茶叶丰收。县医院新院区主体封顶。", "（一）做实工作\n平稳。") } do
    for _, row in ipairs(promises.acts(r)) do
      row.region, row.report = "云岭县", r.name
      rows[#rows + 1] = row
    end
  end
  local settled = promises.settle(rows)
  assert(#settled == 2 and settled[1].outcome == "mentioned" and settled[1].delivered_quote == "县医院新院区主体封顶。")
  assert(settled[2].outcome == "not mentioned" and settled[2].name == "青溪抽水蓄能电站")
end)

test("without the next report a promise is open", function()
  local rows = promises.figures(report(2024, "平稳。", "地区生产总值增长6%。"), false)
  assert(promises.settle(rows)[1].outcome == "no report")
end)

test("units", function()
  assert(units.convert(2.41, "公斤", "斤") == 4.82 and units.convert(1, "平方公里", "亩") == 1500)
  assert(units.convert(5, "家", "家") == 5 and units.convert(5, "家", "户") == nil and units.convert(5, "元", "%") == nil)
  local same, one = units.comparable("公里", "千米")
  assert(same and one)
  same, one = units.comparable("公斤", "斤")
  assert(same and not one and not units.comparable("公斤", "亩"))
end)

test("quotes: there, with another number, not there", function()
  local text = verify.searchable(report(2025, "全年新建茶厂3家，总投资1.2亿元。农村公路通车。", "平稳。"))
  local function status(quote, value) return verify.row(text, quote, value).status end
  assert(status("新建茶厂3家", 3) == "found" and status("新建茶厂３家；", 3) == "found" and status("全年 新建茶厂3家") == "found")
  assert(status("总投资1.2亿元", 120000000) == "found" and status("总投资1.2亿元", 1.2) == "found")
  assert(status("总投资1.2亿元", 3) == "number differs" and status("总投资1.3亿元", 1.3) == "number differs")
  assert(status("总投资1.2亿元。农村公路通车") == "found")
  assert(status("新建药厂3家", 3) == "not found" and status("", 3) == "not found")
  assert(verify.row(text, "新建茶厂5家").line == 5)
end)
