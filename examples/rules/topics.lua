summary    = "How often each report speaks of a topic, reports beside each other"
categories = { "cookbook" }
columns    = { "topic", "count", { name = "per_thousand", title = "per thousand characters" } }
examples   = { { "稳就业、促就业，抓好高校毕业生就业。", { { topic = "jobs", count = 3 } } } }

-- a word and its topic; the longest word wins, each place counts once
local words = yanhu.dictionary{
  ["就业"] = "jobs", ["创业"] = "jobs", ["零工市场"] = "jobs",
  ["教育"] = "schools", ["学校"] = "schools", ["幼儿园"] = "schools", ["学位"] = "schools",
  ["医院"] = "health", ["医疗"] = "health", ["医保"] = "health", ["基本医疗保险"] = "health",
  ["养老"] = "elderly", ["老年人"] = "elderly", ["适老化"] = "elderly",
  ["绿色"] = "green", ["低碳"] = "green", ["空气质量"] = "green", ["污水"] = "green",
}

function report(r)
  local count, rows = {}, {}
  for _, _, topic in words:gmatch(r.text) do count[topic] = (count[topic] or 0) + 1 end
  for topic, n in pairs(count) do
    rows[#rows + 1] = { topic = topic, count = n, per_thousand = n * 1000 / #r }
  end
  table.sort(rows, function(a, b) return a.topic < b.topic end)
  return rows
end
