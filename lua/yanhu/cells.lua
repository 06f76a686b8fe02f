-- A cell is what a sentence says around one quantity or rank: the verb that governs it, the noun phrase on its left
-- and on its right, how it is shared, compared and dated. rules.lua makes facts of cells; nothing here decides.
--
--   社会消费品零售总额   同比      增长   4.5%           建成    330个   就业社保服务点
--   left                 (adverb)  verb   quantity       actor   q       right

local lexicon = require "yanhu.lexicon"
local inner = require "yanhu.inner"
local asides = require "yanhu.asides"
local left = require "yanhu.left"

local M = {}

M.countable = { things = true, people = true }

local is_value = require("yanhu.tokens").is_value

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

local sums_up = yanhu.pattern("(总数|总量|总计|累计|合计)(达|超|突破|增|为|居|已)", "a")
local at_least = yanhu.pattern "(不低于|不少于|不高于|不超过)$"
local more_than = yanhu.pattern "比[^，；。、比]{1,18}?([多少])[^，；。、的]{1,2}了?$"

-- Verbs that are not written: 比计划多招2万人, 由120张拓到300张.
local function unwritten(word) return { from = 0, to = 0, w = lexicon.words[word] } end
local more, less, moved = unwritten "增加", unwritten "减少", unwritten "提高到"

-- 不低于上年的618万亩 is a bound, 比计划多招了2万人 a change: the token before what says so; else j.
local function against_a_year(cell, tokens, i, j, floor)
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
  local from = more_than:find(s:sub(tokens[cell.clause].from, cell.token.from - 1))
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

-- 4.为6000名妇女开展筛查: an enumerator within the line belongs to no noun.
local function behind_enumerator(tokens, s, floor)
  local number, dot = tokens[floor + 1], tokens[floor + 2]
  if number and number.kind == "numeral" and dot and s:sub(dot.from, dot.to) == "." then return floor + 2 end
  return floor
end

--- The cells of a sentence, in order. A bound inside a noun is no boundary for the figure that counts the noun.
function M.read(tokens, s)
  local cells, values = {}, tokens.values
  local last = #tokens
  local compares = s:find("比", 1, true) or s:find("不", 1, true)
  tokens.asides = asides.read(tokens, s)
  for n, i in ipairs(values) do
    tokens[i].swallowed = inner.holds(tokens, values, n, s)
  end
  for n, i in ipairs(values) do
    local t, floor, clause = tokens[i], tokens.floors[n], tokens.clauses[n]
    while floor > 0 and tokens[floor].swallowed do
      n = n - 1
      floor = tokens.floors[n]
    end
    local aside
    if tokens.asides then floor, clause, aside = asides.within(tokens, n, i, floor, clause) end
    floor = behind_enumerator(tokens, s, floor)
    local cell = { s = s, tokens = tokens, i = i, token = t, q = t.m, clause = clause, floor = floor, swallowed = t.swallowed,
      index = #cells + 1, aside = aside,
      -- fields of the parts that follow, named here so that the table has its size at once
      left_first = nil, left_last = nil, right_first = nil, right_last = nil, verb = nil, rise = nil, actor = nil, adjacent = nil,
      base = nil, time = nil, previous = nil, bare = nil, following = nil, group = nil, place = nil, facts = nil, earlier = nil,
      digits = nil, planning = nil, apart = nil }
    local j = peel(cell, tokens, i, floor)
    if compares then j = against_a_year(cell, tokens, i, j, floor) end
    cell.left_first, cell.left_last = left.phrase(cell, tokens, j, floor)
    if cell.left_first and (cell.left_first > clause + 1) then left.of_a_whole(cell, tokens, floor) end
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
      cell.left_first, cell.left_last = left.phrase(cell, tokens, cell.examples - 1, floor)
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
