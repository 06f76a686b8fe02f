-- When a figure holds: the period its clause names, else the one that runs through the passage, else the year that
-- the part implies (review: the reviewed year; plan: the planned one).

local words = require("yanhu.classes").words

local M = {}

--- 在2020年的基础上: ends the phrase whose year is another figure's.
M.footing = yanhu.dictionary { "基础上", "基数上", "高基数", "基数较高" }

--- The five-year plan that a year belongs to: first and last year.
function M.plan_of(year)
  if year <= 1957 then return 1953, 1957 elseif year <= 1962 then return 1958, 1962 elseif year <= 1965 then return 1963, 1965 end
  local first = (year - 1) // 5 * 5 + 1
  return first, first + 4
end

--- A passage's period while a report is read: what headings and opening words of paragraphs set.
function M.passage(meta)
  local self = { review = meta.review_year, plan = meta.plan_year, first = nil, last = nil }
  self.review = self.review or (meta.year and meta.year - 1)
  self.plan = self.plan or meta.year
  return self
end

--- Roles of parts that look ahead.
M.looks_ahead = { plan = true, government = true, five_year = true }
local looks_ahead = M.looks_ahead

M.parts_of_year = { quarter = true, half = true, month = true, day = true }

--- Classes of words that speak of now, and of what is to be.
M.NOW, M.PLANS = words "目前 现在 当前 现有 如今",
  words "要 将 力争 确保 争取 计划 拟 努力 必须 务必 保证 应当 应该 使 让 支持 推动"

local function by_role(passage, role)
  if role == "plan" or role == "government" then return passage.plan, passage.plan end
  if role == "five_year" and passage.plan then return M.plan_of(passage.plan) end
  if role == "closing" or role == "notes" then return passage.review, passage.review end
  return passage.review, passage.review
end

--- A part or a role begins. A span of the past goes on through parts that look back.
function M.enter_part(passage, role)
  M.leave_line(passage, nil)
  local back = passage.role and not looks_ahead[role] and role ~= "closing"
  passage.role = role
  if role ~= "problems" and not back then passage.both, passage.of_year = false, false end
  if back and passage.first and passage.first ~= passage.last and passage.last <= (passage.review or 0) then return end
  passage.first, passage.last = by_role(passage, role)
end

-- “十四五”时期, “十四五”以来, “十四五”这五年, “十四五”，…: the years of a plan, not the plan.
local behind_plan = { ["这"] = true, ["五"] = true, ["，"] = true, ["："] = true }

function M.names_time(period)
  local text = period.text
  if text:find("期$") or text:find("来$") or text:find("间$") or text:find("末$") then return true end
  return behind_plan[period.sentence.text:sub(period.to + 1, period.to + 3)] or false
end

local five = yanhu.dictionary { "五年", "5年", "五载", "五度春秋", "本届政府", "五”" } -- what is asked before the pattern
local first_span = yanhu.pattern "[五5]年|五载|五度春秋|本届政府|“十?[一二三四五六七八九]?五”"
local of_other_years = yanhu.pattern "([0-9一二三四五六七八九十〇零百千前近每第]|未来|今后|下一?个|接下来的?|往后)$"
local of_a_plan = yanhu.pattern("(的?规划|的?计划|行动|以上|以内|内|期)", "a")
-- “十四五”时期, “十四五”胜利收官, “十四五”规划主要指标总体完成; not 完成“十四五”找矿任务, 编制“十四五”规划.
local as_a_time = yanhu.pattern("”(时期|期间|以来|圆满|胜利|顺利|收官|发展|成就|回顾|五年|这五年|。|，|：|$|(各项|主要)[^，。]{0,4}任务|规划?(确定的?|主要|各项|目标|胜利|圆满|顺利|如期|全面))", "a")
local its_making = yanhu.pattern "(编制|谋划|制定|起草|对接|衔接|开启|迈入|迎接|展望|国家|落实|实施|推动|确保|助力)了?$"
local numerals = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }

-- “十四五”: the plan that ends with a year, nil for none.
local function plan_ending(year)
  if not year or year < 1970 or year % 5 ~= 0 then return nil end
  local n = (year - 1955) // 5
  return "“" .. (n > 10 and "十" .. numerals[n - 10] or numerals[n]) .. "五”"
end

-- 与2020年相比，…站在更高的起点上
local set_against = yanhu.pattern "[与同和较比](([0-9]{4})年[末底]?|“十?[一二三四五六七八九]?五”末?)(相比|相较|，)"

