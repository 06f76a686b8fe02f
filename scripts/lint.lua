-- Proof-reading (校核) before a report goes to print: what cannot be right, what should be looked at, what could be better.
summary = "Slips that a careful proof-reader would find: counts, figures, notes, marks (校核)"
description = [[
An `error` cannot be right; a `warning` should be looked at; `info` is a matter of style and is shown with -a severity=info.
The exit code is 1 where something was found.

-a silence=FILE leaves out what has been looked at: one rule a line, then a piece of the quote or message, # for comments:
  note-missing  三色管理      # explained in the annex
  residue]]
categories = { "check", "office" }
args = {
  severity = { type = "string", choices = { "error", "warning", "info" }, default = "warning", help = "the least severity to show" },
  silence  = { type = "file", help = "file with findings to leave out: RULE [FRAGMENT] a line" },
}
columns = {
  { name = "rule", title = "规则" }, { name = "severity", title = "级别" }, { name = "line", title = "行", type = "integer" },
  { name = "column", title = "列", type = "integer" }, { name = "message", title = "问题" }, { name = "quote", title = "原文" },
  { name = "other_line", title = "对照行", type = "integer" }, { name = "other_quote", title = "对照原文" }, { name = "hint", title = "建议" },
}
brief = { "rule", "severity", "line", "message", "hint", "quote" }
options = { year = 2025 }
examples = {
  { "政府工作报告\n一、2025年工作安排\n重点抓好三项工作：\n（一）做强产业\n全年新建厂房3万平方米。\n（二）改善民生\n全年新增学位800个。\n",
    { { rule = "count", severity = "error" } } },
  { "政府工作报告\n一、2024年工作回顾\n2月30日，古渡大桥通车。粮食总产量达到2亿公斤。\n二、2025年工作安排\n（一）做强产业。粮食总产量达到3亿斤。\n",
    { { rule = "date" }, { rule = "unit" } } },
}

local lint = require "yanhu.lint"

function report(r, args)
  local findings = lint.findings(r, args.severity, lint.silencer(args.silence))
  return findings, #findings > 0
end
