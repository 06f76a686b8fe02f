-- Promise and delivery (承诺兑现): what one year's report sets out, beside what the next year's report says of it.
summary = "Year N's targets beside year N+1's results of the same region: met, missed, not mentioned"
description = [[
Call it over the reports of two or more years. A target is laid beside the result of the same region, year, indicator and
kind of figure, in one unit. `outcome` is met, missed, not mentioned (the next report is there and is silent), no report
(the next report is not), or unclear (units that cannot be compared). 左右 leaves half a percentage point, or a twentieth of an amount. -a all=true takes every figure of the plan, not
only the headline targets; indicators without a canonical id are matched by their words. -a acts=true takes the plan's
deliverables without a figure too (measure `act`): `mentioned` where a sentence of the next review speaks of them.]]
categories = { "compare", "office" }
args = {
  all = { type = "boolean", default = false, help = "every figure that the plan promises, not only the headline targets" },
  acts = { type = "boolean", default = false, help = "also acts without a figure: mentioned by the next report, or not" },
  outcome = { type = "list", help = "only these outcomes: met, missed, mentioned, not mentioned, no report, unclear" },
}
columns = {
  { name = "period", title = "年度" }, { name = "id", title = "指标代码" }, { name = "name", title = "指标" }, { name = "measure", title = "类型" },
  { name = "promised", title = "承诺" }, { name = "delivered", title = "结果" }, { name = "outcome", title = "兑现" },
  { name = "difference", title = "相差", type = "number" }, { name = "low", title = "承诺下限", type = "number" },
  { name = "high", title = "承诺上限", type = "number" }, { name = "op", title = "幅度" }, { name = "value", title = "结果数值", type = "number" },
  { name = "unit", title = "单位" }, { name = "promised_quote", title = "承诺原文" }, { name = "promised_line", title = "承诺行", type = "integer" },
  { name = "delivered_quote", title = "结果原文" }, { name = "delivered_line", title = "结果行", type = "integer" },
  { name = "delivered_report", title = "结果报告" },
}
brief = { "period", "name", "measure", "promised", "delivered", "outcome", "delivered_quote" }
options = { year = 2025 }
examples = {
  { "一、2025年工作安排\n主要预期目标是：地区生产总值增长6%左右。\n", { { id = "gdp", measure = "growth" } } },
}

local promises = require "yanhu.promises"

function report(r, args)
  local rows = promises.figures(r, args.all)
  for _, row in ipairs(args.acts and promises.acts(r) or {}) do rows[#rows + 1] = row end
  return rows
end

function finish(rows, args)
  local result, wanted = {}, nil
  for _, outcome in ipairs(args.outcome or {}) do
    wanted = wanted or {}
    wanted[outcome] = true
  end
  for _, row in ipairs(promises.settle(rows)) do
    if not wanted or wanted[row.outcome] then result[#result + 1] = row end
  end
  return result
end
