/* digit.c: the characters that numbers are written with, simplified, traditional and formal (壹, 貳, 拾: as on
 * cheques).
 */
#include "number.h"

int number_digit_chinese(uint32_t c) {
  switch (c) {
  case 0x3007:
  case 0x25CB:
  case 0x96F6:
    return 0; /* 〇 ○ 零 */
  case 0x4E00:
  case 0x58F9:
  case 0x58F1:
    return 1; /* 一 壹 */
  case 0x4E8C:
  case 0x4E24:
  case 0x5169:
  case 0x8D30:
  case 0x8CB3:
  case 0x4FE9:
  case 0x5006:
    return 2; /* 二 两 兩 贰 貳 俩 倆 */
  case 0x4E09:
  case 0x53C1:
  case 0x53C4:
    return 3; /* 三 叁 */
  case 0x56DB:
  case 0x8086:
    return 4; /* 四 肆 */
  case 0x4E94:
  case 0x4F0D:
    return 5; /* 五 伍 */
  case 0x516D:
  case 0x9646:
  case 0x9678:
    return 6; /* 六 陆 陸 */
  case 0x4E03:
  case 0x67D2:
    return 7; /* 七 柒 */
  case 0x516B:
  case 0x634C:
    return 8; /* 八 捌 */
  case 0x4E5D:
  case 0x7396:
    return 9; /* 九 玖 */
  default:
    return -1;
  }
}

int number_digit_arabic(uint32_t c) {
  if (c >= '0' && c <= '9') return (int)(c - '0');
  if (c >= 0xFF10 && c <= 0xFF19) return (int)(c - 0xFF10);
  return -1;
}

int number_power(uint32_t c) {
  switch (c) {
  case 0x5341:
  case 0x62FE:
    return 1; /* 十 拾 */
  case 0x767E:
  case 0x4F70:
    return 2; /* 百 佰 */
  case 0x5343:
  case 0x4EDF:
    return 3; /* 千 仟 */
  case 0x4E07:
  case 0x842C:
    return 4; /* 万 萬 */
  case 0x4EBF:
  case 0x5104:
    return 8; /* 亿 億 */
  case 0x5146:
    return 12; /* 兆 */
  default:
    return 0;
  }
}

int number_tens(uint32_t c) {
  return c == 0x5EFF ? 2 : c == 0x5345 ? 3 : c == 0x534C ? 4 : 0; /* 廿 卅 卌 */
}
