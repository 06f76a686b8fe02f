-- The noun phrase on the right of a figure: 建成330个|就业社保服务点.

local classes = require "yanhu.classes"
local word_set = require "yanhu.word_set"
local steps = require("yanhu.governors").steps

local M = {}

--- Dimensions of what is counted.
M.countable = { things = true, people = true }
local countable = M.countable

local each, any, words = classes.each, classes.any, classes.words
local TEXT, FIGURE, WORD, ACT, ADVERB, NOUN, NOMINAL, RANK, RELATION = each "text figure word act adverb noun nominal rank relation"
local DE, PREP, LIST, BREAKS, STOP, ETC, PUSH = each "de prep list breaks stop etc push"
local LISTED, WITH = any "list and", words "以"

local passes_steps = yanhu.pattern "^[一二两三四五六七八九十]?[大个]?(大关|关口|门槛|台阶|行列|俱乐部|方阵|阵营)$" -- 跨过8400美元关口: of what is named before
local peaks = word_set "最高峰 高峰 顶峰 最高水平 历史最高水平 最高纪录 最高记录 新水平 好水平 规模 新高峰 好收成 好成绩"
local places = { ["位次"] = true, ["名次"] = true } -- 比上年上升2个位次

--- What is said of a figure that stays: no noun.
M.unchanged = yanhu.dictionary { "不变", "不减", "不动", "不增" }
local unchanged = M.unchanged
local afterwards = word_set "之后 以后 后 之前 以前"

-- What ends the noun phrase, or keeps it from beginning.
local BOUNDARY, NEVER_INSIDE, NEVER_FIRST = any "outer period", any "stop each all open close" | words "要", any "etc list and" | words "至 到"
local SPEAKS, NAMES, NO_END, PREDICATE = any "loud list and", any "noun relation", any "de list and behind", any "rank rise fall level"
local NO_OBJECT, OPENS = any "stop list adverb level act de and", any "list and stop"
local ACT_OR_NOUN, ACT_OR_NAME, ACT_OR_RANK = any "act noun", any "act noun nominal", any "act rank" -- & ACT_OR_NOUN == ACT: an act and no noun

local INNER = each "inner"
local per_head, earning = word_set "人均 户均 亩均 年人均 月人均", word_set "增收 减收 减负 节支 创收"
local no_heads = yanhu.dictionary(yanhu.split "了 着 过 起 出 上 下 好 成 完 到 其 面 率 量 额 数")

-- 集聚|区, 收购|点: does a head of one character make a noun of the verb at token k?
local function heads_act(cell, tokens, k)
  local from, to = tokens.at[k + 1], tokens.at[k + 2]
  return tokens.bits[k + 1] & TEXT ~= 0 and to - from == 3 and not no_heads:longest(cell.s, from)
end

-- The first token behind 以…为…的 that opens at token k; k where it is none.
local function behind_means(s, tokens, k, last)
  local bits, as = tokens.bits, false
  for n = k + 1, math.min(last, k + 12) do
    if bits[n] & FIGURE ~= 0 or bits[n] & STOP ~= 0 then return k end
    as = as or s:find("^为", tokens.at[n])
    if as and bits[n] & DE ~= 0 then return n + 1 end
  end
  return k
end

local opens_bracket = { [("（"):byte()] = true, [("("):byte()] = true }

