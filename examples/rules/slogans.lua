summary    = "Quoted terms: how often each is used, and whether a note explains it"
categories = { "cookbook" }
columns    = { "term", "uses", "explained", { name = "line", type = "integer" } }
examples   = { { "推进“双水共建”，深化“双水共建”。", { { term = "双水共建", uses = 2, explained = false } } } }

function report(r)
  local explained, first, rows = {}, {}, {}
  for note in r:notes() do explained[note.title:gsub("[“”]", "")] = true end
  for term in r:terms() do
    if term.sentence.role ~= "notes" then
      local row = first[term.core]
      if not row then
        row = { term = term.core, uses = 0, explained = explained[term.core] or false, at = term }
        first[term.core] = row
        rows[#rows + 1] = row
      end
      row.uses = row.uses + 1
    end
  end
  return rows
end
