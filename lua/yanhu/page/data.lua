-- data.lua: what a page shows about a report beside its text: facts, tasks, headline targets and results, terms. Each
-- knows the sentence it stands in and its span there, in codepoints, so that the text can be marked.
local facts = require "yanhu.facts"
local glossary = require "yanhu.glossary"
local headline = require "yanhu.headline"
local tasks = require "yanhu.tasks"

local M = {}

local order = {}
for n, id in ipairs(headline.ids) do order[id] = n end

-- start of a sentence → its number; and the sentences themselves.
local function sentences(r)
  local list, number = {}, {}
  for sentence in r:sentences() do
    list[#list + 1] = sentence
    number[sentence.start] = #list
  end
  return list, number
end

local function add_mark(marks, sentence, kind, from, to, index, class)
  local list = marks[sentence] or {}
  marks[sentence] = list
  list[#list + 1] = { kind = kind, from = from, to = to, index = index, class = class }
end

local function read_facts(r, number, marks)
  local list = {}
  for index, fact in ipairs(facts.of_report(r)) do
    local sentence = number[fact.start - fact.offset]
    list[index] = {
      s = sentence, line = fact.line, role = fact.role, section = fact.section, indicator = fact.indicator, id = fact.id,
      text = fact.text, value = fact.value, low = fact.low, high = fact.high, op = fact.op, unit = fact.unit,
      measure = fact.measure, status = fact.status, period = fact.period, strength = fact.strength, doubt = fact.doubt,
    }
    if sentence then
      add_mark(marks, sentence, "fact", fact.offset, fact.offset + fact["end"] - fact.start, index, fact.status)
    end
  end
  return list
end

-- Finds pieces of a sentence that come in order: a function of a piece that gives its span in codepoints, or nil.
local function finder(text)
  local byte, codepoint = 1, 0 -- behind the last piece
  return function(piece)
    local from, to = text:find(piece, byte, true)
    if not from then return nil end
    local start = codepoint + utf8.len(text:sub(byte, from - 1))
    byte, codepoint = to + 1, start + utf8.len(piece)
    return start, codepoint
  end
end

local function read_tasks(r, number, marks)
  local list, find, before = {}, nil, nil
  for _, piece in ipairs((tasks.pieces(r, { "plan" }))) do
    local sentence = number[piece.sentence.start]
    if sentence ~= before then find, before = finder(piece.sentence.text), sentence end
    local from, to = find(piece.text)
    if piece.kind == "deliverable" or piece.kind == "measure" then
      list[#list + 1] = {
        s = sentence, line = piece.line, section = piece.sentence.path, text = piece.text, kind = piece.kind,
        action = piece.action, object = piece.object, quantity = piece.quantity, deadline = piece.deadline, strength = piece.strength,
      }
      if from then add_mark(marks, sentence, "task", from, to, #list, piece.kind) end
    end
  end
  return list
end

local function read_terms(r, number, marks)
  local list = {}
  for index, note in ipairs(glossary.notes(r)) do
    local uses = {}
    for _, use in ipairs(note.uses) do
      local sentence = number[use.sentence.start]
      if sentence then
        uses[#uses + 1] = { s = sentence, line = use.line }
        add_mark(marks, sentence, "term", use.start - use.sentence.start, use.stop - use.sentence.start, index)
      end
    end
    local first = note.node.sentence
    for sentence in note.node:sentences() do
      first = first or sentence
    end
    list[index] = { term = note.term, text = note.text, line = note.line, s = first and number[first.start], uses = uses }
  end
  return list
end

-- The headline rows, each with the number of the fact that it was chosen from.
local function read_headline(rows, list)
  local by = {}
  for index, fact in ipairs(list) do
    if fact.id then
      local key = ("%s/%s/%s/%d"):format(fact.id, fact.measure, fact.text, fact.line)
      by[key] = by[key] or index
    end
  end
  local out = {}
  for n, row in ipairs(rows) do
    out[n] = { id = row.id, order = order[row.id], name = row.name, text = row.text, value = row.value, low = row.low, high = row.high, op = row.op,
               unit = row.unit, measure = row.measure, period = row.period, line = row.line,
               fact = by[("%s/%s/%s/%d"):format(row.id, row.measure, row.text, row.line)] }
  end
  return out
end

--- data (facts, tasks, terms, targets, results), marks (number of a sentence → its marks), the sentences.
function M.read(r)
  local list, number = sentences(r)
  local marks = {}
  local data = { facts = read_facts(r, number, marks), tasks = read_tasks(r, number, marks), terms = read_terms(r, number, marks) }
  data.targets = read_headline(headline.targets(r), data.facts)
  data.results = read_headline(headline.results(r), data.facts)
  return data, marks, list
end

return M
