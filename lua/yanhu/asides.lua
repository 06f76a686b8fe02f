-- Brackets with figures in them: a bracket is a clause of its own, and what stands behind it goes on with what stood before.
--
--   优良天数比例（占比93.5%）提高1.2个百分点

local OPEN, CLOSE, STOP = require("yanhu.classes").each "open close stop"

local M = {}

-- The brackets that have figures in them: a list of their closing ones, and each one's opening one by it; nil for none.
function M.read(tokens)
  if tokens.has & OPEN == 0 then return nil end
  local bits, found, open = tokens.bits, nil, nil
  for k = 1, #tokens do
    if bits[k] & OPEN ~= 0 then open = k
    elseif bits[k] & CLOSE ~= 0 and open then
      found = found or { opening = {} }
      found[#found + 1], found.opening[k], open = k, open, nil
    end
  end
  return found
end

-- Where the noun phrases of the value at token i may begin, and where its clause does: a bracket is a clause of its own, and
-- what stands behind it goes on with what stood before. Returns floor, clause and the opening bracket that it is in.
function M.within(tokens, n, i, floor, clause)
  local closing, opening = tokens.asides, tokens.asides.opening
  for b = #closing, 1, -1 do
    local close, open = closing[b], opening[closing[b]]
    if open < i and i < close then return math.max(floor, open), math.max(clause, open + 1), open end
    if close < i and (floor > open and floor < close or clause > open and clause <= close) then
      while n > 1 and tokens.values[n - 1] > open do n = n - 1 end
      floor, clause = tokens.floors[n], open
      while clause > 1 and tokens.bits[clause - 1] & STOP == 0 do clause = clause - 1 end
    end
  end
  return floor, clause
end

return M
