-- page.lua: puts a page together: the template, the style, the script, the chart library that the program was built
-- with, the reports' texts and their data. Everything stands in the one file; nothing is loaded from anywhere.
local escape = require "yanhu.escape"

local M = {}

--- The chart library, or nil where the program was built without it.
local function chart_library()
  local found, text = pcall(require, "yanhu.page.chart.js")
  return found and text or nil
end

-- The page's own script: its files in this order, inside one function so that none of their names is a global.
local function script()
  local parts = { '(() => {\n"use strict";\n' }
  for _, name in ipairs { "report", "marks", "tables", "bars", "compare", "page" } do
    parts[#parts + 1] = require("yanhu.page." .. name .. ".js")
  end
  parts[#parts + 1] = "})();\n"
  return table.concat(parts)
end

-- {{name}} → value, once for each; values are not looked into.
local function fill(template, values)
  return (template:gsub("{{([%l_]+)}}", function(name)
    return values[name] or error(("the template asks for {{%s}}"):format(name))
  end))
end

local function label_of(row)
  local region = row.region ~= yanhu.null and row.region or row.report
  return row.year ~= yanhu.null and row.year and ("%s %d"):format(region, row.year) or region
end

-- Two reports of one region and year are told apart by their files' names.
local function name_apart(rows, data)
  local count = {}
  for _, row in ipairs(rows) do count[row.label] = (count[row.label] or 0) + 1 end
  for n, row in ipairs(rows) do
    if count[row.label] > 1 then row.label = ("%s（%s）"):format(row.label, row.report) end
    data[n].label = row.label
  end
end

local function options(rows)
  local out = {}
  for n, row in ipairs(rows) do out[n] = ('<option value="%d">%s</option>'):format(n - 1, escape.html(row.label)) end
  return table.concat(out, "\n")
end

local function articles(rows)
  local out = {}
  for n, row in ipairs(rows) do
    out[n] = ('<article id="%s" lang="zh-CN" aria-label="%s"%s>\n%s</article>\n'):format(row.id, escape.html(row.label),
      n > 1 and " hidden" or "", row.html)
  end
  return table.concat(out)
end

local function contents(rows)
  local out = {}
  for n, row in ipairs(rows) do
    out[n] = ('<ol data-of="%s"%s>\n%s\n</ol>\n'):format(row.id, n > 1 and " hidden" or "", row.contents)
  end
  return table.concat(out)
end

--- rows: one a report, as scripts/page.lua makes them. charts false: no chart library.
function M.render(rows, charts)
  local library = charts and chart_library() or nil
  local data, list, seen = {}, {}, {}
  for n = 1, #rows do
    local row = rows[n]
    if not seen[row.id] then -- the same text twice is shown once
      seen[row.id] = true
      list[#list + 1] = row
      row.label = label_of(row)
      data[#data + 1] = { id = row.id, name = row.report, label = row.label, region = row.region, year = row.year, level = row.level,
                          meta = row.meta, data = row.data }
    end
  end
  name_apart(list, data)
  local title = #list == 1 and (list[1].meta.title or list[1].label) or #list == 0 and "没有读到报告" or ("政府工作报告对比：%d 份"):format(#list)
  return fill(require "yanhu.page.template.html", {
    title = escape.html(title), style = require "yanhu.page.page.css", script = script(),
    library = library and "<script>" .. library .. "</script>" or "", options = options(list), articles = articles(list),
    contents = contents(list), data = escape.script(data), many = #list > 1 and "many" or "one",
  })
end

return M
