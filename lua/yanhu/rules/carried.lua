-- No noun stands at the figure: what was done, what it was spent on, or the subject of an earlier clause.
-- A list of rules, as lua/yanhu/rules.lua says.

local subjects = require "yanhu.subjects"
local phrases = require "yanhu.phrases"
local deeds = require "yanhu.deeds"
local word_set = require "yanhu.word_set"
local leans = require "yanhu.rules.leaning"

local bare = leans.bare
local actor = phrases.actor
local DE = require("yanhu.classes").each "de"
local countable = phrases.countable
local uses = leans.uses
local opens_clause = yanhu.dictionary { "用于", "用在", "用作", "投向", "投入", "来自", "集中", "分布" }
local granting = deeds.granting
local reaches = word_set "惠及 受益 服务 覆盖 保障 带动 吸引 吸纳 支持 帮助 涉及 辐射" -- whom a deed does good
local per_head, earned = leans.per_head, leans.earned

-- The word of what each has, right before the figure or before 有 (平均每人拥有60元).
local function averages_head(cell)
  local w = cell.tokens[cell.i - 1] and cell.tokens[cell.i - 1].w
  if w and w.level and w.word:sub(-#"有") == "有" and cell.i > 2 then w = cell.tokens[cell.i - 2].w end
  if w and w.adverb and not per_head[w.word] and cell.i > 2 then w = cell.tokens[cell.i - 2].w end -- 平均每人每年130元
  return w and per_head[w.word] and w
end

local END_OF_TAKES = ("占"):byte(-1)
local linking = { ["即"] = true, ["其中"] = true, ["超额"] = true, ["累计"] = true, ["最高"] = true, ["最多"] = true, ["不过"] = true } -- 产钢40万吨，其中36万吨是…; 累计27家; 最高500万元
local striving = { ["力争"] = true, ["争取"] = true, ["确保"] = true, ["力争突破"] = true, ["预计"] = true }

local using = { ["利用"] = true, ["使用"] = true, ["到位"] = true }

local rates = yanhu.dictionary { "率", "比", "比重", "比例", "份额", "程度", "化水平", "覆盖面", "度" } -- levels in %, unlike what grows: 增速由13%降至8%

local function strives(c) -- 到位资金7亿元，力争8亿元
  local t = c.tokens[c.i - 1]
  return t and t.w and striving[t.w.word] and c.clause == c.i - 1
end

-- 安排项目420项、年度投资18亿元，其中续建260项: the figure before that counts the same, where the last one is of another kind.
local function alike(c, carried)
  local last = carried.cell
  if not c.actor or not countable[c.q.dimension] or not last or last.tokens ~= c.tokens then return nil end
  if countable[last.q.dimension] then -- 续建260项、新开工160项; 实施项目860个，建成投产510个
    local same = last.q.unit == c.q.unit or last.q.dimension == "people" and c.q.dimension == "people"
    local done = c.adjacent and not c.actor.w.level and not c.verb and carried.actor and carried.actor ~= c.actor.w.word
    return same and (carried.carried_verb and last.clause == c.clause or done) and carried or nil
  end
  for k = #c.tokens.facts, math.max(1, #c.tokens.facts - 6), -1 do
    local f = c.tokens.facts[k]
    if f.cell.q.unit == c.q.unit and f.actor then return f end
  end
end

-- 压缩棉纺锭480万锭，安置职工60万人，两年内再压缩520万锭: things are measured in the unit of an earlier figure, not of the last.
local function same_unit(c, carried)
  local last, facts = carried.cell, c.tokens.facts
  if not last or last.tokens ~= c.tokens or not c.verb or c.q.dimension ~= "things" or last.q.dimension == "things" then return nil end
  for k = #facts - 1, math.max(1, #facts - 4), -1 do
    if facts[k].cell.q.unit == c.q.unit then return facts[k].text end
  end
end

local STOP = require("yanhu.classes").each "stop"
local sized = { area = true, length = true, volume = true, power = true, things = true, people = true }

-- Is the figure all that its clause says, of another kind than the one before it?
local function is_whole_clause(c, carried)
  local last = carried.cell
  return c.i == c.clause and c.tokens.bits[c.i + 1] & STOP ~= 0 and sized[c.q.dimension] and last and last.tokens == c.tokens
    and countable[last.q.dimension] and last.q.unit ~= c.q.unit
end

return {
  {
    name = "of them",
    only = countable,
    summary = "some of those counted before, by what they do: 其中二十二个要在年内建成投产",
    when = {
      { "it counts people or things", "only" },
      { "no noun stands at it", "no left" },
      { "an earlier clause has a subject", "carried" },
      { "其中 stands before it", function(c)
        local w = c.i > 1 and c.tokens[c.i - 1].w
        return w and (w.word == "其中" or w.word == "有" or w.word == "已有") and c.s:find("其中", c.tokens.at[c.clause], true) ~= nil
      end },
      { "a verb stands behind", function(c)
        c.deed = not c.right_first and deeds.deed(c)
        c.are = not c.right_first and deeds.are(c)
        return c.deed or c.are
      end },
    },
    make = function(c, carried)
      if c.are then return { { indicator = c.are, object = true } } end
      return { { indicator = c.deed .. "的" .. bare(carried), object = true } }
    end,
  },
  {
    name = "people",
    only = countable,
    summary = "how many did what the verb says: 5700多万人受益; 112户386人如期脱贫; 引导15户开办农家乐",
    when = {
      { "it counts people or things", "only" },
      { "no noun stands at it", function(c) return not c.right_first and (not c.left_first or c.adjacent) end },
      { "a verb stands behind, or before where nothing else does", function(c)
        c.deed = (not c.left_first or c.adjacent) and deeds.deed(c)
        return c.deed
      end },
    },
    make = function(c) return { { indicator = c.deed, object = true } } end,
  },
  {
    name = "undergone",
    summary = "a verb that needs no object, before its number: 受益2.3万人次; 减税5亿元",
    when = {
      { "a verb stands before it", "actor" },
      { "the verb needs no object", function(c, carried)
        if not c.adjacent or c.right_first then return false end
        local other = carried and carried.cell -- 查处案件126起，处分132人: people are no cases; 改造小区32个，惠及1860户: the same deed
        return deeds.is_undergone(c) or c.q.dimension == "people" and other and other.q.dimension == "things" and not c.verb and not reaches[actor(c)]
      end },
      { "no noun stands before it", function(c) return not c.left_first or c.left_first == c.left_last end },
    },
    make = function(c) return { { indicator = (actor(c):gsub("了$", "")), actor = nil, object = true } } end,
  },
  {
    name = "pairs",
    summary = "changes of the levels before, in their order: A为12、B为8，同比提高3个百分点、下降1%",
    when = {
      { "no noun stands before it", "no left" },
      { "it is a change", function(c) return (c.rise or c.fall) and not c.reach end },
      { "its clause has as many changes as there are levels before", function(c)
        if c.pairs == nil then deeds.match_pairs(c) end
        return c.pairs
      end },
    },
    make = function(c) return { { indicator = c.pairs } } end,
  },
  {
    name = "carried",
    summary = "a value of the subject before: 完成82.4亿元，增长3.7%",
    when = {
      { "no noun stands at it", "no left" },
      { "an earlier clause has a subject", "carried" },
      { "no grant of its own: 每户补助3万元", function(c, carried)
        if not c.actor or c.q.dimension ~= "money" then return true end
        if c.adjacent and deeds.spending[c.actor.w.word] and c.apart and not carried.bare then return false end -- 投入3亿元: not of what was said before
        return not granting:longest(c.actor.w.word, 1)
      end },
      { "a verb or another value links it", function(c, carried)
        return c.verb or strives(c) or c.base or c.average or c.bare or c.aside or averages_head(c) or c.q.kind == "rank"
          or c.q.op ~= "=" or c.time or c.previous or c.share or c.actor
          or c.q.dimension == "percent" and c.tokens.exceeds and c.s:find("^超", c.tokens.at[c.clause]) -- 收购68万元，超计划13%
          or is_whole_clause(c, carried) -- 新建校舍1400间，21000平方米
          or c.q.dimension == "times" -- 是计划的1.13倍
          or linking[c.tokens[c.i - 1] and c.tokens[c.i - 1].w and c.tokens[c.i - 1].w.word]
          or (c.q.dimension == "percent" or c.q.dimension == "money" and c.clause == c.i) and opens_clause:longest(c.s, c.token.to + 1) -- 一半用于养老
      end },
    },
    make = function(c, carried)
      local own = earned(c)
      if own then return { { indicator = own } } end
      local verb, other = actor(c), alike(c, carried)
      if using[verb] and c.q.dimension == "money" and carried.text:find("外资", 1, true) then return { { indicator = "实际" .. verb .. "外资" } } end -- 合同外资四亿美元，实际利用一亿美元
      if other then
        local thing = bare(other)
        return { { indicator = thing:sub(-#verb) == verb and thing or verb .. thing, actor = verb, carried_verb = true } }
      end
      local text = same_unit(c, carried) or carried.text
      if c.q.dimension ~= "percent" and c.q.dimension ~= "points" and text:byte(-1) == END_OF_TAKES and text:sub(-#"占") == "占" then -- 投资9亿元，其中国有占七成，已安排4亿元
        local facts = c.tokens.facts
        for k = #facts - 1, math.max(1, #facts - 6), -1 do
          if facts[k].cell.q.dimension == c.q.dimension then text = facts[k].text break end
        end
      end
      if (c.rise or c.fall) and c.q.dimension ~= "points" then text = subjects.unshared(text) end
      if c.q.dimension == "people" and text:sub(-#"自然增长率") == "自然增长率" and #text > #"自然增长率" then text = text:sub(1, -#"自然增长率" - 1) end -- 全年净增1500万人
      local before = averages_head(c) or c.i > 1 and c.tokens[c.i - 1].w
      if before and per_head[before.word] and not text:find(before.word, 1, true) then -- 生产总值12亿元、人均6万元
        return { { indicator = before.word .. text, subject = text } }
      end
      local sums = before and before.sums or c.verb and c.verb.w.sums
      if sums and not c.adjacent and carried.actor and carried.actor:find("^新") and carried.cell and carried.cell.q.unit == c.q.unit then -- 新增3家、累计达15家
        c.cumulated = nil
        return { { indicator = bare(carried) } }
      end
      local opener = carried.bare and carried.first and verb and c.adjacent and countable[c.q.dimension] and not c.actor.w.level and c.tokens[carried.first].w
      if opener and (opener.act or opener.push) and #text > #opener.word then -- 启动灯塔改造，已改造26座
        local thing = text:sub(#opener.word + 1)
        return { { indicator = thing:find(verb, 1, true) and thing or verb .. thing, actor = verb } }
      end
      if reaches[verb] and c.adjacent and c.q.dimension == "people" and not c.verb and carried.cell and carried.cell.tokens == c.tokens then -- 改造小区32个，惠及1860户
        return { { indicator = text .. verb, subject = text, actor = carried.actor, carried = true } }
      end
      local whole = c.actor and c.adjacent and countable[c.q.dimension] and not c.actor.w.level and c.q.unit == (carried.cell and carried.cell.q.unit)
        and (text:match("^(.+)总量$") or text:match("^(.+)总数$"))
      if whole then -- 藏书总量42万册，新采购3万册
        local new = c.s:sub(c.actor.from - #"新", c.actor.from - 1) == "新" and "新" or ""
        return { { indicator = new .. verb .. whole, actor = new .. verb } }
      end
      if c.rise and countable[c.q.dimension] and carried.actor and carried.actor:find("^新增") and c.rise.w.word:find("增加$") then -- 新增学位2万个，今年再增加3万个
        c.rise, c.verb = nil, nil
        return { { indicator = "增加" .. bare(carried), actor = "增加", carried_verb = true } }
      end
      local use = (c.q.dimension == "percent" or c.q.dimension == "money") and not c.verb and uses:match(c.s:sub(c.token.to + 1, c.token.to + 45))
      if use then return { { indicator = bare(carried) .. use[0], subject = text, carried = true } } end
      local says = c.verb and not c.verb.w.level or opens_clause:longest(c.s, c.token.to + 1) -- 增长4%，力争达到5%: the same kind of figure
      local after = carried.bare and carried.last and c.q.dimension == "percent" and c.tokens[carried.last + 1]
      local grew = carried.measure == "growth" or after and after.w and after.w.rise -- 茶税增长由负转正、达2.3%
      local goes_on = not says and c.tokens.bits[c.i - 1] & DE == 0 or grew and c.reach
      if grew and c.verb and rates:ending(text, #text) then goes_on = false end -- 参合率提高3%，达到98%
      return { { indicator = text, actor = carried.actor, carried = true, as = goes_on and (grew and "growth" or carried.measure) or nil } }
    end,
  },
  {
    name = "verb",
    summary = "a verb that names what is measured: 减税降费4.95亿元",
    when = {
      { "a verb stands before it", "actor" },
      { "the verb says enough alone", function(c) return #actor(c) >= 6 end },
    },
    make = function(c) return { { indicator = (actor(c):gsub("了$", "")), doubt = "no noun" } } end,
  },
}
