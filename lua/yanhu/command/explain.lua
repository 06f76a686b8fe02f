-- yanhu explain REPORT:LINE: how the facts of the sentences of a line were made. Without a line: of all sentences.
local each_report = require "yanhu.command.each_report"
local explain = require "yanhu.explain"
local tr = require "yanhu.translate"

return function(words)
  return each_report(words, tr("for example: yanhu explain report.txt:12"), true, function(r, path, line)
    local lines = explain.lines(r, function(sentence) return not line or sentence.line == line end)
    for _, text in ipairs(lines) do io.write(text, "\n") end
    if #lines == 0 then io.write((line and tr("%s: no figure in line %d\n") or tr("%s: no figure\n")):format(path, line)) end
  end)
end
