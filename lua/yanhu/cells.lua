-- A cell is what a sentence says around one quantity or rank: the verb that governs it, the noun phrase on its left
-- and on its right, how it is shared, compared and dated. rules.lua makes facts of cells; nothing here decides.
--
--   社会消费品零售总额   同比      增长   4.5%           建成    330个   就业社保服务点
--   left                 (adverb)  verb   quantity       actor   q       right

local classes = require "yanhu.classes"
local word_set = require "yanhu.word_set"
local inner = require "yanhu.inner"
local asides = require "yanhu.asides"
local governors = require "yanhu.governors"
local left = require "yanhu.left"
local right = require "yanhu.right"
local says = require "yanhu.says"
local subjects = require "yanhu.subjects"

local M = {}

M.countable = right.countable

--- Words that deny what the verb behind them says.
M.denies = word_set "不能 没有 还没有 尚未 仍未 未能 没能"

local each, any, words = classes.each, classes.any, classes.words
local WORD, TEXT, FIGURE, QUANTITY, OUTER, PERIOD, NUMERAL = each "word text figure quantity outer period numeral"
local ACT, ADVERB, NOUN, NOMINAL, REACH = each "act adverb noun nominal reach"
local DE, EACH, SCOPE, PREP, LIST, PEELS, STOP = each "de each scope prep list peels stop"
local LISTED, MOVES = any "list and", any "rise fall"
local FROM, THAN, IN, WITH = words "从 由 由原来的", words "比 较", words "在", words "以"

local unwritten, more = governors.unwritten, governors.more
local less, moved = unwritten "减少", unwritten "提高到"
local olden = yanhu.pattern "(初期|时期|以前|前|期间|年代|年份)$"
local modal = word_set "可以 可 能 应 应当 应该 必须 将 可望 有望 已经 已"
local LAST_OF_LE = ("了"):byte(-1)
local overdone = yanhu.pattern "([多少]).了$"
local pledges, did = word_set "保 争", yanhu.pattern "^.了$"
local compared = { ["同比"] = true, ["环比"] = true }
local ACT_OR_NOUN, RELATION_OR_ADVERB, OPENS = any "act noun", any "relation adverb", any "list and stop" -- & ACT_OR_NOUN == ACT: an act and no noun

-- Cuts a shared middle: text between two values belongs to the left one's noun up to the last 、 or 和.
local function share_out(cells, tokens)
  local bits = tokens.bits
  for n = 2, #cells do
    local a, b = cells[n - 1], cells[n]
    if a.from_base and a.left_first and b.reach and a.right_first and a.right_first == b.left_first then
      b.left_first, b.left_last = nil, nil -- 茶山托管从4个镇扩大到9个镇
    elseif a.right_first and a.right_first == b.left_first and a.right_last == b.left_last and b.i == a.right_last + 1 and b.q.dimension == "people"
      and a.q.dimension == "things" and not b.verb and not b.right_first and bits[b.i + 1] & ACT_OR_NOUN == ACT then
      b.left_first, b.left_last = nil, nil -- 8个县市460万人用上长江水
    elseif a.right_last and b.left_first and a.q.unit == "年" and a.right_first == b.left_first and b.all then
      a.right_first, a.right_last = nil, nil -- 五年新增就业和转移劳动力各80万人
    elseif a.right_last and b.left_first and a.right_last >= b.left_first and not a.clash then
      local cut
      for k = b.i - 1, a.i + 2, -1 do
        if bits[k] & LISTED ~= 0 then
          cut = k
          break
        end
      end
      if cut then
        if b.left_first <= cut then
          b.left_first = cut + 1
          if b.actor and b.actor.from > a.token.to and b.actor.to < tokens.at[cut] then b.actor, b.adjacent = nil, nil end -- 新建3个承接订单的码头和6个渔港
        end
        if a.right_last >= cut then a.right_last = cut - 1 end
        if b.left_first > b.left_last then b.left_first = nil end
        if a.right_last < a.right_first then a.right_first, a.right_last = nil, nil end
      end
    end
  end
end

