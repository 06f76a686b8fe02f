-- Words of a text: terms of the user and of the field found whole, the rest cut by the segmenter; how often, how typical
-- of a group, in what company.

local terms = require "yanhu.terms"
local word_set = require "yanhu.word_set"

local M = {}

--- The user's dictionary (text; a line is `word` or `word key`, # begins a remark) over the terms of the field: word → key.
function M.keys(text)
  local keys = {}
  for key, list in pairs(terms.keys) do
    for word in list:gmatch "%S+" do keys[word] = key end
  end
  local own = {}
  for line in (text or ""):gmatch "[^\r\n]+" do
    local word, key = line:gsub("#.*", ""):match "^%s*(%S+)%s*(%S*)"
    if word then
      keys[word] = key ~= "" and key or word
      own[word] = keys[word]
    end
  end
  return keys, own
end

local stop = word_set(terms.stop)

--- Does a word say anything by itself? Single characters, figures and grammar do not.
function M.tells(word)
  return not stop[word] and not word:find "^[%d.+-]+$" and utf8.len(word) > 1
end

--- Calls add(word) for each word of a text, in order; `known` is a dictionary of words that are never cut.
function M.each(text, known, add)
  local function cut(from, to)
    if to < from then return end
    for _, word in ipairs(yanhu.segment(text:sub(from, to))) do add(word) end
  end
  local at = 1
  for from, to in known:gmatch(text) do
    cut(at, from - 1)
    add(text:sub(from, to))
    at = to + 1
  end
  cut(at, #text)
end

local function times_log(observed, expected) return observed > 0 and observed * math.log(observed / expected) or 0 end

--- Log-likelihood of a word that stands a times among c words and b times among d: 2 (a ln(a/E1) + b ln(b/E2)),
--- E1 = c (a+b)/(c+d), E2 = d (a+b)/(c+d).
function M.log_likelihood(a, b, c, d)
  local all = (a + b) / (c + d)
  return 2 * (times_log(a, c * all) + times_log(b, d * all))
end

--- %DIFF: by how many percent the word is more frequent in the group than in the rest; nil where the rest has none.
function M.difference(a, b, c, d)
  if b == 0 or c == 0 or d == 0 then return nil end
  return 100 * (a / c - b / d) / (b / d)
end

local function round(number, digits) return number and tonumber(("%%.%df"):format(digits):format(number)) end

local function by_count(rows, field)
  table.sort(rows, function(a, b)
    if a[field] ~= b[field] then return a[field] > b[field] end
    return a.word < b.word
  end)
  return rows
end

local function first(rows, top, into)
  for n, row in ipairs(rows) do
    if top > 0 and n > top then break end
    into[#into + 1] = row
  end
  return into
end

--- Adds up rows { group, word, key, count } of all reports; a row without a word holds the number of all words. `group_of`
--- says in which group a row counts. Gives the groups in order: { name, size, words = { word = { count, reports, key } } }.
function M.groups(rows, group_of)
  local list, by = {}, {}
  for _, row in ipairs(rows) do
    local name = tostring(group_of(row) or "")
    local group = by[name]
    if not group then
      group = { name = name, size = 0, words = {} }
      by[name], list[#list + 1] = group, group
    end
    if not row.word then group.size = group.size + row.count
    else
      local one = group.words[row.word]
      if not one then
        one = { count = 0, reports = 0, key = row.key }
        group.words[row.word] = one
      end
      one.count, one.reports = one.count + row.count, one.reports + (one.last ~= row.report and 1 or 0)
      one.last = row.report
    end
  end
  return list
end

--- How often: the `top` words of each group.
function M.frequency(groups, top)
  local result = {}
  for _, group in ipairs(groups) do
    local rows = {}
    for word, one in pairs(group.words) do
      rows[#rows + 1] = { group = group.name, word = word, key = one.key, count = one.count, reports = one.reports,
                          per_10000 = round(10000 * one.count / group.size, 2) }
    end
    first(by_count(rows, "count"), top, result)
  end
  return result
end

--- How typical: for each group the words that it has more often than all others together, from a log-likelihood of `least`.
function M.keyness(groups, top, least)
  local all, size, result = {}, 0, {}
  for _, group in ipairs(groups) do
    size = size + group.size
    for word, one in pairs(group.words) do all[word] = (all[word] or 0) + one.count end
  end
  for _, group in ipairs(groups) do
    local rows, rest_size = {}, size - group.size
    for word, one in pairs(rest_size > 0 and group.words or {}) do
      local rest = all[word] - one.count
      local ll = M.log_likelihood(one.count, rest, group.size, rest_size)
      if ll >= least and one.count / group.size > rest / rest_size then
        rows[#rows + 1] = { group = group.name, word = word, key = one.key, count = one.count, reports = one.reports,
          per_10000 = round(10000 * one.count / group.size, 2), rest_count = rest, rest_per_10000 = round(10000 * rest / rest_size, 2),
          ll = round(ll, 2), diff = round(M.difference(one.count, rest, group.size, rest_size), 1) }
      end
    end
    first(by_count(rows, "ll"), top, result)
  end
  return result
end

local function tail(text, characters)
  local length = utf8.len(text)
  return length > characters and text:sub(utf8.offset(text, length - characters + 1)) or text
end
local function head(text, characters)
  return utf8.len(text) > characters and text:sub(1, utf8.offset(text, characters + 1) - 1) or text
end

--- Words in their company: each place in the sentences where a word of the dictionary stands.
function M.context(r, roles, dictionary, width)
  local rows = {}
  for sentence in r:sentences { role = roles } do
    local text = sentence.text
    for from, to, key in dictionary:gmatch(text) do
      rows[#rows + 1] = { key = key, left = tail(text:sub(1, from - 1), width), word = text:sub(from, to),
                          right = head(text:sub(to + 1), width), group = sentence.role, quote = text, line = sentence.line }
    end
  end
  return rows
end

return M
