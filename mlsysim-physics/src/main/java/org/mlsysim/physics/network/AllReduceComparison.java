package org.mlsysim.physics.network;

/**
 * Three ways to sum one buffer over a group, side by side: ring, binary tree, and a single server.
 *
 * <p>Every rank holds the whole buffer before and after. The ring moves the fewest bytes, the tree
 * starts the fewest messages; the crossover is the size above which the ring wins.
 *
 * @see <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk, Yuan, Bandwidth optimal
 *     all-reduce algorithms for clusters of workstations, JPDC 69(2), 2009</a>
 * @see <a href="https://doi.org/10.1177/1094342005051521">Thakur, Rabenseifner, Gropp, Optimization
 *     of collective communication operations in MPICH, IJHPCA 19(1), 2005</a>
 */
public final class AllReduceComparison {
  /**
   * What the three algorithms cost for one group size.
   *
   * @param chunk M/N, what one rank sends per round of the ring [B]
   * @param ringFactor f = 2(N-1)/N, buffers a rank sends in a ring
   * @param ringRounds R = 2(N-1)
   * @param treeRounds T = 2 ceil(log2 N)
   * @param ringByteTime f M/beta [s]
   * @param ringStartupTime R alpha [s]
   * @param ringTime sum of the two [s]
   * @param treeByteTime T M/beta [s]
   * @param treeStartupTime T alpha [s]
   * @param treeTime sum of the two [s]
   * @param starByteTime N M/beta, one server that receives and sends at the same time [s]
   * @param starRingLimit N/2, the factor by which the star is slower than the ring for large N
   * @param crossoverEstimate N alpha beta/log2 N, the textbook estimate for large N [B]
   * @param crossoverExact (R - T) alpha beta/(T - f), size where ring and tree take equally long
   *     [B]
   */
  public record Costs(
      double chunk,
      double ringFactor,
      double ringRounds,
      double treeRounds,
      double ringByteTime,
      double ringStartupTime,
      double ringTime,
      double treeByteTime,
      double treeStartupTime,
      double treeTime,
      double starByteTime,
      double starRingLimit,
      double crossoverEstimate,
      double crossoverExact) {}

  /**
   * Prices the three algorithms for one group.
   *
   * <pre>
   * ring  = 2(N-1)/N M/beta + 2(N-1) alpha
   * tree  = 2 ceil(log2 N) (M/beta + alpha)
   * star  = N M/beta
   * </pre>
   *
   * @param message M, buffer of one rank [B], M &ge; 0
   * @param ranks N, N &ge; 2
   * @param alpha start-up time of a message [s], alpha &ge; 0
   * @param bandwidth beta, one-way link rate [B/s], beta &gt; 0
   */
  public static Costs of(double message, int ranks, double alpha, double bandwidth) {
    double n = ranks;
    double wire = message / bandwidth;
    double ringFactor = Collectives.ringFactor(n);
    double ringRounds = 2.0 * (n - 1.0);
    double treeRounds = 2.0 * Collectives.treeDepth(n);
    double ringByteTime = ringFactor * wire;
    double ringStartupTime = ringRounds * alpha;
    double treeByteTime = treeRounds * wire;
    double treeStartupTime = treeRounds * alpha;
    return new Costs(
        message / n,
        ringFactor,
        ringRounds,
        treeRounds,
        ringByteTime,
        ringStartupTime,
        ringByteTime + ringStartupTime,
        treeByteTime,
        treeStartupTime,
        treeByteTime + treeStartupTime,
        n * wire,
        n / 2.0,
        Collectives.ringTreeCrossover(n, bandwidth, alpha),
        // T > f for every N >= 2, and R = T for N = 2 and 3, where the ring is never worse.
        (ringRounds - treeRounds) * alpha * bandwidth / (treeRounds - ringFactor));
  }

  private AllReduceComparison() {}
}
