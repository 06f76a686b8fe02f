-- Every measured quantity of a report with its indicator, state and year; lua/yanhu/facts.lua does the reading.

summary    = "Every measured quantity: indicator, value, measure, status, period, with its sentence"
categories = { "extract" }
args       = { indicators = { type = "file", help = "a file with a Lua table of your own indicators, as in lua/yanhu/indicators.lua" } }
columns    = { "role", "section", { name = "line", type = "integer" }, { name = "start", type = "integer" },
               { name = "end", type = "integer" }, "quote", { name = "offset", type = "integer" }, "text",
               { name = "value", type = "number" }, { name = "low", type = "number" }, { name = "high", type = "number" },
               "op", "unit", "indicator", "id", "measure", "status", "period", "dimension", "strength", "base", "rule", "doubt" }
brief      = { "line", "indicator", "text", "measure", "status", "period", "quote" }
examples   = {
  { "全县粮食总产量达到2.5亿公斤，增长3%。", { { indicator = "粮食总产量", id = "grain_output", measure = "level" },
                                              { indicator = "粮食总产量", value = 3, measure = "growth" } } },
}

local facts = require "yanhu.facts"
local indicators = require "yanhu.indicators"
local tr = require "yanhu.translate"

local added -- the file's text, once its indicators are known

local function add(text)
  if text and text ~= added then indicators.read(text) end
  added = text
end

function accept(args)
  local good, message = pcall(add, args.indicators)
  if not good then return tr("argument `%s`: %s"):format("indicators", message) end
end

function report(r, args)
  add(args.indicators)
  local rows = facts.of_report(r)
  for _, row in ipairs(rows) do row.partial, row.average = nil, nil end -- what only targets and results ask for
  return rows
end
