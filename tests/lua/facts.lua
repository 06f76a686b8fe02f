-- The fact rules: fictional sentences and the facts they hold, one class of language a test.
package.path = "lua/?.lua;" .. package.path
local facts = require "yanhu.facts"

local fields = { "text", "indicator", "id", "measure", "status", "period" }

-- Facts of `text` as lines `text | indicator | id | measure | status | period`; `part` is the heading it stands under.
local function read(text, part)
  local r = yanhu.parse("松溪县2026年政府工作报告\n——2026年1月10日在松溪县第十八届人民代表大会第六次会议上\n县长 李明\n各位代表：\n"
    .. (part or "一、2025年工作回顾") .. "\n" .. text .. "\n", { name = "songxi-2026" })
  local lines = {}
  local rows = facts.of_report(r)
  for n, row in ipairs(rows) do
    local parts = {}
    for k, field in ipairs(fields) do parts[k] = row[field] or "-" end
    lines[n] = table.concat(parts, " | ")
  end
  close(r)
  return lines, rows
end

local review, plan, five = "一、2025年工作回顾", "二、2026年工作安排", "一、“十四五”时期工作回顾"

local function expect(what, text, part, wanted)
  test(what, function()
    local lines = read(text, part)
    local got = table.concat(lines, "\n")
    assert(got == table.concat(wanted, "\n"), "\n" .. text .. "\ngot\n" .. got .. "\nwanted\n" .. table.concat(wanted, "\n"))
  end)
end

