-- declaration.lua: what a script says of itself at its top, and whether it says it rightly. Fields are checked when the
-- script is loaded, as nmap's are: an unknown field or a wrong type is an error that names its line.
local strict = require "yanhu.strict"

local declaration = {}

--- field → { type, help }
declaration.fields = {
  summary = "string",          -- one line for `yanhu list`
  description = "string",      -- more, for `yanhu help`
  categories = "strings",      -- `yanhu run --category NAME`
  args = "arguments",          -- name → { type=, default=, help=, choices=, required= }
  columns = "columns",         -- list of names or { name=, title=, type=, help= }, or a function of the arguments
  brief = "strings",           -- the columns of a table on a terminal that has no room for all, in this order
  examples = "examples",       -- list of { text, rows }
  counterexamples = "strings", -- texts that give no row
  api = "integer",             -- the least yanhu.api that it needs
  options = "table",           -- of the parser, for the examples: { year = 2025 }
  rules = "table",             -- what to find, as tables: yanhu.finder makes `report` of them
  accept = "function",         -- accept(args) → what is wrong with the arguments, before any report is read; nil: nothing
  report = "function",
  finish = "function",
  chart = "chart",             -- how -f svg draws the rows: { panel =, unit =, label =, time =, value =, mean =, source = }
  document = "string",         -- finish gives one text of this kind instead of rows: "html", "svg"; also the file's suffix
}

local argument_fields = { type = "string", default = true, help = "string", choices = "table", required = "boolean" }
local tr = require "yanhu.translate"
local argument_types = { string = true, number = true, integer = true, boolean = true, list = true, file = true, data = true }
local column_fields = { name = "string", title = "string", type = "string", help = "string" }
local column_types = { string = true, number = true, integer = true, boolean = true, date = true, list = true }

local function fail(field, message) error({ field = field, message = message }, 0) end

local function is_strings(value)
  if type(value) ~= "table" then return false end
  for key, item in pairs(value) do
    if math.type(key) ~= "integer" or type(item) ~= "string" then return false end
  end
  return true
end

local function check_fields(what, given, known)
  for key, value in pairs(given) do
    local wanted = known[key]
    if not wanted then
      fail(key, tr("%s: unknown field `%s`%s"):format(what, tostring(key), strict.suggest(tostring(key), known)))
    elseif wanted ~= true and type(value) ~= wanted then
      fail(key, tr("%s: `%s` must be a %s, not a %s"):format(what, key, wanted, type(value)))
    end
  end
end

local checks = {}

function checks.arguments(args)
  for name, argument in pairs(args) do
    if type(name) ~= "string" or not name:find "^[%a_][%w_-]*$" then
      fail("args", tr("args: `%s` is no name of an argument"):format(tostring(name)))
    end
    if type(argument) ~= "table" then fail(name, tr("args.%s must be a table { type = …, help = … }"):format(name)) end
    check_fields("args." .. name, argument, argument_fields)
    if not argument_types[argument.type or "string"] then
      fail("type", tr("args.%s: unknown type `%s`%s"):format(name, argument.type, strict.suggest(argument.type, argument_types)))
    end
    if argument.choices and not is_strings(argument.choices) then
      fail("choices", tr("args.%s: `choices` must be a list of strings"):format(name))
    end
  end
end

function checks.columns(columns)
  if type(columns) == "function" then return end
  local seen = {}
  for index, column in ipairs(columns) do
    if type(column) == "table" then
      check_fields(("columns[%d]"):format(index), column, column_fields)
      if column.type and not column_types[column.type] then
        fail("columns", tr("columns[%d]: unknown type `%s`%s"):format(index, column.type, strict.suggest(column.type, column_types)))
      end
      column = column.name
    end
    if type(column) ~= "string" or column == "" then fail("columns", tr("columns[%d] must be a name"):format(index)) end
    if seen[column] then fail("columns", tr("columns: `%s` stands twice"):format(column)) end
    seen[column] = true
  end
end

function checks.examples(examples)
  for index, example in ipairs(examples) do
    if type(example) ~= "table" or type(example[1]) ~= "string" or type(example[2]) ~= "table" then
      fail("examples", tr("examples[%d] must be { text, { row, … } }"):format(index))
    end
  end
end

local chart_fields = { panel = "string", unit = "string", label = "string", time = "string", value = "string", mean = "string", source = "string" }

