-- yanhu score GOLD FACTS [show=N] [bar=F1]: facts against gold, per field and per rule, misses in their sentence.
local host = require "yanhu.host"
local score = require "yanhu.score"
local tr = require "yanhu.translate"

local function read(path)
  local file, message = io.open(path)
  if not file then return nil, host.diagnostic { file = path, message = message:gsub("^.*: ", "") } end
  local rows, number = {}, 0
  for line in file:lines() do
    number = number + 1
    if line:find("%S") then
      local ok, row = pcall(yanhu.parse_json, line)
      if not ok or type(row) ~= "table" then
        file:close()
        return nil, host.diagnostic { file = path, line = number, message = tr("no JSON object"), source = line }
      end
      for key, value in pairs(row) do
        if value == yanhu.null then row[key] = nil end
      end
      rows[#rows + 1] = row
    end
  end
  file:close()
  return rows
end

local function without_null(fact)
  for key, value in pairs(fact) do
    if value == yanhu.null then fact[key] = nil end
  end
end

local function describe(fact, fields)
  local parts = { fact.text, fact.indicator or "" }
  for _, field in ipairs(fields or {}) do
    if field ~= "indicator" then parts[#parts + 1] = field .. "=" .. tostring(fact[field]) end
  end
  return table.concat(parts, " | ")
end

local function show(miss)
  local sentence = miss.sentence
  io.write(("%s: %s%s\n"):format(miss.kind, miss.gold and describe(miss.gold, miss.fields) or describe(miss.fact),
    miss.fact and " [" .. (miss.fact.rule or "?") .. "]" or ""))
  if miss.kind == "wrong" then io.write("    ", tr("got: "), describe(miss.fact, miss.fields), "\n") end
  io.write("    ", sentence.report or "", ": ", sentence.sentence or miss.fact and miss.fact.quote or sentence.id or "", "\n")
end

return function(words)
  local paths, settings = {}, { show = 10, bar = 0 }
  for _, word in ipairs(words) do
    local name, value = word:match "^(%a+)=([%d.]+)$"
    if name and settings[name] then settings[name] = tonumber(value) else paths[#paths + 1] = word end
  end
  if #paths ~= 2 then
    io.stderr:write (host.diagnostic { message = tr("two files are wanted"), hint = tr("for example: yanhu score gold.jsonl facts.ndjson show=20 bar=0.95") })
    return 4
  end
  local lists = {}
  for n, path in ipairs(paths) do
    local rows, message = read(path)
    if not rows then
      io.stderr:write(message)
      return 2
    end
    lists[n] = rows
  end
  for _, sentence in ipairs(lists[1]) do
    for _, fact in ipairs(sentence.facts or {}) do without_null(fact) end
  end
  local result = score.compare(lists[1], lists[2])
  for n = 1, math.min(settings.show, #result.misses) do show(result.misses[n]) end
  if #result.misses > settings.show then io.write(tr("… %d more: show=%d\n"):format(#result.misses - settings.show, #result.misses)) end
  io.write(("\nsentences %d  gold %d  found %d  right %d\n"):format(result.sentences, result.gold, result.found, result.right))
  io.write(("precision %.4f  recall %.4f\n"):format(result.precision, result.recall))
  for _, field in ipairs(score.fields) do
    io.write(("  %-10s %.4f\n"):format(field, result.right > 0 and result.fields[field] / result.right or 0))
  end
  local names = {}
  for name in pairs(result.rules) do names[#names + 1] = name end
  table.sort(names)
  io.write("rule         found right strict\n")
  for _, name in ipairs(names) do
    local tally = result.rules[name]
    io.write(("  %-10s %5d %5d %6d\n"):format(name, tally.found, tally.right, tally.strict))
  end
  io.write(("F1 %.4f  strict %.4f\n"):format(result.f1, result.strict_f1))
  return result.f1 < settings.bar and 1 or 0
end