expect("a subject is carried over its clauses", "社会消费品零售总额完成72.4亿元，增长4.9%，总量和增速均居全市第1。", review, {
  "72.4亿元 | 社会消费品零售总额 | retail_sales | level | result | 2025",
  "4.9% | 社会消费品零售总额 | retail_sales | growth | result | 2025",
  "全市第1 | 社会消费品零售总额 | retail_sales | rank | result | 2025",
})
expect("all that stands under a heading is more than a farewell", "新建水厂3座。让我们团结起来，为建设松溪而努力奋斗！", plan, {
  "3座 | 新建水厂 | - | count | target | 2026",
})
expect("分别 deals values out", "规上工业增加值、固定资产投资保持平稳，分别增长8.2%、3.5%。", review, {
  "8.2% | 规上工业增加值 | industry_va | growth | result | 2025",
  "3.5% | 固定资产投资 | fixed_investment | growth | result | 2025",
})
expect("town and country", "城乡居民人均可支配收入分别增长4.6%和6.3%。", review, {
  "4.6% | 城镇居民人均可支配收入 | urban_income | growth | result | 2025",
  "6.3% | 农村居民人均可支配收入 | rural_income | growth | result | 2025",
})
expect("a list shares its head", "粮食、油料产量分别达到18万吨、2.1万吨。", review, {
  "18万吨 | 粮食产量 | grain_output | level | result | 2025",
  "2.1万吨 | 油料产量 | - | level | result | 2025",
})
expect("均 says one value of several", "学前教育入园率和普惠率均达到93%。", review, {
  "93% | 学前教育入园率 | - | share | result | 2025",
  "93% | 学前教育普惠率 | - | share | result | 2025",
})
expect("a quantity before its noun", "26个老旧小区改造全面启动，30条巷道亮化、15座公厕建设全部完成。", review, {
  "26个 | 老旧小区改造 | - | count | result | 2025",
  "30条 | 巷道亮化 | - | count | result | 2025",
  "15座 | 公厕建设 | - | count | result | 2025",
})
expect("verb, quantity, noun", "新建3所公办幼儿园、5个社区食堂。", plan, {
  "3所 | 新建公办幼儿园 | - | count | target | 2026",
  "5个 | 新建社区食堂 | - | count | target | 2026",
})
expect("verb, noun, quantity over a list", "新增规上企业12家、高新技术企业8家。", review, {
  "12家 | 新增规上企业 | - | count | result | 2025",
  "8家 | 新增高新技术企业 | hightech_firms | count | result | 2025",
})
expect("a quantity for whom something is done", "为500户困难家庭实施适老化改造。", plan, {
  "500户 | 困难家庭实施适老化改造 | - | count | target | 2026",
})
expect("enumerators within a line belong to no noun", "继续办好民生实事：1.新建公办幼儿园3所；2.为500户困难家庭实施适老化改造。", plan, {
  "3所 | 新建公办幼儿园 | - | count | target | 2026",
  "500户 | 困难家庭实施适老化改造 | - | count | target | 2026",
})
expect("a quoted target is one, also in a review", "围绕年初提出的“粮食产量达到18万吨、工业投资增长8%”等预期目标，工业投资增长9%。", review, {
  "18万吨 | 粮食产量 | grain_output | level | target | 2025",
  "8% | 工业投资 | industrial_investment | growth | target | 2025",
  "9% | 工业投资 | industrial_investment | growth | result | 2025",
})
expect("base and result", "农村集中供水率由2020年的81%提高到96.5%。", review, {
  "81% | 农村集中供水率 | - | share | other | 2020",
  "96.5% | 农村集中供水率 | - | share | result | 2025",
})
expect("a comparison is a change", "地区生产总值增长5.6%，高于全市0.4个百分点。", review, {
  "5.6% | 地区生产总值 | gdp | growth | result | 2025",
  "0.4个百分点 | 地区生产总值 | gdp | change | result | 2025",
})
expect("a share and the growth of what has it", "民营经济占地区生产总值比重达58%，同比增长6.1%。", review, {
  "58% | 民营经济占地区生产总值比重 | - | share | result | 2025",
  "6.1% | 民营经济 | - | growth | result | 2025",
})
expect("a decrease turns its bound", "单位GDP能耗下降3%以上。", plan, {
  "3%以上 | 单位GDP能耗 | energy_intensity | growth | target | 2026",
})
test("a decrease turns its bound: the number", function()
  local _, rows = read("单位GDP能耗下降3%以上。", plan)
  assert(rows[1].value == -3 and rows[1].low == nil and rows[1].high == -3 and rows[1].op == "≤")
end)
expect("a slope is no fact", "完成25°以上坡耕地退耕还林3万亩，新增10个亿元村。", plan, {
  "3万亩 | 25°以上坡耕地退耕还林 | - | level | target | 2026",
  "10个 | 新增亿元村 | - | count | target | 2026",
})
expect("a bound of people inside another's noun", "整治30户以上自然村120个。", plan, {
  "120个 | 整治30户以上自然村 | - | count | target | 2026",
})
expect("a bound inside another's noun", "引进5亿元以上项目10个。", plan, {
  "10个 | 引进5亿元以上项目 | - | count | target | 2026",
})
expect("an age names people", "为2万名65岁以上老年人免费体检。", plan, {
  "2万名 | 65岁以上老年人免费体检 | - | count | target | 2026",
})
expect("rhetoric, steps and spans are no facts", "经济总量连续跨过两个台阶，走出一条新路子，连续三年保持稳定。", review, {})
expect("two units of one thing", "建设农村公路13条45公里。", plan, {
  "13条 | 建设农村公路 | - | count | target | 2026",
  "45公里 | 建设农村公路 | - | level | target | 2026",
})
expect("a measuring noun leans on the clause before", "粮食生产再获丰收，总产量达18万吨。", review, {
  "18万吨 | 粮食总产量 | grain_output | level | result | 2025",
})
expect("in a five-year review a flow spans, a stock ends", "新建农村公路320公里，公路总里程达到1860公里，粮食产量年均增长1.2%。", five, {
  "320公里 | 新建农村公路 | - | level | result | 2021-2025",
  "1860公里 | 公路总里程 | - | level | result | 2025",
  "1.2% | 粮食产量 | grain_output | growth | result | 2021-2025",
})
expect("a paragraph of the last year in a five-year review",
  "“十四五”时期，新建学校18所。\n2025年，地区生产总值增长5.6%。新增规上企业12家。\n改造老旧小区96个。", five, {
  "18所 | 新建学校 | - | count | result | 2021-2025",
  "5.6% | 地区生产总值 | gdp | growth | result | 2025",
  "12家 | 新增规上企业 | - | count | result | 2025",
  "96个 | 改造老旧小区 | - | count | result | 2021-2025",
})
expect("the older language", "一九五六年棉花总产量八十六万五千担，比上年增产百分之六点三。", review, {
  "八十六万五千担 | 棉花总产量 | - | level | other | 1956",
  "百分之六点三 | 棉花总产量 | - | growth | other | 1956",
})
expect("an amount of a policy is neither result nor target", "给予每名新生一次性补助2000元。", plan, {
  "2000元 | 给予每名新生一次性补助 | - | level | other | 2026",
})

