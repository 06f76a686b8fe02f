-- source.lua: where things stand in the source of a script: its tokens, a rule's table, a field in it, a character within
-- a literal. For messages that point at what is wrong; nothing is compiled here.
local source = {}

-- The byte behind a quoted string that begins at `at`; nil where it does not end.
local function string_end(text, at)
  local quote, stop = text:sub(at, at), at + 1
  while true do
    stop = text:find("[\\\n" .. quote .. "]", stop)
    if not stop then return nil end
    local mark = text:sub(stop, stop)
    if mark == quote then return stop + 1 end
    if mark == "\n" then return nil end
    stop = stop + 2
  end
end

local function long_end(text, at, level)
  local _, stop = text:find("]" .. level .. "]", at, true)
  return stop and stop + 1
end

--- Tokens in order: { kind = "name" | "string" | "number" | "mark", text=, value= of a string, from=, to= }, without
--- comments. Stops where the source makes no sense.
function source.tokens(text)
  local tokens, at = {}, 1
  while true do
    at = text:find("%S", at)
    if not at then return tokens end
    local comment, level = text:match("^%-%-%[(=*)%[", at), text:match("^%[(=*)%[", at)
    local stop, kind
    if comment then stop = long_end(text, at, comment)
    elseif text:find("^%-%-", at) then stop = text:find("\n", at, true)
    elseif level then kind, stop = "string", long_end(text, at, level)
    elseif text:find("^[\"']", at) then kind, stop = "string", string_end(text, at)
    elseif text:find("^[%a_]", at) then kind, stop = "name", text:find("[^%w_]", at) or #text + 1
    elseif text:find("^%d", at) then kind, stop = "number", text:find("[^%w_.]", at) or #text + 1
    else kind, stop = "mark", at + (text:find("^[=~<>]=", at) and 2 or 1) end
    if not stop then return tokens end
    if kind then
      local token = { kind = kind, text = text:sub(at, stop - 1), from = at, to = stop - 1 }
      if kind == "string" then
        local value = load("return " .. token.text)
        token.value = value and value()
      end
      tokens[#tokens + 1] = token
    end
    at = stop
  end
end

--- Line, and column in codepoints, of a byte of the text.
function source.place(text, at)
  local line, begin = 1, 1
  for stop in text:gmatch "()\n" do
    if stop >= at then break end
    line, begin = line + 1, stop + 1
  end
  return line, (utf8.len(text, begin, math.max(begin, at) - 1) or at - begin) + 1
end

--- The byte where the `column`th codepoint of a string's value stands in its literal; its opening mark for a value of
--- several lines, where a column alone does not tell.
function source.within(token, column)
  local literal = token.text
  local level = literal:match "^%[(=*)%["
  if not column or token.value:find("\n", 1, true) then return token.from end
  local at = level and #level + 3 or 2
  for _ = 2, column do
    local escape = not level and (literal:match("^\\x%x%x()", at) or literal:match("^\\u{%x+}()", at)
      or literal:match("^\\%d%d?%d?()", at) or literal:match("^\\.()", at))
    at = escape or (literal:match("^[%z\1-\127\194-\244][\128-\191]*()", at)) or at + 1
  end
  return math.min(token.from + at - 1, token.to)
end

local function is(token, text) return token and token.kind ~= "string" and token.text == text end
local function opens(token) return is(token, "{") or is(token, "(") or is(token, "function") or is(token, "if") or is(token, "do") end
local function closes(token) return is(token, "}") or is(token, ")") or is(token, "end") end

-- Index of the token that sets `name` in the table whose brace stands at `open`.
local function find_field(tokens, open, name)
  local depth = 0
  for index = open, #tokens do
    if opens(tokens[index]) then depth = depth + 1
    elseif closes(tokens[index]) then
      depth = depth - 1
      if depth == 0 then return nil end
    elseif depth == 1 then
      if is(tokens[index], name) and is(tokens[index + 1], "=") then return index end
      local key = tokens[index]
      if key.value == name and is(tokens[index - 1], "[") and is(tokens[index + 2], "=") then return index end
    end
  end
end

-- Index of the brace that opens the table around `index`.
local function brace_around(tokens, index)
  local depth = 0
  for at = index, 1, -1 do
    if is(tokens[at], "}") then depth = depth + 1
    elseif is(tokens[at], "{") then
      if depth == 0 then return at end
      depth = depth - 1
    end
  end
end

-- Index of the brace that opens the `number`th entry of `rules = { … }`.
local function entry(tokens, number)
  for index = 1, #tokens - 2 do
    if is(tokens[index], "rules") and is(tokens[index + 1], "=") and is(tokens[index + 2], "{") then
      local depth, count = 0, 0
      for at = index + 2, #tokens do
        if opens(tokens[at]) then
          depth = depth + 1
          if depth == 2 and is(tokens[at], "{") then
            count = count + 1
            if count == number then return at end
          end
        elseif closes(tokens[at]) then
          depth = depth - 1
          if depth == 0 then break end
        end
      end
    end
  end
end

--- The token of a rule's field, and the one of its value: `field` may be a path, where.role. Without a field, or where it
--- is not found, the rule's opening brace; nil where the rule is not written down as a table.
function source.rule(tokens, name, number, field)
  local open
  for index = 1, #tokens - 2 do
    if name and is(tokens[index], "name") and is(tokens[index + 1], "=") and tokens[index + 2].value == name then
      open = brace_around(tokens, index)
      break
    end
  end
  open = open or entry(tokens, number)
  if not open then return nil end
  local found, value = open, nil
  for part in (field or ""):gmatch "[^.]+" do
    if not is(tokens[value or open], "{") then break end
    local at = find_field(tokens, value or open, part)
    if not at then break end
    found, value = at, is(tokens[at + 1], "]") and at + 3 or at + 2
  end
  return tokens[found], value and tokens[value]
end

return source
