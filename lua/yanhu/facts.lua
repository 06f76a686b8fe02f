-- The facts of a report: one pass over its mentions, sentence by sentence. tokens.lua and cells.lua read a sentence,
-- rules.lua finds the indicators, measures.lua and periods.lua say what kind of figure it is and when it holds.

local tokens_of = require("yanhu.tokens").read
local cells_of = require("yanhu.cells").read
local rules = require "yanhu.rules"
local subjects = require "yanhu.subjects"
local measures = require "yanhu.measures"
local periods = require "yanhu.periods"
local indicators = require "yanhu.indicators"
local doubts = require "yanhu.doubts"

local M = {}

local LONGEST = 12000 -- bytes; what is longer is no sentence but a table that lost its lines

local function is_value(t) return t.kind == "quantity" or t.kind == "rank" end

-- 最低生活保障的覆盖人数: a verb before 的 or a measuring noun is a part of the name.
local function names_on(after)
  local w = after and after.w
  return w and (w.de or w.relation)
end

-- The subject of a clause without a figure: its first noun phrase.
local function clause_subject(s, tokens, from, to)
  local first, last
  local opener = tokens[from] and tokens[from].w
  if opener and (opener.word == "在" or opener.word == "随着" or opener.word == "面对" or opener.word == "按照") then return nil end
  for k = from, to do
    local t = tokens[k]
    local w = t.w
    if t.kind == "period" or t.kind == "numeral" and not first or w and not first and not w.noun and (w.adverb and not w.inner or w.push or w.scope or w.prep or w.act and not w.nominal or w.stop or w.level) then
      if first then break end
    elseif is_value(t) or w and not w.noun and (w.stop or w.level or w.rise or w.fall or w.reach or w.adverb and not w.inner or w.each or w.all or w.push and not w.act
      or w.act and first and not names_on(tokens[k + 1])) then
      break
    else
      first, last = first or k, k
    end
  end
  if not first then return nil end
  return s:sub(tokens[first].from, tokens[last].to), first, last
end

