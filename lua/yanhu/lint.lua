-- Proof-reading (校核): runs the checks of lua/yanhu/checks over a report and gives their findings in order of the text.
-- A check is { name, severity, summary, check = function(r, add, sheet) }; it calls add(place, message, more) for each
-- finding: `place` is a node, a mention, a fact or a codepoint, `more` may have other (a second place), hint, severity.

local M = {}

M.checks = {}
for _, module in ipairs { "lists", "figures", "terms", "marks" } do
  for _, check in ipairs(require("yanhu.checks." .. module)) do M.checks[#M.checks + 1] = check end
end

M.ranks = { info = 1, warning = 2, error = 3 }

-- Sentences by their place, to tell the line, the column and the quote of a codepoint.
local function sheet_of(r)
  local sentences = {}
  for s in r:sentences() do sentences[#sentences + 1] = s end
  local sheet = { sentences = sentences }
  function sheet.at(start)
    local low, high = 1, #sentences
    while low < high do
      local middle = (low + high + 1) // 2
      if sentences[middle].start <= start then low = middle else high = middle - 1 end
    end
    return sentences[low], low
  end
  function sheet.column(sentence, index, start) -- counted from the first sentence of its source line
    local first = sentence
    while index > 1 and sentences[index - 1].line == sentence.line do
      index = index - 1
      first = sentences[index]
    end
    return math.max(0, start - first.start) + 1
  end
  function sheet.facts()
    sheet.kept = sheet.kept or require("yanhu.facts").of_report(r)
    return sheet.kept
  end
  return sheet
end

-- A place in words: line, column, quote.
local function locate(sheet, place)
  local start = type(place) == "number" and place or place.start
  local sentence, index = sheet.at(start)
  if not sentence then return 1, 1, nil end
  local line = type(place) ~= "number" and place.line or sentence.line
  if line > sentence.line and start >= sentence.stop then return line, 1, sentence.text end -- between the sentences: its line, from the start
  return line, sheet.column(sentence, index, start), sentence.text
end

--- Rules of a file that silences findings: lines `RULE [FRAGMENT]`, RULE `*` for any; # begins a comment.
function M.silencer(text)
  local rules = {}
  for line in (text or ""):gmatch("[^\r\n]+") do
    line = line:gsub("^%s*#.*", ""):gsub("%s+#.*$", "")
    local rule, fragment = line:match("^%s*(%S+)%s*(.-)%s*$")
    if rule then rules[#rules + 1] = { rule = rule, fragment = fragment } end
  end
  return function(finding)
    for _, one in ipairs(rules) do
      local where = table.concat({ finding.quote or "", finding.other_quote or "", finding.message }, "\n")
      if (one.rule == "*" or one.rule == finding.rule) and where:find(one.fragment, 1, true) then return true end
    end
    return false
  end
end

--- All findings of at least the given severity, in order of line and column.
function M.findings(r, severity, silenced)
  local sheet, findings = sheet_of(r), {}
  local least = M.ranks[severity]
  for _, check in ipairs(M.checks) do
    check.check(r, function(place, message, more)
      more = more or {}
      local finding = { rule = check.name, severity = more.severity or check.severity, message = message, hint = more.hint }
      finding.line, finding.column, finding.quote = locate(sheet, place)
      if more.quote then finding.quote = more.quote end
      if more.other then
        local line, _, quote = locate(sheet, more.other)
        finding.other_line, finding.other_quote = line, quote
      end
      if M.ranks[finding.severity] >= least and not silenced(finding) then findings[#findings + 1] = finding end
    end, sheet)
  end
  for n, finding in ipairs(findings) do finding.order = n end
  table.sort(findings, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    if a.column ~= b.column then return a.column < b.column end
    return a.order < b.order
  end)
  for _, finding in ipairs(findings) do finding.order = nil end
  return findings
end

return M
