-- One page about a report: what was reached, what is aimed at, how much is promised in each section, what is wrong.
summary = "One page: headline results, targets, tasks by section, problems named"
categories = { "overview", "office" }
columns = {
  { name = "part", title = "部分" }, { name = "item", title = "项目" }, { name = "text", title = "内容" },
  { name = "deliverables", title = "可核查任务", type = "integer" }, { name = "measures", title = "举措", type = "integer" },
  { name = "quote", title = "原文" }, { name = "line", title = "行", type = "integer" },
}
options = { year = 2025 }
examples = {
  { "政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.6%。\n二、2025年工作安排\n（一）改善民生\n新增学位800个，加强校园管理。\n",
    { { part = "result", item = "地区生产总值（增长）", text = "5.6%" }, { part = "tasks", item = "改善民生", deliverables = 1, measures = 1 } } },
}

local headline = require "yanhu.headline"
local tasks = require "yanhu.tasks"

local measure_names = { growth = "（增长）", change = "（增减）", share = "（比重）" }

local function headlines(rows, part, list)
  for _, row in ipairs(list) do
    rows[#rows + 1] = { part = part, item = row.name .. (measure_names[row.measure] or ""), text = row.text, quote = row.quote, line = row.line }
  end
end

-- For each section of the plan: how many tasks, and the first of the deliverables as a taste.
local function sections(rows, r)
  local by, order = {}, {}
  for _, piece in ipairs((tasks.pieces(r, { "plan" }))) do
    local node = piece.sentence.section or piece.sentence.part or r.root
    local one = by[node]
    if not one then
      one = { part = "tasks", item = node.title, deliverables = 0, measures = 0, line = node.line }
      by[node], order[#order + 1] = one, one
    end
    if piece.kind == "deliverable" then
      one.deliverables = one.deliverables + 1
      if one.deliverables <= 3 then one.text = (one.text and one.text .. "；" or "") .. piece.text end
    elseif piece.kind == "measure" then
      one.measures = one.measures + 1
    end
  end
  for _, one in ipairs(order) do
    if one.deliverables + one.measures > 0 then rows[#rows + 1] = one end
  end
end

local greeting = yanhu.pattern [[^各位代表|对此|我们一定|我们将|高度重视|采取有力|切实加以]]

function report(r)
  local rows = {}
  headlines(rows, "result", headline.results(r))
  headlines(rows, "target", headline.targets(r))
  sections(rows, r)
  for sentence in r:sentences { role = "problems" } do
    if not sentence.heading and not greeting:test(sentence.text) then
      rows[#rows + 1] = { part = "problem", text = sentence.text, line = sentence.line }
    end
  end
  return rows
end
