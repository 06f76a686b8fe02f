-- Is a figure a result, a target or only background: by its part and time, then by the words around it.

local stocks = require "yanhu.stocks"
local periods = require "yanhu.periods"
local phrases = require "yanhu.phrases"
local carry = require "yanhu.carry"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local looks_ahead = periods.looks_ahead
local parts_of_year = periods.parts_of_year
local max = math.max

local M = {}

local each, words = classes.each, classes.words
local WORD, PERIOD, ACT, DE, STOP = each "word period act de stop"
local PART_END = words "； 。"
local PLANS = periods.PLANS
local PLANS_OR_PERIOD = PLANS | PERIOD

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
  local known = cell.tokens.facts[#cell.tokens.facts]
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

-- 力争有5家企业上市: does this part of the sentence speak of what is to be, up to token k?
local function is_to_be(tokens, k)
  if tokens.has & PLANS_OR_PERIOD == 0 then return false end
  local bits = tokens.bits
  for n = k, max(1, k - 60), -1 do
    local b = bits[n]
    if b & PART_END ~= 0 then return false end
    if b & PLANS_OR_PERIOD ~= 0 and (b & PLANS ~= 0 or tokens[n].m.use == "by") then return true end
  end
  return false
end

local foreseen = yanhu.pattern "预计|预期|估计将"

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
  return (cell.q.op == "=" or cell.q.op == "≈") and not is_to_be(cell.tokens, k) and not foreseen:test(phrases.before_figure(cell)) -- 预计全县有二万户参加
end

-- Words that only tell how it is, and what a speaker says of it: 这是我们的优势, 潜力很大.
local is_so, ranks = word_set "只有 仅有 仅为 还有", word_set "居 位居 位列 名列 列 排 排名 居于 稳居"
local valued = yanhu.pattern("[，。；](这|这些|那)?(都|也|就|正|既)?是[^，。；要]{0,24}(基础|优势|底气|本钱|条件|潜力|机遇|资本|家底|短板|差距|难题|挑战)[。，；]"
  .. "|(潜力|前景|空间|优势|条件|基础)(很|巨|广|较|十分|非常|明显|突出|雄厚|优越|得天)|大有可为|大有文章|得天独厚|地位(很|十分|非常)?(重要|突出|特殊|显要)|举足轻重")
local is_valued = yanhu.pattern("[^，；。要]{0,16}是[^，。；要]{0,16}(基础|优势|底气|本钱|条件|资本|家底|短板|差距|难题)[。，；]", "a") -- 36万亩茶园是最大优势

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

local troubled = yanhu.pattern "清醒|正视|(必须|应该|应当|还要|也要)看到"
--- 我们也清醒认识到，…: does the sentence own to what is wrong, as it is now?
function M.owns_to_trouble(cell)
  local says = cell.tokens.says
  return says.admits and admits:test(cell.s) and troubled:test(cell.s)
end

local fell_short = yanhu.pattern "((只|才|仅|竟|还不)(占|有|为|是|达|够|合|等于|相当)|就达)[^，。；]*$"

local function told_as_is(cell)
  local s = cell.s
  if cell.tokens.says.admits and not cell.actor and not classes.among(cell.tokens.bits, cell.clause, cell.i, PLANS) and admits:test(s) then return true end -- 我们必须正视，…仍占六成以上
  if not tells(cell) or is_to_be(cell.tokens, cell.i - 1) then return false end
  local tokens = cell.tokens
  local fact = tokens.facts[#tokens.facts]
  local before, after = fact and fact.cell, cell.following
  if before and carry.part_between(tokens, before.i, cell.i) then before = nil end
  if before and before.as_is then return true end
  if tokens.says.valued and (valued:test(s, cell.token.to + 1) or is_valued:test(s, cell.token.to + 1)) then return true end
  if before and before.status == "target" then return false end
  local verb = cell.verb and cell.verb.w.word
  if cell.q.kind == "rank" or is_so[verb] then return true end
  local falls = after
  for _ = 1, 3 do -- 面积占56%，人口占23%，而产值只占13%
    if not cell.share or not falls or not falls.share or classes.among(tokens.bits, cell.i, falls.i, PART_END | PLANS) then break end
    if fell_short:test(phrases.before_figure(falls)) then return true end
    falls = falls.following
  end
  verb = after and tells(after) and after.verb and after.verb.w.word
  return verb and (is_so[verb] or after.q.kind == "rank") and not classes.among(tokens.bits, cell.i, after.i, PART_END | PLANS) or false
end

-- 依靠全县26万人民的奋斗: how many they are, whatever they are to do.
local people = yanhu.pattern("[^，；。、]{0,8}(人民|儿女|父老)", "a")
local function are_the_people(cell)
  return cell.tokens.says.people and (cell.q.dimension == "people" or cell.q.unit == "") and people:test(cell.s, cell.token.to + 1)
end

local lands = yanhu.dictionary { "海岸线", "海岸线长", "岸线长", "国土面积", "辖区面积", "版图面积", "流域面积" }

-- 近年来，渔民收入增长60%; 党的十八大以来，…: what has been so until now, though the part looks ahead.
local until_now = yanhu.pattern "(以来|年来|近年|近几年|这些年|这几年)，[^；。]*$"

local function told_of_now(cell, fact)
  local says, s = cell.tokens.says, cell.s
  if says.lands and lands:ending(fact.indicator, #fact.indicator) and cell.q.op ~= "≥" then return true end
  return (says.till_now or says.lately) and until_now:test(s:sub(1, cell.token.from - 1)) and not is_to_be(cell.tokens, cell.i - 1)
end

-- A plan also tells what was: 只满足了需要的六成, 曾经办过三百处, 据去年的调查，…, 例如渔工只占四成, 三分之一的渔民没有上学. Such words do so where
-- nothing in their part of the sentence speaks of what is to be or may be.
local was = yanhu.pattern "([^为除到]了[^，。；]*|曾经?[^，。；]*|过去[^，。；]*|(去冬今春|去冬以来|入冬以来)[^。；]*)$"
local failed = yanhu.pattern("[^，。；]*(没有|[^为除]了([，。；]|$)|是[^，。；]+的([，。；]|$))", "a")
local by_inquiry = yanhu.pattern "^[^。；]*(据[^，。；]*(统计|调查|材料|了解|普查|估计)|(调查|普查)(的结果)?(表明|说明|证明))"
local example = yanhu.pattern "^(但|而)?(又如|例如|比如|譬如)"
local over = yanhu.pattern "已经?(基本|全部|胜利|提前|大体)*(完成|结束|就绪|实现)[^，。；]*，[^，。；]*$" -- 机构改革已经完成，人员由四万人减为三万人
local may_be = yanhu.pattern "以后|之后|准备|打算|设想|建议|规定|指标|限额"
local modal = word_set "能 能够 可 可以 应 就可 就可以 会 将要 可能 可望 有望"

local function told_as_was(cell)
  local tokens, s = cell.tokens, cell.s
  if not tokens.says.was then return false end
  local before, moved = s:sub(tokens.at[cell.clause], cell.token.from - 1), cell.from_base or cell.reach
  local told = was:test(before) or failed:test(s, cell.token.to + 1)
  if not told and not moved and not tells(cell) then return false end
  local bits, from, to = tokens.bits, 1, #tokens
  for k = cell.i - 1, 1, -1 do
    if bits[k] & PART_END ~= 0 then from = k + 1 break end
    if bits[k] & WORD ~= 0 and modal[tokens[k].w.word] then return false end
  end
  for k = cell.i + 1, #tokens do
    if bits[k] & STOP ~= 0 then to = k break end
  end
  if tokens.has & PLANS ~= 0 and classes.among(bits, from, to, PLANS) or is_to_be(tokens, cell.i - 1) or may_be:test(s:sub(tokens.at[from], cell.token.from - 1)) then return false end
  if told then return true end
  if moved and over:test(s:sub(tokens.at[from], cell.token.from - 1)) then return true end
  return tells(cell) and (fell_short:test(before) or by_inquiry:test(s:sub(1, cell.token.from - 1)) or cell.share and example:test(s)) or false
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

-- 国家外汇储备2月末为249亿元: in a plan, how it stood when the year had just begun.
local function stood_lately(cell, own)
  return (own.grain == "month" or own.grain == "day") and own.use ~= "by" and own.use ~= "since" and own.month and own.month > 0 and own.month <= 3
    and tells(cell) and not is_to_be(cell.tokens, cell.i - 1)
end

-- 原有组成部门88个，改革后设置61个
local formerly = yanhu.pattern "原有的?[^，；。的]*$"
local function supplanted(cell)
  local after = cell.following
  return after and not cell.actor and not cell.reach and after.q.unit == cell.q.unit and not after.rise and formerly:test(phrases.before_figure(cell))
end

-- 由解放前的十五万人增加到四十万人，其中…: what it has come to since, and what is told after that.
local function come_since(cell)
  local fact = cell.tokens.facts[#cell.tokens.facts]
  local before = fact and fact.cell
  if not before or before.come_since then return before end
  return cell.reach and before.from_base and long_ago_since:test(cell.s:sub(1, before.token.from - 1))
end

local beside_then = yanhu.pattern "(等于|相当于|超过|比|为|占)(解放|建国|旧中国|旧社会|抗战|新中国|历史)" -- 等于解放前灌溉面积的百分之三十八

-- 今年五月底入社的已有一亿户，占总农户的九成，其中高级社占六成; 中学生五百万人，小学生六千万人: the cell before whose state a share, a part of it or
-- what stands beside it tells on; nil where the clause has its own time or speaks of what is to be. In a plan of many years what follows a
-- figure of the past does so as well, and so does what it grew or moved by where it is only carried on (已达三亿元，增长6%).
local function part_of_known(cell, fact, own, role)
  local known = cell.tokens.facts[#cell.tokens.facts]
  local before, bits = known and known.cell, cell.tokens.bits
  if not before or before.status ~= "result" and not (before.was and cell.reach) or before.dated ~= own and own then return nil end
  local parted = carry.part_between(cell.tokens, before.i, cell.i)
  local compared = fact.carried and cell.base and not cell.reach and (cell.rise or cell.fall) -- 已降到三百斤，比计划用量降低七斤
  if not compared and classes.among(bits, before.i, cell.i, PLANS) or parted and not tells(cell) then return nil end
  if role ~= "five_year" and not parted then
    local opener = bits[cell.clause] & WORD ~= 0 and cell.tokens[cell.clause].w.word
    local moved = fact.carried and cell.left_first == nil and (cell.rise or cell.fall) and not cell.reach
    local goes_on = (cell.from_base or cell.reach and before.was) and (before.done or before.was) -- 社员已占六成，股金由三亿元增加到五亿元
    if not cell.share and opener ~= "其中" and not moved and not goes_on and not tells(cell) then return nil end
  end
  return before.was or before
end

-- 每网用盐已降到三百斤。其中国营渔场为三百八十斤: the cell of the sentence before that tells of the same as it is.
local points_back = yanhu.pattern "^(但|而)?(其中|它|这个|这些|这)"
local function goes_on_from_sentence(cell, own)
  local known = cell.tokens.before
  local before = known and not own and known.cell
  if not before or before.status ~= "result" or #cell.tokens.facts > 0 or not points_back:test(cell.s) or not tells(cell) then return nil end
  return not is_to_be(cell.tokens, cell.i - 1) and before or nil
end

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
  cell.as_is = status == "target" and not cell.due and (cell.done and not (role == "five_year" and not own and within_five:test(phrases.before_figure(cell))) or own and stood_lately(cell, own) or stands(cell, first == last) or cell.current and not cell.reach or not own and not passage.annex and (told_as_is(cell) or told_of_now(cell, fact) or told_as_was(cell)))
  if cell.as_is then
    status = "result"
    if not own and review then first, last = review, review end -- how it stands: the last year that is over, and in a report of June the year itself
    if not own and passage.month > 4 and role == "plan" and (cell.current or cell.done) then first, last = passage.plan, passage.plan end
  end
  if status == "target" and not own and passage.plan and are_the_people(cell) then status, first, last = "result", passage.plan, passage.plan end
  cell.come_since = says.long_ago and come_since(cell)
  if cell.come_since and status == "target" and not own and review then status, first, last = "result", review, review end
  local known = status == "target" and (part_of_known(cell, fact, own, role) or goes_on_from_sentence(cell, own))
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
    local known = tokens.facts[#tokens.facts]
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
