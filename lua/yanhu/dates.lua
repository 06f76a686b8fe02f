-- Status and period of a fact: the period its clause or the passage names, whether it runs through a span or holds at
-- its end, and whether it is a result, a target or only background.

local stocks = require "yanhu.stocks"
local periods = require "yanhu.periods"
local phrases = require "yanhu.phrases"
local dealt = require "yanhu.dealt"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local footing = periods.footing
local max, min = math.max, math.min

local M = {}

local each, any, words = classes.each, classes.any, classes.words
local WORD, TEXT, PERIOD, SPAN, QUANTITY, FIGURE, TERM = each "word text period span quantity figure term"
local ACT, NOUN, LEVEL, STOP, DE, THAN, RELATION, AND = each "act noun level stop de than relation and"
local PART_END, NOW, PLANS = words "； 。", words "目前 现在 当前 现有 如今",
  words "要 将 力争 确保 争取 计划 拟 努力 必须 务必 保证 应当 应该 使 让 支持 推动"

-- A period behind one of these is the other side of a comparison, or a way of counting (按2010年价格).
local others = word_set "比 较 从 由 按 于 以 高于 低于 快于 慢于 大于 优于 多于 少于 超过 相当于 等于 远远超过 比较"

local so_many_times = yanhu.pattern("[^，；。]{0,20}倍", "a")
local DE_OR_ACT, OPEN = any "de act", each "open"

-- 在|上年|农民收入|的|5%
local function of_its_whole(bits, k)
  local n = k + 1
  while bits[n] ~= 0 and bits[n] & (STOP | FIGURE | PERIOD) == 0 do n = n + 1 end
  return n > k + 2 and bits[n] & FIGURE ~= 0 and bits[n - 1] & DE ~= 0
end

local function other_side(cell, k)
  local tokens, bits, s = cell.tokens, cell.tokens.bits, cell.s
  if cell.base == tokens[k] then return true end
  local before, after = bits[k - 1], bits[k + 1]
  local word = before & WORD ~= 0 and tokens[k - 1].w.word
  if k < cell.clause and after & (DE_OR_ACT | TEXT) ~= 0 and word ~= "在" and s:sub(tokens.at[k] - 3, tokens.at[k] - 1) ~= "据" then -- 在2012年的…就达到…，…
    if after & DE ~= 0 and bits[k + 2] ~= 0 and bits[k + 2] & PERIOD == 0 then return true end -- 为2020年的3倍；…; not 从2016年到2020年的五年间，…
    if after & (ACT | TEXT) ~= 0 and bits[k + 2] & DE ~= 0 and (after & ACT ~= 0 or classes.among(bits, k, cell.clause, PART_END)) then return true end -- 去年实施的36个项目要竣工，…; 1997年亏损的企业…；…
  end
  if word then
    local m = tokens[k].m
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
  if (word == "为" or word == "是" or word == "等于") and so_many_times:test(s, tokens[k].to + 1) then return true end -- 为去年招生数的1.04倍
  -- 是2010年的2.2倍
  return cell.q.dimension == "times" and after & DE ~= 0 and k + 2 == (cell.group or { cell })[1].i
end

-- 五年提高5.8个百分点: the five years that a review looks back on.
local function five_years(m, passage)
  if m.use ~= "for" and m.text ~= "五年内" or m.last_year or not passage.review or not m.text:find("五年", 1, true) then return nil end
  return { first_year = passage.review - 4, last_year = passage.review, grain = "years", use = "for", text = m.text }
end

