summary    = "Parts of a whole: 占…的比重, 覆盖率, 普及率"
categories = { "cookbook" }
columns    = { "share", "clause", "role" }
examples   = { { "卫生厕所普及率提高到89.1%，产值增长5%。", { { share = 89.1 } } } }

local word = yanhu.pattern("占|比重|占比|率(?!先)")

function report(r)
  local rows = {}
  for q in r:quantities{ dimension = "percent" } do
    local text = q.clause.text
    if word:test(text) and not text:find("增长", 1, true) then
      rows[#rows + 1] = { share = q.value, clause = text, role = q.sentence.role, at = q }
    end
  end
  return rows
end