expect("a figure behind steps keeps the subject", "经济总量连续迈上4个千亿元台阶、达1.2万亿元、年均增长5.7%。", five, {
  "1.2万亿元 | 经济总量 | gdp | level | result | 2025",
  "5.7% | 经济总量 | gdp | growth | result | 2021-2025",
})
test("a bound around a row holds for each of it", function()
  local _, rows = read("城镇登记失业率、物价涨幅分别控制在4%和3%以内，供水率、供气率分别不低于90%、80%。", plan)
  assert(rows[1].op == "≤" and rows[1].high == 4 and rows[1].low == nil and rows[2].op == "≤")
  assert(rows[3].op == "≥" and rows[4].op == "≥" and rows[4].low == 80 and rows[4].high == nil)
end)

expect("all three terms of a ratio that was adjusted are the base", "三次产业结构由2020年的12.3∶40.1∶47.6调整为10.2∶38.4∶51.4。", review, {
  "12.3 | 三次产业结构第一产业比重 | - | share | other | 2020",
  "40.1 | 三次产业结构第二产业比重 | - | share | other | 2020",
  "47.6 | 三次产业结构第三产业比重 | - | share | other | 2020",
  "10.2 | 三次产业结构第一产业比重 | - | share | result | 2025",
  "38.4 | 三次产业结构第二产业比重 | - | share | result | 2025",
  "51.4 | 三次产业结构第三产业比重 | - | share | result | 2025",
})
expect("a bound of who is eligible is background", "对茶叶网络销售额3万元以上且快递单量达2000单以上的经营主体给予补助。", plan, {
  "3万元以上 | 茶叶网络销售额 | - | level | other | 2026",
  "2000单以上 | 快递单量 | - | level | other | 2026",
})
expect("a count of the list that follows is no fact", "今年要抓好以下8项工作：新建茶园300亩。", plan, {
  "300亩 | 新建茶园 | - | level | target | 2026",
})
expect("a span in front dates both ends of a comparison", "从2016年到2020年，全县城镇居民人均可支配收入由2.1万元提高到2.9万元。", review, {
  "2.1万元 | 城镇居民人均可支配收入 | urban_income | level | other | 2016",
  "2.9万元 | 城镇居民人均可支配收入 | urban_income | level | result | 2020",
})
expect("the rate that is surpassed is background", "粮食产量年均增长3.1%，快于前五年年均增长2.2%的速度。", five, {
  "3.1% | 粮食产量 | grain_output | growth | result | 2021-2025",
  "2.2% | 粮食产量 | grain_output | growth | other | 2021-2025",
})
expect("a count of the list before it is a part of the name", "机关、学校、医院三类单位节水20万吨，占三类单位用水总量的15%。", review, {
  "20万吨 | 机关、学校、医院三类单位节水 | - | level | result | 2025",
  "15% | 机关、学校、医院三类单位节水占三类单位用水总量 | - | share | result | 2025",
})
expect("what a verb brought about is counted", "建成东山、西山、北山3座水厂。", review, { "3座 | 建成水厂 | - | count | result | 2025" })
expect("stages that are named are not counted", "改革包括试点和推开两个阶段，涉及职工300人。", review, { "300人 | 涉及职工 | - | level | result | 2025" })
expect("a list that is announced is not counted", "规划设置了21项主要指标，包括：林木覆盖率达38%。", review, { "38% | 林木覆盖率 | - | share | result | 2025" })
expect("what a figure introduces as follows", "四个最大的煤矿年产能力如下：北山煤矿为30万吨。", review, { "30万吨 | 北山煤矿 | - | level | result | 2025" })
expect("a population as an epithet", "作为十万人口的大县，粮食总产量达到2.5亿公斤。", review, { "2.5亿公斤 | 粮食总产量 | grain_output | level | result | 2025" })
expect("a clause that says how to look at it", "茶叶产量，就全县来说，比2020年仍增长12%。", review, { "12% | 茶叶产量 | - | growth | result | 2025" })
expect("属于 is no part of a name", "在全部支出中，属于民生支出的是25亿元，占支出总数的81%。", review, {
  "25亿元 | 民生支出 | - | level | result | 2025",
  "81% | 民生支出占支出总数 | - | share | result | 2025",
})
expect("an amount converted", "全年支出10亿元，折合黄金200万两以上。", review, {
  "10亿元 | 支出 | - | level | result | 2025",
  "200万两以上 | 支出 | - | level | result | 2025",
})
expect("a topic before clauses of deeds", "煤炭发展方面，推动北山矿井等项目建设，力争产量突破200万吨。", plan, { "突破200万吨 | 煤炭产量 | - | level | target | 2026" })
expect("a measure of a measure goes back to its owner", "新开公交线路3条、新增运营里程30公里，总里程达309公里。", review, {
  "3条 | 新开公交线路 | - | count | result | 2025",
  "30公里 | 新增运营里程 | - | level | result | 2025",
  "309公里 | 公交线路总里程 | - | level | result | 2025",
})
expect("above the plan is growth", "水利项目完成投资29亿元、超年度计划28%。", review, {
  "29亿元 | 水利项目完成投资 | - | level | result | 2025",
  "28% | 水利项目完成投资 | - | growth | result | 2025",
})
expect("a footing before its subject", "在2016年到2020年平均每年递增8.1%的基础上，纺织业产值比上年增长12.2%。", review, {
  "8.1% | 纺织业产值 | - | growth | other | 2016-2020",
  "12.2% | 纺织业产值 | - | growth | result | 2025",
})
expect("the year of a clause before", "我县1994年建起第一座电站，当年发电量只有300万千瓦时。", review, { "300万千瓦时 | 发电量 | - | level | other | 1994" })
expect("how it stands is a result in a plan too", "我县有耕地60万亩，目前水浇地占耕地的45%。", plan, {
  "60万亩 | 耕地 | - | level | result | 2025",
  "45% | 水浇地占耕地 | - | share | result | 2025",
})
expect("more money of a kind is a change", "一次性增加6亿元专项贷款额度。", plan, { "6亿元 | 增加专项贷款额度 | - | change | target | 2026" })
expect("years inside a name", "两年实际完成的投资额，占五年投资总额的32%。", review, { "32% | 两年实际完成的投资额占五年投资总额 | - | share | result | 2024-2025" })

