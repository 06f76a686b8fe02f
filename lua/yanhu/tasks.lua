-- The plan cut into pieces: each clause is a deliverable (it has an end that can be checked: a quantity, a named work or
-- event, a definite act), a measure (a direction of work), or no task: heading, goal, means, effect, rhetoric. Nothing of
-- the plan's text is left out, so that an account of it adds up.
--
--   推进北环路、东大桥建设，新增公办学位800个，让群众更满意。 → deliverable, deliverable, effect

local acts = require "yanhu.acts"
local facts = require "yanhu.facts"
local measures = require "yanhu.measures"
local works = require "yanhu.works"

local M = {}

local setting = yanhu.pattern [[^(?:在|以|按|按照|围绕|随着|对).*(?:(?<![以之])内|中|里|(?<!以)下|(?<!以)上|方面|时|后|之际|同时|为[^，]{1,10})$]]
local topic = yanhu.pattern [[^.{2,12}(?:产业|领域|方面|行业)$]]
local scoped = yanhu.pattern [[^(?:在|对|向|面向|从|围绕)(?!.*(?:建设|新建|设立).*、.*(?:建设|新建|设立))]]
local granted = yanhu.pattern [[提供|发放|给予|奖励|补助|补贴]]
local list_heading = yanhu.pattern [[(?:[0-9]+|[一二两三四五六七八九十]+)(?:个)?(?:方面|件.{0,9}实事|项(?:重点)?(?:工作|任务)|大行动|大工程|大任务)]]
local aims = yanhu.pattern [[(?:预期|主要|总体|发展|奋斗|具体)目标(?:建议)?(?:是|为|：|:)|总体要求(?:是|：)|总的要求|总体思路(?:是|：)|做好(?:今年|全年|明年)?(?:的)?(?:政府|各项)*工作，(?:要|必须)|，以[^，]{4,30}为指导，]]
-- A part that sets the aims: what it says outside its sections binds nobody to a work.
local aims_title = yanhu.pattern [[总体要求|预期目标|主要目标|总体部署|总体思路|政策取向]]
local works_title = yanhu.pattern [[重点|任务|工作安排|主要工作]]
-- 今年是…之年, 机遇和挑战并存, 实现这些目标很不容易: how things stand, said before what is to be done
local situation = yanhu.pattern [[^(?:今年|明年|[0-9]{4}年)?[也又]?是(?!否)|之年$|(?:同在|并存|交织|叠加|犹存)$|^(?:给我们|这是|这些|这就|只要|越是?)|是不是|^(?:要)?(?:实现|完成)(?:上述|以上|这些)(?:目标|任务)|^(?:做好|搞好)(?:今年|全年)?(?:的)?(?:政府|各项)?工作$|^(?:综合|充分)?考虑(?:了|各方面)|^我们(?:要|将|必须)?[\p{sc:Han}]{4}(?:、[\p{sc:Han}]{4})+$]]
local compared = yanhu.pattern [[^(?:比|较)(?:上年|去年|上一年)(?:同期|预算|执行数)*(?:增加|减少|提高|下降|增长|扩大|降低|多|少)]]

-- "，" and the like at the end of a clause; markers at its start.
local tail = yanhu.pattern [[[，。；：！？,;:!?\s]+$]]
local head = yanhu.pattern [[^(?:[（(][一二三四五六七八九十0-9]+[）)]、?|[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]+[，、,]?|[0-9]+[.．、](?![0-9])|——|[①-⒛❶-❿㈠-㈩]、?|\s+)+]]

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

