-- What a figure is compared with: who a grant is for, the base of a change, quotas and targets that were passed or are recalled.
-- A list of rules, as lua/yanhu/rules.lua says.

local subjects = require "yanhu.subjects"
local phrases = require "yanhu.phrases"
local dealt = require "yanhu.dealt"
local deeds = require "yanhu.deeds"
local classes = require "yanhu.classes"
local leans = require "yanhu.rules.leaning"
local carry = require "yanhu.carry"

local leaning = leans.leaning
local left, right, actor, lean, opens_with_share = phrases.left, phrases.right, phrases.actor, phrases.lean, phrases.opens_with_share
local each, any = classes.each, classes.any
local REACH, STOP, DE, LIST = each "reach stop de list"
local WORD, MENTION, PERIOD, QUANTITY = each "word mention period quantity"
local UNTIL, IN = classes.words "至 到", classes.words "在"
local MOVES, MENTION_OR_PERIOD = any "rise fall", any "mention period"
local granting = deeds.granting

-- 对年销售额500万元以上的商户: is there a 对 between the clause's start and the figure?
local function concerns(c)
  for k = c.i - 1, c.clause, -1 do
    local w = c.tokens[k].w
    if w and w.word == "对" then return true end
  end
  return c.s:find("^对", c.tokens.at[c.clause]) ~= nil
end

-- 回落|到2007年的2%, 至1990年
local function until_year(tokens, k)
  local m = tokens.bits[k] & PERIOD ~= 0 and tokens[k].m
  return m and (m.use == "by" or m.text:find("^到") or m.text:find("^至"))
end

local worth = { money = true, [""] = true }
local sized = yanhu.pattern "^(的)?(重大|重点|优质|工业|产业|招商|制造业|大|好|政府|特色|优势|龙头|先进|现代|农业|高端|新兴|主导|骨干|科技|上市|民营|中小|规上|文旅|生态|头部|薄弱|空壳){0,3}(项目|采购项目|企业|集群|产业集群|产业|产业链|园区|强?镇|强?县|强?村|乡镇|强?街道|商户|主体|品牌|单品|商圈|楼宇)([^元人额度资款率值比税券，；。、]*$)"
local own_name = yanhu.pattern("的[^，；。、]{7,}(项目|工程|基地)", "a")

local of_now = yanhu.pattern "[将把]([^，；。将把]{1,30})(现行|原有|原来|目前)(每[^，]{1,6})?的?$"
local quota = yanhu.pattern("的?(年度|全年|目标)*(任务|目标|计划)", "a")
local pace = yanhu.pattern "^的[^，；。、的]{0,6}(速度|水平|增速|增幅|界限|警戒线|标准线|合理线|上限|下限|红线|目标|指标|标准)([，；。、的]|$)"
local surpassing = yanhu.dictionary { "超过", "高于", "快于", "低于", "慢于", "超出", "不及" }
local about = yanhu.pattern "(左右|上下|前后)$"

-- 略|高于7%左右|的预期目标: the norm is what it is without the word that sets another figure above or below it.
local function without_bound(c)
  local q = c.q
  local to = surpassing:longest(q.text, 1)
  if not to and not c.bounded or not q.value then return end
  if to then q.text = q.text:sub(to + 1) end
  q.op = about:test(q.text) and "≈" or "="
  q.low, q.high = q.value, q.value
end
-- 低于前年的8.8%, 高于计划规定的7.5%: the rate of another year, or of the plan
local of_other = yanhu.pattern "(超过|高于|快于|低于|慢于|不及)[^，；。、]{1,24}(年|时期|期间|规定|计划|要求|原定|预定|预计|预期|预测)的$"
local ENDS = any "stop list"
local function names_pace(token) return token and token.w and phrases.paces[token.w.word] end
local FOOTING, DE = any "de behind", each "de"

