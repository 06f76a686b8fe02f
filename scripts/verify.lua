-- Trust, but look: rows that somebody else took out of a report, each against the report itself.
summary = "Quotes and numbers from elsewhere: found, not found, number differs"
description = [[
-a rows=FILE (csv, tsv, ndjson or xlsx) has a column `quote` and may have `value` (a number, as written or multiplied out)
and `report` (the report's file name, else every report is searched). Column names in Chinese do as well: 原文, 数值, 报告.
Spaces, punctuation and full-width digits do not count. A quote whose words are there with other digits is
`number differs`. The exit code is 1 where not all is found.]]
categories = { "check" }
args = {
  rows = { type = "data", help = "csv, tsv, ndjson or xlsx with the columns quote, value, report" },
  only = { type = "string", choices = { "all", "wrong" }, default = "all", help = "`wrong`: leave out what was found" },
}
columns = {
  { name = "row", title = "行号", type = "integer" }, { name = "status", title = "结果" }, { name = "given_quote", title = "所给原文" },
  { name = "given_value", title = "所给数值", type = "number" }, { name = "likeness", title = "相似", type = "number" },
  { name = "quote", title = "报告原文" }, { name = "values", title = "报告数值", type = "list" }, { name = "line", title = "行", type = "integer" },
}

local verify = require "yanhu.verify"

local names = { quote = { "quote", "原文", "引文", "text" }, value = { "value", "数值", "值" }, report = { "report", "报告", "文件名" } }

local function field(row, name)
  for _, one in ipairs(names[name]) do
    local value = row[one]
    if value ~= nil and value ~= "" and value ~= yanhu.null then return value end
  end
  return nil
end

local function is_of(row, r) -- a name with or without folder and extension
  local name = field(row, "report")
  if not name then return true end
  name = tostring(name):gsub("^.*[/\\]", "")
  return name == r.name or (name:gsub("%.%w+$", "")) == r.name
end

function accept(args)
  if not args.rows then return "it needs the rows that it shall look up: -a rows=FILE" end
  for _, row in ipairs(args.rows) do
    if field(row, "quote") then return end
  end
  if #args.rows > 0 then return "argument `rows`: no column `quote` (原文, 引文, text) with anything in it" end
end

function report(r, args)
  local text, rows = verify.searchable(r), {}
  for n, row in ipairs(args.rows) do
    if is_of(row, r) then
      local quote, value = field(row, "quote"), field(row, "value")
      value = value and tonumber(value)
      local found = verify.row(text, quote and tostring(quote), value)
      rows[#rows + 1] = { row = n, status = found.status, given_quote = quote, given_value = value, quote = found.quote,
                          values = found.values, line = found.line, likeness = math.floor(found.likeness * 1000 + 0.5) / 1000 }
    end
  end
  return rows
end

local rank = { ["found"] = 3, ["number differs"] = 2, ["not found"] = 1 }

-- A row without a report's name was looked for in all of them: its best answer counts.
function finish(rows, args)
  local best, result, wrong = {}, {}, false
  for _, row in ipairs(rows) do
    local other = best[row.row]
    if not other or rank[row.status] > rank[other.status] or rank[row.status] == rank[other.status] and row.likeness > other.likeness then
      best[row.row] = row
    end
  end
  for n, given in ipairs(args.rows) do
    local row = best[n]
    if not row then -- no report of that name was read
      local name = field(given, "report")
      row = { row = n, status = "not found", given_quote = field(given, "quote"), report = name and tostring(name), likeness = 0 }
    end
    if row.status ~= "found" then wrong = true end
    if args.only == "all" or row.status ~= "found" then result[#result + 1] = row end
  end
  return result, wrong
end
