-- repl.lua: the Lua side of `yanhu repl`: lines become chunks, values are shown, names are completed.
local fit = require("yanhu.display").fit
local host = require "yanhu.host"
local tr = require "yanhu.translate"

local repl = {}
local environment = setmetatable({}, { __index = _G })
local pending = "" -- the lines of a chunk that is not complete

local function clip(s, width) return fit((s:gsub("%s+", " ")), width) end

-- The keys of a table in one order: numbers, then names.
local function keys(value)
  local list = {}
  for key in pairs(value) do list[#list + 1] = key end
  table.sort(list, function(a, b)
    local one, other = type(a) == "number", type(b) == "number"
    if one ~= other then return one end
    if one then return a < b end
    return tostring(a) < tostring(b)
  end)
  return list
end

--- A value in a line.
local function short(value)
  if type(value) == "string" then return '"' .. clip(value, 70) .. '"' end
  if type(value) == "table" then
    local parts = {}
    for _, key in ipairs(keys(value)) do
      local one = value[key]
      if #parts == 8 then parts[#parts + 1] = "…" break end
      parts[#parts + 1] = (math.type(key) == "integer" and "" or tostring(key) .. " = ") .. (type(one) == "table" and "{…}" or short(one))
    end
    return "{ " .. table.concat(parts, ", ") .. " }"
  end
  return clip(tostring(value), 100)
end

--- describe(x): every field of a report, node, mention or table with its value, and its methods.
function environment.describe(x)
  local fields, methods = host.fields(x)
  if fields then
    for _, name in ipairs(fields) do print(("  %-12s %s"):format(name, short(x[name]))) end
    if #methods > 0 then print("  " .. tr("methods      ") .. table.concat(methods, ", ")) end
  elseif type(x) == "table" then
    for _, name in ipairs(keys(x)) do print(("  %-12s %s"):format(tostring(name), short(x[name]))) end
  else
    print("  " .. short(x))
  end
end

--- An iterator shows its first values: `r:sections()` alone is a useful line.
local function show(value)
  if type(value) ~= "function" then
    print(short(value))
    return
  end
  local shown = 0
  for one in value do
    shown = shown + 1
    if shown > 20 then print "  …" break end
    print("  " .. short(one))
  end
  if shown == 0 then print(tr("(nothing)")) end
end

function repl.start(report)
  environment.r = report
  print(tr("r is %s: %d characters. describe(r) shows its fields; r:sections() its sections. End with Ctrl-D."):format(report.name, #report))
end

--- Takes a line; true where more is wanted. Raises what the chunk raises.
function repl.line(line)
  pending = pending .. line .. "\n"
  local chunk, first = load("return " .. pending, "=repl", "t", environment)
  local message
  if not chunk then chunk, message = load(pending, "=repl", "t", environment) end
  if not chunk and (message:find "<eof>" or first:find "<eof>") and line ~= "" then return true end
  pending = ""
  if not chunk then error(message, 0) end
  local results = table.pack(chunk())
  for index = 1, results.n do show(results[index]) end
  return false
end

-- Fields and methods of nodes and mentions: what a name may have that has no value yet, a loop's s in `print(s.`
local function usual_names(separator)
  local names, seen = {}, {}
  for _, one in ipairs { environment.r.root, environment.r:mentions()() } do
    local fields, methods = host.fields(one)
    for _, list in ipairs { separator == "." and fields or {}, methods } do
      for _, name in ipairs(list) do
        if not seen[name] then names[#names + 1] = name end
        seen[name] = true
      end
    end
  end
  return names
end

--- What may stand in place of `text`, the word before the cursor: r.me → r.meta. Only tables, reports, nodes and
--- mentions are looked into; nothing is called. Of a name without a value, what nodes and mentions have.
function repl.complete(text)
  local path, separator, start = text:match "^(.-)([.:]?)([%w_]*)$"
  local names, list = {}, {}
  if separator == "" then
    for _, scope in ipairs { environment, _G } do
      for name in pairs(scope) do names[#names + 1] = name end
    end
  else
    local value, unknown = environment, false
    for part in path:gmatch "[%w_]+" do
      local good, one = pcall(function() return value[part] end)
      if not good or one == nil then
        if value ~= environment then return {} end
        unknown = true
        break
      end
      value = one
    end
    local fields, methods = host.fields(value)
    if unknown then
      names = usual_names(separator)
    elseif fields then
      if separator == "." then names = fields end
      for _, method in ipairs(methods) do names[#names + 1] = method end
    elseif type(value) == "table" then
      for name in pairs(value) do names[#names + 1] = name end
    elseif type(value) == "string" then
      for name in pairs(string) do names[#names + 1] = name end
    end
  end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for _, name in ipairs(names) do
    if type(name) == "string" and name:sub(1, #start) == start then list[#list + 1] = path .. separator .. name end
  end
  return list
end

return repl
