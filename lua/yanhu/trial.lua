-- How a cell is tried on the rules: those that its dimension and its traits admit, in order, until one speaks.

local bounds = require("yanhu.tokens").bounds
local classes = require "yanhu.classes"
local STOP, ACCORDING = classes.each "stop", classes.words "按"

local M = {}

-- Traits of a cell, asked once for all rules: a condition may be the name of one instead of a function, or "only": the cell's
-- dimension is one of those that the rule is about, or "units": its unit is one of the rule's.
local LEFT <const>, NO_LEFT <const>, RIGHT <const>, DE <const> = 1, 2, 4, 8
local ACTOR <const>, BOUND <const>, ROW <const>, CARRIED <const> = 16, 32, 64, 128
local INEXACT <const>, FOLLOWED <const>, BY <const> = 256, 512, 1024
local traits = { left = LEFT, ["no left"] = NO_LEFT, right = RIGHT, de = DE, actor = ACTOR, bound = BOUND, row = ROW, carried = CARRIED,
  inexact = INEXACT, followed = FOLLOWED, by = BY }

local function traits_of(c, carried)
  local bits, i = c.tokens.bits, c.i
  local has, op, behind = c.left_first and LEFT or NO_LEFT, c.q.op, bits[i + 1]
  if c.right_first then has = has | RIGHT end
  if c.de then has = has | DE end
  if c.actor then has = has | ACTOR end
  if op ~= "=" then has = has | (bounds[op] and INEXACT | BOUND or INEXACT) end
  if c.group[2] then has = has | ROW end
  if carried then has = has | CARRIED end
  if behind ~= 0 and behind & STOP == 0 then has = has | FOLLOWED end
  if bits[i - 1] & ACCORDING ~= 0 then has = has | BY end
  return has
end

local units = {} -- those that any rule is about

--- Takes the rules of some lists, in their order; returns this module, with `list` and `apply`.
function M.of(lists)
  M.list = {}
  for _, rules in ipairs(lists) do
    for _, rule in ipairs(rules) do
      rule.traits, rule.checks = 0, {}
      for _, condition in ipairs(rule.when) do
        local check = condition[2]
        if check == "only" then assert(rule.only)
        elseif check == "units" then
          for unit in pairs(rule.units) do units[unit] = true end
        elseif type(check) == "string" then
          rule.traits = rule.traits | (traits[check] or error("rule " .. rule.name .. ": no trait `" .. check .. "`"))
        else
          rule.checks[#rule.checks + 1] = check
        end
      end
      M.list[#M.list + 1] = rule
    end
  end
  return M
end

-- The rules that may speak of cells of a dimension and a unit (`only` and `units` are what a rule is about), and those of them that
-- may where a cell has these traits.
local of_kinds, candidates = {}, {}

local function rules_about(dimension, unit)
  local list = {}
  for _, rule in ipairs(M.list) do
    if (not rule.only or rule.only[dimension]) and (not rule.units or rule.units[unit]) then list[#list + 1] = rule end
  end
  return list
end

local function always() return true end

local function rules_for(dimension, unit, has)
  local key, firsts, count = dimension .. unit, {}, 0
  local list = { firsts = firsts }
  of_kinds[key] = of_kinds[key] or rules_about(dimension, unit)
  for _, rule in ipairs(of_kinds[key]) do
    local traits = rule.traits
    if traits & has == traits then
      count = count + 1
      list[count], firsts[count] = rule, rule.checks[1] or always
    end
  end
  candidates[key] = candidates[key] or {}
  candidates[key][has] = list
  return list
end

-- The same on all rules, with a word about each.
local function apply_seen(cell, carried, has, seen)
  for _, rule in ipairs(M.list) do
    local held, failed, made = 0, nil, nil
    for _, condition in ipairs(rule.when) do
      local check = condition[2]
      local holds
      if check == "only" then holds = rule.only[cell.q.dimension or ""]
      elseif check == "units" then holds = rule.units[cell.q.unit or ""]
      elseif type(check) == "string" then holds = has & traits[check] ~= 0
      else holds = check(cell, carried) end
      if not holds then
        failed = condition[1]
        break
      end
      held = held + 1
    end
    if not failed then made = rule.make(cell, carried) end
    seen(rule, held, failed, made)
    if made then return made, rule end
  end
end

--- Tries the rules on a cell. `carried` is the subject of the clause before, or nil. `seen`, when given, is called
--- for each rule with its name, the number of conditions that held and the label of the first false one.
function M.apply(cell, carried, seen)
  local has = traits_of(cell, carried)
  if seen then return apply_seen(cell, carried, has, seen) end
  local dimension, unit = cell.q.dimension or "", cell.q.unit
  if not units[unit] then unit = "" end
  local of_kind = candidates[unit == "" and dimension or dimension .. unit]
  local list = of_kind and of_kind[has] or rules_for(dimension, unit, has)
  local firsts = list.firsts
  for n = 1, #firsts do
    if firsts[n](cell, carried) then -- few get as far as that
      local rule = list[n]
      local checks = rule.checks
      local k, count = 2, #checks
      while k <= count and checks[k](cell, carried) do k = k + 1 end
      if k > count then
        local made = rule.make(cell, carried)
        if made then return made, rule end
      end
    end
  end
end

return M
