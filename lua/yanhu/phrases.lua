-- The phrases around a figure as text, and what kind of phrases they are; rules and rejections ask for them.

local subjects = require "yanhu.subjects"
local carry = require "yanhu.carry"
local indicators = require "yanhu.indicators"
local word_set = require "yanhu.word_set"

local M = {}

local INDICATOR, SHARE, PREP, DE, LIST = require("yanhu.classes").each "indicator share prep de list"

M.countable = require("yanhu.cells").countable
M.schools = yanhu.dictionary { "高中", "初中", "完中", "职中" } -- names that end with 中: 新建普通高中3所
M.sums = word_set "总数 总量 数量 规模 总规模 存量 增量"
M.paces = { ["增速"] = true, ["增幅"] = true, ["涨幅"] = true, ["增长幅度"] = true, ["上涨幅度"] = true, ["增长速度"] = true } -- of what is named before, and no name of their own

local function text_of(cell, first, last)
  if not first then return nil end
  local tokens = cell.tokens
  return cell.s:sub(tokens.at[first], tokens.at[last + 1] - 1)
end

local each = yanhu.pattern "(平均)?每(人|生|户|亩|吨|公斤|斤|头|只|床|年|月|天|次|度|件|平方米|立方米)(每(年|月|天|日|次|学期|学年))?$"
local exceeding = yanhu.pattern "(超出|超过|超额|超)(年度|全年|原定)?(预算|任务|目标|指标|定额)?$"
local contest = yanhu.pattern "(考核|评比|评价|测评|评估|考评|竞赛|比赛|排名|督查|检查)中$"

local END_OF_IN, END_OF_MOSTLY = ("中"):byte(-1), ("一般"):byte(-1) -- asked before the end is cut out

