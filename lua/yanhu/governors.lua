-- The words that govern a figure, read leftwards from it: what rises, falls or reaches it, when, against what and how it is shared.
--
--   社会消费品零售总额   |同比|增长|   4.5%

local entry_of = require("yanhu.tokens").entry
local classes = require "yanhu.classes"
local word_set = require "yanhu.word_set"

local M = {}

local each, any, words = classes.each, classes.any, classes.words
local WORD, PERIOD, SPAN, ACT, ADVERB, NOUN, RISE, FALL, REACH, RANK = each "word period span act adverb noun rise fall reach rank"
local RELATION, DE, EACH, ALL, SCOPE, SHARE, PEELS = each "relation de each all scope share peels"
local MOVES = any "rise fall"
local FROM, THAN, IN = words "从 由 由原来的", words "比 较", words "在"

local PASSED = any "de scope prep"

local beside_year = word_set "同期 最高 最低 最多 最少"

-- Words that are passed over on the way: 全国|排名53位, 按|4%安排, 2020年|的|Q.
local function passes(cell, tokens, k)
  local bits, w = tokens.bits, tokens[k].w
  local before = bits[k - 1]
  if bits[k] & DE ~= 0 then
    if (cell.q.dimension == "percent" or cell.q.dimension == "times") and before & SCOPE ~= 0 and bits[k - 2] & SHARE == 0 then
      cell.base = tokens[k - 1] -- 人均收入只有全省的62%
      return true
    end
    if cell.from_base or cell.time or before & PERIOD ~= 0 or bits[k - 2] & PERIOD ~= 0 and before & ADVERB ~= 0 and beside_year[tokens[k - 1].w.word] then return true end -- 从2009年最高的|28%
  end
  if bits[k] & SCOPE ~= 0 and bits[k - 1] & IN ~= 0 then return true end -- 在全省|率先突破8000亿元
  return w.word == "按" or bits[k] & IN ~= 0 and bits[k + 1] & SCOPE ~= 0 or bits[k] & SCOPE ~= 0 and (cell.base and cell.base.w == w or cell.q.kind == "rank" and cell.verb)
end

--- A verb that is not written: 比计划多招2万人, 由120张拓到300张.
function M.unwritten(word) return { from = 0, to = 0, w = entry_of(word) } end

M.more = M.unwritten "增加"
local more = M.more


local CLOSED = any "mention stop list"
local resumed = { ["恢复"] = true, ["恢复到"] = true, ["恢复至"] = true, ["相当于"] = true }

--- The 比 or 较 that opens the phrase which token k is in, or nil.
function M.than_before(tokens, k, floor)
  local bits = tokens.bits
  for n = k, math.max(floor + 1, k - 8), -1 do
    if bits[n] & CLOSED ~= 0 then return nil end
    if bits[n] & THAN ~= 0 then return n end
  end
end

-- The token that begins with 超过, in the phrase that ends at token k; nil where there is none.
local function record_before(cell, tokens, k, floor)
  for n = k, math.max(floor + 1, k - 4), -1 do
    if tokens.bits[n] & CLOSED ~= 0 then return nil end
    if cell.s:find("^超过", tokens.at[n]) then return n end
  end
end

-- The period at token j: the other side of a comparison, or when. Returns the first token that belongs to it.
local function peel_period(cell, tokens, i, j, floor)
  local bits, t = tokens.bits, tokens[j]
  local before = bits[j - 1] & WORD ~= 0 and tokens[j - 1] -- also beyond the floor, where it is another clause's
  if before and bits[j - 1] & MOVES ~= 0 and (t.m.text:find("^到") or t.m.text:find("^至")) then -- 扩大到年末的
    cell.reach, cell.verb = before, before
  end
  local word = j - 1 > floor and before and before.w.word
  if word and resumed[word] and bits[i - 1] & DE ~= 0
    and (j + 2 == i or j + 3 == i and bits[j + 1] & WORD ~= 0 and tokens[j + 1].w.word == "同期") then -- 恢复到2019年的108%, 2019年同期的110%
    cell.base, cell.verb, cell.reach = t, cell.verb or before, cell.reach or before
    return j - 1
  elseif word == "比" or word == "较" then
    cell.base = t
    cell.versus = bits[j + 1] & DE ~= 0 and j + 2 == i or nil -- 较2020年的9323亿元
    return j - 1
  elseif not word and j - 2 > floor and cell.q.dimension == "percent" and bits[j + 1] & DE == 0 and cell.s:sub(tokens.at[j - 2], tokens.at[j] - 1) == "超过" then
    cell.base, cell.verb, cell.rise = t, more, more -- 超过1952年85%
    return j - 2
  elseif word == "的" then
    local than = M.than_before(tokens, j - 2, floor)
    if than then -- 比建国初期的1952年
      cell.base = t
      return than
    end
    local record = cell.q.dimension == "percent" and record_before(cell, tokens, j - 2, floor)
    if record then -- 超过历史上最高的1979年40%
      cell.base, cell.verb, cell.rise = t, more, more
      return record
    end
  end
  cell.time = cell.time or t
  return (word == "在" or word == "到" or word == "于") and j - 1 or j -- 总产值在五年内增长
