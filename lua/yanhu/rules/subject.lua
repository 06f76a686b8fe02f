-- The noun before the figure is what is measured, by itself or with the subject of an earlier clause.
-- A list of rules, as lua/yanhu/rules.lua says.

local subjects = require "yanhu.subjects"
local indicators = require "yanhu.indicators"
local phrases = require "yanhu.phrases"
local deeds = require "yanhu.deeds"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"
local carry = require "yanhu.carry"
local leans = require "yanhu.rules.leaning"

local bare, leaning = leans.bare, leans.leaning
local left, right, actor, lean, opens_with_share = phrases.left, phrases.right, phrases.actor, phrases.lean, phrases.opens_with_share
local countable = phrases.countable
local each, any = classes.each, classes.any
local ACT, NOMINAL, RELATION, LIST, FALL = each "act nominal relation list fall"
local WORD, FIGURE, DE = each "word figure de"
local ENDS = any "stop list figure"
local NOMINAL_OR_RELATION, ACT_OR_NOUN = any "nominal relation", any "act noun"

-- 老旧小区改造开工742个、完工548个: a verb alone takes the noun before the verb of the figure before it.
local function verb_alone(cell, carried)
  local tokens, first = cell.tokens, cell.left_first
  local bits = tokens.bits
  if first ~= cell.left_last or not first or bits[first] & NOMINAL_OR_RELATION ~= NOMINAL then return nil end
  local other = carried and carried.cell
  if not other or other.tokens ~= tokens or other.clause ~= cell.clause or not other.left_first then return nil end
  if other.left_last == other.left_first or bits[other.left_last] & ACT == 0 then return nil end
  return cell.s:sub(tokens.at[other.left_first], tokens.at[other.left_last] - 1)
end

local planned = yanhu.dictionary { "目标的", "计划的", "任务的", "预算的" }

local output = leans.output

local granting = deeds.granting

-- 投资5亿元、全长30公里的公路: the noun that the figure, or a list of them, is an attribute of.
local function owner_behind(c)
  local last = c
  while last and not last.de do
    local after = last.following
    last = after and c.tokens.bits[last.i + 1] & LIST ~= 0 and after.clause == c.clause and after.left_first == last.i + 2 and after or nil
  end
  if not last then return nil end
  if last.right_first then return right(last) end
  local after = last.following
  return after and after.i == last.i + 2 and after.right_first and right(after) or nil -- 总投资9亿元的12个项目
end

local first_parts = yanhu.dictionary { "首期", "首批", "首笔", "第一批", "二期", "第二批" }

local OPENS = any "act push adverb"

-- 设立总规模5亿元的基金: the measuring noun behind the verb, or nil.
local function measure_of(c)
  local bits, from = c.tokens.bits, c.left_first
  while from < c.left_last and bits[from] & OPENS ~= 0 and bits[from] & RELATION == 0 do from = from + 1 end
  if from == c.left_first or not subjects.leans(c.tokens, from, c.left_last) and not first_parts:longest(c.s, c.tokens.at[from]) then return nil end
  return c.s:sub(c.tokens.at[from], c.tokens.at[c.left_last + 1] - 1)
end

local begins = word_set "新开工 开工 续建 复工 竣工 建成"

-- 增量占全国的四成: the measuring noun before 占, which opens the phrase.
local function shared_aspect(c)
  local noun = c.share and left(c):match("^(.-)占.")
  return noun and noun ~= "" and phrases.sums[noun] and noun
end

local END_OF_TOTAL, END_OF_IN = ("总"):byte(-1), ("中"):byte(-1) -- asked before a word is cut out

-- 一般公共预算收入28亿元，税收占七成，支出52亿元: the bare word is the other side of what the sentence speaks of.
local function other_side(c, noun, carried)
  if noun == "投入强度" then -- 研发经费投入增长10%，投入强度达到3%
    for k = #c.tokens.facts, 1, -1 do
      local entry = indicators.find(c.tokens.facts[k].text)
      if entry and entry.id == "rnd_spending" then return "研发经费投入强度" end
    end
  end
  if noun:byte(3) == END_OF_TOTAL then noun = noun:gsub("^总", "") end -- 财政总收入12亿元，总支出11亿元
  if not subjects.sides[noun] then return nil end
  local other = carried and carried.measure ~= "share" and subjects.other_side(bare(carried), noun) -- …收入…，其中企业收入占48%，支出…
  for k = noun == "支出" and #c.tokens.facts or 0, 1, -1 do
    local f = c.tokens.facts[k]
    other = other or f.measure ~= "share" and subjects.other_side(bare(f), noun)
  end
  return other
end

