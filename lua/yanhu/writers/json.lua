-- json.lua: a list of objects, one a line; of several scripts an object of such lists, by the script's name.
local function write_list(t, out, indent)
  local columns, first = t:columns(), true
  out.write "["
  for row in t:rows() do
    local fields = {}
    for index, column in ipairs(columns) do
      local value = row[column.name]
      fields[index] = yanhu.json(column.name) .. ": " .. (value == nil and "null" or yanhu.json(value))
    end
    out.write((first and "\n" or ",\n") .. indent .. "  {" .. table.concat(fields, ", ") .. "}")
    first = false
  end
  out.write(first and "]" or "\n" .. indent .. "]")
end

return function(tables, out)
  if #tables == 1 then
    write_list(tables[1], out, "")
  else
    out.write "{"
    for index, t in ipairs(tables) do
      out.write((index > 1 and "," or "") .. "\n  " .. yanhu.json(t.name) .. ": ")
      write_list(t, out, "  ")
    end
    out.write "\n}"
  end
  out.write "\n"
end
