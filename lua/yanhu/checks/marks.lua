-- What a proof-reader sees without reading: quotes and brackets that do not pair, doubled and half-width punctuation,
-- dates that do not exist, words twice in a row, residue of an editor or a web page, a title page that is not right.

local pairs_of = { ["“"] = "”", ["‘"] = "’", ["（"] = "）", ["《"] = "》", ["【"] = "】", ["〔"] = "〕", ["〈"] = "〉" }
local closing = {}
for open, close in pairs(pairs_of) do closing[close] = open end

local enumerator = yanhu.pattern [[^\s*[一二三四五六七八九十0-9]+）]]

-- The paragraphs of the normalised text: text and codepoint where each begins.
local function paragraphs(r)
  local list, start = {}, 0
  for text in (r.text .. "\n"):gmatch("(.-)\n") do
    list[#list + 1] = { text = text, start = start }
    start = start + utf8.len(text) + 1
  end
  return list
end

local function check_pairs(r, add)
  local list = paragraphs(r)
  for n, paragraph in ipairs(list) do
    local stack, at, told = {}, paragraph.start, {} -- one slip makes the rest of its paragraph odd: told once
    local skip = enumerator:test(paragraph.text)
    for _, code in utf8.codes(paragraph.text) do
      local c = utf8.char(code)
      if pairs_of[c] then
        stack[#stack + 1] = { c, at }
      elseif closing[c] then
        if #stack > 0 and stack[#stack][1] == closing[c] then stack[#stack] = nil
        elseif c == "）" and skip then skip = false
        else
          local before = list[n - 1] -- a quotation over several paragraphs closes in its last
          if not (c == "”" and #stack == 0 and before and before.open) and not told[c] then
            told[c], told[closing[c]] = true, true
            add(at, ("“%s”没有与之成对的“%s”"):format(c, closing[c]), { hint = "补上或删去" })
          end
        end
      end
      at = at + 1
    end
    local following = list[n + 1]
    for _, one in ipairs(stack) do
      local _, opens = (following and following.text or ""):gsub("“", "")
      local _, closes = (following and following.text or ""):gsub("”", "")
      paragraph.open = one[1] == "“"
      if not (one[1] == "“" and closes > opens) and not told[one[1]] then
        told[one[1]], told[pairs_of[one[1]]] = true, true
        add(one[2], ("“%s”没有与之成对的“%s”"):format(one[1], pairs_of[one[1]]), { hint = "补上或删去" })
      end
    end
  end
end

-- Rules that are one pattern over the sentences: what is wrong, and what to do.
local function by_pattern(pattern, message, hint, once)
  local compiled = yanhu.pattern(pattern)
  return function(_, add, sheet)
    for _, sentence in ipairs(sheet.sentences) do
      local text = sentence.text
      local from, to = compiled:find(text)
      while from do
        add({ start = sentence.start + utf8.len(text:sub(1, from - 1)), line = sentence.line }, message:format(text:sub(from, to)), { hint = hint })
        if once then return end
        from, to = compiled:find(text, to + 1)
      end
    end
  end
end

local days = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
local date = yanhu.pattern [[(?:([0-9]{4})年)?(?<![0-9])([0-9]{1,2})月(?:([0-9]{1,2})日)?]]

local function check_dates(_, add, sheet)
  for _, sentence in ipairs(sheet.sentences) do
    for hit in date:gmatch(sentence.text) do
      local year, month, day = math.tointeger(tonumber(hit[1])), math.tointeger(tonumber(hit[2])), math.tointeger(tonumber(hit[3]))
      local wrong = month < 1 or month > 12
      if not wrong and day then
        local leap = not year or year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
        wrong = day < 1 or day > days[month] or month == 2 and day == 29 and not leap
      end
      if wrong then add(sentence, ("没有这个日期：%s"):format(hit[0]), { hint = "核对日期" }) end
    end
  end
end

-- Residue: neighbours of one kind are one finding, and so is what comes again with the same words.
local names = { bookmark = "编辑软件的书签", navigation = "网页的导航文字", publication = "发布信息", licence = "版权声明", caption = "图片说明", markup = "网页标记",
                ["page-number"] = "页码", comment = "网页注释", ["escaped-space"] = "转义的空格", copy = "重复的正文", ["repeated-title"] = "重复的标题", contents = "目录" }

local function check_residue(r, add)
  local last
  local order, by = {}, {}
  for noise in r:noise() do
    if noise.reason == "note-mark" then goto continue end -- ［1］ belongs to the text
    local neighbour = last and last.reason == noise.reason and noise.line - last.line <= 2 and noise.reason ~= "bookmark"
    if not neighbour then -- the same residue over and over is one finding
      local same = noise.reason == "escaped-space" and noise.reason or noise.reason .. noise.text:gsub("%s+", "")
      local one = by[same]
      if one then one.count = one.count + 1
      else
        by[same] = { noise = noise, count = 1 }
        order[#order + 1] = by[same]
      end
    end
    last = noise
    ::continue::
  end
  for _, one in ipairs(order) do
    local noise, more = one.noise, one.count > 1 and ("，共%d处"):format(one.count) or ""
    add({ start = noise.anchor, line = noise.line }, ("残留：%s（%s%s）"):format(noise.text, names[noise.reason] or noise.reason, more), { quote = noise.text, hint = "删去" })
  end
end

local function check_title(r, add, sheet)
  local named = false
  for n = 1, math.min(6, #sheet.sentences) do
    local s = sheet.sentences[n]
    if s.role ~= "opening" and n > 3 then break end
    if s.text:find("工作报告", 1, true) and not s.text:find("。", 1, true) then named = true end
    -- 在某县第十八届人民代表大会 / 第三次会议上: the line breaks inside the phrase
    if r.meta.format == "txt" and s.text:find("大会", 1, true) and s.text:find("次会议", 1, true) then
      for mention in s:mentions() do
        if mention.line ~= s.line then
          add(s, "日期和会议名称一行从中断开", { hint = "并成一行" })
          break
        end
      end
    end
  end
  if not named and sheet.sentences[1] then add(sheet.sentences[1], "没有标题行（政府工作报告）", { hint = "补上标题" }) end
end

local function check_years(r, add)
  local year = r.meta.year
  if not year then return end
  for part in r:parts { role = { "review", "plan" } } do
    local said = {}
    for found in part.title:gmatch("(%d%d%d%d)年") do said[#said + 1] = math.tointeger(tonumber(found)) end
    local only = #said == 1 and not part.title:find("五年", 1, true) and said[1]
    local offset = part.role == "review" and 1 or 0
    if only and only ~= year - offset and only ~= year - offset + 1 then
      add(part, ("%d年的报告，标题里是%d年"):format(year, only), { hint = "核对年份" })
    end
  end
end

local function check_dashes(_, add, sheet)
  local range = yanhu.pattern [=[[0-9]%?[\p{sc:Han}]{0,3}(-|—|–|~|～|至)[0-9]]=]
  local first, style
  for _, sentence in ipairs(sheet.sentences) do
    for hit in range:gmatch(sentence.text) do
      if hit[1] ~= "至" then
        if style and hit[1] ~= style then
          add(sentence, ("连接号不一：%s，%s"):format(style, hit[1]), { other = first, hint = "统一连接号" })
          return
        end
        first, style = first or sentence, hit[1]
      end
    end
  end
end

-- 十五家 where the report writes 15家 elsewhere.
local counted = { things = true, people = true, money = true, area = true, length = true, mass = true }

local function check_digits(r, add)
  local written, digits, all = {}, 0, 0
  for q in r:quantities() do
    if counted[q.dimension] and q.sentence.role ~= "notes" then
      all = all + 1
      if q.core:find("%d") then digits = digits + 1
      elseif q.value and q.value >= 11 and q.value % 10 ~= 0 then written[#written + 1] = q end
    end
  end
  if digits * 10 < all * 8 then return end -- a report in Chinese numerals, or in both by habit
  for _, q in ipairs(written) do add(q, ("汉字数字：%s，其他地方用阿拉伯数字"):format(q.text), { hint = "统一数字写法" }) end
end

return {
  { name = "pair", severity = "error", summary = "quotes and brackets that do not pair", check = check_pairs },
  { name = "date", severity = "error", summary = "dates that do not exist", check = check_dates },
  { name = "punctuation", severity = "warning", summary = "punctuation twice in a row",
    check = by_pattern([[[，。；：、][，。；：、]|。。|，。|！。|？。]], "标点重复：%s", "删去多余的标点") },
  { name = "half-width", severity = "warning", summary = "half-width punctuation between Chinese characters",
    check = by_pattern([[(?<=\p{sc:Han})[,;:?!](?=\p{sc:Han})]], "半角标点：%s", "改为全角", true) },
  { name = "repeated", severity = "warning", summary = "a word twice in a row", check = by_pattern([[(?<!目)的的(?!确)|(?<![为除])了了(?![解然却结])|((?:(?![一二两三四五六七八九十个多很常好]|税缓税缓费)\p{sc:Han}){2,6})\1(?!后)]], "字词重复：%s", "删去一个") },
  { name = "residue", severity = "warning", summary = "what an editor or a web page left in the text", check = check_residue },
  { name = "title", severity = "warning", summary = "no title line, or a title page broken inside a phrase", check = check_title },
  { name = "year", severity = "warning", summary = "a heading of another year than the report", check = check_years },
  { name = "bracket", severity = "info", summary = "half-width brackets around Chinese characters",
    check = by_pattern([[\((?=[^()]*\p{sc:Han})[^()]*\)]], "半角括号：%s", "改为全角", true) },
  { name = "digits", severity = "info", summary = "a figure in Chinese numerals among Arabic ones", check = check_digits },
  { name = "dash", severity = "info", summary = "ranges with different dashes", check = check_dashes },
  { name = "book", severity = "info", summary = "a count inside the marks of a title", check = by_pattern([[《[^》]*等[0-9一二三四五六七八九十]+[个项部][^》]*》]], "书名号里有数量：%s", "书名号只括文件名") },
}
