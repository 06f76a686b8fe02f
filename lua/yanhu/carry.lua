-- What a clause takes over from those before it: the subject, the subjects that a list of values shares, and the words
-- that govern a row of values (分别增长8.3%、7.9%).

local subjects = require "yanhu.subjects"
local classes = require "yanhu.classes"
local word_set = require "yanhu.word_set"

local M = {}

local each, any, words = classes.each, classes.any, classes.words
local WORD, TEXT, PERIOD, OUTER, NUMERAL, QUANTITY = each "word text period outer numeral quantity"
local ACT, NOUN, NOMINAL, ADVERB, STOP, LEVEL, DE, AND, PUSH, PREP = each "act noun nominal adverb stop level de and push prep"

-- 就全国来说, 据抽样调查, 按可比口径计算, 创历史新高, 跨上新台阶: a clause that only says how to look at the one beside it.
local viewed = yanhu.dictionary { "结果", "来说", "说来", "来看", "看来", "而言", "计算", "统计", "推算", "测算", "因素", "在内", "这就是说", "也就是说", "换句话说" } -- at its end
local viewpoint = yanhu.pattern("经[^，]*(批准|同意|授权|核准)$|据[^，]*(调查|报告|反映|统计)$"
  .. "|(再次?|又|均|都)?(创|创下|刷新|打破)了?[^，]*(历史|新高|纪录|记录|水平)"
  .. "|(再次?|又|成功|首次|全面|连续)?(迈上|跨上|登上|跃上|再上|踏上|站上|迈入|跨入|取得|实现|迎来|呈现)[^，]*(台阶|高度|水平|成效|突破|跨越|进展|成绩|局面|态势)$"
  .. "|(并|已|均|胜利|基本)*(提前|如期|超额|全面|圆满|胜利)[^，]*(完成|实现|达到)了?[^，]*(指标|目标|任务|计划|要求|规划)$"
  .. "|(由于|因为|因|虽然|尽管|如果|只要|为了|除去|除了|扣除|减去|不算|不计|原定|原计划|距离|加上|再加上|连同)|除[^，]*外$|(这样|总之|同时|结果|因此|所以|由此|此外|其次|首先|例如|比如|其中)$", "a")

local IN, BY, THAN = words "在", words "按", words "比 较"
local priced = yanhu.pattern "[^，]按[^，]*计算$"
local range = yanhu.pattern "^从[^，]+到[^，]+$"

local opens_none = word_set "在 随着 面对 按照 经过 根据 围绕 针对"
local NAMES_ON = any "de relation" -- 最低生活保障的覆盖人数: a verb before 的 or a measuring noun is a part of the name
local LEADS, NEVER_NAMES = any "de and list push scope prep stop level", any "stop rise fall reach each all"
local ADVERB_INSIDE, PUSH_OR_ACT = any "adverb inner", any "push act"

-- Is the word of these bits none of a subject that has not begun? After 和 and 与 a verb is the second of two.
local function stands_before(b, before)
  return b & LEADS ~= 0 or b & ADVERB_INSIDE == ADVERB or b & ACT ~= 0 and (b & NOMINAL == 0 or before & AND ~= 0)
end

-- Does the word end a subject? `begun`: there is one; `behind`: what stands behind the word.
local function ends_subject(b, begun, behind)
  if b & NEVER_NAMES ~= 0 or b & ADVERB_INSIDE == ADVERB or b & PUSH_OR_ACT == PUSH then return true end
  if begun and behind & NAMES_ON ~= 0 then return false end
  return b & LEVEL ~= 0 or begun and b & ACT ~= 0
    and not (b & NOMINAL ~= 0 and behind & TEXT ~= 0) -- 创业板上市企业实现…: a verb that is a noun too, with a plain noun behind it
end

