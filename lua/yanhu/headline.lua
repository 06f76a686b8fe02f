-- The headline figures of a report: what it sets for the coming year and what it reached in the past one, one row
-- for each indicator and kind of figure. Growth and amount of one indicator are two rows.

local facts = require "yanhu.facts"
local indicators = require "yanhu.indicators"

local M = {}

M.ids = { "gdp", "industry_va", "fixed_investment", "retail_sales", "public_revenue", "trade", "resident_income",
  "urban_income", "rural_income", "cpi", "unemployment", "new_urban_jobs", "grain_output", "energy_intensity",
  "urbanization", "deficit_ratio", "deficit", "special_bonds" }

local order = {}
for n, id in ipairs(M.ids) do order[id] = n end

-- Growth, change, share, or amount: figures of one class about one indicator must not contradict each other.
local function class(fact)
  local m = fact.measure
  return (m == "level" or m == "count") and "amount" or m
end

-- A figure of the whole region and of one whole year.
local function whole(fact)
  return order[fact.id] and not fact.partial and fact.dimension ~= "times" and fact.measure ~= "rank" and fact.base ~= "全国" and fact.rule ~= "base"
    and not (fact.measure == "change" and not (fact.dimension == "points" and fact.id == "urbanization"))
    and indicators.exact(fact.indicator)
end

local function row(fact)
  return { id = fact.id, name = indicators.by_id[fact.id].name, text = fact.text, value = fact.value, low = fact.low,
    high = fact.high, op = fact.op, unit = fact.unit, measure = fact.measure, period = fact.period, quote = fact.quote,
    line = fact.line, start = fact.start }
end

local function collect(candidates)
  local seen, rows = {}, {}
  for _, fact in ipairs(candidates) do
    local key = fact.id .. "/" .. class(fact)
    local first = seen[key]
    if not first then
      rows[#rows + 1] = row(fact)
      seen[key] = rows[#rows]
    elseif first.op == ">" and fact.op == "=" and fact.quote == first.quote and fact.rule == "carried" and fact.value and first.low and fact.value >= first.low then
      for field, value in pairs(row(fact)) do first[field] = value end -- 突破百亿元，达到103.5亿元: the exact figure
      first.high = fact.high
    end
  end
  for n = #rows, 1, -1 do -- a rate tells more than its change
    if rows[n].measure == "change" and seen[rows[n].id .. "/share"] then table.remove(rows, n) end
  end
  table.sort(rows, function(a, b)
    if order[a.id] ~= order[b.id] then return order[a.id] < order[b.id] end
    return a.start < b.start
  end)
  for _, one in ipairs(rows) do one.start = nil end
  return rows
end

local announces = yanhu.pattern "(预期|发展|奋斗|工作|主要|总体|经济|计划|指导性?)目标(任务|建议|安排|指标)?(是|为|：|，|初步|如下|拟|包括|设定|有)|主要(预期)?(指标|目标)"

-- Where the headline passage begins and ends: the sentence that announces the targets and those that go on with it.
local function passage(r, all, year)
  local best_from, best_to, best = nil, nil, 0
  local near = {}
  for _, fact in ipairs(all) do
    if fact.status == "target" and whole(fact) and fact.period == year then near[#near + 1] = fact end
  end
  if #near == 0 then return nil end
  local function count(from, to)
    local ids, n, last = {}, 0, from
    for _, fact in ipairs(near) do
      if fact.start >= from and fact.start < to and fact.start - last < 400 then
        last = fact.start
        if not ids[fact.id] then ids[fact.id], n = true, n + 1 end
      end
    end
    return n, last + 1
  end
  for sentence in r:sentences { role = { "plan", "five_year", "review", "opening" } } do
    local start, stop = sentence.start, sentence.stop
    if near[#near].start >= start and announces:test(sentence.text) then
      local n, last = count(start, math.max(stop, start) + 1200)
      n = n + 0.5 -- an announcement wins over an equal list without one
      if n > best then best_from, best_to, best = start, math.max(last, stop), n end
    end
  end
  for _, fact in ipairs(near) do
    local from = fact.start - fact.offset
    local n, last = count(from, from + #fact.quote)
    if n > best then best_from, best_to, best = from, last, n end
  end
  return best_from, best_to
end

--- The targets for the planned year.
function M.targets(r)
  local all = facts.of_report(r)
  local year = tostring(r.meta.plan_year or r.meta.year or "")
  local from, to = passage(r, all, year)
  local inside, outside = {}, {}
  for _, fact in ipairs(all) do
    if whole(fact) and fact.status == "target" and fact.period == year and not fact.doubt then
      local list = from and fact.start >= from and fact.start < to and inside or outside
      list[#list + 1] = fact
    end
  end
  local named = {}
  for _, fact in ipairs(inside) do named[fact.id] = true end
  for _, fact in ipairs(outside) do
    if not named[fact.id] then inside[#inside + 1] = fact end
  end
  return collect(inside)
end

--- The results of the reviewed year. Figures of a five-year span count only where there are no others.
function M.results(r)
  local all = facts.of_report(r)
  local year = tostring(r.meta.review_year or "")
  local own, spans = {}, {}
  for _, fact in ipairs(all) do
    if whole(fact) and fact.status == "result" and not fact.doubt and fact.role ~= "notes" then
      if fact.period == year and not fact.average then
        own[#own + 1] = fact
      elseif fact.period and fact.period:find("-" .. year, 1, true) then
        spans[#spans + 1] = fact
      end
    end
  end
  local named = {}
  for _, fact in ipairs(own) do named[fact.id] = true end
  for _, fact in ipairs(spans) do
    if not named[fact.id] then own[#own + 1] = fact end
  end
  return collect(own)
end

return M
