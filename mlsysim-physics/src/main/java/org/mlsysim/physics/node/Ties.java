package org.mlsysim.physics.node;

/**
 * How two nearly equal numbers are compared, so that a label or a count never hangs on the last
 * rounding bit.
 *
 * <p>Rounding noise of a chain of ten or so operations is near 1e-15; the bands here are far above
 * it and far below anything a model can resolve.
 */
public final class Ties {
  /** Relative band within which two times, or a need and a capacity, count as equal. */
  public static final double BAND = 1e-12;

  /** Times below this [s] count as no time at all. */
  public static final double NO_TIME = 1e-18;

  /** Added before a quotient is rounded down, so that an exact fit is not floored one short. */
  public static final double FLOOR_SLACK = 1e-9;

  /**
   * Whether the slower resource is the second one; at a tie the first (compute) has it.
   *
   * <pre>t_m - t_c &gt; 1e-12 max(t_m, t_c)</pre>
   *
   * <p>Times under 1e-18 s are no time: both, or the second alone, leave the first in charge.
   *
   * @param first t_c, time the first resource (compute) needs [s], &ge; 0
   * @param second t_m, time the second resource (memory, network) needs [s], &ge; 0
   */
  public static boolean secondBinds(double first, double second) {
    if (second < NO_TIME) {
      return false;
    }
    return first < NO_TIME || second - first > BAND * Math.max(second, first);
  }

  /** Whether a need fits a capacity, {@code need <= capacity (1 + 1e-12)}, both in one unit. */
  public static boolean fits(double need, double capacity) {
    return need <= capacity * (1 + BAND);
  }

  /** The largest whole number not above the quotient, {@code floor(x + 1e-9)}. */
  public static double wholeTimes(double quotient) {
    return Math.floor(quotient + FLOOR_SLACK);
  }

  private Ties() {}
}
