summary    = "How far the plan looks ahead: figures with a year beyond the planned one"
categories = { "cookbook" }
columns    = { "year", "quote" }
examples   = { { "二、2025年工作安排\n到2027年建成3个产业集群。", { { year = 2027 } } } }

function report(r)
  local rows, plan = {}, r.meta.plan_year
  for p in r:periods{ role = { "plan", "five_year" } } do
    if plan and p.last_year and p.last_year > plan and p.sentence:quantities()() then
      rows[#rows + 1] = { year = p.last_year, quote = p.sentence.text, at = p }
    end
  end
  return rows
end
