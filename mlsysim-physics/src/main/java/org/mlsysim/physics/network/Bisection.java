package org.mlsysim.physics.network;

/**
 * What oversubscription costs a ring all-reduce in the worst placement, where every edge of the
 * ring crosses the cut.
 *
 * @see <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk, Yuan 2009 (ring volume)</a>
 */
public final class Bisection {
  /**
   * The cut with and without oversubscription.
   *
   * @param devicesPerSide floor(N/2)
   * @param full rate of the cut without oversubscription [B/s]
   * @param oversubscribed rate of the cut [B/s]
   * @param ringFactor f = 2(N-1)/N
   * @param crossingBytes bytes over the cut in one direction [B]
   * @param timeFull time to cross without oversubscription [s]
   * @param timeOversubscribed time to cross [s]
   * @param slowdown the oversubscription ratio
   * @param relativeThroughput throughput of the job against the full cut, in (0, 1]
   * @param throughputLoss 1 - relativeThroughput
   * @param idleCost share of the cluster's price that stands idle, in the unit of the price [USD]
   */
  public record Cost(
      double devicesPerSide,
      double full,
      double oversubscribed,
      double ringFactor,
      double crossingBytes,
      double timeFull,
      double timeOversubscribed,
      double slowdown,
      double relativeThroughput,
      double throughputLoss,
      double idleCost) {}

  /**
   * Prices the cut.
   *
   * <pre>
   * cut = floor(N/2) beta / r,  crossing = floor(N/2) M 2(N-1)/N,  t = crossing / cut
   * loss = 1 - 1/((1-c) + c r),  idle = loss price
   * </pre>
   *
   * @param devices N, N &ge; 2; an odd one is rounded down, which is slightly low
   * @param linkBandwidth beta, rate of a device's link [B/s], beta &gt; 0
   * @param oversubscription r, r &ge; 1
   * @param payload M, buffer of one device [B], M &ge; 0
   * @param communicationFraction c, share of the step spent communicating at r = 1, in [0, 1]
   * @param clusterCost price of the cluster [USD], &ge; 0
   */
  public static Cost of(
      int devices,
      double linkBandwidth,
      double oversubscription,
      double payload,
      double communicationFraction,
      double clusterCost) {
    double side = Math.floor(devices / 2.0);
    double full = side * linkBandwidth;
    double oversubscribed = full / oversubscription;
    double ringFactor = Collectives.ringFactor(devices);
    double crossing = side * payload * ringFactor;
    double relative = relativeThroughput(communicationFraction, oversubscription);
    // c (r-1) / ((1-c) + c r) keeps its digits where 1 - relative would lose them.
    double loss =
        communicationFraction
            * (oversubscription - 1.0)
            / ((1.0 - communicationFraction) + communicationFraction * oversubscription);
    return new Cost(
        side,
        full,
        oversubscribed,
        ringFactor,
        crossing,
        crossing / full,
        crossing / oversubscribed,
        oversubscription,
        relative,
        loss,
        loss * clusterCost);
  }

  /**
   * Throughput of a job against the same job without oversubscription.
   *
   * <pre>1 / ((1-c) + c r)</pre>
   *
   * @param communicationFraction c, share of the step spent communicating at r = 1, in [0, 1]
   * @param oversubscription r, r &gt; 0
   */
  public static double relativeThroughput(double communicationFraction, double oversubscription) {
    return 1.0 / ((1.0 - communicationFraction) + communicationFraction * oversubscription);
  }

  private Bisection() {}
}
