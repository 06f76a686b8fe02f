-- The rules: which cells are facts, and where each finds its indicator. A rule is a list of named conditions and a
-- maker; a condition is a label with a function of the cell and the carried subject, or with the name of a trait of the
-- cell. The first rule whose conditions all hold speaks; `yanhu explain` shows how far the others came.
--
-- A maker returns a list of { indicator, … } (one fact each), an empty list for "this is no fact", or nil.

local subjects = require "yanhu.subjects"
local indicators = require "yanhu.indicators"
local phrases = require "yanhu.phrases"
local rejections = require "yanhu.rejections"
local dealt = require "yanhu.dealt"
local deeds = require "yanhu.deeds"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"
local carry = require "yanhu.carry"

local left, right, actor, lean, opens_with_share = phrases.left, phrases.right, phrases.actor, phrases.lean, phrases.opens_with_share
local countable = phrases.countable
local opens_clause = yanhu.dictionary { "用于", "投向", "投入", "来自", "集中", "分布" }

local each, any = classes.each, classes.any
local ACT, NOMINAL, RELATION, REACH, STOP, LIST = each "act nominal relation reach stop list"
local WORD, MENTION, PERIOD, FIGURE, QUANTITY = each "word mention period figure quantity"
local UNTIL = classes.words "至 到"
local MOVES, WHEN, NOMINAL_OR_RELATION, MENTION_OR_PERIOD = any "rise fall", any "period span", any "nominal relation", any "mention period"

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

-- 推动100家企业开展改造: the verb says who is to act; what they do stands behind the noun.
local causing = word_set "推动 推进 加快推进 支持 帮助 引导 鼓励 促进 带动 支撑 支撑了 扶持 动员 指导 协助"

local function predicate(cell)
  local tokens, k = cell.tokens, cell.right_last + 1
  local t = tokens[k]
  if not (t and t.w and t.w.act) then return "" end
  local from = t.from
  while tokens[k] and not tokens[k].m and not (tokens[k].w and (tokens[k].w.stop or tokens[k].w.list)) do k = k + 1 end
  local text = cell.s:sub(from, tokens.at[k] - 1)
  return not (tokens[k] and tokens[k].m) and #text <= 30 and text or ""
end

local built = yanhu.dictionary { "新建", "改造", "建成", "新增", "改建", "扩建", "新改建", "修建", "培育", "引进" } -- verbs that a list of nouns may begin with

-- 各县完成30个村规划: what is done stands behind its number, whoever did it.
local function completes(c)
  return c.verb and c.verb.w.word == "完成" and countable[c.q.dimension] and not c.de and c.verb == c.tokens[c.i - 1]
end

local planned = yanhu.dictionary { "目标的", "计划的", "任务的", "预算的" }
-- 优化电价机制12条举措落地: what comes in articles is named by what stands before their number.
local articles = yanhu.dictionary { "举措", "措施", "政策", "硬措施", "政策措施", "条款", "意见", "细则", "改革举措", "重点任务", "改革任务" }
local function contained(noun)
  local from, to = articles:find(noun)
  return from == 1 and noun:sub(1, to) or nil
end

-- 城区还有5处积水点: what there is stands behind its number.
local function has(cell) return countable[cell.q.dimension] and cell.verb.w.level and cell.verb.w.word:sub(-3) == "有" end

local extents = { area = true, length = true, mass = true, volume = true, power = true }

-- 区级、1家市级龙头企业: an attribute without its noun takes the noun of the next in the list.
local function completed(cell, noun)
  local after = cell.following
  if noun:find("级$") and after and after.right_first then
    local whole = right(after)
    local head = whole:match("^.-级(.+)$")
    if head then return noun .. head end
  end
  return noun
end

