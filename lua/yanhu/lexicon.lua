-- The words that carry the grammar of a figure: what grows, falls, reaches, is built, is shared, is compared.
-- Data only; cells.lua reads a sentence with them in one pass, the longest word wins. A class is a list of words, or of
-- groups of them that say why a word stands there; the words of longer_words.lua only keep a shorter one from being seen.

local M = {}

local classes = {
  -- X达到Q: the figure is a level
  level = {
    -- is, has, stands at
    [[为 是 拿到 只及 仅及 尚不及 不及 花去 花掉 用去 用掉 耗去 也是 仍是 就是 才有 才是 才达到 才完成 还只有 总计 合计 共计 均为 约为 仅为 仍为 有 拥有 已有 共有 现有 位于 处于 就有 只有 还有 计有 有了 已有了 拥有了
      出现 收于 持有 保有 尚有 又有 建有 设有 相当于 等于 接近于 折合 致有]],
    -- is what is left
    [[只剩 仅剩 还剩 只剩下 仅剩下 尚余 定在]],
    -- comes to it
    [[达到 达 长达 重达 厚达 远达 深达 宽达 完成 实现 达到了 完成了 实现了 累计达 高达 多达 累计完成 预计完成 预计达到 预计达 预计为
      预计实现 可达 将达 超额完成 巩固提升到 首破 首超]],
    -- is kept there, or set there by a plan
    [[保持在 保持 稳定在 稳定 维持在 控制在 控制 限制在 限定在 掌握在 定为 核定为 设定为 确定为 安排为 稳在 守住 控制目标为 坚守 巩固在
      稳固在 站稳 锚定 保住 稳住]],
    -- steps over a threshold on the way
    [[跃升至 迈入 跨入 迈上 迈过 跨越 连跨 连破 连上 连过 跨过 跨上 越过 登上 跃上 连续迈上 相继迈上 先后迈上
      迈向 冲刺 站上]],
  },
  -- X增长Q: the figure is a change; the sign is with the word
  rise = {
    -- grows, as a verb
    [[增长 改善 递增 年递增 增加 提高 提升 上升 上涨 回升 扩大 增 升 涨 增加了 增长了 提高了 提升了
      上升了 扩大了 上涨了 增多 净增 实增 净增加 加快 新增加 实现增长 保持增长 延长 延长了 正增长 增长率 增多了
      扩大到了 净增长 翻了 涨了 升了 增了 多增 攀升 飙升 骤升 骤增 剧增 猛增 激增 暴增 陡增 锐增 大增 微增 猛涨 暴涨 飞涨 大涨 微涨 走高 跃升 拉高 推高 抬升 增值 升值 上调 上浮 再增长 再提高 再增加 提速 加速]],
    -- its rate, as a noun, and that with a verb
    [[增速 涨幅 增幅 提幅 增速为 涨幅为 增幅为 增速达 增幅达 增速达到 增幅达到 涨幅达]],
    -- more than another, before another
    [[多了 高 多 高出 多出 快 提前 领先 跑赢 略高于 略快于 略好于 快于 高于 大于 优于 好于 多于 前移 晋位 进位 前进 上移 多招 多招收 多收 多产 多购
      多销 多耗 多收入 多支出 多收汇 多创汇 超出 才增加 才增长 才提高]],
    [[远高于 大大高于]],
    -- one thing done more
    [[增产 增收 提价 贵了 超产 多亏 增亏 增盈]],
  },
  fall = {
    -- shrinks, as a verb
    [[下降 缩小 递减 减少 降低 回落 收窄 缩短 减 降 跌 下跌 下降了 减少了 降低了 缩短了 下滑 精简 减量
      下浮 下行 降了 跌了 减了 压了 砍了 少增 骤降 锐减 骤减 剧减 猛降 大降 大减 微降 暴跌 大跌 走低 精简了 负增长 贬值 收缩 收窄了 下降率 减少率 再下降 再降低 再减少 再降]],
    -- is cut by somebody
    [[压减 压缩 缩减 削减 调减 压降 压降了 压缩了 节约 节省 节约了 下调 优化压减 削减了 核减 下调了 压减了
      缩减了 减轻 砍掉 压掉 减掉 去掉]],
    -- its rate, as a noun
    [[降幅 降幅为 降幅达 跌幅 减幅 压降幅度 压减幅度 压缩幅度 缩短幅度 降低幅度 减少幅度 压减比例 压缩比例]],
    -- less than another, behind another
    [[少了 少 低 低于 略低于 远低于 大大低于 略慢于 慢于 少于 相差 窄 低了 提前了 后移 退后 后退 下移]],
    -- one thing done less
    [[减产 减收 短收 欠收 欠产 短产 减亏 还差 尚差 只差 仅差 节减 再节减 降价 少招 少收 少产 少购 少收入 少支出 减员 短少 便宜 便宜了]],
  },
  -- X提高到Q: the figure is the new level; most are made below, of the verbs that move
  reach = [[变为 变成 跃为 跃至 回调到 回调至 转为 转变为 改为 演变为 演进到 提到 提档至 达至 低至 高至 安排到 安排至 跃居 由 由原来的]],
  -- was done to things: the verb belongs to the indicator (新建幼儿园)
  act = {
    -- founded
    [[再创建 创建 办起 成立 设立 新创建 建立 新设 新设立 新成立 新组建 组建 增设 创办 兴办 开办 筹备 设置]],
    -- offices and papers
    [[举办 承办 主办 召开 破获 修订 废止 制修订 制订 起草 编纂 施行 签订 签发 接种 抓获 缴获]],
    -- built, and what becomes of a work until it is used
    [[打通 新建 建成 新建成 改建 扩建 改扩建 新改扩建 新改建 新建改建 新建改造 开工 竣工 投产 投运 投用
      建设 修复 开通 新开通 开行 新开 安装 加装 铺设 架设 交付 筹建 停缓建 停建缓建 筹集建设 配建 续建 复工 启用 增建
      完工 扫除 贯通 通车 建成通车 建成投用 建成投产 竣工投产 交付使用 交付运营 投入使用 投入运营 投入运行 征收入库 并网发电 扭亏增盈 减亏增盈 达产 达标 验收 修建 建造 疏浚 开凿 兴修 修筑 铺筑
      落成 敷设 新铺 新修 新装 更换 维修 养护 维护 疏通 清淤 加固 除险加固 修缮 新建续建 推进建设 加快建设
      新开工 新投产 新投运 新竣工 高标准建设 集中开工 累计建成 创建成 新筹建 新造 新栽 新植 新垦 新辟 新发展 新添 新购 开建 动工 建起 修葺 埋设 开辟 增开]],
    -- improved, greened, cleared away
    [[优化重组 重组 改造 提升 提升改造 改造提升 更新 治理 整治 新改造 拆除 清理 优化整合 提档升级 优化 栽植 种植
      栽种 造林 植树 绿化 营造 搬迁 安置 提质 提标 扩容 扩增 升级 更新改造 改善 恢复 复垦 整理 开垦 开发
      利用 消除 改良 腾退 疏解 疏解提质 拆迁 回迁 转型 保护 实施改造 硬化 美化 翻修 整修 迁建 重建 复建
      补植 补种 抚育 管护 封育 布设 接入 联通 复耕 复种 复绿 清除 铲除 改制 改组 合并 裁撤 腾出 征用]],
    -- closed, cut, made less; and the reverse
    [[精简 免除 分流 清退 清零 腾空 注销 撤并 撤销 取缔 报废 拆解 清运 填埋 缓建 停建 豁免 免征 核销 剥离 置换 减轻 新增加 增加 减免 减征 压减 淘汰 关闭 关停 退出 取消 下放 解除 减少 减排 减税 减负 降低 提高了 降低了 减少了 节约
      节省 扩大 提高 追加 增拨 核减 削减 压缩 缩减 上调 下调 调减 增加了]],
    -- money given, got and spent
    [[发放 集中 拿出 列支 拨出 抽出 挤出 盘活 消化 投入 争取 落实 兑现 下达 筹集 安排 拨付 撬动 征收 退税 缓缴 兑付 偿还 清偿 归集
      募集 筹措 补助 补贴 奖励 资助 投放 发行 新发行 支付 花费 花了 耗费 清欠 退还 返还 累计发放 累计投入 报销
      代缴 结算 兑换 给予 给与 核发 划拨 授信 投保 承保 理赔 注入 补发 奖补 清缴 清收 购买 赎回 归还 承销 代偿 浪费 征缴 缴纳 增发]],
    -- firms, projects and deals
    [[落地执行 培育 新培育 引进 新引进 引入 招引 打造 落地 签约 引导 吸引 入驻 新入驻 布局 谋划 储备 策划
      出让 收储 承接 新注册 注册 登记 新登记 上市 新上市 挂牌 引育 集聚 聚集 汇聚 销售 采购 收购 转化
      转让 交易 成交 攻克 突破 研发 研制 孵化 对接 促成 达成 洽谈 签署 争创 新晋 晋升 升规 入库 入统
      纳统 新签约 新落地 新育 精心打造 重点打造 高标准打造 培优 育强 做强 做优 壮大 打响 落户 进驻 缔结 引才
      谋划实施 落地实施 集中签约 攻坚突破 新打造 催生 推介 上马 晋级 升格 跻身 育成 破解]],
    -- titles and lists
    [[认证 获批 认定 新认定 获评 入选 新批 批复 审批 申报 评选 授予 颁发 纳入 选树 评定 表彰 命名 新评
      新纳入 新获批 新评选 新命名 评出 评选出 选出 推选 被评为 评为 获评为 被授予 被列为 列为 获得 荣获 斩获 摘得 夺得 赢得 获准 申请 列入]],
    -- people: taken on, taught, helped, served
    [[招募 依靠 团结 发动 动员 号召 转移 吸纳 保障 帮扶 救助 培训 扶持 支持 帮助 服务 惠及 覆盖 转移就业 选派 选聘 招聘 招录 录用 聘请
      培养 接待 参加 参与 享受 受益 领取 参保 收治 脱贫 退役 接收 派出 派驻 下沉 选育 造就 招收 招生
      毕业 入学 就读 就业 创业 帮办 辅导 救治 诊治 转诊 识别 走访 慰问 筛查 接诊 诊疗 下派 派遣 选任 提拔 选调 接纳 营救 解救 疏散 增派 接送 护送]],
    -- cases and affairs, and what is laid before whom
    [[规范 办结 办复 办理 解决 化解 处置 查处 侦破 办好 推出 出台 制定 受理 发布 公布 新推 提供 处理 追回
      追缴 挽回 查办 处分 立案 审结 调解 排查 协调解决 妥善处置 稳妥处置 稳妥化解 依法查处 代办 提请 审议 提出 提交
      补办 修编 印发 修改 梳理 录入 归档 采纳 查封 扣押 冻结 止付 劝返 逮捕 问责 通报 销号 抽查 巡查
      摸排 核查 清查 采集 打掉 捣毁 起诉 审理 执结 督办 交办 转办 答复 回访 监测 监督 约谈 曝光
      办成 调处 移送 惩治 摧毁 没收 拦截 劝阻 扑灭 扑救 避免 督查 督导 勘查 回复 回应 颁布 听取
      承担 承建 主持 牵头 领衔 揭榜 认领 捐赠 轮训 撮合 开设 移出]],
    -- found, kept and shown
    [[探明 发掘 抢救 征集 收集 创作 出版 发表 刊发 播出 放映 演出 拍摄 录制 摄制]],
    -- made, farmed, moved
    [[收获 出产 增产节约 增产 减产 生产 供应 配备 配套 输出 划定 划转 移交 增殖 增配 回收 产出 分配 配租 配售 配置 保供 供给
      发出 调运 运送 投递 繁育 出栏 饲养 存栏 捕捞 养殖 输送]],
    -- held
    [[开展 组织 开放 举行 组织实施]],
    -- begun, done, come about
    [[净增 取得 刷新 新增 完成 实施 推进 发展 拉动 带动 助企 实现 推广 抓好 实行 整合 添置 购置 吸收
      启动 推动 增补 通过 累计 免费 收回 涌现 诞生 形成 推行 深化 拓宽 拓展 延伸 实施完成 推进实施
      加快推进 全面完成 滚动实施 全面实施 有序推进 深入实施 累计完成 合计 创成 支撑 宣讲 抽检
      完成了]],
  },
  -- leads to what follows; the subject starts behind it
  push = {
    -- counts off points
    [[第一是 第二是 第三是 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 十一是 十二是 十三是 十四是
      十五是 一要 二要 三要 四要 五要 六要 特别是 尤其是 但是]],
    -- is seen, ordered, meant
    [[做到 看到 清醒看到 认识到 清醒认识到 意识到 规定 要求 决定 确保 力争 力促 用在 用于 争取 保证 预计 预期 计划
      拟 力求 必须 务必]],
    -- makes another do it
    [[推动 促进 使 让 以致 促使 带动 引导 将 把 被 支持 鼓励 帮助 使得 致使 推进 推开 由负转正 由降转升 由亏转盈 由降转增 由跌转涨 扭转 扭亏为盈 稳中有进 稳中提质 稳中向好 稳中有升 稳中有增 稳中向优 促稳提质
      止跌回升 止跌企稳 止跌回稳 企稳向好 触底回升 企稳回升 筑底回升 触底反弹 逆势上扬]],
    -- introduces examples, time, another clause
    [[围绕 通过 按照 从而 其中 包括 比如 例如 据统计 截至 截止 目前 至今 到目前为止 同时 此外 而且 并且
      并 以及 与此同时 年均 现在 如今 去冬今春 今冬明春 当前 近年来 近几年 近几年来 近些年 最近几年 这几年 这些年 几年来 一年来 五年来 过去一年 过去五年 过去几年 前几年 前些年 早些年 今后几年 这些年来 另外
      另有 还有 其余 余下 剩下 经过 依托 面向 随着 则 而 但 也 还 因而 因此 于是 才能 才可 才会 方能 方可 予以 用作 改作]],
    -- says how hard it is done
    [[努力 坚持 着力 加快 加强 加大 强化 深入 深化 持续 积极 大力 全力 扎实 有效 进一步 落实 做好 坚决
      不断 逐步 切实 严格 全面 统筹 稳步 有序 有力 高效 圆满 认真 着眼 聚焦 拓展 抓好 抓实 抓紧 实现了
      达到了 超额 率先 成功 顺利 首次 连续 已 已经 正在 主动 妥善 严厉 依法 常态化 多渠道 及时 果断 滚动 牢牢 狠抓
      紧盯 紧抓 严守 严控 增强 打好 打赢 铺开 凝心聚力 因地制宜]],
    -- makes better what nobody counts
    [[健全 建立健全 完善 夯实 厚植 激发 释放 提振 改进 织密 筑牢 守牢 兜牢 抢抓 紧扣 践行 贯彻 压实 理顺 畅通
      破解 补齐 锻造 重塑 发挥 弘扬]],
  },
  -- stand between subject and figure, or before the subject, and say how
  adverb = {
    -- against what, in which prices
    [[同比 以货币计算 按货币计算 以人民币计算 以美元计算 按美元计算 以美元计价 按美元计价 以人民币计价 环比
      同口径 同口径比较 同口径相比 按同口径计算 同比口径 可比 可比口径 按可比口径 按可比价计算 按可比价格计算 按可比价格 按不变价格计算 扣除价格因素
      剔除价格因素 扣除物价因素 扣除价格上涨因素 扣除物价上涨因素 剔除物价上涨因素 扣除物价变动因素 扣除价格变动因素
      盈亏相抵 盈亏相抵后 收支相抵 收支相抵后 增减相抵 增减相抵后 剔除价格上涨因素 扣除价格和汇率变动因素 扣除汇率因素 累计 预计 初步预计 合计 计划 全口径 预计全年
      按现价计算 按当年价格计算]],
    -- a head, a month, an average
    [[每立方米 每立方厘米 每平方米 每平方公里 每公顷 每人每月 每人每年 每人每天 每月 每人 每户 每亩 每吨 每公斤 每斤 每户每年 每学年 年均 平均 平均每年
      每年平均 每年 均 月人均 年人均 生均 年生均 人均每月 人均每年 均已 均能 日均 月均 人均 户均 平均每人]],
    -- in all, each
    [[一律 全线 总共 一共 共 分别 各自 都 全部 双双 全都 各 全年 总体 全面 依次 总的 都已]],
    -- has been, will be, must be
    [[预期 预定 有望 力争 确保 已 已经 将 尚 能 可 应 要 只能 将近 还要 还将 拟 可望 同期 可以 就可以 应该 应当 必须
      规定 要求]],
    -- when, how often, in which order
    [[不能 没有 还没有 尚未 仍未 未能 没能 即将 再 又 也 还 一直 首次 连续 连续多年 多年 持续 继续 最后 逐年 逐季 逐月 先后 相继 接连 率先 提前 按期 如期 依然 始终 常年 仍 仍然 年度
      年 时 再次 连年 当年 当期 当月 当季 本级]],
    -- how much and how
    [[大体 大体上 大致 一般 适当 即 超 实际 名义 约 同步 进一步 一次性 基本 显著 明显 大幅 大幅度 稳步 逐步 较快 有序 顺利 只 仅 仅仅 一度
      就 则 虽 虽然 历史性 一举 成功 超额 反而 却 至 左右 至少 最高 最低 最多 最少 最快 最短 最长 最早 不断 大约 不过 仍不过 差不多 几乎 实际上 事实上 往往 常常 本来 原来 当时 历来 总是 依旧 至多 从来 向来 大概 远远 平均起来 通常 只要求 一下子 才 普遍 正式 甚至 竟 居然 估计 初步估计 总共才 因灾 逆势 强劲 快速
      平稳 统一 从无到有 从小到大 从少到多 从弱到强 由小到大 由弱到强 由弱变强 更 净 单独 额外 另 另外 新 顶格 保持 稳居 稳定]],
    -- once; no more than needed
    [[曾 曾经 只需 仅需 只须 还需]],
  },
  share = [[占 占到 占去 占了 占比 占地区]],
  scope = [[
    全省 全市 全区 全县 全地区 全专区 全国 全州 全盟 全旗 全镇 全乡 我省 我市 我区 我县 我国 我们 全社会 全球 世界 发展中国家 全球城市 全国城市 全国省份 全国省区 全国同类城市 各地 各级
  ]],
  each = [[分别 依次分别 各自 分列 分居 分获]],
  all = [[各 均 都 全部 双双 均已 均实现 都已 都有 全都 均为 均能 皆 同为 均列 均居]],
  than = [[比 较 与 相比 相较 比较]],
  ["etc"] = [[等 等等]],
  ["and"] = [[和 及 与 或者 以及 暨 或]],
  prep = [[在 对 为 从 自 由 至 到 向 以 给 于 因 按]],
  rank = [[
    居 位居 分列 分居 分获 列 位列 排 排名 排在 名列 居于 位于 跃居 稳居 升至 排位 位次 跻身 进入 挺进 闯入 冲进 迈进 跃升至 保持 保持在 继续保持 荣获
    获 获得 跃升到 连续保持 位次升至 排名升至 名次 前移至 攀升至
  ]],
  stop = [[， ； ： 。 ！ ？ , ; ! ? ……]],
  list = [[、 ∶ :]],
  open = [[（ (]],
  close = [[） )]],
  de = [[的]],
  -- bear on the time of a figure: done, meant, summed up over years
  tempers = [[
    先后 相继 陆续 目前 现在 当前 现有 如今 累计 累计完成 累计发放 累计建成 累计投入 合计 共 总共 年均 平均 平均每年 已 已经 力争 计划 拟 将 即将 有望 还将 目前 现在 当前
  ]],
  -- stand behind a noun and do not belong to it
  behind = [[预期目标 目标 目标值 范围内 基础上 以内 方面 过程中 的基础上]],
  -- adverbs that also stand inside a noun: 平均消费水平, 年均浓度
  inner = [[
    常年 原来 本来 当时 每月 每人每月 每人每年 平均每月 统一 平均 平均每人 平均每户 每人平均 人均 户均 日均 月均 月人均 年人均 生均 年生均 年均 实际 累计 年度 综合 总体 一般 正式 基本 新 净 最低 最高 最多 最少 最快 最短 最长 最早 一次性 平均每人
  ]],
  -- adverbs that open a clause and belong to no name: 即损失3万元
  linking = [[即 又 也 就 则 只 仅 仍 还 再 共 总共 一共]],
  -- adverbs that are attributes of a noun as well: 给予一次性补助
  attributive = [[一次性]],
  -- nouns that measure something named before: 产量, 增速; alone they take the subject of the clause before
  relation = {
    -- prices and costs
    [[收购价 收购价格 最低收购价 电价 房价 均价 成交价 价格 单价 造价 成本 费用 平均单价]],
    -- what is made, sold, earned
    [[产量 总产量 总产 单产 亩产 平均亩产 人均占有量 人均产量 平均年产 平均日产 平均年产量 平均日产量 年产量 年产值 产值 总产值 营业收入 主营业务收入 营收 收入 总收入 利润 利润总额 利税 税利
      增加值 销售额 零售额 交易额 成交额 成交量 交易量 贸易额 税收 销量 销售量 增收 净利润 销售收入]],
    -- money put in or owed
    [[投资 总投资 投资额 完成投资 到位资金 贷款 存款 融资 市值 估值 签约额 合同额 投资总额 资产总额 总资产]],
    -- size and number
    [[绝对量 绝对额 绝对数 面积 总面积 规模 总规模 总量 总额 总值 数量 总数 增长率 产能 能力 装机 装机容量 总装机 库容 里程
      总里程 通车里程 人数 人次 户数 总户数 个数 家数 件数 起数 余额 结存 存量 增量 流量 客流量 吞吐量 出栏量 存栏量
      指数 寿命 长度 全长 总长 建筑面积 占地面积 位次 排名 得分 综合得分 出栏 存栏 申请量 授权量 拥有量
      保有量 使用量 接待量 储备量 储量 需求量 供应量 供给量 排放量 消耗量 处理量 运营里程 运行里程 增长速度 增长幅度
      自然增长率]],
    [[通车总里程 运营总里程]],
    -- rates and shares
    [[增速 增幅 涨幅 降幅 占比 比重 比例 比率 覆盖率 覆盖面 入园率 普惠率 完工率 开工率 完成率 达标率
      参保率 入学率 巩固率 满意率 满意度 合格率 就业率 签约率 化解率 办结率 普及率 升学率 利用率 回收率
      出生率 稳定提高率 净投放 净回笼 净调出 净调入 死亡率 集中率 处理率 转化率 落实率 到位率 履约率 兑现率 通过率 优良率 市场份额 份额 综合机械化率 机械化率
      自给率 贡献率 拉动率 周转率 渗透率 幅度 改善幅度 下降幅度 上涨幅度 国产化率 达产率 入住率]],
    -- trade and the rest
    [[浓度 平均浓度 年均浓度 年均值 平均值 均值 水平 标准 强度 密度 出口 进口 进出口]],
  },
}

