-- text.lua: the text of a report as HTML that reads like the report: headings, paragraphs, tables, each sentence with
-- its number, and within it the marks of facts, tasks and terms. Marks may overlap: the sentence is cut where one
-- begins or ends, and each piece carries the numbers of all marks that cover it.
local escape = require("yanhu.escape").html

local M = {}

-- Byte at which each codepoint of the text begins; one more behind the last.
local function byte_positions(text)
  local bytes = {}
  for at in utf8.codes(text) do bytes[#bytes + 1] = at end
  bytes[#bytes + 1] = #text + 1
  return bytes
end

local function cuts_of(marks, length)
  local seen, cuts = { [0] = true, [length] = true }, { 0, length }
  for _, mark in ipairs(marks) do
    for _, at in ipairs { mark.from, mark.to } do
      if not seen[at] and at > 0 and at < length then
        seen[at] = true
        cuts[#cuts + 1] = at
      end
    end
  end
  table.sort(cuts)
  return cuts
end

local function numbers(list)
  local out = {}
  for n, mark in ipairs(list) do out[n] = mark.index end
  return table.concat(out, " ")
end

-- One piece with what covers it, but for tasks, which hold several pieces.
local function piece_html(text, covering)
  local html = escape(text)
  if #covering.fact > 0 then
    html = ('<mark class="n %s" data-f="%s">%s</mark>'):format(covering.fact[1].class, numbers(covering.fact), html)
  end
  if #covering.term > 0 then html = ('<span class="g" data-g="%s">%s</span>'):format(numbers(covering.term), html) end
  return html
end

local function sentence_html(text, marks)
  if not marks then return escape(text) end
  local bytes = byte_positions(text)
  local cuts = cuts_of(marks, #bytes - 1)
  table.sort(marks, function(a, b) return a.from < b.from or a.from == b.from and a.index < b.index end)
  local out, active, following, task = {}, {}, 1, nil
  for n = 1, #cuts - 1 do
    local from, to = cuts[n], cuts[n + 1]
    local covering, kept = { fact = {}, term = {}, task = {} }, {}
    while marks[following] and marks[following].from <= from do
      active[#active + 1] = marks[following]
      following = following + 1
    end
    for _, mark in ipairs(active) do
      if mark.to > from then
        kept[#kept + 1] = mark
        table.insert(covering[mark.kind], mark)
      end
    end
    active = kept
    local now = covering.task[1]
    if now ~= task then
      if task then out[#out + 1] = "</span>" end
      if now then out[#out + 1] = ('<span class="t %s" data-t="%d">'):format(now.class, now.index) end
      task = now
    end
    out[#out + 1] = piece_html(text:sub(bytes[from + 1], bytes[to + 1] - 1), covering)
  end
  if task then out[#out + 1] = "</span>" end
  return table.concat(out)
end

local full_stop = yanhu.pattern "[。：！？；]"

-- How a block that begins with this sentence is written: element and class.
local function block_of(sentence, title)
  if sentence.heading and sentence.parent.form == "own-line" then
    return "h" .. math.min(sentence.parent.depth + 1, 4), nil
  end
  local text = sentence.text
  if text == title then return "h1", nil end
  if sentence.parent.parent and sentence.parent.parent.kind == "table" then return "p", "row" end
  if not sentence.part and not full_stop:test(text) then return "p", "front" end -- the title page
  return "p", nil
end

--- The article of a report and its contents, both HTML. `id` begins every id in it.
function M.render(r, id, sentences, marks)
  local out, contents, open, last = {}, {}, nil, nil
  local title = r.meta.title
  for number, sentence in ipairs(sentences) do
    local heading = sentence.heading and sentence.parent
    if not open or sentence.start > last or heading and heading.form == "own-line" then
      if open then out[#out + 1] = "</" .. open .. ">\n" end
      local element, class = block_of(sentence, title)
      if element == "h1" then title = nil end -- once
      open = element
      out[#out + 1] = ('<%s%s data-line="%d">'):format(element, class and (' class="' .. class .. '"') or "", sentence.line)
    end
    if heading and (heading.kind == "part" or heading.kind == "section" or heading.form == "own-line") then
      contents[#contents + 1] = ('<li class="d%d"><a href="#%s-%d">%s</a></li>'):format(heading.depth, id, number,
        escape(heading.marker .. heading.title))
    end
    local lead = heading and heading.form == "run-in" and " lead" or ""
    out[#out + 1] = ('<span class="s%s" id="%s-%d" data-line="%d">%s</span>'):format(lead, id, number, sentence.line,
      sentence_html(sentence.text, marks[number]))
    last = sentence.stop
  end
  if open then out[#out + 1] = "</" .. open .. ">\n" end
  return table.concat(out), table.concat(contents, "\n")
end

return M
