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

function report(r)
  local meta, row = r.meta, {}
  for _, column in ipairs(columns) do row[column.name] = meta[column.name] end
  return { row }
end
