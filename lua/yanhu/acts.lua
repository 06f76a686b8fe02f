-- What makes a clause of a plan a definite act although it has no figure: a work that can be opened and inspected, a
-- named event, a decreed paper, a title that is granted, a project that is done. The words are in works.lua.
--
--   推进青溪水库除险加固, 办好山城茶会, 编制国土空间规划, 争创省级示范区, 北环路建成通车

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

M.dictionary = dictionary

local openings = dictionary { opening = works.opening }
local verbs = dictionary(works.verbs)
local objects = dictionary { facility = works.facilities, abstract = works.abstract }
local nominals = dictionary { nominal = works.nominals }
local completions = dictionary { completion = works.completions }
local occasions = dictionary { occasion = works.occasions }
local papers = dictionary { paper = works.papers }
local titles = dictionary { title = works.titles }
local building = dictionary { building = works.building }
local multitudes = dictionary { multitude = works.multitudes }
local begins = dictionary { means = works.means, effect = works.effects, direction = works.directions, blocked = works.blocked }

-- 在山南谋划建设…, 与大学联合组建…, 为老人提供…: whom or where, before the verb
local place = yanhu.pattern [[^(?:(?:在[^，]{1,14}?|与[^，]{1,12}?(?:联合|共同|合作|共)|会同[^，]{1,10}?)(?=谋划建设|规划建设|建设|新建|设立|建立|布局|组建|举办|开通|共建)|[为给向][^，]{2,24}?(?=提供|配备|发放|开展|实施|安装|建设|配建|购买|办理|推介))]]
local vague = yanhu.pattern [[^(?:(?:国家|省|市)?级?(?:重大|重点)|更多|一批|各类|各级|各项|一系列|若干|多个|多种|多元|高质量|高品质|优质|好|平安|法治|文明|宜居|幸福|便利|便捷)]]
local formula = yanhu.pattern [[“(?!十[一二三四五六七八九]五)[0-9一二三四五六七八九十两][^”]{0,3}[0-9一二三四五六七八九十两+][^”]*”|“[一二三四五六七八九十两]大[^”]{1,4}”]] -- “一园三区”: a scheme, no place
local counted_measures = yanhu.pattern "[0-9一二三四五六七八九十][条项](?:支持|惠企|惠民|便民|具体|改革|硬)?(?:政策|措施|政策措施|举措)$"
local reached = yanhu.pattern [[^(?:全面|基本|如期|力争|确保|率先)*(?:实现|达到|保持)(?![^，]*(?:监管|监督|执法|管理|宣传|教育))[^，]{3,}(?:全覆盖|动态清零|清零)$]] -- 实现乡镇茶站全覆盖: all of them can be counted
-- 启动村庄规划编制, 完成第三轮修志: papers by the act that makes them
local decreed = yanhu.pattern [[(?:规划编制|规划修编|规划修订|修志|普查|换届|换届选举|立法)(?:工作|任务)?$]]
local listed = yanhu.pattern [[^(.+、.+)等[^等，]+$]]
local listed_projects = yanhu.pattern [[^(.+、.+)等(?:重大|重点|大|重|点)?项目$|^(.+、.+)等[^等，]*工程$]]
local many = yanhu.pattern [[一批|一系列|更多|若干|各类|等$]]
local named = yanhu.pattern [[“[^”]+”|第.{1,3}[届次]|[0-9]{4}年?|[首一二三四五六七八九十]届]]
local fair = yanhu.pattern [[.{3,}(?:节|赛|博览会|论坛|展|峰会|大会|交易会|洽谈会|运动会|[运交博洽展]会)”?$]]
local raised = yanhu.pattern [[^(?:[^，]{0,6})(?:提高|上调|提升)[^，]*(?:补助|补贴|低保|养老金|工资|救助|供养|保障)[^，]*标准$]]
local titled = yanhu.pattern [[^.{2,}?(?:创建|争创|创成|申创|申报|申建|入选|获批)(?=.{3,}$)]]
local routine = yanhu.pattern [[^(?:深入|大力|扎实|全面|持续|纵深|坚持)[^，]{0,4}(?:实施|推进|开展).*(?:工程|行动|计划)$|^[^，]{0,4}(?:实施|推进)[^，]{1,3}工程$|^[^，]{0,4}(?:实施|推进)[^，0-9“]*(?:研发|攻关|创新|畅通|人才|培育|育人|树人|倍增|素质|振兴|传承|普及|惠民|强基)(?:提升)?工程$]]
local ends_in_growth = yanhu.pattern [[(?:提速提效|提质增效|发展|创新|融合|落地见效|落实|见效|规模|水平|质量|能力|效益|效能|活力)$]]
local deadline_words = yanhu.pattern [[(?:[0-9一二三四五六七八九十]+月(?:底|末|初|份)?|年底|年末|月底|汛期|供暖期|采暖季|采暖期|供暖季|春节|国庆|“五一”|“十一”|入冬|开学|暑期|上半年|年中|春灌|雨季)(?:之前|以前|前)|年内|上半年|年底|下半年|[一二三四]季度]]

--- The clause behind its adverbs; also where that begins.
function M.opened_at(text)
  local at = 1
  while at <= #text do
    local to = openings:longest(text, at)
    local verb_to = verbs:longest(text, at)
    if not to or verb_to and verb_to > to then break end
    local short = to - at < 3 -- 要, 将, 新: only before a verb (新材料 begins with no adverb)
    if short and not (verbs:longest(text, to + 1) or begins:longest(text, to + 1) or openings:longest(text, to + 1)) then break end
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

