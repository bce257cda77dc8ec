package org.mlsysim.physics.queueing;

/**
 * Erlang's formulas for c equal servers under Poisson arrivals.
 *
 * <p>Both rest on the recursion of the loss formula, which neither overflows nor cancels, where
 * powers and factorials of a thousand servers would.
 *
 * @see "Erlang, Solution of some Problems in the Theory of Probabilities of Significance in
 *     Automatic Telephone Exchanges, 1917"
 */
public final class ErlangC {
  /**
   * Probability that an arrival finds all servers busy and is lost (Erlang B).
   *
   * <pre>B_0 = 1,  B_n = a B_(n-1) / (n + a B_(n-1))</pre>
   *
   * @param offeredLoad a = arrival rate / service rate [1], a &ge; 0
   * @param servers c, number of servers, c &ge; 1
   * @return B_c [1]
   */
  public static double blocking(double offeredLoad, int servers) {
    double blocking = 1.0;
    // A blocking probability that has underflowed stays zero: nothing changes after it.
    for (int n = 1; n <= servers && blocking > 0.0; n++) {
      blocking = addServer(blocking, offeredLoad, n);
    }
    return blocking;
  }

  /**
   * One step of the recursion: the blocking probability of n servers from that of n &minus; 1.
   *
   * @param blocking B_(n-1) [1], 1 for no server at all
   * @param offeredLoad a [1], a &ge; 0
   * @param servers n, the number of servers after the step
   * @return B_n [1]
   */
  public static double addServer(double blocking, double offeredLoad, int servers) {
    double carried = offeredLoad * blocking;
    return carried / (servers + carried);
  }

  /**
   * Probability that an arrival has to wait (Erlang C).
   *
   * <pre>P_w = B_c / (1 - rho (1 - B_c)),  rho = a / c</pre>
   *
   * @param offeredLoad a [1], 0 &le; a &lt; c
   * @param servers c, number of servers, c &ge; 1
   * @return P_w [1], in [0, 1]
   */
  public static double waitProbability(double offeredLoad, int servers) {
    return waitProbability(blocking(offeredLoad, servers), offeredLoad, servers);
  }

  /**
   * Probability that an arrival has to wait, from a blocking probability that is already known.
   *
   * @param blocking B_c [1]
   * @param offeredLoad a [1], 0 &le; a &lt; c
   * @param servers c, number of servers, c &ge; 1
   * @return P_w [1], in [0, 1]
   */
  public static double waitProbability(double blocking, double offeredLoad, int servers) {
    double utilization = offeredLoad / servers;
    return Math.min(1.0, blocking / ((1.0 - utilization) + utilization * blocking));
  }

  private ErlangC() {}
}