function checks.chart(chart)
  check_fields("chart", chart, chart_fields)
  for _, field in ipairs { "panel", "label", "value" } do
    if not chart[field] then fail("chart", tr("chart: `%s` must name what is drawn"):format(field)) end
  end
end

local expected = {
  string = "string", integer = "number", chart = "table", ["function"] = "function", table = "table", arguments = "table",
  examples = "table", strings = "table",
}

--- Where a rule, or a field of it, is written down: { line=, column=, length= }; nothing where it is made by the script.
local function place_of(problem, text)
  local source = require "yanhu.source"
  local key, value = source.rule(source.tokens(text), problem.name, problem.number, problem.field)
  if not key then return { field = "rules" } end
  local token = problem.column and value and value.value and value or key
  local at = token == value and source.within(value, problem.column) or token.from
  local line, column = source.place(text, at)
  return { line = line, column = column, length = token == key and utf8.len(key.text) or 1 }
end

--- Gives a script that sets `rules` and no `report` the function that applies them, and a `summary` where it has none.
--- `text` is its source: what is wrong with a rule is raised as { message, line, column, length }.
function declaration.complete(given, text)
  if not given.rules or given.report then return end
  local finder = require "yanhu.finder"
  local good, result = pcall(finder.report, given.rules, given.columns, function(args) return declaration.columns(given, args) end)
  if not good then
    if type(result) ~= "table" then error(result, 0) end
    local problem = place_of(result, text)
    problem.message = result.name and tr("rule `%s`: %s"):format(result.name, result.message) or result.message
    error(problem, 0)
  end
  given.report = result
  given.summary = given.summary or "What its rules find"
end

local function check_brief(given)
  if not given.brief or type(given.columns) ~= "table" then return end
  local known = {}
  for _, column in ipairs(given.columns) do known[type(column) == "table" and column.name or column] = true end
  for _, name in ipairs(given.brief) do
    if not known[name] then fail("brief", tr("`brief` names no column: `%s`%s"):format(name, strict.suggest(name, known))) end
  end
end

--- Raises { field, message } for the first wrong declaration.
function declaration.check(given)
  local names = {}
  for name in pairs(given) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local kind, value = declaration.fields[name], given[name]
    if kind == "columns" then
      if type(value) ~= "table" and type(value) ~= "function" then
        fail(name, tr("`columns` must be a list of names, not a %s"):format(type(value)))
      end
    elseif type(value) ~= expected[kind] then
      fail(name, tr("`%s` must be a %s, not a %s"):format(name, expected[kind], type(value)))
    elseif kind == "strings" and not is_strings(value) then
      fail(name, tr("`%s` must be a list of strings"):format(name))
    elseif kind == "integer" and math.type(value) ~= "integer" then
      fail(name, tr("`%s` must be an integer"):format(name))
    end
    if checks[kind] then checks[kind](value) end
  end
  check_brief(given)
  if not given.summary then fail(nil, tr("the script declares no `summary`: one line that says what it gives")) end
  if not given.report then fail(nil, tr("the script has no function `report(r, args)`, and no `rules`")) end
  if given.document then
    if not given.document:find "^%l[%l%d]*$" then fail("document", tr("`document` must be a suffix of files, such as html")) end
    if not given.finish then fail("document", tr("a script with a `document` makes it in a function `finish(rows, args)`")) end
  end
  if given.api and given.api > yanhu.api then
    fail("api", tr("the script needs yanhu.api %d; this is %d"):format(given.api, yanhu.api))
  end
end

local booleans = { ["true"] = true, yes = true, on = true, ["1"] = true, [""] = true,
                   ["false"] = false, no = false, off = false, ["0"] = false }

