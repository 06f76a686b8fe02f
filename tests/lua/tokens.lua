-- d:tokens(sentence): a sentence as tokens. Fictional sentences.
package.path = "lua/?.lua;" .. package.path
local function raises(pattern, f, ...)
  local done, message = pcall(f, ...)
  assert(not done, "does not raise")
  assert(message:find(pattern, 1, true), message)
end

local words = {
  ["增长"] = { rise = true }, ["高"] = { rise = true, brief = true }, ["高质量"] = { plain = true }, ["，"] = { stop = true }, ["。"] = { stop = true },
  ["（"] = { open = true }, ["）"] = { close = true }, ["是"] = { level = true }, ["二是"] = { noun = true }, ["年均"] = { tempers = true },
  ["扩大到"] = { reach = true }, ["扩大"] = { rise = true },
}
local d = yanhu.dictionary(words)

local function first(text) -- the first sentence with text of a report of one paragraph
  return yanhu.parse(text):sentences()()
end

-- 全县|增长[rise]|5%(quantity): how a sentence is cut.
local function cut(text)
  local sentence = first(text)
  local tokens, parts = d:tokens(sentence), {}
  local at = 1
  for k, t in ipairs(tokens) do
    assert(t.from == at and t.to >= t.from, "a gap before token " .. k)
    at = t.to + 1
    local one = sentence.text:sub(t.from, t.to)
    if t.w then one = one .. "[]" end
    if t.kind then one = one .. "(" .. t.kind .. ")" end
    assert((t.m ~= false) == (t.kind ~= false) or k == 1 and t.kind == "numeral") -- which may be a marker
    assert(not (t.w and t.m))
    parts[k] = one
  end
  return table.concat(parts, "|"), tokens
end

local function same(text, wanted)
  local real, tokens = cut(text)
  assert(real == wanted, "\nreal:   " .. real .. "\nwanted: " .. wanted)
  return tokens
end

local function list(places) return table.concat(places, " ") end

test("mentions, words and what lies between", function()
  local tokens = same("全县茶叶产量增长5%，鱼虾增长6吨。", "全县茶叶产量|增长[]|5%(quantity)|，[]|鱼虾|增长[]|6吨(quantity)|。[]")
  assert(list(tokens.values) == "3 7" and list(tokens.floors) == "0 4" and list(tokens.clauses) == "1 5" and list(tokens.periods) == "")
  assert(tokens[3].m.value == 5 and tokens[3].m.unit == "%" and tokens[3].m.kind == "quantity" and tokens[3].m.first_year == nil)
  assert(tokens[2].w == words["增长"] and tokens.tempered == false)
end)

test("a sentence is read to the end of its last figure's clause, without figures to its own", function()
  same("茶叶增长5%，鱼虾增长。", "茶叶|增长[]|5%(quantity)|，[]")
  same("茶叶增长，鱼虾增长。", "茶叶|增长[]|，[]|鱼虾|增长[]|。[]")
end)

test("a marker that opens the sentence is one token, and its clause begins behind it", function()
  for _, marker in ipairs { "——", "（一）", "2.", "三是", "首先，", "●", "一、" } do
    local tokens = same(marker .. "茶叶增长5%。", marker .. "(numeral)|茶叶|增长[]|5%(quantity)|。[]")
    assert(list(tokens.floors) == "1" and list(tokens.clauses) == "2" and tokens[1].m == false, marker)
  end
  same("一、二、三产茶叶增长5%。", "一(numeral)|、二、三产茶叶|增长[]|5%(quantity)|。[]")
  same("-5℃增长5%。", "-5℃(quantity)|增长[]|5%(quantity)|。[]")
  same("茶叶。二、茶叶增长5%。", "茶叶|。[]")
end)

test("brief and plain words", function()
  same("产量高5%。", "产量|高[]|5%(quantity)|。[]")
  same("高产量增长5%。", "高产量|增长[]|5%(quantity)|。[]")
  same("高质量增长5%。", "高质量|增长[]|5%(quantity)|。[]")
end)

test("the word ends where a mention begins; a numeral within a word is the word's", function()
  same("茶叶二是增长5%。", "茶叶|二是[]|增长[]|5%(quantity)|。[]")
  local tokens = same("规模扩大到年末的5万吨。", "规模|扩大[]|到年末(period)|的|5万吨(quantity)|。[]")
  assert(list(tokens.periods) == "3" and list(tokens.periods_before) == "1" and tokens[3].m.text == "到年末" and tokens[3].m.value == nil)
end)

test("brackets without figures are one token", function()
  same("产量（含茶，和鱼）增长5%。", "产量|（含茶，和鱼）|增长[]|5%(quantity)|。[]")
  same("产量（增长3%）增长5%。", "产量|（[]|增长[]|3%(quantity)|）[]|增长[]|5%(quantity)|。[]")
end)

test("a length in words before a verb says when", function()
  local tokens = same("三年增长17%。", "三年(span)|增长[]|17%(quantity)|。[]")
  assert(list(tokens.values) == "3" and tokens[1].m.unit == "年")
end)

test("words that bear on time", function() assert(select(2, cut("产量年均增长5%。")).tempered) end)

