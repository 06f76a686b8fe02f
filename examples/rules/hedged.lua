summary    = "How firm the plan's figures are: how many are exact, a bound, about, or a range"
categories = { "cookbook" }
columns    = { "op", "count", "share" }
examples   = { { "二、2025年工作安排\n产值增长8%左右，新增学位800个。", { { op = "=", count = 1, share = 0.5 }, { op = "≈", count = 1, share = 0.5 } } } }

local order = { "=", "≈", "≥", ">", "≤", "<", "range" }

function report(r)
  local count, all, rows = {}, 0, {}
  for q in r:quantities{ role = "plan" } do
    count[q.op] = (count[q.op] or 0) + 1
    all = all + 1
  end
  for _, op in ipairs(order) do
    if count[op] then rows[#rows + 1] = { op = op, count = count[op], share = count[op] / all } end
  end
  return rows
end
