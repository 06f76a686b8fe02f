-- The type `dictionary`.
local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

local d = yanhu.dictionary { ["茶叶"] = "crop", ["茶叶产量"] = { id = "tea" }, ["水"] = 1, ["水厂"] = false }

test("find: the longest wins", function()
  local s = "全年茶叶产量和水厂"
  local from, to, value = d:find(s)
  assert(s:sub(from, to) == "茶叶产量" and value.id == "tea")
  from, to, value = d:find(s, to + 1)
  assert(s:sub(from, to) == "水厂" and value == false)
  assert(d:find(s, to + 1) == nil and d:find("") == nil and d:find("树") == nil and d:find("水", 99) == nil)
end)

test("gmatch", function()
  local found, s = {}, "水、茶叶产量、茶叶、水厂"
  for from, to in d:gmatch(s) do found[#found + 1] = s:sub(from, to) end
  assert(table.concat(found, " ") == "水 茶叶产量 茶叶 水厂")
end)

test("longest and ending", function()
  local to, value = d:longest("茶叶产", 1)
  assert(to == 6 and value == "crop" and d:longest("茶叶", 4) == nil and d:longest("茶叶", 100) == nil)
  local from, last = d:ending("新水厂", 9)
  assert(from == 4 and last == false and d:ending("新水厂", 3) == nil and d:ending("水", 0) == nil)
  from, last = d:ending("新水厂", 6)
  assert(from == 4 and last == 1)
end)

test("a list's words are their own values", function()
  local list = yanhu.dictionary { "茶", "茶园" }
  local from, to, value = list:find("新茶园")
  assert(from == 4 and to == 9 and value == "茶园" and #list == 2)
end)

test("an empty dictionary finds nothing", function()
  local none = yanhu.dictionary {}
  assert(#none == 0 and none:find("茶") == nil and none:ending("茶", 3) == nil and none:longest("茶", 1) == nil)
end)

test("the table may change afterwards", function()
  local words = { ["茶"] = 1 }
  local dictionary = yanhu.dictionary(words)
  words["茶"] = nil
  collectgarbage()
  assert(select(3, dictionary:find("茶")) == 1)
end)

test("misuse", function()
  raises("a word is a string, not a number", yanhu.dictionary, { 3 })
  raises("is empty", yanhu.dictionary, { [""] = 1 })
  raises("is not valid UTF-8", yanhu.dictionary, { "\xE8\x8C" })
  raises("table expected", yanhu.dictionary, "茶")
  raises("positions count from 1", d.longest, d, "茶", 0)
  raises("positions count from 1", d.find, d, "茶", 0)
  raises("outside the string", d.ending, d, "茶", 4)
  raises("a dictionary has no field 'fnd', did you mean 'find'?", function() return d.fnd end)
  raises("yanhu.dictionary expected", d.find, {}, "茶")
  assert(getmetatable(d) == "locked" and tostring(d) == "dictionary of 4 words" and #d == 4)
end)

test("union: the values of all the words of a text, or-ed", function()
  local d = yanhu.dictionary { ["茶"] = 1, ["茶叶"] = 2, ["水"] = 4 }
  assert(d:union("茶叶和水") == 6 and d:union("茶，茶叶") == 3 and d:union("") == 0 and d:union("稻") == 0)
  assert(not pcall(d.union, yanhu.dictionary { "茶" }, "茶"))
end)
