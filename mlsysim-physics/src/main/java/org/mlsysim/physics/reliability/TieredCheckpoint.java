package org.mlsysim.physics.reliability;

/**
 * Checkpoints in two tiers, staged on the nodes while training pauses and drained to the durable
 * store behind it; and the storm that one copy per replica would be.
 *
 * @see <a href="https://www.usenix.org/conference/nsdi22/presentation/eisenman">Eisenman et al.,
 *     Check-N-Run, NSDI 2022</a>
 */
public final class TieredCheckpoint {
  /**
   * A staged checkpoint.
   *
   * @param perNodeShard C/n [B]
   * @param localWriteTime the pause of training [s]
   * @param drainTime time to the durable store [s]
   * @param durableSharePerNode durable rate of one node [B/s]
   * @param pauseFraction pause over interval
   * @param backlogGrows whether a drain is not done when the next one starts
   */
  public record Staging(
      double perNodeShard,
      double localWriteTime,
      double drainTime,
      double durableSharePerNode,
      double pauseFraction,
      boolean backlogGrows) {}

  /**
   * Stages and drains a checkpoint.
   *
   * <pre>pause = (C/n) / local,  drain = C / durable,  fraction = pause / interval</pre>
   *
   * @param checkpointBytes C [B], &ge; 0
   * @param nodes n, &ge; 1
   * @param localBandwidth rate of a node's own storage [B/s], &gt; 0
   * @param durableBandwidth rate of the shared store [B/s], &gt; 0
   * @param saveInterval between checkpoints [s], &gt; 0
   */
  public static Staging of(
      double checkpointBytes,
      double nodes,
      double localBandwidth,
      double durableBandwidth,
      double saveInterval) {
    double shard = checkpointBytes / nodes;
    double pause = shard / localBandwidth;
    double drain = checkpointBytes / durableBandwidth;
    return new Staging(
        shard, pause, drain, durableBandwidth / nodes, pause / saveInterval, drain > saveInterval);
  }

  /**
   * Bytes that arrive when every replica saves its own copy of the same state.
   *
   * @param stateBytes of one copy [B], &ge; 0
   * @param replicas &ge; 1; also the slow-down against one copy
   * @return [B]
   */
  public static double stormBytes(double stateBytes, double replicas) {
    return stateBytes * replicas;
  }

  /**
   * Time the store takes to swallow bytes.
   *
   * @param bytes [B], &ge; 0
   * @param ingestBandwidth [B/s], &gt; 0
   * @return [s]
   */
  public static double ingestTime(double bytes, double ingestBandwidth) {
    return bytes / ingestBandwidth;
  }

  private TieredCheckpoint() {}
}
