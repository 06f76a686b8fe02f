-- tree.lua: yanhu tree REPORT… [--noise]: a report as yanhu reads it: metadata with its sources, headings, notes, how
-- much text each has, and what was taken out as residue.
local clip = require("yanhu.display").fit
local host = require "yanhu.host"
local tr = require "yanhu.translate"

local meta_fields = { "title", "region", "region_code", "level", "year", "date", "session", "speaker", "office",
                      "review_year", "plan_year", "format", "encoding", "characters", "sentences", "noise" }

local function write_meta(r)
  local meta = r.meta
  for _, name in ipairs(meta_fields) do
    local value, source = meta[name], meta.sources and meta.sources[name]
    io.write(("%-12s %s%s\n"):format(name, value == nil and "-" or tostring(value), source and tr("  (from %s)"):format(source) or ""))
  end
  for name, value in pairs(r.variables) do io.write(("%-12s %s\n"):format(name, value)) end
end

local function write_headings(r)
  io.write "\n"
  for n in r:headings() do
    local indent = ("  "):rep(n.depth - 1)
    local label = indent .. n.marker .. n.title
    io.write(("%5d  %s"):format(n.line, clip(label, 70)))
    io.write((" "):rep(math.max(1, 72 - yanhu.width(clip(label, 70)))), n.kind, " ", n.form or "", " ",
             n.kind == "part" and n.role or "", "\n")
  end
end

local function write_notes(r)
  local first = true
  for n in r:notes() do
    if first then io.write(tr("\nnotes\n")) end
    first = false
    local lines = {}
    for use in n:uses() do lines[#lines + 1] = tostring(use.line) .. (use.worded and tr(" (worded otherwise)") or "") end
    io.write(("%5d  %s  %s\n"):format(n.line, clip(n.title, 40), #lines > 0 and tr("used at %s"):format(table.concat(lines, ", ")) or tr("not used")))
  end
end

-- The core's message is data, in English: its words without the numbers and names in it are what the catalogue has.
local function oddity(message)
  local values = {}
  local function keep(form) return function(value) values[#values + 1] = value return form end end
  local text = message:gsub("[^\0-\127]+", keep "%s"):gsub("%d+", keep "%u")
  return (tr(text):gsub("%%[su]", function() return table.remove(values, 1) end))
end

local function write_oddities(r)
  local first = true
  for d in r:diagnostics() do
    if first then io.write(tr("\noddities\n")) end
    first = false
    io.write(("%5d  %s: %s [%s]\n"):format(d.line or 0, d.level, oddity(d.message), d.code))
  end
end

local function write_noise(r)
  io.write(tr("\nresidue\n"))
  for noise in r:noise() do
    io.write(("%5d  %-12s %s\n"):format(noise.line, noise.reason, clip(noise.text:gsub("%s+", " "), 70)))
  end
end

return function(paths, options)
  if #paths == 0 then
    io.stderr:write (host.diagnostic { message = tr("no report is named"), hint = tr("for example: yanhu tree report.txt") })
    return 4
  end
  local code = 0
  for number, path in ipairs(paths) do
    local reports, message = host.read(path)
    if not reports then
      io.stderr:write(message)
      code = 2
    else
      for index, r in ipairs(reports) do
        if number > 1 or index > 1 then io.write "\n" end
        io.write(r.path, "\n")
        write_meta(r)
        write_headings(r)
        write_notes(r)
        write_oddities(r)
        if options.noise then write_noise(r) end
      end
    end
  end
  return code
end