local convert = {}
function convert.string(text) return text end
function convert.number(text) return tonumber(text) end
function convert.integer(text) return math.tointeger(tonumber(text)) end
function convert.boolean(text) return booleans[text:lower()] end
function convert.list(text)
  local list = {}
  for item in text:gmatch "[^,]+" do list[#list + 1] = item end
  return list
end

-- Rows of a file: csv, tsv and xlsx by the host's reader; ndjson, and a JSON list, here.
local function read_rows(path, read)
  local lower = path:lower()
  if not (lower:find "json$" or lower:find "jsonl$") then return read.table(path) end
  local text, message = read.text(path)
  if not text then return nil, message end
  local rows
  if text:find "^%s*%[" then
    rows, message = yanhu.parse_json(text)
    if not rows then return nil, ("%s: %s"):format(path, message) end
  else
    rows = {}
    for line in text:gmatch "[^\r\n]+" do
      if line:find "%S" then
        local row, why = yanhu.parse_json(line)
        if row == nil then return nil, tr("%s: row %d: %s"):format(path, #rows + 1, why) end
        rows[#rows + 1] = row
      end
    end
  end
  for n, row in ipairs(rows) do
    if type(row) ~= "table" then return nil, tr("%s: row %d is no object"):format(path, n) end
  end
  return rows
end

--- A wrong argument is the caller's fault, not the script's: no line of the script is shown.
local function misuse(message) error({ message = message, misuse = true }, 0) end

--- The arguments of a call: texts (name → text) turned into what the script declares, its defaults filled in. An argument
--- of type `file` is the text of the file it names, one of type `data` its rows; read.text and read.table get them.
function declaration.arguments(declared, texts, read)
  local args = {}
  for name, argument in pairs(declared) do
    local text, kind, value = texts[name], argument.type or "string", nil
    if text ~= nil and (kind == "file" or kind == "data") then
      local good, content, message = pcall(kind == "file" and read.text or read_rows, text, read)
      if not good or content == nil then misuse(tr("argument `%s`: %s"):format(name, good and message or content)) end
      value = content
    elseif text ~= nil then
      value = convert[kind](text)
      if value == nil then misuse(tr("argument `%s` must be a %s, not `%s`"):format(name, kind, text)) end
    elseif argument.required then
      misuse(tr("argument `%s` must be given: -a %s=…"):format(name, name))
    else
      value = argument.default
    end
    if argument.choices and value ~= nil then
      for _, item in ipairs(type(value) == "table" and value or { value }) do
        local choice = false
        for _, one in ipairs(argument.choices) do choice = choice or one == item end
        if not choice then
          misuse(tr("argument `%s` is one of %s, not `%s`"):format(name, table.concat(argument.choices, ", "), tostring(item)))
        end
      end
    end
    args[name] = value
  end
  return args
end

--- The columns as a list of { name=, title=, type=, … }; nil where the script leaves them to its rows.
function declaration.columns(given, args)
  local columns = given.columns
  if type(columns) == "function" then
    columns = columns(args)
    if columns == nil then return nil end
    checks.columns(columns)
  end
  if not columns then return nil end
  local list = {}
  for index, column in ipairs(columns) do
    list[index] = type(column) == "table" and column or { name = column }
  end
  return list
end

-- The columns of a call without arguments.
local function usual_columns(given)
  local args = {}
  for name, argument in pairs(given.args or {}) do args[name] = argument.default end
  return declaration.columns(given, args)
end

-- What a script says of itself stands in it in plain words: those of the bundled ones are in the catalogue.
local function say(text) return text and text ~= "" and tr(text) or "" end

--- The text of `yanhu help`, and the categories as `,extract,check,`.
function declaration.help(name, given)
  local lines = { name .. ": " .. say(given.summary) }
  local function add(...) lines[#lines + 1] = table.concat { ... } end
  if given.description then add("\n", (say(given.description):gsub("%s+$", ""))) end
  if given.args and next(given.args) then
    add(tr("\narguments (-a name=value):"))
    local names = {}
    for argument in pairs(given.args) do names[#names + 1] = argument end
    table.sort(names)
    for _, argument in ipairs(names) do
      local a = given.args[argument]
      local default = a.default
      if type(default) == "table" then default = table.concat(default, ",") end
      local notes = { a.type or "string" }
      if a.choices then notes[1] = table.concat(a.choices, "|") end
      if default ~= nil then notes[2] = tr("default %s"):format(tostring(default)) elseif a.required then notes[2] = tr("required") end
      add("  ", argument, (" "):rep(math.max(1, 14 - #argument)), say(a.help), " (", table.concat(notes, ", "), ")")
    end
  end
  if given.document then
    add(tr("\ngives a document instead of rows: -o FILE."), given.document)
  else
    local columns = usual_columns(given) or {}
    if #columns > 0 then add(tr("\ncolumns, behind report, region, region_code, level and year:")) end
    for _, column in ipairs(columns) do
      add("  ", column.name, column.title and "  " .. column.title or "", column.help and "  " .. column.help or "")
    end
  end
  local categories = given.categories or {}
  if #categories > 0 then add(tr("\ncategories: "), table.concat(categories, ", ")) end
  return table.concat(lines, "\n") .. "\n", "," .. table.concat(categories, ",") .. ","
end

return declaration
