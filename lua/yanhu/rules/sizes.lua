-- The rules that say of a figure that it is no fact because it only draws a class or a size inside a name: 投资5亿元以上项目, 装机36万千瓦的电站. Each is
-- a list of named conditions, as in rules.lua; `only` is the set of dimensions that a rule is about.

local phrases = require "yanhu.phrases"
local classes = require "yanhu.classes"

local ACT, DE, ETC, CLOSE, TEXT, LIST = classes.each "act de etc close text list"
local right, countable = phrases.right, phrases.countable

local function nothing() return {} end

local per_deed = yanhu.pattern "每[^，；。、：0-9人户亩吨月年天次的个所名座家条处村镇县乡市校项组班批万千百]{2,6}$"

local sizes = { power = true, mass = true, volume = true, energy = true }
local works = yanhu.dictionary { "项目", "电站", "工程", "生产线", "水库", "基地", "码头", "电厂", "水厂", "处理厂", "加工厂", "装置", "泊位", "线路" }

local inner_noun = yanhu.dictionary { "内用", "内部", "内贸", "内河", "内需", "内陆", "内外", "内涝" }
local NO_LIST = classes.any "stop rise fall reach"
local stations = yanhu.dictionary { "电站", "机组", "电厂", "水库", "码头", "泊位", "煤矿", "矿井", "锅炉", "船舶" }
local gathers = yanhu.pattern "^(的)?[^，；。、的]{0,6}(大?班额?|学校|村|村寨|屯|乡镇|镇|县|城市|社区|小区|企业|工厂|单位|安置[点区]|城镇)($|[^，；。、]*[^人民户])"
local hamlets = yanhu.pattern "^(的)?(自然|建制|行政|中心)?(村|屯|村寨|村庄|居民点|安置[点区]|乡镇|小区)" -- 30户以上智能工厂 are so many
local among_so_many = yanhu.pattern("(人口|职工|工人|雇工|学生|床位)以[上下内]", "a")
local ores = yanhu.dictionary { "矿", "矿床", "油田", "气田", "机组", "锅炉" } -- 梅岭超40吨金矿
local projects = yanhu.dictionary { "项目", "工程", "重点项目", "重大项目", "产业项目", "重大工程", "重点工程" }

