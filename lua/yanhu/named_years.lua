-- The years that a figure's own clause names, or the opening of its sentence: which of the periods before it dates it, and which
-- is the other side of a comparison, dates another deed or tells how long something took.

local periods = require "yanhu.periods"
local dealt = require "yanhu.dealt"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local footing = periods.footing
local looks_ahead = periods.looks_ahead
local max, min = math.max, math.min

local M = {}

local each, any, words = classes.each, classes.any, classes.words
local WORD, TEXT, PERIOD, SPAN, FIGURE, ACT, LEVEL, STOP, DE, THAN, AND = each "word text period span figure act level stop de than and"
local PART_END = words "； 。"
local NOW, PLANS = periods.NOW, periods.PLANS

-- A period behind one of these is the other side of a comparison, or a way of counting (按2010年价格).
local level_with = yanhu.pattern("(基本)?(持平|相当|相同|一样)", "a") -- 与去年持平

local others = word_set "比 较 从 由 按 于 以 高于 低于 快于 慢于 大于 优于 多于 少于 超过 相当于 等于 远远超过 比较"

M.so_many_times = yanhu.pattern("[^，；。]{0,20}倍", "a")
local DE_OR_ACT, DE_OR_PERIOD, OPEN = any "de act", any "de period", each "open"

-- 在|上年|农民收入|的|5%
local function of_its_whole(bits, k)
  local n = k + 1
  while bits[n] ~= 0 and bits[n] & (STOP | FIGURE | PERIOD) == 0 do n = n + 1 end
  return n > k + 2 and bits[n] & FIGURE ~= 0 and bits[n - 1] & DE ~= 0
end

-- 2024年举办的渔灯节，吸引游客86万人次: what happened then dates what came of it.
local held_then = yanhu.pattern("(举办|举行|召开|承办)的[^，；。]*(节|会|展|赛|周|活动)，", "a")

-- 2024年的渔汛是好的，但是渔船损失了一成: what a sentence is about.
local topic = yanhu.pattern "^[^，；。]*年的[^，；。、]*(是|有|很|较|基本上?|总的)[^，；。]*的?，(但|不过|可|虽)"

