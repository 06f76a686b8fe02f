-- What rules ask of a whole sentence before they look closer, found in one pass: does it say …?

local M = {}

-- A field of `tokens.says` for some words.
local asked = {
  at_least = "至少 最少 最多 至多 最高",
  on_base = "基础上 基数上 高基数 基数较高",
  always = "始终 一直 常年 年年 连年 每年 历年 连续",
  supposes = "如果 假如 假使 假设 倘若 若能 若是 若把 若将 如能 如把 只要 就能 就可 就会 便可 就等于 就相当于 便能 即可",
  introduces = "： ——",
  factored = "因素 影响",
  grants = "给予 予以",
  valued = "这是 这都是 这些 都是 也是 就是 正是 既是 得天独厚 大有可为 大有文章 潜力 前景 空间 优势 底气 家底 短板 地位 举足轻重",
  till_now = "以来， 年来， 近年， 近几年， 这些年， 这几年，",
  people = "人民 儿女 父老",
  actual = "实际",
  converts = "折 折合 相当于 等于",
  surpasses = "超过 超出 超额 高出 低于 突破 超序时 超时序 超时间 超计划 超任务 超预算 超定额 超指标 超基数",
  then_at = "届时 到时 那时",
  still = "还有 仍有 尚有 都有",
  years_total = "年总量 年总额 年总数",
  lands = "海岸线 岸线长 国土面积 辖区面积 版图面积 流域面积",
  speaks_of_it = "这对 对于 作为",
  admits = "清醒 正视 看到",
  tariffs = "税率 利率 关税",
  thresholds = "行列 俱乐部 方阵 阵营 大关 关口 门槛 台阶",
  premises = "前提下 条件下",
  said_before = "上述 上面 前述",
  foremost = "最大 最强",
  causes = "由于 因为",
  formerly = "原有",
  lately = "近年 近几年 近些年 这几年 这些年 如今 现在 目前 今天",
  abroad = "英国 美国 苏联 日本 西德 联邦德国 德国 法国 意大利 印度 加拿大 资本主义国家 发达国家 旧中国 国民党统治",
  planned = "原计划 原来 原要求 原定 规定 指标 扭转了 改变了 结束了 摆脱了",
  was = "去冬 入冬 了 已 曾 过去 据 调查 普查 例如 比如 譬如 又如 只 才 仅 竟 没有 的。 的， 的；",
  long_ago = "过去靠 过去全 过去只 过去仅 过去长 过去一直 过去不 早先 从前 当初 原先 以往 历史上 旧社会 旧中国 解放前 解放以前 建国前 建国以前 新中国成立前 新中国成立以前 抗战前 抗日战争",
}
-- And what is asked of it by itself.
local marks = { exceeds = "超", same_time = "同比", per = "每", quoted = "“", parted = "；", compares = "比", denies = "不", within = "内",
  goals = "目标", reduces = "减", this = "这", that = "那", inhabited = "人口" }

-- One dictionary of all: the words of a thing have its bit, and that of a mark that they hold.
local bit_of, fields, words_asked = {}, {}, {}
for _, list in ipairs { marks, asked } do
  for field in pairs(list) do
    fields[#fields + 1] = field
    bit_of[field] = 1 << #fields
  end
end
for field, list in pairs(asked) do
  for word in list:gmatch "%S+" do words_asked[word] = (words_asked[word] or 0) | bit_of[field] end -- 旧中国 answers two
end
for field, mark in pairs(marks) do words_asked[mark] = (words_asked[mark] or 0) | bit_of[field] end
for field, mark in pairs(marks) do -- when all words stand there: 同比 has a 比
  for word, set in pairs(words_asked) do
    if word:find(mark, 1, true) then words_asked[word] = set | bit_of[field] end
  end
end
words_asked = yanhu.dictionary(words_asked)
local EXCEEDS, SAME_TIME, PER, QUOTED, PARTED_BY = bit_of.exceeds, bit_of.same_time, bit_of.per, bit_of.quoted, bit_of.parted
local COMPARES, DENIES = bit_of.compares, bit_of.denies
local BEARS_ON_STATUS = QUOTED | bit_of.long_ago | bit_of.formerly | bit_of.actual | bit_of.on_base | bit_of.supposes

local says_of = {} -- the table of fields for each set of bits that was met

local function says(has)
  local told = {}
  for n, field in ipairs(fields) do told[field] = has & 1 << n ~= 0 or nil end
  says_of[has] = told
  return told
end

--- Sets `tokens.says` and what is asked most: `exceeds`, `same_time`, `per`, `quoted`, `plain`, `parted`. Returns whether the sentence
--- has a 比 and whether it has a 不.
function M.ask(tokens, s)
  local has = words_asked:union(s)
  tokens.says = says_of[has] or says(has)
  tokens.exceeds, tokens.same_time = has & EXCEEDS ~= 0, has & SAME_TIME ~= 0
  tokens.per, tokens.quoted = has & PER ~= 0, has & QUOTED ~= 0
  tokens.plain = has & BEARS_ON_STATUS == 0 -- no word of the sentence makes a result of a review something else
  tokens.parted = has & PARTED_BY ~= 0 or (s:find("。", 1, true) or #s) < #s - 2 -- the last 。 ends the sentence
  return has & COMPARES ~= 0, has & DENIES ~= 0
end

return M
