-- The type `mention`.
local file = assert(io.open("tests/lua/yunling.txt"))
local r = assert(yanhu.parse(file:read("a"), { name = "yunling" }))
file:close()

local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

local by_text = {}
for m in r:mentions() do by_text[m.text] = by_text[m.text] or m end
local function mention(text) return assert(by_text[text], "no mention " .. text) end

test("quantities", function()
  local m = mention("400亿元以上")
  assert(m.kind == "quantity" and m.value == 40000000000 and m.low == 40000000000 and m.high == nil)
  assert(m.op == "≥" and m.unit == "元" and m.dimension == "money" and m.core == "400亿元")
  assert(m.sentence.text:sub(m.core_from, m.core_to) == m.core)
  local p = mention("6.5%")
  assert(p.value == 6.5 and p.low == 6.5 and p.high == 6.5 and p.op == "=" and p.unit == "%" and p.dimension == "percent")
  assert(mention("两个").value == 2)
  local range = mention("4.5—5万吨")
  assert(range.value == nil and range.low == 45000 and range.high == 50000 and range.op == "range")
end)

test("ranks", function()
  local m = mention("全市第2位")
  assert(m.kind == "rank" and m.value == 2 and m.unit == "位" and m.core == "第2位", m.core)
end)

test("periods", function()
  local m = mention("到2027年")
  assert(m.kind == "period" and m.first_year == 2027 and m.last_year == 2027 and m.period == "2027" and m.use == "by")
  assert(m.grain == "year" and m.month == nil and m.day == nil)
  assert(m.value == nil and m.unit == nil and m.op == nil and m.dimension == nil and m.why == nil)
  local span = assert(yanhu.parse("各位代表：\n“十四五”时期种茶3万亩。\n", { year = 2026 })):periods()()
  assert(span.period == "2021-2025" and span.first_year == 2021 and span.last_year == 2025 and span.grain == "plan-period")
end)

test("terms and books", function()
  assert(mention("“智慧茶园”").core == "智慧茶园" and mention("《云岭茶产业条例》").core == "云岭茶产业条例")
  assert(mention("“智慧茶园”").kind == "term" and mention("《云岭茶产业条例》").kind == "book")
  assert(mention("“智慧茶园”").period == nil and mention("“智慧茶园”").grain == nil)
end)

test("numerals say why they are no quantities", function()
  local seen = false
  for m in r:numerals() do seen = true; assert(type(m.why) == "string" and m.value == nil) end
  assert(seen)
end)

test("quotation marks", function()
  local q = assert(yanhu.parse("各位代表：\n实施“3个一”工程，印发《2个办法》，种茶5亩。\n"))
  for m in q:mentions() do
    if m.text == "5亩" then assert(m.quoted == false and m.in_book == false) end
    if m.text:find("^3") then assert(m.quoted) end
    if m.text:find("^2") then assert(m.in_book) end
  end
end)

test("places", function()
  for m in r:mentions() do
    assert(m.sentence.text:sub(m.from, m.to) == m.text)
    assert(m.sentence.text:sub(m.core_from, m.core_to) == m.core)
    assert(r.text:sub(utf8.offset(r.text, m.start + 1), utf8.offset(r.text, m.stop + 1) - 1) == m.text)
    assert(#m == utf8.len(m.text) and m.report == r and m.line == m.sentence.line)
    assert(m.clause.kind == "clause" and m.clause.sentence == m.sentence)
    assert(m.clause.from <= m.from and m.to <= m.clause.to or m.kind ~= "quantity")
  end
end)

test("the same mention is the same value", function()
  local m = r:quantities()()
  assert(rawequal(m, r:quantities()()) and m == m.sentence:quantities()() and m ~= r:ranks()())
end)

test("misuse", function()
  local m = r:quantities()()
  raises("a mention has no field 'vlaue', did you mean 'value'?", function() return m.vlaue end)
  raises("a mention cannot be changed", function() m.value = 1 end)
  assert(getmetatable(m) == "locked")
  assert(tostring(m) == "quantity “3万亩” (line 8)", tostring(m))
end)