test("a list's words are their own values", function()
  local tokens = yanhu.dictionary({ "产量" }):tokens(first("茶叶产量5吨。"))
  assert(#tokens == 4 and tokens[2].w == "产量" and tokens[3].kind == "quantity" and tokens[4].w == false)
end)

test("tokens are made once", function()
  local sentence = first("茶叶增长5%。")
  local one = d:tokens(sentence)
  local first_token = one[1]
  local two = d:tokens(sentence)
  assert(one ~= two and two[1] == first_token and one[1] == first_token)
  raises("until the next sentence", function() return one[2] end)
  assert(two[0] == nil and two[5] == nil and two.none == nil)
end)

test("a long sentence", function()
  local tokens = d:tokens(first(("茶叶增长5%、"):rep(5000)))
  assert(#tokens.values == 5000 and #tokens == 15001, #tokens.values .. " " .. #tokens)
end)

test("settle is called once for each word met, and may read tokens itself", function()
  local met, dictionary = {}, yanhu.dictionary { "增长", "茶叶", "鱼虾", "，" }
  local other = first("茶叶增长5%，鱼虾增长6%。")
  local function settle(word)
    met[#met + 1] = word
    dictionary:tokens(other)
  end
  local tokens = dictionary:tokens(first("茶叶增长7%，茶叶增长8%。"), settle)
  assert(#tokens == 8 and tokens[7].m.value == 8, #tokens)
  dictionary:tokens(other, settle)
  table.sort(met)
  assert(list(met) == "增长 茶叶 鱼虾 ，", list(met))
end)

test("bits", function()
  local classes = require "yanhu.classes"
  local function bits(...)
    local masks = { ... }
    for k, names in ipairs(masks) do masks[k] = classes.any(names) end
    return masks
  end
  local function settle(word) return classes.of(word) | 1 end -- the first are d:tokens' own
  local all = {}
  for word, value in pairs(words) do
    all[word] = { word = word }
    for name in pairs(value) do all[word][name] = true end
  end
  local dictionary = yanhu.dictionary(all)
  local function same_bits(text, ...)
    local tokens, wanted = dictionary:tokens(first(text), settle), bits(...)
    assert(#tokens == #wanted, #tokens)
    for k, mask in ipairs(wanted) do assert(tokens.bits[k] == mask, ("token %d: %x, not %x"):format(k, tokens.bits[k], mask)) end
    for k = 1, 3 do assert(tokens.bits[1 - k] == 0 and tokens.bits[#tokens + k] == 0) end
    for k, t in ipairs(tokens) do assert(tokens.at[k] == t.from and tokens.at[k + 1] == t.to + 1) end
  end
  same_bits("三年增长17%鱼虾，全市第1。", "span mention", "word rise", "quantity mention figure", "text", "word stop", "place mention figure", "word stop")
  same_bits("2024年“鱼虾”增长5%。", "period mention", "term mention", "word rise", "quantity mention figure", "word stop")
  same_bits("一是《鱼虾》增长5%。", "numeral", "book mention", "word rise", "quantity mention figure", "word stop")
end)

test("classes of words", function()
  local classes = require "yanhu.classes"
  local count, sweet = classes.count(), classes.words "甜 苦"
  assert(classes.words "甜 苦" == sweet and classes.count() == count + 1)
  local act, noun = classes.each "act noun"
  assert(classes.any "act noun" == act | noun and classes.of { word = "甜", noun = true, act = false } == sweet | noun | classes.any "word")
  raises("no class `verb`", classes.any, "act verb")
end)

test("the places of figures are those of the sentence that was read last", function()
  d:tokens(first("茶叶增长5%，鱼虾增长6吨，果品增长7%。"))
  local tokens = d:tokens(first("2025年茶叶增长5%。"))
  assert(list(tokens.values) == "4" and list(tokens.floors) == "0" and list(tokens.clauses) == "1" and list(tokens.periods_before) == "1" and list(tokens.periods) == "1")
  assert(list(d:tokens(first("茶叶增长。")).values) == "")
end)

test("words as bits, their values made when they are met", function()
  local STOP, RISE, LEVEL = 1 << 2, 1 << 6, 1 << 11 -- plain brief stop tempers open close rise fall reach adverb act level
  local names = yanhu.dictionary { ["，"] = STOP, ["。"] = STOP, ["增长"] = RISE, ["达到"] = LEVEL, ["10"] = 1 }
  local met = {}
  local function settle(value, word)
    met[#met + 1] = word .. value
    return 1 << 20, { name = word }
  end
  local tokens = names:tokens(first("茶叶增长5%，鱼虾达到6吨，客运增长。"), settle)
  assert(#tokens == 8, #tokens) -- 鱼虾达到6吨， is the last clause with a figure
  local has = 0
  for k = 1, #tokens do has = has | tokens.bits[k] end
  assert(tokens.has == has and has & 1 << 20 ~= 0)
  assert(tokens[2].w.name == "增长" and tokens[2].w == names:tokens(first("增长5%。"), settle)[1].w)
  table.sort(met)
  assert(list(met) == "。4 增长64 达到2048 ，4", list(met))
end)

test("misuse", function()
  raises("function expected", d.tokens, d, first("茶叶增长5%。"), "settle")
  raises("yanhu.node expected", d.tokens, d, "茶叶")
  raises("not a sentence", d.tokens, d, yanhu.parse("茶叶增长5%。").root)
  raises("yanhu.node expected", d.tokens, d)
end)
