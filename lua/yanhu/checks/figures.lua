-- Figures that cannot both be right: one quantity in two units or with two values, a growth that contradicts its levels,
-- shares above the whole, parts larger than what they are part of, targets under results, rates of rates.

local indicators = require "yanhu.indicators"
local units = require "yanhu.units"

local exact = {} -- the wordings that mean an indicator of the whole region and nothing narrower
for _, entry in ipairs(indicators.list) do
  exact[entry.name] = entry.id
  for _, alias in ipairs(entry.aliases or {}) do exact[alias] = entry.id end
end

local region_words = yanhu.pattern [[^(?:全省|全市|全县|全区|全国|全州|全旗|我省|我市|我县|我区)]]

-- What a fact is of: its canonical id where the words mean just that, else the words.
local function key_of(fact)
  local name = fact.indicator
  local _, to = region_words:find(name)
  if to then name = name:sub(to + 1) end
  if exact[name] then return exact[name] end
  return not fact.id and name or nil
end

local amount = { level = true, count = true }
local narrower = yanhu.pattern [=[其中|年均|累计|平均|开发区|高新区|园区|部分|上半年|前.季度|[一二三四]季度|1[-—至]]=]

local function plain(number) -- 186000000 → 1.86亿
  for _, step in ipairs { { 1e8, "亿" }, { 1e4, "万" } } do
    if math.abs(number) >= step[1] then return ("%.4g%s"):format(number / step[1], step[2]) end
  end
  return ("%.6g"):format(number)
end

-- The bounds of a fact in the base unit of its kind, widened by what words such as 约 leave open.
local function bounds(fact)
  local low, high = fact.low or fact.value, fact.high or fact.value
  local slack = fact.op == "≈" and 0.05 or 0.005
  if fact.op == ">" or fact.op == "≥" then low, high = fact.low, math.huge end
  if fact.op == "<" or fact.op == "≤" then low, high = -math.huge, fact.high end
  if not low or not high then return nil end
  low, high = low - math.abs(low) * slack, high + math.abs(high) * slack
  if fact.measure == "growth" or fact.measure == "share" then low, high = low - 0.05, high + 0.05 end
  return units.base(low, fact.unit), units.base(high, fact.unit)
end

