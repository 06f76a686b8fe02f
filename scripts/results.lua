-- The headline results of the reviewed year, one row an indicator; lua/yanhu/headline.lua chooses them among the facts.

summary    = "The headline results of the reviewed year: growth, investment, jobs, prices, …"
categories = { "extract" }

local headline = require "yanhu.headline"
local wide = require "yanhu.wide"

args, description = wide.args, wide.description
columns = wide.columns { "id", "name", "text", "value", "low", "high", "op", "unit", "measure", "period", "quote", "line" }

function report(r, args)
  return wide.rows(headline.results(r), args, r.meta.review_year)
end
