-- check.lua: what `yanhu check` looks for in a script that loads: globals that do not exist, patterns that do not
-- compile, examples that do not hold. A finding is { line= or field=, word=, message=, hint= }.
local bytecode = require "yanhu.bytecode"
local declaration = require "yanhu.declaration"
local finder = require "yanhu.finder"
local rule_table = require "yanhu.rule_table"
local source = require "yanhu.source"
local strict = require "yanhu.strict"
local text = require("yanhu.table").text
local tr = require "yanhu.translate"

local check = {}

--- Globals that are read though nobody sets them, or set where a script must not.
function check.globals(dump, findings)
  local known = {}
  for name in pairs(_G) do known[name] = true end
  for name in pairs(declaration.fields) do known[name] = true end
  for _, use in ipairs(bytecode.globals(dump)) do
    if not known[use.name] then
      findings[#findings + 1] = { line = use.line, word = use.name,
        message = (use.sets and tr("sets the unknown global `%s`%s") or tr("unknown global `%s`%s")):format(use.name,
          strict.suggest(use.name, known)),
        hint = use.sets and tr("make it local") or nil }
    elseif use.sets and use.inner then
      findings[#findings + 1] = { line = use.line, word = use.name,
        message = tr("sets the global `%s` while it runs"):format(use.name), hint = tr("make it local") }
    end
  end
end

-- What is written as `name "…"` or `name("…")` is tried, also in functions that were not called.
local compilers = {
  pattern = yanhu.pattern,
  select = function(text)
    local report = assert(yanhu.parse "政府工作报告\n各位代表：")
    return report:select(text)
  end,
}

