-- dta.lua: a Stata file (libreadstat). Stata wants to know beforehand how many rows there are and how long each text is.
local Table = require "yanhu.table"
local write = require("yanhu.formats").dta

return function(tables, out)
  local t = tables[1]
  local rows = t:list()
  local described = t:described()
  described.list = rows
  for index, column in ipairs(described.columns) do
    local width = 0
    for _, row in ipairs(rows) do width = math.max(width, #Table.text(row[column.name])) end
    column.width = width
    if column.type == "integer" then -- what does not fit into Stata's long is a double
      for _, row in ipairs(rows) do
        local value = row[column.name]
        if type(value) == "number" and (math.abs(value) > 2147483600 or value ~= math.floor(value)) then column.type = "number" end
      end
    end
    described.columns[index] = column
  end
  write(out.path, { described })
end
