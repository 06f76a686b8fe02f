-- The ledger a supervision office (督查室) works with: what the plan promises, clause by clause, and what comes of it.
summary = "Every deliverable and measure of the plan, ready to be handed out (督查任务分解台账)"
description = [[
A deliverable has an end that can be checked: a quantity, a named work or event, a definite act. A measure is a direction
of work. The id of a task stays the same while other text is edited.

-a account=true adds all that is no task (heading, goal, means, effect, rhetoric) and for each report a last row of kind
`account`: how much of the plan's text each kind holds. The kinds together are the whole plan.

-a mapping=FILE.lua fills the office's columns: the file returns a list of rules such as
  { match = "老旧小区|管网", section = "城乡", lead_unit = "住建局", support_units = "财政局", due = "2025年11月底" }
(the first rule that speaks fills a column), or a function(task) that returns a table of columns.

-a ledger=FILE (csv, tsv, ndjson or xlsx) reads a ledger back that the offices have filled: their columns are kept, and
`change` says which tasks are the same, added, changed (`was`: the old words) or dropped.]]
categories = { "extract", "office" }
args = {
  kind    = { type = "string", choices = { "all", "deliverable", "measure" }, default = "all", help = "deliverables or measures only" },
  role    = { type = "list", default = { "plan" }, help = "parts to read: plan, government, five_year" },
  account = { type = "boolean", default = false, help = "also give what is no task, and how much of the plan each kind holds" },
  mapping = { type = "file", help = "Lua file that fills the office's columns" },
  ledger  = { type = "data", help = "a ledger filled before: csv, tsv, ndjson or xlsx" },
}
columns = {
  { name = "task", title = "编号" }, { name = "kind", title = "类别" }, { name = "section", title = "章节" }, { name = "text", title = "任务" },
  { name = "action", title = "举措" }, { name = "object", title = "对象" }, { name = "quantity", title = "数量" },
  { name = "value", title = "数值", type = "number" }, { name = "unit", title = "单位" }, { name = "deadline", title = "时限" },
  { name = "strength", title = "力度" }, { name = "quote", title = "原文" }, { name = "line", title = "行", type = "integer" },
  { name = "lead_unit", title = "牵头单位" }, { name = "support_units", title = "配合单位" }, { name = "owner", title = "责任人" },
  { name = "due", title = "完成时限" }, { name = "progress", title = "进度" },
  { name = "change", title = "变动" }, { name = "was", title = "原任务" },
}
brief = { "task", "text", "deadline", "strength", "change", "line" }
options = { year = 2025 }
examples = {
  { "二、2025年工作安排\n（一）推进城乡建设\n改造老旧小区12个、棚户区460户，启动城东水厂建设，加强建筑工地管理。\n",
    { { kind = "deliverable", action = "改造", object = "老旧小区", quantity = "12个", value = 12, unit = "个" },
      { kind = "deliverable", text = "棚户区460户" }, { kind = "deliverable", text = "启动城东水厂建设" },
      { kind = "measure", action = "加强", object = "建筑工地管理" } } },
}

local tasks = require "yanhu.tasks"
local ledger = require "yanhu.ledger"
local tr = require "yanhu.translate"

local is_task = { deliverable = true, measure = true }

local function account(pieces, whole)
  local order, characters, count, all = { "deliverable", "measure", "goal", "means", "effect", "rhetoric", "heading" }, {}, {}, 0
  for _, piece in ipairs(pieces) do
    characters[piece.kind] = (characters[piece.kind] or 0) + utf8.len(piece.text)
    count[piece.kind] = (count[piece.kind] or 0) + 1
    all = all + utf8.len(piece.text)
  end
  local words = {}
  for _, kind in ipairs(order) do
    if count[kind] then words[#words + 1] = ("%s %.1f%% (%d)"):format(kind, 100 * characters[kind] / whole, count[kind]) end
  end
  words[#words + 1] = ("punctuation and markers %.1f%%"):format(100 * (whole - all) / whole)
  return { kind = "account", text = table.concat(words, ", "), value = whole, unit = "字" }
end

local function row_of(piece, seen)
  local node = piece.sentence
  local marker = node.section and node.section.marker
  return {
    task = is_task[piece.kind] and ledger.id(marker, piece.text, seen) or nil, kind = piece.kind, section = node.path, text = piece.text,
    action = piece.action, object = piece.object, quantity = piece.quantity, value = piece.value, unit = piece.unit,
    deadline = piece.deadline, strength = piece.strength, quote = node.text, line = piece.line,
  }
end

function accept(args)
  local good, message = pcall(ledger.mapping, args.mapping or "return {}", tr("argument `%s`"):format("mapping"))
  if not good then return message end
  if args.ledger and not ledger.is_ledger(args.ledger) then return "argument `ledger`: no column `task` (编号) or `text` (任务) with anything in it" end
end

function report(r, args)
  local pieces, whole = tasks.pieces(r, args.role)
  local fill = args.mapping and ledger.mapping(args.mapping, "`mapping`")
  local rows, seen = {}, {}
  for _, piece in ipairs(pieces) do
    local wanted = is_task[piece.kind] and (args.kind == "all" or args.kind == piece.kind)
    if wanted or args.account then
      local row = row_of(piece, seen)
      for column, value in pairs(fill and row.task and fill(row) or {}) do row[column] = value end
      rows[#rows + 1] = row
    end
  end
  if args.ledger then ledger.merge(rows, ledger.of_report(args.ledger, r)) end
  if args.account and whole > 0 then rows[#rows + 1] = account(pieces, whole) end
  return rows
end
