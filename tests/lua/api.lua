-- The manual, the annotations for editors and the program say the same.
local api = dofile("docs/api.lua")
local files = loadfile("docs/generate.lua")("compare")

local function read(path)
  local file = assert(io.open(path))
  local text = file:read("a")
  file:close()
  return text
end

local function sorted(list)
  list = table.move(list, 1, #list, 1, {})
  table.sort(list)
  return table.concat(list, " ")
end

local function firsts(list)
  local out = {}
  for i, entry in ipairs(list) do out[i] = entry[1] end
  return out
end

for path, text in pairs(files) do
  test(path .. " is what docs/api.lua gives: make api", function() assert(read(path) == text) end)
end

test("the annotations are valid Lua", function() assert(load(files["docs/meta/yanhu.lua"])) end)

for _, t in ipairs(api.types) do
  test("fields and methods of " .. t[1], function()
    local members = firsts(t[5])
    if t.listings then table.move(firsts(api.listings), 1, #api.listings, #members + 1, members) end
    local told, real = sorted(members), sorted(names(t[1]))
    assert(told == real, "told: " .. told .. "\nreal: " .. real)
  end)
end

for _, e in ipairs(api.enums) do
  local known, real = pcall(names, e[1])
  if known then
    test("words of " .. e[1], function()
      local told = table.concat(e[3], " ")
      assert(told == table.concat(real, " "), "told: " .. told .. "\nreal: " .. table.concat(real, " "))
    end)
  end
end

test("functions of yanhu", function()
  local real = {}
  for name in pairs(yanhu) do real[#real + 1] = name end
  local told = sorted(firsts(api.library))
  assert(told == sorted(real), "told: " .. told .. "\nreal: " .. sorted(real))
end)
