-- Words that bear on the time of a figure: 年均, 累计, 已, 目前, 力争.

local stocks = require "yanhu.stocks"
local periods = require "yanhu.periods"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local max = math.max

local M = {}

local each, any, words = classes.each, classes.any, classes.words
local TEXT, PERIOD, QUANTITY, TERM, ACT, NOUN, LEVEL, DE, THAN, RELATION, PUSH = each "text period quantity term act noun level de than relation push"
local PART_END = words "； 。"
local COMMA = words "，"
local NOW, PLANS = periods.NOW, periods.PLANS

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

local intending = { ["力争"] = true, ["计划"] = true, ["拟"] = true, ["将"] = true, ["即将"] = true, ["有望"] = true, ["还将"] = true }

local kind_of_plan = yanhu.pattern "(指令性|指导性|年度|国民经济)$"

local AVERAGES, SUMS = each "averages sums"
local TEMPERS = any "averages sums tempers" | NOW | PLANS
local ADVERB = each "adverb"
local ACT_OR_RELATION, SPEAKS = any "act relation", any "act level adverb rise fall reach"

-- 推动已签约的12个项目开工: 已 says which they are, and what is to become of them stands around.
local causes = word_set "推动 支持 确保 使 让"
local function is_told_of(cell, k)
  local tokens, bits = cell.tokens, cell.tokens.bits
  if not classes.among(bits, k + 1, cell.i - 1, DE) then return false end
  for n = cell.clause, k - 1 do
    if bits[n] & PLANS ~= 0 and causes[tokens[n].w.word] then return true end
  end
  return false
end

--- Reads the adverbs between the clause's start and the figure that bear on its time: the cell's average, cumulated, done, current, intends.
function M.read(cell)
  local tokens, bits = cell.tokens, cell.tokens.bits
  for k = max(cell.clause, cell.i - 80), cell.i - 1 do
    local b = bits[k]
    if b & TEMPERS ~= 0 then
      local word = tokens[k].w.word
      local own = k > cell.floor or cell.rise or cell.fall or cell.bare and cell.previous and cell.previous.q.dimension == cell.q.dimension -- not 年均增长7%、突破50亿元
      if own and (b & AVERAGES ~= 0 or word == "平均" and (cell.rise or cell.fall) and k > (cell.left_last or 0) and bits[k + 1] & RELATION == 0) then cell.average = true end
      if b & SUMS ~= 0 or own and b & AVERAGES ~= 0 then cell.cumulated = true end
      if word == "已" or word == "已经" then cell.done = not is_told_of(cell, k) end
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
