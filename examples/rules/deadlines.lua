summary    = "What the plan promises by a day, month, quarter or half of the year"
categories = { "cookbook" }
columns    = { "period", "by", "quote" }
examples   = { { "二、2025年工作安排\n水厂6月底前建成投用。", { { by = "6月底前" } } } }

local short = { day = true, month = true, quarter = true, half = true }

function report(r)
  local rows = {}
  for p in r:periods{ role = "plan" } do
    if short[p.grain] then
      rows[#rows + 1] = { period = p.period, by = p.text, quote = p.clause.text, at = p }
    end
  end
  return rows
end
