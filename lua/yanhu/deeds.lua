-- What stands behind a figure or around it in place of a noun: what counted people or things do (112户脱贫), what money was
-- spent on (投入1.2亿元实施河道治理), the changes of the levels before in their order.

local phrases = require "yanhu.phrases"
local word_set = require "yanhu.word_set"

local M = {}

local right, countable = phrases.right, phrases.countable

-- What they do: the verb behind the figure with its object, without auxiliaries; nil where there is none.
local auxiliary = word_set "要 已 已经 将 全部 均 都 于 在 能 可 就 如期 陆续 先后 相继 成功 有望"

local ADVERB = require("yanhu.classes").each "adverb"
local negates = require("yanhu.cells").denies

local reaches = word_set "达到 实现了 达到了 完成了"

function M.deed(cell)
  local tokens, k = cell.tokens, cell.i + 1
  local after = cell.following -- 112户386人如期脱贫; 28.6万人、173个行政村受益
  while after and countable[after.q.dimension] and after.clause == cell.clause do
    local w = tokens[k].w
    if after.i ~= k and not (after.i == k + 1 and w and (w.list or w["and"])) then break end
    k, after = (after.right_last or after.i) + 1, after.following
  end
  local first
  while tokens[k] and (tokens[k].kind == "period" or tokens[k].w and (auxiliary[tokens[k].w.word] or tokens[k].w.adverb and not tokens[k].w.act)) do
    first = first or tokens[k].w and negates[tokens[k].w.word] and k -- 4200人没有解决温饱
    k = k + 1
  end
  first = first or k
  local w = tokens[k] and tokens[k].w
  if w and w.word == "被" then -- 12项被国务院推广
    while tokens[k] and k - first < 9 and not tokens[k].m and not (tokens[k].w and (tokens[k].w.stop or tokens[k].w.list or tokens[k].w.close)) do k = k + 1 end
    return tokens[k - 1].w and tokens[k - 1].w.act and cell.s:sub(tokens.at[first], tokens.at[k] - 1) or nil
  end
  if not w or not w.act and not reaches[w.word] and not (w.reach and #w.word > 6) then return nil end -- 21项没有恢复到… -- 提前一年达到指标
  while tokens[k] and k - first < 7 and (not tokens[k].m or tokens[k].kind == "term") and not (tokens[k].w and (tokens[k].w.stop or tokens[k].w.list or tokens[k].w.close)) do k = k + 1 end
  if tokens[k] and tokens[k].kind == "quantity" then k = first + 1 end -- 20人完成培训3次
  return cell.s:sub(tokens.at[first], tokens.at[k] - 1)
end

--- 其中四十件是重大案件: what they are, behind the figure; else nil.
function M.are(cell)
  local tokens, first = cell.tokens, cell.i + 2
  local k = first
  if not (tokens[k - 1] and tokens[k - 1].w and tokens[k - 1].w.word == "是") then return nil end
  while tokens[k] and not tokens[k].m and not (tokens[k].w and tokens[k].w.stop) do k = k + 1 end
  if k == first or tokens[k] and tokens[k].m or k - first > 9 then return nil end
  return (cell.s:sub(tokens.at[first], tokens.at[k] - 1):gsub("的$", ""))
end

--- 62个县|没有通公路: what those that are counted have or do not have or do, behind their noun; nil where it is nothing denied.
function M.denied(cell)
  local tokens, k = cell.tokens, cell.right_last + 1
  if tokens.bits[k] & ADVERB == 0 then return nil end
  local first = tokens[k]
  if not negates[first.w.word] then return nil end
  while tokens[k] and not tokens[k].m and not (tokens[k].w and (tokens[k].w.stop or tokens[k].w.list or tokens[k].w.close)) do k = k + 1 end
  local text = cell.s:sub(first.from, tokens.at[k] - 1)
  return #text > #first.w.word and #text <= 45 and not (tokens[k] and tokens[k].m) and text or nil
end

local undergone = {
  people = word_set "受益 参保 就业 脱贫 创业 就读 入学 毕业 受训 转移就业 问责 处分 抓获 逮捕",
  things = word_set "植树 义务植树 零星植树",
  area = word_set "造林 植树造林 营造林 绿化 退耕 休耕 复垦",
  money = word_set "浪费 增产节约 减税 退税 缓税 降费 减负 让利 融资 减税降费",
}

--- 280人受益, 减税3亿元: does the verb need no object to say what the figure counts?
function M.is_undergone(cell)
  local verbs = undergone[cell.q.dimension]
  return verbs and verbs[cell.actor.w.word:gsub("了$", "")]
end

--- Verbs that give money to those who may ask for it.
M.granting = yanhu.dictionary { "补助", "补贴", "奖励", "资助", "奖补", "贴息", "补偿", "给予", "减免", "免征" }

--- Verbs that only hand money over: what it is for names it.
M.handing = word_set "集中 拨出 抽出 挤出 拿出"

--- Verbs of spending.
M.spending = word_set "集中 拨出 抽出 挤出 投入 投资 累计投入 先后投入 安排 筹集 筹措 整合 争取 拿出 拨付 下达 列支"

-- Where the words behind token k end: at a figure, a mark or a list.
local function words_end(tokens, k)
  local first = k
  while tokens[k] and k - first < 6 and (not tokens[k].m or tokens[k].kind == "term") and not (tokens[k].w and (tokens[k].w.stop or tokens[k].w.list or tokens[k].w.close)) do k = k + 1 end
  return k
end

-- 推进甲路改造、乙站搬迁等24个城建项目: what the examples from token k on are examples of, or nil.
local function whole_of_examples(cell, k)
  local after = cell.following
  while after and after.swallowed do after = after.following end
  if not after or not countable[after.q.dimension] or not after.right_first then return nil end
  local etc = cell.tokens[after.i - 1]
  if not (etc.w and etc.w.etc) then return nil end
  while k < after.i do
    local w = cell.tokens[k].w
    if w and w.stop then return nil end
    k = k + 1
  end
  return right(after)
end

-- 投入4.2亿元，完成了12条主干道的拓宽改造: the noun of what follows; 投入1.2亿元实施河道治理: behind its verb.
function M.purpose(cell)
  local tokens, k = cell.tokens, cell.i + 1
  if tokens[k] and tokens[k].w and (tokens[k].w.act and not tokens[k].w.level or tokens[k].w.word == "用于") then
    local first = k + 1
    local whole = whole_of_examples(cell, first)
    if whole then return whole end
    k = words_end(tokens, first)
    local counted = k == first and tokens[k] and tokens[k].m and cell.following -- 安排36亿元实施25项民生项目
    if counted then return counted.right_first and right(counted) or nil end
    return k > first and cell.s:sub(tokens.at[first], tokens.at[k] - 1) or nil
  end
  local after = cell.following
  if not (tokens[k] and tokens[k].w and tokens[k].w.stop) then return nil end
  if after and after.clause == k + 1 and countable[after.q.dimension] then
    if cell.left_first then return nil end -- 减贫投入3亿元，建成住房600户
    if after.right_first and not after.left_first then return right(after) end
    if after.left_first == k + 2 and after.actor == tokens[k + 1] and not after.verb then return phrases.left(after) end -- 投入3亿元，建成边境村106个
    if after.left_first == k + 1 and after.actor == tokens[k + 1] and not after.verb then return (phrases.left(after):gsub("^" .. phrases.actor(after), "")) end
  end
  local does = not cell.left_first and M.handing[phrases.actor(cell)] and tokens[k + 1] and tokens[k + 1].w
  if does and does.act and not does.level then -- 拿出3.6亿元，办好民生实事
    local to = words_end(tokens, k + 2)
    if to > k + 2 and not (tokens[to] and tokens[to].m) then return cell.s:sub(tokens.at[k + 2], tokens.at[to] - 1) end
  end
end

-- Gives the changes of a clause without subjects the levels of the clauses before, when they are as many.
function M.match_pairs(c)
  local row = { c }
  while row[1].previous do table.insert(row, 1, row[1].previous) end
  local after = c.following
  while after and after.clause == c.clause do row[#row + 1], after = after, after.following end
  local good = #row > 1
  for _, cell in ipairs(row) do good = good and not cell.left_first and (cell.rise or cell.fall) and not cell.reach and #cell.group == 1 end
  local facts = c.tokens.facts
  local n = #facts
  while n > 0 and facts[n].cell.clause == c.clause do n = n - 1 end
  for k, cell in ipairs(row) do
    local f = facts[n - #row + k]
    good = good and f and not f.cell.rise and not f.cell.fall and f.measure ~= "growth" and f.measure ~= "change" and not f.cell.aside
    cell.pairs = false
  end
  local other = facts[n - #row]
  if not good or facts[n].text == facts[n - 1].text or other and not (other.cell.rise or other.cell.fall) then return end
  for k, cell in ipairs(row) do cell.pairs = facts[n - #row + k].text end
end

return M
