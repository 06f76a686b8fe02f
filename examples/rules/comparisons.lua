summary    = "Figures that are set against the nation, the province or the city"
categories = { "cookbook" }
columns    = { "against", "how", "text", "quote" }
examples   = { { "增速高于全市平均水平0.3个百分点。", { { against = "全市", how = "高于", text = "0.3个百分点" } } } }

local comparison = yanhu.pattern("(?<how>高于|低于|快于|比)(?<against>全国|全省|全市)")

function report(r)
  local rows = {}
  for m, s in r:match(comparison) do
    for q in s:quantities() do
      if q.from > m.to then
        rows[#rows + 1] = { against = m.against, how = m.how, text = q.text, quote = s.text, at = q }
        break
      end
    end
  end
  return rows
end