-- What the clauses before a cell talk about: the last fact's indicator, or a bare clause's subject.
local function carried_subject(cell, facts, before)
  local tokens, s = cell.tokens, cell.s
  local from = cell.clause
  local last_fact = facts[#facts]
  if last_fact and last_fact.cell.clause == from then return last_fact end
  local k = from - 1
  local furthest = k - 60
  while k > 1 and k > furthest do -- the clause before
    local start = k - 1
    while start >= 1 and not (tokens[start].w and tokens[start].w.stop) do start = start - 1 end
    if last_fact and last_fact.cell.i > start then return last_fact end
    local text, first, last = clause_subject(s, tokens, start + 1, k - 1)
    if text then return { text = text, first = first, last = last, bare = true } end
    k = start
  end
  return last_fact or before
end

local function part_between(tokens, from, to)
  for k = from, to do
    local w = tokens[k].w
    if w and (w.word == "；" or w.word == "。") then return true end
  end
  return false
end

-- Subjects of the clauses before, one for each of n values (n nil: as many as there are).
local function earlier(cell, n)
  local facts = cell.facts
  local found, clause = {}, nil
  for k = #facts, math.max(1, #facts - 24), -1 do
    local f = facts[k]
    if f.cell.i >= cell.group[1].i then goto continue end
    if clause and f.cell.clause ~= clause and part_between(cell.tokens, f.cell.i, clause) then break end
    if f.cell.clause ~= cell.clause then clause = f.cell.clause end
    local known = false
    for _, text in ipairs(found) do known = known or text == f.text end
    if not known then table.insert(found, 1, f.text) end
    if n and #found == n then return found end
    ::continue::
  end
  if #found > 1 and not n then return found end
  if #facts == 0 or n then
    local k = cell.clause - 1
    if k >= 1 then
      local start = k - 1
      while start >= 1 and not (cell.tokens[start].w and cell.tokens[start].w.stop) do start = start - 1 end
      local text, first, last = clause_subject(cell.s, cell.tokens, start + 1, k - 1)
      if text then
        local parts = subjects.parts(cell.s, cell.tokens, first, last)
        if n and #parts == 1 and n == 2 then parts = subjects.town_and_country(parts[1]) or parts end
        if not n or #parts == n then return subjects.complete(parts) end
      end
    end
  end
  return nil
end

-- Cells in a row (11.4%、10.1%) form a group; the first one's words govern the others.
local function group(cells)
  for n, cell in ipairs(cells) do
    local before = cells[n - 1]
    cell.following = cells[n + 1]
    if before then
      local same = before.clause == cell.clause
      local dealt = same and before.group[1].each and not cell.left_first and not cell.right_first and cell.verb
      if cell.bare and not before.right_first and same or dealt then
        cell.group = before.group
        local lead = cell.group[1]
        if not cell.verb then
          cell.verb, cell.rise, cell.fall, cell.reach = lead.verb, lead.rise, lead.fall, lead.reach
        end
        cell.all = cell.all or lead.all
        cell.base, cell.base_to, cell.share = cell.base or lead.base, cell.base_to or lead.base_to, cell.share or lead.share
        cell.time = cell.time or lead.time
      end
      -- 新建2个省实验室、2个研究中心: the verb governs the list
      if same and not cell.actor and not cell.verb then
        local t = cell.tokens[(cell.left_first or cell.i) - 1]
        if t and t.w and (t.w.list or t.w["and"]) or cell.bare then
          local verb = before.actor
          cell.list_actor = before.list_actor or verb and cell.s:sub(verb.from, verb.to)
        end
      end
    end
    -- 6.1万户14.2万名监测对象: the noun behind the second is the first one's too
    if before and cell.bare and cell.i == before.i + 1 and cell.right_first and not before.right_first and not before.left_first
      and not before.swallowed and before.place == 1 and (before.q.dimension == "things" or before.q.dimension == "people") then
      before.right_first, before.right_last = cell.right_first, cell.right_last
    end
    cell.group = cell.group or {}
    cell.group[#cell.group + 1] = cell
    cell.place = #cell.group
  end
end

-- A period behind one of these is the other side of a comparison, or a way of counting (按2010年价格).
local others = {}
for word in ("比 较 从 由 按 于 以 高于 低于 快于 慢于 大于 优于 多于 少于 超过 相当于 远远超过 比较"):gmatch("%S+") do others[word] = true end

local function other_side(cell, k)
  local before, after = cell.tokens[k - 1], cell.tokens[k + 1]
  local w = before and before.w
  if w and (others[w.word] and cell.tokens[k].m.use ~= "by" or w.open) then return true end
  if before and not w and not before.m and cell.s:sub(before.to - 5, before.to) == "超过" then return true end
  if after and after.w and after.w.de and k + 2 == cell.i and w and (w.word == "恢复到" or w.word == "相当于") then return true end
  -- 是2010年的2.2倍
  return cell.q.dimension == "times" and after and after.w and after.w.de and k + 2 == cell.i
end

-- 五年提高5.8个百分点: the five years that a review looks back on.
local function five_years(m, passage)
  if m.use ~= "for" or m.last_year or not passage.review or not m.text:find("五年", 1, true) then return nil end
  return { first_year = passage.review - 4, last_year = passage.review, grain = "years", use = "for", text = m.text }
end

local footing = yanhu.dictionary { "基础上", "基数上" }

-- The period that a cell's own clause or an opening clause of its sentence names.
local function own_period(cell, passage)
  local tokens = cell.tokens
  local floor = cell.clause
  if cell.span and passage.role == "review" and passage.review and cell.span.m.value == 5 then
    return { first_year = passage.review - 4, last_year = passage.review, grain = "years", use = "for" }
  end
  local behind = tokens.periods_before[cell.index]
  for n = behind, math.max(1, behind - 8), -1 do
    local k = tokens.periods[n]
    local t = tokens[k]
    local past = k >= floor and passage.role == "review" and five_years(t.m, passage)
    if past then return past end
    if t.m.last_year and (t.m.grain ~= "plan-period" or periods.names_time(t.m)) then
      local before = tokens[k - 1]
      local w = before and before.w
      local opens = not before or w and (w.stop or w.prep or w.push or w.adverb or w.scope or w.open or w.level)
      if not other_side(cell, k) and not (w and w.word == "在" and footing:find(cell.s:sub(t.to, t.to + 90))) and (k >= floor or opens)
        and (cell.q.kind == "rank" or not cell.s:find("^连续", t.from))
        and not (cell.left_first and k >= cell.left_first and k <= cell.left_last) then
        return t.m
      end
    end
  end
end

-- A figure of these, and any of growth or of things done, runs through its span; others hold at its end.
local flows = { "投资", "投入", "支出", "融资", "资金", "补助", "补贴", "引资" }

-- Predicates of a counted thing that say how it stands.
local states_after = yanhu.dictionary { "达标", "全覆盖", "加快建设", "加快推进", "进展", "有序推进", "稳步推进", "扎实推进", "在建" }

-- 形成3个产业集群 is a state at the end, 新建3个 runs through the years.
local lasting = { ["形成"] = true, ["拥有"] = true, ["集聚"] = true, ["有"] = true }

local function stock(cell, fact, measure)
  if measure == "growth" or measure == "change" then -- 较2020年实现翻番: the end of the span against a year
    local base = cell.base
    return base ~= nil and base.kind == "period" and base.m.first_year == base.m.last_year and base.m.last_year ~= nil and not cell.average
      and base.m.grain == "year"
  end
  if measure == "rank" and cell.s:sub(math.max(cell.tokens[cell.clause].from, cell.token.from - 150), cell.token.from):find("连续", 1, true) then return false end
  if measure == "share" or measure == "rank" then return true end
  if lasting[cell.actor and cell.actor.w.word or cell.list_actor] then return true end
  if cell.cumulated or cell.average or fact.actor or measures.climbs(cell) then return false end
  if fact.object then return states_after:find(cell.s:sub(cell.token.to + 1, cell.token.to + 90)) ~= nil end
  for _, flow in ipairs(flows) do
    if fact.indicator:sub(-#flow) == flow then return false end
  end
  return true
end

-- What a policy gives to one who is eligible (一次性补助8000元) is neither a result nor a target.
local granted = yanhu.dictionary { "补助", "补贴", "奖励", "资助", "津贴", "奖补", "补偿", "贴息", "奖金" }
local function grants(cell, fact)
  local d, value = cell.q.dimension, cell.q.low or cell.q.high
  if d ~= "money" or not value or value >= 1e6 or cell.rise or cell.fall or cell.reach then return false end
  return granted:find(fact.indicator) ~= nil
end

local states = { ["有"] = true, ["现有"] = true, ["已有"] = true, ["拥有"] = true, ["共有"] = true, ["仍有"] = true, ["还有"] = true }

-- Status and period of a fact.
local function dated(cell, fact, measure, passage)
  local role = passage.role
  local review = passage.review
  local own = own_period(cell, passage)
  local first, last = passage.first, passage.last
  local spans = cell.average and passage.first ~= passage.last and own and (own.first_year or own.last_year) == own.last_year
  if own and not spans then first, last = own.first_year or own.last_year, own.last_year end
  local status
  if role == "plan" or role == "government" or role == "five_year" then
    status = "target"
    if last and review and last <= review then status = own and last < review - 2 and "other" or "result" end
  else
    status = "result"
    if own and review and (first or last) > review then status = "target" end
    if own and own.use == "since" and last and last > review then last = review end
    if own and passage.first and last and last < passage.first - 5 then status = "other" end
  end
  if status == "target" and cell.done then status = "result" end
  if status == "target" and cell.verb and states[cell.verb.w.word] then status = "result" end
  if status == "result" and cell.intends then status = "target" end
  if grants(cell, fact) then status = "other" end
  status = fact.status or status
  if fact.is_base then
    local t = cell.time or cell.versus and cell.base
    if t and t.m.last_year then
      first, last = t.m.first_year, t.m.last_year
    elseif first then
      first, last = first - 1, first - 1
    end
  end
  -- 到2030年，…降低17%: what changes until then does so over the span that ends there
  if own and own.use == "by" and measure == "growth" and passage.first ~= passage.last and last == passage.last then first = passage.first end
  local partial = own and (own.grain == "quarter" or own.grain == "half" or own.grain == "month" or own.grain == "day")
  return status, periods.string(first, last, stock(cell, fact, measure)), partial
end

local intending = { ["力争"] = true, ["计划"] = true, ["拟"] = true, ["将"] = true, ["有望"] = true, ["还将"] = true }

-- Adverbs between the clause's start and the figure that bear on its time.
local function temper(cell)
  local tokens = cell.tokens
  for k = math.max(cell.clause, cell.i - 80), cell.i - 1 do
    local w = tokens[k].w
    if w then
      local word = w.word
      if w.averages or word == "平均" and (cell.rise or cell.fall) then cell.average = true end
      if w.averages or w.sums then cell.cumulated = true end
      if w.word == "已" or w.word == "已经" then cell.done = true end
      if intending[w.word] and not w.noun then
        local after = tokens[k + 1].w
        cell.intends = after and (after.act or after.level or after.adverb or after.rise or after.fall or after.reach) or cell.intends
      end
    end
  end
end

local function base_text(cell)
  if cell.place > 1 and not cell.base then cell = cell.group[1] end
  local t = cell.base
  if not t then
    for k = cell.i - 1, cell.floor + 1, -1 do
      local w = cell.tokens[k].w
      if w and w.word == "同比" then return "上年同期" end
      if w and w.stop then break end
    end
    return nil
  end
  if t.kind == "period" then
    local text = t.m.text
    if text:find("^上年") or text:find("^去年") then return text:find("同期$") and "上年同期" or "上年" end
    return t.m.period or text
  end
  return cell.s:sub(t.from, cell.base_to or t.to)
end

--- The facts of one sentence. `mentions` are its mentions in order, `passage` the running period, `before` the last
--- fact of the paragraph or nil; `trace`, when given, hears of tokens, cells and rules. Returns rows and the last fact.
function M.of_sentence(sentence, mentions, passage, before, rows, trace)
  local s = sentence.text
  if #s > LONGEST then return before end
  local tokens = tokens_of(s, mentions)
  local cells = cells_of(tokens, s)
  if #cells == 0 then return before end
  group(cells)
  if trace then trace("sentence", sentence, passage) end
  local facts = {}
  local start = sentence.start
  local role, path, first_row = sentence.role, nil, #rows + 1
  for _, cell in ipairs(cells) do
    cell.facts, cell.earlier, cell.digits = facts, earlier, passage.digits
    cell.planning = role == "plan" or role == "five_year"
    if tokens.tempered then temper(cell) end
    local carried = carried_subject(cell, facts, before)
    cell.apart = carried and (not carried.cell or carried.cell.tokens ~= tokens) and not carried.bare
      or carried and carried.cell and part_between(tokens, carried.cell.i, cell.i)
    local made, rule = rules.apply(cell, carried, trace and function(...) trace("rule", cell, ...) end)
    if trace then trace("cell", cell, carried, made, rule) end
    for _, fact in ipairs(made or {}) do
      local entry = indicators.find(fact.indicator)
      if not entry and passage.region and fact.indicator:sub(1, #passage.region) == passage.region then
        local rest = fact.indicator:sub(#passage.region + 1):gsub("^地区", "")
        entry = indicators.find(rest)
      end
      if not entry and fact.actor and fact.indicator:sub(1, #fact.actor) == fact.actor then
        entry = indicators.find(fact.indicator:sub(#fact.actor + 1))
      end
      local measure = measures.measure(cell, fact, entry)
      local status, period, partial = dated(cell, fact, measure, passage)
      local value, low, high, op = measures.signed(cell, fact, measure, entry)
      local q = cell.q
      path = path or sentence.path
      local row = {
        role = role, section = path, line = q.line, start = q.start, ["end"] = q.stop, quote = s, offset = q.start - start,
        text = q.text, value = value, low = low, high = high, op = op, unit = q.unit, indicator = fact.indicator,
        id = entry and entry.id, measure = measure, status = status, period = period, dimension = q.dimension,
        strength = status == "target" and measures.strength(cell) or nil, base = base_text(cell), rule = rule.name,
        partial = partial, average = cell.average,
        doubt = doubts.of_fact(value, measure, entry, fact, cell, facts),
      }
      rows[#rows + 1] = row
      if trace then trace("fact", row) end
      facts[#facts + 1] = { text = fact.indicator, actor = fact.actor, cell = cell, measure = measure }
    end
  end
  doubts.of_sentence(rows, first_row)
  return facts[#facts] or before
end

-- Does the report write its figures in digits? Then small Chinese numerals are mostly rhetoric.
local function writes_digits(r)
  local digits, all = 0, 0
  for q in r:quantities() do
    all = all + 1
    if q.text:find("%d") then digits = digits + 1 end
    if all == 60 then break end
  end
  return digits * 2 > all
end

local function lists_tasks(path, year)
  for _, word in ipairs { "实事", "任务", "清单", "工作安排", "重点工作" } do
    if path:find(word, 1, true) then return true end
  end
  return year ~= nil and path:find(year .. "年", 1, true) ~= nil
end

-- 北京市 → 北京: what a report calls its own region.
local function short_name(region)
  if not region or region == "全国" then return nil end
  for _, kind in ipairs { "自治区", "自治州", "自治县", "省", "市", "区", "县", "旗", "盟", "州" } do
    if #region > #kind + 3 and region:sub(-#kind) == kind then return region:sub(1, -#kind - 1) end
  end
  return region
end

-- 刚刚过去的2025年，…: does the period open its sentence?
local function opens_passage(s, m)
  local before = s:sub(1, m.from - 1)
  if before:find("^各位代表") then before = before:sub(#"各位代表！" + 1) end
  return #before <= 15 and not before:find("，", 1, true) and not before:find("从", 1, true) and not before:find("比", 1, true)
end

-- Words of a sentence that tells what was done, not a figure.
local go_on = { "我们", "面对", "在", "是", "全省上下", "全市上下", "全县上下", "全区上下" }

-- Is the period more than the date of the sentence's first figure: 2025年，我们…?
local function is_firm(s, m, has_value)
  if not has_value or m.from > 1 then return true end
  local rest = s:sub(m.to + 1):gsub("^，", "")
  for _, word in ipairs(go_on) do
    if rest:sub(1, #word) == word then return true end
  end
  return false
end

--- All facts of a report, in order of the text.
function M.of_report(r, trace)
  local rows = {}
  local passage = periods.passage(r.meta)
  passage.digits = writes_digits(r)
  passage.region = short_name(r.meta.region)
  local sentence, mentions, has_value = nil, {}, false
  local states = false -- has the sentence a figure of its own, one that is not quoted?
  local part, paragraph, before
  local function flush()
    if not sentence then return end
    if sentence.part ~= part then
      part = sentence.part
      periods.enter_part(passage, sentence.role)
    elseif sentence.role ~= passage.role and not (passage.annex and sentence.role == "notes") then
      periods.enter_part(passage, sentence.role)
    end
    if sentence.role == "notes" and passage.role == "notes" and lists_tasks(sentence.path, passage.plan) then
      periods.enter_part(passage, "plan") -- an annex with the year's tasks is a plan
      passage.annex = true
    end
    if sentence.paragraph ~= paragraph then paragraph, before = sentence.paragraph, nil end
    local opening = not paragraph or sentence.start == paragraph.start
    if passage.line then periods.leave_line(passage, sentence.line) end
    local first
    for _, m in ipairs(mentions) do
      if m.kind == "period" then
        first = m
        break
      end
    end
    if sentence.heading then
      local one
      for _, m in ipairs(mentions) do
        if m.kind == "period" then one = one == nil and m or false end
      end
      if one then periods.cue(passage, one) end
    elseif first and first.from <= 34 and (opening or not has_value) and opens_passage(sentence.text, first) then
      local previous, line = sentence.previous, sentence.line
      periods.cue(passage, first, is_firm(sentence.text, first, states), (not previous or previous.line ~= line) and line or nil)
    end
    if has_value then before = M.of_sentence(sentence, mentions, passage, before, rows, trace) end
  end
  for m in r:mentions() do
    local home = m.sentence
    if home ~= sentence then
      flush()
      sentence, mentions, has_value, states = home, {}, false, false
    end
    mentions[#mentions + 1] = m
    local kind = m.kind
    if kind == "quantity" or kind == "rank" then
      has_value = true
      states = states or not m.quoted
    end
  end
  flush()
  return rows
end

return M