end

local PEELED_ADVERB = any "peels adverb"
local PARTED, OF_A_SCOPE = any "figure stop list", any "scope de"

-- 比全国平均水平高Q: the comparison's other side, which stands between 比 and the verb behind token j. Returns the token before it.
local function peel_comparison(cell, tokens, j, floor)
  local bits = tokens.bits
  for k = j, math.max(floor + 1, j - 6), -1 do
    if bits[k] & PARTED ~= 0 then break end
    if bits[k] & THAN ~= 0 and bits[k] & NOUN == 0 and (k < j or bits[k + 1] & WORD ~= 0) then
      local dated = k > floor + 1 and bits[k - 1] & PERIOD ~= 0 -- behind a subject the year belongs to the other side
      cell.base = tokens[k + 1]
      if dated and bits[k + 1] & PERIOD ~= 0 and k + 2 <= j and bits[k + 2] & OF_A_SCOPE == 0 then return j end -- 2024年比2020年医院病床增长
      cell.base_to = tokens.at[j + 1] - 1
      k = k - 1
      while k > floor and bits[k] & PEELED_ADVERB == PEELED_ADVERB do k = k - 1 end -- 费用|应当|比预算减少
      return k
    end
  end
  return j
end

local PUSH, PUSH_ONLY, PUSH_AND_ACT = each "push", any "push act noun nominal", any "push act"
local manners = word_set [[努力 坚持 坚决 严格 牢牢 切实 有效 大力 全力 积极 主动 扎实 进一步 逐步 稳步 持续 不断 有序 全面 成功 顺利 圆满 及时 果断 必须 务必 力求 因此 因而 于是 目前 现在 如今 至今 当前]]
local paced = { ["增速"] = true, ["增幅"] = true, ["涨幅"] = true }
local GOVERNS, DOES_ONLY = any "rise fall reach level rank", any "act rise fall level adverb"

--- What is passed or joined on the way up: 跨过8400美元关口, 跻身500亿元行列.
M.steps = yanhu.dictionary { "大关", "关口", "门槛", "台阶", "行列", "俱乐部", "方阵", "阵营" }
local steps = M.steps

--- Reads the governing words leftwards from the value at token i; returns the index of the first token before them.
function M.peel(cell, tokens, i, floor)
  local bits = tokens.bits
  local j = i - 1
  while j > floor do
    local b = bits[j]
    if b & FROM ~= 0 then
      cell.from_base = true
    elseif b & PEELS ~= 0 then
      if b & EACH ~= 0 then cell.each = true end
      if b & ALL ~= 0 then cell.all = true end
      if b & DOES_ONLY == ACT and (b & RANK == 0 or cell.q.kind ~= "rank" and not steps:longest(cell.s, cell.token.to + 1)) then break end -- 跻身|全国前十, 跻身|500亿元行列
      if b & RELATION ~= 0 then
        if b & RISE ~= 0 and (cell.q.kind == "rank" or cell.q.dimension == "points") then break end -- 总量和增速居第1
        if b & RANK ~= 0 and cell.q.kind ~= "rank" and (cell.rise or cell.fall) then break end -- 位次前移3位
      end
      if b & GOVERNS ~= 0 then
        local t = tokens[j]
        cell.verb = cell.verb or t
        if cell.reach and b & RISE ~= 0 and paced[t.w.word] then cell.paced = true end -- 增速|回升至
        if not cell.reach then
          if b & RISE ~= 0 then cell.rise = cell.rise or t elseif b & FALL ~= 0 then cell.fall = cell.fall or t end
        end
        if b & REACH ~= 0 and not (cell.rise or cell.fall) then cell.reach = t end
        if b & ACT ~= 0 and not cell.actor and j == i - 1 then cell.actor = t end
      end
    elseif b & PERIOD ~= 0 then
      j = peel_period(cell, tokens, i, j, floor)
    elseif b & SPAN ~= 0 then
      cell.span = tokens[j]
    elseif b & PUSH_ONLY == PUSH and (cell.verb or cell.q.op ~= "=") and manners[tokens[j].w.word] then
      -- 贷款|严格|控制在: how it is done stands between, too
    elseif (b & PASSED == 0 or not passes(cell, tokens, j)) and not (b & PUSH_AND_ACT == PUSH_AND_ACT and (cell.verb or cell.q.op == ">") and tokens[j].w.word == "争取") then
      break
    end
    j = j - 1
  end
  if j - 1 > floor and bits[j] & DOES_ONLY == ACT and bits[j - 1] & ALL ~= 0 then cell.all = true end -- 收支各|安排20亿元
  if (cell.rise or cell.fall) and not cell.base then return peel_comparison(cell, tokens, j, floor) end
  return j
end

return M