local NAMED, COUNTS = any "text noun", { things = true, people = true, area = true }

local keeps_rate = yanhu.dictionary { "面", "率", "比例" }

-- 12个工作站服务农户3万户: who does it, and what is done to how many.
local function part_doers(cells, tokens)
  local bits = tokens.bits
  for n = 2, #cells do
    local a, b = cells[n - 1], cells[n]
    local first, final = a.right_first, a.right_last
    if final and final < b.i and a.clause == b.clause and a.q.unit == b.q.unit and M.countable[a.q.dimension] and a.q.value and b.q.value and not a.actor
      and a.q.value > b.q.value and not classes.among(bits, final, b.i, LISTED) then -- 92户企业有79户完成改制
      a.stays = true
      for k = final + 1, b.i + 1 do b.runs = b.runs or bits[k] & ACT_OR_NOUN == ACT end
    end
    if final and b.q.op == ">" and a.clause == b.clause and M.countable[a.q.dimension] and not a.actor and not a.left_first and not a.prep and not a.de
      and not classes.among(bits, a.i, b.i, LISTED) then a.stays = true end -- 9个产业产值超千亿元
    if final and b.q.dimension == "percent" and a.clause == b.clause and M.countable[a.q.dimension] and not a.actor and b.left_last and b.left_last >= final
      and keeps_rate:ending(b.s, tokens.at[b.left_last + 1] - 1) then a.stays = true end -- 78家企业改制面达96%
    if final and b.left_last == final and b.i == final + 1 and not b.verb and not a.left_first and not a.prep and not a.de and not a.actor
      and M.countable[a.q.dimension] and COUNTS[b.q.dimension] and (bits[a.i - 1] == 0 or bits[a.i - 1] & OPENS ~= 0) then
      for k = final - 1, first + 1, -1 do
        if bits[k] & ACT_OR_NOUN == ACT and bits[k - 1] & NAMED ~= 0 and bits[k + 1] & NAMED ~= 0 and (bits[k] & NOMINAL == 0 or b.q.dimension ~= "area") then
          a.right_last, a.stays, b.runs = k - 1, true, true
          break
        end
      end
    end
  end
end

local sums_up = yanhu.pattern("(总数|总量|总计|累计|合计)(达|超|突破|增|为|居|已)", "a")
local at_least = yanhu.pattern "(不低于|不少于|不高于|不超过)$"
local more_than = yanhu.pattern "比[^，；。、比]{1,18}?([多少][^，；。、的]{1,2}|超额?|超收|超支)了?$"


-- 不低于上年的618万亩 is a bound, 比计划多招了2万人 a change: the token before what says so; else j.
local function against_a_year(cell, tokens, i, j, floor, than)
  local s, bits = cell.s, tokens.bits
  if bits[i - 1] & DE ~= 0 and bits[i - 2] & PERIOD ~= 0 then
    local year = tokens[i - 2]
    local from = at_least:find(s:sub(1, year.from - 1))
    if from then
      local k = i - 3
      while k > floor and tokens.at[k] >= from do k = k - 1 end
      local high = s:find("^不[高超]", from)
      cell.verb, cell.base, cell.rise, cell.fall, cell.against = moved, year, nil, nil, nil
      cell.reach = moved
      local q = cell.q
      if q.op == "=" then q.op = high and "≤" or "≥" end
      if high then q.low = nil else q.high = nil end
      return k
    end
  end
  if not than or than > cell.token.from or cell.rise or cell.fall then return j end
  local from = more_than:find(s:sub(tokens.at[cell.clause], cell.token.from - 1))
  if from then
    from = from + tokens.at[cell.clause] - 1
    local k = i - 1
    while k > floor and tokens.at[k] > from do k = k - 1 end
    local few = s:find("少[^，]-$", from) and not s:sub(from, cell.token.from - 1):find("多", 1, true)
    cell.verb = few and less or more
    if few then cell.fall = less else cell.rise = more end
    return k - 1
  end
  return j
end

