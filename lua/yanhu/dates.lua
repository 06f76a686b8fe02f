-- Status and period of a fact: the years that its clause or the passage names, whether it runs through them or holds at their
-- end; named_years.lua finds the first, status.lua says result or target, stocks.lua stock or flow.

local stocks = require "yanhu.stocks"
local carry = require "yanhu.carry"
local periods = require "yanhu.periods"
local named_years = require "yanhu.named_years"
local five_years = require "yanhu.five_years"
local status_of = require "yanhu.status"
local told = require "yanhu.told"
local word_set = require "yanhu.word_set"
local phrases = require "yanhu.phrases"
local classes = require "yanhu.classes"

local looks_ahead = periods.looks_ahead
local parts_of_year = periods.parts_of_year

local M = {}

local each = classes.each
local PERIOD, STOP, PUSH, DE = each "period stop push de"

local sets_against = word_set "与 同 和 跟 比 较 等于 相当于"

-- 产值为一九五二年的一点五倍，比重由38%上升到44%; 比2020年增长52%，由第八位升至第三位; 与“九五”末相比，里程由…: the year that the sentence has set a figure against.
local function compared_year(cell, first)
  local tokens = cell.tokens
  for n = tokens.periods_before[cell.index], 1, -1 do
    local k = tokens.periods[n]
    local m = tokens[k].m
    if m.last_year and m.first_year == m.last_year and m.last_year < (first or 0) and k > 1 then
      local before = tokens[k - 1]
      local word = before.w and before.w.word or cell.s:sub(before.from, before.to)
      if sets_against[word] or (word == "为" or word == "是") and named_years.so_many_times:test(cell.s, tokens[k].to + 1) then return m.last_year end
    end
  end
end

-- 从1979年到1986年的八年间, 到2000年的二十年内: all of so many years, and not from one to another.
local its_length = yanhu.pattern("的([一二三四五六七八九十]+|[0-9]+)年", "a")
local function told_length(cell, own) return own.text:find("年内$") or own.text:find("年间$") or own.to and its_length:test(cell.s, own.to + 1) end

local since_founding = yanhu.pattern "(建国|新中国成立|新中国诞生|解放)$" -- 新中国成立五十年来

local unknown_then = yanhu.pattern "(初期|峰值|最高峰|高峰期?|最高时)的?$"

-- The years of the base of a comparison: its own, those of the other side, or the year before the one that was reached.
local function base_years(cell, own, first, last, passage)
  local t, review = cell.time or cell.versus and cell.base, passage.review
  if t and t.m.last_year then
    cell.based = t.m
    return t.m.first_year, t.m.last_year
  end
  local after = cell.following and cell.following.verb -- “八五”投资由2.6万亿元调增为3.4万亿元: what is planned for the same years
  if own and own.grain == "plan-period" and after and after.w.word:find("^调") then return own.first_year, own.last_year end
  local ago = t and named_years.years_ago(t.m, passage)
  if ago then return ago.last_year, ago.last_year end -- 由三年前的20亿元增加到36亿元
  if unknown_then:test(cell.s:sub(1, cell.token.from - 1)) then return nil, nil end -- 由峰值的24万减至18万
  local compared = compared_year(cell, first)
  if compared then return compared, compared end
  local facts = cell.tokens.facts
  for k = #facts, 1, -1 do -- 粮食由2020年的3万吨增加到5万吨，棉花由1万吨增加到2万吨
    local based = facts[k].cell.based
    if based and based.last_year < (first or 0) then return based.first_year, based.last_year end
  end
  if own and own.first_year and review and own.first_year > review then return review, review end -- 从今年起到2030年的五年内，…由61%提高到68%: from how it is now
  if own and own.from and own.first_year and own.first_year < 1953 and since_founding:test(cell.s:sub(1, own.from - 1)) then return 1949, 1949 end
  if own and own.grain == "years" and own.use ~= "for" and own.use ~= "since" and first and first ~= last and not told_length(cell, own) then return first, first end -- 从2016年到2020年，…由12万元提高到15万元
  if own and own.use == "by" and review and last > review then return review, review end -- 到2030年，…由61%提高到68%: from how it is now
  local begins = passage.line and passage.whole_first or passage.first
  if (own or passage.line) and first and first == last and last == passage.last and begins < last and not looks_ahead[passage.role] and not cell.tokens.same_time then -- 同比: of one year
    return begins - 1, begins - 1 -- 到2025年，…由12万元提高到15万元: in a review of years the one before them
  end
  if first then return first - 1, first - 1 end
  return first, last
end

-- The first of the years that the sentence has named and that end with this one; nil for none.
local function span_until(cell, last)
  local tokens = cell.tokens
  for n = tokens.periods_before[cell.index], 1, -1 do
    local m = tokens[tokens.periods[n]].m
    if m.last_year == last and m.first_year < last then return m.first_year end
  end
end

