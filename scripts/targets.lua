-- The headline targets for the planned year, one row an indicator; lua/yanhu/headline.lua chooses them among the facts.

summary    = "The headline targets for the planned year: growth, investment, jobs, prices, …"
categories = { "extract" }

local headline = require "yanhu.headline"
local wide = require "yanhu.wide"

args, description = wide.args, wide.description
columns = wide.columns { "id", "name", "text", "value", "low", "high", "op", "unit", "measure", "period", "quote", "line" }
brief = { "id", "name", "text", "measure", "period", "quote", "line" }
options = { year = 2025 }
examples = {
  { "一、2025年工作安排\n主要预期目标是：地区生产总值增长6%左右，粮食产量稳定在21万吨以上。\n",
    { { id = "gdp", value = 6, op = "≈", unit = "%", measure = "growth" }, { id = "grain_output", low = 210000, op = "≥", unit = "吨" } } },
}

function report(r, args)
  return wide.rows(headline.targets(r), args, r.meta.plan_year or r.meta.year)
end
