summary    = "What went down in the year under review"
categories = { "cookbook" }
columns    = { "verb", "text", "clause" }
examples   = { { "一、2024年工作回顾\n信访总量下降11.8%，绿地增加3公顷。", { { verb = "下降", text = "11.8%" } } } }

local falling = yanhu.pattern("下降|减少|回落|缩小|压减|降低|下滑")

function report(r)
  local rows = {}
  for q in r:quantities{ role = "review" } do
    local verb = falling:match(q.clause.text)
    if verb then
      rows[#rows + 1] = { verb = verb[0], text = q.text, clause = q.clause.text, at = q }
    end
  end
  return rows
end
