-- The tables of tests/facts: fictional sentences and the facts they hold, one test a file and a failure a sentence.
package.path = "lua/?.lua;" .. package.path
local facts = require "yanhu.facts"

local parts = {
  R = "一、2025年工作回顾", F = "一、“十四五”时期工作回顾", P = "二、2026年工作安排", V = "二、“十五五”时期主要目标任务",
  G = "四、加强政府自身建设", N = "附件：2026年重点任务清单",
}
-- Parts of old reports: of 1991, which looks back and ahead on ten years, and of 1985, on the years of a plan that are over.
local old = {
  D = "一、八十年代的发展", T = "二、今后十年的奋斗目标",
  X = "一、“六五”计划前四年的执行情况",
}
local old_head = "关于国民经济计划的报告\n——%d年3月26日在松溪省第七届人民代表大会第四次会议上\n省长 李明\n各位代表：\n"
local head = "松溪县%s年政府工作报告\n——%s年%s月10日在松溪县第十八届人民代表大会第六次会议上\n县长 李明\n各位代表：\n"

-- Facts of a sentence under the part that `letter` names, as the lines of the tables; under H the text has its own headings, and H2025 is
-- of a report of that year, H2020-5 of May.
local function read(letter, sentence)
  local year, month = letter:match("(%d+)%-?(%d*)")
  year, month = year or "2026", month ~= "" and month or "1"
  local before = old[letter] and old_head:format(letter == "X" and 1985 or 1991) .. old[letter] or head:format(year, year, month) .. (parts[letter] or "")
  local r = yanhu.parse(before .. "\n" .. sentence:gsub(" / ", "\n") .. "\n", { name = "songxi-2026" })
  local lines = {}
  for n, row in ipairs(facts.of_report(r)) do
    local measure = row.measure .. (row.value and row.value < 0 and "-" or "")
    lines[n] = table.concat({ row.text, row.indicator, row.id or "-", measure, row.status, row.period or "-" }, " | ")
  end
  close(r)
  return table.concat(lines, "\n")
end

for path in io.popen("ls tests/facts/*.test"):lines() do
  local file = path:match("([^/]+)%.test$")
  local letter, sentence, wanted
  local function settle()
    if not sentence then return end
    local letter, sentence, wanted = letter, sentence, table.concat(wanted, "\n")
    test(file .. ": " .. sentence:sub(1, 90), function()
      local got = read(letter, sentence)
      assert(got == wanted, "\n" .. sentence .. "\ngot\n" .. got .. "\nwanted\n" .. wanted)
    end)
  end
  for line in io.lines(path) do
    local named, text = line:match("^([RFPVGNDTXH][%d-]*) (.*)")
    if named then
      settle()
      letter, sentence, wanted = named, text, {}
    elseif line ~= "" and not line:find("^#") then
      wanted[#wanted + 1] = line
    end
  end
  settle()
end
