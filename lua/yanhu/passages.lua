-- What years a passage of a report is about, while it is read from its first sentence to its last: its part says so, headings and
-- the openings of lines and sentences turn it from the year to the five years and back.

local periods = require "yanhu.periods"
local five_years = require "yanhu.five_years"

local footing, looks_ahead = periods.footing, periods.looks_ahead

local M = {}

--- A passage's period while a report is read: what headings and opening words of paragraphs set.
function M.new(meta)
  local self = { review = meta.review_year, plan = meta.plan_year, first = nil, last = nil }
  self.review = self.review or (meta.year and meta.year - 1)
  self.plan = self.plan or meta.year
  self.month = meta.year and self.review == meta.year - 1 and meta.date and tonumber(meta.date:sub(6, 7)) or 0
  return self
end

-- What opens a line and holds for it alone.
local function hold_line(passage, line, first, last)
  passage.line, passage.whole_first, passage.whole_last = line, passage.first, passage.last
  passage.first, passage.last = first, last
end

-- A sentence of another line begins: what held for one line is over.
local function leave_line(passage, line)
  if passage.line and passage.line ~= line then
    passage.first, passage.last, passage.line = passage.whole_first, passage.whole_last, nil
  end
end

local function by_role(passage, role)
  if role == "plan" or role == "government" then return passage.plan, passage.plan end
  if role == "five_year" and passage.plan then return periods.plan_of(passage.plan) end
  return passage.review, passage.review
end

-- A part or a role begins. A span of the past goes on through parts that look back.
local function enter_part(passage, role)
  leave_line(passage, nil)
  passage.of_review = false -- its heading names the year that is over
  local back = passage.role and not looks_ahead[role] and role ~= "closing"
  passage.role = role
  if role ~= "problems" and not back then passage.both, passage.of_year = false, false end
  if back and passage.first and passage.first ~= passage.last and passage.last <= (passage.review or 0) then return end
  passage.first, passage.last = by_role(passage, role)
end

local told_years = yanhu.pattern "一年|去年"

-- What follows a heading or a sentence that tells of no figure is of the five years that it names (at `from`), unless it names the last of
-- them first (2025年是“十四五”收官之年).
local function turn_to_five(passage, text, from, heading)
  local year = text:find(passage.review .. "年", 1, true) or told_years:find(text)
  if heading then passage.headed, passage.both = not year, year ~= nil end -- of nothing else; of both
  if year and year < from then return false end
  leave_line(passage, nil)
  if passage.first == passage.last then passage.first, passage.last = passage.review - 4, passage.review end
  return true
end

-- In the plan of a year that its heading does not name, a heading or a sentence without a figure that names the five years to come
-- (今后五年，我们要…) turns what follows to them; 今年 turns it back.
local function turn_ahead(passage, text, heading)
  local plan = passage.plan
  if not plan then return false end
  local year = text:find(plan .. "年", 1, true) or text:find("今年", 1, true)
  local from, to = five_years.ahead:find(text)
  local first, last = plan, plan + 4
  if not from or year and year < from then return false end
  local named = text:sub(from, to)
  if named:find("^“") and named ~= five_years.plan_ending(last) then return false end
  leave_line(passage, nil)
  passage.first, passage.last = first, last
  return true
end

-- 刚刚过去的2025年，…; 2025年，我们着重抓了以下工作：; 2025年是…之年。: the lines that follow are of that year, though the heading speaks of more.
local tells_on = yanhu.pattern "(：|(以下|下列|如下|几[个项件方]|[做抓]了|[做抓]好)[^，。]*。)$|工作。?$"
local goes_on = yanhu.pattern("度?，?(是|我们|面对|在|全.{0,2}上下|也是|既是|[国省市县区州旗盟]委|党中央|坚持|围绕|紧扣|全[国省市县区州旗盟])", "a")
local spans_on = yanhu.pattern "年均|五年|累计|“十[一二三四五]?五”末|五年前"
local just_over = yanhu.pattern "^刚刚?过去的[^，。]*，是" -- also in the middle of a line
local function announces(passage, period, firm)
  local s = period.sentence.text
  if not firm then return passage.both and not spans_on:test(s) and not s:find(passage.review - 5 .. "年", 1, true) end
  if period.grain ~= "year" then return false end
  return s:find("^[^，。]*过去的") ~= nil or s:find("^[^，。]*回[首望顾]") ~= nil or tells_on:test(s) or goes_on:test(s, period.to + 1)
