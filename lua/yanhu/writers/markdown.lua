-- markdown.lua: pipe tables, a heading over each where there are several.
local text = require("yanhu.table").text

local function cell(value)
  return (text(value):gsub("|", "\\|"):gsub("\r?\n", "<br>"))
end

return function(tables, out)
  for number, t in ipairs(tables) do
    if #tables > 1 then out.write(("%s## %s\n\n%s\n\n"):format(number > 1 and "\n" or "", t.name, t.summary)) end
    local columns, cells, rule, types = t:columns(), {}, {}, t:types()
    for index, column in ipairs(columns) do
      cells[index] = cell(column.title or column.name)
      local numeric = types[column.name] == "number" or types[column.name] == "integer"
      rule[index] = numeric and "---:" or "---"
    end
    out.write("| " .. table.concat(cells, " | ") .. " |\n| " .. table.concat(rule, " | ") .. " |\n")
    for row in t:rows() do
      for index, column in ipairs(columns) do cells[index] = cell(row[column.name]) end
      out.write("| " .. table.concat(cells, " | ") .. " |\n")
    end
  end
end
