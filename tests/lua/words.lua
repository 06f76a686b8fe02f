-- yanhu.segment, and the formulas of words.
package.path = "lua/?.lua;" .. package.path
local words = require "yanhu.words"

local has_friso, message = pcall(yanhu.segment, "")
if not has_friso then
  test("without friso the message says what to install", function() assert(message:find("friso", 1, true), message) end)
else
  local function cut(text, want)
    local got = table.concat(yanhu.segment(text), "/")
    assert(got == want, got)
  end
  test("segment: Chinese, Latin letters, figures; no punctuation", function()
    cut("新建公路30公里，推广5G-A和AI技术。", "新建/公路/30/公里/推广/5G-A/和/AI/技术")
    cut("", "")
    cut("，。“”", "")
    cut("3.5%", "3.5")
  end)
  test("segment: what is no UTF-8 raises", function() assert(not pcall(yanhu.segment, "\xE8\x8C")) end)
  test("segment: all of a long run comes back", function()
    local text = ("推进新型工业化"):rep(20000)
    assert(table.concat(yanhu.segment(text)) == text)
    local latin = ("a"):rep(100000)
    assert(yanhu.segment(latin)[1] == latin)
  end)
  test("terms stay whole, and the user's word stands before them", function()
    local function list(known)
      local out = {}
      words.each("规模以上工业增加值增长，茶竹联营", yanhu.dictionary(known), function(word) out[#out + 1] = word end)
      return table.concat(out, "/")
    end
    local keys, own = words.keys("茶竹联营 产业 # ours\n规模以上\n")
    assert(list(keys) == "规模以上工业增加值/增长/茶竹联营", list(keys))
    assert(list(own) == "规模以上/工业/增加值/增长/茶竹联营", list(own))
    assert(keys["茶竹联营"] == "产业" and keys["规模以上"] == "规模以上")
  end)
end

local function near(a, b) assert(math.abs(a - b) < 1e-3, a) end

test("log-likelihood and %DIFF", function()
  near(words.log_likelihood(10, 5, 1000, 1000), 1.6991)
  near(words.log_likelihood(0, 5, 1000, 1000), 6.9315)
  near(words.log_likelihood(30, 60, 1000, 2000), 0)
  near(words.difference(10, 5, 1000, 1000), 100)
  near(words.difference(10, 5, 2000, 500), -50)
  assert(words.difference(10, 0, 1000, 1000) == nil)
end)
