-- Values said of several indicators, and places among others.
-- A list of rules, as lua/yanhu/rules.lua says.

local subjects = require "yanhu.subjects"
local indicators = require "yanhu.indicators"
local phrases = require "yanhu.phrases"
local dealt = require "yanhu.dealt"
local deeds = require "yanhu.deeds"
local word_set = require "yanhu.word_set"
local carry = require "yanhu.carry"
local classes = require "yanhu.classes"
local leans = require "yanhu.rules.leaning"

local leaning = leans.leaning
local left, right, lean = phrases.left, phrases.right, phrases.lean
local countable = phrases.countable
local built = yanhu.dictionary { "新建", "改造", "建成", "新增", "改建", "扩建", "新改建", "修建", "培育", "引进" } -- verbs that a list of nouns may begin with
local paces = phrases.paces

-- What is said of one indicator together: 总量和增速居第1.
local aspects = word_set "总量 增速 增幅 规模 数量 增量 占比 比重 涨幅 质量 总额 总数"

-- What is no part of one whole: the shares (占比, 比重) of a list are often summed.
local counted_figures = yanhu.pattern "^(上述|以上|这些|各项|主要|核心|经济)*指标(增速|增幅|总量)?$|^[两二三]者$"

local pairs_of = { ["两"] = { value = 2 }, ["二"] = { value = 2 }, ["三"] = { value = 3 } } -- 两者均居第一

local gives = yanhu.pattern "(贡献|创造|产出)了?(全.|我.|.{1,2}[省市县区])?(近|超|约)?$"
local giving = yanhu.dictionary { "贡献", "创造", "产出" }
local ACT, DE = classes.each "act de"
local ACT_OR_NOUN, LIST_OR_DE = classes.any "act noun", classes.any "list and de"
local WITH, SCOPE = classes.words "以", classes.each "scope"
local OF_WHOLE, OPENING = classes.any "scope share", classes.any "scope adverb period"

-- 高新区以全市3%的土地贡献了八成的税收: who gives, at the figure of what it gives with; nil where no 以 stands before that.
local function giver_with(means, carried)
  local tokens = means.tokens
  local k = means.i - 1
  while tokens.bits[k] & OF_WHOLE ~= 0 do k = k - 1 end
  if k < means.clause or tokens.bits[k] & WITH == 0 then return nil end
  if k > means.clause then return means.s:sub(tokens.at[means.clause], tokens.at[k] - 1) end
  return carried and subjects.unshared(carried.text) or ""
end
local of_parts = yanhu.pattern "(率|比重|比例|占比|份额)$" -- 研发投入占生产总值比重居全省第三
local together = yanhu.pattern "(一体化|融合|协同|联动|耦合)[^、和与及]{0,6}$" -- of both of them: 科技创新和产业创新融合度
local rates = yanhu.pattern "([^ 比]率|[^ ](满意度|知晓度|覆盖面))$" -- A与B的比率 is one
local handled = word_set "办复率 办结率 满意率 答复率 面商率 开工率 竣工率 完工率 投产率"
local emissions = yanhu.dictionary { "排放量", "排放总量", "排放强度", "排放" }
local issued = yanhu.dictionary { "发布的", "公布的", "评选的", "评出的" }

-- 纳入中央和省预算的项目开工率: is the list within what a verb says of one noun?
local function lists_inside(c)
  local bits, k = c.tokens.bits, c.left_last
  if bits[c.left_first] & ACT_OR_NOUN ~= ACT then return false end
  while k > c.left_first and bits[k] & LIST_OR_DE == 0 do k = k - 1 end
  return bits[k] & DE ~= 0
end

-- 办理建议30件、提案52件，办结率均为100%: the rate of each that was counted in the same unit.
local function counted_before(c, carried, rate)
  local facts, parts = c.tokens.facts, {}
  for k = #facts, 1, -1 do
    if facts[k].cell.q.unit ~= carried.cell.q.unit or facts[k].cell.clause ~= carried.cell.clause then break end
    table.insert(parts, 1, subjects.without_act(facts[k].text) .. rate)
  end
  return parts
end