local function other_side(cell, k)
  local tokens, bits, s = cell.tokens, cell.tokens.bits, cell.s
  if cell.base == tokens[k] then return true end
  local before, after = bits[k - 1], bits[k + 1]
  local word = before & WORD ~= 0 and tokens[k - 1].w.word
  if k < cell.clause and after & (DE_OR_ACT | TEXT) ~= 0 and word ~= "在" and s:sub(tokens.at[k] - 3, tokens.at[k] - 1) ~= "据" then -- 在2012年的…就达到…，…
    if after & DE ~= 0 and bits[k + 2] ~= 0 and bits[k + 2] & PERIOD == 0 and not topic:test(s) then return true end -- 为2020年的3倍；…; not 从2016年到2020年的五年间，…
    if after & ACT ~= 0 and bits[k + 2] & DE ~= 0 and held_then:test(s, tokens[k].to + 1) then return false end
    if after & (ACT | TEXT) ~= 0 and bits[k + 2] & DE ~= 0 and (after & ACT ~= 0 or classes.among(bits, k, cell.clause, PART_END)) then return true end -- 去年实施的36个项目要竣工，…; 1997年亏损的企业…；…
  end
  if word then
    local m = tokens[k].m
    if level_with:test(s, m.to + 1) then return true end
    if word == "在" and of_its_whole(bits, k) then return true end -- 限制在上年收入的5%以内
    if word == "于" and after & STOP ~= 0 then return false end -- 于2025年一季度，…
    if word == "从" and (m.first_year and m.first_year ~= m.last_year or s:find("^起", m.to + 1) or m.text:find("起$")) then
      return false -- 从2016年到2020年，…; 从1月1日起，…
    end
    if others[word] and (m.use ~= "by" or word == "等于" or word == "相当于") or before & OPEN ~= 0 or before & LEVEL ~= 0 and word:sub(-#"在") == "在" then return true end -- 控制在去年的水平上
    if before & DE ~= 0 then -- 比困难时期的2018年增长三成
      for n = k - 2, max(cell.clause, k - 6), -1 do
        if bits[n] & THAN ~= 0 then return true end
      end
    end
  elseif before & TEXT ~= 0 and s:sub(tokens.at[k] - #"超过", tokens.at[k] - 1) == "超过" then
    return true
  end
  if (word == "为" or word == "是" or word == "等于") and M.so_many_times:test(s, tokens[k].to + 1) then return true end -- 为去年招生数的1.04倍
  -- 是2010年的2.2倍
  return cell.q.dimension == "times" and after & DE ~= 0 and k + 2 == (cell.group or { cell })[1].i
end

-- 五年提高5.8个百分点: the five years that a review looks back on.
local within_five = word_set "五年内 五年中 五年间 五年里"
local function five_years(m, passage)
  if m.use ~= "for" and not within_five[m.text] or m.last_year or not passage.review or not m.text:find("五年", 1, true) then return nil end
  return { first_year = passage.review - 4, last_year = passage.review, grain = "years", use = "for", text = m.text }
end

local few = { ["两"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }

-- 五年前，渔船只有30条: that year.
local function years_ago(m, passage)
  local years = passage.review and m.text:sub(-#"年前") == "年前" and few[m.text:match("^(.+)年前$")]
  return years and { first_year = passage.review - years, last_year = passage.review - years, grain = "year", use = "during", text = m.text, ago = true }
end

M.years_ago = years_ago

local NOUN_OR_TEXT = any "noun text"

-- 三年货运量增长18%，客运量增长9%: how many years the first words of a sentence, or of what a colon introduces, look
-- back on; nil otherwise.
local function opening_years(tokens)
  local bits, k = tokens.bits, tokens.values[1]
  local m = tokens[k].m
  if m.unit ~= "年" or m.op ~= "=" or k > 1 and bits[k - 1] & STOP == 0 or bits[k + 1] & NOUN_OR_TEXT == 0 then return nil end
  local years = m.value
  return years and years >= 2 and years <= 70 and math.tointeger(years) or nil
end

local LASTS, OPENS_SPAN, NAMED, DOES = any "span quantity", any "stop scope push adverb", any "text noun relation", any "act rise fall"
local SCOPE, DOES_OR_TEXT, DOES_OR_ADVERB = each "scope", DOES | TEXT, DOES | any "adverb"
local COMMA = words "，"
local STOP_OR_COMMA = STOP | COMMA

-- 完成渔港改造三年行动计划，累计…: a plan of so many years that is over.
local plan_names = yanhu.dictionary { "行动", "计划", "攻坚", "专项", "提升工程" }
local function completed_plan(cell, t)
  if not cell.cumulated or not plan_names:longest(cell.s, t.to + 1) then return false end
  local before = cell.s:sub(1, cell.token.from - 1)
  return before:find("完成", 1, true) or before:find("收官", 1, true)
end

-- 西部开发三年，…: a clause of a name and its years; not 工期三年，…
local how_long = yanhu.pattern "(期|历时|长达|[用需要满前后近约第])$"
local function opens_clause(cell, k)
  local bits = cell.tokens.bits
  for n = k - 1, max(1, k - 4), -1 do
    if bits[n] & STOP ~= 0 then break end
    if bits[n] & (FIGURE | PERIOD) ~= 0 then return false end
  end
  return not how_long:test(cell.s:sub(1, cell.tokens.at[k] - 1))
end

-- 去年…，两年增长约7%; 三年累计投入26亿元，建成…: the years that a figure of the past looks back on; nil otherwise.
local function looked_back(cell, years)
  local tokens, span = cell.tokens, cell.span
  if not span and not tokens.lasts then return nil end
  local bits = tokens.bits
  for k = cell.i - 1, max(1, cell.i - 60), -1 do
    if span then break end
    local b = bits[k]
    if b & LASTS ~= 0 then
      local t = tokens[k]
      if b & SPAN ~= 0 or t.m.unit == "年" and (cell.s:find("^中", t.to + 1) or cell.s:find("^间", t.to + 1)) then
        span = (k == 1 or bits[k - 1] & OPENS_SPAN ~= 0 and tokens[k - 1].w.word ~= "连续") and t
        -- 钢三百万吨，两年净增一百万吨，原油一千万吨: within a part the years are of their own clause and of what is done behind it
        if span and years == 1 and k < cell.clause and k > 1 and bits[k - 1] & STOP_OR_COMMA == STOP_OR_COMMA and bits[k + 1] & STOP == 0 and not cell.actor and not cell.rise and not cell.fall and cell.left_first then span = false end
      end
      if not span and t.m.unit == "年" and t.m.op == "=" and k > 1 then -- 县财政四年投入3亿元, 全县五年打井36眼
        local before, after, own = bits[k - 1], bits[k + 1], k >= cell.clause
        local whole = before & SCOPE ~= 0 or own and few[t.m.text:match("^(.+)年$")] == years
        span = (own and before & NAMED ~= 0 and after & DOES_OR_ADVERB ~= 0 or after & STOP ~= 0 and opens_clause(cell, k) or whole and after & DOES_OR_TEXT ~= 0) and t
      end
    elseif b & STOP_OR_COMMA == STOP then
      break
    elseif b & PERIOD ~= 0 and k > 1 and bits[k - 1] & STOP ~= 0 and bits[k + 1] & STOP == 0 and tokens[k].m.grain == "year" and tokens[k].m.first_year == tokens[k].m.last_year then
      break -- 五年产粮三千亿斤，2025年突破七百亿斤，达到七百一十亿斤: the nearest time
    end
  end
  return span and few[span.m.text:match("^(.+)年$")]
end

-- 三年投入15亿元，改造…; 今年起三年…; 用三年时间…: the years that the plan of a year counts from it on, for a figure; nil otherwise.
local COUNTS_ON = any "act push adverb sums rise fall reach"
local function counted_ahead(cell, plan)
  local tokens = cell.tokens
  local bits = tokens.bits
  for k = cell.i - 1, max(1, cell.i - 60), -1 do
    local b = bits[k]
    if b & PART_END ~= 0 then return nil end
    local m = b & (LASTS | PERIOD) ~= 0 and tokens[k].m
    if m and (b & PERIOD ~= 0 or m.unit == "年" and m.op == "=") then
      local before = bits[k - 1]
      local opens = before == 0 or before & (OPENS_SPAN | NAMED) ~= 0 or before & PERIOD ~= 0 and tokens[k - 1].m.use == "since"
      local years = not m.last_year and opens and bits[k + 1] & COUNTS_ON ~= 0 and few[m.text:match("^(.+)年")]
      if not years then return nil end
      local first, last = plan, plan + years - 1
      if years == 5 and before & PERIOD == 0 then first, last = periods.plan_of(plan) end -- 五年合计
      for n = 1, cell.tokens.periods_before[cell.index] do -- “十五五”期间…，五年累计…; 五十年代用了五年时间
        local other = tokens[tokens.periods[n]].m
        if other.use == "by" and other.last_year and other.last_year ~= last then return nil end -- 到2035年，用九年时间…
        if other.last_year and (other.last_year < plan or other.first_year ~= other.last_year) then
          if other.last_year - other.first_year + 1 ~= years or other.first_year < plan then return nil end
          first, last = other.first_year, other.last_year
        end
      end
      return { first_year = first, last_year = last, grain = "years", use = "for", bare = true }
    end
  end
end

local OPENS, PREP, SHARE = any "stop prep push adverb scope open level", each "prep share"
local LIST, PREDICATE = each "list", any "level rise fall reach"

-- 粮食产量连续五年稳定在36万吨以上: the predicate that the figure belongs to is the one that held on; in
-- 满意度连续六年上升、达98% it is another.
local function lasts(cell, k)
  if k < cell.clause or cell.reach or cell.previous and cell.previous.i > k then return false end
  return not classes.among(cell.tokens.bits, k + 1, cell.i - 1, LIST)
end

-- In an account of years, 产量2025年达到36万吨，建成…: a year behind its subject, in front of the predicate, dates nothing else.
local function dates_its_subject(cell, k, passage)
  local bits = cell.tokens.bits
  return k > 2 and k < cell.clause and cell.left_first and bits[k - 1] & STOP == 0 and bits[k + 1] & PREDICATE ~= 0
    and passage.first ~= passage.last and not looks_ahead[passage.role]
end

-- 2024年引进的36个项目全部投产: they were brought in that year, and went into production in the year that is spoken of.
local function of_attribute(cell, bits, k)
  local behind = cell.right_last
  if not behind or (bits[behind + 1] | bits[behind + 2]) & ACT == 0 then return false end
  return classes.among(bits, k + 1, cell.i - 2, ACT)
end

-- 启动2000年以前建成的小区改造60万户: behind the verb that governs the figure the year says which.
local function in_object(cell, bits, k)
  local before = k > 1 and bits[k - 1] or 0
  return cell.left_last and k < cell.i and before & ACT ~= 0 and classes.among(bits, k + 1, cell.left_last, DE)
end

-- 在去年完成280个小区改造的基础上，今年再改造320个: the year is that of the first figure, which stands before 基础上.
local function stood_on(cell, t)
  local at = footing:find(cell.s:sub(t.to, t.to + 90))
  return at and t.to + at - 1 < cell.token.from
end

-- 五年引进资金57亿元，其中2025年18亿元: does the clause name a year before the figure that is no side of a comparison?
local function names_its_year(cell)
  local tokens = cell.tokens
  local k = tokens.periods[tokens.periods_before[cell.index]]
  return k and k >= cell.clause and tokens[k].m.last_year and tokens[k].m.first_year == tokens[k].m.last_year and not other_side(cell, k)
end

-- …占96%，而在2021年，这个比例还只有14%；渔社…: a year that comes behind another figure of its part dates nothing beyond the part.
local function ends_with_part(bits, k, floor)
  if not classes.among(bits, k, floor, PART_END) then return false end
  for n = k - 1, 1, -1 do
    if bits[n] & FIGURE ~= 0 then return true end
    if bits[n] & PART_END ~= 0 then return false end
  end
  return false
end

-- 力争2028年空船率降到2%；五年新增渔港9座，…由11%提高到15%: years that a later part opens with.
local function part_has_span(bits, k, cell)
  for n = cell.clause - 1, k + 1, -1 do
    if bits[n] & PART_END ~= 0 then return bits[n + 1] & LASTS ~= 0 end
  end
  return false
end

-- 改革开放二十年来，…: a clause of words only, which ends with its period; 建国三十年来我们…: or of one word before it.
local function ends_opening(bits, k)
  if bits[k + 1] & STOP == 0 then return bits[k - 1] & TEXT ~= 0 and bits[k - 2] & ~STOP == 0 end
  for n = k - 1, max(1, k - 8), -1 do
    if bits[n] & STOP ~= 0 then return true end
    if bits[n] & (FIGURE | PERIOD) ~= 0 then return false end
  end
  return k <= 8
end

-- 1988年和1989年分别上涨18%和17%: the year of a figure that stands in a row, where as many years do; nil otherwise.
local function dealt_year(cell, k)
  local first = dealt.years(cell, k)
  return first and cell.tokens[first + (cell.place - 1) * 2].m or nil
end

-- 1988年和|1989年，…: does a row of years that opens its clause end here?
local function ends_row(bits, k)
  while bits[k - 1] & (AND | LIST) ~= 0 and bits[k - 2] & PERIOD ~= 0 do k = k - 2 end
  return k == 1 or bits[k - 1] & STOP ~= 0
end

-- 后四年要…, 头两年…: years of the span that the part speaks of; 前五年, as long as it is, are those before.
function M.part_of_span(m, passage)
  local edge = (m.text:find("^后") or m.text:find("^前") or m.text:find("^头")) and m.text:sub(1, 3)
  local years = edge and few[m.text:match("^...(.+)年$")]
  if not years or years > (passage.last or 0) - (passage.first or 0) then return nil end
  local first = edge == "后" and passage.last - years + 1 or passage.first
  return { first_year = first, last_year = first + years - 1, grain = "years", use = "during", text = m.text }
end

-- “一五”时期为三十二元，近几年只有二十元: words of no year, which end that of the clause before.
local lately = yanhu.pattern "近(几|些)?年|这几年|这些年|如今|现在|目前|今天"

-- 煤炭行业去年关闭小煤矿九十处，压产三万吨: in a plan, what a subject did in a year that is over, and what stands beside it.
local function tells_of_past(cell, k, passage)
  local m, bits = cell.tokens[k].m, cell.tokens.bits
  if not looks_ahead[passage.role] or m.first_year ~= m.last_year or m.last_year ~= passage.review or bits[k + 1] & DOES_OR_TEXT == 0 and bits[k + 2] & DOES == 0 then return false end
  for n = k + 1, cell.i - 1 do
    if bits[n] & (PLANS | PART_END) ~= 0 then return false end
    if n < cell.clause and bits[n] & DE ~= 0 then return false end -- 去年开工的三个项目…
  end
  return true
end

-- 1992年消灭宜林荒山，森林覆盖率由38%提高到49%: in an account or a plan of years, a year inside that a deed without a figure was done in dates no move
-- from one state to another.
local function dates_a_deed(cell, k, passage)
  local m, bits = cell.tokens[k].m, cell.tokens.bits
  if passage.first == passage.last or m.grain ~= "year" or m.first_year ~= m.last_year or m.last_year == passage.last or m.use == "by" then return false end
  if bits[k + 1] & (STOP | DE) ~= 0 or not (cell.from_base or cell.reach and cell.previous and cell.previous.from_base) then return false end
  return not classes.among(bits, k + 1, cell.clause - 1, FIGURE)
end

-- 产值稳定在22亿元以上，2027年实现“普渔”，空船率控制在9%以内: in a plan of years, a year within a row of goals that only a goal without a figure is of.
local function dates_a_goal(cell, k, passage)
  local bits = cell.tokens.bits
  if passage.role ~= "five_year" or k == 1 or bits[k + 1] & STOP ~= 0 or cell.tokens[k].m.grain ~= "year" then return false end
  for n = k + 1, cell.clause do
    if bits[n] & FIGURE ~= 0 then return false end
    if bits[n] & STOP ~= 0 then break end
  end
  return classes.among(bits, 1, k, FIGURE)
end

-- “十四五”粮食产量年均增长3%，“十三五”增长2%: a plan's name that opens a clause is its years, where what follows is no plan, goal or work.
local of_its_plan = yanhu.pattern("的|规划|计划|纲要|目标|主要|重大|重点|项目|工程|各项|任务|指标|专项|开局|收官|发展|实施|规定|要|是|提出|确定|和|、|与|及", "a")
local function opens_as_time(cell, k)
  local bits = cell.tokens.bits
  return (k == 1 or bits[k - 1] & STOP ~= 0) and bits[k + 1] & (STOP | DE | LEVEL) == 0 and not of_its_plan:test(cell.s, cell.tokens[k].to + 1)
end

-- 2023年识字率达到96%，这对于一个有26万渔民的县…: what is said of it is of no year.
local speaks_of_it = yanhu.pattern("这对|对于|作为", "a")

local then_at = yanhu.pattern("届时|到时|那时", "a") -- 2027年建成，届时…

local whole_or_end = word_set "当年 全年 年末 年底 截至年末 截至年底"

local told_by = word_set "据 用 起 展望" -- 据2024年统计; 用五年时间，把…; 从现在起到1985年，…

-- 从2026年起的五年内: the years that are counted from the one that is named.
local function counted_from(tokens, k)
  local m, bits = tokens[k].m, tokens.bits
  local from = bits[k - 1] & DE ~= 0 and bits[k - 2] & PERIOD ~= 0 and tokens[k - 2].m
  if not from or from.use ~= "since" or not from.first_year or not from.text:find("起$") then return nil end
  local years = few[m.text:match("^(.-)年")] or m.first_year and m.last_year - m.first_year + 1
  return years and { first_year = from.first_year, last_year = from.first_year + years - 1, grain = "years", use = "during", text = m.text }
end

-- 从2021年到去年年底: from one year to another that is named by a word.
local function from_till(tokens, k)
  local bits = tokens.bits
  local m, from = tokens[k].m, bits[k - 1] & PERIOD ~= 0 and tokens[k - 1].m
  if m.use ~= "by" or not from or from.grain ~= "year" or from.first_year ~= from.last_year or (m.last_year or 0) <= from.last_year then return nil end
  return { first_year = from.first_year, last_year = m.last_year, grain = "years", use = "during", text = from.text .. m.text }
end

-- 从建县百年到2040年，用19年时间，…: how long it takes is no span where the year that is reached is named.
local function takes_until(tokens, n)
  local m = tokens[tokens.periods[n]].m
  local before = m.use == "for" and n > 1 and tokens[tokens.periods[n - 1]].m
  return before and before.use == "by" and before.last_year and before.last_year ~= m.last_year
end

--- The period that a cell's own clause or an opening clause of its sentence names; the second value: it is an earlier one's.
function M.of(cell, passage)
  local tokens = cell.tokens
  local behind, counts = tokens.periods_before[cell.index], tokens.lasts or cell.span
  if behind == 0 and not counts then return nil end
  local bits, floor, role = tokens.bits, cell.clause, passage.role
  local review, last = passage.review, passage.last
  local ends = review and last and (last <= review or not looks_ahead[role]) and min(last, review)
  if ends and counts then
    if tokens.opening_years == nil then tokens.opening_years = opening_years(tokens) or false end
    local opening = (tokens.opening_years or last == ends) and not names_its_year(cell) and (tokens.opening_years or looked_back(cell, last - passage.first + 1))
    if opening then return { first_year = ends - opening + 1, last_year = ends, grain = "years", use = "for", bare = true } end
  end
  local midst = role == "five_year" and review and passage.first and last > review and review - passage.first + 1 or 0
  local counted = midst > 1 and tokens.periods_before[cell.index] > 0 and tokens[tokens.periods[tokens.periods_before[cell.index]]].m -- 两年平均增长12%
  if midst > 1 and (tokens.lasts and looked_back(cell, midst) == midst or counted and not counted.last_year and counted.use == "for" and few[counted.text:match("^(.+)年")] == midst) and not classes.among(bits, 1, cell.i, PLANS) then -- a plan told in its midst: 两年完成的投资
    return { first_year = passage.first, last_year = review, grain = "years", use = "for", bare = true }
  end
  local ahead = passage.plan and (role == "plan" or role == "government") and not cell.done and counted_ahead(cell, passage.plan)
  if ahead then return ahead end
  if role == "five_year" and bits[floor] & LASTS ~= 0 and tokens[floor].m.text:find("^五年") then -- 2030年达到…；五年新建…
    return { first_year = passage.first, last_year = passage.last, grain = "years", use = "for", text = tokens[floor].m.text }
  end
  for n = behind, behind > 9 and behind - 8 or 1, -1 do
    local k = tokens.periods[n]
    local t = tokens[k]
    local counted = bits[k - 1] & DE_OR_PERIOD ~= 0 and (counted_from(tokens, k) or from_till(tokens, k))
    if counted then return counted end
    if not t.m.last_year then
      local ago = (k >= floor or k == 1) and bits[k + 1] & DE == 0 and not other_side(cell, k) and years_ago(t.m, passage)
      if ago then return not classes.among(bits, k, cell.i, NOW) and ago or nil end -- 五年前只有30条，如今达到400条
      local past = role == "review" and (k >= floor or bits[k - 1] & STOP ~= 0 or k == 1) and five_years(t.m, passage)
      if past then return past end
    end
    local years = cell.cumulated and ends and few[t.m.text:match("^(.+)年$")]
    if years and completed_plan(cell, t) then return { first_year = ends - years + 1, last_year = ends, grain = "years", use = "for" } end
    local then_too = false
    if n > 1 and whole_or_end[t.m.text] then -- 2008年建成，当年产值; 2008年全年的废品率; 去年发行国债，截至年末已到位…
      local first = n - 1
      while first > 1 and whole_or_end[tokens[tokens.periods[first]].m.text] do first = first - 1 end -- 2024年全年…，全年共损失…
      local earlier = tokens.periods[first]
      then_too = t.m.text == "当年"
      if bits[earlier - 1] & THAN == 0 and (t.m.text ~= "全年" or tokens[earlier].m.grain == "year" and not other_side(cell, earlier)) then t, k = tokens[earlier], earlier end
    end
    local part = not t.m.last_year and (k >= floor or bits[k - 1] & STOP ~= 0) and not other_side(cell, k) and M.part_of_span(t.m, passage)
    if part then return part end
    local ahead = t.m.use == "for" and looks_ahead[role]
      and (takes_until(tokens, n) or role == "five_year" and t.m.text:find("^五年") and not t.m.text:find("来$")) -- 五年间: the part's own
    if t.m.last_year and not ahead and (t.m.grain ~= "plan-period" or periods.names_time(t.m) or opens_as_time(cell, k)) then
      local before = bits[k - 1]
      local opens = k == 1 or before & OPENS ~= 0 or before & (AND | LIST) ~= 0 and ends_row(bits, k) or before & DE ~= 0 and bits[k - 2] & PERIOD ~= 0 or (t.m.text:find("来$") or t.m.use == "by" and cell.s:find("^从")) and ends_opening(bits, k) -- 建国三十年来，…; 从建县百年到2030年，…
        or n == behind and tokens.says.then_at and then_at:test(cell.s, tokens.at[floor])
        or before & TEXT ~= 0 and told_by[cell.s:sub(tokens[k - 1].from, t.from - 1)]
        or before & DE ~= 0 and k <= 4 and cell.s:sub(t.from - #"过去的", t.from - 1) == "过去的" -- 刚刚过去的2025年，…
        or cell.average and t.m.first_year ~= t.m.last_year and cell.s:find("^累计", t.to + 1) -- 支出五年累计20亿元，年均增速…
      if (k >= floor or opens and not dates_its_subject(cell, k, passage) or n == behind and tells_of_past(cell, k, passage)) and (then_too or not other_side(cell, k))
        and (not cell.left_first or k < cell.left_first or k > cell.left_last or before & SHARE ~= 0 or t == cell.time)
        and not (before & PREP ~= 0 and tokens[k - 1].w.word == "在" and stood_on(cell, t))
        and not (k >= floor and k < cell.floor and cell.s:sub(t.from - #"继", t.from - 1) == "继") -- 继上年减产3万担之后又减产
        and not (k < floor and bits[k + 1] & DE ~= 0 and cell.s:sub(t.from - #"经过", t.from - 1) == "经过") -- 经过2025年的冲刺，…
        and (cell.q.kind == "rank" or not cell.s:find("^连续", t.from) or lasts(cell, k))
        and not (k >= floor and (bits[cell.i - 1] & DE ~= 0 and of_attribute(cell, bits, k) or in_object(cell, bits, k)))
        -- 2025年超过500亿元；累计…: what dates a figure of one part is no date of the next; 在今后三年内，…；… is.
        and not (k > 1 and k < floor and bits[k + 1] & STOP == 0 and (bits[k + 1] & FIGURE ~= 0 or bits[k + 2] & STOP == 0)
          and classes.among(bits, k, floor, PART_END))
        and not (k < floor and (ends_with_part(bits, k, floor) or tokens.lasts and (k > 1 and bits[k + 1] & STOP == 0 or t.m.text:find("时间", 1, true)) and part_has_span(bits, k, cell))) then
        if k < floor and tokens.says.speaks_of_it and speaks_of_it:test(cell.s, tokens.at[floor]) then return nil end
        if k < floor and (tokens.dated_deed == k or dates_a_deed(cell, k, passage)) then
          tokens.dated_deed = k -- and what stands beside it
          return nil
        end
        if k < floor and dates_a_goal(cell, k, passage) then return nil end
        if k < floor and t.m.last_year < (passage.last or 0) and (tokens.says.lately or tokens.says.till_now) and lately:test(cell.s:sub(tokens.at[floor], cell.token.from - 1)) then return nil end
        local year = before & (AND | LIST) ~= 0 and dealt_year(cell, k)
        if year then return year end
        local joint = before & AND ~= 0 and bits[k - 2] & PERIOD ~= 0 and tokens[k - 2].m
        if joint and joint.last_year and joint.last_year + 1 == t.m.first_year and t.m.first_year == t.m.last_year then -- 1953年和1954年的投资
          return { first_year = joint.first_year, last_year = t.m.last_year, grain = "years", use = "during", text = t.m.text }
        end
        return t.m, k < floor
      end
    end
  end
end

return M
