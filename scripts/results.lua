-- The headline results of the reviewed year, one row an indicator; lua/yanhu/headline.lua chooses them among the facts.

summary    = "The headline results of the reviewed year: growth, investment, jobs, prices, …"
categories = { "extract" }
columns    = { "id", "name", "text", "value", "low", "high", "op", "unit", "measure", "period", "quote", "line" }

local headline = require "yanhu.headline"

function report(r)
  return headline.results(r)
end
