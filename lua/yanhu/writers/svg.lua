-- svg.lua: draws what a script's `chart` names: a panel for each kind of figure; bars over regions, or lines over years
-- where there is more than one. gnuplot draws; this file writes its commands, in which no text of a report is ever more
-- than a quoted label.
local gnuplot = require("yanhu.formats").gnuplot
local tr = require "yanhu.translate"

local FONT = "Noto Sans CJK SC" -- by whose widths the text is set; the picture names others for where it is not there
local FONTS = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
local WIDTH, HEIGHT, LINE, FOOT = 900, 420, 21, 30
local COLORS = { "#1f4e79", "#c55a11", "#548235", "#7f6000", "#7030a0", "#00818a", "#a61c3c", "#595959", "#3c78d8", "#b45f06" }

-- A label without what means something to gnuplot or to XML's readers.
local function plain(text)
  return (tostring(text or ""):gsub("[%c'\"`\\@{}$<>&]", " "))
end
local function label(row, chart) return plain(row[chart.label] or row.report) end
local function quoted(text) return "'" .. plain(text) .. "'" end
local function number(value) return ("%.10g"):format(value) end

-- 亿 or 万, by the largest value.
local function scale(rows, field, unit)
  if unit:find "^[%%个]" then return 1, unit end
  local most = 0
  for _, row in ipairs(rows) do most = math.max(most, math.abs(row[field])) end
  if most >= 1e8 then return 1e8, "亿" .. unit end
  if most >= 1e4 then return 1e4, "万" .. unit end
  return 1, unit
end

