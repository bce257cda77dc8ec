package org.mlsysim.physics.network;

/**
 * Time of collective operations between ranks, each a start-up and a transfer term.
 *
 * <p>Symbols: M message [B], N ranks, beta one-way link rate [B/s], alpha start-up of a message
 * [s]. One rank alone exchanges nothing.
 *
 * @see <a href="https://doi.org/10.1177/1094342005051521">Thakur, Rabenseifner, Gropp, Optimization
 *     of Collective Communication Operations in MPICH, IJHPCA 19(1), 2005</a>
 */
public final class Collectives {
  /**
   * Bytes a ring all-reduce sends over each link, as a multiple of the message: {@code 2 (N - 1) /
   * N}; 0 for one rank.
   */
  public static double ringFactor(double ranks) {
    return 2 * (ranks - 1) / ranks;
  }

  /** Bytes of one phase (reduce-scatter, all-gather, all-to-all): {@code (N - 1) / N}. */
  public static double phaseFactor(double ranks) {
    return (ranks - 1) / ranks;
  }

  /**
   * Ring all-reduce.
   *
   * <pre>t = 2 (N - 1)/N M/beta + 2 (N - 1) alpha</pre>
   *
   * @param bytes M, &ge; 0
   * @param ranks N, whole, &ge; 1
   * @param bandwidth beta, &gt; 0
   * @param latency alpha, &ge; 0
   * @return t [s]
   * @see <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk, Yuan, Bandwidth Optimal
   *     All-Reduce, JPDC 69(2), 2009</a>
   */
  public static double ringAllReduce(double bytes, double ranks, double bandwidth, double latency) {
    return ringFactor(ranks) * bytes / bandwidth + 2 * (ranks - 1) * latency;
  }

  /**
   * Tree all-reduce: the whole message up and down a binary tree.
   *
   * <pre>t = 2 ceil(log2 N) (M/beta + alpha)</pre>
   */
  public static double treeAllReduce(double bytes, double ranks, double bandwidth, double latency) {
    return 2 * treeDepth(ranks) * (bytes / bandwidth + latency);
  }

  /** {@code ceil(log2 N)}, levels of a binary tree over N ranks; 0 for one rank. */
  public static double treeDepth(double ranks) {
    double depth = 0;
    for (double reach = 1; reach < ranks; reach *= 2) {
      depth++;
    }
    return depth;
  }

  /**
   * Message size at which ring and tree take about equally long, {@code N alpha beta / log2 N} [B];
   * a large-N estimate, 0 for one rank.
   */
  public static double ringTreeCrossover(double ranks, double bandwidth, double latency) {
    return ranks > 1
        ? ranks * latency * bandwidth / (StrictMath.log(ranks) / StrictMath.log(2))
        : 0;
  }

  /**
   * All-to-all, M being the buffer one rank holds.
   *
   * <pre>t = (N - 1)/N M/beta + (N - 1) alpha</pre>
   */
  public static double allToAll(double bytes, double ranks, double bandwidth, double latency) {
    return phaseFactor(ranks) * bytes / bandwidth + (ranks - 1) * latency;
  }

  /** One message from a rank to another: {@code t = alpha + M/beta}. */
  public static double pointToPoint(double bytes, double bandwidth, double latency) {
    return latency + bytes / bandwidth;
  }

  /**
   * Hierarchical all-reduce: reduce-scatter inside each node, a ring between the nodes for every
   * shard at once, all-gather inside.
   *
   * <pre>t = 2 [(g - 1)/g M/beta_in + (g - 1) alpha_in] + ring(M/g, n, beta_out, alpha_out)</pre>
   *
   * @param bytes M, &ge; 0
   * @param nodes n, whole, &ge; 1
   * @param ranksPerNode g, whole, &ge; 1; each rank has a port of its own to the outside
   * @param bandwidthInside beta_in [B/s]
   * @param latencyInside alpha_in [s]
   * @param bandwidthOutside beta_out [B/s]
   * @param latencyOutside alpha_out [s]
   */
  public static double hierarchicalAllReduce(
      double bytes,
      double nodes,
      double ranksPerNode,
      double bandwidthInside,
      double latencyInside,
      double bandwidthOutside,
      double latencyOutside) {
    return ringAllReduce(bytes, ranksPerNode, bandwidthInside, latencyInside)
        + ringAllReduce(bytes / ranksPerNode, nodes, bandwidthOutside, latencyOutside);
  }

  private Collectives() {}
}
