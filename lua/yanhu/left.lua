-- The noun phrase on the left of a figure: where it ends before the verb, and where it begins. On the way it finds the verb that
-- governs the figure (建成路灯120盏) and the other side of a comparison (高于全省0.5个百分点).

local is_value = require("yanhu.tokens").is_value
local footing = require("yanhu.periods").footing

local M = {}

local breaking_prep = { ["将"] = true, ["把"] = true, ["被"] = true, ["使"] = true, ["让"] = true, ["为"] = true,
  ["以"] = true, ["从"] = true, ["由"] = true, ["自"] = true, ["给"] = true, ["至"] = true, ["到"] = true }

local against = { ["高于"] = true, ["低于"] = true, ["快于"] = true, ["慢于"] = true, ["大于"] = true, ["优于"] = true,
  ["多于"] = true, ["少于"] = true, ["领先"] = true, ["跑赢"] = true, ["高出"] = true, ["低"] = true, ["高"] = true }

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
  return before and before.w and before.w.act
end

local within = yanhu.dictionary { "初期", "时期", "期间", "过程中", "基础上", "条件下", "情况下", "形势下", "背景下" }

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
    if w and w.loud then
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
function M.of_a_whole(cell, tokens, floor)
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

M.phrase = left_phrase

return M
