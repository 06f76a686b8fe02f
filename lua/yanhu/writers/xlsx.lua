-- xlsx.lua: a workbook, a sheet a script (libxlsxwriter).
local write = require("yanhu.formats").xlsx

return function(tables, out)
  local sheets = {}
  for index, t in ipairs(tables) do sheets[index] = t:described() end
  write(out.path, sheets)
end
