-- output.lua: hands tables to the writer of a format. A writer is a function of a list of tables and `out`:
-- out.write(text), out.width (columns of the terminal, 0 where it is none), out.excel, out.columns (names with commas between, nil for all), out.path (for formats that a
-- library writes into a file of its own).
local Table = require "yanhu.table"

return function(format, given, out)
  local tables = {}
  for index, one in ipairs(given) do tables[index] = Table.new(one, out.columns) end
  require("yanhu.writers." .. format)(tables, out)
end
