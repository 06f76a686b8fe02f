-- Rules as tables (yanhu.finder) and where they stand in a script (yanhu.source).
package.path = "lua/?.lua;" .. package.path
package.loaded["yanhu.strict"] = assert(loadfile "lua/yanhu/strict.lua")(function(_, names) return names[1] and nil end)
local finder = require "yanhu.finder"
local source = require "yanhu.source"

local report = assert(yanhu.parse([[
云岭县政府工作报告
各位代表：
一、2024年工作回顾
全年改造老旧小区20个、危房35户，投资1.2亿元。新建公园3处，改造公园2处。
二、2025年工作安排
（一）抓好项目
改造老旧小区12个，新建学校2所，投资约3亿元。
]], { name = "yunling-2025", year = 2025 }))

-- `rule:text` of each hit, in order
local function found(rules)
  local list = {}
  for index, hit in ipairs(finder.new(rules):find(report)) do list[index] = hit.rule .. ":" .. hit.text end
  return table.concat(list, " ")
end

local function equal(got, wanted)
  if got ~= wanted then error(("got %s\nwanted %s"):format(tostring(got), tostring(wanted)), 2) end
end

test("pattern, words, role", function()
  equal(found { { name = "a", pattern = "公园\\d处" } }, "a:公园3处 a:公园2处")
  equal(found { { name = "a", words = { "新建", "改造" }, where = { role = "plan" } } }, "a:改造 a:新建")
end)

