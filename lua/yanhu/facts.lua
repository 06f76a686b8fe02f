-- The facts of a report: one pass over its mentions, sentence by sentence. tokens.lua and cells.lua read a sentence,
-- carry.lua says what a clause takes over, rules.lua finds the indicators, measures.lua what kind of figure it is, passages.lua
-- what years a passage is about, dates.lua when the figure holds and whether it was reached or is promised.

local tokens_of, entry_of = require("yanhu.tokens").read, require("yanhu.tokens").entry
local cells_of = require("yanhu.cells").read
local rules = require "yanhu.rules"
local carry = require "yanhu.carry"
local dates = require "yanhu.dates"
local tempers = require "yanhu.tempers"
local measures = require "yanhu.measures"
local passages = require "yanhu.passages"
local indicators = require "yanhu.indicators"
local doubts = require "yanhu.doubts"
local phrases = require "yanhu.phrases"

local per_head = require("yanhu.rules.leaning").per_head

local countable = phrases.countable
local STOP, ADVERB = require("yanhu.classes").each "stop adverb"

local M = {}

-- 服务进出口: a verb that is a noun too makes another indicator of its object.
local function nominal(verb)
  local entry = entry_of(verb)
  return entry ~= nil and entry.nominal
end

local LONGEST = 12000 -- bytes; what is longer is no sentence but a table that lost its lines

local function base_text(cell)
  if cell.place > 1 and not cell.base then cell = cell.group[1] end
  local t = cell.base
  if not t then
    if not cell.tokens.same_time then return nil end
    local tokens, bits = cell.tokens, cell.tokens.bits
    for k = cell.i - 1, cell.floor + 1, -1 do
      if bits[k] & STOP ~= 0 then break end
      if bits[k] & ADVERB ~= 0 and tokens[k].w.word == "同比" then return "上年同期" end
    end
    return nil
  end
  if t.kind == "period" then
    local text = t.m.text
    if text:find("^上年") or text:find("^去年") then return text:find("同期$") and "上年同期" or "上年" end
    return t.m.period or text
  end
  return cell.s:sub(t.from, cell.base_to or t.to)
end

-- 粮食由每人平均350斤提高到470斤: a head's, or moved from what was a head's.
local function of_each(cell)
  local w = cell.tokens[cell.i - 1] and cell.tokens[cell.i - 1].w
  return w and per_head[w.word] or cell.reach and cell.previous and cell.previous.from_base and of_each(cell.previous)
end

local makes = { ["生产"] = true, ["收获"] = true } -- 五年共生产粮食300亿斤

-- 主要农副产品收购：粮食70亿斤: what a list is of, where it is no output.
local handled = yanhu.pattern("^[^：]{0,60}(收购|征购|定购|订购|统购|统销|调出|调入|库存|供应|出口|进口|储备|销售|调拨)[^，；。：]{0,12}：", "a")

