-- Figures inside names: bounds that draw a class (5亿元以上项目1个), counts of a list that stands before them (机关、学校两类单位) and
-- numbers spoken of again. They are no facts, and no boundary for the noun that they stand in.

local bounds = require("yanhu.tokens").bounds
local classes = require "yanhu.classes"

local M = {}

local each, any = classes.each, classes.any
local QUANTITY, FIGURE, WORD, MENTION, TERM = each "quantity figure word mention term"
local ACT, NOMINAL, STOP, DE, SHARE, SCOPE = each "act nominal stop de share scope"
local ACT_OR_NOMINAL, LISTED = any "act nominal", any "list and"

local in_names = { power = true, mass = true, volume = true, energy = true }

local below = yanhu.pattern "以下$"
local above = yanhu.pattern "以[上下内]$"

local WORD_OR_TEXT, NAMES = any "word text", any "word text numeral"
local NOUN_OR_TEXT, ATTRIBUTE = any "noun nominal text", any "relation noun inner text"

-- 20家税收超亿元企业: does the bound at token k stand in the noun that a figure before it counts?
local function behind_a_count(tokens, k)
  local bits, d = tokens.bits, tokens[k].m.dimension
  local behind = bits[k + 1] & DE ~= 0 and bits[k + 2] or bits[k + 1] -- 8家收入超10亿元的企业
  if d == "percent" or d == "things" or behind & WORD ~= 0 and behind & NOUN_OR_TEXT == 0 then return false end
  for n = k - 1, math.max(1, k - 4), -1 do
    if bits[n] & FIGURE ~= 0 then return n < k - 1 and (tokens[n].m.dimension == "things" or tokens[n].m.dimension == "people") end
    if bits[n] & ATTRIBUTE == 0 then return false end
  end
  return false
end

local rate = yanhu.pattern "(率|比例|比重|占比)[^率比例重占]{0,6}$"
local NO_CLASS, MOVES = any "stop list", any "reach rise fall"
local shares = { ["比例"] = true, ["比重"] = true, ["占比"] = true }