test("a hit knows where it stands", function()
  for _, within in ipairs { "sentence", "clause" } do
    local hits = finder.new({ { name = "a", pattern = "公园(?<count>\\d)处", within = within } }):find(report)
    equal(#hits, 2)
    for _, hit in ipairs(hits) do
      equal(hit.sentence.text:sub(hit.from, hit.to), hit.text)
      equal(hit.node.kind, within)
    end
    equal(hits[2].captures.count, "2")
  end
end)

test("overlaps: the first by priority, then by order, takes its characters", function()
  equal(found { { name = "long", pattern = "改造老旧小区" }, { name = "short", pattern = "老旧小区|危房" } },
    "long:改造老旧小区 short:危房 long:改造老旧小区")
  equal(found { { name = "long", pattern = "改造老旧小区" }, { name = "short", pattern = "老旧小区|危房", priority = 1 } },
    "short:老旧小区 short:危房 short:老旧小区")
  equal(found { { name = "long", pattern = "改造老旧小区" }, { name = "short", pattern = "老旧小区|危房", overlap = true } },
    "long:改造老旧小区 short:老旧小区 short:危房 long:改造老旧小区 short:老旧小区")
end)

test("a silent rule takes its characters and is not listed", function()
  equal(found { { name = "not", pattern = "改造公园", silent = true }, { name = "a", pattern = "公园" } }, "a:公园")
end)

test("later rules see earlier ones: seen, unseen, test", function()
  local money = { name = "money", pattern = "投资.*?亿元" }
  equal(found { money, { name = "a", words = { "改造" }, where = { seen = "money" } } }, "a:改造 money:投资1.2亿元 a:改造 money:投资约3亿元")
  equal(found { money, { name = "a", words = { "改造" }, where = { unseen = "money" } } }, "money:投资1.2亿元 a:改造 money:投资约3亿元")
  local seen
  found { money, { name = "a", words = { "新建" }, test = function(hit, earlier)
    seen = (seen or "") .. hit.text .. #earlier
    return false
  end } }
  equal(seen, "新建0新建1")
end)

test("has, title, select, unless, within", function()
  equal(found { { name = "a", words = { "改造" }, within = "clause", where = { has = "money" } } }, "")
  equal(found { { name = "a", words = { "投资" }, within = "clause", where = { has = { "money", "quantity" } } } }, "a:投资 a:投资")
  equal(found { { name = "a", words = { "改造" }, where = { title = "项目$" } } }, "a:改造")
  equal(found { { name = "a", words = { "改造" }, where = "section" } }, "a:改造")
  equal(found { { name = "a", words = { "改造" }, unless = "投资" } }, "a:改造")
  equal(found { { name = "a", where = { has = "money" }, within = "clause" } }, "a:投资1.2亿元。 a:投资约3亿元。")
end)

test("rows: captures, fields, set, numbers as yanhu reads them", function()
  local columns = { { name = "what" }, { name = "count", type = "number" }, { name = "unit" }, { name = "kind" }, { name = "n", type = "integer" }, { name = "role" } }
  local set = finder.new({ { name = "a", pattern = "投资(?:约)?(?<count>[\\d.]+亿元)", set = { kind = "money" },
    fields = { what = function(hit, args) return hit.rule .. args.x end, n = 1 } } }, columns)
  local hits = set:find(report)
  equal(#hits, 2)
  local row = finder.row(hits[2], columns, { x = "!" })
  equal(row.what, "a!")
  equal(row.count, 3e8)
  equal(row.n, 3e8)
  equal(row.unit, "元")
  equal(row.kind, "money")
  equal(row.role, "plan")
  equal(row.at, hits[2].node)
end)

test("a number that may be one of several is none", function()
  local columns = { { name = "value", type = "number" } }
  local hits = finder.new({ { name = "a", pattern = "公园3处.*公园2处" } }, columns):find(report)
  equal(finder.row(hits[1], columns).value, nil)
end)

test("without columns a row has what the rule names", function()
  local row = finder.row(finder.new({ { name = "a", pattern = "公园(?<count>\\d)处", set = { b = true } } }):find(report)[1])
  equal(row.rule .. row.text .. row.count .. tostring(row.b), "a公园3处3true")
  equal(row.from, nil)
end)

test("a sentence of ten thousand clauses takes linear time", function()
  local long = assert(yanhu.parse("云岭县政府工作报告\n各位代表：\n一、2024年工作回顾\n" .. ("新建公园3处，"):rep(10000) .. "改造小区2个。\n"))
  local columns = { { name = "value", type = "number" } }
  local set = finder.new({ { name = "a", words = { "新建" } }, { name = "b", pattern = "公园\\d处", within = "clause" }, { name = "c", words = { "园" } } }, columns)
  local begin, sum = os.clock(), 0
  for _, hit in ipairs(set:find(long)) do sum = sum + (hit.rule == "b" and finder.row(hit, columns).value or 0) end
  equal(sum, 30000)
  assert(os.clock() - begin < 5, "more than 5 s")
end)

test("reports one after another: nothing is kept of one that is closed", function()
  local columns = { { name = "value", type = "number" } }
  local set = finder.new({ { name = "a", pattern = "公园\\d处" } }, columns)
  for count = 1, 3 do
    local one = assert(yanhu.parse(("云岭县政府工作报告\n各位代表：\n一、2024年工作回顾\n新建公园%d处。\n"):format(count)))
    equal(finder.row(set:find(one)[1], columns).value, count)
    close(one)
  end
end)

local wrong = {
  { "unknown field `patern`", { name = "a", patern = "x" } },
  { "has no `name`", { pattern = "x" } },
  { "looks for nothing", { name = "a" } },
  { "not both", { name = "a", pattern = "x", words = { "x" } } },
  { "wrong pattern: missing closing parenthesis", { name = "a", pattern = "(x" } },
  { "wrong pattern", { name = "a", pattern = "x", unless = "[" } },
  { "unknown role 'pln'", { name = "a", where = { role = "pln" } } },
  { "unknown mention or dimension 'mony'", { name = "a", where = { has = "mony" } } },
  { "wrong selector: unknown kind 'itm'", { name = "a", where = "itm" } },
  { "no rule `b` is tried before", { name = "a", where = { seen = "b" } } },
  { "`within` is sentence or clause", { name = "a", pattern = "x", within = "part" } },
  { "`priority` must be a number", { name = "a", pattern = "x", priority = "high" } },
  { "no capture `y`", { name = "a", pattern = "(?<x>.)", fields = { c = "y" } } },
  { "`columns` names no `d`", { name = "a", pattern = "x", set = { d = 1 } } },
  { "cannot be named `from`", { name = "a", pattern = "(?<from>x)" } },
  { "examples[1] must be", { name = "a", pattern = "x", examples = { {} } } },
  { "unknown field `where.rol`", { name = "a", where = { rol = "plan" } } },
}
for _, case in ipairs(wrong) do
  test("a wrong rule: " .. case[1], function()
    local good, message = pcall(finder.new, { case[2] }, { "c" })
    assert(not good and message:find(case[1], 1, true), message)
  end)
end

test("two rules of one name", function()
  local good, message = pcall(finder.new, { { name = "a", pattern = "x" }, { name = "a", pattern = "y" } })
  assert(not good and message:find("two rules are named `a`", 1, true), message)
end)

test("tokens: comments, long strings, escapes", function()
  local list = {}
  for index, token in ipairs(source.tokens [==[
a = "x\"y" -- "no"
--[[ b = 1 ]] c = [=[long]]]=] d=1.5e3]==]) do list[index] = token.text end
  equal(table.concat(list, " "), [==[a = "x\"y" c = [=[long]]]=] d = 1.5e3]==])
end)

test("a rule's field, by name, by number, by path", function()
  local text = 'rules = {\n  { name = "a", pattern = "x" },\n  { pattern = "y", test = function() if 1 then end end, where = { ["role"] = "z" } },\n}'
  local tokens = source.tokens(text)
  local function at(...) return ("%d:%d"):format(source.place(text, source.rule(tokens, ...).from)) end
  equal(at("a", 1, "pattern"), "2:17")
  equal(at(nil, 2, "pattern"), "3:5")
  equal(at(nil, 2, "where.role"), "3:68")
  equal(at(nil, 2, "nothing"), "3:3")
  equal(source.rule(tokens, nil, 3, "pattern"), nil)
end)

test("a column within a literal counts characters, not what escapes them", function()
  local function at(literal, column)
    local token = source.tokens(literal)[1]
    return source.within(token, column)
  end
  equal(at('"abc"', 2), 3)
  equal(at('"\\\\d(x"', 3), 5)
  equal(at('"小区(x"', 3), 8)
  equal(at('[[小(x]]', 2), 6)
  equal(at('"\\u{5c0f}(x"', 2), 10)
  equal(at('"a\\nb"', 3), 1)
end)
