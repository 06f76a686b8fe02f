-- ndjson.lua: one object a line, for the rows whose columns were chosen; of several scripts with the script's name.
return function(tables, out)
  for _, t in ipairs(tables) do
    local names = #tables > 1 and { "script" } or {}
    for _, column in ipairs(t:columns()) do names[#names + 1] = column.name end
    for row in t:rows() do
      if #tables > 1 then row.script = t.name end
      out.write(yanhu.json(row, names) .. "\n")
    end
  end
end
