-- Periods in general: five-year plans, how a period is written, which roles look ahead, words of now and of plans.

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

--- Roles of parts that look ahead.
M.looks_ahead = { plan = true, government = true, five_year = true }

M.parts_of_year = { quarter = true, half = true, month = true, day = true }

--- Classes of words that speak of now, and of what is to be.
M.NOW, M.PLANS = words "目前 现在 当前 现有 如今",
  words "要 将 力争 确保 争取 计划 拟 努力 必须 务必 保证 应当 应该 使 让 支持 推动"

-- “十四五”时期, “十四五”以来, “十四五”这五年, “十四五”，…: the years of a plan, not the plan.
local behind_plan = { ["这"] = true, ["五"] = true, ["，"] = true, ["："] = true }

function M.names_time(period)
  local text = period.text
  if text:find("期$") or text:find("来$") or text:find("间$") or text:find("末$") then return true end
  return behind_plan[period.sentence.text:sub(period.to + 1, period.to + 3)] or false
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
