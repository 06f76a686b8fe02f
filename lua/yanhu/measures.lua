-- What kind of figure a fact is (level, growth, change, share, rank, count), which sign it has, and how firmly it is
-- meant. The guide's bounds: a bound on a decrease is the bound of the signed number.

local entry_of = require("yanhu.tokens").entry
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"
local carry = require "yanhu.carry"
local steps_passed = require("yanhu.governors").steps
local before_figure = require("yanhu.phrases").before_figure

local M = {}

local gaps = yanhu.pattern "(入比|收入差距|之比)$"
local reduces = yanhu.pattern "^(平均|总体)?(再)?减(环节|材料|时限|时间|跑动|流程|次数|要件|证明|成本)" -- 减材料64%

local growth_nouns = yanhu.dictionary { "增长", "增速", "增幅", "增长率", "涨幅", "降幅", "增长速度", "下降率", "上涨率", "上升率", "幅度", "增长幅度", "上涨幅度" }

local function names_growth(indicator)
  return growth_nouns:ending(indicator, #indicator) ~= nil
end

-- 压减支出3亿元 is a change of what was spent before; 减轻负担3亿元 and 节约资金3亿元 are amounts.
local cutting = word_set "压减 压缩 削减 缩减 压降 减少 核减 降低 调减 优化压减 压减了 削减了 缩减了 减少了 降低了"
local adding = word_set "增加 增拨 追加 提高 上调 增加了 提高了"

local gains = yanhu.dictionary { "增加收入", "增加支出", "减少收入" } -- 使农民增加收入3亿元: against what they had

local yielding = { ["增产"] = "rise", ["减产"] = "fall" } -- 增产棉花30万担: more than without it

local reduced = yanhu.dictionary { "面积", "产量", "排放", "排放量", "用量", "用水量", "用电量", "消费量", "消耗", "消耗量", "库存", "债务", "规模", "总量", "存量" }

local spent = yanhu.pattern "的(钱|支出|开支|费用|经费)$"
local function spending_moved(cell, fact)
  local d = cell.q.dimension
  if not fact.actor or cell.reach then return nil end
  local word = cell.actor and cell.actor.w.word or cell.list_actor
  if yielding[word] and d ~= "percent" and d ~= "times" then return yielding[word] end
  local falls, rises = cutting[word], adding[word]
  if not falls and not rises and word ~= "扩大" then return nil end
  if fact.object then -- 增加6亿元贷款额度
    rises, falls = d == "money" and cell.actor and rises, nil
  elseif d ~= "money" then -- 压减受污染用地面积8万平方米
    if d == "percent" or d == "times" or d == "things" or d == "people" then return nil end -- 规模扩大3.2倍
    rises = word == "扩大"
    if not falls and not rises or not reduced:ending(fact.indicator, #fact.indicator) then return nil end
  end
  if not falls and not rises or fact.indicator:find("^的", #fact.actor + 1) then return nil end -- 增加的工资支出
  if spent:test(fact.indicator) then return nil end -- 提高收购价格的钱花去3亿元
  return falls and "fall" or "rise"
end

local places = yanhu.dictionary { "排名", "位次", "名次", "排位" } -- 排名由369位上升到235位

local paces = yanhu.pattern("的?(增速|增长|增幅|增长速度|增长率)(?![到至为])", "a") -- 保持6.5%的增速, 均实现8%以上增长

-- 超年度计划28%, 超额完成任务5%
local surpasses = yanhu.pattern "超[^，；。、]*(计划|任务|目标|预算|预期|定额|指标|基数)(数|的)?$|超额$"

local function surpassed(cell)
  local before = cell.s:sub(math.max(cell.tokens.at[cell.clause], cell.token.from - 36), cell.token.from - 1)
  return surpasses:test(before)
end

-- 今年增长目标定为6.5%
local rates = yanhu.dictionary { "税率", "利率", "关税" }

local pace_goal = yanhu.pattern "(增长|增速)的?(预期|年度|主要)*目标[^，；。、]*$"
local function sets_pace(cell)
  return pace_goal:test(before_figure(cell))
end

local part = yanhu.dictionary { "比例", "比重", "占比" } -- “零关税”商品税目比例
local MOVES, RISE, FALL, DE, HOW = classes.any "rise fall", classes.each "rise", classes.each "fall", classes.each "de", classes.any "adverb period span prep reach level"
local pace = yanhu.pattern "(幅|速)$|^增长$" -- 增长加快到12%

-- 降幅收窄至1.2%, 增幅连续四年在三成以上: the figure is the pace that the noun before it names. "fall", "rise" or nil.
local function paced(cell)
  local bits = cell.tokens.bits
  for k = cell.i - 1, math.max(cell.clause, cell.i - 5), -1 do
    local b = bits[k]
    if b & MOVES ~= 0 and pace:test(cell.tokens[k].w.word) then return b & FALL ~= 0 and "fall" or "rise" end
    if b & HOW == 0 then return nil end
  end
end

local rated = yanhu.pattern "(率|比|比重|比例|份额|程度|面|度)$"
local function grew(cell)
  local fact = carry.fact_before(cell)
  return fact and fact.measure == "growth" and fact.cell.q.dimension == "percent"
end

local GOES_ON = classes.any "stop list and close"

-- 总产值增长12%，其中工业14%，农业力争5%; 物价上涨8%，六月份高达11%: behind a growth the next rate is one as well, unless it is a part of a whole.
local function grows_on(cell, fact)
  if cell.share or cell.de or cell.actor or not grew(cell) or rated:test(fact.indicator) then return false end
  local bits = cell.tokens.bits
  local behind = bits[cell.i + 1]
  if behind ~= 0 and behind & GOES_ON == 0 or bits[cell.i - 1] & DE ~= 0 then return false end
  local verb = cell.verb
  return not verb or fact.carried and cell.reach or verb.w.level and cell.time and (fact.carried or cell.place > 1 or cell.each)
end


--- level, growth, change, share, rank or count.
function M.measure(cell, fact, entry)
  local q = cell.q
  local d = q.dimension
  local moves = (cell.rise or cell.fall) and not cell.reach and not fact.object
  if q.kind == "rank" or q.unit == "位" and (fact.is_base or not moves and places:ending(fact.indicator, #fact.indicator)) then return "rank" end
  if d == "percent" and not cell.share and M.moved_object(cell, fact) and not (cell.verb and cell.verb.w.level) then return "growth" end
  if d == "points" or fact.actor and not cell.reach and spending_moved(cell, fact) then return "change" end
  if d == "times" then return gaps:test(fact.indicator) and "share" or fact.indicator:sub(-#"倍数") == "倍数" and "level" or "growth" end
  if d == "percent" then
    if (cell.de or cell.tokens.bits[cell.i + 1] & RISE ~= 0) and paces:test(cell.s, cell.token.to + 1) then return "growth" end
    local says = cell.tokens.says
    if cell.tokens.exceeds and surpassed(cell) or says.goals and sets_pace(cell) or paced(cell) or says.reduces and reduces:test(fact.indicator) then return "growth" end
    if not moves and says.tariffs and rates:find(fact.indicator) and not part:ending(fact.indicator, #fact.indicator) and not fact.indicator:find("利税率", 1, true) then
      return "level"
    end
    if fact.is_base and cell.verb and (cell.verb == cell.fall or cell.verb == cell.rise) then return "growth" end -- 由下降3%转为增长5%
    if fact.is_base and fact.as ~= "growth" and not names_growth(fact.indicator) then return entry and entry.rate == "growth" and "growth" or "share" end
    if cell.share and not cell.rise and not cell.fall then return "share" end
    if fact.as == "growth" and not cell.share then return "growth" end -- 增长6%以上、力争6.5%
    if fact.indicator:sub(-6) == "指数" and q.value and q.value >= 50 then return "level" end
    if moves or cell.paced or names_growth(fact.indicator) then return "growth" end
    if entry and entry.rate then return entry.rate end
    if grows_on(cell, fact) then return "growth" end
    return "share"
  end
  if d == "ratio" then return "share" end
  if moves or cell.tokens.exceeds and surpassed(cell) or d == "money" and gains:ending(fact.indicator, #fact.indicator) and not cell.reach then
    return "change" -- 超出计划1200人
  end
  if cell.q.unit == "" and gaps:test(fact.indicator) then return "share" end -- 城乡收入比2.08
  if not d and q.unit == "" and fact.indicator:sub(-#"率") == "率" then return "share" end -- 漏评率为零
  if (d == "things" or d == "people") and (fact.object or fact.actor) then return "count" end
  return "level"
end

local steps = word_set "迈上 连续迈上 相继迈上 先后迈上 跨越 跨过 迈过 越过 跃上 登上 跨上 迈入 站稳 站上"

local ENDS = classes.any "stop list"

--- 总量迈上4万亿、5万亿两个台阶: the figures are thresholds passed on the way.
function M.climbs(cell)
  return cell.verb ~= nil and steps[cell.verb.w.word]
    or cell.tokens.says.thresholds and cell.tokens.bits[cell.i + 1] & ENDS == 0 and steps_passed:longest(cell.s, cell.token.to + 1) ~= nil
end

local flipped = { ["≥"] = "≤", [">"] = "<", ["≤"] = "≥", ["<"] = ">" }

--- 压减材料52%: the verb in front of the noun, or of its list, says which way it went.
function M.moved_object(cell, fact)
  local w = cell.actor and cell.actor.w or not cell.actor and cell.list_actor and entry_of(cell.list_actor)
  if fact.object or not fact.actor or not w then return nil end
  if fact.indicator:find("^的", #w.word + 1) then return nil end -- 新增加的产值
  return w.fall and "fall" or w.rise and "rise" or nil
end

local bounding = yanhu.pattern "(至少|最少|最多|至多|最高(?=可|给予|奖|补|资助|支持|授信))(?!的)[^，；。、“”]{0,8}$"

local function falls(cell, fact, entry)
  return cell.fall or cell.verb and cell.verb.w.word == "改善" and entry and entry.direction == "down"
    or cell.q.dimension == "percent" and not cell.share and (M.moved_object(cell, fact) == "fall" or cell.tokens.says.reduces and reduces:test(fact.indicator))
    or fact.actor and spending_moved(cell, fact) == "fall"
end

--- value, low, high, op of the figure, signed where the verb is one of decrease.
function M.signed(cell, fact, measure, entry)
  local q = cell.q
  local value, low, high, op = q.value, q.low, q.high, q.op
  if op == "=" and value and cell.tokens.says.at_least then -- 每村至少培养2名
    local _, _, bound = bounding:find(before_figure(cell))
    local before = cell.tokens[cell.i - 1] -- none where the sentence begins with the figure
    if not bound and q.dimension == "money" and before and before.w and before.w.word == "最高" then bound = "最高" end -- 最高500万元
    if bound == "至少" or bound == "最少" then op, high = "≥", nil elseif bound then op, low = "≤", nil end
  end
  local moves = measure == "growth" or measure == "change"
  local narrowed = measure == "growth" and q.dimension == "percent" and cell.reach and paced(cell) == "fall"
  if (narrowed or moves and not cell.reach and not fact.object and falls(cell, fact, entry))
    and (not fact.is_base or cell.fall and cell.fall == cell.verb) then -- 由下降3%转为增长5%
    value = value and -value
    low, high = high and -high, low and -low
    op = flipped[op] or op
  elseif op == "=" and (cell.verb or cell.tokens.says.thresholds) and M.climbs(cell) then
    op, high = "≥", nil
  end
  return value, low, high, op
end

M.firmness = {
  must = "确保 必须 务必 坚决 保证 不得 严格 严控 坚守",
  strive = "力争 争取 努力 力求 力促 奋力 冲刺 争创",
  push = "推动 推进 促进 加快 着力 大力 积极 支持 鼓励 引导 持续 深入 加大 加强 全力",
  explore = "探索 试点 研究 谋划 稳妥",
}
local strength_words, all = {}, {}
for strength, list in pairs(M.firmness) do
  for word in list:gmatch("%S+") do strength_words[word], all[#all + 1] = strength, word end
end
table.sort(all)
local FIRM, PART_END, STOP = classes.words(table.concat(all, " ")), classes.words "； 。", classes.each "stop"

--- must, strive, push, explore or nil: the words from the start of the sentence part to the figure.
function M.strength(cell)
  local bits, found = cell.tokens.bits, nil
  if cell.tokens.has & FIRM == 0 then return nil end
  for k = cell.i - 1, math.max(1, cell.i - 120), -1 do
    local b = bits[k]
    if b & FIRM ~= 0 then
      found = strength_words[cell.tokens[k].w.word]
      if found ~= "push" then return found end
    elseif b & STOP ~= 0 and (found or b & PART_END ~= 0) then
      break
    end
  end
  return found
end

return M
