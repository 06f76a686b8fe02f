summary    = "Sentences that stand word for word in more than one report"
description = "Give it the reports of several years of a place: what is repeated was perhaps only copied."
categories = { "cookbook" }
columns    = { "quote", "reports" }

function report(r)
  local rows = {}
  for s in r:sentences() do
    if #s >= 12 and s.role and s.role ~= "opening" then rows[#rows + 1] = { quote = s.text, at = s } end
  end
  return rows
end

function finish(rows)
  local seen, repeated = {}, {}
  for _, row in ipairs(rows) do
    local first = seen[row.quote]
    if not first then
      seen[row.quote] = row
      row.reports = row.report
    elseif first.report ~= row.report then
      if first.reports == first.report then repeated[#repeated + 1] = first end
      first.reports = first.reports .. " " .. row.report
    end
  end
  return repeated
end
