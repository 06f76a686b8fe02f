-- What a plan tells of what is and was: 渔船数量居全市第二, 曾经办过三百处, 据去年的调查，渔工只占四成. Such figures are results, though their part looks
-- ahead. Each question is answered by the words of the figure's own part of the sentence, or by what was told before it.

local stocks = require "yanhu.stocks"
local phrases = require "yanhu.phrases"
local carry = require "yanhu.carry"
local periods = require "yanhu.periods"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local max = math.max

local M = {}

local each, words = classes.each, classes.words
local WORD, PERIOD, ACT, STOP = each "word period act stop"
local PART_END = words "； 。"
local PLANS = periods.PLANS
local PLANS_OR_PERIOD = PLANS | PERIOD

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
function M.stands(cell, one_year)
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

function M.as_is(cell)
  local s = cell.s
  if cell.tokens.says.admits and not cell.actor and not classes.among(cell.tokens.bits, cell.clause, cell.i, PLANS) and admits:test(s) then return true end -- 我们必须正视，…仍占六成以上
  if not tells(cell) or is_to_be(cell.tokens, cell.i - 1) then return false end
  local tokens = cell.tokens
  local fact = carry.fact_before(cell)
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

local lands = yanhu.dictionary { "海岸线", "海岸线长", "岸线长", "国土面积", "辖区面积", "版图面积", "流域面积" }

-- 近年来，渔民收入增长60%; 党的十八大以来，…: what has been so until now, though the part looks ahead.
local until_now = yanhu.pattern "(以来|年来|近年|近几年|这些年|这几年)，[^；。]*$"

function M.of_now(cell, fact)
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

function M.as_was(cell)
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

-- 国家外汇储备2月末为249亿元: in a plan, how it stood when the year had just begun.
function M.stood_lately(cell, own)
  return (own.grain == "month" or own.grain == "day") and own.use ~= "by" and own.use ~= "since" and own.month and own.month > 0 and own.month <= 3
    and tells(cell) and not is_to_be(cell.tokens, cell.i - 1)
end

-- 今年五月底入社的已有一亿户，占总农户的九成，其中高级社占六成; 中学生五百万人，小学生六千万人: the cell before whose state a share, a part of it or
-- what stands beside it tells on; nil where the clause has its own time or speaks of what is to be. In a plan of many years what follows a
-- figure of the past does so as well, and so does what it grew or moved by where it is only carried on (已达三亿元，增长6%).
function M.part_of_known(cell, fact, own, role)
  local known = carry.fact_before(cell)
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
function M.goes_on_from_sentence(cell, own)
  local known = cell.tokens.before
  local before = known and not own and known.cell
  if not before or before.status ~= "result" or #cell.tokens.facts > 0 or not points_back:test(cell.s) or not tells(cell) then return nil end
  return not is_to_be(cell.tokens, cell.i - 1) and before or nil
end

return M
