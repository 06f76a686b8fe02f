-- How firmly a text commits itself: the words of commitment in each clause, and an index made of them.

local measures = require "yanhu.measures"

local M = {}

--- What a clause weighs by its word: the index is the mean over the clauses that have one.
M.weights = { must = 3, strive = 2, push = 1, explore = 0 }
M.strengths = { "must", "strive", "push", "explore" }

-- Words of plans beside those that facts know.
local more = {
  must = "必保 严禁 严守 决不 绝不 一律 不折不扣 牢牢守住 坚决守住",
  push = "促使 引领 带动 提升 强化 完善 优化 健全 深化 做好 抓好 推广 扩大 提高 统筹",
  explore = "谋求 论证 适时 鼓励探索 前期研究",
}
-- Longer words in which a word of commitment is none; 稳妥推进 says how, 推进 says what.
local blocked = [[研究院 研究生 研究所 研究中心 研究会 研究员 科学研究 技术研究 研究成果 基础研究 应用研究 积极性 积极因素 积极作用
  保证金 促进会 促进中心 促进条例 促进法 试点城市 试点县 试点省 试点村 试点地区 推动力 争取资金 提升工程 提升行动
  稳妥 研究创新 文化研究 研究工程 研究平台 研究基地 研究机构 试点项目 根本保证 统筹区 优化营商环境条例 强化班 提高到 扩大到 提升到 提高至 提升至 扩大至 支持力度 支持资金 支持政策]]

local values = {}
for _, lists in ipairs { measures.firmness, more } do
  for strength, words in pairs(lists) do
    for word in words:gmatch "%S+" do values[word] = strength end
  end
end
for word in blocked:gmatch "%S+" do values[word] = "none" end
local words = yanhu.dictionary(values)

--- The strength of a clause and the word that says it: the first of its words of commitment; nil for none.
function M.of_clause(text)
  for from, to, strength in words:gmatch(text) do
    if strength ~= "none" then return strength, text:sub(from, to) end
  end
end

local function empty() return { sentences = 0, numbered = 0, clauses = 0, must = 0, strive = 0, push = 0, explore = 0 } end

local function finish(count)
  local committed, weight = 0, 0
  for _, strength in ipairs(M.strengths) do
    committed, weight = committed + count[strength], weight + count[strength] * M.weights[strength]
  end
  count.committed = committed
  count.index = committed > 0 and tonumber(("%.1f"):format(100 * weight / (3 * committed))) or nil
  count.number_share = count.sentences > 0 and tonumber(("%.1f"):format(100 * count.numbered / count.sentences)) or nil
  return count
end

local function has_number(sentence)
  for _ in sentence:quantities() do return true end
  return false
end

--- Counts for each section of the parts of these roles, and for them all; and each clause with its word.
function M.of_report(r, roles)
  local order, by, whole, found = {}, {}, empty(), {}
  for sentence in r:sentences { role = roles } do
    if not sentence.heading then
      local node = sentence.section or sentence.part or r.root
      local one = by[node]
      if not one then
        one = empty()
        one.node, by[node], order[#order + 1] = node, one, one
      end
      local numbered = has_number(sentence) and 1 or 0
      for _, count in ipairs { one, whole } do
        count.sentences, count.numbered = count.sentences + 1, count.numbered + numbered
      end
      for clause in sentence:clauses() do
        local strength, word = M.of_clause(clause.text)
        for _, count in ipairs { one, whole } do
          count.clauses = count.clauses + 1
          if strength then count[strength] = count[strength] + 1 end
        end
        if strength then found[#found + 1] = { clause = clause, sentence = sentence, strength = strength, word = word } end
      end
    end
  end
  for _, one in ipairs(order) do finish(one) end
  return order, finish(whole), found
end

return M