-- 2024年，货运量比2020年增长41%，仓储增长1.3倍: what grows beside it grew since the same year.
local function goes_on_from_base(cell, own)
  local before = carry.cell_before(cell)
  return before and before.since_eve and before.dated == own and cell.q.dimension ~= "points" and (cell.rise or cell.fall)
    and not cell.base and not cell.average and not cell.reach and not cell.tokens.same_time
end

-- 由1978年的316元提高到去年的464元，扣除物价因素，增长26%: in the year that was reached, where it is not that of the passage.
local function reached_in(cell, passage)
  local before = carry.cell_before(cell)
  local year = before and before.reach and not cell.average and not cell.base and before.time and before.dated
  if not year or year ~= before.time.m or year.first_year ~= year.last_year then return nil end
  local base = before.previous and before.previous.based -- of the year before the span it is the growth of the span
  return (year.last_year ~= passage.last or base and base.last_year ~= passage.first - 1) and year or nil
end

local function is_of_one_year(cell) return cell.s:sub(cell.tokens.at[cell.clause], cell.token.from):find("同比", 1, true) ~= nil end

-- 进出口总额1990年达到810亿元，年均增长7%，其中出口370亿元: the years of the whole that the figure is a part of.
local function of_whole(cell, measure)
  local tokens, facts = cell.tokens, cell.tokens.facts
  if tokens.bits[cell.clause] & PUSH == 0 or tokens[cell.clause].w.word ~= "其中" then return nil end
  local grows = measure == "growth" or measure == "change"
  for k = #facts, math.max(1, #facts - 4), -1 do
    local f = facts[k]
    if (f.measure == "growth" or f.measure == "change") == grows then return f.cell.dated end
  end
end

-- 现有2.7万贫困人口1997年底前全部解决温饱: when it is to be done stands behind those who are counted.
local function due_behind(cell)
  local k = cell.right_last + 1
  local m = cell.tokens.bits[k] & PERIOD ~= 0 and cell.tokens[k].m
  return m and m.use == "by" and m.last_year and cell.tokens.bits[k + 1] & STOP == 0 and m or nil
end

-- The year that the figure before sets its growth against.
local function since_base(cell)
  local fact = carry.fact_before(cell)
  local before = fact and fact.measure == "growth" and fact.cell
  return before and stocks.base_year(before)
end

-- 2025年末…，累计处置资产三千亿元，回收现金六百亿元: of the years that the sum before it is of.
local function goes_on_from_sum(cell)
  local fact = carry.fact_before(cell)
  return fact and fact.cell.spans and cell.actor and not cell.reach and not cell.rise and not cell.fall
end

-- “十四五”规划的22项主要指标，20项超额完成: what was set for the years of a plan that is over.
local indices = yanhu.pattern("[^，；。、]{0,9}指标", "a")
local function counts_indices(cell, review)
  if cell.q.unit ~= "项" then return false end
  local fact = carry.fact_before(cell)
  local plan = five_years.plan_ending(review)
  cell.of_indices = fact and fact.cell.of_indices or plan and cell.s:sub(1, cell.token.from):find(plan, 1, true) and indices:test(cell.s, cell.token.to + 1) or nil
  return cell.of_indices
end

local function averaged(cell)
  local before = carry.cell_before(cell)
  return before and before.average
end

-- 而在2021年，这个比例还只有14%
local but, only = yanhu.pattern "[，；。](而|但是?)(在|到)?$", yanhu.pattern "还|才|只|仅"
local function contrasts(cell, own, passage)
  if looks_ahead[passage.role] or not own.from or own.from > cell.token.from then return false end
  return but:test(cell.s:sub(1, own.from - 1)) and only:test(cell.s:sub(own.to + 1, cell.token.from - 1))
end

local every_year = yanhu.pattern "(^|[^人户生亩])每年" -- 到2028年，要…，每年拿出十亿元: in each year of the part

