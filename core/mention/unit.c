/* unit.c: units with their dimensions, as reports write them from 1955 on (公尺, 担, 匹 beside 米, 吨, 台).
 *
 * 58个老旧小区, 2.41亿公斤, 5元/平方米. Words that begin like a unit but are none stand in the same list with
 * no dimension, so that the longest match sends them away. */
#include "unit.h"
#include "../yanhu.h"
#include <stddef.h>

#define D(dimension, name) {name, dimension, 0}

static Word words[] = {
    /* money */
    D(YH_MONEY, "元"), D(YH_MONEY, "块钱"), D(YH_MONEY, "美元"), D(YH_MONEY, "元人民币"), D(YH_MONEY, "人民币"), D(YH_MONEY, "港元"),
    D(YH_MONEY, "港币"), D(YH_MONEY, "日元"), D(YH_MONEY, "欧元"), D(YH_MONEY, "英镑"), D(YH_MONEY, "卢布"), D(YH_MONEY, "新台币"),
    D(YH_MONEY, "新台币元"), D(YH_MONEY, "台币"), D(YH_MONEY, "瑞士法郎"), D(YH_MONEY, "法郎"), D(YH_MONEY, "马克"), D(YH_MONEY, "澳元"),
    D(YH_MONEY, "加元"), D(YH_MONEY, "韩元"), D(YH_MONEY, "新元"), D(YH_MONEY, "美分"), D(YH_MONEY, "美圆"), D(YH_MONEY, "元美金"),
    D(YH_MONEY, "美金"), D(YH_MONEY, "奈拉"), D(YH_MONEY, "億元"), D(YH_MONEY, "角钱"), D(YH_MONEY, "卢比"),
    /* parts of a whole */
    D(YH_PERCENT, "%"), D(YH_PERCENT, "％"), D(YH_PERCENT, "‰"), D(YH_PERCENT, "个百分比"),
    D(YH_POINTS, "个百分点"), D(YH_POINTS, "百分点"), D(YH_POINTS, "个千分点"), D(YH_POINTS, "個百分點"), D(YH_POINTS, "个基点"), D(YH_POINTS, "个点"),
    D(YH_TIMES, "倍"),
    /* area */
    D(YH_AREA, "亩"), D(YH_AREA, "市亩"), D(YH_AREA, "亩次"), D(YH_AREA, "公顷"), D(YH_AREA, "平方米"), D(YH_AREA, "平方公里"), D(YH_AREA, "平方千米"),
    D(YH_AREA, "平方公尺"), D(YH_AREA, "平方尺"), D(YH_AREA, "平米"), D(YH_AREA, "平方海里"), D(YH_AREA, "平"), D(YH_AREA, "㎡"), D(YH_AREA, "k㎡"),
    /* length */
    D(YH_LENGTH, "公里"), D(YH_LENGTH, "车道公里"), D(YH_LENGTH, "皮长公里"), D(YH_LENGTH, "芯公里"), D(YH_LENGTH, "延米"), D(YH_LENGTH, "延长米"), D(YH_LENGTH, "米"),
    D(YH_LENGTH, "千米"), D(YH_LENGTH, "里"), D(YH_LENGTH, "华里"), D(YH_LENGTH, "海里"), D(YH_LENGTH, "厘米"), D(YH_LENGTH, "毫米"), D(YH_LENGTH, "微米"),
    D(YH_LENGTH, "纳米"), D(YH_LENGTH, "分米"), D(YH_LENGTH, "公尺"), D(YH_LENGTH, "公分"), D(YH_LENGTH, "尺"), D(YH_LENGTH, "市尺"), D(YH_LENGTH, "英尺"),
    D(YH_LENGTH, "英寸"), D(YH_LENGTH, "丈"), D(YH_LENGTH, "寸"), D(YH_LENGTH, "光年"), D(YH_LENGTH, "km"), D(YH_LENGTH, "cm"), D(YH_LENGTH, "mm"),
    D(YH_LENGTH, "nm"), D(YH_LENGTH, "m"), D(YH_LENGTH, "CM"), D(YH_LENGTH, "英里"),
    /* mass */
    D(YH_MASS, "吨"), D(YH_MASS, "噸"), D(YH_MASS, "公吨"), D(YH_MASS, "公斤"), D(YH_MASS, "斤"), D(YH_MASS, "市斤"), D(YH_MASS, "千克"), D(YH_MASS, "克"),
    D(YH_MASS, "毫克"), D(YH_MASS, "微克"), D(YH_MASS, "担"), D(YH_MASS, "市担"), D(YH_MASS, "两黄金"), D(YH_MASS, "载重吨"), D(YH_MASS, "总吨"), D(YH_MASS, "kg"),
    D(YH_MASS, "克拉"), D(YH_MASS, "盎司"), D(YH_MASS, "磅"), D(YH_MASS, "公担"),
    /* volume */
    D(YH_VOLUME, "立方米"), D(YH_VOLUME, "立方公尺"), D(YH_VOLUME, "标准立方米"), D(YH_VOLUME, "标方"), D(YH_VOLUME, "方"), D(YH_VOLUME, "土石方"), D(YH_VOLUME, "立方公里"),
    D(YH_VOLUME, "升"), D(YH_VOLUME, "公升"), D(YH_VOLUME, "毫升"), D(YH_VOLUME, "m³"), D(YH_VOLUME, "立方"), D(YH_VOLUME, "桶"),
    /* energy and power */
    D(YH_ENERGY, "千瓦时"), D(YH_ENERGY, "千瓦小时"), D(YH_ENERGY, "瓦时"), D(YH_ENERGY, "兆瓦时"), D(YH_ENERGY, "吉瓦时"), D(YH_ENERGY, "度"), D(YH_ENERGY, "度电"),
    D(YH_ENERGY, "吨标准煤"), D(YH_ENERGY, "吨标煤"), D(YH_ENERGY, "千克标准煤"), D(YH_ENERGY, "公斤标准煤"), D(YH_ENERGY, "克标准煤"), D(YH_ENERGY, "克标煤"),
    D(YH_ENERGY, "焦耳"), D(YH_ENERGY, "千焦"), D(YH_ENERGY, "千卡"), D(YH_ENERGY, "大卡"), D(YH_ENERGY, "GWh"), D(YH_ENERGY, "MWh"), D(YH_ENERGY, "kWh"),
    D(YH_ENERGY, "吨油当量"), D(YH_ENERGY, "吨标油"), D(YH_ENERGY, "吉焦"), D(YH_ENERGY, "KWh"),
    D(YH_POWER, "千瓦"), D(YH_POWER, "兆瓦"), D(YH_POWER, "吉瓦"), D(YH_POWER, "瓦"), D(YH_POWER, "马力"), D(YH_POWER, "匹马力"), D(YH_POWER, "千伏安"), D(YH_POWER, "兆伏安"),
    D(YH_POWER, "MW"), D(YH_POWER, "GW"), D(YH_POWER, "kW"), D(YH_POWER, "KW"), D(YH_POWER, "峰瓦"), D(YH_POWER, "蒸吨"),
    /* time */
    D(YH_TIME, "年"), D(YH_TIME, "天"), D(YH_TIME, "日"), D(YH_TIME, "个月"), D(YH_TIME, "月"), D(YH_TIME, "周"), D(YH_TIME, "星期"), D(YH_TIME, "个星期"), D(YH_TIME, "小时"),
    D(YH_TIME, "个小时"), D(YH_TIME, "学时"), D(YH_TIME, "课时"), D(YH_TIME, "分钟"), D(YH_TIME, "秒"), D(YH_TIME, "秒钟"), D(YH_TIME, "毫秒"), D(YH_TIME, "个工作日"),
    D(YH_TIME, "工作日"), D(YH_TIME, "个季度"), D(YH_TIME, "个年度"), D(YH_TIME, "个世纪"), D(YH_TIME, "个半月"), D(YH_TIME, "岁"), D(YH_TIME, "周岁"),
    D(YH_TIME, "个年头"), D(YH_TIME, "昼夜"), D(YH_TIME, "个交易日"), D(YH_TIME, "个自然日"), D(YH_TIME, "天大"), D(YH_TIME, "机时"), D(YH_TIME, "工时"),
    /* people */
    D(YH_PEOPLE, "人"), D(YH_PEOPLE, "人次"), D(YH_PEOPLE, "人份"), D(YH_PEOPLE, "名"), D(YH_PEOPLE, "位"), D(YH_PEOPLE, "户"), D(YH_PEOPLE, "口"), D(YH_PEOPLE, "户次"),
    D(YH_PEOPLE, "户家庭"), D(YH_PEOPLE, "农户"), D(YH_PEOPLE, "口人"), D(YH_PEOPLE, "个人"), D(YH_PEOPLE, "万户"), D(YH_PEOPLE, "名次"),
    /* counted things */
    D(YH_THINGS, "个"), D(YH_THINGS, "個"), D(YH_THINGS, "家"), D(YH_THINGS, "家次"), D(YH_THINGS, "项"), D(YH_THINGS, "项次"), D(YH_THINGS, "条"), D(YH_THINGS, "条次"), D(YH_THINGS, "座"), D(YH_THINGS, "件"),
    D(YH_THINGS, "件次"), D(YH_THINGS, "所"), D(YH_THINGS, "处"), D(YH_THINGS, "台"), D(YH_THINGS, "台套"), D(YH_THINGS, "台（套）"), D(YH_THINGS, "台(套)"), D(YH_THINGS, "套（台）"), D(YH_THINGS, "台次"), D(YH_THINGS, "辆"),
    D(YH_THINGS, "辆次"), D(YH_THINGS, "列"), D(YH_THINGS, "列次"), D(YH_THINGS, "架"), D(YH_THINGS, "架次"), D(YH_THINGS, "艘"), D(YH_THINGS, "艘次"), D(YH_THINGS, "套"), D(YH_THINGS, "间"),
    D(YH_THINGS, "张"), D(YH_THINGS, "床"), D(YH_THINGS, "场"), D(YH_THINGS, "场次"), D(YH_THINGS, "次"), D(YH_THINGS, "起"), D(YH_THINGS, "宗"), D(YH_THINGS, "例"),
    D(YH_THINGS, "篇"), D(YH_THINGS, "部"), D(YH_THINGS, "种"), D(YH_THINGS, "类"), D(YH_THINGS, "批"), D(YH_THINGS, "批次"), D(YH_THINGS, "款"), D(YH_THINGS, "枚"),
    D(YH_THINGS, "只"), D(YH_THINGS, "头"), D(YH_THINGS, "头只"), D(YH_THINGS, "头（只）"), D(YH_THINGS, "羽"), D(YH_THINGS, "匹"), D(YH_THINGS, "尾"), D(YH_THINGS, "株"), D(YH_THINGS, "棵"),
    D(YH_THINGS, "口井"), D(YH_THINGS, "眼"), D(YH_THINGS, "孔"), D(YH_THINGS, "段"), D(YH_THINGS, "幢"), D(YH_THINGS, "栋"), D(YH_THINGS, "樘"), D(YH_THINGS, "盏"),
    D(YH_THINGS, "门"), D(YH_THINGS, "部次"), D(YH_THINGS, "份"), D(YH_THINGS, "册"), D(YH_THINGS, "卷"), D(YH_THINGS, "本"), D(YH_THINGS, "期"), D(YH_THINGS, "届"),
    D(YH_THINGS, "轮"), D(YH_THINGS, "对"), D(YH_THINGS, "双"), D(YH_THINGS, "副"), D(YH_THINGS, "组"), D(YH_THINGS, "支"), D(YH_THINGS, "队"), D(YH_THINGS, "班"), D(YH_THINGS, "班次"),
    D(YH_THINGS, "班列"), D(YH_THINGS, "趟"), D(YH_THINGS, "趟次"), D(YH_THINGS, "航班"), D(YH_THINGS, "标箱"), D(YH_THINGS, "标准箱"), D(YH_THINGS, "国际标准箱"), D(YH_THINGS, "TEU"), D(YH_THINGS, "箱"), D(YH_THINGS, "箱次"),
    D(YH_THINGS, "包"), D(YH_THINGS, "袋"), D(YH_THINGS, "瓶"), D(YH_THINGS, "盒"), D(YH_THINGS, "剂次"), D(YH_THINGS, "剂"), D(YH_THINGS, "针"), D(YH_THINGS, "片"), D(YH_THINGS, "块"),
    D(YH_THINGS, "面"), D(YH_THINGS, "根"), D(YH_THINGS, "把"), D(YH_THINGS, "节"), D(YH_THINGS, "层"), D(YH_THINGS, "道"), D(YH_THINGS, "级"), D(YH_THINGS, "步"), D(YH_THINGS, "笔"),
    D(YH_THINGS, "单"), D(YH_THINGS, "票"), D(YH_THINGS, "股"), D(YH_THINGS, "注"), D(YH_THINGS, "课"), D(YH_THINGS, "集"), D(YH_THINGS, "曲"), D(YH_THINGS, "首"), D(YH_THINGS, "幅"),
    D(YH_THINGS, "点"), D(YH_THINGS, "分"), D(YH_THINGS, "顶"), D(YH_THINGS, "颗"), D(YH_THINGS, "锭"), D(YH_THINGS, "座次"), D(YH_THINGS, "宗次"), D(YH_THINGS, "起次"), D(YH_THINGS, "款次"),
    D(YH_THINGS, "个次"), D(YH_THINGS, "网"), D(YH_THINGS, "泊位"), D(YH_THINGS, "个标准"), D(YH_THINGS, "人才"), D(YH_THINGS, "P"), D(YH_THINGS, "PFLOPS"), D(YH_THINGS, "EFLOPS"), D(YH_THINGS, "EFlops"), D(YH_THINGS, "PFlops"), D(YH_THINGS, "盘"), D(YH_THINGS, "垛"),
    D(YH_THINGS, "元件"), D(YH_THINGS, "车次"), D(YH_THINGS, "车"), D(YH_THINGS, "组次"), D(YH_THINGS, "线"), D(YH_THINGS, "声"), D(YH_THINGS, "方面"), D(YH_THINGS, "圈"), D(YH_THINGS, "手"), D(YH_THINGS, "字"), D(YH_THINGS, "团"), D(YH_THINGS, "成员"),
    /* joined and other */
    D(YH_RATE, "吨公里"), D(YH_RATE, "人公里"), D(YH_RATE, "吨海里"), D(YH_RATE, "人海里"), D(YH_RATE, "换算吨公里"),
    D(YH_CONCENTRATION, "微克/立方米"), D(YH_CONCENTRATION, "毫克/升"), D(YH_CONCENTRATION, "微克每立方米"), D(YH_CONCENTRATION, "ppm"),
    D(YH_CONCENTRATION, "个/立方厘米"), D(YH_CONCENTRATION, "μg/m³"),
    D(YH_SPEED, "km/h"), D(YH_SPEED, "千米每小时"), D(YH_SPEED, "公里每小时"),
    D(YH_TEMPERATURE, "℃"), D(YH_TEMPERATURE, "摄氏度"), D(YH_TEMPERATURE, "°C"), D(YH_TEMPERATURE, "度以"),
    D(YH_DATA, "GB"), D(YH_DATA, "MB"), D(YH_DATA, "TB"), D(YH_DATA, "PB"), D(YH_DATA, "EB"), D(YH_DATA, "ZB"), D(YH_DATA, "Gbps"), D(YH_DATA, "Mbps"), D(YH_DATA, "Tbps"), D(YH_DATA, "Gbit/s"), D(YH_DATA, "兆比特"), D(YH_DATA, "字节"), D(YH_DATA, "千字节"), D(YH_DATA, "兆字节"), D(YH_DATA, "比特"), D(YH_DATA, "千比特"), D(YH_DATA, "量子比特"),
    D(YH_RATE, "赫兹"), D(YH_RATE, "兆赫"), D(YH_RATE, "兆赫兹"), D(YH_RATE, "千赫"), D(YH_RATE, "千伏"), D(YH_RATE, "伏"), D(YH_RATE, "千安"), D(YH_RATE, "kV"), D(YH_RATE, "分贝"), D(YH_RATE, "兆帕"), D(YH_RATE, "千帕"),
};

static Lexicon units = {.words = words, .count = sizeof words / sizeof *words};

void unit_prepare(void) { lexicon_prepare(&units); }

const Word *unit_at(const char *text, uint32_t end, uint32_t at) {
  const Word *unit = lexicon_find(&units, text, at, end, at);
  return unit && unit->tag != YH_NO_DIMENSION ? unit : NULL;
}
