-- Targets of one report laid beside the results of the next: which figures belong together, and whether a promise was kept.

local acts = require "yanhu.acts"
local facts = require "yanhu.facts"
local headline = require "yanhu.headline"
local indicators = require "yanhu.indicators"
local ledger = require "yanhu.ledger"
local tasks = require "yanhu.tasks"
local units = require "yanhu.units"

local M = {}

local function promised(fact)
  return { period = fact.period, id = fact.id, name = fact.name or fact.indicator, measure = fact.measure, promised = fact.text, low = fact.low,
           high = fact.high, op = fact.op, unit = fact.unit, promised_quote = fact.quote, promised_line = fact.line }
end

local function delivered(fact)
  return { period = fact.period, id = fact.id, name = fact.name or fact.indicator, measure = fact.measure, delivered = fact.text, low = fact.low,
           high = fact.high, op = fact.op, value = fact.value, unit = fact.unit, delivered_quote = fact.quote, delivered_line = fact.line }
end

--- What a report promises (rows with `promised`) and what it says was reached (rows with `delivered`).
function M.figures(r, all)
  local rows, seen = {}, {}
  local function add(fact, make)
    rows[#rows + 1] = make(fact)
    seen[fact.quote .. "\0" .. fact.text .. "\0" .. (fact.id or "")] = true
  end
  for _, row in ipairs(headline.targets(r)) do add(row, promised) end
  for _, row in ipairs(headline.results(r)) do add(row, delivered) end
  if not all then return rows end
  for _, fact in ipairs(facts.of_report(r)) do
    local known = fact.id and seen[fact.quote .. "\0" .. fact.text .. "\0" .. fact.id]
    if not known and not fact.doubt and fact.measure ~= "rank" then
      if fact.status == "target" and fact.role == "plan" then add(fact, promised)
      elseif fact.status == "result" and (fact.role == "review" or fact.role == "opening") then add(fact, delivered) end
    end
  end
  return rows
end

--- Acts that the plan promises without a figure (rows of measure `act`), and the sentences of the review, in which the
--- year before's are looked for.
function M.acts(r)
  local rows, meta = {}, r.meta
  for _, piece in ipairs((tasks.pieces(r, { "plan" }))) do
    if piece.kind == "deliverable" and not piece.quantity and meta.plan_year then
      rows[#rows + 1] = { period = tostring(meta.plan_year), name = acts.topic(piece.object or piece.text), measure = "act", promised = piece.text,
                          promised_quote = piece.sentence.text, promised_line = piece.line }
    end
  end
  for sentence in r:sentences { role = "review" } do
    if meta.review_year and not sentence.heading then
      rows[#rows + 1] = { period = tostring(meta.review_year), measure = "act", delivered = "", delivered_quote = sentence.text,
                          delivered_line = sentence.line }
    end
  end
  return rows
end

local class = { level = "amount", count = "amount" }

-- A name without its verb and marks: 新建公办幼儿园 and 公办幼儿园 are one.
local verb = yanhu.pattern [[^(?:新建改建|新建|改建|建成|改造|新增|完成|实施|开展|更新|建设|培育|引进|发放|盘活|争取|创建|力争|全年|全县|全市|全省|全区)]]
local function plain(name)
  local text = ledger.normal(name)
  local _, to = verb:find(text)
  while to and to < #text do
    text = text:sub(to + 1)
    _, to = verb:find(text)
  end
  return text
end

local function region_of(row) return row.region_code or row.region or row.report or "" end

-- The sentence of the next review that speaks of an act; the shorter of two that do so alike.
local function spoken_of(act, sentences)
  local best, most = nil, 0
  local name = plain(act.name)
  for _, one in ipairs(sentences) do
    if one.measure == "act" then
      local coverage = ledger.coverage(name, ledger.normal(one.delivered_quote)) - #one.delivered_quote * 1e-6
      if coverage > most then best, most = one, coverage end
    end
  end
  return most >= M.coverage and best or nil
end

-- Is a result of the other row the answer to this promise? 1 surely, less by the words, 0 not.
local function belongs(promise, result)
  if promise.measure == "act" or result.measure == "act" then return 0 end
  local kind = class[promise.measure] or promise.measure
  if kind ~= (class[result.measure] or result.measure) then return 0 end
  if promise.id and result.id then
    if promise.id ~= result.id then return 0 end
    return promise.name == result.name and 1 or 0.9 * ledger.likeness(plain(promise.name), plain(result.name))
  end
  if promise.id or result.id or not units.comparable(promise.unit, result.unit) then return 0 end
  local a, b = plain(promise.name), plain(result.name)
  if a == b then return 1 end
  return 0.95 * ledger.likeness(a, b)
end

M.likeness, M.coverage = 0.7, 0.75

-- How far from a point 左右 still reaches: half a percentage point, or a twentieth of an amount.
local function leeway(promise, point)
  if promise.op ~= "≈" then return 0 end
  return promise.unit == "%" and 0.5 or math.abs(point) * 0.05
end

--- Was the promise kept? Gives met, missed or unclear, and by how much the result lies above (+) or below (−) the bound.
function M.outcome(promise, result)
  local reached = units.convert(result.value or result.low or result.high, result.unit, promise.unit)
  local low, high = promise.low, promise.high
  if not reached or not low and not high then return "unclear", nil end
  local entry = promise.id and indicators.by_id[promise.id]
  local ceiling = entry and (entry.direction == "down" or entry.direction == "stable") -- a target of prices is a ceiling
  local downward = ceiling or high and not low
  local point = downward and (high or low) or (low or high)
  local difference = reached - point
  local slack = leeway(promise, point) + 1e-9 * math.max(1, math.abs(point))
  local kept
  if downward then kept = difference <= slack else kept = difference >= -slack end
  return kept and "met" or "missed", tonumber(("%.10g"):format(difference))
end

--- The promises of all reports, each with its outcome, in the order of the reports.
function M.settle(rows)
  local results, told = {}, {}
  for _, row in ipairs(rows) do
    if row.delivered then
      local key = region_of(row) .. "\0" .. (row.period or "")
      results[key] = results[key] or {}
      table.insert(results[key], row)
      told[key] = true
    end
  end
  local settled = {}
  for _, row in ipairs(rows) do
    if row.promised then
      local key = region_of(row) .. "\0" .. (row.period or "")
      local best, most = nil, M.likeness
      local spoken = row.measure == "act" and spoken_of(row, results[key] or {})
      for _, result in ipairs(results[key] or {}) do
        local likeness = result.report ~= row.report and belongs(row, result) or 0
        if likeness > most then best, most = result, likeness end
      end
      if best then
        row.delivered, row.value, row.delivered_quote, row.delivered_line, row.delivered_report = best.delivered, best.value or best.low or best.high,
          best.delivered_quote, best.delivered_line, best.report
        row.outcome, row.difference = M.outcome(row, best)
        row.value = units.convert(row.value, best.unit, row.unit) or row.value
      elseif spoken then
        row.outcome, row.delivered_quote, row.delivered_line, row.delivered_report = "mentioned", spoken.delivered_quote, spoken.delivered_line, spoken.report
      else
        row.outcome = told[key] and "not mentioned" or "no report"
      end
      settled[#settled + 1] = row
    end
  end
  return settled
end

return M