local SHARE, share_of = each "share", yanhu.pattern "占.+的?(比重|比例|份额|比率)$"
local measured = yanhu.dictionary { "量", "率", "额", "数" }
local pronouns = word_set "头 前 上 它 它们 他们 其"
local part_of = yanhu.pattern "中(所占|占)?的?(比重|比例|份额)$"
-- What a clause says of its subject without a figure.
local fares = yanhu.dictionary(yanhu.split "自给有余 喜获 喜迎 大丰收 获丰收 获得丰收 异军突起 方兴未艾 突飞猛进 蓬勃 迅猛 红火 兴旺 活跃 充足 大见成效 初见成效 成效 势头 喜人 回暖 向好 趋好 走旺 畅旺 再创 又创 创下 创造了 刷新 打破 持平 基本持平 大体持平 先抑后扬 先扬后抑 高开低走 低开高走 先降后升 先升后降 先快后慢 先慢后快 有升有降 有增有减")
local stays = word_set "持平 基本持平 大体持平"
-- What a clause speaks of and no figure measures: 粮食连年丰收，供给充足，产量….
local idle = yanhu.dictionary(yanhu.split "供给 供应 需求 供求 供需 形势 态势 势头 局面 面貌 品种 后劲 活力 气氛 信心")
local causes = yanhu.dictionary { "由于", "因为" }
local for_use = yanhu.pattern "用于[^，]{2,30}的(投入|支出|资金|经费|补助|投资|贷款|拨款|比例|比重)$"
local reckons = yanhu.pattern "(因素|计算|口径)$"

local PLAIN, SETS = any "text noun nominal relation indicator list and", any "prep"
local ON_THE_WAY = yanhu.pattern "([上下中里内时后前]|同时|期间|方面|以来)$"

-- 政府拨款为工人建造的|宿舍，在山区修筑的|公路: what stands behind the last 的 of a clause that a preposition breaks off, or behind a
-- verb with it (建成投产的|项目).
local function head_of_clause(s, tokens, from, to)
  local bits, k, last = tokens.bits, to, tokens.at[to + 1] - 1
  while k > from and bits[k] & PLAIN ~= 0 do k = k - 1 end
  if k == to or k <= from + 1 or bits[k] & DE == 0 or bits[k - 1] & ACT == 0 and not classes.among(bits, from, k - 1, SETS) or subjects.leans(tokens, k + 1, to) then return nil end
  if ON_THE_WAY:test(s:sub(tokens.at[k + 1], last)) then return nil end
  return s:sub(tokens.at[k + 1], last), k + 1, to
end

local END_OF_LE, END_OF_DE = ("了"):byte(-1), ("的"):byte(-1)

-- The subject of a clause without a figure: its first noun phrase.
local RELATION, yearly = each "relation", word_set "每年 平均每年 全年 历年 每人 平均每人 每户 每亩 每人每年"
local REACHED, UNTO = words "达到 达到了", words "至 到"

