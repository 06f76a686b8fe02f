-- The canonical indicators as data, and the way from a report's wording to one of them.
--
-- `name` is the official name as the statistical yearbooks write it; `aliases` are the wordings that mean the
-- same: `[万元 单位][GDP 生产总值]能耗` stands for each combination, `-` in it for nothing. An indicator with a modifier in
-- front is another indicator (水稻产量, 机电产品出口) unless the modifier is only a region (全市…, 开发区…); `any = true`
-- says that every modifier leaves it what it is, but for those of `except` (海洋生产总值). `older`: a bare name from before,
-- for its level and growth; its share (财政收入占生产总值比重) is another figure. `pace`: a bare word that means it where only
-- a rate is told (投资增长9%). `product`: the thing whose weight is its level (粮食7200亿斤). `flow`: it is counted over a span of years, not
-- at its end. `ratio`: the id that its share of GDP has. `growth` and `level` are the ranges outside which a figure is
-- doubted, `direction` says which way is better. A user adds entries of the same shape: indicators.extend(list).

local tr = require "yanhu.translate"
local lists = require "yanhu.lists"

local M = {}

M.list = {
  { id = "gdp", name = "地区生产总值", english = "gross regional product", dimension = "money", unit = "元",
    aliases = { "国内生产总值", "GDP", "ＧＤＰ", "生产总值", "经济总量", "地区GDP", "[- 国民]经济[增长 增速 增长率 增长速度 发展速度]" },
    pace = "经济", direction = "up", growth = { -15, 40 }, any = true,
    except = { "国民", "海洋", "海洋经济", "民营", "民营经济", "每平方公里", "数字", "低空", "总部", "楼宇", "农业", "工业", "林业", "渔业", "牧业", "旅游", "文化", "生态", "绿色", "拉动", "带动", "贡献", "创造",
      "开发区", "经开区", "园区", "高新区", "片区", "西部地区", "中部地区", "东部地区" } },
  { id = "gdp_per_capita", name = "人均地区生产总值", english = "GDP per capita", dimension = "money", unit = "元",
    aliases = { "人均国内生产总值", "人均GDP", "人均生产总值", "人均经济总量", "人均地区GDP", "按常住人口计算人均[地区 国内 -]生产总值" },
    direction = "up", growth = { -15, 40 }, any = true },
  { id = "primary_va", name = "第一产业增加值", english = "value added of the primary industry", dimension = "money",
    unit = "元", aliases = { "一产业增加值", "一产增加值", "一产", "第一产业", "农林牧渔[业 及服务业 业及服务业]增加值", "农业增加值" },
    direction = "up", growth = { -20, 30 } },
  { id = "secondary_va", name = "第二产业增加值", english = "value added of the secondary industry",
    dimension = "money", unit = "元", aliases = { "二产业增加值", "二产增加值", "二产", "第二产业" }, direction = "up", growth = { -25, 40 } },
  { id = "tertiary_va", name = "第三产业增加值", english = "value added of the tertiary industry", dimension = "money",
    unit = "元", aliases = { "三产业增加值", "三产增加值", "三产", "第三产业", "服务业增加值", "服务业" }, direction = "up", growth = { -20, 40 } },
  { id = "industry_va", name = "规模以上工业增加值", english = "value added of industry above designated size",
    dimension = "money", unit = "元",
    aliases = { "规上工业增加值", "规模工业增加值", "规模以上工业", "规上工业", "规模工业", "规上工业增速",
      "[规模以上 规上 规模]工业企业增加值" },
    direction = "up", growth = { -30, 60 } },
  { id = "fixed_investment", name = "固定资产投资", english = "investment in fixed assets", dimension = "money",
    unit = "元", aliases = { "全社会固定资产投资", "固定资产投资完成额", "固投", "社会固定资产投资", "固定资产投资额",
      "固定资产投资（不含农户）", "不含农户的固定资产投资", "城镇固定资产投资", "固定资产投资总额",
      "[50万元 500万元 5000万元 限额 规模]以上固定资产投资", "[全社会 -]固定资产投资[规模 总规模]", "[全社会 -]固定资产总投资" },
    pace = "投资", direction = "up", growth = { -60, 100 } },
  { id = "industrial_investment", name = "工业投资", english = "investment in industry", dimension = "money",
    unit = "元", aliases = { "工业固定资产投资", "工业性投资", "工业[- 生产性 性]投入" }, direction = "up", growth = { -70, 200 } },
  { id = "tech_upgrade_investment", name = "工业技改投资", english = "investment in technical upgrading of industry",
    dimension = "money", unit = "元",
    aliases = { "[- 工业企业 制造业]技改投资", "[- 工业 工业企业 制造业]技术改造投资", "[工业 工业企业]技改", "[- 工业 工业企业]技改投入" },
    direction = "up", growth = { -70, 200 } },
  { id = "private_investment", name = "民间投资", english = "private investment", dimension = "money", unit = "元",
    aliases = { "民间固定资产投资", "民营投资" }, direction = "up", growth = { -70, 150 } },
  { id = "retail_sales", name = "社会消费品零售总额", english = "retail sales of consumer goods", dimension = "money",
    unit = "元", aliases = { "社零总额", "社会消费品零售额", "社会消费品总额", "社消零", "社零额", "社消零总额", "社会[商品 消费 -]零售总额",
      "社会消费品零售", "全社会消费品零售[总额 额]", "社消总额", "消费品零售总额", "社会商品零售额", "社零" },
    direction = "up", growth = { -30, 50 } },
  { id = "public_revenue", name = "一般公共预算收入", english = "general public budget revenue", dimension = "money",
    unit = "元", aliases = { "[地方 地方级 财政]一般公共预算收入", "地方财政收入", "[地方 地方财政 财政 -]一般预算收入", "[地方 -]公共财政预算收入",
      "[地方 -]公共财政收入", "公共预算收入", "国家财政总收入", "国家预算[- 总]收入", "一般公共财政[- 预算]收入", "地方级财政收入", "地方级收入",
      "[地方 地方级 -]财政预算[内 -]收入" },
    older = "财政收入", direction = "up", growth = { -50, 80 } },
  { id = "tax_revenue", name = "税收收入", english = "tax revenue", dimension = "money", unit = "元",
    aliases = { "税收", "[各项 国内]税收收入", "各项税收", "税收总收入", "税收性收入", "入库税收", "[一般公共预算收入 财政收入 地方财政收入 -][税比 税占比]",
      "[一般公共预算收入 财政收入 公共财政预算收入]税收", "地方级税收[- 收入]", "一般公共预算收入中税收" }, direction = "up", growth = { -50, 80 } },
  { id = "public_expenditure", name = "一般公共预算支出", english = "general public budget expenditure",
    dimension = "money", unit = "元", aliases = { "地方财政支出", "[地方 财政]一般公共预算支出", "[地方 地方财政 财政 -]一般预算支出", "[地方 -]公共财政预算支出", "公共财政支出", "公共预算支出", "国家财政总支出", "国家预算[- 总]支出", "一般公共财政[- 预算]支出", "财政预算支出" },
    older = "财政支出", direction = "none", growth = { -50, 80 } },
  { id = "trade", name = "进出口总额", english = "imports and exports", dimension = "money", unit = "元",
    aliases = { "[外贸 货物 货物贸易 对外贸易 海关 -]进出口[总额 总值 额 -]", "[外贸 -]自营进出口[总额 -]", "外贸进出口实绩", "外贸总额", "对外贸易总额", "[外贸 -]进出口贸易[- 总额 额]", "对外贸易",
      "货物贸易", "货物贸易总额", "外贸", "外贸额" },
    direction = "up", growth = { -70, 200 } },
  { id = "exports", name = "出口总额", english = "exports", dimension = "money", unit = "元",
    aliases = { "[外贸 货物 货物贸易 自营 外贸自营 海关 对外 商品 -]出口[总额 总值 额 -]", "出口创汇" }, direction = "up",
    growth = { -80, 300 } },
  { id = "imports", name = "进口总额", english = "imports", dimension = "money", unit = "元",
    aliases = { "[外贸 货物 货物贸易 -]进口[总额 总值 额 -]" }, direction = "up", growth = { -80, 300 } },
  { id = "fdi", name = "实际使用外资", english = "foreign direct investment, actually used", dimension = "money",
    unit = "元", aliases = { "[实际 实际利用 实际到位 实际到账 实际到资 实际引进 实到 实际吸收 利用 直接利用 使用 吸收 到位 到账]外资", "实际[使用 利用]外资金额",
      "[实际使用 实际利用 利用 吸收 实际 -]外商直接投资[- 额]", "[实际使用 实际利用 利用 吸收]国外直接投资", "实际[使用 利用][的 -]国外资金", "外资[- 实际][- 到账 到位]", "外资实到", "实际到资[- 额]",
      "外商实际投资[- 额]", "[外商 外国企业]直接投资[实际 实际到账 实际到位 实际使用 到账 到位][金额 额]", "外商投资实际使用金额", "[实际 -]利用境外资金" },
    direction = "up", growth = { -95, 500 }, flow = true },
  { id = "resident_income", name = "居民人均可支配收入", english = "disposable income of residents per head",
    dimension = "money", unit = "元", aliases = { "居民可支配收入", "居民收入", "人均可支配收入", "居民人均收入", "[全体 常住 城乡 城乡常住]居民人均可支配收入", "居民[年 家庭]人均可支配收入",
      "城乡居民收入", "城乡居民可支配收入" },
    direction = "up", growth = { -10, 30 } },
  { id = "urban_income", name = "城镇居民人均可支配收入", english = "disposable income of urban residents per head",
    dimension = "money", unit = "元", aliases = { "[城镇 城市]居民[- 人均 可支配 人均生活费]收入", "城镇常住居民[- 可支配 人均可支配]收入", "城镇居民[年人均 人均年]可支配收入", "城镇人均[- 可支配]收入", "城市居民人均可支配收入",
      "城镇居民家庭人均可支配收入", "城镇居民[- 家庭][人均 平均每人][- 可用于]生活费收入", "市民人均生活费收入" },
    direction = "up", growth = { -10, 30 } },
  { id = "rural_income", name = "农村居民人均可支配收入", english = "disposable income of rural residents per head",
    dimension = "money", unit = "元", aliases = { "[农民 农牧民][- 人均 纯 人均纯 人均可支配]收入", "农民平均每人纯收入", "农村居民[- 人均 可支配 人均纯 家庭人均纯]收入", "农村常住居民[可支配 人均可支配]收入", "农村居民[年人均 人均年]可支配收入",
      "[农民 农牧民][年人均 人均年]纯收入",
      "[农村牧区 农牧区 渔农村][- 常住]居民人均可支配收入", "农村人均[- 纯 可支配]收入" },
    direction = "up", growth = { -10, 40 } },
  { id = "cpi", name = "居民消费价格", english = "consumer prices", dimension = "percent", unit = "%",
    aliases = { "居民消费价格指数", "CPI", "ＣＰＩ", "消费价格", "居民消费价格总水平", "居民消费价格涨幅", "居民消费物价", "物价总水平", "物价", "物价涨幅",
      "居民消费价格总水平涨幅", "居民消费价格指数涨幅", "居民消费价格总指数", "价格总水平" },
    direction = "stable", growth = { -5, 30 }, rate = "growth" },
  { id = "new_urban_jobs", name = "城镇新增就业", english = "new urban jobs", dimension = "people", unit = "人",
    aliases = { "新增城镇就业[- 人数 人员 岗位]", "城镇新增就业[人数 人员 人口 岗位]", "新增就业[- 人数 人员]", "新增城镇从业人员", "城镇就业新增", "城镇净增就业", "城镇新就业[- 人数 人员]", "城镇累计新增就业" },
    flow = true,
    direction = "up" },
  { id = "unemployment", name = "城镇调查失业率", english = "surveyed urban unemployment rate", dimension = "percent",
    unit = "%", aliases = { "调查失业率", "城镇调查平均失业率", "全国城镇调查失业率", "城镇调查失业率平均值" }, direction = "down",
    level = { 1, 15 }, rate = "share", flow = true },
  { id = "registered_unemployment", name = "城镇登记失业率", english = "registered urban unemployment rate",
    dimension = "percent", unit = "%", aliases = { "[- 城镇人口 城镇居民]登记失业率", "[- 城镇]待业率" }, direction = "down", level = { 0.5, 10 }, rate = "share", flow = true },
  { id = "grain_output", name = "粮食产量", english = "grain output", dimension = "mass", unit = "吨",
    aliases = { "粮食总产量", "粮食总产", "粮食[年 平均年 年平均 年均 平均]产量", "粮食[- 平均]年产", "粮食生产总量", "粮食作物[总 -]产量" }, product = "粮食", direction = "up", growth = { -40, 60 } },
  { id = "grain_area", name = "粮食播种面积", english = "sown area of grain", dimension = "area", unit = "亩",
    aliases = { "粮食种植面积", "粮食面积", "粮播面积", "粮食生产面积", "粮食[总播种面积 播面 播种 种植]", "粮食作物[播种 种植 -]面积" }, direction = "up" },
  { id = "urbanization", name = "常住人口城镇化率", english = "urbanization rate of the resident population",
    dimension = "percent", unit = "%", aliases = { "城镇化率", "城市化率", "城镇化水平", "城市化水平", "常住人口城镇化水平", "户籍[- 人口]城镇化率", "常住城镇化率", "人口城镇化[率 水平]", "新型城镇化率" }, direction = "up",
    level = { 5, 100 }, rate = "share" },
  { id = "energy_intensity", name = "单位地区生产总值能耗", english = "energy use per unit of GDP", dimension = "energy",
    unit = "%", aliases = { "[单位 万元 每万元][GDP ＧＤＰ 地区生产总值 国内生产总值 国民生产总值 生产总值][能耗 能源消耗 能源消耗强度 综合能耗 能耗强度 消耗的能源]", "[能耗 能源消耗]强度", "GDP能耗" },
    direction = "down", growth = { -40, 30 } },
  { id = "carbon_intensity", name = "单位地区生产总值二氧化碳排放", english = "carbon dioxide per unit of GDP",
    dimension = "mass", unit = "%", aliases = {
      "[单位 万元][GDP 地区生产总值 国内生产总值 生产总值][二氧化碳 碳]排放[- 量 强度]", "碳排放强度", "二氧化碳排放强度", "碳强度" },
    direction = "down", growth = { -50, 30 } },
  { id = "pm25", name = "PM2.5浓度", english = "PM2.5 concentration", dimension = "concentration", unit = "微克/立方米",
    aliases = { "[PM2.5 细颗粒物][平均 年均 年平均 累计 累计平均 综合]浓度", "细颗粒物浓度", "PM2.5年均值", "细颗粒物（PM2.5）浓度", "细颗粒物（PM2.5）平均浓度",
      "细颗粒物（PM2.5）年均浓度", "PM2.5", "细颗粒物", "PM2.5指数", "PM2.5均值", "PM2.5（细颗粒物）浓度", "PM₂.₅浓度", "PM₂.₅平均浓度", "PM₂.₅年均浓度", "PM₂.₅" },
    direction = "down", level = { 3, 150 }, any = true },
  { id = "air_good_days", name = "空气质量优良天数", english = "days of good air quality", dimension = "time", unit = "天",
    aliases = { "空气质量优良天数比例", "空气优良天数比例", "优良天数比例", "优良天数", "空气优良天数", "优良天数比率", "空气质量优良天数比率", "空气质量优良率",
      "空气质量优良天数占比", "空气优良率", "空气质量优良比例", "空气优良天数比率", "优良天数占比", "环境空气质量优良天数", "空气质量优良天数率", "优良天数率",
      "空气优良天数率", "空气质量达标天数", "空气质量综合优良率", "空气质量优良天数达标率", "空气质量优良以上天数", "空气[- 质量]达标[率 天数比例]", "空气优良比例", "AQI优良率",
      "空气质量[- 达到 达 好于]二级以上天数", "空气质量[达到或好于 达到及好于][- 国家]二级[- 标准][- 的 以上]天数" },
    direction = "up", any = true },
  { id = "forest_cover", name = "森林覆盖率", english = "forest cover", dimension = "percent", unit = "%", aliases = {},
    direction = "up", level = { 0.5, 95 }, rate = "share" },
  { id = "rnd_spending", name = "研发经费投入", english = "spending on research and development", dimension = "money",
    unit = "元", aliases = { "[- 全社会][研发 R&D][经费 投入 经费支出 经费投入]", "[- 全社会]研究与试验发展[- （R&D）]经费[- 投入 支出]",
      "[研发 R&D]经费内部支出", "全社会研发总投入", "科研经费投入", "研发费用", "研发支出", "R&D" }, ratio = "rnd_intensity",
    direction = "up", growth = { -30, 100 } },
  { id = "rnd_intensity", name = "研发经费投入强度", english = "spending on research and development, share of GDP",
    dimension = "percent", unit = "%", aliases = { "[- 全社会][研发 R&D][经费投入 投入 经费 经费支出]强度", "[- 全社会]研究与试验发展[- （R&D）]经费[- 投入]强度", "[研发 R&D]强度" },
    direction = "up", level = { 0.05, 10 }, rate = "share" },
  { id = "hightech_firms", name = "高新技术企业", english = "certified high-tech enterprises", dimension = "things",
    unit = "家", aliases = { "[国家 国家级 有效期内 有效]高新技术企业", "高新企业", "国高新技术企业", "高企" }, direction = "up" },
  { id = "srdi_firms", name = "专精特新企业", english = "specialised and sophisticated enterprises", dimension = "things",
    unit = "家", aliases = { "“专精特新”企业", "专精特新中小企业", "“专精特新”中小企业", "专精特新“小巨人”企业", "专精特新小巨人企业",
      "“专精特新”“小巨人”企业", "“专精特新”小巨人企业", "专精特新“小巨人”", "专精特新", "[“小巨人” 小巨人]企业", "“专精特新”小巨人", "专精特新小巨人", "[国家级 国家 省级][小巨人 “小巨人”]" },
    direction = "up", any = true, except = { "科技", "领域", "行业", "产业" } },
  { id = "strategic_va", name = "战略性新兴产业增加值", english = "value added of strategic emerging industries",
    dimension = "money", unit = "元", aliases = { "战新产业增加值", "战略性新兴产业", "战新产业", "工业战略性新兴产业增加值", "工业战略性新兴产业",
      "规上工业战略性新兴产业增加值", "规模以上工业战略性新兴产业增加值", "工业战新产业增加值" },
    direction = "up", growth = { -40, 150 } },
  { id = "hightech_va", name = "高技术制造业增加值", english = "value added of high-tech manufacturing",
    dimension = "money", unit = "元", aliases = { "高技术制造业", "高技术产业增加值", "规上高技术制造业增加值", "规模以上高技术制造业增加值", "规上工业高技术制造业增加值", "高技术产业", "高新技术制造业增加值" },
    direction = "up", growth = { -40, 150 } },
  { id = "digital_economy", name = "数字经济核心产业增加值", english = "value added of the core digital economy",
    dimension = "money", unit = "元", aliases = { "数字经济核心产业", "数字经济核心产业规模" },
    direction = "up", growth = { -30, 150 } },
  { id = "tourists", name = "游客接待量", english = "tourists received", dimension = "people", unit = "人次",
    aliases = { "接待游客", "接待国内游客", "游客量", "旅游接待人数", "接待旅游人数", "旅游人次", "游客接待人次", "接待国内外游客", "旅游人数", "接待游客人次",
      "游客人次", "接待游客量", "游客", "接待游客人数", "国内游客", "游客接待人数", "[接待 接待国内 接待国内外]旅游者", "国内旅游人数", "接待游客总量", "旅游接待人次", "旅游总人次", "[接待 -]旅游总人数", "接待游客[总人次 总人数 数]",
      "旅游接待[总人数 总人次 量]", "游客接待[总量 总人数]" },
    direction = "up", growth = { -95, 500 }, any = true, except = { "公园", "过夜", "出境", "入境", "外国", "外籍", "港澳台", "境外", "海外", "国际", "研学", "自驾", "邮轮", "红色", "冰雪", "乡村", "康养", "亲子", "节", "景区", "度假区" } },
  { id = "tourism_revenue", name = "旅游收入", english = "tourism revenue", dimension = "money", unit = "元",
    aliases = { "旅游总收入", "旅游综合收入", "国内旅游收入", "实现旅游收入", "旅游花费", "游客花费", "游客总花费", "国内旅游总收入", "旅游总花费", "国内旅游[总 -]花费", "国内游客花费", "[旅游业 旅游产业 旅游经济][总 综合 -]收入", "旅游综合总收入", "旅游创收",
      "[文旅 文化旅游][总 综合 -]收入", "旅游[直接 社会总]收入", "国内外旅游[总 -]收入", "全域旅游收入" },
    direction = "up", growth = { -95, 500 } },
  { id = "deposits", name = "存款余额", english = "deposits, outstanding", dimension = "money", unit = "元",
    aliases = { "[- 金融机构 银行业金融机构 银行业机构 银行机构 银行 银行业 全部金融机构][- 人民币 本外币][- 各项]存款余额", "金融机构[- 本外币 人民币][- 各项]存款", "存款", "各项存款" },
    direction = "up", growth = { -30, 60 } },
  { id = "loans", name = "贷款余额", english = "loans, outstanding", dimension = "money", unit = "元",
    aliases = { "[- 金融机构 银行业金融机构 银行业机构 银行机构 银行 银行业 全部金融机构][- 人民币 本外币][- 各项]贷款余额", "金融机构[- 本外币 人民币][- 各项]贷款", "各项贷款" },
    direction = "up", growth = { -30, 80 } },
  { id = "population", name = "常住人口", english = "population", dimension = "people", unit = "人",
    aliases = { "人口", "总人口", "户籍人口", "全国人口", "大陆人口", "全国总人口", "户籍总人口", "年末总人口", "年末常住人口", "常住总人口" }, except = { "新增", "净增", "城市", "城镇", "农村", "农业", "非农业", "流动" }, direction = "none" },
  { id = "deficit_ratio", name = "赤字率", english = "deficit as a share of GDP", dimension = "percent", unit = "%",
    aliases = { "财政赤字率" }, direction = "none", level = { 0, 10 }, rate = "share" },
  { id = "deficit", name = "财政赤字", english = "fiscal deficit", dimension = "money", unit = "元",
    aliases = { "赤字", "赤字规模", "财政赤字规模", "中央财政赤字", "全国财政赤字", "预算赤字" }, ratio = "deficit_ratio", direction = "none" },
  { id = "special_bonds", name = "专项债券", english = "special local government bonds", dimension = "money",
    unit = "元", aliases = { "[- 新增][- 地方政府 政府]专项债券", "地方政府新增专项债券", "[- 地方 新增 地方政府]专项债", "专项债券资金", "专项债资金" },
    direction = "none", any = true },
  { id = "m2", name = "广义货币", english = "broad money", dimension = "money", unit = "元",
    aliases = { "M2", "广义货币供应量", "广义货币（M2）", "广义货币M2", "Ｍ２", "广义货币余额", "货币供应量", "广义货币（M2）余额", "M2余额", "M2供应量" }, direction = "none", growth = { -5, 50 } },
  { id = "life_expectancy", name = "人均预期寿命", english = "life expectancy", dimension = "time", unit = "岁",
    aliases = { "居民人均预期寿命", "平均预期寿命", "人均期望寿命", "居民平均预期寿命", "预期寿命", "人口平均预期寿命", "平均寿命", "[平均 居民 户籍人口]期望寿命", "人均寿命" }, direction = "up",
    level = { 20, 90 }, any = true, except = { "健康", "妇女", "女性", "男性", "女", "男" } },
}

