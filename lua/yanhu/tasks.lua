-- The plan cut into pieces: each clause is a deliverable (it has an end that can be checked: a quantity, a named work or
-- event, a definite act), a measure (a direction of work), or no task: heading, goal, means, effect, rhetoric. Nothing of
-- the plan's text is left out, so that an account of it adds up.
--
--   推进北环路、东大桥建设，新增公办学位800个，让群众更满意。 → deliverable, deliverable, effect

local facts = require "yanhu.facts"
local works = require "yanhu.works"

local M = {}

local function dictionary(lists)
  local values = {}
  for value, list in pairs(lists) do
    for _, word in ipairs(list) do
      values[word] = values[word] or {}
      values[word][value] = true
    end
  end
  return yanhu.dictionary(values)
end

local openings = dictionary { opening = works.opening }
local verbs = dictionary(works.verbs)
local objects = dictionary { facility = works.facilities, abstract = works.abstract }
local nominals = dictionary { nominal = works.nominals }
local completions = dictionary { completion = works.completions }
local occasions = dictionary { occasion = works.occasions }
local papers = dictionary { paper = works.papers }
local titles = dictionary { title = works.titles }
local building = dictionary { building = works.building }
local leads = dictionary { means = works.means, effect = works.effects, direction = works.directions, blocked = works.blocked }

-- 在山南谋划建设…, 与大学联合组建…, 为老人提供…: whom or where, before the verb
local place = yanhu.pattern [[^(?:(?:在[^，]{1,14}?|与[^，]{1,12}?(?:联合|共同|合作|共)|会同[^，]{1,10}?)(?=谋划建设|规划建设|建设|新建|设立|建立|布局|组建|举办|开通|共建)|[为给向][^，]{2,24}?(?=提供|配备|发放|开展|实施|安装|建设|配建|购买|办理|推介))]]
local vague = yanhu.pattern [[^(?:更多|一批|各类|各级|各项|一系列|若干|多个|多种|多元|高质量|高品质|优质|好|平安|法治|文明)]]
local many = yanhu.pattern [[一批|一系列|更多|若干|各类|等$]]
local named = yanhu.pattern [[“[^”]+”|第.{1,3}[届次]|[0-9]{4}年?|[首一二三四五六七八九十]届]]
local setting = yanhu.pattern [[^(?:在|以|按|按照|围绕|随着|对).*(?:(?<![以之])内|中|里|(?<!以)下|(?<!以)上|方面|时|后|之际|同时|为[^，]{1,10})$]]
local topic = yanhu.pattern [[^.{2,12}(?:产业|领域|方面|行业)$]]
local fair = yanhu.pattern [[.{3,}(?:节|赛|博览会|论坛|展|峰会|大会|交易会|洽谈会|运动会)”?$]]
local raised = yanhu.pattern [[^(?:[^，]{0,6})(?:提高|上调|提升)[^，]*(?:补助|补贴|低保|养老金|工资|救助|供养|保障)[^，]*标准$]]
local titled = yanhu.pattern [[^.{2,}?(?:创建|争创|创成|申创|申报|申建|入选|获批)(?=.{3,}$)]]
local routine = yanhu.pattern [[^(?:深入|大力|扎实|全面|持续|纵深|坚持)[^，]{0,4}(?:实施|推进|开展).*(?:工程|行动|计划)$|^[^，]{0,4}(?:实施|推进)[^，]{1,3}工程$]]
local granted = yanhu.pattern [[提供|发放|给予|奖励|补助|补贴]]
local ends_in_growth = yanhu.pattern [[(?:提速提效|提质增效|发展|创新|融合|落地见效|落实|见效|规模|水平|质量|能力|效益|效能|活力)$]]
local list_heading = yanhu.pattern [[(?:[0-9]+|[一二两三四五六七八九十]+)(?:个)?(?:方面|件.{0,9}实事|项(?:重点)?(?:工作|任务)|大行动|大工程|大任务)]]
local aims = yanhu.pattern [[(?:预期|主要|总体|发展|奋斗|具体)目标(?:建议)?(?:是|为|：|:)|总体要求(?:是|：)|总的要求|总体思路(?:是|：)]]
local deadline_words = yanhu.pattern [[(?:[0-9一二三四五六七八九十]+月(?:底|末|初|份)?|年底|年末|月底|汛期|供暖期|采暖季|采暖期|供暖季|春节|国庆|“五一”|“十一”|入冬|开学|暑期|上半年|年中|春灌|雨季)(?:之前|以前|前)|年内|上半年|年底|下半年|[一二三四]季度]]