local function clause_subject(s, tokens, from, to)
  if from > to then return nil end
  local bits = tokens.bits
  local opener = bits[from] & WORD ~= 0 and tokens[from].w.word
  if opener == "是" or opener == "也是" or opener == "就是" then return nil end -- 是历史上最高的一年: told of what was named before
  if opens_none[opener] then
    if opener == "在" then return head_of_clause(s, tokens, from, to) end -- 在山区修筑的|公路，全长…
    return nil
  end
  if tokens.has & BY ~= 0 and bits[to] & WORD == 0 and priced:test(s:sub(tokens.at[from], tokens.at[to + 1] - 1)) then -- 产值|按1990年价格计算，从A增加到B
    for k = to, from + 1, -1 do
      if bits[k] & BY ~= 0 then to = k - 1 break end
    end
  end
  if to > from and bits[to] & ADVERB ~= 0 and reckons:test(tokens[to].w.word) then to = to - 1 end -- 居民收入|扣除价格因素，增长8%
  local clause = s:sub(tokens.at[from], tokens.at[to + 1] - 1)
  if viewed:ending(clause, #clause) or viewpoint:test(clause) or opener == "从" and range:test(clause) then return nil end -- 从中央到地方，一律
  local first, last
  for k = from, to do
    local b = bits[k]
    if not first and (b & REACHED ~= 0 or b & QUANTITY ~= 0 and tokens[k].m.unit == "年") then return nil end -- 首次全面达到国家标准, 三年|完成: that is no subject
    if b & PERIOD ~= 0 then
      if first then break end
    elseif b & OUTER ~= 0 then
      if first or tokens[k].m.unit ~= "次" then break end -- 三次|提高职工工资
    elseif b & WORD == 0 or b & NOUN ~= 0 then
      if first or b & NUMERAL == 0 then first, last = first or k, k end
    elseif not first then
      if b & PREP ~= 0 and tokens[k].w.word == "因" then return nil end -- 2000年以来因旱灾有所减少
      if b & ACT ~= 0 and bits[k + 1] & TEXT ~= 0 and measured:longest(s, tokens.at[k + 1]) then
        first, last = k, k -- 收购|量|只完成任务的九成
      elseif not stands_before(b, bits[k - 1]) then
        if ends_subject(b, false, 0) then break end
        first, last = k, k
      end
    elseif b & UNTO ~= 0 and bits[k - 1] & TEXT ~= 0 and bits[k + 1] & TEXT ~= 0 then
      last = k -- 东山|至|西河高速公路
    elseif b & ACT ~= 0 and bits[k - 1] & AND ~= 0 then
      first, last = nil, nil -- 规范和提升热线服务: the object of both verbs
    elseif b & SHARE ~= 0 and share_of:test(clause) then -- 排灌面积|占全部灌溉面积的比例，由…
      last = to
      break
    elseif b & THAN ~= 0 then
      break -- 收支状况|比预计的好
    elseif b & IN ~= 0 and part_of:test(clause) then -- 积累|在国民收入中所占的比重，由…
      last = to
      break
    elseif b & PUSH ~= 0 and tokens[k].w.word == "用于" and for_use:test(clause) then
      last = to -- 县财政|用于|渔业的投入，由…
      break
    elseif b & IN ~= 0 or ends_subject(b, true, bits[k + 1]) then -- 粮食产量|在遭受水旱灾害的情况下
      if b & ADVERB ~= 0 and yearly[tokens[k].w.word] and bits[to] & RELATION ~= 0 and bits[to - 1] & DE ~= 0 then -- 农民|每年|交售的数量
        last = to
        break
      end
      local head, begins, ends = head_of_clause(s, tokens, from, to)
      if head then return head, begins, ends end
      break
    else
      last = k
    end
  end
  while first and first < last and bits[first] & DE ~= 0 do first = first + 1 end
  if not first or first == last and bits[first] & ADVERB_INSIDE == ADVERB_INSIDE then return nil end -- 八月份|最高
  local text = s:sub(tokens.at[first], tokens.at[last + 1] - 1)
  local cause = tokens.says.causes and causes:find(text)
  if cause and cause > 1 then text = text:sub(1, cause - 1) end -- 财政收入由于减税，预计26亿元
  local says = bits[last] & TEXT ~= 0 and fares:find(text)
  if says == 1 and bits[last] & TEXT ~= 0 and stays[text] then return nil end -- 二季度持平
  if says and says > 6 then text = text:sub(1, says - 1) end -- 茶叶|喜获丰收, 乡镇企业|异军突起
  local final = text:byte(-1) -- looked at before the end is cut out
  if final == END_OF_LE and text:sub(-#"了") == "了" or text == "用" or text == "靠" or pronouns[text] or #text <= 15 and text:sub(1, #"它") == "它" then return nil end -- 摆脱了负增长: a verb
  if final == END_OF_DE and text:sub(-#"的") == "的" then text = text:sub(1, -#"的" - 1) end -- 经济作物的|增产幅度更大
  return text, first, last
end

local BEHIND, doings = any "behind", word_set "发展 工作 建设"

-- 煤矿发展方面，…: the topic that the sentence opens with, for a clause of deeds (推动矿井建设) after it.
local function topic(s, tokens, from, to)
  local bits = tokens.bits
  if bits[to] & BEHIND == 0 or to <= from or tokens[to].w.word ~= "方面" then return nil end
  local first = tokens[from].w and tokens[from].w.word == "在" and from + 1 or from
  local final = to - 1
  if final > first and bits[final] & WORD ~= 0 and doings[tokens[final].w.word] then final = final - 1 end
  return s:sub(tokens.at[first], tokens.at[final + 1] - 1), first, final
end

local ACT_OR_NOMINAL = any "act nominal"

local function tells_deeds(bits, from) return bits[from] & PUSH ~= 0 or bits[from] & ACT_OR_NOMINAL == ACT end

local LIST, CHANGES = each "list", any "rise fall span period push"

local contested = yanhu.pattern "^在[^，]*(考核|评比|评价|测评|评估|考评|竞赛|检查|督查)中$"

-- Where the clause begins that ends before token k.
local function start_of(bits, k)
  k = k - 1
  while k >= 1 and bits[k] & STOP == 0 do k = k - 1 end
  return k + 1
end

local share_in = yanhu.pattern "^(.+?)在.+中(所占|占)?的?(比重|比例|份额)?$"

--- A在甲中的比重: A.
function M.unparted(text)
  local parts = share_in:match(text)
  return parts and parts[1] or text
end

-- What the clauses before a cell talk about: the last fact's indicator, or a bare clause's subject.
function M.subject(cell, facts, before)
  local tokens, bits, s = cell.tokens, cell.tokens.bits, cell.s
  local from = cell.clause
  local nth = #facts
  while nth > 0 and facts[nth].cell.aside and facts[nth].cell.aside ~= cell.aside do nth = nth - 1 end -- 12所（其中…8所），增长5%
  local last_fact = facts[nth]
  if cell.within then -- 显示产业在价格下降15%的情况下产值仍增长5%
    local k = from
    while k < cell.i and bits[k] & IN == 0 do k = k + 1 end
    local text, first, last = clause_subject(s, tokens, from, k - 1)
    if text then return { text = text, first = first, last = last, bare = true } end
  end
  if last_fact and last_fact.cell.clause == from then return last_fact end
  if cell.actor and not cell.left_first and #facts > 1 then -- 新增上市公司5家，募资9亿元；今年新增8家; 其中…，今年新增8家
    for k = #facts, math.max(1, #facts - 6), -1 do
      if facts[k].actor == cell.actor.w.word then return facts[k] end
    end
    local opener = tokens[last_fact.cell.clause].w
    if opener and opener.word == "其中" then last_fact = facts[#facts - 1] end
  end
  if cell.floor >= from or cell.joined then -- 总量迈上4个台阶、达1.2万亿元: a figure that is no fact stands between
    local text, first, last = clause_subject(s, tokens, from, cell.joined and cell.joined - 1 or cell.floor)
    if text then return { text = text, first = first, last = last, bare = true } end
  end
  if not cell.left_first or cell.left_first > from + 1 and subjects.leans(tokens, cell.left_first, cell.left_last) then -- 满意度逐年攀升、达98%
    local k = (cell.left_first or cell.i) - 1
    while k > from and bits[k] & LIST == 0 do k = k - 1 end
    if k > from and classes.among(bits, from + 1, k - 1, CHANGES) then
      local text, first, last = clause_subject(s, tokens, from, k - 1)
      if text then return { text = text, first = first, last = last, bare = true } end
    end
  end
  local k = from - 1
  local furthest = k - 60
  local opening = tokens.asides and tokens.asides.opening
  local deeds -- the object of a clause of deeds, unless a topic stands before it
  while k > 1 and k > furthest do -- the clause before
    local start = 0
    if opening then
      start = k - 1
      while start >= 1 and bits[start] & STOP == 0 do start = (opening[start] or start) - 1 end
    else
      for n = k - 1, 1, -1 do
        if bits[n] & STOP ~= 0 then start = n break end
      end
    end
    if last_fact and last_fact.cell.i > start then return deeds or last_fact end
    local text, first, last = topic(s, tokens, start + 1, k - 1)
    if text then return { text = text, first = first, last = last, bare = true } end
    if cell.q.kind == "rank" and not deeds then -- 在全市考核中，我县名列第一
      local contest = contested:find(s:sub(tokens.at[start + 1], tokens.at[k] - 1))
      if contest then return { text = s:sub(tokens.at[start + 1] + #"在", tokens.at[k] - 1 - #"中"), first = start + 2, last = k - 1, bare = true } end
    end
    local clause = bits[start + 1] & IN ~= 0 and s:sub(tokens.at[start + 1], tokens.at[k] - 1)
    if clause and part_of:test(clause) then -- A在甲中所占的比重，由…；在乙中所占的比重，由…
      local owner = last_fact or before
      owner = owner and M.unparted(owner.text)
      if start > 1 and not (last_fact and last_fact.cell.clause == start_of(bits, start)) then -- 入社的农户，在全部农户中的比重，达到…
        owner = clause_subject(s, tokens, start_of(bits, start), start - 1) or owner
      end
      if owner then return { text = owner .. clause, first = start + 1, last = k - 1, bare = true } end
    end
    text, first, last = clause_subject(s, tokens, start + 1, k - 1)
    local general = text and idle:longest(text, 1)
    if general and #text - general <= 6 then text = nil end -- 形势较好
    if text and not deeds then deeds = { text = text, first = first, last = last, bare = true } end
    if deeds and not tells_deeds(bits, start + 1) then return deeds end
    k = start
  end
  return deeds or last_fact or before
end

--- The subject that the tokens from one place to another name, or nil.
function M.subject_of(cell, from, to) return (clause_subject(cell.s, cell.tokens, from, to)) end

--- What the cell's own clause opens with: 税收|完成计划的103%.
function M.opening(cell)
  local tokens, k = cell.tokens, cell.i - 1
  while k >= cell.clause and tokens.bits[k] & LEVEL == 0 do k = k - 1 end
  if k < cell.clause then k = cell.i end
  return (clause_subject(cell.s, tokens, cell.clause, k - 1))
end

--- Where the clause before the cell's begins.
function M.clause_before(cell)
  local bits, k = cell.tokens.bits, cell.clause - 2
  while k >= 1 and bits[k] & STOP == 0 do k = k - 1 end
  return k + 1
end

local among = yanhu.pattern "^在?(.*[^其之])当?中$"

--- 私营工业的产值中，九成…: what the clause before says that the cell's figure is a part of, or nil.
function M.parted_topic(cell)
  local bits, to = cell.tokens.bits, cell.clause - 2
  local from = M.clause_before(cell)
  if from > to or classes.among(bits, from, to, QUANTITY) then return nil end
  local topic = among:match(cell.s:sub(cell.tokens.at[from], cell.tokens.at[to + 1] - 1))
  return topic and topic[1]
end

--- The fact that the sentence told last before this cell, and its cell; nil where there is none.
function M.fact_before(cell)
  local facts = cell.tokens.facts
  return facts[#facts]
end

function M.cell_before(cell)
  local fact = M.fact_before(cell)
  return fact and fact.cell
end

local PART_END = words "； 。"

function M.part_between(tokens, from, to)
  return tokens.parted and classes.among(tokens.bits, from, to, PART_END)
end

-- The subjects that one of the clauses before lists, n of them (n nil: as many as there are); no further back than token `far`.
local function listed_before(cell, n, far)
  local k, tries = cell.clause - 1, 0
  while k >= 1 and tries < 3 do
    local start = k - 1
    while start >= 1 and cell.tokens.bits[start] & STOP == 0 do start = start - 1 end
    if start < far then return nil end
    local text, first, last = clause_subject(cell.s, cell.tokens, start + 1, k - 1)
    k, tries = start, tries + 1
    if text then
      if not n then tries = 3 end
      local parts = subjects.parts(cell.s, cell.tokens, first, last)
      if n and #parts == 1 and n == 2 then parts = subjects.town_and_country(parts[1], cell.each) or parts end
      if not n or #parts == n then return subjects.complete(parts) end
    end
  end
end

-- 化肥、农药用量连续五年下降、|分别减少2%、3%: the n subjects that the clause itself lists before what it tells without a figure.
local function listed_in_clause(cell, n)
  local bits, k = cell.tokens.bits, cell.i - 1
  if cell.left_first or cell.floor >= cell.clause then return nil end
  while k > cell.clause and bits[k] & LIST == 0 do k = k - 1 end
  if k <= cell.clause or not classes.among(bits, cell.clause + 1, k - 1, CHANGES) then return nil end
  local _, first, last = clause_subject(cell.s, cell.tokens, cell.clause, k - 1)
  local parts = first and subjects.parts(cell.s, cell.tokens, first, last)
  return parts and #parts == n and subjects.complete(parts) or nil
end

-- Subjects of the clauses before, one for each of n values (n nil: as many as there are); with `measure` those of such figures.
function M.earlier(cell, n, measure)
  local facts = cell.tokens.facts
  local own = n and listed_in_clause(cell.group[1], n)
  if own then return own end
  local nearest = n and #facts > 0 and listed_before(cell, n, facts[#facts].cell.i) -- …；A和B扣除价格因素，分别增长8%、6%
  if nearest then return nearest end
  local found, clause, shares = {}, nil, nil
  for k = #facts, math.max(1, #facts - 24), -1 do
    local f = facts[k]
    if f.cell.i >= cell.group[1].i or measure and f.measure ~= measure then goto continue end
    if not n and not measure and (f.measure == "share" or f.measure == "level" or f.measure == "count") then -- 精品率提高到41%，产量9万吨、面积3万亩，均居第一
      if shares == nil then shares = f.measure == "share" elseif shares ~= (f.measure == "share") then break end
    end
    if n and f.measure == "share" and f.cell.clause ~= cell.clause and cell.tokens[f.cell.clause].w and cell.tokens[f.cell.clause].w.word == "其中" then
      goto continue -- 接待游客420万人次，其中过夜游客占28%，旅游收入36亿元，增长12%、18%
    end
    if clause and f.cell.clause ~= clause and M.part_between(cell.tokens, f.cell.i, clause) then break end
    if f.cell.clause ~= cell.clause then clause = f.cell.clause end
    local known = false
    for _, text in ipairs(found) do known = known or text == f.text end
    if not known then table.insert(found, 1, f.text) end
    if n and #found == n then return found end
    ::continue::
  end
  if #found > 1 and not n then return found end
  return (#facts == 0 or n) and listed_before(cell, n, 0) or nil
end

-- 4.7万人、3.2万头牲畜饮水困难: people in a list with things, whose phrase says what befell both. In 8万人、30个村受益 the verb does.
local function lists_with(before, cell)
  if before.q.unit == "户" and cell.q.dimension == "people" then return true end -- 1.2万户、5.7万名群众搬出大山
  if before.q.dimension ~= "people" or cell.q.dimension ~= "things" or not cell.right_last then return false end
  return cell.tokens.bits[cell.right_last + 1] & ACT == 0
end

-- 确保2家、力争3家企业上市: the noun behind the second, with what is striven for between.
local striving = word_set "力争 争取 确保"
local function strives_on(before, cell)
  local t = cell.i == before.i + 3 and cell.tokens[cell.i - 1].w
  return t and striving[t.word] and cell.tokens.bits[before.i + 1] & LIST ~= 0 and cell.q.unit == before.q.unit
end

local LISTED, SCOPE, VERBS = any "list and", each "scope", any "act push adverb"

local higher = yanhu.pattern "^(超过|突破|超)"

-- Cells in a row (11.4%、10.1%) form a group; the first one's words govern the others.
function M.group(cells)
  for n = 1, #cells do
    local cell, before = cells[n], cells[n - 1]
    cell.following = cells[n + 1]
    if before then
      local same = before.clause == cell.clause
      local dealt = same and before.group[1].each and not cell.left_first and not cell.right_first and cell.verb
        and not (cell.reach and before.group[1].from_base) -- 分别由A、B提高到C、D
      if cell.bare and not before.right_first and same or dealt then
        cell.group = before.group
        local lead = cell.group[1]
        local height = higher:test(cell.q.text) and not lead.each and lead.q.op == "=" and cell.q.dimension ~= "percent" -- 增加4200个、超过6万个
        if not cell.verb and not height then
          cell.verb, cell.rise, cell.fall, cell.reach = lead.verb, lead.rise, lead.fall, lead.reach
        end
        cell.all = cell.all or lead.all
        cell.base, cell.base_to, cell.share = cell.base or lead.base, cell.base_to or lead.base_to, cell.share or lead.share
        cell.time = cell.time or lead.time
      end
      -- 新建2个省实验室、2个研究中心: the verb governs the list
      if same and not cell.actor and not cell.verb then
        local k = (cell.left_first or cell.i) - 1
        if cell.tokens.bits[k] & SCOPE ~= 0 then k = k - 1 end -- 、全国政协委员提案2万件
        if cell.bare or cell.tokens.bits[k] & LISTED ~= 0 then
          local verb = (before.right_first or before.left_first or before.list_actor or not cell.left_first) and before.actor -- 建成9家、入孵团队310个
          local doer = verb and verb.w.word == "累计" and before.left_first and cell.tokens[before.left_first] -- 累计减排甲3万吨、乙2万吨
          if doer and doer.from <= verb.from then doer = cell.tokens[before.left_first + 1] end
          if doer and doer.w and doer.w.act then verb = doer end
          if verb and before.adjacent and before.left_first and verb.w.nominal then -- 新增“渔通”便民服务20项、“渔办”应用5项: the first verb governs
            doer = cell.tokens[before.left_first]
            if doer.w and doer.w.act and not doer.w.nominal then verb = doer elseif not before.right_first then verb = nil end
          end
          cell.list_actor = before.list_actor or verb and cell.s:sub(verb.from, verb.to)
        end
      end
    end
    -- 6.1万户14.2万名监测对象: the noun behind the second is the first one's too
    if before and (cell.bare and (cell.i == before.i + 1 or lists_with(before, cell)) or strives_on(before, cell)) and cell.right_first and not before.right_first
      and (not before.left_first or before.adjacent and cell.i == before.i + 1 and classes.only(cell.tokens.bits, before.left_first, before.left_last, VERBS)) -- 优化安排8类36件渔家实事
      and not before.swallowed and before.place == 1 and (before.q.dimension == "things" or before.q.dimension == "people") then
      before.right_first, before.right_last = cell.right_first, cell.right_last
    end
    local row = cell.group
    if row then
      cell.place = #row + 1
      row[cell.place] = cell
    else
      cell.group, cell.place = { cell }, 1
    end
  end
end

local leads, wraps = yanhu.pattern "^(不|超|突破|高于|低于|逾)", yanhu.pattern "(以内|以下|之内|以上)$"

-- 分别增长7%和9%以上, 稳定在98%和95%以上, 分别超过60%和80%: the bound around a row holds for each of it.
local function bound(q, op)
  if q.op ~= "=" or not q.value then return end
  q.op = op
  if op == "≤" or op == "<" then q.low = nil else q.high = nil end
end

--- Gives every figure of a row the bound that stands before the first, or that the verb and the last one wrap it in.
function M.share_bounds(cells)
  for n = 1, #cells do
    local cell = cells[n]
    local row = cell.group
    if cell.place == 1 and #row > 1 then
      local first, last, verb = row[1].q, row[#row].q, cell.verb and cell.verb.w.word
      if first.op ~= "=" and first.op ~= "≈" and first.op ~= "range" and leads:test(first.text) then
        for k = 2, #row do bound(row[k].q, first.op) end
      elseif (cell.each or verb and verb:sub(-#"在") == "在") and last.op ~= "≈" and last.op ~= "range" and last.op ~= "=" and wraps:test(last.text) then
        for k = 1, #row - 1 do bound(row[k].q, last.op) end
      end
    end
  end
end

return M