local cache, cached = {}, 0 -- wordings seen, and their entries

M.by_id = {}
M.paces = {} -- 投资 -> its indicator, for a rate of growth alone
M.products = {} -- 粮食 -> its indicator, for a weight

-- `[万元 单位]能耗`: each wording that the pattern stands for, behind `front`, is the indicator's at that place of the list.
local function add_wordings(words, front, pattern, place)
  local from = pattern:find("[", 1, true)
  local to = from and pattern:find("]", from, true)
  if not to then
    words[front .. pattern] = place
    return
  end
  front = front .. pattern:sub(1, from - 1)
  local rest = pattern:sub(to + 1)
  for _, choice in ipairs(yanhu.split(pattern:sub(from + 1, to - 1))) do
    add_wordings(words, choice == "-" and front or front .. choice, rest, place)
  end
end

local function add(entry)
  for _, field in ipairs { "id", "name", "aliases" } do
    if entry[field] == nil then error(tr("indicator %s: no %s"):format(tostring(entry.id), field), 3) end
  end
  M.by_id[entry.id] = entry
  if entry.pace then M.paces[entry.pace] = entry end
  if entry.product then M.products[entry.product] = entry end
end
for _, entry in ipairs(M.list) do add(entry) end

--- Every wording, and the place of its indicator in the list.
function M.wordings()
  local words = {}
  for place, entry in ipairs(M.list) do
    words[entry.name] = place
    if entry.older then words[entry.older] = place end
    for _, alias in ipairs(entry.aliases) do add_wordings(words, "", alias, place) end
  end
  return words