local uses = leans.uses
local ordinal, FIRST_OF_ORDINAL = yanhu.pattern "^第[二三四五]", ("第"):byte()
local per_output = yanhu.dictionary { "单位", "万元", "每万元" }
local shares = yanhu.dictionary { "比例", "比重", "占比" }
local used_for = yanhu.pattern "^用于[^，；。]{1,30}(比例|比重|占比)"
local grants = yanhu.dictionary { "补助", "补贴", "津贴", "工资", "养老金", "奖金", "低保金", "抚恤金", "生活费", "退休金" }
local bettered = word_set "提升 改造提升 整治提升 改善"
local done = yanhu.dictionary { "完成", "开展", "实施", "推进", "推动" } -- 完成渔民住所质量改善3.2万户
-- What a programme is measured in; quality rises by none of these.
local programmes = { things = true, area = true, length = true }

local extent = yanhu.pattern "(面积|里程|长度|规模|能力|[^质]量|数)$"
local opens_part = { [("首"):byte()] = true, [("第"):byte()] = true, [("二"):byte()] = true } -- as first_parts do
local first_part = yanhu.pattern "^(首期|首批|首笔|第一批|二期|第二批)(到位|投入|资金|规模|下达|拨付|安排|募集|投资|注资)?(资金)?$"
local AS_AT = ("在"):byte() -- 在建, 对 and 实际 begin with the same byte
local arrives = yanhu.pattern "^(实际)(到位|到账|利用|使用)$"
local abroad_in = yanhu.dictionary { "外资", "直接投资" }
local set_figures = yanhu.dictionary { "水平", "总额", "总数", "总和", "总量", "指标", "定额" }
local converting = { ["折合"] = true, ["折"] = true, ["相当于"] = true, ["等于"] = true }
local points_at_whole = { percent = true, times = true } -- 为计划规定水平的98%, 为去年招生数的1.04倍
local exceeding = yanhu.dictionary { "超过", "超出", "超额", "高出", "低于", "突破", "超序时", "超时序", "超时间", "超计划", "超任务", "超预算", "超定额", "超指标", "超基数" }
local exceeds = yanhu.pattern "^(超过|超出|超额|超|高出|低于|突破)[^、，；]*(计划|定|定额|基数|标准|目标|预算|预期|任务|指标|水平|年度|总和|进度)的?$"

-- Does the phrase before the figure, or its clause, tell what is exceeded (超过过去五年造林总和一倍)?
local function surpasses_from(c, k)
  local from = c.tokens.at[k]
  return exceeding:longest(c.s, from) and (c.q.dimension == "points" and k == c.clause or exceeds:test(c.s:sub(from, c.token.from - 1))) -- 超过第一产业2.5个百分点
end

local function surpasses(c) return surpasses_from(c, c.left_first) or c.clause < c.left_first and surpasses_from(c, c.clause) end

-- Does 等于 or the like stand before the noun, whatever is between (等于解放前全部里程的1.7倍)?
local function converts(c)
  local bits, times = c.tokens.bits, c.q.dimension == "times"
  local part = c.q.dimension == "percent" and bits[c.i - 1] & DE ~= 0 and set_figures:ending(c.s, c.tokens[c.i - 1].from - 1) -- 为计划规定水平的98%
  for k = c.left_first - 1, c.clause, -1 do
    local word = bits[k] & WORD ~= 0 and c.tokens[k].w.word
    if part and k == c.clause and (word == "为" or word == "是") then return true end
    if converting[word] and bits[k + 1] & FALL == 0 or times and (word == "为" or word == "是") then return true end -- 为去年招生数的1.04倍
  end
  return false
end

