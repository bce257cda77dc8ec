package org.mlsysim.physics.queueing;

/**
 * The time a request stays: its wait plus its service.
 *
 * <p>A quantile of the sum is not the sum of a quantile and a mean, so the distribution itself is
 * inverted. It is exact for exponential service (M/M/c) and continuous in the variability cv of
 * service:
 *
 * <pre>
 * cv = 1  service exponential with mean 1/mu
 * cv &lt; 1  service = (1 - cv)/mu + exponential of mean cv/mu
 * cv &gt; 1  service = one of two exponentials with balanced means (hyperexponential)
 * </pre>
 */
public final class SojournTime {
  private static final double RELATIVE_TOLERANCE = 1e-13;

  /** Halvings after which even the smallest double is bracketed. */
  private static final int MOST_STEPS = 2000;

  /**
   * Probability that wait and an exponential service together take longer than t.
   *
   * <pre>
   * X(t) = (1 - P_w) e^(-nu t) + P_w G(t)
   * G(t) = e^(-l t) (1 + l (1 - e^(-d t)) / d),  l = min(R, nu),  d = |R - nu|
   * </pre>
   *
   * @param time t [s]; 1 is returned for t &le; 0
   * @param waitProbability P_w [1], in [0, 1]
   * @param waitDecayRate R [1/s], &gt; 0
   * @param serviceRate nu [1/s], &gt; 0
   * @return P(T &gt; t) [1]
   */
  public static double exceedance(
      double time, double waitProbability, double waitDecayRate, double serviceRate) {
    if (time <= 0.0) {
      return 1.0;
    }
    double slower = Math.min(waitDecayRate, serviceRate);
    double gap = Math.abs(waitDecayRate - serviceRate);
    // (1 - e^(-d t)) / d is the mean of an exponential of rate d capped at t; t itself at d = 0.
    double both =
        StrictMath.exp(-slower * time)
            * (1.0 + slower * time * CappedExponential.meanShare(gap * time));
    return (1.0 - waitProbability) * StrictMath.exp(-serviceRate * time) + waitProbability * both;
  }

  /**
   * Probability that a request stays longer than t, for a service of any variability.
   *
   * @param time t [s]
   * @param waitProbability P_w [1], in [0, 1]
   * @param waitDecayRate R [1/s], &gt; 0
   * @param serviceTime 1/mu, mean service time [s], &gt; 0
   * @param serviceCv cv, standard deviation of the service time over its mean [1], &ge; 0
   * @return P(T &gt; t) [1]
   */
  public static double exceedance(
      double time,
      double waitProbability,
      double waitDecayRate,
      double serviceTime,
      double serviceCv) {
    if (serviceCv <= 1.0) {
      double fixed = (1.0 - serviceCv) * serviceTime;
      return exceedance(
          time - fixed, waitProbability, waitDecayRate, 1.0 / (serviceCv * serviceTime));
    }
    double squared = serviceCv * serviceCv;
    double root = Math.sqrt((squared - 1.0) / (squared + 1.0));
    double often = 0.5 * (1.0 + root);
    // (1 - root)/2 without the cancellation that a large cv would bring.
    double seldom = 1.0 / ((squared + 1.0) * (1.0 + root));
    return often * exceedance(time, waitProbability, waitDecayRate, 2.0 * often / serviceTime)
        + seldom * exceedance(time, waitProbability, waitDecayRate, 2.0 * seldom / serviceTime);
  }

  /**
   * Stay that a given share of requests exceeds, by bisection.
   *
   * <pre>P(T &gt; t) = tail</pre>
   *
   * @param tail share of requests that stay longer [1], in (0, 1): 0.01 for the P99
   * @param waitProbability P_w [1], in [0, 1]
   * @param waitDecayRate R [1/s], &gt; 0
   * @param serviceTime 1/mu, mean service time [s], &gt; 0
   * @param serviceCv cv [1], &ge; 0; at 0 the quantile is the service time plus that of the wait
   * @return t [s]
   */
  public static double quantile(
      double tail,
      double waitProbability,
      double waitDecayRate,
      double serviceTime,
      double serviceCv) {
    if (serviceCv == 0.0) {
      return serviceTime + WaitingTime.quantile(waitProbability, waitDecayRate, tail);
    }
    double low = 0.0;
    double high = serviceTime;
    for (int i = 0;
        i < MOST_STEPS
            && exceedance(high, waitProbability, waitDecayRate, serviceTime, serviceCv) > tail;
        i++) {
      low = high;
      high *= 2.0;
    }
    for (int i = 0; i < MOST_STEPS && high - low > RELATIVE_TOLERANCE * high; i++) {
      double middle = 0.5 * (low + high);
      if (exceedance(middle, waitProbability, waitDecayRate, serviceTime, serviceCv) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private SojournTime() {}
}