expect("the time stands between the noun and its verb", "单晶硅片二期6月份投产、临港厂房年底前建成40万平方米。", plan, { "40万平方米 | 临港厂房 | - | level | target | 2026" })
expect("a bound that draws a class has no figure of its own", "村集体经济收入全部超过20万元，其中50万元以上的村占比过半，30户以上自然村通路比例由78%提高到91%。", review, {
  "超过20万元 | 村集体经济收入 | - | level | result | 2025",
  "过半 | 50万元以上的村占比 | - | share | result | 2025",
  "78% | 30户以上自然村通路比例 | - | share | other | 2024",
  "91% | 30户以上自然村通路比例 | - | share | result | 2025",
})
expect("a share of another year's figure", "航班量恢复至2019年的九成以上；木材用量相当于2020年的1.5倍。", review, {
  "九成以上 | 航班量 | - | share | result | 2025",
  "1.5倍 | 木材用量 | - | growth | result | 2025",
})
expect("the other measure word in its bracket", "筹集保障性租赁住房3.5万套（间），新建2个（省级）示范区。", plan, {
  "3.5万套（间） | 筹集保障性租赁住房 | - | count | target | 2026",
  "2个 | 新建示范区 | - | count | target | 2026",
})

expect("将占 and its like belong to no name", "县属商店将占54%，个体商户将占21%，连锁商店又占零售总额的12%。", review, {
  "54% | 县属商店 | - | share | result | 2025",
  "21% | 个体商户 | - | share | result | 2025",
  "12% | 连锁商店占零售总额 | - | share | result | 2025",
})
expect("by what means is not of whom", "以协议价为24个乡镇供煤20万吨。", review, {
  "24个 | 乡镇供煤 | - | count | result | 2025",
  "20万吨 | 乡镇供煤 | - | level | result | 2025",
})
expect("places as base and result", "龙头企业综合排名由369位上升到235位。", review, {
  "369位 | 龙头企业综合 | - | rank | other | 2024",
  "235位 | 龙头企业综合 | - | rank | result | 2025",
})
expect("decrees and vague numbers are no figures", "落实鼓励民间投资新36条，保障几百万群众用水。", review, {})
expect("articles of what stands before their number", "推动优化营商环境30条措施落地见效。", review, { "30条 | 优化营商环境措施 | - | count | result | 2025" })
expect("a share of what flowed through the years", "五年生产原煤6500万吨，占全市近三成。", five, {
  "6500万吨 | 生产原煤 | - | level | result | 2021-2025",
  "近三成 | 生产原煤占全市 | - | share | result | 2021-2025",
})
expect("an area made larger is a change", "扩大灌溉面积3万亩，仅渠道渗漏一项，即损失12万元。", review, {
  "3万亩 | 扩大灌溉面积 | - | change | result | 2025",
  "12万元 | 损失 | - | level | result | 2025",
})

