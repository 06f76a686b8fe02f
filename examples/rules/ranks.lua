summary    = "Places in a ranking, best first"
categories = { "cookbook" }
columns    = { "place", "text", "quote", { name = "line", type = "integer" } }
examples   = { { "工业增速居全市第2位。", { { place = 2, text = "全市第2位" } } } }

function report(r)
  local rows = {}
  for rank in r:ranks() do
    rows[#rows + 1] = { place = rank.value, text = rank.text, quote = rank.sentence.text, at = rank }
  end
  return rows
end

-- once, over the rows of all reports
function finish(rows)
  table.sort(rows, function(a, b)
    if a.place ~= b.place then return a.place < b.place end
    if a.report ~= b.report then return a.report < b.report end
    return a.line < b.line
  end)
  return rows
end