end

local one_year = yanhu.pattern "^(——|各位代表[，！])?(特别是|尤其是|其中，|回望|回首|回顾|在)?((刚?刚?过去的?|这)一年(里|来|中|，|的)|收官之年，|一年来，)"

-- In a review of five years a line that opens with 这一年, 过去一年, 收官之年 begins the last one, and so does a first sentence without a figure that
-- comes to that year and not to the five (最后一页写在2025年。).
local function turn_back(passage, text, stated)
  if passage.first == passage.last or passage.last ~= passage.review or looks_ahead[passage.role] then return end
  if not (one_year:test(text) or not stated and (text:find(passage.review .. "年", 2, true) or text:find("这一年", 2, true))) then return end
  leave_line(passage, nil)
  passage.first, passage.headed = passage.last, false
end

-- Is every figure of the sentence a number of years: 经过五年接续奋斗，…?
local function tells_no_figure(sentence, stated)
  if stated == 0 then return true end
  for q in sentence:quantities() do
    if q.unit ~= "年" and q.unit ~= "载" and not q.quoted then return false end
  end
  return true
end

-- Does nothing turn the passage any more: what looks ahead but for a plan, and a plan of one year that is named?
local function is_settled(passage) return looks_ahead[passage.role] and (passage.role ~= "plan" or passage.of_year) end

-- A heading, or a sentence that `opens` a line, may turn the passage from the year to the five years or back. `stated`: how many figures it
-- has. Returns whether it turned to them, and whether it names them without telling a figure.
local function turn(passage, sentence, stated, heading, opens, dated)
  local plan = passage.role == "plan"
  if is_settled(passage) or plan and not opens then return false, false end
  local text = sentence.text
  if plan then
    if heading and (text:find((passage.plan or 0) .. "年", 1, true) or text:find("今年", 1, true)) then passage.of_year = true end
    return not passage.of_year and five_years.coming:find(text) ~= nil and five_years.ahead:test(text) and tells_no_figure(sentence, stated) and turn_ahead(passage, text, heading) or false, false
  end
  local from = stated < 4 and five_years.names(passage, text, dated) -- with more figures, they are not all of years
  local named = from and tells_no_figure(sentence, stated) or false
  if named and opens and turn_to_five(passage, text, from, heading) then return true, true end
  if opens and not heading and not named then turn_back(passage, text, stated > 0) end
  return false, named
end

-- 2025年收入达到3.6万元，比2020年增长60%; …达到60亿元，年均增长6%: the height that was reached in the last year of those that are told of; the line goes on with all.
local function reaches_height(passage, text)
  return text:find("年均", 1, true) or text:find("[比较是]" .. passage.review - 5 .. "年") ~= nil
end