expect("a bracket with a figure is a clause of its own", "优良天数比例（占比93.5%）提高1.2个百分点，财政收入（120亿元）增长5%。", review, {
  "93.5% | 优良天数占比 | air_good_days | share | result | 2025",
  "1.2个百分点 | 优良天数比例 | air_good_days | change | result | 2025",
  "120亿元 | 财政收入 | public_revenue | level | result | 2025",
  "5% | 财政收入 | public_revenue | growth | result | 2025",
})
expect("what stands behind a bracket goes on with what stood before", "完成投资48亿元（其中，民间投资20亿元），增长5%。", review, {
  "48亿元 | 完成投资 | - | level | result | 2025",
  "20亿元 | 民间投资 | private_investment | level | result | 2025",
  "5% | 完成投资 | - | growth | result | 2025",
})
expect("a bracket that defines a class", "规上企业（年营业收入2000万元以上）达到300家。", review, { "300家 | 规上企业 | - | level | result | 2025" })
expect("classes drawn by a bound, without their noun", "新签约项目35个，其中亿元以上项目12个、10亿元以上2个。", review, {
  "35个 | 新签约项目 | - | count | result | 2025",
  "12个 | 亿元以上项目 | - | level | result | 2025",
  "2个 | 10亿元以上项目 | - | level | result | 2025",
})
expect("below what was aimed at, above several", "城镇登记失业率3.2%，低于控制目标1.3个百分点；工业用电量增速高于全国、全省平均水平0.8个和1.1个百分点。", review, {
  "3.2% | 城镇登记失业率 | registered_unemployment | share | result | 2025",
  "1.3个百分点 | 城镇登记失业率 | registered_unemployment | change | result | 2025",
  "0.8个 | 工业用电量 | - | change | result | 2025",
  "1.1个百分点 | 工业用电量 | - | change | result | 2025",
})
expect("a bound before a base", "亿元以上项目由25个增至40个。", review, {
  "25个 | 亿元以上项目 | - | level | other | 2024",
  "40个 | 亿元以上项目 | - | level | result | 2025",
})

expect("a plan fulfilled, by its own subject", "工业总产值完成计划的103%，比上年增长7%。", review, {
  "103% | 工业总产值完成计划 | - | share | result | 2025",
  "7% | 工业总产值 | - | growth | result | 2025",
})
expect("what is exceeded is not what is measured", "五年内，水利投资总额达到49亿元，超过原定计划15.3%。", review, {
  "49亿元 | 水利投资总额 | - | level | result | 2021-2025",
  "15.3% | 水利投资总额 | - | growth | result | 2021-2025",
})
expect("an earlier sum as a measure", "新建住宅30万平方米，相当于前三年建成住宅总面积的60%。", review, {
  "30万平方米 | 新建住宅 | - | level | result | 2025",
  "60% | 新建住宅 | - | share | result | 2025",
})
expect("a record is no subject", "粮食产量达18万吨，创历史最高水平，比2020年增加2万吨。", review, {
  "18万吨 | 粮食产量 | grain_output | level | result | 2025",
  "2万吨 | 粮食产量 | grain_output | change | result | 2025",
})
expect("the same kind of figure, better still", "工业总产值增长4%，力争达到5%。", plan, {
  "4% | 工业总产值 | - | growth | target | 2026",
  "5% | 工业总产值 | - | growth | target | 2026",
})
expect("from how it is now to a far year", "到2030年，城镇化率由61%提高到68%，人口自然增长率控制在千分之五以下。", plan, {
  "61% | 城镇化率 | urbanization | share | other | 2025",
  "68% | 城镇化率 | urbanization | share | target | 2030",
  "千分之五以下 | 人口自然增长率 | - | growth | target | 2030",
})

