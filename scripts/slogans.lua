-- The slogans of a report: what stands in “…”, and numbered ones; over the years of a region what came and what went.
summary = "Terms in “…” and numbered slogans with their first use; over years: new, kept, dropped"
description = [[
A row a slogan, in order of first use. `kind` is numbered where it stands for a list or a number (“三清一改”, “1+N”; also
without marks before 格局, 布局, 战略 and the like), else quoted. Terms in the notes are not counted; `noted`: a note explains it.

Over two or more years of one region `change` says new, kept or dropped against the report before it; a dropped slogan has
count 0 and its last sentence in `last_quote`. Two writings that differ in marks, blanks and dots are one slogan.
`first_year` and `first_report` are the first among the reports that were read.]]
categories = { "extract", "compare" }
args = {
  kind = { type = "string", choices = { "all", "quoted", "numbered" }, default = "all", help = "only one kind" },
  role = { type = "list", help = "only parts of these roles: review, plan, government, …" },
  change = { type = "list", help = "only these: new, kept, dropped" },
}
columns = {
  { name = "term", title = "提法" }, { name = "kind", title = "类别" }, { name = "count", title = "次数", type = "integer" },
  { name = "change", title = "变动" }, { name = "first_year", title = "首见年份", type = "integer" }, { name = "first_report", title = "首见报告" },
  { name = "role", title = "部分" }, { name = "section", title = "章节" }, { name = "noted", title = "有注释", type = "boolean" },
  { name = "quote", title = "首次使用" }, { name = "line", title = "行", type = "integer" }, { name = "last_quote", title = "上次使用" },
}
options = { year = 2025 }
examples = {
  { "政府工作报告\n一、2025年工作安排\n推行“茶山调解”，构建一核两翼三带空间格局，落实“1+N”政策。\n",
    { { term = "茶山调解", kind = "quoted", count = 1 }, { term = "一核两翼三带", kind = "numbered" }, { term = "1+N", kind = "numbered" } } },
}

local slogans = require "yanhu.slogans"

local function set(list)
  local wanted
  for _, word in ipairs(list or {}) do
    wanted = wanted or {}
    wanted[word] = true
  end
  return wanted
end

function report(r, args)
  local rows, roles = {}, set(args.role)
  for _, one in ipairs(slogans.of_report(r)) do
    local sentence = one.sentence
    if (args.kind == "all" or args.kind == one.kind) and (not roles or roles[sentence.role or ""]) then
      rows[#rows + 1] = { term = one.term, kind = one.kind, count = one.count, role = sentence.role, section = sentence.path,
                          noted = one.note, quote = sentence.text, line = one.line }
    end
  end
  return rows
end

function finish(rows, args)
  local wanted, result = set(args.change), {}
  for _, row in ipairs(slogans.over_years(rows)) do
    if not wanted or wanted[row.change or ""] then result[#result + 1] = row end
  end
  return result
end