-- No rank, growth or rate is a sum: 农贸市场、学校食堂快检合格率达到97% says it of each.
local function each_has_it(c)
  local moves = (c.rise or c.fall) and not c.reach
  local rate = c.q.dimension == "percent" and not moves
  if not (rate or moves or c.q.kind == "rank" or c.q.dimension == "times") or not subjects.lists(c.tokens, c.left_first, c.left_last) then return false end
  local parts = subjects.parts(c.s, c.tokens, c.left_first, c.left_last)
  local n = #parts
  if n == 1 or lists_inside(c) or together:test(c.s:sub(c.tokens.at[c.left_first], c.tokens.at[c.left_last + 1] - 1)) then return false end
  if rate and not rates:test(parts[n]) then return false end
  if moves and emissions:ending(parts[n], #parts[n]) then return true end -- 二氧化硫、氮氧化物排放量下降3%
  if subjects.are_rates(parts) or (rate or c.q.kind == "rank") and subjects.measures(parts[n]) then return true end -- 古驿道、湿地公园数量居全市第二
  for k, part in ipairs(parts) do -- A数量、B数量实现翻番; 茶叶产量、产值居全省第一
    if not (subjects.measures(part) or k > 1 and subjects.only_measures(part) and not aspects[part]) then return false end
  end
  return true
end

local BY, NO_RATE = classes.words "按", classes.any "stop rise fall list"
local paid = yanhu.pattern("(的(税率|费率|比例|标准|比率))?(交纳|缴纳|征收|征集|计征|提取|计提|上交|上缴|付给|支付|收取|计收|分给|提成)(?<what>[^，。；、：的]{0,10})", "a")

-- 按|利润的|55%: the token of 按, or nil.
local function by_before(c)
  for k = c.i - 1, math.max(c.clause, c.i - 6), -1 do
    if c.tokens.bits[k] & BY ~= 0 then return k end
    if c.tokens.bits[k] & NO_RATE ~= 0 then return nil end
  end
end

return {
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
      local noun = leans.income(c, c.group.subjects[c.place])
      return { { indicator = noun, actor = built:longest(noun, 1) and noun:sub(1, built:longest(noun, 1)) or nil } }
    end,
  },
  {
    name = "shared",
    summary = "one value of several indicators: A、B均达到93%",
    when = {
      { "均, 都 or 双双 stands before it, or regions share a total", function(c, carried)
        if c.all then return true end
        local last = carried and carried.cell -- A、B产量分别达到…，居世界第一位
        local first = c.left_first
        if c.q.kind == "rank" then
          if first then
            if counted_figures:test(left(c)) then return true end
          elseif #c.group == 1 and last and last.tokens == c.tokens and #last.group > 1 and last.group[1].each then
            return true
          end
        end
        if not first or c.left_last - first < 2 then return false end -- no list is that short
        if #c.group == 1 and each_has_it(c) then return true end
        local entry = (c.verb or c.q.op == ">") and indicators.find(left(c))
        return entry and entry.id == "gdp"
      end },
      { "several indicators are named", function(c, carried)
        local parts
        if c.left_first then
          parts = subjects.parts(c.s, c.tokens, c.left_first, c.left_last)
          if counted_figures:test(left(c)) then -- 四项指标增速均居前五
            parts = carry.earlier(c, nil)
            local number = not c.all and c.tokens[c.left_first - 1] and c.tokens[c.left_first - 1].m -- 四项指标居全省首位
            number = number or pairs_of[left(c):sub(1, #"两")]
            while number and parts and #parts > number.value do table.remove(parts, 1) end
            if number and parts and number.value ~= #parts then parts = nil end
          elseif c.all and handled[left(c)] and carried and carried.cell and countable[carried.cell.q.dimension] then
            parts = counted_before(c, carried, left(c))
          elseif not lean(c) then
            parts = subjects.complete(parts)
          elseif carried and subjects.are_rates(parts) then -- 办结率、满意率均达100%
            local stem = subjects.stem(carried.text, carried.actor)
            for k, part in ipairs(parts) do parts[k] = subjects.lean_on(stem, part) end
          elseif c.all and paces[left(c)] then -- A量、B量分别达到…，增幅均居全省前五
            parts = carry.earlier(c, nil, "growth") or carry.earlier(c, nil)
            for k, part in ipairs(parts or {}) do parts[k] = subjects.unshared(part) end
          elseif c.all and phrases.sums[left(c)] then -- 大户达3000户、企业达26家，总数均居全市第一
            parts = carry.earlier(c, nil)
            for k, part in ipairs(parts or {}) do parts[k] = part .. left(c) end
          else
            parts = nil
          end
        else
          parts = carry.earlier(c, nil)
        end
        if c.all and parts and #parts == 1 then
          local both = parts[1]:match("^(.*)收支$") -- 财政收支各安排20亿元
          if both then
            parts = { both .. "收入", both .. "支出" }
          else
            parts = subjects.two_measures(parts[1]) or parts -- 茶叶产量产值均居全省第二
          end
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
      if not noun then -- 出口量占全国三分之一，居世界第一
        local whole = carried.text:match("^(.+)占.") and not of_parts:test(carried.text)
        return { { indicator = whole and subjects.unshared(carried.text) or carried.text } }
      end
      local whole
      if lean(c, carried) then
        noun, whole = leaning(c, noun, carried)
      elseif carried and not c.apart and c.tokens[c.left_first].w and c.tokens[c.left_first].w.word == "在" then -- 在国家测评中位列第一
        noun = subjects.stem(carried.text, carried.actor) .. noun:sub(#"在" + 1):gsub("中$", "")
      end
      local to = c.tokens.bits[c.left_first] & ACT ~= 0 and issued:longest(noun, 1) -- 跻身协会|发布的百强茶市|前十位
      noun = to and noun:sub(to + 1) or noun:gsub("^在", "")
      return { { indicator = noun, subject = whole } }
    end,
  },
  {
    name = "means",
    only = { percent = true },
    summary = "with how much of a whole something is given: 以全市3%的土地贡献了八成的税收",
    when = {
      { "的 and a noun stand behind", function(c) return c.de and c.right_first end },
      { "以 stands before it, with its whole or without", function(c, carried)
        c.giver = giver_with(c, carried)
        return c.giver
      end },
      { "贡献 or the like stands behind", function(c) return giving:find(c.s:sub(c.token.to + 1, c.token.to + 60)) ~= nil end },
    },
    make = function(c)
      local noun = right(c)
      local at = giving:find(noun)
      local whole = c.tokens.bits[c.i - 1] & SCOPE ~= 0 and "占" .. c.tokens[c.i - 1].w.word or ""
      return { { indicator = c.giver .. (at and at > 1 and noun:sub(1, at - 1) or noun) .. whole } }
    end,
  },
  {
    name = "contributed",
    only = { percent = true },
    summary = "what is given to a whole: 民营经济贡献了65%以上的税收",
    when = {
      { "a noun stands behind", "right" },
      { "贡献 stands before it or its list", function(c)
        c.gives = c.previous and c.previous.gives and not c.left_first and not c.verb -- 65%以上的税收、80%以上的就业
          or gives:test(phrases.before_figure(c))
        return c.gives
      end },
    },
    make = function(c, carried)
      local last = carry.fact_before(c)
      local means = c.previous or last and last.cell.clause == carry.clause_before(c) and last.cell
      local giver, verb = means and means.giver, c.previous and c.previous.gives_as
      if not verb then
        local from = c.clause
        while c.tokens.bits[from] & OPENING ~= 0 do from = from + 1 end
        local before = c.s:sub(c.tokens.at[from], c.token.from - 1)
        local at, to = giving:find(before)
        if at then giver, verb = at > 1 and not c.previous and before:sub(1, at - 1) or giver or before:sub(1, at - 1), before:sub(at, to) end
      end
      if not giver or giver == "" and not (c.previous and c.previous.gives_as) then giver = carried and subjects.unshared(carried.text) or "" end
      c.giver, c.gives_as = giver, verb or "贡献"
      return { { indicator = giver .. c.gives_as .. right(c) } }
    end,
  },
  {
    name = "levied",
    only = { percent = true },
    summary = "at what rate something is paid: 企业按利润的百分之五十五交纳所得税; 所得税减按百分之十五征收",
    when = {
      { "it is a percentage", "only" },
      { "按 stands before it", function(c)
        c.by = c.tokens.has & BY ~= 0 and by_before(c)
        return c.by
      end },
      { "a verb of paying stands behind it or its 税率", function(c)
        local from = c.token.to + 1
        local to = paid:match(c.s, from)
        c.paid = to
        return to
      end },
    },
    make = function(c, carried)
      local who = carry.subject_of(c, c.clause, c.by - 1) or carried and carried.text or ""
      local what = c.paid.what or ""
      if what == "" then return who ~= "" and { { indicator = (who:gsub("减$", "")) } } or nil end
      return { { indicator = who .. what } }
    end,
  },
}
