-- The wide layout of headline figures: one row a report, one column an indicator and kind of figure, each in one unit,
-- so that the rows of many reports are a panel. What has no column here is in the long layout.

local units = require "yanhu.units"
local indicators = require "yanhu.indicators"
local tr = require "yanhu.translate"

local M = {}

-- indicator, kinds of figure; money is in 元 (and 美元 in a column of its own), mass in 吨.
local plan = [[
  gdp growth amount
  industry_va growth amount
  fixed_investment growth amount
  retail_sales growth amount
  public_revenue growth amount
  trade growth amount usd
  resident_income growth amount
  urban_income growth amount
  rural_income growth amount
  cpi growth
  unemployment share
  new_urban_jobs amount
  grain_output growth amount
  energy_intensity growth
  urbanization share change
  deficit_ratio share
  deficit amount
  special_bonds amount
]]

local kinds = {
  growth = { title = "增速", unit = "%" }, share = { title = "", unit = "%" }, change = { title = "增减", unit = "个百分点" },
  amount = { title = "", unit = "元" }, usd = { title = "", unit = "美元" },
}
local own_word = { cpi = "涨幅", energy_intensity = "增减" }

--- 地区生产总值增速, 居民消费价格涨幅, 粮食产量: the name of an indicator's growth, amount, share or change.
function M.title(id, kind)
  return indicators.by_id[id].name .. (kind == "growth" and own_word[id] or kinds[kind].title)
end

local class = { growth = "growth", share = "share", change = "change", level = "amount", count = "amount" }
local own_unit = { new_urban_jobs = "人", grain_output = "吨" }

local cells = {} -- in order: { column, id, kind, unit, title }
for line in plan:gmatch "[^\n]+" do
  local id = line:match "%S+"
  for kind in line:match("%S+(.*)"):gmatch "%S+" do
    local unit = kind == "amount" and own_unit[id] or kinds[kind].unit
    local column = id .. "_" .. (kind == "usd" and "amount_usd" or kind)
    local title = M.title(id, kind) .. "（" .. unit .. "）"
    cells[#cells + 1] = { column = column, id = id, kind = kind, unit = unit, title = title }
  end
end

M.args = {
  layout = { type = "string", choices = { "long", "wide" }, default = "long", help = "one row a figure, or one row a report" },
  bounds = { type = "boolean", default = false, help = "wide: three columns more for each figure, _op, _low and _high" },
}

M.description = tr [[
--layout wide gives one row a report and one column an indicator: gdp_growth (%), gdp_amount (元), trade_amount_usd (美元),
unemployment_share (%), new_urban_jobs_amount (人), grain_output_amount (吨), …; money in 元, mass in 吨, falls negative. A column
holds the figure, for a bound (5.5%以上) the bound, for a range its middle; -a bounds=true adds op, low and high.
`figures` counts how many the report gives; a report without any has a row, too: the panel is complete. All columns:
]]
local names, width = {}, 0
for _, cell in ipairs(cells) do
  width = width + #cell.column + 2
  names[#names + 1] = (width > 110 and "\n" or "") .. cell.column
  if width > 110 then width = #cell.column + 2 end
end
M.description = M.description .. (table.concat(names, ", "):gsub(" \n", "\n"))

--- The columns of either layout; `long` are those of the long one.
function M.columns(long)
  return function(args)
    if args.layout ~= "wide" then return long end
    local list = { { name = "period", title = "数据年度" }, { name = "figures", title = "指标数", type = "integer" } }
    for _, cell in ipairs(cells) do
      list[#list + 1] = { name = cell.column, title = cell.title, type = "number" }
      if args.bounds then
        list[#list + 1] = { name = cell.column .. "_op", title = cell.title .. "幅度" }
        list[#list + 1] = { name = cell.column .. "_low", title = cell.title .. "下限", type = "number" }
        list[#list + 1] = { name = cell.column .. "_high", title = cell.title .. "上限", type = "number" }
      end
    end
    return list
  end
end

local function convert(value, from, to)
  if not value then return nil end
  local result = units.convert(value, from, to)
  return result and tonumber(("%.12g"):format(result))
end

--- One number for a figure: itself, its bound, or the middle of its range.
function M.point(row)
  if row.value then return row.value end
  if row.low and row.high then return (row.low + row.high) / 2 end
  return row.low or row.high
end

--- Rows of headline.lua as the layout wants them: as they are, or as the one row of the report.
function M.rows(rows, args, period)
  if args.layout ~= "wide" then return rows end
  local wide = { period = period and tostring(period), figures = 0 }
  for _, cell in ipairs(cells) do
    for _, row in ipairs(rows) do
      local kind = row.unit == "美元" and class[row.measure] == "amount" and "usd" or class[row.measure]
      local value = row.id == cell.id and kind == cell.kind and convert(M.point(row), row.unit, cell.unit)
      if value and wide[cell.column] == nil then
        wide[cell.column], wide.figures = value, wide.figures + 1
        if args.bounds then
          wide[cell.column .. "_op"] = row.op
          wide[cell.column .. "_low"], wide[cell.column .. "_high"] = convert(row.low, row.unit, cell.unit), convert(row.high, row.unit, cell.unit)
        end
      end
    end
  end
  return { wide }
end

return M
