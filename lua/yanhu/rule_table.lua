-- rule_table.lua: a rule as it is written down, checked and compiled: every field known, every pattern, selector, role and
-- column right, or an error that says which field of which rule is not.
local strict = require "yanhu.strict"
local tr = require "yanhu.translate"

local rule_table = {}

local known = {
  name = "string", help = "string",
  pattern = "string", words = "table", within = "string", unless = "string",
  where = "table or string", test = "function",
  fields = "table", set = "table",
  priority = "number", overlap = "boolean", silent = "boolean",
  examples = "table", counterexamples = "table",
}
local known_where = { role = "words", has = "words", title = "string", select = "string", seen = "words", unseen = "words" }
local known_within = { sentence = true, clause = true }

-- What a hit tells by itself.
rule_table.told = { rule = true, text = true, word = true, value = true, unit = true, quote = true, clause = true, role = true,
                   path = true, report = true, region = true, region_code = true, level = true, year = true }

--- What an error of a pattern, selector or filter says in a line, without its place, and its column in the text if any.
function rule_table.problem(text)
  local message = tostring(text):gsub("^[^\n]-:%d+: ", ""):match "^[^\n]*"
  message = message:match "^bad argument #%d+ to '%w+' %((.*)%)$" or message
  local before, behind = tr("column %u: "):match "^(.*)%%u(.*)$"
  local place = before .. "(%d+)" .. behind
  return (message:gsub(place, "")), math.tointeger(tonumber(message:match(place)))
end

-- Everything that is wrong with a rule: a field (where.role is a path), what, and where in the field's text.
local function fail(rule, field, message, column)
  error({ finder = true, name = rule.name, number = rule.number, field = field, message = message, column = column }, 0)
end

local probe = assert(yanhu.parse "政府工作报告\n各位代表：") -- what selectors and filters are tried on
local function try(rule, field, action)
  local good, result = pcall(action, probe)
  if good then return result end
  local message, column = rule_table.problem(result)
  fail(rule, field, message, column)
end

local function probe_select(selector) return probe:select(selector) end

local function list(value) return type(value) == "table" and value or { value } end

local function check_type(rule, field, value, wanted)
  local kind = type(value)
  if wanted == "words" then
    for _, word in ipairs(list(value)) do
      if type(word) ~= "string" then fail(rule, field, tr("`%s` must be a word or a list of words"):format(field)) end
    end
    if kind ~= "table" and kind ~= "string" then fail(rule, field, tr("`%s` must be a word or a list of words"):format(field)) end
  elseif not (" or " .. wanted .. " or "):find(" or " .. kind .. " or ", 1, true) then
    fail(rule, field, tr("`%s` must be a %s, not a %s"):format(field, wanted, kind))
  end
end

