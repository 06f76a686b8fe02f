-- The noun phrase on the left of a figure: where it ends before the verb, and where it begins. On the way it finds the verb that
-- governs the figure (建成路灯120盏) and the other side of a comparison (高于全省0.5个百分点).

local classes = require "yanhu.classes"
local word_set = require "yanhu.word_set"

local M = {}

local max = math.max

local each, any, words = classes.each, classes.any, classes.words
local WORD, TEXT, MENTION, PERIOD = each "word text mention period"
local ACT, NOUN, NOMINAL, PUSH, ADVERB, LEVEL, RELATION = each "act noun nominal push adverb level relation"
local DE, SCOPE, SHARE, ALL, ETC, CLOSE, PEELS, BREAKS, LOUD, LIST, PREP, LINKING, SUMS = each "de scope share all etc close peels breaks loud list prep linking sums"
local AND = each "and"
local FALL, RISE, THAN, MOVES, RANK = each "fall", each "rise", each "than", any "rise fall", each "rank"
local BREAKING, AGAINST = words "将 把 被 使 让 为 以 从 由 自 给 至 到", words "高于 低于 远高于 远低于 略高于 略低于 略快于 略慢于 略好于 快于 慢于 大于 优于 多于 少于 好于 领先 跑赢 高出 低 高"
local OUT_OF = words "从 由"
local IN, BY = words "在", words "按"
local INDICATOR = each "indicator"

local ADVERB_INSIDE = any "adverb inner"

local function only_measures(bits, from, to) return classes.only(bits, from, to, RELATION) end

local WORD_OR_TEXT = any "word text"
local measure_words = { ["面"] = true, ["量"] = true, ["率"] = true, ["额"] = true, ["数"] = true, ["幅度"] = true, ["速度"] = true, ["比例"] = true,
  ["比率"] = true, ["面积"] = true, ["规模"] = true, ["能力"] = true, ["资金"] = true, ["人数"] = true, ["人次"] = true }
local processes = yanhu.dictionary { "时间", "时限", "用时", "耗时", "周期", "环节", "门槛" }
local long_measures = yanhu.dictionary { "面积", "规模", "能力", "资金", "人数", "人次", "幅度", "速度" }

-- 完工量, 成功率, 改造面积: a verb or adverb with a measuring noun behind it is a noun.
local function measures_act(cell, tokens, k)
  local bits = tokens.bits
  if bits[k + 1] & WORD_OR_TEXT == 0 then return false end
  local from = tokens.at[k + 1]
  local text = cell.s:sub(from, tokens.at[k + 2] - 1)
  if text == "资金" and bits[k] & FALL ~= 0 then return false end -- 压减资金
  if measure_words[text] or bits[k + 1] & WORD ~= 0 then return measure_words[text] end
  return bits[k] & ACT ~= 0 and (#text == 3 and text:byte() >= 0x80 or long_measures:longest(cell.s, from) ~= nil
    or bits[k] & FALL == 0 and processes:longest(cell.s, from) ~= nil) -- 收购价, 安置房, 开办时间
end

local per_head = word_set "人均 户均 亩均"
local BROKEN = any "figure period span breaks list scope"
-- Does a noun phrase go on before the verb at token k, so that the verb is a part of it: 农村户厕|改造?
local function continues(bits, k, floor)
  return k - 1 > floor and bits[k - 1] & BROKEN == 0 and bits[k - 1] & ADVERB_INSIDE ~= ADVERB
end

local NAME, ADVERB_OR_NOUN = any "text relation noun", any "adverb noun"

-- Does a noun stand before token k, or before adverbs that do (亏损面|仍|在三分之一)?
local function names_before(bits, k, floor)
  k = k - 1
  while k > floor and bits[k] & ADVERB_OR_NOUN == ADVERB do k = k - 1 end
  return k > floor and bits[k] & NAME ~= 0
end

local PLAIN_NAME, MEASURED = any "text noun numeral", any "relation indicator"

local funds = yanhu.dictionary { "费", "款", "资金", "基金", "经费", "补贴" }
local spends = word_set "支出 开支 用去 支付 耗用"

-- 青溪湖景区|全年|接待游客, 云上茶园|年内|旅游收入: is what stands behind the time at token k an indicator, and before it nothing but its
-- owner's name?
local function owned_indicator(cell, tokens, k, j, floor)
  local bits = tokens.bits
  if k - 1 <= floor then return false end
  local own = bits[k + 1] & DE ~= 0 and k + 2 <= j and bits[j] & MEASURED ~= 0 -- 茶企去年的|利润
  if not own and k + 1 ~= j then return false end
  if not own and bits[j] & INDICATOR == 0 then -- 退休费|去年|支出
    return spends[cell.s:sub(tokens.at[j], tokens.at[j + 1] - 1)] and funds:ending(cell.s, tokens.at[k] - 1) ~= nil
  end
  local clause = max(cell.clause, floor + 1)
  if cell.s:sub(tokens.at[clause], tokens.at[k] - 1) == "建议" then return false end -- 建议今年地区生产总值增长7%
  for n = clause, k - 1 do
    if bits[n] & PLAIN_NAME == 0 and (n == clause or bits[n] & LIST == 0) then return false end
  end
  return true
