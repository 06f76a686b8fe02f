-- outline.lua: the headings of a report in document order: parts, sections, items and run-in leads.
summary = "Parts, sections, items and leads, with their roles"
categories = { "overview" }
columns = {
  { name = "depth", title = "层次", type = "integer" }, { name = "kind", title = "类别" }, { name = "marker", title = "序号" },
  { name = "title", title = "标题" }, { name = "role", title = "作用" }, { name = "form", title = "形式" },
  { name = "line", title = "行", type = "integer" }, { name = "characters", title = "字数", type = "integer" },
}
examples = {
  { "政府工作报告\n一、2025年工作安排\n（一）做强产业。全年建设标准厂房3万平方米。\n", { { kind = "part" }, { kind = "section" } } },
}

function report(r)
  local rows = {}
  for n in r:headings() do
    rows[#rows + 1] = {
      depth = n.depth, kind = n.kind, marker = n.marker, title = n.title, role = n.role, form = n.form,
      characters = n.stop - n.start, at = n,
    }
  end
  return rows
end