-- "，" and the like at the end of a clause; markers at its start.
local tail = yanhu.pattern [[[，。；：！？,;:!?\s]+$]]
local head = yanhu.pattern [[^(?:[（(][一二三四五六七八九十0-9]+[）)]、?|[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]+[，、,]?|[0-9]+[.．、](?![0-9])|——|[①-⑳]|\s+)+]]

--- Byte range of the clause without its marker and closing punctuation.
local function trimmed(s, from, to)
  local text = s:sub(from, to)
  local a = tail:find(text)
  if a then text = text:sub(1, a - 1) end
  local _, b = head:find(text)
  if b then
    from = from + b
    text = text:sub(b + 1)
  end
  return text, from
end

-- The positions of 、 和 与 及 that part a list, outside “…”, （…） and 《…》.
local opened = { ["“"] = 1, ["（"] = 1, ["《"] = 1, ["”"] = -1, ["）"] = -1, ["》"] = -1 }
local function list_parts(text)
  local parts, from, depth = {}, 1, 0
  for at, code in utf8.codes(text) do
    local c = utf8.char(code)
    depth = math.max(0, depth + (opened[c] or 0))
    if depth == 0 and (c == "、" or c == "和" or c == "及") and at > from then
      parts[#parts + 1] = { from = from, to = at - 1, mark = c }
      from = at + #c
    end
  end
  parts[#parts + 1] = { from = from, to = #text }
  return parts
end

--- The clause behind its adverbs; also where that begins.
local function opened_at(text)
  local at = 1
  while at <= #text do
    local to = openings:longest(text, at)
    local verb_to = verbs:longest(text, at)
    if not to or verb_to and verb_to > to then break end
    local short = to - at < 3 -- 要, 将, 新: only before a verb (新材料 begins with no adverb)
    if short and not (verbs:longest(text, to + 1) or leads:longest(text, to + 1) or openings:longest(text, to + 1)) then break end
    at = to + 1
    if text:sub(at, at + 2) == "，" then at = at + 3 end
  end
  local _, b = place:find(text:sub(at))
  if b then at = at + b end
  return at
end

local function ending(dict, text)
  local from, value = dict:ending(text, #text)
  return from, value
end

-- A noun phrase that names a work: something that can be opened, counted or inspected.
local function is_concrete(noun)
  if noun == "" or vague:test(noun) and not named:test(noun) then return false end
  local text = noun:gsub("“", ""):gsub("”", "")
  local bare = text:match("^(.+)等重?[大点]?项目$") or text:match("^(.+)等[^等，]*工程$")
  if bare and text:find("、", 1, true) then return true end
  if many:test(text) then return false end
  local from, value = ending(objects, text)
  if not from or not value.facility or value.abstract then return false end
  return from > 1 or utf8.len(text) > 2
end

-- 推进A铁路、B水库建设: the object of a push verb without its nouns of work.
local function worked_on(object)
  local from = ending(nominals, object)
  if not from or from == 1 then return nil end
  local noun = object:sub(1, from - 1)
  local again = ending(nominals, noun)
  if again and again > 1 then return noun:sub(1, again - 1), noun end
  return noun
end

-- What is done without its adverbs and its term: 姚渠汛期前 → 姚渠.
local function subject_of(text)
  repeat
    local before = text
    local from = ending(openings, text)
    if from and from > 1 then text = text:sub(1, from - 1) end
    local a, b = deadline_words:find(text)
    if a and b == #text then text = text:sub(1, a - 1) end
    text = text:gsub("实现$", "")
  until text == before
  return text
end

-- The verbs that open a clause: their words, what kinds of objects they ask for, and where the object begins.
local function opening_verbs(text)
  local at = opened_at(text)
  local from, to, kinds = at, nil, nil
  while at <= #text do
    local verb_to, value = verbs:longest(text, at)
    if not verb_to then break end
    kinds, to, at = value, verb_to, verb_to + 1
    local skip = openings:longest(text, at)
    if skip and verbs:longest(text, skip + 1) then at = skip + 1 end
  end
  if not to and from > 1 then -- 加快、确保 alone push too
    local opening = ending(verbs, text:sub(1, from - 1))
    if opening then return text:sub(opening, from - 1), { push = true }, from end
  end
  return to and text:sub(from, to) or "", kinds or {}, at
end

--- Is it a definite act without a quantity? Gives the words of the action, its object, and what it is; or nil.
function M.definite(text)
  local action, kinds, at = opening_verbs(text)
  local object = text:sub(at)
  if routine:test(text) then return nil end
  local done = ending(completions, text)
  if done and done > at and not many:test(text) then
    local subject = subject_of(text:sub(at, done - 1))
    if is_concrete(subject) or is_concrete(worked_on(subject) or "") then return action, object, "completion" end
  end
  if raised:test(text) then return action, object, "standard" end
  if action == "" or object == "" then return nil end
  local plain = object:gsub("”$", "")
  if kinds.event and ending(occasions, plain) and (named:test(object) or fair:test(object) and not many:test(object)) then
    return action, object, "event"
  end
  if kinds.document and ending(papers, plain) and not many:test((plain:gsub("若干", ""))) and utf8.len(plain) > 3 then
    return action, object, "document"
  end
  if kinds.title and ending(titles, plain) and not many:test(plain) then return action, object, "title" end
  local _, claimed = titled:find(object)
  if kinds.push and claimed and ending(titles, plain) then return action, object, "title" end
  if ends_in_growth:test(object) then return nil end
  if kinds.build and is_concrete(object) then return action, object, "work" end
  if kinds.push or kinds.build then
    local noun, longer = worked_on(object)
    if noun and (is_concrete(noun) or longer and is_concrete(longer)) then return action, object, "work" end
    if noun and ending(building, object) and not (select(2, ending(objects, noun)) or {}).abstract and not many:test(object) and not vague:test(object) then
      return action, object, "work"
    end
  end
  return nil
end

-- Facts that a plan's clause promises, by their place: several of one place (均增长10%) count once.
local function promised(facts_here, from, stop, text)
  local list, seen = {}, {}
  local grants = text and granted:test(text) -- 为老人提供200元的补助: a policy's amount is what is promised
  for _, fact in ipairs(facts_here) do
    local meant = fact.status == "target" or grants and fact.status == "other" and fact.dimension == "money"
    local length = fact.unit == "年" or fact.unit == "周年" -- 延长30年: a term, not an outcome
    if fact.start >= from and fact.start < stop and meant and not length and not seen[fact.start] then
      seen[fact.start] = true
      list[#list + 1] = fact
    end
  end
  return list
end

local function without_figures(text, list)
  for _, fact in ipairs(list) do
    local a, b = text:find(fact.text, 1, true)
    if a then text = text:sub(1, a - 1) .. text:sub(b + 1) end
  end
  return text
end

-- Parts of a clause that are promises of their own: 引进大项目1个、小项目2个; 推进A铁路建设、B水库扩建.
local function split(text, start, list)
  local parts = list_parts(text)
  if #parts == 1 then return nil end
  if #list > 1 and not text:find("分别", 1, true) then
    local pieces = {}
    for _, part in ipairs(parts) do
      local words = text:sub(part.from, part.to)
      part.start = start + utf8.len(text:sub(1, part.from - 1))
      part.facts = promised(list, part.start, part.start + utf8.len(words), text)
      local own = #part.facts > 0 and (utf8.len(without_figures(words, part.facts)) or 0) >= 2
      if own then pieces[#pieces + 1] = part
      elseif #part.facts > 0 then return nil
      elseif pieces[#pieces] and pieces[#pieces].closed == nil then
        -- a part without a figure belongs to what follows, or at the end to what stands before
        pieces.pending = pieces.pending or part
      else pieces.pending = pieces.pending or part end
      if own and pieces.pending then
        part.from, part.start = pieces.pending.from, pieces.pending.start
        pieces.pending = nil
      end
    end
    if pieces.pending and #pieces > 0 then pieces[#pieces].to = parts[#parts].to end
    pieces.pending = nil
    if #pieces > 1 then return pieces end
    return nil
  end
  if #list == 0 then
    for _, part in ipairs(parts) do
      if part.mark and part.mark ~= "、" then return nil end
      local noun = worked_on(text:sub(part.from, part.to))
      if not noun or not objects:ending(noun, #noun) then return nil end
      part.start = start + utf8.len(text:sub(1, part.from - 1))
      part.facts = {}
    end
    return parts
  end
  return nil
end

local function lead_of(text)
  local at = opened_at(text)
  local _, value = leads:longest(text, at)
  if not value and at > 1 then _, value = leads:longest(text, 1) end
  return value or {}, at
end

--- What a clause without a promise is: measure, means, effect or rhetoric.
local function other_kind(text, sentence_text, before)
  if sentence_text:find("^各位代表") or sentence_text:find("！$") then return "rhetoric" end
  local value, at = lead_of(text)
  if at > #text then return "rhetoric" end
  if setting:test(text:sub(at)) then return "means" end
  if value.effect and (text:find("^让") or text:find("^使") or text:find("^为")) then return "effect" end
  local led = before and before.sentence.text == sentence_text and (before.kind == "measure" or before.kind == "deliverable")
  if value.direction or value.effect and not led then return "measure" end
  if value.means or topic:test(text) then return "means" end
  if value.effect then return "effect" end
  if at > 1 or verbs:longest(text, at) then return "measure" end
  return "rhetoric"
end

-- The verb that opens a promise, and what it is about.
local function action_and_object(text, list)
  local at = opened_at(text)
  local to = verbs:longest(text, at)
  local lead_to = leads:longest(text, at)
  if lead_to and (not to or lead_to > to) then to = lead_to end
  local action = to and text:sub(at, to) or nil
  local object = text:sub((to or at - 1) + 1)
  if #list > 0 then
    object = without_figures(object, list)
    for _, reach in ipairs(works.reaches) do
      if object:sub(-#reach) == reach and #object > #reach then
        object = object:sub(1, -#reach - 1)
        break
      end
    end
  end
  return action, object
end

local function deadline(clause, text)
  for period in clause:mentions { kind = "period" } do
    if period.use == "by" and text:find(period.text, 1, true) then return period.text end
  end
  local a, b = deadline_words:find(text)
  return a and text:sub(a, b) or nil
end

local function quantity_text(text, list)
  local first, last = list[1], list[1]
  local a, b = text:find(first.text, 1, true)
  for k = 2, #list do -- 132条245公里: one promise in two units
    local c, d = text:find(list[k].text, b and b + 1 or 1, true)
    if c and b and c == b + 1 then b, last = d, list[k] end
  end
  return a and last ~= first and text:sub(a, b) or first.text
end

local strengths = {
  { "must", "确保 必须 务必 坚决 保证 不得 严格 严控" }, { "strive", "力争 争取 努力 力求 力促 争创 冲刺" },
  { "explore", "探索 试点 研究 谋划 稳妥" }, { "push", "推动 推进 促进 加快 着力 大力 积极 支持 鼓励 引导 持续 深入 加大 加强 全力" },
}
local function strength(text)
  for _, entry in ipairs(strengths) do
    for word in entry[2]:gmatch("%S+") do
      if text:find(word, 1, true) then return entry[1] end
    end
  end
  return nil
end

local function deliverable(piece, text, list, act)
  piece.kind, piece.text = "deliverable", text
  local action, object
  if act and act.action ~= "" then action, object = act.action, act.object else action, object = action_and_object(text, list) end
  piece.action, piece.object = action ~= "" and action or nil, object ~= "" and object or nil
  local first = list[1]
  if first then
    piece.quantity, piece.value, piece.unit = quantity_text(text, list), first.value, first.unit
    piece.strength = first.strength
  end
  piece.strength = piece.strength or strength(text)
  piece.deadline = deadline(piece.clause, text)
  return piece
end

-- The pieces of one clause.
local function read_clause(clause, sentence, facts_here, pieces, announced)
  local s = sentence.text
  local text, from = trimmed(s, clause.from, clause.to)
  if text == "" then return end
  local start = sentence.start + utf8.len(s:sub(1, from - 1))
  local list = promised(facts_here, start, start + utf8.len(text), text)
  local counts_list = list_heading:test(text) and (announced or s:sub(clause.to - 2, clause.to) == "：")
  if counts_list or setting:test(text) then list = {} end
  local function add(fields)
    fields.sentence, fields.clause, fields.line = sentence, clause, clause.line
    pieces[#pieces + 1] = fields
    return fields
  end
  local rhetorical = s:find("^各位代表") and #list == 0 or s:find("！$") and #list == 0
  if #list > 0 then
    local parts = split(text, start, list)
    if parts then
      local first -- 改造小区12个、棚户区460户: the verb holds for the whole list
      for _, part in ipairs(parts) do
        local piece = deliverable(add {}, text:sub(part.from, part.to), part.facts)
        first = first or piece
        piece.action = piece.action or first.action
      end
    else
      deliverable(add {}, text, list)
    end
    return
  end
  if not rhetorical and not counts_list and not setting:test(text) then
    local action, object, why = M.definite(text)
    if action then
      local parts = why == "work" and split(text, start, list)
      if parts then
        for _, part in ipairs(parts) do
          local piece = deliverable(add { why = why }, text:sub(part.from, part.to), {})
          piece.action = piece.action or action
        end
      else
        deliverable(add { why = why }, text, {}, { action = action, object = object })
      end
      return
    end
  end
  local piece = add { text = text, kind = other_kind(text, s, pieces[#pieces]) }
  if piece.kind == "measure" then
    piece.action, piece.object = action_and_object(text, {})
    if piece.object == "" then piece.object = nil end
    piece.strength, piece.deadline = strength(text), deadline(clause, text)
  end
end

-- A heading names its passage; an item that is a sentence of its own content does not.
local function is_heading(sentence, facts_here)
  if not sentence.heading then return false end
  local node = sentence.parent
  if node.kind ~= "item" then return #promised(facts_here, sentence.start, sentence.stop) == 0 end
  local clauses = 0
  for _ in sentence:clauses() do clauses = clauses + 1 end
  if clauses > 1 or #facts_here > 0 then return false end
  for child in node:children() do
    if child.kind == "paragraph" then return utf8.len(node.title) <= 14 end
  end
  return false
end

local function facts_by_sentence(r)
  local by = {}
  for _, fact in ipairs(facts.of_report(r)) do
    local at = fact.start - fact.offset
    by[at] = by[at] or {}
    table.insert(by[at], fact)
  end
  return by
end

--- All pieces of the parts with the given roles, in document order: { kind, text, sentence, clause, line, … }; and how
--- many characters the sentences of these parts have.
function M.pieces(r, roles)
  local pieces, by = {}, facts_by_sentence(r)
  local sectioned = {}
  for section in r:sections { role = roles } do -- what stands before the first section sets the aims, where it is short
    local part = section.part
    if sectioned[part] == nil then sectioned[part] = section.start - part.start <= 0.2 * (part.stop - part.start) end
  end
  local aim_paragraph
  local whole = 0
  for sentence in r:sentences { role = roles } do
    local facts_here = by[sentence.start] or {}
    local s = sentence.text
    whole = whole + utf8.len(s)
    local before_sections = not sentence.section and sentence.part and sectioned[sentence.part]
    if aims:test(s) then aim_paragraph = sentence.paragraph or sentence end
    local aim = aim_paragraph ~= nil and (sentence.paragraph or sentence) == aim_paragraph
    if is_heading(sentence, facts_here) then
      pieces[#pieces + 1] = { kind = "heading", text = (trimmed(s, 1, #s)), sentence = sentence, line = sentence.line }
    elseif aim or before_sections then
      pieces[#pieces + 1] = { kind = s:find("^各位代表") and "rhetoric" or "goal", text = (trimmed(s, 1, #s)), sentence = sentence, line = sentence.line }
    else
      local next_one = sentence.next
      local announced = next_one and next_one.heading and next_one.parent.kind == "item"
      for clause in sentence:clauses() do read_clause(clause, sentence, facts_here, pieces, announced) end
    end
  end
  return pieces, whole
end

return M
