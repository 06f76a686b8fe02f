-- Rows of many reports put in order by region and year: what a script that compares years starts from in `finish`.

local M = {}

--- What tells one region from another: its code, else its name, else the report itself.
function M.region(row) return row.region_code or row.region or row.report or "" end

--- The reports of the rows, grouped: a list of regions in the order of the input, each a list of years in order, each
--- { year, report (of its first row), rows }. Two reports of one region and year are one.
function M.group(rows)
  local regions, by_region = {}, {}
  for _, row in ipairs(rows) do
    local key = M.region(row)
    local region = by_region[key]
    if not region then
      region = { by_year = {} }
      by_region[key], regions[#regions + 1] = region, region
    end
    local year = region.by_year[row.year or 0]
    if not year then
      year = { year = row.year or 0, report = row.report, rows = {} }
      region.by_year[year.year], region[#region + 1] = year, year
    end
    year.rows[#year.rows + 1] = row
  end
  for _, region in ipairs(regions) do
    region.by_year = nil
    table.sort(region, function(a, b) return a.year < b.year end)
  end
  return regions
end

--- The variables of a report, for a row that is made in `finish`.
function M.variables(row, into)
  for _, name in ipairs { "report", "region", "region_code", "level", "year" } do into[name] = row[name] end
  return into
end

return M
