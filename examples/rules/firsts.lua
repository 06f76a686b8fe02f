summary    = "What was done for the first time"
categories = { "cookbook" }
columns    = { "word", "quote" }
examples   = { { "一、2024年工作回顾\n居民收入首次突破1.5万元。", { { word = "首次" } } } }

local first = yanhu.dictionary{ "首次", "首个", "首家", "首批", "首台", "第一次", "零的突破", "历史性突破" }

function report(r)
  local rows = {}
  for s in r:sentences{ role = "review" } do
    for _, _, word in first:gmatch(s.text) do rows[#rows + 1] = { word = word, quote = s.text, at = s } end
  end
  return rows
end
