-- A cell is what a sentence says around one quantity or rank: the verb that governs it, the noun phrase on its left
-- and on its right, how it is shared, compared and dated. rules.lua makes facts of cells; nothing here decides.
--
--   社会消费品零售总额   同比      增长   4.5%           建成    330个   就业社保服务点
--   left                 (adverb)  verb   quantity       actor   q       right

local lexicon = require "yanhu.lexicon"

local M = {}

M.countable = { things = true, people = true }

local function is_value(t) return t.kind == "quantity" or t.kind == "rank" end

local breaking_prep = { ["将"] = true, ["把"] = true, ["被"] = true, ["使"] = true, ["让"] = true, ["为"] = true,
  ["以"] = true, ["从"] = true, ["由"] = true, ["自"] = true, ["给"] = true, ["至"] = true, ["到"] = true }

local against = { ["高于"] = true, ["低于"] = true, ["快于"] = true, ["慢于"] = true, ["大于"] = true, ["优于"] = true,
  ["多于"] = true, ["少于"] = true, ["领先"] = true, ["跑赢"] = true, ["高出"] = true, ["低"] = true, ["高"] = true }

-- Words that are passed over on the way: 全国|排名53位, 按|4%安排, 2020年|的|Q.
local function passes(cell, w, before, further)
  if w.word == "的" and (cell.q.dimension == "percent" or cell.q.dimension == "times") and before and before.w and before.w.scope
    and not (further and further.w and further.w.share) then
    cell.base = before -- 人均收入只有全省的62%
    return true
  end
  return w.word == "按" or w.scope and cell.base and cell.base.w == w or w.scope and cell.q.kind == "rank" and cell.verb
    or w.de and (cell.from_base or cell.time or before and before.kind == "period")
end

local resumed = { ["恢复"] = true, ["恢复到"] = true, ["恢复至"] = true, ["相当于"] = true }

-- The 比 or 较 that opens the phrase which token k is in, or nil.
local function than_before(tokens, k, floor)
  for n = k, math.max(floor + 1, k - 8), -1 do
    local w = tokens[n].w
    if tokens[n].m or w and (w.stop or w.list) then return nil end
    if w and (w.word == "比" or w.word == "较") then return n end
  end
end

-- Reads the governing words leftwards from the value at token i; returns the index of the first token before them.
local function peel(cell, tokens, i, floor)
  local j = i - 1
  while j > floor do
    local t = tokens[j]
    local w = t.w
    if t.kind == "span" then
      cell.span = t
    elseif t.kind == "period" then
      local before = tokens[j - 1]
      local text = t.m.text
      if before and before.w and (before.w.rise or before.w.fall) and (text:find("^到") or text:find("^至")) then -- 扩大到年末的
        cell.reach, cell.verb = before, before
      end
      local word = before and j - 1 > floor and before.w and before.w.word
      if word and resumed[word] and j + 2 == i and tokens[j + 1].w and tokens[j + 1].w.de then -- 恢复到2019年的108%
        cell.base, cell.verb, cell.reach = t, cell.verb or before, cell.reach or before
        j = j - 1
      elseif word == "比" or word == "较" then
        cell.base = t
        cell.versus = tokens[j + 1].w and tokens[j + 1].w.de and j + 2 == i or nil -- 较2020年的9323亿元
        j = j - 1
      elseif word == "的" and than_before(tokens, j - 2, floor) then -- 比建国初期的1952年
        cell.base, j = t, than_before(tokens, j - 2, floor)
      else
        cell.time = cell.time or t
        if word == "在" or word == "到" or word == "于" then j = j - 1 end -- 总产值在五年内增长
      end
    elseif w and (w.word == "从" or w.word == "由") then
      cell.from_base = true
    elseif w and w.peels then
      cell.each = cell.each or w.each
      cell.all = cell.all or w.all
      if w.act and not (w.rise or w.fall or w.level) and not w.adverb then break end
      if w.rise and w.relation and (cell.q.kind == "rank" or cell.q.dimension == "points") then break end -- 总量和增速居第1
      if w.rank and w.relation and cell.q.kind ~= "rank" and (cell.rise or cell.fall) then break end -- 位次前移3位
      if w.rise or w.fall or w.reach or w.level or w.rank then
        cell.verb = cell.verb or t
        if not cell.reach then
          if w.rise then cell.rise = cell.rise or t elseif w.fall then cell.fall = cell.fall or t end
        end
        if w.reach and not (cell.rise or cell.fall) then cell.reach = t end
        if w.act and not cell.actor and j == i - 1 then cell.actor = t end
      end
    elseif not (w and passes(cell, w, tokens[j - 1], tokens[j - 2])) then
      break
    end
    j = j - 1
  end
  -- 比全国平均水平高Q: the comparison's other side stands between 比 and the verb
  if (cell.rise or cell.fall) and not cell.base then
    for k = j, math.max(floor + 1, j - 6), -1 do
      local w = tokens[k].w
      if w and (w.stop or w.list) or is_value(tokens[k]) then break end
      if w and w.than and not w.noun and (k < j or tokens[k + 1].w) and (w.word == "比" or w.word == "较") then
        local year, noun = tokens[k + 1], tokens[k + 2]
        local dated = k > floor + 1 and tokens[k - 1].kind == "period" -- behind a subject the year belongs to the other side
        if dated and year.kind == "period" and k + 2 <= j and not (noun.w and (noun.w.scope or noun.w.de)) then -- 2024年比2020年医院病床增长
          cell.base = year
          return j
        end
        cell.base, cell.base_to = tokens[k + 1], tokens[j].to
        return k - 1
      end
    end
  end
  return j
