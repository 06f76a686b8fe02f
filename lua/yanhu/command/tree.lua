-- tree.lua: yanhu tree REPORT… [--noise]: a report as yanhu reads it: metadata with its sources, headings, notes, how
-- much text each has, and what was taken out as residue.
local clip = require("yanhu.display").fit
local each_report = require "yanhu.command.each_report"
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

-- The core's message is data, in English: its words without the numbers and names in it are what the catalogue has.
local function oddity(message)
  local values = {}
  local function keep(form) return function(value) values[#values + 1] = value return form end end
  local text = message:gsub("[^\0-\127]+", keep "%s"):gsub("%d+", keep "%u")
  return (tr(text):gsub("%%[su]", function() return table.remove(values, 1) end))
end

-- A list with a head of its own, which only a list with members has.
local function write_list(head, members, line_of)
  for member in members do
    io.write(head, line_of(member))
    head = ""
  end
end

local function note_line(n)
  local lines = {}
  for use in n:uses() do lines[#lines + 1] = tostring(use.line) .. (use.worded and tr(" (worded otherwise)") or "") end
  return ("%5d  %s  %s\n"):format(n.line, clip(n.title, 40), #lines > 0 and tr("used at %s"):format(table.concat(lines, ", ")) or tr("not used"))
end

local function oddity_line(d) return ("%5d  %s: %s [%s]\n"):format(d.line or 0, d.level, oddity(d.message), d.code) end

local function noise_line(noise) return ("%5d  %-12s %s\n"):format(noise.line, noise.reason, clip(noise.text:gsub("%s+", " "), 70)) end

return function(paths, options)
  local written = false
  return each_report(paths, tr("for example: yanhu tree report.txt"), false, function(r)
    if written then io.write "\n" end
    written = true
    io.write(r.path, "\n")
    write_meta(r)
    write_headings(r)
    write_list(tr("\nnotes\n"), r:notes(), note_line)
    write_list(tr("\noddities\n"), r:diagnostics(), oddity_line)
    if options.noise then write_list(tr("\nresidue\n"), r:noise(), noise_line) end
  end)
end
