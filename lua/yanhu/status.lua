-- Is a figure a result, a target or only background: by its part and time, then by the words around it; told.lua says what a plan
-- tells of what is and was.

local periods = require "yanhu.periods"
local phrases = require "yanhu.phrases"
local carry = require "yanhu.carry"
local told = require "yanhu.told"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local looks_ahead = periods.looks_ahead
local parts_of_year = periods.parts_of_year

local M = {}

local each, words = classes.each, classes.words
local DE, PART_END = each "de", words "； 。"

-- What a policy gives to one who is eligible (一次性补助8000元) is neither a result nor a target.
local granted = yanhu.dictionary { "补助", "补贴", "奖励", "资助", "津贴", "奖补", "补偿", "贴息", "奖金" }
local standard = yanhu.dictionary { "上限", "门槛", "标准", "水平" } -- what all of a kind get is set for the year

local limits = yanhu.dictionary { "限额", "门槛", "起付线", "起付标准", "封顶线" } -- 限额以上单位的投资限额为300万元

-- 每户补助2.8万元: what is set for each, and no reward for one who asks.
local for_each = yanhu.pattern "每[人户生餐次](每?[年月天])?(给予)?$|(每[人户生餐次]|[人户次]均)[^，；。最]*(补|贴|奖|资助)[^，；。最]*$|(补助|补贴)[^，；。最]*(每[人户生餐次]|[人户次]均)[^，；。最]*$"
local once = yanhu.pattern "^对|一次性"
local as_a_share = yanhu.pattern("的?(标准|比例)?(给予|进行|予以)[^，；。]{0,24}(奖励|补助|补贴|奖补|资助|贴息|补偿)", "a")
local ceiling = yanhu.pattern "(最高|最多|上限|封顶)[^，；。]*$"

