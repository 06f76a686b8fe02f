-- Values dealt out over a list (A、B分别增长1%、2%): the subject of each, from the list before them, from the facts of their clause or
-- from the clauses before.

local subjects = require "yanhu.subjects"
local phrases = require "yanhu.phrases"
local carry = require "yanhu.carry"
local classes = require "yanhu.classes"

local M = {}

local PERIOD, LISTED = classes.each "period", classes.any "list and"

local left, opens_with_share = phrases.left, phrases.opens_with_share
local paces = phrases.paces
local sums = { ["总量"] = true, ["规模"] = true, ["增速"] = true, ["增幅"] = true, ["增量"] = true } -- aspects of what was named before

-- 16条产业链、18个专业镇营业收入分别增长: n counted things before the list in its own clause.
local function beside(cell, n)
  local parts, facts = {}, cell.tokens.facts
  for k = #facts, 1, -1 do
    if facts[k].cell.clause ~= cell.clause or #parts > n then break end
    if parts[1] == facts[k].text then return nil end -- 修公路3条12公里、硬化村道5条20公里
    table.insert(parts, 1, facts[k].text)
  end
  return #parts == n and subjects.complete(parts) or nil
end

-- 高新区、经开区产值分别占全市的23%和18%, 甲、乙产业分别实现税收3亿元、2亿元: the n nouns before 分别, each with the share or the measure behind it.
local function owners(lead, n)
  local tokens, last = lead.tokens, lead.left_first - 1
  local each = opens_with_share(lead)
  while last > lead.clause and tokens[last].w and (tokens[last].w.each or tokens[last].w.adverb or tokens[last].w.level) do
    each, last = each or tokens[last].w.each, last - 1
  end
  if not each then return nil end
  local first = lead.clause
  while first < last and tokens[first].w and (tokens[first].w.scope or tokens[first].w.push or tokens[first].w.adverb) do first = first + 1 end
  if first >= last then return nil end
  local parts = subjects.parts(lead.s, tokens, first, last)
  if #parts ~= n then return nil end
  parts = subjects.complete(parts)
  for k, part in ipairs(parts) do parts[k] = part .. left(lead) end
  return parts
end

--- 1988年和1989年分别上涨18%和17%: the first of as many years as there are figures, where the row of them ends at token k; else nil.
function M.years(cell, k)
  local bits, group = cell.tokens.bits, cell.group
  if not group or #group < 2 or not group[1].each then return nil end
  local first = k
  while bits[first - 1] & LISTED ~= 0 and bits[first - 2] & PERIOD ~= 0 do first = first - 2 end
  return (k - first) // 2 + 1 == #group and first or nil
end

local both_of_them = { ["两者"] = true, ["二者"] = true, ["三者"] = true, ["两项"] = true, ["前两项"] = true }

-- The subjects that n values of a list share, one each; nil when they cannot be told apart.
function M.out(cell, n)
  local lead = cell.group[1]
  local k = lead.each and cell.tokens.periods[cell.tokens.periods_before[lead.index]]
  if k and M.years(lead, k) then return nil end
  local first, last = lead.left_first, lead.left_last
  if first and both_of_them[left(lead)] then return carry.earlier(cell, n) end -- 两者分别下降6%和3%
  if first then
    local three = n == 3 and subjects.three_industries(left(lead))
    if three then return three end
    for _, only_marks in ipairs { false, true } do
      local parts = subjects.parts(cell.s, cell.tokens, first, last, only_marks)
      if #parts == n then
        local before = carry.fact_before(cell)
        if before and subjects.only_measures(parts[1]) and sums[parts[1]] then -- 收入增长8%，总量、增速分别居第4位和第2位
          local whole = subjects.unshared(before.text)
          for k, part in ipairs(parts) do parts[k] = paces[part] and whole or whole .. part end
          return parts
        end
        return subjects.complete(parts)
      end
      if #parts == n - 1 or #parts == 1 and n == 2 then
        for k, part in ipairs(parts) do
          local two = subjects.town_and_country(part, lead.each)
          if two then
            table.remove(parts, k)
            table.insert(parts, k, two[2])
            table.insert(parts, k, two[1])
            if #parts == n then return parts end
          end
        end
      end
    end
    local shares = opens_with_share(lead)
    local parts = owners(lead, n)
    if parts then return parts end
    if not shares and not phrases.lean(lead) then return beside(cell, n) end
  end
  local parts = carry.earlier(cell, n)
  if parts and first and #parts == n then
    local noun = left(lead)
    local whole = opens_with_share(lead)
    for k, part in ipairs(parts) do
      parts[k] = paces[noun] and subjects.unshared(part) or whole and subjects.unshared(part) .. noun or subjects.stem(part) .. noun
    end
  end
  return parts
end

return M
