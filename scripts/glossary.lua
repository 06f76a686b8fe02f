-- The notes behind a report and where their terms are used; the terms in quotation marks that no note explains.
summary = "Notes (名词解释) and where they are used; terms in quotes that lack one"
description = [[
A row of kind `note` is a note of the report: `used_lines` are the lines of the text that use its term, `worded` those that
word it otherwise. A row of kind `missing` is a term in quotes that stands for a list or a number and has no note; with
-a all=true every other quoted term is listed too, as `quoted`. Terms that every reader knows are left out.]]
categories = { "extract", "office" }
args = { all = { type = "boolean", default = false, help = "also list quoted terms that need no note" } }
columns = {
  { name = "kind", title = "类别" }, { name = "n", title = "序号", type = "integer" }, { name = "term", title = "名词" },
  { name = "explanation", title = "解释" }, { name = "line", title = "行", type = "integer" },
  { name = "used_lines", title = "使用行", type = "list" }, { name = "uses", title = "次数", type = "integer" },
  { name = "worded", title = "写法不同", type = "list" }, { name = "quote", title = "首次使用" },
}
options = { year = 2025 }
examples = {
  { "政府工作报告\n一、2025年工作安排\n推行“三色管理”，做实“五线工作法”。\n名词解释\n1.“三色管理”：按红、黄、绿三色管理项目。\n",
    { { kind = "note", n = 1, term = "“三色管理”", uses = 1 }, { kind = "missing", term = "“五线工作法”" } } },
}

local glossary = require "yanhu.glossary"

local function sorted(set)
  local list = {}
  for line in pairs(set) do list[#list + 1] = line end
  table.sort(list)
  return list
end

local function note_row(note, n)
  local used, worded, first = {}, {}, nil
  for _, use in ipairs(note.uses) do
    used[use.line] = true
    if use.worded then worded[use.line] = true end
    first = first or use.sentence.text
  end
  local _, stop = note.text:find(note.term, 1, true)
  local explanation = stop and note.text:sub(stop + 1) or note.text
  for _, mark in ipairs { "：", ":", " " } do
    if explanation:sub(1, #mark) == mark then explanation = explanation:sub(#mark + 1) end
  end
  worded = sorted(worded)
  return { kind = "note", n = n, term = note.term, explanation = explanation, line = note.line, used_lines = sorted(used),
           uses = #note.uses, worded = #worded > 0 and worded or nil, quote = first }
end

function report(r, args)
  local rows, notes = {}, glossary.notes(r)
  for n, note in ipairs(notes) do rows[n] = note_row(note, n) end
  for _, term in ipairs(glossary.terms(r, notes)) do
    local needed = glossary.wants_note(term.core)
    if not term.note and (needed or args.all and not glossary.is_known(term.core)) then
      rows[#rows + 1] = { kind = needed and "missing" or "quoted", term = "“" .. term.core .. "”", line = term.mention.line,
                          used_lines = sorted(term.lines), uses = term.count, quote = term.mention.sentence.text }
    end
  end
  return rows
end