end

local wordings -- their dictionary
local own = #M.list

--- Are there others than those of this file?
function M.extended() return #M.list > own end

local function prepare()
  wordings = wordings or M.extended() and yanhu.dictionary(M.wordings()) or lists.dictionary("indicators", M.wordings)
end

--- The indicator whose wording this is, or nil.
function M.named(wording)
  prepare()
  local to, place = wordings:longest(wording, 1)
  return to == #wording and M.list[place] or nil
end

--- Adds a user's own indicators: a list of entries as above. An id that is there already is replaced.
function M.extend(entries)
  for _, entry in ipairs(entries) do
    M.list[#M.list + 1] = entry
    add(entry)
  end
  wordings, cache, cached = nil, {}, 0
end

--- Adds the indicators of a text that is a Lua table, `{ { id = …, name = …, aliases = {…} }, … }`, with or without `return`.
function M.read(text)
  local chunk, message = load("return " .. text, "=indicators", "t", {})
  if not chunk then chunk, message = load(text, "=indicators", "t", {}) end
  if not chunk then error(message, 0) end
  local entries = chunk()
  if type(entries) ~= "table" then error(tr("indicators: the file holds no table"), 0) end
  M.extend(entries)
end

local function words(list) return yanhu.dictionary(yanhu.split(list)) end

-- What may stand before a wording without making another indicator of it: whose figure it is, its grade, its time, and
-- verbs that only say that it is so.
local leading = words [[
  全省 全市 全区 全县 全国 全州 全旗 全盟 我省 我市 我区 我县 我国 本市 本省 本区 本县 地方 地区 属地 区域 市域 县域 全社会 全体 全部 各类
  本级 省本级 市本级 区本级 县本级 省级 市级 县级 区级 国家级 规上 规模以上 全口径 总 共 的
  全年 年 年末 期末 年均 实时 累计 其中 预计 今年 去年 当年 上半年 前三季度
  完成 实现 新增 新 净增 争取 发行 获批 认定 新认定 培育 新培育 推动 促进 确保 扩大 稳定 提高 增加 降低 减少 保持 引进 安排 银行的 金融机构的 国家
]]
-- And behind it: aspects of the same figure.
local trailing = words [[
  总量 总数 数 存量 总额 总值 总收入 总规模 规模 数量 户数 人数 人次 额 额度 发行额 完成额 保有量 水平 总水平 指数 平均值 年均值 均值 累计
  预期 预计 预定 计划 力争 有望 拟 将 预期目标 目标 平均 实际 名义 年均 保持 同比
  占比 比重 增速 年均增速 平均增速 累计增速 年度增速 增长 年均增长 增长率 增长速度 增量 增幅 涨幅 上涨幅度 位次 排名 排位 名次 降幅 下降率 降低率
]]
-- Ends of what is a region too, though no table has it: 某某经济带, 脱贫县.
local regions = words "市 县 区 省 州 盟 旗 镇 乡 地区 新区 开发区 高新区 园区 城市 都市圈 城市群 经济带 经济圈 湾区 三角 流域 半岛"
local no_region = yanhu.dictionary { "东盟", "欧盟", "联盟", "城镇", "乡镇", "中心城区", "主城区", "农牧区", "都市", "开发区", "经开区", "园区", "高新区", "片区", "保税区", "综保区", "示范区", "脱贫县",
  "脱贫地区", "贫困地区", "西部地区", "中部地区", "东部地区" } -- these divide the people, or are a part of the land

-- 甲水: a place whose official name adds 市, 县, 区, 州.
local function is_place(text)
  if text:find("^全.+的?$") and #text <= 9 then return true end
  for _, kind in ipairs { "", "市", "县", "区", "省", "州", "自治区", "地区" } do
    if #text >= 6 and yanhu.region(text .. kind) then return true end
  end
  return false
end

local partner = yanhu.pattern "^(对|面向|与)" -- 对欧盟出口 is a part, though 盟 ends a region's name too

-- Says whether `front` is only a region, a time or another word that leaves the indicator what it is; with `parts`, a
-- part of the region as well.
local function transparent(front, parts)
  local at = 1
  while at <= #front do
    local to = leading:longest(front, at)
    if not to then
      front = front:sub(at)
      if partner:test(front) then return false end
      return is_place(front) or front:find("为代表的$") or front:find("为主的$") or front:find("为主体的$")
        or parts and #front >= 6 and front ~= "城区" and regions:ending(front, #front) and not no_region:ending(front, #front)
    end
    at = to + 1
  end
  return true
end

-- Where in the text an indicator's name ends it, words behind the name (总量, 占比) cut: its start, its entry.
local function head(text)
  prepare()
  local tail = text
  for _ = 1, 4 do
    local from, place = wordings:ending(tail, #tail)
    if from then return from, M.list[place] end
    local cut = trailing:ending(tail, #tail)
    if not cut or cut == 1 then return nil end
    tail = tail:sub(1, cut - 1)
  end
end

-- 仅占, 约占: the adverb is no part of what the share is of.
local little = yanhu.dictionary { "仅", "只", "约", "已", "均", "也", "就", "共" }

local joining = yanhu.dictionary { "和", "及", "与", "、" }

-- May `front` stand before the entry's wording?
local function fits(entry, front)
  for _, word in ipairs(entry.except or {}) do
    if front:sub(-#word) == word then return false end
  end
  if not entry.any then return transparent(front, true) end
  return not joining:ending(front, #front) -- 中央预算内投资和|专项债券
end

local of_gdp = yanhu.dictionary { "生产总值", "GDP", "ＧＤＰ", "经济总量" }

local idle = yanhu.dictionary { "（", "(", "平均每人", "的", "实现", "完成", "研究和", "研究与", "研究开发" } -- what a name may be written with or without

local fulfils = yanhu.pattern "完成.*(目标|计划|任务|预算)" -- 城镇新增就业完成目标的111%: how much of a plan

-- X占Y比重, X用于Y is a figure of X: what stands before such words, or nil.
local parted = yanhu.dictionary { "占", "贡献", "用于", "投向", "的差距", "位次" }
local owners = { "^(.-)占.", "^(.-)贡献.*增量$", "^(.-)用于.", "^(.-)投向.", "^(.-)与.+的差距$", "^(.-)在全.*位次$", "^(.-)居全.*位次$" }
local function owner_of(text)
  if not parted:find(text) then return nil end
  for _, pattern in ipairs(owners) do
    local owner = text:match(pattern)
    if owner then return owner end
  end
end
local research = yanhu.dictionary { "研究", "实验发展" }

local function search(text)
  local whole = M.named(text)
  if whole then return whole end
  local owner = owner_of(text)
  if owner and owner ~= "" and not owner:find("侵$") and not owner:find("可$") then
    local adverb = little:ending(owner, #owner)
    local rest = text:sub(#owner + 1)
    if adverb and adverb > 1 then owner = owner:sub(1, adverb - 1) end
    local entry = search(owner)
    if entry and entry.older and (rest:find("^占") or rest:find("^用于") or rest:find("^投向")) and owner:sub(M.name_at_end(owner) or 1) == entry.older then return nil end
    return entry and entry.ratio and (rest == "占比" or of_gdp:find(rest)) and M.by_id[entry.ratio] or entry
  end
  local from, entry = head(text)
  if from and fits(entry, text:sub(1, from - 1)) then return entry end
  if not idle:find(text) then return nil end
  local bare = text:gsub("（.-）", ""):gsub("%(.-%)", ""):gsub("平均每人", "人均"):gsub("的", "") -- 地区生产总值（GDP）, 农民的纯收入
  if not fulfils:test(text) then bare = bare:gsub("实现", ""):gsub("完成", "") end -- 规上工业企业实现增加值
  if research:find(bare) then
    bare = bare:gsub("研究和", "研究与"):gsub("实验发展", "试验发展"):gsub("研究与发展", "研究与试验发展"):gsub("研究与开发", "研究与试验发展"):gsub("研究开发", "研究与试验发展")
  end
  return bare ~= text and bare ~= "" and search(bare) or nil
end

--- The canonical indicator that a report's wording names, or nil. `text` is an indicator as facts write it.
function M.find(text)
  if #text > 200 then return nil end
  local known = cache[text]
  if known ~= nil then return known or nil end
  if cached > 20000 then cache, cached = {}, 0 end
  known = search(text) or false
  cache[text], cached = known, cached + 1
  return known or nil
end

--- The canonical indicator that the object of a verb names; nil where the verb makes another of it (拉动经济增长, 受益人口).
function M.of_object(verb, text)
  local entry = M.find(text)
  if not entry or entry.id == "population" or verb == "拉动" or verb == "带动" then return nil end
  for _, word in ipairs(entry.except or {}) do
    if word == verb then return nil end
  end
  return entry
end

--- Is the wording an indicator of the whole region: its name, with nothing but transparent words before it?
function M.exact(text)
  if M.named(text) then return true end
  local from = head(text)
  return from ~= nil and transparent(text:sub(1, from - 1)) and true or false
end

--- How many bytes of `text` before its end an indicator's name takes: the start of the name, or nil.
function M.name_at_end(text)
  prepare()
  return (wordings:ending(text, #text))
end

return M
