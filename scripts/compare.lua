-- Regions and years side by side: each headline figure ranked, against the best, the mean and the year before.
summary = "Headline figures of regions or years side by side, ranked, with differences and quotes; -f svg draws them"
description = [[
A row is a figure of a region and a year, as `results` (or -a of=targets, `targets`) gives it: in one unit, mass in 吨, of a
bound the bound, of a range its middle. Figures of one indicator, kind, unit and period are ranked, the better ones first: the
higher, but for prices, unemployment and energy the lower; equal figures share a rank. Differences are in the unit of the
figure, those of percentages in percentage points: to the best, to the mean of the regions that give the figure (not weighted),
and to the same region's figure of the period before. A region counts once a period, with the first report that has the figure.

-f svg -o FILE.svg draws a panel for each indicator and kind: bars over regions, with their mean, or lines over years where
there is more than one. It needs gnuplot. For a paper choose one: -a indicator=gdp -a measure=growth.]]
categories = { "compare" }
args = {
  of = { type = "string", choices = { "results", "targets" }, default = "results", help = "what was reached, or what is aimed at" },
  indicator = { type = "list", help = "only these, by id or official name: gdp,retail_sales" },
  measure = { type = "string", choices = { "growth", "amount", "share", "change" }, help = "only this kind of figure" },
}
columns = {
  { name = "id", title = "指标代码" }, { name = "name", title = "指标" }, { name = "figure", title = "图题" }, { name = "measure", title = "类型" },
  { name = "period", title = "年度" },
  { name = "rank", title = "位次", type = "integer" }, { name = "of", title = "地区数", type = "integer" },
  { name = "value", title = "数值", type = "number" }, { name = "unit", title = "单位" }, { name = "op", title = "幅度" }, { name = "text", title = "原数" },
  { name = "best_difference", title = "与首位差", type = "number" }, { name = "mean", title = "均值", type = "number" },
  { name = "mean_difference", title = "与均值差", type = "number" }, { name = "previous_period", title = "上期" },
  { name = "previous", title = "上期数值", type = "number" }, { name = "previous_difference", title = "与上期差", type = "number" },
  { name = "quote", title = "原文" }, { name = "line", title = "行", type = "integer" },
}
brief = { "name", "measure", "period", "rank", "of", "value", "unit", "best_difference", "mean", "quote" }
chart = { panel = "figure", unit = "unit", label = "region", time = "period", value = "value", mean = "mean",
          source = "资料来源：各地区政府工作报告" }
options = { year = 2025 }
examples = { { "一、2024年工作回顾\n全县地区生产总值增长5.8%。\n", { { id = "gdp", value = 5.8, unit = "%" } } } }

local compare = require "yanhu.compare"

function accept(args)
  local good, message = pcall(compare.chosen, args.indicator)
  if not good then return message end
end

function report(r, args)
  return compare.figures(r, args.of, compare.chosen(args.indicator), args.measure)
end

function finish(rows)
  return compare.compare(rows)
end
