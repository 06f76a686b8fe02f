-- The noun behind the figure is what is counted: 建成330个就业社保服务点, 20条小街小巷改造.
-- A list of rules, as lua/yanhu/rules.lua says.

local phrases = require "yanhu.phrases"
local word_set = require "yanhu.word_set"
local deeds = require "yanhu.deeds"
local classes = require "yanhu.classes"
local carry = require "yanhu.carry"

local left, right, actor = phrases.left, phrases.right, phrases.actor
local countable = phrases.countable
local bare = require("yanhu.rules.leaning").bare
local each = classes.each
local any = classes.any
local WORD, DE, PUSH, MENTION, ACT = each "word de push mention act"

local large = yanhu.pattern "[万亿]$"

-- 推动100家企业开展改造: the verb says who is to act; what they do stands behind the noun.
local causing = word_set "推动 推进 加快推进 支持 帮助 引导 鼓励 促进 带动 支撑 支撑了 扶持 动员 指导 协助"

local ENDS, SAYS_HOW, DOES = any "mention stop list close", any "adverb all", any "act rank"
local only_done = word_set [[完成 开工 竣工 投产 建成 投用 投运 建成投产 建成投用 竣工投产 投入使用 投入运营 落地 开工建设 启动 动工 验收 交付 交付使用
  建成通车 通车 复工 运营 兑现 办结 销号 清零 推进 实施 加快推进 落实 整改 见效 建设 加快建设 推进建设 获批 通过 完成了 全面完成]]

-- 12家茶企|入选全省百强, 8家企业|被评为绿色工厂: what those that are counted do, to the end of the clause; "" where a word only says that it
-- is done (also 全部, 已), or another figure follows.
local function predicate(cell)
  local tokens, k = cell.tokens, cell.right_last + 1
  local bits = tokens.bits
  local first = k
  if bits[k] & PUSH ~= 0 and tokens[k].w.word == "被" then k = k + 1 elseif bits[k] & DOES == 0 then return "" end
  local only = true -- says no more than that it is done
  while bits[k] ~= 0 and bits[k] & ENDS == 0 do
    only = only and bits[k] & WORD ~= 0 and (only_done[tokens[k].w.word] or bits[k] & SAYS_HOW ~= 0)
    k = k + 1
  end
  if bits[k] & MENTION ~= 0 or only or bits[k - 1] & DE ~= 0 then return "" end
  local text = cell.s:sub(tokens.at[first], tokens.at[k] - 1)
  return #text <= 45 and text or ""
end

local extents = { area = true, length = true, mass = true, volume = true, power = true }

-- 各县完成30个村规划: what is done stands behind its number, whoever did it.
local function completes(c)
  return c.verb and c.verb.w.word == "完成" and (countable[c.q.dimension] or extents[c.q.dimension]) and not c.de and c.verb == c.tokens[c.i - 1]
end

-- 优化电价机制12条举措落地: what comes in articles is named by what stands before their number.
local articles = yanhu.dictionary { "举措", "措施", "政策", "硬措施", "政策措施", "条款", "意见", "细则", "改革举措", "重点任务", "改革任务" }

local function contained(noun)
  local from, to = articles:find(noun)
  return from == 1 and noun:sub(1, to) or nil
end

local kinds_of_articles = yanhu.pattern "^(支持|扶持|保障|惠企|具体|配套|激励|奖励|创新|改革|硬|实)?(举措|措施|政策|办法|政策措施|意见|细则|条款)$"
local LEADS_ON, PARTS = any "act push", any "stop list figure"

-- 出台促进茶业发展壮大20条措施: what stands before the number, from the verb that opens it.
local function titled(c)
  local tokens, first = c.tokens, c.left_first
  local bits = tokens.bits
  while first - 1 > c.floor and bits[first - 1] & LEADS_ON ~= 0 and bits[first - 1] & PARTS == 0 do first = first - 1 end
  return c.s:sub(tokens.at[first], c.token.from - 1)
end

local tasks = word_set "任务 目标任务 指标 目标"

local handed = word_set "给予 给与 发放 补发"

-- 茶农|每户|给予5000元奖补: who gets it and for what, before the verb; nil where none of them is told.
local function each_of(c)
  local text = c.s:sub(c.tokens.at[c.left_first], c.tokens[c.i - 1].from - 1)
  return c.tokens.per and text:find("每", 4, true) and text:gsub("^对", "") or nil
end

-- 城区还有5处积水点: what there is stands behind its number.
local function has(cell)
  local word = (countable[cell.q.dimension] or cell.q.unit == "" and large:test(cell.q.text)) and cell.verb.w.word -- 一个有26万人口的县
  return word and (cell.verb.w.level and word:sub(-3) == "有" or word == "获") -- 我县获6枚金牌
end

-- 茶山托管从4个镇扩大到9个镇: the same things as its base counts, of the same subject.
local function levels_up(c)
  local base = c.reach and c.previous
  return base and base.from_base and base.left_first and base.right_first and c.right_first and right(base) == right(c)
end