--- Literal patterns and selectors: yanhu.pattern "…", r:select("…").
function check.patterns(text, findings)
  local tokens = source.tokens(text)
  for index, token in ipairs(tokens) do
    local compile = token.kind == "name" and compilers[token.text]
    local before, literal = tokens[index - 1], tokens[index + 1]
    if literal and literal.text == "(" then literal = tokens[index + 2] end
    local behind = literal and tokens[index + (literal == tokens[index + 1] and 2 or 3)]
    local whole = not (behind and behind.text == "." and tokens[index + 4] and tokens[index + 4].text == ".")
    if compile and before and (before.text == "." or before.text == ":") and literal and literal.value and whole then
      local good, message = pcall(compile, literal.value)
      if not good then
        local says, column = rule_table.problem(message)
        local finding = { message = says }
        finding.line, finding.column = source.place(text, source.within(literal, column))
        findings[#findings + 1] = finding
      end
    end
  end
end

local function same(wanted, got)
  if type(wanted) == "number" and type(got) == "number" then
    return math.abs(wanted - got) <= 1e-9 * math.max(math.abs(wanted), math.abs(got))
  end
  return wanted == got
end

local function fits(wanted, row)
  for name, value in pairs(wanted) do
    if not same(value, row[name]) then return false end
  end
  return true
end

--- The first wanted row that is not among the rows, in order.
local function missing(wanted, rows)
  local at = 1
  for _, want in ipairs(wanted) do
    while rows[at] and not fits(want, rows[at]) do at = at + 1 end
    if not rows[at] then return want end
    at = at + 1
  end
end

local function show(row)
  local names, parts = {}, {}
  for name in pairs(row) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local value = row[name]
    if type(value) ~= "userdata" then
      parts[#parts + 1] = name .. " = " .. (type(value) == "string" and '"' .. value .. '"' or text(value))
    end
  end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

--- A text is tried as it is and below a title; a bare sentence also in a plan and in a review: a script may look only
--- there.
local function contexts(text)
  if text:find "\n" then return { text, "政府工作报告\n" .. text } end
  return { text, "政府工作报告\n一、2025年工作安排\n" .. text .. "\n", "政府工作报告\n一、2024年工作回顾\n" .. text .. "\n" }
end

local function rows_of(script, args, text)
  local report = assert(yanhu.parse(text, script.options or { year = 2025 }))
  local good, rows = pcall(script.report, report, args)
  if not good then return nil, tostring(rows) end
  return rows or {}
end

-- What was wanted, and below it what came.
local function differ(want, rows)
  local lines = { "", tr("wanted %s"):format(want) }
  for _, row in ipairs(rows) do lines[#lines + 1] = tr("got    %s"):format(show(row)) end
  if not rows[1] then lines[#lines + 1] = tr("got    %s"):format(tr("no row")) end
  return table.concat(lines, "\n  ")
end

local function check_example(script, args, example, name, findings)
  local wanted, all = example[2], {}
  for _, context in ipairs(contexts(example[1])) do
    local rows, message = rows_of(script, args, context)
    if not rows then
      findings[#findings + 1] = { field = "examples", message = ("%s: %s"):format(name, message) }
      return
    end
    for _, row in ipairs(rows) do all[#all + 1] = row end
    if (#wanted > 0 or #rows == 0) and not missing(wanted, rows) then return end
  end
  local want = wanted[1] and show(missing(wanted, all) or wanted[1]) or tr("no row")
  findings[#findings + 1] = { field = "examples", message = ("%s: %s%s"):format(name, example[1], differ(want, all)) }
end

--- Runs the script's examples and counterexamples.
function check.examples(script, args, findings)
  for index, example in ipairs(script.examples or {}) do
    check_example(script, args, example, ("examples[%d]"):format(index), findings)
  end
  for index, text in ipairs(script.counterexamples or {}) do
    for _, context in ipairs(contexts(text)) do
      local rows, message = rows_of(script, args, context)
      local row = rows and rows[1]
      if not rows or row then
        findings[#findings + 1] = { field = "counterexamples",
          message = ("counterexamples[%d]: %s\n  %s"):format(index, text, message or tr("got    %s"):format(show(row))) }
        break
      end
    end
  end
  return #(script.examples or {}) + #(script.counterexamples or {})
end

-- Where the rule's field is written down; nothing where the script makes the rule.
local function place_of(tokens, text, rule, field)
  local key = source.rule(tokens, rule.name, rule.number, field)
  if not key then return { field = "rules" } end
  local line, column = source.place(text, key.from)
  return { line = line, column = column, length = utf8.len(key.text) }
end

-- Runs the rule's set on the text: rows of that rule alone.
local function rows_of_rule(set, rule, columns, args, text, options)
  local report, rows = assert(yanhu.parse(text, options)), {}
  local good, message = pcall(function()
    for _, hit in ipairs(set:find(report, true)) do
      if hit.rule == rule.name then rows[#rows + 1] = finder.row(hit, columns, args) end
    end
  end)
  if not good then return nil, tostring(message) end
  return rows
end

-- What is wrong with an example of a rule, in words; nil where it holds.
local function judge(rows_in, example, wants)
  local text = type(example) == "table" and example[1] or example
  local wanted, all = type(example) == "table" and example[2] or {}, {}
  for _, context in ipairs(contexts(text)) do
    local rows, message = rows_in(context)
    if not rows then return message end
    for _, row in ipairs(rows) do all[#all + 1] = row end
    if wants and #rows > 0 and not missing(wanted, rows) then return nil end
  end
  if not wants and #all == 0 then return nil end
  return text .. differ(not wants and tr("no row") or wanted[1] and show(missing(wanted, all) or wanted[1]) or tr("a row"), all)
end

--- Runs the examples and counterexamples that stand in rules; how many.
function check.rules(text, script, args, findings)
  local tokens, count = source.tokens(text), 0
  local columns = declaration.columns(script, args)
  for _, set in ipairs(finder.sets) do
    for _, rule in ipairs(set.rules) do
      local function rows_in(context) return rows_of_rule(set, rule, columns, args, context, script.options or { year = 2025 }) end
      for _, field in ipairs { "examples", "counterexamples" } do
        for index, example in ipairs(rule[field]) do
          count = count + 1
          local wrong = judge(rows_in, example, field == "examples")
          if wrong then
            local finding = place_of(tokens, text, rule, field)
            finding.message = tr("rule `%s`: %s[%d]: %s"):format(rule.name, field, index, wrong)
            findings[#findings + 1] = finding
          end
        end
      end
    end
  end
  finder.forget()
  return count
end

--- Rules that found nothing since the examples were run.
function check.silent(text)
  local tokens, findings = source.tokens(text), {}
  for _, set in ipairs(finder.sets) do
    for _, rule in ipairs(set.rules) do
      if set.counts[rule.name] == 0 then
        local finding = place_of(tokens, text, rule)
        finding.message = tr("rule `%s` finds nothing in these reports"):format(rule.name)
        findings[#findings + 1] = finding
      end
    end
  end
  return findings
end

--- All of it: findings and the number of examples that were run.
function check.all(dump, text, script, args)
  local findings = {}
  check.globals(dump, findings)
  check.patterns(text, findings)
  local count = check.examples(script, args, findings) + check.rules(text, script, args, findings)
  return findings, count
end

return check