return {
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
    name = "class by money",
    only = worth,
    summary = "what firms, places or projects are spoken of, by their size: 引进超5亿元的项目, 培育产值超百亿元、千亿元的企业",
    when = {
      { "it is a bound, or behind one in a row", function(c)
        local before = c.previous
        return c.q.op ~= "=" and c.q.op ~= "≈" or before and before.of_class == c
      end },
      { "firms, places or projects stand behind it or its row", function(c)
        local last, bits = c, c.tokens.bits
        while not last.right_first and last.following and last.following.i == last.i + 2 and bits[last.i + 1] & LIST ~= 0 do
          last.of_class = last.following
          last = last.following
        end
        return last.right_first and worth[last.q.dimension or last.q.unit] and (last.q.low or last.q.high or 0) >= 1e4 and sized:test(right(last))
      end },
      { "they are no one thing, with a name of its own", function(c) return not own_name:test(c.s, c.token.to + 1) end },
    },
    make = function() return {} end,
  },
  {
    name = "base",
    summary = "the base of a comparison: 从2020年的10.5万元提高到…; 在上年增长5%的基础上",
    when = {
      { "从 or 由 stands before it, or 的基础上 behind", function(c)
        local bits, before = c.tokens.bits, c.previous
        if c.tokens.says.on_base and bits[c.i + 1] & FOOTING ~= 0 and c.s:find("^的基础上", c.token.to + 1) then c.footing = true end
        if c.q.dimension == "ratio" and before and before.of_base and not c.verb then -- 由a∶b∶c调整为: all three
          c.of_base, c.time = true, before.time
        end
        if c.place > 1 and c.bare and c.group[1].from_base then c.row_base = true end -- 分别由A、B提高到
        if c.de and c.right_first then
          local behind = c.right_last + 1
          if bits[behind] & REACH ~= 0 and c.tokens[behind].w.word ~= "由" then c.owned_base = true end -- 现行16%的税率降至13%
        end
        if before and before.row_on == c then c.from_base = true end -- 由2005年的18%、2006年的17%，回落到2007年的2%
        return c.from_base or c.footing or c.versus or c.of_base or c.row_base or c.owned_base
      end },
      { "a verb of change with 到, 至 or 为 follows", function(c)
        if c.footing or c.versus or c.of_base or c.owned_base or c.moved then return true end
        local from = c.i + 1
        if c.q.dimension == "ratio" then -- the terms of a ratio are one figure
          local after = c.following
          while after and after.q.dimension == "ratio" and after.clause == c.clause and not after.verb do
            if after.moved then return true end
            from, after = after.i + 1, after.following
          end
        end
        if c.from_base or c.row_base then from = c.group[#c.group].i + 1 end
        local bits, other = c.tokens.bits, c.following
        if c.from_base and c.q.dimension ~= "ratio" and other and bits[c.i + 1] & LIST ~= 0 and other.time and not other.verb and other.i <= c.i + 4 and other.q.unit == c.q.unit then
          c.row_on, from = other, other.i + 1
        end
        for k = from, math.min(from + 3, #c.tokens) do
          local b, behind = bits[k], bits[k + 1]
          if b & REACH ~= 0 or c.from_base and b & WORD ~= 0 and c.tokens[k].w.word == "达到" then return true end -- 由42%达到70%
          if b & UNTIL ~= 0 and behind & QUANTITY ~= 0 and c.tokens[k + 1].m.unit == c.q.unit then return true end -- 从2万辆到突破60万辆
          if b & MOVES ~= 0 and until_year(c.tokens, k + 1) then return true end
          if b & STOP ~= 0 and behind & REACH == 0 and not (behind & MOVES ~= 0 and until_year(c.tokens, k + 2)) or b & MENTION_OR_PERIOD == MENTION then return false end -- 由18%，回落到3%
        end
      end },
    },
    make = function(c, carried)
      local noun, paced = left(c), nil
      if c.owned_base then
        local owner = of_now:match(phrases.before_figure(c)) -- 将渔业等行业|现行12%的费率
        owner = owner and owner[1] or noun and noun:gsub("现行$", "") or ""
        return { { indicator = owner .. right(c), status = "other", is_base = true } }
      end
      if #c.group > 1 and c.group[1].from_base and c.q.dimension ~= "ratio" then
        if c.group.subjects == nil then c.group.subjects = dealt.out(c, #c.group) or false end
        noun = c.group.subjects and c.group.subjects[c.place] or noun
        c.time = c.group[1].time
      elseif noun and phrases.paces[noun] then -- 总产值平均每年增长速度由6%调整为8%
        paced = "growth"
        noun = carry.opening(c) or carried and subjects.unshared(carried.text) or noun
      elseif noun and lean(c, carried) then
        noun = leaning(c, noun, carried)
      elseif noun and not c.apart then
        noun = leans.of_another(c, carried, noun) or noun
      end
      if noun and c.q.unit == "位" and c.left_first and c.tokens.bits[c.left_first] & IN ~= 0 then -- 集团产值增长8%，在“中国500强”排名由36位升到23位
        local owner = carried and not c.apart and (carried.text:match("^.*集团") or carried.text:match("^.*公司")) or ""
        noun = owner .. noun:sub(#"在" + 1)
      end
      local after = c.footing and c.following -- 在上年增长5%的基础上，税收增长6%
      for k = c.footing and not noun and c.i - 1 or 0, c.clause + 1, -1 do -- 助学贷款|在上年新增6亿元的基础上再增8亿元
        if c.tokens.bits[k] & IN ~= 0 then
          noun = carry.subject_of(c, c.clause, k - 1)
          if noun and c.actor and after and after.rise and not after.reach then c.rise = c.actor end
          break
        end
      end
      noun = noun or after and after.left_first and left(after) or carried and carried.text
      c.of_base = noun and c.q.dimension == "ratio" or nil
      if noun and opens_with_share(c) and carried and not c.apart and not lean(c, carried) then noun = subjects.unshared(carried.text) .. noun end -- 占全国比重从…提高到…
      if carried and carried.bare and not c.left_first and carried.last and names_pace(c.tokens[carried.last + 1]) then paced = "growth" end -- M2增速呈下降趋势，从13%降至8%
      return noun and { { indicator = noun, status = "other", is_base = not c.footing, as = paced } }
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
    summary = "the rate that a carried one is above or below: 快于前五年年均增长5%的速度; 低于前年的8.8%",
    when = {
      { "的速度 or 的水平 stands behind, or whose it is before", function(c)
        if c.q.kind ~= "quantity" or c.left_first and (c.q.op == ">" or c.q.op == "<") and not c.bounded then return false end -- 债务率低于300%的警戒线
        local term = c.q.dimension == "ratio" and c.following and c.following.i == c.i + 2 and c.following or c -- 2.7∶1的水平
        if term.de then return pace:test(c.s:sub(term.token.to + 1, term.token.to + 36)) end
        return c.q.dimension == "percent" and c.tokens.bits[c.i - 1] & DE ~= 0 and of_other:test(phrases.before_figure(c))
      end },
      { "超过 or the like stands before it", function(c)
        return (c.q.op == ">" or c.q.op == "<") and surpassing:longest(c.q.text, 1) ~= nil or surpassing:find(phrases.before_figure(c)) ~= nil
      end },
      { "an earlier clause has a subject", "carried" },
    },
    make = function(c, carried)
      c.rise, c.fall = nil, nil
      local own -- 超过1953年到1958年平均每年增长5%的速度
      for k = c.i - 1, c.clause, -1 do
        local t = c.tokens[k]
        if t.kind == "period" and t.m.last_year then own = own or t.m end
      end
      without_bound(c)
      return { { indicator = carried.text, status = "other", own = own, as = carried.measure == "growth" and "growth" or nil } }
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
    make = function(_, carried) return { { indicator = carried.text, as = carried.measure == "growth" and "growth" or nil } } end,
  },
}