local function each_pair(facts, wanted, f)
  local groups, order = {}, {}
  for _, fact in ipairs(facts) do
    local key = wanted(fact)
    if key then
      if not groups[key] then
        groups[key] = {}
        order[#order + 1] = key
      end
      table.insert(groups[key], fact)
    end
  end
  for _, key in ipairs(order) do f(groups[key]) end
end

local function body(fact)
  return fact.role == "review" or fact.role == "plan" or fact.role == "opening" or fact.role == "five_year"
end

local each = yanhu.pattern [[人均|每人|平均|每亩|每户|亩均|单产|亩产]]

local numeral = yanhu.pattern "[0-9０-９〇零一二三四五六七八九两]" -- 超万亿斤 has none: an order of magnitude, not a figure

local function check_units(_, add, sheet)
  each_pair(sheet.facts(), function(fact)
    if not amount[fact.measure] or not body(fact) or fact.unit == "" or fact.status == "other" or not numeral:test(fact.text) then return nil end
    local key = key_of(fact)
    if not key or not exact[fact.indicator] and (utf8.len(key) < 4 or each:test(fact.quote)) then return nil end
    return key
  end, function(group)
    for n = 2, #group do
      local a, b = group[1], group[n]
      local same_kind, same_factor = units.comparable(a.unit, b.unit)
      if a.unit ~= b.unit and same_kind and not same_factor and a.rule ~= "threshold" then
        local converted = units.convert(b.value or b.low, b.unit, a.unit)
        local more = ""
        if converted and a.value and a.status == "result" and b.status == "target" and converted < 0.9 * a.value then
          more = ("，折合%s%s，比已完成的%s低%.0f%%"):format(plain(converted), a.unit, a.text, 100 * (1 - converted / a.value))
        end
        add(b, ("%s前面用“%s”，这里用“%s”：%s，%s%s"):format(a.indicator, a.unit, b.unit, a.text, b.text, more),
          { other = a, hint = "统一计量单位，再核对数值" })
        return
      end
    end
  end)
end

local function check_values(_, add, sheet)
  each_pair(sheet.facts(), function(fact)
    local id = exact[(fact.indicator:gsub("^全[省市县区国州旗]", ""))]
    if not id or not body(fact) or not fact.period or fact.status == "other" or fact.measure == "change" or fact.measure == "rank" then return nil end
    if narrower:test(fact.quote) or fact.base and fact.base ~= "上年" and fact.base ~= "上年同期" then return nil end
    return table.concat({ id, fact.measure, fact.status, fact.period, select(2, units.base(1, fact.unit)) }, "|")
  end, function(group)
    for n = 2, #group do
      local a, b = group[1], group[n]
      local low_a, high_a = bounds(a)
      local low_b, high_b = bounds(b)
      if low_a and low_b and a.line ~= b.line and (low_a > high_b or low_b > high_a) then
        add(b, ("%s前后不一：%s，%s"):format(a.indicator, a.text, b.text), { other = a, hint = "核对哪一个数准确" })
        return
      end
    end
  end)
end

-- 由B增加到A，增长g%: does (A - B) / B come to g?
local function check_growth(_, add, sheet)
  local facts = sheet.facts()
  for n, base in ipairs(facts) do
    local level, growth = facts[n + 1], facts[n + 2]
    local together = level and growth and base.quote == level.quote and base.quote == growth.quote and base.start - base.offset == growth.start - growth.offset
    if together and base.status == "other" and base.rule == "base" and amount[level.measure] and growth.measure == "growth" and growth.unit == "%"
      and base.value and level.value and growth.value and base.value > 0 and base.indicator == level.indicator and growth.indicator == level.indicator
      and not growth.quote:find("年均", 1, true) then
      local from = units.convert(base.value, base.unit, level.unit)
      local real = from and 100 * (level.value - from) / from
      if real and math.abs(real - growth.value) > 0.6 + 0.02 * math.abs(real) then
        add(growth, ("由%s到%s，应为%.1f%%，这里写%s"):format(base.text, level.text, real, growth.text), { other = base, hint = "核对增幅或基数" })
      end
    end
  end
end

local of_whole = yanhu.pattern [[(?:占比|比重|覆盖率|普及率|参保率|合格率|达标率|入园率|入学率|巩固率|就业率|办结率|满意率|满意度|优良率|绿化率|绿化覆盖率|处理率|利用率|城镇化率|到位率|签约率|办理率)$|占.]]

local function check_shares(_, add, sheet)
  local facts = sheet.facts()
  for n, fact in ipairs(facts) do
    if fact.measure == "share" and fact.unit == "%" and (fact.value or fact.low or 0) > 100 and of_whole:test(fact.indicator) then
      add(fact, ("%s超过100%%：%s"):format(fact.indicator, fact.text), { hint = "占比、覆盖率不会大于100%" })
    end
    local second, third, fourth = facts[n + 1], facts[n + 2], facts[n + 3]
    local triple = second and third and fact.dimension == "ratio" and second.dimension == "ratio" and third.dimension == "ratio"
      and fact.quote == third.quote and third["end"] - fact.start < 24
    local longer = fourth and fourth.dimension == "ratio" and fourth.quote == fact.quote and third and fourth.start - third["end"] <= 1
    local inner = n > 1 and facts[n - 1].dimension == "ratio" and fact.start - facts[n - 1]["end"] <= 1
    if triple and not longer and not inner and fact.value and second.value and third.value then
      local sum = fact.value + second.value + third.value
      if sum > 80 and sum < 120 and math.abs(sum - 100) > 0.25 then
        add(fact, ("三项之和为%.1f，不是100：%s∶%s∶%s"):format(sum, fact.text, second.text, third.text), { hint = "核对各项比重" })
      end
    end
  end
end

local right_behind = yanhu.pattern [[^[^，。；]{1,20}，其中[^，。；]{0,12}$]]
local per_head = yanhu.pattern [[每[^，。；每]{0,4}$]] -- 超每千人6批次: a rate is no whole
local reaching = yanhu.pattern [[其中.*(?:达|累计|总|到|突破|超|增至|居|拥有|保有)]]

-- Does 其中 stand between two figures of a sentence, so that the second is of the first?
local function is_part(whole, part)
  local quote = whole.quote
  local from = utf8.offset(quote, whole.offset + 1)
  local between = quote:sub(from, utf8.offset(quote, part.offset + 1) - 1)
  return right_behind:test(between) and not reaching:test(between) and not per_head:test(quote:sub(1, from - 1))
end

-- X家，其中Y家: a part is no larger than the whole.
local function check_parts(_, add, sheet)
  local facts = sheet.facts()
  for n = 2, #facts do
    local whole, part = facts[n - 1], facts[n]
    local counted = whole.dimension == "things" or whole.dimension == "people"
    if counted and whole.quote == part.quote and amount[whole.measure] and amount[part.measure] and whole.status == part.status and whole.value and part.value and whole.start < part.start then
      local converted = whole.op ~= ">" and whole.op ~= "≥" and units.convert(part.value, part.unit, whole.unit)
      if converted and converted > whole.value * 1.001 and is_part(whole, part) then
        add(part, ("其中的%s大于总数%s"):format(part.text, whole.text), { other = whole, hint = "核对总数与分项" })
      end
    end
  end
end

local verbs = yanhu.pattern [[^(?:新增|新建|新认定|净增|培育|新培育|改造|建设|引进)]]

-- 新建小学3所、中学2所，共6所: the parts of one unit come to the sum behind them.
local sums = yanhu.pattern [[(?:^|[，；])(?:共|合计|总计|共计)(?:新建|改造|建成|新增|完成|建设)?$]]

local function check_sums(_, add, sheet)
  for _, sentence in ipairs(sheet.sentences) do
    local text, run = sentence.text, {}
    for q in sentence:quantities() do
      local sum, parts, first = 0, 0, nil
      if q.value and sums:test(text:sub(1, q.from - 1)) then
        for k = #run, 1, -1 do
          local part = run[k]
          if part.unit ~= q.unit or part.op ~= "=" or not part.value or text:sub(part.to, q.from):find("；", 1, true) then break end
          sum, parts, first = sum + part.value, parts + 1, part
        end
      end
      if parts > 1 and math.abs(sum - q.value) > 0.005 * q.value then
        add(q, ("分项相加为%s%s，这里写%s"):format(plain(sum), q.unit, q.text), { other = first, hint = "核对总数与分项" })
      end
      run[#run + 1] = q
    end
  end
end

-- The three industries make up the product of the region.
local function check_industries(_, add, sheet)
  local by = {}
  for _, fact in ipairs(sheet.facts()) do
    if fact.measure == "level" and fact.value and fact.status == "result" and fact.period and exact[fact.indicator] then
      by[fact.period] = by[fact.period] or {}
      by[fact.period][fact.id] = by[fact.period][fact.id] or fact
    end
  end
  for _, year in pairs(by) do
    local a, b, c, whole = year.primary_va, year.secondary_va, year.tertiary_va, year.gdp
    if a and b and c and whole then
      local sum = a.value + b.value + c.value
      if math.abs(sum - whole.value) > 0.01 * whole.value and whole.op == "=" then
        add(whole, ("三次产业增加值相加为%s，生产总值为%s"):format(plain(sum), whole.text), { other = a, hint = "核对各产业与总量" })
      end
    end
  end
end

local function check_below(_, add, sheet)
  local results = {}
  for _, fact in ipairs(sheet.facts()) do
    local key = amount[fact.measure] and fact.value and fact.unit ~= "" and key_of(fact)
    local _, to = verbs:find(key or "")
    if to then key = key:sub(to + 1) end
    if key and fact.role == "review" and fact.status == "result" then results[key] = results[key] or fact end
    local past = key and results[key]
    local alike = past and past.measure == fact.measure -- 新建茶厂2家 is not below 茶厂达到30家
    if alike and past.period and not past.period:find("-", 1, true) and fact.role == "plan" and fact.status == "target" and past.unit == fact.unit and fact.value < 0.9 * past.value and fact.op ~= "≤" and fact.op ~= "<" then
      add(fact, ("%s目标%s低于已完成的%s"):format(fact.indicator, fact.text, past.text), { other = past, hint = "确认目标是否定低" })
    end
  end
end

local rate_of_rate = yanhu.pattern [[(?:占比|比重|比例|率)[^，。；]{0,14}?[0-9.]+%(?:以上|左右)?，(?:同比|比上年)?(?:增长|增加|提高|上升)[0-9.]+%(?!个)|[0-9]天，(?:同比|比上年)(?:增长|增加|提高|上升)[0-9.]+%]]

local function check_rates(_, add, sheet)
  for _, sentence in ipairs(sheet.sentences) do
    local from, to = rate_of_rate:find(sentence.text)
    if from then
      add(sentence, "是比率在增长，还是总量在增长？" .. sentence.text:sub(from, to), { hint = "比率的变化用“个百分点”，总量的变化写明主语" })
    end
  end
end

local function check_names_of_units(_, add, sheet)
  local first = {}
  for _, fact in ipairs(sheet.facts()) do
    for unit in pairs(first) do
      local same_kind, same_factor = units.comparable(unit, fact.unit)
      if same_kind and same_factor and unit ~= fact.unit then
        add(fact, ("同一单位两种写法：%s，%s"):format(unit, fact.unit), { other = first[unit], hint = "统一单位名称" })
        return
      end
    end
    if fact.unit ~= "" then first[fact.unit] = first[fact.unit] or fact end
  end
end

return {
  { name = "unit", severity = "warning", summary = "one quantity in two units", check = check_units },
  { name = "value", severity = "warning", summary = "one quantity with two values", check = check_values },
  { name = "growth", severity = "error", summary = "a growth that contradicts its two levels", check = check_growth },
  { name = "share", severity = "error", summary = "shares above 100 %, parts of a ratio that do not add up", check = check_shares },
  { name = "part", severity = "warning", summary = "a part larger than its whole", check = check_parts },
  { name = "sum", severity = "error", summary = "parts that do not come to their sum", check = check_sums },
  { name = "industries", severity = "warning", summary = "three industries that do not come to the whole", check = check_industries },
  { name = "below", severity = "info", summary = "a target below what is already achieved", check = check_below },
  { name = "rate", severity = "info", summary = "a rate that grows by per cent", check = check_rates },
  { name = "unit-name", severity = "info", summary = "one unit under two names", check = check_names_of_units },
}