-- 30户以上自然村通路比例; 收入50万元以上的村占比过半; 税收30万元以下企业整治率: does a share of the class that the bound at token k draws
-- follow?
local function bounds_a_class(tokens, k, s)
  local bits, at = tokens.bits, tokens.at
  if bits[k - 1] & FIGURE ~= 0 or bits[k - 1] & ACT_OR_NOMINAL == ACT then return false end
  for n = k + 1, math.min(#tokens, k + 12) do
    local b = bits[n]
    if b & FIGURE ~= 0 then return n > k + 1 and tokens[n].m.dimension == "percent" and rate:test(s:sub(at[k + 1], at[n] - 1)) end
    if b & NO_CLASS ~= 0 or b & MOVES ~= 0 and b & NOMINAL == 0 then return false end
    if b & SHARE ~= 0 or b & WORD ~= 0 and shares[tokens[n].w.word] then return n > k + 1 end
  end
  return false
end

-- 300亩采摘园2个: does the noun behind the size at token k have a count right behind it?
local function counted_behind(tokens, k)
  local bits = tokens.bits
  if bits[k + 1] & NOUN_OR_TEXT == 0 then return false end
  for n = k + 2, math.min(#tokens, k + 5) do
    if bits[n] & FIGURE ~= 0 then return bits[n] & QUANTITY ~= 0 and tokens[n].m.dimension == "things" end
    if bits[n] & NOUN_OR_TEXT == 0 then return false end
  end
  return false
end

local yearly = yanhu.dictionary { "年产", "日产", "月产", "年加工", "年屠宰" }
local LAST_OF_OUTPUT, LAST_OF_WORK, LAST_OF_SLAUGHTER = ("产"):byte(-1), ("工"):byte(-1), ("宰"):byte(-1)
local capable = yanhu.dictionary { "能力", "规模", "水平", "产能", "目标" }

-- 两个年产一万吨生铁的炼铁厂: is the figure at token k what the works behind it make?
local function names_its_output(tokens, k, s)
  local last = s:byte(tokens[k].from - 1)
  if last ~= LAST_OF_OUTPUT and last ~= LAST_OF_WORK and last ~= LAST_OF_SLAUGHTER or not yearly:ending(s, tokens[k].from - 1) then return false end
  local bits, n = tokens.bits, k + 1
  if bits[n] & DE == 0 and bits[n] & WORD_OR_TEXT ~= 0 then n = n + 1 end
  if bits[n] & DE == 0 or bits[n + 1] & WORD_OR_TEXT == 0 then return false end
  local at, to = capable:find(s, tokens.at[n + 1])
  return not at or at > tokens.at[n + 2]
end

local steps = yanhu.dictionary { "台阶", "大关", "关口", "门槛", "大台阶" } -- 迈上4万亿、5万亿两个台阶
local reaches_around = yanhu.dictionary { "内", "范围", "半径" }
local schooling = yanhu.dictionary { "公费教育", "义务教育", "免费教育", "一贯制", "制" }
local REACH, REACH_OR_FROM = each "reach", any "reach" | classes.words "从 由"
local TEXT, TELLS_HOW_MANY = each "text", any "share level" | classes.words "从 由"
local IN_NAME, ENDS, CUTS = any "noun relation nominal de", any "stop list", any "stop list and rise fall"

-- What a plain number of these is, is never a bound in a noun.
local counts_or_pays = { people = true, money = true, points = true, times = true, ratio = true }

-- Is the value at token k only a bound inside a noun that another value counts: 引进5亿元以上项目1个, 87万名80岁以上老年人?
local function names_a_bound(tokens, k, s)
  local bits = tokens.bits
  local before, after = bits[k - 1], bits[k + 1]
  if bits[k] & QUANTITY == 0 or after == 0 then return false end
  local m = tokens[k].m
  if m.value == 1 and before & ACT ~= 0 and s:find("^每", tokens.at[k - 1] - #"每") then return true end -- 每|生产|一吨合成氨耗电
  local d, op = m.dimension, m.op
  local is_bound = bounds[op]
  if not is_bound and op ~= "range" and counts_or_pays[d] then return false end
  if d == "length" and (reaches_around:longest(s, m.to + 1) or is_bound and s:find("^海拔", m.from - 6)) then return true end -- 50米内换乘比例, 1公里范围内化工企业, 海拔4000米以上县城
  if d == "percent" and after & MENTION == 0 and after & ENDS == 0 and s:find("^前", m.from - 3) then return true end -- 全球前1%学科
  if is_bound and after & QUANTITY ~= 0 then
    local counted = tokens[k + 1].m.dimension
    if (d == "money" or m.unit == "" and (m.low or 0) >= 1e8 and not steps:longest(s, tokens[k + 1].to + 1)) and (counted == "things" or counted == "people") or m.unit == "分" and counted == "people" then return true end -- 10亿元以上2个, 600分以上23人
  end
  if after & MENTION ~= 0 and after & TERM == 0 or after & WORD ~= 0 and after & IN_NAME == 0 then return false end
  if not is_bound and op ~= "range" and d == "percent" then return false end
  if d == "things" then
    if names_its_output(tokens, k, s) then return true end
    if not is_bound and op ~= "range" then return false end
  end
  if m.unit == "年" and not m.text:find("%d") and after & DE == 0 and k > 1 and before & STOP == 0 and (before & SCOPE == 0 or after & WORD ~= 0) then
    return true -- 占五年投资总额的32%; not 全县五年打井42眼
  end
  if m.unit == "年" and schooling:longest(s, tokens[k].to + 1) then return true end -- 15年公费教育生均标准
  if m.unit == "岁" or m.unit == "周岁" or m.unit == "°" then return true end -- 25°以上坡耕地
  if in_names[d] and before & QUANTITY ~= 0 and tokens[k - 1].m.dimension == "things" then return true end -- 2台66万千瓦机组
  if op == "=" and m.value and (d == "area" and m.value < 10000 or in_names[d]) and counted_behind(tokens, k) then return true end -- 300亩采摘园2个, 20吨吊车15台
  if in_names[d] and names_its_output(tokens, k, s) then return true end
  if (is_bound or op == "range" and after & DE ~= 0) and bounds_a_class(tokens, k, s) then return true end
  if not is_bound then return false end
  if after & DE ~= 0 and bits[k + 2] & TEXT ~= 0 and bits[k + 3] & STOP ~= 0 and bits[k + 4] & TELLS_HOW_MANY ~= 0 then return true end -- 吃粮不足三百斤的队，由12%下降到6%
  if behind_a_count(tokens, k) then return true end
  if d == "money" and after & DE ~= 0 and bits[k + 2] & WORD_OR_TEXT ~= 0 and before ~= 0 and before & WORD == 0 and below:test(m.text) then
    return true -- 年收入100万元以下的薄弱村
  end
  if (d == "things" or d == "people") and not above:test(m.text) then return false end -- 30户以上自然村120个
  if before & FIGURE ~= 0 then return d ~= "percent" end
  for n = k + 1, #tokens do
    local b = bits[n]
    if b & FIGURE ~= 0 then
      local counted = tokens[n].m.dimension
      return counted == "things" or counted == "people"
    end
    -- 亿元以上项目由25个增至40个, 发展到40个
    if b & CUTS ~= 0 or b & REACH_OR_FROM == REACH and bits[n + 1] & FIGURE == 0 or s:find("^且", tokens.at[n]) then return false end
  end
  return false
end

-- 甲、乙两个景区创成国家级: do the things counted at token k do something in their own clause, and is that all it tells?
local function tells_of_them(tokens, k)
  local bits, acts = tokens.bits, false
  for n = k + 1, #tokens do
    if bits[n] & FIGURE ~= 0 then return false end
    if bits[n] & STOP ~= 0 then break end
    acts = acts or bits[n] & ACT_OR_NOMINAL == ACT
  end
  return acts
end

local MARK, NO_LIST = any "stop list close", any "figure stop close etc rise fall"
local ENDS_LIST, RELATION = any "figure stop close etc", each "relation" -- 产值增速、税收增速两项
local GOVERNS = any "act push adverb prep list"

-- Is the thing that is counted at token k the list right before it, which no verb governs: 机关、学校两类单位|可节水?
local function counts_its_list(tokens, k, s)
  local bits, m = tokens.bits, tokens[k].m
  if bits[k] & QUANTITY == 0 or m.op ~= "=" or m.value < 2 then return false end
  if bits[k + 1] & NAMES == 0 or bits[k + 1] & MARK ~= 0 then return false end
  local marks, n = 0, k - 1
  while n > 0 and (bits[n] & NO_LIST == 0 or bits[n] & ENDS_LIST == 0 and bits[n] & RELATION ~= 0) do
    if bits[n] & LISTED ~= 0 then marks = marks + 1 end
    n = n - 1
  end
  if marks ~= m.value - 1 or n > 0 and bits[n] & STOP == 0 or tells_of_them(tokens, k) then return false end
  local head = tokens[n + 1].w
  if head and (head.word == "包括" or head.word == "分为") then return true end
  if bits[k + 2] & DE ~= 0 and bits[k + 3] & WORD_OR_TEXT ~= 0 and bits[k + 3] & ACT == 0 then return true end -- 建成东湾、西湾两个片区|的管网
  return bits[n + 1] & GOVERNS == 0 and not s:find("^大", m.to + 1)
end

local ACT_OR_LISTED = any "act list and" -- 新建9座码头、4座仓库、9座码头管理站 are three

-- 占两类单位用水量的15%: is the same number of the same things spoken of again?
local function counts_again(tokens, values, n, s)
  local bits, i = tokens.bits, values[n]
  local m = tokens[i].m
  if bits[i] & QUANTITY == 0 or bits[i + 1] & WORD_OR_TEXT == 0 or bits[i + 1] & STOP ~= 0 or bits[i - 1] & ACT_OR_LISTED ~= 0 then return false end
  for k = math.max(1, n - 12), n - 1 do
    local j = values[k]
    local other = tokens[j].m
    if other.text == m.text and bits[j + 1] & WORD_OR_TEXT ~= 0 and s:sub(other.to + 1, other.to + 6) == s:sub(m.to + 1, m.to + 6) then return true end
  end
  return false
end

local summed = yanhu.dictionary { "合计", "共计", "总计", "相加", "加在一起", "加起来" }

-- 两项合计占8%: is it told how many are summed up?
local function counts_what_is_summed(tokens, i, s)
  local m = tokens[i].m
  return m.value < 10 and summed:longest(s, m.to + 1) ~= nil
end

--- Is the nth of the values (token indices) of a sentence a part of a name?
function M.holds(tokens, values, n, s)
  local i = values[n]
  if names_a_bound(tokens, i, s) then return true end
  local m = tokens[i].m
  if m.dimension ~= "things" then return nil end
  local in_words = m.value and m.value <= 12 and not m.text:find("%d")
  return in_words and (counts_its_list(tokens, i, s) or counts_what_is_summed(tokens, i, s)) or n > 1 and counts_again(tokens, values, n, s) or nil
end

return M