classes.blocker = {}
for _, list in pairs(require "yanhu.longer_words") do classes.blocker[#classes.blocker + 1] = list end

-- A word's classes are the bits of one integer, for three thousand tables would cost more time than a short report. Those
-- that d:tokens asks for come first, in its order.
local code, class_of, count = {}, {}, 0
local function add_class(name)
  code[name], class_of[1 << count], count = 1 << count, name, count + 1
end
for name in ("plain brief stop tempers open close rise fall reach adverb act level nominal noun indicator"):gmatch "%S+" do
  add_class(name)
end
local others = {} -- in an order that is the same at each start: the build keeps their bits
for name in pairs(classes) do others[#others + 1] = not code[name] and name or nil end
table.sort(others)
for _, name in ipairs(others) do add_class(name) end
local ACT <const>, LEVEL <const>, BRIEF <const>, MOVES <const> = code.act, code.level, code.brief, code.rise | code.fall

-- Verbs that move: 提高到, 提高至, 提高为 are of class `reach`.
local moves = [[
  回调 提高 提升 增加 增长 上升 上涨 扩大 扩展 拓展 扩容 发展 上调 延长 跃升 攀升 回升 拉升 改善 放宽 恢复 优化 调整 前移 上移 升 增 涨 扩
  加快 加速 放慢 放缓 减慢 减缓 调 调增 调减 压 缩 提标 缩小 下降 降低 减少 压减 压缩 缩短 缩减 削减 核减 回落 下调 精简 收窄 压降 下滑 下跌 降 减 跌 追加 减并 合并 整合 撤并 归并
]]
-- Verbs of class `act` that also serve as nouns (老旧小区改造, 生态修复): behind another noun they end its phrase.
local nominal = [[
    改造 建设 治理 整治 修复 保护 更新 培育 投入 投资 服务 保障 培训 生产 发展 开发 利用 供应 供给 处理 处置 回收
    管理 种植 养殖 造林 绿化 就业 创业 搬迁 安置 交易 转化 转让 销售 采购 接待 补助 补贴 奖励 资助 救助 帮扶 维修
    养护 维护 加固 除险加固 改扩建 扩建 改建 提升 提升改造 改造提升 更新改造 招聘 招生 毕业 脱贫 减排 减税 融资
    贷款 结算 报销 研发 孵化 储备 布局 发行 投放 分配 配置 升级 转型 整理 复垦 消费 参保 上市 登记 注册 退役 审批
    入驻 入库 投产 开工 竣工 落地 签约 亮化 提质 扩容 维稳 立案 排查 调解 组织 推广 设置 整改 清淤 续建配套 创新 出栏 存栏
    走访 慰问 核查 清查 抽检 筛查 接种 诊疗 起诉 审理 监测 监督 理赔 授信 调处 移送 扑救 督查 督导 勘查 征缴 缴纳
    创作 出版 演出 放映 推介 合并 购买 承销 征集 收集 抢救 发掘 疏散 接送 护送
    捕捞 饲养 栽植 完工 启动 设计 安装 加装 竞赛 评定 考核 扶持 支持 退出 增收 增殖 增产 节约 花费 奖补 集中 配套 入学 转诊 转移就业
]]
local words

--- Every word and its bits; a start that finds them in the dictionary that the build made does not ask.
function M.words()
  if words then return words end
  words = {}
  for class, list in pairs(classes) do
    local bit = code[class]
    for _, word in ipairs(yanhu.split(type(list) == "table" and table.concat(list, " ") or list)) do words[word] = (words[word] or 0) | bit end
  end
  -- …；（二）…；③…: what counts off within a sentence begins a clause.
  for circled in ("①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"):gmatch(utf8.charpattern) do words[circled] = code.stop end
  for number, han in ipairs(yanhu.split "一 二 三 四 五 六 七 八 九 十") do
    for _, form in ipairs { "（%s）", "(%s)" } do words[form:format(han)], words[form:format(number)] = code.stop, code.stop end
  end
  -- 安排了, 解决了: a verb of two characters with 了; 累计达到: every verb that ends in 达 has its longer form.
  local longer = {}
  for word, bits in pairs(words) do
    if bits & ACT ~= 0 and #word == 6 and not words[word .. "了"] then longer[word .. "了"] = ACT end
    if bits & MOVES ~= 0 and #word == 6 and not words[word .. "了"] then longer[word .. "了"] = bits & MOVES end -- 缩小了
    if bits & LEVEL ~= 0 and bits & ACT == 0 and #word == 6 and not words[word .. "了"] then longer[word .. "了"] = LEVEL end -- 守住了
    if bits & LEVEL ~= 0 and word:sub(-3) == "达" and not words[word .. "到"] then longer[word .. "到"] = LEVEL end
  end
  for word, bit in pairs(longer) do words[word] = bit end
  for verb in moves:gmatch("%S+") do
    for _, particle in ipairs { "到", "至", "为" } do
      words[verb .. particle] = (words[verb .. particle] or 0) | code.reach
    end
  end
  for word, bits in pairs(words) do
    if bits == code.blocker then words[word] = bits | code.plain end -- a word that only blocks others is plain text
    if bits & MOVES ~= 0 and #word == 3 then words[word] = words[word] | BRIEF end -- 高, 低: growth only right before a figure
  end
  for _, word in ipairs(yanhu.split(nominal)) do words[word] = (words[word] or ACT) | code.nominal end
  return words
end

--- The words of a class as a list { word = 1 }: those of which `holds` is true, where it is given.
function M.having(class, holds)
  local list, bit = {}, code[class]
  for word, bits in pairs(M.words()) do
    if bits & bit ~= 0 and (not holds or holds(word)) then list[word] = 1 end
  end
  return list
end

--- The mask of a class in a word's bits.
function M.bit(class) return code[class] end

local sums = { ["先后"] = true, ["相继"] = true, ["合计"] = true, ["共计"] = true, ["总计"] = true, ["共"] = true, ["总共"] = true }
local function sums_up(word) return sums[word] or word:sub(1, #"累计") == "累计" end
local function averages(word)
  local front = word:sub(1, #"年均")
  return front == "年均" or front == "平均" and word:sub(1, #"平均每年") == "平均每年"
end

-- What the scan asks of a word again and again: `peels` (stands between a noun phrase and its figure), `breaks` (cannot be inside
-- a noun phrase), `loud` (not always just a part of one).
local function describe(w)
  w.peels = not w.noun and (w.level or w.rise or w.fall or w.reach or w.adverb or w.each or w.all or w.rank) or false
  w.breaks = w.stop or w.level and not w.act or w.each or w.all or (w.rise or w.fall) and not w.act and not w.brief or w.reach
    or w.push and not w.act or w.adverb and not w.act and not w.inner and #w.word > 3 or false
  w.loud = w.breaks or w.act or w.scope or w.share or w.open or w.close or w.etc or w.prep or w.level or w.rise or w.fall or w.push
    or w.adverb or w.rank or false
  w.sums, w.averages = sums_up(w.word) or false, averages(w.word)
  w.tempers = w.tempers or w.sums or w.averages -- they bear on the time of a figure
  return w
end

local entries = {}

--- A word's entry by its bits: a table whose fields are its classes. Made when it is first asked for.
function M.entry(word, bits)
  local entry = entries[word]
  if entry then return entry end
  entry = { word = word }
  while bits ~= 0 do
    local lowest = bits & -bits
    entry[class_of[lowest]], bits = true, bits ~ lowest
  end
  entries[word] = describe(entry)
  return entry
end

return M
