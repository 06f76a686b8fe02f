-- sqlite.lua: a database, a table a script; a run adds to what is there.
local write = require("yanhu.formats").sqlite

return function(tables, out)
  local list = {}
  for index, t in ipairs(tables) do list[index] = t:described() end
  write(out.path, list)
end
