-- Slogans of a report: terms in “…”, and numbered ones (1+N, 一核两翼格局) also without marks; over the years of a region
-- which are new, kept and dropped.

local glossary = require "yanhu.glossary"
local years = require "yanhu.years"

local M = {}

local digits = yanhu.pattern [[(?<![0-9+.])[0-9]+(?:\+[0-9]+)*\+[0-9NXn]+(?![0-9+.])]]
-- 一核两翼三带格局: two or more numerals, each with a name of one to three characters, before a word that says what it is
local chained = yanhu.pattern [[(?<![0-9\p{Han}“])?(?:[一二两双三四五六七八九十][^一二两双三四五六七八九十“”0-9\P{Han}]{1,3}?){2,5}?(?=(?:总体|空间|发展|产业|区域|城镇|工业|农业|生态|文旅)*(?:格局|布局|战略|思路|体系|行动|工程|模式|机制|改革|工作法|目标|举措|政策))]]
local idiom = yanhu.pattern [=[^一(?:年一|心一|言一|点一|朝一|村一|县一|户一|企一|人一|事一|业一|校一|带一|站一|张|批|系列)|^十[二三四]五|^[二三四五六七八九]十|[年月日届]]=]

--- Slogans outside the notes, each once, in order of first use: { term, kind, count, mention or sentence, line, note }.
function M.of_report(r)
  local list, by = {}, {}
  for _, term in ipairs(glossary.terms(r, glossary.notes(r))) do
    local one = { term = term.core, kind = glossary.is_numbered(term.core) and "numbered" or "quoted", count = term.count,
                  sentence = term.mention.sentence, start = term.mention.start, line = term.mention.line, note = term.note ~= nil }
    by[term.core], list[#list + 1] = one, one
  end
  for sentence in r:sentences() do
    if sentence.role ~= "notes" then
      local text = sentence.text
      for _, pattern in ipairs { digits, chained } do
        for match in pattern:gmatch(text) do
          local quoted = false
          for mention in sentence:terms() do quoted = quoted or mention.from <= match.from and match.to <= mention.to end
          if not quoted and not (pattern == chained and idiom:test(match[0])) then
            local one = by[match[0]]
            if one then one.count = one.count + 1
            else
              one = { term = match[0], kind = "numbered", count = 1, sentence = sentence, line = sentence.line, note = false,
                      start = sentence.start + utf8.len(text:sub(1, match.from - 1)) }
              by[match[0]], list[#list + 1] = one, one
            end
          end
        end
      end
    end
  end
  table.sort(list, function(a, b) return a.start < b.start end)
  return list
end

--- Sets `change` and `first_year` on the rows of each region's years; rows of what was dropped go behind their year.
function M.over_years(rows)
  local result = {}
  for _, region in ipairs(years.group(rows)) do
    local first, before = {}, nil
    for _, year in ipairs(region) do
      local now = {}
      for _, row in ipairs(year.rows) do
        local key = glossary.plain(row.term)
        first[key] = first[key] or { year = row.year, report = row.report }
        now[key] = now[key] or row
        row.change = before and (before[key] and "kept" or "new") or nil
        row.first_year, row.first_report = first[key].year, first[key].report
        result[#result + 1] = row
      end
      local dropped = {}
      for key, row in pairs(before or {}) do
        if not now[key] then dropped[#dropped + 1] = { key = key, row = row } end
      end
      table.sort(dropped, function(a, b)
        if a.row.line ~= b.row.line then return a.row.line < b.row.line end
        return a.key < b.key
      end)
      for _, one in ipairs(dropped) do
        result[#result + 1] = years.variables(year.rows[1], { term = one.row.term, kind = one.row.kind, count = 0, change = "dropped",
          noted = one.row.noted, first_year = first[one.key].year, first_report = first[one.key].report, last_quote = one.row.quote })
      end
      before = now
    end
  end
  return result
end

return M
