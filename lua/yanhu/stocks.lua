-- Stocks and flows: in an account of several years a stock holds at their end, a flow runs through them all.

local measures = require "yanhu.measures"
local carry = require "yanhu.carry"
local before_figure = require("yanhu.phrases").before_figure
local word_set = require "yanhu.word_set"

local classes = require "yanhu.classes"

local M = {}

local ACT, NOMINAL, THAN, STOP, DE, PERIOD = classes.each "act nominal than stop de period"
local ACT_OR_NAME, NAMES_ON = classes.any "act noun relation", classes.any "relation act de"

local beside = word_set "与 同 和 跟" -- 与2005年相比

-- Verbs that say how it stands.
M.states = word_set "有 有了 已有了 拥有了 现有 已有 拥有 共有 仍有 还有 尚有 建有 设有"

-- A figure of these, and any of growth or of things done, runs through its span; others hold at its end.
local flows = yanhu.dictionary { "投资", "投入", "支出", "融资", "资金", "补助", "补贴", "引资" }

-- Predicates of a counted thing that say how it stands.
local states_after = yanhu.dictionary { "达标", "全覆盖", "加快建设", "加快推进", "进展", "有序推进", "稳步推进", "扎实推进", "在建",
  "享受", "领取", "月人均", "年人均", "生活得到", "还要", "还没有", "尚未", "深耕", "扎根",
  "稳定就业", "稳定务工", "稳定执业", "长期务工", "长期居住", "常年务工" }

-- 形成3个产业集群 is a state at the end, 新建3个 runs through the years.
local lasting = word_set "形成 覆盖 拥有 集聚 有 现有 已有 共有 存栏 出栏" -- 出栏生猪36万头: in a year, as 产量
-- 参加工伤保险3.6万人, 养老保险参保2.1万人: what one is in is a state.
local member = yanhu.pattern "^参加.*(保险|医保|社保|医疗|合作社|工会|年金)$"
local running = yanhu.dictionary { "在建", "在校", "在册", "在研", "在谈", "在运", "在编", "在岗", "在园", "现有", "入驻", "持证", "参保", "上市公司", "上市企业", "挂牌企业", "注册商标" }
local firms = yanhu.dictionary { "上市公司", "上市企业", "挂牌企业", "注册商标" }
local total = yanhu.dictionary { "总数", "总量", "存量", "保有量", "拥有量" }

-- 让3200户群众住进新房: they did so in the course of the years.
local beneficiary = { ["让"] = true, ["使"] = true, ["为"] = true }

-- 财政支出七成以上用于民生: a share of what flowed.
local spends = yanhu.dictionary { "用于", "投向", "投入", "用在", "直接到", "直达" }