local function add_to(panel, row, chart)
  panel.rows[#panel.rows + 1] = row
  local time, name = plain(row[chart.time]), label(row, chart)
  if not panel.times[time] then panel.times[time], panel.times[#panel.times + 1] = true, time end
  if not panel.labels[name] then
    panel.labels[name] = {}
    panel.labels[#panel.labels + 1] = name
  end
  table.insert(panel.labels[name], row)
end

-- Rows with one title and unit make a panel; a span of years (2021-2025) is none with single years.
local function panels(t, chart)
  local list, by = {}, {}
  for row in t:rows() do
    local name, unit = plain(row[chart.panel]), plain(row[chart.unit])
    local time = plain(row[chart.time])
    local key = table.concat({ name, unit, time:find "^%d%d%d%d$" and "" or time }, "\0")
    local panel = by[key]
    if type(row[chart.value]) == "number" then
      if not panel then
        panel = { name = name, unit = unit, rows = {}, times = {}, labels = {} }
        by[key], list[#list + 1] = panel, panel
      end
      add_to(panel, row, chart)
    end
  end
  for _, panel in ipairs(list) do
    panel.height = #panel.times > 1 and math.max(HEIGHT, 110 + LINE * #panel.labels) or HEIGHT
  end
  return list
end

local function label_of(value, digits)
  return math.abs(value) >= 1000 and ("%.0f"):format(value) or ("%%.%dg"):format(digits):format(value)
end

local function axes(panel, title, unit, across, add)
  add("set title ", quoted(title), "\nset ylabel ", quoted(panel.name .. "（" .. unit .. "）"), "\nset xlabel ", quoted(across), "\n")
end

local function bars(panel, chart, add)
  local factor, unit = scale(panel.rows, chart.value, panel.unit)
  local low, count = 0, #panel.rows
  local many = count > 16 -- labels of values are shorter and smaller
  add "$data << END\n"
  for n, row in ipairs(panel.rows) do
    local value = row[chart.value] / factor
    low = math.min(low, value)
    add(n, "\t", label(row, chart), "\t", number(value), "\t", label_of(value, many and 3 or 4), "\n")
  end
  add "END\n"
  axes(panel, (panel.times[1] ~= "" and panel.times[1] .. "年" or "") .. panel.name, unit, "地区", add)
  add("set xtics nomirror scale 0 ", count > 8 and "rotate by -45 left" or "norotate", "\nset bmargin ", count > 8 and 7 or 4.5, "\n")
  local room = math.max(0, 4 - count) / 2 -- a single bar is no wall
  add("set xrange [", number(0.4 - room), ":", number(count + 0.6 + room), "]\nset yrange [", low < 0 and "*" or "0", ":*]\n")
  add "set offsets 0, 0, graph 0.12, 0\nset style fill solid 1 noborder\nset boxwidth 0.6\nunset key\n"
  local mean = chart.mean and count > 1 and panel.rows[1][chart.mean]
  if mean then
    local words = ("各地区均值 %s（虚线）"):format(label_of(mean / factor, 3))
    add("set label 1 ", quoted(words), " at graph 0.99, graph 0.96 right font ',11' textcolor rgb '", COLORS[2], "'\n")
  end
  add("plot $data using 1:3:xtic(2) with boxes linecolor rgb '", COLORS[1], "'")
  if mean then add(", ", number(mean / factor), " with lines dashtype 2 linewidth 1.5 linecolor rgb '", COLORS[2], "'") end
  add(", $data using 1:3:4 with labels boxed offset 0,0.8 font ',", many and 9 or 11, "'\n")
end

local function lines(panel, chart, add)
  local factor, unit = scale(panel.rows, chart.value, panel.unit)
  table.sort(panel.times)
  for n, name in ipairs(panel.labels) do
    add("$line", n, " << END\n")
    local list = panel.labels[name]
    table.sort(list, function(a, b) return plain(a[chart.time]) < plain(b[chart.time]) end)
    for _, row in ipairs(list) do
      add(plain(row[chart.time]), "\t", number(row[chart.value] / factor), "\n")
    end
    add "END\n"
  end
  local first, last = tonumber(panel.times[1]), tonumber(panel.times[#panel.times])
  axes(panel, ("%d—%d年%s"):format(first, last, panel.name), unit, "年份", add)
  add("set xtics nomirror norotate scale 0.5 ", first, ", ", math.max(1, math.ceil((last - first) / 12)), "\nset bmargin 4.5\n")
  add("set xrange [", number(first - 0.3), ":", number(last + 0.3), "]\nset yrange [*:*]\nset offsets 0, 0, graph 0.08, graph 0.08\n")
  add(#panel.labels > 1 and "set key outside right center samplen 2\n" or "unset key\n")
  local plots = {}
  for n, name in ipairs(panel.labels) do
    plots[n] = ("$line%d using 1:2 with linespoints linewidth 2 pointtype %d pointsize 0.7 dashtype %d linecolor rgb '%s' title %s"):format(
      n, (n - 1) % 7 + 4, (n - 1) // #COLORS % 5 + 1, COLORS[(n - 1) % #COLORS + 1], quoted(name))
  end
  add("plot ", table.concat(plots, ", "), "\n")
end

local function commands(list, chart)
  local height = FOOT
  for _, panel in ipairs(list) do height = height + panel.height end
  local text = { ("set terminal svg size %d,%d noenhanced background '#ffffff' font '%s,13'\n"):format(WIDTH, height, FONT),
                 "set encoding utf8\nset datafile separator '\\t'\nset border 3 linecolor rgb '#404040'\nset tics out\n",
                 "set grid ytics linecolor rgb '#d9d9d9'\nset ytics nomirror\nset lmargin 12\nset tmargin 3\nset title font ',16'\n",
                 "set style textbox opaque margins 0.3, 0.3 fillcolor rgb '#ffffff' noborder\nset multiplot\n" }
  local function add(...)
    for _, part in ipairs { ... } do text[#text + 1] = tostring(part) end
  end
  local bottom = height
  for n, panel in ipairs(list) do
    bottom = bottom - panel.height
    add(("set size 1, %.6f\nset origin 0, %.6f\nunset label\n"):format(panel.height / height, bottom / height))
    if n == #list then
      add("set label 2 ", quoted(chart.source), (" at screen 0.02, screen %.6f font ',11' textcolor rgb '#595959'\n"):format(14 / height))
    end
    if #panel.times > 1 then lines(panel, chart, add) else bars(panel, chart, add) end
  end
  add "unset multiplot\n"
  return table.concat(text)
end

return function(tables, out)
  local t = tables[1]
  local list = panels(t, t.chart)
  if #list == 0 then error(tr("there is nothing to draw: no figure was found"), 0) end
  local drawing = gnuplot(commands(list, t.chart))
  out.write((drawing:gsub("font%-family=\"" .. FONT .. "\"", function() return 'font-family="' .. FONTS .. '"' end)))
end
