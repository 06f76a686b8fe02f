-- The headline results of the reviewed year, one row an indicator; lua/yanhu/headline.lua chooses them among the facts.

summary    = "The headline results of the reviewed year: growth, investment, jobs, prices, …"
categories = { "extract" }

local headline = require "yanhu.headline"
local wide = require "yanhu.wide"

args, description = wide.args, wide.description
columns = wide.columns { "id", "name", "text", "value", "low", "high", "op", "unit", "measure", "period", "quote", "line" }
brief = { "id", "name", "text", "measure", "period", "quote", "line" }
options = { year = 2025 }
examples = {
  { "一、2024年工作回顾\n全县地区生产总值达到128亿元，增长5.8%。\n",
    { { id = "gdp", value = 12800000000, unit = "元", measure = "level" }, { id = "gdp", value = 5.8, unit = "%", measure = "growth" } } },
}

function report(r, args)
  return wide.rows(headline.results(r), args, r.meta.review_year)
end
