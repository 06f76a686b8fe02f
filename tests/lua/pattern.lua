-- The type `pattern`.
local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

local p = yanhu.pattern "(?<amount>[0-9.]+)(万)?(?<unit>亩|吨)"

test("find", function()
  local s = "种茶3万亩，收茶20吨"
  local from, to, amount, wan, unit = p:find(s)
  assert(s:sub(from, to) == "3万亩" and amount == "3" and wan == "万" and unit == "亩")
  from, to, amount, wan, unit = p:find(s, to + 1)
  assert(s:sub(from, to) == "20吨" and amount == "20" and wan == nil and unit == "吨")
  assert(p:find(s, #s) == nil and p:find("茶") == nil and p:find(s, 1000) == nil)
  assert(p:find(s, -3) == nil and p:find(s, -5) == #s - 4 and p:find("3吨", -100) == 1 and p:find("3吨", 0) == 1)
  assert(select("#", p:find("茶")) == 1)
end)

test("match", function()
  local m = p:match("收茶20吨。")
  assert(m[0] == "20吨" and m[1] == "20" and m[2] == nil and m[3] == "吨" and m.amount == "20" and m.unit == "吨")
  assert(m.from == 7 and m.to == 11 and p:match("茶") == nil and p:match("3亩4吨", 5)[0] == "4吨")
end)

test("gmatch", function()
  local found = {}
  for m in p:gmatch("3万亩、20吨、5亩") do found[#found + 1] = m[0] end
  assert(table.concat(found, " ") == "3万亩 20吨 5亩")
  local places = {}
  for m in yanhu.pattern("x?"):gmatch("茶x园") do places[#places + 1] = m.from .. "-" .. m.to end
  assert(table.concat(places, " ") == "1-0 4-4 5-4 8-7", table.concat(places, " ")) -- between characters, never inside
end)

test("test", function() assert(p:test("3亩") == true and p:test("茶") == false and p:test("3亩", 2) == false) end)

test("fields", function()
  assert(p.source == "(?<amount>[0-9.]+)(万)?(?<unit>亩|吨)" and p.groups == 3)
  assert(tostring(p) == "pattern '" .. p.source .. "'" and getmetatable(p) == "locked")
  raises("a pattern has no field 'gmach', did you mean 'gmatch'?", function() return p.gmach end)
  raises("a pattern cannot be changed", function() p.source = "" end)
end)

test("flags", function()
  assert(yanhu.pattern("gdp", "i"):test("GDP") and not yanhu.pattern("gdp"):test("GDP"))
  assert(yanhu.pattern("茶 # 叶\n 园", "x"):test("茶园") and yanhu.pattern("^园", "m"):test("茶\n园"))
  assert(yanhu.pattern("茶.园", "s"):test("茶\n园") and not yanhu.pattern("园", "a"):test("茶园"))
  raises("unknown flag 'q', not one of i, m, s, x, a", yanhu.pattern, "a", "q")
end)

test("a wrong pattern points to the place, by display width", function()
  local done, message = pcall(yanhu.pattern, "增长(?<n>[0-9")
  assert(not done and message:find("wrong pattern: column 12: ", 1, true), message)
  local line, caret = message:match("\n  ([^\n]*)\n( *)%^$")
  assert(line == "增长(?<n>[0-9" and #caret - 2 == yanhu.width(line), message)
  local wrong = function() return yanhu.pattern("(") end
  raises("tests/lua/pattern.lua:", wrong)
  raises("string expected", yanhu.pattern, nil)
end)

test("broken UTF-8 never matches and never fails", function()
  assert(yanhu.pattern("茶"):find("\xE8\x8C茶") == 3 and not yanhu.pattern("."):test("\xFF\xFE"))
end)

test("limits are told, and the pattern works on", function()
  local slow = yanhu.pattern("(a+)+$|b")
  raises("pattern '(a+)+$|b' reached its match limit (1000000)", slow.find, slow, ("a"):rep(40) .. "!")
  assert(slow:find("aaa") == 1)
  limit(1000)
  raises("reached its match limit (1000)", slow.find, slow, ("a"):rep(40) .. "!")
  raises("reached its match limit", function() for _ in slow:gmatch(("a"):rep(40) .. "!") do end end)
  local r = assert(yanhu.parse("各位代表：\n" .. ("a"):rep(40) .. "！茶。\n"))
  raises("reached its match limit", function() for _ in r:match("(a+)+$|b") do end end)
  limit(0)
end)

test("misuse", function()
  raises("yanhu.pattern expected, got string", p.find, "x", "y")
  raises("string expected", p.find, p)
  raises("string expected", p.gmatch, p, {})
end)
