-- A sentence as tokens: its mentions, the words of the lexicon and the text between them; core/figure/token.c cuts it.
--
-- A token is a table { from, to, w, m, kind }: bytes in the sentence; `w` the lexicon's entry (classes as fields), `m` a
-- table of a mention's fields and `kind` its kind; false for a stretch of other text. Tokens leave no gap.

local lexicon = require "yanhu.lexicon"
local indicators = require "yanhu.indicators"
local classes = require "yanhu.classes"
local lists = require "yanhu.lists"

local M = {}

--- The operators of a figure that is only a bound.
M.bounds = { ["≥"] = true, [">"] = true, ["≤"] = true, ["<"] = true }

--- Is a token a figure?
function M.is_value(token) return token.kind == "quantity" or token.kind == "rank" end

local NOUN_OF_INDICATOR, INDICATOR = lexicon.bit "noun" | lexicon.bit "indicator", lexicon.bit "indicator"

--- The lexicon's words and the indicators' wordings, and their bits: a word of both has its grammar and the indicator.
function M.words()
  local all = {}
  for word, bits in pairs(lexicon.words()) do all[word] = bits end
  for wording in pairs(indicators.wordings()) do all[wording] = all[wording] and all[wording] | INDICATOR or NOUN_OF_INDICATOR end
  return all
end

local dictionary
local known, told = 0, 0 -- how many indicators and classes it was made with

-- They in one dictionary, made anew when there are more of them, or more classes.
local function words()
  if not dictionary or known ~= #indicators.list or told ~= classes.count() then
    dictionary, known, told = indicators.extended() and yanhu.dictionary(M.words()) or lists.dictionary("tokens", M.words), #indicators.list, classes.count()
  end
  return dictionary
end

--- A word's entry, a table whose fields are its classes; nil where it is no word.
function M.entry(word)
  local to, found = words():longest(word, 1)
  if to ~= #word then return nil end
  return type(found) == "table" and found or lexicon.entry(word, found)
end

-- A word that is met for the first time: its entry, and its bits.
local function settle(bits, word)
  local entry = lexicon.entry(word, bits)
  if entry.indicator then entry.indicator = indicators.named(word) end
  return classes.of(entry), entry
end

--- Tokens of a sentence. What follows the clause of the last figure is left out. `tokens.bits`: what each token is, as in
--- classes.lua, 0 at the places beside the sentence; `has`: what any of them is, asked before a search; `at`: the byte where each begins, and behind them where the last one ends;
--- `values`, `floors`, `clauses`: the indices of the figures, of the boundary before each and of the start of its clause;
--- `periods` those of the periods, `periods_before` how many of them stand before each figure; `tempered`: a word bears on
--- time; `lasts`: years are counted. A token's table is made when it is first asked for. All are good until the next call.
function M.read(sentence) return words():tokens(sentence, settle) end

return M