local PUSH = each "push"
local few = { ["两"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }

-- 五年前，渔船只有30条: that year.
local function years_ago(m, passage)
  local years = passage.review and m.text:sub(-#"年前") == "年前" and few[m.text:match("^(.+)年前$")]
  return years and { first_year = passage.review - years, last_year = passage.review - years, grain = "year", use = "during", text = m.text, ago = true }
end

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

local LASTS, OPENS_SPAN, NAMED, DOES = any "span quantity", any "stop scope push adverb", any "text noun", any "act rise fall"
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
      end
      if not span and t.m.unit == "年" and t.m.op == "=" and k > 1 then -- 县财政四年投入3亿元, 全县五年打井36眼
        local before, after, own = bits[k - 1], bits[k + 1], k >= cell.clause
        local whole = before & SCOPE ~= 0 or own and few[t.m.text:match("^(.+)年$")] == years
        span = (own and before & NAMED ~= 0 and after & DOES_OR_ADVERB ~= 0 or after & STOP ~= 0 and opens_clause(cell, k) or whole and after & DOES_OR_TEXT ~= 0) and t
      end
    elseif b & STOP_OR_COMMA == STOP then
      break
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
        if other.last_year and (other.last_year < plan or other.first_year ~= other.last_year) then
          if other.last_year - other.first_year + 1 ~= years or other.first_year < plan then return nil end
          first, last = other.first_year, other.last_year
        end
      end
      return { first_year = first, last_year = last, grain = "years", use = "for", bare = true }
    end
  end
end

local looks_ahead = { plan = true, government = true, five_year = true }

local OPENS, PREP, SHARE = any "stop prep push adverb scope open level", each "prep share"
local LIST, EACH, PREDICATE = each "list", each "each", any "level rise fall reach"

-- 粮食产量连续五年稳定在36万吨以上: the predicate that the figure belongs to is the one that held on; in
-- 满意度连续六年上升、达98% it is another.
local function lasts(cell, k)
  if k < cell.clause or cell.reach or cell.previous and cell.previous.i > k then return false end
  local bits = cell.tokens.bits
  for n = k + 1, cell.i - 1 do
    if bits[n] & LIST ~= 0 then return false end
  end
  return true
end

-- In an account of years, 产量2025年达到36万吨，建成…: a year behind its subject, in front of the predicate, dates nothing else.
local function dates_its_subject(cell, k, passage)
  return k > 2 and k < cell.clause and cell.left_first and cell.tokens.bits[k + 1] & PREDICATE ~= 0
    and passage.first ~= passage.last and not looks_ahead[passage.role]
end

-- 2024年引进的36个项目全部投产: they were brought in that year, and went into production in the year that is spoken of.
local function of_attribute(cell, bits, k)
  local behind = cell.right_last
  if not behind or (bits[behind + 1] | bits[behind + 2]) & ACT == 0 then return false end
  for n = k + 1, cell.i - 2 do
    if bits[n] & ACT ~= 0 then return true end
  end
  return false
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
local function part_of_span(m, passage)
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
  for n = k + 1, cell.clause - 1 do
    if bits[n] & FIGURE ~= 0 then return false end
  end
  return true
end

-- “十四五”粮食产量年均增长3%，“十三五”增长2%: a plan's name that opens a clause is its years, where what follows is no plan, goal or work.
local of_its_plan = yanhu.pattern("的|规划|计划|纲要|目标|主要|重大|重点|项目|工程|各项|任务|指标|专项|开局|收官|发展|实施|规定|要|是|提出|确定|和|、|与|及", "a")
local function opens_as_time(cell, k)
  local bits = cell.tokens.bits
  return (k == 1 or bits[k - 1] & STOP ~= 0) and bits[k + 1] & (STOP | DE | LEVEL) == 0 and not of_its_plan:test(cell.s, cell.tokens[k].to + 1)
end

local whole_or_end = word_set "当年 全年 年末 年底 截至年末 截至年底"

local told_by = word_set "据 用 起" -- 据2024年统计; 用五年时间，把…; 从现在起到1985年，…

-- The period that a cell's own clause or an opening clause of its sentence names; the second value: it is an earlier one's.
local function own_period(cell, passage)
  local tokens, bits = cell.tokens, cell.tokens.bits
  local floor = cell.clause
  local ends = passage.review and passage.last and (passage.last <= passage.review or not looks_ahead[passage.role]) and min(passage.last, passage.review)
  if ends and tokens.opening_years == nil then tokens.opening_years = opening_years(tokens) or false end
  local opening = ends and not names_its_year(cell) and (tokens.opening_years or passage.last == ends and looked_back(cell, passage.last - passage.first + 1))
  if opening then return { first_year = ends - opening + 1, last_year = ends, grain = "years", use = "for", bare = true } end
  local ahead = passage.plan and (passage.role == "plan" or passage.role == "government") and (tokens.lasts or tokens.periods_before[cell.index] > 0)
    and not cell.done and counted_ahead(cell, passage.plan)
  if ahead then return ahead end
  local behind = tokens.periods_before[cell.index]
  if passage.role == "five_year" and bits[floor] & LASTS ~= 0 and tokens[floor].m.text:find("^五年") then -- 2030年达到…；五年新建…
    return { first_year = passage.first, last_year = passage.last, grain = "years", use = "for", text = tokens[floor].m.text }
  end
  for n = behind, max(1, behind - 8), -1 do
    local k = tokens.periods[n]
    local t = tokens[k]
    local ago = not t.m.last_year and (k >= floor or k == 1) and bits[k + 1] & DE == 0 and not other_side(cell, k) and years_ago(t.m, passage)
    if ago then return not classes.among(bits, k, cell.i, NOW) and ago or nil end -- 五年前只有30条，如今达到400条
    local past = passage.role == "review" and (k >= floor or k == 1) and five_years(t.m, passage)
    if past then return past end
    local years = cell.cumulated and ends and few[t.m.text:match("^(.+)年$")]
    if years and completed_plan(cell, t) then return { first_year = ends - years + 1, last_year = ends, grain = "years", use = "for" } end
    local then_too = false
    if n > 1 and whole_or_end[t.m.text] then -- 2008年建成，当年产值; 2008年全年的废品率; 去年发行国债，截至年末已到位…
      local earlier = tokens.periods[n - 1]
      then_too = t.m.text == "当年"
      if bits[earlier - 1] & THAN == 0 and (t.m.text ~= "全年" or tokens[earlier].m.grain == "year" and not other_side(cell, earlier)) then t, k = tokens[earlier], earlier end
    end
    local part = not t.m.last_year and (k >= floor or bits[k - 1] & STOP ~= 0) and not other_side(cell, k) and part_of_span(t.m, passage)
    if part then return part end
    local ahead = passage.role == "five_year" and t.m.use == "for" and t.m.text:find("^五年") and not t.m.text:find("来$") -- 五年间: the part's own
    if t.m.last_year and not ahead and (t.m.grain ~= "plan-period" or periods.names_time(t.m) or opens_as_time(cell, k)) then
      local before = bits[k - 1]
      local opens = k == 1 or before & OPENS ~= 0 or before & (AND | LIST) ~= 0 and ends_row(bits, k) or before & DE ~= 0 and bits[k - 2] & PERIOD ~= 0 or t.m.text:find("来$") and ends_opening(bits, k) -- 建国三十年来，…
        or before & TEXT ~= 0 and told_by[cell.s:sub(tokens[k - 1].from, t.from - 1)]
        or before & DE ~= 0 and k <= 4 and cell.s:sub(t.from - #"过去的", t.from - 1) == "过去的" -- 刚刚过去的2025年，…
        or cell.average and t.m.first_year ~= t.m.last_year and cell.s:find("^累计", t.to + 1) -- 支出五年累计20亿元，年均增速…
      if (k >= floor or opens and not dates_its_subject(cell, k, passage) or n == behind and tells_of_past(cell, k, passage)) and (then_too or not other_side(cell, k))
        and (not cell.left_first or k < cell.left_first or k > cell.left_last or before & SHARE ~= 0)
        and not (before & PREP ~= 0 and tokens[k - 1].w.word == "在" and stood_on(cell, t))
        and (cell.q.kind == "rank" or not cell.s:find("^连续", t.from) or lasts(cell, k))
        and not (k >= floor and (bits[cell.i - 1] & DE ~= 0 and of_attribute(cell, bits, k) or in_object(cell, bits, k)))
        -- 2025年超过500亿元；累计…: what dates a figure of one part is no date of the next; 在今后三年内，…；… is.
        and not (k > 1 and k < floor and bits[k + 1] & STOP == 0 and (bits[k + 1] & FIGURE ~= 0 or bits[k + 2] & STOP == 0)
          and classes.among(bits, k, floor, PART_END)) then
        if k < floor and dates_a_deed(cell, k, passage) then return nil end
        if k < floor and t.m.last_year < (passage.last or 0) and lately:test(cell.s:sub(tokens.at[floor], cell.token.from - 1)) then return nil end
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

-- What a policy gives to one who is eligible (一次性补助8000元) is neither a result nor a target.
local granted = yanhu.dictionary { "补助", "补贴", "奖励", "资助", "津贴", "奖补", "补偿", "贴息", "奖金" }
local standard = yanhu.dictionary { "上限", "门槛", "标准", "水平" } -- what all of a kind get is set for the year

local limits = yanhu.dictionary { "限额", "门槛", "起付线", "起付标准", "封顶线" } -- 限额以上单位的投资限额为300万元

-- 每户补助2.8万元: what is set for each, and no reward for one who asks.
local for_each = yanhu.pattern "(每[人户生餐次]|[人户次]均)[^，；。最]*(补|贴|奖|资助)[^，；。最]*$|(补助|补贴)[^，；。最]*(每[人户生餐次]|[人户次]均)[^，；。最]*$"
local once = yanhu.pattern "^对|一次性"
local as_a_share = yanhu.pattern("的?(标准|比例)?(给予|进行|予以)[^，；。]{0,24}(奖励|补助|补贴|奖补|资助|贴息|补偿)", "a")
local ceiling = yanhu.pattern "(最高|最多|上限|封顶)[^，；。]*$"

local function grants(cell, fact)
  local d, value = cell.q.dimension, cell.q.low or cell.q.high
  if d == "percent" then return cell.tokens.grants and as_a_share:test(cell.s, cell.token.to + 1) end -- 按设备额的20%给予奖励
  if d ~= "money" then return false end
  local moves = cell.rise or cell.fall
  if not moves and limits:ending(fact.indicator, #fact.indicator) then return true end
  if not value or moves then return false end
  local known = cell.tokens.facts[#cell.tokens.facts]
  if known and known.cell.grants and known.cell.tokens == cell.tokens and ceiling:test(cell.s:sub(cell.tokens.at[cell.clause], cell.token.from - 1)) then
    return true -- 给予奖励，最高500万元
  end
  if value >= 1e6 and not (value < 1e7 and once:test(cell.s:sub(cell.tokens.at[cell.clause], cell.token.from - 1))) or cell.reach or cell.actor and cell.actor.w.rise then return false end
  return granted:find(fact.indicator .. (cell.actor and cell.actor.w.word or "")) ~= nil and not standard:ending(fact.indicator, #fact.indicator)
    and not (cell.tokens.per and for_each:test(cell.s:sub(cell.tokens.at[cell.clause], cell.token.from - 1)))
end

-- 围绕“增长6%左右”等预期目标，…: a figure that is quoted and called a target, whatever came of it.
local called_target = yanhu.pattern("[^“”，。；]*”等?[^“”，。；]{0,12}(目标|任务)", "a")
local function quotes_target(cell)
  return cell.q.quoted and called_target:test(cell.s, cell.token.to + 1)
end

-- 力争有5家企业上市: does this part of the sentence speak of what is to be, up to token k?
local function is_to_be(tokens, k)
  local bits = tokens.bits
  for n = k, max(1, k - 60), -1 do
    if bits[n] & PART_END ~= 0 then return false end
    if bits[n] & PLANS ~= 0 or bits[n] & PERIOD ~= 0 and tokens[n].m.use == "by" then return true end
  end
  return false
end

-- 人口有30万, 我县有耕地60万亩; in a plan of many years 有 may also tell of what is planned.
local function stands(cell, one_year)
  local verb = cell.verb and cell.verb.w
  local k = cell.i - 1
  if verb then
    if not stocks.states[verb.word] then return false end
  else
    k = (cell.left_first or cell.i) - 1
    local bits = cell.tokens.bits
    if not one_year or cell.actor or bits[k] & WORD == 0 or bits[k - 1] & ACT ~= 0 then return false end -- 新增有实绩企业5家
    local word = cell.tokens[k].w.word
    if not stocks.states[word] or word == "现有" then return false end -- 利用现有校舍改造20所
  end
  return (cell.q.op == "=" or cell.q.op == "≈") and not is_to_be(cell.tokens, k)
end

-- Words that only tell how it is, and what a speaker says of it: 这是我们的优势, 潜力很大.
local is_so, ranks = word_set "只有 仅有 仅为 还有", word_set "居 位居 位列 名列 列 排 排名 居于 稳居"
local valued = yanhu.pattern("[，。；](这|这些|那)?(都|也|就|正|既)?是[^，。；要]{0,24}(基础|优势|底气|本钱|条件|潜力|机遇|资本|家底|短板|差距|难题|挑战)[。，；]"
  .. "|(潜力|前景|空间|优势|条件|基础)(很|巨|广|较|十分|非常|明显|突出|雄厚|优越|得天)|大有可为|大有文章|得天独厚")

-- A plan argues with what there is: 渔船数量居全市第二，…, 耕地60万亩，人均只有1.1亩. Is the figure told of how it is? Without a word of will, by the
-- predicate of its own or of the figure beside it, or by what is said of it.
local function tells(cell)
  if cell.actor or cell.list_actor or cell.rise or cell.fall or cell.reach then return false end
  local q, verb = cell.q, cell.verb and cell.verb.w
  if q.op ~= "=" and q.op ~= "≈" and verb and verb.word ~= "只有" then return false end
  if q.kind == "rank" then return verb and ranks[verb.word] end
  return not verb or is_so[verb.word] or stocks.states[verb.word] or verb.word == "为" or verb.word == "是"
end

local admits = yanhu.pattern "^(同时，|当然，|但|在[^，]*的同时，)?(我们|也|还|更)*(必须|要|应|应当|应该)?(清醒|正视|看到)[^，]*(到|，|识|看)"
local function told_as_is(cell)
  local s = cell.s
  if cell.tokens.admits and not cell.actor and not classes.among(cell.tokens.bits, cell.clause, cell.i, PLANS) and admits:test(s) then return true end -- 我们必须正视，…仍占六成以上
  if not tells(cell) or is_to_be(cell.tokens, cell.i - 1) then return false end
  local tokens = cell.tokens
  local fact = tokens.facts[#tokens.facts]
  local before, after = fact and fact.cell, cell.following
  if before and (before.tokens ~= tokens or classes.among(tokens.bits, before.i, cell.i, PART_END)) then before = nil end
  if before and before.as_is then return true end
  if tokens.valued and valued:test(s, cell.token.to + 1) then return true end
  if before and before.status == "target" then return false end
  local verb = cell.verb and cell.verb.w.word
  if cell.q.kind == "rank" or is_so[verb] then return true end
  verb = after and tells(after) and after.verb and after.verb.w.word
  return verb and (is_so[verb] or after.q.kind == "rank") and not classes.among(tokens.bits, cell.i, after.i, PART_END | PLANS) or false
end

local stands_on = yanhu.pattern("[^，；。]{0,16}的?基础上", "a")

local goal_reached = yanhu.pattern("的(奋斗|预期|战略)?(目标|任务|指标)[^。；没未]{0,20}(实现|完成|达到)", "a")
local goal_named = yanhu.pattern("的(奋斗|预期|战略)?(目标|任务|指标)", "a")
local reached_before = yanhu.pattern "((提前|如期|胜利|超额|全面)[^，。；]{0,9}(实现|完成)|(实现|完成)了)[^，。；]*$"

-- Is the figure a goal that the sentence says was reached: 2030年翻一番的目标已经实现, 提前完成2028年产值达到3亿元的任务?
local function reaches_goal(cell)
  if cell.tokens.bits[cell.i + 1] & DE == 0 or not goal_named:test(cell.s, cell.token.to + 1) then return false end
  return goal_reached:test(cell.s, cell.token.to + 1) or reached_before:test(cell.s:sub(cell.tokens.at[cell.clause], cell.token.from - 1))
end

-- The year in which it was, behind it; the tokens may end before.
local a_year = yanhu.pattern "^[^。；]*?([12][0-9]{3}|一九[〇○零一二三四五六七八九]{2})年"
local digits = { ["〇"] = 0, ["○"] = 0, ["零"] = 0, ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9 }
local function reached_behind(cell)
  local _, _, year = a_year:find(cell.s:sub(cell.token.to + 1))
  return year and math.tointeger(tonumber((year:gsub("[\xE3-\xE9][\x80-\xBF][\x80-\xBF]", digits))))
end

-- 如果每亩增产一斤，全县就能增产三十万斤; 多种五千亩油菜，就能…: what would be so is no target, and no result.
local supposition = yanhu.pattern("(如果|假如|假使|假设|倘若|若能|若是|若把|若将|如能|如把|只要)[^；。]*(就|便|即?可|则|能|等于|相当于)|^[多少][^，；。]*，[^，；。]{0,12}(就|便|即)(能|可|会|等于|相当于|是)")
local hoped = yanhu.pattern("目标|任务|计划|一定|必将|必定|如果(包括|加上|扣除|按|算上|不计|不算)") -- 如果包括村办工业，则为12%
local function supposed(cell)
  local tokens, s = cell.tokens, cell.s
  local from, to = 1, #s
  for k = cell.i - 1, 1, -1 do
    if tokens.bits[k] & PART_END ~= 0 then from = tokens.at[k + 1] break end
  end
  to = s:find("；", cell.token.to, true) or to
  local part = s:sub(from, to)
  local at = supposition:find(part)
  return at and at + from - 1 <= cell.token.from and not hoped:test(part)
end

local long_ago_since = yanhu.pattern "(旧社会|旧中国|早先|从前|当初|原先|以往|历史上[^首第最]|(解放|建国|新中国成立|抗战|抗日战争)(以?前|爆发以?前))[^；。现今已]*$"

local parts_of_year = { quarter = true, half = true, month = true, day = true }

-- 今年五月底入社的已有一亿户，占总农户的九成，其中高级社占六成: the cell before whose state a share or a part of it tells on; nil
-- where the clause has its own time or speaks of what is to be. In a plan of many years what follows a figure of the past does so as well.
local function part_of_known(cell, own, role)
  local fact = cell.tokens.facts[#cell.tokens.facts]
  local before, bits = fact and fact.cell, cell.tokens.bits
  if not before or before.tokens ~= cell.tokens or before.status ~= "result" or before.dated ~= own then return nil end
  if role ~= "five_year" then
    local opener = bits[cell.clause] & WORD ~= 0 and cell.tokens[cell.clause].w.word
    if not cell.share and opener ~= "其中" or cell.rise or cell.fall or cell.reach then return nil end
  end
  for k = before.i, cell.i do
    if bits[k] & (PLANS | PART_END) ~= 0 then return nil end
  end
  return before
end

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
      if sets_against[word] or (word == "为" or word == "是") and so_many_times:test(cell.s, tokens[k].to + 1) then return m.last_year end
    end
  end
end

-- 从1979年到1986年的八年间, 到2000年的二十年内: all of so many years, and not from one to another.
local its_length = yanhu.pattern("的([一二三四五六七八九十]+|[0-9]+)年", "a")
local function told_length(cell, own) return own.text:find("年内$") or own.text:find("年间$") or own.to and its_length:test(cell.s, own.to + 1) end

local since_founding = yanhu.pattern "(建国|新中国成立|新中国诞生|解放)$" -- 新中国成立五十年来

-- The years of the base of a comparison: its own, those of the other side, or the year before the one that was reached.
local function base_years(cell, own, first, last, passage)
  local t, review = cell.time or cell.versus and cell.base, passage.review
  if t and t.m.last_year then
    cell.based = t.m
    return t.m.first_year, t.m.last_year
  end
  local after = cell.following and cell.following.verb -- “八五”投资由2.6万亿元调增为3.4万亿元: what is planned for the same years
  if own and own.grain == "plan-period" and after and after.w.word:find("^调") then return own.first_year, own.last_year end
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

-- Is a figure of these years a result, a target or background, by its part and its own time alone? Returns the last year too:
-- what has been so since a year is so until the review's.
local function status_by_time(cell, own, inside, first, last, passage)
  local review = passage.review
  if looks_ahead[passage.role] then
    if not (last and review and last <= review) then return "target", last end
    return own and (own.ago or last < review - 2) and "other" or "result", last
  end
  local status = own and own.ago and "other" or "result"
  local running = own and own.use == "since" and review and last and (first or last) > review -- 今年以来
  local begun = own and parts_of_year[own.grain] and (own.use ~= "by" or own.month and own.month > 0 and own.month <= 4) and review and last == review + 1 -- 今年1月末达到9亿元; 到今年2月底
  if own and review and (first or last) > review and not running and not inside and not begun then status = "target" end
  if own and own.use == "since" and last and review and not running and (last > review or first == last) then last = review end -- 2023年以来
  local history = own and (own.grain == "plan-period" or cell.tokens.bits[cell.i - 1] & DE ~= 0 and cell.right_last) and 0 or 5 -- 1997年亏损的6374户企业，…
  if own and passage.first and last and last < passage.first - history then status = "other" end
  return status, last
end

-- What the words around the figure say of its status: status, first and last year, whether it is of long ago.
local function status_by_words(cell, fact, own, status, first, last, passage)
  local role, review = passage.role, passage.review
  cell.as_is = status == "target" and not cell.due and (cell.done or stands(cell, first == last) or cell.current and not cell.reach or not own and not passage.annex and told_as_is(cell))
  if cell.as_is then
    status = "result"
    if not own and review then first, last = review, review end -- how it stands: the last year that is over
  end
  local known = status == "target" and part_of_known(cell, own, role)
  if known then status, first, last = "result", known.first, known.last end
  if status == "result" and (cell.intends or quotes_target(cell)) then status = "target" end
  if role == "review" and not cell.reach and cell.tokens.bits[cell.i + 1] & DE ~= 0 and reaches_goal(cell) then -- 2030年翻一番的目标已经提前实现, …的目标，于2027年提前三年实现
    if status == "target" then status = "result" end
    local year = reached_behind(cell)
    if year then first, last = year, year end
  end
  if role == "review" and phrases.recalls_target(cell) then status = "other" end -- 没有完成计划规定的增长22%的任务
  if grants(cell, fact) and (looks_ahead[role] or not cell.actor and not cell.verb) then status, cell.grants = "other", true end
  if cell.tokens.on_base and stands_on:test(cell.s, cell.token.to + 1) and cell.s:find("在", cell.tokens[cell.clause].from, true) then status = "other" end -- 在年初安排5亿元国债的基础上
  if cell.tokens.supposes and not own and not cell.as_is and supposed(cell) then status = "other" end
  local long_ago = cell.tokens.long_ago and not own and not fact.status and cell.q.dimension ~= "times" and long_ago_since:test(cell.s:sub(1, cell.token.from - 1))
  if long_ago then status = "other" end -- 旧社会全县只有三所小学
  return fact.status or status, first, last, long_ago
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
  local fact = cell.tokens.facts[#cell.tokens.facts]
  local before = fact and fact.cell
  return before and before.since_eve and before.tokens == cell.tokens and before.dated == own and cell.q.dimension ~= "points" and (cell.rise or cell.fall)
    and not cell.base and not cell.average and not cell.reach and not cell.tokens.same_time
end

-- 由1978年的316元提高到去年的464元，扣除物价因素，增长26%: in the year that was reached, where it is not that of the passage.
local function reached_in(cell, passage)
  local fact = cell.tokens.facts[#cell.tokens.facts]
  local before = fact and fact.cell
  local year = before and before.tokens == cell.tokens and before.reach and not cell.average and not cell.base and before.time and before.dated
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
    if f.cell.tokens == cell.tokens and (f.measure == "growth" or f.measure == "change") == grows then return f.cell.dated end
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
  local fact = cell.tokens.facts[#cell.tokens.facts]
  local before = fact and fact.measure == "growth" and fact.cell
  return before and before.tokens == cell.tokens and stocks.base_year(before)
end

local function averaged(cell)
  local fact = cell.tokens.facts[#cell.tokens.facts]
  return fact and fact.cell.tokens == cell.tokens and fact.cell.average
end

-- Status and period of a fact.
function M.of(cell, fact, measure, passage, entry)
  local role = passage.role
  local own, earlier = own_period(cell, passage)
  local source = cell.source
  if source and source.dated and not (own and own == cell.time) then own = source.dated end -- 去年完成26亿元，占全市三成
  own = own or of_whole(cell, measure)
  local until_when = looks_ahead[role] and cell.right_last and due_behind(cell)
  if until_when then own, cell.current, cell.due = until_when, false, true end
  if (not own or earlier) and measure == "growth" and fact.carried then own = reached_in(cell, passage) or own end
  cell.dated = own
  own = fact.own or own
  local first, last = passage.first, passage.last
  if cell.average and passage.line and passage.whole_first ~= passage.whole_last and (measure == "growth" or cell.actor) and not looks_ahead[role] then
    first, last = passage.whole_first, passage.whole_last -- 2025年收入达到9800元，年均增长6%, 平均每年招收90人: of the years that the part looks back on
  end
  if role == "problems" and last and not cell.average and not cell.cumulated then first = last end -- what is wrong is so now
  if measure == "change" and cell.q.dimension == "points" and fact.carried and averaged(cell) then cell.average = true end -- 年均递增14%，比“七五”快5.7个百分点
  local spans = (cell.average or cell.cumulated and earlier) and first ~= last and own and (own.first_year or own.last_year) == own.last_year
  -- 今年以来，…一季度…: a part of a year is one of the year that the line speaks of
  local inside = own and passage.line and parts_of_year[own.grain] and not own.text:find("年", 1, true)
  if own and not spans and not inside then first, last = own.first_year or own.last_year, own.last_year end
  local status, long_ago
  status, last = status_by_time(cell, own, inside, first, last, passage)
  status, first, last, long_ago = status_by_words(cell, fact, own, status, first, last, passage)
  if cell.footing and cell.time and cell.time.m.last_year then -- 在2016到2020年平均每年增长8%的基础上
    first, last = cell.time.m.first_year, cell.time.m.last_year
  end
  if first ~= last and (measure == "growth" or measure == "change") and cell.tokens.same_time and not own and not cell.average and is_of_one_year(cell) then
    first = last -- 同比增长8%, in a review of five years too
  end
  if fact.is_base then first, last = base_years(cell, own, first, last, passage) end
  -- 到2030年，…降低17%, 新建茶厂60座: what changes or is done until then is so over the span that ends there
  local span = own and own.use == "by" and measure == "growth" and first == last and span_until(cell, last)
  if span then first = span end -- 今后五年，…，到2030年翻一番
  if own and own.use == "by" and (measure == "growth" or measure == "change" or measure ~= "share" and (fact.actor or entry and entry.flow)) and passage.first ~= passage.last and last == passage.last then first = passage.first end
  if own and cell.average and (own.use == "by" or own.text and own.text:find("末$")) and first == last and last > (passage.plan or last) then first = periods.plan_of(passage.plan) end
  if own and own.use == "by" and first ~= last then -- 后四年要…，到2030年…，平均每年提高5%
    local part = part_of_span(cell.tokens[cell.tokens.periods[1]].m, passage)
    if part and part.last_year == last then first = part.first_year end
  end
  if cell.average and measure == "growth" and fact.carried and first == last and last then -- 货运量比1952年增长5.4倍，平均每年增长36%
    local since = since_base(cell)
    if since and since < last - 1 then first = since + 1 end
  end
  local partial = own and parts_of_year[own.grain]
  cell.planned_span = role == "five_year" and not own and first ~= last or nil
  local eve, begins, ends = nil, passage.first, passage.last
  if passage.line then begins, ends = passage.whole_first, passage.whole_last end
  if not looks_ahead[role] and begins ~= ends then
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

local LETS_TELL, PREDICATE = any "stop push adverb prep scope", any "level adverb share rise fall peels"

-- Does 目前 or 现有 at token k tell when, and not of which: 目前已建成; not 利用现有校舍, 巩固目前态势, 解决目前存在的问题?
local function tells_now(tokens, k)
  local bits = tokens.bits
  local before = bits[k - 1]
  if before & ACT ~= 0 or bits[k + 1] & DE ~= 0 then return false end -- 从目前的11个县扩大到34个
  return k == 1 or before & LETS_TELL ~= 0 or bits[k + 1] & PREDICATE ~= 0 or bits[k] & LEVEL ~= 0
end

local NOT_FROM_NOW = PART_END | PLANS | PERIOD

-- 目前全县有…，其中…: does an earlier clause of this part of the sentence speak of what is, and none since of what is to be?
local function goes_on_from_now(cell)
  local verb = cell.verb and cell.verb.w.word
  if cell.actor or cell.list_actor or verb and verb ~= "为" and not stocks.states[verb] then return false end -- 当前正值春耕，播种面积稳定在…
  local tokens, bits, told = cell.tokens, cell.tokens.bits, false -- has the clause a figure? 现有超载区退出，覆盖率… speaks of no state
  for k = cell.i - 1, max(1, cell.i - 80), -1 do
    local b = bits[k]
    if b & NOT_FROM_NOW ~= 0 then return false end
    if b & COMMA ~= 0 then told = false elseif b & QUANTITY ~= 0 then told = true end
    if b & NOW ~= 0 and (told or tokens[k].w.word ~= "现有") and tells_now(tokens, k) then return true end
  end
  return false
end

local intending = { ["力争"] = true, ["计划"] = true, ["拟"] = true, ["将"] = true, ["有望"] = true, ["还将"] = true }

local kind_of_plan = yanhu.pattern "(指令性|指导性|年度|国民经济)$"

local AVERAGES, SUMS = each "averages sums"
local TEMPERS = any "averages sums tempers" | NOW | PLANS
local ADVERB = each "adverb"
local ACT_OR_RELATION, SPEAKS = any "act relation", any "act level adverb rise fall reach"

-- Adverbs between the clause's start and the figure that bear on its time.
function M.temper(cell)
  local tokens, bits = cell.tokens, cell.tokens.bits
  for k = max(cell.clause, cell.i - 80), cell.i - 1 do
    local b = bits[k]
    if b & TEMPERS ~= 0 then
      local word = tokens[k].w.word
      local own = k > cell.floor or cell.rise or cell.fall or cell.bare -- 年均增长7%、突破50亿元
      if own and (b & AVERAGES ~= 0 or word == "平均" and (cell.rise or cell.fall) and k > (cell.left_last or 0) and bits[k + 1] & RELATION == 0) then cell.average = true end
      if b & SUMS ~= 0 or own and b & AVERAGES ~= 0 then cell.cumulated = true end
      if word == "已" or word == "已经" then cell.done = true end
      if b & NOW ~= 0 and tells_now(tokens, k) and not (word == "现有" and (cell.rise or cell.fall)) then cell.current = true end
      if b & PLANS ~= 0 then cell.current = false end -- 当前要确保…
      if intending[word] and b & NOUN == 0 then
        local before = k > cell.clause and bits[k - 1] or 0
        local named = word == "计划" and (before & ACT_OR_RELATION == ACT or before & TERM ~= 0 -- 营养改善计划惠及12所学校
          or before & TEXT ~= 0 and cell.s:sub(tokens.at[k] - #"国家", tokens.at[k] - 1) == "国家" -- 国家计划分配的物资
          or before & TEXT ~= 0 and kind_of_plan:test(cell.s:sub(1, tokens.at[k] - 1)) -- 指令性计划管理的产品
          or before & ADVERB ~= 0 and tokens[k - 1].w.word == "年" or bits[k + 1] & PUSH ~= 0 and tokens[k + 1].w.word == "规定") -- 完成五年计划规定的指标
        if not named and before & THAN == 0 and bits[k + 1] & SPEAKS ~= 0 then cell.intends = true end -- 比计划增产3万吨
      end
    end
  end
  local before = cell.previous -- 平均每年招收学徒90人、安置船工30人
  if before and before.average and (not cell.verb or before.from_base and cell.reach) and before.q.dimension == cell.q.dimension then cell.average = true end
  cell.current = cell.current or tokens.has & NOW ~= 0 and goes_on_from_now(cell)
end

return M
