-- A measuring noun (产量, 增速) that leans on the subject of an earlier clause: what the rules of several files ask.

local subjects = require "yanhu.subjects"
local phrases = require "yanhu.phrases"
local carry = require "yanhu.carry"
local word_set = require "yanhu.word_set"

local INNER, DE, LEVEL, ADVERB = require("yanhu.classes").each "inner de level adverb"

local joins = yanhu.dictionary { "和", "及", "与" }

-- What a fact is about, without its verb.
local function bare(fact)
  local text, verb = fact.text, fact.actor
  if not verb then return text end
  local from, to = text:find(verb, 1, true)
  local opens = from and (from == 1 or joins:ending(text, from - 1)) and #text > to -- 开工和续建水库
  return opens and text:sub(to + 1) or text
end

-- 新开公交线路3条、新增运营里程30公里，总里程…: an earlier subject that only measures hands on to the one it measures.
local function measured(cell, carried)
  if not carried.cell or not subjects.only_measures(bare(carried)) then return carried end
  local facts = cell.tokens.facts
  for k = #facts, math.max(1, #facts - 6), -1 do
    local f = facts[k]
    if f ~= carried and f.cell.clause == carried.cell.clause and f.text ~= carried.text and not subjects.only_measures(f.text) then return f end
  end
  return carried
end

-- 乡镇企业2840个，从业人员4.1万人，总产值1.9亿元: those who work there have no output of their own.
local workers = yanhu.dictionary { "人员", "职工", "劳动力", "人数", "工人" }
local output = yanhu.dictionary { "总收入", "产值", "总产值", "营业收入", "营收", "销售收入", "利税", "利润", "增加值" }

local yields = yanhu.dictionary { "亩产", "单产", "产量" }

local fair = yanhu.pattern "(会|节|展|赛|季|活动|集市)$"
local takings = yanhu.dictionary { "收入", "成交额", "交易额", "销售额", "营业额", "签约额" }

local works = yanhu.dictionary { "开工率", "竣工率", "完工率", "投产率", "落地率", "履约率", "达产率" }

-- The nearest of the last five facts of the sentence that is wanted; nil where none is.
local function told_lately(cell, wanted)
  local facts = cell.tokens.facts
  for k = #facts, math.max(1, #facts - 4), -1 do
    if wanted(facts[k]) then return facts[k] end
  end
end

