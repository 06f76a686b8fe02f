-- One figure of many reports side by side: in one unit, ranked among the regions of a year, and against the year before.

local headline = require "yanhu.headline"
local indicators = require "yanhu.indicators"
local units = require "yanhu.units"
local wide = require "yanhu.wide"
local years = require "yanhu.years"
local tr = require "yanhu.translate"

local M = {}

local class = { level = "amount", count = "amount" }
M.kinds = { "growth", "amount", "share", "change" }

local order = {}
for n, id in ipairs(headline.ids) do order[id] = n end
for n, kind in ipairs(M.kinds) do order[kind] = n end

--- The indicators that are meant: ids or official names; all headline ones for nil. Raises for one that is none.
function M.chosen(list)
  if not list then return nil end
  local wanted = {}
  for _, given in ipairs(list) do
    local entry = indicators.by_id[given] or indicators.find(given)
    if not entry or not order[entry.id] then
      error(tr("`%s` is no headline indicator: %s"):format(given, table.concat(headline.ids, ", ")), 0)
    end
    wanted[entry.id] = true
  end
  return wanted
end

local mass = { ["斤"] = true, ["公斤"] = true, ["千克"] = true, ["担"] = true, ["吨"] = true }

--- The headline figures of a report that are asked for, mass in 吨.
function M.figures(r, of, wanted, kind)
  local rows = {}
  for _, row in ipairs(of == "targets" and headline.targets(r) or headline.results(r)) do
    local own = class[row.measure] or row.measure
    if (not wanted or wanted[row.id]) and (not kind or kind == own) then
      local unit = mass[row.unit] and "吨" or row.unit
      local value = units.convert(wide.point(row), row.unit, unit)
      if value then
        rows[#rows + 1] = { id = row.id, name = row.name, figure = wide.title(row.id, own) .. (of == "targets" and "目标" or ""), measure = own, period = row.period, unit = unit, value = value, op = row.op,
                            text = row.text, quote = row.quote, line = row.line }
      end
    end
  end
  return rows
end

local function round(number) return tonumber(("%.4f"):format(number)) end

-- Rank, and the distance to the best and to the mean, among the figures of one period.
local function rank(rows)
  local entry = indicators.by_id[rows[1].id]
  local sign = (entry.direction == "down" or entry.direction == "stable") and 1 or -1
  table.sort(rows, function(a, b)
    if a.value ~= b.value then return sign * a.value < sign * b.value end
    return a.place < b.place
  end)
  local sum = 0
  for _, row in ipairs(rows) do sum = sum + row.value end
  for n, row in ipairs(rows) do
    row.of, row.rank = #rows, n > 1 and rows[n - 1].value == row.value and rows[n - 1].rank or n
    row.mean = round(sum / #rows)
    row.best_difference, row.mean_difference = round(row.value - rows[1].value), round(row.value - sum / #rows)
  end
end

-- Against the same region's figure of the last period before.
local function lay_years(rows)
  local by_region = {}
  for _, row in ipairs(rows) do
    local key = years.region(row)
    by_region[key] = by_region[key] or {}
    table.insert(by_region[key], row)
  end
  for _, list in pairs(by_region) do
    table.sort(list, function(a, b) return (a.period or "") < (b.period or "") end)
    for n = 2, #list do
      list[n].previous, list[n].previous_period = list[n - 1].value, list[n - 1].period
      list[n].previous_difference = round(list[n].value - list[n - 1].value)
    end
  end
end

--- All figures compared; a region counts once a period, with the first report that speaks of it.
function M.compare(rows)
  local series, by, seen = {}, {}, {}
  for place, row in ipairs(rows) do
    local key = table.concat({ row.id, row.measure, row.unit }, "\0")
    local own = table.concat({ key, row.period or "", years.region(row) }, "\0")
    if not seen[own] then
      seen[own], row.place = true, place
      if not by[key] then
        by[key] = { periods = {} }
        series[#series + 1] = by[key]
      end
      local one = by[key]
      one[#one + 1] = row
      local period = row.period or ""
      if not one.periods[period] then
        one.periods[period] = {}
        one.periods[#one.periods + 1] = period
      end
      table.insert(one.periods[period], row)
    end
  end
  table.sort(series, function(a, b)
    if a[1].id ~= b[1].id then return order[a[1].id] < order[b[1].id] end
    if a[1].measure ~= b[1].measure then return order[a[1].measure] < order[b[1].measure] end
    return a[1].unit < b[1].unit
  end)
  local result = {}
  for _, one in ipairs(series) do
    lay_years(one)
    table.sort(one.periods)
    for _, period in ipairs(one.periods) do
      rank(one.periods[period])
      for _, row in ipairs(one.periods[period]) do
        row.place = nil
        result[#result + 1] = row
      end
    end
  end
  return result
end

return M
