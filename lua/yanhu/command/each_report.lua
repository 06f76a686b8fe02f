-- each_report.lua: what the commands that print reports share: read each that is named, and say which cannot be read.
local host = require "yanhu.host"
local tr = require "yanhu.translate"

--- Calls visit(report, path, line) for each report in the files that `words` name, path:line where `lines` is true.
--- Gives the exit code: 2 where a file could not be read, 4 where none is named (`example` tells how).
return function(words, example, lines, visit)
  if #words == 0 then
    io.stderr:write (host.diagnostic { message = tr("no report is named"), hint = example })
    return 4
  end
  local code = 0
  for _, word in ipairs(words) do
    local path, line
    if lines then path, line = word:match "^(.*):(%d+)$" end
    local reports, message = host.read(path or word)
    if not reports then
      io.stderr:write(message)
      code = 2
    end
    for _, r in ipairs(reports or {}) do visit(r, path or word, tonumber(line)) end
  end
  return code
end
