-- Which sentence of one text is which of another. Sentences that are the same but for marks and blanks belong together;
-- of the others those that share most of their pairs of characters (Dice: 2 × shared ÷ both), best first, one to one.
-- An index of the pairs gives each sentence its few candidates, and pairs that very many sentences hold are no clue: the
-- time grows with the length of the texts, not with its square.

local ledger = require "yanhu.ledger"

local M = {}

local POSTINGS = 20    -- a pair in more sentences than that is left out of the index
local CANDIDATES = 5   -- looked at closely for each sentence

local function grams(text)
  local set, list, last = {}, {}, nil
  for _, code in utf8.codes(text) do
    local pair = last and (last << 21 | code)
    if pair and not set[pair] then
      set[pair] = true
      list[#list + 1] = pair
    end
    last = code
  end
  if #list == 0 and last then set[last], list[1] = true, last end
  return { set = set, list = list }
end

local function dice(a, b)
  if #a.list > #b.list then a, b = b, a end
  local shared = 0
  for _, pair in ipairs(a.list) do
    if b.set[pair] then shared = shared + 1 end
  end
  return 2 * shared / math.max(1, #a.list + #b.list)
end

-- Takes sentences with the same plain text together; gives the others of both sides.
local function same(old, new, pairs_found)
  local waiting, rest_old, rest_new, taken = {}, {}, {}, {}
  for i = #old, 1, -1 do
    local key = ledger.normal(old[i].text)
    old[i].plain = key
    waiting[key] = waiting[key] or {}
    table.insert(waiting[key], i)
  end
  for _, sentence in ipairs(new) do
    sentence.plain = ledger.normal(sentence.text)
    local list = waiting[sentence.plain]
    local i = list and table.remove(list)
    if i then
      taken[i] = true
      pairs_found[#pairs_found + 1] = { old = old[i], new = sentence, likeness = 1 }
    else
      rest_new[#rest_new + 1] = sentence
    end
  end
  for i, sentence in ipairs(old) do
    if not taken[i] then rest_old[#rest_old + 1] = sentence end
  end
  return rest_old, rest_new
end

local function index_of(list)
  local index = {}
  for i, sentence in ipairs(list) do
    sentence.grams = grams(sentence.plain)
    for _, pair in ipairs(sentence.grams.list) do
      local postings = index[pair]
      if not postings then index[pair] = { i }
      elseif #postings <= POSTINGS then postings[#postings + 1] = i end
    end
  end
  return index
end

-- The few old sentences that share most of the telling pairs with this one.
local function candidates(one, index)
  local score, list = {}, {}
  for _, pair in ipairs(one.list) do
    local postings = index[pair]
    if postings and #postings <= POSTINGS then
      for _, i in ipairs(postings) do
        if not score[i] then list[#list + 1] = i end
        score[i] = (score[i] or 0) + 1 / #postings
      end
    end
  end
  table.sort(list, function(a, b)
    if score[a] ~= score[b] then return score[a] > score[b] end
    return a < b
  end)
  return list
end

--- Pairs { old, new, likeness } of two lists of sentences { text, … }, and the sentences of either that are left alone:
--- those that are less alike than `least` (0 to 1).
function M.align(old, new, least)
  local result, found = {}, {}
  local rest_old, rest_new = same(old, new, result)
  local index = index_of(rest_old)
  for j, sentence in ipairs(rest_new) do
    local one = grams(sentence.plain)
    for n, i in ipairs(candidates(one, index)) do
      if n > CANDIDATES then break end
      local likeness = dice(one, rest_old[i].grams)
      if likeness >= least then found[#found + 1] = { likeness, j, i } end
    end
  end
  table.sort(found, function(a, b)
    if a[1] ~= b[1] then return a[1] > b[1] end
    if a[2] ~= b[2] then return a[2] < b[2] end
    return a[3] < b[3]
  end)
  local of_new, of_old = {}, {}
  for _, c in ipairs(found) do
    if not of_new[c[2]] and not of_old[c[3]] then
      of_new[c[2]], of_old[c[3]] = true, true
      result[#result + 1] = { old = rest_old[c[3]], new = rest_new[c[2]], likeness = c[1] }
    end
  end
  local alone_old, alone_new = {}, {}
  for i, sentence in ipairs(rest_old) do
    if not of_old[i] then alone_old[#alone_old + 1] = sentence end
  end
  for j, sentence in ipairs(rest_new) do
    if not of_new[j] then alone_new[#alone_new + 1] = sentence end
  end
  return result, alone_old, alone_new
end

return M
