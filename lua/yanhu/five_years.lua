-- How reports name five years as a whole: those that a review looks back on (五年来, 五载耕耘, 本届政府, “十四五”时期) and those that a plan
-- goes into (今后五年, 任期).

local looks_ahead = require("yanhu.periods").looks_ahead

local M = {}

local five = yanhu.dictionary { "五年", "5年", "五载", "五度春秋", "本届政府", "五”" } -- what is asked before the pattern
local first_span = yanhu.pattern "[五5]年|五载|五度春秋|本届政府|“十?[一二三四五六七八九]?五”"
local of_other_years = yanhu.pattern "([0-9一二三四五六七八九十〇零百千前近每第]|未来|今后|下一?个|接下来的?|往后)$"
local of_a_plan = yanhu.pattern("(的?规划|的?计划|行动|以上|以内|内|期)", "a")
-- “十四五”时期, “十四五”胜利收官, “十四五”规划主要指标总体完成; not 完成“十四五”找矿任务, 编制“十四五”规划.
local as_a_time = yanhu.pattern("”(时期|期间|以来|圆满|胜利|顺利|收官|发展|成就|回顾|五年|这五年|。|，|：|$|(各项|主要)[^，。]{0,4}任务|规划?(确定的?|主要|各项|目标|胜利|圆满|顺利|如期|全面))", "a")
local its_last_year = yanhu.pattern("的?(收官之年|最后一年|末年)", "a") -- and not all five
local its_making = yanhu.pattern "(编制|谋划|制定|起草|对接|衔接|开启|迈入|迎接|展望|国家|落实|实施|推动|确保|助力)了?$"
local numerals = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }

--- “十四五”: the plan that ends with a year, nil for none.
function M.plan_ending(year)
  if not year or year < 1970 or year % 5 ~= 0 then return nil end
  local n = (year - 1955) // 5
  return "“" .. (n > 10 and "十" .. numerals[n - 10] or numerals[n]) .. "五”"
end

-- 与2020年相比，…站在更高的起点上
local set_against = yanhu.pattern "[与同和较比](([0-9]{4})年[末底]?|“十?[一二三四五六七八九]?五”末?)(相比|相较|，)"

--- Where a text that a review of five years may open with names them, as a whole: 五年来, 经过五年奋斗, 五载耕耘, 本届政府, 与 the year before them
--- 相比, and of the plan that is over “十四五”; nil where it does not. `dated`: the text has a period.
function M.names(passage, text, dated)
  local review = passage.review
  if not review or looks_ahead[passage.role] or passage.role == "closing" or passage.role == "notes" then return nil end
  local asked = five:find(text)
  local at = asked and 1
  while at do
    local from, to = first_span:find(text, at)
    if not from then break end
    local word = text:sub(from, to)
    if word:find("^“") then
      if word == M.plan_ending(review) and as_a_time:test(text, to - 2) and not its_last_year:test(text, to + 1) and not its_making:test(text:sub(1, from - 1)) then return from end
    elseif word:sub(-#"年") ~= "年" or not of_other_years:test(text:sub(1, from - 1)) and not of_a_plan:test(text, to + 1) then
      return from
    end
    at = to + 1
  end
  if not asked and not dated then return nil end
  passage.eve = passage.eve or review - 5 .. "年"
  if not asked and not text:find(passage.eve, 1, true) then return nil end
  local against, _, named = set_against:find(text)
  return against and (named:find(review - 5, 1, true) or named:find(M.plan_ending(review - 5) or "-", 1, true)) and against or nil
end

--- What is asked before `ahead`.
M.coming = yanhu.dictionary { "五年", "五”", "任期" }

--- Names five years to come.
M.ahead = yanhu.pattern "(今后|未来|下一?个|接下来的?|往后|新的|这)五年|五年(后|之后|以后|的(时间|光阴|任期))|“十?[一二三四五六七八九]?五”|任期"

return M
