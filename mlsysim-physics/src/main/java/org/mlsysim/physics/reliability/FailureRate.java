package org.mlsysim.physics.reliability;

/**
 * Failures of many parts that must all work: rates add up.
 *
 * <p>Independent parts with constant rates; one failure stops the job. Rates are per second.
 *
 * @see <a href="https://doi.org/10.1109/hpca61900.2025.00096">Kokolis et al., HPCA 2025 (component
 *     lifetimes, with Zu et al., NSDI 2024, and Barroso et al., 2018)</a>
 */
public final class FailureRate {
  /** Mean time to failure of an accelerator [s]: 50 000 h, order of the published fleets. */
  public static final double ACCELERATOR_MTTF = 50_000.0 * 3600.0;

  /** Mean time to failure of a network port [s]: 150 000 h, same sources. */
  public static final double NIC_MTTF = 150_000.0 * 3600.0;

  /** Mean time to failure of a power supply [s]: 100 000 h, same sources. */
  public static final double PSU_MTTF = 100_000.0 * 3600.0;

  /** Seconds of a day. */
  private static final double DAY = 86_400.0;

  /** Below this probability the plain difference has lost digits. */
  private static final double CANCELLATION = 0.5;

  /**
   * Rate that several identical parts add to a series.
   *
   * <pre>lambda = n / MTTF</pre>
   *
   * @param count n, parts of the kind, n &ge; 0; a share of a part is allowed
   * @param meanTimeToFailure MTTF of one part [s], &gt; 0
   * @return lambda [1/s]
   */
  public static double of(double count, double meanTimeToFailure) {
    return count / meanTimeToFailure;
  }

  /**
   * Rate of a node whose accelerators, network ports and power supplies must all work.
   *
   * <pre>lambda = a/MTTF_acc + k/MTTF_nic + s/MTTF_psu</pre>
   *
   * <p>Switches, cables, memory and the host are not in the sum.
   *
   * @param accelerators a, &ge; 1
   * @param nics k, &ge; 0; one per accelerator where the node states none
   * @param seriesPsus s, power supplies whose loss stops the node: 0 with redundancy
   * @param acceleratorMttf [s], &gt; 0
   * @param nicMttf [s], &gt; 0
   * @param psuMttf [s], &gt; 0
   * @return lambda [1/s]
   */
  public static double ofNode(
      double accelerators,
      double nics,
      double seriesPsus,
      double acceleratorMttf,
      double nicMttf,
      double psuMttf) {
    return accelerators / acceleratorMttf + nics / nicMttf + seriesPsus / psuMttf;
  }

  /**
   * Mean time between failures of a series.
   *
   * <pre>MTBF = 1 / lambda</pre>
   *
   * @param rate lambda [1/s], &ge; 0
   * @return MTBF [s]; NaN at rate 0, which never fails
   */
  public static double meanTimeBetweenFailures(double rate) {
    return rate > 0.0 ? 1.0 / rate : Double.NaN;
  }

  /**
   * Interval between failures among identical parts.
   *
   * <pre>MTBF / N</pre>
   *
   * @param meanTimeBetweenFailures MTBF of one part [s], &gt; 0
   * @param count N, &ge; 1
   * @return [s]
   */
  public static double interval(double meanTimeBetweenFailures, double count) {
    return meanTimeBetweenFailures / count;
  }

  /**
   * Failures expected in a span of time.
   *
   * <pre>T / MTBF</pre>
   *
   * @param duration T [s], &ge; 0
   * @param meanTimeBetweenFailures MTBF [s], &gt; 0
   */
  public static double expectedFailures(double duration, double meanTimeBetweenFailures) {
    return duration / meanTimeBetweenFailures;
  }

  /**
   * Failures expected per day.
   *
   * <pre>86400 / interval</pre>
   *
   * @param interval between failures [s], &gt; 0
   */
  public static double perDay(double interval) {
    return DAY / interval;
  }

  /**
   * Probability of at least one failure.
   *
   * <pre>p = 1 - exp(-T / MTBF)</pre>
   *
   * @param duration T [s], &ge; 0
   * @param meanTimeBetweenFailures MTBF [s], &gt; 0
   * @return p in [0, 1]
   */
  public static double probability(double duration, double meanTimeBetweenFailures) {
    double x = duration / meanTimeBetweenFailures;
    double survival = StrictMath.exp(-x);
    double failure = 1.0 - survival;
    if (failure > CANCELLATION || failure == 0.0) {
      // So rare that exp rounds to 1: the first-order term is exact to the last digit.
      return failure > CANCELLATION ? failure : x;
    }
    // The rounding of exp cancels in the quotient; the plain difference would keep it whole.
    return x * failure / -StrictMath.log(survival);
  }

  private FailureRate() {}
}