end

local function only_measures(tokens, from, to)
  for k = from, to do
    local w = tokens[k].w
    if not (w and w.relation) then return false end
  end
  return true
end

local measure_words = { ["量"] = true, ["率"] = true, ["额"] = true, ["数"] = true, ["幅度"] = true, ["速度"] = true, ["比例"] = true,
  ["比率"] = true, ["面积"] = true, ["规模"] = true, ["能力"] = true, ["资金"] = true, ["人数"] = true, ["人次"] = true }
local processes = yanhu.dictionary { "时间", "时限", "周期", "环节", "门槛" }
local long_measures = yanhu.dictionary { "面积", "规模", "能力", "资金", "人数", "人次", "幅度", "速度" }

-- 完工量, 成功率, 改造面积: a verb or adverb with a measuring noun behind it is a noun.
local function measures_act(cell, tokens, k)
  local after = tokens[k + 1]
  if not after or after.m then return false end
  local text = cell.s:sub(after.from, after.to)
  if text == "资金" and tokens[k].w.fall then return false end -- 压减资金
  if measure_words[text] or after.w then return measure_words[text] end
  return tokens[k].w.act and (#text == 3 and text:byte() >= 0x80 or long_measures:longest(cell.s, after.from) ~= nil
    or not tokens[k].w.fall and processes:longest(cell.s, after.from) ~= nil) -- 收购价, 安置房, 开办时间
end

local in_names = { power = true, mass = true, volume = true, energy = true }
local bounds = { ["≥"] = true, [">"] = true, ["≤"] = true, ["<"] = true }

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

