-- The ledger of tasks (督查任务分解台账): ids that stay when other text is edited, the office's own columns filled from
-- its mapping, and a ledger that came back from the offices laid beside the tasks of today.

local M = {}

--- The office's own columns, with the titles its workbook shows.
local tr = require "yanhu.translate"
M.columns = {
  { name = "lead_unit", title = "牵头单位" }, { name = "support_units", title = "配合单位" }, { name = "owner", title = "责任人" },
  { name = "due", title = "完成时限" }, { name = "progress", title = "进度" },
}

--- The text without spaces and punctuation: what an id is made of, so that a changed comma changes no id. The point of a
--- number stays.
function M.normal(text)
  local out = {}
  for at, code in utf8.codes(text) do
    if code >= 0xFF10 and code <= 0xFF5A then code = code - 0xFEE0 end
    local mark = code <= 47 or code >= 58 and code <= 64 or code >= 0x3000 and code <= 0x303F or code >= 0x2010 and code <= 0x2027
      or code >= 0xFF00 and code <= 0xFF0F or code >= 0xFF1A and code <= 0xFF20 or code == 0xB7
    local point = code == 46 and at > 1 and text:find("^%d", at - 1) and text:find("^%d", at + 1)
    if not mark or point then out[#out + 1] = utf8.char(code) end
  end
  return table.concat(out)
end

--- The id of a task: its section's marker and a hash of its text. `seen` numbers what stands twice in one section.
function M.id(marker, text, seen)
  local id = yanhu.sha1(M.normal(text)):sub(1, 8)
  marker = M.normal(marker or "")
  if marker ~= "" then id = marker .. "-" .. id end
  seen[id] = (seen[id] or 0) + 1
  return seen[id] == 1 and id or id .. "-" .. seen[id]
end

local function each_rule(mapping, source)
  if type(mapping) ~= "table" then error(tr("%s: a mapping returns a list of rules or a function, not a %s"):format(source, type(mapping)), 0) end
  local known = { match = true, section = true, kind = true }
  for _, column in ipairs(M.columns) do known[column.name] = true end
  local compiled = {}
  for n, rule in ipairs(mapping) do
    for field in pairs(rule) do
      if not known[field] then error(tr("%s: rule %d has an unknown field `%s`"):format(source, n, field), 0) end
    end
    compiled[n] = { rule = rule, match = rule.match and yanhu.pattern(rule.match), section = rule.section and yanhu.pattern(rule.section) }
  end
  return compiled
end

--- Reads a mapping (Lua text): a list of rules { match = pattern in the task, section = pattern in its section, kind = …,
--- lead_unit = …, … } of which each column takes the first that speaks, or a function(task) → table of columns.
function M.mapping(text, source)
  local chunk, message = load(text, "@" .. source, "t", { yanhu = yanhu })
  if not chunk then error(message, 0) end
  local mapping = chunk()
  if type(mapping) == "function" then return mapping end
  local rules = each_rule(mapping, source)
  return function(task)
    local filled = {}
    for _, one in ipairs(rules) do
      local fits = (not one.match or one.match:test(task.text)) and (not one.section or one.section:test(task.section or ""))
        and (not one.rule.kind or one.rule.kind == task.kind)
      for _, column in ipairs(fits and M.columns or {}) do
        if filled[column.name] == nil then filled[column.name] = one.rule[column.name] end
      end
    end
    return filled
  end
end

-- Shared pairs of characters over all pairs (Dice): how much two texts have in common, 0 to 1.
local function pairs_of(text)
  local set, count, last = {}, 0, nil
  for _, code in utf8.codes(text) do
    local c = utf8.char(code)
    if last and not set[last .. c] then
      set[last .. c] = true
      count = count + 1
    end
    last = c
  end
  return set, count
end

function M.likeness(a, b)
  local one, n = pairs_of(a)
  local two, m = pairs_of(b)
  local shared = 0
  for pair in pairs(one) do
    if two[pair] then shared = shared + 1 end
  end
  return n + m == 0 and 0 or 2 * shared / (n + m)
end

--- How much of the pairs of `a` the text `b` has, 0 to 1.
function M.coverage(a, b)
  local one, n = pairs_of(a)
  local two = pairs_of(b)
  local shared = 0
  for pair in pairs(one) do
    if two[pair] then shared = shared + 1 end
  end
  return n == 0 and 0 or shared / n
end

local function field(row, column) -- a ledger may have the name or the title at the head of its column
  local value = row[column.name]
  if value == nil then value = row[column.title] end
  if value == "" or value == yanhu.null then return nil end
  return value
end

M.likeness_of_changed = 0.6

-- The rows of the old ledger without a task of the same id, and for each task that is new the old row most like it.
local function pair_changed(new, old)
  local candidates = {}
  for i, row in ipairs(new) do
    for j, past in ipairs(old) do
      local alike = M.likeness(M.normal(row.text), M.normal(field(past, { name = "text", title = "任务" }) or ""))
      if alike >= M.likeness_of_changed then candidates[#candidates + 1] = { alike, i, j } end
    end
  end
  table.sort(candidates, function(a, b)
    if a[1] ~= b[1] then return a[1] > b[1] end
    if a[2] ~= b[2] then return a[2] < b[2] end
    return a[3] < b[3]
  end)
  local of_new, of_old = {}, {}
  for _, c in ipairs(candidates) do
    if not of_new[c[2]] and not of_old[c[3]] then of_new[c[2]], of_old[c[3]] = old[c[3]], true end
  end
  return of_new, of_old
end

local function keep(row, past)
  for _, column in ipairs(M.columns) do
    local value = field(past, column)
    if value ~= nil then row[column.name] = value end
  end
end

--- Whether some row names a task, by its id or its words: what a file that is no ledger does not do.
function M.is_ledger(rows)
  for _, row in ipairs(rows) do
    if field(row, { name = "task", title = "编号" }) or field(row, { name = "text", title = "任务" }) then return true end
  end
  return #rows == 0
end

--- The rows of a ledger that speak of this report: those with its name, or all where no row has a name.
function M.of_report(ledger, r)
  local rows, named = {}, false
  for _, row in ipairs(ledger) do
    local name = field(row, { name = "report", title = "报告" })
    named = named or name ~= nil
    if name == r.name then rows[#rows + 1] = row end
  end
  if named then return rows end
  return ledger
end

--- Lays a ledger that came back beside the tasks of one report: sets `change` (same, added, changed, dropped) and `was` on
--- the rows, keeps the office's columns, appends the dropped ones.
function M.merge(rows, ledger)
  local by_id, new, old = {}, {}, {}
  for _, past in ipairs(ledger) do
    local id = field(past, { name = "task", title = "编号" })
    if id then by_id[id] = past end
  end
  local used = {}
  for _, row in ipairs(rows) do
    local past = by_id[row.task]
    if past then
      used[past], row.change = true, "same"
      keep(row, past)
    else
      row.change = "added"
      new[#new + 1] = row
    end
  end
  for _, past in ipairs(ledger) do
    local text = field(past, { name = "text", title = "任务" })
    local gone = field(past, { name = "change", title = "变动" }) == "dropped"
    if text and not used[past] and not gone then old[#old + 1] = past end
  end
  local of_new, of_old = pair_changed(new, old)
  for i, row in ipairs(new) do
    local past = of_new[i]
    if past then
      row.change, row.was = "changed", field(past, { name = "text", title = "任务" })
      keep(row, past)
    end
  end
  for j, past in ipairs(old) do
    if not of_old[j] then
      local row = { change = "dropped", task = field(past, { name = "task", title = "编号" }), text = field(past, { name = "text", title = "任务" }),
                    kind = field(past, { name = "kind", title = "类别" }), section = field(past, { name = "section", title = "章节" }) }
      keep(row, past)
      rows[#rows + 1] = row
    end
  end
  return rows
end

return M
