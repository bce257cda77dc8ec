package org.mlsysim.physics.network;

/**
 * An all-reduce in three phases (inside the node, between nodes, inside the node) against one flat
 * ring over every accelerator.
 *
 * <p>The start-up inside a node is left out; {@link Collectives#hierarchicalAllReduce} charges it.
 *
 * @see <a href="https://arxiv.org/abs/1802.05799">Sergeev, Del Balso, Horovod: fast and easy
 *     distributed deep learning in TensorFlow, 2018</a>
 */
public final class HierarchicalAllReduce {
  /**
   * The phases and the flat ring they compete with.
   *
   * @param intraBytes bytes of one accelerator per in-node phase [B]
   * @param shard what one accelerator exchanges between nodes [B]
   * @param reduceScatterTime first phase [s]
   * @param interByteTime second phase, bytes [s]
   * @param interStartupTime second phase, start-up [s]
   * @param interTime second phase [s]
   * @param allGatherTime third phase, as long as the first [s]
   * @param totalTime the three phases [s]
   * @param flatRingTime one ring over all accelerators at the slowest link [s]
   * @param flatBoundTime two buffers over that link, the flat ring for many ranks [s]
   * @param speedupVsFlatRing flat ring over total; NaN when the total is 0
   * @param speedupVsFlatBound flat bound over total; NaN when the total is 0
   */
  public record Phases(
      double intraBytes,
      double shard,
      double reduceScatterTime,
      double interByteTime,
      double interStartupTime,
      double interTime,
      double allGatherTime,
      double totalTime,
      double flatRingTime,
      double flatBoundTime,
      double speedupVsFlatRing,
      double speedupVsFlatBound) {}

  /**
   * Prices the three phases and the flat ring.
   *
   * <pre>
   * total = 2 (g-1)/g M/beta_in + 2(n-1)/n (M/g)/beta_out + 2(n-1) alpha
   * flat  = 2(ng-1)/(ng) M/beta_out + 2(ng-1) alpha;  one node: 2(g-1)/g M/beta_in
   * </pre>
   *
   * @param message M, buffer of one accelerator [B], M &ge; 0
   * @param nodes n, n &ge; 1
   * @param acceleratorsPerNode g, g &ge; 1
   * @param intraBandwidth beta_in, one-way rate inside a node [B/s], &gt; 0
   * @param interBandwidth beta_out, one-way rate between nodes [B/s], &gt; 0
   * @param interAlpha alpha, start-up time between nodes [s], &ge; 0
   */
  public static Phases of(
      double message,
      int nodes,
      int acceleratorsPerNode,
      double intraBandwidth,
      double interBandwidth,
      double interAlpha) {
    double n = nodes;
    double g = acceleratorsPerNode;
    double intraBytes = message * Collectives.phaseFactor(g);
    double shard = message / g;
    double phase = intraBytes / intraBandwidth;
    double interByteTime = Collectives.ringFactor(n) * shard / interBandwidth;
    double interStartupTime = 2.0 * (n - 1.0) * interAlpha;
    double interTime = interByteTime + interStartupTime;
    double total = phase + interTime + phase;
    // One node has no fabric to cross: its flat ring runs inside, without start-up.
    double flatBandwidth = nodes == 1 ? intraBandwidth : interBandwidth;
    double flatAlpha = nodes == 1 ? 0.0 : interAlpha;
    double flatRing = Collectives.ringAllReduce(message, n * g, flatBandwidth, flatAlpha);
    double flatBound = 2.0 * message / flatBandwidth;
    return new Phases(
        intraBytes,
        shard,
        phase,
        interByteTime,
        interStartupTime,
        interTime,
        phase,
        total,
        flatRing,
        flatBound,
        total > 0.0 ? flatRing / total : Double.NaN,
        total > 0.0 ? flatBound / total : Double.NaN);
  }

  private HierarchicalAllReduce() {}
}
