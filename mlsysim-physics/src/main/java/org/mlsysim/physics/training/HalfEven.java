package org.mlsysim.physics.training;

/** Rounding to the nearest whole number, a half to the even one. */
final class HalfEven {
  /**
   * Rounds a number of at least 0. The sum with 2^52 has no fractional bits left, and IEEE addition
   * itself rounds half to even, so the result is the same on every machine.
   */
  static double round(double value) {
    return value < 0x1p52 ? (value + 0x1p52) - 0x1p52 : value;
  }

  private HalfEven() {}
}
