-- Two reports laid beside each other, part by part of the same role: what is new, dropped, reworded, renumbered.

local align = require "yanhu.align"
local years = require "yanhu.years"

local M = {}

--- The sentences of a report as rows, with their figures.
function M.sentences(r, roles)
  local rows = {}
  for sentence in r:sentences { role = roles } do
    local numbers = {} -- pairs of text and unit
    for mention in sentence:quantities() do numbers[#numbers + 1] = { mention.text, mention.unit or "" } end
    rows[#rows + 1] = { role = sentence.role, section = sentence.path, text = sentence.text, line = sentence.line, numbers = numbers }
  end
  return rows
end

-- 增长6%左右 → 增长5.5%左右: which figures changed; where they are not of the same units in the same order, what went and what came.
local function changed_numbers(old, new)
  local list, alike = {}, #old.numbers == #new.numbers
  for i, number in ipairs(old.numbers) do alike = alike and number[2] == new.numbers[i][2] end
  if alike then
    for i, number in ipairs(old.numbers) do
      if number[1] ~= new.numbers[i][1] then list[#list + 1] = number[1] .. " → " .. new.numbers[i][1] end
    end
    return list
  end
  local function missing(from, other, sign)
    local there = {}
    for _, number in ipairs(other) do there[number[1]] = (there[number[1]] or 0) + 1 end
    for _, number in ipairs(from) do
      local left = there[number[1]] or 0
      if left > 0 then there[number[1]] = left - 1 else list[#list + 1] = sign .. number[1] end
    end
  end
  missing(old.numbers, new.numbers, "−")
  missing(new.numbers, old.numbers, "+")
  return list
end

-- The text with a # for each of its figures.
local function masked(sentence)
  local text, at = sentence.text, 1
  for _, number in ipairs(sentence.numbers) do
    local from, to = text:find(number[1], at, true)
    if from then text, at = text:sub(1, from - 1) .. "#" .. text:sub(to + 1), from + 1 end
  end
  return text
end

local function length(list)
  local sum = 0
  for _, sentence in ipairs(list) do sum = sum + utf8.len(sentence.text) end
  return sum
end

-- One role of two reports: its rows, and how much of it stayed.
local function compare_role(role, old, new, base, likeness)
  local rows = {}
  local pairs_found, dropped, added = align.align(old, new, likeness)
  local count = { role = role, change = "account", same = 0, reworded = 0, number = 0, new = #added, dropped = #dropped, kept_share = 0 }
  local kept = 0
  for _, pair in ipairs(pairs_found) do
    if pair.likeness == 1 and pair.old.plain == pair.new.plain then
      count.same, kept = count.same + 1, kept + utf8.len(pair.new.text)
    else
      local numbers = changed_numbers(pair.old, pair.new)
      local change = #numbers > 0 and masked(pair.old) == masked(pair.new) and "number" or "reworded"
      count[change] = count[change] + 1
      rows[#rows + 1] = { change = change, role = role, section = pair.new.section, text = pair.new.text, was = pair.old.text,
                          likeness = tonumber(("%.2f"):format(pair.likeness)), numbers = #numbers > 0 and numbers or nil,
                          line = pair.new.line, n = pair.new.n, was_line = pair.old.line }
    end
  end
  for _, sentence in ipairs(added) do
    rows[#rows + 1] = { change = "new", role = role, section = sentence.section, text = sentence.text, line = sentence.line, n = sentence.n }
  end
  table.sort(rows, function(a, b) return a.n < b.n end)
  for _, sentence in ipairs(dropped) do
    rows[#rows + 1] = { change = "dropped", role = role, section = sentence.section, was = sentence.text, was_line = sentence.line }
  end
  local all = length(new)
  count.kept_share = all > 0 and tonumber(("%.1f"):format(100 * kept / all)) or nil
  rows[#rows + 1] = count
  for _, row in ipairs(rows) do
    row.n = nil
    for name, value in pairs(base) do row[name] = value end
  end
  return rows
end

local order = { "opening", "review", "problems", "plan", "five_year", "government", "closing", "notes" }

local function by_role(rows)
  local roles = {}
  for _, row in ipairs(rows) do
    local role = row.role or "opening"
    local list = roles[role] or {}
    row.n, roles[role], list[#list + 1] = #list + 1, list, row
  end
  return roles
end

local function compare(old, new, result, likeness)
  local before, after = by_role(old.rows), by_role(new.rows)
  local base = years.variables(new.rows[1], { was_report = old.report })
  for _, role in ipairs(order) do
    if before[role] or after[role] then
      for _, row in ipairs(compare_role(role, before[role] or {}, after[role] or {}, base, likeness)) do result[#result + 1] = row end
    end
  end
end

--- Compares each year of a region with the one before; two reports of two regions with each other. `likeness`: from
--- where two sentences are one.
function M.over_years(rows, likeness)
  local result, regions = {}, years.group(rows)
  for _, region in ipairs(regions) do
    for n = 2, #region do compare(region[n - 1], region[n], result, likeness) end
  end
  if #regions == 2 and #regions[1] == 1 and #regions[2] == 1 then compare(regions[1][1], regions[2][1], result, likeness) end
  return result
end

return M
