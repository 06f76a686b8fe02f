-- yanhu explain REPORT:LINE: how the facts of the sentences of a line were made. Without a line: of all sentences.
local host = require "yanhu.host"
local explain = require "yanhu.explain"
local tr = require "yanhu.translate"

return function(words)
  if #words == 0 then
    io.stderr:write (host.diagnostic { message = tr("no report is named"), hint = tr("for example: yanhu explain report.txt:12") })
    return 4
  end
  local code = 0
  for _, word in ipairs(words) do
    local path, line = word:match "^(.*):(%d+)$"
    line = tonumber(line)
    local reports, message = host.read(path or word)
    if not reports then
      io.stderr:write(message)
      code = 2
    else
      for _, r in ipairs(reports) do
        local lines = explain.lines(r, function(sentence) return not line or sentence.line == line end)
        for _, text in ipairs(lines) do io.write(text, "\n") end
        if #lines == 0 then io.write((line and tr("%s: no figure in line %d\n") or tr("%s: no figure\n")):format(path or word, line)) end
      end
    end
  end
  return code
end
