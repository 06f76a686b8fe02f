-- A sentence as tokens: its mentions, the words of the lexicon and the text between them, in one pass.
--
-- A token is a table { from, to, w, m, text }: bytes in the sentence; `w` the lexicon's entry (classes as fields),
-- `m` a mention; neither for a stretch of other text. Tokens cover the sentence without a gap.

local lexicon = require "yanhu.lexicon"
local indicators = require "yanhu.indicators"

local M = {}

local dictionary, known = nil, 0

-- The lexicon's words and the indicators' wordings in one dictionary, made anew when a user added indicators.
local function words()
  if not dictionary or known ~= #indicators.list then
    local all = {}
    for wording, entry in pairs(indicators.words) do all[wording] = lexicon.settle { word = wording, noun = true, indicator = entry } end
    for word, entry in pairs(lexicon.words) do
      if indicators.words[word] then -- a word of both: grammar with the indicator's name on it
        local copy = { indicator = indicators.words[word] }
        for key, value in pairs(entry) do copy[key] = value end
        entry = copy
      end
      all[word] = lexicon.settle(entry)
    end
    dictionary, known = yanhu.dictionary(all), #indicators.list
  end
  return dictionary
end

-- Mentions that are one token whatever stands in them; terms and books too when no quantity is inside.
local opaque = { quantity = true, rank = true, period = true, numeral = true, book = true, term = true }

-- A bracket without a figure in it is one token of text: a stop inside it cuts no clause.
local function without_asides(tokens)
  local kept, k, n = {}, 1, #tokens
  while k <= n do
    local t = tokens[k]
    if t.w and t.w.open then
      local c = k + 1
      local furthest = math.min(n, k + 120)
      while c <= furthest and not (tokens[c].w and tokens[c].w.close) and tokens[c].kind ~= "quantity" and tokens[c].kind ~= "rank" do c = c + 1 end
      if c <= furthest and tokens[c].w and tokens[c].w.close then
        t = { from = t.from, to = tokens[c].to, w = false, m = false, kind = false }
        k = c
      end
    end
    kept[#kept + 1] = t
    k = k + 1
  end
  return kept
end

-- 五年降低17%: a length in words before a verb says when.
local function tells_when(m, after)
  local w = after and after.w
  return w and (w.rise or w.fall or w.reach or w.adverb or w.act or w.level) and not m.text:find("%d")
end

-- `marks`: the indices of the tokens that matter here, nil for all.
local function survey(tokens, marks)
  local values, floors, clauses, periods, before, n = {}, {}, {}, {}, {}, 0
  local floor, clause, count = 0, 1, #tokens
  local one, two = tokens[1], tokens[2]
  if count > 2 and one.kind == "numeral" and two.w and (two.w.word == "是" or two.w.word == "要") then floor, clause = 1, 2 end -- 四是…
  for position = 1, marks and #marks or count do
    local k = marks and marks[position] or position
    local t = tokens[k]
    local kind, w = t.kind, t.w
    if kind == "quantity" and t.m.unit == "年" and tells_when(t.m, tokens[k + 1]) then
      t.kind = "span"
    elseif kind == "quantity" or kind == "rank" then
      n = n + 1
      values[n], floors[n], clauses[n], before[n] = k, floor, clause, #periods
      floor = k
    elseif kind == "period" then
      periods[#periods + 1] = k
    elseif w then
      if w.stop then floor, clause = k, k + 1 elseif w.tempers then tokens.tempered = true end
    end
  end
  tokens.values, tokens.floors, tokens.clauses, tokens.periods, tokens.periods_before = values, floors, clauses, periods, before
end

local pool = {} -- tokens are made once and filled anew for each sentence: nobody keeps them longer

--- Tokens of the sentence text `s`; `mentions` are its mentions in order. What follows the clause of the last figure
--- is left out. `tokens.values`, `floors`, `clauses`: the indices of the figures, of the boundary before each and of the
--- start of its clause; `tokens.periods` those of the periods, `periods_before` how many of them stand before each figure;
--- `tempered`: a word bears on time. The tokens are good until the next call.
function M.read(s, mentions)
  local tokens, n, marks = {}, 0, {}
  local at, nth, count = 1, 1, #mentions
  local froms, kinds, last_value = {}, {}, 0 -- fields of mentions cost a call: each is read once
  for k = 1, count do
    local m = mentions[k]
    local kind, from = m.kind, m.from
    froms[k], kinds[k] = from, kind
    if kind == "quantity" or kind == "rank" then last_value = from end
  end
  local function add(from, to, w, m, kind)
    n = n + 1
    local t = pool[n]
    if t then
      t.from, t.to, t.w, t.m, t.kind, t.swallowed = from, to, w, m, kind, false
    else
      t = { from = from, to = to, w = w, m = m, kind = kind, swallowed = false }
      pool[n] = t
    end
    tokens[n] = t
  end
  local function put(from, to, w, m, kind)
    if from > at then add(at, from - 1, false, false, false) end
    add(from, to, w, m, kind)
    if kind or w and w.marks then marks[#marks + 1] = n end
    at = to + 1
  end
  local function mentions_before(limit) -- puts the mentions that start before byte `limit`
    while nth <= count and froms[nth] < limit do
      local kind, from = kinds[nth], froms[nth]
      nth = nth + 1
      if from >= at and opaque[kind] and not (froms[nth] == from and kinds[nth] == "period") then -- “十四五”|时期: the longer
        local m = mentions[nth - 1]
        local to = m.to
        if not ((kind == "term" or kind == "book") and kinds[nth] == "quantity" and froms[nth] <= to) then put(from, to, false, m, kind) end
      end
    end
  end
  local all, length = words(), #s + 1
  for from, to, w in all:gmatch(s) do
    local limit = froms[nth] or length
    if limit <= to and limit > from and limit > at and opaque[kinds[nth]] then -- 扩大到|年末: the word ends where the mention begins
      to, w = all:longest(s:sub(1, limit - 1), from)
    end
    if limit == from and kinds[nth] == "numeral" and to > mentions[nth].to then nth = nth + 1 end -- 二是: the word, not the number
    if limit <= from then
      mentions_before(from + 1)
      limit = froms[nth] or length
    end
    -- 高, 低, 多 … mean growth only right before a figure
    if to and from >= at and not (w.brief and to + 1 ~= limit) then
      put(from, to, not w.plain and w, false, false)
      if w.stop and from > last_value then
        length = from
        break
      end
    end
  end
  mentions_before(length)
  if at < length then add(at, length - 1, false, false, false) end
  if s:find("）", 1, true) then tokens, marks = without_asides(tokens), nil end
  survey(tokens, marks)
  return tokens
end

return M