local function check_keys(rule, prefix, given, names)
  local sorted = {}
  for key in pairs(given) do sorted[#sorted + 1] = tostring(key) end
  table.sort(sorted)
  for _, key in ipairs(sorted) do
    if not names[key] then
      fail(rule, prefix .. key, tr("unknown field `%s`%s"):format(prefix .. key, strict.suggest(key, names)))
    end
    check_type(rule, prefix .. key, given[key], names[key])
  end
end

local function compile_where(rule, where, earlier)
  if type(where) == "string" then where = { select = where } end
  check_keys(rule, "where.", where, known_where)
  local made = { title = where.title and try(rule, "where.title", function() return yanhu.pattern(where.title) end), select = where.select }
  if where.role then
    made.role = {}
    for _, role in ipairs(list(where.role)) do
      try(rule, "where.role", function(report) return report:sentences { role = role } end)
      made.role[role] = true
    end
  end
  if where.select then
    try(rule, rule.source.where == where.select and "where" or "where.select", function(report) return report:select(where.select) end)
  end
  for _, name in ipairs { "seen", "unseen" } do
    made[name] = where[name] and list(where[name])
    for _, other in ipairs(made[name] or {}) do
      if not earlier[other] then
        fail(rule, "where." .. name, tr("no rule `%s` is tried before this one%s"):format(other, strict.suggest(other, earlier)))
      end
    end
  end
  made.has = where.has and table.move(list(where.has), 1, #list(where.has), 1, {})
  for index, what in ipairs(made.has or {}) do
    local selector = ('*[has="%s"]'):format(what)
    local good, text = pcall(probe_select, selector)
    if not good then fail(rule, "where.has", (rule_table.problem(text):gsub("^" .. tr("wrong selector: "), "")), 1) end
    made.has[index] = selector
  end
  return made
end

-- The columns that a rule fills: none may be misspelt.
local function check_columns(rule, captures, columns)
  for _, part in ipairs { "fields", "set" } do
    for column, from in pairs(rule[part]) do
      local field = part .. "." .. tostring(column)
      if columns and not columns[column] then
        fail(rule, field, tr("`columns` names no `%s`%s"):format(tostring(column), strict.suggest(tostring(column), columns)))
      end
      if part == "fields" and type(from) ~= "function" and not captures[from] and not rule_table.told[from] then
        local names = {}
        for name in pairs(captures) do if type(name) == "string" then names[name] = true end end
        for name in pairs(rule_table.told) do names[name] = true end
        fail(rule, field, tr("the pattern has no capture `%s`%s"):format(tostring(from), strict.suggest(tostring(from), names)))
      end
    end
  end
end

--- A rule that can be applied; raises { finder, name, number, field, message, column } for the first thing that is wrong.
--- `earlier`: names of the rules that are tried before it; `columns`: names, or nil.
function rule_table.compile(number, given, earlier, columns)
  if type(given) ~= "table" then
    fail({ number = number }, nil, tr("rules[%d] must be a table, not a %s"):format(number, type(given)))
  end
  local rule = { number = number, source = given, name = type(given.name) == "string" and given.name or nil }
  check_keys(rule, "", given, known)
  if not rule.name or rule.name == "" then fail(rule, "name", tr("rules[%d] has no `name`"):format(number)) end
  if given.pattern and given.words then fail(rule, "words", tr("a rule has a `pattern` or `words`, not both")) end
  if not (given.pattern or given.words or given.where or given.test) then
    fail(rule, nil, tr("the rule looks for nothing: it has no `pattern`, `words`, `where` or `test`"))
  end
  rule.within = given.within or "sentence"
  if not known_within[rule.within] then
    fail(rule, "within", tr("`within` is sentence or clause, not `%s`"):format(rule.within))
  end
  rule.priority, rule.overlap, rule.silent, rule.test = given.priority or 0, given.overlap, given.silent, given.test
  rule.fields, rule.set = given.fields or {}, given.set or {}
  local captures = { [0] = true }
  if given.pattern then
    rule.pattern = try(rule, "pattern", function() return yanhu.pattern(given.pattern) end)
    for group = 1, rule.pattern.groups do captures[group] = true end
    for name in given.pattern:gmatch "%(%?P?[<']([%a_][%w_]*)[>']" do captures[name] = true end
    if captures.from or captures.to then fail(rule, "pattern", tr("a capture cannot be named `from` or `to`")) end
  end
  if given.unless then rule.unless = try(rule, "unless", function() return yanhu.pattern(given.unless) end) end
  if given.words then rule.words = try(rule, "words", function() return yanhu.dictionary(given.words) end) end
  check_columns(rule, captures, columns)
  rule.where = given.where and compile_where(rule, given.where, earlier) or {}
  rule.examples, rule.counterexamples = given.examples or {}, given.counterexamples or {}
  for index, example in ipairs(rule.examples) do
    if type(example) ~= "string" and not (type(example) == "table" and type(example[1]) == "string" and type(example[2]) == "table") then
      fail(rule, "examples", tr("examples[%d] must be a text, or { text, { row, … } }"):format(index))
    end
  end
  for index, text in ipairs(rule.counterexamples) do
    if type(text) ~= "string" then fail(rule, "counterexamples", tr("counterexamples[%d] must be a text"):format(index)) end
  end
  return rule
end

--- The order in which the rules are tried: list of { number=, rule= }.
function rule_table.sorted(rules)
  local order = {}
  for number, rule in ipairs(rules) do
    order[number] = { number = number, rule = rule, priority = type(rule) == "table" and math.type(rule.priority) and rule.priority or 0 }
  end
  table.sort(order, function(a, b)
    if a.priority ~= b.priority then return a.priority > b.priority end
    return a.number < b.number
  end)
  return order
end

rule_table.fail = fail

return rule_table
