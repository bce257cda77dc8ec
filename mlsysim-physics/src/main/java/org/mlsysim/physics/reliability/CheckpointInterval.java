package org.mlsysim.physics.reliability;

/**
 * How often to save: often enough to lose little, rarely enough to write little.
 *
 * @see <a href="https://doi.org/10.1145/361147.361115">Young, A first order approximation to the
 *     optimum checkpoint interval, CACM 17(9), 1974</a>
 * @see <a href="https://doi.org/10.1016/j.future.2004.11.016">Daly, A higher order estimate of the
 *     optimum checkpoint interval for restart dumps, FGCS 22(3), 2006</a>
 */
public final class CheckpointInterval {
  /**
   * The best interval and what it wastes.
   *
   * @param interval tau [s]
   * @param writeShare delta/tau, share of time spent writing
   * @param reworkShare tau/(2 MTBF), share of time redone after failures
   * @param waste both; above 1 means no progress
   * @param outOfRegime whether a write takes two mean times between failures or longer
   */
  public record Schedule(
      double interval, double writeShare, double reworkShare, double waste, boolean outOfRegime) {}

  /**
   * Chooses the interval.
   *
   * <pre>
   * tau = sqrt(2 delta MTBF)   for delta &lt; 2 MTBF (Young 1974)
   * tau = MTBF                 beyond, where the square root is no longer valid (Daly 2006)
   * waste = delta/tau + tau/(2 MTBF)
   * </pre>
   *
   * @param writeTime delta, time of one checkpoint [s], &gt; 0
   * @param meanTimeBetweenFailures MTBF [s], &gt; 0
   */
  public static Schedule of(double writeTime, double meanTimeBetweenFailures) {
    boolean outOfRegime = outOfRegime(writeTime, meanTimeBetweenFailures);
    double interval =
        outOfRegime
            ? meanTimeBetweenFailures
            : Math.sqrt(2.0 * writeTime * meanTimeBetweenFailures);
    double write = writeTime / interval;
    double rework = interval / (2.0 * meanTimeBetweenFailures);
    return new Schedule(interval, write, rework, write + rework, outOfRegime);
  }

  /**
   * Whether Young's interval is meaningless: it would be no longer than the write itself.
   *
   * @param writeTime delta [s]
   * @param meanTimeBetweenFailures MTBF [s]
   */
  public static boolean outOfRegime(double writeTime, double meanTimeBetweenFailures) {
    return writeTime >= 2.0 * meanTimeBetweenFailures;
  }

  private CheckpointInterval() {}
}
