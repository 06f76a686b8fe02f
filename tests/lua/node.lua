-- The type `node`.
local file = assert(io.open("tests/lua/yunling.txt"))
local r = assert(yanhu.parse(file:read("a"), { name = "yunling" }))
file:close()

local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

local function first(selector) return assert(r:select(selector)(), selector .. " chooses nothing") end
local water = first("sentence[text*=水厂]")
local industry = first("section[title=壮大产业]")

test("kind, role, form, depth, marker, title", function()
  assert(industry.kind == "section" and industry.role == "plan" and industry.form == "own-line" and industry.depth == 2)
  assert(industry.marker == "（一）" and industry.title == "壮大产业")
  assert(water.kind == "sentence" and water.form == nil and water.depth == 0 and water.marker == "" and water.title == "")
  assert(r.root.role == nil and first("sentence").role == "opening")
  local note = r:notes()()
  assert(note.title == "智慧茶园" and note.role == "notes")
end)

test("text, start, stop, line, length", function()
  assert(water.text == "投资5亿元建设水厂，到2027年供水能力达到4.5—5万吨。" and water.line == 13)
  assert(r.text:sub(utf8.offset(r.text, water.start + 1), utf8.offset(r.text, water.stop + 1) - 1) == water.text)
  assert(#water == utf8.len(water.text) and #water == water.stop - water.start)
  assert(r.root.text == r.text and r.root.start == 0 and r.root.stop == #r)
end)

test("clauses know their place in the sentence", function()
  local all = ""
  for c in water:clauses() do
    assert(water.text:sub(c.from, c.to) == c.text)
    all = all .. c.text
  end
  assert(all == water.text and water.from == nil and water.to == nil)
end)

test("ancestors", function()
  local clause = water:clauses()()
  assert(clause.parent == water and clause.sentence == water and water.sentence == water)
  assert(water.section == industry and clause.section == industry and industry.section == industry)
  assert(water.part.title == "2025年工作安排" and industry.parent == water.part)
  assert(water.paragraph.kind == "paragraph" and water.item == nil and industry.paragraph == nil and industry.sentence == nil)
  assert(r.root.parent == nil and r.root.part == nil and water.report == r)
end)

test("the same node is the same value", function()
  local seen = { [water] = "water" }
  assert(seen[first("sentence[text*=水厂]")] == "water" and rawequal(water, water:clauses()().sentence))
  collectgarbage()
  assert(seen[first("sentence[text*=水厂]")] == "water" and water ~= industry and water ~= r)
end)

test("heading", function()
  assert(first("section sentence").heading == true and water.heading == false and industry.heading == nil)
end)

test("path", function()
  assert(water.path == "2025年工作安排 / 壮大产业" and industry.path == "2025年工作安排")
  assert(industry.parent.path == "" and r.root.path == "" and first("sentence").path == "")
end)

test("previous and next", function()
  assert(industry.next.title == "改善民生" and industry.next.previous == industry)
  assert(industry.previous.title == "工业提质增效") -- of another part
  assert(water.next.text == "改造老街。" and water.next.previous == water)
  assert(r:sentences()().previous == nil and r:parts()().previous == nil and r.root.next == nil)
  local count, forward, n = 0, 0, r:sentences()()
  for _ in r:sentences() do count = count + 1 end
  while n do forward, n = forward + 1, n.next end
  assert(count == forward)
end)

test("children", function()
  local kinds = {}
  for c in industry:children() do assert(c.parent == industry) kinds[#kinds + 1] = c.kind end
  assert(table.concat(kinds, " ") == "sentence paragraph", table.concat(kinds, " "))
  for c in r.root:children{ kind = "part" } do assert(c.kind == "part") end
  for _ in water:clauses()():children() do error("a clause has none") end
end)

test("walk: document order, itself first, false skips what is below", function()
  local order = {}
  assert(industry:walk(function(n) order[#order + 1] = n end) == nil)
  assert(order[1] == industry and order[2].parent == industry and order[3].kind == "clause")
  for i = 2, #order do assert(order[i].start >= order[i - 1].start) end
  local kinds = {}
  r.root:walk(function(n) kinds[n.kind] = true; return n.kind ~= "section" and nil or n.kind ~= "section" end)
  assert(kinds.section and kinds.sentence)
  local below = 0
  industry:walk(function(n) below = below + 1; return false end)
  assert(below == 1)
  raises("function expected", industry.walk, industry)
  raises("oops", industry.walk, industry, function() error("oops") end)
end)

test("walk: the function may yield", function()
  local walk = coroutine.wrap(function() industry:walk(coroutine.yield) end)
  local count = 0
  for n in walk do assert(n.kind) count = count + 1 end
  local all = 0
  industry:walk(function() all = all + 1 end)
  assert(count == all)
end)

test("listings within a node", function()
  for s in industry:sentences() do assert(s.section == industry) end
  local texts = {}
  for q in industry:quantities() do texts[#texts + 1] = q.text end
  assert(texts[1] == "5亿元", table.concat(texts, " "))
  for m in water:mentions() do assert(m.sentence == water) end
  for _ in water:sentences() do error("not itself") end
  for _ in water.next:quantities() do error("改造老街 has none") end
  assert(industry:select("sentence[has=money]")() == water)
  assert(industry:match("水厂")()[0] == "水厂" and industry:match("学位")() == nil)
end)

test("uses of a note's term", function()
  local uses = {}
  for u in r:notes()():uses() do uses[#uses + 1] = u end
  assert(#uses == 1 and uses[1].line == 8 and uses[1].worded == false)
  assert(uses[1].sentence.text:find("智慧茶园", 1, true) and uses[1].stop - uses[1].start == 4)
  for _ in water:uses() do error("a sentence has none") end
end)

test("misuse", function()
  raises("a node has no field 'titel', did you mean 'title'?", function() return water.titel end)
  raises("a node has no field 'childen', did you mean 'children'?", function() return water.childen end)
  raises("a node has no field 'qqqqqqqqqqqq'", function() return water.qqqqqqqqqqqq end)
  raises("a node cannot be changed", function() water.text = "" end)
  raises("yanhu.node expected", water.walk, r, print)
  raises("yanhu.node expected, got no value", water.walk)
  raises("yanhu.node expected, got FILE*", water.walk, io.stdout, print)
  assert(getmetatable(water) == "locked")
end)

test("tostring", function()
  assert(tostring(industry) == "section “壮大产业” (line 12)", tostring(industry))
  local long = assert(yanhu.parse("各位代表：\n" .. ("茶"):rep(100) .. "。\n"))
  local shown = tostring(long:select("sentence[text*=茶茶]")())
  assert(shown:find("茶…” (line 2)", 1, true) and utf8.len(shown))
end)
