-- The rules that say of a figure that it is no fact: stretches of time, lists that are announced, names, rhetoric; rules/sizes.lua has those about sizes
-- inside names. Each is a list of named conditions, as in rules.lua; `only` is the set of dimensions that a rule is about.

local phrases = require "yanhu.phrases"
local subjects = require "yanhu.subjects"
local word_set = require "yanhu.word_set"
local classes = require "yanhu.classes"

local ACT, RANK, STOP, LIST, SCOPE = classes.each "act rank stop list scope"
local ACT_OR_NOUN, OPEN_END = classes.any "act noun", classes.any "stop list close de"
local left, right, countable = phrases.left, phrases.right, phrases.countable

local function nothing() return {} end

local constructive = word_set "新建 建成 新增 改造 开工 竣工 开通 获批 引进 落户 增加 新建成 建设 扩建 改建 新开工 投产 投用 创建 新引进 培育 新开通"

-- Is the cell `other` the next term of c's ratio, with only the colon between them?
local function term(c, other)
  if not other or other.q.dimension ~= "ratio" or math.abs(other.i - c.i) ~= 2 then return nil end
  local between = c.tokens[(c.i + other.i) // 2].w
  return between and between.list and other or nil
end

local headed = yanhu.dictionary { "实事项目", "指标", "任务", "举措", "措施", "工作", "行动", "方面", "要求", "重点",
  "倾向", "偏向", "好处", "困难", "原因", "特点", "条件", "优点", "缺点", "问题", "教训", "经验", "环节", "关系", "转变", "结合", "看法", "开支" }

local follows = yanhu.pattern("(：|——|，(包括|其中|即|分别是|主要有|主要是|这些?就?是)：)", "a")
local as_follows = yanhu.pattern("[^，。；：]*如下：", "a")

-- 抓好以下8项工作：…: the list that the figure counts follows.
local function announces(c)
  local noun = right(c)
  local behind = c.tokens.at[c.right_last + 1]
  return headed:ending(noun, #noun) and follows:test(c.s, behind) or as_follows:test(c.s, c.token.to + 1)
end

-- 办好12类45件民生实事, 安排6亿元办好21项实事: told by kind or with what it costs, they are what will be done.
local function is_weighed(c)
  local one, other, facts = c.previous, c.following, c.tokens.facts
  if one and one.i == c.i - 1 or other and other.i == c.i + 1 then return true end
  return #facts > 0 and facts[#facts].cell.q.dimension == "money"
end

local repeats = word_set "连续 先后 累计 多次 相继"
local one_in = yanhu.pattern "每[0-9两二三四五六七八九十百]+[^，]*有$"
local with = { ["同"] = true, ["与"] = true, ["给"] = true }
local kept = yanhu.pattern "^[^，；。、]*?(原则|条件|要求|标准|禁令|纪律|规矩|办法|制度|规定|准则|方针|底线)($|的)"
local papers = yanhu.dictionary { "措施", "举措", "政策", "意见", "办法", "规定", "细则" }
local places = yanhu.dictionary { "县", "市", "区", "州", "镇", "省", "旗", "国" }
local built = word_set "建成 竣工 通车 建成通车 开工 投产 投运 投用 建成投用 建成投产 贯通 落成 开通 挂牌"
local function built_behind(c)
  if c.q.value < 2 or not c.right_first then return false end
  for k = c.right_first, math.min(#c.tokens, c.right_first + 10) do
    if c.tokens.bits[k] & STOP ~= 0 then return false end
    if c.tokens.bits[k] & ACT ~= 0 and built[c.tokens[k].w.word] then return true end
  end
  return false
end

local foremost = yanhu.dictionary { "最大", "最大的", "最强", "最强的" }
local disputes = yanhu.dictionary { "斗争", "争论", "分歧", "矛盾", "关系", "对立" }
local keeping = yanhu.dictionary { "执行", "遵守", "遵循", "坚持", "落实", "贯彻", "按照", "恪守", "符合", "满足", "具备", "达到" }
local none = yanhu.dictionary { "尚无", "还没有", "没有一", "无一" }

local bodies = word_set "个 家 座 条 所 类" -- places and works, which are known; 1017例确诊患者治愈率 tells of so many
local GOES_TO = classes.any "rise fall reach level share each all"
-- The cell of the figure that measures what the things of this cell, or of a row of such, have; nil where none does.
local function measured_together(c)
  local after, bits = c.following, c.tokens.bits
  if not after or after.clause ~= c.clause or after.all or c.actor or c.list_actor or c.verb or not bodies[c.q.unit] then return nil end
  if countable[after.q.dimension] then
    return bits[after.i - 1] & LIST ~= 0 and c.right_last == after.i - 2 and after.right_first and measured_together(after)
  end
  if bits[c.right_last + 1] & GOES_TO == 0 and not after.share or after.i > c.right_last + 4 or after.q.dimension ~= "percent" then return nil end
  for k = c.right_first, c.right_last do
    if bits[k] & ACT_OR_NOUN == ACT then return nil end -- 300个项目完成投资率
  end
  return subjects.measures(right(c)) and after or nil
end

local populous = yanhu.pattern("人口的?(大|泱泱)[国省市区县州]", "a")

-- A numeral in words of at most ten that counts things.
local function small_numeral(q)
  return q.kind == "quantity" and countable[q.dimension] and q.value and q.value <= 10 and q.value % 1 == 0 and not q.text:find("%d")
end

local reckons = yanhu.dictionary { "折算", "换算", "计算", "折合计算" }

return {
  {
    name = "duration",
    only = { time = true },
    summary = "how long something has lasted: 连续19个季度居全国前列",
    when = {
      { "the unit is one of time", "only" },
      { "连续 or 持续 stands before it, or 以来 behind", function(c)
        local t = c.tokens[c.i - 1]
        local word = t and t.w and t.w.word
        return word == "连续" or word == "持续" or c.s:find("^以来", c.token.to + 1) or c.s:find("^来", c.token.to + 1)
      end },
    },
    make = nothing,
  },
  {
    name = "span",
    only = { time = true },
    summary = "a stretch of time that tells when, not how much: 五年生产原煤…",
    when = {
      { "the unit is one of time, not of age", function(c)
        return c.q.dimension == "time" and c.q.kind == "quantity" and c.q.unit ~= "岁" and c.q.unit ~= "周岁"
      end },
      { "no subject has it as its measure", function(c)
        if c.right_first and c.q.unit == "年" then return true end -- 延长30年试点
        if c.verb and c.verb.w.word == "提前" then -- 提前两周向基层投放
          local after = c.tokens[c.i + 1]
          if after and not (after.w and after.w.stop) then return true end
        end
        if c.left_first and c.s:sub(c.tokens.at[c.left_last + 1] - 6, c.tokens.at[c.left_last + 1] - 1) == "历史" then return true end -- 建厂的历史已有五十年
        if c.left_first and left(c):find("任期$") then return true end -- 任期五年, 本届政府任期的五年
        if not c.left_first then return not (c.verb and (c.rise or c.fall or c.reach or c.verb.w.word == "达到")) end
        if c.verb or c.from_base then return false end -- 由90天压缩到28天
        local last = c.s:sub(c.tokens.at[c.left_last], c.tokens.at[c.left_last + 1] - 1)
        if last:find("历时$") or last:find("历经$") then return true end
        return not (last:find("数$") or last:find("时") or last:find("期") or last:find("限") or last:find("寿命") or last:find("间隔$") or last:find("间$") or last:find("程$"))
      end },
    },
    make = nothing,
  },
  {
    name = "own list",
    only = countable,
    summary = "a plan's count of its own list: 8件民生实事",
    when = {
      { "it counts things", "only" },
      { "its noun ends in 实事, in a plan, or the list itself follows", function(c)
        if not c.tokens.planning and not (c.right_first and c.tokens.says.introduces) then return false end
        local noun = right(c) or not c.verb and left(c)
        local good = noun and noun:sub(-#"实事") == "实事"
        return good and c.tokens.planning and not is_weighed(c) or c.right_first and c.tokens.says.introduces and announces(c)
      end },
    },
    make = nothing,
  },
  {
    name = "whose",
    only = countable,
    summary = "of how many a rate is: 125个村通路率达100%, 35个大中城市物价上涨3%",
    when = {
      { "a noun stands right behind", "right" },
      { "it ends in what the next figure measures, and tells of no deed", function(c)
        local last = measured_together(c)
        return last and not phrases.passed_by_each(last)
      end },
    },
    make = nothing,
  },
  {
    name = "epithet",
    summary = "a population that only names a land: 百万人口的大县",
    when = {
      { "a noun stands right behind", "right" },
      { "人口 and 大国, 大省 or the like stand behind, and no 有 before", function(c)
        return c.tokens.says.inhabited and c.s:find("^人口", c.token.to + 1) and populous:test(c.s, c.token.to + 1) and c.s:sub(c.token.from - 3, c.token.from - 1) ~= "有"
      end },
    },
    make = nothing,
  },
  {
    name = "known set",
    only = countable,
    summary = "a numeral in what is known by its number: 遵守护林六条禁令; 同四个兄弟单位往来",
    when = {
      { "a small Chinese numeral counts things, or articles in a report of digits", function(c)
        return c.q.op == "=" and (small_numeral(c.q) or c.tokens.digits and c.q.unit == "条" and c.q.value and c.q.value < 100 and not c.q.text:find("%d"))
      end },
      { "a noun stands right behind", "right" },
      { "同, 与 or 给 stands right before it, it is kept to, or disputed", function(c)
        if with[c.s:sub(c.token.from - 3, c.token.from - 1)] then return true end
        if disputes:ending(right(c), #right(c)) then return true end -- 两条航线的争论
        if c.q.value > 10 then return papers:ending(right(c), #right(c)) end -- 落实高质量发展十六条措施
        return kept:find(right(c)) and keeping:find(phrases.before_figure(c))
      end },
    },
    make = nothing,
  },
  {
    name = "foremost",
    only = { things = true },
    summary = "the first so many of their kind: 全球最大500家企业已有98家来投资",
    when = {
      { "it counts ten or more", function(c) return c.q.value and c.q.value >= 10 and c.q.op == "=" end },
      { "a noun stands right behind", "right" },
      { "最大, 最强 or the like stands right before it", function(c) return c.tokens.says.foremost and foremost:ending(c.s, c.token.from - 1) ~= nil end },
    },
    make = nothing,
  },
  {
    name = "set of places",
    only = { [""] = true },
    summary = "places called by their number: 山区26县居民收入, 沿海12市",
    when = {
      { "it is a bare number", function(c) return c.q.unit == "" and c.q.op == "=" end },
      { "a noun or a whole stands before it", function(c) return c.left_first or c.tokens.bits[c.i - 1] & SCOPE ~= 0 end }, -- 全省26县考核
      { "no verb is right before it", function(c) return not c.verb and not c.actor end },
      { "县, 市 or 区 stands right behind", function(c) return places:longest(c.s, c.token.to + 1) ~= nil end },
    },
    make = nothing,
  },
  {
    name = "decree",
    only = countable, units = { ["条"] = true },
    summary = "a decree called by the number of its articles: 落实民间投资新36条",
    when = {
      { "its unit is 条", "units" },
      { "no noun stands behind", function(c) return not c.right_first end },
      { "新 stands right before it", function(c) return c.s:sub(c.token.from - 3, c.token.from - 1) == "新" end },
    },
    make = nothing,
  },
  {
    name = "denied",
    summary = "a bound that nobody reaches: 尚无一家企业产值超亿元",
    when = {
      { "it is a bound", "bound" },
      { "its clause says that there is none", function(c) return none:find(phrases.before_figure(c)) ~= nil end },
    },
    make = nothing,
  },
  {
    name = "vague",
    summary = "a number that is not said: 几百万群众",
    when = {
      { "it is not exact", "inexact" },
      { "it begins with 几", function(c) return c.q.text:find("^几") end },
    },
    make = nothing,
  },
  {
    name = "unity",
    only = { ratio = true },
    summary = "the 1 of a ratio: 1.92∶1, 1∶3.4",
    when = {
      { "it is the bare 1 of a ratio", function(c) return c.q.dimension == "ratio" and c.q.value == 1 end },
      { "one other term stands before or behind it", function(c)
        local before, after = term(c, c.previous), term(c, c.following)
        if before then return not after and not term(before, before.previous) end
        return after and not term(after, after.following)
      end },
    },
    make = function(c)
      local after = term(c, c.following) -- the other term takes what stands before the 1
      if after then
        after.left_first, after.left_last, after.verb, after.reach = c.left_first, c.left_last, c.verb, c.reach
        after.from_base, after.time = c.from_base, c.time
      end
      return {}
    end,
  },
  {
    name = "round",
    only = { things = true }, units = { ["批"] = true, ["轮"] = true },
    summary = "in how many rounds others were counted: 放行三批40件文物",
    when = {
      { "its unit is 批 or 轮", "units" },
      { "another count and its noun stand right behind", function(c) return c.following and c.following.i == c.i + 1 and c.following.right_first end },
    },
    make = nothing,
  },
  {
    name = "how often",
    only = { things = true }, units = { ["次"] = true },
    summary = "how often something was done: 三次上调标准, 先后五次对接",
    when = {
      { "its unit is 次", "units" },
      { "no verb governs it, and one stands right behind, or 先后, 连续 before", function(c)
        local behind, before = c.tokens.bits[c.i + 1], c.tokens[c.i - 1]
        if behind & RANK ~= 0 or behind & OPEN_END == 0 and before and before.w and repeats[before.w.word] then return true end -- 六次位列全国第一, 先后5次捧得
        return not c.actor and not c.list_actor and not c.verb and behind & ACT_OR_NOUN == ACT
      end },
    },
    make = nothing,
  },
  {
    name = "one in so many",
    only = countable,
    summary = "one in so many: 每4辆汽车就有1辆产自我省",
    when = {
      { "每, a number and 有 stand before it", function(c) return c.tokens.per and one_in:test(phrases.before_figure(c)) end },
    },
    make = nothing,
  },
  {
    name = "doubling",
    only = { times = true },
    summary = "a doubling that is only spoken of: 把注意力放在产值的翻番上",
    when = {
      { "it is 翻番 without a number", function(c) return c.q.text == "翻番" end },
      { "的 stands right before it", function(c) return c.tokens[c.i - 1] and c.tokens[c.i - 1].w and c.tokens[c.i - 1].w.de end },
    },
    make = nothing,
  },
  {
    name = "step",
    only = countable,
    summary = "how many steps a total climbed: 连跨4个千亿台阶",
    when = {
      { "it counts things", "only" },
      { "a noun stands right behind", "right" },
      { "it is 台阶", function(c) return right(c):sub(-#"台阶") == "台阶" end },
    },
    make = nothing,
  },
  {
    name = "age",
    only = { time = true },
    summary = "an age that names a group of people: 65岁以上老年人",
    when = {
      { "the unit is 岁 or 周岁", function(c) return c.q.unit == "岁" or c.q.unit == "周岁" end },
      { "a noun or a figure stands right behind, or 每人", function(c)
        local behind = c.tokens[c.i + 1]
        return c.right_first or behind and (behind.m or c.s:find("^每", behind.from)) ~= nil -- 80至89岁每人每月50元
      end },
    },
    make = nothing,
  },
  {
    name = "reckoned by",
    summary = "what others are reckoned by: 拖拉机五万台（按十五马力折算）",
    when = {
      { "按 stands right before it", "by" },
      { "折算 or the like stands right behind", function(c) return reckons:longest(c.s, c.token.to + 1) ~= nil end },
    },
    make = nothing,
  },
  {
    name = "article",
    only = countable,
    summary = "a rhetorical count: 一条新路子, 两张王牌, where the report writes its figures in digits",
    when = {
      { "a small Chinese numeral counts things", function(c) return small_numeral(c.q) end },
      { "it is 一, or the report writes its figures in digits", function(c) return c.q.value == 1 or c.tokens.digits end },
      { "no verb of building or adding governs it", function(c)
        return c.q.value == 1 or not (c.actor and constructive[c.actor.w.word] or c.list_actor and constructive[c.list_actor])
      end },
      { "it stands alone", function(c)
        local size = c.tokens[c.i + 1]
        if size and size.swallowed or built_behind(c) then return false end -- 两台60万千瓦机组, 两座大桥建成通车
        return (#c.group == 1 or c.place > 1) and not (c.verb and c.left_first)
      end },
    },
    make = nothing,
  },
}
