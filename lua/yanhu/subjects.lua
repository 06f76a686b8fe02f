-- Names of indicators as text: lists split and completed (城镇、农村居民收入), nouns that lean on an earlier subject
-- (产量, 增速), and what of a subject is carried on to the next clause.

local indicators = require "yanhu.indicators"
local lexicon = require "yanhu.lexicon"
local word_set = require "yanhu.word_set"
local lists = require "yanhu.lists"

local classes = require "yanhu.classes"

local M = {}

local WORD, LIST, OPEN, CLOSE, AND = classes.each "word list open close and"
local LISTED, LEANS = classes.any "list and", classes.any "relation and list adverb scope level"

--- Nouns that measure, and a few that end like them.
function M.relations()
  local words = lexicon.having "relation"
  for _, word in ipairs { "率", "量", "质量", "额", "安全感", "获得感", "幸福感", "用电量", "用水量", "用气量", "发电量", "货运量", "客运量" } do words[word] = 1 end
  return words
end

local relations
local function relation_at_end(text)
  relations = relations or lists.dictionary("relations", M.relations)
  local from = relations:ending(text, #text)
  return from
end

-- The measuring end of a phrase, an indicator's full wording (贷款余额) where there is one.
local function measuring_end(text)
  local from = relation_at_end(text)
  local other = indicators.name_at_end(text)
  if other and other > 1 and (not from or other < from) then return other end
  return from
end

local likes = yanhu.dictionary { "如何", "如期", "如实", "如下", "如上", "如此", "如今", "如意" }

--- 产量都有增长，如|铁增长…: the noun without the word that makes an example of it.
function M.without_like(text)
  if #text < 6 or text:sub(1, #"如") ~= "如" then return text end
  if text:sub(1, #"如果") == "如果" then return #text > #"如果" and text:sub(#"如果" + 1) or text end
  if likes:longest(text, 1) then return text end
  for _, kind in ipairs { "市", "县" } do
    if yanhu.region(text:sub(1, 6) .. kind) then return text end
  end
  return text:sub(#"如" + 1)
end

--- Does the noun phrase tokens[first..last] have a 、 or 和 in it?
function M.lists(tokens, first, last) return classes.among(tokens.bits, first + 1, last - 1, LISTED) end

-- What stands behind 及 and is of the same name: 县级及以上, 渔业及相关产业.
local bounding = yanhu.dictionary { "以上", "以下", "以内", "相关", "关联", "附属", "配套", "衍生", "其他", "其它" }

--- The parts of the noun phrase tokens[first..last], cut at 、 和 与 及 outside brackets.
function M.parts(s, tokens, first, last, only_marks)
  local bits, at = tokens.bits, tokens.at
  local parts, from, depth = {}, at[first], 0
  local marks = only_marks and LIST or LISTED
  for k = first, last do
    local b = bits[k]
    if b & OPEN ~= 0 then depth = depth + 1 elseif b & CLOSE ~= 0 then depth = depth - 1 end
    if b & marks ~= 0 and depth == 0 and k > first and k < last and (b & AND == 0 or not bounding:longest(s, at[k + 1])) then -- 县级及以上
      if at[k] > from then parts[#parts + 1] = s:sub(from, at[k] - 1) end
      from = at[k + 1]
    end
  end
  parts[#parts + 1] = s:sub(from, at[last + 1] - 1)
  return parts
end

--- Is the phrase nothing but a measuring noun (里程, 总投资)?
function M.only_measures(text) return relation_at_end(text) == 1 end

--- Verbs of two characters.
function M.acts()
  return lexicon.having("act", function(word) return #word == 6 end)
end

local acts
local function act_at_end(text)
  acts = acts or lists.dictionary("acts", M.acts)
  return acts:ending(text, #text)
end

-- 出口额, 完工量: a measuring noun of two, or a deed and its number.
local function measures_alone(part)
  local from = relation_at_end(part)
  if not from or from == 1 then return from == 1 end
  local deed = part:sub(1, from - 1)
  return relation_at_end(deed) == 1 or #part - from < 3 and act_at_end(deed) == 1
end

--- Does the phrase name a measure by itself (企业数量, 进出口总额), not only lean on one?
function M.measures(part)
  local from = measuring_end(part)
  return from ~= nil and from > 1 or indicators.named(part) ~= nil
end

--- Are they rates (办结率, 满意率), each a figure of its own, and not aspects of one figure (总量, 增速)?
function M.are_rates(parts)
  for _, part in ipairs(parts) do
    if part:sub(-3) ~= "率" then return false end
  end
  return #parts > 1
end

-- Nouns that a list shares as well: 医疗、教育投入.
local accounts = yanhu.dictionary { "投入", "支出", "经费", "事业费", "资金", "补助", "工资" }

--- 办理建议 → 建议: a name without the verb of two characters that opens it.
function M.without_act(text)
  acts = acts or lists.dictionary("acts", M.acts)
  local to = acts:longest(text, 1)
  return to and to < #text and text:sub(to + 1) or text
end

local kinds = yanhu.dictionary(yanhu.split "市 县 区 省 州 镇 乡 村 港 园 路 校 院 险 湾 场 站")

-- What several kinds have one of each: 白茶、黑茶|产业链产值, 野鹿、白鹭|种群数量.
local wholes = yanhu.dictionary { "产业链", "全产业链", "产业集群", "产业", "集群", "板块", "种群", "先进产能", "建成区" }
local processes = yanhu.dictionary { "加工", "深加工", "精深加工", "冶炼", "精炼", "提炼" }
local function deed_at_end(text) return act_at_end(text) or processes:ending(text, #text) end

-- Where the head that a list shares begins in its last part: 率, with the deeds before it that the other part has not:
-- 人大建议、政协提案|办复率, 铼、碲|回收冶炼能力.
local function shared_head(part, last)
  local kind = kinds:ending(part, #part) -- 东县、西县|茶叶产量: both are counties
  local same = kind and kind > 1 and last:find(part:sub(kind), 4, true)
  if same and same + #part - kind < #last and same <= 19 then return same + #part - kind + 1 end
  local from = measuring_end(last) or accounts:ending(last, #last)
  local sector = from and part:byte(-1) ~= 0x9A and last:find("行业", 4, true) -- 钢铁、水泥|行业产能利用率; 0x9A ends 业
  if sector and sector + #"行业" < from then return sector end
  if not from or from == 1 then return from end
  if #part > 3 and #part + 1 < from and last:sub(#part - 2, #part) == part:sub(-3) then return #part + 1 end -- 木材、竹材|加工产值
  local whole = part:sub(-3) ~= "业" and not wholes:ending(part, #part) and wholes:ending(last, from - 1)
  if whole and whole > 1 then return whole end
  local deed = not deed_at_end(part) and deed_at_end(last:sub(1, from - 1))
  while deed and deed > 1 do
    from = deed
    deed = deed_at_end(last:sub(1, from - 1))
  end
  local emits = from and last:find("排放", 4, true) -- 氨氮、二氧化硫|排放总量
  if emits and emits < from then from = emits end
  local ends = from and from > 7 and last:sub(from)
  if ends == "率" or ends == "量" then from = utf8.offset(last, -3) end -- a rate is one of two characters at least: 化肥、农药|施用量
  return from
end

local function each_suffix(text) -- suffixes at character boundaries, the longest first
  local at = 1
  return function()
    if at > #text then return nil end
    local from = at
    at = utf8.offset(text, 2, at) or #text + 1
    return text:sub(from), from
  end
end

-- 竹木加工、机械铸造两大产业产值, 棉纱、棉布2种主要产品产量: how many there are is no part of the last one's name.
local own_count = yanhu.pattern "([两二三四五六七八九十]|\\d+)(大|项|种|类|个|条|大类)([百千万]亿级?|主要|重点|支柱|优势|特色|主导)*(产业集群|产业板块|产业链|产业|行业|领域|板块|产品|品种|指标|作物|业务|链条|类)"
local function without_count(part)
  local from, to = own_count:find(part)
  if not from or from == 1 then return part end
  return part:sub(1, from - 1) .. part:sub(to + 1)
end

-- 信息服务业 and 服务业增加值 share 服务业.
local function joined(part, head)
  for size = math.min(#part, #head), 3, -1 do
    if part:sub(-size) == head:sub(1, size) then return part .. head:sub(size + 1) end
  end
  return part .. head
end

-- 财政收入和支出, 金融机构存款和贷款余额: words that share what stands before the first and behind the last.
local partners = { ["收入"] = "支出", ["支出"] = "收入", ["存款"] = "贷款", ["贷款"] = "存款", ["进口"] = "出口", ["出口"] = "进口",
  ["起数"] = "人数", ["产量"] = "产值", ["产值"] = "产量", ["销量"] = "销售额" }

--- The words that other_side finds.
M.sides = {}
for _, other in pairs(partners) do M.sides[other] = true end

--- Is there another of two that the noun is one of?
function M.has_partner(noun) return partners[noun] ~= nil end

--- 财政收入40亿元，支出42亿元: the other of two that share what stands before them, or nil.
function M.partner(text, noun)
  local word = partners[noun]
  if word and #text > #word and text:sub(-#word) == word then return text:sub(1, -#word - 1) .. noun end
end

--- 乡镇企业异军突起，企业个数…: a noun whose head stands behind one or two characters in the clause before, with those; else nil.
function M.echo(text, noun)
  local from = relation_at_end(noun)
  if not from or from <= 6 or indicators.find(noun) then return nil end
  local at, to = text:find(noun:sub(1, from - 1), 2, true)
  return at and at <= #"乡镇" + 1 and text:sub(1, to) .. noun:sub(from) or nil
end

--- 茶叶产量产值: the two that stand side by side, or nil.
function M.two_measures(text)
  local second, first = text:sub(-6), text:sub(-12, -7)
  if #text <= 12 or partners[second] ~= first then return nil end
  return { text:sub(1, -7), text:sub(1, -13) .. second }
end

local function complete_pair(parts)
  local first, second = parts[1], parts[2]
  local word = first:sub(-6)
  local other = partners[word]
  if not other or #first == #word or second:sub(1, #other) ~= other then return end
  parts[1] = first .. second:sub(#other + 1)
  parts[2] = first:sub(1, -#word - 1) .. second
end

-- 职工、城乡居民医保报销比例; 国家级、省级专精特新企业; 一、二类对象补助: words that stand for each other, with the rest of the last.
local opposites = word_set [[职工 居民 城镇职工 城乡居民 城镇居民 农村居民 城镇 农村 城市 城乡 企业 机关 事业单位 机关事业单位 国家级 省级 市级 县级 区级
  公办 民办 小学 初中 高中 一 二 三 四 五 六 前端 后端 室内 室外 国有 民营 陆路 水路 铁路 公路 上半年 下半年]]
local opposing
local function opposed(part, last)
  if not opposites[part] then return nil end
  opposing = opposing or yanhu.dictionary(opposites)
  local alike = opposites[last:sub(1, #part)] and part ~= "职工" and part ~= "居民" -- 城镇、农村|居民收入; 职工、城乡居民|医保
  local to = alike and #part or opposing:longest(last, 1)
  return to and to < #last and part .. last:sub(to + 1) or nil
end

--- 单位地区生产总值能耗、二氧化碳排放: what stands before the first belongs to the others where it makes a known name.
function M.led_by(first, part)
  local at = #first
  while at > 0 do
    if indicators.named(first:sub(1, at) .. part) then return first:sub(1, at) .. part end
    at = (utf8.offset(first, -1, at + 1) or 1) - 1
  end
end

local schemes = word_set "养老 医疗 失业 工伤 生育 基本养老 基本医疗 大病"

--- 支出 behind 一般公共预算收入: the other side of a subject, with what stands before it; nil where it is none.
function M.other_side(text, noun)
  local word = text:sub(-6)
  return partners[word] == noun and #text > #word and not indicators.find(noun) and text:sub(1, -#word - 1) .. noun or nil
end

-- No 县 or 区 alone: that is the region that reports.
local places = yanhu.dictionary { "开发区", "高新区", "经开区", "园区", "新区", "景区", "示范区", "试验区", "保税区", "综保区", "合作区", "产业园", "工业园", "企业", "集团", "公司", "基地" }
local events = yanhu.dictionary { "事故", "案件", "火灾", "灾害" }

-- 开发区规上工业增加值、工业投资; 生产安全事故起数、死亡人数: whose the first is, where the others are its own too; nil where it names none.
local function owner_of(first)
  local from = indicators.name_at_end(first)
  if from and from > 1 then return places:ending(first, from - 1) and first:sub(1, from - 1) end
  from = not from and relation_at_end(first)
  local owner = from and from > 1 and first:sub(1, from - 1)
  return owner and (events:ending(owner, #owner) or places:ending(owner, #owner)) and owner
end

--- Gives the parts of a list the head or the modifier they share: 城镇、农村居民收入; 入园率和普惠率.
function M.complete(parts)
  parts[#parts] = without_count(parts[#parts])
  if #parts == 2 then complete_pair(parts) end
  if #parts == 2 and parts[1] == "城" and parts[2]:find("^乡") then -- 城、乡居民收入
    parts[1], parts[2] = "城镇" .. parts[2]:sub(#"乡" + 1), "农村" .. parts[2]:sub(#"乡" + 1)
    return parts
  end
  local owner, share = parts[#parts]:match("^(.-)(占.+)$")
  if owner and owner ~= "" and #parts > 1 and not parts[1]:find("占", 1, true) then -- A、B增加值占生产总值比重
    parts[#parts] = owner
    M.complete(parts)
    for n, part in ipairs(parts) do parts[n] = part .. share end
    return parts
  end
  local last = parts[#parts]
  if #last > 300 then return parts end -- no name is that long
  local insured = last:find("保险", 1, true)
  local owner = not last:find(parts[1]:sub(1, 6), 1, true) and owner_of(parts[1])
  for n, part in ipairs(parts) do -- 失业、工伤保险参保人数
    if insured and n < #parts and schemes[part] then parts[n] = part .. last:sub(insured) end
  end
  for n, part in ipairs(parts) do
    local sector = part:sub(-3) == "业" and not indicators.find(last) -- 高技术产业、新能源发电投资
    local opposite = n < #parts and opposed(part, last)
    local led = n > 1 and not indicators.find(part) and not relation_at_end(part) and #parts[1] <= 60 and M.led_by(parts[1], part)
    if opposite or led then
      parts[n] = opposite or led
    elseif n < #parts and (sector or not indicators.name_at_end(part)) and not relation_at_end(part) then
      local done
      for suffix in each_suffix(last) do
        if suffix ~= last and indicators.named(part .. suffix) then
          parts[n], done = part .. suffix, true
          break
        end
      end
      if not done then
        local from = shared_head(part, last)
        if from and from > 1 then parts[n] = joined(part, last:sub(from)) end
      end
    elseif n > 1 and (relation_at_end(part) == 1 or measures_alone(part) and not indicators.find(parts[1])) then
      local whole = parts[1]
      local from = relation_at_end(whole)
      if #whole > #part and whole:sub(-3) == part:sub(-3) then from = math.min(from or #whole, #whole - #part + 1) end -- 解决率、满意率
      local deed = from and from > 1 and relation_at_end(whole:sub(1, from - 1))
      if deed and deed > 1 and part:find(whole:sub(deed, from - 1), 1, true) == 1 then -- 茶叶累计|出口|量、出口额
        from = deed
        if whole:sub(from - #"累计", from - 1) == "累计" then from = from - #"累计" end
      end
      if from and from > 1 then parts[n] = M.lean_on(parts[1]:sub(1, from - 1), part) end
    elseif n > 1 and owner and (indicators.named(part) or relation_at_end(part) or part:sub(-#"损失") == "损失") then
      parts[n] = owner .. part
    end
  end
  return parts
end

-- 工农业总产值分别…: words that stand for two.
local twins = { { "中小学", "中学", "小学" }, { "工农业", "工业", "农业" }, { "进出口", "进口", "出口" }, { "男女", "男", "女" } }

--- 城乡居民收入 with two values: one for town and one for country; 存贷款余额 likewise; with 分别 other twins too.
function M.town_and_country(part, dealt)
  local before, after = part:match("^(.-)存贷款(.*)$")
  if before then return { before .. "存款" .. after, before .. "贷款" .. after } end
  before = part:match("^(.+)收支$")
  if before then return { before .. "收入", before .. "支出" } end
  for _, twin in ipairs(dealt and twins or {}) do
    local from, to = part:find(twin[1], 1, true)
    if from then return { part:sub(1, from - 1) .. twin[2] .. part:sub(to + 1), part:sub(1, from - 1) .. twin[3] .. part:sub(to + 1) } end
  end
  before, after = part:match("^(.-)城乡(.+)$")
  if not before then return nil end
  if after:find("^常住") then after = after:gsub("^常住", "") end
  return { before .. "城镇" .. after, before .. "农村" .. after }
end

local three = yanhu.dictionary { "一二三产业", "一二三次产业", "一、二、三产业", "一、二、三次产业", "三次产业" }

--- 一二三产业增加值, 第一、二、三产业: the three of them, or nil.
function M.three_industries(phrase)
  local from, to = three:find(phrase)
  if not from then return nil end
  local before, after, parts = phrase:sub(1, from - 1):gsub("第$", ""), phrase:sub(to + 1), {}
  for n, ordinal in ipairs { "一", "二", "三" } do parts[n] = before .. "第" .. ordinal .. "产业" .. after end
  return parts
end

local of_all_three = yanhu.pattern "^(.*三次产业)(.*)$"

--- 三次产业结构 and 2: the second term of 8∶42∶50 is 三次产业结构第二产业比重.
function M.term_of_three(phrase, place)
  local all = of_all_three:match(phrase)
  if not all then return phrase end
  local whole, measure = all[1], all[2]
  if measure:find("^结构") then whole, measure = whole .. "结构", "比重" end
  local ordinals = { "一", "二", "三" }
  return whole .. "第" .. ordinals[place] .. "产业" .. measure
end

--- Is the phrase only a measuring noun (产量, 总量和增速)?
function M.leans(tokens, first, last)
  local bits = tokens.bits
  for k = first, last do
    if bits[k] & LEANS == 0 then
      if bits[k] & WORD == 0 then return false end
      local word = tokens[k].w.word
      if word ~= "其" and word ~= "总" and word ~= "年" then return false end
    end
  end
  return true
end

local occupies = yanhu.dictionary { "占用", "占有", "占据" }

-- 民间投资占六成: what has the share; the text where none is told of, as in 侵占.
local function without_share(text)
  local at = text:find("占", 1, true)
  if not at or at == 1 or at + #"占" > #text or text:sub(at - #"侵", at - 1) == "侵" or occupies:longest(text, at) then return text end
  return text:sub(1, at - 1)
end

local joins = yanhu.dictionary { "和", "及", "与", "、" }

--- What a later clause carries on of an indicator: without its measuring noun, its share and its verb.
function M.stem(text, actor)
  text = without_share(text)
  if actor and text:sub(1, #actor) == actor and #text > #actor then
    local rest = text:sub(#actor + 1):gsub("^的", "")
    if not rest:find("的", 1, true) and not joins:longest(rest, 1) then text = rest end -- 生产资料的生产 is no deed
  end
  local from = relation_at_end(text)
  if from and from > 1 then text = text:sub(1, from - 1):gsub("的$", "") end
  return text
end

local planted = yanhu.dictionary { "播种", "种植", "栽种", "种植面积", "播种面积" }
local outputs = yanhu.dictionary { "产量", "总产", "单产", "亩产", "产值" }

--- 粮食播种 and 总产量: the measuring noun with as much of the stem as makes a known name, else the whole stem.
function M.lean_on(stem, noun)
  if noun:sub(1, #stem) == stem then return noun end
  local grown = planted:ending(stem, #stem)
  if grown and grown > 1 and outputs:ending(noun, #noun) then stem = stem:sub(1, grown - 1) end -- 棉花播种三万亩，总产量…
  local both = partners[noun:sub(-6)] and stem:match("^(.-)收支") -- 财政收支状况好转，总收入…
  if both then return both .. noun end
  local at = #stem > 150 and 0 or #stem
  while at > 0 do
    local prefix = stem:sub(1, at)
    if indicators.named(prefix .. noun) then return prefix .. noun end
    at = (utf8.offset(stem, -1, at + 1) or 1) - 1
  end
  if noun:sub(-#"率") == "率" and #noun > #"率" and stem:sub(1 - #noun + #"率" - 1) == noun:sub(1, -#"率" - 1) then return stem .. "率" end -- 养老保险参保|率
  return stem .. noun
end

local aspects = yanhu.dictionary { "占比", "比重", "比例", "增速", "增幅", "增长率", "涨幅", "增长幅度", "上涨幅度", "增长速度", "位次", "排名" }

local LAST_OF_RATE = ("率"):byte(-1)

--- The indicator without a share's words: 民间投资占比 → 民间投资.
function M.unshared(text)
  if text:byte(-1) == LAST_OF_RATE and text:sub(-#"自然增长率") == "自然增长率" then return text end -- no aspect of 人口自然
  if text:sub(-#"占") == "占" then text = text:sub(1, -#"占" - 1) end -- 民间投资占|61%，提高4个百分点
  text = without_share(text)
  local tail = aspects:ending(text, #text)
  if tail == #"经济" + 1 and text:sub(1, tail - 1) == "经济" then return "经济增长" end -- 经济增速 is no figure of 经济 alone
  return tail and tail > 1 and text:sub(1, tail - 1) or text
end

return M