-- Words at the end of the noun phrase that belong to its verb: 公用经费每生每年|提高到, 新增就业超出|计划, 考核中|名列.
local function without_tail(text, tokens)
  local at = tokens.per and text:find("每", 1, true) and each:find(text) or tokens.exceeds and exceeding:find(text)
  if at and at > 1 then return text:sub(1, at - 1) end
  if text:byte(-1) == END_OF_IN and contest:test(text) then return text:sub(1, -#"中" - 1) end
  return text
end

local openers = yanhu.dictionary { "累计", "属于" }

local causes = yanhu.dictionary { "由于", "因为" }

local so_far = yanhu.dictionary { "又", "只", "仅", "已", "将", "已经", "仍", "就", "还", "也", "大约", "约" }

local parts_of, weights = yanhu.dictionary { "比重", "比例", "份额" }, yanhu.pattern "(所占)?的?(比重|比例|份额)$"
local year_of = yanhu.pattern "^(一年|当年|本年|这一年)(来|中|里)?的"
local opens_more = { ["累"] = true, ["属"] = true, ["如"] = true, ["除"] = true } -- as openers do, or what stands before them
local opens_year = { ["一"] = true, ["当"] = true, ["本"] = true, ["这"] = true } -- as year_of does
local must = yanhu.pattern "^要[^素道地点害客塞闻领旨件务求]"
local opens_some = { ["一"] = true, ["当"] = true, ["本"] = true, ["这"] = true, ["如"] = true, ["要"] = true, ["除"] = true }
local excepting = yanhu.pattern "^除[^外险]+外"

local function left_text(cell)
  local tokens, first = cell.tokens, cell.left_first
  local text, says = text_of(cell, first, cell.left_last), tokens.says
  if tokens.per then -- 最低收购价平均每50公斤
    local per = text:find("每%d")
    if per and per > 1 then text = text:sub(1, per - 1):gsub("平均$", "") end
  end
  if cell.cut then text = text:sub(1, -cell.cut - 1) end -- 信贷|多放了
  if cell.share then -- 连锁商店又占零售额的12%
    local at = text:find("占", 1, true)
    local from = at and so_far:ending(text, at - 1)
    while from do
      text = text:sub(1, from - 1) .. text:sub(at)
      at, from = from, so_far:ending(text, from - 1)
    end
  end
  local passed = cell.passed -- 青溪湖景区全年接待游客: when is no part of the name
  if passed then text = cell.s:sub(tokens.at[first], passed.from - 1) .. cell.s:sub(passed.to + 1, tokens.at[cell.left_last + 1] - 1) end
  text = without_tail(text, tokens)
  if text:byte(-1) == END_OF_MOSTLY and #text > 9 and text:sub(-#"一般") == "一般" then text = text:sub(1, -#"一般" - 1) end -- 发达国家一般|占到一半
  local cause = says.causes and causes:find(text)
  if cause and cause > 1 then text = text:sub(1, cause - 1) end -- 化肥由于原料不足|减产一成
  if cell.bounded then text = text:gsub("得$", ""):gsub("不$", "") end -- 租金不高于市价的七成
  if text:byte(-1) == 0x89 and text:sub(-#"价）") == "价）" then text = text:gsub("（[^（）]*价）$", "") end -- 国内生产总值（1990年价）
  local opens = text:sub(1, #"如")
  if opens_some[opens] then
    if opens_year[opens] then
      local _, whole = year_of:find(text) -- 一年的|赤字
      if whole and whole < #text then text = text:sub(whole + 1) end
      opens = text:sub(1, #"如")
    end
    if opens == "如" and first == cell.clause then text = subjects.without_like(text) end
    if opens == "要" and #text > 6 and must:test(text) then text = text:sub(#"要" + 1) end -- 平均每年|要节能
    if opens == "除" then -- 除办公厅外|工作部门
      local _, aside = excepting:find(text)
      if aside and aside < #text then text = text:sub(aside + 1) end
    end
  end
  if cell.q.dimension == "percent" and parts_of:ending(text, #text) then -- 在投资总额中，农业的比重…
    local at = weights:find(text)
    local whole = at and at > 1 and not text:find("占", 1, true) and not text:find("中", 1, true) and carry.parted_topic(cell)
    if whole then text = text:sub(1, at - 1) .. "在" .. whole .. "中" .. text:sub(at) end
  end
  if not opens_more[opens] then return text end
  local to, opener = openers:longest(text, 1) -- 累计减税3亿元; 属于民生支出的是25亿元
  return to and #text > (opener == "累计" and 12 or 6) and text:sub(to + 1) or text
end

-- Asked by many rules of the same cell: kept as long as its phrase is the same.
function M.left(cell)
  local first, last = cell.left_first, cell.left_last
  if not first then return nil end
  local phrase = first << 32 | last
  if cell.told_of ~= phrase then cell.told_of, cell.told = phrase, left_text(cell) end
  return cell.told
end

--- What its clause says before the figure.
function M.before_figure(cell) return cell.s:sub(cell.tokens.at[cell.clause], cell.token.from - 1) end

function M.right(cell) return text_of(cell, cell.right_first, cell.right_last) end

-- The verb that belongs to the indicator: the cell's own, or that of the list it stands in.
function M.actor(cell)
  local t = cell.actor
  if not t then return nil end
  return cell.s:sub(t.from, t.to)
end

local per_head = yanhu.pattern("(人均|户均|亩均)", "a") -- 问题突出：人均收入只有…

local contribution = yanhu.pattern "^对.{2,30}(贡献率|拉动率)$" -- 对经济增长的贡献率: of what is named before

local NEXT_TO = require("yanhu.classes").words "与 和"

--- The noun phrase that tells how far one is from another (与全省平均水平的|差距), with 与; nil where it is none.
function M.gap(cell)
  if not cell.left_first or cell.tokens.bits[cell.left_first - 1] & NEXT_TO == 0 then return nil end
  local text = M.left(cell)
  return text:sub(-#"差距") == "差距" and "与" .. text or nil
end

-- 这个比例还只有14%: the figure spoken of before; 平均每户一点二台: what is told of each of those named before.
M.deictic = yanhu.pattern "^(今后|目前|现在|以后)?(这个|这一|这项|这种|该)(比例|比重|比率|数字|数目|数额|指标)$"
M.of_each = yanhu.pattern "^平均每[^人]{1,2}$"
M.some = yanhu.pattern "^(个别|少数|最[高低多少好差快慢])的?$" -- 次品率高达两成，个别的甚至达到四成
M.its = yanhu.pattern "^(它们?|他们)的?(.+)$" -- 它所占的比重, 它的职工人数
M.points = { ["这"] = true, ["今"] = true, ["目"] = true, ["现"] = true, ["以"] = true, ["该"] = true, ["它"] = true, ["他"] = true, ["个"] = true, ["少"] = true, ["最"] = true, ["平"] = true } -- how all of these begin
local its_share = yanhu.pattern "^(所占|在|占)"
local function points_back(cell)
  local text = M.left(cell)
  local opens = text:sub(1, 3)
  if not M.points[opens] then return false end
  if #text <= 9 and (opens == "个" or opens == "少" or opens == "最") then return M.some:test(text) end
  if opens == "它" or opens == "他" then local its = M.its:match(text) return its and (subjects.only_measures(its[2]) or its_share:test(its[2])) or false end
  return opens == "平" and M.of_each:test(text) or opens ~= "平" and M.deictic:test(text)
end

-- Does the noun only measure what an earlier clause named? 出口 behind 进出口 is a name of its own.
function M.lean(cell, carried)
  if carried and carried.bare and cell.left_first and per_head:test(cell.s, cell.tokens.at[cell.left_first]) then return false end
  if not cell.left_first then return false end
  if carried and points_back(cell) then return true end
  if not subjects.leans(cell.tokens, cell.left_first, cell.left_last) then
    return cell.tokens.bits[cell.left_first] & PREP ~= 0 and contribution:test(M.left(cell)) or M.gap(cell) ~= nil
  end
  if carried and cell.tokens.bits[cell.left_first] & INDICATOR ~= 0 and (cell.list_actor or indicators.find(carried.text)) then return false end -- 新增产值9亿元、税收2亿元
  return true
end

-- 6家企业营收超百亿元: is the bound what all pass that the figure right before it counts? It is a round number; 8个集群产值突破
-- 6100亿元 tells their sum.
function M.passed_by_each(cell)
  local q, before = cell.q, cell.previous
  local value = q.low
  local of_some = before and before.de and before.q.dimension == "percent" -- 97%的村收入达到18万元以上
  if cell.swallowed or not before or M.countable[q.dimension] or cell.rise or cell.fall or before.i ~= cell.floor then return false end
  if not cell.left_first or before.right_first ~= cell.left_first or before.adjacent or before.de and not of_some then return false end
  if q.op == "=" or q.op == "≈" or not of_some and not M.countable[before.q.dimension] then return false end
  if of_some or q.dimension == "percent" then return true end -- 11个县财政自给率低于10%
  if q.kind == "quantity" and (q.op == "<" or q.op == "≤") then return true end -- 17个县人均财力不到600元
  if q.op ~= ">" and q.op ~= "≥" then return false end
  while value >= 10 do value = value / 10 end
  return value == math.floor(value)
end

local task_behind = yanhu.pattern("的[^，；。、]{0,4}(任务|指标|目标|要求|预算)", "a")
local set_before = yanhu.pattern "(规定|计划|要求|原定|确定|提出|批准|下达)的?(增长|上涨|上升|提高|下降|减少|降低|控制在|达到|递增)?$"

-- 计划规定的增长22%的任务, 大会批准的669亿元的预算: is the figure a target that is named, right behind the word that set it?
function M.recalls_target(cell)
  return cell.tokens.bits[cell.i + 1] & DE ~= 0 and task_behind:test(cell.s, cell.token.to + 1) and set_before:test(M.before_figure(cell))
end

local function is_next(cell, other)
  return other and other.q.dimension == "ratio" and math.abs(other.i - cell.i) == 2 and cell.tokens.bits[(other.i + cell.i) // 2] & LIST ~= 0
end

--- What the indicator of one term of a ratio is called where there are three for three (三次产业结构 8∶42∶50).
function M.term(cell, indicator)
  local first, place, count = cell, 1, 1
  while is_next(first, first.previous) do first, place, count = first.previous, place + 1, count + 1 end
  local last = cell
  while is_next(last, last.following) do last, count = last.following, count + 1 end
  return count == 3 and subjects.term_of_three(indicator, place) or indicator
end

-- 占全市三成; 在工业中的比重由38%上升到44%
function M.opens_with_share(cell)
  local first = cell.left_first
  if not first then return false end
  local b = cell.tokens.bits[first]
  if b & SHARE ~= 0 then return cell.tokens[first].w.word:find("占", 1, true) == 1 end
  return b & PREP ~= 0 and cell.tokens[first].w.word == "在" and parts_of:ending(cell.s, cell.tokens.at[cell.left_last + 1] - 1) ~= nil
end

return M
