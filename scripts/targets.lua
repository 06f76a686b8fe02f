-- The headline targets for the planned year, one row an indicator; lua/yanhu/headline.lua chooses them among the facts.

summary    = "The headline targets for the planned year: growth, investment, jobs, prices, …"
categories = { "extract" }
columns    = { "id", "name", "text", "value", "low", "high", "op", "unit", "measure", "period", "quote", "line" }

local headline = require "yanhu.headline"

function report(r)
  return headline.targets(r)
end
