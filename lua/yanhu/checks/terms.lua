-- Terms and the notes behind the report: notes that nobody uses, terms worded otherwise than their note, terms that need
-- a note and have none, notes out of the order of their terms, one name written in two ways.

local glossary = require "yanhu.glossary"

-- 推广茶园托管 for a note on 小户茶园托管: the end of the term, most of it, stands in the text before the notes.
local function used_in_part(body, term)
  local length = utf8.len(term)
  local from = length and length >= 6 and utf8.offset(term, length - math.ceil(length * 0.6) + 1)
  return from and body:find(term:sub(from), 1, true) ~= nil
end

local function check_unused(r, add)
  local notes, body = glossary.notes(r), nil
  if #notes == 0 then return end
  body = glossary.plain(r.text:sub(1, (utf8.offset(r.text, notes[1].node.start + 1) or 1) - 1))
  for _, note in ipairs(notes) do
    if #note.uses == 0 and not used_in_part(body, glossary.plain(note.term)) then add(note.node, ("注释“%s”在正文中没有用到"):format(glossary.plain(note.term)), { hint = "删去注释，或核对正文的写法" }) end
  end
end

local function check_worded(r, add)
  for _, note in ipairs(glossary.notes(r)) do
    for _, use in ipairs(note.uses) do
      if use.worded then -- told once a note
        add({ start = use.start, line = use.line }, ("注释解释的是%s，正文写法不同"):format(note.term), { other = note.node, hint = "正文与注释用同一写法" })
        break
      end
    end
  end
end

local function check_missing(r, add)
  local notes = glossary.notes(r)
  if #notes == 0 then return end
  for _, term in ipairs(glossary.terms(r, notes)) do
    if not term.note and glossary.wants_note(term.core) then
      add(term.mention, ("“%s”没有注释"):format(term.core), { hint = "补一条注释，或在文中写明所指" })
    end
  end
end

local function check_order(r, add)
  local last
  for _, note in ipairs(glossary.notes(r)) do
    local first = note.uses[1]
    if first and last and first.start < last.use.start then
      add(note.node, ("%s在正文中先于%s出现，注释却排在后面"):format(note.term, last.note.term), { other = last.note.node, hint = "按正文出现的次序排列注释" })
    end
    if first and (not last or first.start > last.use.start) then last = { use = first, note = note } end
  end
end

-- “遇见山城 乐购古镇” and “遇见山城”, “过紧日子” and 过“紧日子”: the same words, marks or blanks set otherwise.
local function writings(mention)
  local core, list = mention.core, {}
  list[glossary.plain(core)] = true
  for part in core:gmatch("%S+") do list[glossary.plain(part)] = true end
  local before = mention.sentence.text:sub(1, mention.from - 1)
  local at = utf8.offset(before, -1)
  if at then list[before:sub(at) .. glossary.plain(core)] = true end
  return list
end

local function check_names(r, add)
  local seen = {}
  for mention in r:terms() do
    local found
    for plain in pairs(writings(mention)) do
      local other = seen[plain]
      if utf8.len(plain) >= 3 and other and other.core ~= mention.core and (not found or other.start < found.start) then found = other end
    end
    if found then add(mention, ("同一名称两种写法：“%s”，“%s”"):format(found.core, mention.core), { other = found }) end
    for plain in pairs(writings(mention)) do seen[plain] = seen[plain] or mention end
  end
end

return {
  { name = "note-unused", severity = "warning", summary = "a note whose term the text never uses", check = check_unused },
  { name = "note-worded", severity = "warning", summary = "a term worded otherwise than its note", check = check_worded },
  { name = "note-missing", severity = "info", summary = "a numbered term in quotes that no note explains", check = check_missing },
  { name = "note-order", severity = "info", summary = "notes in another order than their terms", check = check_order },
  { name = "name", severity = "info", summary = "one name written in two ways", check = check_names },
}
