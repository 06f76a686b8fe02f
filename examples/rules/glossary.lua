summary    = "The notes of a report, and the lines that use their terms"
categories = { "cookbook" }
columns    = { "term", "explanation", "used_in" }
examples   = { { "一、2025年工作安排\n推行“三清一改”。\n名词解释\n1.“三清一改”：清垃圾、清塘沟、清粪污，改陋习。", { { used_in = "2" } } } }

function report(r)
  local rows = {}
  for note in r:notes() do
    local lines = {}
    for use in note:uses() do lines[#lines + 1] = use.line end
    rows[#rows + 1] = { term = note.title, explanation = note.text, used_in = table.concat(lines, " "), at = note }
  end
  return rows
end
