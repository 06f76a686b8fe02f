-- meta.lua: what a report says of itself: one row a report.
summary = "Title, date, session, speaker and size of each report"
categories = { "overview" }
columns = {
  { name = "title", title = "标题" }, { name = "date", title = "报告日期", type = "date" }, { name = "session", title = "会议" },
  { name = "speaker", title = "报告人" }, { name = "office", title = "职务" },
  { name = "review_year", title = "回顾年度", type = "integer" }, { name = "plan_year", title = "安排年度", type = "integer" },
  { name = "format", title = "格式" }, { name = "encoding", title = "编码" },
  { name = "characters", title = "字数", type = "integer" }, { name = "sentences", title = "句数", type = "integer" },
  { name = "noise", title = "残留字数", type = "integer" },
}
brief = { "title", "date", "session", "speaker", "characters" }
examples = {
  { "松崖县政府工作报告\n——2025年1月16日在松崖县第九届人民代表大会第三次会议上\n县长 林知远\n一、2024年工作回顾\n一年来，全县粮食增产。\n",
    { { date = "2025-01-16", speaker = "林知远", review_year = 2024, plan_year = 2025, office = "县长" } } },
}

function report(r)
  local meta, row = r.meta, {}
  for _, column in ipairs(columns) do row[column.name] = meta[column.name] end
  return { row }
end
