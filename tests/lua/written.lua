-- The same report written otherwise (spaces about figures, full-width digits, straight quotes, half-width brackets, lines cut
-- to a width) has the same facts.
package.path = "lua/?.lua;" .. package.path
local facts = require "yanhu.facts"

local digit = utf8.codepoint "０" - utf8.codepoint "0"
local function wide(number) -- 12.5 → １２．５
  return (number:gsub("%.", "．"):gsub("%d", function(d) return utf8.char(d:byte() + digit) end))
end

-- Lines of at most `width` columns, as editors cut them: no line begins with a closing mark.
local hangs = {}
for mark in ("，。、；：）”》%"):gmatch(utf8.charpattern) do hangs[mark] = true end
local function wrap(text, width)
  local out = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do
    local used = 0
    for character in line:gmatch(utf8.charpattern) do
      local columns = yanhu.width(character)
      if used + columns > width and not hangs[character] then
        out[#out + 1], used = "\n", 0
      end
      out[#out + 1], used = character, used + columns
    end
    out[#out + 1] = "\n"
  end
  return table.concat(out)
end

local ways = {
  ["spaces about figures"] = function(text)
    return (text:gsub("([\xE4-\xE9][\x80-\xBF][\x80-\xBF])(%d)", "%1 %2"):gsub("(%d%%?)([\xE4-\xE9][\x80-\xBF][\x80-\xBF])", "%1 %2"))
  end,
  ["full-width digits"] = function(text) return (text:gsub("%d[%d.]*", wide)) end,
  ["full-width per cent"] = function(text) return (text:gsub("%%", "％")) end,
  ["straight quotes"] = function(text) return (text:gsub("“", '"'):gsub("”", '"')) end,
  ["half-width brackets"] = function(text) return (text:gsub("（", "("):gsub("）", ")")) end,
  ["lines cut to 76 columns"] = function(text) return wrap(text, 76) end,
  ["carriage returns"] = function(text) return (text:gsub("\n", "\r\n")) end,
}

-- A fact in one line, without what only tells how it was written.
local function told(row)
  local fields = {}
  for _, name in ipairs { "indicator", "id", "value", "low", "high", "op", "unit", "measure", "status", "period" } do
    fields[#fields + 1] = tostring(row[name]):gsub("[%s%(%)]", ""):gsub("（", ""):gsub("）", "")
  end
  return table.concat(fields, "|")
end

local function facts_of(text)
  local list = {}
  for _, row in ipairs(facts.of_report(yanhu.parse(text))) do list[#list + 1] = told(row) end
  return list
end

local names = {}
for name in pairs(ways) do names[#names + 1] = name end
table.sort(names)

for _, report in ipairs { "songya-2025", "cangjiang-2026", "qiyun-2023", "yanzhou-2026" } do
  local text = io.open("examples/reports/" .. report .. ".txt"):read "a"
  local wanted = facts_of(text)
  for _, name in ipairs(names) do
    test(report .. ", " .. name, function()
      local real = facts_of(ways[name](text))
      for n = 1, math.max(#real, #wanted) do
        assert(real[n] == wanted[n], "\nreal:   " .. tostring(real[n]) .. "\nwanted: " .. tostring(wanted[n]))
      end
      assert(#wanted > 20)
    end)
  end
end
