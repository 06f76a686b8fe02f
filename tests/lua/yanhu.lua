-- The table `yanhu`, and selectors as scripts see them.
local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

test("api and version", function() assert(math.type(yanhu.api) == "integer" and yanhu.version:find("^%d+%.%d+%.%d+$")) end)

local function json(v, keys, want)
  local got = yanhu.json(v, keys)
  assert(got == want, got)
end

test("json: numbers", function()
  json({ 1, -1, 0, math.maxinteger, math.mininteger }, nil, "[1,-1,0,9223372036854775807,-9223372036854775808]")
  json({ 4e10, 5.0, -2.0, 6.5, 0.1, 1.37, -0.25, 19720.5 }, nil, "[40000000000,5,-2,6.5,0.1,1.37,-0.25,19720.5]")
  json({ 0.1 + 0.2, 1 / 3, 1e300, 1e-7, 123456789.125 }, nil, "[0.30000000000000004,0.3333333333333333,1e+300,1e-07,123456789.125]")
  raises("JSON cannot hold a number that is not finite", yanhu.json, 0 / 0)
  raises("JSON cannot hold a number that is not finite", yanhu.json, { math.huge })
end)

test("json: every double reads back the same", function()
  local seed = 1
  for _ = 1, 20000 do
    seed = seed * 6364136223846793005 + 1442695040888963407
    local decimals = 10.0 ^ ((seed >> 60) - 4)
    local number = math.floor((seed >> 20 & 0xFFFFFFF) / 3) / decimals
    local text = yanhu.json(number)
    assert(tonumber(text) == number, text)
    assert(#text <= #("%.17g"):format(number), text)
  end
end)

test("json: strings", function()
  json("茶\"\\\n\r\t\1/", nil, [["茶\"\\\n\r\t\u0001/"]])
  json("", nil, '""')
  json("\0", nil, '"\\u0000"')
  raises("JSON cannot hold a string that is not valid UTF-8", yanhu.json, "\xE8\x8C")
end)

test("json: tables", function()
  json({ b = 1, a = { true, false, yanhu.null }, c = {} }, nil, '{"a":[true,false,null],"b":1,"c":[]}')
  json({ b = 1, a = 2, c = 3 }, { "c", "a", "x" }, '{"c":3,"a":2,"x":null}')
  json(nil, nil, "null")
  raises("a table that is neither a list nor an object", yanhu.json, { 1, 2, nil, 4, a = 1 })
  raises("a table that is neither a list nor an object", yanhu.json, { [1] = 1, [3] = 3 })
  raises("a key that is neither a string nor a place in a list", yanhu.json, { [1.5] = 1 })
  raises("JSON cannot hold a function", yanhu.json, { print })
  local loop = {}
  loop.loop = loop
  raises("nested too deeply, or in themselves", yanhu.json, loop)
  raises("table expected", yanhu.json, 1, { "a" })
  raises("bad argument #1", yanhu.json)
end)

test("parse_json", function()
  local v = yanhu.parse_json('{"a": [1, 2.5, "茶", null, true, {"b": []}], "n": 9007199254740991}')
  assert(v.a[1] == 1 and math.type(v.a[1]) == "integer" and v.a[2] == 2.5 and v.a[3] == "茶" and v.a[4] == yanhu.null)
  assert(v.a[5] == true and next(v.a[6].b) == nil and v.n == 9007199254740991 and #v.a == 6)
  assert(yanhu.parse_json("3") == 3 and yanhu.parse_json('"x"') == "x" and yanhu.parse_json("[]")[1] == nil)
  for _, wrong in ipairs { "", "{", "[1,]", "{'a':1}", "1 2", "nul" } do
    local value, message = yanhu.parse_json(wrong)
    assert(value == nil and message:find("no JSON from byte %d+ on"), wrong)
  end
  assert(yanhu.json(yanhu.parse_json(yanhu.json { a = { 1, { b = "茶" } } })) == '{"a":[1,{"b":"茶"}]}')
  raises("nested too deeply", yanhu.parse_json, ("["):rep(200) .. ("]"):rep(200))
  assert(yanhu.parse_json(("["):rep(100000)) == nil)
end)

test("width", function()
  assert(yanhu.width("茶a") == 3 and yanhu.width("") == 0 and yanhu.width("：“") >= 3 and yanhu.width("\xFF") == 1)
end)

test("sha1", function()
  assert(yanhu.sha1("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
  assert(yanhu.sha1("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
end)

test("region", function()
  local p = yanhu.region("山西省")
  assert(p.name == "山西省" and p.code == "140000" and p.level == "province")
  assert(yanhu.region("全国").code == "000000" and yanhu.region("全国").level == "national")
  assert(yanhu.region("北京市朝阳区").code == "110105" and yanhu.region("北京市朝阳区").level == "county")
  assert(yanhu.region("朝阳区") == nil) -- there are several
  assert(yanhu.region("没有省") == nil and yanhu.region("") == nil and yanhu.region("山西省的") == nil)
  assert(yanhu.region("\xE5\xB1") == nil and yanhu.region(("山"):rep(1000)) == nil)
end)

test("parse: the world failing is nil, message, code", function()
  local r, message, code = yanhu.parse("")
  assert(r == nil and type(message) == "string" and type(code) == "string")
end)

test("parse: wrong options", function()
  raises("unknown option 'nmae', did you mean 'name'?", yanhu.parse, "茶", { nmae = "x" })
  raises("option 'name' is a string", yanhu.parse, "茶", { name = 3 })
  raises("option 'year' is an integer", yanhu.parse, "茶", { year = "2025" })
  raises("string expected", yanhu.parse)
end)

test("selectors point to what is wrong in them", function()
  local r = assert(yanhu.parse("各位代表：\n种茶3万亩。\n"))
  local done, message = pcall(r.select, r, "sentence[text*=茶] clasue")
  assert(not done and message:find("wrong selector: column 19: unknown kind 'clasue', did you mean 'clause'?", 1, true), message)
  local caret = message:match("\n( *)%^$")
  assert(#caret - 2 == yanhu.width("sentence[text*=茶] "), message)
  raises("string expected", r.select, r)
  for i = 1, 300 do for _ in r:select("sentence[line=" .. i .. "]") do end end -- more than are kept
  assert(r:select("sentence[has=area]")().text == "种茶3万亩。")
end)

test("split: the words between white space", function()
  local function join(s) return table.concat(yanhu.split(s), "|") end
  assert(join("增长 提高\n  下降\t减少") == "增长|提高|下降|减少" and join("") == "" and join(" \n ") == "" and join("茶\0园 a") == "茶\0园|a")
  assert(not pcall(yanhu.split))
end)