-- What a fact is about, without its verb.
local function bare(fact)
  local text, verb = fact.text, fact.actor
  return verb and #text > #verb and text:sub(1, #verb) == verb and text:sub(#verb + 1) or text
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
local output = yanhu.dictionary { "产值", "总产值", "营业收入", "营收", "销售收入", "利税", "利润", "增加值" }
local fair = yanhu.pattern "(会|节|展|赛|季|活动|集市)$"
local takings = yanhu.dictionary { "收入", "成交额", "交易额", "销售额", "营业额", "签约额" }
local function owned(cell, carried, noun)
  if carried.actor and carried.cell and carried.cell.right_first and takings:ending(noun, #noun) then -- 灯会促成60家摊商长租，收入300万元
    local event = carry.opening(carried.cell)
    if event and fair:test(event) then return { text = event } end
  end
  if carried.text:sub(-#"率") == "率" and output:ending(noun, #noun) then -- 产销率98%，实现利税24亿元: a rate has no profit
    for k = #cell.tokens.facts, math.max(1, #cell.tokens.facts - 4), -1 do
      local f = cell.tokens.facts[k]
      if f.cell.tokens == cell.tokens and f.cell.q.dimension == "money" and f.text:sub(-#"率") ~= "率" then return f end
    end
  end
  if not carried.cell or carried.cell.q.dimension ~= "people" or carried.cell.q.unit == "户" or not output:ending(noun, #noun) then return nil end
  for k = #cell.tokens.facts, math.max(1, #cell.tokens.facts - 4), -1 do
    local f = cell.tokens.facts[k]
    if f.cell.tokens == cell.tokens and f.cell.q.dimension == "things" then return f end
  end
end

local paces = phrases.paces

-- 健全补偿机制，投资增长9%; 全年投资增长8%: what a whole region has names itself where it grows, unless a subject owns it.
local of_all = yanhu.pattern "^(投资|消费|出口|进口|进出口|税收|贷款|存款)(规模|总量|总额|额)?$"
local function names_itself(cell, noun, carried)
  if carried.cell and carried.cell.tokens == cell.tokens and cell.left_last < carried.cell.i then return true end -- 税收在减税3亿元的情况下增长5%
  if noun:find("^税收占") then return true end -- 非税占比降低，税收占比居首位
  if not (cell.rise or cell.fall or cell.q.kind == "rank") or not of_all:test(noun) then return false end
  if carried.measure == "share" and not carried.text:find("占", 1, true) then return true end -- 水质优良率达98%，进出口增长10%
  local opener, deed = cell.tokens[cell.clause], carried.bare and carried.first and cell.tokens[carried.first - 1]
  return opener.kind == "period" or opener.w and opener.w.scope or deed and deed.w and (deed.w.act or deed.w.push)
end

--- An indicator that leans on the subject of the clause before: 产量 → 粮食产量.
local function leaning(cell, noun, carried)
  if not carried or names_itself(cell, noun, carried) then return noun end
  local aspects = subjects.parts(cell.s, cell.tokens, cell.left_first, cell.left_last)
  if #aspects > 1 or paces[noun] then return subjects.unshared(carried.text) end
  if noun == "总量" or noun == "增量" or noun == "规模" or noun == "数量" or noun == "总数" or noun == "位次" then
    local text = subjects.unshared(carried.text)
    if carried.actor and text:sub(1, #carried.actor) == carried.actor and #text > #carried.actor then text = text:sub(#carried.actor + 1) end
    return text .. noun
  end
  if subjects.stem(carried.text):sub(-#"生产") == "生产" and carried.text:sub(-#"总值") == "总值" then return noun end -- nothing leans on 生产总值
  local owner = owned(cell, carried, noun) or measured(cell, carried)
  if subjects.only_measures(bare(owner)) then return noun end -- 开工率98%，完工率85%
  return subjects.lean_on(subjects.stem(owner.text, owner.actor), noun)
end

local granting = yanhu.dictionary { "补助", "补贴", "奖励", "资助", "奖补", "贴息", "补偿", "给予", "减免", "免征" }
-- 对年销售额500万元以上的商户: is there a 对 between the clause's start and the figure?
local function concerns(c)
  for k = c.i - 1, c.clause, -1 do
    local w = c.tokens[k].w
    if w and w.word == "对" then return true end
  end
  return c.s:find("^对", c.tokens.at[c.clause]) ~= nil
end

local quota = yanhu.pattern("的?(年度|全年|目标)*(任务|目标|计划)", "a")
local pace = yanhu.pattern "^的(增长)?(速度|水平|增速|增幅)"
local surpassing = yanhu.dictionary { "超过", "高于", "快于", "低于", "慢于", "超出" }

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

local OPENS = any "act push adverb"

-- 设立总规模5亿元的基金: the measuring noun behind the verb, or nil.
local function measure_of(c)
  local bits, from = c.tokens.bits, c.left_first
  while from < c.left_last and bits[from] & OPENS ~= 0 and bits[from] & RELATION == 0 do from = from + 1 end
  if from == c.left_first or not subjects.leans(c.tokens, from, c.left_last) then return nil end
  return c.s:sub(c.tokens.at[from], c.tokens.at[c.left_last + 1] - 1)
end

-- What is said of one indicator together: 总量和增速居第1.
local aspects = word_set "总量 增速 增幅 规模 数量 增量 占比 比重 涨幅 质量 总额 总数"

local reaches = word_set "惠及 受益 服务 覆盖 保障 带动 吸引 吸纳 支持 帮助 涉及 辐射" -- whom a deed does good

-- What is no part of one whole: the shares (占比, 比重) of a list are often summed.
local counted_figures = yanhu.pattern "^(上述|以上|这些|各项|主要|核心|经济)*指标(增速|增幅|总量)?$"
local gives = yanhu.pattern "贡献了?(全.|我.|.{1,2}[省市县区])?(近|超|约)?$"
local rates = yanhu.pattern "[^ ](率|满意度|知晓度|覆盖面)$"

local sums = word_set "总数 总量 数量 规模 总规模 存量 增量"

-- 增量占全国的四成: the measuring noun before 占, which opens the phrase.
local function shared_aspect(c)
  local noun = c.share and left(c):match("^(.-)占.")
  return noun and noun ~= "" and sums[noun] and noun
end


local per_head = { ["人均"] = true, ["户均"] = true, ["亩均"] = true, ["平均每人"] = true, ["平均每户"] = true }

local programme = yanhu.pattern "(工程|行动|计划|工作|平台|园区|改革|战略|政策|活动|机制|[省市县区乡镇村])$"
-- 一般公共预算收入28亿元，税收占七成，支出52亿元: the bare word is the other side of what the sentence speaks of.
local function other_side(c, noun, carried)
  if noun == "投入强度" then -- 研发经费投入增长10%，投入强度达到3%
    for k = #c.tokens.facts, 1, -1 do
      local entry = indicators.find(c.tokens.facts[k].text)
      if entry and entry.id == "rnd_spending" then return "研发经费投入强度" end
    end
  end
  if not subjects.sides[noun] then return nil end
  local other = carried and subjects.other_side(bare(carried), noun)
  for k = noun == "支出" and #c.tokens.facts or 0, 1, -1 do other = other or subjects.other_side(bare(c.tokens.facts[k]), noun) end
  return other
end

-- What a programme is measured in; quality rises by none of these.
local programmes = { things = true, area = true, length = true }
local extent = yanhu.pattern "(面积|里程|长度|规模|能力|[^质]量|数)$"

local first_parts = yanhu.dictionary { "首期", "首批", "首笔", "第一批", "二期", "第二批" }
local first_part = yanhu.pattern "^(首期|首批|首笔|第一批|二期|第二批)(到位|投入|资金|规模|下达|拨付|安排|募集|投资|注资)?(资金)?$"

local function averages_head(cell)
  local w = cell.tokens[cell.i - 1] and cell.tokens[cell.i - 1].w
  return w and per_head[w.word]
end

local converting = { ["折合"] = true, ["折"] = true, ["相当于"] = true, ["等于"] = true }
local exceeding = yanhu.dictionary { "超过", "超出", "超额", "高出", "低于", "突破" }
local exceeds = yanhu.pattern "^(超过|超出|超额|高出|低于|突破)[^、，；]*(计划|定|定额|标准|目标|预算|预期|任务|指标|水平|年度|总和)的?$"

-- Does the phrase before the figure, or its clause, tell what is exceeded (超过过去五年造林总和一倍)?
local function surpasses_from(c, k)
  local from = c.tokens.at[k]
  return exceeding:longest(c.s, from) and exceeds:test(c.s:sub(from, c.token.from - 1))
end
local function surpasses(c) return surpasses_from(c, c.left_first) or c.clause < c.left_first and surpasses_from(c, c.clause) end

-- Does 等于 or the like stand before the noun, whatever is between (等于解放前全部里程的1.7倍)?
local function converts(c)
  local bits, times = c.tokens.bits, c.q.dimension == "times"
  for k = c.left_first - 1, c.clause, -1 do
    local word = bits[k] & WORD ~= 0 and c.tokens[k].w.word
    if converting[word] or times and (word == "为" or word == "是") then return true end -- 为去年招生数的1.04倍
  end
  return false
end

local linking = { ["其中"] = true, ["超额"] = true, ["累计"] = true } -- 产钢40万吨，其中36万吨是…; 超额6%完成计划; 累计27家
local striving = { ["力争"] = true, ["争取"] = true, ["确保"] = true, ["力争突破"] = true, ["预计"] = true }
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
    if f.cell.tokens == c.tokens and f.cell.q.unit == c.q.unit and f.actor then return f end
  end
end

-- No rank, growth or rate is a sum: 农贸市场、学校食堂快检合格率达到97% says it of each.
local function each_has_it(c)
  local moves = (c.rise or c.fall) and not c.reach
  local rate = c.q.dimension == "percent" and not moves
  if not (rate or moves or c.q.kind == "rank" or c.q.dimension == "times") or not subjects.lists(c.tokens, c.left_first, c.left_last) then return false end
  local parts = subjects.parts(c.s, c.tokens, c.left_first, c.left_last)
  local n = #parts
  if n == 1 or c.s:find("一体化", c.tokens.at[c.left_first], true) then return false end
  if rate and not rates:test(parts[n]) then return false end
  if subjects.are_rates(parts) or (rate or c.q.kind == "rank") and subjects.measures(parts[n]) then return true end -- 古驿道、湿地公园数量居全市第二
  for k, part in ipairs(parts) do -- A数量、B数量实现翻番; 茶叶产量、产值居全省第一
    if not (subjects.measures(part) or k > 1 and subjects.only_measures(part) and not aspects[part]) then return false end
  end
  return true
end

local ENDS = any "stop list"
local FOOTING = any "de behind"

-- 压缩棉纺锭480万锭，安置职工60万人，两年内再压缩520万锭: things are measured in the unit of an earlier figure, not of the last.
local function same_unit(c, carried)
  local last, facts = carried.cell, c.tokens.facts
  if not last or last.tokens ~= c.tokens or not c.verb or c.q.dimension ~= "things" or last.q.dimension == "things" then return nil end
  for k = #facts - 1, math.max(1, #facts - 4), -1 do
    if facts[k].cell.q.unit == c.q.unit then return facts[k].text end
  end
end

local makers = {
  {
    name = "eligible",
    summary = "who a grant is for: 对年销售额500万元以上的商户给予补贴",
    when = {
      { "it is a bound", "bound" },
      { "的 and a noun, or another bound, stand behind", function(c)
        return c.de and c.right_first or c.s:find("^且", c.token.to + 1)
      end },
      { "对 stands before it", concerns },
      { "a grant is spoken of behind", function(c) return granting:find(c.s:sub(c.token.to + 1, c.token.to + 150)) end },
    },
    make = function(c)
      local noun = left(c) or actor(c) or right(c)
      return { { indicator = noun:match("^.-对(.+)$") or noun:gsub("^且", ""), status = "other" } }
    end,
  },
  {
    name = "base",
    summary = "the base of a comparison: 从2020年的10.5万元提高到…; 在上年增长5%的基础上",
    when = {
      { "从 or 由 stands before it, or 的基础上 behind", function(c)
        local bits = c.tokens.bits
        c.footing = bits[c.i + 1] & FOOTING ~= 0 and c.s:find("^的基础上", c.token.to + 1)
        local before = c.previous
        if c.q.dimension == "ratio" and before and before.of_base and not c.verb then -- 由a∶b∶c调整为: all three
          c.of_base, c.time = true, before.time
        end
        c.row_base = c.place > 1 and c.bare and c.group[1].from_base -- 分别由A、B提高到
        local behind = c.de and c.right_first and c.right_last + 1
        c.owned_base = behind and bits[behind] & REACH ~= 0 and c.tokens[behind].w.word ~= "由" -- 现行16%的税率降至13%
        return c.from_base or c.footing or c.versus or c.of_base or c.row_base or c.owned_base
      end },
      { "a verb of change with 到, 至 or 为 follows", function(c)
        if c.footing or c.versus or c.of_base or c.owned_base or c.moved then return true end
        local from = c.i + 1
        if c.q.dimension == "ratio" then -- the terms of a ratio are one figure
          local after = c.following
          while after and after.q.dimension == "ratio" and after.clause == c.clause and not after.verb do
            from, after = after.i + 1, after.following
          end
        end
        if c.from_base or c.row_base then from = c.group[#c.group].i + 1 end
        local bits = c.tokens.bits
        for k = from, math.min(from + 3, #c.tokens) do
          local b, behind = bits[k], bits[k + 1]
          if b & REACH ~= 0 or c.from_base and b & WORD ~= 0 and c.tokens[k].w.word == "达到" then return true end -- 由42%达到70%
          if b & UNTIL ~= 0 and behind & QUANTITY ~= 0 and c.tokens[k + 1].m.unit == c.q.unit then return true end -- 从2万辆到突破60万辆
          if b & MOVES ~= 0 and behind & PERIOD ~= 0 and c.tokens[k + 1].m.use == "by" then return true end
          if b & STOP ~= 0 and behind & REACH == 0 or b & MENTION_OR_PERIOD == MENTION then return false end -- 由18%，回落到3%
        end
      end },
    },
    make = function(c, carried)
      local noun = left(c)
      if c.owned_base then return { { indicator = (noun and noun:gsub("现行$", "") or "") .. right(c), status = "other", is_base = true } } end
      if #c.group > 1 and c.group[1].from_base and c.q.dimension ~= "ratio" then
        if c.group.subjects == nil then c.group.subjects = dealt.out(c, #c.group) or false end
        noun = c.group.subjects and c.group.subjects[c.place] or noun
        c.time = c.group[1].time
      elseif noun and lean(c, carried) then
        noun = leaning(c, noun, carried)
      end
      local after = c.footing and c.following -- 在上年增长5%的基础上，税收增长6%
      noun = noun or after and after.left_first and left(after) or carried and carried.text
      c.of_base = noun and c.q.dimension == "ratio" or nil
      if noun and opens_with_share(c) and carried and not c.apart then noun = subjects.unshared(carried.text) .. noun end -- 占全国比重从…提高到…
      return noun and { { indicator = noun, status = "other", is_base = not c.footing } }
    end,
  },
  {
    name = "quota",
    summary = "what was to be done of the carried indicator: 改造210公里、超额完成省里下达的180公里任务",
    when = {
      { "an earlier clause has a subject", "carried" },
      { "its clause goes on behind it", "followed" },
      { "an earlier figure is of the same unit", function(c, carried) return carried.cell and carried.cell.q.unit == c.q.unit end },
      { "任务 or 目标 stands behind it", function(c) return c.tokens.bits[c.i + 1] & ENDS == 0 and quota:test(c.s, c.token.to + 1) end },
      { "完成 stands in its clause before it", function(c)
        local from = c.floor >= c.clause and c.tokens.at[c.floor + 1] or c.tokens.at[c.clause]
        return c.s:sub(from, c.token.from - 1):find("完成", 1, true) ~= nil
      end },
    },
    make = function(_, carried) return { { indicator = carried.text, actor = carried.actor, status = "target" } } end,
  },
  {
    name = "surpassed",
    only = { percent = true },
    summary = "the rate that a carried one is above or below: 快于前五年年均增长5%的速度",
    when = {
      { "的速度 or 的水平 stands behind", function(c) return c.de and pace:test(c.s:sub(c.token.to + 1, c.token.to + 21)) end },
      { "超过 or the like stands before it", function(c)
        return surpassing:find(c.s:sub(c.tokens.at[c.clause], c.token.from - 1)) ~= nil
      end },
      { "an earlier clause has a subject", "carried" },
    },
    make = function(c, carried)
      local own -- 超过1953年到1958年平均每年增长5%的速度
      for k = c.i - 1, c.clause, -1 do
        local t = c.tokens[k]
        if t.kind == "period" and t.m.last_year then own = own or t.m end
      end
      return { { indicator = carried.text, status = "other", own = own } }
    end,
  },
  {
    name = "recalled",
    summary = "a target that is only named: 没有突破人民代表大会批准的6亿元的预算",
    when = {
      { "的 stands behind it", "de" },
      { "the figure is a target, right behind the word that set it", phrases.recalls_target },
      { "an earlier clause has a subject", "carried" },
      { "it is no share", function(c) return not c.share end },
    },
    make = function(_, carried) return { { indicator = carried.text } } end,
  },
  {
    name = "list",
    summary = "values dealt out over a list: A、B分别增长1%、2%",
    when = {
      { "several values stand in a row", "row" },
      { "they do not do something together", function(c) return c.each or c.group[1].left_first or c.group[1].verb or not deeds.deed(c.group[1]) end },
      { "they are not the terms of one ratio", function(c) return c.q.dimension ~= "ratio" or c.group[1].each end },
      { "no noun of their own stands behind the last, or 分别 before them", function(c)
        local lead, tail = c.group[1], c.group[#c.group]
        return lead.each or lead.left_first or not (tail.right_first and countable[tail.q.dimension])
      end },
      { "分别, or as many subjects as values", function(c)
        if c.group.subjects == nil then c.group.subjects = dealt.out(c, #c.group) or false end
        return c.group.subjects or c.group[1].each
      end },
      { "each value has its subject", function(c) return c.group.subjects end },
    },
    make = function(c)
      local noun = c.group.subjects[c.place]
      return { { indicator = noun, actor = built:longest(noun, 1) and noun:sub(1, built:longest(noun, 1)) or nil } }
    end,
  },
  {
    name = "shared",
    summary = "one value of several indicators: A、B均达到93%",
    when = {
      { "均, 都 or 双双 stands before it, or regions share a total", function(c)
        if c.all then return true end
        if c.left_first and #c.group == 1 and each_has_it(c) then return true end
        local entry = c.left_first and (c.verb or c.q.op == ">") and indicators.find(left(c))
        return entry and entry.id == "gdp"
      end },
      { "several indicators are named", function(c, carried)
        local parts
        if c.left_first then
          parts = subjects.parts(c.s, c.tokens, c.left_first, c.left_last)
          if c.all and counted_figures:test(left(c)) then -- 四项指标增速均居前五
            parts = carry.earlier(c, nil)
          elseif not lean(c) then
            parts = subjects.complete(parts)
          elseif carried and subjects.are_rates(parts) then -- 办结率、满意率均达100%
            local stem = subjects.stem(carried.text, carried.actor)
            for k, part in ipairs(parts) do parts[k] = subjects.lean_on(stem, part) end
          elseif c.all and paces[left(c)] then -- A量、B量分别达到…，增幅均居全省前五
            parts = carry.earlier(c, nil)
            for k, part in ipairs(parts or {}) do parts[k] = subjects.unshared(part) end
          elseif c.all and sums[left(c)] then -- 大户达3000户、企业达26家，总数均居全市第一
            parts = carry.earlier(c, nil)
            for k, part in ipairs(parts or {}) do parts[k] = part .. left(c) end
          else
            parts = nil
          end
        else
          parts = carry.earlier(c, nil)
        end
        c.parts = parts
        return parts and #parts > 1
      end },
    },
    make = function(c)
      local facts = {}
      for _, part in ipairs(c.parts) do facts[#facts + 1] = { indicator = part } end
      return facts
    end,
  },
  {
    name = "rank",
    only = { rank = true },
    summary = "a place among others: 总量居全市第1",
    when = {
      { "it is a rank", function(c) return c.q.kind == "rank" end },
      { "it has a subject, its own or a carried one", function(c, carried) return c.left_first or carried end },
    },
    make = function(c, carried)
      local noun = left(c)
      if not noun then return { { indicator = carried.text } } end
      if lean(c, carried) then
        noun = leaning(c, noun, carried)
      elseif carried and not c.apart and c.tokens[c.left_first].w and c.tokens[c.left_first].w.word == "在" then -- 在国家测评中位列第一
        noun = subjects.stem(carried.text, carried.actor) .. noun:sub(#"在" + 1):gsub("中$", "")
      end
      return { { indicator = (noun:gsub("^在", "")) } }
    end,
  },
  {
    name = "contributed",
    only = { percent = true },
    summary = "what is given to a whole: 民营经济贡献了65%以上的税收",
    when = {
      { "的 and a noun stand behind", function(c) return c.de and c.right_first end },
      { "贡献 stands before it or its list", function(c)
        c.gives = c.previous and c.previous.gives and not c.left_first and not c.verb -- 65%以上的税收、80%以上的就业
          or gives:test(c.s:sub(c.tokens[c.clause].from, c.token.from - 1))
        return c.gives
      end },
    },
    make = function(c, carried)
      local giver = c.previous and c.previous.giver or left(c) and left(c):match("^(.-)贡献") or ""
      if giver == "" then giver = carried and subjects.unshared(carried.text) or "" end
      c.giver = giver
      return { { indicator = giver .. "贡献" .. right(c) } }
    end,
  },
  {
    name = "object",
    summary = "verb, value, noun: 建成330个就业社保服务点",
    when = {
      { "a noun stands right behind", "right" },
      { "no subject reaches, grows or falls to it", function(c) return not (c.left_first and c.verb) or completes(c) end },
      { "a verb right before it governs it, or its list's", function(c) return completes(c) or c.adjacent or not c.left_first and (c.actor or c.list_actor) end },
    },
    make = function(c)
      local verb = actor(c) or c.list_actor
      if causing[verb] then return { { indicator = completed(c, right(c)) .. predicate(c), actor = verb, object = true } } end
      local says = not (c.actor and c.actor.w.level) and verb or "" -- 完成15处治理
      return { { indicator = says:gsub("了$", "") .. completed(c, right(c)), actor = verb, object = true } }
    end,
  },
  {
    name = "raised",
    only = countable,
    summary = "things that were made more or better: 振兴工程提升40所高中办学能力",
    when = {
      { "a noun stands before it", "left" },
      { "a noun stands right behind", "right" },
      { "it counts people or things", function(c) return countable[c.q.dimension] end },
      { "a verb that acts on things stands right before it", function(c)
        local t = c.tokens[c.i - 1]
        return t == c.verb and t.w.act and (t.w.rise or t.w.fall or t.w.word == "新增")
      end },
      { "a programme or a place stands before it", function(c) return programme:test(left(c)) end }, -- 企业新增30家 are those of before
    },
    make = function(c)
      local verb = c.s:sub(c.verb.from, c.verb.to)
      return { { indicator = verb .. right(c), actor = verb, object = true } }
    end,
  },
  {
    name = "counted",
    summary = "value, noun: 20条小街小巷改造",
    when = {
      { "a noun stands right behind", "right" },
      { "no subject reaches, grows or falls to it", function(c) return not (c.left_first and c.verb) or has(c) end },
      { "it counts or measures that noun, or no noun stands before it", function(c)
        if not c.left_first or countable[c.q.dimension] then return true end
        return extents[c.q.dimension] and not c.de and c.tokens.bits[c.left_last] & WORD == 0
      end },
      { "it is no growth of a carried subject", function(c, carried) return not ((c.rise or c.fall) and carried and not countable[c.q.dimension]) end },
    },
    make = function(c)
      local noun = completed(c, right(c))
      local bound = c.following
      if bound and phrases.passed_by_each(bound) then noun = c.s:sub(c.tokens.at[c.right_first], bound.token.to) end -- 6家|企业营收超百亿元
      local t = c.left_first and c.tokens[c.left_last]
      if t and t.kind == "term" and c.left_last == c.i - 1 then noun = left(c) .. noun end -- “牛羊菜果”8个产业集群
      noun = noun:gsub("^人口的.+$", "人口") -- 十亿人口的大国
      if bound and countable[bound.q.dimension] and noun:sub(-#"中") == "中" then noun = noun:sub(1, -#"中" - 1) end -- 40种茶具中，有26种…
      if t and c.verb and left(c):sub(-3) == "中" then noun = left(c):sub(1, -4) .. noun end -- 前十大企业中有4家亏损
      local kind = t and c.left_last == c.i - 1 and c.q.unit ~= "" and contained(noun)
      if kind and not left(c):find("、", 1, true) then return { { indicator = left(c) .. kind, object = true } } end
      local verb = t and t.kind ~= "term" and c.actor == c.tokens[c.left_first] and not c.actor.w.level and left(c):find("、", 1, true)
        and actor(c) -- 建成东山、西山2座水厂
      return { { indicator = (verb or "") .. noun, actor = verb or nil, object = true } }
    end,
  },
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
      { "the noun before it only measures", function(c) return not c.verb and (lean(c) or measure_of(c) ~= nil) end },
    },
    make = function(c) return { { indicator = c.owner .. (measure_of(c) or left(c)) } } end,
  },
  {
    name = "completion",
    only = { percent = true },
    summary = "a part of a plan: 完成年度目标的116.7%",
    when = {
      { "it is a percentage", function(c) return c.q.dimension == "percent" end },
      { "目标, 计划 or 任务 and 的 stand before it", function(c) return not opens_with_share(c) and planned:ending(c.s, c.token.from - 1) end },
      { "its clause opens with a subject, or an earlier one has it", function(c, carried)
        c.own = carry.opening(c) or carried and carried.text
        return c.own
      end },
    },
    make = function(c, carried)
      local from = c.left_first and c.tokens.at[c.left_first] or c.token.from - #"目标的"
      return { { indicator = c.own .. "完成" .. c.s:sub(from, c.token.from - #"的" - 1):gsub("^完成", ""), subject = c.own, of = carried and carried.cell } }
    end,
  },
  {
    name = "converted",
    summary = "the same figure against another: 支出10亿元，折合黄金200万两; 超过原定计划15%; 相当于前三年总和的60%",
    when = {
      { "a noun stands before it", "left" },
      { "its clause opens with a subject, or an earlier one has it", function(c, carried)
        return carried or carry.opening(c)
      end },
      { "折合 or the like stands before the noun, or it tells what is exceeded", function(c) return converts(c) or surpasses(c) end },
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
      if opens_with_share(c) then return { { indicator = subjects.unshared(carried.text) .. left(c) } } end
      local aspect = shared_aspect(c)
      if aspect then -- 粮食总产增加306万吨，增量占全国的四成
        local stem = subjects.unshared(bare(carried))
        return { { indicator = stem .. left(c), subject = stem } }
      end
      return { { indicator = leaning(c, left(c), carried) } }
    end,
  },
  {
    name = "subject",
    summary = "noun, verb, value: 旅游收入超1.37亿元; 建成“四好农村路”61条",
    when = {
      { "a noun stands before it", "left" },
    },
    make = function(c, carried)
      local noun = left(c)
      local verb = not c.actor and c.list_actor
      if c.rise == c.verb and c.rise and programmes[c.q.dimension] and c.rise.w.word:find("提升$") and not extent:test(noun) then
        c.rise, c.verb, noun = nil, nil, noun .. c.rise.w.word -- 茶园品质提升2万亩: how much is done
      end
      local grant = c.adjacent and noun:find("^对") and granting:longest(actor(c), 1) and actor(c) -- 对困难家庭补贴2000元
      if grant and noun:sub(-#grant) ~= grant then noun = noun:sub(#"对" + 1) .. grant end
      local own, measure
      if noun:find("完成", 2, true) then own, measure = noun:match("^(.+)完成(.+)$") end -- 规上工业|完成|增加值
      if own and output:ending(measure, #measure) == 1 then return { { indicator = own .. measure } } end
      local whole = countable[c.q.dimension] and not c.right_first and noun:match("^(.+)中$")
      if whole then return { { indicator = whole .. (deeds.deed(c) or ""), object = true } } end -- 16个断面中11个达到Ⅲ类
      local other = other_side(c, noun, carried)
      if other then return { { indicator = other } } end
      if carried and first_parts:longest(noun, 1) and first_part:test(noun) then return { { indicator = bare(carried) .. noun } } end -- 设立基金10亿元，首期到位3亿元
      local class = carried and carried.cell and c.tokens.bits[c.left_last] & FIGURE ~= 0 and carried.cell.q.dimension == c.q.dimension
        and (noun:sub(-6) == "以上" or noun:sub(-6) == "以下")
      if class then
        local things = bare(carried)
        return { { indicator = noun .. (things:match("以上(.+)$") or things), actor = verb or nil } }
      end -- 项目35个、其中亿元以上12个
      local first = c.left_first < c.left_last and c.tokens[c.left_first].w
      local governs = verb and not c.verb and not (first and first.act) -- 实施项目60个、投入资金8亿元
      local partner = carried and not c.apart and subjects.partner(bare(carried), noun)
      if partner then return { { indicator = partner } } end
      return { { indicator = governs and verb .. noun or noun, actor = actor(c) or verb or nil } }
    end,
  },
  {
    name = "of them",
    only = countable,
    summary = "some of those counted before, by what they do: 其中二十二个要在年内建成投产",
    when = {
      { "it counts people or things", function(c) return countable[c.q.dimension] end },
      { "no noun stands at it", "no left" },
      { "an earlier clause has a subject", "carried" },
      { "其中 stands before it", function(c)
        local w = c.i > 1 and c.tokens[c.i - 1].w
        return w and (w.word == "其中" or w.word == "有" or w.word == "已有") and c.s:find("其中", c.tokens.at[c.clause], true) ~= nil
      end },
      { "a verb stands behind", function(c)
        c.deed = not c.right_first and deeds.deed(c)
        return c.deed
      end },
    },
    make = function(c, carried) return { { indicator = c.deed .. "的" .. bare(carried), object = true } } end,
  },
  {
    name = "people",
    only = countable,
    summary = "how many did what the verb says: 5700多万人受益; 112户386人如期脱贫; 引导15户开办农家乐",
    when = {
      { "it counts people or things", function(c) return countable[c.q.dimension] end },
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
    make = function(c) return { { indicator = actor(c), actor = nil, object = true } } end,
  },
  {
    name = "spent",
    only = { money = true },
    summary = "what money was spent on stands behind: 投入1.2亿元实施河道治理",
    when = {
      { "it is money", function(c) return c.q.dimension == "money" end },
      { "no noun stands before it", "no left" },
      { "a verb of spending stands before it", function(c) return c.actor and c.adjacent and deeds.spending[c.actor.w.word] and not c.right_first end },
      { "what it was spent on stands behind", function(c)
        c.purpose = deeds.purpose(c)
        return c.purpose
      end },
    },
    make = function(c) return { { indicator = actor(c) .. c.purpose, actor = actor(c) } } end,
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
      { "no grant of its own: 每户补助3万元", function(c) return not (c.actor and c.q.dimension == "money" and granting:longest(c.actor.w.word, 1)) end },
      { "a verb or another value links it", function(c)
        return c.verb or strives(c) or c.base or c.average or c.bare or c.aside or averages_head(c) or c.q.kind == "rank"
          or c.q.op ~= "=" or c.time or c.previous or c.share or c.actor
          or c.q.dimension == "times" -- 是计划的1.13倍
          or linking[c.tokens[c.i - 1] and c.tokens[c.i - 1].w and c.tokens[c.i - 1].w.word]
          or c.q.dimension == "percent" and opens_clause:longest(c.s, c.token.to + 1) -- 一半用于养老
      end },
    },
    make = function(c, carried)
      local verb, other = actor(c), alike(c, carried)
      if other then
        local thing = bare(other)
        return { { indicator = thing:sub(-#verb) == verb and thing or verb .. thing, actor = verb, carried_verb = true } }
      end
      local text = same_unit(c, carried) or carried.text
      if (c.rise or c.fall) and c.q.dimension ~= "points" then text = subjects.unshared(text) end
      local before = c.i > 1 and c.tokens[c.i - 1].w
      if before and per_head[before.word] and not text:find(before.word, 1, true) then -- 生产总值12亿元、人均6万元
        return { { indicator = before.word .. text, subject = text } }
      end
      if before and before.word == "累计" and carried.actor and carried.actor:find("^新") then -- 新增3家、累计15家
        c.cumulated = nil
        return { { indicator = bare(carried) } }
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
      local says = c.verb and not c.verb.w.level or opens_clause:longest(c.s, c.token.to + 1) -- 增长4%，力争达到5%: the same kind of figure
      return { { indicator = text, actor = carried.actor, carried = true, as = not says and carried.measure or nil } }
    end,
  },
  {
    name = "verb",
    summary = "a verb that names what is measured: 减税降费4.95亿元",
    when = {
      { "a verb stands before it", "actor" },
      { "the verb says enough alone", function(c) return #actor(c) >= 6 end },
    },
    make = function(c) return { { indicator = actor(c), doubt = "no noun" } } end,
  },
}

return require("yanhu.trial").of { rejections, makers }
