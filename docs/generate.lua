-- Writes docs/lua-api.md and docs/meta/yanhu.lua from docs/api.lua: `make api`. Returns both as strings to who asks.
local api = dofile("docs/api.lua")

local classes = {} -- names that are classes of ours in LuaLS: yanhu.node
for _, list in ipairs { api.enums, api.filters, api.types, api.records } do
  for _, entry in ipairs(list) do classes[entry[1]] = true end
end

local function qualified(type) -- node? -> yanhu.node?
  return (type:gsub("[%a_]+", function(word) return classes[word] and "yanhu." .. word or word end))
end

-- ---- for people

local function arguments(member) -- iterator of name, optional, type: "a: type; b?: type"
  return (member.args .. ";"):gmatch("([%a_]+)(%??): (.-);%s*")
end

local function call(object, member)
  local args = ""
  for name, optional in arguments(member) do
    local comma = args == "" and "" or ", "
    args = args .. (optional == "?" and "[" .. comma .. name .. "]" or comma .. name)
  end
  return object .. "(" .. args .. ")"
end

local function shown(type) return (type:gsub("fun%(%): ", "iterator: "):gsub("|", "\\|")) end

local function rows(out, object, separator, members)
  out[#out + 1] = "| | type | gives |\n| --- | --- | --- |\n"
  for _, m in ipairs(members) do
    local name = m.args and call(object .. separator .. m[1], m) or object .. (separator == ":" and "." or separator) .. m[1]
    out[#out + 1] = ("| `%s` | %s | %s |\n"):format(name, shown(m[2]), m[3]:gsub("|", "\\|"))
  end
  out[#out + 1] = "\n"
end

local function manual()
  local out = { api.intro, "\n" }
  for _, t in ipairs(api.types) do
    local name, title, object, intro, members = table.unpack(t)
    out[#out + 1] = ("## %s\n\n"):format(title)
    if intro ~= "" then out[#out + 1] = intro .. "\n\n" end
    rows(out, object, ":", members)
    if t.len then out[#out] = ("| `#%s` | integer | %s |\n\n"):format(object, t.len) end
    if t.listings then out[#out + 1] = "and the listings below.\n\n" end
  end
  out[#out + 1] = "## Listings of reports and nodes\n\nIn document order; for a node `x` what is within it.\n\n"
  rows(out, "x", ":", api.listings)
  for _, f in ipairs(api.filters) do
    out[#out + 1] = ("`%s`: "):format(f[1])
    local parts = {}
    for _, key in ipairs(f[2]) do parts[#parts + 1] = ("`%s` (%s; %s)"):format(key[1], key[2], key[3]) end
    out[#out + 1] = table.concat(parts, ", ") .. ".\n\n"
  end
  out[#out + 1] = "## Words that fields can hold\n\n| type | | words |\n| --- | --- | --- |\n"
  for _, e in ipairs(api.enums) do out[#out + 1] = ("| %s | %s | `%s` |\n"):format(e[1], e[2], table.concat(e[3], "` `")) end
  out[#out + 1] = "\n## `yanhu`\n\n"
  rows(out, "yanhu", ".", api.library)
  out[#out + 1] = api.outro
  return table.concat(out)
end

-- ---- for editors

local function parameters(out, member) -- returns the names, for the function's head
  local names = {}
  for name, optional, type in arguments(member) do
    out[#out + 1] = ("---@param %s%s %s\n"):format(name, optional, qualified(type))
    names[#names + 1] = name
  end
  return table.concat(names, ", ")
end

local function results(out, type)
  if type == "nil" then return end
  if type:find("^fun") then out[#out + 1] = "---@return " .. qualified(type) .. "\n" return end
  for one in (type .. ","):gmatch("(.-),%s*") do
    out[#out + 1] = one:find("…") and "---@return string? ...\n" or "---@return " .. qualified(one) .. "\n"
  end
end

local function class(out, name, members, separator, variable)
  out[#out + 1] = ("---@class yanhu.%s\n"):format(name)
  for _, m in ipairs(members) do
    if not m.args then out[#out + 1] = ("---@field %s %s %s\n"):format(m[1], qualified(m[2]), m[3] or ""):gsub(" +\n", "\n") end
  end
  out[#out + 1] = ("local %s = {}\n\n"):format(variable)
  for _, m in ipairs(members) do
    if m.args then
      if m[3] ~= "" then out[#out + 1] = "---" .. m[3] .. "\n" end
      local names = parameters(out, m)
      results(out, m[2])
      out[#out + 1] = ("function %s%s%s(%s) end\n\n"):format(variable, separator, m[1], names)
    end
  end
end

local function annotations()
  local out = { "---@meta yanhu\n-- Written by docs/generate.lua from docs/api.lua: do not edit. For LuaLS: add docs/meta to workspace.library.\n\n" }
  for _, e in ipairs(api.enums) do out[#out + 1] = ("---@alias yanhu.%s \"%s\"\n"):format(e[1], table.concat(e[3], '"|"')) end
  out[#out + 1] = "\n"
  for _, f in ipairs(api.filters) do
    out[#out + 1] = ("---@class yanhu.%s\n"):format(f[1])
    for _, key in ipairs(f[2]) do
      local type = qualified(key[2])
      out[#out + 1] = ("---@field %s? %s|%s[] %s\n"):format(key[1], type, type, key[3])
    end
    out[#out + 1] = "\n"
  end
  for _, r in ipairs(api.records) do
    out[#out + 1] = ("---@class yanhu.%s\n"):format(r[1])
    for _, field in ipairs(r[2]) do out[#out + 1] = ("---@field %s %s\n"):format(field[1], qualified(field[2])) end
    out[#out + 1] = "\n"
  end
  for _, t in ipairs(api.types) do
    local members = { table.unpack(t[5]) }
    if t.listings then table.move(api.listings, 1, #api.listings, #members + 1, members) end
    class(out, t[1], members, ":", t[1])
  end
  class(out, "library", api.library, ".", "library")
  out[#out + 1] = "---@type yanhu.library\nyanhu = library\n\nreturn library\n"
  return table.concat(out)
end

local files = { ["docs/lua-api.md"] = manual(), ["docs/meta/yanhu.lua"] = annotations() }

if ... == "write" then
  for path, text in pairs(files) do
    local file = assert(io.open(path, "w"))
    file:write(text)
    file:close()
  end
end
return files
