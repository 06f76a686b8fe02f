-- How the facts of a sentence were made: its tokens, what stands around each figure, which rule spoke, and for the
-- rules that did not how far they came and the first condition that was false.

local facts = require "yanhu.facts"
local tr = require "yanhu.translate"

local M = {}

local function span(cell, first, last)
  if not first then return "—" end
  return cell.s:sub(cell.tokens[first].from, cell.tokens[last].to)
end

local classes = { "stop", "list", "level", "rise", "fall", "reach", "act", "push", "adverb", "each", "all", "share", "scope",
  "than", "rank", "relation", "noun", "prep", "and", "etc", "de" }

local function token_line(cell)
  local parts = {}
  for _, t in ipairs(cell.tokens) do
    local label = t.kind or nil
    if t.w then
      local names = {}
      for _, class in ipairs(classes) do
        if t.w[class] then names[#names + 1] = class end
      end
      label = table.concat(names, "+")
    end
    parts[#parts + 1] = cell.s:sub(t.from, t.to) .. (label and label ~= "" and "[" .. label .. "]" or "")
  end
  return table.concat(parts, " ")
end

local function number(v) return v == nil and "null" or ("%.14g"):format(v) end

--- Lines of text about every sentence of report `r` that holds a figure and that `wanted(sentence)` accepts.
function M.lines(r, wanted)
  local lines = {}
  local function put(...) lines[#lines + 1] = (...):format(select(2, ...)) end
  local tried, told, current = {}, nil, nil
  local rows
  rows = facts.of_report(r, function(kind, cell, ...)
    if kind == "sentence" then
      current = wanted(cell) and cell or nil
      if current then
        if told then lines[#lines + 1] = "" end
        told = nil
        put("%d: %s", cell.line, cell.text)
        local passage = ...
        put(tr("  passage: %s, %s"), passage.role or tr("no role"), passage.last and (passage.first == passage.last and tostring(passage.last)
          or passage.first .. "-" .. passage.last) or tr("no year"))
        lines[#lines + 1] = false -- the tokens' place
      end
    elseif not current then
      return
    elseif kind == "rule" then
      local rule, held, failed, made = ...
      tried[#tried + 1] = { rule = rule, held = held, failed = failed, made = made }
    elseif kind == "cell" then
      local carried, made, rule = ...
      if not told then
        lines[#lines] = tr("  tokens: ") .. token_line(cell)
        told = true
      end
      put("  %s  (%s%s)", cell.q.text, cell.q.kind, cell.q.dimension and ", " .. cell.q.dimension or "")
      put(tr("    left: %s · right: %s · verb: %s%s · governed by: %s"), span(cell, cell.left_first, cell.left_last),
        span(cell, cell.right_first, cell.right_last), cell.verb and cell.verb.w.word or "—",
        (cell.each and " (分别)" or "") .. (cell.all and " (均)" or ""), cell.actor and cell.actor.w.word or cell.list_actor or "—")
      put(tr("    carried: %s%s"), carried and carried.text or "—", #cell.group > 1 and tr(" · %d of %d in a row"):format(cell.place, #cell.group) or "")
      for _, try in ipairs(tried) do
        if try.failed then
          put(tr("    not %-10s %d of %d held; first false: %s"), try.rule.name, try.held, #try.rule.when, tr(try.failed))
        elseif not try.made then
          put(tr("    not %-10s its conditions held, but it found no indicator"), try.rule.name)
        end
      end
      if rule and #made == 0 then put(tr("    by  %-10s no fact: %s"), rule.name, tr(rule.summary)) end
      if not rule then put(tr("    no rule made a fact of it")) end
      tried = {}
    elseif kind == "fact" then
      local row = cell
      put(tr("    by  %-10s %s %s%s = %s %s (%s, %s, %s)%s"), row.rule, row.indicator, row.id and "[" .. row.id .. "] " or "", row.text,
        row.op == "range" and number(row.low) .. "–" .. number(row.high) or number(row.value), row.unit, row.measure, row.status,
        row.period or tr("no period"), row.doubt and tr("  doubt: %s"):format(row.doubt) or "")
    end
  end)
  for n = #lines, 1, -1 do
    if lines[n] == false then table.remove(lines, n) end
  end
  return lines, rows
end

return M
