summary    = "Works and the stage that they have reached: begun, built, in use"
categories = { "cookbook" }
columns    = { "stage", "clause", "role" }
examples   = { { "县医院新院区主体封顶，开工建设金沙水库。", { { stage = "封顶" }, { stage = "开工" } } } }

local stages = yanhu.dictionary{ "开工", "动工", "封顶", "竣工", "完工", "建成", "投产", "投用", "通车", "投入运营" }

function report(r)
  local rows = {}
  for c in r:clauses() do
    local from, _, stage = stages:find(c.text)
    if from then rows[#rows + 1] = { stage = stage, clause = c.text, role = c.role, at = c } end
  end
  return rows
end
