-- finder.lua: rules as tables, for what needs no program: a pattern or words, where they count, which fields they fill.
--
--   { name = "renewed", pattern = "改造(?<what>\\p{Han}+)(?<count>\\d+个)", where = { role = "review" } }
--
-- One policy settles overlaps: rules are tried on a sentence from the highest priority down, equals in the order in which
-- they are written. What a rule finds takes its characters; what a later rule finds there is dropped. A rule with
-- `overlap = true` takes nothing and is hindered by nothing. Later rules see what earlier ones found in the sentence.
local rule_table = require "yanhu.rule_table"
local tr = require "yanhu.translate"

local finder = { sets = {} } -- sets: all that were made in this state, for `yanhu check`

-- Nodes that the selector chooses, by report: the same node is the same key.
local function choose(report, selector)
  local chosen = {}
  for node in report:select(selector) do chosen[node] = true end
  return chosen
end

local function stands_in(node, chosen)
  while node do
    if chosen[node] then return true end
    node = node.parent
  end
  return false
end

local function any(names, seen)
  for _, name in ipairs(names) do if seen[name] then return true end end
  return false
end

-- Do the conditions that need no match hold for this sentence or clause?
local function admits(rule, node, text, state)
  local where = rule.where
  if where.role and not where.role[state.role] then return false end
  if where.seen and not any(where.seen, state.seen) then return false end
  if where.unseen and any(where.unseen, state.seen) then return false end
  if rule.unless and rule.unless:test(text) then return false end
  if where.title and not where.title:test(node.path) then return false end
  for _, selector in ipairs(where.has or {}) do
    state.chosen[selector] = state.chosen[selector] or choose(state.report, selector)
    if not state.chosen[selector][node] then return false end
  end
  if where.select then
    state.chosen[where.select] = state.chosen[where.select] or choose(state.report, where.select)
    if not stands_in(node, state.chosen[where.select]) then return false end
  end
  return true
end

