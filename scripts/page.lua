-- One HTML file to read reports in: the text, its contents, every number, task and term marked and tied to its row in
-- a table, headline targets and results as charts, several reports side by side. It needs no network.
summary = "A page to read in: text, marked numbers and tasks, tables, charts, reports side by side (-o report.html)"
description = [[
yanhu run page REPORT… -o report.html makes one file that opens in any browser, without a network. A click on a row goes
to its sentence, a click on a marked number to its row; with several reports there is a ranking by each headline
indicator. The charts are drawn by Chart.js, which stands in the program where Debian's libjs-chart.js was there when it
was built; -a charts=false leaves it out.]]
categories = { "office", "overview" }
args = { charts = { type = "boolean", default = true, help = "draw charts, where the program has the library for them" } }
document = "html"

local page = require "yanhu.page.page"
local reader = require "yanhu.page.data"
local text = require "yanhu.page.text"

function report(r)
  local id = "r" .. yanhu.sha1(r.text):sub(1, 8)
  local data, marks, sentences = reader.read(r)
  local html, contents = text.render(r, id, sentences, marks)
  local meta = r.meta
  return { { id = id, html = html, contents = contents, data = data, meta = {
    title = meta.title, date = meta.date, session = meta.session, speaker = meta.speaker, office = meta.office,
    review_year = meta.review_year, plan_year = meta.plan_year, characters = meta.characters, sentences = meta.sentences,
  } } }
end

function finish(rows, args)
  return page.render(rows, args.charts)
end