--- The noun phrase right behind the value at token i, or nil.
function M.phrase(cell, tokens, i, last)
  local bits = tokens.bits
  local first = i + 1
  if bits[first] & STOP ~= 0 then return nil end -- most figures end their clause
  if bits[first] & DE ~= 0 then
    cell.de = true
    first = first + 1
  end
  if bits[first] & WITH ~= 0 then first = behind_means(cell.s, tokens, first, last) end -- 九个|以名优产品为龙头的|企业集团
  if bits[first] & TEXT ~= 0 and opens_bracket[cell.s:byte(tokens.at[first])] and (cell.s:find("^（", tokens.at[first]) or cell.s:find("^%(", tokens.at[first])) then first = first + 1 end -- 3.5万套（间）
  local k = first
  while k <= last do
    local b = bits[k]
    if b & BOUNDARY ~= 0 then break end
    if b & SPEAKS ~= 0 then
      if b & NEVER_INSIDE ~= 0 or k == first and b & NEVER_FIRST ~= 0 then break end -- 前移3位至第8位
      local behind = bits[k + 1]
      if b & LISTED ~= 0 then
        if behind == 0 or behind & FIGURE ~= 0 or behind & ACT_OR_NOUN == ACT then break end
      elseif b & ACT_OR_NOUN == ACT and not heads_act(cell, tokens, k) then
        if behind & FIGURE ~= 0 then break end
        local object = behind ~= 0 and behind & NO_OBJECT == 0
        local opens = bits[i - 1] == 0 or bits[i - 1] & OPENS ~= 0 or cell.adjacent and cell.q.dimension == "things" -- 形成48项|管护成果
        if k == first and cell.noun_before and bits[k + 1] & TEXT ~= 0 then break end -- 低产粮田150万亩|发展|蚕桑
        if k == first and object and cell.adjacent and cell.q.dimension == "money" and not cell.de and cell.left_first and cell.left_first < cell.left_last and cell.actor.w.nominal then break end -- 补助4.7亿元|支持校舍加固
        local anew = k == first and cell.de and (cell.q.dimension == "percent" and tokens[k].w.word == "新增" -- 贡献了三成的新增税收
          or cell.q.dimension == "money" and bits[k + 1] & TEXT ~= 0) -- 七亿美元的|引进|合同
        if b & NOMINAL == 0 and not cell.prep and not anew and (k == first and not (opens and object) or k > first and object) then break end
      elseif b & INNER ~= 0 and k > first and per_head[tokens[k].w.word] and behind & WORD ~= 0 and earning[tokens[k + 1].w.word] then
        break -- 1.9万户农户|户均增收
      elseif b & NAMES == 0 and (b & BREAKS ~= 0 or k > first and b & ACT_OR_RANK == RANK and (tokens[k].w.word == "居" or #tokens[k].w.word > 3)) then
        break
      elseif k > first and b & PREP ~= 0 and b & NOUN == 0 then
        local word = tokens[k].w.word
        if word == "在" or word == "为" or word == "被" then break end
      end
    end
    k = k + 1
  end
  local stop = bits[k]
  k = k - 1
  if stop & PREDICATE ~= 0 then -- 24个县、规模|居全国前列: the next one's subject
    local cut = k
    while cut > first and bits[cut] & RELATION ~= 0 do cut = cut - 1 end
    if cut < k and bits[cut] & LIST ~= 0 then k = cut - 1 end
  end
  if k > first and bits[k] & ETC ~= 0 and stop & FIGURE ~= 0 then -- 6个|码头和松湾等|3个渔港: the examples are the next one's
    local cut = k
    while cut > first and bits[cut] & LISTED == 0 do cut = cut - 1 end
    if cut > first then k = cut - 1 end
  end
  if k > first and bits[k] & TEXT ~= 0 and cell.s:byte(tokens.at[k]) == 0xE4 and unchanged:longest(cell.s, tokens.at[k]) then k = k - 1 end -- 60元的补贴标准|不变
  while k >= first and bits[k] & NO_END ~= 0 do k = k - 1 end
  while k > first and bits[k] & ACT_OR_NAME == ACT do k = k - 1 end -- …改造|完成
  if k >= first and bits[k] & ADVERB ~= 0 and bits[k + 1] & (ACT | PUSH) ~= 0 then k = k - 1 end -- 12个县|基本|实现
  if k < first then return nil end
  if k < first + 3 then
    local text = cell.s:sub(tokens.at[first], tokens.at[k + 1] - 1)
    if k == first and (bits[k + 1] & DE ~= 0 and text == "中" or afterwards[text]) then return nil end -- 边境线461公里|中的448公里, 减产3万吨|之后
    if text == "之多" then return nil end
    if cell.de and (cell.verb or cell.reach) and peaks[text] then return nil end -- 达到1468万吨的最高峰
    if steps:ending(text, #text) and passes_steps:test(text) and (not countable[cell.q.dimension] or cell.q.op ~= "=") or places[text] and (cell.rise or cell.fall) then return nil end
  end
  return first, k
end

return M