end

local LETS_INSIDE, PUSH_OR_LEVEL = any "share de" | AGAINST, any "push level"

-- May 全国, 全省 stand inside a noun phrase: behind 占, 的, 对, 高于, 新建, and where things are counted behind any verb
-- that does something (建成全国文明村镇12个)?
local function inside(cell, tokens, k, floor)
  if k <= floor then return false end
  local b = tokens.bits[k]
  if b & TEXT ~= 0 and k - 1 > floor and cell.q.dimension == "things" then -- 新增ESI全球前1%学科2个
    k = k - 1
    b = tokens.bits[k]
    if b & WORD ~= 0 and b & ACT == 0 then return false end
  end
  local word = b & WORD ~= 0 and tokens[k].w.word
  return b & LETS_INSIDE ~= 0 or word == "对" or word == "与" or b & ACT ~= 0 and not cell.verb
    and (cell.q.dimension == "things" and b & PUSH_OR_LEVEL == 0 or word:find("^新"))
end

local base_in_words = yanhu.pattern "[^达][到至为成]$" -- what 由 and such a verb stand around is a base, with or without a figure

-- 百强企业中|我市占6家: whose they are, behind those that they are among.
local function among_them(cell, tokens, k, floor)
  return cell.q.dimension == "things" and k - 1 > floor and tokens.bits[k - 1] & TEXT ~= 0 and cell.s:sub(tokens.at[k] - #"中", tokens.at[k] - 1) == "中"
end

local ACT_OR_PUSH = any "act push"
local ACT_OR_TERM, TERM = any "act term", each "term"

-- 营养改善计划惠及12所学校, “三支一扶”计划招募320人: is 计划 at token k the name of a thing?
local function names_a_plan(tokens, k)
  return tokens.bits[k - 1] & ACT_OR_TERM ~= 0 and tokens[k].w.word == "计划"
end

local within = yanhu.dictionary { "初期", "时期", "期间", "过程中", "基础上", "条件下", "情况下", "形势下", "背景下" }

local ends_manner = { [("上"):byte(-1)] = true, [("下"):byte(-1)] = true, [("算"):byte(-1)] = true, [("后"):byte(-1)] = true } -- asked first
local manners = yanhu.dictionary { "基础上", "基数上", "计算", "情况下", "条件下", "背景下", "形势下", "冲击下", "压力下", "影响下", "前提下", "后" }
-- 在11个区县中从第5位升至第3位: those that are ranked.
local among = yanhu.pattern "在[^，；。]*(区县|县区|县市|县市区|旗县|市州|城市|省份|省区|省市|省区市|地市|百强[县区市]|乡镇|街道|开发区|高新区|[市县区州省]|（县）|（区）|（州）|（市、区）)中$"
-- 在世界上的位次由第九位升至第七位, 在全国贸易中居第三: among all there are; a contest has a name of its own.
local in_all = yanhu.pattern "在(世界|全球|国际|全国|全省|全市|全区|全县|国内|同行业)[^，；。考评测竞比]{0,8}[中上内](所占的?(位次|名次|地位)?|的)?$"
-- 群众满意度在全省年度评价中居第六位: whose place it is stands before the contest.
local contest = yanhu.pattern "[^，；。]{2,}在[^，；。]*(考核|评比|评价|测评|评估|考评|竞赛|比赛|督查|检查)中$"
local PARTED, STANDS_BEFORE = any "stop list quantity", any "peels" | words "要"

local excepting = yanhu.dictionary { "扣除", "剔除", "还原" }
local caused = yanhu.pattern "扣除|剔除|还原|(因|由于|受)[^素]*(影响|因素)后?$"
local factors = yanhu.dictionary { "因素", "影响", "因素后", "影响后" }

-- 总产值要在去年的基数上增长: the token before 在, where token j ends such a phrase; else j.
local function before_footing(cell, tokens, j, floor)
  if j <= floor then return j end
  local s, bits, at = cell.s, tokens.bits, tokens.at
  if tokens.says.factored and factors:ending(s, at[j + 1] - 1) then -- 一般公共预算收入|扣除留抵退税因素后
    for k = j - 1, max(floor + 2, j - 8), -1 do
      if excepting:longest(s, at[k]) then return k - 1 end
    end
  end
  local from, manner
  if ends_manner[s:byte(at[j + 1] - 1)] then from, manner = manners:ending(s, at[j + 1] - 1) end
  if cell.q.unit == "位" then
    local before = s:sub(at[floor + 1], at[j + 1] - 1)
    if among:test(before) or in_all:test(before) then manner = "中" elseif contest:test(before) then manner = "评" end
  end
  if manner == "计算" then -- 油料作物：以播种面积计算达到
    for k = j - 1, max(floor + 1, j - 8), -1 do
      local word = bits[k] & PREP ~= 0 and tokens[k].w.word
      if word == "以" or word == "按" then return k - 1 end
    end
  end
  if manner and manner:sub(-#"下") == "下" and bits[j - 1] & DE ~= 0 and j - 1 > cell.clause then -- 产量在调减面积6万亩的情况下保持在
    for k = j - 2, cell.clause + 1, -1 do
      if bits[k] & IN ~= 0 then return k - 1 end
    end
  end
  local opener, furthest = BY, j - 4 -- 要按上年实际数额核减
  if manner and manner ~= "计算" then opener, furthest = IN, j - 8 end
  if tokens.has & opener == 0 then return j end
  for k = j - 1, max(floor + 1, furthest), -1 do
    if bits[k] & PARTED ~= 0 then return j end
    if bits[k] & opener ~= 0 then
      if manner == "评" and not names_before(bits, k, floor) then return j end
      k = k - 1
      while k > floor and bits[k] & STANDS_BEFORE ~= 0 do k = k - 1 end
      return k
    end
  end
  return j
end

local NO_OTHER_SIDE = any "figure stop de open close"

-- 低于控制目标1.3个百分点, 高于全国、全省平均水平: the token before the comparison that token j ends; else j.
local norms = yanhu.dictionary { "指标", "计划", "目标", "任务数", "平均水平", "平均数" }
local function before_comparison(cell, tokens, j, floor)
  local d = cell.q.dimension
  if cell.verb or j <= floor then return j end
  if d ~= "points" and d ~= "percent" and not norms:ending(cell.s, tokens.at[j + 1] - 1) then return j end -- 低于市下达指标1300人
  local bits = tokens.bits
  for k = j - 1, max(floor + 1, j - 8), -1 do
    local b = bits[k]
    if b & NO_OTHER_SIDE ~= 0 then break end
    if b & AGAINST ~= 0 and b & ACT == 0 and b & MOVES ~= 0 then
      local t = tokens[k]
      cell.base, cell.base_to, cell.against, cell.verb = tokens[k + 1], tokens.at[j + 1] - 1, t, t
      if b & FALL ~= 0 then cell.fall = t else cell.rise = t end
      k = k - 1
      while k > floor and bits[k] & PEELS ~= 0 do k = k - 1 end
      return k
    end
  end
  return j
end

local circumstance = yanhu.pattern "[中上下里内]$"
local ADVERB_OR_NAME, PUSH_OR_NOUN = any "adverb inner noun", any "push noun"

-- 在实际工作中争取达到7%: the first token behind 在…中, and behind the adverbs after it.
local function behind_circumstance(cell, tokens, first, j)
  local bits = tokens.bits
  if first >= j or bits[first] & IN == 0 or cell.q.kind == "rank" then return first end
  for k = first + 1, j do
    if bits[k + 1] & DE == 0 and circumstance:test(cell.s:sub(tokens.at[k], tokens.at[k + 1] - 1)) then
      k = k + 1
      while k <= j and (bits[k] & ADVERB_OR_NAME == ADVERB or bits[k] & PUSH_OR_NOUN == PUSH) do k = k + 1 end
      return k
    end
  end
  return first
end

local ADVERB_OR_ATTRIBUTE, PUSH_OR_ACT, NO_NOUN = any "adverb attributive", any "push act", any "mention breaks prep list scope"

-- What stands between a noun and the verb at token k that governs the figure: adverbs, a date (标准厂房|年底前建成40万平方米). Returns the
-- first token of it and the last of the noun phrase, which is j where nothing does.
local function before_verb(tokens, k, floor, j)
  local bits = tokens.bits
  local relation = bits[k] & RELATION ~= 0
  while k - 1 > floor and bits[k - 1] & NOUN == 0 and (bits[k - 1] & ADVERB_OR_ATTRIBUTE == ADVERB or bits[k - 1] & PUSH_OR_ACT == PUSH or bits[k - 1] & PUSH ~= 0 and tokens[k - 1].w.word == "争取")
    and not names_a_plan(tokens, k - 1) do
    k = k - 1
    j = k - 1
  end
  if bits[k - 1] & PERIOD ~= 0 and not relation and k - 2 > floor and bits[k - 2] & NO_NOUN == 0 then
    k = k - 1
    j = k - 1
  end
  return k, j
end

local ACT_OR_NAME = any "act noun nominal"

-- 建成水库、水池等设施120个: the verb before a list that ends in 等 at token k, or nil.
local function verb_of_list(tokens, k, floor)
  for n = k - 1, max(floor + 1, k - 30), -1 do
    if tokens.bits[n] & ACT_OR_NAME == ACT then return tokens[n] end
  end
end

local locative = { ["中"] = true, ["间"] = true, ["内"] = true, ["里"] = true, ["来"] = true, ["以来"] = true, ["期间"] = true,
  ["时间"] = true }
local no_noun = word_set "年初 年末 年底 月初 月底 期初 期末 最初 原先 当初 远 剩 只剩 仅剩 需 只需 回 曾 竟 才 须 一 第一个 第二个 用 原 这 那 它 其 了 各方面 受灾 遭灾 准备 由于 因为 如果 只要 为了 过 近几 里 之后 之前 继 略 加上" -- 一年|增加207万元, 由于|提高了18种
local lasts = yanhu.dictionary { "年多", "年半", "年间", "年内", "年来", "月多", "月来" }
local ends_time = {} -- the last bytes of such words, asked first
for _, last in ipairs { "多", "半", "间", "内", "来" } do ends_time[last:byte(-1)] = true end
local lasting = yanhu.pattern "^([一二两三四五六七八九十几半]+个?)?(年|月|天)(多|半|间|内|来)$"
local GLUE, NO_END, TELLS_WHEN, PREP_OR_NOUN = any "de list and", any "de list and behind", any "span period", any "prep noun"

-- 从财力中|拿出3.6亿元: the first token behind where it comes from.
local function behind_source(cell, tokens, first, j)
  for k = first, j do
    if circumstance:test(cell.s:sub(tokens.at[k], tokens.at[k + 1] - 1)) then return k + 1 end
  end
  return first
end

local opens_time = { [("一"):byte()] = true, [("五"):byte()] = true, [("十"):byte()] = true } -- as all of these do, asked first
local some_time = yanhu.pattern "^[一两二三四五六七八九十半]+个?(季度|月|星期|周)[里内间]?$"
local LAST_OF_BRACKET = ("）"):byte(-1)
local reckoned = yanhu.pattern "^（[^（）]*(含|口径|剔除|扣除)[^（）]*）$"

local within_it = { ["中"] = true, ["里"] = true }

-- Takes from the noun phrase first..j what is none of it; returns its first and last token, or nil.
local function trimmed(cell, tokens, first, j)
  local bits = tokens.bits
  if bits[first] & IN ~= 0 then first = behind_circumstance(cell, tokens, first, j) end
  if bits[cell.i + 1] & DE ~= 0 and bits[cell.i + 2] ~= 0 and manners:longest(cell.s, tokens.at[cell.i + 2]) then
    for k = j - 1, first, -1 do -- 税收在|减税降费3亿元的情况下
      if bits[k] & IN ~= 0 then first = k + 1 break end
    end
  end
  while first <= j and bits[first] & GLUE ~= 0 do first = first + 1 end
  if first <= j and bits[first - 1] & OUT_OF ~= 0 then first = behind_source(cell, tokens, first, j) end
  if first <= j and bits[first - 1] & DE ~= 0 and bits[first - 2] & MENTION ~= 0 then
    local to = manners:longest(cell.s, tokens.at[first]) -- 在价格下降15%的|情况下|产值仍增长5%
    if to then
      cell.within = true
      while first <= j and tokens.at[first] <= to do first = first + 1 end
    end
  end
  if first + 2 <= j and bits[first] & ACT ~= 0 and bits[first + 1] & LIST ~= 0 and bits[first + 2] & ACT == 0
    and (bits[first - 1] & PERIOD ~= 0 or bits[first] & NOMINAL == 0 and bits[first - 1] & NAME ~= 0) then
    if cell.actor == tokens[first] then cell.actor = nil end
    first = first + 2 -- 6月份投产、|临港厂房年底前建成40万平方米; 糖厂建成投产、|日榨能力
  end
  if bits[first] & TEXT ~= 0 and (first == j or bits[first + 1] & ADVERB ~= 0) and opens_time[cell.s:byte(tokens.at[first])] and some_time:test(cell.s:sub(tokens.at[first], tokens.at[first + 1] - 1)) then
    first = first + 1 -- 一个季度|就支出30亿元
    while first <= j and bits[first] & ADVERB_INSIDE == ADVERB do first = first + 1 end
    if first > j then return nil end
  end
  while first < j and (bits[first] & LINKING ~= 0 or bits[first] & ADVERB_INSIDE == ADVERB and bits[first + 1] & SHARE ~= 0) do
    first = first + 1 -- 目前|占全部产值, 即|损失
  end
  if first < j and bits[first - 1] & MENTION ~= 0 then
    local when = tokens[first - 1]
    if (bits[first - 1] & TELLS_WHEN ~= 0 or when.m.unit == "年") and locative[cell.s:sub(tokens.at[first], tokens.at[first + 1] - 1)] then
      first = first + 1 -- 两年|中投入生产的单位
    end
  end
  while j >= first do
    local b = bits[j]
    if b & NO_END == 0 and b & PREP_OR_NOUN ~= PREP and (b & SHARE == 0 or tokens[j].w.word:sub(-#"占") ~= "占" and tokens[j].w.word ~= "占到" and tokens[j].w.word ~= "占了") then break end
    if b & SHARE ~= 0 then -- 将占, 又占, 只占
      while j > first and bits[j - 1] & ADVERB_INSIDE == ADVERB do j = j - 1 end
    end
    j = j - 1
  end
  if first > j then return nil end
  local to = tokens.at[j + 1] - 1
  if j > first and bits[j] & TEXT ~= 0 and cell.s:byte(to) == LAST_OF_BRACKET and reckoned:test(cell.s:sub(tokens.at[j], to)) then -- 销售额（含税）
    j = j - 1
    to = tokens.at[j + 1] - 1
  end
  local factor = tokens.says.factored and factors:ending(cell.s, to)
  if factor and factor >= tokens.at[first] and caused:test(cell.s:sub(tokens.at[cell.clause], to)) then return nil end -- 扣除…因素后
  if j - first < 3 and ends_time[cell.s:byte(to)] and lasts:ending(cell.s, to) and lasting:test(cell.s:sub(tokens.at[first], to)) then return nil end -- 一年多|就翻了一番半
  if first < j then
    if bits[first] & IN ~= 0 and within:ending(cell.s, to) then return nil end -- 在调整初期
  elseif no_noun[cell.s:sub(tokens.at[j], to)] then
    return nil
  elseif bits[first - 1] & MENTION ~= 0 and tokens[first - 1].m.unit and within_it[cell.s:sub(tokens.at[j], to)] then
    return nil -- 边境线461公里|中的448公里, 五年|里有12万人
  elseif bits[j] & WORD ~= 0 then
    local t = tokens[j]
    if cell.verb and t.w.word == "年度" or t == cell.actor and not t.w.nominal then return nil end -- 超出年度目标120人
  end
  return first, j
end

local planned = yanhu.dictionary { "规划", "重大", "重点", "项目", "工程" }
local function names_a_plan_period(s, tokens, k)
  local t = tokens[k]
  return t.m.grain == "plan-period" and not t.m.text:find("期$") and planned:longest(s, t.to + 1) ~= nil
end

local contributes = yanhu.dictionary { "贡献率", "拉动率" } -- 工业对经济增长的贡献率
local NO_WHOLE = any "stop close"

-- 占五年计划规定的投资总额的54%: whatever stands between 占 and 的 is the whole that the share is of. The token of 占, or nil.
local function share_of_whole(cell, tokens, j, floor)
  local bits = tokens.bits
  if cell.verb or cell.q.dimension ~= "percent" or j < cell.i - 2 or bits[cell.i - 1] & DE == 0 then return nil end
  for k = j, math.max(floor + 1, j - 16), -1 do
    if bits[k] & NO_WHOLE ~= 0 then return nil end
    if bits[k] & SHARE ~= 0 and tokens[k].w.word:sub(-#"占") == "占" then return k < j and k or nil end
  end
end

local fields = yanhu.dictionary { "方面的", "部门的", "事业的", "行业的", "方面", "项支出", "费用", "事业费" }
local LAST_OF_AFTER, afterwards = ("后"):byte(-1), yanhu.pattern "..[^今售产课灾震战疫术饭背落病婚]后$"

local market = yanhu.dictionary { "市场份额", "市场占有率", "市占率" }
local TEXT_OR_RELATION = any "text relation"
local DATED, ENDS, BRACKET = any "outer period span", any "stop each", any "open close"
local SHARE_OR_ADVERB = any "share adverb"
local ENDS_FIGURE = any "stop list close and"
local NAMES, ACT_OR_NOUN, PUSH_OR_NOMINAL = any "noun relation", any "act noun", any "push nominal"

-- The noun phrase that ends at token j: first and last token, or nil. `cell.actor` is the verb in front of it.
local function left_phrase(cell, tokens, j, floor)
  j = before_footing(cell, tokens, j, floor)
  if j < floor then floor = cell.clause - 1 end
  if tokens.has & AGAINST ~= 0 then j = before_comparison(cell, tokens, j, floor) end
  local bits = tokens.bits
  local first, k = j + 1, j
  local share = bits[cell.i - 1] & DE ~= 0 and share_of_whole(cell, tokens, j, floor)
  if share then cell.share, first, k = tokens[share], share, share - 1 end
  local quoted, closed = tokens.quoted, 0
  while k > floor do
    local b = bits[k]
    if b & TEXT ~= 0 and quoted then -- 提出的“地区生产总值增长6%”: a noun begins behind a quotation mark that is still open
      local from, behind = tokens.at[k], tokens.at[k + 1]
      if behind - from == #"”" then
        local text = cell.s:sub(from, behind - 1)
        if text == "”" then closed = closed + 1 elseif text == "“" then closed = closed - 1 end
        if closed < 0 then break end
      end
    elseif b & DATED ~= 0 then
      if b & PERIOD ~= 0 and k < j and names_a_plan_period(cell.s, tokens, k) then goto inside end -- 实施“十四五”规划项目
      if b & PERIOD == 0 or k == j or not names_before(bits, k, floor) then break end
      if only_measures(bits, k + 1, j) or k + 1 < j and bits[k + 1] & ADVERB_INSIDE == ADVERB_INSIDE and only_measures(bits, k + 2, j) then
        local text = tokens[k].m.text
        if text:sub(-#"年") == "年" and text ~= "年" and (text ~= "全年" or bits[k + 1] & WORD ~= 0 and tokens[k + 1].w.word == "均值") then cell.passed = tokens[k] end -- 粮食五年平均年产量, but 生猪全年出栏
      else
        if not owned_indicator(cell, tokens, k, j, floor) then break end
        cell.passed = tokens[k] -- 青溪湖景区|全年|接待游客
        if tokens[k].m.text ~= "全年" then cell.time = cell.time or tokens[k] end
      end
      first, k = k - 1, k - 2 -- 生猪年末存栏
      goto continue
    elseif b & LOUD ~= 0 then
      if b & ENDS ~= 0 or b & ALL ~= 0 and k == 1 then break end
      if b & ALL ~= 0 and k < j and tokens[k].w.word == "全部" then
        first = k
        k = k - 1
        goto continue
      end
      if b & ETC ~= 0 then
        if k == j then
          cell.examples = k
          return nil
        end
        if fields:longest(cell.s, tokens.at[k + 1]) and names_before(bits, k, floor) then goto inside end -- 农林、水利等方面的支出
        cell.actor = cell.actor or not cell.verb and verb_of_list(tokens, k, floor) or nil
        break
      end
      if b & BRACKET ~= 0 then
        local open = k == j and b & CLOSE ~= 0 and tokens.asides and tokens.asides.opening[k]
        if not open then break end
        k, j, first = open - 1, open - 1, open -- 优良天数比例（占比93%）|提高
        goto continue
      end
      if b & AGAINST ~= 0 and b & ACT == 0 and k < j and not cell.rise and not cell.fall then -- 高于全国Q
        local t = tokens[k]
        cell.base, cell.base_to, cell.against = tokens[k + 1], tokens.at[j + 1] - 1, t
        cell.verb = t
        if b & FALL ~= 0 then cell.fall = t else cell.rise = t end
        first, j, k = k, k - 1, k - 1
        while k > floor and bits[k] & PEELS ~= 0 do k, j, first = k - 1, j - 1, first - 1 end
        goto continue
      end
      local next_word = k + 1
      if b & ADVERB ~= 0 and cell.share then -- 用于农业的|也|只占
        while bits[next_word] & ADVERB_OR_NOUN == ADVERB do next_word = next_word + 1 end
      end
      local will = bits[next_word] & SHARE ~= 0 and (tokens[k].w.word == "将" or b & ADVERB ~= 0 and names_before(bits, bits[k - 1] & DE ~= 0 and k - 1 or k, floor)) -- 私营商业将占21%, 罚款总额已占7%
      if k == j and b & IN ~= 0 then
        if cell.verb or cell.q.op == "=" or not names_before(bits, k, floor) then
          cell.prep = tokens[k]
          break
        end
        cell.verb = tokens[k] -- 赤字占比在3%以内
        k = k - 1
        while bits[k] & ADVERB_OR_NOUN == ADVERB do k = k - 1 end -- 优良天数比例常年在99%以上
        j, first = k, k + 1
        goto continue
      end
      if b & BREAKING ~= 0 and not will then
        if k < j and b & OUT_OF ~= 0 and (cell.q.kind == "rank" or cell.reach and base_in_words:test(cell.reach.w.word)) and names_before(bits, k, floor) then -- 满意度|从末位跨入|全省前五, 墓地|由空白发展到|46处
          j, first, k = k - 1, k, k - 1
          goto continue
        end
        if k == j then cell.prep = tokens[k] end
        break
      end
      if cell.verb and b & PREP ~= 0 and k < j and tokens[k].w.word == "因" and names_before(bits, k, floor) then -- 耕地|虽因建设占用|减少
        k = k - 1
        while bits[k] & ADVERB_OR_NOUN == ADVERB do k = k - 1 end
        j, first = k, k + 1
        goto continue
      end
      if k < j and b & NAMES == 0 and measures_act(cell, tokens, k) then -- 水土保持率
        first = k
        k = k - 1
        goto continue
      end
      if b & ACT_OR_NOUN == ACT then
        local word = k == j and not cell.verb and tokens[k].w.word
        if (word == "新增" and bits[k - 1] & NOUN == 0 or bits[cell.i + 1] & ENDS_FIGURE ~= 0
          and (word == "安排" or word == "新增" and bits[k - 1] & INDICATOR ~= 0)) and names_before(bits, k, floor) then -- 通车里程新增1200公里
          cell.verb, cell.cumulated = tokens[k], word == "新增" or nil
          k = k - 1
          while bits[k] & ADVERB_INSIDE == ADVERB do -- 税收|计划|安排, 收支|各|安排
            cell.all = cell.all or bits[k] & ALL ~= 0
            k = k - 1
          end
          j = k
          goto continue
        elseif k == j and not cell.verb and bits[k - 1] & PERIOD ~= 0 and bits[k - 2] & THAN ~= 0 and tokens[k].w.word == "新增" then
          cell.verb, cell.rise, cell.base = tokens[k], tokens[k], tokens[k - 1] -- 余额较年初新增48亿元
          k = k - 3
          j = k
          goto continue
        elseif k == j and not cell.verb and b & NOMINAL ~= 0 and bits[k - 1] & WORD ~= 0 and per_head[tokens[k - 1].w.word] then
          goto inside -- 游客|人均|消费
        elseif k == j and cell.adjacent and b & NOMINAL ~= 0 and not cell.verb and bits[cell.i - 1] & NOMINAL == 0 and k - 1 > floor and bits[k - 1] & TEXT ~= 0 then
          goto inside -- 茶农养殖|每户|给予|5000元
        elseif k == j and cell.adjacent and b & PUSH_OR_NOMINAL == PUSH then
          break -- 争取|五年内解决3万人的温饱
        elseif k == j and not cell.verb then -- 试点成交87宗: a noun may stand before the verb; else it takes what stands behind
          cell.actor, cell.adjacent = tokens[k], true
          k, j = before_verb(tokens, k, floor, j)
          if bits[k] & ALL ~= 0 and bits[k] & ADVERB ~= 0 then cell.all = true end -- 收支|各|安排4亿元
          if k <= floor + 1 then return nil end
        elseif k < j and b & PUSH_OR_NOMINAL == PUSH and cell.verb then -- 推动进出口总额增长5%
          break
        elseif k < j then -- where k is j the verb is a noun: 立案查处的达120起
          local total = b & SUMS ~= 0 and tokens[k].w.word == "累计" and bits[k + 1] & TEXT_OR_RELATION ~= 0
            and (continues(bits, k, floor) or bits[k - 1] & PERIOD ~= 0 and k - 1 > floor and only_measures(bits, k + 1, j) and names_before(bits, k - 1, floor)) -- 海鲜|五年|累计产量
          if total then cell.passed = tokens[k] end -- 工业|累计|纳税
          local inner = total or cell.all and bits[k - 1] & AND ~= 0 -- 城镇新增就业和|转移|农业劳动力各400万人
            or bits[k - 1] & ADVERB ~= 0 and tokens[k - 1].w.word == "可" -- 可新增摊位面积
            or continues(bits, k, floor) and (b & NOMINAL ~= 0 or only_measures(bits, bits[k + 1] & DE ~= 0 and k + 1 < j and k + 2 or k + 1, j) -- 职工人数|增加|的总额
            or cell.share and b & MOVES ~= 0 and bits[k + 1] & DE ~= 0 and bits[k + 2] & SHARE_OR_ADVERB ~= 0 -- 收入|提高|的只占三成
            or k == j - 1 and bits[j] & DE ~= 0 and cell.verb and b & MOVES == 0) -- 儿童入学|的|已达72%
          if not inner then
            local says_only = b & LEVEL ~= 0 or cell.verb and tokens[k].w.word == "提出" and bits[k + 1] & DE == 0 -- 提出|农业总产值增长8%
            first = says_only and k + 1 or k -- 实现, 完成 say no more than that it is done
            local other = first == k and bits[k - 1] & AND ~= 0 and k - 2 > floor and bits[k - 2] -- 开工和|续建水库, 在建和|建成的桥梁
            if other and (other & ACT_OR_PUSH == ACT or other & TEXT ~= 0 and k - 3 <= floor) then first = k - 2 end
            cell.actor = not cell.adjacent and tokens[k] or cell.actor
            break
          end
        end
      elseif b & SCOPE ~= 0 then
        if k < j and (bits[k + 1] & RANK ~= 0 or bits[k + 1] & DE ~= 0 and bits[k + 2] & RANK ~= 0) and bits[k - 1] & IN ~= 0 and names_before(bits, k - 1, floor) then -- 水平指数|在全国|排名前移3位
          k = k - 1
        elseif k < j and market:longest(cell.s, tokens.at[k + 1]) and names_before(bits, k, floor) then
          goto inside -- 轴承|全球市场份额
        elseif among_them(cell, tokens, k, floor) then -- 百强企业中|我市拥有6家
          j, first, k = k - 1, k, k - 1
          goto continue
        elseif not inside(cell, tokens, k - 1, floor) and not (bits[k - 1] & TEXT ~= 0 and tokens[k].w.word == "各地") then break end -- 分布在沿海各地的
      elseif b & SHARE ~= 0 then
        cell.share = tokens[k]
      elseif b & BREAKS ~= 0 and b & NAMES == 0 and not will and not (k + 1 == j and bits[j] & DE ~= 0 and cell.verb and names_before(bits, k, floor)) and not (k + 1 < j and bits[k + 1] & DE ~= 0 and (b & LEVEL ~= 0 or b & MOVES ~= 0 and bits[k + 2] & SHARE_OR_ADVERB ~= 0 and cell.share)) and not (k < j and only_measures(bits, k + 1, j) and names_before(bits, k, floor)
        and tokens[k].w.word == "计划") and not (b & RISE ~= 0 and contributes:ending(cell.s, tokens.at[j + 1] - 1))
        and not (bits[k - 1] & TERM ~= 0 and tokens[k].w.word == "计划") then
        if tokens.per and k < j and tokens[k].w.word == "拥有" then -- 每千人|拥有|企业
          for n = k - 1, max(floor + 1, k - 4), -1 do
            if cell.s:find("^每", tokens.at[n]) then first = n end
          end
        end
        break
      end
    end
    if k < j and b & TEXT ~= 0 and cell.s:byte(tokens.at[k + 1] - 1) == LAST_OF_AFTER and bits[k + 1] & DE == 0 and afterwards:test(cell.s:sub(tokens.at[k], tokens.at[k + 1] - 1)) then
      break -- 这次整顿后|设置车间
    end
    ::inside::
    first = k
    k = k - 1
    ::continue::
  end
  return trimmed(cell, tokens, first, j)
end

local half = yanhu.pattern "^(半数|一半|过半|大半)" -- 达到农户半数
local REACH_OR_LEVEL, REACH = any "reach level", each "reach"
local settles = word_set "定为 核定为 设定为 确定为 控制在 限定在 定在"
local standards = yanhu.dictionary { "标准", "起征点", "免征额", "扣除额", "线", "上限", "下限", "限额", "门槛", "起付点" }

-- 供热面积扩大到城区面积的80%, 床位达到每千名老人42张: what the figure is measured against is not what is measured.
function M.of_a_whole(cell, tokens, floor)
  local bits = tokens.bits
  local at = cell.left_first - 1
  while at > floor + 1 and bits[at] & SCOPE ~= 0 do at = at - 1 end
  if bits[at] & REACH_OR_LEVEL == 0 or bits[at] & PREP ~= 0 or cell.verb or tokens[at].w.word == "由" then return end
  local per = cell.s:find("^每", tokens.at[cell.left_first])
  local set = not per and cell.q.dimension == "money" and (tokens[at].w.reach or settles[tokens[at].w.word])
    and standards:ending(cell.s, tokens.at[at] - 1) -- 起征点定为月收入900元
  local times = cell.q.dimension == "times" and (bits[at] & REACH ~= 0 or tokens[at].w.word:find("^达")) -- 等于投资的一点三倍 is rule converted's
  if not per and not set and (cell.q.dimension ~= "percent" and not times or bits[cell.i - 1] & DE == 0 and not half:test(cell.q.text)) then return end
  if cell.s:find("(计划|任务|目标|预算)", tokens.at[cell.left_last]) then return end
  local k = at - 1
  while k > floor and (bits[k] & PEELS ~= 0 or bits[k] & PUSH_OR_NOUN == PUSH) do k = k - 1 end -- 公积金|严格|限制在
  local verb = tokens[at]
  cell.verb, cell.reach = verb, verb.w.reach and verb or cell.reach
  cell.left_first, cell.left_last = left_phrase(cell, tokens, k, floor)
end

M.phrase = left_phrase

return M