expect("pairs share what stands before and behind", "财政收入和支出分别增长5.1%、3.2%，金融机构存款和贷款余额分别增长9%、11%。", review, {
  "5.1% | 财政收入 | public_revenue | growth | result | 2025",
  "3.2% | 财政支出 | public_expenditure | growth | result | 2025",
  "9% | 金融机构存款余额 | deposits | growth | result | 2025",
  "11% | 金融机构贷款余额 | loans | growth | result | 2025",
})
expect("words that stand for two", "中小学在校生分别达到2.3万人和4.1万人，工农业总产值分别增长12%、5%。", review, {
  "2.3万人 | 中学在校生 | - | level | result | 2025",
  "4.1万人 | 小学在校生 | - | level | result | 2025",
  "12% | 工业总产值 | - | growth | result | 2025",
  "5% | 农业总产值 | - | growth | result | 2025",
})
expect("the list's own count", "棉纱、棉布两种主要产品产量分别增长5%、8%。", review, {
  "5% | 棉纱产量 | - | growth | result | 2025",
  "8% | 棉布产量 | - | growth | result | 2025",
})
expect("one rank of several nouns", "茶叶产量、产值居全省第一。", review, {
  "全省第一 | 茶叶产量 | - | rank | result | 2025",
  "全省第一 | 茶叶产值 | - | rank | result | 2025",
})
expect("per head of what stands before", "地区生产总值120亿元、人均6.2万元，增长6%，耕地面积60万亩、户均8亩。", review, {
  "120亿元 | 地区生产总值 | gdp | level | result | 2025",
  "6.2万元 | 人均地区生产总值 | gdp_per_capita | level | result | 2025",
  "6% | 地区生产总值 | gdp | growth | result | 2025",
  "60万亩 | 耕地面积 | - | level | result | 2025",
  "8亩 | 户均耕地面积 | - | level | result | 2025",
})
expect("more of it, and all of it", "新增企业技术中心3家、累计15家。", five, {
  "3家 | 新增企业技术中心 | - | count | result | 2021-2025",
  "15家 | 企业技术中心 | - | level | result | 2025",
})
expect("what there is stands behind its number", "城区还有5处积水点，尚有3万人未通天然气。", review, {
  "5处 | 积水点 | - | count | result | 2025",
  "3万人 | 未通天然气 | - | count | result | 2025",
})
expect("tails of the verb are no part of a name", "小学公用经费每生每年提高到720元，新增就业超出计划1200人。在平安建设考核中名列第一。赤字占地区生产总值比重在3%以内。", review, {
  "720元 | 小学公用经费 | - | level | result | 2025",
  "1200人 | 新增就业 | new_urban_jobs | change | result | 2025",
  "第一 | 平安建设考核 | - | rank | result | 2025",
  "3%以内 | 赤字占地区生产总值比重 | deficit_ratio | share | result | 2025",
})
expect("a reason between is skipped", "水稻、玉米受灾，由于及时补种，产量分别为12万吨和8万吨。", review, {
  "12万吨 | 水稻产量 | - | level | result | 2025",
  "8万吨 | 玉米受灾产量 | - | level | result | 2025",
})

