summary    = "One row a report: the figures that a yearbook would begin with"
description = "Builds on a module of the standard library: the rows of `results`, turned into columns."
categories = { "cookbook" }
columns    = {
  { name = "gdp", title = "GDP growth, %" }, { name = "industry_va", title = "industry growth, %" },
  { name = "fixed_investment", title = "investment growth, %" }, { name = "retail_sales", title = "retail growth, %" },
}
examples   = { { "一、2024年工作回顾\n地区生产总值增长5.8%。", { { gdp = 5.8 } } } }

local headline = require "yanhu.headline"

function report(r)
  local row = {}
  for _, result in ipairs(headline.results(r)) do
    if result.measure == "growth" and row[result.id] == nil then row[result.id] = result.value end
  end
  local found = {}
  for _, column in ipairs(columns) do found[column.name] = row[column.name] end
  return { found }
end
