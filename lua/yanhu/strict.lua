-- strict.lua: a global that nobody made is a slip of the pen. Reading or setting one raises, with the name that was
-- probably meant.
local tr = require "yanhu.translate"
local strict = {}

local nearest = ... -- nearest(word, list) → name: the host's, by edit distance

--- The name of `names` (a list, or the keys of a table) nearest to `wrong`, or nil where none is near.
function strict.nearest(wrong, names)
  local list = {}
  for key, value in pairs(names) do
    local name = type(key) == "string" and key or value
    if type(name) == "string" then list[#list + 1] = name end
  end
  table.sort(list)
  return nearest(wrong, list)
end

--- `; did you mean `x`?`, or nothing.
function strict.suggest(wrong, names)
  local near = strict.nearest(wrong, names)
  return near and tr("; did you mean `%s`?"):format(near) or ""
end

--- Makes reading and setting of unknown fields of the table of globals an error.
function strict.seal(globals)
  setmetatable(globals, {
    __index = function(t, name)
      if name == "io" or name == "os" or name == "debug" or name == "package" then
        error(tr("`%s` is not open to scripts; --trust opens it"):format(name), 2)
      end
      error(tr("unknown global `%s`%s"):format(tostring(name), strict.suggest(tostring(name), t)), 2)
    end,
    __newindex = function(_, name)
      error(tr("global `%s` is set here: make it local"):format(tostring(name)), 2)
    end,
    __metatable = false,
  })
end

--- The globals of a script: it may set the fields of `declared` (name → anything) while it loads, and none later.
--- Second result: a function that ends the loading.
function strict.environment(globals, declared)
  local loading = true
  local given = setmetatable({}, { __index = globals })
  local environment = setmetatable({}, {
    __index = given, -- a chain of tables, no function: globals are read in hot loops
    __newindex = function(_, name, value)
      if not loading then
        error(tr("global `%s` is set while the script runs: make it local"):format(tostring(name)), 2)
      end
      if not declared[name] then
        error(tr("unknown declaration `%s`%s"):format(tostring(name), strict.suggest(tostring(name), declared)), 2)
      end
      given[name] = value
    end,
    __metatable = false,
  })
  return environment, function()
    loading = false
    local declarations = {}
    for name, value in pairs(given) do declarations[name] = value end
    return declarations
  end
end

return strict
