/* unit.c: units with their dimensions, as reports write them from 1955 on (公尺, 担, 匹 beside 米, 吨, 台).
 *
 * 58个老旧小区, 2.41亿公斤, 5元/平方米. Words that begin like a unit but are none stand in the same list with
 * no dimension, so that the longest match sends them away. */
#include "unit.h"
#include "../yanhu.h"
#include <stddef.h>

static const WordGroup words[] = {
    /* words that only begin like a unit */
    {YH_NO_DIMENSION,
     "客户 客流 客运 客车 客货 客商 客人 客房 客源 客机 客栈 客观 客厅 客轮 客船 客滚 客群 管理 管网 管线 管道 管护 管控 管委 管辖 管廊 管制 管教 管养 群众 群体 群团 群岛 群防 人均 人口 人才 人民 人类 人员 人工 人物 人居环 人居奖 人文 人造 人体 个别 个体 个性 户籍 户外 户均 户型 名单 名义 "
     "名优 名牌 名录 名胜 位于 位居 位列 位数 口岸 口径 口罩 家庭 家具 家电 家政 家乡 家园 家居 项目 条件 条例 "
     "座谈 所有 所得 所在 所属 所谓 处理 处置 处于 处分 台湾 台阶 台账 台风 列车 列入 列为 套餐 套路 间接 间隔 场所 "
     "场地 场馆 场景 次数 次序 起步 起到 起点 起来 例行 例如 部门 部分 部队 部署 部委 种植 种子 种业 种粮 种养 "
     "类型 类别 批准 批发 批量 批复 款项 只要 只有 只是 只能 头部 头脑 段落 门类 门户 门槛 门诊 份额 本级 本地 "
     "本土 本科 本市 本省 本区 本县 本年 本世纪 本领 本质 期间 期末 期货 期限 轮换 轮岗 轮车 对外 对口 对接 对标 对于 "
     "对应 对象 对比 双方 双重 双向 双碳 双创 双减 双拥 双增 双升 双下降 双百 双控 双随机 双提升 双过半 双一流 "
     "双侧 副省级 副中心 组织 组建 组成 组合 支持 支撑 支付 支出 支队 支援 队伍 班子 班车 片区 面向 面积 面对 "
     "面临 面貌 根据 根本 把握 把手 节点 节约 节能 节水 节假日 节庆 层次 道路 路灯 路段 路口 路网 路面 路径 路线 路牌 "
     "令人 席位 桌面 级别 级联 步伐 单位 单元 单列 票据 "
     "股份 股权 股东 注重 注册 课程 课题 集中 集体 集群 集聚 集团 集约 首都 首位 首次 首台 首批 点位 分别 分之 "
     "分布 分类 分为 分成 分批 分期 分级 分公司 分支 分散 分配 分红 分局 分行业 网络 网格 网点 网民 网上 车站 "
     "车间 车辆 线上 线路 线下 方案 方式 方针 方向 方便 方位 圈层 手续 手机 团队 团结 年均 年平均 年度 年代 年产 年轻 "
     "年龄 天然 天气 天津 日均 日常 日产 月均 月底 周边 周期 周年 元旦 元宵 平台 平均 平原 平安 平方 平稳 平衡 "
     "里程 米面 度假 度过 克服 升级 升至 升到 升学 升格 吨位 张力 床位 块状 针对 盘活 亩均 件均 字样 斤两 次年 "
     "次日 片面 幅度 顶层 顶尖 单一 单独 手段 手工 手术 线性 例外 本来 本着 本次 本届 声音 包括 包含 包装 把关 "
     "节奏 门前 口头 部级 手中 支部 队员 班级 度汛 两会 两个 两岸 两项 两种 两类 两级 两条 两家 两年 两月 两大 "
     "两地 两市 两省 两县 两区 两手 两端 两翼 年级"},
    /* money */
    {YH_MONEY, "元 美元 元人民币 人民币 港元 港币 日元 欧元 英镑 卢布 新台币 新台币元 台币 瑞士法郎 法郎 马克 澳元 "
               "加元 韩元 新元 美分 美圆 元美金 美金 奈拉 角钱 分钱 卢比"},
    /* parts of a whole */
    {YH_PERCENT, "% ％ ‰ /10万 /十万 个百分比"},
    {YH_POINTS, "个百分点 百分点 个千分点 個百分點 个基点 个点"},
    {YH_TIMES, "倍"},
    /* area */
    {YH_AREA, "亩 市亩 亩次 公亩 公顷 平方米 平方公里 平方千米 平方公尺 平方尺 平米 平方海里 ㎡ k㎡ km² km2 m² m2 ha hm²"},
    {YH_AREA | UNIT_LOOSE, "平"},
    /* length */
    {YH_LENGTH,
     "公里 车道公里 皮长公里 芯公里 延米 延长米 米 千米 华里 海里 厘米 毫米 微米 纳米 分米 公尺 公分 市尺 英尺 "
     "英寸 光年 km cm mm μm nm m CM 英里"},
    {YH_LENGTH | UNIT_LOOSE, "里 尺 丈 寸"},
    /* mass */
    {YH_MASS, "吨 噸 公吨 公斤 斤 市斤 千克 克 毫克 微克 担 市担 载重吨 标准吨 标吨 实物吨 总吨 kg 克拉 两 盎司 磅 公担"},
    /* volume */
    {YH_VOLUME, "立方米 立方公尺 标准立方米 标方 公方 立方公里 升 公升 毫升 m³ m3 立方 桶"},
    {YH_VOLUME | UNIT_LOOSE, "方"},
    /* energy and power */
    {YH_ENERGY, "千瓦时 千瓦小时 瓦时 兆瓦时 吉瓦时 吨标准煤 吨标煤 千克标准煤 公斤标准煤 克标准煤 克标煤 焦耳 千焦 "
                "千卡 大卡 GWh MWh kWh 吨油当量 吨标油 吉焦 KWh"},
    {YH_ENERGY | UNIT_LOOSE, "度"},
    {YH_POWER, "千瓦 兆瓦 吉瓦 瓦 瓩 马力 匹马力 千伏安 kVA MVA 兆伏安 MW GW kW KW 峰瓦 蒸吨"},
    /* time */
    {YH_TIME,
     "年 天 个月 月 周 星期 个星期 小时 个小时 学时 课时 分钟 秒 秒钟 毫秒 个工作日 工作日 个季度 个年度 个世纪 "
     "个半月 岁 周岁 个年头 昼夜 个交易日 个自然日 机时 工时"},
    {YH_TIME | UNIT_LOOSE, "日"},
    /* people */
    {YH_PEOPLE, "人 人次 人份 名 位 户 户次"},
    {YH_PEOPLE | UNIT_LOOSE, "口"},
    /* counted things */
    {YH_THINGS,
     "个 個 家 家次 项 项次 条 条次 座 件 件次 所 处 台 台套 台次 辆 辆次 列 列次 架 "
     "架次 艘 艘次 套 间 张 床 场 场次 次 起 宗 例 篇 种 类 批 批次 款 枚 只 头只 头只匹 头匹只 羽 匹 尾 株 棵 段 羊单位 绵羊单位 标准羊单位 猪单位 牛单位 "
     "幢 栋 樘 盏 份 册 轮 双 班次 趟 趟次 标箱 标准箱 国际标准箱 TEU 箱 大箱 重箱 重量箱 箱次 瓶 盒 剂次 剂 针 片 块 笔 雙 "
     "注 顶 颗 锭 个次 P PFLOPS EFLOPS EFlops PFlops 盘 垛 车次 轮次 潜次 标台 标准台 混合台 例次 人天 人日 人年 人月 工日 个工日"},
    {YH_THINGS | UNIT_LOOSE,
     "部 头 眼 孔 门 卷 本 期 届 对 副 组 支 队 班 包 袋 面 根 把 节 层 道 级 步 单 票 股 课 集 曲 首 幅 分 网 车 群 管 客 "
     "线 声 方面 圈 手 字 团 路 令 席 桌"},
    /* joined and other */
    {YH_RATE, "吨公里 人公里 吨海里 人海里 换算吨公里 车公里 列公里 赫兹 GHz MHz 兆赫 兆赫兹 千赫 千伏 千安 kV 分贝 "
              "兆帕 千帕 °"},
    {YH_RATE | UNIT_LOOSE, "伏"},
    {YH_CONCENTRATION, "微克/立方米 毫克/升 微克每立方米 ppm 个/立方厘米 μg/m³"},
    {YH_SPEED, "km/h 千米每小时 公里每小时"},
    {YH_TEMPERATURE, "℃ 摄氏度 °C"},
    {YH_DATA, "GB MB TB PB EB ZB Gbps Mbps Tbps Gbit/s 兆比特 字节 千字节 兆字节 比特 千比特 量子比特"},
};

static Lexicon units = {.groups = words, .group_count = sizeof words / sizeof *words};

void unit_prepare(void) {
  lexicon_prepare(&units);
}

const Word *unit_at(const char *text, uint32_t end, uint32_t at) {
  const Word *unit = lexicon_find(&units, text, at, end, at);
  return unit && unit->tag != YH_NO_DIMENSION ? unit : NULL;
}
