-- Facts against gold: which were found, which fields are right, per rule too. A fact is found where, in the same
-- sentence, a gold fact has the same value expression: the same bounds or value, its text equal or one holding the other.

local M = {}

M.fields = { "op", "unit", "measure", "status", "period", "indicator", "id" }

local dashes = { ["—"] = "-", ["–"] = "-", ["~"] = "-", ["～"] = "-", ["－"] = "-", ["‑"] = "-" }

--- Text without blanks, full-width letters and digits made narrow, every dash the same.
function M.normal(s)
  if not s then return "" end
  s = s:gsub("[\xE2\xEF][\x80-\xBF][\x80-\xBF]", function(c)
    if dashes[c] then return dashes[c] end
    local code = utf8.codepoint(c)
    if code >= 0xFF01 and code <= 0xFF5E then return string.char(code - 0xFEE0) end
  end)
  return (s:gsub("　", ""):gsub("%s+", ""):gsub("~", "-"))
end

local function close(a, b)
  if a == nil or b == nil then return a == b end
  return math.abs(a - b) <= 1e-6 * math.max(1, math.abs(a), math.abs(b))
end

local function count(s)
  local chars, n = {}, 0
  for _, code in utf8.codes(s, true) do
    chars[code] = (chars[code] or 0) + 1
    n = n + 1
  end
  return chars, n
end

--- How alike two names are, 0 to 1: the characters they share; one within the other counts 0.6 at least.
function M.likeness(a, b)
  a, b = M.normal(a), M.normal(b)
  if a == "" or b == "" then return 0 end
  local A, n = count(a)
  local B, m = count(b)
  if a:find(b, 1, true) or b:find(a, 1, true) then return math.max(0.6, math.min(n, m) / math.max(n, m)) end
  local same = 0
  for code, times in pairs(A) do same = same + math.min(times, B[code] or 0) end
  return 2 * same / (n + m)
end

local function same_value(gold, fact)
  local a, b = M.normal(gold.text), M.normal(fact.text)
  if not (a:find(b, 1, true) or b:find(a, 1, true)) then return false end
  return close(gold.low, fact.low) and close(gold.high, fact.high) or gold.value ~= nil and close(gold.value, fact.value)
end

local amount = { level = "amount", count = "amount" }
local bound = { ["="] = "=", ["≈"] = "=", ["≥"] = "≥", [">"] = "≥", ["≤"] = "≤", ["<"] = "≤", range = "range" }

-- field → is it right; `strict` all that make a fact's identity
local function judged(gold, fact)
  local ok = {
    op = gold.op == fact.op,
    unit = M.normal(gold.unit) == M.normal(fact.unit),
    measure = (amount[gold.measure] or gold.measure) == (amount[fact.measure] or fact.measure),
    status = gold.status == fact.status,
    period = (gold.period or "") == (fact.period or ""),
    indicator = M.likeness(gold.indicator, fact.indicator) >= 0.6,
    id = gold.id == fact.id,
  }
  ok.strict = bound[gold.op] == bound[fact.op] and ok.unit and ok.measure and ok.status and ok.period and ok.indicator and ok.id
  return ok
end

-- The facts of a gold sentence: by its text, by its hash, or by a longer or shorter quote that holds it.
local function facts_of(gold, by_quote, by_hash, quotes)
  if not gold.sentence then return by_hash[gold.id] or {} end
  local s = M.normal(gold.sentence)
  if by_quote[s] then return by_quote[s] end
  local found = {}
  for _, quote in ipairs(quotes) do
    local inside = quote ~= "" and s:find(quote, 1, true)
    local around = #s > 24 and quote:find(s, 1, true)
    if inside or around then
      for _, fact in ipairs(by_quote[quote]) do
        local at = fact.offset and #M.normal(fact.quote:sub(1, (utf8.offset(fact.quote, fact.offset + 1) or 1) - 1)) + 1
        if inside or not at or at >= around and at < around + #s then found[#found + 1] = fact end
      end
    end
  end
  return found
end

--- Compares lists of gold sentences and facts. Returns a table: found, right, gold, strict, fields, rules, misses.
function M.compare(gold, facts)
  local by_quote, by_hash, quotes = {}, {}, {}
  for _, fact in ipairs(facts) do
    local quote = fact.quote or ""
    local hash = yanhu.sha1(quote):sub(1, 12)
    local text = M.normal(quote)
    if not by_quote[text] then
      by_quote[text] = {}
      quotes[#quotes + 1] = text
    end
    table.insert(by_quote[text], fact)
    by_hash[hash] = by_hash[hash] or {}
    table.insert(by_hash[hash], fact)
  end
  local result = { gold = 0, found = 0, right = 0, strict = 0, sentences = #gold, fields = {}, rules = {}, misses = {} }
  for _, field in ipairs(M.fields) do result.fields[field] = 0 end
  local function rule(fact)
    local name = fact.rule or "?"
    result.rules[name] = result.rules[name] or { found = 0, right = 0, strict = 0 }
    return result.rules[name]
  end
  for _, sentence in ipairs(gold) do
    local got, used = facts_of(sentence, by_quote, by_hash, quotes), {}
    for _, wanted in ipairs(sentence.facts) do
      result.gold = result.gold + 1
      local best, likest = nil, -1
      for index, fact in ipairs(got) do
        if not used[index] and same_value(wanted, fact) then
          local alike = M.likeness(wanted.indicator, fact.indicator)
          if alike > likest then best, likest = index, alike end
        end
      end
      if not best then
        table.insert(result.misses, { kind = "missed", sentence = sentence, gold = wanted })
      else
        used[best] = true
        local fact, tally = got[best], rule(got[best])
        local ok = judged(wanted, fact)
        result.right, tally.found, tally.right = result.right + 1, tally.found + 1, tally.right + 1
        local wrong = {}
        for _, field in ipairs(M.fields) do
          if ok[field] then result.fields[field] = result.fields[field] + 1 else wrong[#wrong + 1] = field end
        end
        if ok.strict then result.strict, tally.strict = result.strict + 1, tally.strict + 1 end
        if #wrong > 0 then table.insert(result.misses, { kind = "wrong", sentence = sentence, gold = wanted, fact = fact, fields = wrong }) end
      end
    end
    result.found = result.found + #got
    for index, fact in ipairs(got) do
      if not used[index] then
        rule(fact).found = rule(fact).found + 1
        table.insert(result.misses, { kind = "false", sentence = sentence, fact = fact })
      end
    end
  end
  local function ratio(a, b) return b > 0 and a / b or 0 end
  result.precision, result.recall = ratio(result.right, result.found), ratio(result.right, result.gold)
  result.f1 = ratio(2 * result.right, result.found + result.gold)
  result.strict_f1 = ratio(2 * result.strict, result.found + result.gold)
  return result
end

return M
