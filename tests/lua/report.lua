-- The type `report`.
local function load(options)
  local file = assert(io.open("tests/lua/yunling.txt"))
  local text = file:read("a")
  file:close()
  return assert(yanhu.parse(text, options or { name = "yunling" }))
end
local r = load()

local function texts(iterator, ...)
  local out = {}
  for n in iterator, ... do out[#out + 1] = n.text end
  return table.concat(out, "|")
end

local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

test("name, path, text, length", function()
  assert(r.name == "yunling")
  assert(type(r.path) == "string")
  assert(r.text:find("云岭县政府工作报告", 1, true) == 1)
  assert(r.text == r.text)
  assert(#r == utf8.len(r.text))
  assert(tostring(r) == "report yunling")
end)

test("meta", function()
  local m = r.meta
  assert(m == r.meta)
  assert(m.year == 2025 and m.date == "2025-01-08" and m.office == "县长" and m.speaker == "方禾")
  assert(m.session == "第十七届人民代表大会第四次会议" and m.title == "云岭县政府工作报告")
  assert(m.review_year == 2024 and m.plan_year == 2025 and m.format == "txt" and m.encoding == "utf-8")
  assert(m.region_code == nil) -- no such county
  assert(m.characters == #r and math.type(m.sentences) == "integer" and m.noise == 0)
  assert(m.sources.year == "text" and m.sources ~= m.sources)
  assert(tostring(m):find("云岭县政府工作报告", 1, true))
  local order = {}
  for name, value in pairs(m) do
    order[#order + 1] = name
    assert(type(value) == "table" or value == m[name])
  end
  assert(order[1] == "title" and order[#order] == "sources")
  raises("a meta has no field 'yaer', did you mean 'year'?", function() return m.yaer end)
  raises("a meta cannot be changed", function() m.year = 1 end)
end)

test("what the caller knows is used where the text is silent", function()
  assert(assert(yanhu.parse("各位代表：\n种茶3万亩。\n", { year = 2031 })).meta.year == 2031)
end)

test("variables", function() assert(next(r.variables) == nil and r.variables ~= r.variables) end)

test("root", function()
  assert(r.root.kind == "report" and r.root == r.root and r.root.parent == nil and r.root.report == r)
end)

test("listings", function()
  assert(texts(r:parts()):find("^一、2024年工作回顾") )
  local titles = {}
  for n in r:sections() do titles[#titles + 1] = n.title end
  assert(table.concat(titles, " ") == "农业稳步发展 工业提质增效 壮大产业 改善民生")
  assert(texts(r:sentences{ role = "plan" }) == "二、2025年工作安排|（一）壮大产业|投资5亿元建设水厂，到2027年供水能力达到4.5—5万吨。|改造老街。|（二）改善民生|新增学位300个左右。")
  local count = 0
  for n in r:nodes() do count = count + 1; assert(n.report == r) end
  for n in r:nodes{ kind = { "sentence", "clause" } } do assert(n.kind == "sentence" or n.kind == "clause") end
  local headings = {}
  for n in r:headings{ depth = { 1, 2 } } do headings[#headings + 1] = n.depth end
  assert(table.concat(headings) == "1221221") -- review, plan, glossary
  for n in r:notes() do assert(n.kind == "note") end
  for _ in r:items() do error("there is none") end
  for _ in r:leads() do error("there is none") end
  for _ in r:tables() do error("there is none") end
  local paragraphs = texts(r:paragraphs{ role = "plan" })
  assert(paragraphs:find("投资5亿元", 1, true), paragraphs)
  assert(texts(r:clauses{ role = "plan" }):find("投资5亿元建设水厂，|", 1, true))
  assert(count > 40)
end)

test("a filter's value may be a list", function()
  for n in r:sentences{ role = { "plan", "review" } } do assert(n.role == "plan" or n.role == "review") end
  local some, all = 0, 0
  for _ in r:sentences{ role = { "plan", "review" } } do some = some + 1 end
  for _ in r:sentences() do all = all + 1 end
  assert(some > 0 and some < all)
end)

test("wrong filters", function()
  raises("unknown filter 'rol', did you mean 'role'?", r.sentences, r, { rol = "plan" })
  raises("unknown role 'plam', did you mean 'plan'?", r.sentences, r, { role = "plam" })
  raises("unknown filter 'unit'", r.sentences, r, { unit = "元" })
  raises("unknown filter 'form'", r.quantities, r, { form = "run-in" })
  raises("unknown depth '7'", r.headings, r, { depth = 7 })
  raises("an empty list chooses nothing", r.sentences, r, { role = {} })
  raises("a filter's names are strings", r.sentences, r, { "plan" })
  raises("table expected", r.sentences, r, "plan")
  raises("yanhu.node expected", r.sentences, {})
  raises("a unit is a string", r.quantities, r, { unit = 3 })
end)

test("mentions", function()
  assert(texts(r:quantities{ dimension = "money" }) == "400亿元以上|5亿元")
  assert(texts(r:quantities{ dimension = "money", role = "plan" }) == "5亿元")
  assert(texts(r:quantities{ unit = { "个", "%" } }) == "两个|6.5%|300个左右")
  assert(texts(r:quantities{ op = { "≥", "≈" } }) == "400亿元以上|300个左右")
  assert(texts(r:ranks()) == "全市第2位")
  assert(texts(r:books()) == "《云岭茶产业条例》")
  assert(texts(r:terms()):find("“智慧茶园”", 1, true))
  assert(texts(r:periods{ role = "plan" }):find("到2027年", 1, true))
  for m in r:numerals() do assert(m.kind == "numeral") end
  for m in r:mentions{ kind = { "rank", "book" } } do assert(m.kind == "rank" or m.kind == "book") end
  local last = -1
  for m in r:mentions() do assert(m.start >= last); last = m.start end
end)

test("noise and diagnostics", function()
  local noisy = assert(yanhu.parse("来源：某某网\n云岭县政府工作报告\n各位代表：\n种茶3万亩。\n打印本页 关闭窗口\n"))
  for n in noisy:noise() do
    assert(type(n.text) == "string" and n.line >= 1 and n.anchor >= 0 and type(n.reason) == "string")
  end
  for d in noisy:diagnostics() do
    assert(d.level == "info" or d.level == "warning" or d.level == "error")
    assert(type(d.code) == "string" and type(d.message) == "string" and d.line >= 0 and d.start <= d.stop)
  end
  local count = 0
  for _ in noisy:noise() do count = count + 1 end
  assert(count > 0)
end)

test("at", function()
  local list = r:at(13)
  assert(#list == 2 and list[1].text == "投资5亿元建设水厂，到2027年供水能力达到4.5—5万吨。" and list[2].text == "改造老街。")
  assert(#r:at(999) == 0)
  raises("number expected", r.at, r)
end)

test("match", function()
  local found = {}
  for m, s in r:match("(?<amount>[0-9.]+)(亿元|万亩)") do found[#found + 1] = m.amount .. m[2] .. "@" .. s.line end
  assert(table.concat(found, " ") == "3万亩@8 400亿元@10 5亿元@13", table.concat(found, " "))
  for m, s in r:match(yanhu.pattern("水"), { role = "plan" }) do assert(s.text:sub(m.from, m.to) == "水" and m[0] == "水") end
  local empty = 0
  for _ in r:match("x?", { role = "plan" }) do empty = empty + 1 end
  assert(empty > 10) -- an empty match goes on, one character at a time
  raises("wrong pattern: column", r.match, r, "(")
  raises("yanhu.pattern or string expected", r.match, r, {})
  raises("unknown filter 'rol'", r.match, r, "水", { rol = "plan" })
end)

test("fields that do not exist", function()
  raises("a report has no field 'nmae', did you mean 'name'?", function() return r.nmae end)
  raises("a report has no field 'sentence', did you mean 'sentences'?", function() return r.sentence end)
  raises("a report has no field of type number", function() return r[1] end)
  raises("a report cannot be changed", function() r.name = "x" end)
  assert(getmetatable(r) == "locked" and not pcall(setmetatable, r, {}))
end)

test("a closed report and all that came from it is stale", function()
  local q = load()
  local node, mention, meta = q.root, q:quantities()(), q.meta
  local sentences, quantities, matches, selected = q:sentences(), q:quantities(), q:match("水"), q:select("sentence")
  local noise = q:noise()
  assert(sentences() and quantities())
  close(q)
  close(q) -- twice is harmless
  raises("stale report: its report was closed", function() return q.name end)
  raises("stale report", function() return #q end)
  raises("stale node: its report was closed", function() return node.text end)
  raises("stale node", function() return node:sentences() end)
  raises("stale mention: its report was closed", function() return mention.value end)
  raises("stale meta", function() return meta.year end)
  for _, iterator in ipairs { sentences, quantities, matches, selected, noise } do raises("stale", iterator) end
  assert(tostring(q) == "report (closed)" and tostring(node) == "node (stale)" and tostring(mention) == "mention (stale)")
end)

test("closing it while it is walked", function()
  local q = load()
  raises("stale node", q.root.walk, q.root, function() close(q) end)
end)

test("a report lives as long as something of it does", function()
  local node = load().root
  local mention = load():quantities()()
  local next_sentence = load():sentences()
  collectgarbage()
  collectgarbage()
  assert(node.text:find("^云岭县") and mention.text == "3万亩" and next_sentence().kind == "sentence")
end)

test("memory does not grow with reports that are let go", function()
  local function round() for _ = 1, 200 do for s in load():sentences() do assert(s.text) end end collectgarbage() collectgarbage() end
  round()
  local before = collectgarbage("count")
  round()
  assert(collectgarbage("count") < before + 50)
end)

test("by_sentence: the sentences that hold mentions", function()
  local r = yanhu.parse("各位代表：\n提出“茶叶产量5万吨以上、粮食产量9万吨”等目标，2025年茶叶增长5%，2026年再增。\n“新茶工程”开工。\n茶香四溢。人心思进。\n居全省第1位。\n")
  local seen = {}
  local paragraphs = {}
  for sentence, about, period in r:by_sentence() do
    seen[#seen + 1] = ("%s %d %d %d %d %s"):format(sentence.text, about.figures, about.quoted, about.periods, about.between, period and period.text or "-")
    assert(about.role == sentence.role and about.line == sentence.line and about.heading == sentence.heading)
    assert(not about.part == not sentence.part and not about.paragraph == not sentence.paragraph)
    if about.paragraph then paragraphs[about.paragraph] = true end
  end
  local count = 0
  for _ in pairs(paragraphs) do count = count + 1 end
  assert(count == 3)
  assert(table.concat(seen, "\n") == "提出“茶叶产量5万吨以上、粮食产量9万吨”等目标，2025年茶叶增长5%，2026年再增。 3 2 2 1 2025年\n“新茶工程”开工。 0 0 0 0 -\n居全省第1位。 1 0 0 2 -",
    table.concat(seen, "\n"))
  close(r)
end)