-- 区级、1家市级龙头企业: an attribute without its noun takes the noun of the next in the list.
local function completed(cell, noun)
  local after = cell.following
  if noun:sub(-#"级") == "级" and after and after.right_first then
    local whole = right(after)
    local head = whole:match("^.-级(.+)$")
    if head then return noun .. head end
  end
  return noun
end

-- 批准企业985家，已投产的473家中，…: the things of this unit that were named before, with what stands before 的.
local function those_of(c)
  local facts, noun = c.tokens.facts, nil
  for k = #facts, 1, -1 do
    if facts[k].cell.q.unit == c.q.unit then noun = bare(facts[k]) break end
  end
  local before = left(c)
  if not noun then return before or right(c) end
  return before and c.tokens.bits[c.i - 1] & DE ~= 0 and before .. "的" .. noun or noun
end

local ACT_OR_NOUN, RANK = any "act noun nominal", each "rank"

local persons = yanhu.dictionary { "人员", "职工", "干部", "人口", "文盲", "毕业生", "学生", "农民", "渔民", "牧民", "农户", "群众", "居民", "劳动力", "教师", "党员", "官兵",
  "老人", "儿童", "妇女", "青年", "工人", "农民工" }

-- Are people named before their number, or does a verb stand behind the figure, or behind what says how it is done?
local function does_it(c)
  local bits = c.tokens.bits
  return persons:ending(c.s, c.token.from - 1) ~= nil or bits[c.right_first] & ACT_OR_NOUN == ACT or bits[c.right_first] & RANK ~= 0 or bits[c.right_last + 1] & ACT_OR_NOUN == ACT
end

local END_OF_IN = ("中"):byte(-1)

local medals = { ["金"] = "金牌", ["银"] = "银牌", ["铜"] = "铜牌" }
local balances = yanhu.dictionary { "赤字", "逆差", "顺差", "结余", "盈余", "亏损", "缺口", "差额", "赤字缺口" }
local comes_out = word_set "出现 发生 产生 形成 有 还有 尚有 仍有"
local accounts = yanhu.dictionary { "收入", "支出", "收支" }

local programme = yanhu.pattern "(工程|行动|计划|工作|平台|园区|改革|战略|政策|活动|机制|[省市县区乡镇村])$"

return {
  {
    name = "medals",
    only = { things = true }, units = medals,
    summary = "medals by their metal: 夺得3金4银5铜",
    when = {
      { "its unit is 金, 银 or 铜", "units" },
    },
    make = function(c) return { { indicator = medals[c.q.unit], object = true } } end,
  },
  {
    name = "object",
    summary = "verb, value, noun: 建成330个就业社保服务点",
    when = {
      { "a noun stands right behind", "right" },
      { "no subject reaches, grows or falls to it", function(c)
        if c.right_first == c.right_last and right(c) == "中" then return false end -- 企业开办的二万家中
        return not (c.left_first and c.verb or levels_up(c)) or completes(c)
      end },
      { "a verb right before it governs it, or its list's", function(c) return completes(c) or c.adjacent or not c.left_first and (c.actor or c.list_actor) end },
    },
    make = function(c)
      local verb = actor(c) or c.list_actor
      if c.adjacent and c.left_first and c.q.dimension == "things" and c.right_last - c.right_first < 2 and kinds_of_articles:test(right(c)) and c.tokens.bits[c.i - 1] & ACT ~= 0 then
        return { { indicator = titled(c) .. right(c), actor = c.tokens.at[c.left_first] == c.actor.from and verb or nil, object = true } }
      end
      local whom = c.q.dimension == "money" and c.left_first and handed[c.tokens[c.i - 1].w and c.tokens[c.i - 1].w.word] and each_of(c)
      if whom then return { { indicator = whom .. right(c), object = true } } end -- 茶农每户给予5000元奖补
      if causing[verb] then return { { indicator = completed(c, right(c)) .. predicate(c), actor = verb, object = true } } end
      if c.following and c.right_last == c.following.i - 2 and right(c):byte(-1) == END_OF_IN and right(c):sub(-#"中") == "中" then -- 惠及24个县|中的近一半
        return { { indicator = right(c):sub(1, -#"中" - 1), object = true } }
      end
      local says = not (c.actor and c.actor.w.level) and not deeds.handing[verb] and verb or "" -- 完成15处治理, 拨出5万元扶持养蜂
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
      { "it counts people or things", "only" },
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
    name = "who did",
    only = { people = true },
    summary = "how many somewhere did what the verb says: 城镇已有六百万人安排了工作",
    when = {
      { "it counts people", "only" },
      { "a noun and 有 stand before it, and no noun behind", function(c) return c.q.unit == "人" and c.left_first and c.verb and has(c) and not c.right_first end },
      { "a verb stands behind", function(c)
        c.deed = deeds.deed(c)
        return c.deed
      end },
    },
    make = function(c) return { { indicator = left(c) .. c.deed, object = true } } end,
  },
  {
    name = "balance",
    only = { money = true },
    summary = "what an account comes out at: 财政支出出现八千万元的赤字",
    when = {
      { "it is money", "only" },
      { "的 and 赤字, 逆差, 结余 or the like stand behind", function(c) return c.de and c.right_first and balances:longest(right(c), 1) == #right(c) end },
      { "a noun and 出现, 发生 or 有 stand before it", function(c) return c.left_first and c.verb and comes_out[c.verb.w.word] end },
    },
    make = function(c)
      local account = left(c)
      local from = accounts:ending(account, #account)
      return { { indicator = (from and account:sub(1, from - 1) or account) .. right(c), object = true } }
    end,
  },
  {
    name = "counted",
    summary = "value, noun: 20条小街小巷改造",
    when = {
      { "a noun stands right behind", "right" },
      { "no subject reaches, grows or falls to it", function(c) return not (c.left_first and c.verb or levels_up(c)) or has(c) end },
      { "it counts or measures that noun, or no noun stands before it", function(c)
        if not c.left_first or countable[c.q.dimension] or c.verb and has(c) then return true end
        if c.q.unit == "" and not c.de and not c.verb and c.right_first == c.i + 1 and large:test(c.q.text) then return true end -- 老城区12万群众
        return extents[c.q.dimension] and not c.de and c.tokens.bits[c.left_last] & WORD == 0
      end },
      { "it is no growth of a carried subject", function(c, carried) return not ((c.rise or c.fall) and carried and not countable[c.q.dimension]) end },
    },
    make = function(c)
      local noun = completed(c, right(c))
      if tasks[noun] and c.actor and c.left_last == c.i - 1 and c.left_first < c.left_last then -- 压减渔船260艘|任务
        return { { indicator = left(c), actor = c.actor == c.tokens[c.left_first] and actor(c) or nil, object = true } }
      end
      if noun == "中" or noun == "当中" or noun == "当" and c.s:find("^当中", c.tokens.at[c.right_first]) then return { { indicator = those_of(c), object = true } } end
      local denied = deeds.denied(c)
      if denied then noun = denied .. "的" .. noun end
      local bound = c.following
      if bound and phrases.passed_by_each(bound) then noun = c.s:sub(c.tokens.at[c.right_first], bound.token.to) end -- 6家|企业营收超百亿元
      local t = c.left_first and c.tokens[c.left_last]
      if t and t.kind == "term" and c.left_last == c.i - 1 then noun = left(c) .. noun end -- “牛羊菜果”8个产业集群
      if c.q.dimension == "percent" and c.de and c.prep == c.tokens[c.i - 1] and c.prep and c.prep.w.word == "在" and c.i - 2 >= c.clause then -- 合作医疗已在八成的大队实行
        local own = carry.subject_of(c, c.clause, c.i - 2)
        if own then noun = own .. noun end
      end
      if c.q.dimension == "percent" and not c.de and c.clause == c.i then noun = (carry.parted_topic(c) or "") .. noun end -- 私营产值中，九成转入了…
      noun = noun:gsub("^人口的.+$", "人口") -- 十亿人口的大国
      if noun:sub(-#"中") == "中" and (countable[c.q.dimension] or c.q.unit == "" or c.de) and not phrases.schools:ending(noun, #noun) then noun = noun:sub(1, -#"中" - 1) end -- 40种茶具中，有26种…
      if t and c.verb and left(c):sub(-3) == "中" then noun = left(c):sub(1, -4) .. noun end -- 前十大企业中有4家亏损
      local kind = t and c.left_last == c.i - 1 and c.q.unit ~= "" and contained(noun)
      if kind and not left(c):find("、", 1, true) then return { { indicator = left(c) .. kind, object = true } } end
      local verb = t and t.kind ~= "term" and c.actor == c.tokens[c.left_first] and not c.actor.w.level and left(c):find("、", 1, true)
        and actor(c) -- 建成东山、西山2座水厂
      local does = not verb and not c.verb and (countable[c.q.dimension] or c.q.unit == "" and large:test(c.q.text)) and c.tokens.at[c.right_last + 1] - c.tokens.at[c.right_first] == #noun and predicate(c)
      if t and c.q.dimension == "people" and c.left_last == c.i - 1 and not c.de and not c.verb and t.kind ~= "term" and does_it(c) then noun = left(c) .. noun end -- 下岗渔工360人|进入新厂
      return { { indicator = (verb or "") .. noun .. (does or ""), subject = does and noun, actor = verb or nil, object = true } }
    end,
  },
  {
    name = "spent",
    only = { money = true },
    summary = "what money was spent on stands behind: 投入1.2亿元实施河道治理",
    when = {
      { "it is money", "only" },
      { "no noun stands before it, but for who gives it", function(c) return not c.left_first or c.adjacent and not phrases.lean(c) end },
      { "a verb of spending stands before it", function(c) return c.actor and c.adjacent and deeds.spending[c.actor.w.word] and not c.right_first end },
      { "what it was spent on stands behind", function(c)
        c.purpose = deeds.purpose(c)
        return c.purpose
      end },
    },
    make = function(c) return { { indicator = (deeds.handing[actor(c)] and "" or actor(c)) .. c.purpose, actor = actor(c) } } end,
  },
}