expect("a number of years opens a sentence", "三年公路货运量增长18%，客运量增长9%。", five, {
  "18% | 公路货运量 | - | growth | result | 2023-2025",
  "9% | 客运量 | - | growth | result | 2023-2025",
})
expect("a share of what flowed, and people served, run through the years", "全县财政支出七成以上用于民生，让3200户1.1万群众住进新房。", five, {
  "七成以上 | 财政支出用于民生 | - | share | result | 2021-2025",
  "3200户 | 群众住进新房 | - | count | result | 2021-2025",
  "1.1万 | 群众住进新房 | - | level | result | 2021-2025",
})
expect("全国 inside the noun of a verb", "建成全国文明村镇12个，引进世界500强企业6家。", five, {
  "12个 | 建成全国文明村镇 | - | count | result | 2021-2025",
  "6家 | 引进世界500强企业 | - | count | result | 2021-2025",
})
expect("a noun ends before the next one's subject and before its verb", "电力外送12个县、规模居全市前列，15项重点攻关取得突破。", review, {
  "12个 | 县 | - | count | result | 2025",
  "15项 | 重点攻关取得突破 | - | count | result | 2025",
})
expect("this year's own year sets no passage", "仅县财政当年就增加支出6100万元。\n改造道路30条。", five, {
  "6100万元 | 增加支出 | - | change | result | 2025",
  "30条 | 改造道路 | - | count | result | 2021-2025",
})
expect("a place among cities is the subject's", "海洋经济产值达到80亿元、居全国城市首位。", review, {
  "80亿元 | 海洋经济产值 | - | level | result | 2025",
  "全国城市首位 | 海洋经济产值 | - | rank | result | 2025",
})
expect("two verbs have one object", "进一步规范和提升便民热线，满意率95.4%。", review, {
  "95.4% | 便民热线满意率 | - | share | result | 2025",
})
expect("the first so many percent in a name", "新增全球前1%学科2个、前1‰学科1个，新增ESI全球前1%学科3个。", review, {
  "2个 | 新增全球前1%学科 | - | count | result | 2025",
  "1个 | 新增前1‰学科 | - | count | result | 2025",
  "3个 | 新增ESI全球前1%学科 | - | count | result | 2025",
})
expect("甲等 lists nothing", "新增三级甲等医院4家。", plan, {
  "4家 | 新增三级甲等医院 | - | count | target | 2026",
})
expect("a verb before examples makes a count of what follows them", "建成水库、水池等蓄水设施120个，认证“松溪好茶”80个。", five, {
  "120个 | 蓄水设施 | - | count | result | 2021-2025",
  "80个 | 认证“松溪好茶” | - | count | result | 2021-2025",
})
expect("for whom something is done", "免费为200名困难老年人实施手术。", review, {
  "200名 | 困难老年人实施手术 | - | count | result | 2025",
})
test("what was cut is a negative change, through a list too", function()
  local _, rows = read("压减一般性支出2.3亿元，开展预算评审、压减资金4200万元，平均压减时间43%、材料37%。", review)
  assert(rows[1].value == -230000000 and rows[1].measure == "change")
  assert(rows[2].value == -42000000 and rows[2].indicator == "压减资金")
  assert(rows[3].value == -43 and rows[4].value == -37 and rows[4].measure == "growth" and rows[4].indicator == "压减材料")
end)

