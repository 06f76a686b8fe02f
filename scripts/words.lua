-- The words of reports: how often they stand there, which are typical of a group of reports, in what company they stand.
summary = "Word frequency, keyness between groups (log-likelihood, %DIFF), keyword in context"
description = [[
-a mode=frequency   how often each word stands there, in all reports or in each group (-a by=…); `reports` have it
-a mode=keyness     the words that one group has more often than all the others together; needs -a by=…
-a mode=context     keyword in context: the places of -a keyword=…, or of all words of -a dictionary=FILE

A group is a year, region, level or report, or the role of a part (-a by=role: review against plan).

  per_10000 = 10000 × count ÷ all words of the group, punctuation left out
  ll        = 2 × (a ln(a ÷ E1) + b ln(b ÷ E2)), E1 = c(a+b) ÷ (c+d), E2 = d(a+b) ÷ (c+d)
              a, b: count in the group and in the rest; c, d: all words of both (Dunning 1993; Rayson & Garside 2000).
              3.84: p < 0.05; 6.63: p < 0.01; 10.83: p < 0.001; with many words looked at take 15.13
  diff      = %DIFF = 100 × (a ÷ c − b ÷ d) ÷ (b ÷ d) (Gabrielatos & Marchi 2011); empty where the rest has none

Words are cut by friso; terms of the field (新质生产力, 规模以上工业增加值) stay whole and have a key, the subject they belong to.
-a dictionary=FILE adds your own: a line is `word` or `word key`, # begins a remark. Words of grammar, single characters and
figures are left out of the rows (not of the sizes) unless -a all=true.]]
categories = { "compare" }
args = {
  mode = { type = "string", choices = { "frequency", "keyness", "context" }, default = "frequency", help = "what is asked for" },
  by = { type = "string", choices = { "year", "region", "level", "report", "role" }, help = "groups" },
  keyword = { type = "list", help = "words to show in context" },
  dictionary = { type = "file", help = "your own words and keys" },
  role = { type = "list", default = { "opening", "review", "problems", "plan", "five_year", "government", "closing" }, help = "parts to read" },
  top = { type = "integer", default = 50, help = "rows of each group; 0 for all" },
  ll = { type = "number", default = 6.63, help = "keyness: the least log-likelihood" },
  width = { type = "integer", default = 20, help = "context: characters on either side" },
  all = { type = "boolean", default = false, help = "also words of grammar, single characters and figures" },
}
local common = { { name = "group", title = "组" }, { name = "word", title = "词" }, { name = "key", title = "类目" },
  { name = "count", title = "词频", type = "integer" }, { name = "per_10000", title = "每万词", type = "number" }, { name = "reports", title = "报告数", type = "integer" } }
local keyness = { { name = "rest_count", title = "其余词频", type = "integer" }, { name = "rest_per_10000", title = "其余每万词", type = "number" },
  { name = "ll", title = "对数似然比", type = "number" }, { name = "diff", title = "%DIFF", type = "number" } }
local context = { { name = "key", title = "类目" }, { name = "left", title = "上文" }, { name = "word", title = "词" }, { name = "right", title = "下文" },
  { name = "group", title = "部分" }, { name = "quote", title = "原文" }, { name = "line", title = "行", type = "integer" } }
examples = { { "新建水厂3座，改造水厂2座。", { { word = "水厂", count = 2 } } } }

local words = require "yanhu.words"

function columns(args)
  if args.mode == "context" then return context end
  local list = table.move(common, 1, #common, 1, {})
  return args.mode == "keyness" and table.move(keyness, 1, #keyness, #list + 1, list) or list
end

local function searched(args)
  local _, own = words.keys(args.dictionary)
  for _, word in ipairs(args.keyword or {}) do own[word] = own[word] or word end
  return own
end

function accept(args)
  if args.mode == "context" and not next(searched(args)) then
    return "mode=context needs words: -a keyword=新质生产力 or -a dictionary=FILE"
  end
  if args.mode == "keyness" and not args.by then return "mode=keyness needs groups: -a by=year, region, level, report or role" end
end

function report(r, args)
  if args.mode == "context" then return words.context(r, args.role, yanhu.dictionary(searched(args)), args.width) end
  local keys = words.keys(args.dictionary)
  local known, counts, order, sizes, groups = yanhu.dictionary(keys), {}, {}, {}, {}
  for sentence in r:sentences { role = args.role } do
    local group = args.by == "role" and sentence.role or ""
    words.each(sentence.text, known, function(word)
      if not sizes[group] then sizes[group], groups[#groups + 1] = 0, group end
      sizes[group] = sizes[group] + 1
      local id = group .. "\0" .. word
      if not counts[id] and (args.all or keys[word] or words.tells(word)) then
        counts[id] = { group = group, word = word, key = keys[word], count = 0 }
        order[#order + 1] = counts[id]
      end
      if counts[id] then counts[id].count = counts[id].count + 1 end
    end)
  end
  for _, group in ipairs(groups) do order[#order + 1] = { group = group, count = sizes[group] } end
  return order
end

function finish(rows, args)
  if args.mode == "context" then return rows end
  local groups = words.groups(rows, function(row)
    if args.by == "role" then return row.group end
    return args.by and row[args.by] or "all"
  end)
  if args.mode == "keyness" then return words.keyness(groups, args.top, args.ll) end
  return words.frequency(groups, args.top)
end
