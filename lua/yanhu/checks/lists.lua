-- Lists that count themselves: 重点抓好六项工作 and the six sections behind it, 甲、乙、丙三县, markers in their order.

local digits = { ["一"] = 1, ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9 }

--- 九, 十, 十二, 二十, 15 → a number
local function number_of(text)
  if tonumber(text) then return math.tointeger(tonumber(text)) end
  local tens, ones = text:match("^(.-)十(.*)$")
  if tens then return (tens == "" and 1 or digits[tens] or 0) * 10 + (ones == "" and 0 or digits[ones] or 0) end
  return digits[text]
end

local declared = yanhu.pattern [[([0-9]{1,2}|[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?:个|大)?(?:方面|项|件|点|条|类|大)(?:[^，。；：、0-9]{0,6}?(?:工作|任务|实事|重点|措施|举措|行动|工程|要求|建议|意见|安排|问题|原则))?(?:的?(?:工作|任务|实事))?[：。:，]?$]]

local announced = yanhu.pattern [[(?:工作|任务|实事|重点|措施|举措|行动|工程|要求|建议|问题)[。：]?$]]

local numbered = { section = true, item = true }

-- The list that begins with this heading: it and the siblings that follow, of one kind and one way of marking.
local function shape(marker)
  local plain = marker:gsub("%d+", "1")
  for digit in pairs(digits) do plain = plain:gsub(digit, "一") end
  plain = plain:gsub("十", "一")
  while plain:find("一一", 1, true) do plain = plain:gsub("一一", "一") end -- "一+" would repeat a byte
  return plain
end

local function list_from(first)
  local count, last, node = 0, nil, nil
  local form = shape(first.marker)
  for child in first.parent:children() do
    if child == first then node = child end
    if node then
      if child.kind == first.kind and shape(child.marker) == form then
        count, last = count + 1, child
      elseif child.kind == first.kind then
        break
      end
    end
  end
  return count, last
end

local any_count = yanhu.pattern [[([0-9]{1,2}|[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?:个|大)?(?:方面|项|件|点|条|类|大)]]

local function said(text, number) -- 十个方面五十项任务: one of the counts is that of the list
  for hit in any_count:gmatch(text) do
    if number_of(hit[1]) == number then return true end
  end
  return false
end

local numeral = yanhu.pattern [[[0-9]+|[一二三四五六七八九十]+]]
local function marker_number(node)
  local hit = numeral:match(node.marker)
  return hit and number_of(hit[0])
end

local function check_counts(_, add, sheet)
  for n, sentence in ipairs(sheet.sentences) do
    local following = sheet.sentences[n + 1]
    local node = following and following.heading and following.parent
    if node and numbered[node.kind] and node.marker ~= "" and node.marker ~= "——" then
      local hit = declared:match(sentence.text)
      local count = hit and number_of(hit[1])
      local announces = hit and (hit[0]:find("：") or hit[0]:find("方面") or announced:test(hit[0]))
      local starts = node.marker:find("一", 1, true) or node.marker:find("^%D*1%D")
      if count and count > 1 and announces and starts then
        local listed, last = list_from(node)
        local agrees = listed == count or said(sentence.text, listed) or marker_number(last) == count
        if not agrees and listed > 1 and math.abs(listed - count) <= 3 then -- farther off, it is another list
          add(sentence, ("说有%d项，下面列了%d项"):format(count, listed), { other = last, hint = "核对数目，或补上、删去条目" })
        end
      end
    end
  end
end

local counted = yanhu.pattern [[((?:[^，。；：、“”（）和与及等]+、)+[^，。；：、“”（）和与及等]+?)([一二两三四五六七八九十百]+|[0-9]{1,2})(?:个|种|类|项|大|地|市|县|区|镇|乡|村|省|国|家|所|条|座|处|名)]]

-- 甲、乙、丙、丁四地: short names of one length, so that a wrong count is no matter of where the list begins.
local function check_enumerations(_, add, sheet)
  for _, sentence in ipairs(sheet.sentences) do
    for hit in counted:gmatch(sentence.text) do
      local list, count = hit[1], number_of(hit[2])
      local names, longest, shortest = 0, 0, 99
      if list:find("%d") or list:find("劣$") or list:find("第", 1, true) then goto continue end
      for name in (list:gsub("、", "\n")):gmatch("[^\n]+") do
        names = names + 1
        if names > 1 then longest, shortest = math.max(longest, utf8.len(name) or 99), math.min(shortest, utf8.len(name) or 0) end
      end
      if count and count ~= names and math.abs(count - names) <= 2 and names >= 3 and longest <= 4 and longest - shortest <= 1 then
        add(sentence, ("列了%d个，后面说是%d个：%s%s"):format(names, count, list, hit[2]), { hint = "核对数目" })
      end
      ::continue::
    end
  end
end

-- The core tells the numbers in its message, the one that stands there first.
local marker_codes = { ["repeated-marker"] = "序号重复：%d连续出现两次", ["skipped-marker"] = "序号跳号：是%d，应为%d",
  ["disordered-marker"] = "序号次序颠倒：是%d，应为%d" }

local function check_markers(r, add)
  for d in r:diagnostics() do
    local message = marker_codes[d.code]
    if message then
      local numbers = {}
      for number in d.message:gmatch "%d+" do numbers[#numbers + 1] = math.tointeger(tonumber(number)) end
      add({ start = d.start, line = d.line }, message:format(table.unpack(numbers)))
    end
  end
end

return {
  { name = "count", severity = "error", summary = "a declared number of sections or items, against those that follow", check = check_counts },
  { name = "enumeration", severity = "warning", summary = "a list of names and the number behind it", check = check_enumerations },
  { name = "marker", severity = "error", summary = "markers skipped, repeated or out of order", check = check_markers },
}