test("strength, base, rule and span", function()
  local _, rows = read("确保粮食产量稳定在18万吨以上，比上年增加2000吨。", plan)
  assert(rows[1].strength == "must" and rows[1].rule == "subject")
  assert(rows[2].base == "上年" and rows[2].rule == "carried" and rows[2].measure == "change")
  for _, row in ipairs(rows) do
    local from = utf8.offset(row.quote, row.offset + 1)
    assert(row.quote:sub(from, from + #row.text - 1) == row.text)
  end
end)

test("doubt: outside the plausible range", function()
  local _, rows = read("城镇调查失业率48%。", review)
  assert(rows[1].doubt and rows[1].doubt:find("plausible", 1, true))
end)

test("doubt: two candidate subjects, a growth that contradicts its levels", function()
  local _, rows = read("转移劳动力1.2万人、培训技工3000人，增长5%。", review)
  assert(rows[3].doubt == "two candidate subjects")
  _, rows = read("税收收入由100亿元增加到150亿元，增长80%。", review)
  assert(rows[3].doubt == "growth contradicts the level")
  _, rows = read("税收收入由100亿元增加到150亿元，增长50%。", review)
  assert(rows[3].doubt == nil)
end)

test("a user's own indicators", function()
  local indicators = require "yanhu.indicators"
  indicators.extend { { id = "tea_area", name = "茶园面积", english = "tea gardens", aliases = {}, dimension = "area", unit = "亩" } }
  local _, rows = read("茶园面积11.6万亩。", review)
  assert(rows[1].id == "tea_area")
  indicators.read "-- ours\nreturn { { id = 'tea_output', name = '干茶产量', aliases = { '茶叶产量' } } }"
  _, rows = read("茶叶产量6400吨。", review)
  assert(rows[1].id == "tea_output")
  assert(not pcall(indicators.read, "return 5"))
end)

test("a plan fulfilled by more than the whole of it is no doubt", function()
  local _, rows = read("棉纱、棉布产量分别完成年计划的102%和104.5%；水泥自给率达130%。", review)
  assert(#rows == 3 and not rows[1].doubt and not rows[2].doubt and rows[3].doubt == "a share above 100 %")
end)

test("explain names the rule and the first false condition", function()
  local r = yanhu.parse("松溪县2026年政府工作报告\n一、2025年工作回顾\n粮食产量18万吨。\n", { year = 2026 })
  local lines = require("yanhu.explain").lines(r, function() return true end)
  local text = table.concat(lines, "\n")
  assert(text:find("by  subject", 1, true) and text:find("first false: it is a rank", 1, true), text)
  close(r)
end)

test("score: what is found, right, missed and false", function()
  local score = require "yanhu.score"
  local gold = { { report = "a", sentence = "粮食产量１８万吨，油料产量2万吨。", facts = {
    { text = "18万吨", value = 180000, low = 180000, high = 180000, op = "=", unit = "吨", indicator = "粮食产量", id = "grain_output",
      measure = "level", status = "result", period = "2025" },
    { text = "2万吨", value = 20000, low = 20000, high = 20000, op = "=", unit = "吨", indicator = "油料产量", measure = "level",
      status = "result", period = "2025" } } } }
  local found = { { quote = "粮食产量18万吨，油料产量2万吨。", text = "18万吨", value = 180000, low = 180000, high = 180000, op = "=",
    unit = "吨", indicator = "粮食产量", id = "grain_output", measure = "level", status = "target", period = "2025", rule = "subject" } }
  local result = score.compare(gold, found)
  assert(result.gold == 2 and result.right == 1 and result.strict == 0 and result.fields.status == 0 and result.fields.id == 1)
  assert(result.precision == 1 and result.recall == 0.5 and result.misses[1].kind == "wrong" and result.misses[2].kind == "missed")
end)

test("a sentence that begins with its figure", function()
  local lines = read("粮食产量增长6%。6.5%左右；鱼虾养殖稳步推进。企业增长6%。12家入选，其中；鱼虾养殖稳步推进。", plan)
  assert(#lines >= 3 and lines[1]:find("^6%% | 粮食产量") and lines[2]:find("^6.5%%左右 | 粮食产量"), table.concat(lines, "\n"))
end)

test("a report that says no year", function()
  for _, text in ipairs { "2019年以来，新建水厂5座。", "到2030年，水厂达到9座，比2019年增长50%。", "五年来，粮食产量增长3%；三年新增水厂2座。" } do
    local r = yanhu.parse(text .. "\n", { name = "notes" })
    assert(not r.meta.year and #facts.of_report(r) > 0)
    close(r)
  end
end)

test("a report of December speaks of its own year as 今年", function()
  local r = yanhu.parse("政府工作报告\n——1964年12月20日在松溪县第五届人民代表大会第一次会议上\n县长 李明\n各位代表：\n一、几年来的工作\n"
    .. "今年茶叶产量达到3万担，比去年增长5%。\n二、1965年的任务\n茶叶产量从今年的3万担增加到4万担，年内新建茶场2个。\n", {})
  local got = {}
  for n, row in ipairs(facts.of_report(r)) do got[n] = row.text .. " " .. row.status .. " " .. row.period end
  local text = table.concat(got, "; ")
  assert(text == "3万担 result 1964; 5% result 1964; 3万担 other 1964; 4万担 target 1965; 2个 target 1965", text)
  close(r)
end)

test("a report of November reviews its own year, though no heading says so", function()
  local r = yanhu.parse("政府工作报告\n——1982年11月26日在松溪县第五届人民代表大会第三次会议上\n县长 李明\n各位代表：\n一、工作的回顾\n"
    .. "茶叶产量预计达到3万担，农民收入翻了将近一番。\n", {})
  local got = {}
  for n, row in ipairs(facts.of_report(r)) do got[n] = row.text .. " " .. row.status .. " " .. row.period end
  local text = table.concat(got, "; ")
  assert(text == "3万担 result 1982; 翻了将近一番 result 1982", text)
  close(r)
end)

test("a word answers all that is asked of it, and of what it holds", function()
  local says = require "yanhu.says"
  local function ask(s)
    local tokens = {}
    local compares = says.ask(tokens, s)
    return tokens, compares
  end
  local tokens = ask "旧中国的钢产量只有90万吨。"
  assert(tokens.says.abroad and tokens.says.long_ago)
  local year, compares = ask "茶产值同比增长5%。"
  assert(year.same_time and compares)
end)
