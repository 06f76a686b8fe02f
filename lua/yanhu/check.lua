-- check.lua: what `yanhu check` looks for in a script that loads: globals that do not exist, patterns that do not
-- compile, examples that do not hold. A finding is { line= or field=, word=, message=, hint= }.
local bytecode = require "yanhu.bytecode"
local declaration = require "yanhu.declaration"
local strict = require "yanhu.strict"
local text = require("yanhu.table").text

local check = {}

--- Globals that are read though nobody sets them, or set where a script must not.
function check.globals(dump, findings)
  local known = {}
  for name in pairs(_G) do known[name] = true end
  for name in pairs(declaration.fields) do known[name] = true end
  for _, use in ipairs(bytecode.globals(dump)) do
    if not known[use.name] then
      findings[#findings + 1] = { line = use.line, word = use.name,
        message = ("%s global `%s`%s"):format(use.sets and "sets the unknown" or "unknown", use.name, strict.suggest(use.name, known)),
        hint = use.sets and "make it local" or nil }
    elseif use.sets and use.inner then
      findings[#findings + 1] = { line = use.line, word = use.name,
        message = ("sets the global `%s` while it runs"):format(use.name), hint = "make it local" }
    end
  end
end

--- Literal patterns: yanhu.pattern "…", also in functions that were not called.
function check.patterns(source, findings)
  local number = 0
  for line in (source .. "\n"):gmatch "(.-)\n" do
    number = number + 1
    for literal in line:gmatch "pattern%s*%(?%s*([\"'].-[^\\][\"'])" do
      local value = load("return " .. literal)
      local text = value and value()
      if type(text) == "string" then
        local good, message = pcall(yanhu.pattern, text)
        if not good then findings[#findings + 1] = { line = number, word = literal, message = tostring(message):gsub("^.-:%d+: ", "") } end
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
  local got = {}
  for index, row in ipairs(all) do got[index] = "\n  got    " .. show(row) end
  findings[#findings + 1] = { field = "examples", message = ("%s: %s\n  wanted %s%s"):format(name, example[1],
    wanted[1] and show(missing(wanted, all) or wanted[1]) or "no row", #got > 0 and table.concat(got) or "\n  got    no row") }
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
          message = ("counterexamples[%d]: %s\n  %s"):format(index, text, message or "got    " .. show(row)) }
        break
      end
    end
  end
  return #(script.examples or {}) + #(script.counterexamples or {})
end

--- All of it: findings and the number of examples that were run.
return function(dump, source, script, args)
  local findings = {}
  check.globals(dump, findings)
  check.patterns(source, findings)
  local count = check.examples(script, args, findings)
  return findings, count
end
