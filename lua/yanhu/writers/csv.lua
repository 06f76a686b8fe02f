-- csv.lua: RFC 4180, UTF-8; with `excel` a byte order mark, by which Excel knows the encoding.
local text = require("yanhu.table").text

local function quote(value)
  if value:find '[",\r\n]' or value:find "^%s" or value:find "%s$" then return '"' .. value:gsub('"', '""') .. '"' end
  return value
end

return function(tables, out)
  if out.excel then out.write "\u{FEFF}" end
  for _, t in ipairs(tables) do
    local columns, cells = t:columns(), {}
    for index, column in ipairs(columns) do cells[index] = quote(column.name) end
    out.write(table.concat(cells, ",") .. "\r\n")
    for row in t:rows() do
      for index, column in ipairs(columns) do cells[index] = quote(text(row[column.name])) end
      out.write(table.concat(cells, ",") .. "\r\n")
    end
  end
end
