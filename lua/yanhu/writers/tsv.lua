-- tsv.lua: one line a row, cells parted by tabs; a tab, line end or backslash inside a cell is written \t \n \r \\.
local text = require("yanhu.table").text

local escapes = { ["\t"] = "\\t", ["\n"] = "\\n", ["\r"] = "\\r", ["\\"] = "\\\\" }

return function(tables, out)
  for _, t in ipairs(tables) do
    local columns, cells = t:columns(), {}
    for index, column in ipairs(columns) do cells[index] = column.name end
    out.write(table.concat(cells, "\t") .. "\n")
    for row in t:rows() do
      for index, column in ipairs(columns) do cells[index] = text(row[column.name]):gsub("[\t\n\r\\]", escapes) end
      out.write(table.concat(cells, "\t") .. "\n")
    end
  end
end