-- 老旧小区和背街小巷: only words for works of which there are many, none of them named.
local function is_multitude(text)
  local at = 1
  while at <= #text do
    local to = multitudes:longest(text, at)
    if not to then return false end
    at = to + 1
  end
  return true
end

-- 青溪学院、山南研究院等新型载体: works that have names, whatever they are called together.
local function is_list_of_works(text)
  local list = listed:match(text)
  if not list then return false end
  for name in list[1]:gsub("、", "\n"):gmatch("[^\n]+") do
    local from, value = ending(objects, name)
    if not from or not value.facility or value.abstract or from == 1 or is_multitude(name) then return false end
  end
  return true
end

-- 塘坝建设、中小河流治理等项目: kinds of works, no names.
local function is_list_of_kinds(list)
  for name in list:gsub("、", "\n"):gmatch("[^\n]+") do
    local to = verbs:longest(name, 1)
    if to and to < #name then name = name:sub(to + 1) end
    local from = ending(nominals, name)
    if from and from > 1 then name = name:sub(1, from - 1) end
    if not is_multitude(name) then return false end
  end
  return true
end

-- A noun phrase that names a work: something that can be opened, counted or inspected.
local function is_concrete(noun)
  if noun == "" or vague:test(noun) and not named:test(noun) then return false end
  local text = noun:gsub("“", ""):gsub("”", "")
  local projects = listed_projects:match(text)
  if projects then return not is_list_of_kinds(projects[1] or projects[2]) end
  if is_list_of_works(text) then return true end
  if many:test(text) or formula:test(noun) or is_multitude(text) then return false end
  local from, value = ending(objects, text)
  if not from or not value.facility or value.abstract then return false end
  return from > 1 or utf8.len(text) > 2
end

-- What is done without its adverbs and its term: 姚渠汛期前 → 姚渠.
local function subject_of(text)
  repeat
    local before = text
    local from = ending(openings, text)
    if from and from > 1 and #text - from >= 5 then text = text:sub(1, from - 1) end
    local a, b = deadline_words:find(text)
    if a and b == #text then text = text:sub(1, a - 1) end
    text = text:gsub("实现$", "")
  until text == before
  return text
end

-- 推进A铁路、B水库建设: the object of a push verb without its nouns of work; the second value keeps one of two (生态修复治理).
-- Adverbs before them go too: A铁路等加快建设.
function M.worked_on(object)
  local from = ending(nominals, object)
  if not from or from == 1 then return nil end
  local noun = subject_of(object:sub(1, from - 1))
  if noun:sub(-3) == "等" and noun:find("、", 1, true) then noun = noun:sub(1, -4) end
  local again = ending(nominals, noun)
  if again and again > 1 then return noun:sub(1, again - 1), noun end
  return noun
end

-- The verbs that open a clause: their words, what kinds of objects they ask for, and where the object begins.
local function opening_verbs(text)
  local at = M.opened_at(text)
  local from, to, kinds = at, nil, nil
  while at <= #text do
    local verb_to, value = verbs:longest(text, at)
    if not verb_to then break end
    if kinds and kinds.document and not kinds.push and not value.document then break end -- 出台促进…的意见: the verb of the paper's name
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
    if is_concrete(subject) or is_concrete(M.worked_on(subject) or "") then return action, object, "completion" end
  end
  if reached:test(text) then return action, object, "completion" end
  if raised:test(text) then return action, object, "standard" end
  if action == "" or object == "" then return nil end
  local plain = object:gsub("”$", "")
  if kinds.event and ending(occasions, plain) and (named:test(object) or fair:test(object) and not many:test(object)) then
    return action, object, "event"
  end
  if kinds.document and ending(papers, plain) and not many:test((plain:gsub("若干", ""))) and utf8.len(plain) > 3 then
    return action, object, "document"
  end
  if kinds.document and object:find("^《.+》$") then return action, object, "document" end
  if (kinds.push or kinds.build) and decreed:test(plain) and utf8.len(plain) > 4 then return action, object, "document" end
  if (kinds.build or kinds.document) and counted_measures:test(plain) then return action, object, "document" end
  if kinds.title and ending(titles, plain) and not many:test(plain) then return action, object, "title" end
  local _, claimed = titled:find(object)
  if kinds.push and claimed and ending(titles, plain) then return action, object, "title" end
  if ends_in_growth:test(object) then return nil end
  if kinds.build and is_concrete(object) then return action, object, "work" end
  if kinds.push or kinds.build then
    local noun, longer = M.worked_on(object)
    if noun and (is_concrete(noun) or longer and is_concrete(longer)) then return action, object, "work" end
    local general = noun and (utf8.len(noun) < 3 or is_multitude(noun) or vague:test(object) or many:test(object) or formula:test(object))
    if noun and ending(building, object) and not (select(2, ending(objects, noun)) or {}).abstract and not general then
      return action, object, "work"
    end
  end
  return nil
end

--- What an act is about, without its work and its term: 县医院新院区10月底前建成投用 → 县医院新院区.
function M.topic(object)
  local done = ending(completions, object)
  if done and done > 1 then return subject_of(object:sub(1, done - 1)) end
  return M.worked_on(object) or object
end

--- The verb at byte `at`: to, kinds of objects that make it a definite act.
function M.verb(text, at) return verbs:longest(text, at) end

--- The word that begins a clause's direction, means or effect at byte `at`: to, what it may be.
function M.beginning(text, at) return begins:longest(text, at) end

--- Does the noun end in a work?
function M.names_work(noun) return objects:ending(noun, #noun) ~= nil end

--- The words of a term (汛期前, 6月底前), or nil.
function M.term(text)
  local a, b = deadline_words:find(text)
  return a and text:sub(a, b) or nil
end

return M