local bounded = yanhu.pattern "(不得?低于|不少于|不得?高于|不得?超过|不到|不足|高于|低于|超过|突破)[^，；。、：的0-9]{1,24}的$"
-- 低于前年的8.8%: no bound, but the rate of another year
local of_a_time = yanhu.pattern "(同期|去年|上年)的$|(高于|低于|超过|突破)[^，；。、]*(年|时期|期间|规定|计划|要求|原定|预定|预计|预期|预测)的$"
local ops = { ["超过"] = ">", ["突破"] = ">", ["不低于"] = "≥", ["不得低于"] = "≥", ["不少于"] = "≥", ["高于"] = ">", ["不到"] = "<", ["不足"] = "<", ["低于"] = "<" } -- others ≤

-- 补贴不低于上年成本的三成: the bound stands before the whole that the figure is a part of; the token before it, else j.
local function bounds_a_part(cell, tokens, i, j, floor)
  local q, d = cell.q, cell.q.dimension
  if tokens.bits[i - 1] & DE == 0 or i - 1 <= floor or d ~= "percent" and d ~= "times" or q.op ~= "=" or not q.value then return j end
  local from = tokens.at[math.max(cell.clause, floor + 1)]
  local before = cell.s:sub(from, cell.token.from - 1)
  local at, _, word = bounded:find(before)
  if not at or of_a_time:test(before) then return j end
  q.op = ops[word] or "≤"
  if q.op == "≥" or q.op == ">" then q.high = nil else q.low = nil end
  cell.bounded = true
  cell.verb, cell.reach, cell.rise, cell.fall, cell.base, cell.against = moved, moved, nil, nil, nil, nil
  local k = i - 1
  while k > floor and tokens[k].from >= at + from - 1 do k = k - 1 end
  return k
end

local moved_to = yanhu.pattern "^[^，。；、的]{1,4}[到至为成]$"
local passed_through = { ["经过"] = true, ["通过"] = true }
local circumstance = yanhu.dictionary { "标准下", "条件下", "情况下", "支持下", "帮助下", "带动下", "推动下", "努力下" }
local in_deed = yanhu.pattern "^(在.+中)?争取$"

-- 4.为6000名妇女开展筛查: an enumerator within the line belongs to no noun.
local function behind_enumerator(tokens, s, floor)
  if tokens.bits[floor + 1] & NUMERAL == 0 then return floor end
  local dot = tokens[floor + 2]
  dot = dot and s:sub(dot.from, dot.to)
  return (dot == "." or dot == "．") and floor + 2 or floor
end

-- 财政收入突破百亿大关、|达到106亿元: what stands behind 、 without a noun of its own is said of the clause's subject.
local passes_it = yanhu.pattern "^(超过|突破|高于|低于)"

