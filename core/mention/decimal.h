/* decimal.h: decimal numbers that stay exact: 305.1亿 is the whole number 30510000000. */
#ifndef YANHU_DECIMAL_H
#define YANHU_DECIMAL_H

#include <math.h>

/* x / 10^places */
typedef struct Decimal {
  double x;
  int places;
} Decimal;

static inline double power_of_ten(int n) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  return n <= 22 ? powers[n] : pow(10, n);
}

static inline double decimal_value(Decimal d) {
  return d.places ? d.x / power_of_ten(d.places) : d.x;
}

static inline Decimal decimal_raise(Decimal d, int power) {
  int eaten = power < d.places ? power : d.places;
  return (Decimal){d.x * power_of_ten(power - eaten), d.places - eaten};
}

static inline Decimal decimal_add(Decimal a, Decimal b) {
  if (a.places == b.places) return (Decimal){a.x + b.x, a.places};
  if (a.places < b.places) return (Decimal){a.x * power_of_ten(b.places - a.places) + b.x, b.places};
  return decimal_add(b, a);
}

#endif
