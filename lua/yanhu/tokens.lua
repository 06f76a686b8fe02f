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
    for wording, entry in pairs(indicators.words) do all[wording] = { word = wording, noun = true, indicator = entry } end
    for word, entry in pairs(lexicon.words) do
      if all[word] then -- a word of both: grammar with the indicator's name on it
        local copy = { indicator = all[word].indicator }
        for key, value in pairs(entry) do copy[key] = value end
        entry = copy
      end
      if #word == 3 and (entry.rise or entry.fall) then entry.brief = true end
      all[word] = entry
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
      while c <= n and not (tokens[c].w and tokens[c].w.close) and tokens[c].kind ~= "quantity" and tokens[c].kind ~= "rank" do c = c + 1 end
      if c <= n and tokens[c].w and tokens[c].w.close then
        t = { from = t.from, to = tokens[c].to }
        k = c
      end
    end
    kept[#kept + 1] = t
    k = k + 1
  end
  return kept
end

--- Tokens of the sentence text `s`; `mentions` are its mentions in order.
function M.read(s, mentions)
  local tokens, n = {}, 0
  local at, next_mention, count = 1, 1, #mentions
  local function put(from, to, w, m)
    if from > at then
      n = n + 1
      tokens[n] = { from = at, to = from - 1 }
    end
    n = n + 1
    tokens[n] = { from = from, to = to, w = w, m = m, kind = m and m.kind }
    at = to + 1
  end
  local function mentions_before(limit) -- puts the mentions that start before byte `limit`
    while next_mention <= count do
      local m = mentions[next_mention]
      local from = m.from
      if from >= limit then break end
      next_mention = next_mention + 1
      if from >= at and opaque[m.kind] then
        local inner = mentions[next_mention]
        if not ((m.kind == "term" or m.kind == "book") and inner and inner.kind == "quantity" and inner.from <= m.to) then
          put(from, m.to, nil, m)
        end
      end
    end
  end
  local all = words()
  for from, to, w in all:gmatch(s) do
    local m = mentions[next_mention]
    local limit = m and m.from or #s + 1
    if limit <= to and limit > from and opaque[m.kind] and limit > at then -- 扩大到|年末: the word ends where the mention begins
      to, w = all:longest(s:sub(1, limit - 1), from)
    end
    mentions_before(from + 1)
    -- 高, 低, 多 … mean growth only right before a figure
    if to and from >= at and not (w.brief and to + 1 ~= limit) then put(from, to, w) end
  end
  mentions_before(#s + 1)
  if at <= #s then tokens[n + 1] = { from = at, to = #s } end
  return s:find("）", 1, true) and without_asides(tokens) or tokens
end

return M
