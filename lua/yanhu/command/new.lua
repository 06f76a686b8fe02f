-- new.lua: yanhu new NAME: a commented script that runs at once. A plain name goes into ./scripts, where `yanhu run NAME`
-- finds it; a path goes where it says. Nothing is overwritten.
local host = require "yanhu.host"
local tr = require "yanhu.translate"

local template = tr([==[
-- %s.lua: what this script looks for, in a line or two.
-- Run it:   yanhu run %s report.txt
-- Check it: yanhu check %s report.txt

summary = "Sums of money in the plan, with their sentence"
categories = { "extract" }

-- Arguments, given as -a min=1e8. Types: string, number, integer, boolean, list.
args = {
  min = { type = "number", default = 0, help = "smallest amount, in 元" },
}

-- The fields of a row, in order; report, region, region_code, level and year come before them, line from `at`.
columns = {
  { name = "value", title = "金额", type = "number" },
  { name = "unit", title = "单位" },
  { name = "text", title = "原文" },
  { name = "quote", title = "句子" },
}

-- Texts with the rows that they must give, and texts that must give none: `yanhu check` runs them.
examples = {
  { "投资5亿元建设水厂。", { { value = 5e8, unit = "元" } } },
}
counterexamples = { "建设水厂3座。" }

-- A search that needs no function can be a table: `rules = { { name = "built", words = { "新建" } } }` in the place of
-- `report` (see docs/rules.md).

-- Called once for each report. r.meta has its title, region and year; r:sections(), r:sentences(), r:quantities() and
-- others walk through it (see docs/lua-api.md); yanhu repl REPORT lets you try them.
function report(r, args)
  local rows = {}
  for q in r:quantities{ role = "plan", dimension = "money" } do
    if q.value and q.value >= args.min then
      rows[#rows + 1] = { value = q.value, unit = q.unit, text = q.text, quote = q.sentence.text, at = q }
    end
  end
  return rows
end

-- Optional, once at the end, over the rows of all reports in order:
-- function finish(rows, args) return rows end
]==])

local function fail(message, hint)
  io.stderr:write(host.diagnostic{ message = message, hint = hint })
  return 4
end

return function(words)
  local name = words[1]
  if not name or words[2] then return fail(tr("new takes one name"), tr("for example: yanhu new money")) end
  local path = name
  if not name:find "/" and not name:find "%.lua$" then
    if not name:find "^[%w_\128-\255-]+$" then return fail(tr("`%s` is no name of a script"):format(name), tr("letters, digits, _ and -")) end
    host.make_folder "scripts"
    path = "scripts/" .. name .. ".lua"
  elseif not name:find "%.lua$" then
    path = name .. ".lua"
  end
  local there = io.open(path, "r")
  if there then
    there:close()
    return fail(tr("%s exists already"):format(path), tr("name another, or remove it"))
  end
  local file, message = io.open(path, "w")
  if not file then return fail(message) end
  local plain = path:match "([^/]+)%.lua$"
  local call = path:match "^scripts/([%w_\128-\255-]+)%.lua$" or path
  file:write((template:format(plain, call, call)))
  file:close()
  io.write(tr("%s is written.\nTry it:   yanhu run %s REPORT\nCheck it: yanhu check %s REPORT\n"):format(path, call, call))
  return 0
end