--- The facts of one sentence. `passage` is the running period, `before` the last fact of the paragraph or nil; `trace`,
--- when given, hears of tokens, cells and rules. Appends to `rows` and returns the last fact.
function M.of_sentence(sentence, passage, before, rows, trace)
  local s = sentence.text
  if #s > LONGEST then return before end
  local tokens = tokens_of(sentence)
  local cells = cells_of(tokens, s)
  if #cells == 0 then return before end
  carry.group(cells)
  carry.share_bounds(cells)
  if trace then trace("sentence", sentence, passage) end
  local region = passage.region
  local facts = {}
  local start = sentence.start
  local role, path, first_row = sentence.role, nil, #rows + 1
  tokens.facts, tokens.before, tokens.digits, tokens.planning = facts, before, passage.digits, role == "plan" or role == "five_year"
  local tempered, parted, same_time = tokens.tempered, tokens.parted, tokens.same_time
  for index = 1, #cells do
    local cell = cells[index]
    local q = cell.q
    local dimension = q.dimension
    if tempered then tempers.read(cell) end
    local carried = carry.subject(cell, facts, before)
    if carried then
      local known = carried.cell
      if known then
        cell.apart = known.tokens ~= tokens and not carried.bare or parted and carry.part_between(tokens, known.i, cell.i)
        if cell.share and known.s == s and (not cell.left_first or phrases.opens_with_share(cell)) then cell.source = known end
      else
        cell.apart = not carried.bare
      end
    end
    local made, rule = rules.apply(cell, carried, trace and function(...) trace("rule", cell, ...) end)
    if trace then trace("cell", cell, carried, made, rule) end
    for n = 1, made and #made or 0 do
      local fact = made[n]
      local indicator = fact.indicator
      if dimension == "ratio" then
        fact.subject = fact.subject or indicator
        indicator = phrases.term(cell, indicator)
      end
      local entry = indicators.find(indicator)
      if not entry and region and indicator:byte() == region:byte() and indicator:sub(1, #region) == region then
        local rest = indicator:sub(#region + 1):gsub("^地区", "")
        entry = indicators.find(rest)
      end
      if not entry and fact.actor and indicator:byte() == fact.actor:byte() and indicator:sub(1, #fact.actor) == fact.actor and not nominal(fact.actor) then
        entry = indicators.of_object(fact.actor, indicator:sub(#fact.actor + 1))
      end
      if entry then
        local counts = countable[entry.dimension]
        if countable[dimension] and not counts and q.unit ~= "位" or counts and dimension == "money" then entry = nil end -- 8个县财政收入超10亿元
      end
      local measure = measures.measure(cell, fact, entry)
      if not entry then
        if measure == "growth" then
          local verb = cell.verb and cell.verb.w.word
          if verb == "增产" or verb == "减产" then entry = indicators.products[indicator] end -- 粮食减产一成
        end
        if not entry and dimension == "mass" and not of_each(cell) and (not fact.actor or makes[fact.actor]) then
          entry = indicators.products[fact.actor and indicator:sub(1, #fact.actor) == fact.actor and indicator:sub(#fact.actor + 1) or indicator]
          if entry and handled:test(s) then entry = nil end
        end
        if measure == "growth" and cell.left_first then entry = entry or indicators.paces[indicator] end
      end
      local status, period, partial = dates.of(cell, fact, measure, passage, entry)
      local value, low, high, op = measures.signed(cell, fact, measure, entry)
      path = path or sentence.path
      local row = {
        role = role, section = path, line = q.line, start = q.start, ["end"] = q.stop, quote = s, offset = q.start - start,
        text = q.text, value = value, low = low, high = high, op = op, unit = q.unit, indicator = indicator,
        id = entry and entry.id, measure = measure, status = status, period = period, dimension = dimension,
        strength = status == "target" and measures.strength(cell) or nil, base = (same_time or cell.base or cell.place > 1) and base_text(cell) or nil, rule = rule.name,
        partial = partial, average = cell.average,
        doubt = doubts.of_fact(value, measure, entry, fact, cell, facts),
      }
      rows[#rows + 1] = row
      if trace then trace("fact", row) end
      facts[#facts + 1] = { text = fact.subject or indicator, actor = fact.actor, cell = cell, measure = measure, carried_verb = fact.carried_verb }
    end
  end
  doubts.of_sentence(rows, first_row)
  return facts[#facts] or before
end

-- Does the report write its figures in digits? Then small Chinese numerals are mostly rhetoric.
local function writes_digits(r)
  local digits, all = 0, 0
  for q in r:quantities() do
    all = all + 1
    if q.text:find("%d") then digits = digits + 1 end
    if digits > 30 or all - digits >= 30 then break end -- as sixty would tell
  end
  return digits * 2 > all
end

-- 甲水市 → 甲水: what a report calls its own region.
local function short_name(region)
  if not region or region == "全国" then return nil end
  for _, kind in ipairs { "自治区", "自治州", "自治县", "省", "市", "区", "县", "旗", "盟", "州" } do
    if #region > #kind + 3 and region:sub(-#kind) == kind then return region:sub(1, -#kind - 1) end
  end
  return region
end

--- All facts of a report, in order of the text.
function M.of_report(r, trace)
  local rows = {}
  local passage = passages.new(r.meta)
  passage.digits = writes_digits(r)
  passage.region = short_name(r.meta.region)
  local paragraph, before
  for sentence, about, period in r:by_sentence() do
    passages.read(passage, sentence, about, period)
    if about.paragraph ~= paragraph then paragraph, before = about.paragraph, nil end
    if about.figures > 0 then before = M.of_sentence(sentence, passage, before, rows, trace) end
  end
  return rows
end

return M
