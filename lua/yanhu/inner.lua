-- Figures inside names: bounds that draw a class (5亿元以上项目1个), counts of a list that stands before them (机关、学校两类单位) and
-- numbers spoken of again. They are no facts, and no boundary for the noun that they stand in.

local reading = require "yanhu.tokens"

local M = {}

local is_value, bounds = reading.is_value, reading.bounds

local in_names = { power = true, mass = true, volume = true, energy = true }

local below = yanhu.pattern "以下$"
local above = yanhu.pattern "以[上下内]$"

-- 20家税收超亿元企业: does the bound at token k stand in the noun that a figure before it counts?
local function behind_a_count(tokens, k)
  local d, after = tokens[k].m.dimension, tokens[k + 1]
  if d == "percent" or d == "things" or after.w and not (after.w.noun or after.w.nominal) then return false end
  for n = k - 1, math.max(1, k - 4), -1 do
    local t = tokens[n]
    if is_value(t) then return n < k - 1 and t.m.dimension == "things" end
    if t.m or t.w and not (t.w.relation or t.w.noun or t.w.inner) then return false end
  end
  return false
end

local rate = yanhu.pattern "(率|比例|比重|占比)[^率比例重占]{0,6}$"

-- 30户以上自然村通路比例; 收入50万元以上的村占比过半; 税收30万元以下企业整治率: does a share of the class that the bound at token k draws
-- follow?
local function bounds_a_class(tokens, k, s)
  local before = tokens[k - 1]
  if before and (is_value(before) or before.w and before.w.act and not before.w.nominal) then return false end
  for n = k + 1, math.min(#tokens, k + 12) do
    local w = tokens[n].w
    if is_value(tokens[n]) then return n > k + 1 and tokens[n].m.dimension == "percent" and rate:test(s:sub(tokens[k].to + 1, tokens[n].from - 1)) end
    if w and (w.stop or w.list or (w.reach or w.rise or w.fall) and not w.nominal) then return false end
    if w and (w.share or w.word == "比例" or w.word == "比重" or w.word == "占比") then return n > k + 1 end
  end
  return false
end

-- 300亩采摘园2个: does the noun behind the size at token k have a count right behind it?
local function counted_behind(tokens, k)
  local after = tokens[k + 1]
  if not after or after.m or after.w and not (after.w.noun or after.w.nominal) then return false end
  for n = k + 2, math.min(#tokens, k + 5) do
    local t = tokens[n]
    if is_value(t) then return t.kind == "quantity" and t.m.dimension == "things" end
    if t.m or t.w and not (t.w.noun or t.w.nominal) then return false end
  end
  return false
end

local schooling = yanhu.dictionary { "公费教育", "义务教育", "免费教育", "一贯制", "制" }

-- Is the value at token k only a bound inside a noun that another value counts: 引进5亿元以上项目1个, 87万名80岁以上老年人?
local function names_a_bound(tokens, k, s)
  local m, after = tokens[k].m, tokens[k + 1]
  if m.kind ~= "quantity" or not after then return false end
  if m.dimension == "length" and s:find("^内", after.from) then return true end -- 50米内换乘比例
  if m.dimension == "percent" and after.kind == false and not (after.w and (after.w.stop or after.w.list)) and s:find("^前", tokens[k].from - 3) then
    return true -- 全球前1%学科
  end
  if after.kind == "quantity" and bounds[m.op] and (m.dimension == "money" and after.m.dimension == "things" or m.unit == "分" and after.m.dimension == "people") then
    return true -- 10亿元以上2个, 600分以上23人
  end
  if after.m and after.kind ~= "term" then return false end
  if after.w and not (after.w.noun or after.w.relation or after.w.nominal or after.w.de or after.w.act and after.w.nominal) then return false end
  local d = m.dimension
  if m.unit == "年" and not m.text:find("%d") and not (after.w and after.w.de) and k > 1 and not (tokens[k - 1].w and (tokens[k - 1].w.stop or tokens[k - 1].w.scope and not after.w)) then
    return true -- 占五年投资总额的32%; not 全县五年打井42眼
  end
  if m.unit == "年" and schooling:longest(s, tokens[k].to + 1) then return true end -- 15年公费教育生均标准
  if m.unit == "岁" or m.unit == "周岁" or m.unit == "°" then return true end -- 25°以上坡耕地
  local before = tokens[k - 1]
  if in_names[d] and before and before.kind == "quantity" and before.m.dimension == "things" then return true end -- 2台66万千瓦机组
  if d == "area" and m.op == "=" and m.value and m.value < 10000 and counted_behind(tokens, k) then return true end -- 300亩采摘园2个
  local of_a_class = (bounds[m.op] or m.op == "range" and after.w and after.w.de) and bounds_a_class(tokens, k, s)
  if of_a_class then return true end
  if not bounds[m.op] then return false end
  if behind_a_count(tokens, k) then return true end
  if d == "money" and below:test(m.text) and after.w and after.w.de and tokens[k + 2] and not tokens[k + 2].m and before and not before.w then
    return true -- 年收入100万元以下的薄弱村
  end
  if (d == "things" or d == "people") and not above:test(m.text) then return false end -- 30户以上自然村120个
  if before and is_value(before) then return d ~= "percent" end
  for n = k + 1, #tokens do
    local t = tokens[n]
    if is_value(t) then return t.m.dimension == "things" or t.m.dimension == "people" end
    local from = t.w and (t.w.word == "由" or t.w.word == "从" or t.w.reach and tokens[n + 1] and is_value(tokens[n + 1])) -- 亿元以上项目由25个增至40个, 发展到40个
    if t.w and (t.w.stop or t.w.list or t.w["and"] or t.w.rise or t.w.fall or t.w.reach and not from) or s:find("^且", t.from) then return false end
  end
  return false
end

-- 甲、乙两个景区创成国家级: do the things counted at token k do something in their own clause, and is that all it tells?
local function tells_of_them(tokens, k)
  local acts = false
  for n = k + 1, #tokens do
    local w = tokens[n].w
    if is_value(tokens[n]) then return false end
    if w and w.stop then break end
    acts = acts or w and w.act and not w.nominal
  end
  return acts
end

-- Is the thing that is counted at token k the list right before it, which no verb governs: 机关、学校两类单位|可节水?
local function counts_its_list(tokens, k, s)
  local m, after = tokens[k].m, tokens[k + 1]
  if m.kind ~= "quantity" or m.dimension ~= "things" or m.op ~= "=" or not m.value or m.value < 2 or m.value > 12 or m.text:find("%d") then return false end
  if not after or after.m or after.w and (after.w.stop or after.w.list or after.w.close) then return false end
  local marks, n = 0, k - 1
  while n > 0 do
    local t = tokens[n]
    local w = t.w
    if is_value(t) or w and (w.stop or w.close or w.etc or w.rise or w.fall) then break end
    if w and (w.list or w["and"]) then marks = marks + 1 end
    n = n - 1
  end
  if marks ~= m.value - 1 or n > 0 and not (tokens[n].w and tokens[n].w.stop) then return false end
  if tells_of_them(tokens, k) then return false end
  local head = tokens[n + 1].w
  if head and (head.word == "包括" or head.word == "分为") then return true end
  return not (head and (head.act or head.push or head.adverb or head.prep or head.list)) and not s:find("^大", after.from)
end

-- 占两类单位用水量的15%: is the same number of the same things spoken of again?
local function counts_again(tokens, values, n, s)
  local t = tokens[values[n]]
  local after = tokens[values[n] + 1]
  if t.m.kind ~= "quantity" or t.m.dimension ~= "things" or not after or after.m or after.w and after.w.stop then return false end
  local before = tokens[values[n] - 1]
  if before and before.w and before.w.act then return false end
  for k = math.max(1, n - 12), n - 1 do
    local other = tokens[values[k]]
    local noun = tokens[values[k] + 1]
    if other.m.text == t.m.text and noun and not noun.m and s:sub(noun.from, noun.from + 5) == s:sub(after.from, after.from + 5) then return true end
  end
  return false
end

--- Is the nth of the values (token indices) of a sentence a part of a name?
function M.holds(tokens, values, n, s)
  local i = values[n]
  return names_a_bound(tokens, i, s) or counts_its_list(tokens, i, s) or n > 1 and counts_again(tokens, values, n, s) or nil
end

return M
