-- Units that measure the same: a value in one unit of its kind, so that 1.86亿公斤 and 3.13亿斤 can be compared.

local M = {}

local kinds = {
  mass = { ["千克"] = 1, ["公斤"] = 1, ["斤"] = 0.5, ["市斤"] = 0.5, ["吨"] = 1000, ["克"] = 0.001, ["担"] = 50, ["公担"] = 100 },
  area = { ["亩"] = 1, ["市亩"] = 1, ["公顷"] = 15, ["平方公里"] = 1500, ["平方千米"] = 1500, ["平方米"] = 0.0015, ["㎡"] = 0.0015 },
  length = { ["公里"] = 1, ["千米"] = 1, ["里"] = 0.5, ["华里"] = 0.5, ["米"] = 0.001 },
  volume = { ["立方米"] = 1, ["方"] = 1, ["公方"] = 1, ["升"] = 0.001 },
  power = { ["千瓦"] = 1, ["瓦"] = 0.001, ["兆瓦"] = 1000, ["MW"] = 1000, ["kW"] = 1, ["吉瓦"] = 1e6, ["GW"] = 1e6 },
  energy = { ["千瓦时"] = 1, ["度"] = 1, ["kWh"] = 1 },
}

local known = {}
for kind, units in pairs(kinds) do
  for unit, factor in pairs(units) do known[unit] = { kind = kind, factor = factor } end
end

--- The value in the base unit of its kind, and that kind; a unit that converts to nothing else is a kind of its own.
function M.base(value, unit)
  local entry = known[unit or ""]
  if not entry then return value, unit or "" end
  return value and value * entry.factor, entry.kind
end

--- Do two units measure the same? And are they the same unit under two names or not (公里, 千米)?
function M.comparable(a, b)
  if a == b then return true, true end
  local one, two = known[a or ""], known[b or ""]
  if not one or not two or one.kind ~= two.kind then return false, false end
  return true, one.factor == two.factor
end

--- A value of unit `from` in unit `to`; nil where they do not measure the same.
function M.convert(value, from, to)
  if from == to then return value end
  local one, two = known[from or ""], known[to or ""]
  if not value or not one or not two or one.kind ~= two.kind then return nil end
  return value * one.factor / two.factor
end

return M