local function grants(cell, fact)
  local d, value = cell.q.dimension, cell.q.low or cell.q.high
  if d == "percent" then return cell.tokens.says.grants and as_a_share:test(cell.s, cell.token.to + 1) end -- 按设备额的20%给予奖励
  if d ~= "money" then return false end
  local verb = cell.verb and cell.verb.w.word
  local moves = cell.rise or cell.fall or verb == "达到" or verb == "达"
  if not moves and limits:ending(fact.indicator, #fact.indicator) then return true end
  if not value or moves then return false end
  local known = carry.fact_before(cell)
  if known and known.cell.grants and ceiling:test(phrases.before_figure(cell)) then
    return true -- 给予奖励，最高500万元
  end
  if value >= 1e6 and not (value < 1e7 and once:test(phrases.before_figure(cell))) or cell.reach or cell.actor and cell.actor.w.rise then return false end
  return granted:find(fact.indicator .. (cell.actor and cell.actor.w.word or "")) ~= nil and not standard:ending(fact.indicator, #fact.indicator)
    and not for_each:test(phrases.before_figure(cell))
end

-- 围绕“增长6%左右”等预期目标，…: a figure that is quoted and called a target, whatever came of it.
local called_target = yanhu.pattern("[^“”，。；]*”等?[^“”，。；]{0,12}(目标|任务)", "a")
local function quotes_target(cell)
  return cell.q.quoted and called_target:test(cell.s, cell.token.to + 1)
end

-- 依靠全县26万人民的奋斗: how many they are, whatever they are to do.
local people = yanhu.pattern("[^，；。、]{0,8}(人民|儿女|父老)", "a")
local function are_the_people(cell)
  return cell.tokens.says.people and (cell.q.dimension == "people" or cell.q.unit == "") and people:test(cell.s, cell.token.to + 1)
end

local stands_on = yanhu.pattern("[^，；。]{0,16}的?(基础|高?基数)上", "a")

local goal_reached = yanhu.pattern("的(奋斗|预期|战略)?(目标|任务|指标)[^。；没未]{0,20}(实现|完成|达到)", "a")
local goal_named = yanhu.pattern("的(奋斗|预期|战略)?(目标|任务|指标)", "a")
local reached_before = yanhu.pattern "((提前|如期|胜利|超额|全面)[^，。；]{0,9}(实现|完成)|(实现|完成)了)[^，。；]*$"

-- Is the figure a goal that the sentence says was reached: 2030年翻一番的目标已经实现, 提前完成2028年产值达到3亿元的任务?
local function reaches_goal(cell)
  if cell.tokens.bits[cell.i + 1] & DE == 0 or not goal_named:test(cell.s, cell.token.to + 1) then return false end
  return goal_reached:test(cell.s, cell.token.to + 1) or reached_before:test(phrases.before_figure(cell))
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

local long_ago_since = yanhu.pattern "(旧社会|旧中国|早先|从前|当初|原先|以往|历史上[^首第最]|过去(靠|全靠|只|仅|长期|一直|不)|(解放|建国|新中国成立|抗战|抗日战争)(以?前|爆发以?前))[^；。现今已]*$"

-- 原有组成部门88个，改革后设置61个
local formerly = yanhu.pattern "原有的?[^，；。的]*$"
local function supplanted(cell)
  local after = cell.following
  return after and not cell.actor and not cell.reach and after.q.unit == cell.q.unit and not after.rise and formerly:test(phrases.before_figure(cell))
end

-- 由解放前的十五万人增加到四十万人，其中…: what it has come to since, and what is told after that.
local function come_since(cell)
  local before = carry.cell_before(cell)
  if not before or before.come_since then return before end
  return cell.reach and before.from_base and long_ago_since:test(cell.s:sub(1, before.token.from - 1))
end

local beside_then = yanhu.pattern "(等于|相当于|超过|比|为|占)(解放|建国|旧中国|旧社会|抗战|新中国|历史)" -- 等于解放前灌溉面积的百分之三十八

--- Is a figure of these years a result, a target or background, by its part and its own time alone? Returns the last year too:
-- what has been so since a year is so until the review's.
function M.by_time(cell, own, inside, first, last, passage)
  local review = passage.review
  if looks_ahead[passage.role] then
    if not (last and review and last <= review) then return "target", last end
    local begun = passage.role == "five_year" and passage.plan and periods.plan_of(passage.plan)
    local eve = begun and last < begun and begun <= review -- a plan told in its midst: what was before it
    return own and (own.ago or last < review - 2 or eve) and "other" or "result", last
  end
  if not own then return "result", last end
  local status = own.ago and "other" or "result"
  local running = own.use == "since" and review and last and (first or last) > review -- 今年以来
  local begun = parts_of_year[own.grain] and (own.use ~= "by" or own.month and own.month > 0 and own.month <= 4) and review and last == review + 1 -- 今年1月末达到9亿元; 到今年2月底
  if review and (first or last) > review and not running and not inside and not begun then status = "target" end
  if own.use == "since" and last and review and not running and (last > review or first == last) then last = review end -- 2023年以来
  local history = (own.grain == "plan-period" or cell.tokens.bits[cell.i - 1] & DE ~= 0 and cell.right_last) and 0 or 5 -- 1997年亏损的6374户企业，…
  if passage.first and last and last < passage.first - history then status = "other" end
  return status, last
end

-- 收入，2020年是119元，2025年是270元: of two years of one thing the earlier, before those that are told of, is what the later is set against.
local function next_year(cell)
  local after, tokens = cell.following, cell.tokens
  if not after or after.left_first or after.q.dimension ~= cell.q.dimension or after.clause == cell.clause then return nil end
  local k = tokens.periods[tokens.periods_before[after.index]]
  local m = k and k >= after.clause and tokens[k].m
  return m and m.grain == "year" and m.first_year == m.last_year and not classes.among(tokens.bits, cell.i, after.i, PART_END) and m.last_year or nil
end

local was = word_set "为 是 只有 仅有 仅为 只是 有"
local function is_outgrown(cell, own, passage)
  if not own or own.grain ~= "year" or own.first_year ~= own.last_year or own.last_year > passage.first or own.last_year >= passage.last
    or cell.rise or cell.fall or cell.actor or cell.verb and not was[cell.verb.w.word] then return false end
  local year = next_year(cell)
  return year and year > own.last_year and year == passage.last and not next_year(cell.following)
end

-- 计划投资8亿元，实际完成9亿元: what was planned, beside what came of it.
local planned = yanhu.pattern "(计划|原定|预定|预算|年初安排|年初确定)[^，；。]*$"
local in_fact = yanhu.pattern("[^，；。]*，实际[^利使到缴]", "a")
local function was_planned(cell)
  return in_fact:test(cell.s, cell.token.to + 1) and planned:test(phrases.before_figure(cell))
end

-- 原计划只要求增长33%; 计划原来规定，年均增长13%；…; 超过原定四百二十四亿元的计划; 扭转了三年只增长3%的局面: in an account what had been planned, and what is over.
local meant_to = yanhu.pattern "((^|[^燎草高平中])原计划|原来计划|原来规定|原要求|计划原定|计划原来要求)(只|仅)?(要求|规定|安排|为|是|增长|达到|完成)[^，。；]*$"
local exceeds = yanhu.pattern "(超过|比|多于|少于|高于|低于|完成|超额)[^，。；]*(原计划|原来计划|原来规定|原要求)[^，。；]*$"
local as_planned = yanhu.pattern "(^|；)[^，。；]*((计划|规划)[^，。；]{0,12}规定[，：]|(按照|根据|按)[^，。；]*(计划|规划)，[^。；，]*指标)[^。；]*$"
local just_meant = yanhu.pattern "原定[的为]?$"
local ended, state_ended = yanhu.pattern "(扭转|改变|结束|摆脱)了[^。；]*$", yanhu.pattern("[^，。；]{0,6}的[^，。；]{0,6}(局面|状况|状态|现象|历史)", "a")
local reached_it = yanhu.pattern "实际|执行的结果|完成|达到|超过|实现"
local function was_meant(cell)
  local s = cell.s
  local before = s:sub(1, cell.token.from - 1)
  if just_meant:test(before) or meant_to:test(before) and not exceeds:test(before) then return true end
  if ended:test(before) and state_ended:test(s, cell.token.to + 1) then return true end
  local at = as_planned:find(before)
  return at and not reached_it:test(before:sub(at)) or false
end

local within_five = yanhu.pattern "五年(内|期间)" -- 五年内支出已经达到七百亿元: in a plan of five years

-- 英国2024年的产量是三千万吨; 而美国是三万吨: what another country has is told to compare.
local abroad = yanhu.pattern "(^|[，；：])(而|但|但是|例如|如|像|又如|同时)?(英国|美国|苏联|日本|西德|联邦德国|德国|法国|意大利|印度|加拿大|资本主义国家|发达国家|旧中国|国民党统治时期)(是|为|有|则|只|仅|也|约|的|在|从|第一个|[12一二][0-9九〇○零]{1,3})[^；]*$"
local our_own = yanhu.pattern "我们|我国|我省|我县|我市|全国|全省|全县|帮助|贷款|投资|技术|专家|市场|合作|协议|合同|总[统理]|进口|出口|援助|设备"
local function of_abroad(cell)
  local before = cell.s:sub(1, cell.token.from - 1)
  local at = abroad:find(before)
  return at and not our_own:test(before:sub(at)) or false
end

--- What the words around the figure say of its status: status, first and last year, whether it is of long ago.
function M.by_words(cell, fact, own, status, first, last, passage)
  local role, review = passage.role, passage.review
  local tokens, actor, verb = cell.tokens, cell.actor, cell.verb
  local says, named = tokens.says, tokens.bits[cell.i + 1] & DE ~= 0 -- is it a figure of something: 增长8%的目标?
  cell.as_is = status == "target" and not cell.due and (cell.done and not (role == "five_year" and not own and within_five:test(phrases.before_figure(cell))) or own and told.stood_lately(cell, own) or told.stands(cell, first == last) or cell.current and not cell.reach or not own and not passage.annex and (told.as_is(cell) or told.of_now(cell, fact) or told.as_was(cell)))
  if cell.as_is then
    status = "result"
    if not own and review then first, last = review, review end -- how it stands: the last year that is over, and in a report of June the year itself
    if not own and passage.month > 4 and role == "plan" and (cell.current or cell.done) then first, last = passage.plan, passage.plan end
  end
  if status == "target" and not own and passage.plan and are_the_people(cell) then status, first, last = "result", passage.plan, passage.plan end
  cell.come_since = says.long_ago and come_since(cell)
  if cell.come_since and status == "target" and not own and review then status, first, last = "result", review, review end
  local known = status == "target" and (told.part_of_known(cell, fact, own, role) or told.goes_on_from_sentence(cell, own))
  if known then status, first, last = "result", known.first, known.last end
  if (known or cell.as_is) and (cell.from_base or cell.reach) then cell.was = { first = first, last = last } end -- and so is what it came to
  if not own and first == last and last and says.formerly and supplanted(cell) then status, first, last = "other", last - 1, last - 1 end
  if status == "result" and (cell.intends or tokens.quoted and quotes_target(cell)) then status = "target" end
  if named and role == "review" and not cell.reach and reaches_goal(cell) then -- 2030年翻一番的目标已经提前实现, …的目标，于2027年提前三年实现
    if status == "target" then status = "result" end
    local year = reached_behind(cell)
    if year then first, last = year, year end
  end
  if own and status == "result" and not looks_ahead[role] and tokens.periods_before[cell.index] > 0 and passage.first and is_outgrown(cell, own, passage) then status = "other" end
  if says.planned and status ~= "other" and not looks_ahead[role] and was_meant(cell) then status = "other" end
  if says.abroad and status ~= "other" and of_abroad(cell) then
    local known = carry.fact_before(cell)
    if known and known.cell.abroad and tokens.periods_before[cell.index] == tokens.periods_before[known.cell.index] then first, last = known.cell.first, known.cell.last end
    status, cell.abroad = "other", true
  end
  if named and role == "review" and phrases.recalls_target(cell) then status = "other" end -- 没有完成计划规定的增长22%的任务
  if says.actual and role == "review" and was_planned(cell) then status = "other" end
  if (looks_ahead[role] or not actor and not verb and not fact.actor) and grants(cell, fact) then status, cell.grants = "other", true end
  if says.on_base and stands_on:test(cell.s, cell.token.to + 1) and cell.s:find("在", cell.tokens[cell.clause].from, true) then status = "other" end -- 在年初安排5亿元国债的基础上
  if says.supposes and not own and not cell.as_is and supposed(cell) then status = "other" end
  local long_ago = says.long_ago and not own and (not fact.status or fact.is_base) and cell.q.dimension ~= "times" and long_ago_since:test(cell.s:sub(1, cell.token.from - 1)) and not cell.come_since and not beside_then:test(phrases.before_figure(cell))
  if long_ago then status = "other" end -- 旧社会全县只有三所小学
  return fact.status or status, first, last, long_ago
end

return M