--- Where a text that a review of five years may open with names them, as a whole: 五年来, 经过五年奋斗, 五载耕耘, 本届政府, 与 the year before them
--- 相比, and of the plan that is over “十四五”; nil where it does not.
function M.names_five_years(passage, text)
  local review = passage.review
  if not review or looks_ahead[passage.role] or passage.role == "closing" or passage.role == "notes" then return nil end
  local asked = five:find(text)
  local at = asked and 1
  while at do
    local from, to = first_span:find(text, at)
    if not from then break end
    local word = text:sub(from, to)
    if word:find("^“") then
      if word == plan_ending(review) and as_a_time:test(text, to - 2) and not its_making:test(text:sub(1, from - 1)) then return from end
    elseif word:sub(-#"年") ~= "年" or not of_other_years:test(text:sub(1, from - 1)) and not of_a_plan:test(text, to + 1) then
      return from
    end
    at = to + 1
  end
  passage.eve = passage.eve or review - 5 .. "年"
  if not asked and not text:find(passage.eve, 1, true) then return nil end
  local against, _, named = set_against:find(text)
  return against and (named:find(review - 5, 1, true) or named:find(plan_ending(review - 5) or "-", 1, true)) and against or nil
end

local told_years = yanhu.pattern "一年|去年"

-- What follows a heading or a sentence that tells of no figure is of the five years that it names (at `from`), unless it names the last of
-- them first (2025年是“十四五”收官之年).
local function turn_to_five(passage, text, from, heading)
  local year = text:find(passage.review .. "年", 1, true) or told_years:find(text)
  if heading then passage.headed, passage.both = not year, year ~= nil end -- of nothing else; of both
  if year and year < from then return false end
  M.leave_line(passage, nil)
  if passage.first == passage.last then passage.first, passage.last = passage.review - 4, passage.review end
  return true
end

local coming = yanhu.dictionary { "五年", "五”", "任期" } -- asked before the pattern
local five_ahead = yanhu.pattern "(今后|未来|下一?个|接下来的?|往后|新的|这)五年|五年(后|之后|以后|的(时间|光阴|任期))|“十?[一二三四五六七八九]?五”|任期"

-- In the plan of a year that its heading does not name, a heading or a sentence without a figure that names the five years to come
-- (今后五年，我们要…) turns what follows to them; 今年 turns it back.
local function turn_ahead(passage, text, heading)
  local plan = passage.plan
  if not plan then return false end
  local year = text:find(plan .. "年", 1, true) or text:find("今年", 1, true)
  local from, to = five_ahead:find(text)
  local first, last = plan, plan + 4
  if not from or year and year < from then return false end
  local named = text:sub(from, to)
  if named:find("^“") and named ~= plan_ending(last) then return false end
  M.leave_line(passage, nil)
  passage.first, passage.last = first, last
  return true
end

-- 刚刚过去的2025年，…; 2025年，我们着重抓了以下工作：; 2025年是…之年。: the lines that follow are of that year, though the heading speaks of more.
local tells_on = yanhu.pattern "(：|(以下|下列|如下|几[个项件方]|[做抓]了|[做抓]好)[^，。]*。)$|工作。?$"
local goes_on = yanhu.pattern("度?，?(是|我们|面对|在|全.{0,2}上下|也是|既是|[国省市县区州旗盟]委|党中央|坚持|围绕|紧扣|全[国省市县区州旗盟])", "a")
local spans_on = yanhu.pattern "年均|五年|累计|“十[一二三四五]?五”末|五年前"
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
  M.leave_line(passage, nil)
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

--- A heading, or a sentence that `opens` a line, may turn the passage from the year to the five years or back. `stated`: how many figures it
--- has. Returns whether it turned to them, and whether it names them without telling a figure.
function M.turn(passage, sentence, stated, heading, opens)
  local plan = passage.role == "plan"
  if plan and not opens then return false, false end
  local text = sentence.text
  if plan then
    if heading and (text:find((passage.plan or 0) .. "年", 1, true) or text:find("今年", 1, true)) then passage.of_year = true end
    return not passage.of_year and coming:find(text) ~= nil and five_ahead:test(text) and tells_no_figure(sentence, stated) and turn_ahead(passage, text, heading) or false, false
  end
  local from = stated < 4 and M.names_five_years(passage, text) -- with more figures, they are not all of years
  local named = from and tells_no_figure(sentence, stated) or false
  if named and opens and turn_to_five(passage, text, from, heading) then return true, true end
  if opens and not heading and not named then turn_back(passage, text, stated > 0) end
  return false, named
end

--- Opening words of a sentence, or a heading, name the time of what follows. A span sets it in a review where it is
--- over or still running, and in a part about a five-year plan; in the plan of one year it is only talked about.
--- `firm` is false where the words only date a figure, nil for a heading; `line` is given where they begin a line: then they
--- hold for it. Within a line one year of several dates its own sentence alone. `stated`: the sentence has a figure.
function M.cue(passage, period, firm, line, stated)
  local first, last, review = period.first_year, period.last_year, passage.review
  if not review or period.text == "当年" or period.text:find("^连") then return end -- of the year that is spoken of
  if period.text:find("^经过") and not looks_ahead[passage.role] then return end -- how long it took to come to it
  if passage.role == "five_year" and period.use == "for" and period.text:find("^五年") and not period.text:find("来$") then
    return -- 五年间: those that the part is about
  end
  if not last and period.use == "for" and period.text:find("五年", 1, true) then first, last = review - 4, review end -- 五年来
  if not first or not last then return end
  if period.use == "since" and first == last and firm and not stated and not looks_ahead[passage.role] then last = review end -- 2021年以来，…
  if looks_ahead[passage.role] and passage.role ~= "five_year" and first ~= last and last - first > 1 and first >= (passage.plan or 0) then
    -- 今后八年，…: what is planned for years holds for the line; a heading's, or eight and more, also for what follows
    if firm == nil and (period.grain ~= "plan-period" or M.names_time(period)) or last - first > 6 then passage.first, passage.last = first, last elseif line then M.hold_line(passage, line, first, last) end
    return
  end
  if first ~= last and last - first < 3 then return end -- 近三年 dates one figure
  if firm ~= nil and last - first > 8 then -- 建国三十年来，…: a look back, though a heading may mean all that follows
    if line then M.hold_line(passage, line, first, math.min(last, review)) end
    return
  end
  local role = passage.role
  if period.grain == "plan-period" and not M.names_time(period) and not (firm == nil and not looks_ahead[role] and last <= review) then
    return -- a plan is talked about, but where a review's heading names one that is over: 第一个五年计划执行的结果
  end
  if first ~= last then
    if role == "five_year" and period.use == "since" and period.grain ~= "plan-period" then return end -- 建国以来
    if role == "five_year" then
      passage.first, passage.last = first, last
    elseif role ~= "plan" and role ~= "government" and (last <= review or period.use == "since" and first < review) then
      passage.first, passage.last = first, math.min(last, review)
      passage.headed = firm == nil
    end
  elseif last == review or last == passage.plan then
    if not looks_ahead[role] and last > review then
      if line and period.use == "since" then M.hold_line(passage, line, first, last) end -- 今年以来，…
      return
    end
    if role == "plan" and last < passage.plan then return end
    local passing = (firm == false or firm and not looks_ahead[role] and (not line or passage.headed)) and not (line and announces(passage, period, firm))
    if passing and passage.first ~= passage.last then -- in a review of five years a figure of its last
      if role == "plan" then passage.first, passage.last = first, last end
      if line and last == review then -- or a paragraph of it
        M.hold_line(passage, line, first, last)
      end
      return
    end
    passage.first, passage.last, passage.headed = first, last, false
  end
end

--- In a review of one year 五年来，… in the middle of a line dates its sentence; where the line has named the five years before
--- (…，标志着“十四五”胜利收官。五年来，…), it is the time of what follows.
function M.go_on(passage, period)
  if looks_ahead[passage.role] or passage.first ~= passage.last or period.last_year ~= passage.review or period.last_year - period.first_year ~= 4
    or period.text:find("^连") then return end
  passage.first, passage.last = period.first_year, period.last_year
end

--- What opens a line and holds for it alone.
function M.hold_line(passage, line, first, last)
  passage.line, passage.whole_first, passage.whole_last = line, passage.first, passage.last
  passage.first, passage.last = first, last
end

--- A sentence of another line begins: what held for one line is over.
function M.leave_line(passage, line)
  if passage.line and passage.line ~= line then
    passage.first, passage.last, passage.line = passage.whole_first, passage.whole_last, nil
  end
end

local written = {} -- first << 16 | last -> its string

--- The period string of a fact. `stock`: the figure is a state at the end of the span.
function M.string(first, last, stock)
  if not last then return nil end
  if stock or not first then first = last end
  local years = first << 16 | last
  if not written[years] then written[years] = first == last and tostring(last) or first .. "-" .. last end
  return written[years]
end

return M
