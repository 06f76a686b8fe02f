summary    = "Every sum of money in the plan, with its sentence"
categories = { "cookbook" }
args       = { min = { type = "number", default = 0, help = "smallest amount, in 元" } }
columns    = { "value", "unit", "text", "quote" }
examples   = { { "二、2025年工作安排\n投资5亿元建设水厂，招聘教师40名。", { { value = 5e8, unit = "元" } } } }

function report(r, args)
  local rows = {}
  for q in r:quantities{ role = "plan", dimension = "money" } do
    if q.value and q.value >= args.min then
      rows[#rows + 1] = { value = q.value, unit = q.unit, text = q.text, quote = q.sentence.text, at = q }
    end
  end
  return rows
end