-- Calls found(from, to, captures, word, value) for each match in the text.
local function each_match(rule, text, found)
  if rule.pattern then
    for match in rule.pattern:gmatch(text) do
      if match.to >= match.from then found(match.from, match.to, match) end
    end
  elseif rule.words then
    for from, to, value in rule.words:gmatch(text) do found(from, to, {}, text:sub(from, to), value) end
  elseif text ~= "" then
    found(1, #text, {})
  end
end

-- Two lists of spans, each in order, as one.
local function merge(a, b)
  local both, i, j = {}, 1, 1
  while a[i] or b[j] do
    if not b[j] or (a[i] and a[i].from <= b[j].from) then both[#both + 1], i = a[i], i + 1
    else both[#both + 1], j = b[j], j + 1 end
  end
  return both
end

-- Tries a rule on a sentence, or on each of its clauses; state.taken are the spans that are given away, in order.
local function apply(rule, state, counts)
  local fresh, at = {}, 1
  local function try_node(node, text, before)
    if not admits(rule, node, text, state) then return end
    each_match(rule, text, function(from, to, captures, word, value)
      local hit = { rule = rule.name, from = from + before, to = to + before, text = text:sub(from, to), captures = captures,
                    word = word, value = value, node = node, sentence = state.sentence, definition = rule }
      while state.taken[at] and state.taken[at].to < hit.from do at = at + 1 end
      if not rule.overlap and state.taken[at] and state.taken[at].from <= hit.to then return end
      if rule.test and not rule.test(hit, state.hits) then return end
      fresh[#fresh + 1] = hit
    end)
  end
  if rule.within == "sentence" then
    try_node(state.sentence, state.text, 0)
  else
    for clause in state.sentence:clauses() do try_node(clause, clause.text, clause.from - 1) end
  end
  if #fresh == 0 then return end
  counts[rule.name] = counts[rule.name] + #fresh
  state.seen[rule.name] = true
  table.move(fresh, 1, #fresh, #state.hits + 1, state.hits)
  if not rule.overlap then state.taken = merge(state.taken, fresh) end
end

local Set = {}
Set.__index = Set

--- Counts what rules find from here on anew.
function finder.forget()
  for _, set in ipairs(finder.sets) do
    for name in pairs(set.counts) do set.counts[name] = 0 end
  end
end

--- What the rules find in the report, in the order of the text: list of hits { rule, text, from, to (bytes in the text of
--- `sentence`), captures by number and name, word, value, node, sentence }. Silent rules find, and are listed only `with_silent`.
function Set:find(report, with_silent)
  local all, chosen = {}, {}
  for sentence in report:sentences(self.filter) do
    local state = { report = report, sentence = sentence, text = sentence.text, role = sentence.role, chosen = chosen,
                    seen = {}, taken = {}, hits = {} }
    for _, rule in ipairs(self.rules) do apply(rule, state, self.counts) end
    local hits = {}
    for index, hit in ipairs(state.hits) do
      hit.order = index
      if with_silent or not hit.definition.silent then hits[#hits + 1] = hit end
    end
    table.sort(hits, function(a, b)
      if a.from ~= b.from then return a.from < b.from end
      return a.order < b.order
    end)
    table.move(hits, 1, #hits, #all + 1, all)
  end
  return all
end

-- The quantities of the sentence that was asked for last, in order: a long sentence has many hits.
local latest, listed
local function quantities_of(sentence)
  if not rawequal(latest, sentence) then -- of a report that is closed, it must not be asked
    latest, listed = sentence, {}
    for mention in sentence:quantities() do listed[#listed + 1] = { from = mention.from, to = mention.to, mention = mention } end
  end
  return listed
end

-- The quantities that a hit touches.
local function quantities(hit)
  local all, found = quantities_of(hit.sentence), {}
  local low, high = 1, #all + 1
  while low < high do -- the first that does not end before the hit
    local middle = (low + high) // 2
    if all[middle].to < hit.from then low = middle + 1 else high = middle end
  end
  while all[low] and all[low].from <= hit.to do
    found[#found + 1] = all[low].mention
    low = low + 1
  end
  return found
end

-- A captured number as yanhu reads it: 5亿元 is 5e8. What is no number, or may be one of several, leaves the field empty.
local function number_of(hit, text)
  if type(text) ~= "string" then return text end
  local near
  for _, mention in ipairs(quantities(hit)) do
    if mention.core == text then return mention.value end
    if mention.text:find(text, 1, true) or text:find(mention.core, 1, true) then
      if near then return nil end
      near = mention
    end
  end
  if near then return near.value end
  return tonumber(text)
end

local tell = {}
function tell.quote(hit) return hit.sentence.text end
function tell.clause(hit) return hit.node.text end
function tell.role(hit) return hit.sentence.role end
function tell.path(hit) return hit.node.path end
function tell.report(hit) return hit.sentence.report.name end
for _, name in ipairs { "region", "region_code", "level", "year" } do
  tell[name] = function(hit) return hit.sentence.report.meta[name] end
end
function tell.unit(hit)
  local found = quantities(hit)
  return #found == 1 and found[1].unit or nil
end
function tell.value(hit)
  if hit.value ~= nil then return hit.value end
  local found = quantities(hit)
  return #found == 1 and found[1].value or nil
end

local function told_of(hit, name)
  if tell[name] then return tell[name](hit) end
  return hit[name]
end

local function fill(hit, column, args)
  local rule = hit.definition
  local from = rule.set[column]
  if from ~= nil then return from end
  from = rule.fields[column]
  if type(from) == "function" then return from(hit, args) end
  if from == nil then from = column end
  local value = hit.captures[from]
  if value == nil and rule_table.told[from] then value = told_of(hit, from) end
  return value
end

--- The row of a hit: `columns` is a list of { name=, type= }; without it the row has what the rule names.
function finder.row(hit, columns, args)
  local row = { at = hit.node }
  if not columns then
    columns = { { name = "rule" }, { name = "text" }, { name = "quote" } }
    for _, part in ipairs { hit.captures, hit.definition.fields, hit.definition.set } do
      for name in pairs(part) do
        if type(name) == "string" and not (part == hit.captures and (name == "from" or name == "to")) then
          columns[#columns + 1] = { name = name }
        end
      end
    end
  end
  for _, column in ipairs(columns) do
    local name = column.name
    if name ~= "line" and name ~= "start" and name ~= "end" then -- those come from `at`
      local value = fill(hit, name, args)
      if column.type == "number" or column.type == "integer" then value = number_of(hit, value) end
      if column.type == "integer" then value = math.tointeger(value) or value end
      row[name] = value
    end
  end
  return row
end

-- The filter of sentences that some rule may look at; none where a rule looks at all.
local function filter_of(rules)
  local roles, seen = {}, {}
  for _, rule in ipairs(rules) do
    if not rule.where.role then return nil end
    for role in pairs(rule.where.role) do
      if not seen[role] then roles[#roles + 1] = role end
      seen[role] = true
    end
  end
  return { role = roles }
end

local function compile(rules, columns)
  if type(rules) ~= "table" then error({ finder = true, message = tr("`rules` must be a list of tables, not a %s"):format(type(rules)) }, 0) end
  local set, names, allowed = { rules = {}, counts = {} }, {}, nil
  if type(columns) == "table" then
    allowed = {}
    for _, column in ipairs(columns) do allowed[type(column) == "table" and column.name or column] = true end
  end
  for _, entry in ipairs(rule_table.sorted(rules)) do
    local rule = rule_table.compile(entry.number, entry.rule, names, allowed)
    if names[rule.name] then rule_table.fail({ number = rule.number }, "name", tr("two rules are named `%s`"):format(rule.name)) end
    names[rule.name] = true
    set.rules[#set.rules + 1] = rule
    set.counts[rule.name] = 0
  end
  if #set.rules == 0 then error({ finder = true, message = tr("`rules` holds no rule") }, 0) end
  set.filter = filter_of(set.rules)
  finder.sets[#finder.sets + 1] = set
  return setmetatable(set, Set)
end

--- For plain Lua: a set of rules, whose `set:find(report)` lists the hits.
function finder.new(rules, columns)
  local good, result = pcall(compile, rules, columns)
  if good then return result end
  if type(result) ~= "table" then error(result, 2) end
  error(result.name and tr("rule `%s`: %s"):format(result.name, result.message) or result.message, 2)
end

--- The function report(r, args) of a script that only sets `rules` and `columns`; raises a table that says what is wrong
--- with which rule. columns_of(args) → list of { name=, type= }, or nil.
function finder.report(rules, columns, columns_of)
  local set = compile(rules, columns)
  return function(report, args)
    local rows, shown = {}, columns_of(args)
    for index, hit in ipairs(set:find(report)) do rows[index] = finder.row(hit, shown, args) end
    return rows
  end
end

return finder