local place = yanhu.dictionary { "省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "街道", "园", "级" }

-- Does a verb stand at token k, or that nothing changes: no noun that a figure before it could measure?
local function tells_on(cell, tokens, k)
  return tokens.bits[k] & ACT_OR_NOUN == ACT and not cell.actor or right.unchanged:longest(cell.s, tokens.at[k]) ~= nil
end

local MEASURES, MOVES_OR_REACHES = any "relation indicator share", any "rise fall reach"
local ACT_OR_NOMINAL, DOING, BEHIND_A_SHARE, LEVEL = any "act nominal", any "act adverb", any "figure stop list close rise fall reach", each "level"

local norms = yanhu.dictionary { "警戒线", "红线", "合理线", "标准线", "合理水平", "合理区间" }

-- Is 80%的… a share of what stands before it (债务率保持在低于300%的警戒线, 制茶行业现行17%的费率降至12%)? 在枯水季节八成的水田 and 每县选取
-- 三成的村推行积分制 speak of the noun behind.
local function owns_share(cell, tokens)
  local bits, s, first, final = tokens.bits, cell.s, cell.left_first, cell.left_last
  if bits[cell.i - 1] & LISTED ~= 0 or s:find("^在", tokens[first].from) then return false end
  return bits[final] & MEASURES ~= 0 or bits[cell.right_last + 1] & MOVES_OR_REACHES ~= 0 and bits[cell.right_last + 2] & FIGURE ~= 0
    and tokens[cell.right_last + 2].m.unit == cell.q.unit or bits[first - 1] & IN ~= 0
    or norms:ending(s, tokens.at[cell.right_last + 1] - 1) ~= nil -- 消费率超过50%的警戒线
    or cell.q.op == "<" and subjects.measures(s:sub(tokens.at[first], tokens.at[final + 1] - 1))
end

local speed = yanhu.dictionary { "速度", "增长速度", "平均速度", "增速", "速率" }
local ADVERB_OR_PERIOD = any "adverb period span"
local PARTS_SPEED = any "stop list figure open close"

-- 总产值以年均7%的速度增长: how fast what stands before 以 grows.
local function reads_speed(cell, tokens, floor)
  local bits, k = tokens.bits, cell.i - 1
  while k > floor and bits[k] & WITH == 0 and bits[k] & PARTS_SPEED == 0 do k = k - 1 end
  if k <= floor or bits[k] & WITH == 0 then return end
  cell.verb, cell.rise, cell.prep, cell.de = cell.verb or more, cell.rise or more, nil, nil
  cell.right_first, cell.right_last, cell.left_first, cell.left_last = nil, nil, nil, nil
  k = k - 1
  while k > floor and bits[k] & ADVERB_OR_PERIOD ~= 0 and bits[k] & NOUN == 0 do k = k - 1 end
  if k > floor then cell.left_first, cell.left_last = left.phrase(cell, tokens, k, floor) end
end

local PLAIN, LOUD, PLACES = any "text noun", each "loud", any "rank all"

-- 成交额居|全省茶叶市场|第一位: among whom a place is told, between 居 and the rank, is the rank's scope. The token where it begins, else i.
local function scope_of_rank(cell, tokens, i, floor)
  local bits, k = tokens.bits, i - 1
  while k > floor and bits[k] & PLAIN ~= 0 and bits[k] & LOUD == 0 do k = k - 1 end
  if k == i - 1 or k - 1 <= floor or bits[k] & SCOPE == 0 or bits[k - 1] & PLACES == 0 then return i end
  local scope, q = cell.s:sub(tokens.at[k], cell.token.from - 1), cell.q
  q.text, q.start = scope .. q.text, q.start - utf8.len(scope)
  return k
end

-- What governs a noun phrase without a verb of its own: a verb that we do not know, or one that ends it. `named`: its only token, or false.
local function governed(cell, tokens, floor, named)
  local s, bits, i, t = cell.s, tokens.bits, cell.i, cell.token
  if named and bits[named] & TEXT ~= 0 and bits[named - 1] & EACH ~= 0 and not cell.verb and tokens.at[named + 1] - tokens.at[named] == 6 then
    cell.verb, cell.each = unwritten "达到", true -- A、B分别|使用|78亿元、41亿元: a verb that we do not know
    cell.left_first, cell.left_last = left.phrase(cell, tokens, named - 2, floor)
  end
  local could = named and named == i - 1 and named - 2 > floor and bits[named] & TEXT ~= 0 and not cell.verb and bits[named - 1] & ADVERB ~= 0 and modal[tokens[named - 1].w.word]
  if could and tokens.at[i] - tokens.at[named] == 6 then
    local k = named - 2
    while k > floor and bits[k] & PEELS ~= 0 do k = k - 1 end
    local first, last = left.phrase(cell, tokens, k, floor)
    if first then cell.verb, cell.left_first, cell.left_last = unwritten "达到", first, last end -- 公积金|可以|积累|三亿元
  end
  local final = cell.left_last -- 总产|保|5亿斤，|争|6亿斤
  local one = final == i - 1 and tokens.at[i] - tokens.at[final] == 3 -- a single character before the figure
  if one and bits[final] & TEXT ~= 0 and not cell.verb and pledges[s:sub(tokens.at[final], tokens.at[i] - 1)] then
    cell.verb = unwritten "达到"
    if named then cell.left_first, cell.left_last = nil, nil else cell.left_last = final - 1 end
  end
  local _, _, how = nil, nil, nil
  local ended = final == i - 1 and s:byte(t.from - 1) == LAST_OF_LE and bits[final] & TEXT ~= 0 and not cell.verb -- …了 before the figure
  if ended and cell.q.dimension ~= "percent" then
    _, _, how = overdone:find(s:sub(tokens.at[final], tokens.at[i] - 1))
  end
  if how then -- 信贷|多放了|十五亿元
    cell.verb = how == "多" and more or less
    if how == "多" then cell.rise = more else cell.fall = less end
    if tokens.at[i] - tokens.at[final] > 9 then
      cell.cut = 9
    elseif named then
      cell.left_first, cell.left_last = nil, nil
    else
      cell.left_last = final - 1
    end
  end
  if ended and not named and not cell.verb and not cell.cut and bits[final - 1] & ADVERB ~= 0 and cell.q.dimension ~= "time" and did:test(s:sub(tokens.at[final], tokens.at[i] - 1)) then
    final = final - 1
    while final > cell.left_first and bits[final] & ADVERB ~= 0 and bits[final] & NOUN == 0 do final = final - 1 end
    cell.verb, cell.left_last = unwritten "达到", final -- 楼堂馆所|就|盖了|三百处
  end
  if named and ended and not cell.verb and named == cell.left_first and cell.q.dimension ~= "time" and did:test(s:sub(tokens.at[named], tokens.at[i] - 1)) then
    cell.verb, cell.left_first, cell.left_last = unwritten "达到", nil, nil -- 十年就|修了|一万五千公里
  end
end

-- What the noun phrase behind the figure has to do with what stands before it. `counts`: things or people are counted; `as`: the verb is 为.
local function follow(cell, tokens, counts, as)
  local s, bits, i = cell.s, tokens.bits, cell.i
  if cell.right_first and counts and cell.actor and cell.left_last == i - 1 and cell.right_first == cell.right_last and bits[cell.right_first] & ACT_OR_NOUN == ACT then
    cell.right_first, cell.right_last = nil, nil -- 安排待业青年二万人|就业
  end
  if cell.right_first and cell.left_first and not counts and not cell.verb and not cell.de and tells_on(cell, tokens, cell.right_first) then
    tokens.told_on = tokens.told_on or {} -- 主干渠我县段42公里|投入使用; 定购任务30万斤|不变
    table.insert(tokens.told_on, cell)
  end
  if as and counts and cell.right_first and cell.left_first and cell.verb == tokens[i - 1] and bits[cell.right_last + 1] & ACT ~= 0 then
    cell.left_first, cell.left_last, cell.prep, cell.verb = nil, nil, cell.verb, nil -- 担保机构|为1.9万户小微主体|提供担保
  end
  if cell.right_first and counts and sums_up:test(s, tokens.at[cell.right_first]) then
    cell.right_first, cell.right_last = nil, nil -- 新增30家|总数达到120家
  end
end

-- 80%的村建成卫生室: what a share is of, and what it is a share in.
local function share_out_of(cell, tokens, floor)
  local s, bits = cell.s, tokens.bits
  if cell.de and cell.right_first and (cell.q.dimension == "percent" or cell.q.dimension == "points") and speed:longest(s, tokens.at[cell.right_first]) then
    reads_speed(cell, tokens, floor)
  end
  local share_of = cell.de and cell.right_first and cell.q.dimension == "percent" and not cell.verb
  if share_of and cell.left_first and not owns_share(cell, tokens) then cell.left_first, cell.left_last = nil, nil end
  local behind = share_of and tokens[cell.right_last + 1]
  if share_of and not cell.left_first and not (behind and behind.w and M.denies[behind.w.word]) then -- 80%的村建成卫生室
    local k = cell.right_last
    while bits[k + 1] ~= 0 and bits[k + 1] & BEHIND_A_SHARE == 0 and k - cell.right_first < 8 do k = k + 1 end
    if bits[k + 1] & MOVES ~= 0 and (bits[k + 1] | bits[k]) & RELATION_OR_ADVERB == 0 and bits[k + 2] & STOP ~= 0 then k = k + 1 end -- 九成的茶农税负|下降
    if bits[k + 1] & FIGURE == 0 then cell.right_last = k end
  end
end

-- Finds what a cell says. `compares`: the sentence has a 比 or a 不; `than`: where its first 比 is.
local function complete(cell, tokens, floor, last, compares, than)
  local s, bits, i, t, clause = cell.s, tokens.bits, cell.i, cell.token, cell.clause
  local counts = M.countable[cell.q.dimension]
  local j = governors.peel(cell, tokens, cell.q.kind == "rank" and scope_of_rank(cell, tokens, i, floor) or i, floor)
  if compares then j = against_a_year(cell, tokens, i, j, floor, than) end
  j = bounds_a_part(cell, tokens, i, j, floor)
  if j - 1 > floor and bits[j] & TEXT ~= 0 and bits[j - 1] & LEVEL ~= 0 and not cell.verb and s:sub(tokens.at[j], tokens.at[j + 1] - 1) == "一个" then
    cell.verb = tokens[j - 1] -- 粮食产量登上|一个|25亿斤的台阶
    j = j - 2
  end
  if j > floor + 1 and bits[j] & LIST ~= 0 and (cell.verb or passes_it:test(cell.q.text)) then
    cell.joined = j
  else
    cell.left_first, cell.left_last = left.phrase(cell, tokens, j, floor)
  end
  local first = cell.left_first
  local named = first and first == cell.left_last and first
  if first and not cell.verb then governed(cell, tokens, floor, named) end
  if named and (cell.adjacent or cell.verb) and tokens.at[named + 1] - tokens.at[named] == 3 and s:sub(tokens.at[named], tokens.at[named + 1] - 1) == "先" then
    cell.left_first, cell.left_last = nil, nil -- 今年|先|安排600万元
  end
  if named and cell.q.dimension == "money" and floor == named - 1 and floor > clause and tokens[floor].m.value == 1 and s:sub(tokens.at[named], tokens.at[named + 1] - 1) == "兑" then
    local k = floor - 1 -- 汇率由|1美元兑|8元; 汇率为|1美元兑|8元
    if bits[k] & FROM ~= 0 then cell.from_base = true elseif bits[k] & LEVEL ~= 0 then cell.verb = tokens[k] else k = floor end
    cell.left_first, cell.left_last = left.phrase(cell, tokens, k - 1, clause - 1)
  end
  if cell.left_first and cell.left_first > clause + 1 then left.of_a_whole(cell, tokens, floor) end
  local verb = cell.verb
  local as = verb and verb.w.word == "为"
  first = cell.left_first
  if first and verb then
    local final = cell.left_last
    if bits[first - 1] & PREP ~= 0 and bits[i - 1] & ACT ~= 0 and verb == tokens[i - 1] and not as
      and not cell.reach and first - 1 > floor and tokens[first - 1].w.word == "为" then -- 为国家|节约20亿元
      cell.actor, cell.adjacent, cell.verb, cell.rise, cell.fall, cell.left_first, cell.left_last = verb, true, nil, nil, nil, nil, nil
    elseif as and cell.q.dimension == "people" and first == final and bits[first] & ACT_OR_NOMINAL == ACT -- 免费为200名老人实施手术
      or bits[final] & ACT ~= 0 and tokens[final].w.word == "争取" and in_deed:find(s:sub(tokens.at[first], tokens.at[final + 1] - 1)) -- 增长6%，在实际工作中争取达到7%
      or as and counts and first > 1 and tokens[first - 1].w and tokens[first - 1].w.word == "以" then -- 以协议价为24个县供煤
      cell.left_first, cell.left_last = nil, nil
    elseif first < final and bits[final] & ACT ~= 0 and tokens[final].w.word == "争取" then -- 粮食|争取|达到
      cell.left_last = final - 1
    end
  end
  if cell.reach and cell.left_first and cell.left_first - 1 > floor and passed_through[bits[cell.left_first - 1] & WORD ~= 0 and tokens[cell.left_first - 1].w.word] then
    cell.left_first, cell.left_last = nil, nil -- 经过治理|回落到2%
  end
  if as and not cell.left_first then cell.prep = cell.verb end
  if bits[i - 1] & TEXT ~= 0 and cell.left_last == i - 1 and cell.actor and not place:ending(s, t.from - 1) then cell.noun_before = true end
  cell.right_first, cell.right_last = right.phrase(cell, tokens, i, last)
  if cell.right_first then follow(cell, tokens, counts, as) end
  if cell.examples and not cell.right_first and bits[i + 1] & DOING == 0 and cell.examples - 1 > floor then -- 新增企业、商户等超过100万户
    cell.left_first, cell.left_last = left.phrase(cell, tokens, cell.examples - 1, floor)
  end
  if cell.left_first and not cell.verb and cell.right_first == i + 1 and bits[cell.left_last] & MEASURES == 0 then
    local of_it = cell.q.unit == "" and bits[i - 1] & DE ~= 0 -- 6个乡的|9.8万贫困人口, 受灾的|近2万渔民
    local beside = cell.q.dimension == "percent" and bits[i - 1] & LISTED ~= 0 -- 各码头和|60%以上渔船
    if of_it or beside then cell.left_first, cell.left_last = nil, nil end
  end
  local behind, of_it = bits[i + 1], bits[i - 1] & DE ~= 0
  if behind & REACH ~= 0 and cell.left_first and not cell.verb then
    local dated = cell.left_first - 1 -- 由上年逆差12亿元|转为顺差5亿元
    if dated - 1 > floor and bits[dated] & PERIOD ~= 0 and bits[dated - 1] & FROM ~= 0 then
      cell.from_base, cell.time = true, tokens[dated]
    elseif dated > floor and bits[dated] & FROM ~= 0 and bits[i + 2] & FIGURE == 0 then
      cell.from_base = true -- 由|亏损|2.1亿元转为盈利
    end
  end
  -- 补贴从|每生每天|5元提高到8元; 上限由|贷款额|40万元放宽到90万元: what the base is measured in
  local moves_on = behind & REACH ~= 0 and bits[i + 2] & QUANTITY ~= 0 and tokens[i + 2].m.unit == cell.q.unit
  local next_clause = of_it and behind & STOP ~= 0 and bits[i + 2] & REACH ~= 0 and bits[i + 3] & QUANTITY ~= 0 and tokens[i + 3].m.unit == cell.q.unit
  if moves_on or next_clause or tokens.per then
    local opener = cell.left_first and not cell.verb and cell.left_first - 1
    if moves_on and cell.left_first and not cell.verb and not cell.from_base then cell.from_base = true end -- 茶厂12家|增至36家
    if (moves_on or next_clause) and of_it then -- 速度由|原计划的|6%调整为8%
      opener = i - 2
      while opener > floor and i - opener < 6 and bits[opener] & FROM == 0 do opener = opener - 1 end
    end
    if opener and opener > floor and bits[opener] & FROM ~= 0 and (tokens.per and cell.left_first and s:find("^每", tokens.at[cell.left_first])
      or (moves_on or next_clause) and opener - 1 > floor) then -- 学生由解放前最高年份的五千人，增加到四万人
      cell.from_base = true
      opener = opener - 1
      while opener > floor and bits[opener] & PEELS ~= 0 do opener = opener - 1 end -- 自给率|也|由上年的四成提高到
      cell.left_first, cell.left_last = left.phrase(cell, tokens, opener, floor)
    end
  end
  if of_it and than and behind & MOVES ~= 0 and bits[i + 2] & FIGURE ~= 0 and not cell.verb and governors.than_before(tokens, i - 2, clause - 1) then
    cell.versus, cell.left_first, cell.left_last, cell.right_first, cell.right_last = true, nil, nil, nil, nil -- 比计划规定的三亿元|多5%
  end
  if of_it and bits[i - 2] & TEXT ~= 0 and bits[i - 3] & THAN ~= 0 and not cell.verb and olden:test(s:sub(tokens.at[i - 2], tokens.at[i - 1] - 1)) then
    cell.versus, cell.left_first, cell.left_last = true, nil, nil -- 比解放初期的四点五平方米减少
  end
  if cell.left_last and not cell.verb and (cell.right_first or behind & FIGURE ~= 0) and circumstance:ending(s, tokens.at[cell.left_last + 1] - 1) then
    cell.left_first, cell.left_last = nil, nil -- 现行标准下3.6万贫困人口脱贫
  end
  if cell.de and cell.right_first then share_out_of(cell, tokens, floor) end
  if cell.right_first and cell.right_last > cell.right_first and bits[cell.right_last] & ADVERB ~= 0 and compared[tokens[cell.right_last].w.word] then
    cell.right_last = cell.right_last - 1 -- 38%的企业营收|同比下降
  end
end

--- The cells of a sentence, in order. A bound inside a noun is no boundary for the figure that counts the noun.
function M.read(tokens, s)
  local cells, values, bits = {}, tokens.values, tokens.bits
  local last = #tokens
  local compares, denies = says.ask(tokens, s)
  local than = compares and s:find("比", 1, true)
  compares, tokens.told_on = compares or denies, false
  tokens.asides = asides.read(tokens) or false
  for n = 1, #values do
    local i = values[n]
    if inner.holds(tokens, values, n, s) then tokens[i].swallowed = true else bits[i] = bits[i] | OUTER end
  end
  local sides, count = tokens.asides, 0
  for index = 1, #values do
    local n, i = index, values[index]
    local t, floor, clause = tokens[i], tokens.floors[n], tokens.clauses[n]
    while floor > 0 and bits[floor] & FIGURE ~= 0 and bits[floor] & OUTER == 0 do
      n = n - 1
      floor = tokens.floors[n]
    end
    local aside
    if sides then floor, clause, aside = asides.within(tokens, n, i, floor, clause) end
    if bits[floor + 1] & NUMERAL ~= 0 then floor = behind_enumerator(tokens, s, floor) end
    local q = t.m
    local cell = { s = s, tokens = tokens, i = i, token = t, q = q, clause = clause, floor = floor, swallowed = t.swallowed or nil,
      index = count + 1, aside = aside,
      -- some of what the parts that follow find, named here so that the table has its size at once
      left_first = nil, left_last = nil, verb = nil, previous = nil, following = nil, group = nil, place = nil }
    complete(cell, tokens, floor, last, compares, than)
    -- parallel to the value before it: nothing but 、 or 和 between, or a noun and the same clause
    local before = cells[count]
    if before and before.swallowed then before = cells[count - 1] end
    if before then
      local other, ratio = before.q, q.dimension == "ratio"
      if ratio and other.dimension == "ratio" and not before.verb and bits[i - 1] & LIST ~= 0 then cell.from_ratio = before.from_base or before.from_ratio end
      if (before.from_base or before.from_ratio and ratio) and (not cell.verb or cell.verb.w.word == "为" and cell.verb == tokens[i - 1]) -- 由5%|调|为6%
        and other.unit == q.unit and before.i == floor and moved_to:test(s:sub(before.token.to + 1, t.from - 1)) then -- 由120张拓到300张: whatever the verb is
        cell.verb, cell.reach = moved, moved
        cell.left_first, cell.left_last, before.right_first, before.right_last = nil, nil, nil, nil
        before.moved = true
      end
      if before.from_base and q.unit == "" and q.text == "零" then q.unit, q.dimension = other.unit, other.dimension end -- 由5%降至零
      if before.clause == clause then
        cell.previous = before
        cell.bare = i - before.i == 1 or i - before.i == 2 and bits[i - 1] & LISTED ~= 0
      end
    end
    count = count + 1
    cells[count] = cell
  end
  share_out(cells, tokens)
  if tokens.told_on then
    for _, cell in ipairs(tokens.told_on) do cell.right_first, cell.right_last = nil, nil end
  end
  part_doers(cells, tokens)
  return cells
end

return M
