-- table.lua: the one model of a table that every writer reads: a name, columns with their types, and rows one by one.
-- Columns are the report's own variables, then what the script declares; a script that declares none gets the fields
-- its rows have, by name.
local Table = {}
Table.__index = Table

local variables = {
  { name = "report", title = "报告", type = "string" },
  { name = "region", title = "地区", type = "string" },
  { name = "region_code", title = "区划代码", type = "string" },
  { name = "level", title = "层级", type = "string" },
  { name = "year", title = "年份", type = "integer" },
}

--- given: { name, summary, columns or nil, brief or nil, chart or nil, finished, next_row }; chosen: names of columns with commas between, or nil.
function Table.new(given, chosen)
  return setmetatable({ name = given.name, summary = given.summary, declared = given.columns, brief = given.brief, chosen = chosen,
                        finished = given.finished, chart = given.chart, next_row = given.next_row }, Table)
end

local function has_name(columns, name)
  for _, column in ipairs(columns) do
    if column.name == name then return true end
  end
  return false
end

local SAMPLE = 1000

--- All rows as a list. The table keeps them, so that a writer may read twice.
function Table:list()
  local kept = self.kept or self:sample()
  if not self.kept then
    for row in self.next_row do kept[#kept + 1] = row end
    self.kept = kept
  end
  return kept
end

--- The first rows, from which types are guessed; rows() gives them once more.
function Table:sample()
  if self.kept then return self.kept end
  if not self.first then
    local first = {}
    for row in self.next_row do
      first[#first + 1] = row
      if #first == SAMPLE then break end
    end
    self.first = first
  end
  return self.first
end

--- Iterator over the rows; they are read once, unless list() has kept them.
function Table:rows()
  local index = 0
  return function()
    index = index + 1
    if self.kept then return self.kept[index] end
    local row = self.first and self.first[index]
    if row then return row end
    return self.next_row()
  end
end

local function used(rows, name)
  for _, row in ipairs(rows) do
    if row[name] ~= nil then return true end
  end
  return false
end

--- The columns that are named, in the order of their names.
local function choose(names, columns)
  local by_name, list = {}, {}
  for _, variable in ipairs(variables) do by_name[variable.name] = variable end
  for _, column in ipairs(columns) do by_name[column.name] = column end
  for name in names:gmatch("[^,]+") do list[#list + 1] = by_name[name] or { name = name } end
  return list
end

--- The columns in order: { name=, title=, type= or nil }. Reads all rows where the script does not say enough.
function Table:columns()
  if self.known then return self.known end
  local declared, columns = self.declared, {}
  if not declared then
    local names, seen = {}, {}
    for _, variable in ipairs(variables) do seen[variable.name] = true end
    for _, row in ipairs(self:list()) do
      for name in pairs(row) do
        if not seen[name] then
          seen[name] = true
          names[#names + 1] = name
        end
      end
    end
    table.sort(names)
    declared = {}
    for index, name in ipairs(names) do declared[index] = { name = name } end
  end
  for _, variable in ipairs(variables) do
    local wanted = not self.finished or used(self:list(), variable.name)
    if wanted and not has_name(declared, variable.name) then columns[#columns + 1] = variable end
  end
  for _, column in ipairs(declared) do columns[#columns + 1] = column end
  if self.chosen then columns = choose(self.chosen, columns) end
  self.known = columns
  return columns
end

--- The type of each column, by name: as declared, else as its values in the first rows are (in all rows, where they
--- are kept): integer, number, boolean or string.
function Table:types()
  local types = {}
  for _, column in ipairs(self:columns()) do
    local kind = column.type
    if not kind then
      for _, row in ipairs(self:sample()) do
        local value = row[column.name]
        local one = type(value)
        if one == "number" then one = math.type(value) == "integer" and "integer" or "number" end
        if one ~= "nil" then
          if kind == nil or kind == one then kind = one
          elseif (kind == "integer" and one == "number") or (kind == "number" and one == "integer") then kind = "number"
          else kind = "string" break end
        end
      end
      if kind == "table" then kind = "list" end
    end
    types[column.name] = kind or "string"
  end
  return types
end

--- The table as the writers of the host's libraries take it: { name, summary, columns = { { name, title, type } }, rows }.
function Table:described()
  local types, columns = self:types(), {}
  for index, column in ipairs(self:columns()) do
    columns[index] = { name = column.name, title = column.title or column.name, type = types[column.name] }
  end
  return { name = self.name, summary = self.summary or "", columns = columns, rows = self:rows() }
end

--- A value as plain text: "" for none; numbers without a needless exponent; lists as JSON.
function Table.text(value)
  if value == nil or value == yanhu.null then return "" end
  if type(value) == "table" then return yanhu.json(value) end
  if math.type(value) == "float" then
    if value == math.floor(value) and math.abs(value) < 1e15 then return ("%d"):format(value) end
    local text = ("%.15g"):format(value)
    return tonumber(text) == value and text or ("%.17g"):format(value)
  end
  return tostring(value)
end

return Table
