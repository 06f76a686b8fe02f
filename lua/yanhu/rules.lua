-- The rules: which cells are facts, and where each finds its indicator. A rule is a list of named conditions and a
-- maker; a condition is a label with a function of the cell and the carried subject, with the name of a trait of the cell, or
-- with "only" where it says no more than the rule's field of that name. The first rule whose conditions all hold speaks; `yanhu explain` shows how far the others came.
--
-- A maker returns a list of { indicator, … } (one fact each), an empty list for "this is no fact", or nil.
--
-- The lists are tried in this order, each from its first rule on.

return require("yanhu.trial").of {
  require "yanhu.rules.sizes", -- what is no fact: sizes inside names,
  require "yanhu.rejections", -- and the rest
  require "yanhu.rules.comparison",
  require "yanhu.rules.shared",
  require "yanhu.rules.object",
  require "yanhu.rules.subject",
  require "yanhu.rules.carried",
}
