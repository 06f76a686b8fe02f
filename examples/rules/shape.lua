summary    = "How much of a report each part takes, and how many figures stand in it"
categories = { "cookbook" }
columns    = { "role", "part", "characters", "share", "figures" }
examples   = { { "一、2024年工作回顾\n建成公园8处。", { { role = "review", figures = 1 } } } }

function report(r)
  local rows = {}
  for part in r:parts() do
    local figures = 0
    for _ in part:quantities() do figures = figures + 1 end
    rows[#rows + 1] = { role = part.role, part = part.title, characters = #part, share = #part / #r, figures = figures, at = part }
  end
  return rows
end
