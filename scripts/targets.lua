-- The headline targets for the planned year, one row an indicator; lua/yanhu/headline.lua chooses them among the facts.

summary    = "The headline targets for the planned year: growth, investment, jobs, prices, …"
categories = { "extract" }

local headline = require "yanhu.headline"
local wide = require "yanhu.wide"

args, description = wide.args, wide.description
columns = wide.columns { "id", "name", "text", "value", "low", "high", "op", "unit", "measure", "period", "quote", "line" }

function report(r, args)
  return wide.rows(headline.targets(r), args, r.meta.plan_year or r.meta.year)
end