-- Parts of a clause that are promises of their own: 引进大项目1个、小项目2个. A part without a figure belongs to the one
-- that follows it.
local function split_figures(text, start, list)
  if text:find("分别", 1, true) or scoped:test(text) then return nil end
  local pieces, open = {}, nil
  for _, part in ipairs(list_parts(text)) do
    local words = text:sub(part.from, part.to)
    local from = start + utf8.len(text:sub(1, part.from - 1))
    part.facts = promised(list, from, from + utf8.len(words), text)
    if #part.facts == 0 then
      open = open or part
    elseif utf8.len(without_figures(words, part.facts)) < 2 then
      return nil -- a bare figure: 增长5%、7%
    else
      if open then part.from, open = open.from, nil end
      pieces[#pieces + 1] = part
    end
  end
  if open and #pieces > 0 then pieces[#pieces].to = #text end
  return #pieces > 1 and pieces or nil
end

-- 推进A铁路建设、B水库扩建: parts that each name their work; 推进A、B水库建设 stays one.
local function split_works(text)
  local parts = list_parts(text)
  for _, part in ipairs(parts) do
    local noun = acts.worked_on(text:sub(part.from, part.to))
    if part.mark and part.mark ~= "、" or not noun or not acts.names_work(noun) then return nil end
    part.facts = {}
  end
  return #parts > 1 and parts or nil
end

local function lead_of(text)
  local at = acts.opened_at(text)
  local _, value = acts.beginning(text, at)
  if not value and at > 1 then _, value = acts.beginning(text, 1) end
  return value or {}, at
end

--- What a clause without a promise is: measure, means, effect or rhetoric.
local function other_kind(text, sentence_text, before)
  if sentence_text:find("^各位代表") or sentence_text:find("！$") then return "rhetoric" end
  if situation:test(text) then return "rhetoric" end
  local value, at = lead_of(text)
  if at > #text then return "rhetoric" end
  if setting:test(text:sub(at)) then return "means" end
  if value.effect and (text:find("^让") or text:find("^使") or text:find("^为")) then return "effect" end
  local led = before and before.sentence.text == sentence_text and (before.kind == "measure" or before.kind == "deliverable")
  if value.direction or value.effect and not led then return "measure" end
  if value.means or topic:test(text) then return "means" end
  if value.effect then return "effect" end
  if at > 1 or acts.verb(text, at) then return "measure" end
  return "rhetoric"
end

-- The verb that opens a promise, and what it is about.
local function action_and_object(text, list)
  local at = acts.opened_at(text)
  local to = acts.verb(text, at)
  local lead_to = acts.beginning(text, at)
  if lead_to and (not to or lead_to > to) then to = lead_to end
  local action = to and text:sub(at, to) or nil
  local object = text:sub((to or at - 1) + 1)
  if #list > 0 then
    object = without_figures(object, list)
    for _, reach in ipairs(works.reaches) do
      if object:sub(-#reach) == reach and #object > #reach and object:sub(-#"行为") ~= "行为" then
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
  return acts.term(text)
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

local function strength(text)
  for _, firmness in ipairs { "must", "strive", "explore", "push" } do
    for word in measures.firmness[firmness]:gmatch("%S+") do
      if text:find(word, 1, true) then return firmness end
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
  if #list > 1 and scoped:test(text) then list, first = { list[#list] }, list[#list] end -- 在14个县新增学位2万个
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
  local function add_parts(parts, why, verb) -- 改造小区12个、棚户区460户: the verb holds for the whole list
    for _, part in ipairs(parts) do
      local piece = deliverable(add { why = why }, text:sub(part.from, part.to), part.facts)
      verb = verb or piece.action
      piece.action = piece.action or verb
    end
  end
  local last = pieces[#pieces]
  if #list > 0 and compared:test(text) and last and last.kind == "deliverable" and last.sentence == sentence then
    last.text = last.text .. "，" .. text -- the size of a promise is measured, not promised again
    return
  end
  if #list > 0 then
    local parts = #list > 1 and split_figures(text, start, list)
    if parts then add_parts(parts) else deliverable(add {}, text, list) end
    return
  end
  local rhetorical = s:find("^各位代表") or s:find("！$")
  if not rhetorical and not counts_list and not setting:test(text) then
    local action, object, why = acts.definite(text)
    if action then
      local parts = why == "work" and split_works(text)
      if parts then add_parts(parts, why, action)
      else deliverable(add { why = why }, text, {}, { action = action, object = object }) end
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
  local function early(node)
    local part = node.part
    return node.start - part.start <= math.max(500, 0.15 * (part.stop - part.start))
  end
  for section in r:sections { role = roles } do -- what stands before the first section sets the aims, where it is short
    if sectioned[section.part] == nil then sectioned[section.part] = early(section) end
  end
  local aim_paragraph
  local whole = 0
  for sentence in r:sentences { role = roles } do
    local facts_here = by[sentence.start] or {}
    local s = sentence.text
    whole = whole + utf8.len(s)
    local before_sections = not sentence.section and sentence.part and sectioned[sentence.part]
    if aims:test(s) and sentence.part and early(sentence) then aim_paragraph = sentence.paragraph or sentence end
    local aim = aim_paragraph ~= nil and (sentence.paragraph or sentence) == aim_paragraph
    local part = sentence.part
    local sets_aims = part and not sentence.section and aims_title:test(part.title) and not works_title:test(part.title)
    if is_heading(sentence, facts_here) then
      pieces[#pieces + 1] = { kind = "heading", text = (trimmed(s, 1, #s)), sentence = sentence, line = sentence.line }
    elseif aim or before_sections or sets_aims then
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