-- Does 等 with works or a count of them stand behind, and nothing but the list between?
local function closes_in_works(c)
  local bits = c.tokens.bits
  for k = c.i + 1, math.min(#c.tokens, c.i + 16) do
    if bits[k] & NO_LIST ~= 0 then return false end
    if bits[k] & ETC ~= 0 then
      local count = c.tokens[k + 1]
      if not count then return false end
      if not count.m then return projects:longest(c.s, count.from) ~= nil end
      return count.m.dimension == "things" and works:find(c.s:sub(count.to + 1, count.to + 60)) ~= nil
    end
  end
  return false
end

local factory = yanhu.pattern("[^，；。]{0,9}(厂|矿|企业|公司|车间)", "a")
local for_each = yanhu.pattern "每[^，；。、]{0,6}$"
local yearly = yanhu.dictionary { "年产", "日产", "月产", "年处理", "日处理", "年加工", "日供水", "日供", "年发电", "年屠宰" }
local able = yanhu.dictionary { "能力", "规模", "水平", "产能" }
local named = yanhu.pattern "(攻坚行动|专项行动|行动|攻坚战|计划|战役|挑战赛)$"
local some = yanhu.dictionary { "一批", "所有", "全部", "各类", "凡" }
local premises = yanhu.dictionary { "前提下", "条件下" } -- 在守住三项底线的前提下
local spoken_of = yanhu.dictionary { "这", "那", "上述", "上面", "前述" }
local becoming = yanhu.dictionary { "成为", "跃升为", "晋升", "晋级", "跻身", "进入", "步入", "迈入", "培育出", "打造成" }
local becoming_of = yanhu.dictionary { "镇", "村", "岛", "县", "区", "园区", "企业", "强镇", "大镇", "强村", "名村", "强县", "大县", "行列", "阵营" }
local nth = yanhu.pattern "(首[个家座条处所]|第[0-9一二三四五六七八九十]+[个家座条处所])[^，。；]*$"

return {
  {
    name = "threshold",
    summary = "a bound inside another figure's noun: 5亿元以上项目1个",
    when = {
      { "it is a bound or lies within one", function(c)
        if c.swallowed or c.tokens.says.within and c.q.dimension ~= "percent" and c.s:find("^内", c.token.to + 1) and not inner_noun:longest(c.s, c.token.to + 1) then return true end -- 50米内换乘比例
        if c.q.op ~= "=" and c.q.op ~= "≈" and c.right_first and not c.verb then
          if some:ending(c.s, c.token.from - 1) then return true end -- 一批50万千瓦以上基地
          if not c.de and nth:test(phrases.before_figure(c)) then return true end -- 全市第4处年接待超百万人次古镇
        end
        local after = c.following
        return after and after.floor == c.i and c.de and not c.right_first and after.verb and not c.verb -- 一百万吨以上的有三十一个
      end },
      { "it is no share", function(c) return c.q.kind == "quantity" and c.q.dimension ~= "percent" or c.swallowed end },
    },
    make = nothing,
  },
  {
    name = "spoken of",
    only = { things = true },
    summary = "things that were named before: 这两种标准",
    when = {
      { "it counts things", "only" },
      { "这, 上述 or the like stands before it, 的前提下 behind", function(c)
        local says = c.tokens.says
        return (says.this or says.that or says.said_before) and spoken_of:ending(c.s, c.token.from - 1) ~= nil
          or says.premises and c.right_first and premises:find(right(c)) ~= nil
      end },
    },
    make = nothing,
  },
  {
    name = "predicate",
    summary = "a bound that counted things pass: 6家企业营收超百亿元",
    when = {
      { "it is a bound", "bound" },
      { "a noun stands before it", "left" },
      { "it is a round number, and its noun is what the figure right before it counts", phrases.passed_by_each },
    },
    make = nothing,
  },
  {
    name = "definition",
    summary = "a bound in a bracket that says what belongs to a class: 规上企业（年营业收入2000万元以上）",
    when = {
      { "it is a bound", "bound" },
      { "a noun stands before it", "left" },
      { "it stands in a bracket and ends it", function(c)
        return c.aside and c.tokens.bits[c.i + 1] & CLOSE ~= 0 and not c.verb
      end },
      { "no figure stands right before the bracket, and it is no share", function(c)
        local before = c.tokens[c.aside - 1]
        return not before.m and c.q.dimension ~= "percent"
      end },
    },
    make = nothing,
  },
  {
    name = "capacity",
    only = sizes,
    summary = "a size in a project's name: 150MW光伏电站一期",
    when = {
      { "it is a plain size: power, mass, volume, energy", function(c) return sizes[c.q.dimension] and c.q.op == "=" end },
      { "the project stands right behind", function(c) return c.right_first and not c.de and works:find(right(c)) end },
      { "no verb is right before it, and no 等, which sums up", function(c)
        return not c.adjacent and not c.verb and c.tokens.bits[c.i - 1] & ETC == 0
      end },
    },
    make = nothing,
  },
  {
    name = "named action",
    summary = "a size in the name of an action: 开展0.1微克攻坚行动",
    when = {
      { "a noun stands right behind", "right" },
      { "it counts no things", function(c) return not countable[c.q.dimension] and c.q.kind == "quantity" end },
      { "that is the action", function(c) return not c.de and named:test(right(c)) end },
    },
    make = nothing,
  },
  {
    name = "rank of size",
    only = { money = true },
    summary = "a bound that names what a place or firm becomes: 跃升为总收入超亿元村, 跻身产值超60亿元镇行列",
    when = {
      { "it is a bound", "bound" },
      { "a place or firm stands right behind", function(c) return c.right_first and becoming_of:ending(right(c), #right(c)) ~= nil end },
      { "it becomes one, and none are counted", function(c)
        return not c.de and (not c.previous or not countable[c.previous.q.dimension]) and not (c.following and countable[c.following.q.dimension] and c.following.clause == c.clause)
          and becoming:find(phrases.before_figure(c)) ~= nil
      end },
    },
    make = nothing,
  },
  {
    name = "model",
    only = { [""] = true },
    summary = "a number inside a product's name: 渔光96核心芯片",
    when = {
      { "it is a bare whole number in digits", function(c)
        return c.q.unit == "" and c.q.op == "=" and c.q.value and c.q.value < 10000 and not c.q.text:find("%D")
      end },
      { "plain text stands right before it, and no verb", function(c)
        return c.tokens.bits[c.i - 1] & TEXT ~= 0 and not c.verb and not c.actor and c.left_first == c.i - 1
      end },
      { "a noun stands right behind", "right" },
    },
    make = nothing,
  },
  {
    name = "unit of money",
    only = { money = true },
    summary = "one unit of money that another is told for: 注入1元清欠3.58元, 一美元兑换8.7元",
    when = {
      { "it is one unit", function(c) return c.q.value == 1 and c.q.op == "=" end },
      { "another sum stands behind, with a verb between", function(c)
        local after = c.following
        if c.tokens.per and after and after.q.dimension == "money" and for_each:test(phrases.before_figure(c)) then return true end -- 每投入1元，带动5元
        return after and after.q.dimension == "money" and after.i <= c.i + 3 and after.i > c.i + 1 and after.clause == c.clause
          and classes.among(c.tokens.bits, c.i + 1, after.i - 1, TEXT | ACT)
      end },
    },
    make = nothing,
  },
  {
    name = "per unit",
    summary = "so many units of what is done that another figure is told for: 每交售1担棉花奖励8元",
    when = {
      { "每 and a deed stand right before it", function(c)
        return c.tokens.per and c.q.value and c.q.value <= 100 and per_deed:test(phrases.before_figure(c))
      end },
      { "another figure follows in its clause", function(c) return c.following and c.following.clause == c.clause and c.following.q.unit ~= c.q.unit end },
    },
    make = nothing,
  },
  {
    name = "class of size",
    only = sizes,
    summary = "a bound of size that draws a class, behind other words of it: 不达标的30万千瓦以下煤电机组",
    when = {
      { "it is a bound", "bound" },
      { "a noun stands right behind", "right" },
      { "no verb is right before it, but 的; or the works stand behind 的", function(c)
        if c.verb or c.adjacent then return false end
        return not c.de and (c.tokens.bits[c.i - 1] & DE ~= 0 or ores:ending(right(c), #right(c))) or c.de and c.q.dimension ~= "volume" and stations:find(right(c)) ~= nil
      end },
    },
    make = nothing,
  },
  {
    name = "class by number",
    only = { people = true, [""] = true },
    summary = "how many live or learn in what is spoken of: 20户以上自然村, 56人以上大班额, 20万人口以上的县",
    when = {
      { "it is a bound, or 人口以上 or 职工以上 stands behind", function(c) return c.q.op ~= "=" and c.q.op ~= "≈" or among_so_many:test(c.s, c.token.to + 1) end },
      { "no verb of reaching is before it, and a place, a firm or a class behind", function(c)
        return not c.verb and (c.right_first and (c.q.unit == "户" and hamlets or gathers):test(right(c)) or among_so_many:test(c.s, c.token.to + 1))
      end },
    },
    make = nothing,
  },
  {
    name = "attribute",
    only = { rank = true },
    summary = "a place that only tells of what kind a thing is: 培育更多全省第一的茶企",
    when = {
      { "的 and a noun stand behind it or its list", function(c)
        local last, bits = c, c.tokens.bits
        while last.following and last.following.q.kind == "rank" and last.following.i == last.i + 2 and bits[last.i + 1] & LIST ~= 0 do last = last.following end
        return last.de and last.right_first
      end },
      { "no verb of place stands before", function(c) return not c.verb end },
    },
    make = nothing,
  },
  {
    name = "listed capacity",
    only = { power = true, mass = true, volume = true, energy = true, things = true },
    summary = "sizes of works that are listed and then counted: 60万吨烯烃、4万台电机等6个项目",
    when = {
      { "no noun stands before it", "no left" },
      { "it is a size or a large number", function(c)
        return not c.verb and c.q.op == "=" and (sizes[c.q.dimension] or c.q.value and c.q.value >= 10000 and c.q.dimension == "things")
      end },
      { "等 and a count of works close the list", closes_in_works },
    },
    make = nothing,
  },
  {
    name = "annual capacity",
    only = sizes,
    summary = "what a works makes a year, in its name: 年产300万吨钢的联合企业",
    when = {
      { "年产, 日产 or the like stands before it", function(c) return yearly:ending(c.s, c.token.from - 1) ~= nil end },
      { "的 and a noun stand behind it or its product", function(c)
        if not c.right_first or able:ending(right(c), #right(c)) then return false end -- 年产六百万吨原油的生产能力
        return c.de and (works:find(right(c)) or factory:test(right(c))) or right(c):find("的", 1, true) and not right(c):find("的$")
      end },
    },
    make = nothing,
  },
}