return {
  {
    name = "attribute",
    summary = "a measure of what stands behind 的: 总投资50亿元的水厂项目",
    when = {
      { "a noun stands before it", "left" },
      { "its clause goes on behind it", "followed" },
      { "的 and a noun stand behind it or behind its list", function(c)
        c.owner = owner_behind(c)
        return c.owner
      end },
      { "the noun before it only measures, or begins with 占", function(c)
        return not c.verb and (lean(c) or measure_of(c) ~= nil or c.q.dimension == "percent" and opens_with_share(c)) -- 占人口八成的农民
      end },
    },
    make = function(c) return { { indicator = c.owner .. (measure_of(c) or left(c)) } } end,
  },
  {
    name = "completion",
    only = { percent = true },
    summary = "a part of a plan: 完成年度目标的116.7%",
    when = {
      { "it is a percentage", "only" },
      { "目标, 计划 or 任务 and 的 stand before it", function(c) return not c.from_base and not opens_with_share(c) and planned:ending(c.s, c.token.from - 1) end },
      { "its clause opens with a subject, or an earlier one has it", function(c, carried)
        c.own = carry.opening(c) or carried and carried.text
        return c.own
      end },
    },
    make = function(c, carried)
      local from = c.left_first and c.tokens.at[c.left_first] or c.token.from - #"目标的"
      return { { indicator = c.own .. "完成" .. c.s:sub(from, c.token.from - #"的" - 1):gsub("^.*完成", ""), subject = c.own, of = carried and carried.cell } }
    end,
  },
  {
    name = "converted",
    summary = "the same figure against another: 支出10亿元，折合黄金200万两; 超过原定计划15%; 相当于前三年总和的60%",
    when = {
      { "a noun stands before it", "left" },
      { "折合 or the like stands before the noun, or it tells what is exceeded", function(c)
        local says = c.tokens.says
        return (says.converts or says.supposes or points_at_whole[c.q.dimension]) and converts(c) or says.surpasses and surpasses(c)
      end },
      { "its clause opens with a subject, or an earlier one has it", function(c, carried)
        return carried or carry.opening(c)
      end },
    },
    make = function(c, carried)
      local own = carry.opening(c)
      if own and own ~= left(c) and not surpasses(c) then return { { indicator = own } } end
      return carried and { { indicator = carried.text, actor = carried.actor } }
    end,
  },
  {
    name = "leaning",
    summary = "a measuring noun of the subject before: 粮食喜获丰收，总产量达1.86亿公斤",
    when = {
      { "a noun stands before it", "left" },
      { "the noun only measures, or begins with 占", function(c, carried)
        return lean(c, carried) or opens_with_share(c) or verb_alone(c, carried) or carried and shared_aspect(c)
      end },
      { "an earlier clause has a subject", function(c, carried) return carried and not c.apart end },
    },
    make = function(c, carried)
      local noun = verb_alone(c, carried)
      if noun then return { { indicator = noun .. left(c), actor = actor(c) } } end
      if opens_with_share(c) then return { { indicator = subjects.unshared(carry.unparted(carried.text)) .. left(c) } } end -- 在甲中的比重达七成，|在乙中的比重
      local aspect = shared_aspect(c)
      if aspect then -- 粮食总产增加306万吨，增量占全国的四成
        local stem = subjects.unshared(bare(carried))
        return { { indicator = stem .. left(c), subject = stem } }
      end
      local noun, whole = leaning(c, left(c), carried)
      return { { indicator = noun, subject = whole } }
    end,
  },
  {
    name = "subject",
    summary = "noun, verb, value: 旅游收入超1.37亿元; 建成“四好农村路”61条",
    when = {
      { "a noun stands before it", "left" },
    },
    make = function(c, carried)
      local tokens, dimension, first, final, verb = c.tokens, c.q.dimension, c.left_first, c.left_last, c.verb
      local bits, counts, noun = tokens.bits, countable[dimension], leans.income(c, left(c))
      if carried then
        local known, whole = carried.cell, nil
        if counts and first == final and c.actor and carried.actor and known and known.clause == c.clause and known.q.unit == c.q.unit
          and c.actor == tokens[first] and carried.actor ~= noun and not known.aside then -- 引进项目12个、开工8个
          return { { indicator = noun .. bare(carried), actor = noun, carried_verb = true } }
        end
        if c.rise or c.fall then -- 单位生产总值能耗下降3%、二氧化碳排放下降4%
          if known and known.clause == c.clause and per_output:longest(carried.text, 1) and not indicators.find(noun) then whole = subjects.led_by(carried.text, noun) end
        elseif noun:byte() == FIRST_OF_ORDINAL and ordinal:test(noun) then -- 接种第一剂9万人、第二剂8万人
          whole = carried.text:match("^(.*)第一")
          whole = whole and whole .. noun
        end
        if whole then return { { indicator = whole } } end
        local part = bits[final] & RELATION ~= 0 and shares:ending(noun, #noun) and used_for:match(phrases.before_figure(c))
        if part then return { { indicator = bare(carried) .. part[0], subject = bare(carried) } } end -- 投入资金4亿元，用于产业的比例不低于六成
        if c.previous and c.previous.owned_base and first == c.previous.right_first then return { { indicator = carried.text } } end -- 渔船现行12%的费率|降至8%
      end
      if dimension == "percent" and not verb and bits[c.i + 1] & ENDS == 0 then
        local use = uses:match(c.s:sub(c.token.to + 1, c.token.to + 45))
        if use then return { { indicator = noun .. use[0], subject = noun } } end -- 财政支出的八成|用于民生
      end
      if dimension == "money" and c.right_first and (c.rise or c.fall) and grants:ending(right(c), #right(c)) then -- 渔民家庭每月多了200元|补助
        return { { indicator = noun .. right(c) } }
      end
      local rise, governing = c.rise, not c.actor and c.list_actor
      if rise and rise == verb and bettered[rise.w.word] and c.i > 1 and rise == tokens[c.i - 1] and not extent:test(noun)
        and (programmes[dimension] and rise.w.word ~= "改善" or counts and done:longest(c.s, tokens.at[c.clause])) then
        c.rise, c.verb, verb, noun = nil, nil, nil, noun .. rise.w.word -- 茶园品质提升2万亩: how much is done
      end
      if tokens.per and counts and final == c.i - 2 and noun:find("^每") and bits[c.i - 1] & WORD ~= 0 and tokens[c.i - 1].w.word == "平均" then
        return { { indicator = noun .. "平均" .. c.q.unit .. "数" } } -- 每个社平均257户
      end
      local same = counts and final == first + 1 and bits[first] & ACT_OR_NOUN == ACT and begins[tokens[first].w.word] and bits[final] & ACT ~= 0 and carried and carried.cell
      if same and same.tokens == tokens and same.q.unit == c.q.unit and not c.apart then -- 茶农住房完成3万套，新开工|建设2万套
        local deed, thing = noun:sub(-6), bare(carried)
        if #thing > #deed and thing:sub(-#deed) == deed then thing = thing:sub(1, -#deed - 1) end
        return { { indicator = thing .. noun, object = true } }
      end
      if noun:byte() == AS_AT then
        if noun == "在建" and carried then return { { indicator = noun .. bare(carried) } } end -- 建成2条、在建5条: how far those counted are
        local grant = c.adjacent and noun:find("^对") and granting:longest(actor(c), 1) and actor(c) -- 对困难家庭补贴2000元
        if grant and noun:sub(-#grant) ~= grant then noun = noun:sub(#"对" + 1) .. grant end
        local abroad = dimension == "money" and carried and noun:sub(1, #"实际") == "实际" and arrives:test(noun)
          and abroad_in:find(carried.text) ~= nil -- 合同外资2亿美元，实际到账1亿美元
        if abroad then return { { indicator = noun .. (carried.text:find("直接投资", 1, true) and "外商直接投资" or "外资") } } end
      end
      if c.adjacent and not verb and (dimension == "area" or dimension == "people") and deeds.is_undergone(c) and not noun:find(actor(c), 1, true) then
        return { { indicator = noun .. actor(c):gsub("了$", ""), object = true } } -- 江河两岸造林四百万亩
      end
      local own, measure = c.i > 1 and leans.earned(c) or nil, nil
      if own then -- 带动户均增收6200元, 农民人均增收900元
        local named = first < final or bits[first] & ACT == 0
        return { { indicator = named and noun .. own or own } }
      end
      if noun:find("完成", 2, true) then own, measure = noun:match("^(.+)完成(.+)$") end -- 规上工业|完成|增加值
      if own and output:ending(measure, #measure) == 1 then return { { indicator = own .. measure } } end
      local whole = noun:byte(-1) == END_OF_IN and noun:sub(-#"中") == "中" and not c.right_first and not phrases.schools:ending(noun, #noun) and noun:match("^(.+)中$")
      if whole and dimension == "percent" then -- 收购额|中占三成; 私营商店中|有一半转为合作商店
        local owner = c.share and carried and subjects.unshared(bare(carried))
        return { { indicator = owner and owner .. "占" .. whole or whole, subject = owner or nil } }
      end
      if whole and counts then return { { indicator = whole .. (deeds.deed(c) or ""), object = true } } end -- 16个断面中11个达到Ⅲ类
      local other = other_side(c, noun, carried)
      if other then return { { indicator = other } } end
      if carried then
        local known = carried.cell
        if dimension ~= "percent" and opens_part[noun:byte()] and first_parts:longest(noun, 1) and first_part:test(noun) then -- 设立基金10亿元，首期到位3亿元
          return { { indicator = bare(carried) .. noun } }
        end
        if bits[final] & FIGURE ~= 0 and known and known.q.dimension == dimension and (noun:sub(-6) == "以上" or noun:sub(-6) == "以下") then -- 项目35个、其中亿元以上12个
          local things = bare(carried)
          return { { indicator = noun .. (things:match("以上(.+)$") or things), actor = governing or nil } }
        end
        if not c.apart then
          local partner = subjects.has_partner(noun) and subjects.partner(bare(carried), noun) or carried.bare and subjects.echo(carried.text, noun)
            or leans.of_another(c, carried, noun)
          if partner then return { { indicator = partner } } end
        end
      end
      local governs = governing and not verb and not (first < final and bits[first] & ACT ~= 0) -- 实施项目60个、投入资金8亿元
      return { { indicator = governs and governing .. noun or noun, actor = actor(c) or governing or nil } }
    end,
  },
}
