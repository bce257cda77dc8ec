package org.mlsysim.physics.queueing;

/**
 * Kingman's law: how long one server makes its customers wait, from utilisation and variability.
 *
 * <pre>
 * v = (c_a + c_s) / 2
 * W / S = v * rho / (1 - rho)
 * </pre>
 *
 * <p>An approximation for heavy traffic; exact for M/M/1 and, with c_a = 1, equal to
 * Pollaczek-Khinchine (M/G/1).
 *
 * @see <a href="https://doi.org/10.1017/S0305004100036094">Kingman, The Single Server Queue in
 *     Heavy Traffic, Proc. Cambridge Phil. Soc. 57(4), 1961</a>
 */
public final class Kingman {
  /**
   * The queue at two utilisations.
   *
   * @param variability v
   * @param waitLow wait at the low utilisation [s]
   * @param waitHigh wait at the high utilisation [s]
   * @param holdingLow cost of that wait [USD]
   * @param holdingHigh cost of that wait [USD]
   * @param waitRatio {@code waitHigh / waitLow}; NaN (no value) when nobody waits at the low one
   * @param throughputGain {@code high / low - 1}; NaN (no value) when the low one is 0
   * @param unitWaitUtilization utilisation at which the wait equals the service time
   */
  public record Comparison(
      double variability,
      double waitLow,
      double waitHigh,
      double holdingLow,
      double holdingHigh,
      double waitRatio,
      double throughputGain,
      double unitWaitUtilization) {}

  /**
   * Mean of the two squared coefficients of variation, {@code v = (c_a + c_s) / 2}.
   *
   * @param arrivalScv c_a, of the times between arrivals, &ge; 0 (Poisson: 1)
   * @param serviceScv c_s, of the service times, &ge; 0 (exponential: 1, constant: 0)
   */
  public static double variability(double arrivalScv, double serviceScv) {
    return (arrivalScv + serviceScv) / 2.0;
  }

  /**
   * Mean wait in units of the service time, {@code v * rho / (1 - rho)}.
   *
   * @param variability v, &ge; 0
   * @param utilization rho, 0 to 1 (exclusive)
   */
  public static double waitRatio(double variability, double utilization) {
    return variability * utilization / (1.0 - utilization);
  }

  /**
   * Utilisation at which the mean wait equals the service time, {@code 1 / (1 + v)}.
   *
   * @param variability v, &ge; 0
   */
  public static double unitWaitUtilization(double variability) {
    return 1.0 / (1.0 + variability);
  }

  /**
   * The queue at two utilisations, and what their waits cost.
   *
   * <pre>wait = S * W/S;  holding = wait * rate</pre>
   *
   * @param serviceTime S, mean service time [s], &gt; 0
   * @param arrivalScv c_a, &ge; 0
   * @param serviceScv c_s, &ge; 0
   * @param low utilisation, 0 to 1 (exclusive)
   * @param high utilisation, 0 to 1 (exclusive)
   * @param holdingRate cost of one waiting customer [USD/s], &ge; 0
   */
  public static Comparison compare(
      double serviceTime,
      double arrivalScv,
      double serviceScv,
      double low,
      double high,
      double holdingRate) {
    double variability = variability(arrivalScv, serviceScv);
    double waitLow = serviceTime * waitRatio(variability, low);
    double waitHigh = serviceTime * waitRatio(variability, high);
    return new Comparison(
        variability,
        waitLow,
        waitHigh,
        waitLow * holdingRate,
        waitHigh * holdingRate,
        waitLow > 0.0 ? waitHigh / waitLow : Double.NaN,
        low > 0.0 ? high / low - 1.0 : Double.NaN,
        unitWaitUtilization(variability));
  }

  private Kingman() {}
}
