-- The word lists: each longer word holds the shorter one that it keeps from being seen, and has a reason to stand there.
package.path = "lua/?.lua;" .. package.path
local lexicon = require "yanhu.lexicon"
local longer = require "yanhu.longer_words"

test("a longer word holds the word that it is listed under", function()
  for shorter, list in pairs(longer) do
    assert(shorter == "" or lexicon.words()[shorter], shorter .. " is no word of the lexicon")
    for word in list:gmatch("%S+") do
      assert(word:find(shorter, 1, true) and word ~= shorter, word .. " does not hold " .. shorter)
    end
  end
end)

test("a word stands once in a list", function()
  local seen = {}
  for shorter, list in pairs(longer) do
    for word in list:gmatch("%S+") do
      assert(not seen[word], word .. " stands under " .. shorter .. " and " .. tostring(seen[word]))
      seen[word] = shorter
    end
  end
end)
