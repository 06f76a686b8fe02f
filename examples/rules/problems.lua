summary    = "The shortcomings that the report owns up to, one a row"
categories = { "cookbook" }
columns    = { "number", "problem" }
examples   = {
  { "我们还有不少短板：一是工业体量小；二是财力不足。", { { number = "一是", problem = "工业体量小" }, { number = "二是", problem = "财力不足" } } },
}

local opening = yanhu.pattern("短板|问题|不足|差距|缺点|困难")
local entry   = yanhu.pattern("([一二三四五六七八九十]+是|第[一二三四五六七八九十]+，)(.+?)(?=[；。]|$)")

function report(r)
  local rows = {}
  for s in r:sentences() do
    local text = s.text
    if s.role ~= "plan" and opening:test(text) then
      for m in entry:gmatch(text) do
        rows[#rows + 1] = { number = m[1], problem = m[2], at = s }
      end
    end
  end
  return rows
end
