package org.mlsysim.physics.node;

/**
 * What a pass or a training step does on one accelerator, or on the accelerators of one replica.
 *
 * <p>NaN means "has no value"; {@link #UNPRICED} has none at all.
 *
 * @param latency time of the pass [s]
 * @param latencyCompute time the arithmetic needs [s]
 * @param latencyMemory time the traffic needs [s]
 * @param latencyOverhead dispatch and launches [s]
 * @param throughput units per second [1/s]
 * @param bound the slower of arithmetic and traffic
 * @param arithmeticIntensity work per byte moved [FLOP/B]
 * @param energy energy of the pass [J], 0 where no design power is known
 * @param memoryFootprint bytes to be held on one accelerator [B]
 * @param peakFlopsActual derated peak rate [FLOP/s]
 * @param peakBwActual rate at which the bytes move [B/s]
 * @param mfu share of the peak that the model's work reaches, [0, 1]
 * @param hfu the same with recomputed work, [0, 1]
 * @param feasible whether the accelerator holds everything itself
 * @param offloadSpillBytes bytes that do not fit [B], NaN if feasible
 * @param offloadEffectiveBw rate with the spilled share on the host link [B/s], NaN if feasible
 * @param overheadDominated whether overhead exceeds both arithmetic and traffic
 * @param ops executed work of one accelerator [FLOP]
 * @param weightTraffic bytes of weights moved [B]
 * @param stateTraffic bytes of gradients and optimizer state moved [B], 0 in inference
 * @param activationTraffic bytes of activations moved [B]
 * @param cacheTraffic bytes of cache or recurrent state moved [B], 0 in training
 * @param level the memory that serves the pass
 */
public record NodeProfile(
    double latency,
    double latencyCompute,
    double latencyMemory,
    double latencyOverhead,
    double throughput,
    Bound bound,
    double arithmeticIntensity,
    double energy,
    double memoryFootprint,
    double peakFlopsActual,
    double peakBwActual,
    double mfu,
    double hfu,
    boolean feasible,
    double offloadSpillBytes,
    double offloadEffectiveBw,
    boolean overheadDominated,
    double ops,
    double weightTraffic,
    double stateTraffic,
    double activationTraffic,
    double cacheTraffic,
    MemoryLevel level) {

  /** The profile of a step that cannot exist: infeasible, and no number has a value. */
  public static final NodeProfile UNPRICED =
      new NodeProfile(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Bound.COMPUTE,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          false,
          Double.NaN,
          Double.NaN,
          false,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          MemoryLevel.MAIN_AND_HOST);

  /** Time of arithmetic and traffic together, without overhead [s]. */
  public double work() {
    return Math.max(latencyCompute, latencyMemory);
  }

  /** All bytes moved [B]. */
  public double traffic() {
    return weightTraffic + stateTraffic + activationTraffic + cacheTraffic;
  }
}
