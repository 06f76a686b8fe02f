-- Every measured quantity of a report with its indicator, state and year; lua/yanhu/facts.lua does the reading.

summary    = "Every measured quantity: indicator, value, measure, status, period, with its sentence"
categories = { "extract" }
args       = { indicators = { type = "string", help = "a Lua table of your own indicators, as in lua/yanhu/indicators.lua" } }
columns    = { "role", "section", "line", "start", "end", "quote", "offset", "text", "value", "low", "high", "op", "unit",
               "indicator", "id", "measure", "status", "period", "dimension", "strength", "base", "rule", "doubt" }
examples   = {
  { "全县粮食总产量达到2.5亿公斤，增长3%。", { { indicator = "粮食总产量", id = "grain_output", measure = "level" },
                                              { indicator = "粮食总产量", value = 3, measure = "growth" } } },
}

local facts = require "yanhu.facts"

function report(r, args)
  local rows = facts.of_report(r)
  for _, row in ipairs(rows) do row.partial, row.average = nil, nil end -- what only targets and results ask for
  return rows
end
