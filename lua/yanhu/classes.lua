-- What a token is, as the bits of one integer: `bits[k] & ENDS ~= 0` asks for any of the classes in ENDS at once.
--
--   local classes = require "yanhu.classes"
--   local ACT, NOUN = classes.each "act noun"
--   local ENDS = classes.any "stop list figure"
--
-- The first are of d:tokens (core/figure/token.h): the kinds of mentions, a span, a stretch of text, and what is any of
-- them. The others are the lexicon's classes (lexicon.lua says what they mean), what it settles of a word, and sets of
-- words that a file wants to know at a glance (M.words).

local M = {}

local bit_of, count = {}, 0

local function add(name)
  if count == 64 then error "a token has no more bits" end
  bit_of[name], count = 1 << count, count + 1
  return bit_of[name]
end

for _, list in ipairs {
  -- `place` is a figure that ranks (全市第1): `rank` is a verb; a figure is a quantity or a place
  "quantity place period term book numeral span text word mention figure",
  "outer", -- a figure that is no part of a name; set by cells.lua
  "level rise fall reach act push adverb share scope each all than etc and prep rank stop list open close de behind inner linking",
  "attributive relation nominal noun indicator",
  "peels breaks loud tempers sums averages",
} do
  for name in list:gmatch "%S+" do add(name) end
end

--- The bits of some classes, named in one string, as one mask.
function M.any(names)
  local mask = 0
  for name in names:gmatch "%S+" do mask = mask | (bit_of[name] or error("no class `" .. name .. "`")) end
  return mask
end

--- The bit of each class, as so many values.
function M.each(names)
  local bits = {}
  for name in names:gmatch "%S+" do bits[#bits + 1] = M.any(name) end
  return table.unpack(bits)
end

local own, sets = {}, {}

--- A class of its own for some words of the lexicon: its bit.
function M.words(list)
  if not sets[list] then
    sets[list] = add(list)
    for word in list:gmatch "%S+" do own[word] = (own[word] or 0) | sets[list] end
  end
  return sets[list]
end

--- Is any of the tokens from one place to another of a class in the mask?
function M.among(bits, from, to, mask)
  for k = from, to do
    if bits[k] & mask ~= 0 then return true end
  end
  return false
end

--- Is each of them of a class in the mask?
function M.only(bits, from, to, mask)
  for k = from, to do
    if bits[k] & mask == 0 then return false end
  end
  return true
end

--- How many classes there are: a dictionary that was read with fewer is to be made anew.
function M.count() return count end

--- The bits of a word by its entry, whose fields name its classes.
function M.of(entry)
  local bits = own[entry.word] or 0
  for name, holds in pairs(entry) do
    if holds then bits = bits | (bit_of[name] or 0) end
  end
  return bits
end

return M
