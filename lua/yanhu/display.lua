-- display.lua: text on a terminal, where a Han character takes two columns.
local display = {}

--- The beginning of s that fits into `width` columns, with … where something was cut.
function display.fit(s, width)
  if yanhu.width(s) <= width then return s end
  local used, keep = 0, 0
  for at, code in utf8.codes(s) do
    local character = utf8.char(code)
    used = used + yanhu.width(character)
    if used > width - 1 then break end
    keep = at + #character - 1
  end
  return s:sub(1, keep) .. "…"
end

--- s filled up with spaces to `width` columns, on the left where `right`.
function display.pad(s, width, right)
  local space = (" "):rep(width - yanhu.width(s))
  return right and space .. s or s .. space
end

return display
