summary    = "Documents that the report cites, each once"
categories = { "cookbook" }
columns    = { "title", "role", "quote" }
examples   = { { "出台《河道管护办法》，落实《河道管护办法》。", { { title = "河道管护办法" } } } }

function report(r)
  local seen, rows = {}, {}
  for book in r:books() do
    if not seen[book.core] then
      seen[book.core] = true
      rows[#rows + 1] = { title = book.core, role = book.sentence.role, quote = book.sentence.text, at = book }
    end
  end
  return rows
end
