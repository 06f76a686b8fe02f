-- Why the rules doubt a fact: a figure outside its indicator's plausible range, values and subjects that differ in
-- number, two subjects that a carried figure may belong to, a growth that contradicts the levels beside it.

local M = {}

-- Facts of the clause that a carried figure continues: do they name two subjects?
local function candidates(cell, facts)
  local last = facts[#facts]
  if not last or last.cell.clause == cell.clause then return false end
  local before = facts[#facts - 1]
  return before ~= nil and before.cell.clause == last.cell.clause and before.text ~= last.text and before.measure == last.measure
    and before.cell.group ~= last.cell.group
end

-- 分别完成年计划的102%: a plan may be fulfilled by more than the whole of it.
local function fulfils(cell, made)
  return (made.indicator .. cell.s:sub(cell.tokens.at[cell.clause], cell.token.from)):find("完成", 1, true) ~= nil
end

--- Why one fact is doubted, or nil. `made` is what the rule made, `facts` are those of the sentence so far.
function M.of_fact(value, measure, entry, made, cell, facts)
  if made.doubt then return made.doubt end
  local d = cell.q.dimension
  if entry and value then
    local range = measure == "growth" and d == "percent" and entry.growth or measure == "share" and entry.level
      or d ~= "percent" and measure == "level" and entry.level and entry.dimension == d and entry.level
    if range and (value < range[1] or value > range[2]) then return "outside the plausible range of " .. entry.id end
  end
  if measure == "share" and value and value > 100 and d == "percent" and not fulfils(cell, made) then return "a share above 100 %" end
  if cell.group[1].each and #cell.group > 1 and not cell.group.subjects then return "values and subjects differ in number" end
  if made.carried and not cell.each and candidates(cell, facts) then return "two candidate subjects" end
  if cell.q.quoted then return "inside quotation marks" end
  return nil
end

-- 由100亿元增加到150亿元，增长50%: does the growth follow from the two levels?
local function contradicts(base, level, growth)
  if not (base.value and level.value and growth.value) or base.value <= 0 then return false end
  local real = (level.value / base.value - 1) * 100
  return math.abs(real - growth.value) > math.max(1, math.abs(real) * 0.05)
end

--- Marks growths of one sentence that contradict the levels before them. `rows` from index `first` on are its facts.
function M.of_sentence(rows, first)
  local base, level
  for n = first, #rows do
    local row = rows[n]
    if row.rule == "base" and row.dimension ~= "percent" then
      base, level = row, nil
    elseif base and row.indicator == base.indicator and row.unit == base.unit and row.measure ~= "change" then
      level = row
    elseif level and row.indicator == base.indicator and row.measure == "growth" and row.dimension == "percent" and not row.average
      and not row.base and not row.quote:find("可比", 1, true) and not row.quote:find("实际", 1, true) then
      if contradicts(base, level, row) then row.doubt = row.doubt or "growth contradicts the level" end
    elseif row.indicator ~= (base and base.indicator) then
      base, level = nil, nil
    end
  end
end

return M