-- Opening words of a sentence, or a heading, name the time of what follows. A span sets it in a review where it is
-- over or still running, and in a part about a five-year plan; in the plan of one year it is only talked about.
-- `firm` is false where the words only date a figure, nil for a heading; `line` is given where they begin a line: then they
-- hold for it. Within a line one year of several dates its own sentence alone. `stated`: the sentence has a figure.
local function cue(passage, period, firm, line, stated)
  local first, last, review = period.first_year, period.last_year, passage.review
  if not review or period.text == "当年" or period.text:find("^连") then return end -- of the year that is spoken of
  if (period.text:find("^经过") or period.from == #"经过" + 1 and period.sentence.text:find("^经过")) and not looks_ahead[passage.role] then return end -- how they came to it
  if passage.role == "five_year" and period.use == "for" and period.text:find("^五年") and not period.text:find("来$") then
    return -- 五年间: those that the part is about
  end
  if not last and period.use == "for" and period.text:find("五年", 1, true) then first, last = review - 4, review end -- 五年来
  if not first or not last then return end
  if period.use == "since" and first == last and firm and not stated and not looks_ahead[passage.role] then last = review end -- 2021年以来，…
  if looks_ahead[passage.role] and passage.role ~= "five_year" and first ~= last and last - first > 1 and first >= (passage.plan or 0) then
    -- 今后八年，…: what is planned for years holds for the line; a heading's, or eight and more, also for what follows
    local time = period.grain ~= "plan-period" or periods.names_time(period) -- 实现“十五五”良好开局，… is of the year
    if firm == nil and time or last - first > 6 then passage.first, passage.last = first, last elseif line and time then hold_line(passage, line, first, last) end
    return
  end
  if first ~= last and last - first < 3 then return end -- 近三年 dates one figure
  if firm ~= nil and last - first > 8 then -- 建国三十年来，…: a look back, though a heading may mean all that follows
    if line then hold_line(passage, line, first, math.min(last, review)) end
    return
  end
  local role = passage.role
  if period.grain == "plan-period" and not periods.names_time(period) and not (firm == nil and not looks_ahead[role] and last <= review) then
    return -- a plan is talked about, but where a review's heading names one that is over: 第一个五年计划执行的结果
  end
  if first ~= last then
    if role == "five_year" and period.use == "since" and period.grain ~= "plan-period" then return end -- 建国以来
    if role == "five_year" then
      passage.first, passage.last = first, last
    elseif last > review and line and stated and passage.first == passage.last and not looks_ahead[role] then
      hold_line(passage, line, first, review) -- “十四五”以来，…, told of years that still run in the review of one of them
    elseif role ~= "plan" and role ~= "government" and (last <= review or period.use == "since" and first < review) then
      passage.first, passage.last = first, math.min(last, review)
      passage.headed = firm == nil
    end
  elseif last < review and first >= passage.first and firm and not stated and line and period.grain == "year" and goes_on:test(period.sentence.text, period.to + 1) and not looks_ahead[role] then
    hold_line(passage, line, first, last) -- 2022年，面对疫情，我们众志成城。派出…: a year of those that are told of
  elseif last == review or last == passage.plan then
    if not looks_ahead[role] and last > review then
      if line and period.use == "since" then hold_line(passage, line, first, last) end -- 今年以来，…
      return
    end
    if role == "plan" and last < passage.plan then return end
    local passing = (firm == false or firm and not looks_ahead[role] and (not line or passage.headed)) and not (line and announces(passage, period, firm)) and (stated or not just_over:test(period.sentence.text))
    if passing and passage.first ~= passage.last then -- in a review of five years a figure of its last
      if role == "plan" then passage.first, passage.last = first, last end
      if line and last == review and not (firm == false and reaches_height(passage, period.sentence.text)) then -- or a paragraph of it
        hold_line(passage, line, first, last)
      end
      return
    end
    passage.first, passage.last, passage.headed = first, last, false
  elseif role == "plan" and line and firm and not stated and last == passage.plan + 1 then
    passage.first, passage.last = first, last -- 明年是第三个五年计划的第一年，我们要…: a report of the autumn
  end
end

-- 上半年完成投资八千万元, in a report of September: what a review tells of months that are over is of the year in which it is given, and so is what follows.
local months_of = { ["上半年"] = 6, ["一季度"] = 3, ["首季"] = 3, ["二季度"] = 6, ["三季度"] = 9, ["前三季度"] = 9, ["今年以来"] = 4 }
local function tells_this_year(passage, period, line)
  if passage.month < 5 or passage.of_review or looks_ahead[passage.role] or passage.first ~= passage.last then return false end
  local text = period.text:gsub("^到", ""):gsub("^截至", ""):gsub("^第", ""):gsub("末$", "")
  local month = months_of[text] or period.grain == "month" and not text:find("年", 1, true) and period.month
  if not month or month < 1 or month >= passage.month then return false end
  passage.first, passage.last = passage.review + 1, passage.review + 1
  hold_line(passage, line, passage.first, passage.last)
  return true
end

-- In a review of one year 五年来，… in the middle of a line dates its sentence; where the line has named the five years before
-- (…，标志着“十四五”胜利收官。五年来，…), it is the time of what follows.
local function go_on(passage, period)
  if looks_ahead[passage.role] or passage.first ~= passage.last or period.last_year ~= passage.review or period.last_year - period.first_year ~= 4
    or period.text:find("^连") then return end
  passage.first, passage.last = period.first_year, period.last_year
end

local function lists_tasks(path, year)
  for _, word in ipairs { "实事", "任务", "清单", "工作安排", "重点工作" } do
    if path:find(word, 1, true) then return true end
  end
  return year ~= nil and path:find(year .. "年", 1, true) ~= nil
end

local predicate = yanhu.pattern("(就|已|又|预计|累计|首次)*(达|完成|实现|为|是|突破|超过|增长|增加|提高|提升|上升|下降|减少|降|升|首破)", "a")

-- 刚刚过去的2025年，…: does the period open its sentence? In 在2020年的基础上，… and 粮食产量2025年达到… it does not.
local function opens_passage(s, m)
  if m.from > 16 and not s:find("^各位代表") then return false end
  local comma = s:find("，", m.to + 1, true)
  if comma and footing:ending(s, comma - 1) or s:find("^连续") then return false end
  if m.text:find("^截至") or m.text:find("^截止") then return false end -- 截至2025年底，累计…: how it stood then
  if m.from == 1 then return true end
  local before = s:sub(1, m.from - 1)
  if before:find("^各位代表") then before = before:sub(#"各位代表！" + 1) end -- or a comma
  if before ~= "" and predicate:test(s, m.to + 1) then return false end
  return #before <= 15 and not before:find("，", 1, true) and not before:find("从", 1, true) and not before:find("比", 1, true)
end

-- 各位代表！刚刚过去的2025年，…: a sentence that only calls upon those who listen.
local function addresses(s) return #s <= #"各位代表、同志们！" and s:find("！$") ~= nil end

-- Words of a sentence that tells what was done, not a figure.
local tellers = { "我们", "面对", "在", "是", "全省上下", "全市上下", "全县上下", "全区上下" }

-- Is the period more than the date of the sentence's first figure: 2025年，我们…?
local function is_firm(s, m, has_value)
  if not has_value or m.from > 1 then return true end
  local rest = s:sub(m.to + 1):gsub("^，", "")
  for _, word in ipairs(tellers) do
    if rest:sub(1, #word) == word then return true end
  end
  return false
end

-- The sentences without a mention, `count` of them, that stand before a new line: 五载耕耘，硕果盈枝。 Those that turn the passage do so here.
local function read_between(passage, sentence, count)
  local texts, before = {}, sentence.previous
  for n = 1, math.min(count, 4) do
    texts[n], before = before, before.previous
  end
  for k = #texts, 1, -1 do
    if texts[k].role == passage.role then turn(passage, texts[k], 0, texts[k].heading, true) end
  end
end

--- The next sentence of the report: its part, its line and what it opens with may set the passage's years. `about` and `period` are what
--- r:by_sentence() tells of it.
function M.read(passage, sentence, about, period)
  local role, part = about.role, about.part
  if part ~= passage.part then
    passage.part = part
    enter_part(passage, role)
  elseif role ~= passage.role and not (passage.annex and role == "notes") then
    enter_part(passage, role)
  end
  if role == "notes" and passage.role == "notes" and lists_tasks(sentence.path, passage.plan) then
    enter_part(passage, "plan") -- an annex with the year's tasks is a plan
    passage.annex = true
  end
  local at, figures = about.line, about.figures
  local stated = figures - about.quoted -- those that are not quoted
  if passage.line then leave_line(passage, at) end
  local new_line, settled = at ~= passage.here, is_settled(passage)
  if new_line then
    if not settled and about.between > 0 then read_between(passage, sentence, about.between) end
    passage.here, passage.named = at, false
  end
  local heading = about.heading and stated == 0 -- one with a figure has lost its line: （二）…稳步推进建成…
  if not settled then
    local turned, names = turn(passage, sentence, stated, heading, heading or new_line, period ~= nil)
    passage.named = passage.named or names -- what the line goes on to tell may be of the five years
    if turned then return end
  elseif not period then
    return
  end
  if heading then
    if about.periods == 1 then
      cue(passage, period)
      passage.of_review = period.grain == "year" and period.last_year == passage.review
    end
  elseif period and passage.month > 4 and tells_this_year(passage, period, at) then
    return
  elseif period and period.from <= 34 and (figures == 0 or not about.paragraph or new_line) and opens_passage(sentence.text, period) then
    local previous = sentence.previous
    cue(passage, period, is_firm(sentence.text, period, stated > 0), (new_line or previous and addresses(previous.text)) and at or nil, stated > 0)
  elseif passage.named and period and period.from == 1 and period.first_year and period.first_year ~= period.last_year then
    go_on(passage, period)
  end
end

return M
