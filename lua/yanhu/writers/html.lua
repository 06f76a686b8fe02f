-- html.lua: a page with a plain table for each script; opens in any browser, pastes into a word processor.
local text = require("yanhu.table").text

local escape_html = require("yanhu.escape").html
local function escape(value) return escape_html(text(value)) end

local style = [[
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em; color: #222; background: #fff }
table { border-collapse: collapse; margin-bottom: 2em }
th, td { border: 1px solid #ccc; padding: .3em .6em; vertical-align: top; text-align: left }
th { background: #f0f0f0; position: sticky; top: 0 }
td.number { text-align: right; font-variant-numeric: tabular-nums }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b } th { background: #333 } th, td { border-color: #555 } }
]]

return function(tables, out)
  local title = {}
  for index, t in ipairs(tables) do title[index] = t.name end
  out.write('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>' .. escape(table.concat(title, ", ")) ..
            '</title>\n<style>\n' .. style .. '</style>\n</head>\n<body>\n')
  for _, t in ipairs(tables) do
    local columns, types = t:columns(), t:types()
    out.write(("<h1>%s</h1>\n<p>%s</p>\n<table>\n<thead><tr>"):format(escape(t.name), escape(t.summary)))
    for _, column in ipairs(columns) do out.write("<th>" .. escape(column.title or column.name) .. "</th>") end
    out.write "</tr></thead>\n<tbody>\n"
    for row in t:rows() do
      out.write "<tr>"
      for _, column in ipairs(columns) do
        local numeric = types[column.name] == "number" or types[column.name] == "integer"
        out.write((numeric and '<td class="number">' or "<td>") .. escape(row[column.name]) .. "</td>")
      end
      out.write "</tr>\n"
    end
    out.write "</tbody>\n</table>\n"
  end
  out.write "</body>\n</html>\n"
end