-- 30户以上自然村通路比例; 收入50万元以上的村占比过半: does a share of the class that the bound at token k draws follow?
local function bounds_a_class(tokens, k)
  local before = tokens[k - 1]
  if before and (is_value(before) or before.w and before.w.act and not before.w.nominal) then return false end
  for n = k + 1, math.min(#tokens, k + 12) do
    local w = tokens[n].w
    if is_value(tokens[n]) or w and (w.stop or w.list or w.reach or w.rise or w.fall) then return false end
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

-- Is the value at token k only a bound inside a noun that another value counts: 引进5亿元以上项目1个, 87万名80岁以上老年人?
local function names_a_bound(tokens, k, s)
  local m, after = tokens[k].m, tokens[k + 1]
  if m.kind ~= "quantity" or not after then return false end
  if m.dimension == "length" and s:find("^内", after.from) then return true end -- 50米内换乘比例
  if m.dimension == "percent" and after.kind == false and not (after.w and (after.w.stop or after.w.list)) and s:find("^前", tokens[k].from - 3) then
    return true -- 全球前1%学科
  end
  if after.kind == "quantity" and bounds[m.op] and m.dimension == "money" and after.m.dimension == "things" then return true end -- 10亿元以上2个
  if after.m and after.kind ~= "term" then return false end
  if after.w and not (after.w.noun or after.w.relation or after.w.nominal or after.w.de or after.w.act and after.w.nominal) then return false end
  local d = m.dimension
  if m.unit == "年" and not m.text:find("%d") and not (after.w and after.w.de) and k > 1 and not (tokens[k - 1].w and tokens[k - 1].w.stop) then
    return true -- 占五年投资总额的32%
  end
  if m.unit == "岁" or m.unit == "周岁" or m.unit == "°" then return true end -- 25°以上坡耕地
  local before = tokens[k - 1]
  if in_names[d] and before and before.kind == "quantity" and before.m.dimension == "things" then return true end -- 2台66万千瓦机组
  if d == "area" and m.op == "=" and m.value and m.value < 10000 and counted_behind(tokens, k) then return true end -- 300亩采摘园2个
  if not bounds[m.op] then return false end
  if behind_a_count(tokens, k) then return true end
  if bounds_a_class(tokens, k) then return true end
  if (d == "things" or d == "people") and not above:test(m.text) then return false end -- 30户以上自然村120个
  if before and is_value(before) then return d ~= "percent" end
  for n = k + 1, #tokens do
    local t = tokens[n]
    if is_value(t) then return t.m.dimension == "things" or t.m.dimension == "people" end
    local from = t.w and (t.w.word == "由" or t.w.word == "从") -- 亿元以上项目由25个增至40个
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

local moved -- a verb that is not written: 由120张拓到300张
local of_a_whole, against_a_year -- below

local factored = yanhu.pattern "(因素|影响)后?$"
-- Does a noun phrase go on before the verb at token k, so that the verb is a part of it: 农村户厕|改造?
local function continues(tokens, k, floor)
  local before = k - 1 > floor and tokens[k - 1]
  if not before or before.kind == "period" or before.kind == "span" or is_value(before) then return false end
  local w = before.w
  return not (w and (w.breaks or w.list or w.scope or w.adverb and not w.inner))
end

local function names_before(tokens, k, floor)
  local before = k - 1 > floor and tokens[k - 1]
  return before and not before.m and (not before.w or before.w.relation) or false
end

-- May 全国, 全省 stand inside a noun phrase: behind 占, 的, 对, 高于, 新建, and where things are counted behind any verb
-- that does something (建成全国文明村镇12个)?
local function inside(cell, tokens, k, floor)
  local w = k > floor and tokens[k].w
  if not w and k - 1 > floor and not tokens[k].m and cell.q.dimension == "things" then -- 新增ESI全球前1%学科2个
    w = tokens[k - 1].w
    if w and not w.act then return false end
  end
  return w and (w.share or w.de or w.word == "对" or w.word == "与" or against[w.word]
    or w.act and not cell.verb and (w.word:find("^新") or cell.q.dimension == "things" and not w.push and not w.level))
end

-- 营养改善计划惠及12所学校: is 计划 at token k the name of a thing?
local function names_a_plan(tokens, k)
  local before = tokens[k].w.word == "计划" and tokens[k - 1]
  return before and before.w and (before.w.act or before.w.relation)
end

local within = yanhu.dictionary { "初期", "时期", "期间", "过程中", "基础上", "条件下", "情况下", "形势下", "背景下" }

local footing = yanhu.dictionary { "基数上", "基础上" }

-- 总产值要在去年的基数上增长: the token before 在, where token j ends such a phrase; else j.
local function before_footing(s, tokens, j, floor)
  if j > floor and s:sub(tokens[j].to - 5, tokens[j].to) == "计算" then -- 油料作物：以播种面积计算达到
    for k = j - 1, math.max(floor + 1, j - 8), -1 do
      local w = tokens[k].w
      if w and (w.word == "以" or w.word == "按") then return k - 1 end
    end
  end
  local opener = j > floor and footing:ending(s, tokens[j].to) and "在" or "按" -- 要按上年实际数额核减
  for k = j - 1, math.max(floor + 1, j - (opener == "在" and 8 or 4)), -1 do
    local w = tokens[k].w
    if w and (w.stop or w.list) or tokens[k].kind == "quantity" then return j end
    if w and w.word == opener then
      k = k - 1
      while k > floor and tokens[k].w and (tokens[k].w.peels or tokens[k].w.word == "要") do k = k - 1 end
      return k
    end
  end
  return j
end

-- 低于控制目标1.3个百分点, 高于全国、全省平均水平: the token before the comparison that token j ends; else j.
local function before_comparison(cell, tokens, j, floor)
  local d = cell.q.dimension
  if cell.verb or d ~= "points" and d ~= "percent" then return j end
  for k = j - 1, math.max(floor + 1, j - 8), -1 do
    local t = tokens[k]
    local w = t.w
    if is_value(t) or w and (w.stop or w.de or w.open or w.close) then break end
    if w and against[w.word] and not w.act and (w.rise or w.fall) then
      cell.base, cell.base_to, cell.against, cell.verb = tokens[k + 1], tokens[j].to, t, t
      if w.fall then cell.fall = t else cell.rise = t end
      k = k - 1
      while k > floor and tokens[k].w and tokens[k].w.peels do k = k - 1 end
      return k
    end
  end
  return j
end

local circumstance = yanhu.pattern "[中上下里内]$"

-- 在实际工作中争取达到7%: the first token behind 在…中, and behind the adverbs after it.
local function behind_circumstance(cell, tokens, first, j)
  if first >= j or cell.q.kind == "rank" or not tokens[first].w or tokens[first].w.word ~= "在" then return first end
  for k = first + 1, j do
    local after = tokens[k + 1]
    if circumstance:test(cell.s:sub(tokens[k].from, tokens[k].to)) and not (after.w and after.w.de) then
      k = k + 1
      while k <= j and tokens[k].w and (tokens[k].w.adverb and not tokens[k].w.inner or tokens[k].w.push) and not tokens[k].w.noun do k = k + 1 end
      return k
    end
  end
  return first
end

local locative = { ["中"] = true, ["间"] = true, ["内"] = true, ["里"] = true, ["来"] = true, ["以来"] = true, ["期间"] = true }

-- The noun phrase that ends at token j: first and last token, or nil. `cell.actor` is the verb in front of it.
-- 4.为6000名妇女开展筛查: an enumerator within the line belongs to no noun.
local function behind_enumerator(tokens, s, floor)
  local number, dot = tokens[floor + 1], tokens[floor + 2]
  if number and number.kind == "numeral" and dot and s:sub(dot.from, dot.to) == "." then return floor + 2 end
  return floor
end

local function left_phrase(cell, tokens, j, floor)
  j = before_comparison(cell, tokens, before_footing(cell.s, tokens, j, floor), floor)
  local first = j + 1
  local k = j
  local closed = 0
  while k > floor do
    local t = tokens[k]
    local w = t.w
    if not w and not t.m and t.to - t.from == 2 then -- 提出的“地区生产总值增长6%”: a noun begins behind a quotation mark that is still open
      local text = cell.s:sub(t.from, t.to)
      if text == "”" then closed = closed + 1 elseif text == "“" then closed = closed - 1 end
      if closed < 0 then break end
    end
    if t.kind == "period" and k < j and k - 1 > floor and only_measures(tokens, k + 1, j) and not tokens[k - 1].w and not tokens[k - 1].m then
      first, k = k - 1, k - 2 -- 生猪年末存栏
      goto continue
    end
    if is_value(t) and not t.swallowed or t.kind == "period" or t.kind == "span" then break end
    if w and not w.quiet then
      if w.stop or w.each or w.all and k == 1 then break end
      if w.word == "全部" and k < j then
        first = k
        k = k - 1
        goto continue
      end
      if w.etc or w["etc"] then
        if k == j then
          cell.examples = k
          return nil
        end
        for n = k - 1, math.max(floor + 1, k - 30), -1 do -- 建成水库、水池等设施120个
          local verb = tokens[n].w
          if verb and verb.act and not verb.noun and not verb.nominal then
            cell.actor = cell.actor or not cell.verb and tokens[n] or nil
            break
          end
        end
        break
      end
      local open = k == j and w.close and tokens.asides and tokens.asides.opening[k]
      if open then -- 优良天数比例（占比93%）|提高
        k, j, first = open - 1, open - 1, open
        goto continue
      end
      if w.open or w.close then break end
      if against[w.word] and not w.act and k < j and not cell.rise and not cell.fall then -- 高于全国Q
        cell.base, cell.base_to, cell.against = tokens[k + 1], tokens[j].to, t
        cell.verb = t
        if w.fall then cell.fall = t else cell.rise = t end
        first, j, k = k, k - 1, k - 1
        while k > floor and tokens[k].w and tokens[k].w.peels do k, j, first = k - 1, j - 1, first - 1 end
        goto continue
      end
      local will = w.word == "将" and tokens[k + 1].w and tokens[k + 1].w.share -- 私营商业将占21%
      if w.word == "在" and k == j and not cell.verb and cell.q.op ~= "=" and names_before(tokens, k, floor) then -- 赤字占比在3%以内
        cell.verb = t
        k, j, first = k - 1, k - 1, k
        goto continue
      end
      if breaking_prep[w.word] and not will or w.word == "在" and k == j then
        if k == j then cell.prep = t end
        break
      end
      if k < j and not w.noun and not w.relation and not w.de and measures_act(cell, tokens, k) then -- 水土保持率
        first = k
        k = k - 1
        goto continue
      end
      if w.act and not w.noun then
        local plain = continues(tokens, k, floor)
        if k == j and w.word == "新增" and not cell.verb and names_before(tokens, k, floor) then -- 通车里程新增1200公里
          cell.verb, cell.cumulated = t, true
          k = k - 1
          j = k
          goto continue
        elseif k == j and not cell.verb then -- 试点成交87宗: a noun may stand before the verb; else it takes what stands behind
          cell.actor, cell.adjacent = t, true
          while k - 1 > floor and tokens[k - 1].w and (tokens[k - 1].w.adverb and not tokens[k - 1].w.attributive or tokens[k - 1].w.push and not tokens[k - 1].w.act)
            and not tokens[k - 1].w.noun and not names_a_plan(tokens, k - 1) do
            k = k - 1
            j = k - 1
          end
          local time, noun = tokens[k - 1], tokens[k - 2] -- 标准厂房年底前建成40万平方米
          if time and time.kind == "period" and not w.relation and k - 2 > floor and not noun.m and not (noun.w and (noun.w.breaks or noun.w.prep or noun.w.list or noun.w.scope)) then
            k = k - 1
            j = k - 1
          end
          if k <= floor + 1 then return nil end
        elseif k < j and w.push and not w.nominal and cell.verb then -- 推动进出口总额增长5%
          break
        elseif k < j and not (w.nominal and plain) and not (plain and only_measures(tokens, k + 1, j)) then
          -- where k is j the verb is a noun: 立案查处的达120起
          first = w.level and k + 1 or k -- 实现, 完成 say no more than that it is done
          cell.actor = not cell.adjacent and t or cell.actor
          break
        end
      elseif w.scope then
        if not inside(cell, tokens, k - 1, floor) then break end
      elseif w.share then
        cell.share = t
      elseif not w.noun and not w.relation and w.breaks and not will then
        break
      end
    end
    first = k
    k = k - 1
    ::continue::
  end
  first = behind_circumstance(cell, tokens, first, j)
  while first <= j and tokens[first].w and (tokens[first].w.de or tokens[first].w.list or tokens[first].w["and"]) do first = first + 1 end
  local verb, object = tokens[first], tokens[first + 2] -- 6月份投产、|临港厂房年底前建成40万平方米
  if first + 2 <= j and verb.w and verb.w.act and tokens[first + 1].w and tokens[first + 1].w.list and not (object.w and object.w.act)
    and first > 1 and tokens[first - 1].kind == "period" then
    first = first + 2
  end
  while first < j and tokens[first].w and (tokens[first].w.linking or tokens[first].w.adverb and not tokens[first].w.inner
    and tokens[first + 1].w and tokens[first + 1].w.share) do first = first + 1 end -- 目前|占全部产值, 即|损失
  local when = tokens[first - 1]
  if first < j and when and (when.kind == "span" or when.kind == "period" or when.m and when.m.unit == "年") and locative[cell.s:sub(tokens[first].from, tokens[first].to)] then
    first = first + 1 -- 两年|中投入生产的单位
  end
  while j >= first and tokens[j].w and (tokens[j].w.de or tokens[j].w.list or tokens[j].w["and"]
    or tokens[j].w.behind or tokens[j].w.prep and not tokens[j].w.noun or tokens[j].w.share and tokens[j].w.word == "占") do
    if tokens[j].w.share then -- 将占, 又占, 只占
      while j > first and tokens[j - 1].w and tokens[j - 1].w.adverb and not tokens[j - 1].w.inner do j = j - 1 end
    end
    j = j - 1
  end
  if tokens[first] and first <= j and factored:test(cell.s:sub(tokens[first].from, tokens[j].to)) then return nil end -- 扣除…因素后
  if first == j and cell.verb and tokens[j].w and tokens[j].w.word == "年度" then return nil end -- 超出年度目标120人
  if first < j and tokens[first].w and tokens[first].w.word == "在" and within:ending(cell.s, tokens[j].to) then return nil end -- 在调整初期
  if first > j or first == j and tokens[j] == cell.actor and not tokens[j].w.nominal then return nil end
  return first, j
end

-- 供热面积扩大到城区面积的80%, 床位达到每千名老人42张: what the figure is measured against is not what is measured.
function of_a_whole(cell, tokens, floor)
  local at = cell.left_first - 1
  while at > floor + 1 and tokens[at].w and tokens[at].w.scope do at = at - 1 end
  local verb = tokens[at]
  local w = verb.w
  if not w or not (w.reach or w.level) or w.prep or w.word == "由" or cell.verb then return end
  local per = cell.s:find("^每", tokens[cell.left_first].from)
  if not per and not (cell.q.dimension == "percent" and tokens[cell.i - 1].w and tokens[cell.i - 1].w.de) then return end
  if cell.s:find("(计划|任务|目标|预算)", tokens[cell.left_last].from) then return end
  local k = at - 1
  while k > floor and tokens[k].w and tokens[k].w.peels do k = k - 1 end
  cell.verb, cell.reach = verb, w.reach and verb or cell.reach
  cell.left_first, cell.left_last = left_phrase(cell, tokens, k, floor)
end

local compared = { ["同比"] = true, ["环比"] = true }
local passed = { ["大关"] = true, ["关口"] = true, ["门槛"] = true } -- 跨过8400美元关口: of what is named before
local places = { ["位次"] = true, ["名次"] = true } -- 比上年上升2个位次

-- The noun phrase right behind the value at token i, or nil.
local function right_phrase(cell, tokens, i, last)
  local first = i + 1
  local t = tokens[first]
  if t and t.w and t.w.de then
    cell.de = true
    first = first + 1
  end
  t = tokens[first]
  if t and not t.w and not t.m and cell.s:find("^（", t.from) then first = first + 1 end -- 3.5万套（间）
  local k = first
  while k <= last do
    t = tokens[k]
    local w = t.w
    if is_value(t) and not t.swallowed or t.kind == "period" then break end
    if w and (not w.quiet or w.list or w["and"]) then
      if w.stop or w.each or w.all or w.close then break end
      if w.open or w.word == "要" or (w.etc or w.word == "至" or w.word == "到") and k == first then break end -- 前移3位至第8位
      if w.list or w["and"] then
        if k == first then break end
        local next_token = tokens[k + 1]
        if not next_token or is_value(next_token) or next_token.w and next_token.w.act and not next_token.w.noun then break end
      elseif w.act and not w.noun then
        local next_token = tokens[k + 1]
        local object = next_token and not is_value(next_token) and not (next_token.w and (next_token.w.stop or next_token.w.list
          or next_token.w.adverb or next_token.w.level or next_token.w.act or next_token.w.de or next_token.w["and"]))
        if next_token and is_value(next_token) then break end
        local opener = tokens[i - 1]
        local opens = not opener or opener.w and (opener.w.list or opener.w["and"] or opener.w.stop)
        if k == first and not w.nominal and not cell.prep and not (opens and object) then break end
        if object and k > first and not cell.prep and not w.nominal then break end
      elseif not w.noun and not w.relation and (w.breaks or w.rank and not w.act and k > first and (w.word == "居" or #w.word > 3)) then
        break
      elseif w.prep and not w.noun and k > first and (w.word == "在" or w.word == "为" or w.word == "被") then
        break
      end
    end
    k = k + 1
  end
  local stop = tokens[k] and tokens[k].w
  k = k - 1
  if stop and (stop.rank or stop.rise or stop.fall or stop.level) then -- 24个县、规模|居全国前列: the next one's subject
    local cut = k
    while cut > first and tokens[cut].w and tokens[cut].w.relation do cut = cut - 1 end
    if cut < k and tokens[cut].w and tokens[cut].w.list then k = cut - 1 end
  end
  while k >= first and tokens[k].w and (tokens[k].w.de or tokens[k].w.list or tokens[k].w["and"] or tokens[k].w.behind) do k = k - 1 end
  while k > first and tokens[k].w and tokens[k].w.act and not tokens[k].w.nominal and not tokens[k].w.noun do k = k - 1 end -- …改造|完成
  if k < first then return nil end
  local text = k < first + 2 and cell.s:sub(tokens[first].from, tokens[k].to)
  if passed[text] and not M.countable[cell.q.dimension] or places[text] and (cell.rise or cell.fall) then return nil end
  return first, k
end

-- Cuts a shared middle: text between two values belongs to the left one's noun up to the last 、 or 和.
local function share_out(cells, tokens)
  for n = 2, #cells do
    local a, b = cells[n - 1], cells[n]
    if a.right_last and b.left_first and a.right_last >= b.left_first and not a.clash then
      local cut
      for k = b.i - 1, a.i + 2, -1 do
        local w = tokens[k].w
        if w and (w.list or w["and"]) then
          cut = k
          break
        end
      end
      if cut then
        if b.left_first <= cut then b.left_first = cut + 1 end
        if a.right_last >= cut then a.right_last = cut - 1 end
        if b.left_first > b.left_last then b.left_first = nil end
        if a.right_last < a.right_first then a.right_first, a.right_last = nil, nil end
      end
    end
  end
end

-- The brackets that have figures in them: a list of their closing ones, and each one's opening one by it; nil for none.
local function asides(tokens, s)
  if not s:find("（", 1, true) then return nil end
  local found, open
  for k, t in ipairs(tokens) do
    local w = t.w
    if w and w.open then open = k
    elseif w and w.close and open then
      found = found or { opening = {} }
      found[#found + 1], found.opening[k], open = k, open, nil
    end
  end
  return found
end

-- Where the noun phrases of the value at token i may begin, and where its clause does: a bracket is a clause of its own, and
-- what stands behind it goes on with what stood before. Returns floor, clause and the opening bracket that it is in.
local function within_asides(tokens, n, i, floor, clause)
  local closing, opening = tokens.asides, tokens.asides.opening
  for b = #closing, 1, -1 do
    local close, open = closing[b], opening[closing[b]]
    if open < i and i < close then return math.max(floor, open), math.max(clause, open + 1), open end
    if close < i and (floor > open and floor < close or clause > open and clause <= close) then
      while n > 1 and tokens.values[n - 1] > open do n = n - 1 end
      floor, clause = tokens.floors[n], open
      while clause > 1 and not (tokens[clause - 1].w and tokens[clause - 1].w.stop) do clause = clause - 1 end
    end
  end
  return floor, clause
end

local sums_up = yanhu.pattern("(总数|总量|总计|累计|合计)(达|超|突破|增|为|居|已)", "a")
local at_least = yanhu.pattern "(不低于|不少于|不高于|不超过)$"
local more_than = yanhu.pattern "比[^，；。、比]{1,18}?([多少])[^，；。、的]{1,2}了?$"
local more, less = { from = 0, to = 0, w = lexicon.words["增加"] }, { from = 0, to = 0, w = lexicon.words["减少"] }

-- 不低于上年的618万亩 is a bound, 比计划多招了2万人 a change: the token before what says so; else j.
function against_a_year(cell, tokens, i, j, floor)
  local s = cell.s
  local de, year = tokens[i - 1], tokens[i - 2]
  if de and de.w and de.w.de and year and year.kind == "period" then
    local from = at_least:find(s:sub(1, year.from - 1))
    if from then
      local k = i - 3
      while k > floor and tokens[k].from >= from do k = k - 1 end
      local high = s:find("^不[高超]", from)
      cell.verb, cell.base, cell.rise, cell.fall, cell.against = moved, year, nil, nil, nil
      cell.reach = moved
      local q = cell.q
      if q.op == "=" then q.op = high and "≤" or "≥" end
      if high then q.low = nil else q.high = nil end
      return k
    end
  end
  local from, _, way = more_than:find(s:sub(tokens[cell.clause].from, cell.token.from - 1))
  if from and not cell.rise and not cell.fall then
    from = from + tokens[cell.clause].from - 1
    local k = i - 1
    while k > floor and tokens[k].from > from do k = k - 1 end
    local few = s:find("少[^，]-$", from) and not s:sub(from, cell.token.from - 1):find("多", 1, true)
    cell.verb = few and less or more
    if few then cell.fall = less else cell.rise = more end
    return k - 1
  end
  return j
end

local moved_to = yanhu.pattern "^[^，。；、的]{1,4}[到至为成]$"
local in_deed = yanhu.pattern "^(在.+中)?争取$"
moved = { from = 0, to = 0, w = lexicon.words["提高到"] }

--- The cells of a sentence, in order. A bound inside a noun is no boundary for the figure that counts the noun.
function M.read(tokens, s)
  local cells, values = {}, tokens.values
  local last = #tokens
  local compares = s:find("比", 1, true) or s:find("不", 1, true)
  tokens.asides = asides(tokens, s)
  for n, i in ipairs(values) do
    tokens[i].swallowed = names_a_bound(tokens, i, s) or counts_its_list(tokens, i, s) or n > 1 and counts_again(tokens, values, n, s) or nil
  end
  for n, i in ipairs(values) do
    local t, floor, clause = tokens[i], tokens.floors[n], tokens.clauses[n]
    while floor > 0 and tokens[floor].swallowed do
      n = n - 1
      floor = tokens.floors[n]
    end
    local aside
    if tokens.asides then floor, clause, aside = within_asides(tokens, n, i, floor, clause) end
    floor = behind_enumerator(tokens, s, floor)
    local cell = { s = s, tokens = tokens, i = i, token = t, q = t.m, clause = clause, floor = floor, swallowed = t.swallowed,
      index = #cells + 1, aside = aside,
      -- fields of the parts that follow, named here so that the table has its size at once
      left_first = nil, left_last = nil, right_first = nil, right_last = nil, verb = nil, rise = nil, actor = nil, adjacent = nil,
      base = nil, time = nil, previous = nil, bare = nil, following = nil, group = nil, place = nil, facts = nil, earlier = nil,
      digits = nil, planning = nil, apart = nil }
    local j = peel(cell, tokens, i, floor)
    if compares then j = against_a_year(cell, tokens, i, j, floor) end
    cell.left_first, cell.left_last = left_phrase(cell, tokens, j, floor)
    if cell.left_first and (cell.left_first > clause + 1) then of_a_whole(cell, tokens, floor) end
    if cell.verb and cell.verb.w.word == "为" and t.m.dimension == "people" and cell.left_first == cell.left_last and cell.left_first
      and tokens[cell.left_first].w and tokens[cell.left_first].w.act and not tokens[cell.left_first].w.nominal then
      cell.left_first, cell.left_last = nil, nil -- 免费为200名老人实施手术
    end
    local aim = cell.left_first and cell.verb and tokens[cell.left_last].w
    if aim and aim.word == "争取" and in_deed:find(s:sub(tokens[cell.left_first].from, tokens[cell.left_last].to)) then
      cell.left_first, cell.left_last = nil, nil -- 增长6%，在实际工作中争取达到7%
    end
    local means = cell.verb and cell.verb.w.word == "为" and cell.left_first and tokens[cell.left_first - 1]
    if means and means.w and means.w.word == "以" and M.countable[t.m.dimension] then -- 以协议价为24个县供煤
      cell.left_first, cell.left_last = nil, nil
    end
    if cell.verb and cell.verb.w.word == "为" and not cell.left_first then cell.prep = cell.verb end
    cell.right_first, cell.right_last = right_phrase(cell, tokens, i, last)
    if cell.right_first and M.countable[t.m.dimension] and sums_up:test(s, tokens[cell.right_first].from) then
      cell.right_first, cell.right_last = nil, nil -- 新增30家|总数达到120家
    end
    local behind = tokens[i + 1] and tokens[i + 1].w
    if cell.examples and not cell.right_first and not (behind and (behind.act or behind.adverb)) and cell.examples - 1 > floor then -- 新增企业、商户等超过100万户
      cell.left_first, cell.left_last = left_phrase(cell, tokens, cell.examples - 1, floor)
    end
    if cell.de and cell.right_first and t.m.dimension == "percent" and not cell.left_first and not cell.verb then -- 80%的村建成卫生室
      local k = cell.right_last
      while tokens[k + 1] and not is_value(tokens[k + 1]) and not (tokens[k + 1].w and (tokens[k + 1].w.stop or tokens[k + 1].w.list
        or tokens[k + 1].w.close or tokens[k + 1].w.rise or tokens[k + 1].w.fall or tokens[k + 1].w.reach)) and k - cell.right_first < 8 do k = k + 1 end
      if not (tokens[k + 1] and is_value(tokens[k + 1])) then cell.right_last = k end
    end
    local ends = cell.right_first and cell.right_last > cell.right_first and tokens[cell.right_last].w
    if ends and compared[ends.word] then cell.right_last = cell.right_last - 1 end -- 38%的企业营收|同比下降
    -- parallel to the value before it: nothing but 、 or 和 between, or a noun and the same clause
    local before = cells[#cells]
    if before and before.swallowed then before = cells[#cells - 1] end
    if before and before.from_base and not cell.verb and before.q.unit == t.m.unit and before.i == floor
      and moved_to:test(s:sub(before.token.to + 1, t.from - 1)) then -- 由120张拓到300张: whatever the verb is
      cell.verb, cell.reach = moved, moved
      cell.left_first, cell.left_last, before.right_first, before.right_last = nil, nil, nil, nil
      before.moved = true
    end
    if before and before.clause == clause then
      cell.previous = before
      local w = tokens[i - 1].w
      cell.bare = i - before.i == 1 or i - before.i == 2 and w and (w.list or w["and"]) and true or false
    end
    cells[#cells + 1] = cell
  end
  share_out(cells, tokens)
  return cells
end

return M
