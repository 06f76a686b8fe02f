-- What changed from one report to the next: sentence against sentence, within parts of the same role.
summary = "Two reports aligned by part: new, dropped and reworded sentences, numbers changed"
description = [[
Call it over the reports of two or more years: each is compared with the one before it of its region. Two reports of two
regions are compared with each other, in the order they are given.

Sentences of parts of the same role are laid side by side. The same words, whatever the marks and blanks, are the same
sentence and no row. Of the others those belong together that share most pairs of characters, best first, one to one:
  likeness = 2 × shared pairs ÷ (pairs of the one + pairs of the other)    at least -a likeness=0.5
An index of the pairs finds the candidates: the time grows with the length of the texts, not with its square.

`change` is reworded, number (only figures differ), new or dropped; `numbers` says which figures changed. For each part a
last row `account` counts them, with the share of its characters that stand there word for word as before.]]
categories = { "compare" }
args = {
  role = { type = "list", default = { "opening", "review", "problems", "plan", "five_year", "government", "closing" }, help = "parts to compare" },
  change = { type = "list", help = "only these: new, dropped, reworded, number, account" },
  likeness = { type = "number", default = 0.5, help = "from where two sentences are one reworded, 0 to 1" },
}
columns = {
  { name = "was_report", title = "上一报告" }, { name = "change", title = "变动" }, { name = "role", title = "部分" }, { name = "section", title = "章节" },
  { name = "text", title = "现文" }, { name = "was", title = "原文" }, { name = "likeness", title = "相似度", type = "number" },
  { name = "numbers", title = "数字变动", type = "list" }, { name = "line", title = "行", type = "integer" }, { name = "was_line", title = "原行", type = "integer" },
  { name = "same", title = "相同句", type = "integer" }, { name = "reworded", title = "改写句", type = "integer" },
  { name = "number", title = "仅数字变", type = "integer" }, { name = "new", title = "新增句", type = "integer" },
  { name = "dropped", title = "删去句", type = "integer" }, { name = "kept_share", title = "原样保留（%）", type = "number" },
}

local drift = require "yanhu.drift"

function report(r, args)
  return drift.sentences(r, args.role)
end

function finish(rows, args)
  local wanted, result = nil, {}
  for _, change in ipairs(args.change or {}) do
    wanted = wanted or {}
    wanted[change] = true
  end
  for _, row in ipairs(drift.over_years(rows, args.likeness)) do
    if not wanted or wanted[row.change] then result[#result + 1] = row end
  end
  return result
end