local function is_rate(fact) return fact.text:sub(-#"率") == "率" end
local function is_near(fact, cell) return not carry.part_between(cell.tokens, fact.cell.i, cell.i) end

local function owned(cell, carried, noun)
  if carried.actor and carried.cell and carried.cell.right_first and takings:ending(noun, #noun) then -- 灯会促成60家摊商长租，收入300万元
    local event = carry.opening(carried.cell)
    if event and fair:test(event) then return { text = event } end
  end
  if works:ending(noun, #noun) and carried.cell and carried.cell.q.dimension == "money" then -- 签约项目98个，协议资金46亿元，开工率71%
    local f = told_lately(cell, function(f) return f.cell.q.dimension == "things" and is_near(f, cell) end)
    if f then return f end
  end
  if is_rate(carried) and yields:ending(noun, #noun) then -- 甘蔗面积十三万亩，良种率八成，亩产四吨
    local f = told_lately(cell, function(f) return not is_rate(f) and is_near(f, cell) end)
    if f then return f end
  end
  if is_rate(carried) and output:ending(noun, #noun) then -- 产销率98%，实现利税24亿元: a rate has no profit
    local f = told_lately(cell, function(f) return f.cell.q.dimension == "money" and not is_rate(f) end)
    if f then return f end
  end
  local apart = carried.measure == "share" and carried.cell
  if apart and apart.left_last and apart.tokens == cell.tokens and apart.tokens.bits[apart.left_last + 1] & DE ~= 0 and apart.left_last + 2 < apart.i then -- 果园8万亩，投产的占六成，产值2亿元
    local f = told_lately(cell, function(f) return f.measure ~= "share" and is_near(f, cell) end)
    if f then return f end
  end
  if not carried.cell or not output:ending(noun, #noun) then return nil end
  local q, who = carried.cell.q, subjects.unshared(carried.text)
  if q.dimension ~= "people" and not ((q.unit == "" or q.dimension == "percent") and workers:ending(who, #who)) or q.unit == "户" then return nil end
  return told_lately(cell, function(f) return f.cell.q.dimension == "things" or f.cell.q.unit == "户" end)
end

local paces = phrases.paces

-- 健全补偿机制，投资增长9%; 全年投资增长8%: what a whole region has names itself where it grows, unless a subject owns it.
local of_all = yanhu.pattern "^(投资|消费|出口|进口|进出口|税收|贷款|存款)(规模|总量|总额|额)?$"

local function names_itself(cell, noun, carried)
  if carried.cell and carried.cell.tokens == cell.tokens and cell.left_last < carried.cell.i then return true end -- 税收在减税3亿元的情况下增长5%
  if cell.rise and noun:find("^进出口") then return true end -- 中央预算内投资4180亿元，进出口增长8%
  if noun:find("^税收占") then return true end -- 非税占比降低，税收占比居首位
  if not (cell.rise or cell.fall or cell.q.kind == "rank") or not of_all:test(noun) then return false end
  if carried.measure == "share" and not carried.text:find("占", 1, true) then return true end -- 水质优良率达98%，进出口增长10%
  local opener, deed = cell.tokens[cell.clause], carried.bare and carried.first and cell.tokens[carried.first - 1]
  return opener.kind == "period" or opener.w and opener.w.scope or deed and deed.w and (deed.w.act or deed.w.push)
end

--- An indicator that leans on the subject of the clause before: 产量 → 粮食产量. Where the noun is an aspect (总量), also what later clauses
--- speak of.
local function leaning(cell, noun, carried)
  if not carried or names_itself(cell, noun, carried) then return noun end
  if cell.left_first - 2 > cell.clause and cell.tokens.bits[cell.left_first - 1] & LEVEL ~= 0 and cell.tokens.bits[cell.left_first - 2] & ADVERB ~= 0 then -- 企业|仍|实现|利润
    local own = carry.subject_of(cell, cell.clause, cell.left_first - 2)
    if own then return subjects.lean_on(own, noun) end
  end
  if phrases.points[noun:sub(1, 3)] then
    if phrases.deictic:test(noun) or phrases.some:test(noun) then return carried.text end
    local its = phrases.its:match(noun)
    if its then return subjects.unshared(carried.text) .. its[2] end
    if phrases.of_each:test(noun) then return bare(carried) .. noun end
  end
  local gap = phrases.gap(cell)
  if gap then return subjects.unshared(carried.text) .. gap end
  local aspects = subjects.parts(cell.s, cell.tokens, cell.left_first, cell.left_last)
  if #aspects > 1 or paces[noun] then return subjects.unshared(carried.text) end
  if noun == "总量" or noun == "增量" or noun == "规模" or noun == "数量" or noun == "总数" or noun == "位次" then
    local text = subjects.unshared(carried.text)
    if carried.actor and text:sub(1, #carried.actor) == carried.actor and #text > #carried.actor then text = text:sub(#carried.actor + 1) end
    return text .. noun, text
  end
  if subjects.stem(carried.text):sub(-#"生产") == "生产" and carried.text:sub(-#"总值") == "总值" then return noun end -- nothing leans on 生产总值
  local owner = owned(cell, carried, noun) or measured(cell, carried)
  if subjects.only_measures(bare(owner)) then return noun end -- 开工率98%，完工率85%
  local stem, deed = subjects.stem(owner.text, owner.actor), owner.actor
  if deed and output:ending(noun, #noun) and #stem > #deed and stem:sub(-#deed) == deed then stem = stem:sub(1, -#deed - 1) end -- 企业关停三家，总产值…
  return subjects.lean_on(stem, noun)
end

local measuring = yanhu.pattern "(率|费|价|额|量|值|数|价格|收入|标准|补助|补贴|津贴|工资|养老金|费用|成本|面积|时间|时长|住房)$"

-- Does the name of the cell end in `rest`, as words of its own?
local function ends_in(cell, rest)
  if subjects.only_measures(rest) then return true end
  local tokens = cell.tokens
  for k = cell.left_last or 0, cell.left_first or 1, -1 do
    local ending = cell.s:sub(tokens.at[k], tokens.at[cell.left_last + 1] - 1)
    if #ending >= #rest then return ending == rest end
  end
  return false
end

-- What a thing is measured in without another word: 茶园面积28万亩，其中有机茶园6万亩.
local measured_themselves = { things = true, people = true, area = true, length = true, mass = true, volume = true, power = true, energy = true }

local tiers = word_set "中央 地方 中央财政 地方财政 中央本级 地方本级 省级 市级 县级 省本级 市本级 县本级"

-- 财政赤字8亿元，其中中央5亿元、地方3亿元: a tier of government has its part of what was told of all; the whole name, or nil.
local function of_tier(cell, noun)
  local opener, facts = cell.tokens[cell.clause].w, cell.tokens.facts
  if cell.q.dimension ~= "money" or cell.actor then return nil end
  local first = #facts
  while first > 0 and facts[first].cell.q.dimension == "percent" do first = first - 1 end -- 支出9亿元，增长8%，其中中央3亿元
  local carried = facts[first]
  if not carried or carried.cell.q.dimension ~= "money" or not (carried.cell.tier_of or opener and opener.word == "其中") then return nil end
  local whole = carried.cell.tier_of or bare(carried)
  cell.tier_of = whole
  if noun:sub(-#"财政") == "财政" and whole:find("财政", 1, true) == 1 then return noun .. whole:sub(#"财政" + 1) end
  return noun .. whole
end

-- 茶农贷款利率由4%降到3.6%，渔农由5%降到4.2%: a name that only tells whose it is, and ends as the owner does whom the clause before
-- told of; the whole name, or nil.
local function of_another(cell, carried, noun)
  local other = carried and carried.cell
  if not other or other.tokens ~= cell.tokens then return nil end
  if tiers[noun] then return of_tier(cell, noun) end
  if other.clause == cell.clause or other.q.unit ~= cell.q.unit then return nil end
  if measured_themselves[cell.q.dimension] and not carried.text:find("人均", 1, true) then return nil end
  if cell.actor and not (cell.rise or cell.fall) or carried.actor and carried.text:sub(-#carried.actor) ~= carried.actor then return nil end
  while other.reach and other.previous and other.previous.from_base do other = other.previous end
  local text = subjects.unshared(carried.text)
  if #noun > 36 or not measuring:test(text) or measuring:test(noun) or subjects.measures(noun) then return nil end
  if noun:sub(-3) == "业" and cell.q.dimension == "percent" then return nil end -- 工业总产值增长9%，农业增长3%: as all say it
  noun = noun:gsub("（[^（）]*）$", "")
  local from = 1
  while from and from <= #noun do
    local _, to = text:find(noun:sub(from), 4, true)
    local rest = to and text:sub(to + 1)
    if rest and #rest >= 6 and (from + 5 <= #noun or ends_in(other, rest)) then return noun .. rest end
    from = utf8.offset(noun, 2, from)
  end
end

local per_head, earning = word_set "人均 月人均 年人均 生均 户均 亩均 平均每人 平均每户 每人平均 每户平均", word_set "增收 减收 减负"

local gained = { ["多收汇"] = "收汇", ["多创汇"] = "创汇" }

-- 户均增收4200元, 多创汇300万美元: how much more each of them has names itself.
local function earned(cell)
  local tokens, k = cell.tokens, cell.i - 1
  if cell.rise and gained[cell.rise.w.word] then return gained[cell.rise.w.word] end
  if k < 2 or tokens.bits[k - 1] & INNER == 0 then return nil end
  local verb, head = tokens[k].w, tokens[k - 1].w
  return verb and head and earning[verb.word] and per_head[head.word] and head.word .. verb.word or nil
end

local people, earns = yanhu.dictionary { "居民", "农民", "农牧民" }, { money = true, percent = true, points = true }

-- 居民人均可支配收入3.8万元，其中城镇居民4.6万元: those who are told apart have what was told of all.
local function income(cell, noun)
  local from = earns[cell.q.dimension] and #noun <= 24 and people:ending(noun, #noun)
  if not from then return noun end
  local facts = cell.tokens.facts
  for k = #facts, math.max(1, #facts - 8), -1 do
    local what = facts[k].text:match("居民(人均.*收入)$") or facts[k].text:match("居民(收入)$")
    if what then return noun .. what end
  end
  return noun
end

local uses = yanhu.pattern "^(用于|用作|投向)[^，；。、：]{2,12}" -- 一半用于养老

return { uses = uses, bare = bare, leaning = leaning, output = output, of_another = of_another, per_head = per_head, earned = earned, income = income }
