package org.mlsysim.physics.serving;

/**
 * A run of passes whose compute and memory time grow evenly from pass to pass, because each finds a
 * longer cache than the one before.
 *
 * <pre>sum over i &lt; n of max(c_0 + c i, m_0 + m i)</pre>
 *
 * <p>One of two straight lines overtakes the other at most once, so the sum is two arithmetic
 * series and costs the same for any number of passes.
 */
public final class PassSeries {
  /**
   * Time of the whole run.
   *
   * @param passes n, whole, &ge; 1
   * @param firstCompute compute time of the first pass [s]
   * @param lastCompute compute time of the last pass [s]
   * @param firstMemory memory time of the first pass [s]
   * @param lastMemory memory time of the last pass [s]
   * @return time [s]
   */
  public static double time(
      double passes,
      double firstCompute,
      double lastCompute,
      double firstMemory,
      double lastMemory) {
    double ahead = firstMemory - firstCompute;
    double behind = lastMemory - lastCompute;
    if (ahead >= 0.0 && behind >= 0.0) {
      return sum(passes, firstMemory, lastMemory);
    }
    if (ahead <= 0.0 && behind <= 0.0) {
      return sum(passes, firstCompute, lastCompute);
    }
    // The lines cross after pass k: up to it one of them is on top, beyond it the other.
    double k = Math.floor((passes - 1.0) * (ahead / (ahead - behind)));
    double until = k / (passes - 1.0);
    double from = (k + 1.0) / (passes - 1.0);
    double compute = lastCompute - firstCompute;
    double memory = lastMemory - firstMemory;
    return Math.max(
            sum(k + 1.0, firstCompute, firstCompute + compute * until),
            sum(k + 1.0, firstMemory, firstMemory + memory * until))
        + Math.max(
            sum(passes - k - 1.0, firstCompute + compute * from, lastCompute),
            sum(passes - k - 1.0, firstMemory + memory * from, lastMemory));
  }

  /**
   * Sum of an arithmetic series.
   *
   * @param terms number of terms, whole, &ge; 0
   * @param first its first term
   * @param last its last term
   * @return {@code terms (first + last) / 2}
   */
  public static double sum(double terms, double first, double last) {
    return 0.5 * terms * (first + last);
  }

  private PassSeries() {}
}
