-- table.lua: an aligned table for people. A Han character takes two columns. Columns that are the same in all rows, or
-- empty in all, stand once above the table. On a terminal that has no room for a row only the report and the columns
-- that the script names in `brief` are shown; then the widest are cut (…) until a row fits.
local display = require "yanhu.display"
local text = require("yanhu.table").text
local tr = require "yanhu.translate"

local GAP = 2

local function breadth(widths)
  local total = -GAP
  for _, width in ipairs(widths) do total = total + width + GAP end
  return total
end

--- Takes columns off the widest until all fit; none becomes narrower than 6.
local function shrink(widths, room)
  local total = breadth(widths)
  while total > room do
    local widest = 1
    for index, width in ipairs(widths) do
      if width > widths[widest] then widest = index end
    end
    if widths[widest] <= 6 then return end
    widths[widest] = widths[widest] - 1
    total = total - 1
  end
end

--- The columns that differ between rows; and `name: value` of those that are the same in all rows, none for empty ones.
local function split(columns, rows)
  if #rows < 2 then
    local shown = {}
    for _, column in ipairs(columns) do
      if rows[1] and text(rows[1][column.name]) ~= "" then shown[#shown + 1] = column end
    end
    return #shown > 0 and shown or columns, {}
  end
  local shown, same = {}, {}
  for _, column in ipairs(columns) do
    local first, differs = text(rows[1][column.name]), false
    for _, row in ipairs(rows) do differs = differs or text(row[column.name]) ~= first end
    if differs then shown[#shown + 1] = column
    elseif first ~= "" then same[#same + 1] = column.name .. ": " .. first end
  end
  return shown, same
end

--- The cells of all rows as lines of text, and the width of each column.
local function lay_out(columns, rows)
  local cells, widths = {}, {}
  for index, column in ipairs(columns) do widths[index] = yanhu.width(column.name) end
  for number, row in ipairs(rows) do
    local line = {}
    for index, column in ipairs(columns) do
      line[index] = text(row[column.name]):gsub("%s+", " ")
      widths[index] = math.max(widths[index], yanhu.width(line[index]))
    end
    cells[number] = line
  end
  return cells, widths
end

--- The report, and of the columns those that are named, in the order of the names; all where none is.
local function named(names, columns)
  local by_name, list = {}, {}
  for _, column in ipairs(columns) do by_name[column.name] = column end
  for _, name in ipairs(names) do list[#list + 1] = by_name[name] end
  if #list == 0 then return columns end
  if by_name.report then table.insert(list, 1, by_name.report) end
  return list
end

local function write(t, out)
  local rows = t:list()
  if #rows == 0 then
    out.write(tr("(no rows)\n"))
    return
  end
  local columns, same = split(t:columns(), rows)
  if #same > 0 then out.write(table.concat(same, "  ") .. "\n\n") end
  local types = t:types()
  local cells, widths = lay_out(columns, rows)
  local full = #columns
  if out.width > 0 and breadth(widths) > out.width then
    if t.brief and not t.chosen then
      columns = named(t.brief, columns)
      cells, widths = lay_out(columns, rows)
    end
    shrink(widths, out.width)
  end
  local function write_line(line)
    local parts = {}
    for index, column in ipairs(columns) do
      local right = types[column.name] == "number" or types[column.name] == "integer"
      parts[index] = display.pad(display.fit(line[index], widths[index]), widths[index], right)
    end
    out.write((table.concat(parts, (" "):rep(GAP)):gsub(" +$", "")) .. "\n")
  end
  local names, rules = {}, {}
  for index, column in ipairs(columns) do
    names[index] = column.name
    rules[index] = ("─"):rep(widths[index])
  end
  write_line(names)
  out.write(table.concat(rules, (" "):rep(GAP)) .. "\n")
  for _, line in ipairs(cells) do write_line(line) end
  if #columns < full then out.write(tr("\n(%d of %d columns; -c NAME,… chooses, -f csv gives all)\n"):format(#columns, full)) end
end

return function(tables, out)
  for number, t in ipairs(tables) do
    if #tables > 1 then out.write(("%s== %s: %s\n\n"):format(number > 1 and "\n" or "", t.name, t.summary)) end
    write(t, out)
  end
end
