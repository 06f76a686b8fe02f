-- How firmly a plan commits itself, section by section, and how much of it is in numbers.
summary = "Strength of commitment by section (确保, 力争, 推动, 研究, …), share of plan sentences with a number"
description = [[
A clause counts once, by the first word of commitment in it:
  must 3     确保 必须 务必 坚决 保证 严守 …       push 1     推动 推进 促进 加快 支持 完善 …
  strive 2   力争 争取 努力 力求 奋力 …            explore 0  探索 研究 谋划 试点 论证 …

  index        = 100 × (3 must + 2 strive + 1 push) ÷ (3 × (must + strive + push + explore))   0 to 100
  number_share = 100 × sentences with a quantity ÷ sentences                                   %

Headings are not counted. The last row of a report, `all`, is the whole of its plan; the index of few clauses says little:
look at `committed`. -a detail=true gives each counted clause instead, with its word and its sentence.]]
categories = { "overview", "compare" }
args = {
  role = { type = "list", default = { "plan" }, help = "parts to read: plan, government, five_year, review" },
  detail = { type = "boolean", default = false, help = "each clause with its word of commitment" },
}
local counts = {
  { name = "section", title = "章节" }, { name = "sentences", title = "句数", type = "integer" },
  { name = "numbered", title = "含数字句数", type = "integer" }, { name = "number_share", title = "含数字比重（%）", type = "number" },
  { name = "clauses", title = "分句数", type = "integer" }, { name = "committed", title = "有力度词分句", type = "integer" },
  { name = "must", title = "确保类", type = "integer" }, { name = "strive", title = "力争类", type = "integer" },
  { name = "push", title = "推动类", type = "integer" }, { name = "explore", title = "研究类", type = "integer" },
  { name = "index", title = "力度指数", type = "number" }, { name = "line", title = "行", type = "integer" },
}
local details = {
  { name = "section", title = "章节" }, { name = "strength", title = "力度" }, { name = "word", title = "用词" }, { name = "text", title = "分句" },
  { name = "quote", title = "原文" }, { name = "line", title = "行", type = "integer" },
}
function columns(args) return args.detail and details or counts end
options = { year = 2025 }
examples = {
  { "政府工作报告\n一、2025年工作安排\n（一）改善民生\n确保新增学位800个，推动校园开放，研究设立基金。\n",
    { { section = "2025年工作安排 / 改善民生", must = 1, push = 1, explore = 1, index = 44.4, number_share = 100 }, { section = "all" } } },
}

local stance = require "yanhu.stance"

function report(r, args)
  local sections, whole, found = stance.of_report(r, args.role)
  local rows = {}
  if args.detail then
    for n, one in ipairs(found) do
      rows[n] = { section = one.sentence.path, strength = one.strength, word = one.word, text = one.clause.text,
                  quote = one.sentence.text, line = one.clause.line }
    end
    return rows
  end
  for _, count in ipairs(sections) do
    local node = count.node
    count.node, count.line = nil, node.line
    count.section = node.path ~= "" and node.path ~= node.title and node.title ~= "" and node.path .. " / " .. node.title or node.title
    rows[#rows + 1] = count
  end
  if whole.sentences > 0 then
    whole.section = "all"
    rows[#rows + 1] = whole
  end
  return rows
end
