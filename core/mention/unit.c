/* unit.c: units with their dimensions, as reports write them from 1955 on (公尺, 担, 匹 beside 米, 吨, 台).
 *
 * 58个老旧小区, 2.41亿公斤, 5元/平方米. Words that begin like a unit but are none stand in the same list with
 * no dimension, so that the longest match sends them away. */
#include "unit.h"
#include "../yanhu.h"
#include <stddef.h>

#define D(dimension, name) {name, dimension, 0, 0}
#define L(dimension, name) {name, dimension | UNIT_LOOSE, 0, 0}
#define NOT(name) {name, YH_NO_DIMENSION, 0, 0}

static Word words[] = {
    /* words that only begin like a unit */
    NOT("人均"), NOT("人口"), NOT("人才"), NOT("人民"), NOT("人类"), NOT("人员"), NOT("人工"), NOT("人物"), NOT("人居"), NOT("人文"),
    NOT("人造"), NOT("人体"), NOT("个别"), NOT("个体"), NOT("个性"), NOT("户籍"), NOT("户外"), NOT("户均"), NOT("户型"),
    NOT("名单"), NOT("名义"), NOT("名优"), NOT("名牌"), NOT("名录"), NOT("名胜"), NOT("位于"), NOT("位居"), NOT("位列"),
    NOT("位数"), NOT("口岸"), NOT("口径"), NOT("口罩"), NOT("家庭"), NOT("家具"), NOT("家电"), NOT("家政"), NOT("家乡"),
    NOT("家园"), NOT("家居"), NOT("项目"), NOT("条件"), NOT("条例"), NOT("座谈"), NOT("所有"), NOT("所得"), NOT("所在"),
    NOT("所属"), NOT("所谓"), NOT("处理"), NOT("处置"), NOT("处于"), NOT("处分"), NOT("台湾"), NOT("台账"), NOT("台风"),
    NOT("列车"), NOT("列入"), NOT("列为"), NOT("套餐"), NOT("套路"), NOT("间接"), NOT("间隔"), NOT("场所"), NOT("场地"),
    NOT("场馆"), NOT("场景"), NOT("次数"), NOT("次序"), NOT("起步"), NOT("起到"), NOT("起点"), NOT("起来"), NOT("例行"),
    NOT("例如"), NOT("部门"), NOT("部分"), NOT("部队"), NOT("部署"), NOT("部委"), NOT("种植"), NOT("种子"), NOT("种业"),
    NOT("种粮"), NOT("种养"), NOT("类型"), NOT("类别"), NOT("批准"), NOT("批发"), NOT("批量"), NOT("批复"), NOT("款项"),
    NOT("只要"), NOT("只有"), NOT("只是"), NOT("只能"), NOT("头部"), NOT("头脑"), NOT("段落"), NOT("门类"), NOT("门户"),
    NOT("门槛"), NOT("门诊"), NOT("份额"), NOT("本级"), NOT("本地"), NOT("本土"), NOT("本科"), NOT("本市"), NOT("本省"),
    NOT("本区"), NOT("本县"), NOT("本年"), NOT("本世纪"), NOT("本领"), NOT("本质"), NOT("期间"), NOT("期末"), NOT("期货"),
    NOT("期限"), NOT("轮换"), NOT("轮岗"), NOT("对外"), NOT("对口"), NOT("对接"), NOT("对标"), NOT("对于"), NOT("对应"),
    NOT("对象"), NOT("对比"), NOT("双方"), NOT("双重"), NOT("双向"), NOT("双碳"), NOT("双创"), NOT("双减"), NOT("双拥"), NOT("双增"), NOT("双升"), NOT("双下降"), NOT("双百"), NOT("双控"), NOT("双随机"), NOT("双提升"), NOT("双过半"), NOT("双一流"), NOT("双侧"), NOT("副省级"), NOT("副中心"), NOT("组织"), NOT("组建"),
    NOT("组成"), NOT("组合"), NOT("支持"), NOT("支撑"), NOT("支付"), NOT("支出"), NOT("支队"), NOT("支援"), NOT("队伍"),
    NOT("班子"), NOT("班车"), NOT("片区"), NOT("面向"), NOT("面积"), NOT("面对"), NOT("面临"), NOT("面貌"), NOT("根据"),
    NOT("根本"), NOT("把握"), NOT("把手"), NOT("节点"), NOT("节约"), NOT("节能"), NOT("节水"), NOT("节假日"), NOT("节庆"),
    NOT("层次"), NOT("道路"), NOT("级别"), NOT("级联"), NOT("步伐"), NOT("单位"), NOT("单元"), NOT("单列"), NOT("票据"),
    NOT("股份"), NOT("股权"), NOT("股东"), NOT("注重"), NOT("注册"), NOT("课程"), NOT("课题"), NOT("集中"), NOT("集体"),
    NOT("集群"), NOT("集聚"), NOT("集团"), NOT("集约"), NOT("首都"), NOT("首位"), NOT("首次"), NOT("首台"), NOT("首批"),
    NOT("点位"), NOT("分别"), NOT("分之"), NOT("分布"), NOT("分类"), NOT("分为"), NOT("分成"), NOT("分批"), NOT("分期"),
    NOT("分级"), NOT("分公司"), NOT("分支"), NOT("分散"), NOT("分配"), NOT("分红"), NOT("分局"), NOT("分行业"), NOT("网络"),
    NOT("网格"), NOT("网点"), NOT("网民"), NOT("网上"), NOT("车站"), NOT("车间"), NOT("车辆"), NOT("线上"), NOT("线路"),
    NOT("线下"), NOT("方案"), NOT("方式"), NOT("方针"), NOT("方向"), NOT("方便"), NOT("方位"), NOT("圈层"), NOT("手续"),
    NOT("手机"), NOT("团队"), NOT("团结"), NOT("年均"), NOT("年度"), NOT("年代"), NOT("年产"), NOT("年轻"), NOT("年龄"),
    NOT("天然"), NOT("天气"), NOT("天津"), NOT("日均"), NOT("日常"), NOT("日产"), NOT("月均"), NOT("月底"), NOT("周边"),
    NOT("周期"), NOT("周年"), NOT("元旦"), NOT("元宵"), NOT("平台"), NOT("平均"), NOT("平原"), NOT("平安"), NOT("平方"),
    NOT("平稳"), NOT("平衡"), NOT("里程"), NOT("米面"), NOT("度假"), NOT("度过"), NOT("克服"), NOT("升级"), NOT("升至"),
    NOT("升到"), NOT("升学"), NOT("升格"), NOT("吨位"), NOT("张力"), NOT("床位"), NOT("块状"), NOT("针对"), NOT("盘活"),
    NOT("亩均"), NOT("件均"), NOT("字样"), NOT("斤两"), NOT("次年"), NOT("次日"), NOT("片面"), NOT("幅度"), NOT("顶层"),
    NOT("顶尖"), NOT("单一"), NOT("单独"), NOT("手段"), NOT("手工"), NOT("手术"), NOT("线性"), NOT("例外"), NOT("本来"),
    NOT("本着"), NOT("本次"), NOT("本届"), NOT("声音"), NOT("包括"), NOT("包含"), NOT("包装"), NOT("把关"), NOT("节奏"),
    NOT("门前"), NOT("口头"), NOT("部级"), NOT("手中"), NOT("支部"), NOT("队员"), NOT("班级"), NOT("度汛"), NOT("分钱"),
    NOT("两会"), NOT("两个"), NOT("两岸"), NOT("两项"), NOT("两种"), NOT("两类"), NOT("两级"), NOT("两条"), NOT("两家"), NOT("两年"), NOT("两大"), NOT("两地"), NOT("两市"), NOT("两省"), NOT("两县"), NOT("两区"), NOT("两手"), NOT("两端"), NOT("两翼"), NOT("年级"),
    /* money */
    D(YH_MONEY, "元"), D(YH_MONEY, "块钱"), D(YH_MONEY, "美元"), D(YH_MONEY, "元人民币"), D(YH_MONEY, "人民币"), D(YH_MONEY, "港元"),
    D(YH_MONEY, "港币"), D(YH_MONEY, "日元"), D(YH_MONEY, "欧元"), D(YH_MONEY, "英镑"), D(YH_MONEY, "卢布"), D(YH_MONEY, "新台币"),
    D(YH_MONEY, "新台币元"), D(YH_MONEY, "台币"), D(YH_MONEY, "瑞士法郎"), D(YH_MONEY, "法郎"), D(YH_MONEY, "马克"), D(YH_MONEY, "澳元"),
    D(YH_MONEY, "加元"), D(YH_MONEY, "韩元"), D(YH_MONEY, "新元"), D(YH_MONEY, "美分"), D(YH_MONEY, "美圆"), D(YH_MONEY, "元美金"),
    D(YH_MONEY, "美金"), D(YH_MONEY, "奈拉"), D(YH_MONEY, "角钱"), D(YH_MONEY, "卢比"),
    /* parts of a whole */
    D(YH_PERCENT, "%"), D(YH_PERCENT, "％"), D(YH_PERCENT, "‰"), D(YH_PERCENT, "个百分比"),
    D(YH_POINTS, "个百分点"), D(YH_POINTS, "百分点"), D(YH_POINTS, "个千分点"), D(YH_POINTS, "個百分點"), D(YH_POINTS, "个基点"), D(YH_POINTS, "个点"),
    D(YH_TIMES, "倍"),
    /* area */
    D(YH_AREA, "亩"), D(YH_AREA, "市亩"), D(YH_AREA, "亩次"), D(YH_AREA, "公顷"), D(YH_AREA, "平方米"), D(YH_AREA, "平方公里"), D(YH_AREA, "平方千米"),
    D(YH_AREA, "平方公尺"), D(YH_AREA, "平方尺"), D(YH_AREA, "平米"), D(YH_AREA, "平方海里"), L(YH_AREA, "平"), D(YH_AREA, "㎡"), D(YH_AREA, "k㎡"),
    /* length */
    D(YH_LENGTH, "公里"), D(YH_LENGTH, "车道公里"), D(YH_LENGTH, "皮长公里"), D(YH_LENGTH, "芯公里"), D(YH_LENGTH, "延米"), D(YH_LENGTH, "延长米"), D(YH_LENGTH, "米"),
    D(YH_LENGTH, "千米"), L(YH_LENGTH, "里"), D(YH_LENGTH, "华里"), D(YH_LENGTH, "海里"), D(YH_LENGTH, "厘米"), D(YH_LENGTH, "毫米"), D(YH_LENGTH, "微米"),
    D(YH_LENGTH, "纳米"), D(YH_LENGTH, "分米"), D(YH_LENGTH, "公尺"), D(YH_LENGTH, "公分"), L(YH_LENGTH, "尺"), D(YH_LENGTH, "市尺"), D(YH_LENGTH, "英尺"),
    D(YH_LENGTH, "英寸"), L(YH_LENGTH, "丈"), L(YH_LENGTH, "寸"), D(YH_LENGTH, "光年"), D(YH_LENGTH, "km"), D(YH_LENGTH, "cm"), D(YH_LENGTH, "mm"),
    D(YH_LENGTH, "nm"), D(YH_LENGTH, "m"), D(YH_LENGTH, "CM"), D(YH_LENGTH, "英里"),
    /* mass */
    D(YH_MASS, "吨"), D(YH_MASS, "噸"), D(YH_MASS, "公吨"), D(YH_MASS, "公斤"), D(YH_MASS, "斤"), D(YH_MASS, "市斤"), D(YH_MASS, "千克"), D(YH_MASS, "克"),
    D(YH_MASS, "毫克"), D(YH_MASS, "微克"), D(YH_MASS, "担"), D(YH_MASS, "市担"), D(YH_MASS, "两黄金"), D(YH_MASS, "载重吨"), D(YH_MASS, "总吨"), D(YH_MASS, "kg"),
    D(YH_MASS, "克拉"), D(YH_MASS, "两"), D(YH_MASS, "盎司"), D(YH_MASS, "磅"), D(YH_MASS, "公担"),
    /* volume */
    D(YH_VOLUME, "立方米"), D(YH_VOLUME, "立方公尺"), D(YH_VOLUME, "标准立方米"), D(YH_VOLUME, "标方"), L(YH_VOLUME, "方"), D(YH_VOLUME, "土石方"), D(YH_VOLUME, "立方公里"),
    D(YH_VOLUME, "升"), D(YH_VOLUME, "公升"), D(YH_VOLUME, "毫升"), D(YH_VOLUME, "m³"), D(YH_VOLUME, "立方"), D(YH_VOLUME, "桶"),
    /* energy and power */
    D(YH_ENERGY, "千瓦时"), D(YH_ENERGY, "千瓦小时"), D(YH_ENERGY, "瓦时"), D(YH_ENERGY, "兆瓦时"), D(YH_ENERGY, "吉瓦时"), L(YH_ENERGY, "度"), D(YH_ENERGY, "度电"),
    D(YH_ENERGY, "吨标准煤"), D(YH_ENERGY, "吨标煤"), D(YH_ENERGY, "千克标准煤"), D(YH_ENERGY, "公斤标准煤"), D(YH_ENERGY, "克标准煤"), D(YH_ENERGY, "克标煤"),
    D(YH_ENERGY, "焦耳"), D(YH_ENERGY, "千焦"), D(YH_ENERGY, "千卡"), D(YH_ENERGY, "大卡"), D(YH_ENERGY, "GWh"), D(YH_ENERGY, "MWh"), D(YH_ENERGY, "kWh"),
    D(YH_ENERGY, "吨油当量"), D(YH_ENERGY, "吨标油"), D(YH_ENERGY, "吉焦"), D(YH_ENERGY, "KWh"),
    D(YH_POWER, "千瓦"), D(YH_POWER, "兆瓦"), D(YH_POWER, "吉瓦"), D(YH_POWER, "瓦"), D(YH_POWER, "马力"), D(YH_POWER, "匹马力"), D(YH_POWER, "千伏安"), D(YH_POWER, "兆伏安"),
    D(YH_POWER, "MW"), D(YH_POWER, "GW"), D(YH_POWER, "kW"), D(YH_POWER, "KW"), D(YH_POWER, "峰瓦"), D(YH_POWER, "蒸吨"),
    /* time */
    D(YH_TIME, "年"), D(YH_TIME, "天"), L(YH_TIME, "日"), D(YH_TIME, "个月"), D(YH_TIME, "月"), D(YH_TIME, "周"), D(YH_TIME, "星期"), D(YH_TIME, "个星期"), D(YH_TIME, "小时"),
    D(YH_TIME, "个小时"), D(YH_TIME, "学时"), D(YH_TIME, "课时"), D(YH_TIME, "分钟"), D(YH_TIME, "秒"), D(YH_TIME, "秒钟"), D(YH_TIME, "毫秒"), D(YH_TIME, "个工作日"),
    D(YH_TIME, "工作日"), D(YH_TIME, "个季度"), D(YH_TIME, "个年度"), D(YH_TIME, "个世纪"), D(YH_TIME, "个半月"), D(YH_TIME, "岁"), D(YH_TIME, "周岁"),
    D(YH_TIME, "个年头"), D(YH_TIME, "昼夜"), D(YH_TIME, "个交易日"), D(YH_TIME, "个自然日"), D(YH_TIME, "机时"), D(YH_TIME, "工时"),
    /* people */
    D(YH_PEOPLE, "人"), D(YH_PEOPLE, "人次"), D(YH_PEOPLE, "人份"), D(YH_PEOPLE, "名"), D(YH_PEOPLE, "位"), D(YH_PEOPLE, "户"), L(YH_PEOPLE, "口"), D(YH_PEOPLE, "户次"),
    D(YH_PEOPLE, "户家庭"), D(YH_PEOPLE, "农户"), D(YH_PEOPLE, "口人"), D(YH_PEOPLE, "个人"),
    /* counted things */
    D(YH_THINGS, "个"), D(YH_THINGS, "個"), D(YH_THINGS, "家"), D(YH_THINGS, "家次"), D(YH_THINGS, "项"), D(YH_THINGS, "项次"), D(YH_THINGS, "条"), D(YH_THINGS, "条次"), D(YH_THINGS, "座"), D(YH_THINGS, "件"),
    D(YH_THINGS, "件次"), D(YH_THINGS, "所"), D(YH_THINGS, "处"), D(YH_THINGS, "台"), D(YH_THINGS, "台套"), D(YH_THINGS, "台（套）"), D(YH_THINGS, "台(套)"), D(YH_THINGS, "套（台）"), D(YH_THINGS, "台次"), D(YH_THINGS, "辆"),
    D(YH_THINGS, "辆次"), D(YH_THINGS, "列"), D(YH_THINGS, "列次"), D(YH_THINGS, "架"), D(YH_THINGS, "架次"), D(YH_THINGS, "艘"), D(YH_THINGS, "艘次"), D(YH_THINGS, "套"), D(YH_THINGS, "间"),
    D(YH_THINGS, "张"), D(YH_THINGS, "床"), D(YH_THINGS, "场"), D(YH_THINGS, "场次"), D(YH_THINGS, "次"), D(YH_THINGS, "起"), D(YH_THINGS, "宗"), D(YH_THINGS, "例"),
    D(YH_THINGS, "篇"), L(YH_THINGS, "部"), D(YH_THINGS, "种"), D(YH_THINGS, "类"), D(YH_THINGS, "批"), D(YH_THINGS, "批次"), D(YH_THINGS, "款"), D(YH_THINGS, "枚"),
    D(YH_THINGS, "只"), L(YH_THINGS, "头"), D(YH_THINGS, "头只"), D(YH_THINGS, "头（只）"), D(YH_THINGS, "羽"), D(YH_THINGS, "匹"), D(YH_THINGS, "尾"), D(YH_THINGS, "株"), D(YH_THINGS, "棵"),
    D(YH_THINGS, "口井"), L(YH_THINGS, "眼"), L(YH_THINGS, "孔"), D(YH_THINGS, "段"), D(YH_THINGS, "幢"), D(YH_THINGS, "栋"), D(YH_THINGS, "樘"), D(YH_THINGS, "盏"),
    L(YH_THINGS, "门"), D(YH_THINGS, "份"), D(YH_THINGS, "册"), L(YH_THINGS, "卷"), L(YH_THINGS, "本"), L(YH_THINGS, "期"), L(YH_THINGS, "届"),
    D(YH_THINGS, "轮"), L(YH_THINGS, "对"), D(YH_THINGS, "双"), L(YH_THINGS, "副"), L(YH_THINGS, "组"), L(YH_THINGS, "支"), L(YH_THINGS, "队"), L(YH_THINGS, "班"), D(YH_THINGS, "班次"),
    D(YH_THINGS, "班列"), D(YH_THINGS, "趟"), D(YH_THINGS, "趟次"), D(YH_THINGS, "航班"), D(YH_THINGS, "标箱"), D(YH_THINGS, "标准箱"), D(YH_THINGS, "国际标准箱"), D(YH_THINGS, "TEU"), D(YH_THINGS, "箱"), D(YH_THINGS, "箱次"),
    L(YH_THINGS, "包"), L(YH_THINGS, "袋"), D(YH_THINGS, "瓶"), D(YH_THINGS, "盒"), D(YH_THINGS, "剂次"), D(YH_THINGS, "剂"), D(YH_THINGS, "针"), D(YH_THINGS, "片"), D(YH_THINGS, "块"),
    L(YH_THINGS, "面"), L(YH_THINGS, "根"), L(YH_THINGS, "把"), L(YH_THINGS, "节"), L(YH_THINGS, "层"), L(YH_THINGS, "道"), L(YH_THINGS, "级"), L(YH_THINGS, "步"), D(YH_THINGS, "笔"),
    L(YH_THINGS, "单"), L(YH_THINGS, "票"), L(YH_THINGS, "股"), D(YH_THINGS, "注"), L(YH_THINGS, "课"), L(YH_THINGS, "集"), L(YH_THINGS, "曲"), L(YH_THINGS, "首"), L(YH_THINGS, "幅"),
    L(YH_THINGS, "分"), D(YH_THINGS, "顶"), D(YH_THINGS, "颗"), D(YH_THINGS, "锭"), 
    D(YH_THINGS, "个次"), L(YH_THINGS, "网"), D(YH_THINGS, "泊位"), D(YH_THINGS, "P"), D(YH_THINGS, "PFLOPS"), D(YH_THINGS, "EFLOPS"), D(YH_THINGS, "EFlops"), D(YH_THINGS, "PFlops"), D(YH_THINGS, "盘"), D(YH_THINGS, "垛"),
    D(YH_THINGS, "车次"), L(YH_THINGS, "车"), L(YH_THINGS, "线"), L(YH_THINGS, "声"), L(YH_THINGS, "方面"), L(YH_THINGS, "圈"), L(YH_THINGS, "手"), L(YH_THINGS, "字"), L(YH_THINGS, "团"), D(YH_THINGS, "成员"),
    /* joined and other */
    D(YH_RATE, "吨公里"), D(YH_RATE, "人公里"), D(YH_RATE, "吨海里"), D(YH_RATE, "人海里"), D(YH_RATE, "换算吨公里"),
    D(YH_CONCENTRATION, "微克/立方米"), D(YH_CONCENTRATION, "毫克/升"), D(YH_CONCENTRATION, "微克每立方米"), D(YH_CONCENTRATION, "ppm"),
    D(YH_CONCENTRATION, "个/立方厘米"), D(YH_CONCENTRATION, "μg/m³"),
    D(YH_SPEED, "km/h"), D(YH_SPEED, "千米每小时"), D(YH_SPEED, "公里每小时"),
    D(YH_TEMPERATURE, "℃"), D(YH_TEMPERATURE, "摄氏度"), D(YH_TEMPERATURE, "°C"), 
    D(YH_DATA, "GB"), D(YH_DATA, "MB"), D(YH_DATA, "TB"), D(YH_DATA, "PB"), D(YH_DATA, "EB"), D(YH_DATA, "ZB"), D(YH_DATA, "Gbps"), D(YH_DATA, "Mbps"), D(YH_DATA, "Tbps"), D(YH_DATA, "Gbit/s"), D(YH_DATA, "兆比特"), D(YH_DATA, "字节"), D(YH_DATA, "千字节"), D(YH_DATA, "兆字节"), D(YH_DATA, "比特"), D(YH_DATA, "千比特"), D(YH_DATA, "量子比特"),
    D(YH_RATE, "赫兹"), D(YH_RATE, "兆赫"), D(YH_RATE, "兆赫兹"), D(YH_RATE, "千赫"), D(YH_RATE, "千伏"), D(YH_RATE, "伏"), D(YH_RATE, "千安"), D(YH_RATE, "kV"), D(YH_RATE, "分贝"), D(YH_RATE, "兆帕"), D(YH_RATE, "千帕"),
};

static Lexicon units = {.words = words, .count = sizeof words / sizeof *words};

void unit_prepare(void) { lexicon_prepare(&units); }

const Word *unit_at(const char *text, uint32_t end, uint32_t at) {
  const Word *unit = lexicon_find(&units, text, at, end, at);
  return unit && unit->tag != YH_NO_DIMENSION ? unit : NULL;
}
