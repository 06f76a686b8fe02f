summary    = "Who is reached: households and people that a measure benefits"
categories = { "cookbook" }
columns    = { "text", "value", "unit", "quote" }
examples   = { { "改造小区20个，惠及1860户5200多人。", { { value = 1860, unit = "户" }, { value = 5200, unit = "人" } } } }

function report(r)
  local rows = {}
  for q in r:quantities{ dimension = "people" } do
    if q.clause.text:find("惠及", 1, true) then
      rows[#rows + 1] = { text = q.text, value = q.value, unit = q.unit, quote = q.sentence.text, at = q }
    end
  end
  return rows
end