-- Status and period of a fact.
function M.of(cell, fact, measure, passage, entry)
  local role, tokens, average = passage.role, cell.tokens, cell.average
  local bits, ahead = tokens.bits, looks_ahead[role]
  local own, earlier
  if tokens.periods_before[cell.index] > 0 or tokens.lasts or cell.span then own, earlier = named_years.of(cell, passage) end
  local source = cell.source
  if source and source.dated and not (own and own == cell.time) then own = source.dated end -- 去年完成26亿元，占全市三成
  if earlier and tokens.per and own.use == "by" and not average and ahead and every_year:test(phrases.before_figure(cell)) then own = nil end
  if not own and bits[cell.clause] & PUSH ~= 0 then own = of_whole(cell, measure) end
  local right = ahead and cell.right_last
  local until_when = right and bits[right + 1] & PERIOD ~= 0 and due_behind(cell)
  if until_when then own, cell.current, cell.due = until_when, false, true end
  if measure == "growth" and fact.carried and (not own or earlier) then own = reached_in(cell, passage) or own end
  cell.dated = own
  own = fact.own or own
  local first, last = passage.first, passage.last
  if average then
    if passage.line and passage.whole_first ~= passage.whole_last and (measure == "growth" or cell.actor) and not ahead then
      first, last = passage.whole_first, passage.whole_last -- 2025年收入达到9800元，年均增长6%, 平均每年招收90人: of the years that the part looks back on
    end
    if passage.both and role == "review" and first == last and first == passage.review then first = last - 4 end -- in a review of the year and of five
  end
  if measure == "count" and role == "review" and first == last and last == passage.review and counts_indices(cell, last) then first = last - 4 end
  if first ~= last and not average and (role == "problems" or tokens.says.admits and told.owns_to_trouble(cell)) and last and not cell.cumulated then first = last end -- what is wrong is so now
  if measure == "change" and fact.carried and cell.q.dimension == "points" and averaged(cell) then average, cell.average = true, true end -- 年均递增14%，比“七五”快5.7个百分点
  local spans, inside
  if own then
    spans = (average or earlier and (cell.cumulated or goes_on_from_sum(cell))) and first ~= last and (own.first_year or own.last_year) == own.last_year and own.use ~= "since"
    -- 今年以来，…一季度…: a part of a year is one of the year that the line speaks of
    inside = passage.line and parts_of_year[own.grain] and (own.text == "上半年" or not own.text:find("年", 1, true))
    if not spans and not inside then first, last = own.first_year or own.last_year, own.last_year end
  end
  cell.spans = spans or nil
  local status, long_ago
  if not own and not ahead and tokens.plain and not cell.intends and (cell.actor or cell.verb or fact.actor) and bits[cell.i + 1] & DE == 0 then
    status, cell.as_is = fact.status or "result", false
  else
    status, last = status_of.by_time(cell, own, inside, first, last, passage)
    status, first, last, long_ago = status_of.by_words(cell, fact, own, status, first, last, passage)
    if status == "result" and own and last and last < (passage.review or 0) and contrasts(cell, own, passage) then status = "other" end
  end
  local begins, ends = passage.first, passage.last
  if passage.line then begins, ends = passage.whole_first, passage.whole_last end
  if not own and not average and first == last and (ahead or begins == ends) and not fact.is_base and not cell.footing then -- the year of the part
    cell.flows, cell.planned_span = nil, nil
    cell.status, cell.first, cell.last = status, first, last
    return status, not long_ago and periods.string(first, last, true) or nil
  end
  if cell.footing and cell.time and cell.time.m.last_year then -- 在2016到2020年平均每年增长8%的基础上
    first, last = cell.time.m.first_year, cell.time.m.last_year
  end
  if first ~= last and (measure == "growth" or measure == "change") and tokens.same_time and not own and not average and is_of_one_year(cell) then
    first = last -- 同比增长8%, in a review of five years too
  end
  if fact.is_base then first, last = base_years(cell, own, first, last, passage) end
  -- 到2030年，…降低17%, 新建茶厂60座: what changes or is done until then is so over the span that ends there
  local span = own and own.use == "by" and measure == "growth" and first == last and span_until(cell, last)
  if span then first = span end -- 今后五年，…，到2030年翻一番
  if own and own.use == "by" and (measure == "growth" or measure == "change" or measure ~= "share" and (fact.actor or entry and entry.flow)) and passage.first ~= passage.last and last == passage.last then first = passage.first end
  if own and average and (own.use == "by" or own.text and own.text:find("末$")) and first == last and last > (passage.plan or last) then first = periods.plan_of(passage.plan) end
  if own and own.use == "by" and first ~= last then -- 后四年要…，到2030年…，平均每年提高5%
    local part = named_years.part_of_span(tokens[tokens.periods[1]].m, passage)
    if part and part.last_year == last then first = part.first_year end
  end
  if average and measure == "growth" and fact.carried and first == last and last then -- 货运量比1952年增长5.4倍，平均每年增长36%
    local since = since_base(cell)
    if since and since < last - 1 then first = since + 1 end
  end
  local partial = own and parts_of_year[own.grain]
  cell.planned_span = role == "five_year" and not own and first ~= last or nil
  local eve
  if not ahead and begins ~= ends then
    eve = begins - 1
    if (measure == "growth" or measure == "change") and (stocks.base_year(cell) == eve or goes_on_from_base(cell, own)) then -- 2025年…，比2020年增长52%; 2024年…，比2020年: until then
      local until_then = own and own.grain == "year" and own.last_year > eve and own.last_year < ends
      first, last = begins, until_then and own.last_year or ends
      cell.since_eve = true
    end
  end
  local held = first == last or stocks.holds(cell, fact, measure, entry, eve) -- asked of several years only
  cell.flows = not held and not fact.is_base and measure ~= "growth" and measure ~= "change" or nil
  cell.status, cell.first, cell.last = status, first, last
  return status, not long_ago and periods.string(first, last, held) or nil, partial
end

return M
