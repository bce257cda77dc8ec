package org.mlsysim.physics.queueing;

/**
 * The time a request waits before its service begins: nothing with probability 1 &minus; P_w,
 * otherwise exponential.
 */
public final class WaitingTime {
  /**
   * Rate at which the wait of those who wait decays.
   *
   * <pre>R = 2 (c mu - lambda) / (1 + cv^2)</pre>
   *
   * <p>Exact for exponential service (cv 1). Otherwise the factor (1 + cv&sup2;)/2, which Lee and
   * Longton found for the mean wait, scales the whole distribution: an approximation.
   *
   * @param arrivalRate lambda [1/s], &ge; 0
   * @param serviceTime 1/mu, mean service time [s], &gt; 0
   * @param servers c, number of servers, c &ge; 1
   * @param serviceCv cv, standard deviation of the service time over its mean [1], &ge; 0
   * @return R [1/s], positive when the queue is stable
   * @see "Lee, Longton, Queueing Processes Associated with Airline Passenger Check-in, Operational
   *     Research Quarterly 10(1), 1959"
   */
  public static double decayRate(
      double arrivalRate, double serviceTime, int servers, double serviceCv) {
    return 2.0 * (servers / serviceTime - arrivalRate) / (1.0 + serviceCv * serviceCv);
  }

  /**
   * Wait that a given share of requests exceeds.
   *
   * <pre>t = max(0, ln(P_w / tail) / R)</pre>
   *
   * @param waitProbability P_w [1], in [0, 1]
   * @param decayRate R [1/s], &gt; 0
   * @param tail share of requests that wait longer [1], in (0, 1): 0.01 for the P99
   * @return t [s], &ge; 0
   */
  public static double quantile(double waitProbability, double decayRate, double tail) {
    // Whoever waits is a smaller share than the tail: the quantile lies among those served at once.
    if (waitProbability <= tail) {
      return 0.0;
    }
    return StrictMath.log(waitProbability / tail) / decayRate;
  }

  private WaitingTime() {}
}
