-- Rows from elsewhere (a model, a workbook, a colleague) against the report they quote: is the quote there, and are its
-- numbers those of the report? Spaces, punctuation and full-width digits do not count.

local ledger = require "yanhu.ledger"

local M = {}

local number = yanhu.pattern [[[0-9]+(?:\.[0-9]+)?]]

local function numbers_of(text)
  local list = {}
  for hit in number:gmatch(text) do list[#list + 1] = hit[0] end
  return list
end

-- The text without its digits, to tell a quote whose numbers were changed from one that was made up.
local function bare(text) return (ledger.normal(text):gsub("%d+%.?%d*", "0")) end

--- What a report offers to be searched: its sentences without punctuation, one after another, and an index of pairs of
--- characters for what is only nearly there.
function M.searchable(r)
  local self = { sentences = {}, starts = {}, bares = {} }
  local parts, at = {}, 1
  for s in r:sentences() do
    local plain = ledger.normal(s.text)
    self.sentences[#self.sentences + 1] = s
    self.starts[#self.starts + 1] = at
    self.bares[#self.bares + 1] = bare(s.text)
    parts[#parts + 1] = plain
    at = at + #plain
  end
  self.text = table.concat(parts)
  return self
end

-- The sentences that hold bytes [from, to] of the plain text.
local function covering(self, from, to)
  local low, high = 1, #self.starts
  while low < high do
    local middle = (low + high + 1) // 2
    if self.starts[middle] <= from then low = middle else high = middle - 1 end
  end
  local last = low
  while self.starts[last + 1] and self.starts[last + 1] <= to do last = last + 1 end
  return low, last
end

local function index_of(self)
  if self.index then return self.index end
  self.index, self.sizes = {}, {}
  for n, text in ipairs(self.bares) do
    local size, last, seen = 0, nil, {}
    for _, code in utf8.codes(text) do
      local pair = last and last * 0x110000 + code
      if pair and not seen[pair] then
        seen[pair], size = true, size + 1
        local list = self.index[pair] or {}
        self.index[pair] = list
        list[#list + 1] = n
      end
      last = code
    end
    self.sizes[n] = size
  end
  return self.index
end

-- The sentence most like a text, and how much of the text's pairs it shares.
local function nearest(self, text)
  local index, shared, count, last, seen = index_of(self), {}, 0, nil, {}
  for _, code in utf8.codes(text) do
    local pair = last and last * 0x110000 + code
    if pair and not seen[pair] then
      seen[pair], count = true, count + 1
      for _, n in ipairs(index[pair] or {}) do shared[n] = (shared[n] or 0) + 1 end
    end
    last = code
  end
  local best, most = nil, 0
  for n = 1, #self.sentences do
    if (shared[n] or 0) > most then best, most = n, shared[n] end
  end
  return best, count > 0 and most / count or 0
end

-- Does a quantity of the sentences have this value? It may be given as written (3.5 of 3.5亿元) or multiplied out.
local function has_value(self, first, last, value, within)
  for n = first, last do
    local sentence = self.sentences[n]
    for mention in sentence:mentions() do
      local inside = not within or within:find(ledger.normal(mention.core or mention.text), 1, true)
      if inside and mention.kind ~= "term" and mention.kind ~= "book" then
        for _, known in ipairs { mention.value or false, mention.low or false, mention.high or false } do
          if known and (math.abs(known - math.abs(value)) <= 1e-6 * math.max(1, math.abs(known))) then return true end
        end
      end
    end
    for _, written in ipairs(numbers_of(ledger.normal(within or sentence.text))) do
      if math.abs(tonumber(written) - math.abs(value)) < 1e-9 then return true end
    end
  end
  return false
end

local function found_values(self, first, last)
  local list = {}
  for n = first, last do
    for mention in self.sentences[n]:quantities() do list[#list + 1] = mention.text end
  end
  return #list > 0 and list or nil
end

M.alike = 0.75

--- One row { quote, value } against a report: { status, likeness, line, quote, values }. The status is `found`, `number
--- differs` or `not found`.
function M.row(self, quote, value)
  local plain = ledger.normal(quote or "")
  if plain == "" then return { status = "not found", likeness = 0 } end
  local from, to = self.text:find(plain, 1, true)
  if from then
    local first, last = covering(self, from, to)
    local good = value == nil or has_value(self, first, last, value, plain)
    return { status = good and "found" or "number differs", likeness = 1, line = self.sentences[first].line,
             quote = self.sentences[first].text, values = found_values(self, first, last) }
  end
  local best, likeness = nearest(self, bare(quote))
  if not best then return { status = "not found", likeness = 0 } end
  local same_words = self.bares[best]:find(bare(quote), 1, true) ~= nil
  local sentence = self.sentences[best]
  local near = likeness >= M.alike
  return { status = same_words and "number differs" or "not found", likeness = likeness, line = near and sentence.line or nil,
           quote = near and sentence.text or nil, values = near and found_values(self, best, best) or nil }
end

return M
