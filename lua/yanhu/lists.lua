-- Long lists of words that the build makes into dictionaries (lua/freeze.c), so that no start does.

local frozen = require "yanhu.frozen" -- name -> the dictionary, or nil where the build made none

local M = {}

--- The dictionary of this name: the one of the build, else one made of the words that `make` gives, each with an integer.
function M.dictionary(name, make) return frozen(name) or yanhu.dictionary(make()) end

--- What the build makes of them: name -> make.
function M.all()
  local subjects, indicators = require "yanhu.subjects", require "yanhu.indicators"
  return { tokens = require("yanhu.tokens").words, indicators = indicators.wordings, relations = subjects.relations, acts = subjects.acts }
end

return M
