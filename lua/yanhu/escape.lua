-- escape.lua: text of strangers inside a page. A report may hold `<script>`: whatever is put into HTML goes through here.
local M = {}

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;" }

--- Text for the content of an element or a quoted attribute. Control characters, which no page may hold, are dropped.
function M.html(text)
  return (text:gsub("[%z\1-\8\11\12\14-\31\127]", ""):gsub("[&<>\"']", entities))
end

--- A value as JSON that can stand inside <script>: nothing in it ends the element or begins a comment.
function M.script(value)
  return (yanhu.json(value):gsub("[<>&]", { ["<"] = "\\u003c", [">"] = "\\u003e", ["&"] = "\\u0026" }))
end

return M