local on_year = yanhu.pattern "([0-9]{4})年末?的?(基础|基数)上"
local totals = yanhu.dictionary { "数", "额", "量", "总数", "总额", "总量", "规模", "总规模" }
local for_one = yanhu.pattern "人均|户均|每[人户月]|标准" -- 月人均补助30元: what each gets, now
local function is_flow(indicator)
  local at = totals:ending(indicator, #indicator)
  if at then indicator = indicator:sub(1, at - 1) end
  return flows:ending(indicator, #indicator) ~= nil and not for_one:test(indicator)
end

-- Nouns of what is done, though no verb stands before them: 退耕还林420万亩.
local deeds = yanhu.dictionary { "造林", "还林", "还草", "退耕", "休耕", "轮作", "搬迁", "移民", "培训", "体检", "筛查", "接种", "补贴", "救助", "资助", "再就业", "转移就业", "户户通", "村村通", "确权发证", "确权颁证", "毕业生",
  "建房", "盖房", "盖新房", "铺轨", "投工", "修路", "打井", "造地", "开荒", "植树", "架桥", "压锭", "压产", "关改搬转", "净流出", "净流入", "流出", "流入" }

-- 加工茶叶3万吨, 检测样品360批: verbs that are attributes as often, and so of no class of the lexicon; 加工企业36家 is a stock.
local doing_words = {}
for _, word in ipairs(yanhu.split [[
  损失 加工 制造 出口 外销 进口 营销 运输 装卸 转运 收运 发电 供水 供气 供电 焚烧 采摘 播种 放流 流转 托管 代管 融资 放贷 回购 纾困
  检测 检查 审计 审查 普查 勘探 测绘 巡视 巡察 调研 座谈 宣传 播放 排演 巡演 上映 编制 规划 核准 备案 确权 立项 到位 上线 投建
  拆违 拆改 关改 搬转 关转 清拆 封育 禁牧 砌墙 铺轨 改扩 首飞 试飞 发运 试种 扩种 扩繁 募捐 捐助 赡养 分房 安家 救援 救护 仲裁 接诉 演练
  筹办 承包 发包 中标 履约 偿付 兼并 转制 摘牌 发证 颁证 勘界 检疫 试制 投工 投劳 巡检 鉴定 复查 建房 保土 清产 造林 育苗 投苗 放苗 引种
  探明 新探明 新发现 新出土
  接轨 架桥 筑路 修路 修桥 打坝 筑坝 通电 通水 通路 通邮 脱盲 扫盲 招工 招生 办证 换证
  援助 除险 屠宰 供热 检验 手术 防治 直融 增资 普及 返乡 助残 助学 助困 助老
  执行 应用 授权 联系 结对 授牌 揭牌 挖掘 传承 发现 出土 孕育 增添 装备 装配 配齐 完善 精简 净化 转产 转岗 预警 预防 撤离 应对 助力 扩面 公开
  建 创 修 造 栽 植 购 架 打 挖 办
]]) do doing_words[word] = word end
-- Verbs that are no attributes: 批准外资企业42家 is a deed, whatever they end in.
for _, word in ipairs(yanhu.split [[
  批准 核发 兴建 征迁 围封 飞播 撒播 播下 种下 补栽 移栽 砌筑 铺装 铺贴 安设 搭建 搭设 开挖 新挖 清掏 回填 平整 疏竣 疏导 扩宽 翻建 翻新
  加高 接通 收缴 缴存 罚没 追讨 补缴 代发 下拨 认捐 认养 领养 收养 分发 迁入 帮带 抢修 排除 消灭 销毁 查获 查扣 抓捕 关押 封停 判决 招考
  扩招 引聘 聘任 轮岗 选送 外派 播报 报道 刊登 申办 承揽 摘取 探访 巡访 化验 复核 裁减 精减 压降 并入 整并 拍卖 复制推广 换发 制发 赠送
  馈赠 运回 接回 接返 转送 移送 聘用 遴选 增聘 补充 新招 端掉 报批 交房 赔付 清障 捐献 收割 采收 放养 宰杀 发送 迎接 协办 编创 翻译 编写
  绘制 测量 勘测 选拔 任用 指导 巡逻 治疗 注射 消杀 看望 探视 接访 下访 约访 劝导 结案 判处 论证 摘帽 出列 会诊 解答 巡讲 讲授 送戏 送书
  送医 义诊 包保 支援 援建 支教 录取 搬入 乔迁
]]) do doing_words[word] = "!" end
-- No verbs, though they begin with one.
for _, word in ipairs(yanhu.split [[
  建筑 建材 建制 建档 建议 创业 创新 创意 造纸 造船 造价 植物 植被 植保 购房 购物 架空 打工 打印 办公 办事 办学 修理
]]) do doing_words[word] = "" end
local doing = yanhu.dictionary(doing_words)
local body = yanhu.pattern "(企业|公司|机构|单位|部门|中心|基地|队伍?|试点|示范[村区]|平台|园区|项目|工程|站|点|场|厂|园|馆|所|院|库|线|网|机|车|员|者|师|人才|能力|规模|总?[数量额率])$"
-- 评出, 办起, 修好: a verb by its second character, whatever the first.
local resultative = yanhu.pattern "^[^支演输突杰一良友美完不进][出起完好回成]了?[^率量额的]{2}"
local function begins_with_doing(indicator)
  local found, verb = doing:longest(indicator, 1)
  if not found and resultative:test(indicator) then return true end
  return found and verb ~= "" and (verb == "!" or not body:test(indicator))
end

local still = yanhu.pattern "(还有|仍有|尚有|都有)[^，；。]*$"

-- Events happen again and again: 宣讲680场.
local recurring = word_set "场 场次 次 起 宗 批次 趟 班次 人次"
local capacity = yanhu.pattern "(能力|容量|规模)$"
-- 年接待游客260万人次, 机场年旅客吞吐量: how many in a year, now.
local by_year = yanhu.pattern "(^|[^今去全每前近当上同多百整])年(接待|服务|培训|吞吐|旅客|游客|客|处理|诊疗|均)"

-- 占比始终保持在80%以上: it was so in each of the years.
local always = yanhu.pattern "(始终|一直|常年|年年|连年|每年|历年)[^，；。、]*$|连续[^，；。、0-9一二三四五六七八九十]*$"

local every_year = yanhu.pattern "(^|[^人户生亩])每年[^，；。、]*$" -- not 每人每年120元

-- 干部下沉网格服务群众12万人次: nothing but things or people counted behind a verb that stands within the noun phrase.
local function does(cell)
  local d = cell.q.dimension
  if not cell.left_first or cell.verb or d ~= "things" and d ~= "people" then return false end
  local bits = cell.tokens.bits
  for k = cell.left_first + 1, cell.left_last - 1 do
    if bits[k] & ACT_OR_NAME == ACT and bits[k] & NOMINAL == 0 and bits[k + 1] & NAMES_ON == 0 then return true end -- 农行贷款|扶助|茶农
  end
  return false
end

-- 引进项目218个，其中世界500强项目14个，千万元以上项目47个: of what flowed.
local function some_of_a_flow(cell)
  local facts, nth = cell.tokens.facts, #cell.tokens.facts
  while nth > 1 and (facts[nth].measure == "growth" or facts[nth].measure == "change") do nth = nth - 1 end -- 投资8亿元，增长67%，其中…
  local whole = nth > 0 and facts[nth].cell
  if not whole or not whole.flows then return false end
  local opener = cell.tokens[cell.clause].w
  local goes_on = whole.some and not cell.verb and not cell.actor and whole.q.unit == cell.q.unit and cell.q.op == "="
  cell.some = opener and opener.word == "其中" or goes_on
  return cell.some
end

-- 茶园面积, 税收: a noun that measures.
local function measures_something(cell)
  local w = cell.left_last and cell.tokens[cell.left_last].w
  return w and (w.relation or w.noun) and not w.act
end

-- 与2005年相比，能耗下降7.9%，排放量下降4%: the year that the sentence opens with.
local function opening_base(cell)
  local tokens, bits = cell.tokens, cell.tokens.bits
  for n = 1, math.min(2, tokens.periods_before[cell.index]) do
    local k = tokens.periods[n]
    if bits[k + 1] & THAN ~= 0 and bits[k + 2] & STOP ~= 0 and k < cell.clause and k > 1 and beside[cell.s:sub(tokens.at[k - 1], tokens.at[k] - 1)] then return tokens[k] end
  end
end

-- 相当于2020年的2.2倍
local function year_of_times(cell)
  local k = (cell.group or { cell })[1].i - 2
  return cell.tokens.bits[k + 1] & DE ~= 0 and cell.tokens.bits[k] & PERIOD ~= 0 and cell.tokens[k]
end

--- The one year that a change is against: 较2020年实现翻番, 是2020年的2.8倍, 在2025年基础上翻一番, 比“十三五”末增加; nil otherwise.
function M.base_year(cell)
  if cell.tokens.says.on_base then
    local _, _, year = on_year:find(before_figure(cell))
    if year then return tonumber(year) end
  end
  local base = cell.base or cell.q.dimension == "times" and (cell.time or year_of_times(cell)) or opening_base(cell)
  if not base or base.kind ~= "period" or not base.m.last_year or cell.average or base == cell.time and base.m.use == "by" then return nil end
  local m = base.m
  return (m.grain == "year" and m.first_year == m.last_year or m.text:find("末", 1, true)) and m.last_year or nil
end

-- 高新技术企业占比48%，高于全省3个百分点: how far a level is from another's is so now; where what grew is compared (年均增长8%，高于全省1个百分点) it is
-- of the span.
local paces = yanhu.dictionary { "增速", "增幅", "涨幅", "增长", "增长率" }
local function stands_apart(cell, fact)
  local base = cell.base
  if cell.q.dimension ~= "points" or not base or base.kind == "period" or cell.reach or cell.average or paces:ending(fact.indicator, #fact.indicator) then return false end
  local known = carry.fact_before(cell)
  if cell.left_first then return true end
  return known and known.measure ~= "growth" and known.measure ~= "change"
end

-- A change is of the span, unless it is against one year within, or the new height of a rate.
local function change_holds(cell, fact, measure, eve)
  if measure == "change" and stands_apart(cell, fact) then return true end
  local year = M.base_year(cell)
  if year and year == eve then return false end -- 相当于2020年的2.2倍
  if measure == "growth" and cell.reach and not cell.average then return true end -- 涨幅由9%回落到2%
  return year ~= nil
end

-- A share holds at the end, unless it is one of what flowed.
local completes = yanhu.pattern "完成[^，；。、]*的$" -- 五年中，基本建设完成投资计划的98%
local dealt_with = yanhu.dictionary { "办复率", "办结率", "答复率", "破案率", "执结率", "结案率", "审结率", "调处率", "调解率", "调处成功率", "调解成功率",
  "化解率", "兑现率" } -- of all that came in in those years
local used_for = yanhu.pattern "(支出|资金|投入|财力|收入|投资)(用于|投向|用在)"
-- 五年中3800人走上岗位，其中到渔企的占六成; 累计投入6亿元，用于渔港的比例超过一半; 四年支付医药费48亿元，相当于工资总额的一成: a part of what flowed,
-- and the next part beside it.
local of_it = yanhu.pattern "^其中[^，；。]*占$|(用于|投向|用在)[^，；。]*的?比[例重]|^(仅|只|大约)?(相当于|等于|为)"
local function of_what_flowed(cell, before)
  local facts = cell.tokens.facts
  local n = #facts
  local last = facts[n].cell
  while n > 1 and (facts[n].measure == "growth" or facts[n].measure == "change") do n = n - 1 end -- 投资9亿元，增长8%，其中渔业占一成
  local known = facts[n].cell
  if known.clause >= cell.clause or cell.reach or carry.part_between(cell.tokens, known.i, cell.i) then return false end
  cell.of_flow = known.flows and of_it:test(before) or last.of_flow and before:sub(-#"占") == "占" or nil
  return cell.of_flow
end

local completed = yanhu.pattern "(只|仅|超额|共)完成[^，；。、]*$"
local contributes = yanhu.pattern "贡献了?[^，；。率占]*$"
local function share_holds(cell, fact)
  if cell.done then return true end
  if cell.verb and cell.verb.w.word == "完成" or completed:test(before_figure(cell)) then return false end -- 油菜籽只完成百分之六十
  if not cell.reach and dealt_with:ending(fact.indicator, #fact.indicator) then return false end
  local before, own = before_figure(cell), cell.dated
  if completes:test(before) or not cell.verb and fact.indicator:sub(-#"贡献率") == "贡献率" then return false end
  if own and own.first_year ~= own.last_year and before:find("平均", 1, true) then return false end -- “一五”期间平均只有24%
  local flowed = is_flow(fact.indicator)
  local stem = not cell.reach and not cell.verb and fact.indicator:match("^(.+)比重$")
  if stem and is_flow(stem) and own and own.first_year ~= own.last_year then return false end -- 五年投资比重为48%
  if flowed and cell.share and not cell.verb and not fact.indicator:find("占", 1, true) then return false end -- 投资占46%
  local part = cell.share and not cell.verb and not fact.indicator:find("占比", 1, true) and fact.indicator:gsub("（.-）", ""):match("^(.-)占")
  if part and is_flow(part) then return false end -- 教育支出占财政支出的四成
  if flowed and spends:find(cell.s:sub(cell.token.to + 1, cell.token.to + 12)) then return false end
  if (cell.de or not cell.verb) and used_for:test(fact.indicator) then return false end -- 八成左右的财政支出用于民生
  if cell.tokens.facts[1] and of_what_flowed(cell, before) then return false end
  if contributes:test(before) then return false end -- 产业园贡献了全省55%的增量
  if not cell.tokens.planning and not fact.indicator:find("占比", 1, true) and some_of_a_flow(cell) then return false end -- 五年中三千人走上工作岗位，其中到国营渔场的占六成
  local source = cell.source or fact.of -- 五年产煤3亿吨，占全国三成; 完成计划的105%
  return not (source and source.flows)
end

-- A rank holds at the end, unless it is that of what was done before it (新开渔馆6家，居全省第一) or was held in a row.
local paced = yanhu.pattern "增[速幅长]"
local in_a_row = yanhu.pattern "连续|[两三四五六七八九十]次[位名列居获夺荣]"
local function rank_holds(cell)
  local facts = cell.tokens.facts
  local nth = #facts
  while nth > 0 and facts[nth].cell == cell do nth = nth - 1 end
  if nth > 0 and not cell.left_first and facts[nth].cell.flows and facts[nth].actor then return false end
  local from = math.max(cell.tokens.at[cell.clause], cell.token.from - 150)
  if nth > 0 and facts[nth].cell.average and paced:test(before_figure(cell)) then return false end -- 年均增长9%，增速居全省首位
  return not in_a_row:test(cell.s:sub(from, cell.token.from))
end

-- 五年内建成的工厂有80个: what was done within a span, though 有 tells of it.
local span_within = yanhu.pattern "[内中间]$"
local function within_span(cell)
  local own = cell.dated
  return own and own.text and span_within:test(own.text)
end

-- 五年…: does the clause open with a number of years?
local function counts_years(cell)
  local t = cell.tokens[cell.clause]
  return t and t.m and t.m.unit == "年"
end

-- 五年共有126万职工进入服务中心, 十年中有九千万人走上工作岗位, 五年中有26个渔村摘掉穷帽: what became of people and places in the course of the years.
local becomes = yanhu.pattern("[^，；。、]*(得到|走上|进入|走出|摆脱|摘掉|告别|越过|实现了?|考入|升入|[住搬][进上入]|迁入|参加了|解决|脱贫|脱困|建立|办起|开[通办]|通[了上])", "a")
local leaves_behind = yanhu.pattern("[^，；。、]*(越过|走出|摆脱|告别|脱贫|脱困|走上|搬出|迁入)", "a")
local function became(cell)
  local own = cell.dated
  if not own and cell.q.dimension == "people" and not cell.tokens.planning and not cell.done and leaves_behind:test(cell.s, cell.token.to + 1) then return true end
  local within = own and (own.bare or own.use == "for" or within_span(cell)) and own.first_year ~= own.last_year
  if not within and not (counts_years(cell) and cell.verb and M.states[cell.verb.w.word]) then return false end
  return (cell.q.dimension == "people" or cell.q.dimension == "things" or cell.q.unit == "") and not cell.reach and not cell.current and becomes:test(cell.s, cell.token.to + 1)
end

local function done_within(cell)
  if became(cell) then return true end
  if not cell.left_first or not within_span(cell) then return false end
  for k = cell.left_first, cell.left_last do
    local w = cell.tokens[k].w
    if w and w.act and not w.relation then return true end
  end
  return false
end

-- 经济总量连续迈上4万亿、5万亿: one after the other, in the course of the years.
local one_by_one = yanhu.pattern "(连续|先后|相继|接连|连|年年|逐年)[^，；。]*$"

-- 免费提供教科书的学生达240万名: the deed only says which.
local attribute = yanhu.pattern "的[^的]+$"

local priced = yanhu.dictionary { "成交价", "成交额", "合同额", "签约额", "交易额", "金额", "价款" }

local function clause_end(cell)
  local stop = cell.token.to + 90
  for _, mark in ipairs { "，", "；", "。" } do
    local at = cell.s:find(mark, cell.token.to + 1, true)
    if at and at < stop then stop = at - 1 end
  end
  return stop
end

-- 新增有实绩企业5家: 有 is a part of the noun.
local function adds_such(cell)
  local k = (cell.left_first or 1) - 1
  local w = k > 1 and cell.tokens[k].w
  return w and w.word == "有" and cell.tokens.bits[k - 1] & ACT ~= 0
end

local uses = yanhu.pattern "(用于|投向|用在)[^，；。]*的$"

-- 累计接待游客1860万人次，旅游收入103亿元; 合同外资5860万美元，实际到位3140万美元: money that is told beside what flowed, and is no height.
local stores = yanhu.dictionary { "余额", "资产", "总资产", "存款", "贷款", "债务", "负债", "储备", "赤字", "规模", "总量", "存量", "产值", "人均", "标准", "价", "价格", "估值", "市值", "注册资本", "注册资金", "工资", "水平" }
local function comes_with(cell, fact)
  if cell.q.dimension ~= "money" or cell.q.op == ">" then return false end
  local before = carry.cell_before(cell)
  if not before or not before.flows or before.clause == cell.clause or carry.part_between(cell.tokens, before.i, cell.i) then return false end
  return (before.cumulated or before.q.dimension == "money") and not stores:ending(fact.indicator, #fact.indicator) and not fact.indicator:find("均", 1, true)
end

-- 修建暖棚1200座，畜圈800间，引水渠42公里: what is counted beside a deed without a predicate of its own was done as well, unless it measures.
local works = { things = true, area = true, length = true }
local measure_noun = yanhu.pattern "(量|数|率|面积|里程|规模|总长|长度|人口|容量|能力|装机|存栏|存量|总产|资产|单位|市场主体|企业|公司|机构|中心|基地|平台|用户|户|覆盖)$"
local each_has = yanhu.pattern "每[十百千万]?[人户]"
local function goes_on_from_deed(cell, fact)
  if not works[cell.q.dimension] or cell.verb or cell.q.op == ">" or cell.reach or cell.all or cell.each or cell.tokens.per and before_figure(cell):find("每", 1, true) then return false end
  local before = carry.cell_before(cell)
  if not before or not before.flows or not works[before.q.dimension] or measures_something(cell) or measure_noun:test(fact.indicator) then return false end
  return not carry.part_between(cell.tokens, before.i, cell.i)
end

-- 新增百亿镇6个，累计达到14个: how many there are now, and not how many were added.
local added = yanhu.pattern "^(新增|净增)"
local function sums_up_additions(cell, fact)
  return cell.cumulated and fact.carried and not cell.actor and added:test(fact.indicator)
end

-- 培训机构80家, 退役军人8万人: the verb says of which kind they are.
local of_a_kind = yanhu.pattern("(培训|服务|演出|创业|孵化|养殖|托育|销售|经营|管理|监测|检测|研发|创新|设计|维修|回收|配送|交易)(孵化|服务)?(机构|网点|团体|站点|基地|中心|平台|水面|面积|单位|企业|公司|组织|车间|门店)$"
  .. "|(退役|退休|失业|务工|从业|流动)(军人|人员|人口|职工)$|社会组织$")
local kinds = yanhu.dictionary { "机构", "网点", "团体", "站点", "基地", "中心", "平台", "水面", "面积", "单位", "企业", "公司", "组织", "车间", "门店", "军人", "人员", "人口", "职工" }
local function names_a_kind(cell, fact)
  local at = kinds:ending(fact.indicator, #fact.indicator) and of_a_kind:find(fact.indicator)
  if not at then return false end
  local verb = fact.actor and fact.indicator:find(fact.actor, 1, true)
  return not fact.actor or verb and verb >= at or false
end

-- 渔港路67公里建成通车: what became of it in the course of the years.
local done_behind = yanhu.pattern("(全部|全线|相继|陆续|如期|顺利)?(建成|竣工|通车|投产|投用|投运|开工|完工|贯通|交付|开通|启用|落成)", "a")

-- 五年内，新建的码头共有39座: in a plan, what there is to be within the years that the sentence opens with is what they bring.
local opens_within = yanhu.pattern "^在?五年[内中间]|[^，；。]*能够?在五年内"
local there_is = word_set "有 就有 共有 约有 还有"
local function comes_within(cell)
  if not cell.tokens.planning or cell.dated then return false end
  local verb = cell.verb and cell.verb.w.word
  if verb and not there_is[verb] or not verb and not cell.q.text:find("^约有") then return false end
  return opens_within:test(cell.s)
end

-- An amount or a count.
local function amount_holds(cell, fact, measure)
  local verb = cell.verb and cell.verb.w.word
  if comes_within(cell) then return false end
  if not cell.cumulated and (fact.object or not fact.actor or verb == "已有" and attribute:test(fact.indicator)) and verb and M.states[verb] and not done_within(cell) and not some_of_a_flow(cell) or measure == "count" and cell.tokens.says.still and still:test(before_figure(cell)) then
    return true
  end
  if became(cell) then return false end
  if sums_up_additions(cell, fact) then return true end
  if cell.q.dimension == "money" and (cell.q.value or 1e6) < 1e5 and not cell.cumulated and for_one:test(before_figure(cell)) then return true end
  if cell.planned_span and cell.q.dimension == "money" and verb == "为" then return false end -- 五年计划：水利部门为8亿元
  if not verb and firms:ending(fact.indicator, #fact.indicator) and some_of_a_flow(cell) then return false end -- 引进渔企60家，其中上市公司3家
  if not cell.cumulated and not cell.list_actor and names_a_kind(cell, fact) then return true end
  if lasting[cell.actor and cell.actor.w.word or cell.list_actor] or verb ~= "新增" and (running:longest(fact.indicator, 1) or fact.indicator:find("在建", 1, true)) then return true end
  if not (fact.actor and fact.indicator:find(fact.actor, 1, true) == 1) and firms:ending(fact.indicator, #fact.indicator) then return true end -- 证券交易所上市公司53家
  if fact.actor and not cell.cumulated and not fact.indicator:find("^新") and total:ending(fact.indicator, #fact.indicator) then return true end -- 上市公司总数36家
  if (verb == "达" or verb == "达到") and not cell.cumulated and fact.indicator:sub(-#"规模") == "规模" and not is_flow(fact.indicator) then return true end -- 撬动子基金规模达3亿元
  if not verb and not fact.actor and comes_with(cell, fact) then return false end
  local reached = (cell.reach or verb == "达到" or verb == "达") and (fact.carried or fact.actor and attribute:test(fact.indicator)) -- 实现翻番、达到31件
  if cell.q.dimension == "money" and uses:test(before_figure(cell)) then return false end -- 用于技术改造的2700亿元
  if cell.cumulated or cell.average or fact.actor and not reached or verb == "新增" or some_of_a_flow(cell) then return false end
  if fact.carried and cell.adjacent and not cell.verb and not fact.actor then return false end -- 高速公路实现突破，建成通车61公里
  if measures.climbs(cell) then return cell.tokens.planning or #cell.group == 1 and not one_by_one:test(before_figure(cell)) end
  if cell.q.dimension == "money" and not verb and cell.previous and cell.previous.flows and priced:ending(fact.indicator, #fact.indicator) then
    return false -- 出让矿业权755宗、成交价616亿元
  end
  if (cell.q.text:find("^突破") or cell.place > 1 and cell.group[1].q.text:find("^突破")) and not fact.object then -- it is passed once, at the end
    return #cell.group == 1 or not one_by_one:test(before_figure(cell.group[1]))
  end
  if not fact.object and not verb and works[cell.q.dimension] and done_behind:test(cell.s, cell.token.to + 1) then return false end
  if fact.object then return states_after:find(cell.s:sub(cell.token.to + 1, clause_end(cell))) ~= nil end
  local prep = cell.group[1].prep
  if prep and beneficiary[prep.w.word] then return false end
  if not verb and (within_span(cell) and not measures_something(cell) or adds_such(cell)) then return false end -- 三年内新增加的能力，煤炭4700万吨
  local own = cell.dated
  if not verb and own and own.grain == "years" and own.use ~= "since" and own.use ~= "for" and own.first_year ~= own.last_year then
    return false -- 从2023年到2025年，大约损失产值九千万元
  end
  if goes_on_from_deed(cell, fact) or cell.group.subjects and cell.group[1].actor and not verb then return false end -- 渔港、渔馆分别建成3座和40所
  return not is_flow(fact.indicator) and not does(cell) and (verb ~= nil or not begins_with_doing(fact.indicator) and not deeds:ending(fact.indicator, #fact.indicator))
end

local from_to = yanhu.pattern "[0-9]年?(到|至|-|—|－|~)"

-- 粮食产量稳定在5亿吨: in an account it was as much in each of the years.
local stays_at = word_set "稳定在 保持在 稳定 维持在"
local made = yanhu.dictionary { "产量", "总产", "总产量", "产能", "生产能力" }
local sum_of_years = yanhu.pattern "[五5]年总[量额数]$"
local function kept_up(cell, fact, measure)
  local verb = cell.verb and cell.verb.w.word
  if cell.tokens.planning then return false end
  if measure == "share" and verb == "保持" and cell.q.value == 100 then return true end -- 水质达标率保持100%
  return stays_at[verb] and made:ending(fact.indicator, #fact.indicator) ~= nil
end

local kept = yanhu.dictionary { "余额", "存款", "储备", "资产", "债务", "负债", "总资产", "净资产" }

local newly_insured = yanhu.pattern "^(新增|新参|扩)" -- not 新农保参保

local volume = yanhu.pattern "(吞吐|客流|客运|货运|发送|周转)量$" -- of a year, as 产量

-- 五年公路铺设总里程260公里, 渔船建造总数达到260艘: a sum of what was done, and no stock.
local sum_of_deeds = yanhu.pattern "(铺设|敷设|架设|修缮|修建|修筑|建造|新建|新修|改造|改建|扩建|疏浚|加固|整修|维修|拆除|栽植|培训)(总里程|总长度?|总数|数量|总量|里程|长度)$"

-- Ends of a name that are asked about.
local tails = yanhu.dictionary { ["参保"] = "insured", ["量"] = "volume", ["建设"] = "works", ["里程"] = "sum", ["长"] = "sum", ["长度"] = "sum", ["总数"] = "sum", ["数量"] = "sum", ["总量"] = "sum" }

--- Does the figure hold at the end of its span of years, and not run through it? `entry`: its canonical indicator or nil;
--- `eve`: the year before the span that a review looks back on.
function M.holds(cell, fact, measure, entry, eve)
  if cell.current then return true end
  if measure == "growth" or measure == "change" then return change_holds(cell, fact, measure, eve) end
  local before = cell.previous -- 投资由四百亿元压缩到三百亿元: from one year's to another's
  if before and before.from_base and not cell.cumulated
    and (cell.reach and not cell.reach.w.word:find("^调") or cell.s:sub(cell.token.from - #"到", cell.token.from - 1) == "到") then return true end
  if cell.actor and cell.actor.w.word == "参加" and member:test(fact.indicator) then return true end
  local name, says = fact.indicator, cell.tokens.says
  local _, tail = tails:ending(name, #name)
  if tail and not cell.cumulated then
    if tail == "insured" then return not newly_insured:test(name) end
    if tail == "volume" and not cell.actor and volume:test(name) and not (cell.dated and cell.dated.bare) then return true end
  end
  if recurring[cell.q.unit] then
    if by_year:test(fact.indicator) then return true end
    local had = not cell.verb or M.states[cell.verb.w.word] -- 已有1720万人次受益
    if had and cell.q.op ~= ">" and not cell.reach and not capacity:test(fact.indicator) then return false end
  end
  if entry and entry.flow and not cell.reach then return false end
  if name:find("平均年", 1, true) or kept_up(cell, fact, measure) or says.years_total and sum_of_years:test(before_figure(cell)) then return false end
  if measure ~= "rank" and not cell.reach and (cell.dated and cell.dated.text and cell.dated.text:find("^连续") or says.always and ((cell.verb or measure == "share") and always or every_year):test(before_figure(cell))) then
    return false
  end
  if cell.q.dimension == "time" and not cell.cumulated then return true end -- 实现40分钟到院
  if tail == "sum" and measure ~= "rank" and measure ~= "share" and sum_of_deeds:test(name) then return false end
  if cell.stays then return true elseif cell.runs then return false end
  local own = cell.dated
  if own and not cell.verb and not entry and not measures_something(cell) and not cell.q.text:find("^突破") and (own.bare or own.first_year ~= own.last_year and own.text and from_to:test(own.text)) then
    return false -- 五年打井42眼; 从2023年到2025年损失竹材3万吨
  end
  if own and own.bare and cell.q.dimension == "money" and not cell.verb and not cell.reach and counts_years(cell) and not kept:ending(fact.indicator, #fact.indicator) then
    return false -- 五年进出口总额6210亿元
  end
  if tail == "works" and cell.q.dimension == "money" then return false end
  if measure == "rank" then return rank_holds(cell) end
  if measure == "share" then return share_holds(cell, fact) end
  return amount_holds(cell, fact, measure)
end

return M
