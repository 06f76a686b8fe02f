-- bytecode.lua: which globals a compiled chunk reads and sets, and on which lines: also in functions that no test ever
-- calls. Reads the dump of Lua 5.4; knows no more of it than that needs.
local bytecode = {}

local GETTABUP, SETTABUP = 11, 15
local HEADER = 31 -- signature, version, format, check data, sizes, sample integer and number

--- A reader of the dump: byte(), int(), text(), skip(n).
local function reader(dump, at)
  local read = {}
  function read.skip(n) at = at + n end
  function read.byte()
    at = at + 1
    return dump:byte(at - 1)
  end
  function read.int() -- seven bits a byte, the highest first; the last byte has its top bit set
    local value = 0
    while true do
      local byte = read.byte()
      value = value << 7 | (byte & 0x7F)
      if byte & 0x80 ~= 0 then return value end
    end
  end
  function read.text() -- nil for none
    local size = read.int()
    if size == 0 then return nil end
    at = at + size - 1
    return dump:sub(at - size + 1, at - 1)
  end
  function read.word()
    at = at + 4
    return (("<I4"):unpack(dump, at - 4))
  end
  return read
end

local function constants(read)
  local list = {}
  for index = 0, read.int() - 1 do
    local kind = read.byte()
    if kind == 4 or kind == 20 then list[index] = read.text()
    elseif kind == 3 or kind == 19 then read.skip(8) end
  end
  return list
end

--- The source line of each instruction.
local function lines(read, defined, count)
  local steps, jumps, list = {}, {}, {}
  for index = 1, read.int() do steps[index] = read.byte() end
  for _ = 1, read.int() do
    local at = read.int()
    jumps[at] = read.int()
  end
  local line = defined
  for index = 1, count do
    local step = steps[index] or 0
    if step == 0x80 then line = jumps[index - 1] or line
    else line = line + (step > 127 and step - 256 or step) end
    list[index] = line
  end
  return list
end

local function read_function(read, found)
  read.text()
  local defined = read.int()
  read.int()
  read.skip(3)
  local code = {}
  for index = 1, read.int() do code[index] = read.word() end
  local names = constants(read)
  read.skip(3 * read.int())
  for _ = 1, read.int() do read_function(read, found) end -- as deep as the source nests, which Lua limits to 200
  local line = lines(read, defined, #code)
  for _ = 1, read.int() do
    read.text()
    read.int()
    read.int()
  end
  local upvalues = {}
  for index = 0, read.int() - 1 do upvalues[index] = read.text() end
  for index, word in ipairs(code) do
    local operation = word & 0x7F
    if operation == GETTABUP and upvalues[word >> 16 & 0xFF] == "_ENV" then
      found[#found + 1] = { name = names[word >> 24], line = line[index], sets = false }
    elseif operation == SETTABUP and upvalues[word >> 7 & 0xFF] == "_ENV" then
      found[#found + 1] = { name = names[word >> 16 & 0xFF], line = line[index], sets = true, inner = defined > 0 }
    end
  end
end

--- List of { name=, line=, sets=, inner= } in the order of lines; inner: within a function.
function bytecode.globals(dump)
  local found = {}
  local read = reader(dump, HEADER + 1)
  read.skip(1)
  read_function(read, found)
  table.sort(found, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    return a.name < b.name
  end)
  return found
end

return bytecode
